// SPDX-License-Identifier: EUPL-1.2
//! How often somebody may try to get in from one address, and how many passwords are tried at once.
//!
//! Kept in memory and bounded: whoever has many addresses fills it, and then those who tried least are forgotten first.
//! The lock of an account stands in the database beside it.

use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// What an address may spend in one [`WINDOW`]. A proposal: a whole kommune may stand behind one address.
const BUDGET: u32 = 1000;
/// What a wrong password or code costs: fifty in one window.
pub(crate) const WRONG: u32 = 20;
/// What it costs to be sent to the identity provider or to come back from it with nothing.
pub(crate) const SENT: u32 = 1;
/// How long what was spent counts. A proposal.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// How many addresses are remembered at most: less than a megabyte.
const ADDRESSES: usize = 4096;
/// How many passwords are tried at once; each takes 19 MiB.
const AT_ONCE: u32 = 2;

/// What addresses have spent.
#[derive(Debug, Default)]
pub(crate) struct Attempts {
    spent: Mutex<HashMap<IpAddr, Spent>>,
    trying: Mutex<u32>,
    free: Condvar,
}

#[derive(Debug, Clone, Copy)]
struct Spent {
    since: Timestamp,
    points: u32,
}

impl Spent {
    fn ends(self) -> Timestamp {
        self.since.saturating_add(WINDOW).unwrap_or(Timestamp::MAX)
    }
}

impl Attempts {
    /// Until when an address must wait, if it must. Whoever has no address is let through.
    pub(crate) fn wait_until(&self, from: Option<IpAddr>, now: Timestamp) -> Option<Timestamp> {
        let spent = lock(&self.spent).get(&place(from?)).copied()?;
        (spent.points >= BUDGET && now < spent.ends()).then(|| spent.ends())
    }

    /// An address spends.
    pub(crate) fn spend(&self, from: Option<IpAddr>, points: u32, now: Timestamp) {
        let Some(from) = from.map(place) else {
            return;
        };
        let mut all = lock(&self.spent);
        if !all.contains_key(&from) && all.len() >= ADDRESSES {
            all.retain(|_, spent| now < spent.ends());
            let least = all.iter().min_by_key(|(_, spent)| spent.points);
            if let Some(least) = least.map(|(address, _)| *address)
                && all.len() >= ADDRESSES
            {
                all.remove(&least);
            }
        }
        let fresh = Spent {
            since: now,
            points: 0,
        };
        let spent = all.entry(from).or_insert(fresh);
        if now >= spent.ends() {
            *spent = fresh;
        }
        spent.points = spent.points.saturating_add(points);
    }

    /// Does something that takes much memory, with at most [`AT_ONCE`] others at the same time.
    pub(crate) fn one_of_few<T>(&self, act: impl FnOnce() -> T) -> T {
        let mut trying = lock(&self.trying);
        while *trying >= AT_ONCE {
            trying = self
                .free
                .wait(trying)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *trying += 1;
        drop(trying);
        let _leaves = Leaves(self);
        act()
    }
}

/// Makes room again, also when the act broke.
struct Leaves<'a>(&'a Attempts);

impl Drop for Leaves<'_> {
    fn drop(&mut self) {
        *lock(&self.0.trying) -= 1;
        self.0.free.notify_one();
    }
}

/// The place an address stands for: with IPv6 one subscriber has 64 bits of addresses.
fn place(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let network = u128::from(address) & (u128::MAX << 64);
            IpAddr::V6(network.into())
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn later(minutes: i64) -> Timestamp {
        NOW + SignedDuration::from_mins(minutes)
    }

    #[test]
    fn fifty_wrong_ones_close_an_address_for_the_rest_of_the_window_and_no_other() {
        let attempts = Attempts::default();
        let (one, other) = (Some(address("192.0.2.1")), Some(address("192.0.2.2")));
        for _ in 0..49 {
            attempts.spend(one, WRONG, NOW);
        }
        assert_eq!(attempts.wait_until(one, NOW), None);
        attempts.spend(one, WRONG, later(5));
        assert_eq!(attempts.wait_until(one, later(5)), Some(later(15)));
        assert_eq!(attempts.wait_until(other, later(5)), None);
        assert_eq!(attempts.wait_until(one, later(15)), None);
        attempts.spend(one, WRONG, later(15));
        assert_eq!(attempts.wait_until(one, later(15)), None);
    }

    #[test]
    fn neighbouring_addresses_of_one_subscriber_are_one() {
        let attempts = Attempts::default();
        for number in 0..50 {
            attempts.spend(Some(address(&format!("2001:db8::{number:x}"))), WRONG, NOW);
        }
        assert!(
            attempts
                .wait_until(Some(address("2001:db8::ffff")), NOW)
                .is_some()
        );
        assert_eq!(
            attempts.wait_until(Some(address("2001:db8:0:1::1")), NOW),
            None
        );
        // An address of version 4 in the clothes of version 6 is itself.
        assert_eq!(place(address("::ffff:192.0.2.1")), address("192.0.2.1"));
    }

    #[test]
    fn many_addresses_take_no_more_room_and_do_not_free_who_tried_most() {
        let attempts = Attempts::default();
        for _ in 0..50 {
            attempts.spend(Some(address("192.0.2.1")), WRONG, NOW);
        }
        for number in 0..20_000_u32 {
            attempts.spend(Some(IpAddr::V4((0x0a00_0000 + number).into())), WRONG, NOW);
        }
        assert_eq!(lock(&attempts.spent).len(), ADDRESSES);
        assert!(
            attempts
                .wait_until(Some(address("192.0.2.1")), NOW)
                .is_some()
        );
    }

    #[test]
    fn few_are_at_it_at_once() {
        use std::sync::atomic::{AtomicU32, Ordering};
        let (attempts, inside, most) = (Attempts::default(), AtomicU32::new(0), AtomicU32::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        attempts.one_of_few(|| {
                            let here = inside.fetch_add(1, Ordering::SeqCst) + 1;
                            most.fetch_max(here, Ordering::SeqCst);
                            std::thread::yield_now();
                            inside.fetch_sub(1, Ordering::SeqCst);
                        });
                    }
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= AT_ONCE);
        assert_eq!(*lock(&attempts.trying), 0);
    }
}
