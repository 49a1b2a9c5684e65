//! Fingerprints, and names that are to be erased (`records.md`, section 3).

use super::Explained;
use crate::texts::{Lang, say};

pub(super) fn fingerprint_misread(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "fingerprint-misread",
        say!(
            lang,
            "Không đọc được mã đối chiếu “{text}”",
            "“{text}” cannot be read as a fingerprint"
        ),
    )
    .hint(say!(
        lang,
        "Gõ đủ 16 chữ số thập lục phân (0-9, a-f) như trên văn bản, ví dụ: --expect \"1a2b 3c4d 5e6f 7081\"",
        "Type the 16 hex digits (0-9, a-f) as they stand on the paper, such as: --expect \"1a2b 3c4d 5e6f 7081\""
    ))
}
