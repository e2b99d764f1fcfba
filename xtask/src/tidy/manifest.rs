// SPDX-License-Identifier: EUPL-1.2
//! Dependencies that are asked for and not used.

use toml::Table;

use super::File;

/// A dependency in a manifest is named in the sources of its crate.
pub(crate) fn unused_dependencies(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for manifest in files.iter().filter(|file| file.name() == "Cargo.toml") {
        let folder = manifest.path.trim_end_matches("Cargo.toml");
        if folder.is_empty() {
            continue;
        }
        let rust = || files.iter().filter(|file| file.is_rust());
        let own: Vec<&File> = rust().filter(|f| f.path.starts_with(folder)).collect();
        let sources: Vec<&File> = rust()
            .filter(|file| file.path.starts_with(folder) || own.iter().any(|one| takes(one, file)))
            .collect();
        let table: Table = manifest.text.parse().unwrap_or_default();
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let section = table.get(section).and_then(toml::Value::as_table);
            for name in section.into_iter().flat_map(Table::keys) {
                if !sources.iter().any(|file| names(file, name)) {
                    findings.push(format!("{}:1: `{name}` is not used", manifest.path));
                }
            }
        }
    }
    findings
}

/// Whether a source takes another one in by its path.
fn takes(source: &File, other: &File) -> bool {
    let paths = source.text.lines().filter_map(|line| {
        let path = line.trim().strip_prefix("#[path = \"")?;
        path.strip_suffix("\"]")
    });
    let mut paths = paths.map(|path| path.trim_start_matches("../"));
    paths.any(|path| path == other.path)
}

fn names(file: &File, dependency: &str) -> bool {
    let name = dependency.replace('-', "_");
    file.text.lines().any(|line| {
        let code = line.split("//").next().unwrap_or(line);
        code.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .any(|word| word == name)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::file;
    use super::*;

    #[test]
    fn a_dependency_nobody_names_is_found() {
        let manifest = "[dependencies]\nserde-json = \"1\"\n[dev-dependencies]\ninsta = \"1\"\n";
        let files = [
            file("crates/a/Cargo.toml", manifest),
            file("crates/a/src/lib.rs", "use serde_json::Value; // insta\n"),
            file("crates/b/src/lib.rs", "use insta;\n"),
        ];
        let findings = unused_dependencies(&files);
        assert_eq!(findings, ["crates/a/Cargo.toml:1: `insta` is not used"]);
    }

    #[test]
    fn what_a_source_takes_in_by_its_path_counts_as_its_own() {
        let files = [
            file("fuzz/Cargo.toml", "[dependencies]\ninsta = \"1\"\n"),
            file(
                "fuzz/one.rs",
                "#[path = \"../crates/b/src/lib.rs\"]\nmod b;\n",
            ),
            file("crates/b/src/lib.rs", "use insta;\n"),
        ];
        assert!(unused_dependencies(&files).is_empty());
    }
}
