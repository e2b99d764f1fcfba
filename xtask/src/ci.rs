// SPDX-License-Identifier: EUPL-1.2
//! Everything that must hold before a change lands, in the order that tells the
//! most the soonest. One dev profile build serves all steps.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::step::{self, Counts, Steps};
use crate::{browser, deny, generate, metadata, none_found, root, set_up, tidy};

/// Runs every step; the last line printed is `N passed, N failed`.
pub(crate) fn run() -> Result<()> {
    let mut steps = Steps::default();
    let ready = steps.take("set-up", || set_up::run(set_up::For::Tests));
    steps.take("format", || {
        step::run(cargo()?.args(["fmt", "--all", "--check"]))
    });
    steps.take("tidy", || none_found(&tidy::run()?));
    steps.take("dependencies", || none_found(&deny::run()?));
    steps.take("generated files", || none_found(&generate::stale()?));
    steps.take("clippy", || {
        let arguments = ["clippy", "--workspace", "--all-targets", "--locked"];
        step::run(cargo()?.args(arguments).args(["--", "-D", "warnings"]))
    });
    steps.take("documentation", || {
        let arguments = ["doc", "--workspace", "--no-deps", "--locked"];
        step::run(cargo()?.args(arguments).env("RUSTDOCFLAGS", "-D warnings"))
    });
    steps.count("tests", rust_tests);
    // The tests of the command line have built the program; building it alone would
    // choose other features and compile half of it again.
    if ready {
        steps.count("browser", browser::run);
    }
    steps.take("clean tree", clean_tree);
    steps.close()
}

/// Runs the tests of the whole workspace, `PostgreSQL` contract included.
pub(crate) fn rust_tests() -> Result<Counts> {
    let arguments = ["test", "--workspace", "--locked", "--no-fail-fast"];
    step::run_and_count(cargo()?.args(arguments))
}

/// Builds the program in the dev profile and says where it stands.
pub(crate) fn build_program() -> Result<PathBuf> {
    step::run(cargo()?.args(["build", "--locked", "-p", "traad-cli"]))?;
    Ok(metadata::target_folder()?.join("debug/traad"))
}

/// `cargo` at the top of the project.
pub(crate) fn cargo() -> Result<Command> {
    let mut command = Command::new("cargo");
    command.current_dir(root()?);
    if on_a_build_server() {
        // Incremental files only pay off when the same tree is built again.
        command.env("CARGO_INCREMENTAL", "0");
    }
    Ok(command)
}

/// The run must leave nothing behind; on a developer's own tree, work in progress
/// is no fault.
fn clean_tree() -> Result<()> {
    if !on_a_build_server() {
        return Ok(());
    }
    let output = Command::new("git")
        .args(["status", "--porcelain"])
        .current_dir(root()?)
        .output()?;
    let changed = String::from_utf8_lossy(&output.stdout);
    if !changed.trim().is_empty() {
        bail!("the run changed the tree:\n{}", changed.trim_end());
    }
    Ok(())
}

fn on_a_build_server() -> bool {
    std::env::var_os("CI").is_some()
}
