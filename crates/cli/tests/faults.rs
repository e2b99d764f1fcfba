// SPDX-License-Identifier: EUPL-1.2
//! What an operator may meet: a full disk, a file that may not be written, two programs on one file.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails where it stands"
)]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use traad_testkit::app::{TempDatabase, TestApp};

const NOW: &str = "2026-03-03T08:00:00Z";

/// A database file with the demonstration, and pathways to write to.
struct Ground {
    test: TestApp,
    file: PathBuf,
    pathways: String,
}

impl Ground {
    fn new() -> Self {
        let test = TestApp::at(NOW);
        test.app.seed_demo(test.app.now()).unwrap();
        test.app.tick().unwrap();
        let all = test.app.store().list_pathways_after("", 10).unwrap();
        let of_the_family = |id: &&String| {
            let units = test.app.store().list_units_of(id).unwrap();
            units.iter().any(|unit| unit == "fam-odense")
        };
        let pathways: Vec<String> = all.iter().filter(of_the_family).cloned().collect();
        let file = test.database.path();
        Self {
            test,
            file,
            pathways: pathways.join(","),
        }
    }

    /// Everything told as done is there, and everything verifies.
    fn judge(&self, done: &BTreeMap<String, String>) {
        let app = &self.test.app;
        let report = app.verify(None).unwrap();
        assert!(report.is_sound(), "{:?}", report.problems);
        for (id, pathway) in done {
            let kept = ["demo-jordemoder-1", "demo-familie-1"]
                .iter()
                .find_map(|author| app.store().submitted(author, id).unwrap());
            assert_eq!(kept.as_ref(), Some(pathway), "`{id}` was told as done");
        }
        let before = app.store().dump_projections().unwrap();
        app.rebuild().unwrap();
        assert_eq!(app.store().dump_projections().unwrap(), before);
    }
}

/// The process that the torture kills, here with something else in its way.
struct Writer {
    child: Child,
    lines: BufReader<ChildStdout>,
    done: BTreeMap<String, String>,
}

impl Writer {
    fn start(mut command: Command, ground: &Ground, seed: u32) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut order = child.stdin.take().unwrap();
        let own = ground.pathways.split(',').next().unwrap();
        let (shared, file) = (&ground.pathways, ground.file.display());
        writeln!(order, "{seed} {shared} {own} {file}").unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self {
            child,
            lines,
            done: BTreeMap::new(),
        }
    }

    /// The next line that says something of this kind.
    fn until(&mut self, what: &str) -> String {
        for _ in 0..10_000 {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "it ended");
            let line = line.trim_end_matches(['.', '\n']);
            let mut words = line.splitn(3, ' ');
            let (kind, id) = (words.next().unwrap(), words.next().unwrap_or_default());
            if kind == "done" {
                let pathway = words.next().unwrap().to_owned();
                self.done.insert(id.to_owned(), pathway);
            }
            if kind == what {
                return line.to_owned();
            }
        }
        panic!("it says nothing of the kind `{what}`");
    }

    fn kill(mut self) -> BTreeMap<String, String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.done
    }
}

fn victim(writers: u32) -> Vec<String> {
    let program = env!("CARGO_BIN_EXE_traad").to_owned();
    let (what, writers) = ("torture-victim".to_owned(), writers.to_string());
    vec![program, what, "--writers".to_owned(), writers]
}

/// No file may grow beyond a limit: the write-ahead log meets it as it would meet the end of the disk.
#[test]
fn on_a_full_disk_writing_is_refused_and_nothing_told_as_done_is_lost() {
    let ground = Ground::new();
    let mut command = Command::new("sh");
    let log = std::fs::metadata(ground.file.with_extension("db-wal")).unwrap();
    // In blocks of 512 bytes. Without the trap the signal would end the program before it is told anything.
    let blocks = log.len() / 512 + 1_500;
    let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    command.args(["-c", &limited, "sh"]).args(victim(4));
    let mut writer = Writer::start(command, &ground, 1);
    writer.until("done");
    let refused = loop {
        let refused = writer.until("refused");
        if !refused.contains("changed faster") {
            break refused;
        }
    };
    assert!(refused.contains("does not answer"), "{refused}");
    // It stays alive and goes on refusing; nothing is told as done that is not.
    writer.until("refused");
    let done = writer.kill();
    assert!(!done.is_empty());
    ground.judge(&done);
}

/// Two servers on one file gain nothing, but both work: the file's own lock gives each its turn, and whoever was second
/// decides anew on what the first wrote.
#[test]
fn two_programs_on_one_file_both_write_and_lose_nothing() {
    let ground = Ground::new();
    let start = |seed| {
        let words = victim(6);
        let mut command = Command::new(words.first().unwrap());
        command.args(words.iter().skip(1));
        Writer::start(command, &ground, seed)
    };
    let (mut one, mut other) = (start(1), start(2));
    for _ in 0..60 {
        one.until("done");
        other.until("done");
    }
    let mut done = one.kill();
    done.extend(other.kill());
    assert!(done.len() >= 100, "{}", done.len());
    ground.judge(&done);
}

/// Runs the program as somebody who is not root, since nothing keeps root from writing.
fn as_a_user(program: &Path) -> Command {
    if std::fs::metadata("/proc/self").unwrap().uid() == 0 {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        return command;
    }
    Command::new(program)
}

#[test]
fn a_file_that_may_not_be_written_is_named_with_the_remedy() {
    let bytes = Ground::new().test.into_bytes();
    let temporary = TempDatabase::new();
    let folder = temporary.path().parent().unwrap().to_owned();
    let place = folder.join("kept.db");
    std::fs::write(&place, &bytes).unwrap();
    // A copy, since the folder the tests are built in may be closed to others.
    let program = folder.join("traad");
    std::fs::copy(env!("CARGO_BIN_EXE_traad"), &program).unwrap();
    std::fs::set_permissions(&place, PermissionsExt::from_mode(0o444)).unwrap();
    std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o555)).unwrap();
    let output = as_a_user(&program)
        .args(["verify", "--database"])
        .arg(&place)
        .output()
        .unwrap();
    std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o755)).unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{said}");
    assert!(
        said.contains("kept.db") && said.contains("cannot be written"),
        "{said}"
    );
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    assert_eq!(std::fs::read(&place).unwrap(), bytes);
}
