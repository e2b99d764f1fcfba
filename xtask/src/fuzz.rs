// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask fuzz`: libFuzzer looks for bytes that break what strangers can reach. No part of the test command, which
//! feeds chance to the same places: a search that finds anything runs for hours.

use crate::root;
use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;
use std::path::Path;
use std::process::Command;

/// What is fed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Target {
    /// The session's cookie
    Session,
    /// The way back from the identity provider
    Callback,
    /// Every form
    Forms,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Callback => "callback",
            Self::Forms => "forms",
        }
    }
}

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// What is fed; all, one after another, when it is left out
    target: Option<Target>,
    /// How long each is fed
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// The machine the targets are built for is named, so that what runs while building is built without the flags.
const MACHINE: &str = "x86_64-unknown-linux-gnu";

/// Counters at every edge, which libFuzzer steers by, and the sanitiser for addresses.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Zsanitizer=address --cfg fuzzing";

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let home = root()?.join("fuzz");
    let built = root()?.join("target/fuzz");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(&home);
    cargo.args(["build", "--release", "--locked", "--target", MACHINE]);
    // The flags are the compiler's unstable ones; the toolchain of the house is a stable one.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("RUSTFLAGS", FLAGS);
    cargo.env("CARGO_TARGET_DIR", &built);
    let done = cargo.status().context("cargo cannot be started")?;
    if !done.success() {
        bail!("the fuzz targets were not built; libFuzzer needs a C++ compiler (Debian: g++)");
    }
    let all = [Target::Session, Target::Callback, Target::Forms];
    let chosen = arguments.target.map_or(all.to_vec(), |one| vec![one]);
    for target in chosen {
        feed(target, &built, arguments.seconds)?;
    }
    Ok(())
}

fn feed(target: Target, built: &Path, seconds: u32) -> Result<()> {
    let name = target.name();
    let corpus = built.join("corpus").join(name);
    std::fs::create_dir_all(&corpus).with_context(|| corpus.display().to_string())?;
    let program = built.join(MACHINE).join("release").join(name);
    let found = built.join(format!("found-{name}-"));
    let done = Command::new(&program)
        .arg(&corpus)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}", found.display()))
        .args([
            "-max_len=2048",
            "-rss_limit_mb=4096",
            "-print_final_stats=1",
        ])
        .env("RUST_LOG", "off")
        .status()
        .with_context(|| program.display().to_string())?;
    if !done.success() {
        bail!(
            "{name}: bytes that break it stand in {}*; make them a case in crates/web/tests/web/bytes.rs",
            found.display()
        );
    }
    Ok(())
}
