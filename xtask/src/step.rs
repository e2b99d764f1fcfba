// SPDX-License-Identifier: EUPL-1.2
//! Running the steps of a task: what each took, and what the tests among them
//! counted. A failing step does not hide the ones after it.

use std::fmt;
use std::io::{BufRead as _, BufReader};
use std::ops::AddAssign;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Counts {
    /// An error when something failed or nothing ran at all.
    pub(crate) fn into_result(self) -> Result<()> {
        match self {
            Self { failed: 0, passed } if passed > 0 => Ok(()),
            Self { failed: 0, .. } => bail!("no test ran"),
            Self { failed, .. } => bail!("{failed} failed"),
        }
    }

    /// Reads one line of output: `cargo test`'s closing line of a test binary, or
    /// the plain closing line of our own scripts.
    pub(crate) fn of_line(line: &str) -> Option<Self> {
        let line = line.trim();
        let body = match line.strip_prefix("test result: ") {
            Some(rest) => rest.split_once(". ")?.1,
            None => line,
        };
        let mut parts = body.split([',', ';']).map(str::trim);
        let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
        let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
        Some(Self { passed, failed })
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The steps taken so far.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    counts: Counts,
    failures: Vec<String>,
}

impl Steps {
    /// Takes a step that counts no tests. If it fails, it counts as one failure.
    pub(crate) fn take(&mut self, name: &str, step: impl FnOnce() -> Result<()>) -> bool {
        self.count(name, || step().map(|()| Counts::default()))
    }

    /// Takes a step that counts tests.
    pub(crate) fn count(&mut self, name: &str, step: impl FnOnce() -> Result<Counts>) -> bool {
        println!("== {name}");
        let started = Instant::now();
        let outcome = step();
        let seconds = started.elapsed().as_secs_f64();
        match outcome {
            Ok(counts) if counts.failed == 0 => {
                self.counts += counts;
                println!("== {name}: ok, {seconds:.1} s");
                true
            }
            Ok(counts) => {
                self.counts += counts;
                self.fail(name, seconds, &counts.to_string())
            }
            Err(error) => {
                self.counts.failed += 1;
                self.fail(name, seconds, &format!("{error:#}"))
            }
        }
    }

    fn fail(&mut self, name: &str, seconds: f64, why: &str) -> bool {
        println!("== {name}: FAILED, {seconds:.1} s: {why}");
        self.failures.push(format!("{name}: {why}"));
        false
    }

    /// Says what failed; the last line printed is the sum of the tests.
    pub(crate) fn close(self) -> Result<()> {
        for failure in &self.failures {
            println!("failed: {failure}");
        }
        println!("{}", self.counts);
        match self.failures.len() {
            0 => self.counts.into_result(),
            1 => bail!("1 step failed"),
            many => bail!("{many} steps failed"),
        }
    }
}

/// Runs a command to its end; an error says which command it was.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command
        .status()
        .with_context(|| format!("cannot start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// Runs a command whose output is shown as it comes and whose closing lines are
/// added up.
pub(crate) fn run_and_count(command: &mut Command) -> Result<Counts> {
    let shown = shown(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{shown}`"))?;
    let output = child.stdout.take().context("the output is gone")?;
    let mut counts = Counts::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        counts += Counts::of_line(&line).unwrap_or_default();
    }
    let status = child.wait()?;
    if !status.success() && counts.failed == 0 {
        bail!("`{shown}` ended with {status}");
    }
    Ok(counts)
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted_and_other_lines_are_not() {
        let count = |line| Counts::of_line(line).map(|c| (c.passed, c.failed));
        let cargo = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out";
        assert_eq!(count(cargo), Some((12, 0)));
        let failing = "test result: FAILED. 1 passed; 2 failed; 0 ignored";
        assert_eq!(count(failing), Some((1, 2)));
        assert_eq!(count("7 passed, 1 failed"), Some((7, 1)));
        assert_eq!(count("test a_line_that_passed ... ok"), None);
        assert_eq!(count("all 7 passed, 1 failed"), None);
    }

    #[test]
    fn a_run_without_tests_is_no_success() {
        assert!(Counts::default().into_result().is_err());
    }

    #[test]
    fn a_command_that_fails_before_any_test_is_an_error() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo '2 passed, 0 failed'; exit 3"]);
        assert!(run_and_count(&mut command).is_err());
    }

    #[test]
    fn steps_add_up_and_a_failing_step_counts() {
        let mut steps = Steps::default();
        let two = Counts {
            passed: 2,
            failed: 0,
        };
        assert!(steps.count("two", || Ok(two)));
        assert!(!steps.take("broken", || bail!("broken")));
        assert_eq!((steps.counts.passed, steps.counts.failed), (2, 1));
        assert!(steps.close().is_err());
    }
}
