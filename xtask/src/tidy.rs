// SPDX-License-Identifier: EUPL-1.2
//! The house rules of docs/STYLE.md that a machine can check.
//!
//! Rules that a lint of rustc or clippy covers stand in `Cargo.toml` and
//! `clippy.toml` and not here. Each rule reads an in-memory tree, so that its test
//! can show it a bad one.

mod fluent;
mod layout;
mod manifest;
mod purity;
mod tables;
mod words;

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::root;

/// A text file of the project.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// From the top of the project, with `/` between.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    /// The last part of the path.
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    pub(crate) fn is_rust(&self) -> bool {
        self.has_extension("rs")
    }

    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|found| found == extension)
    }

    /// Source of the product or its tools, as opposed to tests of their own.
    fn is_production(&self) -> bool {
        !self.path.split(['/', '.']).any(|part| part == "tests")
    }

    /// The lines before the test module, numbered from one.
    fn production_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines: Vec<&str> = self.text.lines().collect();
        let is_test_module = |pair: &[&str]| match pair {
            [attribute, module] => {
                attribute.trim() == "#[cfg(test)]" && module.trim_start().starts_with("mod ")
            }
            _ => false,
        };
        let end = lines.windows(2).position(is_test_module);
        let end = end.unwrap_or(lines.len());
        (1..).zip(lines.into_iter().take(end))
    }
}

type Rule = fn(&[File]) -> Vec<String>;

const RULES: &[Rule] = &[
    layout::licence_headers,
    layout::module_headers,
    layout::module_names,
    layout::production_length,
    layout::document_length,
    manifest::unused_dependencies,
    purity::dependencies_of_pure_crates,
    purity::effects_in_pure_crates,
    tables::time_of_keeping,
    words::unfinished,
    words::places,
    fluent::same_messages,
];

/// One line for each breach, `path:line: what`.
pub(crate) fn run() -> Result<Vec<String>> {
    let files = project_files()?;
    Ok(RULES.iter().flat_map(|rule| rule(&files)).collect())
}

/// Every text file that is, or is about to be, in the project.
pub(crate) fn project_files() -> Result<Vec<File>> {
    let root = root()?;
    let listed = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(&root)
        .output()
        .context("`git ls-files` cannot start")?;
    if !listed.status.success() {
        bail!("`git ls-files` failed: this is no clone of the project");
    }
    let paths = String::from_utf8(listed.stdout).context("a path is no UTF-8")?;
    let mut files = Vec::new();
    for path in paths.split('\0').filter(|path| !path.is_empty()) {
        // A file may be listed and deleted, or hold bytes that are no text.
        if let Ok(text) = std::fs::read_to_string(root.join(path)) {
            let path = path.to_owned();
            files.push(File { path, text });
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn file(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Expects that the rule finds each of `bad`, by itself, and none of `good`.
    pub(super) fn check(rule: Rule, bad: &[File], good: &[File]) {
        for one in bad {
            let found = rule(std::slice::from_ref(one));
            assert!(!found.is_empty(), "not found: {one:?}");
        }
        assert_eq!(rule(good), Vec::<String>::new());
    }

    #[test]
    fn the_project_keeps_the_house_rules() {
        assert_eq!(run().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn the_test_module_is_no_production() {
        let text = "a\n#[cfg(test)]\nuse b;\n#[cfg(test)]\nmod tests {\n}\n";
        let file = file("x.rs", text);
        assert_eq!(file.production_lines().count(), 3);
    }
}
