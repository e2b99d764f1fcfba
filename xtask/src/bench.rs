// SPDX-License-Identifier: EUPL-1.2
//! Measures what docs/benchmarks.md promises, with the release build, and writes
//! the page with date, commit and machine. Figures differ between machines, so
//! wherever possible a figure stands beside a yardstick from the same run.

mod country;
mod journals;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::step;
use crate::{ci, metadata, root, set_up};
use journals::{Numbers, Vocabulary};

const PATHWAYS: usize = 20_000;
const SEED: u64 = 20_260_630;
const AS_OF: &str = "2026-06-30T12:00";
const PAGE: &str = "docs/benchmarks.md";

/// One line of the page.
struct Figure {
    what: String,
    budget: &'static str,
    measured: String,
    met: bool,
}

/// Measures everything. With a folder that holds a reference implementation of the
/// twelve duties, that is timed in the same run and its answers are compared.
pub(crate) fn run(reference: Option<&Path>) -> Result<()> {
    set_up::run(set_up::For::Demo)?;
    step::run(ci::cargo()?.args(["build", "--release", "--locked", "-p", "traad-cli"]))?;
    let target = metadata::target_folder()?;
    let folder = target.join("bench");
    std::fs::create_dir_all(&folder)?;
    let bench = Bench {
        program: target.join("release/traad"),
        folder,
    };
    let mut figures = bench.twelve_duties()?;
    figures.push(bench.rulebook()?);
    if let Some(reference) = reference {
        figures.extend(bench.reference(reference)?);
    }
    figures.extend(bench.store()?);
    figures.extend(country::measure(&bench)?);
    let mut page = page(&figures)?;
    page.push_str(&kept(
        &std::fs::read_to_string(root()?.join(PAGE)).unwrap_or_default(),
    ));
    print!("{page}");
    std::fs::write(root()?.join(PAGE), page)?;
    match figures.iter().filter(|figure| !figure.met).count() {
        0 => Ok(()),
        missed => bail!("{missed} figures are outside their budget"),
    }
}

struct Bench {
    program: PathBuf,
    folder: PathBuf,
}

impl Bench {
    fn twelve_duties(&self) -> Result<Vec<Figure>> {
        let facts = self.folder.join("twelve.jsonl");
        let mut numbers = Numbers::seeded(SEED);
        let lines: Result<String> = (1..=PATHWAYS)
            .map(|number| journals::twelve(&mut numbers, number))
            .collect();
        std::fs::write(&facts, lines?)?;
        let timing = self.derive(&root()?.join("bench/twelve-duties.toml"), &facts, "twelve")?;
        Ok(vec![timing.figure(
            "twelve duties, one core, facts in memory to duties",
            "≥ 100,000 pathways/s (aim 250,000)",
            100_000.0,
        )])
    }

    fn rulebook(&self) -> Result<Figure> {
        let rulebook = root()?.join("rulebook");
        let vocabulary = std::fs::read_to_string(rulebook.join("values.toml"))?;
        let vocabulary = Vocabulary::read(&vocabulary)?;
        let facts = self.folder.join("rulebook.jsonl");
        let mut numbers = Numbers::seeded(SEED);
        let lines: Result<String> = (1..=PATHWAYS)
            .map(|number| vocabulary.journal(&mut numbers, number, 50))
            .collect();
        std::fs::write(&facts, lines?)?;
        let timing = self.derive(&rulebook, &facts, "rulebook")?;
        Ok(timing.figure(
            "the rulebook, 50 facts a pathway, one core",
            "≥ 50,000 pathways/s",
            50_000.0,
        ))
    }

    /// The reference reads the same facts and must give the same answer.
    fn reference(&self, reference: &Path) -> Result<Vec<Figure>> {
        let facts = self.folder.join("reference.jsonl");
        let expected = self.folder.join("reference.out");
        let python = |script: &str, arguments: &[&Path]| {
            let mut command = Command::new("python3");
            said_by(command.arg(reference.join(script)).args(arguments))
        };
        python("gen.py", &[Path::new("5000"), &facts])?;
        let said = python("reference.py", &[&facts, Path::new(AS_OF), &expected])?;
        let said: Value = serde_json::from_str(&said)?;
        let seconds = number(&said, "run_s")?;
        let timing = self.derive(&root()?.join("bench/twelve-duties.toml"), &facts, "same")?;
        let same = std::fs::read(&expected)? == std::fs::read(self.folder.join("same.out"))?;
        let per_second = number(&said, "n")? / seconds;
        let times = timing.per_second / per_second;
        Ok(vec![Figure {
            what: "twelve duties against a plain reference in Python, same facts".to_owned(),
            budget: "the same answers",
            measured: format!(
                "{} answers; reference {} pathways/s, Tråd {} ({times:.0} ×)",
                if same { "the same" } else { "DIFFERENT" },
                thousands(per_second),
                thousands(timing.per_second),
            ),
            met: same,
        }])
    }

    fn derive(&self, rules: &Path, facts: &Path, name: &str) -> Result<Timing> {
        let output = self.folder.join(format!("{name}.out"));
        let mut command = Command::new(&self.program);
        command.args(["rulebook", "run", "--timing", "--as-of", AS_OF]);
        command.arg("--rules").arg(rules).arg("--facts").arg(facts);
        command.arg("--out").arg(&output);
        let pathways = std::fs::read_to_string(facts)?.lines().count();
        Timing::read(&said_by(&mut command)?, pathways)
    }

    fn store(&self) -> Result<Vec<Figure>> {
        let data = self.folder.join("store");
        if data.exists() {
            std::fs::remove_dir_all(&data)?;
        }
        let mut command = Command::new(&self.program);
        command.arg("bench-store").arg("--data").arg(&data);
        let said = said_by(&mut command)?;
        let lines = said.lines().filter(|line| line.starts_with('{'));
        lines
            .map(|line| Ok(serde_json::from_str(line)?))
            .map(|said: Result<Value>| appends(&said?))
            .collect()
    }
}

fn appends(said: &Value) -> Result<Figure> {
    let writers = number(said, "writers")?;
    let per_second = number(said, "per_second")?;
    let bare = number(said, "bare_per_second")?;
    let share = per_second / bare;
    let (who, budget, least) = if writers > 1.0 {
        let who = format!("{writers} writers");
        (who, "≥ 70 % of bare transactions of 64", 0.7)
    } else {
        let who = "one writer".to_owned();
        (who, "≥ 50 % of bare commits, one at a time", 0.5)
    };
    Ok(Figure {
        what: format!("durable appends, SQLite, {who}"),
        budget,
        measured: format!(
            "{} entries/s, bare {}: {:.0} %",
            thousands(per_second),
            thousands(bare),
            share * 100.0
        ),
        met: share >= least,
    })
}

struct Timing {
    per_second: f64,
    duties_each: f64,
}

impl Timing {
    /// Reads the line that `traad rulebook run --timing` closes with.
    fn read(said: &str, pathways: usize) -> Result<Self> {
        let line = said
            .lines()
            .find_map(|line| line.strip_prefix("derivation alone: "))
            .with_context(|| format!("no timing in `{said}`"))?;
        let figure = |unit: &str| -> Result<f64> {
            let words = line.split(", ").find_map(|part| part.strip_suffix(unit));
            let words = words.with_context(|| format!("no `{unit}` in `{line}`"))?;
            Ok(words.trim().parse()?)
        };
        let pathways: f64 = u32::try_from(pathways)?.into();
        Ok(Self {
            per_second: figure("pathways/s")?,
            duties_each: figure("duties")? / pathways,
        })
    }

    fn figure(&self, what: &str, budget: &'static str, least: f64) -> Figure {
        let (per_second, each) = (self.per_second, self.duties_each);
        Figure {
            what: what.to_owned(),
            budget,
            measured: format!(
                "{} pathways/s, {each:.1} duties each",
                thousands(per_second)
            ),
            met: per_second >= least,
        }
    }
}

/// What a command prints when it succeeds.
pub(crate) fn said_by(command: &mut Command) -> Result<String> {
    let output = command.output()?;
    if !output.status.success() {
        let shown = step::shown(command);
        bail!("`{shown}`: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

fn number(said: &Value, key: &str) -> Result<f64> {
    let value = said.get(key).and_then(Value::as_f64);
    value.with_context(|| format!("`{key}` is no number in `{said}`"))
}

/// Whole numbers with a comma at the thousands.
fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn page(figures: &[Figure]) -> Result<String> {
    let mut page = format!(
        "# What was measured\n\nWritten by `cargo xtask bench` on {}, commit {}, on {}. \
         Journals are made up from a fixed seed. What a killed program leaves behind stands in \
         [torture.md](torture.md).\n\n\
         | what | budget | measured | within |\n|---|---|---|---|\n",
        said_by(Command::new("date").args(["-u", "+%Y-%m-%d"]))?,
        said_by(
            Command::new("git")
                .args(["describe", "--always", "--dirty"])
                .current_dir(root()?)
        )?,
        machine()?,
    );
    for figure in figures {
        let within = if figure.met { "yes" } else { "**no**" };
        let (what, budget, measured) = (&figure.what, figure.budget, &figure.measured);
        writeln!(page, "| {what} | {budget} | {measured} | {within} |")?;
    }
    Ok(page)
}

/// What was measured outside this command and stands under a heading of its own.
fn kept(page: &str) -> String {
    page.find("\n## ")
        .and_then(|from| page.get(from..))
        .unwrap_or_default()
        .to_owned()
}

pub(crate) fn machine() -> Result<String> {
    let cores = std::thread::available_parallelism()?;
    let processors = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("an unknown processor", |(_, model)| model);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown");
    Ok(format!("{cores} cores of {model}, with a load of {load}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        let shown: Vec<String> = [7.0, 999.6, 123_456.0, 1_234_567.0].map(thousands).into();
        assert_eq!(shown, ["7", "1,000", "123,456", "1,234,567"]);
    }

    #[test]
    fn what_was_measured_by_hand_stays() {
        let page = "# What\n\n| a |\n\n## By hand\n\nOne run.\n";
        assert_eq!(kept(page), "\n## By hand\n\nOne run.\n");
        assert_eq!(kept("# What\n\n| a |\n"), "");
    }

    #[test]
    fn a_figure_outside_its_budget_says_so() {
        let said = "100 pathways\nderivation alone: 50 pathways/s, 400 duties, 3 rounds";
        let timing = Timing::read(said, 100).unwrap();
        let figure = timing.figure("x", "≥ 60", 60.0);
        let page = page(&[figure]).unwrap();
        assert!(page.contains("| x | ≥ 60 | 50 pathways/s, 4.0 duties each | **no** |"));
    }
}
