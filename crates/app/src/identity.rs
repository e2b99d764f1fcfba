// SPDX-License-Identifier: EUPL-1.2
//! Establishing who somebody is: an unknown woman gets a name and a number; two journals about one person are joined
//! without losing anything (A01 negative b, row X11).

use crate::App;
use crate::act::WriteError;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::registry::person_record;
use crate::thread::Thread;
use std::collections::BTreeSet;
use traad_domain::decide::course::join;
use traad_domain::id::{PathwayId, UnitId};
use traad_domain::person::{Contact, Identity, Name, Person, Speech};
use traad_domain::refusal::{Check, NotNow, Problem, Refusal};
use traad_domain::time::local_date;

impl App {
    /// Joins two journals about one person. The reader's unit must take part in both.
    pub fn join_pathways(
        &self,
        ctx: &Ctx,
        one: &PathwayId,
        other: &PathwayId,
        reason: &str,
    ) -> Result<PathwayId, AppError> {
        let outcome = self.join_again(ctx, one, other, reason);
        self.unless_sent_before(ctx, outcome)
    }

    fn join_again(
        &self,
        ctx: &Ctx,
        one: &PathwayId,
        other: &PathwayId,
        reason: &str,
    ) -> Result<PathwayId, AppError> {
        Self::again_while_moved(|| self.try_join(ctx, one, other, reason))
    }

    fn try_join(
        &self,
        ctx: &Ctx,
        one: &PathwayId,
        other: &PathwayId,
        reason: &str,
    ) -> Result<PathwayId, WriteError> {
        let open = |id| self.open_for(ctx, id, "join").map_err(WriteError::App);
        let (first, second) = (open(one)?, open(other)?);
        let hand = ctx.hand(first.subject());
        let placed = join(&first.whole, &second.whole, reason, &hand)
            .map_err(|refusal| WriteError::App(refusal.into()))?;
        let known = self.known_person(ctx, &first, &second)?;
        let thread = first.with(second);
        let records = match known {
            None => Vec::new(),
            Some((version, person)) => {
                let by = ctx.actor.employment.id.as_str();
                let record = person_record(&person, version, by, ctx.now)?;
                vec![(person, record)]
            }
        };
        self.write_placed(ctx, thread, placed.into(), records)
    }

    /// When exactly one of two joined persons is known, the other becomes that person too – for the unit that joins them and
    /// those that knew already. Two different numbers are two people.
    fn known_person(
        &self,
        ctx: &Ctx,
        first: &Thread,
        second: &Thread,
    ) -> Result<Option<(u32, Person)>, AppError> {
        let of = |thread: &Thread| match &thread.whole.subject {
            Some(id) => self.person(id),
            None => Ok(None),
        };
        let (Some(one), Some(other)) = (of(first)?, of(second)?) else {
            return Ok(None);
        };
        let unknown = |person: &Person| matches!(person.identity, Identity::Unknown { .. });
        let knowing = |thread: &Thread| {
            let mut units: BTreeSet<_> = thread
                .strands
                .iter()
                .flat_map(|s| thread.participants_of(&s.id, ctx.now))
                .collect();
            units.insert(ctx.actor.unit.id.clone());
            (ctx.now, units)
        };
        Ok(match (unknown(&one.value), unknown(&other.value)) {
            (true, false) => {
                let Person { identity, name, .. } = other.value;
                Some((
                    one.version,
                    one.value.identify(identity, name, knowing(second)),
                ))
            }
            (false, true) => {
                let Person { identity, name, .. } = one.value;
                Some((
                    other.version,
                    other.value.identify(identity, name, knowing(first)),
                ))
            }
            (false, false) if one.value.identity != other.value.identity => {
                return Err(Refusal::NotNow(NotNow::TwoPeople).into());
            }
            _ => None,
        })
    }

    /// Gives somebody whose identity was unknown a name and a number. Somebody who has a number keeps it.
    pub fn identify(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        identity: &Identity,
        name: &Name,
    ) -> Result<PathwayId, AppError> {
        let known_to = BTreeSet::from([ctx.actor.unit.id.clone()]);
        self.change_person(ctx, id, |person| {
            if matches!(person.identity, Identity::Cpr { .. }) {
                return Err(Refusal::NotNow(NotNow::AlreadyDone));
            }
            let found = (ctx.now, known_to.clone());
            Ok(person.identify(identity.clone(), name.clone(), found))
        })
    }

    /// Keeps how she can be reached and how to speak with her: where she is, for everybody who works with her, or protected,
    /// for the units named and the reader's own.
    pub fn keep_contact(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (contact, speech): (&Contact, &Speech),
        known_to: &BTreeSet<UnitId>,
    ) -> Result<PathwayId, AppError> {
        let mut check = Check::default();
        check.length(speech.language.as_deref().unwrap_or_default(), "language");
        check.length(contact.phone.as_deref().unwrap_or_default(), "phone");
        check.length(contact.address.as_deref().unwrap_or_default(), "address");
        let directory = self.directory(local_date(ctx.now))?;
        let exist = known_to.iter().all(|unit| directory.unit(unit).is_some());
        check.require(exist, "known_to", Problem::UnknownCode);
        check.done()?;
        self.change_person(ctx, id, |person| {
            let unit = &ctx.actor.unit.id;
            let reached = person.reached_by(unit, contact.clone(), (known_to.clone(), ctx.now));
            Ok(Person {
                speech: speech.clone(),
                ..reached
            })
        })
    }

    /// Writes a new version of the record of the person a pathway is about, decided anew when somebody else wrote meanwhile.
    fn change_person(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        change: impl Fn(Person) -> Result<Person, Refusal>,
    ) -> Result<PathwayId, AppError> {
        let outcome = Self::again_while_moved(|| self.try_change_person(ctx, id, &change));
        self.unless_sent_before(ctx, outcome)
    }

    fn try_change_person(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        change: &impl Fn(Person) -> Result<Person, Refusal>,
    ) -> Result<PathwayId, WriteError> {
        let thread = self.open_for(ctx, id, "write")?;
        let subject = thread.whole.subject.clone();
        let subject = subject.ok_or(WriteError::App(AppError::NotFound))?;
        let found = self.person(&subject)?;
        let found = found.ok_or(WriteError::App(AppError::NotFound))?;
        let person = change(found.value).map_err(|refusal| WriteError::App(refusal.into()))?;
        let by = ctx.actor.employment.id.as_str();
        let record = person_record(&person, found.version, by, ctx.now)?;
        self.write_placed(ctx, thread, Vec::new(), vec![(person, record)])
    }
}
