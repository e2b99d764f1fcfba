// SPDX-License-Identifier: EUPL-1.2
//! `traad bench-country`: how long pages take in a simulated country, through the real router in this process, with the
//! session and the access log of every request; and how fast every projection is derived anew. It writes sessions,
//! logins and log lines into the file it is given.

mod pages;

use crate::place::app_at;
use anyhow::Context as _;
use pages::{Answers, Times};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Instant;
use traad_store::Create;
use traad_store::measure::Yardstick;

/// What to measure on.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A simulated country that is thrown away afterwards.
    #[arg(long)]
    pub(crate) database: String,
    /// Requests of each kind.
    #[arg(long, default_value_t = 1_000)]
    pub(crate) requests: usize,
    /// Measure pages alone.
    #[arg(long)]
    pub(crate) pages_only: bool,
}

/// Measures, and gives lines of JSON.
///
/// # Errors
/// When the file is no simulated country, or a page does not answer.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<String> {
    let start = Instant::now();
    let app = app_at(&arguments.database, Create::Never)?;
    let runtime = tokio::runtime::Runtime::new().context("the runtime does not start")?;
    let answers = Answers::of(app.clone(), &runtime);
    answers.get("/log-ind", "")?;
    let started = start.elapsed();
    let country = pages::Sample::take(&app, &answers)?;
    let yardstick = PathBuf::from(format!("{}.yardstick", arguments.database));
    let mut bare = Yardstick::open(&yardstick)?;
    let mut lines = vec![
        json!({ "what": "start", "seconds": started.as_secs_f64() }),
        country.tell(),
        json!({ "what": "first-page", "bytes": country.first_page(&answers)? }),
    ];
    let mut commits = Times::default();
    for (what, visits) in country.visits() {
        let mut times = Times::default();
        for (path, cookie) in visits.iter().cycle().take(arguments.requests) {
            times.of(|| answers.get(path, cookie).map(drop))?;
            commits.of(|| Ok(bare.bare_commit()?))?;
        }
        lines.push(times.tell(what));
    }
    lines.push(commits.tell("bare-commit"));
    lines.push(country.access(&app)?);
    lines.push(json!({ "what": "memory", "kib": resident()? }));
    drop(bare);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", yardstick.display()));
    }
    if !arguments.pages_only {
        lines.extend(derive_anew(&app, country.entries)?);
    }
    Ok(lines
        .iter()
        .map(Value::to_string)
        .collect::<Vec<_>>()
        .join("\n"))
}

/// Everything derived anew, first with nothing to change and then from the entries alone.
fn derive_anew(app: &traad_app::App, entries: u64) -> anyhow::Result<Vec<Value>> {
    // Time has passed since the country was made; what that changes is not measured.
    let first = app.rederive()?;
    let start = Instant::now();
    let again = app.rederive()?;
    let rederived = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let journals = app.rebuild()?;
    let rebuilt = start.elapsed().as_secs_f64();
    Ok(vec![
        json!({ "what": "rederive", "pathways": again.journals, "seconds": rederived, "changed_first": first.changed, "changed": again.changed }),
        json!({ "what": "rebuild", "pathways": journals, "entries": entries, "seconds": rebuilt }),
    ])
}

/// Memory this process holds now, in KiB.
fn resident() -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").context("reading the own memory")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.context("no VmRSS in /proc/self/status")?.parse()?)
}
