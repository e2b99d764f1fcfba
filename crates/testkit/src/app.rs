// SPDX-License-Identifier: EUPL-1.2
//! The real application on a database of its own, with a clock that is set and ids from a seed.

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot be set up shall fail with these words"
)]

use jiff::Timestamp;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use traad_app::{App, Clock, Ctx, Randomness, Rules, embedded_catalogue};
use traad_domain::id::EmploymentId;
use traad_domain::policy::Purpose;
use traad_store::{Create, Location, LogQuery, LogRow, Paging, Settings, Store};

/// A clock that stands still until it is set.
#[derive(Debug)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that shows this.
    pub fn at(now: Timestamp) -> Self {
        Self(AtomicI64::new(now.as_millisecond()))
    }

    /// Sets it.
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.as_millisecond(), Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Bytes from a seed: the same run gives the same ids.
#[derive(Debug)]
pub struct SeededRandomness(Mutex<u64>);

impl SeededRandomness {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }

    /// The next number of the `SplitMix64` series.
    fn next(state: &mut u64) -> u64 {
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

impl Randomness for SeededRandomness {
    fn bytes(&self) -> [u8; 16] {
        let mut state = self.0.lock().expect("no test panics while it draws");
        let (high, low) = (Self::next(&mut state), Self::next(&mut state));
        ((u128::from(high) << 64) | u128::from(low)).to_be_bytes()
    }
}

/// A file of its own that is removed at the end.
#[derive(Debug)]
pub struct TempDatabase {
    folder: PathBuf,
}

impl TempDatabase {
    /// A fresh folder.
    pub fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::SeqCst);
        let folder =
            std::env::temp_dir().join(format!("traad-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the temporary folder can be made");
        Self { folder }
    }

    /// The database file.
    pub fn path(&self) -> PathBuf {
        self.folder.join("traad.db")
    }
}

impl Default for TempDatabase {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for TempDatabase {
    fn drop(&mut self) {
        // A folder that stays behind is no reason to fail.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The application for one test.
pub struct TestApp {
    /// The application.
    pub app: Arc<App>,
    /// Its clock.
    pub clock: Arc<SetClock>,
    /// Where its data are.
    pub location: Location,
    /// Its database, removed with it.
    pub database: TempDatabase,
}

impl TestApp {
    /// An empty application at a time, on a `SQLite` file.
    pub fn at(now: &str) -> Self {
        let database = TempDatabase::new();
        let location = Location::Sqlite(database.path());
        Self::on(&location, database, now, 1)
    }

    /// An application that begins with the database of another, as [`TestApp::into_bytes`] gave it. Its ids are others.
    pub fn beginning_with(bytes: &[u8], now: &str) -> Self {
        let database = TempDatabase::new();
        std::fs::write(database.path(), bytes).expect("the database can be written");
        let location = Location::Sqlite(database.path());
        Self::on(&location, database, now, 2)
    }

    /// Somebody of the demonstration at work now, by login.
    pub fn ctx(&self, username: &str) -> Ctx {
        let now = self.app.now();
        let employment = EmploymentId::new(format!("demo-{username}-1"));
        let actor = self
            .app
            .actor(&employment, now)
            .expect("the database answers");
        Ctx {
            actor: actor.expect("somebody of the demonstration"),
            now,
            purpose: Purpose::Care,
            submission: None,
        }
    }

    /// Closes the application and gives its `SQLite` database, for others to begin with.
    pub fn into_bytes(self) -> Vec<u8> {
        let Self { app, database, .. } = self;
        drop(app);
        std::fs::read(database.path()).expect("the database can be read")
    }

    /// An empty application at a time, on a `PostgreSQL` database of its own.
    pub fn on_postgres(now: &str) -> Self {
        let postgres = crate::postgres::empty_database().expect("PostgreSQL 15 starts");
        let location = Location::Postgres(postgres.url().to_owned());
        Self::on(&location, TempDatabase::new(), now, 1)
    }

    fn on(location: &Location, database: TempDatabase, now: &str, seed: u64) -> Self {
        let now: Timestamp = now.parse().expect("a time like 2026-03-03T08:00:00Z");
        let clock = Arc::new(SetClock::at(now));
        let settings = Settings {
            // A segment of the access log is never used twice, and a database that is begun with holds one.
            segment: format!("test-{seed}"),
            connections: 4,
            create: Create::IfMissing,
        };
        let store = Store::open(location, &settings).expect("a fresh database opens");
        let rules = Rules::embedded().expect("the rulebook of this release compiles");
        let catalogue = embedded_catalogue().expect("the catalogue of this release is whole");
        let random = Arc::new(SeededRandomness::new(seed));
        let app = Arc::new(App::new(store, rules, catalogue, clock.clone(), random));
        Self {
            app,
            clock,
            location: location.clone(),
            database,
        }
    }

    /// Runs statements past the store, as somebody with the file or the superuser's rights could.
    pub fn past_the_store(&self, statements: &str) {
        match &self.location {
            Location::Sqlite(path) => rusqlite::Connection::open(path)
                .and_then(|db| db.execute_batch(statements))
                .expect("the statements run"),
            Location::Postgres(address) => postgres::Client::connect(address, postgres::NoTls)
                .and_then(|mut client| client.batch_execute(statements))
                .expect("the statements run"),
        }
    }

    /// The lines of the access log that name a pathway, newest first.
    pub fn log_of(&self, pathway: &str) -> Vec<LogRow> {
        let all = Paging {
            offset: 0,
            limit: 10_000,
        };
        self.app
            .store()
            .list_log(&LogQuery::Pathway(pathway.to_owned()), all)
            .expect("the log can be read")
    }
}
