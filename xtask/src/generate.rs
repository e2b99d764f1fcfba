// SPDX-License-Identifier: EUPL-1.2
//! Files that are made from other files, and the check that they are up to date.

mod coverage;

use anyhow::{Context as _, Result};

use crate::{root, tidy};

/// A generated file and what it must hold.
struct Generated {
    path: &'static str,
    text: String,
}

fn all() -> Result<Vec<Generated>> {
    let files = tidy::project_files()?;
    Ok(vec![Generated {
        path: coverage::PATH,
        text: coverage::page(&files)?,
    }])
}

/// Writes the files that are not up to date and says which those were.
pub(crate) fn write() -> Result<Vec<String>> {
    let root = root()?;
    let mut written = Vec::new();
    for generated in all()? {
        let path = root.join(generated.path);
        if std::fs::read_to_string(&path).is_ok_and(|text| text == generated.text) {
            continue;
        }
        std::fs::write(&path, generated.text)
            .with_context(|| format!("writing {}", path.display()))?;
        written.push(generated.path.to_owned());
    }
    Ok(written)
}

/// One line for each file that is not what it would be if written now.
pub(crate) fn stale() -> Result<Vec<String>> {
    let root = root()?;
    let mut findings = Vec::new();
    for generated in all()? {
        let current = std::fs::read_to_string(root.join(generated.path)).unwrap_or_default();
        if current != generated.text {
            findings.push(format!(
                "{}:1: out of date: run `cargo xtask generate`",
                generated.path
            ));
        }
    }
    Ok(findings)
}
