//! The variables of the environment that chibo looks at, each with what it is for. There is no other way to read one
//! (`cli/environment.rs`), so that none is missing on the page that lists them.

use super::{Lang, say};

/// Declares the variables, as the system names them.
macro_rules! variables {
    ($($variable:ident = $name:literal: $vi:literal / $en:literal),+ $(,)?) => {
        /// A variable of the environment.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Variable { $($variable),+ }

        impl Variable {
            /// Every one, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$variable),+];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variable => $name),+ }
            }

            /// What it is for.
            pub fn meaning(self, lang: Lang) -> &'static str {
                match self { $(Self::$variable => lang.pick($vi, $en)),+ }
            }
        }
    };
}

variables! {
    Db = "CHIBO_DB": "sổ cần dùng, nếu không có --db" / "the record file, where --db names none",
    Lang = "CHIBO_LANG": "ngôn ngữ: vi, en; nếu không có --lang" / "the language, vi or en, where --lang names none",
    Today = "CHIBO_TODAY": "ngày lấy làm hôm nay, nếu không có --today" / "the date that stands for today, where --today names none",
    Actor = "CHIBO_ACTOR": "người ghi, nếu không có --actor" / "who does it, where --actor names nobody",
    NoColor = "NO_COLOR": "có giá trị bất kỳ thì in không màu, trừ khi có --color always" / "with any value nothing is coloured, unless --color always says so",
    Term = "TERM": "là dumb thì in không màu và không hỏi" / "where it is dumb, nothing is coloured and nobody is asked",
    LcAll = "LC_ALL": "bộ ký tự của cửa sổ lệnh: có UTF-8 thì hình vẽ bằng ký tự Unicode" / "the letters of the terminal: with UTF-8, pictures are drawn with Unicode's signs",
    LcCtype = "LC_CTYPE": "như LC_ALL, nếu không có biến đó" / "the same where LC_ALL is not set",
    SystemLang = "LANG": "như LC_ALL, nếu không có hai biến đó" / "the same where neither of these is set",
    Pager = "CHIBO_PAGER": "chương trình để xem bảng dài hơn màn hình; để trống hoặc cat: in thẳng" / "the program with which tables longer than the screen are read; empty or cat: none",
    CommonPager = "PAGER": "như CHIBO_PAGER, nếu không có biến đó; không có cả hai: less (trên Windows: in thẳng)" / "the same where CHIBO_PAGER is not set; with neither: less (on Windows: none)",
    Less = "LESS": "tùy chọn cho less; nếu không có: FRXK" / "options for less; if not set: FRXK",
    Complete = "CHIBO_COMPLETE": "do tập lệnh của lệnh completion đặt; không tự đặt" / "set by the script that completion prints, and by nobody else",
    Columns = "COLUMNS": "số cột của màn hình để xếp bảng; nếu không có thì lấy của cửa sổ lệnh" / "how many columns tables have room for; else as many as the terminal has",
}

/// What stands below the list.
pub fn more(lang: Lang) -> String {
    say!(
        lang,
        "Biến để trống coi như không có, trừ CHIBO_PAGER và PAGER. Ngôn ngữ của máy và thư mục của người dùng lấy theo hệ thống; xem: {CHIBO} where",
        "A variable that is empty says nothing, but for CHIBO_PAGER and PAGER. The language and the user's folders are else those of the system; see: {CHIBO} where",
        CHIBO
    )
}
