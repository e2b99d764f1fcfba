// SPDX-License-Identifier: EUPL-1.2
//! The local door: what it tells to whom, how often somebody may try, the codes of a telephone, and the way out of
//! everywhere. And that nothing sent to any page at the door breaks anything.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that reads beyond the end has failed"
)]

use crate::browser::{Browser, Page, Site};
use jiff::SignedDuration;
use proptest::prelude::*;
use traad_app::demo::DEMO_PASSWORD;
use traad_store::SecondFactor;
use traad_testkit::provider::FakeProvider;
use traad_web::server::{Entrance, ProviderEntrance, SecondFactor as Factor};

/// An installation that offers everything.
pub(crate) fn all_doors() -> Site {
    let provider = FakeProvider::new();
    let made = traad_oidc::Provider::new(FakeProvider::settings(), provider.fetch());
    Site::staffed(Entrance {
        provider: Some(ProviderEntrance {
            provider: made.expect("addresses"),
            name: "Kystkommunen".to_owned(),
            minimum: None,
        }),
        second_factor: Factor::Offered,
        proxy: Some([127, 0, 0, 1].into()),
        ..Entrance::default()
    })
}

fn try_in(browser: &Browser, username: &str, password: &str) -> Page {
    browser.send("/log-ind", &[("bruger", username), ("kode", password)])
}

/// A page without what differs each time: the id of the form, and the name that was typed.
fn told(page: &Page, typed: &str) -> (u16, String) {
    let html = page
        .html
        .replace(&format!("value=\"{typed}\""), "value=\"\"");
    let mut parts = html.split("name=\"indsendelse\" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once('"').map_or("", |(_, rest)| rest));
    (page.status, rest.fold(first, |all, part| all + part))
}

#[test]
fn the_door_never_tells_whether_an_account_exists() {
    let site = all_doors();
    let browser = site.stranger();
    let wrong = "not-the-password";
    let unknown = told(&try_in(&browser, "findes-ikke", wrong), "findes-ikke");
    assert_eq!(unknown.0, 422);
    assert!(unknown.1.contains("lukket i 15 minutter"), "{}", unknown.1);
    for _ in 0..7 {
        assert_eq!(
            told(&try_in(&browser, "familie", wrong), "familie"),
            unknown
        );
    }
    // It is locked now, and the right password is told the same.
    assert_eq!(
        told(&try_in(&browser, "familie", DEMO_PASSWORD), "familie"),
        unknown
    );
    site.wait(SignedDuration::from_mins(15));
    assert_eq!(
        try_in(&browser, "familie", DEMO_PASSWORD).to.as_deref(),
        Some("/")
    );
}

#[test]
fn an_address_that_tried_too_often_waits_and_nobody_else_does() {
    let site = all_doors();
    let mut here = site.stranger();
    here.from = Some("198.51.100.9, 192.0.2.1");
    for number in 0..50 {
        assert_eq!(try_in(&here, &format!("nobody-{number}"), "x").status, 422);
    }
    let page = try_in(&here, "familie", DEMO_PASSWORD);
    assert_eq!(page.status, 429);
    assert!(page.html.contains("Vent 15 minutter"), "{}", page.html);
    assert!(page.cookie.is_none());
    // The kommune's own login stays open to the kommune.
    assert_eq!(here.get("/log-ind/udbyder").status, 303);
    // Who is logged in is not stopped, and another address behind the same proxy gets in.
    let mut there = site.stranger();
    there.from = Some("192.0.2.1, 192.0.2.2");
    assert_eq!(
        try_in(&there, "familie", DEMO_PASSWORD).to.as_deref(),
        Some("/")
    );
    site.wait(SignedDuration::from_mins(15));
    assert_eq!(
        try_in(&here, "familie", DEMO_PASSWORD).to.as_deref(),
        Some("/")
    );
}

#[test]
fn an_address_cannot_begin_journeys_without_end() {
    let site = all_doors();
    let mut here = site.stranger();
    here.from = Some("192.0.2.1");
    let begun = (0..2001).map(|_| here.get("/log-ind/udbyder").status);
    let refused = begun.filter(|status| *status == 429).count();
    assert_eq!(refused, 1);
    assert_eq!(here.get("/log-ind/svar?state=x").status, 429);
    assert_eq!(
        try_in(&here, "familie", DEMO_PASSWORD).to.as_deref(),
        Some("/")
    );
}

#[test]
fn logging_out_everywhere_ends_every_session_of_the_person_and_no_other() {
    let site = all_doors();
    let (desk, phone, other) = (
        site.log_in("familie"),
        site.log_in("familie"),
        site.log_in("leder"),
    );
    let page = desk.get("/min-adgang");
    assert_eq!(page.html.matches("lokal konto").count(), 2, "{}", page.html);
    assert_eq!(page.html.matches("<strong>(her)</strong>").count(), 1);
    assert_eq!(desk.send("/log-ud/alle", &[("csrf", "0")]).status, 403);
    assert_eq!(phone.get("/").status, 200);
    assert_eq!(
        desk.send("/log-ud/alle", &[]).to.as_deref(),
        Some("/log-ind")
    );
    assert_eq!(phone.get("/").to.as_deref(), Some("/log-ind"));
    assert_eq!(desk.get("/").to.as_deref(), Some("/log-ind"));
    assert_eq!(other.get("/").status, 200);
}

/// The code a telephone shows for the secret that stands on a page.
fn code_on(site: &Site, page: &Page) -> String {
    let secret = page.html.split("class=\"reference\">").nth(1);
    let letters = secret.and_then(|rest| rest.split('<').next());
    let letters = letters.expect("a secret").bytes().filter(|b| *b != b' ');
    let values = letters.map(|letter| match letter {
        b'2'..=b'7' => u64::from(letter - b'2' + 26),
        _ => u64::from(letter - b'A'),
    });
    let values: Vec<u64> = values.collect();
    // Eight letters are five bytes.
    let groups = values
        .chunks(8)
        .map(|eight| eight.iter().fold(0, |all, value| (all << 5) | value));
    let bytes: Vec<u8> = groups
        .flat_map(|group: u64| group.to_be_bytes()[3..].to_vec())
        .collect();
    assert_eq!(bytes.len(), 20);
    code_of(site, &bytes)
}

/// The code of a secret now, reckoned apart from the program.
fn code_of(site: &Site, secret: &[u8]) -> String {
    use hmac::{Hmac, KeyInit, Mac};
    let step = site.app().now().as_second() / 30;
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(secret).expect("any key");
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[19] & 15);
    let four = <[u8; 4]>::try_from(&hash[offset..offset + 4]).expect("four bytes");
    format!(
        "{:06}",
        (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000
    )
}

fn hidden(page: &Page, name: &str) -> String {
    let rest = page.html.split(&format!("name=\"{name}\" value=\"")).nth(1);
    rest.and_then(|rest| rest.split('"').next())
        .expect("a hidden field")
        .to_owned()
}

const PHONE: &str = "/min-adgang/telefon";

/// The family adviser with a telephone that was just added, and the code that showed it.
fn with_telephone(site: &Site) -> (Browser, String) {
    let browser = site.log_in("familie");
    let page = browser.get(PHONE);
    let (attempt, code) = (hidden(&page, "trin"), code_on(site, &page));
    let added = browser.send(PHONE, &[("trin", &attempt), ("engangskode", &code)]);
    assert_eq!(added.to.as_deref(), Some("/min-adgang?ok=factor-added"));
    (browser, code)
}

#[test]
fn a_telephone_is_added_by_its_first_code_and_by_nobody_else() {
    let site = all_doors();
    let browser = site.log_in("familie");
    let page = browser.get(PHONE);
    let (attempt, code) = (hidden(&page, "trin"), code_on(&site, &page));
    let wrong = browser.send(PHONE, &[("trin", &attempt), ("engangskode", "000000")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(code_on(&site, &wrong), code);
    // Nobody sets up another's.
    let other = site.log_in("leder");
    let foreign = other.send(PHONE, &[("trin", &attempt), ("engangskode", &code)]);
    assert_eq!(foreign.to.as_deref(), Some(PHONE));
    // Too late.
    site.wait(SignedDuration::from_mins(4));
    assert_eq!(browser.get(PHONE).status, 200);
    site.wait(SignedDuration::from_mins(1));
    let late = browser.send(PHONE, &[("trin", &attempt), ("engangskode", &code)]);
    assert_eq!(
        late.to.as_deref(),
        Some("/bekraeft?tilbage=%2Fmin-adgang%2Ftelefon")
    );
    assert_eq!(
        try_in(&site.stranger(), "familie", DEMO_PASSWORD)
            .to
            .as_deref(),
        Some("/")
    );
}

#[test]
fn the_code_is_asked_for_at_the_door_and_counts_once() {
    let site = all_doors();
    let (_, code) = with_telephone(&site);
    let mut browser = site.stranger();
    let page = try_in(&browser, "familie", DEMO_PASSWORD);
    assert_eq!(page.to.as_deref(), Some("/log-ind/kode?sprog=da"));
    browser.keep(&page);
    assert_eq!(browser.get("/").to.as_deref(), Some("/log-ind"));
    assert_eq!(browser.get("/log-ind/kode").status, 200);
    // The code that set it up is used.
    let used = browser.send("/log-ind/kode", &[("engangskode", &code)]);
    assert_eq!(used.status, 422);
    assert!(used.html.contains("eller den er brugt"), "{}", used.html);
    site.wait(SignedDuration::from_secs(30));
    let next = code_of(&site, &secret_of(&site, "familie"));
    let done = browser.send("/log-ind/kode", &[("engangskode", &next)]);
    assert_eq!(done.to.as_deref(), Some("/"));
    browser.keep(&done);
    assert_eq!(browser.get("/").status, 200);
    // Neither the step nor the code counts twice.
    assert_eq!(
        browser
            .send("/log-ind/kode", &[("engangskode", &next)])
            .status,
        400
    );
    let mut thief = site.stranger();
    let page = try_in(&thief, "familie", DEMO_PASSWORD);
    thief.keep(&page);
    assert_eq!(
        thief
            .send("/log-ind/kode", &[("engangskode", &next)])
            .status,
        422
    );
}

#[test]
fn a_telephone_is_taken_away_by_whoever_proves_anew_who_they_are() {
    let site = all_doors();
    let (browser, _) = with_telephone(&site);
    site.wait(SignedDuration::from_mins(6));
    let asked = browser.get(PHONE);
    assert_eq!(
        asked.to.as_deref(),
        Some("/bekraeft?tilbage=%2Fmin-adgang%2Ftelefon")
    );
    let removed = || {
        browser
            .send(PHONE, &[("fjern", "ja")])
            .to
            .expect("a way on")
    };
    assert!(removed().starts_with("/bekraeft"));
    let prove = |password: &str, code: &str| {
        let fields = [
            ("kode", password),
            ("engangskode", code),
            ("tilbage", PHONE),
        ];
        browser.send("/bekraeft", &fields)
    };
    assert_eq!(prove(DEMO_PASSWORD, "").status, 422);
    let code = code_of(&site, &secret_of(&site, "familie"));
    assert_eq!(prove("wrong-password", &code).status, 422);
    assert_eq!(prove(DEMO_PASSWORD, &code).to.as_deref(), Some(PHONE));
    assert_eq!(removed(), "/min-adgang?ok=factor-removed");
    assert_eq!(
        try_in(&site.stranger(), "familie", DEMO_PASSWORD)
            .to
            .as_deref(),
        Some("/")
    );
}

fn secret_of(site: &Site, username: &str) -> Vec<u8> {
    let found = site.app().store().find_second_factor(username);
    let SecondFactor { secret, .. } = found.expect("an answer").expect("a second factor");
    let digits: Vec<u32> = secret.chars().filter_map(|c| c.to_digit(16)).collect();
    let pairs = digits
        .chunks(2)
        .map(|pair| u8::try_from(pair[0] * 16 + pair[1]));
    pairs.collect::<Result<_, _>>().expect("bytes")
}

#[test]
fn where_nobody_gets_in_without_a_telephone_one_is_added_first() {
    let site = Site::staffed(Entrance {
        second_factor: Factor::Required,
        ..Entrance::default()
    });
    let mut browser = site.stranger();
    let page = try_in(&browser, "familie", DEMO_PASSWORD);
    let to = page.to.clone().expect("the next step");
    assert_eq!(to, "/log-ind/telefon?sprog=da");
    browser.keep(&page);
    assert_eq!(browser.get("/").to.as_deref(), Some("/log-ind"));
    // The step of somebody who has a telephone is another.
    assert_eq!(
        browser
            .send("/log-ind/kode", &[("engangskode", "000000")])
            .status,
        400
    );
    let shown = browser.get(&to);
    assert!(
        shown.html.contains("Tilføj din telefon først."),
        "{}",
        shown.html
    );
    let code = code_on(&site, &shown);
    let wrong = browser.send(&to, &[("engangskode", "000000")]);
    assert_eq!((wrong.status, code_on(&site, &wrong)), (422, code.clone()));
    let done = browser.send(&to, &[("engangskode", &code)]);
    assert_eq!(done.to.as_deref(), Some("/"));
    browser.keep(&done);
    assert_eq!(browser.get("/").status, 200);
    assert_eq!(browser.send(&to, &[("engangskode", &code)]).status, 400);
    // It cannot be taken away, and the next time the code is asked for.
    assert!(!browser.get(PHONE).html.contains("name=\"fjern\""));
    assert_eq!(browser.send(PHONE, &[("fjern", "ja")]).status, 403);
    let again = try_in(&site.stranger(), "familie", DEMO_PASSWORD);
    assert_eq!(again.to.as_deref(), Some("/log-ind/kode?sprog=da"));
}

#[test]
fn wrong_codes_lock_the_account_too() {
    let site = all_doors();
    let browser = site.log_in("familie");
    let page = browser.get("/min-adgang/telefon");
    let (attempt, code) = (hidden(&page, "trin"), code_on(&site, &page));
    browser.send(
        "/min-adgang/telefon",
        &[("trin", &attempt), ("engangskode", &code)],
    );
    site.wait(SignedDuration::from_secs(60));
    let mut thief = site.stranger();
    let page = try_in(&thief, "familie", DEMO_PASSWORD);
    thief.keep(&page);
    for _ in 0..5 {
        assert_eq!(
            thief
                .send("/log-ind/kode", &[("engangskode", "12345")])
                .status,
            422
        );
    }
    let right = code_of(&site, &secret_of(&site, "familie"));
    let locked = thief.send("/log-ind/kode", &[("engangskode", &right)]);
    assert_eq!(locked.status, 400);
    assert!(locked.cookie.is_none());
    assert_eq!(try_in(&thief, "familie", DEMO_PASSWORD).status, 422);
}

#[test]
fn where_it_is_not_offered_there_is_no_second_factor_and_no_provider() {
    let site = Site::staffed(Entrance::default());
    let browser = site.log_in("familie");
    assert_eq!(browser.get("/min-adgang/telefon").status, 404);
    assert!(!browser.get("/min-adgang").html.contains("telefon"));
    for page in ["/log-ind/udbyder", "/log-ind/svar?state=x&code=y"] {
        assert_eq!(browser.get(page).status, 404);
    }
    let closed = Site::staffed(Entrance {
        local: false,
        ..Entrance::default()
    });
    let stranger = closed.stranger();
    assert!(!stranger.get("/log-ind").html.contains("name=\"kode\""));
    assert_eq!(try_in(&stranger, "familie", DEMO_PASSWORD).status, 404);
}

#[test]
fn the_way_on_never_leads_elsewhere() {
    let site = all_doors();
    let browser = site.log_in("familie");
    for evil in [
        "//evil.example",
        "https://evil.example",
        "/\\evil",
        "javascript:x",
        "",
    ] {
        let fields = [("kode", DEMO_PASSWORD), ("tilbage", evil)];
        assert_eq!(
            browser.send("/bekraeft", &fields).to.as_deref(),
            Some("/"),
            "{evil}"
        );
        let fields = [("sprog", "en"), ("tilbage", evil)];
        assert_eq!(
            browser.send("/sprog", &fields).to.as_deref(),
            Some("/"),
            "{evil}"
        );
    }
    assert_eq!(
        site.stranger()
            .send("/sprog", &[("sprog", "en")])
            .to
            .as_deref(),
        Some("/log-ind?sprog=en")
    );
}

#[test]
fn the_pages_at_the_door_carry_the_headers_of_every_page_and_are_never_kept() {
    let site = all_doors();
    for address in [
        "/log-ind",
        "/log-ind/udbyder",
        "/log-ind/svar?state=x",
        "/log-ind/kode",
    ] {
        let headers = site.headers(address);
        assert!(
            headers["content-security-policy"].contains("form-action 'self'"),
            "{address}"
        );
        assert_eq!(headers["cache-control"], "no-store", "{address}");
        assert_eq!(headers["referrer-policy"], "no-referrer", "{address}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{address}");
    }
    let cookie = &site.headers("/log-ind/udbyder")["set-cookie"];
    for part in [
        "__Host-traad-login=",
        "Secure",
        "HttpOnly",
        "SameSite=Lax",
        "Path=/",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
}

/// Whatever it is, it is refused calmly or sent to the door: no defect, nobody in.
fn is_calm(page: &Page) -> Result<(), TestCaseError> {
    let sent = page.to.as_deref() == Some("/log-ind");
    prop_assert!(
        sent || (400..500).contains(&page.status),
        "{} {:?}",
        page.status,
        page.to
    );
    prop_assert!(page.cookie.is_none());
    prop_assert!(sent || page.html.contains("</html>") || page.html.is_empty());
    Ok(())
}

/// What can stand in a header or an address, near to what is right and far from it.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9a-f]{64}",
        "[0-9a-fA-F]{60,70}",
        "[!-~&&[^;,\"\\\\]]{0,80}",
        "(%[0-9a-fA-F]{2}|[a-z.=&]){0,40}",
        "\\PC{0,40}",
    ]
}

#[test]
fn nothing_sent_to_the_door_breaks_anything_or_lets_anybody_in() {
    let site = all_doors();
    let mut browser = site.stranger();
    let begun = browser.get("/log-ind/udbyder");
    browser.keep(&begun);
    let attempt = browser.cookies("");
    let state = begun
        .to
        .expect("a way")
        .split("state=")
        .nth(1)
        .map(str::to_owned);
    let state = state
        .and_then(|rest| rest.split('&').next().map(str::to_owned))
        .expect("a state");
    let browser = std::cell::RefCell::new(browser);
    let encoded = |word: &str| form_urlencoded::byte_serialize(word.as_bytes()).collect::<String>();
    let given = (words(), words(), words(), words(), 0..6_usize);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(400)
    });
    let outcome = runner.run(&given, |(one, two, three, cookie, place)| {
        let mut browser = browser.borrow_mut();
        let printable: String = cookie.chars().filter(|c| (' '..='~').contains(c)).collect();
        browser.cookies(&format!(
            "__Host-traad={printable}; __Host-traad-login={printable}"
        ));
        let page = match place {
            0 => browser.get("/"),
            1 => browser.get(&format!(
                "/log-ind/svar?state={}&code={}&iss={}",
                encoded(&one),
                encoded(&two),
                encoded(&three)
            )),
            2 => browser.get(&format!("/log-ind/svar?{}", encoded(&one))),
            3 => browser.send(
                "/log-ind/lukket",
                &[("logout_token", &one), (&two, &three), ("csrf", "")],
            ),
            4 => browser.send("/log-ind/kode", &[("engangskode", &one), ("csrf", "")]),
            _ => browser.send(
                "/log-ind/ansaettelse",
                &[("ansaettelse", &one), ("csrf", "")],
            ),
        };
        is_calm(&page)
    });
    outcome.expect("every page is calm");
    // The one journey that was begun is still there, whatever was sent around it.
    let mut browser = browser.into_inner();
    browser.cookies(&attempt);
    let page = browser.get(&format!("/log-ind/svar?state={state}&error=access_denied"));
    assert!(
        page.html.contains("Du blev ikke logget ind"),
        "{}",
        page.html
    );
}
