// SPDX-License-Identifier: EUPL-1.2
//! A small pool of connections. A connection that broke is thrown away and made anew when it is needed.
//!
//! A server that was restarted has ended them all: when one is found broken the idle ones go too, and one that has been
//! idle for a while is asked before it is used, so that hardly anybody meets a dead one.

use crate::conn::Conn;
use crate::error::StoreError;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Idle for longer than this a connection is asked whether it is still there.
const QUIET: Duration = Duration::from_secs(1);

type Connect = dyn Fn(u32) -> Result<Conn, StoreError> + Send + Sync;

/// Connections, made when first needed.
pub(crate) struct Pool {
    idle: Mutex<Idle>,
    freed: Condvar,
    most: u32,
    connect: Box<Connect>,
}

struct Idle {
    /// Each with when it was last used.
    conns: Vec<(Conn, Instant)>,
    /// Connections that exist: idle or in use.
    alive: u32,
    /// Connections ever made; numbers them.
    made: u32,
}

impl Pool {
    /// A pool of at most `most` connections; `connect` is told the number of each new one.
    pub(crate) fn new(most: u32, connect: Box<Connect>) -> Self {
        let idle = Mutex::new(Idle {
            conns: Vec::new(),
            alive: 0,
            made: 0,
        });
        Self {
            idle,
            freed: Condvar::new(),
            most: most.max(1),
            connect,
        }
    }

    /// Runs `work` on a connection. It is kept for others if it is still sound.
    pub(crate) fn with<T>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut held = Held {
            pool: self,
            conn: Some(self.take()?),
        };
        let Some(conn) = held.conn.as_mut() else {
            return Err(StoreError::unavailable("no connection"));
        };
        let outcome = work(conn);
        if let Some(conn) = held
            .conn
            .take_if(|conn| (outcome.is_ok() && !conn.is_busy()) || conn.recover())
        {
            self.lock().conns.push((conn, Instant::now()));
            self.freed.notify_one();
            std::mem::forget(held);
        } else {
            self.forget_idle();
        }
        outcome
    }

    fn take(&self) -> Result<Conn, StoreError> {
        let mut idle = self.lock();
        loop {
            if let Some((mut conn, used)) = idle.conns.pop() {
                drop(idle);
                if used.elapsed() < QUIET || conn.answers() {
                    return Ok(conn);
                }
                self.gone();
                self.forget_idle();
                idle = self.lock();
                continue;
            }
            if idle.alive < self.most {
                break;
            }
            idle = self
                .freed
                .wait(idle)
                .unwrap_or_else(PoisonError::into_inner);
        }
        idle.alive += 1;
        idle.made += 1;
        let number = idle.made;
        drop(idle);
        (self.connect)(number).inspect_err(|_| self.gone())
    }

    /// What broke one connection has most likely broken those that nobody uses.
    fn forget_idle(&self) {
        let mut idle = self.lock();
        let broken = std::mem::take(&mut idle.conns);
        idle.alive -= u32::try_from(broken.len()).unwrap_or(idle.alive);
        drop(idle);
        self.freed.notify_all();
    }

    fn gone(&self) {
        self.lock().alive -= 1;
        self.freed.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, Idle> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gives up the place of a connection that was not handed back.
struct Held<'a> {
    pool: &'a Pool,
    conn: Option<Conn>,
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.pool.gone();
    }
}
