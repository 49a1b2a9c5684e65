//! Rules of mergers and splits.

use super::things;
use crate::domain::Keyword;
use crate::domain::refusal::{Placed, Reorganisation};
use crate::texts::{ErrorCode, Explained, Labelled, Lang, date, explain, say};

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Reorganisation) -> Explained {
    match refused {
        Reorganisation::NewCellNameless { code } => explain!(
            lang,
            NewCellNameless,
            "Không có chi bộ {code}; chi bộ mới cần cả tên",
            "There is no cell {code}; a new cell needs a name too",
            hint(
                "Ghi cả mã và tên: --into \"{code}=Khu phố 9\"",
                "Give code and name: --into \"{code}=Khu phố 9\"",
            ),
        ),
        Reorganisation::CellTwice { cell } => explain!(
            lang,
            CellTwice,
            "{cell} được ghi hai lần",
            "{cell} is named twice",
            advice("Mỗi chi bộ chỉ ghi một lần", "Name each cell once"),
        ),
        Reorganisation::MergeTooFew { cell, into } => {
            let code = &cell.code;
            let explained = explain!(
                lang,
                MergeTooFew,
                "Sáp nhập cần ít nhất hai chi bộ, ở đây chỉ có {cell}",
                "A merger needs at least two cells; here is only {cell}",
            );
            match into {
                None => explained.hint(say!(
                    lang,"Nêu cả chi bộ kia: {CHIBO} cell merge {code} MÃ --into … (các mã: {CHIBO} cell list)",
                    "Name the other cell too: {CHIBO} cell merge {code} CODE --into … (the codes: {CHIBO} cell list)", CHIBO)),
                Some(into) => explained.hint(say!(
                    lang,"Nêu cả chi bộ giữ lại: {CHIBO} cell merge {code} {into} --into {into} …",
                    "Name the one that stays as well: {CHIBO} cell merge {code} {into} --into {into} …", CHIBO)),
            }
        }
        Reorganisation::SplitTooFew { cell } => {
            let code = &cell.code;
            explain!(
                lang,
                SplitTooFew,
                "Chia tách {cell} phải thành ít nhất hai chi bộ",
                "{cell} must be split into at least two cells",
                hint(
                    "Nếu chi bộ cũ vẫn còn, nêu cả chi bộ đó: --into {code} \"MÃ=TÊN\"",
                    "If the old cell stays, name it too: --into {code} \"CODE=NAME\"",
                ),
            )
        }
        Reorganisation::MergeNotAlike { committees, kinds } => {
            let kinds_listed =
                kinds.iter().map(|kind| kind.label(lang)).collect::<Vec<_>>().join(", ");
            let listed = things(committees);
            let message = match (committees.is_empty(), kinds.is_empty()) {
                (false, true) => say!(
                    lang,
                    "Các chi bộ sáp nhập thuộc nhiều đảng bộ: {listed}",
                    "The merged cells belong to several committees: {listed}"
                ),
                (true, _) => say!(
                    lang,
                    "Các chi bộ sáp nhập khác loại: {kinds_listed}",
                    "The merged cells are of several kinds: {kinds_listed}"
                ),
                (false, false) => say!(
                    lang,
                    "Các chi bộ sáp nhập thuộc nhiều đảng bộ: {listed}; và khác loại: {kinds_listed}",
                    "The merged cells belong to several committees: {listed}; and are of several kinds: {kinds_listed}"
                ),
            };
            let mut options = Vec::new();
            if let Some(first) = committees.first() {
                options.push(format!("--committee {}", first.code));
            }
            if let Some(first) = kinds.first() {
                options.push(format!("--kind {}", first.key()));
            }
            let options = options.join(" ");
            Explained::new(ErrorCode::MergeNotAlike, message).advice(say!(
                lang,
                "Nêu rõ của chi bộ mới, ví dụ: {options}",
                "Say which the new cell has, such as: {options}"
            ))
        }
        Reorganisation::MergeUnlike { into, others } => {
            let placed = |one: &Placed| {
                let (cell, kind, committee) = (&one.cell, one.kind.label(lang), &one.committee);
                say!(lang, "{cell} ({kind}, thuộc {committee})", "{cell} ({kind}, {committee})")
            };
            let others = others.iter().map(placed).collect::<Vec<_>>().join("; ");
            let into = placed(into);
            explain!(
                lang,
                MergeUnlike,
                "Chi bộ giữ lại là {into}, khác loại hoặc khác đảng bộ với {others}",
                "The cell that stays is {into}, of another kind or committee than {others}",
                hint(
                    "Kiểm tra mã đã gõ; nếu đúng như vậy, gõ lại lệnh và thêm --yes",
                    "Check the codes; if it is meant so, type the command again with --yes",
                ),
            )
        }
        Reorganisation::IntoNotNew { cell, from, on } => {
            let on = date(lang, *on);
            let founded = from.map(|day| date(lang, day));
            let since = match founded {
                Some(day) => say!(lang, "thành lập ngày {day}", "founded on {day}"),
                None => say!(lang, "có từ trước", "there before"),
            };
            let code = &cell.code;
            explain!(
                lang,
                IntoNotNew,
                "{cell} ({since}) không phải chi bộ mới của ngày {on}, cũng không nằm trong số được sáp nhập hoặc chia tách",
                "{cell} ({since}) is neither a new cell of {on} nor one of those that are merged or split",
                advice(
                    "Khi sáp nhập vào {code}, nêu cả {code} trong số các chi bộ sáp nhập; chi bộ mới ghi \"MÃ=TÊN\"",
                    "To merge into {code}, name {code} among the merged cells; a new cell is written \"CODE=NAME\"",
                ),
            )
        }
        Reorganisation::KeepsItsOwn { cell } => {
            let code = &cell.code;
            explain!(
                lang,
                KeepsItsOwn,
                "{cell} giữ nguyên loại và đảng bộ; --kind và --committee chỉ dành cho chi bộ mới",
                "{cell} keeps its kind and committee; --kind and --committee are for new cells",
                hint(
                    "Chuyển chi bộ sang đảng bộ khác: {CHIBO} cell move {code} --to ĐẢNG_BỘ --on NGÀY",
                    "To move a cell to another committee: {CHIBO} cell move {code} --to COMMITTEE --on DATE",
                    CHIBO
                ),
            )
        }
    }
}
