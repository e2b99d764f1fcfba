// SPDX-License-Identifier: EUPL-1.2
//! Birth, loss and death. A birth writes the mother's journal and one for each living child in one transaction: all of it or
//! nothing.

mod undo;

use crate::App;
use crate::act::WriteError;
use crate::ctx::{Ctx, RandomIds};
use crate::error::AppError;
use crate::registry::person_record;
use crate::thread::Thread;
use std::collections::BTreeSet;
use traad_domain::decide::World;
use traad_domain::decide::birth::{
    BirthTold, LossTold, Newborn, Pregnancy, die, is_nearest, lose, loss_to_show, register,
    registers_birth, registers_death, show_loss,
};
use traad_domain::decide::child::discharges;
use traad_domain::entry::NewEntry;
use traad_domain::id::{EntryId, PathwayId, PersonId, RefId, UnitId};
use traad_domain::pathway::Pathway;
use traad_domain::person::{Contact, Identity, Name, Person, ProtectedContact, Speech};
use traad_domain::time::{Occurred, local_date};
use traad_store::PutRecord;

type Outcome = Result<PathwayId, AppError>;

/// Why a pathway ends when the person has died: neutral, since everybody who knows of the pathway reads it.
const ENDED: &str = "Forløbet er slut.";

/// Who a living child is, as told.
#[derive(Debug, Clone)]
pub struct NewbornTold {
    /// Name, empty when it has none yet.
    pub name: Name,
    /// Identity.
    pub identity: Identity,
}

/// What somebody may register about the end of a pregnancy.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something that goes with all others"
)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MayEnd {
    /// The birth.
    pub birth: bool,
    /// A loss.
    pub loss: bool,
    /// That her own page may speak of the loss.
    pub show: bool,
    /// That the person has died.
    pub death: bool,
    /// That the child goes home.
    pub discharge: bool,
}

/// What there is to decide on in a pregnancy.
struct Known<'a> {
    thread: &'a Thread,
    known: Pathway,
}

impl App {
    /// Registers a birth: the mother's journal goes on, and each living child gets one of its own. `who` are the living
    /// children, in the order of `told`. Gives the mother's pathway.
    pub fn register_birth(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        told: &BirthTold,
        who: &[NewbornTold],
    ) -> Outcome {
        let outcome = Self::again_while_moved(|| self.try_birth(ctx, id, (told, who)));
        self.unless_sent_before(ctx, outcome)
    }

    fn try_birth(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (told, who): (&BirthTold, &[NewbornTold]),
    ) -> Result<PathwayId, WriteError> {
        let thread = self.open_for(ctx, id, "write")?;
        let hand = ctx.hand(thread.subject());
        let today = local_date(ctx.now);
        let directory = self.directory(today)?;
        let world = World {
            directory: &directory,
            out_of_hours: false,
        };
        let newborn: Vec<Newborn> = (0..told.children.iter().filter(|c| c.alive).count())
            .map(|_| Newborn {
                pathway: PathwayId::new(self.fresh_id()),
                person: PersonId::new(self.fresh_id()),
            })
            .collect();
        let mut ids = RandomIds(self.random.as_ref());
        let born = decided(ctx, &thread, |pregnancy| {
            register(pregnancy, told, &newborn, (&hand, world), &mut ids)
        })
        .map_err(|refusal| WriteError::App(refusal.into()))?;
        let protected = self.as_protected(&thread)?;
        let people = newborn.iter().enumerate().map(|(place, child)| {
            let told_of = who.get(place);
            newborn_record(ctx, child, (told_of, told.occurred), &protected)
        });
        let people = people.collect::<Result<Vec<_>, _>>();
        let people = people?;
        let placed = |id: &PathwayId, entries: Vec<NewEntry>| {
            let entries = entries.into_iter();
            entries.map(|entry| (id.clone(), entry)).collect::<Vec<_>>()
        };
        let mother = thread.primary().cloned();
        let mother = mother.ok_or(WriteError::App(AppError::NotFound))?;
        let mut threads = vec![(thread, placed(&mother, born.mother))];
        for (child, entries) in newborn.iter().zip(born.children) {
            let journal = Thread::new(child.pathway.clone());
            threads.push((journal, placed(&child.pathway, entries)));
        }
        self.write_together(ctx, threads, people)
    }

    /// Registers a loss, a termination or a stillbirth.
    pub fn register_loss(&self, ctx: &Ctx, id: &PathwayId, told: &LossTold) -> Outcome {
        self.act(ctx, id, None, |on| {
            let pregnancy = Known {
                thread: on.thread,
                known: on.known().clone(),
            };
            pregnancy.decide(ctx, |pregnancy| lose(pregnancy, told, (on.hand, on.world)))
        })
    }

    /// Registers that the person has died, and ends the pathway.
    pub fn register_death(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (occurred, note): (Occurred, &str),
    ) -> Outcome {
        let outcome = self.act(ctx, id, None, |on| {
            let pregnancy = Known {
                thread: on.thread,
                known: on.known().clone(),
            };
            pregnancy.decide(ctx, |pregnancy| {
                die(pregnancy, (occurred, note), (on.hand, on.world), ENDED)
            })
        })?;
        // Nothing is read there from the entry on; now nobody gets in either.
        self.close_pages_of_the_dead(ctx, id)?;
        Ok(outcome)
    }

    /// Lets her own page speak of a loss.
    pub fn show_loss(&self, ctx: &Ctx, id: &PathwayId) -> Outcome {
        self.act(ctx, id, None, |on| {
            let reference = RefId::new(on.ids.random());
            show_loss(on.known(), on.readable(), (on.hand, on.world), reference)
        })
    }

    /// What somebody may register about the end of a pregnancy, from what the reader is shown of it.
    pub fn may_end(&self, ctx: &Ctx, view: &crate::PathwayView) -> MayEnd {
        let hand = ctx.hand(PersonId::new(""));
        let world = view.world();
        let known = &view.pathway;
        let readable: Vec<_> = view.entries.iter().collect();
        let goes_on = view.writes
            && !known.is_closed()
            && known.kind == Some(traad_domain::body::PathwayKind::Pregnancy)
            && known.birth.is_none()
            && !known.lost;
        let nearest = view.writes && is_nearest(&hand, world);
        MayEnd {
            birth: goes_on && registers_birth(known, &hand, world),
            loss: goes_on && nearest,
            show: nearest && !loss_to_show(known, &readable).is_empty(),
            discharge: view.writes && discharges(&hand, world),
            death: view.writes && !known.is_closed() && registers_death(known, &hand, world),
        }
    }
}

impl Known<'_> {
    fn decide<T>(&self, ctx: &Ctx, decide: impl FnOnce(Pregnancy<'_>) -> T) -> T {
        let readers = |id: &EntryId| -> BTreeSet<UnitId> {
            let entry = self.thread.entries.iter().find(|entry| &entry.id == id);
            entry
                .map(|entry| self.thread.readers_of(entry, ctx.now))
                .unwrap_or_default()
        };
        decide(Pregnancy {
            known: &self.known,
            whole: &self.thread.whole,
            entries: &self.thread.entries,
            shares: &self.thread.shares,
            readers: &readers,
        })
    }
}

fn decided<T>(ctx: &Ctx, thread: &Thread, decide: impl FnOnce(Pregnancy<'_>) -> T) -> T {
    let readable = thread.readable(ctx.reader(), ctx.now);
    let known = Pathway::fold(readable.iter().copied());
    Known { thread, known }.decide(ctx, decide)
}

impl App {
    /// Where her contact details are protected, those of her child will be, for the same units: where she lives, it lives.
    fn as_protected(&self, thread: &Thread) -> Result<Vec<ProtectedContact>, AppError> {
        let Some(subject) = &thread.whole.subject else {
            return Ok(Vec::new());
        };
        let mother = self.person(subject)?.map(|found| found.value);
        let cards = mother.map(|mother| mother.protected).unwrap_or_default();
        let empty = |card: ProtectedContact| ProtectedContact {
            contact: Contact::default(),
            ..card
        };
        Ok(cards.into_iter().map(empty).collect())
    }
}

/// The record of a newborn.
fn newborn_record(
    ctx: &Ctx,
    child: &Newborn,
    (told, born): (Option<&NewbornTold>, Occurred),
    protected: &[ProtectedContact],
) -> Result<(Person, PutRecord), AppError> {
    let unknown = || Identity::Unknown {
        description: String::new(),
    };
    let person = Person {
        id: child.person.clone(),
        name: told.map(|told| told.name.clone()).unwrap_or_default(),
        identity: told.map_or_else(unknown, |told| told.identity.clone()),
        phone: None,
        address: None,
        protected: protected.to_vec(),
        speech: Speech::default(),
        born: Some(born.date()),
        identified: None,
    };
    let by = ctx.actor.employment.id.as_str();
    let record = person_record(&person, 0, by, ctx.now)?;
    Ok((person, record))
}
