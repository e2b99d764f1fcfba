// SPDX-License-Identifier: EUPL-1.2
//! Stores to test on, and short ways of writing what is appended to them.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use traad_store::{
    Append, Appended, Create, Duty, DutyStatus, Header, Identifier, InboxItem, InboxKind,
    Inspected, Location, LogRow, PathwayAppend, PreparedEntry, Projection, Settings, Store,
    StoreError,
};

/// Makes one test per engine of a function that takes a `&Bench`.
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[test] fn $name() { super::$name(&crate::support::Bench::sqlite()); })*
        }
        mod on_postgres {
            $(#[test] fn $name() { super::$name(&crate::support::Bench::postgres()); })*
        }
    };
}
pub(crate) use on_both;

/// An empty store, and a way around it to damage what it holds.
pub(crate) struct Bench {
    pub(crate) store: Store,
    pub(crate) location: Location,
    _folder: Option<Folder>,
}

/// A folder that goes when the test ends.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("traad-store-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn settings() -> Settings {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let segment = format!("run{}", NEXT.fetch_add(1, Ordering::Relaxed));
    Settings {
        segment,
        connections: 8,
        create: Create::IfMissing,
    }
}

impl Bench {
    pub(crate) fn sqlite() -> Self {
        let folder = Folder::new();
        let location = Location::Sqlite(folder.file("traad.db"));
        let store = Store::open(&location, &settings()).unwrap();
        Self {
            store,
            location,
            _folder: Some(folder),
        }
    }

    pub(crate) fn postgres() -> Self {
        let database = traad_testkit::postgres::database_from("store", |url| {
            Store::open(&Location::Postgres(url.to_owned()), &settings())?;
            Ok(())
        })
        .unwrap();
        let location = Location::Postgres(database.url().to_owned());
        let store = Store::open(&location, &settings()).unwrap();
        Self {
            store,
            location,
            _folder: None,
        }
    }

    /// A second program on the same database.
    pub(crate) fn again(&self) -> Store {
        Store::open(&self.location, &settings()).unwrap()
    }

    /// Runs statements past the store, as somebody with the file or the superuser's rights could; tells what refuses.
    pub(crate) fn past_the_store(&self, statements: &str) -> Result<(), String> {
        match &self.location {
            Location::Sqlite(path) => {
                let db = rusqlite::Connection::open(path).unwrap();
                db.execute_batch(statements)
                    .map_err(|error| error.to_string())
            }
            Location::Postgres(url) => {
                let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
                client.batch_execute(statements).map_err(|error| {
                    error
                        .as_db_error()
                        .map_or_else(|| error.to_string(), ToString::to_string)
                })
            }
        }
    }

    /// As [`Bench::past_the_store`], with the guards of the journal taken away first and put back after.
    pub(crate) fn tamper(&self, statements: &str) {
        let unguarded = match &self.location {
            Location::Sqlite(path) => {
                let db = rusqlite::Connection::open(path).unwrap();
                let mut read = db
                    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
                    .unwrap();
                let triggers: Vec<(String, String)> = read
                    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                    .unwrap()
                    .map(Result::unwrap)
                    .collect();
                let drop: Vec<_> = triggers
                    .iter()
                    .map(|(name, _)| format!("DROP TRIGGER {name};"))
                    .collect();
                let make: Vec<_> = triggers.iter().map(|(_, sql)| format!("{sql};")).collect();
                format!("{}{statements};{}", drop.concat(), make.concat())
            }
            Location::Postgres(_) => {
                format!("SET session_replication_role = replica; {statements}")
            }
        };
        self.past_the_store(&unguarded).unwrap();
    }
}

/// Milliseconds of a fixed day in March 2026.
pub(crate) const T0: i64 = 1_772_524_800_000;

pub(crate) fn entry(id: &str, text: &str) -> PreparedEntry {
    PreparedEntry {
        id: id.into(),
        recorded_ms: T0,
        topic: None,
        document: serde_json::json!({ "text": text }).to_string(),
        salt: format!("salt of {id}"),
    }
}

/// An entry that says that others were erased.
pub(crate) fn erasing(id: &str, erased: &[&str]) -> PreparedEntry {
    PreparedEntry {
        document: serde_json::json!({ "erases": erased }).to_string(),
        ..entry(id, "")
    }
}

pub(crate) fn projection(pathway: &str) -> Projection {
    Projection {
        header: Header {
            case_number: format!("case {pathway}"),
            kind: "pregnancy".into(),
            phase: "opdaget".into(),
            home_municipality: "0101".into(),
            termin: Some(jiff::civil::date(2026, 9, 29)),
            next_change_ms: None,
            version: 1,
            closed: false,
            document: r#"{"name":"Mette"}"#.into(),
        },
        units: vec!["unit-a".into()],
        duties: vec![duty("rule-1", "a")],
        inbox: vec![inbox_item("ref-1", "unit-a")],
        names: vec!["Mette Ågård Sørensen".into()],
        identifiers: vec![cpr("0101904444")],
    }
}

pub(crate) fn cpr(value: &str) -> Identifier {
    Identifier {
        system: "cpr".into(),
        value: value.into(),
    }
}

pub(crate) fn duty(rule: &str, key: &str) -> Duty {
    Duty {
        rule: rule.into(),
        key: key.into(),
        category: "coordination".into(),
        strength: "law".into(),
        owner_unit: "unit-a".into(),
        owner_person: None,
        start_entry: "e1".into(),
        opens_ms: T0,
        due_ms: Some(T0 + 86_400_000),
        status: DutyStatus::Open,
        termin: Some(jiff::civil::date(2026, 9, 29)),
        document: "{}".into(),
    }
}

pub(crate) fn inbox_item(reference: &str, unit: &str) -> InboxItem {
    InboxItem {
        kind: InboxKind::Notification,
        reference: reference.into(),
        unit: unit.into(),
        received_ms: T0,
        status: "received".into(),
        open: true,
        due_ms: Some(T0 + 86_400_000),
        document: "{}".into(),
    }
}

pub(crate) fn log_row(action: &str, pathways: &[&str]) -> LogRow {
    LogRow {
        at_ms: T0,
        employment: "employment-1".into(),
        unit: "unit-a".into(),
        function: "jordemoder".into(),
        action: action.into(),
        pathways: pathways.iter().map(|id| (*id).to_owned()).collect(),
        purpose: "behandling".into(),
        reason: "own unit wrote it".into(),
        outcome: "permitted".into(),
    }
}

pub(crate) fn on(pathway: &str, base_seq: u32, entries: Vec<PreparedEntry>) -> PathwayAppend {
    PathwayAppend {
        pathway: pathway.into(),
        base_seq,
        entries,
        projection: projection(pathway),
    }
}

pub(crate) fn just(pathway: PathwayAppend) -> Append {
    Append {
        pathways: vec![pathway],
        ..Append::default()
    }
}

/// Appends one entry to a journal.
pub(crate) fn put(
    store: &Store,
    pathway: &str,
    base_seq: u32,
    id: &str,
) -> Result<Appended, StoreError> {
    store.append(just(on(
        pathway,
        base_seq,
        vec![entry(id, &format!("text of {id}"))],
    )))
}

/// A journal with entries `{pathway}-1` … `{pathway}-{count}`.
pub(crate) fn journal(store: &Store, pathway: &str, count: u32) {
    for seq in 1..=count {
        put(store, pathway, seq - 1, &format!("{pathway}-{seq}")).unwrap();
    }
}

/// Reads the documents these tests write.
pub(crate) fn inspect(document: &str) -> Result<Inspected, String> {
    let value: serde_json::Value =
        serde_json::from_str(document).map_err(|error| error.to_string())?;
    let erases = value["erases"].as_array().into_iter().flatten();
    Ok(Inspected {
        erases: erases
            .filter_map(|id| id.as_str().map(str::to_owned))
            .collect(),
        topic: value["topic"].as_str().map(str::to_owned),
    })
}
