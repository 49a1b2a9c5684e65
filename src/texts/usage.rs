//! Errors of the command line itself, in words.

use super::{ErrorCode, Explained, Lang, explain, help, say};

pub fn unknown_argument(lang: Lang, given: &str, near: Option<&str>) -> Explained {
    let message = say!(
        lang,
        "Không có tùy chọn hay tham số “{given}” ở đây",
        "There is no option or argument “{given}” here"
    );
    let explained = Explained::new(ErrorCode::ArgumentUnknown, message);
    match near {
        Some(near) => explained.hint(say!(lang, "Gần giống: {near}", "Nearest: {near}")),
        None => explained,
    }
}

/// A command as it was probably meant.
pub fn probably_meant(lang: Lang, words: &str) -> String {
    say!(lang, "Có lẽ là: {CHIBO} {words}", "Probably: {CHIBO} {words}", CHIBO)
}

/// Where the use of a command is explained.
pub fn see_help(lang: Lang, command: &str) -> String {
    say!(lang, "Xem cách dùng: {command} --help", "See how it is used: {command} --help")
}

/// The command as it was meant, with what has blanks in quotes.
pub fn quotes_needed(lang: Lang, words: &str) -> String {
    say!(
        lang,
        "Tên hoặc ngày có dấu cách phải để trong ngoặc kép: {CHIBO} {words}",
        "A name or a day with blanks goes in quotes: {CHIBO} {words}",
        CHIBO
    )
}

/// A hint, and the whole command that follows from it.
pub fn or_typed(lang: Lang, hint: &str, words: &str) -> String {
    say!(lang, "{hint}; gõ: {CHIBO} {words}", "{hint}; type: {CHIBO} {words}", CHIBO)
}

/// A month given where a kind of report was wanted.
pub fn period_after(lang: Lang, period: &str) -> String {
    say!(
        lang,
        "Tháng ghi sau --period: {CHIBO} report --period {period}",
        "The month goes after --period: {CHIBO} report --period {period}",
        CHIBO
    )
}

pub fn unknown_command(lang: Lang, given: &str, near: &[String], command: &str) -> Explained {
    let explained =
        explain!(lang, CommandUnknown, "Không có lệnh “{given}”", "There is no command “{given}”");
    if near.is_empty() {
        explained.hint(say!(
            lang,
            "Xem các lệnh: {command} --help",
            "See the commands: {command} --help"
        ))
    } else {
        let near = near.join(", ");
        explained.hint(say!(lang, "Gần giống: {near}", "Nearest: {near}"))
    }
}

pub fn missing_arguments(lang: Lang, missing: &[String], command: &str) -> Explained {
    let missing = missing.join(", ");
    let explained = explain!(lang, ArgumentsMissing, "Còn thiếu: {missing}", "Missing: {missing}");
    with_example(lang, explained, command)
}

/// One of several is wanted, and none is there.
pub fn one_missing(lang: Lang, these: &str, command: &str) -> Explained {
    let explained = explain!(
        lang,
        ArgumentsMissing,
        "Cần có một trong: {these}",
        "One of these is needed: {these}"
    );
    with_example(lang, explained, command)
}

fn with_example(lang: Lang, explained: Explained, command: &str) -> Explained {
    match example(lang, command) {
        Some(example) => {
            let see = see_help(lang, command);
            explained.hint(say!(lang, "Ví dụ: {example}. {see}", "For example: {example}. {see}"))
        }
        None => explained.hint(see_help(lang, command)),
    }
}

/// The first example of a command, on the record file in use.
fn example(lang: Lang, command: &str) -> Option<String> {
    example_that(lang, command, |_| true)
}

/// The first example of a command in which an option stands, or where a value without one stands.
pub fn example_of(lang: Lang, command: &str, argument: &str) -> Option<String> {
    let shows = |typed: &str| !argument.starts_with("--") || typed.contains(argument);
    let example = example_that(lang, command, shows)?;
    Some(say!(lang, "Ví dụ: {example}", "For example: {example}"))
}

fn example_that(lang: Lang, command: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    let path = command.split_once(' ').map_or("", |(_, path)| path);
    let typed = help::examples(path).iter().find(|typed| fits(typed))?.strip_prefix("chibo ")?;
    Some(format!("{} {typed}", lang.chibo()))
}

pub fn missing_command(lang: Lang, command: &str, known: &[String]) -> Explained {
    let known = known.join(", ");
    explain!(
        lang,
        CommandMissing,
        "Sau “{command}” cần một lệnh: {known}",
        "“{command}” needs a command: {known}",
    )
}

pub fn missing_value(lang: Lang, option: &str) -> Explained {
    explain!(lang, ValueMissing, "{option} cần một giá trị", "{option} needs a value")
}

pub fn superfluous_value(lang: Lang, option: &str) -> Explained {
    explain!(
        lang,
        ValueSuperfluous,
        "{option} không nhận giá trị hoặc nhận ít giá trị hơn",
        "{option} takes no value or fewer values",
    )
}

pub fn given_twice(lang: Lang, option: &str) -> Explained {
    explain!(lang, OptionTwice, "{option} chỉ được dùng một lần", "{option} can stand only once")
}

pub fn not_together(lang: Lang, one: &str, other: &str) -> Explained {
    explain!(
        lang,
        OptionConflict,
        "{one} không dùng chung với {other}",
        "{one} does not go with {other}",
    )
}

pub fn not_unicode(lang: Lang) -> Explained {
    explain!(
        lang,
        NotUnicode,
        "Dòng lệnh có ký tự không phải Unicode",
        "The command line has text that is not Unicode",
    )
}

/// What stands before the explanation of a value.
pub fn in_option(lang: Lang, option: &str, message: &str) -> String {
    say!(lang, "{option}: {message}", "{option}: {message}")
}

/// Which options to look at again.
pub fn look_at(lang: Lang, one: &str, other: &str) -> String {
    say!(lang, "Kiểm tra {one} và {other}", "Check {one} and {other}")
}

/// Anything else.
pub fn other(lang: Lang) -> Explained {
    explain!(lang, Usage, "Lệnh chưa đủ hoặc chưa đúng", "The command line is not understood")
}
