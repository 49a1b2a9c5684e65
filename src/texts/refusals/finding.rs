//! Records that are not found, or several that are.

use super::{Explained, thing, things};
use crate::domain::{Thing, ThingKind};
use crate::texts::{CHIBO, Labelled, Lang, count, say};

/// The command that lists the records of a kind.
fn listing(kind: ThingKind) -> String {
    let command = match kind {
        ThingKind::Committee => "committee list",
        ThingKind::Cell => "cell list",
        ThingKind::Category => "report composition",
        ThingKind::Official => "official list",
        ThingKind::Recommendation => "meeting list",
    };
    format!("{CHIBO} {command}")
}

pub(super) fn not_found(
    lang: Lang,
    kind: &ThingKind,
    text: &str,
    near: &[Thing],
    recoded: Option<&Thing>,
) -> Explained {
    let (code, what) = match kind {
        ThingKind::Committee => ("committee-not-found", lang.pick("đảng bộ", "committee")),
        ThingKind::Cell => ("cell-not-found", lang.pick("chi bộ", "cell")),
        ThingKind::Category => ("category-not-found", lang.pick("cơ cấu", "category")),
        ThingKind::Official => ("official-not-found", lang.pick("cán bộ", "official")),
        ThingKind::Recommendation => {
            ("recommendation-not-found", lang.pick("kiến nghị", "recommendation"))
        }
    };
    let message = say!(lang, "Không tìm thấy {what} “{text}”", "There is no {what} “{text}”");
    let explained = Explained::new(code, message);
    if let Some(now) = recoded.map(thing) {
        return explained.advice(say!(
            lang,
            "{text} là mã cũ; nay là {now}",
            "{text} is a former code; it is now {now}"
        ));
    }
    if near.is_empty() {
        let command = listing(*kind);
        return explained.hint(say!(lang, "Xem danh sách: {command}", "See the list: {command}"));
    }
    let near = things(near);
    explained.advice(say!(lang, "Gần giống: {near}", "Nearest: {near}"))
}

/// So many records of a kind.
fn kinds(lang: Lang, kind: ThingKind, n: usize) -> String {
    let (one, many) = match kind {
        ThingKind::Committee => ("committee", "committees"),
        ThingKind::Cell => ("cell", "cells"),
        ThingKind::Category => ("category", "categories"),
        ThingKind::Official => ("official", "officials"),
        ThingKind::Recommendation => ("recommendation", "recommendations"),
    };
    count(lang, n, &kind.lower(Lang::Vi), one, many)
}

pub(super) fn ambiguous(
    lang: Lang,
    kind: &ThingKind,
    text: &str,
    n: &usize,
    matches: &[Thing],
) -> Explained {
    let what = kinds(lang, *kind, *n);
    let more = if n > &matches.len() { ", …" } else { "" };
    let listed = things(matches);
    let first = matches.first().map(|m| m.code.clone()).unwrap_or_default();
    Explained::new(
        "ambiguous",
        say!(
            lang,
            "“{text}” có thể là {what}: {listed}{more}",
            "“{text}” could be any of {what}: {listed}{more}"
        ),
    )
    .advice(say!(lang, "Gõ mã, ví dụ: {first}", "Type the code, such as: {first}"))
}

pub(super) fn code_taken(lang: Lang, other: &Thing) -> Explained {
    let (code, what, list) = (&other.code, thing(other), listing(other.kind));
    Explained::new(
        "code-taken",
        say!(lang, "Mã {code} đã dùng cho {what}", "The code {code} is that of {what}"),
    )
    .hint(say!(
        lang,
        "Chọn mã khác; các mã đã dùng: {list} --all",
        "Choose another code; those in use: {list} --all"
    ))
}
