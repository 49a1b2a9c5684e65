//! The sample town, built in. Its people and cells are invented; see `README.md`.

/// Name and content of each file of `data/quang-tri`.
pub const SAMPLE_TOWN: &[(&str, &str)] = &[
    ("settings.csv", include_str!("../../data/quang-tri/settings.csv")),
    ("committees.csv", include_str!("../../data/quang-tri/committees.csv")),
    ("cells.csv", include_str!("../../data/quang-tri/cells.csv")),
    ("successions.csv", include_str!("../../data/quang-tri/successions.csv")),
    ("categories.csv", include_str!("../../data/quang-tri/categories.csv")),
    ("officials.csv", include_str!("../../data/quang-tri/officials.csv")),
    ("assignments.csv", include_str!("../../data/quang-tri/assignments.csv")),
    ("duties.csv", include_str!("../../data/quang-tri/duties.csv")),
    ("meetings.csv", include_str!("../../data/quang-tri/meetings.csv")),
    ("recommendations.csv", include_str!("../../data/quang-tri/recommendations.csv")),
    ("recommendation_steps.csv", include_str!("../../data/quang-tri/recommendation_steps.csv")),
    ("recommendation_links.csv", include_str!("../../data/quang-tri/recommendation_links.csv")),
    ("gap_notes.csv", include_str!("../../data/quang-tri/gap_notes.csv")),
    ("plans.csv", include_str!("../../data/quang-tri/plans.csv")),
    ("inspections.csv", include_str!("../../data/quang-tri/inspections.csv")),
    ("bulletins.csv", include_str!("../../data/quang-tri/bulletins.csv")),
];
