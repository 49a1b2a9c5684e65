//! What undos and redos have made of the operations (`commands.md`, Trust).
//!
//! An undo takes a change back, a redo takes an undo back, an undo of what was redone takes the redo back,
//! and so on: each operation is taken back at most once, by the next of its chain. The change is in force
//! if its chain ends with the change itself or with a redo.

use std::collections::{BTreeMap, HashMap};

use super::{Operation, OperationNumber, Verb};

/// What an operation is to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Change,
    Undo { of: OperationNumber },
    Redo { undo: OperationNumber, of: OperationNumber },
}

/// Who took back what, of all operations of a record file.
#[derive(Debug, Clone, Default)]
pub struct Undoing {
    deeds: BTreeMap<OperationNumber, Deed>,
    /// What took it back, by what was taken back.
    takers: HashMap<OperationNumber, OperationNumber>,
    /// The same the other way round.
    taken: HashMap<OperationNumber, OperationNumber>,
}

impl Operation {
    /// Whether it can never be taken back.
    pub fn is_lasting(&self) -> bool {
        self.known_verb().is_some_and(Verb::is_lasting)
    }

    /// The change that it takes back or does again; of a change that is itself. None if it does not say.
    pub fn change(&self) -> Option<OperationNumber> {
        self.deed().map(|deed| match deed {
            Deed::Change => self.number,
            Deed::Undo { of } | Deed::Redo { of, .. } => of,
        })
    }

    fn deed(&self) -> Option<Deed> {
        let number = |key: &str| self.arguments.get(key)?.parse().ok().map(OperationNumber);
        Some(match self.known_verb() {
            Some(Verb::Undo) => Deed::Undo { of: number("operation")? },
            Some(Verb::Redo) => Deed::Redo { undo: number("operation")?, of: number("redone")? },
            _ => Deed::Change,
        })
    }
}

impl Undoing {
    /// Reads the operations, the oldest first. The error is the number of one that takes back what it cannot.
    pub fn of(operations: &[Operation]) -> Result<Self, OperationNumber> {
        let mut undoing = Self::default();
        for operation in operations {
            let number = operation.number;
            let deed = operation.deed().ok_or(number)?;
            if let Some(taken) = undoing.target(deed).map_err(|()| number)? {
                undoing.takers.insert(taken, number);
                undoing.taken.insert(number, taken);
            }
            undoing.deeds.insert(number, deed);
        }
        Ok(undoing)
    }

    /// What an operation would take back where the others stand as they do.
    fn target(&self, deed: Deed) -> Result<Option<OperationNumber>, ()> {
        match deed {
            Deed::Change => Ok(None),
            Deed::Undo { of } => self.in_force(of).map(Some).ok_or(()),
            Deed::Redo { undo, of } => match self.deeds.get(&undo) {
                Some(Deed::Undo { of: undone })
                    if *undone == of && !self.takers.contains_key(&undo) =>
                {
                    Ok(Some(undo))
                }
                _ => Err(()),
            },
        }
    }

    /// The last of the chain that begins with an operation.
    fn end(&self, number: OperationNumber) -> OperationNumber {
        let mut end = number;
        while let Some(taker) = self.takers.get(&end) {
            end = *taker;
        }
        end
    }

    /// The operation whose rows stand for a change: itself, or the last that redid it; none if it is
    /// undone or is no change.
    pub fn in_force(&self, change: OperationNumber) -> Option<OperationNumber> {
        self.deeds.get(&change).filter(|deed| **deed == Deed::Change)?;
        let end = self.end(change);
        match self.deeds.get(&end)? {
            Deed::Change | Deed::Redo { .. } => Some(end),
            Deed::Undo { .. } => None,
        }
    }

    /// The undo because of which a change is not in force.
    pub fn undone_by(&self, change: OperationNumber) -> Option<OperationNumber> {
        self.deeds.get(&change).filter(|deed| **deed == Deed::Change)?;
        let end = self.end(change);
        matches!(self.deeds.get(&end)?, Deed::Undo { .. }).then_some(end)
    }

    /// The change that an undo or redo is about; a change is about itself.
    pub fn change_of(&self, number: OperationNumber) -> OperationNumber {
        match self.deeds.get(&number) {
            Some(Deed::Undo { of } | Deed::Redo { of, .. }) => *of,
            Some(Deed::Change) | None => number,
        }
    }

    /// What took an operation back, directly.
    pub fn taken_back_by(&self, number: OperationNumber) -> Option<OperationNumber> {
        self.takers.get(&number).copied()
    }

    /// What an undo or redo took back, directly.
    pub fn takes_back(&self, number: OperationNumber) -> Option<OperationNumber> {
        self.taken.get(&number).copied()
    }

    /// Whether a change after this one is in force.
    pub fn any_after(&self, change: OperationNumber) -> bool {
        let later = self.deeds.range(change..).skip(1);
        later.into_iter().any(|(number, _)| self.in_force(*number).is_some())
    }

    /// What `undo` takes back next: the newest change in force.
    pub fn next_undo(&self) -> Option<OperationNumber> {
        self.deeds.keys().rev().copied().find(|number| self.in_force(*number).is_some())
    }

    /// What `redo` takes back next: the newest undo that was not redone, while nothing but undos and redos
    /// came after it.
    pub fn next_redo(&self) -> Option<OperationNumber> {
        let since = self.deeds.iter().rev().take_while(|(_, deed)| **deed != Deed::Change);
        let open = |(number, deed): &(&OperationNumber, &Deed)| {
            matches!(deed, Deed::Undo { .. }) && !self.takers.contains_key(number)
        };
        since.into_iter().find(open).map(|(number, _)| *number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, Moment};

    fn number(n: i64) -> OperationNumber {
        OperationNumber(n)
    }

    /// Operations in order: `c` is a change, `u2` undoes 2, `r4/2` redoes 2 by taking 4 back.
    fn operations(script: &str) -> Vec<Operation> {
        let read = |(at, word): (usize, &str)| {
            let (verb, arguments) = match word.split_at(1) {
                ("u", of) => ("undo", vec![("operation", of)]),
                ("r", pair) => {
                    let (undo, of) = pair.split_once('/').unwrap();
                    ("redo", vec![("operation", undo), ("redone", of)])
                }
                _ => ("config", vec![]),
            };
            Operation {
                number: number(at as i64 + 1),
                recorded_at: Moment::from_iso("2018-08-08T00:00:00.000Z").unwrap(),
                today: Date::first(),
                actor: String::new(),
                verb: verb.to_owned(),
                arguments: arguments.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect(),
                reason: None,
                document: None,
                undone: false,
                undone_by: None,
            }
        };
        script.split_whitespace().enumerate().map(read).collect()
    }

    /// For each change what stands for it, then what undo and redo would take back.
    fn kept(script: &str) -> String {
        let operations = operations(script);
        let undoing = Undoing::of(&operations).unwrap();
        let shown = |n: Option<OperationNumber>| n.map_or("-".to_owned(), |n| n.0.to_string());
        let changes = operations.iter().filter(|o| o.verb == "config");
        let changes: Vec<String> = changes.map(|o| shown(undoing.in_force(o.number))).collect();
        let (undo, redo) = (undoing.next_undo(), undoing.next_redo());
        format!("{} undo {} redo {}", changes.join(" "), shown(undo), shown(redo))
    }

    #[test]
    fn undos_and_redos_go_back_and_forth() {
        for (script, expected) in [
            ("c c", "1 2 undo 2 redo -"),
            ("c c u2", "1 - undo 1 redo 3"),
            ("c c u2 u1", "- - undo - redo 4"),
            ("c c u2 u1 r4/1", "5 - undo 1 redo 3"),
            ("c c u2 u1 r4/1 r3/2", "5 6 undo 2 redo -"),
            ("c c u2 r3/2", "1 4 undo 2 redo -"),
            ("c c u2 r3/2 u2", "1 - undo 1 redo 5"),
            ("c c u2 r3/2 u2 r5/2 u2 r7/2", "1 8 undo 2 redo -"),
            ("c c u2 c", "1 - 4 undo 4 redo -"),
            ("c c u2 c u4", "1 - - undo 1 redo 5"),
            ("c c u2 c u4 r5/4", "1 - 6 undo 4 redo -"),
            ("c c u1", "- 2 undo 2 redo 3"),
            ("c c u1 u2 r4/2", "- 5 undo 2 redo 3"),
            ("", " undo - redo -"),
        ] {
            assert_eq!(kept(script), expected, "{script}");
        }
    }

    #[test]
    fn what_cannot_be_taken_back_is_told() {
        for (script, wrong) in [
            ("c u2", 2),
            ("c u1 u1", 3),
            ("c u1 u2", 3),
            ("c r1/1", 2),
            ("c u1 r2/1 r2/1", 4),
            ("c c u1 r3/2", 4),
            ("c u", 2),
        ] {
            assert_eq!(Undoing::of(&operations(script)).err(), Some(number(wrong)), "{script}");
        }
    }

    #[test]
    fn an_undone_change_knows_its_undo_and_every_link_its_change() {
        let undoing = Undoing::of(&operations("c c u2 r3/2 u2 u1")).unwrap();
        assert_eq!(undoing.undone_by(number(2)), Some(number(5)));
        assert_eq!(undoing.undone_by(number(1)), Some(number(6)));
        assert_eq!(undoing.undone_by(number(5)), None);
        assert_eq!([2, 3, 4, 5].map(|n| undoing.change_of(number(n)).0), [2; 4]);
        assert_eq!(undoing.takes_back(number(5)), Some(number(4)));
        assert_eq!(undoing.taken_back_by(number(4)), Some(number(5)));
        assert!(!undoing.any_after(number(1)));
    }
}
