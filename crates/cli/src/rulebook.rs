// SPDX-License-Identifier: EUPL-1.2
//! `traad rulebook check` and `traad rulebook run`: the rule language tried on its own, without a database.
//!
//! Reading files and JSON lines stands here, so that the engine knows neither. Times are naive: taken as written.

use anyhow::{Context, bail};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use traad_duty::fact::RESERVED;
use traad_duty::recommendation::{Gap, Recommendations};
use traad_duty::{
    Agreement, Calendar, Demand, Derivation, Engine, Journal, Minute, RawFact, Rulebook,
    SourceFile, Status,
};

/// What stands beside the rules in their directory.
const BESIDE_RULES: [&str; 3] = [RECOMMENDATIONS, "proposals.toml", "values.toml"];
/// Pathways timed at once.
const SLICE: usize = 100;
const RECOMMENDATIONS: &str = "recommendations.toml";

/// Which rule files to check.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArguments {
    /// Rule files, or directories of them.
    #[arg(default_value = "rulebook")]
    pub(crate) rules: Vec<PathBuf>,
}

/// Which journals to derive duties for.
#[derive(Debug, clap::Args)]
pub(crate) struct RunArguments {
    /// Rule files, or directories of them.
    #[arg(long, required = true, num_args = 1..)]
    pub(crate) rules: Vec<PathBuf>,
    /// Journals: a line of JSON per pathway, with `id` and `events`, each with `seq`, `at`, `type` and attributes.
    #[arg(long)]
    pub(crate) facts: PathBuf,
    /// Facts after this time do not exist yet, as 2026-06-30T12:00.
    #[arg(long)]
    pub(crate) as_of: jiff::civil::DateTime,
    /// Where to write a line per pathway.
    #[arg(long)]
    pub(crate) out: PathBuf,
    /// Derive several times in memory and say how fast that is.
    #[arg(long)]
    pub(crate) timing: bool,
    /// Compare with these lines, and fail if any differs.
    #[arg(long)]
    pub(crate) expect: Option<PathBuf>,
}

/// A rule file as read from disk.
#[derive(Debug)]
struct RuleFile {
    name: String,
    text: String,
}

/// A pathway ready to be derived.
struct Pathway {
    id: String,
    journal: Journal,
}

/// Checks rule files; answers with what they hold.
///
/// # Errors
/// When a file cannot be read, or something in it is wrong: a line for each thing.
pub(crate) fn check(arguments: &CheckArguments) -> anyhow::Result<String> {
    let files = read_rules(&arguments.rules)?;
    let rulebook = compile(&files, Demand::Published)?;
    let mut report = format!(
        "{} rules in {} files, nothing wrong",
        rulebook.rules().len(),
        files.len()
    );
    for directory in arguments.rules.iter().filter(|path| path.is_dir()) {
        let path = directory.join(RECOMMENDATIONS);
        if path.exists() {
            let count = check_recommendations(&rulebook, &read(&path)?)?;
            write!(
                report,
                "\n{count} recommendations, each with rules or a reason"
            )?;
        }
    }
    Ok(report)
}

fn check_recommendations(rulebook: &Rulebook, text: &str) -> anyhow::Result<usize> {
    let file = SourceFile {
        name: RECOMMENDATIONS,
        text,
    };
    let recommendations = Recommendations::parse(&file)?;
    let gaps = recommendations.gaps(rulebook);
    let gaps: Vec<String> = gaps.iter().map(Gap::to_string).collect();
    if !gaps.is_empty() {
        bail!("{RECOMMENDATIONS}: {}", gaps.join("\n"));
    }
    Ok(recommendations.0.len())
}

/// Derives the duties of journals and writes them; answers with what was done.
///
/// # Errors
/// When a file cannot be read or written, a rule or a line is wrong, or the result is not the expected one.
pub(crate) fn run(arguments: &RunArguments) -> anyhow::Result<String> {
    let files = read_rules(&arguments.rules)?;
    let rulebook = compile(&files, Demand::Engine)?;
    let calendar = Calendar::naive(&[]);
    let text = read(&arguments.facts)?;
    let pathways = pathways(&rulebook, &calendar, &arguments.facts, &text)?;
    let now = calendar.minute_at(arguments.as_of);
    let mut engine = Engine::new(&rulebook, &calendar);
    let agreement = Agreement::none();
    let mut report = format!("{} pathways", pathways.len());
    if arguments.timing {
        let timing = time(&mut engine, &pathways, &agreement, now);
        write!(report, "\n{timing}")?;
    }
    let mut lines = String::new();
    let mut derivation = Derivation::default();
    for pathway in &pathways {
        engine.derive_into(&pathway.journal, &agreement, now, &mut derivation);
        let printer = Printer {
            rulebook: &rulebook,
            calendar: &calendar,
            agreement: &agreement,
        };
        printer.line(pathway, &derivation, &mut lines);
    }
    fs::write(&arguments.out, &lines)
        .with_context(|| format!("`{}` cannot be written", arguments.out.display()))?;
    if let Some(expected) = &arguments.expect {
        compare(&lines, &read(expected)?)?;
        report.push_str("\nas expected");
    }
    Ok(report)
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))
}

/// Rule files, those of a directory in the order of their names.
fn read_rules(paths: &[PathBuf]) -> anyhow::Result<Vec<RuleFile>> {
    let mut files = Vec::new();
    for path in paths {
        let mut found = vec![path.clone()];
        if path.is_dir() {
            let entries = fs::read_dir(path)
                .with_context(|| format!("`{}` cannot be read", path.display()))?;
            found = entries
                .map(|entry| Ok(entry?.path()))
                .collect::<anyhow::Result<_>>()?;
            found.retain(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "toml")
            });
            found.retain(|path| !BESIDE_RULES.iter().any(|beside| path.ends_with(beside)));
            found.sort();
        }
        for path in found {
            let name = path
                .file_name()
                .unwrap_or(path.as_os_str())
                .to_string_lossy()
                .into_owned();
            files.push(RuleFile {
                name,
                text: read(&path)?,
            });
        }
    }
    Ok(files)
}

fn compile(files: &[RuleFile], demand: Demand) -> anyhow::Result<Rulebook> {
    let sources: Vec<SourceFile<'_>> = files
        .iter()
        .map(|file| SourceFile {
            name: &file.name,
            text: &file.text,
        })
        .collect();
    Ok(Rulebook::compile(&sources, demand)?)
}

fn pathways(
    rulebook: &Rulebook,
    calendar: &Calendar,
    path: &Path,
    text: &str,
) -> anyhow::Result<Vec<Pathway>> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            pathway(rulebook, calendar, line)
                .with_context(|| format!("{}, line {}", path.display(), number + 1))
        })
        .collect()
}

fn pathway(rulebook: &Rulebook, calendar: &Calendar, line: &str) -> anyhow::Result<Pathway> {
    let value: Value = serde_json::from_str(line).context("not JSON")?;
    let id = value
        .get("id")
        .and_then(Value::as_str)
        .context("`id` is lacking; write text")?;
    let events = value
        .get("events")
        .and_then(Value::as_array)
        .context("`events` is lacking; write a list")?;
    let facts = events
        .iter()
        .enumerate()
        .map(|(place, event)| fact(calendar, event).with_context(|| format!("event {}", place + 1)))
        .collect::<anyhow::Result<Vec<RawFact>>>()?;
    Ok(Pathway {
        id: id.to_owned(),
        journal: Journal::new(rulebook, calendar, &facts)?,
    })
}

fn fact(calendar: &Calendar, event: &Value) -> anyhow::Result<RawFact> {
    let event = event.as_object().context("an event is a table")?;
    let kind = event
        .get("type")
        .and_then(Value::as_str)
        .context("`type` is lacking; write text")?;
    let seq = event
        .get("seq")
        .and_then(Value::as_u64)
        .and_then(|seq| u32::try_from(seq).ok());
    let at = event
        .get("at")
        .and_then(Value::as_str)
        .context("`at` is lacking; write 2026-06-30T12:00")?;
    let mut fact =
        RawFact::new(kind.to_owned()).seq(seq.context("`seq` is lacking; write a whole number")?);
    fact = match at.parse::<jiff::civil::DateTime>() {
        // A date alone: the time was not written down.
        Ok(date) if at.len() == 10 => fact.on(traad_duty::Day::from_date(date.date())),
        Ok(wall) => fact.at(calendar.minute_at(wall)),
        Err(_) => bail!(
            "`at` is `{at}`; write 2026-06-30T12:00, or 2026-06-30 when the time is not known"
        ),
    };
    for (name, value) in event
        .iter()
        .filter(|(name, _)| !RESERVED.contains(&name.as_str()))
    {
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Bool(yes) => yes.to_string(),
            Value::Array(_) | Value::Object(_) => {
                bail!(
                    "attribute `{name}` holds several values; write text, a number, true or false"
                )
            }
        };
        fact = fact.attr(name.clone(), text);
    }
    Ok(fact)
}

/// Writes duties as `rule|key|owner|trigger|due|status|by`.
struct Printer<'a> {
    rulebook: &'a Rulebook,
    calendar: &'a Calendar,
    agreement: &'a Agreement,
}

impl Printer<'_> {
    fn line(&self, pathway: &Pathway, derivation: &Derivation, out: &mut String) {
        let mut duties: Vec<String> = derivation
            .duties
            .iter()
            .filter_map(|duty| {
                let rule = self.rulebook.rule(duty.rule())?;
                let by = duty.done.filter(|_| status(duty.status).1);
                Some(format!(
                    "{}|{}|{}|{}|{}|{}|{}",
                    rule.id,
                    derivation.key(self.rulebook, &pathway.journal, self.agreement, duty),
                    rule.owed_by.as_deref().unwrap_or_default(),
                    self.clock(Some(duty.trigger)),
                    self.clock(duty.due),
                    status(duty.status).0,
                    self.clock(by),
                ))
            })
            .collect();
        duties.sort();
        out.push_str(&pathway.id);
        out.push('\t');
        out.push_str(&duties.join(";"));
        out.push('\n');
    }

    fn clock(&self, minute: Option<Minute>) -> String {
        let wall = minute.map(|minute| self.calendar.wall_clock(minute));
        wall.map_or_else(String::new, |wall| {
            wall.strftime("%Y-%m-%dT%H:%M").to_string()
        })
    }
}

/// The word for a status, and whether the time of fulfilment stands beside it.
fn status(status: Status) -> (&'static str, bool) {
    match status {
        Status::OnTime { .. } => ("ontime", true),
        Status::Late => ("late", true),
        Status::Void => ("void", false),
        Status::Explained => ("explained", false),
        Status::Missed | Status::Overdue => ("overdue", false),
        Status::Scheduled | Status::DueSoon | Status::Open => ("open", false),
        Status::Unsettled => ("unsettled", true),
    }
}

/// Derives all pathways again and again for about two seconds. Time is taken for a hundred pathways at once, and of each
/// hundred the middle round counts, so that a pause of the machine is no part of the figure.
fn time(
    engine: &mut Engine<'_>,
    pathways: &[Pathway],
    agreement: &Agreement,
    now: Minute,
) -> String {
    let mut derivation = Derivation::default();
    let mut slices: Vec<Vec<Duration>> = vec![Vec::new(); pathways.len().div_ceil(SLICE)];
    let (mut rounds, mut duties) = (0, 0);
    let begun = Instant::now();
    while rounds < 3 || (begun.elapsed() < Duration::from_secs(2) && rounds < 1000) {
        rounds += 1;
        duties = 0;
        for (slice, times) in pathways.chunks(SLICE).zip(&mut slices) {
            let slice_begun = Instant::now();
            for pathway in slice {
                engine.derive_into(&pathway.journal, agreement, now, &mut derivation);
                duties += derivation.duties.len();
            }
            times.push(slice_begun.elapsed());
        }
    }
    let middle = |times: &mut Vec<Duration>| {
        times.sort();
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    let total: Duration = slices.iter_mut().map(middle).sum();
    let count = u32::try_from(pathways.len()).unwrap_or(u32::MAX);
    let per_second = f64::from(count) / total.as_secs_f64().max(f64::MIN_POSITIVE);
    format!("derivation alone: {per_second:.0} pathways/s, {duties} duties, {rounds} rounds")
}

fn compare(lines: &str, expected: &str) -> anyhow::Result<()> {
    let mut pairs = lines.lines().zip(expected.lines());
    if let Some((line, expected)) = pairs.find(|(line, expected)| line != expected) {
        bail!("not as expected:\n got  {line}\n want {expected}");
    }
    if lines.lines().count() != expected.lines().count() {
        bail!(
            "{} lines where {} were expected",
            lines.lines().count(),
            expected.lines().count()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bench(file: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../bench")
            .join(file)
    }

    fn arguments(facts: PathBuf, out: &str, expect: &str) -> RunArguments {
        RunArguments {
            rules: vec![bench("twelve-duties.toml")],
            facts,
            as_of: "2026-06-30T12:00".parse().unwrap(),
            out: std::env::temp_dir().join(format!("traad-{}-{out}", std::process::id())),
            timing: false,
            expect: Some(bench(expect)),
        }
    }

    #[test]
    fn the_kept_sample() {
        let right = arguments(
            bench("sample.jsonl"),
            "right.txt",
            "sample-as-of-2026-06-30.txt",
        );
        assert_eq!(run(&right).unwrap(), "60 pathways\nas expected");
        let wrong = arguments(
            bench("sample.jsonl"),
            "wrong.txt",
            "sample-as-of-2022-09-15.txt",
        );
        assert!(
            run(&wrong)
                .unwrap_err()
                .to_string()
                .starts_with("not as expected")
        );
        fs::remove_file(right.out).unwrap();
        fs::remove_file(wrong.out).unwrap();
    }

    #[test]
    fn a_wrong_line_is_named() {
        let rulebook = compile(
            &read_rules(&[bench("twelve-duties.toml")]).unwrap(),
            Demand::Engine,
        )
        .unwrap();
        let check = |line: &str, right: &str| {
            let text = format!("{{\"id\": \"p1\", \"events\": []}}\n{line}");
            let wrong = pathways(
                &rulebook,
                &Calendar::naive(&[]),
                Path::new("f.jsonl"),
                &text,
            )
            .err()
            .unwrap();
            let wrong = format!("{wrong:#}");
            assert!(
                wrong.starts_with("f.jsonl, line 2: ") && wrong.contains(right),
                "{wrong}"
            );
        };
        check("{", "not JSON");
        check("{\"id\": 3}", "`id` is lacking");
        check(
            "{\"id\": \"p\", \"events\": [{\"type\": \"birth\"}]}",
            "event 1: `at` is lacking",
        );
        let event = |more: &str| {
            format!(
                "{{\"id\": \"p\", \"events\": [{{\"type\": \"pathway-opened\", \"seq\": 1, {more}}}]}}"
            )
        };
        check(
            &event("\"at\": \"i dag\""),
            "`at` is `i dag`; write 2026-06-30T12:00",
        );
        check(
            &event("\"at\": \"2026-06-30T12:00\", \"actor\": []"),
            "attribute `actor` holds several values",
        );
        check(
            &event("\"at\": \"2026-06-30T12:00\", \"lmp\": \"uge 3\""),
            "`uge 3` is not a date",
        );
    }

    /// Every rule says what people need, and every recommendation has rules or a reason.
    #[test]
    fn the_rulebook_of_this_release() {
        let rules = vec![bench("../rulebook")];
        let said = check(&CheckArguments { rules }).unwrap();
        assert!(said.contains("nothing wrong\n"), "{said}");
        assert!(said.ends_with("each with rules or a reason"), "{said}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let wrong = check(&CheckArguments {
            rules: vec![PathBuf::from("no/such.toml")],
        })
        .unwrap_err();
        assert_eq!(wrong.to_string(), "`no/such.toml` cannot be read");
    }
}
