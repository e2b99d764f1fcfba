// SPDX-License-Identifier: EUPL-1.2
//! `traad verify` and `traad rebuild`.

use crate::place::Place;
use anyhow::{Context, bail};
use clap::Args;
use std::fmt::Write as _;
use std::path::PathBuf;
use traad_store::{Anchor, Create};

/// `traad verify`.
#[derive(Debug, Args)]
pub(crate) struct VerifyArguments {
    #[command(flatten)]
    place: Place,
    /// Compare with an anchor written out earlier.
    #[arg(long)]
    anchor: Option<PathBuf>,
    /// Write the anchor of today to a file, to be kept elsewhere.
    #[arg(long)]
    write_anchor: Option<PathBuf>,
}

/// Shows that nothing stored was changed or taken away; fails when something was.
pub(crate) fn verify(arguments: &VerifyArguments) -> anyhow::Result<String> {
    let app = arguments.place.app(Create::Never)?;
    let anchor = match &arguments.anchor {
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("cannot read the anchor `{}`", path.display()))?;
            Some(
                Anchor::parse(&text)
                    .with_context(|| format!("`{}` is no anchor", path.display()))?,
            )
        }
        None => None,
    };
    let report = app.verify(anchor.as_ref())?;
    if !report.is_sound() {
        let mut lines = String::new();
        for problem in &report.problems {
            // Writing to a String cannot fail.
            let _ = write!(lines, "\n  {problem}");
        }
        bail!("{} problem(s) found:{lines}", report.problems.len());
    }
    if let Some(path) = &arguments.write_anchor {
        let anchor = app.store().anchor()?;
        std::fs::write(path, anchor.to_text())
            .with_context(|| format!("cannot write the anchor to `{}`", path.display()))?;
    }
    let with = if anchor.is_some() {
        "with the anchor"
    } else {
        "without an anchor: a cut tail would not show"
    };
    Ok(format!(
        "sound: {} pathways, {} entries, {} log lines, {with}",
        report.journals, report.entries, report.log_lines
    ))
}

/// Makes every projection again from the entries alone.
pub(crate) fn rebuild(place: &Place) -> anyhow::Result<String> {
    let count = place.app(Create::Never)?.rebuild()?;
    Ok(format!("rebuilt {count} pathways"))
}
