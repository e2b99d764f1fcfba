// SPDX-License-Identifier: EUPL-1.2
//! How files look from outside: header, name, length.

use super::File;

const LICENCE: &str = "SPDX-License-Identifier: EUPL-1.2";

/// Lines of code in a file, without blank lines, comments and tests.
const LONGEST_FILE: usize = 500;

/// Texts that must stay readable in one sitting.
const DOCUMENTS: [(&str, usize); 2] = [("docs/ARCHITECTURE.md", 150), ("README.md", 80)];

/// A decision record is one page.
const LONGEST_DECISION: usize = 60;

/// Words that name no concept.
const EMPTY_NAMES: [&str; 8] = [
    "util", "utils", "helper", "helpers", "common", "misc", "shared", "stuff",
];

/// Source files say their licence in the first lines.
pub(crate) fn licence_headers(files: &[File]) -> Vec<String> {
    let extensions = ["rs", "mjs", "js", "css", "sql", "sh"];
    files
        .iter()
        .filter(|file| {
            extensions.iter().any(|e| file.has_extension(e)) || file.text.starts_with("#!")
        })
        .filter(|file| !file.text.lines().take(2).any(|line| line.contains(LICENCE)))
        .map(|file| format!("{}:1: says no `{LICENCE}`", file.path))
        .collect()
}

/// Each module says what it is for before anything else.
pub(crate) fn module_headers(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.is_rust() && file.is_production())
        .filter(|file| {
            let mut lines = file.text.lines().filter(|line| !line.trim().is_empty());
            !lines.any(|line| line.starts_with("//!"))
        })
        .map(|file| format!("{}:1: does not say what the module is for", file.path))
        .collect()
}

/// Modules are named for what they hold and are never `mod.rs`.
pub(crate) fn module_names(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is_rust()) {
        if file.name() == "mod.rs" {
            findings.push(format!("{}:1: is `x.rs` beside `x/` here", file.path));
        }
        let mut parts = file
            .path
            .split('/')
            .map(|part| part.trim_end_matches(".rs"));
        if let Some(empty) = parts.find(|part| EMPTY_NAMES.contains(part)) {
            findings.push(format!("{}:1: `{empty}` names no concept", file.path));
        }
        for (number, line) in file.production_lines() {
            let words: Vec<&str> = line.split([' ', ';', '{']).collect();
            let named = words.windows(2).find_map(|pair| match pair {
                ["mod", name] if EMPTY_NAMES.contains(name) => Some(name),
                _ => None,
            });
            if let Some(empty) = named {
                findings.push(format!(
                    "{}:{number}: `{empty}` names no concept",
                    file.path
                ));
            }
        }
    }
    findings
}

/// A file longer than the limit holds more than one thing.
pub(crate) fn production_length(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.is_rust() && file.is_production())
        .filter_map(|file| {
            let lines = file.production_lines().map(|(_, line)| line.trim());
            let count = lines
                .filter(|line| !line.is_empty() && !line.starts_with("//"))
                .count();
            (count > LONGEST_FILE).then(|| {
                let path = &file.path;
                format!("{path}:1: {count} lines of code, at most {LONGEST_FILE}")
            })
        })
        .collect()
}

/// Documents that everybody reads stay short.
pub(crate) fn document_length(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        let fixed = DOCUMENTS.iter().find(|(path, _)| *path == file.path);
        let longest = match fixed {
            Some((_, longest)) => *longest,
            None if file.path.starts_with("docs/adr/") => LONGEST_DECISION,
            None => continue,
        };
        let count = file.text.lines().count();
        if count > longest {
            findings.push(format!("{}:1: {count} lines, at most {longest}", file.path));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, file};
    use super::*;

    #[test]
    fn a_source_file_names_its_licence() {
        let header = format!("// {LICENCE}\n//! x\n");
        let script = format!("#!/bin/sh\n# {LICENCE}\n");
        check(
            licence_headers,
            &[file("a.rs", "//! x\n"), file("run", "#!/bin/sh\n")],
            &[
                file("a.rs", &header),
                file("run", &script),
                file("a.md", "x"),
            ],
        );
    }

    #[test]
    fn a_module_says_what_it_is_for() {
        let good = [
            file("src/a.rs", "//! For x.\n"),
            file("tests/a.rs", "use x;\n"),
        ];
        check(module_headers, &[file("src/a.rs", "use x;\n")], &good);
    }

    #[test]
    fn a_module_is_named_for_a_concept() {
        let bad = [
            file("src/utils.rs", ""),
            file("src/common/a.rs", ""),
            file("src/a/mod.rs", ""),
            file("src/a.rs", "pub(crate) mod helpers {\n"),
        ];
        check(module_names, &bad, &[file("src/calendar.rs", "mod dates;")]);
    }

    #[test]
    fn only_lines_of_code_outside_tests_count() {
        let long = "x\n".repeat(LONGEST_FILE + 1);
        let comments = "// why\n\n".repeat(LONGEST_FILE + 1);
        let tests = format!("x\n#[cfg(test)]\nmod tests {{\n{long}}}\n");
        check(
            production_length,
            &[file("src/a.rs", &long)],
            &[
                file("src/a.rs", &comments),
                file("src/b.rs", &tests),
                file("tests/c.rs", &long),
            ],
        );
    }

    #[test]
    fn documents_have_a_length() {
        let long = "x\n".repeat(151);
        let bad = [
            file("docs/ARCHITECTURE.md", &long),
            file("docs/adr/0001-x.md", &long),
        ];
        check(document_length, &bad, &[file("docs/glossary.md", &long)]);
    }
}
