// SPDX-License-Identifier: EUPL-1.2
//! What `cargo metadata` says about the workspace, as far as the tasks need it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::root;

/// A package in the dependency graph.
#[derive(Debug, Clone)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// The SPDX expression, when the package has one.
    pub(crate) licence: Option<String>,
    /// Where it comes from; `None` for our own crates.
    pub(crate) source: Option<String>,
    /// The names of what it asks for directly.
    pub(crate) dependencies: Vec<String>,
}

/// All packages that are compiled on `platform` (a target triple), or on any
/// platform when there is none.
pub(crate) fn packages(platform: Option<&str>) -> Result<Vec<Package>> {
    let metadata = read(platform)?;
    let compiled: BTreeSet<&str> = array(&metadata, "/resolve/nodes")
        .filter_map(|node| text(node, "id"))
        .collect();
    Ok(array(&metadata, "/packages")
        .filter(|package| text(package, "id").is_some_and(|id| compiled.contains(id)))
        .map(|package| Package {
            name: owned(package, "name").unwrap_or_default(),
            version: owned(package, "version").unwrap_or_default(),
            licence: owned(package, "license"),
            source: owned(package, "source"),
            dependencies: array(package, "/dependencies")
                .filter_map(|dependency| owned(dependency, "name"))
                .collect(),
        })
        .collect())
}

/// The target triple this machine compiles for.
pub(crate) fn host() -> Result<String> {
    let output = Command::new("rustc").arg("-vV").output()?;
    let words = String::from_utf8(output.stdout)?;
    words
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(ToOwned::to_owned)
        .context("`rustc -vV` names no host")
}

/// The folder cargo builds into.
pub(crate) fn target_folder() -> Result<PathBuf> {
    let metadata = read(None)?;
    text(&metadata, "target_directory")
        .map(PathBuf::from)
        .context("`cargo metadata` names no target folder")
}

fn read(platform: Option<&str>) -> Result<Value> {
    let mut command = Command::new("cargo");
    command.args(["metadata", "--format-version", "1", "--locked"]);
    if let Some(platform) = platform {
        command.args(["--filter-platform", platform]);
    }
    let output = command.current_dir(root()?).output()?;
    if !output.status.success() {
        bail!(
            "`cargo metadata` failed: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    serde_json::from_slice(&output.stdout).context("`cargo metadata` printed no JSON")
}

fn array<'a>(value: &'a Value, pointer: &str) -> impl Iterator<Item = &'a Value> {
    let list = value.pointer(pointer).and_then(Value::as_array);
    list.into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

fn owned(value: &Value, key: &str) -> Option<String> {
    text(value, key).map(ToOwned::to_owned)
}
