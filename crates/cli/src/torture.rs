// SPDX-License-Identifier: EUPL-1.2
//! `traad torture`: the program is killed at random moments while many write, and must have lost nothing.
//!
//! A second process of this very program writes with 32 writers through the use cases of the pages, tells what it begins
//! and what it was told is done, and gets SIGKILL at a moment drawn from a seed. What is left is then judged. This shows
//! what a process that dies leaves behind; a power cut rests on the engine's own promise (`synchronous=FULL`).

mod story;
mod victim;
mod witness;

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use story::{Known, Numbers, StandingClock};
use traad_app::{App, OsRandomness, Randomness, Rules, embedded_catalogue};
use traad_store::{Create, Location, Settings, Store};
use victim::{Moment, Victim};
use witness::{Tally, Witness};

pub(crate) use victim::write_until_killed;

/// How to torture.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Arguments {
    /// An empty folder for the databases; it is made, and removed when nothing was lost.
    #[arg(long)]
    data: PathBuf,
    /// How often the program is killed.
    #[arg(long, default_value_t = 200)]
    kills: u32,
    /// Where the random moments begin; drawn and printed when it is not given.
    #[arg(long)]
    seed: Option<u64>,
    /// Writers at once.
    #[arg(long, default_value_t = 32)]
    writers: u32,
    /// One in four is killed at a moment up to this many milliseconds after it was let loose on the database.
    #[arg(long, default_value_t = 120)]
    latest: u32,
    /// The others are killed a moment after they have said up to this many things, however fast the machine is.
    #[arg(long, default_value_t = 96)]
    lines: u32,
    /// Kills on one database before a fresh one is begun: what is judged grows with it.
    #[arg(long, default_value_t = 8)]
    each: u32,
    /// Databases tortured at the same time.
    #[arg(long, default_value_t = 2)]
    lanes: u32,
}

/// Tortures, and says what was found.
///
/// # Errors
/// When anything acknowledged is gone, half done or done twice. The database is kept and named.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<String> {
    let bytes = OsRandomness.bytes();
    let drawn = || {
        bytes
            .iter()
            .fold(0_u64, |seed, byte| (seed << 8) | u64::from(*byte))
    };
    let seed = arguments.seed.unwrap_or_else(drawn);
    println!(
        "torture: seed {seed}, {} kills, {} writers",
        arguments.kills, arguments.writers
    );
    std::fs::create_dir(&arguments.data)
        .with_context(|| format!("making the folder `{}`", arguments.data.display()))?;
    let ground = Ground::prepare(&arguments.data, arguments.writers)?;
    let begun = Instant::now();
    let tally = lanes(arguments, &ground, seed)?;
    let seconds = begun.elapsed().as_secs_f64();
    std::fs::remove_dir_all(&arguments.data)?;
    Ok(format!("{tally}\n{seconds:.0} s: nothing was lost"))
}

fn lanes(arguments: &Arguments, ground: &Ground, seed: u64) -> anyhow::Result<Tally> {
    let count = arguments.lanes.max(1);
    let outcomes: Vec<anyhow::Result<Tally>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..count)
            .map(|lane| {
                let share = arguments.kills / count + u32::from(lane < arguments.kills % count);
                let folder = arguments.data.join(format!("lane-{lane}"));
                let numbers = Numbers::of(&[seed, u64::from(lane)]);
                scope.spawn(move || {
                    let lane = Lane {
                        arguments,
                        ground,
                        folder,
                    };
                    lane.run(share, numbers)
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| bail!("a lane broke; its words stand above"))
            })
            .collect()
    });
    outcomes
        .into_iter()
        .try_fold(Tally::default(), |sum, lane| Ok(sum + lane?))
}

/// What all lanes begin with: the compiled rules, and a database that holds the demonstration.
struct Ground {
    rules: Arc<Rules>,
    template: PathBuf,
    /// Pathways the writers find there: first those they share, then one for each.
    known: Known,
    /// Every instant of the run: time stands still, so that projections made before and after a kill can be compared.
    now: Timestamp,
}

impl Ground {
    fn prepare(folder: &Path, writers: u32) -> anyhow::Result<Self> {
        let rules = Arc::new(Rules::embedded()?);
        let now = story::now();
        let template = folder.join("template.db");
        let app = open(&template, rules.clone(), now)?;
        app.seed_demo(now)?;
        // The story was told in the past; what time has changed since is derived before anything is compared.
        app.tick()?;
        let known = Known::prepare(&app, writers)?;
        drop(app);
        Ok(Self {
            rules,
            template,
            known,
            now,
        })
    }

    fn app(&self, file: &Path) -> anyhow::Result<App> {
        open(file, self.rules.clone(), self.now)
    }
}

/// The program on a file, with a clock that stands still.
fn open(file: &Path, rules: Arc<Rules>, now: Timestamp) -> anyhow::Result<App> {
    let settings = Settings {
        segment: OsRandomness.text(),
        connections: 8,
        create: Create::IfMissing,
    };
    let store = Store::open(&Location::Sqlite(file.to_owned()), &settings)?;
    let catalogue = embedded_catalogue()?;
    let clock = Arc::new(StandingClock(now));
    Ok(App::new(
        store,
        rules,
        catalogue,
        clock,
        Arc::new(OsRandomness),
    ))
}

/// One database after the other, each killed on several times.
struct Lane<'a> {
    arguments: &'a Arguments,
    ground: &'a Ground,
    folder: PathBuf,
}

impl Lane<'_> {
    fn run(&self, kills: u32, mut numbers: Numbers) -> anyhow::Result<Tally> {
        let mut tally = Tally::default();
        // The next victim gets ready while the one before it is judged.
        let mut spare = Victim::prepare(self.arguments.writers)?;
        let mut witness = Witness::default();
        let mut file = PathBuf::new();
        for kill in 0..kills {
            if kill % self.arguments.each.max(1) == 0 {
                file = self.fresh()?;
                witness = Witness::default();
            }
            let victim = std::mem::replace(&mut spare, Victim::prepare(self.arguments.writers)?);
            let moment = self.moment(&mut numbers);
            let said = victim.live_until((&file, &self.ground.known), numbers.next(), moment)?;
            tally = tally
                + witness.judge(self.ground, &file, &said).with_context(|| {
                    format!("after kill {kill} at {moment:?} on `{}`", file.display())
                })?;
        }
        spare.spare()?;
        Ok(tally)
    }

    /// One in four at any time from the opening of the file on; the others up to three milliseconds after something is said.
    fn moment(&self, numbers: &mut Numbers) -> Moment {
        if numbers.below(4) == 0 {
            let most = u64::from(self.arguments.latest) * 1000;
            return Moment {
                lines: 0,
                after: Duration::from_micros(numbers.below(most)),
            };
        }
        let lines = numbers.below(self.arguments.lines.into());
        Moment {
            lines: 1 + usize::try_from(lines).unwrap_or(0),
            after: Duration::from_micros(numbers.below(3000)),
        }
    }

    fn fresh(&self) -> anyhow::Result<PathBuf> {
        if self.folder.exists() {
            std::fs::remove_dir_all(&self.folder)?;
        }
        std::fs::create_dir(&self.folder)?;
        let file = self.folder.join("traad.db");
        std::fs::copy(&self.ground.template, &file)?;
        Ok(file)
    }
}
