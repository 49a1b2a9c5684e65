//! What the operating system says when it refuses something, in the reader's language.

use std::io::{Error, ErrorKind};

use super::{Lang, Language, say};

/// The words for an error as the system told it, `No such file or directory (os error 2)`: whatever language
/// the system speaks, the number is the same. One that has no words here keeps its own. The name of a file
/// that was being written aside is nobody's concern and left out.
pub fn system(lang: Lang, detail: &str) -> String {
    let told = || detail.split(" at path \"").next().unwrap_or(detail).to_owned();
    let numbered = |number: i32| match (known(lang, number), lang.language) {
        (Some(words), _) => words,
        (None, Language::Vi) => format!("hệ điều hành báo lỗi số {number}"),
        (None, Language::En) => told(),
    };
    number(detail).map_or_else(told, numbered)
}

/// The number of an error within its text.
fn number(detail: &str) -> Option<i32> {
    let (_, rest) = detail.rsplit_once("(os error ")?;
    rest.split(')').next()?.parse().ok()
}

fn known(lang: Lang, number: i32) -> Option<String> {
    // Windows tells of a file in use by numbers that have no kind.
    let in_use = cfg!(windows) && matches!(number, 32 | 33);
    Some(match Error::from_raw_os_error(number).kind() {
        _ if in_use => used(lang),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => used(lang),
        ErrorKind::NotFound => {
            say!(lang, "không có tệp hoặc thư mục này", "there is no such file or folder")
        }
        ErrorKind::PermissionDenied => say!(lang, "không có quyền", "permission denied"),
        ErrorKind::IsADirectory => say!(lang, "đó là thư mục", "it is a folder"),
        ErrorKind::NotADirectory => say!(
            lang,
            "một phần của đường dẫn không phải là thư mục",
            "a part of the path is not a folder"
        ),
        ErrorKind::AlreadyExists => {
            say!(lang, "đã có tệp hoặc thư mục tên này", "there is one of that name already")
        }
        ErrorKind::DirectoryNotEmpty => {
            say!(lang, "thư mục không trống", "the folder is not empty")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            say!(lang, "đĩa đã đầy", "the disk is full")
        }
        ErrorKind::ReadOnlyFilesystem => {
            say!(lang, "ổ đĩa chỉ cho đọc", "the disk can only be read")
        }
        ErrorKind::InvalidFilename => say!(
            lang,
            "tên quá dài hoặc có ký tự không dùng được",
            "the name is too long or has characters that cannot be used"
        ),
        _ => return None,
    })
}

fn used(lang: Lang) -> String {
    say!(lang, "chương trình khác đang dùng", "another program is using it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_by_its_number_is_said_in_both_languages() {
        let detail = r#"No such file or directory (os error 2) at path "/proc/.tmpHeyEAf""#;
        assert_eq!(system(Lang::VI, detail), "không có tệp hoặc thư mục này");
        assert_eq!(system(Lang::EN, detail), "there is no such file or folder");
        let denied = if cfg!(windows) { 5 } else { 13 };
        let detail = Error::from_raw_os_error(denied).to_string();
        assert_eq!(system(Lang::VI, &detail), "không có quyền");
    }

    #[cfg(unix)]
    #[test]
    fn every_usual_refusal_of_a_path_has_words_of_its_own() {
        // EEXIST, EBUSY, ENOTDIR, EISDIR, ENOSPC, EROFS
        for number in [17, 16, 20, 21, 28, 30] {
            let detail = Error::from_raw_os_error(number).to_string();
            assert!(detail.contains(&format!("(os error {number})")), "{detail}");
            let [vi, en] = Lang::ALL.map(|lang| system(lang, &detail));
            assert!(vi != en && !en.contains("os error"), "{vi} {en}");
        }
    }

    #[test]
    fn what_is_not_known_is_said_as_it_was_told_but_for_the_name_of_a_file_aside() {
        assert_eq!(system(Lang::EN, "odd (os error 99999)"), "odd (os error 99999)");
        assert_eq!(system(Lang::VI, "odd (os error 99999)"), "hệ điều hành báo lỗi số 99999");
        assert_eq!(system(Lang::VI, r#"odd at path "/tmp/.tmpX""#), "odd");
    }
}
