// SPDX-License-Identifier: EUPL-1.2
//! Bytes fed to what strangers can reach: the session's cookie, what comes back from the identity provider, and every
//! form.

use crate::browser::{Browser, Site};
use crate::router::routes;
use axum::body::Body;
use axum::http::Method;
use std::sync::Mutex;
use traad_testkit::provider::FakeProvider;
use traad_web::server::{Entrance, ProviderEntrance};

/// Forms that are written before a site is thrown away and another one begun, so that memory stays where it is.
const WRITTEN_AT_MOST: u32 = 500;

/// Nobody gets in by what stands in a cookie, and nothing breaks.
pub(crate) struct Cookies(Site);

impl Cookies {
    /// A site that nobody is logged in to.
    pub(crate) fn new() -> Self {
        Self(Site::staffed(Entrance::default()))
    }

    /// Asks for the first page with these bytes as the session, or as all there is of cookies.
    pub(crate) fn feed(&self, bytes: &[u8]) {
        let stranger = self.0.stranger();
        let named = [b"__Host-traad=".as_slice(), bytes].concat();
        for cookies in [bytes, &named] {
            let asked = stranger.ask_raw(Method::GET, ("/", cookies), Body::empty());
            // What no header can hold never reaches the program.
            let Some(page) = asked else { continue };
            assert_eq!(page.status, 303, "{}", page.html);
            assert!(page.to.is_some_and(|to| to.starts_with("/log-ind")));
        }
    }
}

/// Nobody gets in by what is said to come from the provider, and nobody is logged out by it.
pub(crate) struct Callback {
    /// Its database goes with it.
    _site: Site,
    stranger: Browser,
    set_out: String,
}

impl Callback {
    /// A site with a provider, and somebody who has set out for it.
    pub(crate) fn new() -> Self {
        let fake = FakeProvider::new();
        let made = traad_oidc::Provider::new(FakeProvider::settings(), fake.fetch());
        let site = Site::staffed(Entrance {
            provider: Some(ProviderEntrance {
                provider: made.expect("addresses"),
                name: "Kystkommunen".to_owned(),
                minimum: None,
            }),
            ..Entrance::default()
        });
        let stranger = site.stranger();
        let set_out = stranger.get("/log-ind/udbyder").cookie;
        Self {
            _site: site,
            stranger,
            set_out: set_out.expect("a way back"),
        }
    }

    /// Comes back with these bytes as the query, and lets the provider end a session with them.
    pub(crate) fn feed(&self, bytes: &[u8]) {
        let query = String::from_utf8_lossy(bytes);
        let coded: String = form_urlencoded::byte_serialize(bytes).collect();
        let back = [
            format!("/log-ind/svar?{query}"),
            format!("/log-ind/svar?code=c&state={coded}"),
        ];
        for address in back {
            let way = (address.as_str(), self.set_out.as_bytes());
            let asked = self.stranger.ask_raw(Method::GET, way, Body::empty());
            let Some(page) = asked else { continue };
            assert!(page.status < 500, "{address}: {}", page.html);
            let session = page.cookie.unwrap_or_default();
            assert!(
                !session.starts_with("__Host-traad="),
                "{address}: {session}"
            );
        }
        for body in [bytes.to_vec(), format!("logout_token={coded}").into_bytes()] {
            let asked =
                self.stranger
                    .ask_raw(Method::POST, ("/log-ind/lukket", b""), Body::from(body));
            let page = asked.expect("a body can be anything");
            assert_eq!(page.status, 400, "{}", page.html);
        }
    }
}

/// No form breaks, whatever stands in it, and the journals hold afterwards.
pub(crate) struct Forms(Mutex<Desk>);

/// The midwife at her desk.
struct Desk {
    site: Site,
    midwife: Browser,
    token: String,
    addresses: Vec<String>,
    /// Answers that told what was wrong with the form, or that it was written.
    reached: u32,
    written: u32,
}

impl Desk {
    fn new() -> Self {
        let site = Site::demo();
        let midwife = site.log_in("jordemoder");
        let token = midwife.token();
        let id = site.pathway_of("Ellen");
        let named = |route: &str| {
            let parts = route.replace("{id}", id.as_str());
            let parts = parts.split('/').map(|part| {
                if part.starts_with('{') {
                    "ukendt"
                } else {
                    part
                }
            });
            parts.collect::<Vec<_>>().join("/")
        };
        // Whoever logs out in the middle learns nothing of the other forms.
        let all = routes()
            .into_iter()
            .filter(|route| !route.starts_with("/log-ud"));
        Self {
            addresses: all.map(named).collect(),
            site,
            midwife,
            token,
            reached: 0,
            written: 0,
        }
    }
}

impl Forms {
    /// A site with the demonstration in it, and a midwife who is logged in.
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Desk::new()))
    }

    /// Sends the bytes as a form; the first two choose the address.
    pub(crate) fn feed(&self, bytes: &[u8]) {
        let [high, low, rest @ ..] = bytes else {
            return;
        };
        let mut desk = self.0.lock().expect("nobody broke it");
        let place = usize::from(u16::from_be_bytes([*high, *low]));
        let address = desk.addresses.get(place % desk.addresses.len());
        let address = address.expect("there are addresses").clone();
        let mut body = format!("csrf={}&", desk.token).into_bytes();
        body.extend_from_slice(rest);
        let cookies = desk.midwife.cookies_now().as_bytes().to_vec();
        let way = (address.as_str(), cookies.as_slice());
        let asked = desk.midwife.ask_raw(Method::POST, way, Body::from(body));
        let page = asked.expect("a body can be anything");
        assert!(page.status < 500, "{address}: {}", page.html);
        if matches!(page.status, 303 | 422) {
            desk.reached += 1;
        }
        if page.status == 303 {
            desk.written += 1;
        }
        if desk.written > WRITTEN_AT_MOST {
            let sound = desk.site.app().verify(None).expect("the database answers");
            assert!(sound.is_sound(), "after {address}");
            *desk = Desk::new();
        }
    }

    /// Whether what was written holds, and how many forms were read at all.
    pub(crate) fn outcome(&self) -> (bool, u32) {
        let desk = self.0.lock().expect("nobody broke it");
        let found = desk.site.app().verify(None);
        let found = found.expect("the database answers");
        (found.is_sound(), desk.reached)
    }
}
