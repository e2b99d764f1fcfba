// SPDX-License-Identifier: EUPL-1.2
//! One scenario's world: the real program on a database of its own with a clock that is set, and people at browsers.

use crate::page::{Page, Typed};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use traad_app::demo::DEMO_PASSWORD;
use traad_domain::login::Assurance;
use traad_domain::time::zone;
use traad_oidc::Provider;
use traad_testkit::app::TestApp;
use traad_testkit::provider::FakeProvider;
use traad_web::server::{Entrance, ProviderEntrance, metered};

/// When every scenario begins: Tuesday 3 March 2026 at 9.00 in Denmark.
const BEGINNING: &str = "2026-03-03T08:00:00Z";

/// A scenario's world.
pub(crate) struct World {
    pub(crate) test: TestApp,
    /// Kystkommunens login.
    pub(crate) provider: FakeProvider,
    router: Router,
    runtime: Runtime,
    sessions: BTreeMap<String, String>,
    /// What somebody logs in with who has no login of the demonstration.
    pub(crate) handed: BTreeMap<String, (String, String)>,
    /// Who acted last.
    pub(crate) current: String,
    /// What that person looks at.
    pub(crate) page: Page,
    /// What the others look at meanwhile.
    pages: BTreeMap<String, Page>,
    /// What was filled in last, by label.
    pub(crate) filled: BTreeMap<String, String>,
    /// What was filled in last, as it is sent.
    pub(crate) typed: Vec<Typed>,
    /// Every question that was answered in a form that was taken: by whom, where the form is sent, and the question.
    pub(crate) answered: Vec<(String, String, String)>,
    /// Pathways by what the story calls them.
    pub(crate) pathways: BTreeMap<String, String>,
    /// Address of the agreement the story is about.
    pub(crate) agreement: String,
    /// A page that is kept to be compared with.
    pub(crate) kept: Page,
}

impl World {
    /// The demonstration's units, staff and agreements, and nothing that has happened.
    pub(crate) fn new() -> Self {
        static ORGANISATION: OnceLock<Vec<u8>> = OnceLock::new();
        let organisation = ORGANISATION.get_or_init(|| {
            let test = TestApp::at(BEGINNING);
            test.app
                .seed_demo_organisation(test.app.now())
                .expect("the demonstration's units can be written");
            test.into_bytes()
        });
        let test = TestApp::beginning_with(organisation, BEGINNING);
        let provider = FakeProvider::new();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .build()
            .expect("a thread");
        Self {
            router: metered(test.app.clone(), entrance(&provider), Arc::default()),
            provider,
            test,
            runtime,
            sessions: BTreeMap::new(),
            handed: BTreeMap::new(),
            current: String::new(),
            page: Page::default(),
            pages: BTreeMap::new(),
            filled: BTreeMap::new(),
            typed: Vec::new(),
            answered: Vec::new(),
            pathways: BTreeMap::new(),
            agreement: String::new(),
            kept: Page::default(),
        }
    }

    /// Sets the clock by the Danish wall: `09.00` and `3.3.2026`.
    pub(crate) fn set_clock(&self, time: &str, day: &str) {
        let numbers = |text: &str| -> Vec<i16> {
            text.split('.')
                .map(|n| n.parse().expect("a number"))
                .collect()
        };
        let (time, day) = (numbers(time), numbers(day));
        let at = |list: &[i16], place: usize| *list.get(place).expect("a whole time or date");
        let small = |number: i16| i8::try_from(number).expect("a small number");
        let wall = DateTime::new(
            at(&day, 2),
            small(at(&day, 1)),
            small(at(&day, 0)),
            small(at(&time, 0)),
            small(at(&time, 1)),
            0,
            0,
        )
        .expect("a day that exists");
        let now = wall.to_zoned(zone().clone()).expect("an instant");
        self.test.clock.set(now.timestamp());
        self.test
            .app
            .tick()
            .expect("what time changes is derived anew");
    }

    /// Somebody acts from here on, at the page they had open; the empty name is whoever acted last.
    pub(crate) fn let_act(&mut self, login: &str) {
        if !login.is_empty() && self.current != login {
            let theirs = self.pages.remove(login).unwrap_or_default();
            let left = std::mem::replace(&mut self.page, theirs);
            self.pages.insert(self.current.clone(), left);
            login.clone_into(&mut self.current);
        }
    }

    /// Opens an address.
    pub(crate) fn open(&mut self, address: &str) {
        self.page = self.ask(Method::GET, address, String::new());
    }

    /// Fills fields of the form with this button in, by their labels, and presses it.
    pub(crate) fn press(&mut self, button: &str, rows: &[(String, String)]) {
        // The field to search in stands on every page; a page's own form comes after it.
        let found = self.page.form(button).cloned();
        let Some(mut form) = found else {
            panic!("there is no button »{button}« on {}", self.page.shortly());
        };
        self.typed.clear();
        self.filled = rows.iter().cloned().collect();
        for (key, value) in rows {
            let typed = form.fill(key, value);
            self.typed.extend(typed);
        }
        let questions = form.questions().into_iter();
        let answered: Vec<String> = questions
            .filter_map(|asked| asked.answered.then_some(asked.words))
            .collect();
        self.page = self.send(&form.action, form.query, &form.sent(button));
        if self.page.status == 200 {
            let told = answered
                .into_iter()
                .map(|question| (self.current.clone(), form.action.clone(), question));
            self.answered.extend(told);
        }
        self.remember();
    }

    /// Sends a form, and goes on where the answer points.
    pub(crate) fn send(&mut self, action: &str, query: bool, pairs: &[(String, String)]) -> Page {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(pairs);
        let body = form.finish();
        if query {
            return self.ask(Method::GET, &format!("{action}?{body}"), String::new());
        }
        self.ask(Method::POST, action, body)
    }

    /// The pathway a receipt is of, under the name it was written with.
    fn remember(&mut self) {
        let parts = self.page.address.split(['?', '#']).next().unwrap_or("");
        if parts.starts_with("/aftale/") && self.agreement.is_empty() {
            parts.clone_into(&mut self.agreement);
        }
        let Some(id) = self.page.address.strip_prefix("/kvittering/") else {
            return;
        };
        let name = self.filled.get("Navn").map(String::as_str);
        let name = name.unwrap_or("kvinden uden navn").to_owned();
        self.pathways.insert(name, id.to_owned());
    }

    /// The id of a pathway the story has told of.
    pub(crate) fn pathway(&self, name: &str) -> String {
        let found = self.pathways.get(name);
        found
            .unwrap_or_else(|| panic!("nobody has told of »{name}«: {:?}", self.pathways))
            .clone()
    }

    /// Opens an address as a browser does that is sent there from elsewhere: without a session of its own, and wherever
    /// that leads. Gives where it leads last.
    pub(crate) fn arrive(&mut self, address: &str) -> Option<String> {
        let login = self.current.clone();
        let answer = self.request(&login, Method::GET, address, String::new());
        self.keep(&login, &answer);
        let path = address.split('?').next().unwrap_or_default();
        self.page = Page::read(answer.status, path, answer.html);
        answer.to
    }

    /// Whether somebody's browser is shown the door.
    pub(crate) fn is_out(&self, login: &str) -> bool {
        let answer = self.request(login, Method::GET, "/", String::new());
        matches!(answer.to.as_deref(), Some("/log-ind" | "/mit/log-ind"))
    }

    /// The server of the provider sends something; it has no browser.
    pub(crate) fn told_by_provider(&self, address: &str, body: String) -> u16 {
        self.request("", Method::POST, address, body).status
    }

    /// Forgets who was logged in where, as a new browser.
    pub(crate) fn new_browser(&mut self) {
        self.sessions.remove(&self.current);
    }

    fn keep(&mut self, login: &str, answer: &Answer) {
        if let Some(cookie) = &answer.cookie {
            self.sessions.insert(login.to_owned(), cookie.clone());
        }
    }

    fn ask(&mut self, method: Method, address: &str, body: String) -> Page {
        let login = self.current.clone();
        let mut answer = self.request(&login, method.clone(), address, body.clone());
        if matches!(answer.to.as_deref(), Some("/log-ind" | "/mit/log-ind"))
            && !address.starts_with("/log-ud")
        {
            self.log_in(&login);
            answer = self.request(&login, method, address, body);
        }
        let mut at = address.to_owned();
        for _ in 0..4 {
            self.keep(&login, &answer);
            let Some(to) = answer.to.clone() else { break };
            answer = self.request(&login, Method::GET, &to, String::new());
            at = to;
        }
        let path = at.split('?').next().unwrap_or_default();
        Page::read(answer.status, path, answer.html)
    }

    /// Whether somebody's session still counts, or a new one is given.
    pub(crate) fn is_let_in(&mut self, login: &str) -> bool {
        let answer = self.request(login, Method::GET, "/mit", String::new());
        if !matches!(answer.to.as_deref(), Some("/log-ind" | "/mit/log-ind")) {
            return true;
        }
        let (name, password) = self.handed.get(login).cloned().unwrap_or_default();
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs([("bruger", &name), ("kode", &password)]);
        let answer = self.request(login, Method::POST, "/log-ind", form.finish());
        answer.cookie.is_some()
    }

    fn log_in(&mut self, login: &str) {
        assert!(!login.is_empty(), "the story has not said who acts");
        self.sessions.remove(login);
        let mut form = form_urlencoded::Serializer::new(String::new());
        let handed = self.handed.get(login);
        let (name, password) = handed.map_or((login, DEMO_PASSWORD), |(name, password)| {
            (name.as_str(), password.as_str())
        });
        form.extend_pairs([("bruger", name), ("kode", password)]);
        let answer = self.request(login, Method::POST, "/log-ind", form.finish());
        let cookie = answer.cookie;
        self.sessions.insert(
            login.to_owned(),
            cookie.unwrap_or_else(|| panic!("{login} is not let in")),
        );
    }

    fn request(&self, login: &str, method: Method, address: &str, body: String) -> Answer {
        let cookie = self.sessions.get(login).map_or("", String::as_str);
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .expect("a request");
        let router = self.router.clone();
        self.runtime.block_on(async move {
            let answer = router
                .oneshot(request)
                .await
                .expect("the router always answers");
            let text = |name| Some(answer.headers().get(name)?.to_str().ok()?.to_owned());
            let (to, cookie) = (text(header::LOCATION), text(header::SET_COOKIE));
            let cookie: Option<String> =
                cookie.and_then(|line| line.split(';').next().map(str::to_owned));
            let status = answer.status().as_u16();
            let html = to_bytes(answer.into_body(), usize::MAX)
                .await
                .expect("a whole answer");
            Answer {
                status,
                html: String::from_utf8_lossy(&html).into_owned(),
                to,
                cookie,
            }
        })
    }
}

/// What the installation offers at the door.
fn entrance(provider: &FakeProvider) -> Entrance {
    let made = Provider::new(FakeProvider::settings(), provider.fetch());
    Entrance {
        provider: Some(ProviderEntrance {
            provider: made.expect("addresses"),
            name: "Kystkommunen".to_owned(),
            minimum: Some(Assurance::Substantial),
        }),
        ..Entrance::default()
    }
}

struct Answer {
    status: u16,
    html: String,
    to: Option<String>,
    cookie: Option<String>,
}
