// SPDX-License-Identifier: EUPL-1.2
//! The rules for dependencies in `deny.toml`, checked against `cargo metadata`.
//!
//! The file has the form of cargo-deny's, which may be used beside it; this check
//! needs nothing but cargo itself. The limits on numbers stand here.

mod licence;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use toml::{Table, Value};

use crate::metadata::{self, Package};
use crate::root;

/// Names that our own crates ask for, development included.
const MOST_DIRECT: usize = 50;

/// Packages in `Cargo.lock`.
const MOST_LOCKED: usize = 500;

/// One line for each breach of `deny.toml`.
pub(crate) fn run() -> Result<Vec<String>> {
    let file = std::fs::read_to_string(root()?.join("deny.toml")).context("reading deny.toml")?;
    let rules = Rules::read(&file)?;
    let everywhere = metadata::packages(None)?;
    let here = metadata::packages(Some(&metadata::host()?))?;
    let mut findings = rules.licences(&everywhere);
    findings.extend(rules.sources(&everywhere));
    findings.extend(rules.duplicates(&here));
    findings.extend(numbers(&everywhere));
    Ok(findings)
}

struct Rules {
    licences: BTreeSet<String>,
    /// Further licences for one package each, with a comment in the file.
    exceptions: BTreeMap<String, BTreeSet<String>>,
    sources: BTreeSet<String>,
    /// Packages that may stand in more than one version.
    duplicates: BTreeSet<String>,
}

impl Rules {
    fn read(file: &str) -> Result<Self> {
        let table: Table = file.parse().context("deny.toml")?;
        let section = |name: &str| {
            table
                .get(name)
                .and_then(Value::as_table)
                .with_context(|| format!("deny.toml has no `[{name}]`"))
        };
        let licences = section("licenses")?;
        let exceptions = tables(licences.get("exceptions"))
            .map(|exception| (text(exception, "crate"), words(exception.get("allow"))))
            .collect();
        Ok(Self {
            licences: words(licences.get("allow")),
            exceptions,
            sources: words(section("sources")?.get("allow-registry")),
            duplicates: tables(section("bans")?.get("skip"))
                .map(|skipped| text(skipped, "crate"))
                .collect(),
        })
    }

    fn licences(&self, packages: &[Package]) -> Vec<String> {
        let none = BTreeSet::new();
        let mut findings = Vec::new();
        for package in packages.iter().filter(|package| package.source.is_some()) {
            let Some(expression) = &package.licence else {
                findings.push(format!("{}: names no licence", package.name));
                continue;
            };
            let more = self.exceptions.get(&package.name).unwrap_or(&none);
            let allowed = |id: &str| self.licences.contains(id) || more.contains(id);
            if !licence::satisfied(expression, &allowed) {
                findings.push(format!(
                    "{}: the licence `{expression}` is not allowed in deny.toml",
                    package.name
                ));
            }
        }
        findings
    }

    fn sources(&self, packages: &[Package]) -> Vec<String> {
        packages
            .iter()
            .filter_map(|package| Some((package, package.source.as_ref()?)))
            .filter(|(_, source)| {
                let registry = source.strip_prefix("registry+");
                !registry.is_some_and(|registry| self.sources.contains(registry))
            })
            .map(|(package, source)| format!("{}: unknown source `{source}`", package.name))
            .collect()
    }

    fn duplicates(&self, packages: &[Package]) -> Vec<String> {
        let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for package in packages {
            versions
                .entry(&package.name)
                .or_default()
                .insert(&package.version);
        }
        let mut findings = Vec::new();
        for (name, found) in &versions {
            let excepted = self.duplicates.contains(*name);
            if found.len() > 1 && !excepted {
                let found: Vec<_> = found.iter().copied().collect();
                findings.push(format!("{name}: several versions, {}", found.join(" and ")));
            }
        }
        for name in &self.duplicates {
            if versions.get(name.as_str()).is_none_or(|v| v.len() < 2) {
                findings.push(format!("{name}: skipped in deny.toml without need"));
            }
        }
        findings
    }
}

fn numbers(packages: &[Package]) -> Vec<String> {
    let (ours, theirs): (Vec<_>, Vec<_>) = packages.iter().partition(|p| p.source.is_none());
    let own: BTreeSet<&str> = ours.iter().map(|package| package.name.as_str()).collect();
    let direct: BTreeSet<&str> = ours
        .iter()
        .flat_map(|package| &package.dependencies)
        .map(String::as_str)
        .filter(|name| !own.contains(name))
        .collect();
    let mut findings = Vec::new();
    if direct.len() > MOST_DIRECT {
        let count = direct.len();
        findings.push(format!(
            "{count} direct dependencies, at most {MOST_DIRECT}"
        ));
    }
    let locked = theirs.len() + ours.len();
    if locked > MOST_LOCKED {
        findings.push(format!(
            "{locked} packages in Cargo.lock, at most {MOST_LOCKED}"
        ));
    }
    findings
}

fn words(value: Option<&Value>) -> BTreeSet<String> {
    let list = value.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str)
        .map(ToOwned::to_owned)
        .collect()
}

fn tables(value: Option<&Value>) -> impl Iterator<Item = &Table> {
    let list = value.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_table)
}

fn text(table: &Table, key: &str) -> String {
    let value = table.get(key).and_then(Value::as_str);
    value.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        [licenses]
        allow = ["MIT"]
        exceptions = [{ crate = "fonts", allow = ["OFL-1.1"] }]
        [bans]
        skip = [{ crate = "twice", reason = "" }]
        [sources]
        allow-registry = ["https://registry.test/index"]
    "#;

    fn package(name: &str, version: &str, licence: &str) -> Package {
        Package {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: Some(licence.to_owned()),
            source: Some("registry+https://registry.test/index".to_owned()),
            dependencies: Vec::new(),
        }
    }

    #[test]
    fn a_licence_is_allowed_for_all_or_by_exception_for_one() {
        let rules = Rules::read(FILE).unwrap();
        let packages = [
            package("a", "1.0.0", "MIT"),
            package("fonts", "1.0.0", "OFL-1.1"),
            package("b", "1.0.0", "OFL-1.1"),
        ];
        let findings = rules.licences(&packages);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].starts_with("b:"), "{findings:?}");
    }

    #[test]
    fn other_sources_are_found() {
        let rules = Rules::read(FILE).unwrap();
        let mut foreign = package("a", "1.0.0", "MIT");
        foreign.source = Some("git+https://elsewhere.test/a".to_owned());
        assert_eq!(rules.sources(&[foreign]).len(), 1);
        assert!(rules.sources(&[package("b", "1.0.0", "MIT")]).is_empty());
    }

    #[test]
    fn duplicates_are_found_and_so_are_exceptions_no_longer_needed() {
        let rules = Rules::read(FILE).unwrap();
        let twice = [
            package("twice", "1.0.0", "MIT"),
            package("twice", "2.0.0", "MIT"),
        ];
        assert!(rules.duplicates(&twice).is_empty());
        assert_eq!(rules.duplicates(&twice[..1]).len(), 1);
        let other = [package("a", "1.0.0", "MIT"), package("a", "2.0.0", "MIT")];
        assert_eq!(rules.duplicates(&other).len(), 2);
    }

    #[test]
    fn the_number_of_direct_dependencies_has_a_limit() {
        let mut ours = package("ours", "0.1.0", "EUPL-1.2");
        ours.source = None;
        ours.dependencies = (0..=MOST_DIRECT).map(|n| format!("d{n}")).collect();
        assert_eq!(numbers(&[ours]).len(), 1);
    }
}
