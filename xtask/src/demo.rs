// SPDX-License-Identifier: EUPL-1.2
//! From a fresh clone to the program in a browser, in one command.

use std::os::unix::process::CommandExt as _;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{ci, set_up};

/// Sets up, builds, and becomes `traad demo`.
pub(crate) fn run(rest: &[String]) -> Result<()> {
    set_up::run(set_up::For::Demo)?;
    let program = ci::build_program()?;
    // The program takes the place of this one, so that Ctrl-C reaches it alone.
    let problem = Command::new(&program).arg("demo").args(rest).exec();
    Err(problem).with_context(|| format!("cannot start {}", program.display()))
}
