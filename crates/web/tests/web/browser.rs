// SPDX-License-Identifier: EUPL-1.2
//! A site with the demonstration in it, and people who are logged in there.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, header};
use jiff::SignedDuration;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use traad_app::demo::DEMO_PASSWORD;
use traad_app::{App, Ctx};
use traad_domain::id::{EmploymentId, PathwayId};
use traad_domain::policy::Purpose;
use traad_testkit::app::TestApp;
use traad_web::server::{Entrance, Peer, metered};

/// When it is in every test here: a Tuesday morning.
pub(crate) const NOW: &str = "2026-03-03T08:00:00Z";

/// The program with the demonstration in a database of its own.
pub(crate) struct Site {
    test: TestApp,
    router: Router,
    runtime: Arc<Runtime>,
}

/// The demonstration, told.
fn told() -> TestApp {
    filled(TestApp::at(NOW))
}

fn filled(test: TestApp) -> TestApp {
    test.app
        .seed_demo(test.app.now())
        .expect("the demonstration can be told");
    test
}

impl Site {
    /// A fresh site.
    pub(crate) fn demo() -> Self {
        Self::on(told(), Entrance::default())
    }

    /// The same on `PostgreSQL`.
    pub(crate) fn demo_on_postgres() -> Self {
        Self::on(filled(TestApp::on_postgres(NOW)), Entrance::default())
    }

    /// Two sites that are the same until somebody writes in one of them.
    pub(crate) fn twins() -> [Self; 2] {
        let bytes = told().into_bytes();
        [(); 2].map(|()| Self::on(TestApp::beginning_with(&bytes, NOW), Entrance::default()))
    }

    /// A site with the demonstration's people and nothing that has happened.
    pub(crate) fn staffed(entrance: Entrance) -> Self {
        static ORGANISATION: OnceLock<Vec<u8>> = OnceLock::new();
        let organisation = ORGANISATION.get_or_init(|| {
            let test = TestApp::at(NOW);
            test.app
                .seed_demo_organisation(test.app.now())
                .expect("the demonstration's units can be written");
            test.into_bytes()
        });
        Self::on(TestApp::beginning_with(organisation, NOW), entrance)
    }

    fn on(test: TestApp, entrance: Entrance) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .build()
            .expect("threads");
        Self {
            router: metered(test.app.clone(), entrance, Arc::default()),
            test,
            runtime: Arc::new(runtime),
        }
    }

    /// The program behind the pages.
    pub(crate) fn app(&self) -> &App {
        &self.test.app
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, time: SignedDuration) {
        self.test.clock.set(self.app().now() + time);
    }

    /// The database behind the program.
    pub(crate) fn past_the_store(&self, statements: &str) {
        self.test.past_the_store(statements);
    }

    /// Somebody of the demonstration, acting without a page.
    pub(crate) fn ctx(&self, username: &str) -> Ctx {
        let now = self.app().now();
        let actor = self
            .app()
            .actor(&EmploymentId::new(format!("demo-{username}-1")), now);
        let actor = actor
            .expect("the database answers")
            .expect("somebody of the demonstration");
        Ctx {
            actor,
            now,
            purpose: Purpose::Care,
            submission: None,
        }
    }

    /// The pathway of somebody the family department knows by the beginning of her name.
    pub(crate) fn pathway_of(&self, name: &str) -> PathwayId {
        let (hits, _) = self
            .app()
            .search(&self.ctx("familie"), name, 0)
            .expect("the database answers");
        hits.first()
            .unwrap_or_else(|| panic!("nobody is called {name}"))
            .pathway
            .clone()
    }

    /// The headers of a page as a stranger gets it.
    pub(crate) fn headers(&self, address: &str) -> BTreeMap<String, String> {
        let request = Request::get(address).body(Body::empty());
        let asked = self.router.clone().oneshot(request.expect("a request"));
        let answer = self.runtime.block_on(asked);
        let answer = answer.expect("the router always answers");
        let headers = answer.headers().iter();
        let text = |value: &axum::http::HeaderValue| value.to_str().unwrap_or("").to_owned();
        headers
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect()
    }

    /// Somebody who has not logged in.
    pub(crate) fn stranger(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            runtime: self.runtime.clone(),
            cookie: String::new(),
            from: None,
        }
    }

    /// The same.
    pub(crate) fn nobody(&self) -> Browser {
        self.stranger()
    }

    /// Logs somebody in.
    pub(crate) fn log_in(&self, username: &str) -> Browser {
        self.log_in_with(username, DEMO_PASSWORD)
    }

    /// Logs somebody in with what was handed over.
    pub(crate) fn log_in_with(&self, username: &str, password: &str) -> Browser {
        let mut browser = self.stranger();
        let answer = browser.send("/log-ind", &[("bruger", username), ("kode", password)]);
        assert!(
            matches!(answer.to.as_deref(), Some("/" | "/mit")),
            "{username} is not let in: {}",
            answer.html
        );
        browser.cookie = answer.cookie.expect("a session");
        browser
    }
}

/// Somebody at a browser.
pub(crate) struct Browser {
    router: Router,
    runtime: Arc<Runtime>,
    cookie: String,
    /// The address it is at, as the proxy tells.
    pub(crate) from: Option<&'static str>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its status.
    pub(crate) status: u16,
    /// The page.
    pub(crate) html: String,
    /// Where to go on.
    pub(crate) to: Option<String>,
    pub(crate) cookie: Option<String>,
}

impl Browser {
    /// Keeps the cookie an answer sets, instead of one of the same name; a browser that comes from another site leaves the
    /// strict ones at home.
    pub(crate) fn keep(&mut self, page: &Page) {
        let Some(cookie) = &page.cookie else { return };
        let name = cookie.split('=').next().unwrap_or_default();
        let others = self
            .cookie
            .split("; ")
            .filter(|other| !other.is_empty() && other.split('=').next() != Some(name));
        let all: Vec<&str> = others.chain([cookie.as_str()]).collect();
        self.cookie = all.join("; ");
    }

    /// Puts this in the place of all cookies.
    pub(crate) fn cookies(&mut self, cookies: &str) -> String {
        std::mem::replace(&mut self.cookie, cookies.to_owned())
    }

    /// All cookies as they are sent.
    pub(crate) fn cookies_now(&self) -> &str {
        &self.cookie
    }

    /// Opens an address.
    pub(crate) fn get(&self, address: &str) -> Page {
        self.ask(Method::GET, address, Body::empty())
    }

    /// Sends a form to an address, as it is typed; the token of the session is put in when there is one.
    pub(crate) fn send(&self, address: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        if self.cookie.contains("__Host-traad=") && !fields.iter().any(|(name, _)| *name == "csrf")
        {
            form.append_pair("csrf", &self.token());
        }
        self.ask(Method::POST, address, Body::from(form.finish()))
    }

    /// The token forms of this session carry.
    pub(crate) fn token(&self) -> String {
        let page = self.get("/meld").html;
        let staff = page
            .split_once("data-csrf=\"")
            .map(|(_, rest)| rest.to_owned());
        // The person herself has no such page; her own has the token in its forms.
        let rest = staff.unwrap_or_else(|| {
            let own = self.get("/mit").html;
            let found = own.split_once("name=\"csrf\" value=\"");
            found.expect("a page with the session's token").1.to_owned()
        });
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    fn ask(&self, method: Method, address: &str, body: Body) -> Page {
        let cookies = self.cookie.as_bytes();
        let asked = self.ask_raw(method, (address, cookies), body);
        asked.expect("a request")
    }

    /// Sends what no browser would; nothing comes back of what cannot be sent at all.
    pub(crate) fn ask_raw(
        &self,
        method: Method,
        (address, cookies): (&str, &[u8]),
        body: Body,
    ) -> Option<Page> {
        let mut request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::COOKIE, cookies)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body)
            .ok()?;
        if let Some(from) = self.from {
            let proxy: SocketAddr = ([127, 0, 0, 1], 1).into();
            request.extensions_mut().insert(ConnectInfo(Peer(proxy)));
            let seen = from.parse().expect("an address");
            request.headers_mut().insert("x-forwarded-for", seen);
        }
        let router = self.router.clone();
        Some(self.runtime.block_on(async move {
            let answer = router
                .oneshot(request)
                .await
                .expect("the router always answers");
            let text = |name| {
                let value = answer.headers().get(name)?;
                value.to_str().ok().map(str::to_owned)
            };
            let (status, to, cookie) = (
                answer.status().as_u16(),
                text(header::LOCATION),
                text(header::SET_COOKIE),
            );
            let cookie = cookie.and_then(|line| line.split(';').next().map(str::to_owned));
            let html = to_bytes(answer.into_body(), usize::MAX)
                .await
                .expect("a whole answer");
            Page {
                status,
                html: String::from_utf8_lossy(&html).into_owned(),
                to,
                cookie,
            }
        }))
    }
}
