// SPDX-License-Identifier: EUPL-1.2
//! The one writing connection of a `SQLite` file. Whoever comes alone writes at once; jobs that meet are taken together
//! by a thread, each in a savepoint of its own, and committed as one.
//!
//! A small durable write costs one flush of the disk; sharing it is what makes many small writes cheap. A job that fails
//! rolls back to its savepoint and takes nobody with it. Nobody is answered before the commit is on disk.

use crate::conn::{Conn, sqlite};
use crate::dialect;
use crate::error::StoreError;
use crate::store::transaction;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

/// Most jobs in one commit.
const MOST: usize = 64;

/// The writing connection and the thread that serves those who meet.
pub(crate) struct Writer {
    shared: Arc<Shared>,
    jobs: Option<Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    conn: Mutex<Conn>,
    /// Jobs that have been handed to the thread and are not yet answered.
    waiting: AtomicUsize,
}

impl Writer {
    pub(crate) fn start(conn: Conn) -> Result<Self, StoreError> {
        let (jobs, incoming) = mpsc::channel();
        let shared = Arc::new(Shared {
            conn: Mutex::new(conn),
            waiting: AtomicUsize::new(0),
        });
        let own = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || serve(&own, &incoming))
            .map_err(|error| StoreError::Unavailable(Box::new(error)))?;
        Ok(Self {
            shared,
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    /// Runs a job at once if nobody else writes; none if somebody does. Waking a thread costs about as much as the flush of
    /// a fast disk, and a lone writer is spared it.
    fn alone<T>(
        &self,
        work: impl Fn(&mut Conn) -> Result<T, StoreError>,
    ) -> Option<Result<T, StoreError>> {
        if self.shared.waiting.load(Ordering::Relaxed) > 0 {
            return None;
        }
        let mut conn = self.shared.conn.try_lock().ok()?;
        Some(transaction(&mut conn, dialect::BEGIN_WRITING, work))
    }

    /// Runs a job and waits until it is durable: at once if nobody else writes, else in the next common commit.
    pub(crate) fn run<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: Fn(&mut Conn) -> Result<T, StoreError> + Send + 'static,
    {
        if let Some(outcome) = self.alone(&work) {
            return outcome;
        }
        let (reply, answer) = mpsc::sync_channel(1);
        let task = Task {
            work: Some(work),
            outcome: None,
            reply,
        };
        let stopped = || StoreError::unavailable("the writer has stopped");
        self.shared.waiting.fetch_add(1, Ordering::Relaxed);
        self.jobs
            .as_ref()
            .ok_or_else(stopped)?
            .send(Box::new(task))
            .map_err(|_| stopped())?;
        answer.recv().map_err(|_| stopped())?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Closing the channel ends the thread once the waiting jobs are done.
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Something to be done in a savepoint and answered after the commit.
trait Job: Send {
    /// Does the work; tells whether it may be kept.
    fn work(&mut self, conn: &mut Conn) -> bool;
    /// Answers: with the work's own outcome, or with what went wrong for all.
    fn answer(self: Box<Self>, failure: Option<&StoreError>);
}

struct Task<T, F> {
    work: Option<F>,
    outcome: Option<Result<T, StoreError>>,
    reply: SyncSender<Result<T, StoreError>>,
}

impl<T: Send, F: FnOnce(&mut Conn) -> Result<T, StoreError> + Send> Job for Task<T, F> {
    fn work(&mut self, conn: &mut Conn) -> bool {
        self.outcome = self.work.take().map(|work| work(conn));
        matches!(self.outcome, Some(Ok(_)))
    }

    fn answer(self: Box<Self>, failure: Option<&StoreError>) {
        let lost = || {
            failure.map_or_else(
                || StoreError::unavailable("the work was not done"),
                StoreError::repeat,
            )
        };
        let outcome = match (self.outcome, failure) {
            // A job that failed by itself is told its own reason, whatever befell the others.
            (Some(Err(own)), _) => Err(own),
            (Some(outcome), None) => outcome,
            (Some(Ok(_)) | None, _) => Err(lost()),
        };
        // Whoever asked may have gone; the work is done all the same.
        let _ = self.reply.send(outcome);
    }
}

fn serve(shared: &Shared, incoming: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = incoming.recv() {
        let mut conn = shared.conn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut batch = vec![first];
        // Asked for only now: more have come while the connection was in use.
        while batch.len() < MOST {
            match incoming.try_recv() {
                Ok(job) => batch.push(job),
                Err(_) => break,
            }
        }
        let log_before = conn.log.clone();
        let failure = commit_together(&mut conn, &mut batch).err();
        if failure.is_some() {
            conn.log = log_before;
            // The transaction may be gone already; there is nothing more to save either way.
            let _ = conn.execute(dialect::ROLLBACK, &[]);
        }
        drop(conn);
        shared.waiting.fetch_sub(batch.len(), Ordering::Relaxed);
        for job in batch {
            job.answer(failure.as_ref());
        }
    }
}

/// An error here is everybody's: nothing of the batch has been kept.
fn commit_together(conn: &mut Conn, batch: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
    conn.execute(dialect::BEGIN_WRITING, &[])?;
    for job in batch {
        let log_before = conn.log.clone();
        conn.execute(sqlite!("SAVEPOINT job"), &[])?;
        if !job.work(conn) {
            conn.log = log_before;
            if conn.lost_transaction() {
                return Err(StoreError::unavailable(
                    "the transaction was given up by the database",
                ));
            }
            conn.execute(sqlite!("ROLLBACK TO job"), &[])?;
        }
        conn.execute(sqlite!("RELEASE job"), &[])?;
    }
    conn.execute(dialect::COMMIT, &[])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::conn::{params, sql, sqlite};
    use crate::{Create, Location, Settings, Store, StoreError};

    fn put(store: &Store, key: &str) -> Result<(), StoreError> {
        let (key, value) = (key.to_owned(), "x".repeat(40_000));
        store.write(move |conn| {
            let statement = sql!("INSERT INTO meta (key, value) VALUES ($1, $2)");
            conn.execute(statement, params![&key, &value]).map(drop)
        })
    }

    fn limit(store: &Store, pages: u32) {
        store
            .write(move |conn| conn.batch(&format!("PRAGMA max_page_count = {pages}")))
            .unwrap();
    }

    fn kept(store: &Store) -> i64 {
        store
            .query(|conn| conn.number(sql!("SELECT count(*) FROM meta"), &[]))
            .unwrap()
    }

    /// `max_page_count` gives the very answer of a full disk, `SQLITE_FULL`.
    #[test]
    fn a_full_disk_refuses_all_who_met_and_takes_nothing_when_there_is_room_it_goes_on() {
        let folder = std::env::temp_dir().join(format!("traad-full-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let settings = Settings {
            segment: "test".into(),
            connections: 2,
            create: Create::IfMissing,
        };
        let store = Store::open(&Location::Sqlite(folder.join("traad.db")), &settings).unwrap();
        put(&store, "before").unwrap();
        limit(&store, 1);
        std::thread::scope(|scope| {
            for writer in 0..16 {
                let store = &store;
                scope.spawn(move || {
                    for turn in 0..4 {
                        let refused = put(store, &format!("{writer}-{turn}")).unwrap_err();
                        assert!(matches!(refused, StoreError::Unavailable(_)), "{refused}");
                    }
                });
            }
        });
        assert_eq!(kept(&store), 1);
        let whole = store
            .query(|conn| conn.find(sqlite!("PRAGMA integrity_check"), &[], |row| row.text(0)));
        assert_eq!(whole.unwrap().as_deref(), Some("ok"));

        limit(&store, 1_000_000);
        for writer in 0..16 {
            put(&store, &format!("{writer}-0")).unwrap();
        }
        assert_eq!(kept(&store), 17);
        drop(store);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
