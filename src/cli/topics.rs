//! The pages of help that are about no command. What they list is what the program goes by, and no list of their own.

use clap::ValueEnum;

use super::help;
use super::options::Format;
use crate::domain::{DateInput, Keyword, PeriodInput};
use crate::texts::topics::{self as words, Topic};
use crate::texts::{self, ErrorCode, Lang, Variable, codes, environment};

/// Every way to write a month or several.
const PERIODS: &[&str] = &[
    "7/2018",
    "07/2018",
    "2018-07",
    "07.2018",
    "T7/2018",
    "tháng 7/2018",
    "tháng 7 năm 2018",
    "this",
    "tháng này",
    "last",
    "tháng trước",
    "2018-Q3",
    "Q3/2018",
    "quý 3/2018",
    "quý III năm 2018",
    "2018-H1",
    "6 tháng đầu năm 2018",
    "2018-H2",
    "6 tháng cuối năm 2018",
    "2018",
    "năm 2018",
    "2017-06..2018-07",
    "T6/2017..7/2018",
];

/// Every way to write a day.
const DAYS: &[&str] = &[
    "5/7/2018",
    "05/07/2018",
    "5-7-2018",
    "2018-07-05",
    "today",
    "hôm nay",
    "yesterday",
    "hôm qua",
];

/// A page.
pub fn page(command: clap::Command, topic: Topic, lang: Lang) -> String {
    match topic {
        Topic::Options => help::common(command, lang),
        Topic::Periods => periods(lang),
        Topic::Formats => formats(lang),
        Topic::Errors => errors(lang),
        Topic::Environment => environment(lang),
        Topic::Exit => exit(lang),
    }
}

fn periods(lang: Lang) -> String {
    let month = |example: &&str| {
        let meant = match PeriodInput::read(example) {
            Ok(PeriodInput::Months(span)) => texts::months(lang, span),
            Ok(PeriodInput::This) => words::this_month(lang).to_owned(),
            Ok(PeriodInput::Last) => words::last_month(lang).to_owned(),
            Err(refusal) => texts::refusal(lang, &refusal).message,
        };
        (texts::quoted(example), meant)
    };
    let day = |example: &&str| {
        let meant = match DateInput::read(example) {
            Ok(DateInput::Day(day)) => texts::date(lang, day),
            Ok(DateInput::Today) => words::today(lang).to_owned(),
            Ok(DateInput::Yesterday) => words::yesterday(lang).to_owned(),
            Err(refusal) => texts::refusal(lang, &refusal).message,
        };
        (texts::quoted(example), meant)
    };
    let (months, days): (Vec<_>, Vec<_>) =
        (PERIODS.iter().map(month).collect(), DAYS.iter().map(day).collect());
    let (head, head_of_days, foot) =
        (words::periods(lang), words::days(lang), words::without_year(lang));
    format!("{head}\n{}\n\n{head_of_days}\n{}\n\n{foot}", listed(&months), listed(&days))
}

fn formats(lang: Lang) -> String {
    let format = |format: &Format| {
        let value = format.to_possible_value();
        let name = value.as_ref().map_or("", |value| value.get_name());
        let meaning = words::format(name, lang).unwrap_or_default();
        let endings: Vec<String> = format.said_by().map(|ending| format!(".{ending}")).collect();
        (format!("{name:<9} {}", endings.join(", ")), meaning.to_owned())
    };
    let lines: Vec<_> = Format::value_variants().iter().map(format).collect();
    format!("{}\n{}", words::formats(lang), listed(&lines))
}

fn errors(lang: Lang) -> String {
    let mut lines = Vec::new();
    for alike in ErrorCode::ALL.chunk_by(|one, next| one.status() == next.status()) {
        lines.push(status(lang, alike[0].status()));
        let one = |code: &ErrorCode| format!("   {:<24}  {}", code.key(), code.meaning(lang));
        lines.extend(alike.iter().map(one));
    }
    lines.push(status(lang, codes::DEFECT));
    lines.join("\n")
}

fn exit(lang: Lang) -> String {
    let failed = ErrorCode::ALL.iter().map(|code| code.status());
    let mut statuses: Vec<u8> = [0, codes::DEFECT].into_iter().chain(failed).collect();
    statuses.sort_unstable();
    statuses.dedup();
    statuses.into_iter().map(|code| status(lang, code)).collect::<Vec<_>>().join("\n")
}

fn status(lang: Lang, status: u8) -> String {
    format!("{status}  {}", codes::status(lang, status))
}

fn environment(lang: Lang) -> String {
    let line =
        |variable: &Variable| (variable.name().to_owned(), variable.meaning(lang).to_owned());
    let lines: Vec<_> = Variable::ALL.iter().map(line).collect();
    format!("{}\n\n{}", listed(&lines), environment::more(lang))
}

/// What is written, and behind it what it means.
fn listed(lines: &[(String, String)]) -> String {
    let length = |text: &str| text.chars().count();
    let widest = lines.iter().map(|(typed, _)| length(typed)).max().unwrap_or(0);
    let line = |(typed, meaning): &(String, String)| {
        format!("  {typed}{}  {meaning}", " ".repeat(widest - length(typed)))
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_month_or_a_day_that_is_shown_is_read() {
        for example in PERIODS {
            assert!(PeriodInput::read(example).is_ok(), "{example}");
        }
        for example in DAYS {
            assert!(DateInput::read(example).is_ok(), "{example}");
        }
    }

    #[test]
    fn every_format_says_what_it_is_for_in_both_languages() {
        for format in Format::value_variants() {
            let value = format.to_possible_value().unwrap();
            let both = Lang::ALL.map(|lang| words::format(value.get_name(), lang));
            assert!(both[0].is_some() && both[0] != both[1], "{}", value.get_name());
        }
    }
}
