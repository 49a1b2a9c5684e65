//! Words of `where` and `config`.

use super::Lang;

/// What named a file.
pub fn source(lang: Lang, source: &str) -> String {
    match source {
        "default" => lang.pick("mặc định", "default").to_owned(),
        other => other.to_owned(),
    }
}

pub fn exists(lang: Lang, there: bool) -> &'static str {
    if there { lang.pick("có", "yes") } else { lang.pick("chưa", "no") }
}
