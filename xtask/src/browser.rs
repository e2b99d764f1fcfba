// SPDX-License-Identifier: EUPL-1.2
//! Walks through the program in a real browser: `traad demo` on a free loopback
//! port with its data in a folder of its own, and the scripts of `tests/browser`.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result};

use crate::step::{self, Counts};
use crate::{metadata, root, set_up};

/// Runs all walks; screenshots go to `target/screenshots`.
pub(crate) fn run() -> Result<Counts> {
    let chromium =
        set_up::chromium().context("Chromium is not installed: run `cargo xtask set-up`")?;
    let target = metadata::target_folder()?;
    let screenshots = target.join("screenshots");
    std::fs::create_dir_all(&screenshots)?;
    let demo = Demo::start(&target)?;
    step::run_and_count(
        Command::new("node")
            .arg("run.mjs")
            .args(["--address", &demo.address])
            .arg("--program")
            .arg(&demo.program)
            .arg("--database")
            .arg(&demo.database)
            .arg("--screenshots")
            .arg(&screenshots)
            .arg("--chromium")
            .arg(&chromium)
            .current_dir(root()?.join("tests/browser")),
    )
}

/// A running demonstration; dropping it stops it.
struct Demo {
    process: Child,
    address: String,
    program: PathBuf,
    database: PathBuf,
}

impl Demo {
    fn start(target: &Path) -> Result<Self> {
        let data = target.join("browser-demo");
        if data.exists() {
            std::fs::remove_dir_all(&data)?;
        }
        std::fs::create_dir_all(&data)?;
        let program = target.join("debug/traad");
        let database = data.join("traad.db");
        let mut process = Command::new(&program)
            .args(["demo", "--listen", "127.0.0.1:0", "--database"])
            .arg(&database)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let output = process.stdout.take().context("the output is gone")?;
        let mut demo = Self {
            process,
            address: String::new(),
            program,
            database,
        };
        let mut lines = BufReader::new(output).lines();
        for line in lines.by_ref() {
            if let Some(address) = address_in(&line?) {
                demo.address = address;
                break;
            }
        }
        if demo.address.is_empty() {
            anyhow::bail!("`traad demo` ended without printing an address");
        }
        // Whatever it prints later must not stop it by filling the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(demo)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The first address in a line, without what follows the port.
fn address_in(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("http://")?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || ".:-[]".contains(c)));
    let host = rest.get(..end.unwrap_or(rest.len()))?;
    Some(format!("http://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_the_first_line_that_has_one() {
        let found = |line| address_in(line);
        let expected = Some("http://127.0.0.1:8080".to_owned());
        assert_eq!(found("Tråd svarer på http://127.0.0.1:8080/"), expected);
        assert_eq!(found("open http://127.0.0.1:8080 now"), expected);
        assert_eq!(found("starting"), None);
    }
}
