//! Records that are not found, or several that are.

use super::{listing, things};
use crate::domain::refusal::Found;
use crate::domain::{Thing, ThingKind};
use crate::texts::{ErrorCode, Explained, Labelled, Lang, count, explain, say, thing};

/// The same with what was probably meant.
fn nearest(lang: Lang, explained: Explained, near: &[Thing]) -> Explained {
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
    count(lang, n, &kind.lower(Lang::VI), one, many)
}

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Found) -> Explained {
    match refused {
        Found::NotFound { kind, text, near, recoded } => {
            let (code, what) = match kind {
                ThingKind::Committee => {
                    (ErrorCode::CommitteeNotFound, lang.pick("đảng bộ", "committee"))
                }
                ThingKind::Cell => (ErrorCode::CellNotFound, lang.pick("chi bộ", "cell")),
                ThingKind::Category => {
                    (ErrorCode::CategoryNotFound, lang.pick("cơ cấu", "category"))
                }
                ThingKind::Official => {
                    (ErrorCode::OfficialNotFound, lang.pick("cán bộ", "official"))
                }
                ThingKind::Recommendation => {
                    (ErrorCode::RecommendationNotFound, lang.pick("kiến nghị", "recommendation"))
                }
            };
            let message =
                say!(lang, "Không tìm thấy {what} “{text}”", "There is no {what} “{text}”");
            let explained = Explained::new(code, message);
            if let Some(now) = recoded.as_ref().map(thing) {
                return explained.advice(say!(
                    lang,
                    "{text} là mã cũ; nay là {now}",
                    "{text} is a former code; it is now {now}"
                ));
            }
            if near.is_empty() {
                let command = listing(lang, *kind);
                return explained.hint(say!(
                    lang,
                    "Xem danh sách: {command}",
                    "See the list: {command}"
                ));
            }
            nearest(lang, explained, near)
        }
        Found::NeitherFound { text, near } => {
            let message = say!(
                lang,
                "Không có chi bộ hay cán bộ nào có mã hoặc tên “{text}”",
                "Neither a cell nor an official has the code or name “{text}”"
            );
            let explained = Explained::new(ErrorCode::CellNotFound, message);
            if near.is_empty() {
                let [cells, officials] =
                    [ThingKind::Cell, ThingKind::Official].map(|kind| listing(lang, kind));
                return explained.hint(say!(
                    lang,
                    "Gõ mã hoặc tên chi bộ, hoặc mã hoặc họ tên cán bộ; xem danh sách: {cells}, {officials}",
                    "Type the code or name of a cell, or the code or full name of an official; see the lists: {cells}, {officials}"
                ));
            }
            nearest(lang, explained, near)
        }
        Found::Ambiguous { kind, text, count: n, matches } => {
            let what = kinds(lang, *kind, *n);
            let more = if n > &matches.len() { ", …" } else { "" };
            let listed = things(matches);
            let first = matches.first().map(|m| m.code.clone()).unwrap_or_default();
            explain!(
                lang,
                Ambiguous,
                "“{text}” có thể là {what}: {listed}{more}",
                "“{text}” could be any of {what}: {listed}{more}",
                advice("Gõ mã, ví dụ: {first}", "Type the code, such as: {first}"),
            )
        }
    }
}
