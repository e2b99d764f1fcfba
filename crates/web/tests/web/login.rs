// SPDX-License-Identifier: EUPL-1.2
//! Logging in at an identity provider, through the real router: what lets somebody in, and everything that must not.
//! The provider is one that lies when told to; a real one is asked in the browser's walks.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that reads beyond the end has failed"
)]

use crate::browser::{Browser, Page, Site};
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use traad_domain::id::{EmploymentId, UnitId};
use traad_domain::login::Assurance;
use traad_domain::org::Function;
use traad_oidc::{Claims, Provider};
use traad_store::{LogQuery, LogRow, Paging, ProviderUser};
use traad_testkit::provider::{FakeProvider, ISSUER, SECRET, part, signed_with};
use traad_web::server::{Entrance, ProviderEntrance};

/// The midwife's name at the provider.
const USER: &str = "0f6b9a52-user";

struct Place {
    site: Site,
    provider: FakeProvider,
}

/// A journey as far as the provider: its words, and the browser that began it.
struct Journey {
    browser: Browser,
    asked: BTreeMap<String, String>,
}

impl Place {
    fn new() -> Self {
        Self::with(Claims::default())
    }

    fn with(claims: Claims) -> Self {
        let provider = FakeProvider::new();
        let mut settings = FakeProvider::settings();
        settings.claims = claims;
        let entrance = Entrance {
            provider: Some(ProviderEntrance {
                provider: Provider::new(settings, provider.fetch()).expect("addresses"),
                name: "Kystkommunen".to_owned(),
                minimum: Some(Assurance::Substantial),
            }),
            proxy: Some([127, 0, 0, 1].into()),
            ..Entrance::default()
        };
        let place = Self {
            site: Site::staffed(entrance),
            provider,
        };
        place.knows("jordemoder");
        place
    }

    /// Says who the provider's user is here.
    fn knows(&self, username: &str) {
        let user = ProviderUser {
            issuer: ISSUER.to_owned(),
            subject: USER.to_owned(),
            staff: format!("demo-{username}"),
            linked_ms: 0,
        };
        let kept = self.site.app().store().update_provider_user(user);
        kept.expect("the database answers");
    }

    fn set_out(mut browser: Browser) -> Journey {
        let page = browser.get("/log-ind/udbyder");
        let to = page.to.clone().expect("a way to the provider");
        let (place, query) = to.split_once('?').expect("words for the provider");
        assert_eq!(place, format!("{ISSUER}/authorize"));
        browser.keep(&page);
        let asked = form_urlencoded::parse(query.as_bytes());
        Journey {
            asked: asked.into_owned().collect(),
            browser,
        }
    }

    fn begin(&self) -> Journey {
        Self::set_out(self.site.stranger())
    }

    /// What the provider says of the midwife, now.
    fn claims(&self, journey: &Journey) -> Value {
        let now = self.site.app().now().as_second();
        json!({
            "iss": ISSUER,
            "sub": USER,
            "aud": "traad",
            "iat": now,
            "exp": now + 300,
            "auth_time": now - 5,
            "nonce": journey.asked["nonce"],
            "loa": "Substantial",
            "sid": "session-at-the-provider",
        })
    }

    /// Logs the midwife in, with what the provider says changed.
    fn log_in(&self, change: &[(&str, Value)]) -> (Journey, Page) {
        let mut journey = self.begin();
        let mut claims = self.claims(&journey);
        for (name, value) in change {
            claims[*name] = value.clone();
        }
        self.provider.vouches(&claims);
        let page = journey.come_back();
        journey.browser.keep(&page);
        (journey, page)
    }

    fn employment(&self, change: impl FnOnce(&mut traad_domain::org::Employment)) {
        let app = self.site.app();
        let mut employment = self.site.ctx("jordemoder").actor.employment;
        change(&mut employment);
        app.put_employment(&employment, "test", app.now())
            .expect("the database answers");
    }

    fn log(&self) -> Vec<LogRow> {
        let all = Paging {
            offset: 0,
            limit: 100,
        };
        let log = self.site.app().store().list_log(&LogQuery::All, all);
        log.expect("the database answers")
    }

    fn logged(&self, outcome: &str, reason: &str) -> bool {
        self.log()
            .iter()
            .any(|row| row.action == "log-in" && row.outcome == outcome && row.reason == reason)
    }
}

impl Journey {
    fn back(&self) -> String {
        let iss = "https%3A%2F%2Flogin.example.test";
        format!(
            "/log-ind/svar?code=c0de&state={}&iss={iss}",
            self.asked["state"]
        )
    }

    fn come_back(&self) -> Page {
        self.browser.get(&self.back())
    }
}

/// That nobody got in: a calm page with this on it, and no session.
fn stopped(page: &Page, status: u16, words: &str) {
    assert_eq!(page.status, status, "{words}: {}", page.html);
    assert!(page.html.contains(words), "lacks »{words}«: {}", page.html);
    assert!(page.cookie.is_none(), "{words}: {:?}", page.cookie);
}

#[test]
fn whom_the_provider_vouches_for_gets_in_and_goes_on() {
    let place = Place::new();
    let door = place.site.stranger().get("/log-ind");
    assert!(
        door.html.contains("Log ind hos Kystkommunen"),
        "{}",
        door.html
    );
    let (journey, page) = place.log_in(&[]);
    let asked = &journey.asked;
    assert_eq!(asked["response_type"], "code");
    assert_eq!(asked["code_challenge_method"], "S256");
    assert_eq!(
        asked["redirect_uri"],
        "https://traad.example.test/log-ind/svar"
    );
    assert_eq!(asked["scope"], "openid profile");
    for word in ["state", "nonce", "code_challenge"] {
        assert!(asked[word].len() >= 43, "{word}");
    }
    let redeemed = place.provider.redeemed();
    assert!(redeemed.contains("code_verifier="), "{redeemed}");
    assert!(!redeemed.contains(&asked["code_challenge"]), "{redeemed}");
    // The page goes on by itself: a strict cookie is not shown to a page one is sent on to from elsewhere.
    assert_eq!(page.status, 200);
    assert!(
        page.html
            .contains("http-equiv=\"refresh\" content=\"0; url=/\"")
    );
    let home = journey.browser.get("/");
    assert_eq!(home.status, 200);
    assert!(home.html.contains("Familieambulator") || home.html.contains("jordemoder"));
    assert!(place.logged("permitted", "provider"));
    assert!(place.site.app().verify(None).expect("an answer").is_sound());
}

#[test]
fn a_token_that_is_not_for_this_journey_lets_nobody_in() {
    let place = Place::new();
    let now = place.site.app().now().as_second();
    let refused = "Svaret kunne ikke godkendes";
    for (name, value) in [
        ("nonce", json!("another")),
        ("nonce", Value::Null),
        ("iss", json!("https://evil.example.test")),
        ("iss", json!("https://login.example.test/")),
        ("aud", json!("another")),
        ("aud", json!(["traad", "another"])),
        ("azp", json!("another")),
        ("exp", json!(now - 61)),
        ("iat", json!(now - 3600)),
        ("iat", json!(now + 3600)),
        ("sub", json!("")),
        ("sub", Value::Null),
    ] {
        let (_, page) = place.log_in(&[(name, value.clone())]);
        assert_eq!(page.status, 400, "{name} = {value}");
        stopped(&page, 400, refused);
    }
    // Within what clocks differ it is believed.
    let (_, page) = place.log_in(&[("exp", json!(now - 59)), ("iat", json!(now - 300))]);
    assert_eq!(page.status, 200);
}

#[test]
fn a_token_that_the_provider_did_not_sign_lets_nobody_in() {
    let place = Place::new();
    let refused = "Svaret kunne ikke godkendes";
    let give = |token: &dyn Fn(&Value) -> String| {
        let journey = place.begin();
        place.provider.gives(&token(&place.claims(&journey)));
        journey.come_back()
    };
    let header = |value: Value| move |claims: &Value| format!("{}.{}.", part(&value), part(claims));
    stopped(&give(&|claims| signed_with(0, claims, "JWT")), 400, refused);
    stopped(&give(&header(json!({"alg": "none"}))), 400, refused);
    stopped(&give(&header(json!({"alg": "HS256"}))), 400, refused);
    stopped(
        &give(&header(json!({"alg": "EdDSA", "kid": "key-1"}))),
        400,
        refused,
    );
    // Another payload under the signature of the right one.
    let swapped = |claims: &Value| {
        let good = signed_with(1, claims, "JWT");
        let mut parts: Vec<&str> = good.split('.').collect();
        let mut other = claims.clone();
        other["sub"] = json!("somebody-else");
        let other = part(&other);
        parts[1] = &other;
        parts.join(".")
    };
    stopped(&give(&swapped), 400, refused);
    // A secret that both know is no signature of the provider.
    let shared = |claims: &Value| {
        use hmac::{Hmac, KeyInit, Mac};
        let message = format!("{}.{}", part(&json!({"alg": "HS256"})), part(claims));
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(SECRET.as_bytes()).expect("any key");
        mac.update(message.as_bytes());
        let code = mac.finalize().into_bytes();
        let code = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, code);
        format!("{message}.{code}")
    };
    stopped(&give(&shared), 400, refused);
    for garbage in ["", "a", "a.b.c", "..", "💥"] {
        let page = give(&|_| garbage.to_owned());
        assert!(
            matches!(page.status, 400 | 503),
            "{garbage}: {}",
            page.status
        );
        assert!(page.cookie.is_none());
    }
}

#[test]
fn the_providers_new_key_is_believed_as_soon_as_it_is_published() {
    let place = Place::new();
    place.log_in(&[]);
    place.provider.changes_its_key();
    // Not asked more than once a minute, whatever is sent.
    stopped(&place.log_in(&[]).1, 400, "Svaret kunne ikke godkendes");
    assert_eq!(place.provider.discovered(), 1);
    place.site.wait(SignedDuration::from_secs(61));
    assert_eq!(place.log_in(&[]).1.status, 200);
    assert_eq!(place.provider.discovered(), 2);
}

#[test]
fn an_answer_that_does_not_name_this_provider_is_refused() {
    let place = Place::new();
    for iss in ["", "&iss=https%3A%2F%2Fevil.example.test"] {
        let journey = place.begin();
        place.provider.vouches(&place.claims(&journey));
        let back = format!("/log-ind/svar?code=c&state={}{iss}", journey.asked["state"]);
        stopped(
            &journey.browser.get(&back),
            400,
            "Svaret kunne ikke godkendes",
        );
    }
}

#[test]
fn an_answer_counts_once_in_the_browser_that_asked_and_for_ten_minutes() {
    let place = Place::new();
    let over = "Begynd forfra";
    let (journey, page) = place.log_in(&[]);
    assert_eq!(page.status, 200);
    stopped(&journey.come_back(), 400, over);
    // Another browser brings the answer: somebody was made to follow a link.
    let journey = place.begin();
    place.provider.vouches(&place.claims(&journey));
    stopped(&place.site.stranger().get(&journey.back()), 400, over);
    stopped(&place.begin().browser.get(&journey.back()), 400, over);
    // And now it is used up for everybody.
    stopped(&journey.come_back(), 400, over);
    // Too late.
    let journey = place.begin();
    place.site.wait(SignedDuration::from_mins(10));
    place.provider.vouches(&place.claims(&journey));
    stopped(&journey.come_back(), 400, over);
    stopped(&journey.browser.get("/log-ind/svar"), 400, over);
}

#[test]
fn two_journeys_of_one_browser_both_come_home() {
    let place = Place::new();
    let first = place.begin();
    let back = first.back();
    let first_claims = place.claims(&first);
    let second = Place::set_out(first.browser);
    place.provider.vouches(&place.claims(&second));
    assert_eq!(second.come_back().status, 200);
    place.provider.vouches(&first_claims);
    assert_eq!(second.browser.get(&back).status, 200);
}

#[test]
fn somebody_who_does_not_log_in_there_is_told_calmly() {
    let place = Place::new();
    let journey = place.begin();
    let back = format!(
        "/log-ind/svar?error=access_denied&state={}",
        journey.asked["state"]
    );
    stopped(&journey.browser.get(&back), 400, "Du blev ikke logget ind");
}

#[test]
fn too_low_a_level_is_told_by_name_and_lets_nobody_in() {
    let place = Place::new();
    for level in [
        json!("Low"),
        json!("4"),
        json!(["High", "Low"]),
        Value::Null,
    ] {
        let (_, page) = place.log_in(&[("loa", level)]);
        stopped(&page, 403, "Tråd kræver niveauet Betydelig");
    }
    assert!(place.logged("refused", "level"));
    // The way back asks the provider to ask anew; else it would answer as before.
    let (_, page) = place.log_in(&[("loa", json!("Low"))]);
    assert!(
        page.html.contains("/log-ind/udbyder?nyt=ja"),
        "{}",
        page.html
    );
    let again = place.site.stranger().get("/log-ind/udbyder?nyt=ja");
    assert!(again.to.expect("a way").contains("prompt=login"));
    let (_, page) = place.log_in(&[("loa", json!("High"))]);
    assert_eq!(page.status, 200);
}

#[test]
fn nobody_gets_in_without_being_known_and_employed() {
    let place = Place::new();
    let (_, page) = place.log_in(&[("sub", json!("nobody-here"))]);
    stopped(&page, 403, "Tråd kender ikke dit login endnu");
    assert!(place.logged("refused", "unknown"));
    place.employment(|employment| employment.to = Some(employment.from));
    let (_, page) = place.log_in(&[]);
    stopped(&page, 403, "Tråd kender ingen ansættelse");
    assert!(place.logged("refused", "not-employed"));
}

#[test]
fn access_ends_the_minute_the_employment_does() {
    let place = Place::new();
    let (journey, _) = place.log_in(&[]);
    assert_eq!(journey.browser.get("/").status, 200);
    let end = place.site.app().now() + SignedDuration::from_mins(1);
    place.employment(|employment| employment.to = Some(end));
    place.site.wait(SignedDuration::from_secs(59));
    assert_eq!(journey.browser.get("/").status, 200);
    place.site.wait(SignedDuration::from_secs(1));
    assert_eq!(journey.browser.get("/").to.as_deref(), Some("/log-ind"));
}

#[test]
fn what_the_provider_says_of_work_narrows_the_employments_and_never_widens_them() {
    let table = |word: &str, unit: &str| (word.to_owned(), UnitId::new(unit));
    let place = Place::with(Claims {
        controller: Some("cvr".to_owned()),
        unit: Some((
            "org".to_owned(),
            BTreeMap::from([table("A", "jm-odense"), table("B", "fam-odense")]),
        )),
        function: Some((
            "role".to_owned(),
            BTreeMap::from([("jm".to_owned(), Function::Midwife)]),
        )),
        ..Claims::default()
    });
    let actor = place.site.ctx("jordemoder").actor;
    let controller = actor.unit.controller.as_str().to_owned();
    let try_in = |cvr: &str, org: &str, role: &str| {
        let said = [
            ("cvr", json!(cvr)),
            ("org", json!([org, "X"])),
            ("role", json!(role)),
        ];
        place.log_in(&said).1.status
    };
    assert_eq!(try_in(&controller, "A", "jm"), 200);
    assert_eq!(try_in("12345678", "A", "jm"), 403);
    assert_eq!(try_in(&controller, "B", "jm"), 403);
    assert_eq!(try_in(&controller, "C", "jm"), 403);
    assert_eq!(try_in(&controller, "A", "leder"), 403);
    // What is asked and not said fits nothing.
    assert_eq!(place.log_in(&[]).1.status, 403);
}

#[test]
fn whoever_works_in_two_places_says_where_they_are_now() {
    let place = Place::new();
    place.employment(|employment| {
        employment.id = EmploymentId::new("second");
        employment.unit = UnitId::new("fam-odense");
        employment.function = Function::Caseworker;
    });
    let (mut journey, page) = place.log_in(&[]);
    assert_eq!(page.to.as_deref(), Some("/log-ind/ansaettelse?sprog=da"));
    let to = page.to.expect("the question");
    let asked = journey.browser.get(&to);
    assert!(asked.html.contains("jordemoder, "), "{}", asked.html);
    assert!(asked.html.contains("familierådgiver, "), "{}", asked.html);
    // Not yet in.
    assert_eq!(journey.browser.get("/").to.as_deref(), Some("/log-ind"));
    let missing = journey.browser.send(&to, &[]);
    assert_eq!(missing.status, 422);
    assert!(missing.html.contains("Vælg, hvor du arbejder nu."));
    let foreign = journey
        .browser
        .send(&to, &[("ansaettelse", "demo-familie-1")]);
    stopped(&foreign, 403, "Tråd kender ingen ansættelse");
    let chosen = journey.browser.send(&to, &[("ansaettelse", "second")]);
    assert_eq!(chosen.to.as_deref(), Some("/"));
    journey.browser.keep(&chosen);
    assert!(journey.browser.get("/").html.contains("familierådgiver, "));
    // The choice is made once.
    assert_eq!(place.site.stranger().get(&to).status, 400);
    let again = journey.browser.send(&to, &[("ansaettelse", "second")]);
    assert_eq!(again.status, 400);
}

#[test]
fn the_provider_ends_a_session_at_once_and_only_with_a_token_of_its_own() {
    let place = Place::new();
    let (journey, _) = place.log_in(&[]);
    let now = place.site.app().now().as_second();
    let event = json!({"http://schemas.openid.net/event/backchannel-logout": {}});
    let good = json!({
        "iss": ISSUER, "aud": ["traad"], "iat": now, "exp": now + 120, "jti": "1",
        "events": event, "sub": USER, "sid": "session-at-the-provider",
    });
    let changed = |name: &str, value: Value| {
        let mut claims = good.clone();
        claims[name] = value;
        place.provider.sign(&claims, "logout+jwt")
    };
    let mut nobody = good.clone();
    nobody["sub"] = Value::Null;
    nobody["sid"] = Value::Null;
    let mut bad = vec![
        String::new(),
        "a.b.c".to_owned(),
        signed_with(0, &good, "logout+jwt"),
        format!("{}.{}.", part(&json!({"alg": "none"})), part(&good)),
        place.provider.sign(&nobody, "logout+jwt"),
        place.provider.sign(&good, "at+jwt"),
        // An ID token is no logout token.
        place.provider.sign(&place.claims(&journey), "JWT"),
    ];
    bad.extend([
        changed("iss", json!("https://evil.example.test")),
        changed("aud", json!("another")),
        changed("iat", json!(now - 3600)),
        changed("exp", json!(now - 120)),
        changed("events", json!({})),
        changed("nonce", json!("n")),
    ]);
    let tell = |token: &str| {
        let provider = place.site.stranger();
        provider.send("/log-ind/lukket", &[("logout_token", token)])
    };
    for token in &bad {
        assert_eq!(tell(token).status, 400, "{token}");
        assert_eq!(journey.browser.get("/").status, 200, "{token}");
    }
    // Of somebody else it is believed, and ends nothing of hers.
    assert_eq!(tell(&changed("sub", json!("another"))).status, 200);
    assert_eq!(journey.browser.get("/").status, 200);
    assert_eq!(tell(&place.provider.sign(&good, "logout+jwt")).status, 200);
    assert_eq!(journey.browser.get("/").to.as_deref(), Some("/log-ind"));
    assert!(place.log().iter().any(|row| {
        row.action == "log-out" && row.reason == "provider" && row.employment == "demo-jordemoder-1"
    }));
    assert_eq!(place.site.stranger().get("/log-ind/lukket").status, 404);
}

#[test]
fn who_came_by_the_provider_is_logged_out_there_as_well() {
    let place = Place::new();
    let (journey, _) = place.log_in(&[]);
    let page = journey.browser.send("/log-ud", &[]);
    assert_eq!(page.status, 200);
    for part in [
        "https://login.example.test/end?client_id=traad",
        "post_logout_redirect_uri=https%3A%2F%2Ftraad.example.test%2Flog-ind",
    ] {
        assert!(page.html.contains(part), "{part}: {}", page.html);
    }
    assert_eq!(journey.browser.get("/").to.as_deref(), Some("/log-ind"));
    let local = place.site.log_in("familie");
    assert_eq!(local.send("/log-ud", &[]).to.as_deref(), Some("/log-ind"));
}

#[test]
fn a_provider_that_does_not_answer_is_told_calmly_and_the_local_door_stays_open() {
    let place = Place::new();
    place.provider.is_there(false);
    let page = place.site.stranger().get("/log-ind/udbyder");
    stopped(&page, 503, "Der er ikke forbindelse til login lige nu");
    assert_eq!(place.site.log_in("familie").get("/").status, 200);
}

/// When the midwife last proved who she is, by her session.
fn proved(place: &Place) -> i64 {
    let store = place.site.app().store();
    let sessions = store.list_sessions_of("demo-jordemoder", 0);
    sessions.expect("the database answers")[0].authenticated_ms
}

/// She is sent to the provider to prove anew who she is, and comes back with what the provider then says.
fn prove(place: &Place, her: &Browser, change: &[(&str, Value)]) -> Page {
    let page = her.get("/log-ind/udbyder?bekraeft=%2Faftaler");
    let to = page.to.clone().expect("a way to the provider");
    let query = to.split_once('?').expect("words for the provider").1;
    let asked = form_urlencoded::parse(query.as_bytes());
    let asked: BTreeMap<String, String> = asked.into_owned().collect();
    let anew = (asked["prompt"].as_str(), asked["max_age"].as_str());
    assert_eq!(anew, ("login", "0"));
    // From the provider's page a browser shows the lax cookie alone.
    let mut browser = place.site.stranger();
    browser.keep(&page);
    let journey = Journey { browser, asked };
    let mut claims = place.claims(&journey);
    claims["auth_time"] = claims["iat"].clone();
    for (name, value) in change {
        claims[*name] = value.clone();
    }
    place.provider.vouches(&claims);
    journey.come_back()
}

#[test]
fn whoever_proves_anew_who_they_are_must_do_it_now_and_be_the_same() {
    let place = Place::new();
    let long_ago = place.site.app().now().as_second() - 7200;
    let (journey, _) = place.log_in(&[("auth_time", json!(long_ago))]);
    let her = &journey.browser;
    assert_eq!(proved(&place), long_ago * 1000);
    let asked = her.get("/bekraeft?tilbage=/aftaler").html;
    let way = "/log-ind/udbyder?bekraeft=%2Faftaler";
    assert!(asked.contains(way), "{asked}");
    let another = "ikke bekræftet lige nu af den samme person";
    let before = prove(&place, her, &[("auth_time", json!(long_ago))]);
    stopped(&before, 403, another);
    // A provider that does not say when may have known her since this morning.
    let unsaid = prove(&place, her, &[("auth_time", Value::Null)]);
    stopped(&unsaid, 403, another);
    assert!(place.logged("refused", "not-anew"));
    let unsure = prove(&place, her, &[("loa", json!("Low"))]);
    stopped(&unsure, 403, "Betydelig");
    let other = ProviderUser {
        issuer: ISSUER.to_owned(),
        subject: "other".to_owned(),
        staff: "demo-familie".to_owned(),
        linked_ms: 0,
    };
    let kept = place.site.app().store().update_provider_user(other);
    kept.expect("the database answers");
    let somebody = prove(&place, her, &[("sub", json!("other"))]);
    stopped(&somebody, 403, another);
    assert_eq!(proved(&place), long_ago * 1000);
    let page = prove(&place, her, &[]);
    assert_eq!(page.status, 200);
    assert!(page.html.contains("url=/aftaler"), "{}", page.html);
    assert_eq!(proved(&place), place.site.app().now().as_millisecond());
}
