//! What is asked of a meeting that was held: what was counted, who came, and more for whoever wants it.

use super::command_line::Added;
use super::conversation::{Conversation, Likely};
use super::given::Given;
use super::ground::Ground;
use super::line;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{
    AbsenceReason, Cell, Counts, Date, Grade, Held, Keyword, Meeting, MeetingId, MeetingKind,
    Official, OfficialId, Outcome, Period, find_official, fold, refusal,
};
use crate::texts::asking::{self, Asked};

/// Options that say what was counted.
const COUNTS: [&str; 6] = ["numbers", "total", "present", "exempt", "away", "excused"];

/// A meeting held, of which more is asked.
pub struct Subject<'g> {
    pub ground: &'g Ground,
    pub cell: &'g Cell,
    pub kind: MeetingKind,
    pub period: Period,
    pub day: Date,
    /// Its day stands behind the cell, as in the short form.
    pub short: bool,
}

impl<'g> Subject<'g> {
    /// Asks for what is not given of it.
    pub fn ask(
        &self,
        conversation: &Conversation<'_>,
        given: &Given<'_>,
        added: &mut Added,
    ) -> Result<(), Failure> {
        if !given.has_one_of(&COUNTS) {
            let counts = self.counts(conversation)?;
            self.say_counts(counts, added);
            if counts.total.is_some() {
                self.rest(conversation, counts, true, added)?;
            }
        }
        if !given.has_one_of(&["visitor", "no_visitor"]) {
            let came = self.visitors(conversation)?;
            self.say_who_came(conversation, &came, given, added)?;
        }
        Ok(())
    }

    fn counts(&self, conversation: &Conversation<'_>) -> Result<Counts, Failure> {
        let lang = conversation.lang();
        let last = self.ground.facts.counts_before(self.cell.id, self.period);
        let read = |text: &str| line::counts(text, last.and_then(|last| last.total));
        let shown = |text: &str| Ok(asking::counted(lang, read(text)?));
        Ok(read(&conversation.line(Asked::Counts, Likely::default(), &shown)?)?)
    }

    /// Says members present and all of them, behind the day or as options.
    pub fn say_counts(&self, counts: Counts, added: &mut Added) {
        let Counts { present: Some(present), total: Some(total), .. } = counts else { return };
        if self.short {
            added.positional(format!("{present}/{total}"));
        } else {
            added.option("--total", total.to_string());
            added.option("--present", present.to_string());
        }
    }

    /// The three numbers that stand beside them; where they are not `always` asked for, only if the cell gave them last.
    pub fn rest(
        &self,
        conversation: &Conversation<'_>,
        counts: Counts,
        always: bool,
        added: &mut Added,
    ) -> Result<(), Failure> {
        let last = self.ground.facts.counts_before(self.cell.id, self.period).unwrap_or_default();
        let begun = match (last.exempt, last.away) {
            (Some(exempt), Some(away)) => format!("{exempt} {away} "),
            _ if always => String::new(),
            _ => return Ok(()),
        };
        let read = |text: &str| with_rest(counts, text);
        let shown = |text: &str| read(text).map(|_| text.to_owned());
        let likely = Likely { begun: &begun, ..Likely::default() };
        let Counts { exempt, away, excused, .. } =
            read(&conversation.line(Asked::Rest, likely, &shown)?)?;
        let numbers = [("--exempt", exempt), ("--away", away), ("--excused", excused)];
        let known = numbers.into_iter().filter_map(|(option, n)| Some((option, n?)));
        known.for_each(|(option, number)| added.option(option, number.to_string()));
        Ok(())
    }

    /// Who came; whoever is assigned is likely.
    pub fn visitors(&self, conversation: &Conversation<'_>) -> Result<Vec<&'g Official>, Failure> {
        let assigned = self.ground.assigned(self.cell.id, self.day);
        let likely = assigned.iter().map(|who| called(who)).collect::<Vec<_>>().join("; ");
        let whole = Some(likely.as_str()).filter(|text| !text.is_empty());
        let there = self.ground.officials(self.day);
        let offered: Vec<String> = there.into_iter().map(called).collect();
        let shown = |text: &str| Ok(shown(conversation, &self.came(text)?));
        let likely = Likely { whole, offered: &offered, ..Likely::default() };
        self.came(&conversation.line(Asked::Visitors, likely, &shown)?)
    }

    /// The officials meant by a text, held to the rules of a meeting's visitors.
    pub fn came(&self, text: &str) -> Result<Vec<&'g Official>, Failure> {
        if asking::means_nobody(text) {
            return Ok(Vec::new());
        }
        let texts = text.split([';', ',']).map(str::trim).filter(|text| !text.is_empty());
        let visitors = texts.map(|text| self.official(text)).collect::<Result<Vec<_>, _>>()?;
        if visitors.is_empty() {
            return Err(refusal::Written::TextEmpty.into());
        }
        let register = &self.ground.facts.register;
        let came = visitors.iter().map(|id| register.official(*id)).collect();
        let meeting = Meeting {
            id: MeetingId(0),
            cell: self.cell.id,
            period: self.period,
            kind: self.kind,
            outcome: Outcome::Held(Box::new(Held { visitors, ..Held::bare(self.day) })),
            note: None,
        };
        meeting.check(register, self.ground.today)?;
        Ok(came)
    }

    /// The official meant by a code or a name, or by words of a name that only one has who can come that day.
    fn official(&self, text: &str) -> Result<OfficialId, Failure> {
        let found = find_official(&self.ground.facts.register, text, self.day);
        let wanted = fold(text);
        let mut having = self.ground.officials(self.day);
        having.retain(|official| {
            let name = fold(official.name());
            wanted.split(' ').all(|word| name.split(' ').any(|part| part == word))
        });
        match (found, &having[..]) {
            (Err(_), [one]) => Ok(one.id),
            (found, _) => Ok(found?),
        }
    }

    /// Says who came, unless it is whom the short form means, and why whoever is assigned did not.
    pub fn say_who_came(
        &self,
        conversation: &Conversation<'_>,
        came: &[&Official],
        given: &Given<'_>,
        added: &mut Added,
    ) -> Result<(), Failure> {
        let assigned = self.ground.assigned(self.cell.id, self.day);
        match (came, &assigned[..]) {
            ([], _) => added.flag("--no-visitor"),
            ([one], [other]) if one.id == other.id => {
                if !self.short {
                    added.option("--visitor", "assigned");
                }
            }
            (came, _) => came.iter().for_each(|who| added.option("--visitor", who.code.as_str())),
        }
        let is_assigned = |who: &&Official| assigned.iter().any(|other| other.id == who.id);
        let missed = !assigned.is_empty() && !came.iter().any(is_assigned);
        if missed && self.kind == MeetingKind::Regular && !given.has("reason") {
            let none = asking::no_reason(conversation.lang());
            if let Some(reason) = one_of::<AbsenceReason>(conversation, Asked::AbsenceReason, none)?
            {
                added.option("--reason", reason.key());
            }
        }
        Ok(())
    }
}

/// Counts with the three numbers that stand beside them, as typed.
fn with_rest(counts: Counts, text: &str) -> Result<Counts, Failure> {
    if asking::means_unknown(text) {
        return Ok(counts);
    }
    let numbers: Vec<&str> = text.split([' ', ',']).filter(|n| !n.is_empty()).collect();
    if numbers.len() > 3 {
        values::excused(text)?;
    }
    let with = Counts {
        exempt: numbers.first().map(|n| values::exempt(n)).transpose()?,
        away: numbers.get(1).map(|n| values::away(n)).transpose()?,
        excused: numbers.get(2).map(|n| values::excused(n)).transpose()?,
        ..counts
    };
    with.check()?;
    Ok(with)
}

/// Code and name, as both can be typed.
pub fn called(official: &Official) -> String {
    format!("{} {}", official.code, official.name()).trim().to_owned()
}

/// Visitors in full.
pub fn shown(conversation: &Conversation<'_>, came: &[&Official]) -> String {
    let names: Vec<String> = came.iter().map(|who| called(who)).collect();
    if names.is_empty() { asking::nobody(conversation.lang()).to_owned() } else { names.join("; ") }
}

/// One of a fixed list, or none, which is likely and called so.
pub fn one_of<T: crate::texts::Labelled>(
    conversation: &Conversation<'_>,
    asked: Asked,
    none: &str,
) -> Result<Option<T>, Failure> {
    let mut options = vec![none.to_owned()];
    options.extend(asking::labels::<T>(conversation.lang()));
    let chosen = conversation.choose(asked, &options, 0)?;
    Ok(chosen.checked_sub(1).map(|at| T::ALL[at]))
}

/// What can be said of a meeting besides.
pub fn more(conversation: &Conversation<'_>, given: &Given<'_>) -> Result<Added, Failure> {
    let mut added = Added::default();
    if !given.has("grade") {
        let none = asking::not_said(conversation.lang());
        if let Some(grade) = one_of::<Grade>(conversation, Asked::Grade, none)? {
            added.option("--grade", grade.key());
        }
    }
    if !given.has("prepared") {
        let read = |text: &str| match text {
            "" => Ok(None),
            text => values::yes_no(text).map(Some),
        };
        let shown = |text: &str| read(text).map(|_| text.to_owned()).map_err(Failure::from);
        let answer = conversation.line(Asked::Prepared, Likely::default(), &shown)?;
        if let Some(yes) = read(&answer)? {
            added.option("--prepared", if yes { "yes" } else { "no" });
        }
    }
    for (option, asked) in [("recommend", Asked::Recommendation), ("note", Asked::Note)] {
        if given.has(option) {
            continue;
        }
        let read = |text: &str| Ok(values::remark(text).map(|_| text.to_owned())?);
        conversation.option(asked, &format!("--{option}"), &read, &mut added)?;
    }
    Ok(added)
}
