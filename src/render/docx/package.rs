//! The file: parts of XML in a zip. No part says when it was made, so that the same table gives the same bytes.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::escaped;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The name space of documents, for the first element of a part.
pub const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// By what the document names its footer.
pub const FOOTER: &str = "rIdFooter";

/// What a document is made of.
pub struct Parts {
    pub title: String,
    pub document: String,
    pub styles: String,
    pub footer: String,
}

impl Parts {
    /// The file.
    pub fn packed(&self) -> io::Result<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        let parts = [
            ("[Content_Types].xml", content_types()),
            ("_rels/.rels", of_package()),
            ("docProps/core.xml", self.core()),
            ("word/document.xml", self.document.clone()),
            ("word/_rels/document.xml.rels", of_document()),
            ("word/styles.xml", self.styles.clone()),
            ("word/settings.xml", settings()),
            ("word/footer1.xml", self.footer.clone()),
        ];
        for (name, part) in parts {
            zip.start_file(name, options)?;
            zip.write_all(HEAD.as_bytes())?;
            zip.write_all(part.as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn core(&self) -> String {
        format!(
            "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
             </cp:coreProperties>",
            escaped(&self.title)
        )
    }
}

fn content_types() -> String {
    let part = |(name, sort): (&str, &str)| {
        format!("<Override PartName=\"/{name}\" ContentType=\"{sort}\"/>")
    };
    let word = |sort: &str| format!("{WORD}.{sort}+xml");
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    let parts = [
        ("docProps/core.xml", core),
        ("word/document.xml", &word("document.main")),
        ("word/styles.xml", &word("styles")),
        ("word/settings.xml", &word("settings")),
        ("word/footer1.xml", &word("footer")),
    ];
    let parts: String = parts.into_iter().map(part).collect();
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{parts}</Types>"
    )
}

/// Parts that another one refers to: by what, of which sort, where.
fn relationships(parts: &[(&str, &str, &str)]) -> String {
    let part = |(id, sort, to): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{sort}\" Target=\"{to}\"/>")
    };
    let parts: String = parts.iter().map(part).collect();
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{parts}</Relationships>")
}

fn of_package() -> String {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    relationships(&[
        ("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"),
        ("rId2", &core, "docProps/core.xml"),
    ])
}

fn of_document() -> String {
    relationships(&[
        ("rIdStyles", &format!("{OFFICE}/styles"), "styles.xml"),
        ("rIdSettings", &format!("{OFFICE}/settings"), "settings.xml"),
        (FOOTER, &format!("{OFFICE}/footer"), "footer1.xml"),
    ])
}

/// As Word has it since 2013: else it offers to turn the document into one.
fn settings() -> String {
    format!(
        "<w:settings {NAMES}><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}
