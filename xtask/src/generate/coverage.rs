// SPDX-License-Identifier: EUPL-1.2
//! Which requirement rows are covered, and by what.
//!
//! `docs/traceability/rows.tsv` lists the rows. A row is *covered* when a scenario's
//! tag, a rule or a test names it. Less than that is counted apart: *reasoned* when
//! the rulebook says why no rule can carry it, *touched* when its scenario runs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};
use toml::{Table, Value};

use crate::tidy::File;

pub(crate) const PATH: &str = "docs/traceability/coverage.md";

const ROWS: &str = "docs/traceability/rows.tsv";

const INTRODUCTION: &str = "\
# Which requirement rows are covered

Written by `cargo xtask generate` from `rows.tsv`, the tags of `features/`, the
rules and recommendations of `rulebook/` and the names and comments of tests. Rows
that are *covered* are named by one of these. *Reasoned* rows stand in a
recommendation that no rule can carry, with the reason why. *Touched* rows belong to
a scenario that runs but does not name them. The strengths are LOV (law), ANB
(recommendation), SPM (question to the cooperation agreement) and FAKTA (stated fact).
";

/// A row of the requirements.
struct Row<'a> {
    id: &'a str,
    strength: &'a str,
    scenarios: Vec<&'a str>,
    text: &'a str,
}

/// What names each row, and which scenarios run.
#[derive(Default)]
struct Evidence {
    named: BTreeMap<String, BTreeSet<String>>,
    reasoned: BTreeSet<String>,
    scenarios: BTreeSet<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Covered,
    Reasoned,
    Touched,
    NotYet,
}

/// The text of the page.
pub(crate) fn page(files: &[File]) -> Result<String> {
    let listed = files.iter().find(|file| file.path == ROWS);
    let rows = rows(&listed.with_context(|| format!("{ROWS} is missing"))?.text)?;
    let evidence = evidence(files)?;
    let known: BTreeSet<&str> = rows.iter().map(|row| row.id).collect();
    if let Some((unknown, by)) = evidence
        .named
        .iter()
        .find(|(id, _)| !known.contains(id.as_str()))
    {
        bail!("{by:?} names the row {unknown}, which {ROWS} does not have");
    }
    let mut page = INTRODUCTION.to_owned();
    table_of_numbers(&mut page, &rows, &evidence)?;
    list_of_covered(&mut page, &rows, &evidence)?;
    for (title, state) in [
        ("Reasoned", State::Reasoned),
        ("Touched", State::Touched),
        ("Not yet", State::NotYet),
    ] {
        list_by_strength(&mut page, title, &rows, |row| evidence.state(row) == state)?;
    }
    Ok(page)
}

/// `id, strength, source, line, capability, scenario, short text`, with tabs between.
fn rows(text: &str) -> Result<Vec<Row<'_>>> {
    let mut rows = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.is_empty() || line.starts_with('#') || line.starts_with("id\t") {
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, strength, _, _, _, scenarios, text] = fields.as_slice() else {
            bail!("{ROWS}:{number}: {} fields, expected 7", fields.len());
        };
        rows.push(Row {
            id,
            strength,
            scenarios: scenarios
                .split([' ', ','])
                .filter(|s| !s.is_empty())
                .collect(),
            text,
        });
    }
    Ok(rows)
}

impl Evidence {
    fn state(&self, row: &Row<'_>) -> State {
        if self.named.contains_key(row.id) {
            State::Covered
        } else if self.reasoned.contains(row.id) {
            State::Reasoned
        } else if row.scenarios.iter().any(|s| self.scenarios.contains(*s)) {
            State::Touched
        } else {
            State::NotYet
        }
    }

    fn name(&mut self, text: &str, by: &str) {
        for id in ids_in(text) {
            self.named.entry(id).or_default().insert(by.to_owned());
        }
    }
}

fn evidence(files: &[File]) -> Result<Evidence> {
    let mut evidence = Evidence::default();
    for file in files {
        let path = file.path.as_str();
        if path.starts_with("features/") {
            let by = format!("scenario `{path}`");
            for tag in tags(&file.text) {
                evidence.name(tag, &by);
                evidence.scenarios.insert(tag.to_owned());
            }
        } else if path.starts_with("rulebook/") && file.has_extension("toml") {
            cite_rules(&mut evidence, file)?;
        } else if path.starts_with("crates/") && file.is_rust() {
            let by = format!("test `{path}`");
            for line in test_lines(file) {
                evidence.name(line, &by);
            }
        }
    }
    Ok(evidence)
}

fn tags(feature: &str) -> impl Iterator<Item = &str> {
    let lines = feature.lines().map(str::trim_start);
    lines
        .filter(|line| line.starts_with('@'))
        .flat_map(str::split_whitespace)
        .filter_map(|tag| tag.strip_prefix('@'))
}

/// A rule names rows by its citations and through the recommendations it carries.
fn cite_rules(evidence: &mut Evidence, file: &File) -> Result<()> {
    let table: Table = file.text.parse().with_context(|| file.path.clone())?;
    let recommendations = table.get("recommendation").and_then(Value::as_array);
    for recommendation in recommendations.into_iter().flatten() {
        let Some(rows) = recommendation.get("rows").map(Value::to_string) else {
            continue;
        };
        let rules = recommendation.get("rules").and_then(Value::as_array);
        for rule in rules.into_iter().flatten().filter_map(Value::as_str) {
            evidence.name(&rows, &format!("rule `{rule}`"));
        }
        if recommendation.get("no_rule").is_some() {
            evidence.reasoned.extend(ids_in(&rows));
        }
    }
    let rules = table.get("rule").and_then(Value::as_table);
    for (rule, content) in rules.into_iter().flatten() {
        if let Some(cites) = content.get("cites") {
            evidence.name(&cites.to_string(), &format!("rule `{rule}`"));
        }
    }
    Ok(())
}

/// The lines of a file that belong to tests.
fn test_lines(file: &File) -> impl Iterator<Item = &str> {
    let is_test_file = file.path.contains("/tests/");
    let mut in_test_module = false;
    file.text.lines().filter(move |line| {
        in_test_module |= line.trim() == "#[cfg(test)]";
        is_test_file || in_test_module
    })
}

/// The row ids in a text, as `S2-026` or `X05` or, in a test's name, `s2_026`.
fn ids_in(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    words
        .flat_map(|word| {
            let parts: Vec<&str> = word.split(['-', '_']).collect();
            let needs = parts.iter().copied().filter(|part| is_need(part));
            let needs = needs.map(ToOwned::to_owned);
            parts
                .windows(2)
                .filter_map(|pair| match pair {
                    [source, number] if is_source(source) && is_number(number) => {
                        Some(format!("{}-{number}", source.to_ascii_uppercase()))
                    }
                    _ => None,
                })
                .chain(needs)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// `X05`: a need across the sources.
fn is_need(part: &str) -> bool {
    let number = part.strip_prefix('X');
    number.is_some_and(|number| number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit()))
}

fn is_source(part: &str) -> bool {
    let digit = part.strip_prefix(['S', 's']);
    digit.is_some_and(|digit| digit.len() == 1 && digit.bytes().all(|b| b.is_ascii_digit()))
}

fn is_number(part: &str) -> bool {
    part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())
}

fn table_of_numbers(page: &mut String, rows: &[Row<'_>], evidence: &Evidence) -> Result<()> {
    let mut counts: BTreeMap<&str, BTreeMap<State, usize>> = BTreeMap::new();
    for row in rows {
        let state = evidence.state(row);
        for strength in [row.strength, "all"] {
            *counts
                .entry(strength)
                .or_default()
                .entry(state)
                .or_default() += 1;
        }
    }
    writeln!(
        page,
        "\n| strength | rows | covered | reasoned | touched | not yet |"
    )?;
    writeln!(page, "|---|---:|---:|---:|---:|---:|")?;
    for (strength, states) in counts {
        let all: usize = states.values().sum();
        write!(page, "| {strength} | {all} ")?;
        for state in [
            State::Covered,
            State::Reasoned,
            State::Touched,
            State::NotYet,
        ] {
            write!(
                page,
                "| {} ",
                states.get(&state).copied().unwrap_or_default()
            )?;
        }
        writeln!(page, "|")?;
    }
    Ok(())
}

fn list_of_covered(page: &mut String, rows: &[Row<'_>], evidence: &Evidence) -> Result<()> {
    writeln!(
        page,
        "\n## Covered\n\n| row | strength | what | by |\n|---|---|---|---|"
    )?;
    for row in rows {
        if let Some(by) = evidence.named.get(row.id) {
            let by: Vec<&str> = by.iter().map(String::as_str).collect();
            let text = row.text.replace('|', "\\|");
            let (id, strength) = (row.id, row.strength);
            writeln!(page, "| {id} | {strength} | {text} | {} |", by.join(", "))?;
        }
    }
    Ok(())
}

fn list_by_strength(
    page: &mut String,
    title: &str,
    rows: &[Row<'_>],
    wanted: impl Fn(&Row<'_>) -> bool,
) -> Result<()> {
    let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows.iter().filter(|row| wanted(row)) {
        lists.entry(row.strength).or_default().push(row.id);
    }
    writeln!(page, "\n## {title}\n")?;
    if lists.is_empty() {
        writeln!(page, "None.")?;
    }
    for (strength, ids) in lists {
        writeln!(page, "- {strength}: {}", ids.join(" "))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(rest: &[(&str, &str)]) -> Vec<File> {
        let rows = "id\tstrength\tsource\tline\tcapability\tscenario\ttext\n\
                    S2-026\tLOV\tt\t1\tC04\tA01\tUnderret\n\
                    S2-027\tANB\tt\t2\tC04\tA01 A05\tHenvis\n\
                    S2-031\tANB\tt\t3\tC05\tA05\tKoordinator\n\
                    S2-032\tANB\tt\t4\tC05\tA05\tKendskab\n\
                    S2-033\tANB\tt\t5\tC05\tA05\tKontakt\n";
        let listed = (ROWS, rows);
        let all = std::iter::once(&listed).chain(rest);
        all.map(|(path, text)| File {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        })
        .collect()
    }

    #[test]
    fn rows_are_covered_by_tags_rules_and_recommendations() {
        let files = files(&[
            ("features/a.feature", "@A01 @S2-026\nScenarie: x\n"),
            ("rulebook/lov.toml", "[rule.x]\ncites = [\"S2-031\"]\n"),
            (
                "rulebook/recommendations.toml",
                "[[recommendation]]\nrows = [\"S2-032\"]\nno_rule = { en = \"x\" }\n\
                 [[recommendation]]\nrows = [\"S2-033\"]\nrules = [\"y\"]\n",
            ),
        ]);
        let page = page(&files).unwrap();
        assert!(page.contains("| LOV | 1 | 1 | 0 | 0 | 0 |"), "{page}");
        assert!(page.contains("| ANB | 4 | 2 | 1 | 1 | 0 |"), "{page}");
        assert!(page.contains("| Underret | scenario `features/a.feature` |"));
        assert!(page.contains("| Koordinator | rule `x` |"));
        assert!(page.contains("| Kontakt | rule `y` |"));
        assert!(page.contains("## Reasoned\n\n- ANB: S2-032\n"), "{page}");
        assert!(page.contains("## Touched\n\n- ANB: S2-027\n"), "{page}");
    }

    #[test]
    fn only_tests_name_rows_in_rust() {
        let source = "// S2-026\n#[cfg(test)]\nmod tests {\n  fn s2_027_is_sent() {}\n}\n";
        let files = files(&[("crates/a/src/lib.rs", source)]);
        let page = page(&files).unwrap();
        assert!(page.contains("| LOV | 1 | 0 | 0 | 0 | 1 |"), "{page}");
        assert!(page.contains("| Henvis | test `crates/a/src/lib.rs` |"));
    }

    #[test]
    fn ids_are_found_in_any_of_their_forms() {
        assert_eq!(
            ids_in("fn s2_026_is_sent() // X05, S4-001."),
            ["S2-026", "X05", "S4-001"]
        );
        assert!(ids_in("x05 S2-26 MAX05 S22-026").is_empty());
    }

    #[test]
    fn a_row_that_does_not_exist_is_an_error() {
        let wrong = files(&[("features/a.feature", "@S2-999\n")]);
        assert!(page(&wrong).is_err());
    }
}
