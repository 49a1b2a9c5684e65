//! `recommendation_steps.csv`.

use super::column::columns;
use super::content::{Content, Exported, text};
use super::{Column, Need};
use crate::domain::{DocumentNo, Keyword, Label, Recommendation, Remark, Step, ThingKind};
use crate::table::{Field, Value};

columns! { COLUMNS:
    ID = Column::codes("id", ThingKind::Recommendation).needed_by(Need::Rows).also(&["Mã"]),
    STEP = Column::value("step").needed_by(Need::Rows).also(&["Kết quả xử lý", "Tình trạng"]),
    ON = Column::value("on").needed_by(Need::Rows),
    TO = Column::value("to").also(&["Cơ quan giải quyết", "Cơ quan, đơn vị", "Chuyển đến"]),
    DOCUMENT = Column::value("document").also(&["Văn bản", "Số văn bản"]),
    TEXT = Column::value("text").also(&["Nội dung trả lời"]),
}

/// By code of the recommendation, then in order.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let mut all: Vec<&Recommendation> = exported.records.recommendations.iter().collect();
    all.sort_by(|a, b| a.code.cmp(&b.code));
    let steps = |one: &'a Recommendation| one.steps.iter().map(move |step| row(one, step));
    vec![Content::new(COLUMNS, all.into_iter().flat_map(steps))]
}

fn row<'a>(of: &'a Recommendation, step: &'a Step) -> Vec<Field<'a>> {
    let may = |written: Option<&str>| written.map_or_else(|| Value::Empty.into(), text);
    vec![
        Value::from(of.code.as_str()).into(),
        Value::from(step.kind.key()).into(),
        Value::from(step.on).into(),
        may(step.to.as_ref().map(Label::as_str)),
        may(step.document.as_ref().map(DocumentNo::as_str)),
        may(step.text.as_ref().map(Remark::as_str)),
    ]
}
