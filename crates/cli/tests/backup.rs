// SPDX-License-Identifier: EUPL-1.2
//! A back-up as an operator takes and restores it: while people write, from both engines, with all that can go wrong.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use traad_app::{App, AppError, Ctx};
use traad_domain::category::Category;
use traad_domain::id::{EmploymentId, EntryId, PathwayId};
use traad_domain::policy::Purpose;
use traad_store::{Create, Location, Settings, Store};
use traad_testkit::app::{TempDatabase, TestApp};

const NOW: &str = "2026-03-03T11:00:00Z";
const SECRET: &str = "HEMMELIGT-ORD-FOERT-PAA-FORKERT-PERSON";

fn traad(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_traad"))
        .args(arguments)
        .env_remove("TRAAD_DATABASE")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// One failed command, one line.
fn complaint(output: &Output) -> String {
    assert!(!output.status.success());
    let text = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    assert_eq!(text.lines().count(), 1, "{text}");
    text
}

/// An application with the demonstration, a key, and a folder for files.
struct Bench {
    test: TestApp,
    folder: TempDatabase,
    public: String,
}

impl Bench {
    fn of(test: TestApp) -> Self {
        test.app.seed_demo(test.app.now()).unwrap();
        test.app.tick().unwrap();
        let folder = TempDatabase::new();
        let key = folder.path().with_file_name("key");
        let public = said(&traad(&["backup-key", "--to", key.to_str().unwrap()]));
        Self {
            test,
            folder,
            public,
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().with_file_name(name)
    }

    fn live(&self) -> String {
        match &self.test.location {
            Location::Sqlite(path) => path.display().to_string(),
            Location::Postgres(address) => address.clone(),
        }
    }

    /// `traad backup` or `traad erasures`.
    fn seal(&self, what: &str, to: &Path) -> Output {
        let (live, to) = (self.live(), to.to_str().unwrap());
        let key = self.public.as_str();
        traad(&[what, "--database", &live, "--to", to, "--recipient", key])
    }

    fn restore(&self, from: &Path, to: &Path, more: &[&str]) -> Output {
        let key = self.file("key");
        let mut arguments = vec!["restore", "--from", from.to_str().unwrap()];
        arguments.extend(["--identity", key.to_str().unwrap()]);
        arguments.extend(["--database", to.to_str().unwrap()]);
        arguments.extend(more);
        traad(&arguments)
    }
}

fn ctx(app: &App, username: &str) -> Ctx {
    let now = app.now();
    let employment = EmploymentId::new(format!("demo-{username}-1"));
    Ctx {
        actor: app.actor(&employment, now).unwrap().unwrap(),
        now,
        purpose: Purpose::Care,
        submission: None,
    }
}

fn a_pathway(app: &App) -> PathwayId {
    let (mut hits, _) = app.search(&ctx(app, "familie"), "", 0).unwrap();
    hits.remove(0).pathway
}

fn note(app: &App, id: &PathwayId, text: &str) -> EntryId {
    let family = ctx(app, "familie");
    app.write_note(&family, id, text, Category::Social).unwrap();
    let view = app.pathway(&family, id).unwrap();
    view.entries.last().unwrap().id.clone()
}

fn open(file: &Path) -> Store {
    let settings = Settings {
        segment: "look".into(),
        connections: 2,
        create: Create::Never,
    };
    Store::open(&Location::Sqlite(file.to_owned()), &settings).unwrap()
}

/// A back-up taken while three people write, restored and found sound, with everything that was there before it began.
fn round_trip(bench: &Bench) {
    let app = &bench.test.app;
    let id = a_pathway(app);
    let before = note(app, &id, "skrevet før kopien");
    let backup = bench.file("backup");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !done.load(Ordering::SeqCst) {
                    let text = "skrevet mens der kopieres";
                    let family = ctx(app, "familie");
                    let written = app.write_note(&family, &id, text, Category::Social);
                    // Three at once on one journal may be told to send again; that loses nothing.
                    assert!(
                        matches!(written, Ok(_) | Err(AppError::Busy)),
                        "{written:?}"
                    );
                }
            });
        }
        let output = bench.seal("backup", &backup);
        done.store(true, Ordering::SeqCst);
        assert!(said(&output).contains("backed up"));
    });
    // Nothing of it can be read without the key.
    let bytes = std::fs::read(&backup).unwrap();
    assert!(!bytes.windows(7).any(|window| window == b"skrevet"));

    let new = bench.file("restored.db");
    let answer = said(&bench.restore(&backup, &new, &["--without-erasures"]));
    assert!(answer.contains("sound: 9 pathways"), "{answer}");
    let place = new.to_str().unwrap();
    assert!(said(&traad(&["verify", "--database", place])).starts_with("sound"));
    let store = open(&new);
    assert!(store.find_entry(before.as_str()).unwrap().is_some());
    let units = store.list_units_of(id.as_str()).unwrap();
    assert_eq!(units, app.store().list_units_of(id.as_str()).unwrap());
    drop(store);

    // Without anything written in between, what is restored is what is there, and rebuilding changes nothing.
    let (still, same) = (bench.file("still"), bench.file("same.db"));
    said(&bench.seal("backup", &still));
    said(&bench.restore(&still, &same, &["--without-erasures"]));
    let restored = open(&same);
    let projections = app.store().dump_projections().unwrap();
    assert_eq!(restored.dump_projections().unwrap(), projections);
    let copy = TestApp::beginning_with(&closed(restored, &same), NOW);
    copy.app.rebuild().unwrap();
    assert_eq!(copy.app.store().dump_projections().unwrap(), projections);
}

fn closed(store: Store, file: &Path) -> Vec<u8> {
    drop(store);
    std::fs::read(file).unwrap()
}

#[test]
fn a_backup_taken_while_people_write_gives_everything_back() {
    round_trip(&Bench::of(TestApp::at(NOW)));
}

#[test]
fn so_does_one_of_postgresql() {
    round_trip(&Bench::of(TestApp::on_postgres(NOW)));
}

#[test]
fn a_backup_of_sqlite_can_be_restored_into_postgresql_once() {
    let bench = Bench::of(TestApp::at(NOW));
    let backup = bench.file("backup");
    said(&bench.seal("backup", &backup));
    let database = traad_testkit::postgres::empty_database().unwrap();
    let new = Path::new(database.url());
    let answer = said(&bench.restore(&backup, new, &["--without-erasures"]));
    assert!(answer.contains("sound: 9 pathways"), "{answer}");
    assert!(said(&traad(&["verify", "--database", database.url()])).starts_with("sound"));
    let refused = complaint(&bench.restore(&backup, new, &["--without-erasures"]));
    assert!(refused.contains("holds something already"), "{refused}");
}

#[test]
fn what_was_erased_since_is_gone_from_what_is_restored() {
    let bench = Bench::of(TestApp::at(NOW));
    let app = &bench.test.app;
    let id = a_pathway(app);
    let note = note(app, &id, SECRET);
    let backup = bench.file("backup");
    said(&bench.seal("backup", &backup));
    let entries = std::slice::from_ref(&note);
    let decision = ("ført på forkert person", "teamlederen");
    app.erase_entries(&ctx(app, "leder"), &id, entries, decision)
        .unwrap();
    let ledger = bench.file("ledger");
    assert!(said(&bench.seal("erasures", &ledger)).contains("1 erasures"));

    // It must be said what was erased, or that nothing is known of it.
    let new = bench.file("new.db");
    let refused = bench.restore(&backup, &new, &[]);
    assert!(!refused.status.success() && !new.exists());

    let live = bench.live();
    let ways = [
        ["--erasures", ledger.to_str().unwrap()],
        ["--erasures-from", &live],
    ];
    for (number, way) in ways.iter().enumerate() {
        let new = bench.file(&format!("new-{number}.db"));
        let answer = said(&bench.restore(&backup, &new, way));
        assert!(answer.contains("1 carried out again"), "{answer}");
        let bytes = closed(open(&new), &new);
        assert!(!bytes.windows(SECRET.len()).any(|w| w == SECRET.as_bytes()));
        let place = new.to_str().unwrap();
        assert!(said(&traad(&["verify", "--database", place])).starts_with("sound"));
    }
}

#[test]
fn a_wrong_key_a_cut_or_changed_file_and_a_taken_place_are_refused_and_leave_nothing() {
    let bench = Bench::of(TestApp::at(NOW));
    let backup = bench.file("backup");
    said(&bench.seal("backup", &backup));
    let none = &["--without-erasures"];
    let new = bench.file("new.db");

    let bytes = std::fs::read(&backup).unwrap();
    for (name, spoiled) in [
        ("cut", bytes.iter().copied().take(bytes.len() - 1).collect()),
        (
            "half",
            bytes.iter().copied().take(bytes.len() / 2).collect(),
        ),
        ("changed", changed(&bytes, bytes.len() / 2)),
        ("last", changed(&bytes, bytes.len() - 1)),
        ("other", b"not a back-up\n".to_vec()),
    ] {
        let file = bench.file(name);
        std::fs::write(&file, spoiled).unwrap();
        let refused = complaint(&bench.restore(&file, &new, none));
        assert!(refused.contains("take another"), "{name}: {refused}");
        assert!(!new.exists(), "{name}");
    }

    // Nothing is written over: neither a back-up nor a database.
    let refused = complaint(&bench.seal("backup", &backup));
    assert!(refused.contains("there already"), "{refused}");
    assert_eq!(std::fs::read(&backup).unwrap(), bytes);
    std::fs::write(&new, "noget andet").unwrap();
    let refused = complaint(&bench.restore(&backup, &new, none));
    assert!(refused.contains("holds something already"), "{refused}");
    assert_eq!(std::fs::read_to_string(&new).unwrap(), "noget andet");
    std::fs::remove_file(&new).unwrap();

    let key = bench.file("key");
    std::fs::remove_file(&key).unwrap();
    said(&traad(&["backup-key", "--to", key.to_str().unwrap()]));
    let refused = complaint(&bench.restore(&backup, &new, none));
    assert!(refused.contains("no key in"), "{refused}");
    assert!(!new.exists());
}

fn changed(bytes: &[u8], at: usize) -> Vec<u8> {
    let flip = |(place, byte): (usize, &u8)| byte ^ u8::from(place == at);
    bytes.iter().enumerate().map(flip).collect()
}

#[test]
fn a_backup_needs_a_public_key_and_never_shows_a_secret_one() {
    let bench = Bench::of(TestApp::at(NOW));
    let to = bench.file("backup");
    let (live, to) = (bench.live(), to.to_str().unwrap());
    let refused = complaint(&traad(&["backup", "--database", &live, "--to", to]));
    assert!(refused.contains("--recipient"), "{refused}");
    let key = std::fs::read_to_string(bench.file("key")).unwrap();
    let secret = key.lines().last().unwrap();
    let arguments = [
        "backup",
        "--database",
        &live,
        "--to",
        to,
        "--recipient",
        secret,
    ];
    let refused = complaint(&traad(&arguments));
    assert!(!refused.contains(secret), "{refused}");
    assert!(refused.contains("no public key"), "{refused}");
}
