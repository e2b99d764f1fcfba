// SPDX-License-Identifier: EUPL-1.2
//! The process that is killed: it writes with many writers and tells, line by line, what it begins and what is done.
//! Nothing is told as done before the use case has come back, so the lines are what a user would have been shown.

use super::story::{Change, FAMILY, Known, MIDWIFE, Numbers};
use super::{open, story};
use anyhow::{Context as _, bail};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use traad_app::{App, OsRandomness, Randomness, Rules};

/// What the victim says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// It begins a change.
    Begins(Change),
    /// A change is done; the pathway it gave.
    Done { id: String, pathway: String },
    /// A change was refused, and why.
    Refused { id: String, why: String },
}

impl Said {
    fn line(&self) -> String {
        match self {
            Self::Begins(change) => {
                let pathway = change.pathway.as_deref().unwrap_or("-");
                format!("begins {} {} {pathway}", change.id, change.employment)
            }
            Self::Done { id, pathway } => format!("done {id} {pathway}"),
            Self::Refused { id, why } => format!("refused {id} {why}"),
        }
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.splitn(3, ' ');
        let (what, id, rest) = (words.next()?, words.next()?.to_owned(), words.next()?);
        match what {
            "begins" => {
                let (employment, pathway) = rest.split_once(' ')?;
                Some(Self::Begins(Change {
                    id,
                    employment: employment.to_owned(),
                    pathway: Some(pathway.to_owned()).filter(|pathway| pathway != "-"),
                }))
            }
            "done" => Some(Self::Done {
                id,
                pathway: rest.to_owned(),
            }),
            "refused" => Some(Self::Refused {
                id,
                why: rest.to_owned(),
            }),
            _ => None,
        }
    }
}

/// When a process is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// After so many lines.
    pub(super) lines: usize,
    /// And so much later.
    pub(super) after: Duration,
}

/// Longest wait for the next line: a machine can be busy, but a program that hangs is a finding.
const HANGS: Duration = Duration::from_mins(1);

/// A process that waits to be let loose.
pub(super) struct Victim {
    child: Child,
    order: ChildStdin,
    lines: Receiver<String>,
}

impl Victim {
    /// Starts a process; it compiles its rules and waits.
    pub(super) fn prepare(writers: u32) -> anyhow::Result<Self> {
        let program = std::env::current_exe().context("finding this program")?;
        let mut child = Command::new(program)
            .args(["torture-victim", "--writers", &writers.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting a second process of this program")?;
        let order = child.stdin.take().context("the process has no input")?;
        let output = child.stdout.take().context("the process has no output")?;
        let (send, lines) = channel();
        std::thread::spawn(move || {
            // A last line without an end was never said whole.
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Self {
            child,
            order,
            lines,
        })
    }

    /// Lets it write to a file and kills it at a moment. Gives what it had said.
    pub(super) fn live_until(
        mut self,
        (file, known): (&Path, &Known),
        seed: u64,
        moment: Moment,
    ) -> anyhow::Result<Vec<Said>> {
        let mut said = Vec::new();
        // It is ready when its rules are; the time counts from when it is given the file.
        self.lines.recv().context("the process did not start")?;
        writeln!(self.order, "{seed} {} {}", known.line(), file.display())?;
        for _ in 0..moment.lines {
            let line = self.lines.recv_timeout(HANGS);
            said.push(line.context("the process hangs, or ended by itself")?);
        }
        let end = Instant::now() + moment.after;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) => said.push(line),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => {
                    bail!("the process ended by itself: {:?}", self.child.wait()?)
                }
            }
        }
        self.child.kill()?;
        self.child.wait()?;
        // What it had said before it died counts, even if it is read after.
        said.extend(self.lines.iter());
        let whole = |line: &String| line.ends_with('.');
        Ok(said
            .iter()
            .filter(|line| whole(line))
            .filter_map(|line| Said::read(line.trim_end_matches('.')))
            .collect())
    }

    /// Ends a process that is not needed.
    pub(super) fn spare(mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

/// The other side: compiles its rules, waits for a seed, the shared pathways and a file, and writes until it is killed.
///
/// # Errors
/// When the database cannot be opened or refuses what must be possible.
pub(crate) fn write_until_killed(writers: u32) -> anyhow::Result<String> {
    let rules = Arc::new(Rules::embedded()?);
    println!("ready.");
    let mut order = String::new();
    std::io::stdin().read_line(&mut order)?;
    let words: Vec<&str> = order.trim().splitn(4, ' ').collect();
    let [seed, shared, own, file] = words.as_slice() else {
        return Ok(String::new());
    };
    let seed: u64 = seed.parse()?;
    let known = Known::read(shared, own);
    let app = open(Path::new(file), rules, story::now())?;
    let out = Mutex::new(std::io::stdout());
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..writers)
            .map(|writer| {
                let numbers = Numbers::of(&[seed, u64::from(writer)]);
                let writer = Writer {
                    app: &app,
                    out: &out,
                    shared: &known.shared,
                    own: known.own.get(writer as usize).cloned(),
                    last: None,
                    numbers,
                };
                scope.spawn(|| writer.write())
            })
            .collect();
        let ended = |thread: std::thread::ScopedJoinHandle<'_, anyhow::Result<()>>| {
            thread.join().unwrap_or_else(|_| bail!("a writer broke"))
        };
        threads.into_iter().try_for_each(ended)
    })?;
    Ok(String::new())
}

struct Writer<'a> {
    app: &'a App,
    out: &'a Mutex<std::io::Stdout>,
    shared: &'a [String],
    own: Option<String>,
    last: Option<Change>,
    numbers: Numbers,
}

impl Writer<'_> {
    fn write(mut self) -> anyhow::Result<()> {
        loop {
            let change = self.choose();
            self.say(&Said::Begins(change.clone()))?;
            match change.carry_out(self.app) {
                Ok(pathway) => {
                    let pathway = pathway.as_str().to_owned();
                    if change.pathway.is_none() {
                        self.own = Some(pathway.clone());
                    }
                    let id = change.id.clone();
                    self.say(&Said::Done { id, pathway })?;
                    self.last = Some(change);
                }
                Err(why) => {
                    let (id, why) = (change.id, why.to_string());
                    self.say(&Said::Refused { id, why })?;
                }
            }
        }
    }

    /// Mostly notes on the writer's own pathway; some on pathways that others write to at the same moment, some concerns,
    /// and some forms sent a second time.
    fn choose(&mut self) -> Change {
        let id = OsRandomness.text();
        let by = |employment: &str, pathway| Change {
            id,
            employment: employment.to_owned(),
            pathway,
        };
        let Some(own) = self.own.clone() else {
            return by(MIDWIFE, None);
        };
        let count = self.shared.len().max(1) as u64;
        let place = usize::try_from(self.numbers.below(count)).unwrap_or(0);
        match (self.numbers.below(20), &self.last, self.shared.get(place)) {
            (0, _, _) => by(MIDWIFE, None),
            (1, Some(last), _) => last.clone(),
            (2..=5, _, Some(shared)) => by(FAMILY, Some(shared.clone())),
            _ => by(MIDWIFE, Some(own)),
        }
    }

    fn say(&self, said: &Said) -> anyhow::Result<()> {
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        // One call, so that a line is said whole or not at all; the point shows that it is whole.
        out.write_all(format!("{}.\n", said.line()).as_bytes())?;
        out.flush()?;
        Ok(())
    }
}
