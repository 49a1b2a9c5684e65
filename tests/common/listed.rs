//! Every report and list that the sample town has, as it is typed.

/// Without format and language.
pub const LISTED: &[&str] = &[
    "report --period 7/2018",
    "report --period 7/2018 --explain",
    "report --period 8/2018",
    "report --period 2018-01..2018-07",
    "report --period 7/2018 --committee P1",
    "report --period 7/2018 --diff 1",
    "report officials --period 2018",
    "report committees --period 7/2018",
    "report committees --period 2018-Q2",
    "report composition",
    "committee list --all",
    "committee show P1",
    "cell list",
    "cell show P1-01",
    "official list --all",
    "official show TUV-01",
    "assign --list",
    "meeting list --period 7/2018",
    "meeting show P1-01 --period 7/2018",
    "history",
    "history show 1",
    "where",
    "config",
];
