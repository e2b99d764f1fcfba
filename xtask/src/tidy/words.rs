// SPDX-License-Identifier: EUPL-1.2
//! Words that must not stand in the project: unfinished work without an issue,
//! switched-off tests, and places that exist on one machine only.

use super::File;

/// Every note about work to do names the issue it belongs to; no test is ignored.
pub(crate) fn unfinished(files: &[File]) -> Vec<String> {
    // In two parts, so that this file does not find itself.
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat()];
    let ignored = ["#[", "ignore"].concat();
    lines(
        files,
        &["rs", "toml", "mjs", "html", "ftl", "feature", "sql", "sh"],
        |line| {
            if line.contains(&ignored) {
                return Some("a test that does not run proves nothing".to_owned());
            }
            let mark = marks.iter().find(|mark| {
                line.split_once(mark.as_str())
                    .is_some_and(|(before, after)| {
                        let word = !before.ends_with(char::is_alphanumeric)
                            && !after.starts_with(char::is_alphanumeric);
                        word && !names_an_issue(after)
                    })
            })?;
            Some(format!("{mark} without an issue, as in {mark}(#12)"))
        },
    )
}

fn names_an_issue(after: &str) -> bool {
    after
        .strip_prefix("(#")
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// A clone works anywhere, so no file names a folder outside it or a host that
/// packages came from.
pub(crate) fn places(files: &[File]) -> Vec<String> {
    let places: Vec<String> = [
        ["/wo", "rk/"],
        ["/fa", "rm/"],
        ["/tmp/bash", "_jobs"],
        [".lib", "rary"],
        ["farm-", "studio"],
        ["farm-", "bench"],
        ["../sha", "red"],
        ["contract", ".md"],
        ["registry.npm", "js"],
        ["\"resolv", "ed\":"],
    ]
    .iter()
    .map(|parts| parts.concat())
    .collect();
    lines(files, &[], |line| {
        let place = places.iter().find(|place| line.contains(*place))?;
        Some(format!("`{place}` is a place outside the project"))
    })
}

/// Applies a rule to every line of the files with one of the extensions, or of all
/// files when none is given.
fn lines(
    files: &[File],
    extensions: &[&str],
    rule: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        if !extensions.is_empty() && !extensions.iter().any(|e| file.has_extension(e)) {
            continue;
        }
        for (number, line) in (1..).zip(file.text.lines()) {
            if let Some(what) = rule(line) {
                findings.push(format!("{}:{number}: {what}", file.path));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, file};
    use super::*;

    #[test]
    fn work_to_do_names_its_issue() {
        let mark = ["TO", "DO"].concat();
        let bad = [
            file("a.rs", &format!("// {mark}: later\n")),
            file("a.rs", &format!("// {mark}(#)\n")),
            file("b.rs", &["#[", "ignore]\n"].concat()),
        ];
        let good = [
            file("a.rs", &format!("// {mark}(#12): later\n")),
            file(
                "b.rs",
                &format!("// the letters within a word: ME{mark}LOGI\n"),
            ),
        ];
        check(unfinished, &bad, &good);
    }

    #[test]
    fn no_file_names_a_place_outside() {
        let bad = file("a.md", &["see ../sha", "red/x.md"].concat());
        check(places, &[bad], &[file("a.md", "see docs/x.md")]);
    }
}
