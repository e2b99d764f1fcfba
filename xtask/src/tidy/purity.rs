// SPDX-License-Identifier: EUPL-1.2
//! The core stays pure: no file, network, clock, randomness, thread or async in
//! the crates that decide. A core without effects cannot fail and needs no mocks.

use toml::Table;

use super::File;

/// The pure crates and all they may depend on.
const PURE: [(&str, &[&str]); 3] = [
    (
        "duty",
        &[
            "foldhash",
            "jiff",
            "serde",
            "serde_json",
            "thiserror",
            "toml",
        ],
    ),
    (
        "domain",
        &[
            "foldhash",
            "jiff",
            "memchr",
            "serde",
            "serde_json",
            "sha2",
            "thiserror",
            "toml",
            "traad-duty",
            "uuid",
        ],
    ),
    (
        "exchange",
        &["jiff", "serde", "serde_json", "thiserror", "traad-domain"],
    ),
];

/// What no line of a pure crate may say.
const EFFECTS: [&str; 14] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::io",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::",
    "tokio",
    "getrandom",
    "async fn",
    ".await",
    "::now(",
    "println!",
];

/// The manifests of pure crates name no other dependency.
pub(crate) fn dependencies_of_pure_crates(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for (name, allowed) in PURE {
        let path = format!("crates/{name}/Cargo.toml");
        let Some(manifest) = files.iter().find(|file| file.path == path) else {
            continue;
        };
        let table: Table = manifest.text.parse().unwrap_or_default();
        let dependencies = table.get("dependencies").and_then(toml::Value::as_table);
        for dependency in dependencies.into_iter().flat_map(Table::keys) {
            if !allowed.contains(&dependency.as_str()) {
                findings.push(format!("{path}:1: a pure crate needs no `{dependency}`"));
            }
        }
    }
    findings
}

/// The source of pure crates reaches for no effect.
pub(crate) fn effects_in_pure_crates(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is_rust()) {
        let pure = PURE
            .iter()
            .any(|(name, _)| file.path.starts_with(&format!("crates/{name}/src/")));
        if !pure {
            continue;
        }
        for (number, line) in file.production_lines() {
            let code = line.split("//").next().unwrap_or(line);
            if let Some(effect) = EFFECTS.iter().find(|effect| says(code, effect)) {
                findings.push(format!(
                    "{}:{number}: `{effect}` in a pure crate",
                    file.path
                ));
            }
        }
    }
    findings
}

/// True when the code has the words, not as the beginning of a longer name.
fn says(code: &str, effect: &str) -> bool {
    let rests = code.split(effect).skip(1);
    let open = effect.ends_with(|c: char| !c.is_ascii_alphanumeric());
    rests
        .into_iter()
        .any(|rest| open || !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, file};
    use super::*;

    #[test]
    fn a_pure_crate_names_only_pure_dependencies() {
        let path = "crates/duty/Cargo.toml";
        let bad = file(path, "[dependencies]\nrusqlite.workspace = true\n");
        let good = file(
            path,
            "[dependencies]\ntoml.workspace = true\n[dev-dependencies]\nproptest = \"1\"\n",
        );
        check(dependencies_of_pure_crates, &[bad], &[good]);
    }

    #[test]
    fn a_pure_crate_reaches_for_no_effect() {
        let bad = [
            file("crates/duty/src/a.rs", "use std::fs;\n"),
            file("crates/domain/src/a.rs", "let t = Timestamp::now();\n"),
            file("crates/domain/src/a.rs", "x.await?;\n"),
        ];
        let good = [
            file("crates/duty/src/a.rs", "// never std::fs here\n"),
            file("crates/duty/src/a.rs", "let a = duty.awaits;\n"),
            file("crates/store/src/a.rs", "use std::fs;\n"),
            file(
                "crates/duty/src/b.rs",
                "#[cfg(test)]\nmod tests {\nuse std::fs;\n}\n",
            ),
        ];
        check(effects_in_pure_crates, &bad, &good);
    }
}
