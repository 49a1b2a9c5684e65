//! The keys under which the values of records stand in files and tables: the stable English contract of `records.md`,
//! section 9. What people read in their place is in `texts/labels.rs`.

use super::{Detail, Keyword, SettingKey};

/// Declares the keys but those of details and settings, which are named where these are.
macro_rules! keys {
    ($($variant:ident = $key:literal),+ $(,)?) => {
        /// The key of a value.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            $($variant,)+
            /// A plain value of a meeting.
            Detail(Detail),
            /// A setting of the office.
            Setting(SettingKey),
        }

        const PLAIN: &[Key] = &[$(Key::$variant),+];

        impl Keyword for Key {
            const ALL: &'static [Self] = &ALL;
            fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                    Self::Detail(detail) => detail.key(),
                    Self::Setting(setting) => setting.key(),
                }
            }
        }
    };
}

keys! {
    Code = "code",
    Name = "name",
    Kind = "kind",
    Founded = "founded",
    Dissolved = "dissolved",
    From = "from",
    Committee = "committee",
    RegularDay = "regular_day",
    FromCell = "from_cell",
    ToCell = "to_cell",
    On = "on",
    Document = "document",
    LabelVi = "label_vi",
    LabelEn = "label_en",
    Order = "order",
    FullName = "full_name",
    Title = "title",
    Organisation = "organisation",
    Category = "category",
    ActiveFrom = "active_from",
    ActiveUntil = "active_until",
    Cell = "cell",
    Official = "official",
    Until = "until",
    DocumentDate = "document_date",
    Issuer = "issuer",
    Mode = "mode",
    Scope = "scope",
    Count = "count",
    Span = "span",
    Each = "each",
    Period = "period",
    HeldOn = "held_on",
    NotHeldReason = "not_held_reason",
    Visitors = "visitors",
    AbsenceReason = "absence_reason",
    Total = "total",
    Exempt = "exempt",
    Away = "away",
    Expected = "expected",
    Present = "present",
    Excused = "excused",
    Unexcused = "unexcused",
    Attendance = "attendance",
    Note = "note",
    Id = "id",
    RaisedOn = "raised_on",
    Area = "area",
    Text = "text",
    Step = "step",
    To = "to",
    Sent = "sent",
    Answered = "answered",
    Resolved = "resolved",
    Declined = "declined",
    ReportedBack = "reported_back",
    SameAs = "same_as",
    ClosedOn = "closed_on",
    Fingerprint = "fingerprint",
    Cells = "cells",
    Covered = "covered",
    Assigned = "assigned",
    Predecessor = "predecessor",
    Status = "status",
    Reason = "reason",
    Recommendations = "recommendations",
    Erased = "erased",
    SettingKey = "key",
    Value = "value",
    Hour = "hour",
    Place = "place",
    Officials = "officials",
    Source = "source",
}

impl Key {
    /// Whether the day is the first that no longer holds.
    pub fn is_end(self) -> bool {
        matches!(self, Self::Until | Self::Dissolved | Self::ActiveUntil)
    }
}

const DETAILS: &[Detail] = <Detail as Keyword>::ALL;
const SETTINGS: &[SettingKey] = <SettingKey as Keyword>::ALL;

const ALL: [Key; PLAIN.len() + DETAILS.len() + SETTINGS.len()] = {
    let mut all = [PLAIN[0]; PLAIN.len() + DETAILS.len() + SETTINGS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < PLAIN.len() {
            PLAIN[at]
        } else if at < PLAIN.len() + DETAILS.len() {
            Key::Detail(DETAILS[at - PLAIN.len()])
        } else {
            Key::Setting(SETTINGS[at - PLAIN.len() - DETAILS.len()])
        };
        at += 1;
    }
    all
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_keys_are_alike() {
        for key in Key::ALL {
            assert_eq!(Key::from_key(key.key()), Some(*key));
        }
    }
}
