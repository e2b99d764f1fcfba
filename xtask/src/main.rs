// SPDX-License-Identifier: EUPL-1.2
//! The tasks of the house: set-up, test, tidy, bench and generate.
//!
//! `cargo xtask ci` is the whole test command and `cargo xtask demo` the way to
//! see the program. Nothing here is part of the product.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task runner talks to the person who started it"
)]

mod bench;
mod browser;
mod ci;
mod demo;
mod deny;
mod generate;
mod metadata;
mod set_up;
mod step;
mod tidy;
mod torture;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The tasks of Tråd's own house")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what building and testing need; does nothing when all is there
    SetUp,
    /// Set up, build, and start the program with demonstration data
    Demo {
        /// Passed on to `traad demo`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
    /// Run the Rust tests, `PostgreSQL` included
    Test,
    /// Run everything that must hold before a change lands
    Ci,
    /// Check the house rules of docs/STYLE.md
    Tidy,
    /// Check licences, sources, duplicates and number of dependencies
    Deny,
    /// Write the generated files again
    Generate,
    /// Walk through the program in a real browser
    Browser,
    /// Measure, and write docs/benchmarks.md
    Bench {
        /// A folder with a reference to time and compare: gen.py and reference.py
        #[arg(long)]
        reference: Option<PathBuf>,
    },
    /// Kill the release build at random moments while many write, and write docs/torture.md
    Torture(torture::Arguments),
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::SetUp => set_up::run(set_up::For::Tests),
        Task::Demo { rest } => demo::run(&rest),
        Task::Test => ci::rust_tests().and_then(|counts| {
            println!("{counts}");
            counts.into_result()
        }),
        Task::Ci => ci::run(),
        Task::Tidy => none_found(&tidy::run()?),
        Task::Deny => none_found(&deny::run()?),
        Task::Generate => {
            for path in generate::write()? {
                println!("wrote {path}");
            }
            Ok(())
        }
        Task::Bench { reference } => bench::run(reference.as_deref()),
        Task::Torture(arguments) => torture::run(&arguments),
        Task::Browser => {
            set_up::run(set_up::For::Tests)?;
            ci::build_program()?;
            let counts = browser::run()?;
            println!("{counts}");
            counts.into_result()
        }
    }
}

/// Turns a list of findings into one error that shows them all.
fn none_found(findings: &[String]) -> Result<()> {
    for finding in findings {
        eprintln!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        1 => bail!("1 finding"),
        many => bail!("{many} findings"),
    }
}

/// The top folder of the project.
fn root() -> Result<PathBuf> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent()
        .map(ToOwned::to_owned)
        .context("xtask has no parent folder")
}
