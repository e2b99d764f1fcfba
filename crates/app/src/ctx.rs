// SPDX-License-Identifier: EUPL-1.2
//! Who does something, when, and with what: handed to every use case, so that clock and randomness are parameters.

use jiff::Timestamp;
use traad_domain::chain::hex;
use traad_domain::decide::Hand;
use traad_domain::entry::Author;
use traad_domain::id::{Ids, PersonId};
use traad_domain::org::{Employment, Unit};
use traad_domain::policy::{Purpose, Reader};

/// Where the time comes from: the system in the program, settable in tests (row X01).
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// Where randomness comes from: the operating system in the program, a seed in tests.
pub trait Randomness: Send + Sync {
    /// Sixteen fresh bytes.
    fn bytes(&self) -> [u8; 16];

    /// Sixteen fresh bytes as 32 hexadecimal digits.
    fn text(&self) -> String {
        hex(&self.bytes())
    }
}

/// The operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandomness;

impl Randomness for OsRandomness {
    fn bytes(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // Without randomness there are no sessions, ids or salts; an all-zero id is refused by the unique keys.
        if getrandom::fill(&mut bytes).is_err() {
            tracing::error!("the operating system gives no randomness");
        }
        bytes
    }
}

/// Ids from a source of randomness.
pub(crate) struct RandomIds<'a>(pub(crate) &'a dyn Randomness);

impl Ids for RandomIds<'_> {
    fn random(&mut self) -> String {
        self.0.text()
    }
}

/// Who acts.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The employment.
    pub employment: Employment,
    /// Its unit.
    pub unit: Unit,
}

/// One use of the program by one person.
#[derive(Debug, Clone)]
pub struct Ctx {
    /// Who.
    pub actor: Actor,
    /// Now.
    pub now: Timestamp,
    /// For what.
    pub purpose: Purpose,
    /// The random id of the form that was sent, so that a double click writes once.
    pub submission: Option<String>,
}

impl Ctx {
    /// The reader the policy asks about.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            employment: &self.actor.employment,
            purpose: self.purpose,
        }
    }

    /// The hand that writes about a person.
    pub fn hand(&self, about: PersonId) -> Hand {
        Hand {
            author: Author {
                employment: self.actor.employment.id.clone(),
                name: self.actor.employment.name.clone(),
                unit: self.actor.unit.id.clone(),
                function: self.actor.employment.function,
            }
            .into(),
            controller: self.actor.unit.controller.clone(),
            about: vec![about],
            now: self.now,
        }
    }
}
