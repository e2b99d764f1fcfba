// SPDX-License-Identifier: EUPL-1.2
//! `traad backup`, `restore` and `erasures`: a copy of everything, encrypted to keys that are not here, and the way back.
//!
//! What was erased after a back-up was taken must be gone before anybody reads what it gives, so restoring asks for the
//! ledger of erasures, and the new database opens for nobody until they are carried out again and all of it verifies.

use crate::place::{Place, app_at, app_on, settings};
use crate::sealed::{Recipients, seal, spoiled, unseal};
use anyhow::{Context as _, bail, ensure};
use clap::Args;
use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::path::PathBuf;
use traad_app::App;
use traad_store::{CopyError, Create, Erased, Erasure, Location, Store};

/// `traad backup` and `traad erasures`.
#[derive(Debug, Args)]
pub(crate) struct SealArguments {
    #[command(flatten)]
    place: Place,
    /// The file to write; there must be none of that name.
    #[arg(long)]
    to: PathBuf,
    #[command(flatten)]
    recipients: Recipients,
}

/// `traad restore`.
#[derive(Debug, Args)]
pub(crate) struct RestoreArguments {
    /// The back-up.
    #[arg(long)]
    from: PathBuf,
    /// The file with the secret key that opens it.
    #[arg(long)]
    identity: PathBuf,
    /// The new database: a file that is not there, or the address of an empty PostgreSQL database.
    #[arg(long)]
    database: String,
    #[command(flatten)]
    ledger: LedgerArguments,
}

/// Where to read what was erased since.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct LedgerArguments {
    /// The newest file of `traad erasures`, which the same key opens.
    #[arg(long, value_name = "FILE")]
    erasures: Option<PathBuf>,
    /// The database that was in use, when it can still be read.
    #[arg(long, value_name = "DATABASE")]
    erasures_from: Option<String>,
    /// Nothing was erased since the back-up was taken, or nobody knows what.
    #[arg(long)]
    without_erasures: bool,
}

/// Writes a back-up while the server runs.
pub(crate) fn backup(arguments: &SealArguments) -> anyhow::Result<String> {
    let app = arguments.place.app(Create::Never)?;
    let copied = seal(&arguments.to, &arguments.recipients, |out| {
        Ok(app.store().copy_out(out)?)
    })?;
    let size = std::fs::metadata(&arguments.to)?.len();
    Ok(format!(
        "backed up {} rows of schema {} in {size} bytes to `{}`",
        copied.rows,
        copied.schema,
        arguments.to.display()
    ))
}

/// Writes the ledger of erasures.
pub(crate) fn erasures(arguments: &SealArguments) -> anyhow::Result<String> {
    let app = arguments.place.app(Create::Never)?;
    let ledger = app.erasures()?;
    seal(&arguments.to, &arguments.recipients, |out| {
        write_ledger(&ledger, out)
    })?;
    Ok(format!(
        "wrote {} erasures to `{}`",
        ledger.len(),
        arguments.to.display()
    ))
}

/// Makes a new database of a back-up.
pub(crate) fn restore(arguments: &RestoreArguments) -> anyhow::Result<String> {
    let mut input = unseal(&arguments.from, &arguments.identity)?;
    let ledger = arguments.ledger()?;
    let location = Location::parse(&arguments.database);
    let (store, copied) = match Store::copy_in(&location, &settings(Create::IfMissing), &mut input)
    {
        Err(error @ (CopyError::Io(_) | CopyError::Damaged { .. })) => {
            return Err(error).with_context(|| spoiled(&arguments.from));
        }
        outcome => outcome?,
    };
    to_the_end(&mut input).with_context(|| spoiled(&arguments.from))?;
    let app = app_on(store)?;
    let again = app.erase_again(&ledger)?;
    let sound = verify(&app)
        .context("what was restored does not verify and opens for nobody: take another back-up")?;
    app.store().finish_restore()?;
    Ok(format!(
        "restored {} rows; {sound}; erasures: {} carried out again, {} were in the back-up, {} of what came after it",
        copied.rows, again.gone, again.gone_before, again.absent
    ))
}

fn verify(app: &App) -> anyhow::Result<String> {
    let report = app.verify(None)?;
    if let Some(problem) = report.problems.first() {
        bail!("{} problem(s), the first: {problem}", report.problems.len());
    }
    Ok(format!(
        "sound: {} pathways, {} entries, {} log lines",
        report.journals, report.entries, report.log_lines
    ))
}

/// Nothing may follow the last line, and the end must be the one that was written.
fn to_the_end(input: &mut impl BufRead) -> anyhow::Result<()> {
    let more = std::io::copy(input, &mut std::io::sink())?;
    ensure!(more == 0, "{more} bytes too many");
    Ok(())
}

impl RestoreArguments {
    fn ledger(&self) -> anyhow::Result<Vec<Erased>> {
        if let Some(file) = &self.ledger.erasures {
            let mut input = unseal(file, &self.identity)?;
            return read_ledger(&mut input).with_context(|| spoiled(file));
        }
        match &self.ledger.erasures_from {
            Some(database) => Ok(app_at(database, Create::Never)?.erasures()?),
            None => Ok(Vec::new()),
        }
    }
}

fn write_ledger(ledger: &[Erased], out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "{}", json!({ "traad": "erasures", "form": 1 }))?;
    for Erased { erasure, said } in ledger {
        let line = json!({
            "pathway": erasure.pathway,
            "entry": erasure.entry,
            "erased_by": erasure.erased_by,
            "recorded": erasure.recorded_ms,
            "said": said,
        });
        writeln!(out, "{line}")?;
    }
    writeln!(out, "{}", json!({ "end": ledger.len() }))?;
    Ok(())
}

fn read_ledger(input: &mut impl BufRead) -> anyhow::Result<Vec<Erased>> {
    let mut ledger = Vec::new();
    let mut lines = input.lines();
    let first: Value = serde_json::from_str(&lines.next().context("it is empty")??)?;
    ensure!(
        first.get("traad").and_then(Value::as_str) == Some("erasures"),
        "it is no ledger of erasures"
    );
    for line in lines {
        let line: Value = serde_json::from_str(&line?)?;
        if let Some(end) = line.get("end").and_then(Value::as_u64) {
            ensure!(end == ledger.len() as u64, "erasures are missing");
            return Ok(ledger);
        }
        let text = |key: &str| {
            let text = line.get(key).and_then(Value::as_str).map(str::to_owned);
            text.with_context(|| format!("an erasure without `{key}`"))
        };
        let recorded = line.get("recorded").and_then(Value::as_i64);
        ledger.push(Erased {
            erasure: Erasure {
                pathway: text("pathway")?,
                entry: text("entry")?,
                erased_by: text("erased_by")?,
                recorded_ms: recorded.context("an erasure without `recorded`")?,
            },
            said: text("said")?,
        });
    }
    bail!("it has no end")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn erased(entry: &str) -> Erased {
        Erased {
            erasure: Erasure {
                pathway: "p".into(),
                entry: entry.into(),
                erased_by: "e9".into(),
                recorded_ms: 5,
            },
            said: "{\"text\":\"æ\\n\"}".into(),
        }
    }

    #[test]
    fn a_ledger_is_read_as_it_was_written_and_a_missing_line_is_seen() {
        let ledger = [erased("e1"), erased("e2")];
        let mut bytes = Vec::new();
        write_ledger(&ledger, &mut bytes).unwrap();
        assert_eq!(read_ledger(&mut bytes.as_slice()).unwrap(), ledger);
        let text = String::from_utf8(bytes).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for missing in 0..lines.len() {
            let mut cut = lines.clone();
            cut.remove(missing);
            assert!(read_ledger(&mut cut.join("\n").as_bytes()).is_err());
        }
    }
}
