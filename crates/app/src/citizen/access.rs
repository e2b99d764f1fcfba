// SPDX-License-Identifier: EUPL-1.2
//! Ways to a page of the own: opened and closed by a unit that takes part, one for the person a pathway is about and one for
//! each who has custody of a child. An audited record says who opened and closed it.

use crate::App;
use crate::ctx::{Actor, Ctx};
use crate::error::AppError;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use traad_domain::body::Relation;
use traad_domain::id::{ControllerId, EmploymentId, PathwayId, PersonId, StaffId, UnitId};
use traad_domain::org::{Employment, Function, Unit, UnitKind};
use traad_domain::party::{PageOf, can_have_page};
use traad_domain::pathway::same_name;
use traad_domain::time::local_date;
use traad_store::Silence;

pub(super) const KIND: &str = "citizen";
const PREFIX: &str = "borger-";

/// Characters of the password that is handed over: none that look alike.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// One person's way to the own page of one pathway. An audited record: who opened and closed it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitizenAccess {
    /// Its id; also that of the employment and the unit somebody acts as.
    pub id: String,
    /// What is typed to log in.
    pub username: String,
    /// Whom the pathway is about.
    pub person: PersonId,
    /// To which pathway.
    pub pathway: PathwayId,
    /// The controller of the unit that opened it.
    pub controller: ControllerId,
    /// From when.
    pub from: Timestamp,
    /// Until when, when it was closed.
    pub to: Option<Timestamp>,
    /// Whether days, hours and places of meetings are kept off the page: somebody else may see the telephone.
    #[serde(default)]
    pub quiet: bool,
    /// The name of who has custody of the child, when the page is that one's and not the person's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// The name of who cares for the placed child, when the page is that one's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carer: Option<String>,
}

/// What somebody is handed, once.
#[derive(Debug, Clone)]
pub struct Handed {
    /// User name.
    pub username: String,
    /// Password.
    pub password: String,
}

/// A page of the own that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPage {
    /// Whose.
    pub of: PageOf,
    /// Since when.
    pub since: Timestamp,
}

impl CitizenAccess {
    fn of(&self) -> PageOf {
        match (&self.holder, &self.carer) {
            (_, Some(name)) => PageOf::Carer(name.clone()),
            (Some(name), None) => PageOf::Holder(name.clone()),
            (None, None) => PageOf::Person,
        }
    }

    fn is_of(&self, of: &PageOf) -> bool {
        match (self.of(), of) {
            (PageOf::Person, PageOf::Person) => true,
            (PageOf::Holder(name), PageOf::Holder(other))
            | (PageOf::Carer(name), PageOf::Carer(other)) => same_name(&name, other),
            (PageOf::Person | PageOf::Holder(_) | PageOf::Carer(_), _) => false,
        }
    }

    fn actor(self) -> Actor {
        let unit = UnitId::new(self.id.clone());
        let function = match self.of() {
            PageOf::Holder(_) => Function::CustodyHolder,
            PageOf::Carer(_) => Function::FosterCarer,
            PageOf::Person => Function::Citizen,
        };
        Actor {
            employment: Employment {
                id: EmploymentId::new(self.id),
                staff: StaffId::new(self.person.as_str()),
                name: self.carer.or(self.holder).unwrap_or_default(),
                unit: unit.clone(),
                function,
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

/// The id of the person's own access; those with custody are numbered in the order they were given one.
fn access_id(id: &PathwayId, number: usize) -> String {
    match number {
        0 => format!("{PREFIX}{id}"),
        number => format!("{PREFIX}{id}-{number}"),
    }
}

/// Whether an employment is somebody's access to a page of the own.
pub(crate) fn is_citizen(id: &str) -> bool {
    id.starts_with(PREFIX)
}

impl App {
    /// Opens a page of the own, and gives what to log in with. What was handed out before stops working.
    pub fn open_own_page(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        of: &PageOf,
        quiet: bool,
    ) -> Result<Handed, AppError> {
        let bytes = self.random.bytes().into_iter().chain(self.random.bytes());
        let letters = bytes.filter_map(|byte| LETTERS.get(usize::from(byte) % LETTERS.len()));
        let text: String = letters.map(|letter| char::from(*letter)).collect();
        let (username, password) = text.split_at(8);
        let password: String = password.chars().take(16).collect();
        let hash = self.hash_password(&password)?;
        let username = self.open_own_page_as(ctx, (id, of), (username, &hash), quiet)?;
        Ok(Handed { username, password })
    }

    /// The same, with a name and the hash of a password. A name that was given before is kept.
    pub(crate) fn open_own_page_as(
        &self,
        ctx: &Ctx,
        (id, of): (&PathwayId, &PageOf),
        (username, hash): (&str, &str),
        quiet: bool,
    ) -> Result<String, AppError> {
        let thread = self.open_for(ctx, id, "open-own-page")?;
        // Who cares for the child, and that somebody does, is known where it was placed.
        if matches!(of, PageOf::Carer(_)) && !ctx.actor.unit.is_child_authority() {
            return Err(AppError::NotFound);
        }
        can_have_page(&thread.whole, of, ctx.now)?;
        let person = thread.whole.subject.clone().ok_or(AppError::NotFound)?;
        let all = self.accesses(id)?;
        let before = all.iter().find(|access| access.is_of(of)).cloned();
        let fresh = || match of {
            PageOf::Person => access_id(id, 0),
            PageOf::Holder(_) | PageOf::Carer(_) => {
                let others = all.iter().filter(|access| access.of() != PageOf::Person);
                access_id(id, others.count() + 1)
            }
        };
        let access = CitizenAccess {
            id: before.as_ref().map_or_else(fresh, |found| found.id.clone()),
            username: before
                .as_ref()
                .map_or_else(|| username.to_owned(), |access| access.username.clone()),
            person,
            pathway: id.clone(),
            controller: ctx.actor.unit.controller.clone(),
            from: ctx.now,
            to: None,
            quiet,
            holder: match of {
                PageOf::Person | PageOf::Carer(_) => None,
                PageOf::Holder(name) => Some(name.trim().to_owned()),
            },
            carer: match of {
                PageOf::Person | PageOf::Holder(_) => None,
                PageOf::Carer(name) => Some(name.trim().to_owned()),
            },
        };
        let own = std::slice::from_ref(id);
        self.log(ctx, "open-own-page", own, Ok("own-unit"))?;
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

    /// Closes one: from the next request nobody gets in.
    pub fn close_own_page(&self, ctx: &Ctx, id: &PathwayId, of: &PageOf) -> Result<(), AppError> {
        self.open_for(ctx, id, "close-own-page")?;
        let all = self.accesses(id)?;
        let Some(access) = all.into_iter().find(|access| access.is_of(of)) else {
            return Ok(());
        };
        let own = std::slice::from_ref(id);
        self.log(ctx, "close-own-page", own, Ok("own-unit"))?;
        self.close(ctx, access)
    }

    /// Closes the pages of a pathway that are some people's.
    pub(crate) fn close_own_pages(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        theirs: impl Fn(&PageOf) -> bool,
    ) -> Result<(), AppError> {
        let open = self.accesses(id)?.into_iter();
        for page in open.filter(|page| page.to.is_none() && theirs(&page.of())) {
            self.close(ctx, page)?;
        }
        Ok(())
    }

    /// Closes every page of a pathway whose person has died, and those the person had for own children.
    pub(crate) fn close_pages_of_the_dead(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
    ) -> Result<(), AppError> {
        let mut pages = self.accesses(id)?;
        if let Some(thread) = self.load_thread(id)? {
            let subject = thread.whole.subject.as_ref();
            let record = subject.map(|subject| self.person(subject)).transpose()?;
            let name = record.flatten().map(|found| found.value.name.0);
            let links = thread.whole.links.iter();
            for link in links.filter(|link| link.body.relation == Relation::Child) {
                let of = name.clone().map(PageOf::Holder);
                let held = self.accesses(&link.body.other)?.into_iter();
                pages.extend(held.filter(|page| of.as_ref().is_some_and(|of| page.is_of(of))));
            }
        }
        for page in pages.into_iter().filter(|page| page.to.is_none()) {
            self.close(ctx, page)?;
        }
        Ok(())
    }

    fn close(&self, ctx: &Ctx, access: CitizenAccess) -> Result<(), AppError> {
        let closed = CitizenAccess {
            to: Some(ctx.now),
            ..access
        };
        // Whoever gets in no more is told no more, from the same instant.
        let silence = vec![Silence::Recipient(closed.id.clone())];
        let by = ctx.actor.employment.id.as_str();
        self.put_silencing((KIND, &closed.id), &closed, (by, ctx.now), silence)?;
        self.end_sessions(&closed)
    }

    /// The pages of the own that are open. For units that take part.
    pub fn own_pages_open(&self, ctx: &Ctx, id: &PathwayId) -> Result<Vec<OpenPage>, AppError> {
        self.open_for(ctx, id, "read")?;
        let open = self.accesses(id)?.into_iter();
        let open = open.filter(|access| access.to.is_none());
        Ok(open
            .map(|access| OpenPage {
                of: access.of(),
                since: access.from,
            })
            .collect())
    }

    /// Every access there is or was to a pathway: the person's own, and those of who has custody in the order they were made.
    fn accesses(&self, id: &PathwayId) -> Result<Vec<CitizenAccess>, AppError> {
        let mut all = Vec::new();
        for number in 0.. {
            match self.find::<CitizenAccess>(KIND, &access_id(id, number))? {
                Some(found) => all.push(found.value),
                None if number == 0 => {}
                None => break,
            }
        }
        Ok(all)
    }

    /// The ways to pages of the own of a pathway that are open.
    pub(crate) fn open_accesses(&self, id: &PathwayId) -> Result<Vec<CitizenAccess>, AppError> {
        let mut all = self.accesses(id)?;
        all.retain(|access| access.to.is_none());
        Ok(all)
    }

    /// The access of who acts to the page of a person or of who has custody; a carer's page is another one.
    pub(super) fn own_access(&self, ctx: &Ctx) -> Result<CitizenAccess, AppError> {
        let access = self.access_of(ctx)?;
        if access.carer.is_some() {
            return Err(AppError::NotFound);
        }
        Ok(access)
    }

    /// The access of who acts.
    pub(crate) fn access_of(&self, ctx: &Ctx) -> Result<CitizenAccess, AppError> {
        let found = self.find::<CitizenAccess>(KIND, ctx.actor.employment.id.as_str())?;
        found.map(|found| found.value).ok_or(AppError::NotFound)
    }

    pub(super) fn put_access(&self, ctx: &Ctx, access: &CitizenAccess) -> Result<(), AppError> {
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
}
