//! Merged cells: what stands in the first of them stands for each row, as whoever merged them meant it.

use std::collections::VecDeque;

use calamine::Dimensions;

/// The merged cells of a sheet, row by row.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// Those that begin further below, the first ones first.
    waiting: VecDeque<Dimensions>,
    /// Those that the row last looked at is in, each with what stands in it; no two in a column.
    reached: Vec<(Dimensions, String)>,
}

impl Merged {
    /// Those of more than one row. Across columns nothing is repeated: a title is no value of each column under it.
    pub fn new(mut regions: Vec<Dimensions>) -> Self {
        regions.retain(|region| region.start.0 < region.end.0);
        regions.sort_unstable_by_key(|region| region.start);
        Self { waiting: regions.into(), reached: Vec::new() }
    }

    /// Fills in what stands further above. Rows are asked for from above to below.
    pub fn fill(&mut self, row: u32, cells: &mut [String]) {
        self.reached.retain(|(region, _)| row <= region.end.0);
        while self.waiting.front().is_some_and(|region| region.start.0 <= row) {
            let Some(region) = self.waiting.pop_front() else { break };
            let column = region.start.1;
            let is_free = self.reached.iter().all(|(other, _)| other.start.1 != column);
            let begins_here = region.start.0 == row;
            if let Some(text) = cells.get(column as usize).filter(|_| is_free && begins_here) {
                self.reached.push((region, text.clone()));
            }
        }
        for (region, text) in &self.reached {
            if let Some(cell) =
                cells.get_mut(region.start.1 as usize).filter(|cell| cell.is_empty())
            {
                cell.clone_from(text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(start: (u32, u32), end: (u32, u32)) -> Dimensions {
        Dimensions { start, end }
    }

    #[test]
    fn what_stands_first_stands_in_each_row_of_its_column() {
        let mut merged = Merged::new(vec![region((2, 0), (4, 1)), region((0, 0), (0, 5))]);
        let filled = |merged: &mut Merged, row: u32, cells: [&str; 2]| {
            let mut cells = cells.map(str::to_owned);
            merged.fill(row, &mut cells);
            cells
        };
        assert_eq!(filled(&mut merged, 0, ["title", ""]), ["title", ""]);
        assert_eq!(filled(&mut merged, 2, ["P1", "a"]), ["P1", "a"]);
        assert_eq!(filled(&mut merged, 4, ["", ""]), ["P1", ""]);
        assert_eq!(filled(&mut merged, 5, ["", "c"]), ["", "c"]);
    }

    #[test]
    fn merged_cells_that_lie_over_each_other_are_no_more_work_than_columns() {
        let all = (0..20_000).map(|row| region((row, 0), (1_048_575, 0))).collect();
        let mut merged = Merged::new(all);
        for row in 0..20_000 {
            merged.fill(row, &mut ["x".to_owned()]);
        }
        assert_eq!(merged.reached.len(), 1);
    }
}
