//! The sheet that a document is printed on, upright or lying, and the styles of what stands on it.

use std::fmt::Write;

use super::form::Form;
use super::package::{FOOTER, NAMES};
use super::xml::escaped;

/// So many twentieths of a point are a millimetre.
const MILLIMETRE: f64 = 1440.0 / 25.4;
/// So many are a point.
const POINT: u32 = 20;

/// How much of its height a letter of a table takes beside others, on the whole.
const BREADTH: f64 = 0.45;

/// Left and right within a cell of a table, in twentieths of a point.
pub const PADDING: u32 = 60;

/// A sheet of the form.
pub struct Sheet<'f> {
    form: &'f Form,
    is_wide: bool,
    /// The height of letters in tables, in points.
    pub letters: u32,
}

impl<'f> Sheet<'f> {
    /// The sheets of a form, the best first: upright, upright with smaller letters in tables, lying.
    pub fn all(form: &'f Form) -> [Self; 3] {
        let (table, small) = (form.letters.table, form.letters.small_table);
        let sheets = [(false, table), (false, small), (true, small)];
        sheets.map(|(is_wide, letters)| Self { form, is_wide, letters })
    }

    /// The width between its margins, in twentieths of a point.
    pub fn room(&self) -> u32 {
        let sheet = &self.form.sheet;
        let width = if self.is_wide { sheet.height } else { sheet.width };
        twips(width.saturating_sub(sheet.left + sheet.right))
    }

    /// The width of a letter in a table, in twentieths of a point.
    pub fn letter(&self) -> f64 {
        f64::from(self.letters * POINT) * BREADTH
    }

    /// How many letters of a table stand beside each other; one goes for what is left free in cells.
    pub fn letters_beside(&self) -> u16 {
        (f64::from(self.room()) / self.letter()) as u16 - 1
    }

    /// What closes a document: sheet and margins.
    pub fn section(&self) -> String {
        let sheet = &self.form.sheet;
        let (width, height, lies) = if self.is_wide {
            (sheet.height, sheet.width, " w:orient=\"landscape\"")
        } else {
            (sheet.width, sheet.height, "")
        };
        let [width, height, top, bottom, left, right] =
            [width, height, sheet.top, sheet.bottom, sheet.left, sheet.right].map(twips);
        let foot = bottom / 2;
        format!(
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{FOOTER}\"/>\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{lies}/>\
             <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" \
             w:header=\"{foot}\" w:footer=\"{foot}\" w:gutter=\"0\"/></w:sectPr>"
        )
    }

    /// The styles by which paragraphs go, in a language.
    pub fn styles(&self, language: &str) -> String {
        let letters = &self.form.letters;
        let (text, table, small) = (letters.text, self.letters, letters.small);
        let font = escaped(&letters.font);
        let indent = twips(letters.indent);
        let right = self.room();
        let first_line = format!("<w:ind w:firstLine=\"{indent}\"/><w:jc w:val=\"both\"/>");
        // A dash before it, and what is broken stands under its first word.
        let item = format!(
            "<w:ind w:left=\"{0}\" w:hanging=\"{1}\"/><w:jc w:val=\"both\"/>",
            2 * indent,
            indent / 3
        );
        let number_of_page = format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{right}\"/></w:tabs>");
        let mut xml = format!(
            "<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>\
             <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" w:cs=\"{font}\"/>\
             <w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/><w:lang w:val=\"{language}\"/>\
             </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
             <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
             <w:name w:val=\"Normal\"/></w:style>",
            2 * text
        );
        let center = "<w:jc w:val=\"center\"/>";
        let space = |before: u32| format!("<w:spacing w:before=\"{}\"/>", before * POINT);
        for (name, paragraph, letters, size) in [
            ("Head", center.to_owned(), "", text),
            ("Title", format!("{}{center}", space(0)), "<w:b/>", text),
            ("FirstTitle", format!("{}{center}", space(18)), "<w:b/>", text),
            ("Subtitle", format!("{}{center}", space(0)), "<w:i/>", text),
            ("Part", space(6), "<w:b/>", text),
            ("Prose", format!("{}{first_line}", space(6)), "", text),
            ("Item", format!("{}{item}", space(3)), "", text),
            ("Note", space(3), "", table),
            ("Cell", String::new(), "", table),
            ("CellRight", "<w:jc w:val=\"right\"/>".to_owned(), "", table),
            ("CellCenter", center.to_owned(), "", table),
            ("Label", center.to_owned(), "<w:b/>", table),
            ("Beneath", String::new(), "<w:i/>", table),
            ("Gap", String::new(), "", 6),
            ("Last", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>".to_owned(), "", 1),
            ("Recipients", String::new(), "", small),
            ("Footer", number_of_page, "", small),
        ] {
            // Writing into a text does not fail.
            let _ = write!(
                xml,
                "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{name}\">\
                 <w:name w:val=\"chibo {name}\"/><w:basedOn w:val=\"Normal\"/>\
                 <w:pPr>{paragraph}</w:pPr><w:rPr>{letters}<w:sz w:val=\"{0}\"/>\
                 <w:szCs w:val=\"{0}\"/></w:rPr></w:style>",
                2 * size
            );
        }
        xml + "</w:styles>"
    }
}

fn twips(millimetres: u32) -> u32 {
    (f64::from(millimetres) * MILLIMETRE).round() as u32
}
