// SPDX-License-Identifier: EUPL-1.2
//! `traad simulate`: fills a new file with a simulated country. Lives are told by one thread for each core, in chunks that
//! are written in their order by one writer, so that the same seed gives the same file whatever the machine.

use crate::clock::SystemClock;
use crate::place::app_at;
use anyhow::{Context as _, bail, ensure};
use jiff::civil::{Date, time};
use std::collections::HashSet;
use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::time::{Duration, Instant};
use traad_app::demo::{DEMO_PASSWORD, DemoLogin};
use traad_app::simulate::{Narrator, Scope, Simulation};
use traad_app::{Clock as _, OsRandomness, Randomness as _, embedded_catalogue};
use traad_domain::time::zone;
use traad_store::bulk::{Bulk, Prepared};
use traad_store::{Create, Location, Settings, Store};

/// `traad simulate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// How many lives; a child that is born has a pathway of its own.
    #[arg(long)]
    pub(crate) pathways: u64,
    /// How many years back the first of them begin.
    #[arg(long, default_value_t = 5)]
    pub(crate) years: u16,
    /// The same seed, years and end give the same country.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// The day on which the story stops, at noon; today when it is not given.
    #[arg(long)]
    pub(crate) until: Option<Date>,
    /// Tell no pathway further than this many entries: for very many pathways on a small disk.
    #[arg(long, default_value_t = 1_000)]
    pub(crate) longest: usize,
    /// The SQLite file to make. It must not exist.
    #[arg(long)]
    pub(crate) database: String,
}

/// Lives that are sent to the writer together.
const CHUNK: u64 = 64;

/// Chunks that wait for the writer, for each thread that tells.
const WAITING: usize = 4;

/// How often progress is shown.
const SHOWN: Duration = Duration::from_millis(500);

/// A life on its way to the writer.
struct Ready {
    number: u64,
    case_numbers: Vec<String>,
    entries: usize,
    refused: u32,
    prepared: Prepared,
}

/// What was simulated.
#[derive(Debug, Default, PartialEq, Eq)]
struct Totals {
    lives: u64,
    /// With those of the children that were born.
    pathways: usize,
    entries: usize,
    refused: u32,
}

/// Simulates, and tells what came of it.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<String> {
    let Location::Sqlite(path) = Location::parse(&arguments.database) else {
        bail!("simulate fills a new SQLite file: give a path, not an address");
    };
    ensure!(
        !path.exists(),
        "`{}` is there already: simulated people are only ever written to a new file, give another path",
        path.display()
    );
    let work = Work::at(&path);
    let start = Instant::now();
    let outcome = fill(arguments, &work);
    // Whatever happened, nothing half-made stays behind.
    let kept = outcome.and_then(|said| {
        std::fs::rename(&work.part, &path)
            .with_context(|| format!("making `{}`", path.display()))?;
        Ok(said)
    });
    work.clean();
    let (totals, logins) = kept?;
    Ok(tell(arguments, &totals, &logins, start.elapsed()))
}

/// The files used on the way.
struct Work {
    /// What will be the database.
    part: PathBuf,
    /// A copy with units and agreements alone, which those who tell read.
    read: PathBuf,
}

impl Work {
    fn at(path: &Path) -> Self {
        let beside = |ending: &str| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        let work = Self {
            part: beside(".part"),
            read: beside(".read"),
        };
        work.clean();
        work
    }

    fn clean(&self) {
        for file in [&self.part, &self.read] {
            for ending in ["", "-wal", "-shm"] {
                let mut name = file.as_os_str().to_owned();
                name.push(ending);
                // What is not there need not go.
                let _ = std::fs::remove_file(name);
            }
        }
    }
}

fn fill(arguments: &Arguments, work: &Work) -> anyhow::Result<(Totals, Vec<DemoLogin>)> {
    let until = match arguments.until {
        Some(day) => day
            .to_datetime(time(12, 0, 0, 0))
            .to_zoned(zone())?
            .timestamp(),
        None => SystemClock.now(),
    };
    let scope = Scope {
        seed: arguments.seed,
        years: arguments.years,
        until,
        longest: arguments.longest,
    };
    let catalogue = embedded_catalogue()?;
    let simulation = Arc::new(Simulation::new(scope, &catalogue)?);
    let app = app_at(&work.part.display().to_string(), Create::IfMissing)?;
    let logins = simulation.settle(app.as_ref())?;
    drop(app);
    std::fs::copy(&work.part, &work.read).context("copying units and agreements")?;
    let mut bulk = Bulk::open(&work.part, &format!("{}-1", OsRandomness.text()))?;
    let totals = tell_all(arguments.pathways, &simulation, work, &mut bulk)?;
    bulk.finish()?;
    Ok((totals, logins))
}

fn narrator(simulation: &Arc<Simulation>, work: &Work) -> anyhow::Result<Narrator> {
    let settings = Settings {
        segment: "read".to_owned(),
        connections: 1,
        create: Create::Never,
    };
    let store = Store::open(&Location::Sqlite(work.read.clone()), &settings)?;
    Ok(Narrator::new(
        simulation.clone(),
        store,
        embedded_catalogue()?,
    )?)
}

fn tell_all(
    count: u64,
    simulation: &Arc<Simulation>,
    work: &Work,
    bulk: &mut Bulk,
) -> anyhow::Result<Totals> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    std::thread::scope(|scope| {
        let mut tellers = Vec::new();
        for own in 0..cores {
            let (to, told) = sync_channel(WAITING);
            let (spent, back) = channel();
            let narrator = narrator(simulation, work)?;
            let chunks = (own * CHUNK..count).step_by(usize::try_from(cores * CHUNK)?);
            scope.spawn(move || {
                chunks.into_iter().try_for_each(|first| {
                    // What was written is let go of where it was made, since the writer has the most to do.
                    back.try_iter().for_each(drop::<Vec<Ready>>);
                    tell_chunk(&narrator, first..count.min(first + CHUNK), &to)
                })
            });
            tellers.push(Teller { told, spent });
        }
        let mut writer = Writer {
            bulk,
            again: None,
            taken: HashSet::new(),
            totals: Totals::default(),
            progress: Progress::new(count),
        };
        let chunks = count.div_ceil(CHUNK);
        let from = tellers.iter().cycle();
        for teller in from.take(usize::try_from(chunks)?) {
            writer.take(teller, simulation, work)?;
        }
        Ok(writer.totals)
    })
}

/// Sends a chunk of lives; an end of the receiver ends the telling.
fn tell_chunk(
    narrator: &Narrator,
    numbers: std::ops::Range<u64>,
    to: &SyncSender<anyhow::Result<Vec<Ready>>>,
) -> Result<(), ()> {
    let told: anyhow::Result<Vec<Ready>> =
        numbers.map(|number| ready(narrator, number, 0)).collect();
    to.send(told).map_err(|_| ())
}

fn ready(narrator: &Narrator, number: u64, attempt: u32) -> anyhow::Result<Ready> {
    let told = narrator.tell(number, attempt)?;
    Ok(Ready {
        number,
        case_numbers: told.case_numbers().map(str::to_owned).collect(),
        entries: told.entries(),
        refused: told.refused,
        prepared: Prepared::of(told.append)?,
    })
}

/// What the writer has of a thread that tells.
struct Teller {
    told: Receiver<anyhow::Result<Vec<Ready>>>,
    /// Takes back what was written.
    spent: Sender<Vec<Ready>>,
}

struct Writer<'a> {
    bulk: &'a mut Bulk,
    /// Tells a life anew whose case number was taken.
    again: Option<Narrator>,
    taken: HashSet<String>,
    totals: Totals,
    progress: Progress,
}

impl Writer<'_> {
    fn take(
        &mut self,
        from: &Teller,
        simulation: &Arc<Simulation>,
        work: &Work,
    ) -> anyhow::Result<()> {
        let told = from.told.recv();
        let mut lives = told.context("a thread that tells has stopped")??;
        for life in &mut lives {
            let mut attempt = 0;
            while life
                .case_numbers
                .iter()
                .any(|number| self.taken.contains(number))
            {
                attempt += 1;
                if self.again.is_none() {
                    self.again = Some(narrator(simulation, work)?);
                }
                let again = self.again.as_ref().context("somebody tells again")?;
                *life = ready(again, life.number, attempt)?;
            }
            self.totals.lives += 1;
            self.totals.pathways += life.case_numbers.len();
            self.totals.entries += life.entries;
            self.totals.refused += life.refused;
            self.bulk.write(std::slice::from_ref(&life.prepared))?;
            self.taken.extend(life.case_numbers.drain(..));
        }
        // One that has told all is no longer there to take it.
        let _ = from.spent.send(lives);
        self.progress.show(&self.totals);
        Ok(())
    }
}

/// One line that is written over again, if somebody looks at it.
struct Progress {
    whole: u64,
    begun: Instant,
    shown: Option<Instant>,
}

impl Progress {
    fn new(whole: u64) -> Self {
        let watched = std::io::stderr().is_terminal();
        Self {
            whole,
            begun: Instant::now(),
            shown: watched.then(Instant::now),
        }
    }

    fn show(&mut self, totals: &Totals) {
        let done = totals.lives == self.whole;
        let Some(shown) = self.shown.filter(|shown| done || shown.elapsed() >= SHOWN) else {
            return;
        };
        self.shown = Some(Instant::now().max(shown));
        let part = totals.lives * 40 / self.whole.max(1);
        let bar: String = (0..40)
            .map(|at| if at < part { '#' } else { '.' })
            .collect();
        let speed = rate(totals.entries, self.begun.elapsed());
        let end = if done { "\n" } else { "" };
        let mut stderr = std::io::stderr();
        // Progress that cannot be shown is no reason to stop.
        let _ = write!(
            stderr,
            "\r[{bar}] {} of {} lives, {speed:.0} entries/s {end}",
            totals.lives, self.whole
        );
        let _ = stderr.flush();
    }
}

#[expect(clippy::cast_precision_loss, reason = "a rate for people")]
fn rate(entries: usize, spent: Duration) -> f64 {
    entries as f64 / spent.as_secs_f64().max(0.001)
}

fn tell(arguments: &Arguments, totals: &Totals, logins: &[DemoLogin], spent: Duration) -> String {
    let Totals {
        lives,
        pathways,
        entries,
        refused,
    } = totals;
    let mut text = format!(
        "{lives} lives, {pathways} pathways with {entries} entries in {:.1} s, {:.0} entries/s; {refused} steps were refused, as a user's are\n\
         seed {}, {} years\n\nServe it with: traad serve --database {}\nAll logins have the password {DEMO_PASSWORD}",
        spent.as_secs_f64(),
        rate(*entries, spent),
        arguments.seed,
        arguments.years,
        arguments.database,
    );
    for login in logins {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n  {:<34} {}", login.username, login.who);
    }
    text
}
