//! Words of `where` and `config`.

use super::Lang;

/// The label of a file or column.
pub fn label(lang: Lang, key: &str) -> &'static str {
    match key {
        "record_file" => lang.pick("Sổ", "Record file"),
        "config_file" => lang.pick("Tệp cài đặt", "Settings file"),
        "what" => lang.pick("Tệp", "File"),
        "path" => lang.pick("Đường dẫn", "Where"),
        "source" => lang.pick("Nguồn", "Named by"),
        "exists" => lang.pick("Tồn tại", "There"),
        "key" => lang.pick("Cài đặt", "Setting"),
        "value" => lang.pick("Giá trị", "Value"),
        "kept_in" => lang.pick("Lưu ở", "Kept in"),
        _ => "",
    }
}

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
