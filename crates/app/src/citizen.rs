// SPDX-License-Identifier: EUPL-1.2
//! Pages of the own: what the person a pathway is about sees there and does there herself, and who has custody of a child for
//! the child. They are readers and writers like any other, asked about by the same [`traad_domain::policy::may`]; only what
//! ties them to an entry differs.

mod access;

pub(crate) use access::is_citizen;
pub use access::{CitizenAccess, Handed, OpenPage};

use crate::App;
use crate::act::Decision;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::log_page::ReadAbout;
use crate::thread::Thread;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use traad_domain::body::{
    Asking, Body, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentRefused,
    ConsentScope, ConsentWithdrawn, ContractEnded, ContractEnding, Custody, CustodyState,
    Direction, Giver, MeetingAnswered, PathwayKind, TimesAnswered, WishRecorded,
};
use traad_domain::category::Category;
use traad_domain::decide::{Hand, consent, contract, her_word, meeting};
use traad_domain::directory::Directory;
use traad_domain::entry::{Entry, NewEntry};
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::org::{Function, Unit};
use traad_domain::party::units_known;
use traad_domain::pathway::{Consent, Pathway};
use traad_domain::person::Person;
use traad_domain::time::local_date;

/// A unit that helps her, and the kinds of what it can read of what she can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    /// Which.
    pub unit: UnitId,
    /// What kinds of information it can read.
    pub reads: BTreeSet<Category>,
}

/// Her page.
#[derive(Debug)]
pub struct OwnView {
    /// The pathway's id.
    pub id: PathwayId,
    /// Folded from what she may see.
    pub pathway: Pathway,
    /// The name of who has custody, when it is that one's page and the pathway is the child's.
    pub holder: Option<String>,
    /// Who takes part, as far as she may know.
    pub helpers: Vec<Helper>,
    /// Whom the pathway is about.
    pub person: Option<Person>,
    /// Units.
    pub directory: Arc<Directory>,
    /// The region of the municipality that acts.
    pub region: String,
    /// Whether the pregnancy has ended and nobody has decided yet that her page may speak of it (practice A16).
    pub silent: bool,
    /// Whether days, hours and places of meetings are kept off the page.
    pub quiet: bool,
    /// Whether they are kept off it whatever the reader wants: there is a risk of violence, and somebody could wait there
    /// (practice A9, A10).
    pub held: bool,
}

/// What she says yes or no to on her page.
#[derive(Debug, Clone)]
pub struct OwnAnswer {
    /// Which way.
    pub direction: Direction,
    /// To whom.
    pub actors: Vec<UnitId>,
    /// About what.
    pub categories: Vec<Category>,
    /// What for.
    pub purpose: Option<ConsentPurpose>,
}

impl App {
    /// The pathway of who acts.
    fn own(&self, ctx: &Ctx) -> Result<PathwayId, AppError> {
        Ok(self.own_access(ctx)?.pathway)
    }

    /// Opens it to be read; the read is logged with its ground.
    pub(crate) fn open_own(&self, ctx: &Ctx, id: &PathwayId) -> Result<Thread, AppError> {
        let thread = self.open_for(ctx, id, "read-own")?;
        let read = std::slice::from_ref(id);
        self.log(ctx, "read-own", read, Ok(ground(ctx)))?;
        Ok(thread)
    }

    /// Whether the page of who acts is there for that one still.
    pub fn is_open_to(&self, ctx: &Ctx) -> Result<(), AppError> {
        let id = self.own(ctx)?;
        self.open_for(ctx, &id, "read-own").map(drop)
    }

    /// She has days, hours and places of meetings kept off her page, or shown again.
    pub fn keep_own_page_quiet(&self, ctx: &Ctx, quiet: bool) -> Result<(), AppError> {
        let access = self.own_access(ctx)?;
        let id = access.pathway.clone();
        self.open_for(ctx, &id, "write")?;
        self.log(ctx, "write", std::slice::from_ref(&id), Ok(ground(ctx)))?;
        self.put_access(ctx, &CitizenAccess { quiet, ..access })
    }

    /// Her page. The read is logged like any other.
    pub fn own_page(&self, ctx: &Ctx) -> Result<OwnView, AppError> {
        let CitizenAccess {
            pathway: id,
            quiet,
            holder,
            ..
        } = self.own_access(ctx)?;
        let thread = self.open_own(ctx, &id)?;
        let readable = thread.readable(ctx.reader(), ctx.now);
        let mut pathway = Pathway::fold(readable.iter().copied());
        pathway.is_born_on(thread.whole.child.birthday());
        let silent = thread.whole.lost && !pathway.lost;
        let held = !self.is_safe_for(&ctx.actor.employment, &thread)?;
        let directory = self.directory(local_date(ctx.now))?;
        let helpers = helpers(&thread, &readable, ctx.now);
        let exists = |helper: &Helper| directory.unit(&helper.unit).is_some();
        let today = local_date(ctx.now);
        let municipality = pathway.municipality.as_ref();
        let region = municipality.and_then(|code| self.region_of(code, today));
        let person = match &pathway.subject {
            Some(subject) => self.person(subject)?.map(|found| found.value),
            None => None,
        };
        Ok(OwnView {
            id,
            holder,
            person,
            helpers: helpers.into_iter().filter(exists).collect(),
            region: region.unwrap_or_default(),
            directory,
            pathway,
            silent,
            quiet: quiet || held,
            held,
        })
    }

    /// Who has read about her, as she may know.
    pub fn own_readers(&self, ctx: &Ctx) -> Result<ReadAbout, AppError> {
        let id = self.own(ctx)?;
        let thread = self.open_own(ctx, &id)?;
        let readable = thread.readable(ctx.reader(), ctx.now);
        self.read_about(&thread, &readable, ctx.now)
    }

    /// She writes her own words; her coordinator reads them.
    pub fn write_own_wish(&self, ctx: &Ctx, wish: &WishRecorded) -> Result<PathwayId, AppError> {
        let id = self.own(ctx)?;
        self.act(ctx, &id, None, |on| {
            let made = meeting::wish(on.known(), wish, on.hand)?;
            let readers = receivers(&on);
            Ok(sent(made, &readers))
        })
    }

    /// She answers an invitation to a meeting.
    pub fn answer_own_meeting(
        &self,
        ctx: &Ctx,
        answered: &MeetingAnswered,
    ) -> Result<PathwayId, AppError> {
        let id = self.own(ctx)?;
        self.act(ctx, &id, None, |on| {
            meeting::answer(on.known(), answered, on.hand)
        })
    }

    /// She says which of the proposed times suit her.
    pub fn answer_own_times(
        &self,
        ctx: &Ctx,
        answered: &TimesAnswered,
    ) -> Result<PathwayId, AppError> {
        let id = self.own(ctx)?;
        self.act(ctx, &id, None, |on| {
            meeting::suit(on.known(), (answered, true), on.hand)
        })
    }

    /// She answers yes or no herself. A yes follows the strictest law that fits what it is about.
    pub fn answer_own_consent(
        &self,
        ctx: &Ctx,
        yes: bool,
        answer: &OwnAnswer,
    ) -> Result<PathwayId, AppError> {
        let id = self.own(ctx)?;
        let law_code = if health(answer) { "sul-43" } else { "fvl-28" };
        let law = self.governing_law(law_code);
        let today = local_date(ctx.now);
        let asking = Asking {
            on: today,
            form: ConsentForm::Digital,
            oral_because: None,
            explained: true,
            asked_by: String::new(),
        };
        self.act(ctx, &id, None, |on| {
            let reference = RefId::new(on.ids.random());
            // The age counts, also for whoever may not read of the birth.
            let mut known = on.known().clone();
            known.is_born_on(on.thread.whole.child.birthday());
            let scope = scope(answer, &known, on.hand);
            let made = if yes {
                let given = ConsentGiven {
                    reference,
                    scope,
                    law: law_code.to_owned(),
                    from: today,
                    until: None,
                    asking: asking.clone(),
                };
                consent::give(&known, &given, law.as_ref(), on.hand)?
            } else {
                let refused = ConsentRefused {
                    reference,
                    scope,
                    renewal_of: None,
                    ask_again: None,
                    asking: asking.clone(),
                };
                consent::refuse(&known, &refused, on.hand)?
            };
            let readers = receivers(&on);
            Ok(sent(made, &readers))
        })
    }

    /// She takes a yes back. It counts from the next reading; the units that had written it learn of it.
    pub fn withdraw_own_consent(
        &self,
        ctx: &Ctx,
        reference: &RefId,
    ) -> Result<PathwayId, AppError> {
        let id = self.own(ctx)?;
        let withdrawn = ConsentWithdrawn {
            reference: reference.clone(),
            actors: Vec::new(),
            form: ConsentForm::Digital,
            note: String::new(),
        };
        self.act(ctx, &id, None, |on| {
            let made = consent::withdraw(on.known(), &withdrawn, on.hand)?;
            let found = on.known().consent(reference.as_str());
            let wrote = found.map(Consent::writers).unwrap_or_default();
            Ok(sent(made, wrote))
        })
    }

    /// She ends a contract on detention; those who made it with her learn of it. The treatment goes on.
    pub fn end_own_contract(&self, ctx: &Ctx, reference: &RefId) -> Result<PathwayId, AppError> {
        let id = self.own(ctx)?;
        let ended = ContractEnded {
            reference: reference.clone(),
            ended: ContractEnding::ByHer,
            note: String::new(),
        };
        self.act(ctx, &id, None, |on| {
            let made = contract::end(on.known(), &ended, on.hand)?;
            Ok(sent(made, &contract_writers(on.known(), reference)))
        })
    }
}

/// The units that wrote a contract with her.
fn contract_writers(known: &Pathway, reference: &RefId) -> Vec<UnitId> {
    let Some(contract) = known.contract(reference.as_str()) else {
        return Vec::new();
    };
    let offered = contract.offers.iter().map(|offer| &offer.author);
    let signed = contract.signed.iter().map(|signed| &signed.author);
    offered
        .chain(signed)
        .map(|author| author.unit.clone())
        .collect()
}

/// Who helps her, as far as she may know, and what they read of what she does.
fn helpers(thread: &Thread, readable: &[&Entry], now: Timestamp) -> Vec<Helper> {
    let all = thread.entries.iter();
    let known = units_known(all, readable.iter().copied(), &thread.whole.shown, now);
    let mut reads: BTreeMap<UnitId, BTreeSet<Category>> = BTreeMap::new();
    for entry in readable {
        let Some(written) = entry.written() else {
            continue;
        };
        let readers = thread.readers_of(entry, now);
        for unit in readers.into_iter().filter(|unit| known.contains(unit)) {
            let kinds = reads.entry(unit).or_default();
            kinds.insert(written.envelope.category);
        }
    }
    let helpers = reads.into_iter();
    helpers
        .map(|(unit, reads)| Helper { unit, reads })
        .collect()
}

/// Whether the answer concerns what the health service knows: then the consent lapses after a year (SUL § 44).
fn health(answer: &OwnAnswer) -> bool {
    let mut kinds = answer.categories.iter();
    answer.direction != Direction::Meet && kinds.any(|category| category.is_health())
}

/// On what ground a page of the own is read.
fn ground(ctx: &Ctx) -> &'static str {
    let function = ctx.actor.employment.function;
    if function == Function::CustodyHolder {
        "custody"
    } else if function == Function::FosterCarer {
        "carer"
    } else {
        "own-data"
    }
}

/// What somebody says yes or no to, in the capacity that fits the page.
fn scope(answer: &OwnAnswer, known: &Pathway, hand: &Hand) -> ConsentScope {
    let holder = hand.author.function == Function::CustodyHolder;
    let capacity = match known.kind {
        Some(PathwayKind::Child) if holder => Capacity::CustodyHolder,
        Some(PathwayKind::Child) => Capacity::YoungPerson,
        Some(PathwayKind::Adult) => Capacity::Adult,
        Some(PathwayKind::Pregnancy) | None => Capacity::Woman,
    };
    let alone = |state| match state {
        CustodyState::Alone => Custody::Alone,
        CustodyState::Shared | CustodyState::Unresolved => Custody::Shared,
    };
    let custody = known.child.custody().filter(|_| holder);
    ConsentScope {
        direction: answer.direction,
        giver: Giver {
            capacity,
            name: hand.author.name.clone(),
            custody: custody.map(|stated| alone(stated.custody)),
        },
        actors: answer.actors.clone(),
        except: Vec::new(),
        categories: answer.categories.clone(),
        purpose: answer.purpose,
    }
}

/// Who reads what is written on a page of the own: the coordinator's unit; before there is one, the unit that met her. Of a
/// child that is the kommune's authority when it follows the child, and otherwise who opened its journal.
fn receivers(on: &Decision<'_>) -> Vec<UnitId> {
    let known = on.known();
    let coordinator = known.coordinator.as_ref().map(|c| c.body.unit.clone());
    let met = || known.concerns.first().map(|c| c.author.unit.clone());
    let follows = || {
        let opened = |entry: &&&Entry| {
            let body = entry.written().map(|written| &written.body);
            matches!(body, Some(Body::PathwayOpened(_)))
        };
        let opening = on.readable().iter().find(opened)?;
        let author = &opening.written()?.envelope.author.unit;
        let told = on
            .thread
            .shares
            .to(&opening.id)
            .iter()
            .map(|share| &share.unit);
        let mut units = told.chain([author]);
        let authority = |unit: &&UnitId| {
            let found = on.world.directory.unit(unit);
            found.is_some_and(Unit::is_child_authority)
        };
        units.find(authority).or(Some(author)).cloned()
    };
    let found = coordinator.or_else(met).or_else(follows);
    found.into_iter().collect()
}

fn sent(made: Vec<NewEntry>, to: &[UnitId]) -> Vec<NewEntry> {
    let own = her_word();
    made.into_iter()
        .map(|entry| {
            to.iter().fold(entry, |entry, unit| {
                entry.also_to(unit.clone(), own.clone())
            })
        })
        .collect()
}
