//! What stands around a paper: the head with the bodies, number and date, the title, and below the signatures. Number, date
//! and signatures are left open: the office fills them in.

use std::borrow::Cow;

use super::form::{Form, Kind, Words};
use super::package::NAMES;
use super::sheet::Sheet;
use super::xml::{Look, Paragraph, escaped, run};
use crate::domain::LetterheadLine;
use crate::table::{Paper, Table};
use crate::texts::Lang;

/// How much of the width recipients and whoever made it have, in percent; the signer has the rest.
const RECIPIENTS: u32 = 34;
const PREPARED: u32 = 30;

/// The form as it is filled for one table.
pub struct Around<'f> {
    pub form: &'f Form,
    pub sheet: &'f Sheet<'f>,
    pub lang: Lang<'f>,
}

impl Around<'_> {
    fn words(&self) -> &Words {
        self.form.words(self.lang)
    }

    fn open(&self) -> &str {
        &self.form.letters.open
    }

    /// The head: bodies and number at the left, party and date at the right.
    pub fn head(&self, paper: &Paper, kind: Option<&Kind>) -> String {
        let line = |line| paper.letterhead.get(line).unwrap_or(self.open());
        let own = paper.office.as_ref().map_or(self.open(), |office| office.as_str());
        let symbol = kind.map(|kind| kind.symbol.as_str()).filter(|symbol| !symbol.is_empty());
        // Some write the whole sign, `BC/VPTU`.
        let code = line(LetterheadLine::DocumentCode).rsplit('/').next().unwrap_or_default().trim();
        let words = self.words();
        let number = words.number.replace("{symbol}", symbol.unwrap_or(self.open()));
        let year = paper.year.to_string();
        let date = words.date.replace("{year}", &year);
        let mut left = vec![
            Paragraph::new("Head", line(LetterheadLine::UpperBody).to_uppercase()),
            Paragraph::empty("Head").and(Look::Bold, own.to_uppercase()),
        ];
        if !kind.is_some_and(|kind| kind.is_slip) {
            left.push(Paragraph::new("Head", &*self.form.letters.star));
            left.push(Paragraph::new("Head", number.replace("{code}", code)));
        }
        let right = [
            Paragraph::empty("Head").and(Look::Ruled, &*words.party),
            Paragraph::empty("Head"),
            Paragraph::empty("Head")
                .and(Look::Italic, date.replace("{place}", line(LetterheadLine::PlaceOfIssue))),
        ];
        let share = words.left_head;
        self.beside(&[(share, &left), (100 - share, &right)])
    }

    /// Kind and subject in the middle, and what was counted.
    pub fn title(&self, table: &Table<'_>, kind: Option<&Kind>) -> String {
        let kind = kind.map(|kind| kind.words(self.lang)).filter(|words| !words.is_empty());
        let mut heading = table.heading.iter();
        let title = heading.next().map(String::as_str).unwrap_or_default();
        let mut xml = String::new();
        let lines = kind.into_iter().chain(title.split(" · ")).filter(|line| !line.is_empty());
        for (at, line) in lines.enumerate() {
            let style = if at == 0 { "FirstTitle" } else { "Title" };
            xml.push_str(&Paragraph::new(style, balanced(line)).with_next(true).xml());
        }
        if table.paper.is_some() {
            let rule = &*self.form.letters.rule;
            xml.push_str(&Paragraph::new("Head", rule).with_next(true).xml());
        }
        // On a paper the head says of which office it is.
        let office = table.aside.iter().filter(|_| table.paper.is_none());
        let said = office.chain(heading).filter(|line| !line.is_empty());
        said.for_each(|line| xml.push_str(&Paragraph::new("Subtitle", statements(line)).xml()));
        xml
    }

    /// To whom it goes, who made it, and who signs.
    pub fn signatures(&self, paper: &Paper) -> String {
        let words = self.words();
        let post = paper.letterhead.get(LetterheadLine::SignerPost).unwrap_or(self.open());
        let on_behalf = words.on_behalf.replace("{open}", self.open());
        let on_behalf = paper.letterhead.get(LetterheadLine::OnBehalf).unwrap_or(&on_behalf);
        let bold = |text: String| Paragraph::empty("Head").and(Look::Bold, text).with_next(true);
        let prepared = [bold(words.prepared_by.clone())];
        let mut signed = vec![bold(on_behalf.to_uppercase()), bold(post.to_uppercase())];
        let room = self.form.letters.room_to_sign;
        signed.extend((0..room).map(|_| Paragraph::empty("Head").with_next(true)));
        let (left, middle) = (RECIPIENTS, PREPARED);
        let right = 100 - left - middle;
        self.beside(&[(left, &self.recipients(paper)), (middle, &prepared), (right, &signed)])
    }

    fn recipients(&self, paper: &Paper) -> Vec<Paragraph<'static>> {
        let words = self.words();
        let mut all: Vec<String> = paper.letterhead.recipients().map(str::to_owned).collect();
        if all.is_empty() {
            all.push(self.open().to_owned());
        }
        if !all.last().is_some_and(|last| self.form.is_file(last)) {
            all.push(format!("{} {}", words.file, self.open()));
        }
        let last = all.len() - 1;
        let line = |(at, one): (usize, String)| {
            let end = if at == last { "." } else { "," };
            let end = if one.ends_with(self.open()) { "" } else { end };
            Paragraph::new("Recipients", format!("- {one}{end}")).with_next(true)
        };
        let head = words.recipients.clone();
        let head = Paragraph::empty("Recipients").and(Look::Bold, head).with_next(true);
        std::iter::once(head).chain(all.into_iter().enumerate().map(line)).collect()
    }

    /// Paragraphs beside each other, each part with so much of the width in percent.
    fn beside(&self, parts: &[(u32, &[Paragraph<'_>])]) -> String {
        let room = self.sheet.room();
        let width = |percent: u32| room * percent / 100;
        let columns =
            parts.iter().map(|(share, _)| format!("<w:gridCol w:w=\"{}\"/>", width(*share)));
        let columns: String = columns.collect();
        let cells = parts.iter().map(|(share, lines)| {
            let lines: String = lines.iter().map(Paragraph::xml).collect();
            let width = width(*share);
            format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{lines}</w:tc>")
        });
        let cells: String = cells.collect();
        format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{room}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/>\
             </w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>\
             <w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
        )
    }

    /// The foot of every page: what the paper says there, and which page of how many it is.
    pub fn footer(&self, table: &Table<'_>) -> String {
        let foot = table.paper.as_ref().map(|paper| paper.foot.join(" · ")).unwrap_or_default();
        let number = |field: &str| {
            format!("<w:fldSimple w:instr=\" {field} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
        };
        let (page, pages) = (number("PAGE"), number("NUMPAGES"));
        format!(
            "<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>\
             <w:r><w:t xml:space=\"preserve\">{} </w:t></w:r>{page}<w:r><w:t>/</w:t></w:r>{pages}\
             </w:p></w:ftr>",
            run(Look::Plain, &foot),
            escaped(&self.words().page)
        )
    }
}

/// A longer line of a heading whose last words stay together where it is broken.
fn balanced(line: &str) -> Cow<'_, str> {
    const TOGETHER: usize = 4;
    let Some((at, _)) = line.rmatch_indices(' ').nth(TOGETHER - 1) else { return line.into() };
    if at * 2 < line.len() {
        return line.into();
    }
    let (first, last) = line.split_at(at + 1);
    (first.to_owned() + &last.replace(' ', "\u{a0}")).into()
}

/// Statements of a heading, broken between them alone where they are short.
fn statements(line: &str) -> String {
    const SHORT: usize = 50;
    let kept = |one: &str| match one.chars().nth(SHORT) {
        None => one.replace(' ', "\u{a0}"),
        Some(_) => balanced(one).into_owned(),
    };
    line.split(" · ").map(kept).collect::<Vec<_>>().join("\u{a0}· ")
}
