//! A town written row by row, for tests in which some of its rows are others.

use super::csv::csv_of;

/// Two wards, P1 and P2, and what the test adds: rows under the columns that [`Town::files`] names.
#[derive(Default, Clone)]
pub struct Town {
    pub cells: Vec<&'static str>,
    pub officials: Vec<&'static str>,
    pub successions: Vec<&'static str>,
    pub assignments: Vec<&'static str>,
    pub meetings: Vec<&'static str>,
    pub settings: Vec<&'static str>,
}

impl Town {
    /// Name and text of each of its files.
    pub fn files(&self) -> [(&'static str, String); 7] {
        [
            ("committees.csv", csv_of("code,name,kind", &["P1,Phường 1,ward", "P2,Phường 2,ward"])),
            ("cells.csv", csv_of("code,name,kind,committee,founded,dissolved,from", &self.cells)),
            (
                "officials.csv",
                csv_of("code,full_name,title,active_from,active_until,from", &self.officials),
            ),
            ("successions.csv", csv_of("from_cell,to_cell,on", &self.successions)),
            ("assignments.csv", csv_of("cell,official,from,until", &self.assignments)),
            (
                "meetings.csv",
                csv_of(
                    "period,cell,held_on,not_held_reason,visitors,absence_reason",
                    &self.meetings,
                ),
            ),
            ("settings.csv", csv_of("key,value", &self.settings)),
        ]
    }
}
