// SPDX-License-Identifier: EUPL-1.2
//! *Meld bekymring*: the person, the pathway and all entries of the concern in one transaction.
//!
//! The person is never looked up in the system for the writer: whether she is known here must not show (practice A6). Only a
//! pathway that the writer's own unit already takes part in is continued; duplicates are joined by the receiver.

use crate::App;
use crate::act::WriteError;
use crate::ctx::{Ctx, RandomIds};
use crate::error::AppError;
use crate::registry::person_record;
use crate::thread::Thread;
use jiff::civil::Date;
use traad_domain::body::PathwayKind;
use traad_domain::decide::World;
use traad_domain::decide::concern::{RaiseConcern, raise};
use traad_domain::entry::NewEntry;
use traad_domain::id::{MunicipalityCode, PathwayId, PersonId};
use traad_domain::org::UnitKind;
use traad_domain::person::{Contact, Identity, Name, Person, Speech};
use traad_domain::policy::Denial;
use traad_domain::time::{local_date, zone};
use traad_store::{Identifier, Paging, SearchBy, SearchQuery};

/// Who the concern is about, as typed.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Name, empty when not told.
    pub name: Name,
    /// Identity.
    pub identity: Identity,
    /// Telephone, when told.
    pub phone: Option<String>,
    /// Address, when told; a homeless woman has none.
    pub address: Option<String>,
    /// A child's day of birth, when told.
    pub born: Option<Date>,
}

/// The form: who, and what. `concern.subject` and `concern.region` are filled in here.
#[derive(Debug, Clone)]
pub struct RaiseForm {
    /// Who.
    pub subject: Subject,
    /// What.
    pub concern: RaiseConcern,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// The pathway.
    pub pathway: PathwayId,
}

/// A pathway somebody is about to write in, and whom it is about.
pub(crate) struct Begun {
    pub(crate) thread: Thread,
    pub(crate) subject: PersonId,
    /// The person's record when it is new or has changed, with the version it had.
    person: Option<(u32, Person)>,
}

impl App {
    /// Raises a concern.
    pub fn raise_concern(&self, ctx: &Ctx, form: &RaiseForm) -> Result<Raised, AppError> {
        if traad_domain::policy::may_write_new(ctx.reader(), ctx.now).is_err() {
            self.log(ctx, "raise-concern", &[], Err(Denial::Function))?;
            return Err(AppError::Forbidden);
        }
        let pathway = Self::again_while_moved(|| self.try_raise(ctx, form))?;
        Ok(Raised { pathway })
    }

    fn try_raise(&self, ctx: &Ctx, form: &RaiseForm) -> Result<PathwayId, WriteError> {
        let begun = self.begun(ctx, &form.subject, form.concern.kind)?;
        let today = local_date(ctx.now);
        let command = self.complete(&form.concern, begun.subject.clone(), today);
        let directory = self.directory(today)?;
        let out_of_hours = self.closed_now(ctx, &directory, &command);
        let mut ids = RandomIds(self.random.as_ref());
        let world = World {
            directory: &directory,
            out_of_hours,
        };
        let hand = ctx.hand(begun.subject.clone());
        let entries = raise(&begun.thread.whole, &command, &hand, world, &mut ids)
            .map_err(|refusal| WriteError::App(refusal.into()))?;
        self.write_begun(ctx, begun, entries)
    }

    /// The pathway somebody is about to write in of a person they tell of: their own unit's, or a new one.
    pub(crate) fn begun(
        &self,
        ctx: &Ctx,
        told: &Subject,
        kind: PathwayKind,
    ) -> Result<Begun, WriteError> {
        let known = self.own_pathway(ctx, &told.identity, kind)?;
        let person = self.told_person(ctx, known.as_ref(), told)?;
        let thread = known.unwrap_or_else(|| Thread::new(PathwayId::new(self.fresh_id())));
        let subject = match (&person, &thread.whole.subject) {
            (Some((_, person)), _) => person.id.clone(),
            (None, Some(known)) => known.clone(),
            (None, None) => return Err(WriteError::App(AppError::NotFound)),
        };
        Ok(Begun {
            thread,
            subject,
            person,
        })
    }

    /// Writes what was decided, with the person's record when it is new or has changed.
    pub(crate) fn write_begun(
        &self,
        ctx: &Ctx,
        begun: Begun,
        entries: Vec<NewEntry>,
    ) -> Result<PathwayId, WriteError> {
        let by = ctx.actor.employment.id.as_str();
        let records = begun
            .person
            .map(|(version, person)| {
                person_record(&person, version, by, ctx.now).map(|record| (person, record))
            })
            .transpose()?;
        self.write(ctx, begun.thread, entries, records.into_iter().collect())
    }

    /// The person's record as it will be: a new one, or the known one with what was told anew – how she can safely be reached
    /// is never lost. `None` when nothing changes.
    fn told_person(
        &self,
        ctx: &Ctx,
        known: Option<&Thread>,
        told: &Subject,
    ) -> Result<Option<(u32, Person)>, AppError> {
        let Some(id) = known.and_then(|thread| thread.whole.subject.clone()) else {
            return Ok(Some((0, self.new_person(told))));
        };
        let Some(found) = self.person(&id)? else {
            return Ok(None);
        };
        let contact = Contact {
            phone: told.phone.clone(),
            address: told.address.clone(),
        };
        let name = if told.name.0.is_empty() {
            found.value.name.clone()
        } else {
            told.name.clone()
        };
        let person = found
            .value
            .clone()
            .told(&ctx.actor.unit.id, contact, ctx.now);
        let person = Person { name, ..person };
        Ok((person != found.value).then_some((found.version, person)))
    }

    /// The pathway of the same number that the writer's own unit wrote in, if there is one.
    fn own_pathway(
        &self,
        ctx: &Ctx,
        identity: &Identity,
        kind: PathwayKind,
    ) -> Result<Option<Thread>, AppError> {
        let Some((system, value)) = number(identity) else {
            return Ok(None);
        };
        let unit = ctx.actor.unit.id.as_str();
        let query = SearchQuery {
            unit: unit.to_owned(),
            by: SearchBy::Identifier(Identifier {
                system: system.into(),
                value: value.into(),
            }),
            paging: Paging {
                offset: 0,
                limit: 20,
            },
        };
        for row in self.found_by(&query)? {
            let thread = self.load_thread(&PathwayId::new(row))?;
            let own = |thread: &Thread| {
                let wrote = |e: &traad_domain::entry::Entry| {
                    e.written()
                        .is_some_and(|w| w.envelope.author.unit.as_str() == unit)
                };
                !thread.whole.is_closed()
                    && thread.whole.kind == Some(kind)
                    && thread.entries.iter().any(wrote)
            };
            if let Some(thread) = thread.filter(own) {
                return Ok(Some(thread));
            }
        }
        Ok(None)
    }

    /// Ids of the pathways found by a number.
    fn found_by(&self, query: &SearchQuery) -> Result<Vec<String>, AppError> {
        if let Some(stage) = &self.stage {
            return Ok(stage.found_by(&query.by));
        }
        let found = self.store.search(query).map_err(AppError::Unavailable)?;
        Ok(found.rows.into_iter().map(|row| row.pathway).collect())
    }

    fn new_person(&self, subject: &Subject) -> Person {
        Person {
            id: PersonId::new(self.fresh_id()),
            name: subject.name.clone(),
            identity: subject.identity.clone(),
            phone: subject.phone.clone(),
            address: subject.address.clone(),
            protected: Vec::new(),
            speech: Speech::default(),
            born: subject.born,
            identified: None,
        }
    }

    pub(crate) fn complete(
        &self,
        concern: &RaiseConcern,
        subject: PersonId,
        today: Date,
    ) -> RaiseConcern {
        let mut command = concern.clone();
        command.subject = subject;
        let place = command
            .notify
            .as_ref()
            .and_then(|n| n.municipality.clone())
            .or_else(|| command.municipality.clone());
        if command.municipality.is_none() {
            command.municipality.clone_from(&place);
        }
        command.region = place
            .and_then(|m| self.region_of(&m, today))
            .unwrap_or_default();
        command
    }

    /// Whether the family department that would receive it is closed now, so that the emergency duty is alerted too.
    pub(crate) fn closed_now(
        &self,
        ctx: &Ctx,
        directory: &traad_domain::directory::Directory,
        command: &RaiseConcern,
    ) -> bool {
        let place: Option<&MunicipalityCode> = command.municipality.as_ref();
        let family =
            place.and_then(|m| directory.serving(UnitKind::FamilyDepartment, m, &command.region));
        let local = ctx.now.to_zoned(zone());
        let holiday = self.rules.is_holiday(local.date());
        family
            .and_then(|f| f.hours.as_ref())
            .is_some_and(|hours| !hours.open_at(local.date(), local.time(), holiday))
    }
}

fn number(identity: &Identity) -> Option<(&'static str, &str)> {
    match identity {
        Identity::Cpr { number } => Some(("cpr", number.digits())),
        Identity::Replacement { number } => Some(("ecpr", number.as_str())),
        Identity::Unknown { .. } | Identity::Unborn => None,
    }
}
