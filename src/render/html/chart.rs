//! Pictures of figures: what they show is also said in words, for whoever does not see them.

use std::fmt::Display;

use askama::Template;

use super::{Numbers, id};
use crate::domain::Share;
use crate::render::words::line_of;
use crate::table::{Chart, Drawn, Point};
use crate::texts::{self, Lang};

/// Pictures beside each other, where there is room.
#[derive(Template)]
#[template(
    source = "<div class=\"charts\">\n{% for chart in charts %}{{ chart|safe }}\n{% endfor %}</div>",
    ext = "html"
)]
pub struct Charts {
    /// Each writes itself, escaped.
    charts: Vec<Box<dyn Display>>,
}

impl Charts {
    /// Of these charts.
    pub fn of(charts: &[Chart], lang: Lang<'_>, numbers: &mut Numbers) -> Self {
        let drawn = |chart: &Chart| -> Box<dyn Display> {
            let id = id("chart", numbers);
            match chart.drawn {
                Drawn::Line => Box::new(Line::of(chart, id, lang)),
                Drawn::Bars => Box::new(Bars::of(chart, id, lang)),
            }
        };
        Self { charts: charts.iter().map(drawn).collect() }
    }
}

/// Months joined by a line.
#[derive(Template)]
#[template(path = "line.html", config = "src/render/html/askama.toml")]
struct Line {
    id: String,
    title: String,
    said: String,
    width: u64,
    height: u64,
    left: u64,
    right: u64,
    /// Where the labels of months stand.
    foot: u64,
    radius: u64,
    ticks: Vec<Tick>,
    dots: Vec<Dot>,
}

/// A line across with its percentage.
struct Tick {
    at: u64,
    label: String,
}

/// A month.
struct Dot {
    x: u64,
    y: u64,
    label: String,
    value: String,
    said: String,
    /// Whether there is room for its label.
    is_labelled: bool,
}

/// The room of a picture, and of what stands around the line.
const HEIGHT: u64 = 240;
const LEFT: u64 = 56;
const TOP: u64 = 28;
const FOOT: u64 = 30;
/// A label takes so much; a month at most that, and all of them no more than a screen.
const LABEL: u64 = 52;
const WIDEST: u64 = 1100;

impl Line {
    fn of(chart: &Chart, id: String, lang: Lang<'_>) -> Self {
        let points = &chart.points;
        let steps = (points.len() as u64).saturating_sub(1).max(1);
        let step = ((WIDEST - LEFT - LABEL) / steps).clamp(8, LABEL);
        let width = LEFT + LABEL / 2 + steps * step + LABEL / 2;
        let lowest = chart.extremes().and_then(|(lowest, _)| lowest.share.per_mille()).unwrap_or(0);
        let base = (lowest / 100 * 100).min(900);
        let height = |per_mille: u64| {
            let room = HEIGHT - TOP - FOOT;
            TOP + room * (1000 - per_mille.clamp(base, 1000)) / (1000 - base)
        };
        let every = if base >= 500 { 100 } else { 200 };
        let ticks = (0..=5).map(|tick| 1000_u64.saturating_sub(tick * every));
        let ticks = ticks.take_while(|tick| *tick >= base && *tick > 0 || *tick == base);
        let ticks = ticks.map(|tick| Tick { at: height(tick), label: format!("{}%", tick / 10) });
        let apart = LABEL.div_ceil(step) as usize;
        let dots = points.iter().enumerate().map(|(at, point)| Dot {
            x: LEFT + LABEL / 2 + at as u64 * step,
            y: height(point.share.per_mille().unwrap_or(0)),
            label: line_of(&point.short),
            value: point.share.to_string(),
            said: said(point, lang),
            is_labelled: (points.len() - 1 - at).is_multiple_of(apart),
        });
        Self {
            id,
            title: line_of(&chart.title),
            said: all(chart, lang),
            width,
            height: HEIGHT,
            left: LEFT,
            right: width,
            foot: HEIGHT - FOOT / 3,
            radius: if apart > 1 { 2 } else { 4 },
            ticks: ticks.collect(),
            dots: dots.collect(),
        }
    }
}

/// Groups, a bar each.
#[derive(Template)]
#[template(path = "bars.html", config = "src/render/html/askama.toml")]
struct Bars {
    id: String,
    title: String,
    said: String,
    width: u64,
    height: u64,
    bars: Vec<Bar>,
}

/// A group.
struct Bar {
    y: u64,
    label: String,
    value: String,
    part: String,
}

/// The width of all bars, fit for a telephone, and the height of one with its words.
const BARS: u64 = 340;
const BAR: u64 = 40;
/// So many characters stand beside the figure over a bar.
const CHARACTERS: usize = 26;

impl Bars {
    fn of(chart: &Chart, id: String, lang: Lang<'_>) -> Self {
        let bars = chart.points.iter().zip(0..).map(|(point, at)| Bar {
            y: at * BAR,
            label: shortened(&line_of(&point.label)),
            value: texts::share(lang, point.share),
            part: part(point.share),
        });
        Self {
            id,
            title: line_of(&chart.title),
            said: all(chart, lang),
            width: BARS,
            height: chart.points.len() as u64 * BAR,
            bars: bars.collect(),
        }
    }
}

fn part(share: Share) -> String {
    let tenths = share.per_mille().unwrap_or(0) * BARS / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A label with its end left out if there is no room for it; the words beside the picture have it whole.
fn shortened(label: &str) -> String {
    if label.chars().count() <= CHARACTERS {
        return label.to_owned();
    }
    label.chars().take(CHARACTERS - 1).chain(['…']).collect()
}

fn said(point: &Point, lang: Lang<'_>) -> String {
    format!("{}: {}", line_of(&point.label), texts::share(lang, point.share))
}

fn all(chart: &Chart, lang: Lang<'_>) -> String {
    chart.points.iter().map(|point| said(point, lang)).collect::<Vec<_>>().join("; ")
}
