// SPDX-License-Identifier: EUPL-1.2
//! A site with the demonstration in it, and people who are logged in there.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use std::sync::Arc;
use tokio::runtime::Runtime;
use tower::ServiceExt;
use traad_app::demo::DEMO_PASSWORD;
use traad_app::{App, Ctx};
use traad_domain::id::{EmploymentId, PathwayId};
use traad_domain::policy::Purpose;
use traad_testkit::app::TestApp;

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
        Self::on(told())
    }

    /// The same on `PostgreSQL`.
    pub(crate) fn demo_on_postgres() -> Self {
        Self::on(filled(TestApp::on_postgres(NOW)))
    }

    /// Two sites that are the same until somebody writes in one of them.
    pub(crate) fn twins() -> [Self; 2] {
        let bytes = told().into_bytes();
        [(); 2].map(|()| Self::on(TestApp::beginning_with(&bytes, NOW)))
    }

    fn on(test: TestApp) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .build()
            .expect("threads");
        Self {
            router: traad_web::server::router(test.app.clone()),
            test,
            runtime: Arc::new(runtime),
        }
    }

    /// The program behind the pages.
    pub(crate) fn app(&self) -> &App {
        &self.test.app
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

    /// Somebody who is not logged in.
    pub(crate) fn nobody(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            runtime: self.runtime.clone(),
            cookie: String::new(),
        }
    }

    /// Logs somebody in.
    pub(crate) fn log_in(&self, username: &str) -> Browser {
        let mut browser = Browser {
            router: self.router.clone(),
            runtime: self.runtime.clone(),
            cookie: String::new(),
        };
        let answer = browser.send("/log-ind", &[("bruger", username), ("kode", DEMO_PASSWORD)]);
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
    cookie: Option<String>,
}

impl Browser {
    /// Opens an address.
    pub(crate) fn get(&self, address: &str) -> Page {
        self.ask(Method::GET, address, Body::empty())
    }

    /// Sends a form to an address, as it is typed; the token of the session is put in when there is one.
    pub(crate) fn send(&self, address: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        if !self.cookie.is_empty() && !fields.iter().any(|(name, _)| *name == "csrf") {
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
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body)
            .expect("a request");
        let router = self.router.clone();
        self.runtime.block_on(async move {
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
        })
    }
}
