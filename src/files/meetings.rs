//! `meetings.csv`.

use super::column::columns;
use super::content::{Content, Exported, written};
use super::{Column, Need};
use crate::domain::{Detail, Kept, Keyword, Meeting, Register, ThingKind};
use crate::table::Field;
use crate::texts::Heading;

columns! { HEAD:
    PERIOD = Column::value("period").needed_by(Need::Rows).also(&[
        "Kỳ", "Tháng", "Tháng, năm", "Kỳ sinh hoạt", "Tháng sinh hoạt", "Kỳ họp",
    ]),
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(Need::Rows).also(&[
        "Mã chi bộ", "Tên chi bộ", "Tên đơn vị", "Đơn vị",
    ]),
    KIND = Column::value("kind").also(&[
        "Loại sinh hoạt", "Loại buổi sinh hoạt", "Hình thức", "Hình thức sinh hoạt",
        "Loại cuộc họp",
    ]),
    HELD_ON = Column::value("held_on").also(&[
        "Ngày họp", "Ngày họp chi bộ", "Ngày tổ chức", "Thời gian", "Thời gian sinh hoạt",
        "Thời gian họp",
    ]),
    NOT_HELD_REASON = Column::value("not_held_reason").also(&[
        "Lý do không họp", "Lý do chưa sinh hoạt",
    ]),
    VISITORS = Column::codes("visitors", ThingKind::Official).also(&[
        "Mã người dự", "Tên người dự", "Cán bộ dự", "Cán bộ dự sinh hoạt", "Cán bộ dự họp",
        "Cán bộ đã dự", "Cán bộ về dự", "Người về dự", "Đại biểu dự",
    ]),
    ABSENCE_REASON = Column::codes("absence_reason", ThingKind::Official).also(&[
        "Lý do vắng mặt", "Lý do cán bộ vắng", "Lý do không dự",
    ]),
    TOTAL = Column::value("total").also(&[
        "Tổng số", "Tổng số ĐV", "Tổng đảng viên", "Tổng ĐV", "Số đảng viên",
        "Tổng số đảng viên của chi bộ", "Đảng số",
    ]),
    EXEMPT = Column::value("exempt").also(&[
        "Miễn sinh hoạt", "Exempt", "Số miễn", "Được miễn", "Miễn", "Được miễn sinh hoạt", "Số được miễn sinh hoạt",
        "Đảng viên miễn sinh hoạt",
    ]),
    AWAY = Column::value("away").also(&[
        "Đi nơi khác", "Away", "Sinh hoạt nơi khác", "Sinh hoạt tạm thời", "Sinh hoạt tạm thời nơi khác",
        "Tạm thời nơi khác", "Đi làm ăn xa",
    ]),
    PRESENT = Column::value("present").also(&[
        "Số có mặt", "Đảng viên có mặt", "Số đảng viên có mặt", "Đảng viên dự", "Số đảng viên dự",
        "ĐV dự", "Số ĐV dự", "Dự họp", "Số dự họp",
    ]),
    EXCUSED = Column::value("excused").also(&["Vắng có phép", "Có phép"]),
}

const DETAILS: &[Detail] = <Detail as Keyword>::ALL;

/// The column of a detail: they stand between these and the note, in the order of their list.
pub const fn detail(detail: Detail) -> Column {
    let at = HEAD.len() + detail as usize;
    Column::value(Detail::KEYS[detail as usize]).also(detail_also(detail)).at_place(at)
}

/// What offices call the column of a detail.
const fn detail_also(detail: Detail) -> &'static [&'static str] {
    match detail {
        Detail::Remarks => &["Số ý kiến phát biểu", "Ý kiến phát biểu", "Số lượt phát biểu"],
        Detail::Prepared => &["Chi ủy họp trước", "Họp chi ủy", "Họp cấp ủy trước"],
        Detail::Theme => &["Tên chuyên đề", "Nội dung chuyên đề"],
        Detail::SelfScore => &["Điểm", "Tự chấm", "Điểm chi bộ tự chấm", "Chi bộ tự chấm"],
        Detail::ConfirmedScore => {
            &["Điểm cấp trên công nhận", "Cấp ủy cấp trên chấm", "Điểm công nhận"]
        }
        Detail::Grade => &["Xếp loại chất lượng", "Xếp loại sinh hoạt", "Đánh giá xếp loại"],
        Detail::MinutesNo => &["Biên bản số"],
    }
}

pub const NOTE: Column = Column::value("note").at_place(HEAD.len() + DETAILS.len());

/// All of them, in order: that in which a meeting tells its values.
pub const COLUMNS: &[Column] = &{
    let mut all = [NOTE; HEAD.len() + DETAILS.len() + 1];
    let mut at = 0;
    while at < NOTE.at() {
        all[at] = if at < HEAD.len() { HEAD[at] } else { detail(DETAILS[at - HEAD.len()]) };
        at += 1;
    }
    all
};

/// Columns that a month sheet has beside these. They are for people, and nothing of them is read.
pub const BESIDE: &[Heading] =
    &[Heading::NameOfCell, Heading::AssignedNames, Heading::MembersExpected, Heading::SheetCheck];

/// The counts that a month sheet has filled in as they were before: alone they say nothing of a meeting.
pub const LIKELY: [Column; 3] = [TOTAL, EXEMPT, AWAY];

/// The columns in which only whoever reports writes something; a row in which all of them are empty is not filled in.
pub fn filled_in() -> impl Iterator<Item = Column> {
    let given = [PERIOD, CELL, KIND];
    let all = COLUMNS.iter().copied();
    all.filter(move |column| !given.contains(column) && !LIKELY.contains(column))
}

/// By period, cell, kind and day. No two meetings have all four alike.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let months = exported.months.take().into_iter().flatten();
    let rows = months.flat_map(move |mut month| {
        month.sort_by_cached_key(|m| {
            let held_on = m.outcome.held().map(|held| held.held_on);
            (m.period, &register.cell(m.cell).code, m.kind, held_on)
        });
        month.into_iter().map(move |meeting| row(register, &meeting))
    });
    vec![Content::new(COLUMNS, rows)]
}

fn row(register: &Register, meeting: &Meeting) -> Vec<Field<'static>> {
    let mut row = Vec::with_capacity(COLUMNS.len());
    meeting.tell(register, |item| {
        if item.kept != Kept::Derived {
            row.push(written(item.value.as_ref()));
        }
    });
    row
}
