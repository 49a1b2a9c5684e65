//! The parts of a visitor's sheet (`commands.md`, Reports).

use super::keyword::keyword;

keyword! {
    /// What a line of a visitor's sheet is about.
    BriefPart {
        /// Items to bring to the cell.
        Bulletin = "bulletin",
        /// What the official did in the year.
        Visits = "visits",
        /// What became of a duty.
        Duty = "duty",
        /// Who is assigned.
        Assigned = "assigned",
        /// When and where the cell meets.
        Date = "date",
        /// What the cell must be told.
        ReportBack = "report-back",
        /// What the cell raised and nobody has settled.
        Open = "open",
        /// A meeting that was held.
        Meeting = "meeting",
        /// Members present, month by month.
        Attendance = "attendance",
        /// A month in which the cell was without its visitor.
        Without = "without",
        /// An inspection or supervision.
        Inspection = "inspection",
    }
}
