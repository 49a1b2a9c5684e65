//! The columns of the files, in the order of `records.md`, section 9.

use crate::domain::{Detail, Keyword};

/// A column of a file: its place in the order of section 9, and its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub at: usize,
    pub key: &'static str,
}

/// The most columns that a file has.
pub(super) const MOST: usize = 20;

macro_rules! columns {
    ($(#[$doc:meta])* $module:ident { $($name:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        pub(in crate::import) mod $module {
            use super::Column;

            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum Order { $($name),+ }

            $(pub const $name: Column = Column { at: Order::$name as usize, key: $key };)+
            /// All of them, in order.
            pub const ALL: &[Column] = &[$($name),+];
        }
    };
}

columns!(
    /// Columns of `committees.csv`.
    committee {
        CODE = "code",
        NAME = "name",
        KIND = "kind",
        FOUNDED = "founded",
        DISSOLVED = "dissolved",
        FROM = "from",
    }
);

columns!(
    /// Columns of `cells.csv`.
    cell {
        CODE = "code",
        NAME = "name",
        KIND = "kind",
        COMMITTEE = "committee",
        FOUNDED = "founded",
        DISSOLVED = "dissolved",
        REGULAR_DAY = "regular_day",
        FROM = "from",
    }
);

columns!(
    /// Columns of `successions.csv`.
    succession {
        FROM_CELL = "from_cell",
        TO_CELL = "to_cell",
        ON = "on",
        DOCUMENT = "document",
    }
);

columns!(
    /// Columns of `categories.csv`.
    category {
        CODE = "code",
        LABEL_VI = "label_vi",
        LABEL_EN = "label_en",
        ORDER = "order",
    }
);

columns!(
    /// Columns of `officials.csv`.
    official {
        CODE = "code",
        FULL_NAME = "full_name",
        TITLE = "title",
        ORGANISATION = "organisation",
        CATEGORY = "category",
        ACTIVE_FROM = "active_from",
        ACTIVE_UNTIL = "active_until",
        ORDER = "order",
        FROM = "from",
        ERASED = "erased",
    }
);

columns!(
    /// Columns of `assignments.csv`.
    assignment {
        CELL = "cell",
        OFFICIAL = "official",
        FROM = "from",
        UNTIL = "until",
        DOCUMENT = "document",
        DOCUMENT_DATE = "document_date",
        ISSUER = "issuer",
    }
);

columns!(
    /// Columns of `meetings.csv`.
    meeting {
        PERIOD = "period",
        CELL = "cell",
        KIND = "kind",
        HELD_ON = "held_on",
        NOT_HELD_REASON = "not_held_reason",
        VISITORS = "visitors",
        ABSENCE_REASON = "absence_reason",
        TOTAL = "total",
        EXEMPT = "exempt",
        AWAY = "away",
        PRESENT = "present",
        EXCUSED = "excused",
        REMARKS = "remarks",
        PREPARED = "prepared",
        THEME = "theme",
        SELF_SCORE = "self_score",
        CONFIRMED_SCORE = "confirmed_score",
        GRADE = "grade",
        MINUTES_NO = "minutes_no",
        NOTE = "note",
    }
);

/// The column of a detail of a meeting: they stand in the order of their list.
pub(super) fn detail(detail: Detail) -> Column {
    Column { at: meeting::REMARKS.at + detail as usize, key: detail.key() }
}

columns!(
    /// Columns of `recommendations.csv`.
    recommendation {
        ID = "id",
        CELL = "cell",
        PERIOD = "period",
        RAISED_ON = "raised_on",
        AREA = "area",
        TEXT = "text",
    }
);

columns!(
    /// Columns of `settings.csv`.
    setting {
        KEY = "key",
        VALUE = "value",
    }
);

columns!(
    /// Columns of `closings.csv`.
    closing {
        PERIOD = "period",
        CLOSED_ON = "closed_on",
        DOCUMENT = "document",
    }
);

columns!(
    /// Columns of a file of the folder `filed`.
    filed {
        COMMITTEE = "committee",
        CELL = "cell",
        ASSIGNED = "assigned",
        PREDECESSOR = "predecessor",
        STATUS = "status",
        HELD_ON = "held_on",
        VISITORS = "visitors",
        REASON = "reason",
        TOTAL = "total",
        EXEMPT = "exempt",
        AWAY = "away",
        PRESENT = "present",
        EXCUSED = "excused",
        GRADE = "grade",
        RECOMMENDATIONS = "recommendations",
    }
);
