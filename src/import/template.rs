//! Empty files to fill in: every file that is read, with nothing but its headings.

macro_rules! template {
    ($name:literal) => {
        ($name, include_str!(concat!("../../data/templates/", $name)))
    };
}

/// Name and content of each.
pub fn template_files() -> [(&'static str, &'static str); 9] {
    [
        template!("committees.csv"),
        template!("cells.csv"),
        template!("successions.csv"),
        template!("categories.csv"),
        template!("officials.csv"),
        template!("assignments.csv"),
        template!("meetings.csv"),
        template!("recommendations.csv"),
        template!("settings.csv"),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::FileKind;
    use super::*;

    #[test]
    fn every_template_has_the_columns_of_its_kind_in_order() {
        for (kind, (name, content)) in FileKind::ALL.into_iter().zip(template_files()) {
            assert_eq!(kind.file_name(), name);
            assert_eq!(content, kind.keys().collect::<Vec<_>>().join(",") + "\n");
        }
    }
}
