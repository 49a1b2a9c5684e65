//! Why assigned visitors did not come: one reason for all of them, or one for each (`records.md`, section 4).

use std::fmt::Display;

use super::{AbsenceReason, Code, Keyword, OfficialId};

/// The reasons given for assigned visitors who did not come. `W` is what names them: an identity, a code, a text as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Absences<W = OfficialId> {
    /// None was given.
    #[default]
    Unexplained,
    /// One, for all who did not come.
    All(AbsenceReason),
    /// One for each of those named, in order.
    Each(Vec<(W, AbsenceReason)>),
}

impl<W> Absences<W> {
    /// Those who have a reason of their own, with it.
    pub fn named(&self) -> &[(W, AbsenceReason)] {
        match self {
            Self::Unexplained | Self::All(_) => &[],
            Self::Each(reasons) => reasons,
        }
    }

    /// The same with other names, as far as there are any.
    pub fn try_map<V, E>(
        &self,
        mut name: impl FnMut(&W) -> Result<V, E>,
    ) -> Result<Absences<V>, E> {
        Ok(match self {
            Self::Unexplained => Absences::Unexplained,
            Self::All(reason) => Absences::All(*reason),
            Self::Each(reasons) => Absences::Each(
                reasons
                    .iter()
                    .map(|(who, reason)| Ok((name(who)?, *reason)))
                    .collect::<Result<_, E>>()?,
            ),
        })
    }

    /// The same with other names, in the same order.
    pub fn map<V>(&self, mut name: impl FnMut(&W) -> V) -> Absences<V> {
        let Ok(mapped) = self.try_map(|who| Ok::<V, std::convert::Infallible>(name(who)));
        mapped
    }

    /// In words: the reason of all, or that of each; nothing where none was given.
    pub fn joined(
        &self,
        all: impl FnOnce(AbsenceReason) -> String,
        each: impl Fn(&W, AbsenceReason) -> String,
        between: &str,
    ) -> String {
        match self {
            Self::Unexplained => String::new(),
            Self::All(reason) => all(*reason),
            Self::Each(reasons) => {
                let each = reasons.iter().map(|(who, reason)| each(who, *reason));
                each.collect::<Vec<_>>().join(between)
            }
        }
    }
}

impl<W: Ord> Absences<W> {
    /// The reasons of those named, put in order.
    pub fn each(mut reasons: Vec<(W, AbsenceReason)>) -> Self {
        reasons.sort_unstable();
        if reasons.is_empty() { Self::Unexplained } else { Self::Each(reasons) }
    }

    /// The same, those named in order.
    pub fn in_order(self) -> Self {
        match self {
            Self::Each(reasons) => Self::each(reasons),
            other => other,
        }
    }
}

impl<W: PartialEq> Absences<W> {
    /// The reason why this one did not come, if one was given.
    pub fn reason_for(&self, who: &W) -> Option<AbsenceReason> {
        match self {
            Self::All(reason) => Some(*reason),
            named => named.named().iter().find(|(one, _)| one == who).map(|(_, reason)| *reason),
        }
    }
}

impl<W: Display> Absences<W> {
    /// As files have it: `duty`, or `TUV-07=duty;TUV-09=leave`; nothing where none was given.
    pub fn written(&self) -> String {
        let each = |who: &W, reason: AbsenceReason| format!("{who}={}", reason.key());
        self.joined(|reason| reason.key().to_owned(), each, ";")
    }
}

impl Absences<Code> {
    /// Reads what [`Absences::written`] writes.
    pub fn read(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Unexplained);
        }
        if let Some(reason) = AbsenceReason::from_key(text) {
            return Some(Self::All(reason));
        }
        let pair = |pair: &str| {
            let (who, reason) = pair.split_once('=')?;
            Some((Code::new(who).ok()?, AbsenceReason::from_key(reason)?))
        };
        text.split(';').map(pair).collect::<Option<Vec<_>>>().map(Self::Each)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absence_reasons_are_read_as_they_are_written() {
        let duty = AbsenceReason::Duty;
        let each = vec![(Code::new("A-1").unwrap(), duty), (Code::new("B").unwrap(), duty)];
        for absences in [Absences::Unexplained, Absences::All(duty), Absences::Each(each)] {
            assert_eq!(Absences::read(&absences.written()), Some(absences));
        }
        assert_eq!(Absences::read("tired"), None);
    }
}
