//! JSON: one object with `schema`, what the table is about, its rows under the column keys, and its figures.

use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};

use crate::domain::Share;
use crate::table::{Content, FigureGroup, Medium, Role, Streamed, Value};
use crate::texts;

/// Writes a table laid out for programs, one row a line.
pub fn json(streamed: Streamed<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Streamed { table, more } = streamed;
    let mut head = Map::new();
    head.insert("schema".into(), json!(table.schema));
    head.insert("kind".into(), json!(table.kind));
    for (key, value) in &table.about {
        head.insert((*key).into(), plain(value));
    }
    let head = Json::Object(head).to_string();
    // The head without its closing brace; rows follow as its last members.
    write!(out, "{},\n\"rows\":[", &head[..head.len() - 1])?;
    let mut first = true;
    for row in table.rows.into_iter().chain(more) {
        let (Role::Body, Content::Fields(fields)) = (row.role, &row.content) else { continue };
        let given = table.columns.iter().zip(fields);
        let given = given.filter(|(column, _)| column.is_for(Medium::Data));
        let object: Map<String, Json> =
            given.map(|(column, field)| (column.key.to_owned(), plain(&field.value))).collect();
        out.write_all(if first { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &object)?;
        first = false;
    }
    out.write_all(b"\n]")?;
    let (all, groups): (Vec<_>, Vec<_>) =
        table.figures.iter().partition(|group| group.of.is_empty());
    if let Some(all) = all.first() {
        write!(out, ",\n\"figures\":{}", figures(all))?;
    }
    if !groups.is_empty() {
        let groups: Vec<Json> = groups.iter().map(|group| group_object(group)).collect();
        write!(out, ",\n\"groups\":{}", Json::Array(groups))?;
    }
    out.write_all(b"}\n")
}

fn group_object(group: &FigureGroup<'_>) -> Json {
    let of = group.of.iter().map(|(key, value)| ((*key).to_owned(), plain(value)));
    let figures = std::iter::once(("figures".to_owned(), figures(group)));
    Json::Object(of.chain(figures).collect())
}

fn figures(group: &FigureGroup<'_>) -> Json {
    Json::Object(
        group.figures.iter().map(|(key, share)| ((*key).to_owned(), figure(*share))).collect(),
    )
}

/// `k`, `n` and the percentage, which is null for `0/0`.
fn figure(share: Share) -> Json {
    let percent = share.per_mille().map(|tenths| tenths as f64 / 10.0);
    json!({ "k": share.k, "n": share.n, "percent": percent })
}

fn plain(value: &Value<'_>) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Text(text) => json!(text),
        Value::Number(number) => json!(number),
        Value::Date(date) => json!(date.to_string()),
        Value::Period(period) => json!(period.to_string()),
        Value::Key { key, .. } if key.is_empty() => Json::Null,
        Value::Word { key, .. } | Value::Key { key, .. } => json!(key),
        Value::Told(told) => json!(texts::coded(told)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, Row, Shape, Table};

    #[test]
    fn an_unknown_value_is_null_and_a_figure_of_nothing_has_no_percentage() {
        let table = Table {
            kind: "coverage",
            schema: 1,
            about: vec![("period", "2018-07".into())],
            columns: vec![
                Column::new("cell", "", Shape::Text),
                Column::new("total", "", Shape::Number),
            ],
            rows: vec![Row::body(vec!["P1".into(), Value::Empty.into()])],
            figures: vec![FigureGroup { of: vec![], figures: vec![("covered", Share::default())] }],
            ..Table::default()
        };
        let mut out = Vec::new();
        json(table.into(), &mut out).unwrap();
        let read: Json = serde_json::from_slice(&out).unwrap();
        assert_eq!(
            read,
            json!({"schema": 1, "kind": "coverage", "period": "2018-07",
                "rows": [{"cell": "P1", "total": null}],
                "figures": {"covered": {"k": 0, "n": 0, "percent": null}}})
        );
    }
}
