// SPDX-License-Identifier: EUPL-1.2
//! The one writer of a `SQLite` file: it takes all jobs that wait, gives each a savepoint, and commits them together.
//!
//! A small durable write costs one flush of the disk; sharing it is what makes many small writes cheap. A job that fails
//! rolls back to its savepoint and takes nobody with it. Nobody is answered before the common commit is on disk.

use crate::conn::{Conn, sqlite};
use crate::error::StoreError;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::thread::JoinHandle;

/// Most jobs in one commit.
const MOST: usize = 64;

/// A thread with the only writing connection of this process.
pub(crate) struct Writer {
    jobs: Option<Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(crate) fn start(mut conn: Conn) -> Result<Self, StoreError> {
        let (jobs, waiting) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || serve(&mut conn, &waiting))
            .map_err(|error| StoreError::Unavailable(Box::new(error)))?;
        Ok(Self {
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    /// Runs a job in the next common commit and waits until that is durable.
    pub(crate) fn run<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, StoreError> + Send + 'static,
    {
        let (reply, answer) = mpsc::sync_channel(1);
        let task = Task {
            work: Some(work),
            outcome: None,
            reply,
        };
        let stopped = || StoreError::unavailable("the writer has stopped");
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

fn serve(conn: &mut Conn, waiting: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = waiting.recv() {
        let mut batch = vec![first];
        while batch.len() < MOST {
            match waiting.try_recv() {
                Ok(job) => batch.push(job),
                Err(_) => break,
            }
        }
        let log_before = conn.log.clone();
        let failure = commit_together(conn, &mut batch).err();
        if failure.is_some() {
            conn.log = log_before;
            // The transaction may be gone already; there is nothing more to save either way.
            let _ = conn.batch("ROLLBACK");
        }
        for job in batch {
            job.answer(failure.as_ref());
        }
    }
}

/// An error here is everybody's: nothing of the batch has been kept.
fn commit_together(conn: &mut Conn, batch: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
    conn.execute(sqlite!("BEGIN IMMEDIATE"), &[])?;
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
    conn.execute(sqlite!("COMMIT"), &[])?;
    Ok(())
}
