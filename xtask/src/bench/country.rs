// SPDX-License-Identifier: EUPL-1.2
//! A simulated country of a thousand and one of a hundred thousand pathways: how fast
//! they are made, how long pages take in them, and how fast all is derived anew. What a
//! page took at most in 99 of 100 cases stands beside the same of a bare commit in the
//! same run, since every page writes its line of the access log.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::{Bench, Figure, number, said_by, thousands};

const SMALL: u32 = 1_000;
const LARGE: u32 = 100_000;

/// Day on which both countries stop, so that a run can be repeated.
const UNTIL: &str = "2026-11-22";

/// Pages: how they are called, what is told of them, and their budget in milliseconds.
const PAGES: [(&str, &str, &str, f64); 6] = [
    (
        "tasks-largest",
        "Mine opgaver, 50 rows, of the largest unit",
        "p99 < 5 ms + bare commit",
        5.0,
    ),
    (
        "tasks-middle",
        "Mine opgaver, of a middling unit",
        "p99 < 5 ms + bare commit",
        5.0,
    ),
    (
        "pathway-50",
        "pathway page, 50 entries",
        "p99 < 5 ms + bare commit",
        5.0,
    ),
    (
        "timeline-50",
        "timeline page, 50 entries",
        "p99 < 5 ms + bare commit",
        5.0,
    ),
    (
        "pathway-300",
        "pathway page, 300 entries",
        "p99 < 15 ms + bare commit",
        15.0,
    ),
    (
        "timeline-300",
        "timeline page, 300 entries",
        "p99 < 15 ms + bare commit",
        15.0,
    ),
];

/// What was measured in one country, by name.
struct Country {
    figures: BTreeMap<String, Value>,
    entries_per_second: f64,
}

/// Makes both countries, measures in them, and takes them away again.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Figure>> {
    let small = country(bench, SMALL)?;
    let large = country(bench, LARGE)?;
    let mut figures = vec![made(&large)];
    for (name, what, budget, limit) in PAGES {
        figures.push(page(&large, (name, what), budget, limit)?);
    }
    figures.push(access(&large)?);
    figures.push(growth(&small, &large)?);
    figures.extend(derived(&large)?);
    figures.extend(held(&large)?);
    Ok(figures)
}

fn country(bench: &Bench, pathways: u32) -> Result<Country> {
    let file = bench.folder.join(format!("country-{pathways}.db"));
    remove(&file);
    let start = Instant::now();
    let mut command = Command::new(&bench.program);
    command.args(["simulate", "--years", "5", "--seed", "1", "--until", UNTIL]);
    command
        .args(["--pathways", &pathways.to_string(), "--database"])
        .arg(&file);
    said_by(&mut command)?;
    let spent = start.elapsed().as_secs_f64();
    let mut command = Command::new(&bench.program);
    command.arg("bench-country").arg("--database").arg(&file);
    let said = said_by(&mut command)?;
    remove(&file);
    let mut figures = BTreeMap::new();
    for line in said.lines() {
        let figure: Value = serde_json::from_str(line)?;
        let what = figure
            .get("what")
            .and_then(Value::as_str)
            .unwrap_or_default();
        figures.insert(what.to_owned(), figure);
    }
    let mut country = Country {
        figures,
        entries_per_second: 0.0,
    };
    country.entries_per_second = country.number("country", "entries")? / spent;
    Ok(country)
}

fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        // What is not there need not go.
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
}

impl Country {
    fn number(&self, what: &str, key: &str) -> Result<f64> {
        let figure = self.figures.get(what);
        number(
            figure.with_context(|| format!("`{what}` was not measured"))?,
            key,
        )
    }

    fn p99(&self, what: &str) -> Result<f64> {
        Ok(self.number(what, "p99")? * 1e3)
    }
}

fn made(large: &Country) -> Figure {
    Figure {
        what: "simulating, SQLite in bulk, from nothing to a file on disk".to_owned(),
        budget: "≥ 60,000 entries/s",
        measured: format!("{} entries/s", thousands(large.entries_per_second)),
        met: large.entries_per_second >= 60_000.0,
    }
}

fn page(
    large: &Country,
    (name, what): (&str, &str),
    budget: &'static str,
    limit: f64,
) -> Result<Figure> {
    let (half, most) = (large.number(name, "p50")? * 1e3, large.p99(name)?);
    let bare = large.p99("bare-commit")?;
    Ok(Figure {
        what: format!("{what}, at {} pathways", thousands(f64::from(LARGE))),
        budget,
        measured: format!("p50 {half:.1} ms, p99 {most:.1} ms; bare commit p99 {bare:.1} ms"),
        met: most < limit + bare,
    })
}

/// What the access check costs on the pathway page of 300 entries: deciding on each, and the log. Who was sent what and
/// which consents run is read for the duties too, and stands by itself.
fn access(large: &Country) -> Result<Figure> {
    let part = |key: &str| Ok::<f64, anyhow::Error>(large.number("access", key)? * 1e3);
    let page = large.number("pathway-300", "p50")? * 1e3;
    let (deciding, grounds, logging) = (part("deciding")?, part("grounds")?, part("logging")?);
    let per_second = large.number("access", "decisions")? / large.number("access", "seconds")?;
    let without = page - deciding - logging;
    Ok(Figure {
        what: "access decisions, one core, on pathways of 300 entries".to_owned(),
        budget: "inside the page's own",
        measured: format!(
            "{} decisions/s; of a page's {page:.2} ms deciding takes {deciding:.2} ms and its line of the log {logging:.2} ms \
             (without both {without:.2} ms); its grounds, read for the duties too, {grounds:.2} ms",
            thousands(per_second),
        ),
        met: deciding + logging < 15.0,
    })
}

/// The worklist of the largest unit, whose size grows with the country.
fn growth(small: &Country, large: &Country) -> Result<Figure> {
    let name = "tasks-largest";
    let times = large.number(name, "p50")? / small.number(name, "p50")?;
    let duties = |country: &Country| country.number("country", "largest_duties");
    Ok(Figure {
        what: "Mine opgaver at 100,000 pathways against 1,000, half of the requests".to_owned(),
        budget: "≤ 1.5 times",
        measured: format!(
            "{times:.1} times; the largest unit has {} open duties in the large country and {} in the small",
            thousands(duties(large)?),
            thousands(duties(small)?),
        ),
        met: times <= 1.5,
    })
}

fn derived(large: &Country) -> Result<Vec<Figure>> {
    let pathways = large.number("rederive", "pathways")? / large.number("rederive", "seconds")?;
    let entries = large.number("rebuild", "entries")? / large.number("rebuild", "seconds")?;
    Ok(vec![
        Figure {
            what: "deriving all duties anew, writing only differences".to_owned(),
            budget: "≥ 10,000 pathways/s",
            measured: format!("{} pathways/s", thousands(pathways)),
            met: pathways >= 10_000.0,
        },
        Figure {
            what: "full rebuild from the entries".to_owned(),
            budget: "≥ 150,000 entries/s",
            measured: format!("{} entries/s", thousands(entries)),
            met: entries >= 150_000.0,
        },
    ])
}

fn held(large: &Country) -> Result<Vec<Figure>> {
    let mebibytes = large.number("memory", "kib")? / 1024.0;
    let seconds = large.number("start", "seconds")?;
    let kilobytes = large.number("first-page", "bytes")? / 1e3;
    let figure = |what: &str, budget, measured, met| Figure {
        what: what.to_owned(),
        budget,
        measured,
        met,
    };
    Ok(vec![
        figure(
            "memory while serving 100,000 pathways",
            "< 150 MiB",
            format!("{mebibytes:.0} MiB"),
            mebibytes < 150.0,
        ),
        figure(
            "from the start to the first page",
            "< 1 s",
            format!("{seconds:.2} s"),
            seconds < 1.0,
        ),
        figure(
            "first page with all it needs, compressed",
            "< 150 kB",
            format!("{kilobytes:.0} kB"),
            kilobytes < 150.0,
        ),
    ])
}
