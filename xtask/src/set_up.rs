// SPDX-License-Identifier: EUPL-1.2
//! Installs what is not there: system packages by apt, browser packages by npm.
//!
//! Doing it twice does nothing the second time. Without the right to install,
//! it says what to install instead of trying.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::root;
use crate::step;

/// What the machine is to be made ready for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Building and starting the program.
    Demo,
    /// That, and every test.
    Tests,
}

/// The pages' design system, built into the program.
const PAGES: &str = "crates/web/ui";

/// What drives the browser in tests.
const BROWSER_TESTS: &str = "tests/browser";

/// The oldest `PostgreSQL` the store is tested on.
const OLDEST_POSTGRESQL: u32 = 15;

/// Makes the machine ready.
pub(crate) fn run(purpose: For) -> Result<()> {
    if find_program("npm").is_none() {
        bail!("npm is not installed: install Node.js 20 or newer, then run this again");
    }
    npm_packages(PAGES)?;
    static_files()?;
    if purpose == For::Demo {
        return Ok(());
    }
    npm_packages(BROWSER_TESTS)?;
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.push("chromium".to_owned());
    }
    if !has_postgresql(Path::new("/usr/lib/postgresql")) {
        missing.push(postgresql_package());
    }
    system_packages(&missing)
}

/// Where Chromium stands, if it is installed.
pub(crate) fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find_map(find_program)
}

fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

fn has_postgresql(installed: &Path) -> bool {
    std::fs::read_dir(installed)
        .into_iter()
        .flatten()
        .flatten()
        .any(|entry| {
            let version = entry.file_name().to_str().and_then(|v| v.parse().ok());
            version.is_some_and(|version: u32| version >= OLDEST_POSTGRESQL)
                && entry.path().join("bin/initdb").exists()
        })
}

/// Debian keeps one version per release; where 15 is not it, the release's own.
fn postgresql_package() -> String {
    let oldest = format!("postgresql-{OLDEST_POSTGRESQL}");
    let known = Command::new("apt-cache")
        .args(["show", &oldest])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match known {
        Ok(status) if status.success() => oldest,
        _ => "postgresql".to_owned(),
    }
}

fn system_packages(missing: &[String]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    let by_hand = format!("apt-get install --no-install-recommends {names}");
    if find_program("apt-get").is_none() {
        bail!("these are not installed, and there is no apt-get to install them: {names}");
    }
    let Some(mut prefix) = administrator()? else {
        bail!("these are not installed: {names}. As administrator, run `{by_hand}`");
    };
    println!("installing {names}");
    prefix.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"].map(ToOwned::to_owned));
    let apt = |arguments: &[&str]| -> Result<()> {
        let (program, rest) = prefix.split_first().context("no program to run")?;
        step::run(Command::new(program).args(rest).args(arguments))
    };
    apt(&["update", "-q"])?;
    let mut arguments = vec!["install", "-qy", "--no-install-recommends"];
    arguments.extend(missing.iter().map(String::as_str));
    apt(&arguments).with_context(|| format!("by hand: `{by_hand}`"))
}

/// The words to put before a command that needs an administrator: none for root,
/// `sudo` where it asks no password, and nothing at all where neither is so.
fn administrator() -> Result<Option<Vec<String>>> {
    use std::os::unix::fs::MetadataExt as _;
    let own = std::fs::metadata("/proc/self").context("reading /proc/self")?;
    if own.uid() == 0 {
        return Ok(Some(Vec::new()));
    }
    let sudo = Command::new("sudo")
        .args(["-n", "true"])
        .stderr(Stdio::null())
        .status();
    Ok(sudo
        .is_ok_and(|status| status.success())
        .then(|| vec!["sudo".to_owned(), "-n".to_owned()]))
}

/// Installs by lock file, unless just that lock file was installed before.
fn npm_packages(folder: &str) -> Result<()> {
    let folder = root()?.join(folder);
    let lock_file = folder.join("package-lock.json");
    let lock = std::fs::read_to_string(&lock_file)
        .with_context(|| format!("reading {}", lock_file.display()))?;
    let stamp = folder.join("node_modules/.installed-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("installing npm packages in {}", folder.display());
    step::run(
        Command::new("npm")
            .args(["ci", "--no-fund", "--no-audit", "--ignore-scripts"])
            .current_dir(&folder),
    )?;
    std::fs::write(&stamp, lock).with_context(|| format!("writing {}", stamp.display()))
}

/// Assembles the files that are built into the program, when what they are made
/// from has changed. Leaving them alone otherwise saves compiling them again.
fn static_files() -> Result<()> {
    let folder = root()?.join(PAGES);
    let mut sources = vec![folder.join("package-lock.json"), folder.join("build.mjs")];
    for entry in std::fs::read_dir(folder.join("src")).context("reading the pages' own files")? {
        sources.push(entry?.path());
    }
    sources.sort();
    let mut made_from = Vec::new();
    for source in &sources {
        made_from.extend_from_slice(source.as_os_str().as_encoded_bytes());
        let content = std::fs::read(source);
        made_from.extend(content.with_context(|| format!("reading {}", source.display()))?);
    }
    let stamp = folder.join("node_modules/.static-files-made-from");
    let unchanged = std::fs::read(&stamp).is_ok_and(|before| before == made_from);
    if unchanged && folder.join("dist").is_dir() {
        return Ok(());
    }
    step::run(Command::new("node").arg("build.mjs").current_dir(&folder))?;
    std::fs::write(&stamp, made_from).with_context(|| format!("writing {}", stamp.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_folder_has_no_postgresql() {
        assert!(!has_postgresql(Path::new("/nonexistent")));
    }

    #[test]
    fn nothing_missing_asks_for_no_rights() {
        assert!(system_packages(&[]).is_ok());
    }

    #[test]
    fn programs_are_found_on_the_path() {
        assert!(find_program("sh").is_some());
        assert!(find_program("no-such-program-here").is_none());
    }
}
