// SPDX-License-Identifier: EUPL-1.2
//! One request of one person: session, language, form token, what was sent. Everything a page needs and nothing else.

use super::answer::{ATTEMPT_COOKIE, COOKIE};
use super::{Answer, Asked, Entrance, Fault, Fields, Web};
use crate::paths;
use crate::text::{Lang, T};
use crate::view::Page;
use crate::view::form::Form;
use crate::view::frame::{Frame, Reader, Section};
use axum::http::{HeaderMap, Method, header};
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;
use traad_app::{App, AttemptToken, Ctx, Login, SessionToken, Tally};
use traad_domain::org::{Function, UnitKind};
use traad_domain::policy::Purpose;
use traad_domain::time::{local_date, zone};

/// One request of one person.
#[derive(Clone)]
pub struct Visit {
    /// The program.
    pub app: Arc<App>,
    /// The session, except on the pages at the door.
    pub login: Option<Login>,
    /// The secret of the session.
    pub token: Option<SessionToken>,
    /// The secret of a log-in under way.
    pub attempt: Option<AttemptToken>,
    /// What the installation offers at the door.
    pub entrance: Arc<Entrance>,
    /// The address somebody asks from, for the limit on attempts alone.
    pub from: Option<IpAddr>,
    /// Texts in the reader's language.
    pub t: T,
    /// Now.
    pub now: Timestamp,
    /// The address without query.
    pub path: String,
    /// The query.
    pub query: Fields,
    /// What was sent.
    pub fields: Fields,
    params: BTreeMap<String, String>,
    assets: Arc<str>,
    /// The reader's own tasks, when the page has counted them.
    counted: Cell<Option<Tally>>,
}

/// Why a visit ended before its page was asked.
pub(crate) enum Early {
    /// Log in first, at this door.
    LogIn(&'static str),
    /// A fault.
    Fault(Box<Visit>, Fault),
}

impl Early {
    pub(crate) fn respond(self) -> Response {
        match self {
            Self::LogIn(door) => Answer::To(door.to_owned()).respond(),
            Self::Fault(visit, fault) => fault.page(&visit).respond(),
        }
    }
}

impl Visit {
    /// Reads the session and what was sent. Every page but those at the door needs a session, every sent form
    /// its token.
    pub(crate) fn begin(web: &Web, asked: Asked) -> Result<Self, Early> {
        let now = web.app.now();
        let token = cookie(&asked.headers, COOKIE).map(SessionToken);
        let session = token.as_ref().map(|token| web.app.session(token));
        let (login, failed) = match session {
            Some(Ok(login)) => (login, None),
            Some(Err(error)) => (None, Some(Fault::from(error))),
            None => (None, None),
        };
        let query = Fields::parse(asked.query.as_bytes());
        let asked_lang = query.typed("sprog").map(str::to_owned);
        let lang = asked_lang
            .or_else(|| login.as_ref().map(|l| l.lang.clone()))
            .unwrap_or_default();
        let visit = Self {
            app: web.app.clone(),
            attempt: cookie(&asked.headers, ATTEMPT_COOKIE).map(AttemptToken),
            entrance: web.entrance.clone(),
            from: web.entrance.from(asked.peer, &asked.headers),
            t: T::new(Lang::from_code(&lang)),
            now,
            query,
            fields: Fields::parse(&asked.body),
            params: asked.params,
            assets: web.assets.clone(),
            counted: Cell::new(None),
            login,
            token,
            path: asked.path,
        };
        if let Some(fault) = failed {
            return Err(Early::Fault(Box::new(visit), fault));
        }
        if visit.login.is_none() && !paths::is_at_the_door(&visit.path) {
            let hers = paths::is_hers(&visit.path);
            return Err(Early::LogIn(if hers {
                paths::OWN_LOGIN
            } else {
                paths::LOGIN
            }));
        }
        if !visit.is_on_own_side() {
            return Err(Early::Fault(Box::new(visit), Fault::NotFound));
        }
        if asked.method == Method::POST && !visit.is_own_form(&asked.headers) {
            return Err(Early::Fault(Box::new(visit), Fault::Stale));
        }
        Ok(visit)
    }

    /// The pages of the person a pathway is about and those of the professionals do not exist for each other.
    fn is_on_own_side(&self) -> bool {
        let Some(login) = &self.login else {
            return true;
        };
        let shared = [
            paths::LOGIN,
            paths::OWN_LOGIN,
            paths::LOGOUT,
            paths::LANGUAGE,
        ];
        let citizen = login.actor.employment.function.is_citizen();
        let own = paths::is_hers(&self.path);
        shared.contains(&self.path.as_str()) || own == citizen
    }

    /// A form of ours, sent from a page of ours: its token is the session's, and the browser does not say otherwise.
    fn is_own_form(&self, headers: &HeaderMap) -> bool {
        let site = headers.get("sec-fetch-site").and_then(|v| v.to_str().ok());
        if site.is_some_and(|site| site != "same-origin" && site != "none") {
            return false;
        }
        match &self.login {
            Some(login) => self.fields.value("csrf") == login.csrf,
            // Before there is a session there is no token; the cookie of the new one cannot be set from elsewhere.
            None => true,
        }
    }

    /// Only for whoever proved just now who they are; others are asked to, and come back.
    pub fn needs_proof(&self) -> Result<(), Fault> {
        let login = self.login.as_ref().ok_or(Fault::NotFound)?;
        if login.is_proved(self.now) {
            Ok(())
        } else {
            Err(Fault::Unproved)
        }
    }

    /// Who acts; only the pages at the door are seen by nobody.
    pub fn ctx(&self) -> Result<Ctx, Fault> {
        let login = self.login.as_ref().ok_or(Fault::NotFound)?;
        Ok(Ctx {
            actor: login.actor.clone(),
            now: self.now,
            purpose: Purpose::Care,
            submission: self.fields.text("indsendelse"),
        })
    }

    /// The page has counted the reader's own tasks: the head of the page need not count them again.
    pub(crate) fn has_counted(&self, tasks: Tally) {
        self.counted.set(Some(tasks));
    }

    /// A part of the address.
    pub fn param(&self, name: &str) -> &str {
        self.params.get(name).map_or("", String::as_str)
    }

    /// Today in Denmark.
    pub fn today(&self) -> Date {
        local_date(self.now)
    }

    /// An instant as the Danish wall clock shows it.
    pub fn local(&self, at: Timestamp) -> DateTime {
        at.to_zoned(zone()).datetime()
    }

    /// `tirsdag 3. marts kl. 14.30`.
    pub fn moment(&self, at: Timestamp) -> String {
        self.t.moment(self.local(at), self.today())
    }

    /// The address for the log, without ids.
    pub fn route(&self) -> String {
        self.params.values().fold(self.path.clone(), |path, value| {
            path.replace(value.as_str(), "…")
        })
    }

    /// A fresh form.
    pub fn blank(&self) -> Form {
        Form {
            submission: self.app.fresh_id(),
            ..Form::default()
        }
    }

    /// The form that was sent, with everything typed in it.
    pub fn sent(&self) -> Form {
        Form {
            values: self.fields.content(),
            submission: self
                .fields
                .text("indsendelse")
                .unwrap_or_else(|| self.app.fresh_id()),
            version: self.fields.text("version"),
            ..Form::default()
        }
    }

    /// The frame around a page.
    pub fn frame(&self, section: Section) -> Result<Frame, Fault> {
        let reader = match &self.login {
            None => None,
            // Her page has a frame of its own.
            Some(login) if login.actor.employment.function.is_citizen() => None,
            Some(login) => Some(self.reader(login, section)?),
        };
        Ok(Frame {
            t: self.t,
            assets: self.assets.to_string(),
            csrf: self.csrf(),
            here: self.path.clone(),
            reader,
            notice: self
                .query
                .typed("ok")
                .and_then(|code| self.t.opt(&format!("notice.{code}"))),
        })
    }

    /// The token of the session. When that could not be read, the one that was sent: it is judged when it is sent again.
    fn csrf(&self) -> String {
        let sent = || self.fields.value("csrf").to_owned();
        self.login.as_ref().map_or_else(sent, |l| l.csrf.clone())
    }

    /// A frame that asks nobody anything, for pages that tell of an outage.
    pub(crate) fn bare_frame(&self) -> Frame {
        Frame {
            t: self.t,
            assets: self.assets.to_string(),
            csrf: self.csrf(),
            here: self.path.clone(),
            reader: None,
            notice: None,
        }
    }

    fn reader(&self, login: &Login, section: Section) -> Result<Reader, Fault> {
        let waiting = self.app.waiting(&self.ctx()?, self.counted.get())?;
        let kind = login.actor.unit.kind;
        let notified = matches!(kind, UnitKind::FamilyDepartment | UnitKind::EmergencyDuty);
        let referred = matches!(
            kind,
            UnitKind::FamilyClinic | UnitKind::AlcoholTreatment | UnitKind::DrugTreatment
        );
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        Ok(Reader {
            name: login.actor.employment.name.clone(),
            function: self
                .t
                .of("function", login.actor.employment.function.code()),
            unit: login.actor.unit.name.clone(),
            tasks: waiting.tasks.into(),
            notifications: notified.then(|| count(waiting.notifications)),
            referrals: referred.then(|| count(waiting.referrals)),
            places: login.actor.unit.is_child_authority()
                && login.actor.employment.function.works_on_cases(),
            leads: login.actor.employment.function == Function::Leader,
            audits: login.actor.employment.function == Function::DataProtectionOfficer,
            administers: login.actor.employment.function == Function::Administrator,
            section,
        })
    }

    /// A whole page.
    pub fn page(&self, section: Section, view: &impl Page) -> Result<Answer, Fault> {
        self.page_with(200, section, view)
    }

    /// A whole page as nobody in particular sees it, for one that goes on by itself.
    pub(crate) fn stranger_page(&self, view: &impl Page) -> Result<String, Fault> {
        Ok(view.html(&self.bare_frame())?)
    }

    /// The same visit in another language.
    pub(crate) fn in_language(&self, lang: &str) -> Self {
        Self {
            t: T::new(Lang::from_code(lang)),
            ..self.clone()
        }
    }

    /// A whole page with another status: 422 for a form that was refused.
    pub fn page_with(
        &self,
        status: u16,
        section: Section,
        view: &impl Page,
    ) -> Result<Answer, Fault> {
        Ok(Answer::Page(status, view.html(&self.frame(section)?)?))
    }
}

/// The secret in a cookie, if there is one of the right form.
fn cookie(headers: &HeaderMap, called: &str) -> Option<String> {
    let all = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, value)| {
            *name == called && value.len() == 64 && value.bytes().all(|b| b.is_ascii_hexdigit())
        })
        .map(|(_, value)| value.to_owned())
}
