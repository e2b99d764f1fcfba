// SPDX-License-Identifier: EUPL-1.2
//! A PostgreSQL with a standby that has all it has acknowledged, and the failing of the first.
//!
//! Both belong to one test and go when it ends. Nothing is flushed to the disk: it is about who takes over, not power.

use super::{SUPERUSER, keeper};
use anyhow::{Result, ensure};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{ChildStdin, ChildStdout};

/// Runs as the owner of the clusters. Told `fail`, it ends the first at once and promotes the second.
const KEEPER: &str = r#"
set -eu
trap '' INT TERM
bin=$1
dir=$(mktemp -d "${TMPDIR:-/tmp}/traad-pg-XXXXXX")
mkdir "$dir/a" "$dir/b"
remove() {
  for one in a b; do "$bin/pg_ctl" -D "$dir/$one/data" -m immediate stop >/dev/null 2>&1 || true; done
  rm -rf "$dir"
}
trap remove EXIT
start() {
  "$bin/pg_ctl" -D "$dir/$1/data" -l "$dir/log" -w -t 60 -s start -o "-k $dir/$1 -c listen_addresses= -c fsync=off \
    -c max_connections=50 -c shared_buffers=32MB" >&2 || { cat "$dir/log" >&2; exit 1; }
}
"$bin/initdb" -D "$dir/a/data" -U "$2" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/log" 2>&1 ||
  { cat "$dir/log" >&2; exit 1; }
start a
"$bin/pg_basebackup" -h "$dir/a" -U "$2" -D "$dir/b/data" -R -X stream -c fast --no-sync >&2
start b
# Only now: before there is a standby nobody could answer for it.
"$bin/psql" -h "$dir/a" -U "$2" -d postgres -qAt -c "ALTER SYSTEM SET synchronous_standby_names = '*'" \
  -c "SELECT pg_reload_conf()" >/dev/null
echo "$dir"
while read -r order; do
  "$bin/pg_ctl" -D "$dir/a/data" -m immediate -s stop >&2
  "$bin/pg_ctl" -D "$dir/b/data" -w -t 60 -s promote >&2
  echo "$order"
done
"#;

/// A first and a standby.
#[derive(Debug)]
pub struct Pair {
    folder: String,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Pair {
    /// Starts both.
    ///
    /// # Errors
    /// When PostgreSQL is not installed or does not start. The message says what to do.
    pub fn start() -> Result<Self> {
        let (orders, mut answers) = keeper(KEEPER)?;
        let mut folder = String::new();
        answers.read_line(&mut folder)?;
        let folder = folder.trim().to_owned();
        ensure!(
            !folder.is_empty(),
            "the pair did not start; PostgreSQL's own words stand above"
        );
        Ok(Self {
            folder,
            orders,
            answers,
        })
    }

    /// The address of whichever of the two can be written to.
    pub fn url(&self) -> String {
        let folder = &self.folder;
        format!(
            "postgres:///postgres?host={folder}/a&host={folder}/b&user={SUPERUSER}&target_session_attrs=read-write"
        )
    }

    /// Ends the first in the middle of whatever it does, and promotes the standby.
    ///
    /// # Errors
    /// When the standby does not take over.
    pub fn fail_over(&mut self) -> Result<()> {
        writeln!(self.orders, "fail")?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        ensure!(answer.trim() == "fail", "the standby did not take over");
        Ok(())
    }
}
