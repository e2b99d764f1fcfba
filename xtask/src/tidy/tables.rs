// SPDX-License-Identifier: EUPL-1.2
//! For each table it is written down how long its rows are kept.

use super::File;

const GUIDE: &str = "docs/guides/retention.md";

/// Every table that a migration creates has its row in the guide, and no other has.
pub(crate) fn time_of_keeping(files: &[File]) -> Vec<String> {
    let mut created = Vec::new();
    for file in files.iter().filter(|file| file.has_extension("sql")) {
        for (number, line) in (1..).zip(file.text.lines()) {
            if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
                let name = rest.split([' ', '(']).next().unwrap_or(rest);
                created.push((format!("{}:{number}", file.path), name));
            }
        }
    }
    let guide = files.iter().find(|file| file.path == GUIDE);
    let listed: Vec<&str> = guide
        .into_iter()
        .flat_map(|guide| guide.text.lines())
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    let missing = created
        .iter()
        .filter(|(_, name)| !listed.contains(name))
        .map(|(place, name)| format!("{place}: {GUIDE} does not say how long `{name}` is kept"));
    let surplus = listed
        .iter()
        .filter(|name| !created.iter().any(|(_, created)| created == *name))
        .map(|name| format!("{GUIDE}:1: there is no table `{name}`"));
    missing.chain(surplus).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::file;
    use super::*;

    #[test]
    fn tables_and_guide_agree() {
        let migration = file(
            "m.sql",
            "CREATE TABLE a (\n  x TEXT\n);\nCREATE TABLE b (x TEXT);\n",
        );
        let guide = |rows: &str| file(GUIDE, rows);
        let both = guide("| `a` | for ever |\n| `b` | a day |\n");
        assert!(time_of_keeping(&[migration.clone(), both]).is_empty());
        let one_and_another = guide("| `a` | for ever |\n| `c` | a day |\n");
        assert_eq!(time_of_keeping(&[migration, one_and_another]).len(), 2);
    }
}
