//! Words of `official erase`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::typing::which;
use super::{Labelled, Lang, count, date, inspection_word, period, say, thing, typed};
use crate::domain::{Key, Keyword, OperationNumber, SettingKey, TextOwner, TextPlace, Thing};

/// What was erased; ends without a full stop.
pub fn erased(lang: Lang, official: &str, texts: usize) -> String {
    let past = match texts {
        0 => String::new(),
        _ => {
            let texts = count(lang, texts, "nội dung cũ", "earlier text", "earlier texts");
            say!(lang, " và {texts} có họ tên đó", " and {texts} that contained it")
        }
    };
    say!(
        lang,
        "Đã xóa hẳn họ tên của cán bộ {official}{past} khỏi sổ",
        "Erased the name of the official {official}{past} from the file"
    )
}

/// Texts that had to stay.
pub fn kept(lang: Lang, operations: &BTreeSet<OperationNumber>) -> String {
    let numbers: Vec<String> = operations.iter().map(|number| number.0.to_string()).collect();
    let numbers = numbers.join(", ");
    say!(
        lang,
        "Lưu ý: họ tên vẫn còn trong nội dung cũ của thao tác {numbers}; nội dung này nằm trong chuỗi thao tác nên không xóa được. Muốn bỏ hẳn: {CHIBO} export THƯ_MỤC, lập sổ mới bằng chibo --db SỔ_MỚI init, chibo --db SỔ_MỚI import THƯ_MỤC, rồi hủy sổ cũ.",
        "Note: the name still stands in earlier texts of operation {numbers}, which the chain of operations holds as they are. To be rid of them too: {CHIBO} export FOLDER, make a new file with chibo --db NEW init, chibo --db NEW import FOLDER, and destroy the old one.",
        CHIBO
    )
}

/// What has the same name and keeps it.
pub fn namesakes(lang: Lang, things: &[Thing]) -> String {
    let things = things.iter().map(thing).collect::<Vec<_>>().join("; ");
    say!(
        lang,
        "Lưu ý: cùng tên đó và vẫn giữ trong sổ: {things}.",
        "Note: of the same name, and still in the file: {things}."
    )
}

/// What had the same name once: the history still has it.
pub fn named_once(lang: Lang, things: &[Thing]) -> String {
    let named = |thing: &Thing| format!("{} {}", thing.kind.lower(lang), thing.code);
    let things = things.iter().map(named).collect::<Vec<_>>().join("; ");
    say!(
        lang,
        "Lưu ý: lịch sử của sổ còn tên đó, là tên trước đây của: {things}. Muốn bỏ hẳn: {CHIBO} export THƯ_MỤC, lập sổ mới bằng chibo --db SỔ_MỚI init, chibo --db SỔ_MỚI import THƯ_MỤC, rồi hủy sổ cũ.",
        "Note: the history of the file still has that name, as a former name of: {things}. To be rid of it too: {CHIBO} export FOLDER, make a new file with chibo --db NEW init, chibo --db NEW import FOLDER, and destroy the old one.",
        CHIBO
    )
}

/// The file could not be built anew.
pub fn not_built(lang: Lang) -> &'static str {
    lang.pick(
        "Lưu ý: họ tên đã được xóa và ghi đè, nhưng chưa dựng lại được tệp (đĩa đầy?); có thể còn dấu vết giữa các dòng.",
        "Note: the name is erased and overwritten, but the file could not be built anew (is the disk full?); traces may be left between its rows.",
    )
}

/// The copies that still hold the name.
pub fn backups(lang: Lang, holding: &[PathBuf]) -> String {
    let names = paths(holding);
    if holding.is_empty() {
        say!(
            lang,
            "Không có bản sao lưu nào chibo biết còn họ tên này; hãy tự xem lại các bản sao khác.",
            "No backup that chibo knows of holds the name; see to other copies yourself."
        )
    } else {
        say!(
            lang,
            "Các bản sao lưu sau vẫn còn họ tên này: {names}. Hãy hủy đi rồi sao lưu lại: {CHIBO} backup TỆP.",
            "These backups still hold the name: {names}. Destroy them and make a new one: {CHIBO} backup FILE.",
            CHIBO
        )
    }
}

/// Folders in which another program is just making a copy that may hold the name.
pub fn copies_being_made(lang: Lang, rooms: &[PathBuf]) -> String {
    let rooms = paths(rooms);
    say!(
        lang,
        "Một chương trình khác đang tạo bản sao còn họ tên này trong: {rooms}. Hãy chờ chương trình ấy xong rồi xem lại; nếu thành bản sao lưu thì hủy đi.",
        "Another program is just making a copy that holds the name in: {rooms}. Wait until it has finished, then look again; if it became a backup, destroy it."
    )
}

fn paths(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| typed(path)).collect::<Vec<_>>().join(", ")
}

/// Where a text stands, and the command that changes it.
pub fn place(lang: Lang, place: &TextPlace) -> String {
    let label = place.key.label(lang);
    let (place, command) = match &place.of {
        TextOwner::Meeting { cell, period: month, kind, held_on } => {
            let named = period(lang, *month);
            let code = &cell.code;
            let which = which(lang, *kind, *held_on);
            let option = place.key.key().replace('_', "-");
            (
                say!(
                    lang,
                    "{label} của buổi sinh hoạt tháng {named}, {cell}",
                    "{label} of the meeting of {cell} for {named}"
                ),
                say!(
                    lang,
                    "{CHIBO} meeting amend {code} --period {named}{which} --{option} NỘI_DUNG_MỚI (hoặc --clear {option})",
                    "{CHIBO} meeting amend {code} --period {named}{which} --{option} NEW_TEXT (or --clear {option})",
                    CHIBO
                ),
            )
        }
        TextOwner::Plan { cell, period: month, kind, on } => {
            let (named, on) = (period(lang, *month), date(lang, *on));
            let (code, which) = (&cell.code, which(lang, *kind, None));
            (
                say!(
                    lang,
                    "{label} trong lịch sinh hoạt tháng {named}, {cell}",
                    "{label} of the plan of {cell} for {named}"
                ),
                say!(
                    lang,
                    "{CHIBO} meeting plan {code} --on {on} --period {named}{which} --place ĐỊA_ĐIỂM_MỚI (hoặc --place \"\")",
                    "{CHIBO} meeting plan {code} --on {on} --period {named}{which} --place NEW_PLACE (or --place \"\")",
                    CHIBO
                ),
            )
        }
        TextOwner::Inspection { cell, on, kind } => {
            let (code, on, key) = (&cell.code, date(lang, *on), kind.key());
            let word = inspection_word(lang, *kind);
            (
                say!(
                    lang,
                    "{label} của {word} {cell} ngày {on}",
                    "{label} of the {word} of {cell} on {on}"
                ),
                say!(
                    lang,
                    "{CHIBO} log-inspection {code} --on {on} --kind {key} --amend --document SỐ_MỚI (hoặc --document \"\")",
                    "{CHIBO} log-inspection {code} --on {on} --kind {key} --amend --document NEW_NO (or --document \"\")",
                    CHIBO
                ),
            )
        }
        TextOwner::Bulletin { number, period: month } => {
            let month = period(lang, *month);
            (
                say!(
                    lang,
                    "{label} của thông tin số {number}, tháng {month}",
                    "{label} of the bulletin {number} of {month}"
                ),
                say!(
                    lang,
                    "{CHIBO} bulletin remove {number}, rồi ghi lại bằng {CHIBO} bulletin add",
                    "{CHIBO} bulletin remove {number}, then record it anew with {CHIBO} bulletin add",
                    CHIBO
                ),
            )
        }
        TextOwner::Recommendation { code, cell, period: month } => {
            let month = period(lang, *month);
            let is_text = place.key == Key::Text;
            let what = if is_text {
                label.to_owned()
            } else {
                say!(lang, "Bước “{label}”", "Step “{label}”")
            };
            let named = say!(
                lang,
                "{what} của kiến nghị {code}, {cell}, tháng {month}",
                "{what} of the recommendation {code} of {cell}, {month}"
            );
            let command = if is_text {
                say!(
                    lang,
                    "{CHIBO} recommend amend {code} --text NỘI_DUNG_MỚI",
                    "{CHIBO} recommend amend {code} --text NEW_TEXT",
                    CHIBO
                )
            } else {
                say!(
                    lang,
                    "xem số của bước: {CHIBO} recommend show {code}, rồi {CHIBO} recommend amend {code} --step SỐ với --to, --document hoặc --text",
                    "the number of the step: {CHIBO} recommend show {code}, then {CHIBO} recommend amend {code} --step N with --to, --document or --text",
                    CHIBO
                )
            };
            (named, command)
        }
        TextOwner::InFile { thing, file } => {
            let since = place.from.map(|day| date(lang, day));
            let since = since.map(|day| say!(lang, " từ ngày {day}", " from {day}"));
            let since = since.unwrap_or_default();
            (
                say!(lang, "{label}{since} của {thing}", "{label}{since} of {thing}"),
                amended_file(lang, file),
            )
        }
        TextOwner::Assignment { cell, official, from } => {
            let field = place.key.key();
            let named = date(lang, *from);
            let (cell_code, official_code) = (&cell.code, &official.code);
            (
                say!(
                    lang,
                    "{label} của phân công {official} dự {cell} từ ngày {named}",
                    "{label} of the assignment of {official} to {cell} from {named}"
                ),
                say!(
                    lang,
                    "{CHIBO} assign {cell_code} {official_code} --from {named} --amend --{field} NỘI_DUNG_MỚI",
                    "{CHIBO} assign {cell_code} {official_code} --from {named} --amend --{field} NEW_TEXT",
                    CHIBO
                ),
            )
        }
        TextOwner::Duty { official, scope, from } => {
            let (code, named) = (&official.code, date(lang, *from));
            let place = super::answers::scope(lang, scope.as_ref());
            (
                say!(
                    lang,
                    "{label} của nghĩa vụ dự của {official} ở {place} từ ngày {named}",
                    "{label} of the duty of {official} within {place} from {named}"
                ),
                say!(
                    lang,
                    "{CHIBO} duty add {code} … --from {named} --amend --document SỐ_MỚI",
                    "{CHIBO} duty add {code} … --from {named} --amend --document NEW_NUMBER",
                    CHIBO
                ),
            )
        }
        TextOwner::GapNote { cell, period: month, on } => {
            let (code, month, on) = (&cell.code, period(lang, *month), date(lang, *on));
            (
                say!(
                    lang,
                    "Câu trả lời ngày {on} về {cell}, tháng {month}",
                    "What was answered on {on} about {cell}, {month}"
                ),
                say!(
                    lang,
                    "{CHIBO} gaps note {code} NỘI_DUNG_MỚI --period {month} --on {on} (hoặc --remove)",
                    "{CHIBO} gaps note {code} NEW_TEXT --period {month} --on {on} (or --remove)",
                    CHIBO
                ),
            )
        }
        TextOwner::Succession { from_cell, to_cell } => (
            say!(
                lang,
                "Số văn bản về việc {from_cell} thành {to_cell}",
                "Document number of how {from_cell} became {to_cell}"
            ),
            amended_file(lang, "successions.csv"),
        ),
        TextOwner::Closing { period: month } => {
            let named = period(lang, *month);
            (
                say!(
                    lang,
                    "Số văn bản khi chốt tháng {named}",
                    "Document number of {named} when it was closed"
                ),
                say!(
                    lang,
                    "{CHIBO} reopen {named} --reason LÝ_DO, rồi {CHIBO} close {named}",
                    "{CHIBO} reopen {named} --reason TEXT, then {CHIBO} close {named}",
                    CHIBO
                ),
            )
        }
        TextOwner::Office if place.key != Key::Setting(SettingKey::Office) => (
            say!(lang, "Cài đặt {label}", "The setting {label}"),
            say!(
                lang,
                "{CHIBO} config {label} NỘI_DUNG_MỚI",
                "{CHIBO} config {label} NEW_TEXT",
                CHIBO
            ),
        ),
        TextOwner::Office => (
            say!(lang, "Tên văn phòng", "The office's name"),
            say!(lang, "{CHIBO} config office TÊN_MỚI", "{CHIBO} config office NEW_NAME", CHIBO),
        ),
    };
    format!("{place}: {command}")
}

fn amended_file(lang: Lang, file: &str) -> String {
    say!(
        lang,
        "{CHIBO} export THƯ_MỤC, sửa nội dung trong tệp {file} ở đó, rồi {CHIBO} import THƯ_MỤC/{file} --amend",
        "{CHIBO} export FOLDER, change the text in its file {file}, then {CHIBO} import FOLDER/{file} --amend",
        CHIBO
    )
}

/// That a backup which is restored brings back names that were erased since it was made.
pub fn names_back(lang: Lang, codes: &[String]) -> String {
    let first = codes.first().map_or("", String::as_str);
    let codes = codes.join(", ");
    say!(
        lang,
        "Lưu ý: bản sao lưu còn họ tên đã xóa khỏi sổ sau đó: {codes}; xóa lại: {CHIBO} official erase {first} --reason LÝ_DO",
        "Note: the backup still holds names that were erased from the record file since: {codes}; to erase again: {CHIBO} official erase {first} --reason TEXT",
        CHIBO
    )
}
