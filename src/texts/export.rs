//! Words of `export`.

use std::path::Path;

use super::{Lang, count, say, typed};

/// How many records of each kind were written.
#[derive(Debug, Clone, Copy)]
pub struct Written {
    pub files: usize,
    pub committees: usize,
    pub cells: usize,
    pub officials: usize,
    pub assignments: usize,
    pub meetings: usize,
    pub recommendations: usize,
    pub plans: usize,
    pub inspections: usize,
    pub bulletins: usize,
    pub closings: usize,
}

/// What was written, and how to take it in elsewhere.
pub fn written(lang: Lang, folder: &Path, n: Written) -> String {
    let (typed, folder) = (typed(folder), folder.display());
    let files = count(lang, n.files, "tệp", "file", "files");
    let committees = count(lang, n.committees, "đảng bộ", "committee", "committees");
    let cells = count(lang, n.cells, "chi bộ", "cell", "cells");
    let officials = count(lang, n.officials, "cán bộ", "official", "officials");
    let assignments = count(lang, n.assignments, "phân công", "assignment", "assignments");
    let meetings = count(lang, n.meetings, "buổi sinh hoạt", "meeting", "meetings");
    let raised = count(lang, n.recommendations, "kiến nghị", "recommendation", "recommendations");
    let plans = count(lang, n.plans, "lịch sinh hoạt", "planned date", "planned dates");
    let inspections =
        count(lang, n.inspections, "buổi kiểm tra, giám sát", "inspection", "inspections");
    let bulletins = count(lang, n.bulletins, "thông tin", "bulletin", "bulletins");
    let closed = count(lang, n.closings, "tháng đã chốt", "closed month", "closed months");
    say!(
        lang,
        "Đã xuất {files} vào thư mục {folder}: {committees}, {cells}, {officials}, {assignments}, {meetings}, {raised}, {plans}, {inspections}, {bulletins}, {closed}; không gồm lịch sử thao tác. Đưa vào sổ mới: chibo --db SỔ_MỚI init, rồi chibo --db SỔ_MỚI import {typed}",
        "Exported {files} into the folder {folder}: {committees}, {cells}, {officials}, {assignments}, {meetings}, {raised}, {plans}, {inspections}, {bulletins}, {closed}; the history is not among them. To take them into a new record file: chibo --db NEW init, then chibo --db NEW import {typed}"
    )
}
