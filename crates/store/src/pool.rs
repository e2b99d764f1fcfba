// SPDX-License-Identifier: EUPL-1.2
//! A small pool of connections. A connection that broke is thrown away and made anew when it is needed.

use crate::conn::Conn;
use crate::error::StoreError;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

type Connect = dyn Fn(u32) -> Result<Conn, StoreError> + Send + Sync;

/// Connections, made when first needed.
pub(crate) struct Pool {
    idle: Mutex<Idle>,
    freed: Condvar,
    most: u32,
    connect: Box<Connect>,
}

struct Idle {
    conns: Vec<Conn>,
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
            self.lock().conns.push(conn);
            self.freed.notify_one();
            std::mem::forget(held);
        }
        outcome
    }

    fn take(&self) -> Result<Conn, StoreError> {
        let mut idle = self.lock();
        loop {
            if let Some(conn) = idle.conns.pop() {
                return Ok(conn);
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
