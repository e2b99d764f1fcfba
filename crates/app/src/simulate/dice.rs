// SPDX-License-Identifier: EUPL-1.2
//! Chance from a seed: the same seed tells the same story. Good enough to mix events; nothing secret comes from it, and
//! a database in use draws its ids from the operating system.

use crate::ctx::Randomness;
use std::sync::{Mutex, PoisonError};

/// A series of numbers (`SplitMix64`).
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

/// Scatters a number over all 64 bits.
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

impl Dice {
    /// The series of one thing among many, for example the hundredth life of a seed.
    pub(super) fn of(seed: u64, what: u64, number: u64) -> Self {
        Self(mixed(mixed(mixed(seed) ^ what) ^ number))
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// From `low` up to and not including `high`.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high.saturating_sub(low)).unwrap_or(0).max(1);
        low.saturating_add(i64::try_from(self.next() % width).unwrap_or(0))
    }

    /// So many times of a thousand.
    pub(super) fn of_thousand(&mut self, share: i64) -> bool {
        self.between(0, 1_000) < share
    }

    /// One of these.
    pub(super) fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let place = self.between(0, i64::try_from(all.len()).unwrap_or(0));
        all.get(usize::try_from(place).unwrap_or(0))
    }

    /// One of these texts, or nothing where there is none.
    pub(super) fn word<'a>(&mut self, all: &[&'a str]) -> &'a str {
        self.pick(all).copied().unwrap_or_default()
    }
}

/// Ids and salts of one life after the other. Each begins with the number of its life, so that lives that are written in
/// their order find their place at the end of every index: a file that is filled needs no page twice.
#[derive(Debug)]
pub(super) struct LifeRandomness(Mutex<(u64, Dice)>);

impl LifeRandomness {
    pub(super) fn new() -> Self {
        Self(Mutex::new((0, Dice(0))))
    }

    /// Begins the series of another life.
    pub(super) fn begin(&self, number: u64, dice: Dice) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = (number, dice);
    }
}

impl Randomness for LifeRandomness {
    fn bytes(&self) -> [u8; 16] {
        let mut series = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (number, dice) = &mut *series;
        let high = (*number << 32) | (dice.next() >> 32);
        ((u128::from(high) << 64) | u128::from(dice.next())).to_be_bytes()
    }
}
