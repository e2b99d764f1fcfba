// SPDX-License-Identifier: EUPL-1.2
//! What is withheld leaves no trace (practice A1; row X08). **Two worlds**: with and without the hidden entries whoever may
//! not read them gets the same answers, letter by letter. **The canary crawl**: every kind of information carries a secret
//! word, and at every address each person is shown the words of what they may read and no others, before and after each
//! change of a consent.

use crate::browser::{Browser, Page, Site};
use crate::router::routes;
use std::collections::BTreeSet;
use traad_app::demo::DEMO_CITIZEN;
use traad_domain::body::{
    Asking, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope, ConsentWithdrawn,
    Direction, Giver, MeetingCalled, WishKind, WishRecorded,
};
use traad_domain::category::Category;
use traad_domain::decide::information::{Asking as Request, Ground};
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::person::{Contact, Speech};

/// Staff of every unit in her municipality, and some elsewhere; each with the unit.
const PEOPLE: [(&str, &str); 18] = [
    ("jordemoder", "jm-odense"),
    ("laege", "fa-syd"),
    ("ambulatorium", "fa-syd"),
    ("socialraadgiver", "fa-syd"),
    ("familie", "fam-odense"),
    ("familie2", "fam-odense"),
    ("leder", "fam-odense"),
    ("alkohol", "alk-odense"),
    ("leder-alkohol", "alk-odense"),
    ("stof", "stof-odense"),
    ("voksen", "vok-odense"),
    ("doegnvagt", "vagt-odense"),
    ("doegnbehandling", "doegn-odense"),
    ("jobcenter", "job-odense"),
    ("sundhedsplejerske", "sp-odense"),
    ("psykiatri", "psyk-odense"),
    ("svendborg", "fam-svendborg"),
    ("aarhus", "fam-aarhus"),
];

/// Who writes secrets: the login and the unit.
const WRITERS: [(&str, &str); 4] = [
    ("familie", "fam-odense"),
    ("jordemoder", "jm-odense"),
    ("alkohol", "alk-odense"),
    ("ambulatorium", "fa-syd"),
];

/// Every address of the router; what only is sent answers a visit as one that does not exist.
pub(crate) fn addresses(id: &PathwayId) -> Vec<String> {
    let hers = routes()
        .into_iter()
        .filter(|route| route.matches('{').count() <= 1);
    hers.map(|route| route.replace("{id}", id.as_str()))
        .filter(|route| !route.contains('{'))
        .collect()
}

/// A page without what differs between any two visits: random ids and tokens.
pub(crate) fn still(page: &Page) -> String {
    let mut text = format!("{} {:?}\n", page.status, page.to);
    let mut run = String::new();
    for c in page.html.chars() {
        if c.is_ascii_hexdigit() || c == '-' {
            run.push(c);
            continue;
        }
        let id = run.chars().filter(char::is_ascii_hexdigit).count() >= 32;
        text.push_str(if id { "…" } else { &run });
        run.clear();
        text.push(c);
    }
    text + &run
}

fn scope(direction: Direction, actor: &str, categories: &[Category]) -> ConsentScope {
    ConsentScope {
        direction,
        giver: Giver {
            capacity: Capacity::Woman,
            name: String::new(),
            custody: None,
        },
        actors: vec![UnitId::new(actor)],
        except: Vec::new(),
        categories: categories.to_vec(),
        purpose: Some(ConsentPurpose::Coordination),
    }
}

fn given(site: &Site, scope: ConsentScope) -> ConsentGiven {
    let today = traad_domain::time::local_date(site.app().now());
    ConsentGiven {
        reference: RefId::new(""),
        scope,
        law: "fvl-28".into(),
        from: today,
        until: None,
        asking: Asking {
            on: today,
            form: ConsentForm::Oral,
            oral_because: None,
            explained: true,
            asked_by: String::new(),
        },
    }
}

/// What the alcohol treatment may not know: notes of every kind, wishes, consents and a meeting of others, a question.
pub(crate) fn hidden(site: &Site, id: &PathwayId) {
    let (app, family) = (site.app(), site.ctx("familie"));
    for category in Category::ALL {
        app.write_note(&family, id, "Det siger vi ikke.", *category)
            .expect("it is written");
    }
    let wish = WishRecorded {
        wish: WishKind::Wish,
        words: "Det siger jeg kun til Mette.".into(),
    };
    app.record_wish(&family, id, &wish).expect("it is written");
    for direction in [Direction::Disclose, Direction::Obtain, Direction::Meet] {
        let kinds = [Category::Social, Category::Psychiatric];
        let consent = given(site, scope(direction, "psyk-odense", &kinds));
        app.give_consent(&family, id, &consent)
            .expect("it is written");
    }
    let question = Request {
        reference: RefId::new(""),
        unit: UnitId::new("psyk-odense"),
        categories: vec![Category::Psychiatric],
        question: "Kender I hende?".into(),
        ground: Ground::Consent,
    };
    app.request_information(&family, id, &question)
        .expect("it is written");
    let meeting = MeetingCalled {
        reference: RefId::new(""),
        at: app.now() + jiff::SignedDuration::from_hours(24 * 40),
        place: "Et sted".into(),
        purpose: "Noget andet".into(),
        units: vec![UnitId::new("psyk-odense")],
        not_listed: Some("Hun har bedt om det.".into()),
        ..MeetingCalled::default()
    };
    app.call_meeting(&family, id, (&meeting, None))
        .expect("it is written");
    let midwife = site.ctx("jordemoder");
    app.write_note(&midwife, id, "Heller ikke det.", Category::Health)
        .expect("it is written");
}

#[test]
fn x08_two_worlds_with_and_without_what_is_hidden_answer_alike() {
    let [plain, full] = Site::twins();
    let id = plain.pathway_of("Ellen");
    hidden(&full, &id);
    let mut compared = 0;
    for person in ["alkohol", "leder-alkohol", "stof", "jobcenter", "aarhus"] {
        let [one, other] = [&plain, &full].map(|site| site.log_in(person));
        for address in addresses(&id) {
            let [one, other] = [&one, &other].map(|browser| still(&browser.get(&address)));
            assert_eq!(one, other, "{person} at {address}");
            compared += 1;
        }
        let [one, other] = [&one, &other].map(|b| still(&b.send("/soeg", &[("q", "Ellen")])));
        assert_eq!(one, other, "{person} searches");
    }
    assert!(compared > 200, "{compared}");
    // The worlds do differ: whoever may read it sees it.
    let family = [&plain, &full].map(|site| site.log_in("familie"));
    let [one, other] = family.map(|b| still(&b.get(&format!("/forloeb/{id}/tidslinje"))));
    assert_ne!(one, other);
}

#[test]
fn x08_a_protected_address_looks_to_others_as_if_none_were_told() {
    let [plain, full] = Site::twins();
    let id = plain.pathway_of("Ellen");
    // Her own log tells of a search in both worlds.
    assert_eq!(full.pathway_of("Ellen"), id);
    let keep = |site: &Site, address: Option<&str>| {
        let contact = Contact {
            phone: None,
            address: address.map(str::to_owned),
        };
        let known: Vec<UnitId> = address.map(|_| UnitId::new("fa-syd")).into_iter().collect();
        let known = known.into_iter().collect();
        site.app()
            .keep_contact(
                &site.ctx("familie"),
                &id,
                (&contact, &Speech::default()),
                &known,
            )
            .expect("it is kept");
    };
    keep(&plain, None);
    keep(&full, Some("kanarie hemmelig vej"));
    for person in [
        "jordemoder",
        "alkohol",
        "leder-alkohol",
        "aarhus",
        DEMO_CITIZEN,
    ] {
        let [one, other] = [&plain, &full].map(|site| site.log_in(person));
        for address in addresses(&id) {
            let [one, other] = [&one, &other].map(|browser| still(&browser.get(&address)));
            assert_eq!(one, other, "{person} at {address}");
        }
    }
    for person in ["familie", "ambulatorium"] {
        let shown = full.log_in(person).get(&format!("/forloeb/{id}")).html;
        assert!(shown.contains("kanarie hemmelig vej"), "{person}");
    }
}

fn secret(unit: &str, category: Category) -> String {
    format!("kanarie {unit} {} stop", category.code())
}

/// Everything a person is shown at any address.
pub(crate) fn everything(browser: &Browser, id: &PathwayId) -> String {
    let mut all: String = addresses(id)
        .iter()
        .map(|address| browser.get(address).html)
        .collect();
    all += &browser.send("/soeg", &[("q", "Ellen")]).html;
    all
}

/// The secrets whoever works in a unit may read: its own, and what a consent opens.
fn may_read(unit: &str, consent: Option<(&str, Category)>) -> BTreeSet<String> {
    let mut allowed = BTreeSet::new();
    for (_, origin) in WRITERS {
        for category in Category::ALL {
            let opened = consent == Some((unit, *category));
            if origin == unit || opened {
                allowed.insert(secret(origin, *category));
            }
        }
    }
    allowed
}

/// Crawls as everybody and holds what was found against what may be found.
fn crawl(
    (site, people): (&Site, &[(&str, &str)]),
    id: &PathwayId,
    consent: Option<(&str, Category)>,
) -> usize {
    let mut fetched = 0;
    for (person, unit) in people.iter().copied() {
        let browser = site.log_in(person);
        let shown = everything(&browser, id);
        fetched += addresses(id).len() + 1;
        // A leader leads; the pages of the pathway are not his.
        let leads = person.starts_with("leder");
        let allowed = may_read(unit, consent);
        for (_, origin) in WRITERS {
            for category in Category::ALL {
                let word = secret(origin, *category);
                let found = shown.contains(&word);
                let expected = allowed.contains(&word);
                assert!(expected || !found, "{person} is shown »{word}«");
                assert!(
                    found || leads || !expected,
                    "{person} is not shown »{word}«"
                );
            }
        }
    }
    // Her own page tells of the plan, not of what is noted.
    let woman = site.log_in(DEMO_CITIZEN);
    assert!(!everything(&woman, id).contains("kanarie"));
    fetched + addresses(id).len() + 1
}

/// Plants a secret of every kind and crawls before a consent, while it runs, and after it was taken back. Gives the number
/// of pages fetched.
fn crawled(site: &Site, people: &[(&str, &str)]) -> usize {
    let id = site.pathway_of("Ellen");
    for (login, unit) in WRITERS {
        for category in Category::ALL {
            let author = site.ctx(login);
            let text = secret(unit, *category);
            site.app()
                .write_note(&author, &id, &text, *category)
                .expect("it is written");
        }
    }
    let mut fetched = crawl((site, people), &id, None);
    let family = site.ctx("familie");
    let consent = given(
        site,
        scope(Direction::Disclose, "psyk-odense", &[Category::Social]),
    );
    site.app()
        .give_consent(&family, &id, &consent)
        .expect("it is written");
    fetched += crawl((site, people), &id, Some(("psyk-odense", Category::Social)));
    let view = site.app().pathway(&family, &id).expect("it is written");
    let running = view.pathway.consents.iter().rev();
    let reference = running
        .filter(|c| c.scope.direction == Direction::Disclose)
        .find(|c| !c.scope.actors.is_empty() && c.as_given().is_some())
        .map(|c| c.reference.clone())
        .expect("it is written");
    let withdrawn = ConsentWithdrawn {
        reference,
        actors: Vec::new(),
        form: ConsentForm::Oral,
        note: String::new(),
    };
    site.app()
        .withdraw_consent(&family, &id, &withdrawn)
        .expect("it is written");
    fetched += crawl((site, people), &id, None);
    fetched
}

#[test]
fn x08_no_secret_is_shown_to_whom_it_is_not_open_and_each_open_one_is() {
    let fetched = crawled(&Site::demo(), &PEOPLE);
    assert!(fetched > 1_500, "{fetched}");
}

#[test]
fn x08_the_other_database_keeps_the_same_secrets() {
    let few: Vec<(&str, &str)> = PEOPLE
        .into_iter()
        .filter(|(person, _)| ["familie", "alkohol", "psykiatri", "jobcenter"].contains(person))
        .collect();
    assert_eq!(few.len(), 4);
    crawled(&Site::demo_on_postgres(), &few);
}
