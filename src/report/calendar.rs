//! `chibo calendar`: the announced dates as appointments, with the visitors asked to come.

use std::collections::HashMap;

use super::Persons;
use super::coverage::CoverageScope;
use crate::domain::{
    Cell, Facts, Fingerprint, Identity, Keyword, Moment, Official, PeriodSpan, Plan, PlanKey,
};
use crate::table::{Agenda, Appointment};
use crate::texts::{Lang, schedule as words};

/// When each plan was recorded as it is, and how often it was recorded otherwise before.
pub type Recorded = HashMap<PlanKey, (Moment, u64)>;

/// The announced dates of some months, by day, hour and cell; those of cells that do not exist on the day are left out.
/// `file` tells the record file from others.
pub fn calendar(
    facts: &Facts,
    recorded: &Recorded,
    (span, scope): (PeriodSpan, CoverageScope),
    file: Fingerprint,
    lang: Lang,
) -> Agenda {
    let persons = Persons::of(&facts.register);
    let mut plans: Vec<(&Plan, &Cell, Vec<&Official>)> = Vec::new();
    for plan in facts.plans().iter().filter(|it| (span.from..=span.to).contains(&it.period)) {
        let cell = facts.register.cell(plan.cell);
        if !cell.life().contains(plan.on) {
            continue;
        }
        let committee = cell.standings.at(plan.on).committee;
        let invited = facts.roster.assigned(&facts.register, cell.id, plan.on);
        let asked = scope.official.is_none_or(|only| invited.contains(&only));
        if scope.holds_place(committee, cell.id) && asked {
            plans.push((plan, cell, facts.register.in_notice_order(&invited)));
        }
    }
    plans.sort_by(|(a, cell_a, _), (b, cell_b, _)| {
        (a.on, a.hour).cmp(&(b.on, b.hour)).then_with(|| cell_a.code.cmp(&cell_b.code))
    });
    let one = |(plan, cell, invited): &(&Plan, &Cell, Vec<&Official>)| {
        let (recorded_at, sequence) = *recorded.get(&plan.key())?;
        let committee = facts.register.committee(cell.standings.at(plan.on).committee);
        let names: Vec<String> = invited.iter().map(|who| persons.name(who)).collect();
        let (cell, committee) = (cell.thing(plan.on), committee.names.at(plan.on).as_str());
        Some(Appointment {
            uid: uid(plan, file),
            recorded_at,
            sequence,
            on: plan.on,
            at: plan.hour,
            title: words::appointment(lang, &cell, plan.kind),
            place: plan.place.as_ref().map(|place| place.to_string()),
            lines: words::appointment_lines(lang, plan.period, (&cell, committee), &names),
        })
    };
    let appointments = plans.iter().filter_map(one).collect();
    let only = scope.official.map(|id| facts.register.official(id));
    let only = only.map(|official| persons.name(official));
    let office = facts.office.as_ref().map(|office| office.to_string());
    Agenda { name: words::calendar_name(lang, office.as_deref(), only.as_deref()), appointments }
}

/// The name of an appointment: it stays when the cell gets another code.
fn uid(plan: &Plan, file: Fingerprint) -> String {
    let file = file.to_string().replace(' ', "");
    format!("{}-{}-{}-{file}@chibo", plan.cell.number(), plan.period, plan.kind.key())
}
