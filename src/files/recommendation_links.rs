//! `recommendation_links.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{RecommendationLink, ThingKind};

columns! { COLUMNS:
    ID = Column::codes("id", ThingKind::Recommendation).needed_by(Need::Rows).also(&["Mã"]),
    SAME_AS = Column::codes("same_as", ThingKind::Recommendation).needed_by(Need::Rows).also(&[
        "Trùng với", "Cùng nội dung với",
    ]),
}

/// By both codes.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut all: Vec<&RecommendationLink> = exported.records.recommendation_links.iter().collect();
    all.sort_by(|a, b| (&a.id, &a.same_as).cmp(&(&b.id, &b.same_as)));
    vec![Content::of(COLUMNS, all, register)]
}
