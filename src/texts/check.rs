//! What `check` found, in words: what is wrong, where, what to do next.

use std::path::{Path, PathBuf};

use super::failures::technical;
use super::joined;
use super::{Lang, count, date, period, refusal, say, thing, typed};
use crate::domain::{ChainFlaw, Flaw, FlawKind, Moment, NameFlaw, RuleBroken, SchemaFlaw};

/// The most backups that one line names.
const NAMED: usize = 3;

/// What is wrong, and where.
pub fn finding(lang: Lang, flaw: &Flaw) -> String {
    match flaw {
        Flaw::Pages { pages, more } => {
            let total = count(lang, pages.len() + more, "trang", "page", "pages");
            let numbers: Vec<String> = pages.iter().map(u32::to_string).collect();
            let more = if *more > 0 { ", …" } else { "" };
            let numbers = numbers.join(", ") + more;
            say!(
                lang,
                "Nội dung {total} của tệp không còn đúng như chibo đã ghi, do đĩa hỏng hoặc do chương trình khác sửa: {numbers}",
                "What stands in {total} of the file is not what chibo wrote there, because of the disk or of another program: {numbers}"
            )
        }
        Flaw::Integrity { said, more } => {
            let places = count(lang, said.len() + more, "chỗ", "place", "places");
            let more = if *more > 0 { "; …" } else { "" };
            let said = technical(lang, &(said.join("; ") + more));
            say!(lang, "Tệp bị hỏng ở {places} {said}", "The file is damaged in {places} {said}")
        }
        Flaw::Unreadable { kind, detail } => unreadable(lang, *kind, detail),
        Flaw::ForeignKey { table, row, refers_to } => {
            let row = row.map_or("?".to_owned(), |row| row.to_string());
            say!(
                lang,
                "Dòng {row} của bảng {table} dẫn tới một dòng không có trong bảng {refers_to}",
                "Row {row} of the table {table} refers to a row that is not in the table {refers_to}"
            )
        }
        Flaw::SchemaNumber { found } => say!(
            lang,
            "Tệp ghi là cấu trúc {found}, một cấu trúc chưa từng được phát hành",
            "The file says it has schema {found}, which was never released"
        ),
        Flaw::Schema { difference, sort, name } => schema(lang, *difference, sort, name),
        Flaw::Chain(flaw) => chain(lang, flaw),
        Flaw::Name { flaw, official } => name(lang, *flaw, official),
        Flaw::Rule(broken) => rule(lang, broken),
        Flaw::Value { table, row, column } => say!(
            lang,
            "Dòng {row} của bảng {table} có giá trị sai quy định ở cột {column}",
            "Row {row} of the table {table} breaks a rule in the column {column}"
        ),
        Flaw::Filed { period: month, closed_on, cells } => {
            let (month, closed_on) = (period(lang, *month), date(lang, *closed_on));
            let cells = joined(cells);
            say!(
                lang,
                "Tháng {month} đã chốt ngày {closed_on}, nhưng số liệu hiện nay khác bản đã chốt ở: {cells}",
                "{month} was closed on {closed_on}, but the records now say something else for: {cells}"
            )
        }
        Flaw::Expect { wanted } => say!(
            lang,
            "Không có thao tác nào còn nguyên vẹn mang mã đối chiếu {wanted}: các thao tác mới nhất đã bị bỏ, hoặc sổ đã bị sửa rồi tính lại mã",
            "No operation that still holds has the fingerprint {wanted}: the newest operations were taken away, or the file was changed and its hashes computed again"
        ),
        Flaw::ExpectElsewhere { wanted, period: month, by } => {
            let (month, by) = (period(lang, *month), by.0);
            say!(
                lang,
                "{wanted} là mã đối chiếu in lần đầu của tháng {month}, chốt ở một sổ khác rồi nhập từ tệp vào sổ này (thao tác {by}): sổ này chỉ chép lại mã đó, không xác nhận được",
                "{wanted} is the fingerprint first printed for {month}, which was closed in another record file and came into this one from files (operation {by}): this one has only taken it over, and cannot vouch for it"
            )
        }
        Flaw::AheadOfClock { number, recorded_at, now } => {
            let number = number.0;
            let (recorded_at, now) = (universal(*recorded_at), universal(*now));
            say!(
                lang,
                "Thao tác mới nhất, số {number}, ghi lúc {recorded_at}, sau giờ của máy là {now}: đồng hồ của máy đang sai hoặc đã từng sai",
                "The newest operation, {number}, was recorded at {recorded_at}, and the machine's clock says {now}: the clock is wrong, or was then"
            )
        }
    }
}

/// A moment that is the same on every machine.
fn universal(moment: Moment) -> String {
    moment.utc().format("%Y-%m-%d %H:%M:%S UTC").to_string()
}

fn unreadable(lang: Lang, kind: FlawKind, detail: &str) -> String {
    let part = match kind {
        FlawKind::Integrity => lang.pick("các trang của tệp", "the pages of the file"),
        FlawKind::ForeignKey => lang.pick("các liên kết giữa các bảng", "the links between tables"),
        FlawKind::Schema => lang.pick("cấu trúc các bảng", "the schema"),
        FlawKind::Chain | FlawKind::Expect => {
            lang.pick("chuỗi thao tác", "the chain of operations")
        }
        FlawKind::Clock => lang.pick("giờ ghi của các thao tác", "the times of operations"),
        FlawKind::Name => lang.pick("họ tên cán bộ", "the names of officials"),
        FlawKind::Rule => lang.pick("các bản ghi theo quy định", "the records against the rules"),
        FlawKind::Filed => lang.pick("các tháng đã chốt", "the closed months"),
    };
    say!(
        lang,
        "Không kiểm tra được {part}, SQLite báo: {detail}",
        "Could not check {part}; SQLite says: {detail}"
    )
}

fn schema(lang: Lang, difference: SchemaFlaw, sort: &str, name: &str) -> String {
    let sort = match sort {
        "table" => lang.pick("bảng", "table"),
        "index" => lang.pick("chỉ mục", "index"),
        "trigger" => lang.pick("chốt chặn (trigger)", "trigger"),
        other => other,
    };
    match difference {
        SchemaFlaw::Missing => say!(lang, "Sổ thiếu {sort} {name}", "The {sort} {name} is missing"),
        SchemaFlaw::Changed => say!(
            lang,
            "Trong sổ, {sort} {name} đã bị chương trình khác sửa",
            "The {sort} {name} was changed by another program"
        ),
        SchemaFlaw::Extra => say!(
            lang,
            "Trong sổ có {sort} {name} không phải của chibo",
            "There is a {sort} {name} that is not chibo's"
        ),
    }
}

fn chain(lang: Lang, flaw: &ChainFlaw) -> String {
    match flaw {
        ChainFlaw::Missing(number) => {
            let number = number.0;
            say!(lang, "Sổ thiếu thao tác {number}", "Operation {number} is missing")
        }
        ChainFlaw::Empty => say!(lang, "Sổ không có thao tác nào", "There is no operation at all"),
        ChainFlaw::Broken(number) => {
            let number = number.0;
            say!(
                lang,
                "Thao tác {number}, hoặc những gì thao tác đó đã thêm hay bỏ, đã bị sửa sau khi ghi",
                "Operation {number}, or something that it added or removed, was changed after it was recorded"
            )
        }
        ChainFlaw::Backwards(number) => {
            let (number, before) = (number.0, number.previous().0);
            say!(
                lang,
                "Giờ ghi của thao tác {number} sớm hơn thao tác {before}",
                "Operation {number} says it was recorded before operation {before}"
            )
        }
        ChainFlaw::RowAlone { table, row } => say!(
            lang,
            "Dòng {row} của bảng {table} không thuộc thao tác nào",
            "Row {row} of the table {table} belongs to no operation"
        ),
        ChainFlaw::Text { flaw: NameFlaw::Changed, text } => say!(
            lang,
            "Nội dung số {text} của bảng text đã bị sửa sau khi ghi",
            "The text {text} of the table text was changed after it was recorded"
        ),
        ChainFlaw::Text { flaw: NameFlaw::Gone, text } => say!(
            lang,
            "Nội dung số {text} của bảng text không còn mà không có thao tác nào xóa",
            "The text {text} of the table text is gone, and no operation erased it"
        ),
        ChainFlaw::Text { flaw: NameFlaw::Back, text } => say!(
            lang,
            "Nội dung đã xóa số {text} của bảng text lại có trong sổ",
            "The text {text} of the table text, which was erased, is there again"
        ),
        ChainFlaw::ErasedInForce { table, row, column } => say!(
            lang,
            "Nội dung ở dòng {row}, cột {column} của bảng {table} bị xóa khi còn hiệu lực",
            "The text in row {row}, column {column} of the table {table} was erased while it was in force"
        ),
        ChainFlaw::ErasedNoName(number) => {
            let number = number.0;
            say!(
                lang,
                "Thao tác {number} ghi là xóa họ tên nhưng không xóa họ tên của cán bộ nào được nêu",
                "Operation {number} says that it erased a name, but erased none of the official it names"
            )
        }
    }
}

fn name(lang: Lang, flaw: NameFlaw, official: &str) -> String {
    match flaw {
        NameFlaw::Changed => say!(
            lang,
            "Họ tên của cán bộ {official} đã bị sửa sau khi ghi",
            "The name of the official {official} was changed after it was recorded"
        ),
        NameFlaw::Gone => say!(
            lang,
            "Họ tên của cán bộ {official} không còn mà không có thao tác xóa họ tên",
            "The name of the official {official} is gone, and no operation erased it"
        ),
        NameFlaw::Back => say!(
            lang,
            "Họ tên đã xóa của cán bộ {official} lại có trong sổ",
            "The name of the official {official}, which was erased, is there again"
        ),
    }
}

fn rule(lang: Lang, broken: &RuleBroken) -> String {
    let message = refusal(lang, &broken.refusal).message;
    let month = broken.period.map(|month| period(lang, month));
    let of = broken.thing.as_ref().map(thing);
    match (of, month) {
        (Some(of), Some(month)) => {
            say!(lang, "{of}, tháng {month}: {message}", "{of}, {month}: {message}")
        }
        (Some(of), None) => format!("{of}: {message}"),
        (None, Some(month)) => say!(lang, "Tháng {month}: {message}", "{month}: {message}"),
        (None, None) => message,
    }
}

/// What to do about it; `backups` are those that are known of the file.
pub fn next(lang: Lang, flaw: &Flaw, backups: &[PathBuf]) -> String {
    match flaw {
        Flaw::Rule(_) | Flaw::Value { .. } => {
            let restore = restore(lang, backups);
            say!(
                lang,
                "Sửa lại bản ghi đó bằng chibo ({CHIBO} history cho biết đã ghi khi nào); nếu sổ bị sửa từ bên ngoài: {restore}",
                "Put the record right with chibo ({CHIBO} history tells when it was recorded); if the file was changed from outside: {restore}",
                CHIBO
            )
        }
        Flaw::Filed { period: month, .. } => {
            let month = period(lang, *month);
            let restore = restore(lang, backups);
            say!(
                lang,
                "So sánh với {CHIBO} report --period {month} --filed, rồi sửa bản ghi, hoặc {CHIBO} reopen {month} --reason LÝ_DO và chốt lại; nếu sổ bị sửa từ bên ngoài: {restore}",
                "Compare with {CHIBO} report --period {month} --filed, then correct the records, or {CHIBO} reopen {month} --reason TEXT and close it again; if the file was changed from outside: {restore}",
                CHIBO
            )
        }
        Flaw::Expect { .. } => {
            let restore = restore(lang, backups);
            say!(
                lang,
                "So lại mã với văn bản và xem --db; nếu đúng, đừng dùng sổ này làm căn cứ; {restore}",
                "Compare the digits with the paper, and --db; if they are right, do not rely on this file; {restore}"
            )
        }
        Flaw::ExpectElsewhere { period: month, .. } => {
            let month = period(lang, *month);
            say!(
                lang,
                "Đối chiếu văn bản với {CHIBO} report --period {month} --filed; muốn xác nhận mã, dùng check --expect với sổ đã chốt tháng đó hoặc bản sao lưu của sổ ấy",
                "Compare the paper with {CHIBO} report --period {month} --filed; what vouches for the fingerprint is check --expect on the record file that closed the month, or on a backup of it",
                CHIBO
            )
        }
        Flaw::AheadOfClock { .. } => say!(
            lang,
            "Xem lại đồng hồ của máy; nếu đồng hồ nay đã đúng, các thao tác ghi từ đó đến lúc ấy mang cùng một giờ: dùng --known-at với số thao tác thay cho ngày",
            "Look at the machine's clock; if it is right now, all operations until then get that same time: give --known-at the number of an operation instead of a date"
        ),
        Flaw::Pages { .. }
        | Flaw::Integrity { .. }
        | Flaw::Unreadable { .. }
        | Flaw::ForeignKey { .. }
        | Flaw::SchemaNumber { .. }
        | Flaw::Schema { .. }
        | Flaw::Chain(_)
        | Flaw::Name { .. } => restore(lang, backups),
    }
}

/// The command that brings back a backup, with those that are known.
fn restore(lang: Lang, backups: &[PathBuf]) -> String {
    let mut backups = backups.iter().take(NAMED).map(|path| typed(Path::new(path)));
    let Some(first) = backups.next() else {
        return say!(
            lang,
            "giữ nguyên tệp này và khôi phục từ một bản sao lưu: {CHIBO} restore TỆP",
            "keep this file as it is and bring back a backup: {CHIBO} restore FILE",
            CHIBO
        );
    };
    let others: Vec<String> = backups.collect();
    let others = if others.is_empty() {
        String::new()
    } else {
        let others = others.join(", ");
        say!(lang, " (bản sao lưu khác: {others})", " (other backups: {others})")
    };
    say!(
        lang,
        "khôi phục từ bản sao lưu: {CHIBO} restore {first}{others}",
        "bring back a backup: {CHIBO} restore {first}{others}",
        CHIBO
    )
}

/// A finding as one line.
pub fn line(lang: Lang, flaw: &Flaw, backups: &[PathBuf]) -> String {
    let (finding, next) = (finding(lang, flaw), next(lang, flaw, backups));
    let finding = finding.trim_end_matches('.');
    let mut next = next.chars();
    let next: String = next.next().into_iter().flat_map(char::to_uppercase).chain(next).collect();
    format!("{finding}. {next}.")
}
