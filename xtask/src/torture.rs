// SPDX-License-Identifier: EUPL-1.2
//! The long run of `traad torture` with the release build: the program is killed at
//! random moments while 32 write, and its figures are kept in docs/torture.md. The
//! same with two hundred kills is one of the tests.

use std::process::Command;

use anyhow::{Context as _, Result};

use crate::bench::{machine, said_by};
use crate::{ci, metadata, root, set_up, step};

const PAGE: &str = "docs/torture.md";

/// How often, and where the random moments begin.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How often the program is killed
    #[arg(long, default_value_t = 10_000)]
    kills: u32,
    /// The seed of a run to be repeated; drawn and printed when it is not given
    #[arg(long)]
    seed: Option<u64>,
}

/// Tortures and writes the page.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    set_up::run(set_up::For::Demo)?;
    step::run(ci::cargo()?.args(["build", "--release", "--locked", "-p", "traad-cli"]))?;
    let target = metadata::target_folder()?;
    let mut command = Command::new(target.join("release/traad"));
    command
        .arg("torture")
        .arg("--data")
        .arg(target.join("torture"));
    command.args(["--kills", &arguments.kills.to_string()]);
    if let Some(seed) = arguments.seed {
        command.args(["--seed", &seed.to_string()]);
    }
    let begun = date("+%H:%M")?;
    let said = said_by(&mut command)?;
    println!("{said}");
    let commit = ["describe", "--always", "--dirty"];
    let commit = said_by(Command::new("git").args(commit).current_dir(root()?))?;
    let when = format!("on {} from {begun} UTC", date("+%Y-%m-%d")?);
    let page = page(&said, &when, &commit, &machine()?)?;
    std::fs::write(root()?.join(PAGE), page).context("writing the page")
}

fn date(form: &str) -> Result<String> {
    said_by(Command::new("date").args(["-u", form]))
}

fn page(said: &str, when: &str, commit: &str, machine: &str) -> Result<String> {
    let figures: Vec<&str> = said.lines().collect();
    let (seed, figures) = figures.split_first().context("nothing was said")?;
    let list = format!("- {}\n", figures.join("\n- "));
    Ok(format!(
        "# Killed at random moments\n\nWritten by `cargo xtask torture` {when}, commit {commit}, on {machine}. \
         Repeat it with `{seed}`.\n\n{list}\n\
         The program runs on a SQLite file with 32 writers, who write through the same functions as the pages: entries, \
         projections, access log and submission in one transaction. It tells what it begins and what it was told is done, \
         and gets SIGKILL at a moment drawn from the seed: one in four at any time from the opening of the file on, the others \
         within three milliseconds after a drawn number of lines. After each kill: \
         everything told as done is there, once, and in the order it was told; every change in the air is there whole \
         (submission and entries) or not at all; the chains of journals and access log hold (`verify`); the projections \
         are those that `rebuild` makes of the entries; and what is sent again is there once. Of the changes in the air \
         without a trace four are sent again after each kill, of those with a trace all.\n\n\
         **What this does not show:** a power cut. A killed process leaves the file system's cache behind, a cut of power \
         does not. There Tråd relies on SQLite (write-ahead log, `synchronous=FULL`) and PostgreSQL (`synchronous_commit`), \
         and a test asserts that both are asked for.\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_how_to_repeat_the_run_and_what_it_found() {
        let said = "torture: seed 7, 3 kills, 32 writers\n3 kills\n9 s: nothing was lost";
        let page = page(said, "today", "abc", "2 cores").unwrap();
        assert!(page.contains("`torture: seed 7, 3 kills, 32 writers`"));
        assert!(page.contains("- 3 kills\n- 9 s: nothing was lost\n"));
        assert!(page.contains("a power cut"));
    }
}
