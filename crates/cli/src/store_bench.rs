// SPDX-License-Identifier: EUPL-1.2
//! `traad bench-store`: durable appends through the store, beside the same statements in plain transactions.
//!
//! Both are measured in turns in one run on one disk, since disks and machines differ. What was written is verified.

use anyhow::{Context as _, ensure};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Barrier;
use std::time::{Duration, Instant};
use traad_store::measure::Yardstick;
use traad_store::{
    Append, Create, Duty, DutyStatus, Header, Identifier, Inspected, Location, LogRow,
    PathwayAppend, PreparedEntry, Projection, Settings, Store, Submission,
};

/// How to measure the store.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A folder on the disk to be measured; it must not exist, and is removed afterwards.
    #[arg(long)]
    pub(crate) data: PathBuf,
    /// Writers at once, and appends in one plain transaction.
    #[arg(long, default_value_t = 64)]
    pub(crate) writers: u32,
    /// Appends of each writer in each turn.
    #[arg(long, default_value_t = 100)]
    pub(crate) appends: u32,
    /// Turns; the middle one counts.
    #[arg(long, default_value_t = 5)]
    pub(crate) turns: u32,
    /// Journals of each writer before the measurement begins.
    #[arg(long, default_value_t = 20)]
    pub(crate) journals: u32,
}

/// Milliseconds of a fixed day; nothing measured depends on it.
const DAY: i64 = 1_772_524_800_000;

/// Live duties of each pathway, of which an append changes one.
const DUTIES: u32 = 10;

/// Measures, and gives lines of JSON followed by a table.
///
/// # Errors
/// When the folder exists or the disk does not answer, or when what was written does not verify.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<String> {
    std::fs::create_dir(&arguments.data)
        .with_context(|| format!("making the folder `{}`", arguments.data.display()))?;
    let outcome = measure(arguments);
    std::fs::remove_dir_all(&arguments.data)?;
    outcome
}

fn measure(arguments: &Arguments) -> anyhow::Result<String> {
    let settings = Settings {
        segment: "bench".to_owned(),
        connections: 8,
        create: Create::IfMissing,
    };
    let store = Store::open(
        &Location::Sqlite(arguments.data.join("store.db")),
        &settings,
    )?;
    let mut yardstick = Yardstick::open(&arguments.data.join("yardstick.db"))?;
    let mut work = Work::new(arguments);
    work.fill(&store, &mut yardstick)?;

    let (mut together, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..arguments.turns {
        let batches = work.turn(arguments.appends);
        plain.push(write_plainly(&mut yardstick, &batches)?);
        together.push(write_together(&store, batches)?);
    }
    let mut alone = Alone::default();
    for append in work
        .turn(arguments.appends)
        .into_iter()
        .flatten()
        .take(1_000)
    {
        let ready = yardstick.prepare(vec![append.clone()])?;
        alone.store.time(|| store.append(append).map(drop))?;
        alone.plain.time(|| yardstick.write(&ready))?;
        alone.bare.time(|| yardstick.bare_commit())?;
    }
    let report = store.verify(None, |_| Ok(Inspected::default()))?;
    ensure!(
        report.is_sound(),
        "what was written does not verify: {:?}",
        report.problems.first()
    );
    let done = f64::from(arguments.writers) * f64::from(arguments.appends);
    let rates = [done / middle(&mut together), done / middle(&mut plain)];
    Ok(tell(arguments.writers, rates, &mut alone))
}

/// One writer by itself: through the store, the same statements in a transaction by hand, and one small row.
#[derive(Debug, Default)]
struct Alone {
    store: Latencies,
    plain: Latencies,
    bare: Latencies,
}

/// The text: JSON for programs, then a table for people.
fn tell(writers: u32, rates: [f64; 2], alone: &mut Alone) -> String {
    let [together, plain] = rates;
    let (one, least) = (alone.store.at(50), alone.bare.at(50));
    let lines = [
        serde_json::json!({ "writers": writers, "per_second": together, "bare_per_second": plain }),
        serde_json::json!({ "writers": 1, "per_second": 1.0 / one, "bare_per_second": 1.0 / least }),
    ];
    let mut text = String::new();
    for line in lines {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{line}");
    }
    let (share, times) = (100.0 * together / plain, one / least);
    let by_hand = one / alone.plain.at(50);
    let _ = writeln!(text, "{writers} writers      {together:>8.0} appends/s");
    let _ = writeln!(
        text,
        "plain batches   {plain:>8.0} appends/s   the store reaches {share:.0} % (budget: 70 %)"
    );
    for (name, latencies) in [
        ("one writer", &mut alone.store),
        ("same by hand", &mut alone.plain),
        ("bare commit", &mut alone.bare),
    ] {
        let (half, most) = (latencies.at(50) * 1e6, latencies.at(99) * 1e6);
        let _ = writeln!(
            text,
            "{name:<15} {half:>8.0} µs half, {most:.0} µs 99 of 100"
        );
    }
    let _ = writeln!(
        text,
        "one writer takes {times:.2} times a bare commit of one row (budget: 2),"
    );
    let _ = writeln!(
        text,
        "and {by_hand:.2} times the same statements in a transaction by hand"
    );
    text
}

/// The appends of one turn: a batch holds one append of each writer.
type Batches = Vec<Vec<Append>>;

fn write_plainly(yardstick: &mut Yardstick, batches: &Batches) -> anyhow::Result<Duration> {
    let mut spent = Duration::ZERO;
    for batch in batches {
        let ready = yardstick.prepare(batch.clone())?;
        let start = Instant::now();
        yardstick.write(&ready)?;
        spent += start.elapsed();
    }
    Ok(spent)
}

fn write_together(store: &Store, batches: Batches) -> anyhow::Result<Duration> {
    let writers = batches.first().map_or(0, Vec::len);
    let mut each: Vec<Vec<Append>> = (0..writers).map(|_| Vec::new()).collect();
    for batch in batches {
        for (own, append) in each.iter_mut().zip(batch) {
            own.push(append);
        }
    }
    let ready = Barrier::new(writers + 1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = each
            .into_iter()
            .map(|own| {
                let ready = &ready;
                scope.spawn(move || {
                    ready.wait();
                    own.into_iter()
                        .try_for_each(|append| store.append(append).map(drop))
                })
            })
            .collect();
        ready.wait();
        let start = Instant::now();
        for thread in threads {
            thread
                .join()
                .map_err(|_| anyhow::anyhow!("a writer gave up"))??;
        }
        Ok(start.elapsed())
    })
}

/// Made-up work: every writer has journals of its own and goes round among them.
struct Work {
    writers: u32,
    journals: u32,
    /// Appends made so far to each journal.
    length: u32,
    next: u32,
}

impl Work {
    fn new(arguments: &Arguments) -> Self {
        Self {
            writers: arguments.writers,
            journals: arguments.journals.max(1),
            length: 0,
            next: 0,
        }
    }

    /// The first entry of every journal, in both files.
    fn fill(&mut self, store: &Store, yardstick: &mut Yardstick) -> anyhow::Result<()> {
        for batch in self.turn(self.journals) {
            let ready = yardstick.prepare(batch.clone())?;
            yardstick.write(&ready)?;
            for append in batch {
                store.append(append)?;
            }
        }
        Ok(())
    }

    fn turn(&mut self, batches: u32) -> Batches {
        (0..batches)
            .map(|_| {
                let batch = (0..self.writers)
                    .map(|writer| append(writer, self.next, self.length))
                    .collect();
                self.next += 1;
                if self.next == self.journals {
                    (self.next, self.length) = (0, self.length + 1);
                }
                batch
            })
            .collect()
    }
}

/// One use case: an entry of some six hundred bytes, a changed header and duty, a submission and a line of the log.
fn append(writer: u32, journal: u32, base_seq: u32) -> Append {
    let pathway = format!("{writer:04x}-{journal:04x}-9b1d-4f6a-8c55-0a2f7f1f2c3d");
    let entry = PreparedEntry {
        id: format!("{pathway}-{base_seq}"),
        recorded_ms: DAY + i64::from(base_seq),
        topic: None,
        document: format!(
            "{{\"text\":\"{}\",\"seq\":{base_seq}}}",
            "samtale om hverdagen ".repeat(28)
        ),
        salt: format!("{base_seq:032x}"),
    };
    Append {
        submission: Some(Submission {
            author: format!("author-{writer}"),
            id: entry.id.clone(),
            result: format!("/p/{pathway}"),
            recorded_ms: entry.recorded_ms,
        }),
        log: vec![log_row(writer, &pathway)],
        pathways: vec![PathwayAppend {
            projection: projection(&pathway, writer, base_seq),
            pathway,
            base_seq,
            entries: vec![entry],
        }],
        ..Append::default()
    }
}

fn log_row(writer: u32, pathway: &str) -> LogRow {
    LogRow {
        at_ms: DAY,
        employment: format!("employment-{writer}"),
        unit: format!("unit-{}", writer % 8),
        function: "jordemoder".to_owned(),
        action: "write-entry".to_owned(),
        pathways: vec![pathway.to_owned()],
        purpose: "behandling".to_owned(),
        reason: "own unit wrote it".to_owned(),
        outcome: "permitted".to_owned(),
    }
}

fn projection(pathway: &str, writer: u32, base_seq: u32) -> Projection {
    Projection {
        header: Header {
            case_number: pathway.to_owned(),
            kind: "pregnancy".to_owned(),
            phase: "udredning".to_owned(),
            home_municipality: "0101".to_owned(),
            termin: None,
            next_change_ms: Some(DAY + i64::from(base_seq) * 3_600_000),
            version: 1,
            closed: false,
            document: format!("{{\"name\":\"Mette Holm\",\"entries\":{base_seq}}}"),
        },
        units: (0..3)
            .map(|unit| format!("unit-{}", (writer + unit) % 8))
            .collect(),
        duties: (0..DUTIES)
            .map(|rule| duty(rule, writer, base_seq))
            .collect(),
        inbox: Vec::new(),
        names: vec!["Mette Ågård Holm".to_owned()],
        identifiers: vec![Identifier {
            system: "cpr".to_owned(),
            value: pathway.to_owned(),
        }],
    }
}

fn duty(rule: u32, writer: u32, base_seq: u32) -> Duty {
    // Each append moves one duty on.
    let moved = i64::from(base_seq / DUTIES + u32::from(base_seq % DUTIES >= rule));
    Duty {
        rule: format!("rule-{rule}"),
        key: "-".to_owned(),
        category: "coordination".to_owned(),
        strength: "law".to_owned(),
        owner_unit: format!("unit-{}", writer % 8),
        owner_person: None,
        start_entry: "start".to_owned(),
        opens_ms: DAY,
        due_ms: Some(DAY + moved * 86_400_000),
        status: DutyStatus::Open,
        termin: None,
        document: "{\"title\":\"Afhold netværksmøde\",\"why\":\"agreement:meetings.positions\"}"
            .to_owned(),
    }
}

/// How long single calls took, in seconds.
#[derive(Debug, Default)]
struct Latencies(Vec<f64>);

impl Latencies {
    fn time<E>(&mut self, call: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
        let start = Instant::now();
        call()?;
        self.0.push(start.elapsed().as_secs_f64());
        Ok(())
    }

    /// The time that so many of a hundred calls stayed below.
    fn at(&mut self, percent: usize) -> f64 {
        self.0.sort_by(f64::total_cmp);
        let calls = (self.0.len() * percent).div_ceil(100);
        self.0
            .get(calls.saturating_sub(1))
            .copied()
            .unwrap_or_default()
    }
}

/// The middle one, in seconds.
fn middle(times: &mut [Duration]) -> f64 {
    times.sort();
    times
        .get(times.len() / 2)
        .map_or(0.0, Duration::as_secs_f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_run_gives_figures_and_leaves_nothing_behind() {
        let data = std::env::temp_dir().join(format!("traad-bench-{}", std::process::id()));
        let arguments = Arguments {
            data: data.clone(),
            writers: 3,
            appends: 4,
            turns: 1,
            journals: 2,
        };
        let said = run(&arguments).unwrap();
        let figures: Vec<serde_json::Value> = said
            .lines()
            .filter(|line| line.starts_with('{'))
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(
            figures
                .iter()
                .map(|figure| figure["writers"].as_u64())
                .collect::<Vec<_>>(),
            [Some(3), Some(1)]
        );
        for figure in &figures {
            assert!(
                figure["per_second"].as_f64() > Some(0.0)
                    && figure["bare_per_second"].as_f64() > Some(0.0),
                "{said}"
            );
        }
        assert!(!data.exists());

        std::fs::create_dir(&data).unwrap();
        let refused = run(&arguments).unwrap_err().to_string();
        std::fs::remove_dir(&data).unwrap();
        assert!(refused.contains("making the folder"), "{refused}");
    }

    #[test]
    fn half_and_nearly_all_of_the_calls() {
        let mut calls = Latencies((1..=200).rev().map(f64::from).collect());
        let none = Latencies::default().at(50);
        assert_eq!((calls.at(50), calls.at(99), none), (100.0, 198.0, 0.0));
    }
}
