// SPDX-License-Identifier: EUPL-1.2
//! The page of the person a pathway is about: what she may see there, and what she does there herself. She is a reader and
//! a writer like any other, asked about by the same [`traad_domain::policy::may`]; only what ties her to an entry differs.

use crate::App;
use crate::ctx::{Actor, Ctx};
use crate::error::AppError;
use crate::log_page::ReadAbout;
use crate::thread::Thread;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use traad_domain::body::{
    Asking, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentRefused, ConsentScope,
    ConsentWithdrawn, ContractEnded, ContractEnding, Direction, Giver, MeetingAnswered,
    PathwayKind, TimesAnswered, WishRecorded,
};
use traad_domain::category::Category;
use traad_domain::decide::{consent, contract, her_word, meeting};
use traad_domain::directory::Directory;
use traad_domain::entry::{Entry, NewEntry};
use traad_domain::id::{ControllerId, EmploymentId, PathwayId, PersonId, RefId, StaffId, UnitId};
use traad_domain::org::{Employment, Function, Unit, UnitKind};
use traad_domain::party::units_shown;
use traad_domain::pathway::{Consent, Pathway};
use traad_domain::person::Person;
use traad_domain::time::local_date;

const KIND: &str = "citizen";
const PREFIX: &str = "borger-";

/// Characters of the password she is given: none that look alike.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// One person's way to the own page of one pathway. An audited record: who opened and closed it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitizenAccess {
    /// Its id; also that of the employment and the unit she acts as.
    pub id: String,
    /// What is typed to log in.
    pub username: String,
    /// Whose.
    pub person: PersonId,
    /// To which pathway.
    pub pathway: PathwayId,
    /// The controller of the unit that opened it.
    pub controller: ControllerId,
    /// From when.
    pub from: Timestamp,
    /// Until when, when it was closed.
    pub to: Option<Timestamp>,
    /// Whether days, hours and places of meetings are kept off the page: somebody else may see her telephone.
    #[serde(default)]
    pub quiet: bool,
}

impl CitizenAccess {
    fn actor(self) -> Actor {
        let unit = UnitId::new(self.id.clone());
        Actor {
            employment: Employment {
                id: EmploymentId::new(self.id),
                staff: StaffId::new(self.person.as_str()),
                name: String::new(),
                unit: unit.clone(),
                function: Function::Citizen,
                phone: None,
                from: self.from,
                to: self.to,
                leave: Vec::new(),
            },
            unit: Unit {
                id: unit,
                name: String::new(),
                kind: UnitKind::Other,
                municipality: None,
                region: String::new(),
                controller: self.controller,
                phone: String::new(),
                hours: None,
                serves: Vec::new(),
                offer: None,
                from: local_date(self.from),
                to: None,
            },
        }
    }
}

/// What she is handed, once.
#[derive(Debug, Clone)]
pub struct Handed {
    /// User name.
    pub username: String,
    /// Password.
    pub password: String,
}

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
    /// Who takes part, as far as she may know.
    pub helpers: Vec<Helper>,
    /// Who she is.
    pub person: Option<Person>,
    /// Units.
    pub directory: Arc<Directory>,
    /// The region of the municipality that acts.
    pub region: String,
    /// Whether the pregnancy has ended and nobody has decided yet that her page may speak of it (practice A16).
    pub silent: bool,
    /// Whether days, hours and places of meetings are kept off the page.
    pub quiet: bool,
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

fn access_id(id: &PathwayId) -> String {
    format!("{PREFIX}{id}")
}

/// Whether an employment is somebody's access to the own page.
pub(crate) fn is_citizen(id: &str) -> bool {
    id.starts_with(PREFIX)
}

impl App {
    /// Opens the own page for the person a pathway is about, and gives what to log in with. What was handed out before
    /// stops working.
    pub fn open_own_page(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        quiet: bool,
    ) -> Result<Handed, AppError> {
        let bytes = self.random.bytes().into_iter().chain(self.random.bytes());
        let letters = bytes.filter_map(|byte| LETTERS.get(usize::from(byte) % LETTERS.len()));
        let text: String = letters.map(|letter| char::from(*letter)).collect();
        let (username, password) = text.split_at(8);
        let password: String = password.chars().take(16).collect();
        let hash = self.hash_password(&password)?;
        let username = self.open_own_page_as(ctx, id, (username, &hash), quiet)?;
        Ok(Handed { username, password })
    }

    /// The same, with a name and the hash of a password. A name that was given before is kept.
    pub(crate) fn open_own_page_as(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (username, hash): (&str, &str),
        quiet: bool,
    ) -> Result<String, AppError> {
        let thread = self.open_for(ctx, id, "open-own-page")?;
        let person = thread.whole.subject.clone().ok_or(AppError::NotFound)?;
        let before = self.access(id)?;
        let access = CitizenAccess {
            id: access_id(id),
            username: before
                .as_ref()
                .map_or_else(|| username.to_owned(), |access| access.username.clone()),
            person,
            pathway: id.clone(),
            controller: ctx.actor.unit.controller.clone(),
            from: ctx.now,
            to: None,
            quiet,
        };
        self.log(
            ctx,
            "open-own-page",
            std::slice::from_ref(id),
            Ok("own-unit"),
        )?;
        self.put_access(ctx, &access)?;
        if before.is_some() {
            let updated = self.store.update_password(&access.username, hash);
            updated.map_err(AppError::Unavailable)?;
            self.end_sessions(&access)?;
        } else {
            self.put_account(username, hash, &StaffId::new(access.id.as_str()))?;
        }
        Ok(access.username)
    }

    /// Closes it: from the next request nobody gets in.
    pub fn close_own_page(&self, ctx: &Ctx, id: &PathwayId) -> Result<(), AppError> {
        self.open_for(ctx, id, "close-own-page")?;
        let Some(access) = self.access(id)? else {
            return Ok(());
        };
        self.log(
            ctx,
            "close-own-page",
            std::slice::from_ref(id),
            Ok("own-unit"),
        )?;
        let closed = CitizenAccess {
            to: Some(ctx.now),
            ..access
        };
        self.put_access(ctx, &closed)?;
        self.end_sessions(&closed)
    }

    /// Since when the own page is open, if it is. For units that take part.
    pub fn own_page_open(&self, ctx: &Ctx, id: &PathwayId) -> Result<Option<Timestamp>, AppError> {
        self.open_for(ctx, id, "read")?;
        let access = self.access(id)?.filter(|access| access.to.is_none());
        Ok(access.map(|access| access.from))
    }

    fn access(&self, id: &PathwayId) -> Result<Option<CitizenAccess>, AppError> {
        let found = self.find::<CitizenAccess>(KIND, &access_id(id))?;
        Ok(found.map(|found| found.value))
    }

    fn put_access(&self, ctx: &Ctx, access: &CitizenAccess) -> Result<(), AppError> {
        let by = ctx.actor.employment.id.as_str();
        self.put((KIND, &access.id), access, (by, ctx.now))
    }

    fn end_sessions(&self, access: &CitizenAccess) -> Result<(), AppError> {
        let ended = self.store.delete_sessions_of(&access.id);
        ended.map(drop).map_err(AppError::Unavailable)
    }

    /// Who acts in an access that runs.
    pub(crate) fn citizen_actor(
        &self,
        id: &str,
        now: Timestamp,
    ) -> Result<Option<Actor>, AppError> {
        let found = self.find::<CitizenAccess>(KIND, id)?;
        let actor = found.map(|found| found.value.actor());
        Ok(actor.filter(|actor| actor.employment.runs_at(now)))
    }

    /// The pathway of who acts.
    fn own(&self, ctx: &Ctx) -> Result<PathwayId, AppError> {
        let found = self.find::<CitizenAccess>(KIND, ctx.actor.employment.id.as_str())?;
        found
            .map(|found| found.value.pathway)
            .ok_or(AppError::NotFound)
    }

    /// She has days, hours and places of meetings kept off her page, or shown again.
    pub fn keep_own_page_quiet(&self, ctx: &Ctx, quiet: bool) -> Result<(), AppError> {
        let id = self.own(ctx)?;
        self.open_for(ctx, &id, "write")?;
        let access = self.access(&id)?.ok_or(AppError::NotFound)?;
        self.log(ctx, "write", std::slice::from_ref(&id), Ok("own-data"))?;
        self.put_access(ctx, &CitizenAccess { quiet, ..access })
    }

    /// Her page. The read is logged like any other.
    pub fn own_page(&self, ctx: &Ctx) -> Result<OwnView, AppError> {
        let id = self.own(ctx)?;
        let quiet = self.access(&id)?.is_some_and(|access| access.quiet);
        let thread = self.open_for(ctx, &id, "read-own")?;
        self.log(ctx, "read-own", std::slice::from_ref(&id), Ok("own-data"))?;
        let readable = thread.readable(ctx.reader(), ctx.now);
        let pathway = Pathway::fold(readable.iter().copied());
        let silent = thread.whole.lost && !pathway.lost;
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
            person,
            helpers: helpers.into_iter().filter(exists).collect(),
            region: region.unwrap_or_default(),
            directory,
            pathway,
            silent,
            quiet,
        })
    }

    /// Who has read about her, as she may know.
    pub fn own_readers(&self, ctx: &Ctx) -> Result<ReadAbout, AppError> {
        let id = self.own(ctx)?;
        self.open_for(ctx, &id, "read-own")?;
        self.log(ctx, "read-own", std::slice::from_ref(&id), Ok("own-data"))?;
        self.read_about(&id, ctx.now)
    }

    /// She writes her own words; her coordinator reads them.
    pub fn write_own_wish(&self, ctx: &Ctx, wish: &WishRecorded) -> Result<PathwayId, AppError> {
        let id = self.own(ctx)?;
        self.act(ctx, &id, None, |on| {
            let made = meeting::wish(on.known(), wish, on.hand)?;
            let readers = receivers(on.known());
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
            let scope = scope(answer, on.known());
            let made = if yes {
                let given = ConsentGiven {
                    reference,
                    scope,
                    law: law_code.to_owned(),
                    from: today,
                    until: None,
                    asking: asking.clone(),
                };
                consent::give(on.known(), &given, law.as_ref(), on.hand)?
            } else {
                let refused = ConsentRefused {
                    reference,
                    scope,
                    renewal_of: None,
                    ask_again: None,
                    asking: asking.clone(),
                };
                consent::refuse(on.known(), &refused, on.hand)?
            };
            let readers = receivers(on.known());
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
    let known = units_shown(thread.entries.iter(), &thread.whole.shown, now);
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
    let kind = |category: &Category| {
        matches!(
            category,
            Category::Health
                | Category::PregnancyBirth
                | Category::SubstanceUse
                | Category::Psychiatric
                | Category::TestResults
                | Category::ChildHealth
        )
    };
    answer.direction != Direction::Meet && answer.categories.iter().any(kind)
}

fn scope(answer: &OwnAnswer, known: &Pathway) -> ConsentScope {
    let adult = known.kind == Some(PathwayKind::Adult);
    ConsentScope {
        direction: answer.direction,
        giver: Giver {
            capacity: if adult {
                Capacity::Adult
            } else {
                Capacity::Woman
            },
            name: String::new(),
            custody: None,
        },
        actors: answer.actors.clone(),
        except: Vec::new(),
        categories: answer.categories.clone(),
        purpose: answer.purpose,
    }
}

/// Who reads what she writes: the coordinator's unit; before there is one, the unit that met her.
fn receivers(known: &Pathway) -> Vec<UnitId> {
    let coordinator = known.coordinator.as_ref().map(|c| c.body.unit.clone());
    let met = || known.concerns.first().map(|c| c.author.unit.clone());
    coordinator.or_else(met).into_iter().collect()
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
