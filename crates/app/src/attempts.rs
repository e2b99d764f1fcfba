// SPDX-License-Identifier: EUPL-1.2
//! How often somebody may try to get in from one address, and how many passwords are tried at once.
//!
//! Kept in memory and bounded: whoever has many addresses fills it, and then those who tried least are forgotten first.
//! The lock of an account stands in the database beside it.

use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// What is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Tried {
    /// A password or a code that was wrong.
    Secret,
    /// A journey to the identity provider, begun or come to nothing. It guesses nothing, but it is kept for a while.
    Journey,
}

impl Tried {
    /// How often one address may in one [`WINDOW`]. Proposals: a whole kommune may stand behind one address, and its wrong
    /// passwords shall not keep it from its own login.
    fn allowed(self) -> u32 {
        match self {
            Self::Secret => 50,
            Self::Journey => 2000,
        }
    }
}

/// How long a try counts. A proposal.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// How many addresses are remembered at most: less than a megabyte.
const ADDRESSES: usize = 4096;
/// How many passwords are tried at once; each takes 19 MiB.
const AT_ONCE: u32 = 2;

/// What addresses have tried.
#[derive(Debug, Default)]
pub(crate) struct Attempts {
    spent: Mutex<HashMap<(IpAddr, Tried), Spent>>,
    trying: Mutex<u32>,
    free: Condvar,
}

#[derive(Debug, Clone, Copy)]
struct Spent {
    since: Timestamp,
    times: u32,
}

impl Spent {
    fn ends(self) -> Timestamp {
        self.since.saturating_add(WINDOW).unwrap_or(Timestamp::MAX)
    }
}

impl Attempts {
    /// Until when an address must wait, if it must. Whoever has no address is let through.
    pub(crate) fn wait_until(
        &self,
        from: Option<IpAddr>,
        tried: Tried,
        now: Timestamp,
    ) -> Option<Timestamp> {
        let spent = lock(&self.spent).get(&(place(from?), tried)).copied()?;
        (spent.times >= tried.allowed() && now < spent.ends()).then(|| spent.ends())
    }

    /// Counts one try of an address.
    pub(crate) fn count(&self, from: Option<IpAddr>, tried: Tried, now: Timestamp) {
        let Some(from) = from.map(|from| (place(from), tried)) else {
            return;
        };
        let mut all = lock(&self.spent);
        if !all.contains_key(&from) && all.len() >= ADDRESSES {
            all.retain(|_, spent| now < spent.ends());
            let least = all.iter().min_by_key(|(_, spent)| spent.times);
            if let Some(least) = least.map(|(address, _)| *address)
                && all.len() >= ADDRESSES
            {
                all.remove(&least);
            }
        }
        let fresh = Spent {
            since: now,
            times: 0,
        };
        let spent = all.entry(from).or_insert(fresh);
        if now >= spent.ends() {
            *spent = fresh;
        }
        spent.times = spent.times.saturating_add(1);
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
            attempts.count(one, Tried::Secret, NOW);
        }
        assert_eq!(attempts.wait_until(one, Tried::Secret, NOW), None);
        attempts.count(one, Tried::Secret, later(5));
        assert_eq!(
            attempts.wait_until(one, Tried::Secret, later(5)),
            Some(later(15))
        );
        assert_eq!(attempts.wait_until(other, Tried::Secret, later(5)), None);
        // The way to the provider stays open.
        assert_eq!(attempts.wait_until(one, Tried::Journey, later(5)), None);
        assert_eq!(attempts.wait_until(one, Tried::Secret, later(15)), None);
        attempts.count(one, Tried::Secret, later(15));
        assert_eq!(attempts.wait_until(one, Tried::Secret, later(15)), None);
    }

    #[test]
    fn neighbouring_addresses_of_one_subscriber_are_one() {
        let attempts = Attempts::default();
        for number in 0..50 {
            attempts.count(
                Some(address(&format!("2001:db8::{number:x}"))),
                Tried::Secret,
                NOW,
            );
        }
        assert!(
            attempts
                .wait_until(Some(address("2001:db8::ffff")), Tried::Secret, NOW)
                .is_some()
        );
        assert_eq!(
            attempts.wait_until(Some(address("2001:db8:0:1::1")), Tried::Secret, NOW),
            None
        );
        // An address of version 4 in the clothes of version 6 is itself.
        assert_eq!(place(address("::ffff:192.0.2.1")), address("192.0.2.1"));
    }

    #[test]
    fn many_addresses_take_no_more_room_and_do_not_free_who_tried_most() {
        let attempts = Attempts::default();
        for _ in 0..50 {
            attempts.count(Some(address("192.0.2.1")), Tried::Secret, NOW);
        }
        for number in 0..20_000_u32 {
            attempts.count(
                Some(IpAddr::V4((0x0a00_0000 + number).into())),
                Tried::Secret,
                NOW,
            );
        }
        assert_eq!(lock(&attempts.spent).len(), ADDRESSES);
        assert!(
            attempts
                .wait_until(Some(address("192.0.2.1")), Tried::Secret, NOW)
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
