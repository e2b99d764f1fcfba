// SPDX-License-Identifier: EUPL-1.2
//! A PostgreSQL cluster for one test process, and a fresh database for each test.
//!
//! The cluster listens on a socket in its own folder and on no port, so that runs
//! never meet. A shell beside it waits for the test process to end, however it
//! ends, and then stops the server and removes the folder. The server runs as the
//! user `postgres` when the tests run as root, because PostgreSQL refuses root.
//! Durability is off: these tests are about SQL, not about power cuts.

mod pair;

pub use pair::Pair;

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use anyhow::{Context as _, Result, anyhow, bail};
use postgres::{Client, NoTls};

/// The oldest PostgreSQL that Tråd supports.
const OLDEST: u32 = 15;

const SUPERUSER: &str = "traad";

/// Runs as the owner of the cluster. `$1` is the folder of PostgreSQL's programs.
/// Standard input stays open for as long as the test process lives.
const KEEPER: &str = r#"
set -eu
trap '' INT TERM
bin=$1
dir=$(mktemp -d "${TMPDIR:-/tmp}/traad-pg-XXXXXX")
remove() { "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$dir"; }
trap remove EXIT
"$bin/initdb" -D "$dir/data" -U "$2" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/log" 2>&1 ||
  { cat "$dir/log" >&2; exit 1; }
"$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 -s start -o "-k $dir -c listen_addresses= -c fsync=off \
  -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB" >&2 ||
  { cat "$dir/log" >&2; exit 1; }
echo "$dir"
cat >/dev/null
"#;

/// A database of its own for one test; it lives as long as the cluster does.
#[derive(Debug, Clone)]
pub struct TestDatabase {
    name: String,
    url: String,
}

impl TestDatabase {
    /// The address to connect to, as `postgres:///name?host=…&user=…`.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// Makes an empty database.
///
/// # Errors
/// When PostgreSQL is not installed or does not start. The message says what to do.
pub fn empty_database() -> Result<TestDatabase> {
    let cluster = cluster()?;
    cluster.create("template0")
}

/// Makes a database that is a copy of the template called `template`. The first
/// call in a process makes the template by running `prepare` (migrations, usually)
/// on its address; copying is far faster than migrating again.
///
/// # Errors
/// When PostgreSQL is not installed or does not start, or `prepare` fails.
pub fn database_from(
    template: &str,
    prepare: impl FnOnce(&str) -> Result<()>,
) -> Result<TestDatabase> {
    let cluster = cluster()?;
    let mut templates = cluster
        .templates
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    let source = if let Some(known) = templates.get(template) {
        known.clone()
    } else {
        let made = cluster.create("template0")?;
        prepare(&made.url).with_context(|| format!("preparing the template `{template}`"))?;
        templates.insert(template.to_owned(), made.name.clone());
        made.name
    };
    // The lock is kept while copying: PostgreSQL refuses to copy a database that
    // somebody is connected to, and `prepare` above is the only one who connects.
    cluster.create(&source)
}

struct Cluster {
    folder: PathBuf,
    next: AtomicU32,
    templates: Mutex<BTreeMap<String, String>>,
    // Held open: closing it tells the keeper to stop the server.
    _lifeline: ChildStdin,
}

impl Cluster {
    fn url(&self, database: &str) -> String {
        format!(
            "postgres:///{database}?host={}&user={SUPERUSER}",
            self.folder.display()
        )
    }

    fn create(&self, template: &str) -> Result<TestDatabase> {
        let name = format!("test{}", self.next.fetch_add(1, Ordering::Relaxed));
        let mut client = Client::connect(&self.url("postgres"), NoTls)
            .context("connecting to the test cluster")?;
        client
            .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
            .with_context(|| format!("creating the database `{name}`"))?;
        let url = self.url(&name);
        Ok(TestDatabase { name, url })
    }
}

fn cluster() -> Result<&'static Cluster> {
    static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
    CLUSTER
        .get_or_init(|| start(Path::new("/usr/lib/postgresql")).map_err(|e| format!("{e:#}")))
        .as_ref()
        .map_err(|problem| anyhow!("{problem}"))
}

fn start(installed: &Path) -> Result<Cluster> {
    let (lifeline, mut output) = keeper_of(installed, KEEPER)?;
    let mut line = String::new();
    output.read_line(&mut line)?;
    if line.trim().is_empty() {
        bail!("PostgreSQL for tests did not start; its own words stand above");
    }
    Ok(Cluster {
        folder: PathBuf::from(line.trim()),
        next: AtomicU32::new(1),
        templates: Mutex::new(BTreeMap::new()),
        _lifeline: lifeline,
    })
}

/// A shell that keeps clusters for as long as its input is open.
fn keeper(script: &str) -> Result<(ChildStdin, BufReader<ChildStdout>)> {
    keeper_of(Path::new("/usr/lib/postgresql"), script)
}

fn keeper_of(installed: &Path, script: &str) -> Result<(ChildStdin, BufReader<ChildStdout>)> {
    let programs = programs(installed)?;
    let mut command = if is_root()? {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--", "sh"]);
        command
    } else {
        Command::new("sh")
    };
    let mut keeper = command
        .args(["-c", script, "keeper"])
        .arg(&programs)
        .arg(SUPERUSER)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting PostgreSQL for tests")?;
    let lifeline = keeper.stdin.take().context("the keeper has no input")?;
    let output = keeper.stdout.take().context("the keeper has no output")?;
    Ok((lifeline, BufReader::new(output)))
}

/// The folder with `initdb` and `pg_ctl` of the oldest installed version that is
/// new enough, since that is the version the product promises to run on.
fn programs(installed: &Path) -> Result<PathBuf> {
    let mut versions: Vec<u32> = std::fs::read_dir(installed)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter(|version| *version >= OLDEST)
        .collect();
    versions.sort_unstable();
    versions
        .into_iter()
        .map(|version| installed.join(version.to_string()).join("bin"))
        .find(|bin| bin.join("initdb").exists())
        .with_context(|| {
            format!(
                "PostgreSQL {OLDEST} or newer is not installed under {}: \
                 run `cargo xtask set-up`, or `apt-get install postgresql-{OLDEST}`",
                installed.display()
            )
        })
}

fn is_root() -> Result<bool> {
    let process = std::fs::metadata("/proc/self").context("reading /proc/self")?;
    Ok(process.uid() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_a_template_start_equal_and_stay_apart() {
        let prepare = |url: &str| -> Result<()> {
            let mut client = Client::connect(url, NoTls)?;
            client.batch_execute("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('æ')")?;
            Ok(())
        };
        let first = database_from("two-copies", prepare).unwrap();
        let second = database_from("two-copies", |_| bail!("prepared twice")).unwrap();
        let count = |url: &str| -> i64 {
            let mut client = Client::connect(url, NoTls).unwrap();
            client
                .query_one("SELECT count(*) FROM t", &[])
                .unwrap()
                .get(0)
        };
        Client::connect(first.url(), NoTls)
            .unwrap()
            .batch_execute("INSERT INTO t VALUES ('ø')")
            .unwrap();
        assert_eq!((count(first.url()), count(second.url())), (2, 1));
    }

    #[test]
    fn an_empty_database_has_no_tables() {
        let database = empty_database().unwrap();
        let mut client = Client::connect(database.url(), NoTls).unwrap();
        let row = client
            .query_one(
                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'",
                &[],
            )
            .unwrap();
        assert_eq!(row.get::<_, i64>(0), 0);
    }

    #[test]
    fn a_missing_postgresql_is_an_error_that_says_what_to_do() {
        let problem = start(Path::new("/nonexistent")).err().unwrap().to_string();
        assert!(problem.contains("cargo xtask set-up"), "{problem}");
    }
}
