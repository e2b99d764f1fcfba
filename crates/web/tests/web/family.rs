// SPDX-License-Identifier: EUPL-1.2
//! Pages of the own in a child's pathway: whoever has custody and the young person are shown what they may read and not a
//! letter more, on any day (practice A1, A14, A18; scenario A20).

use crate::browser::{Browser, Site};
use crate::withheld::{addresses, everything, hidden, still};
use jiff::SignedDuration;
use jiff::civil::Date;
use traad_domain::body::{
    Asking, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope, Custody,
    CustodyState, CustodyStated, Direction, Giver, MeetingCalled,
};
use traad_domain::category::Category;
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::party::PageOf;
use traad_domain::time::{local_date, start_of_day};

const BO: &str = "Bo Test Holm";
const SIGNE: &str = "Signe Test Solbakke";

/// Those of a demonstration's child: its pathway, its mother's, and the day it was born.
struct Family {
    child: PathwayId,
    mother: PathwayId,
    born: Date,
}

/// Custody is settled: two have it.
fn settle(site: &Site) -> Family {
    let (child, mother) = (site.pathway_of("Emil"), site.pathway_of("Signe"));
    let stated = CustodyStated {
        custody: CustodyState::Shared,
        holders: vec![BO.into(), SIGNE.into()],
    };
    let family = site.ctx("familie");
    site.app()
        .state_custody(&family, &child, &stated)
        .expect("it is written");
    let view = site.app().pathway(&family, &child).expect("it is theirs");
    let born = view.pathway.child.birthday().expect("it was born");
    Family {
        child,
        mother,
        born,
    }
}

/// Somebody on a page of the own.
fn on_page(site: &Site, id: &PathwayId, of: &PageOf) -> Browser {
    let family = site.ctx("familie");
    let handed = site.app().open_own_page(&family, id, of, false);
    let handed = handed.expect("it is opened");
    site.log_in_with(&handed.username, &handed.password)
}

fn holder(name: &str) -> PageOf {
    PageOf::Holder(name.into())
}

/// What the family may not know: the mother's, what is told in a talk first, what another of the family said, what waits.
fn hide(site: &Site, family: &Family) {
    hidden(site, &family.mother);
    let (app, by) = (site.app(), site.ctx("familie"));
    for category in [
        Category::SubstanceUse,
        Category::Partner,
        Category::CrimeExploitation,
        Category::AbortionLoss,
    ] {
        app.write_note(&by, &family.child, "Det siger vi ikke.", category)
            .expect("it is written");
    }
    let consent = ConsentGiven {
        reference: RefId::new(""),
        scope: ConsentScope {
            direction: Direction::Obtain,
            giver: Giver {
                capacity: Capacity::CustodyHolder,
                name: SIGNE.into(),
                custody: Some(Custody::Shared),
            },
            actors: vec![UnitId::new("psyk-odense")],
            except: Vec::new(),
            categories: vec![Category::Social],
            purpose: Some(ConsentPurpose::Coordination),
        },
        law: "fvl-28".into(),
        from: local_date(app.now()),
        until: None,
        asking: Asking {
            on: local_date(app.now()),
            form: ConsentForm::Written,
            oral_because: None,
            explained: true,
            asked_by: String::new(),
        },
    };
    app.give_consent(&by, &family.child, &consent)
        .expect("it is written");
    let signe = on_page(site, &family.child, &holder(SIGNE));
    let sent = signe.send(
        "/mit/oensker",
        &[("slags", "oenske"), ("ord", "kanarie hendes ord")],
    );
    assert_eq!(sent.status, 303, "{}", sent.html);
}

/// The same readings by the same people, so that the log tells the same in both worlds.
fn look(site: &Site, family: &Family) {
    for id in [&family.child, &family.mother] {
        let by = site.ctx("familie");
        site.app().pathway(&by, id).expect("it is theirs");
    }
}

#[test]
fn x08_whoever_has_custody_gets_the_same_with_and_without_what_is_hidden() {
    let [plain, full] = Site::twins();
    let families = [&plain, &full].map(settle);
    let [pages, others] = [&plain, &full].map(|site| {
        let family = &families[0];
        let pages = on_page(site, &family.child, &holder(BO));
        (pages, site)
    });
    hide(&full, &families[1]);
    for (site, family) in [&plain, &full].into_iter().zip(&families) {
        look(site, family);
    }
    let mut compared = 0;
    for id in [&families[0].child, &families[0].mother] {
        for address in addresses(id) {
            let [one, other] = [&pages, &others].map(|(browser, _)| still(&browser.get(&address)));
            assert_eq!(one, other, "{address}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
    // The worlds do differ: the caseworker is shown what was written.
    let seen = [&plain, &full].map(|site| {
        let address = format!("/forloeb/{}/tidslinje", families[0].child);
        still(&site.log_in("familie").get(&address))
    });
    assert_ne!(seen[0], seen[1]);
}

/// Secrets of every kind by two units in the child's pathway and in the mother's, and a meeting the family may know of.
fn plant(site: &Site, family: &Family) {
    for login in ["familie", "jordemoder"] {
        for id in [&family.child, &family.mother] {
            for category in Category::ALL {
                let text = format!("kanarie {login} {} stop", category.code());
                site.app()
                    .write_note(&site.ctx(login), id, &text, *category)
                    .expect("it is written");
            }
        }
    }
    let app = site.app();
    for (id, place) in [
        (&family.child, "barnets-kanarie"),
        (&family.mother, "hendes-kanarie"),
    ] {
        let meeting = MeetingCalled {
            reference: RefId::new(""),
            at: app.now() + SignedDuration::from_hours(24 * 400 * 20),
            place: place.into(),
            purpose: "At tale sammen".into(),
            ..MeetingCalled::default()
        };
        app.call_meeting(&site.ctx("familie"), id, (&meeting, None))
            .expect("it is called");
    }
}

/// Every page at every address of both pathways.
fn shown(browser: &Browser, family: &Family) -> String {
    everything(browser, &family.child) + &everything(browser, &family.mother)
}

fn wait_until(site: &Site, day: Date) {
    site.wait(start_of_day(day).duration_since(site.app().now()));
}

#[test]
fn a20_no_secret_is_shown_to_a_family_at_any_age_and_the_meeting_to_whom_it_is_open() {
    let site = Site::demo();
    let family = settle(&site);
    plant(&site, &family);
    let birthday = |years| traad_domain::age::birthday(family.born, years);
    let eve = |years| birthday(years).yesterday().expect("a day before");
    let mut crawled = 0;
    let days = [
        (local_date(site.app().now()), true, false),
        (eve(15), true, false),
        (birthday(15), true, true),
        (eve(18), true, true),
        (birthday(18), false, true),
    ];
    for (day, parents, child) in days {
        wait_until(&site, day);
        for name in [BO, SIGNE] {
            let of = holder(name);
            let by = site.ctx("familie");
            let opened = site.app().open_own_page(&by, &family.child, &of, false);
            assert_eq!(opened.is_ok(), parents, "{name} on {day}");
            let Ok(handed) = opened else { continue };
            let browser = site.log_in_with(&handed.username, &handed.password);
            let all = shown(&browser, &family);
            assert!(all.contains("barnets-kanarie"), "{name} on {day}");
            assert!(!all.contains("hendes-kanarie"), "{name} on {day}");
            assert!(!all.contains("kanarie familie"), "{name} on {day}");
            assert!(!all.contains("kanarie jordemoder"), "{name} on {day}");
            crawled += 1;
        }
        let by = site.ctx("familie");
        let own = PageOf::Person;
        let opened = site.app().open_own_page(&by, &family.child, &own, false);
        assert_eq!(opened.is_ok(), child, "the child on {day}");
        let Ok(handed) = opened else { continue };
        let browser = site.log_in_with(&handed.username, &handed.password);
        let all = shown(&browser, &family);
        assert!(all.contains("barnets-kanarie"), "the child on {day}");
        assert!(!all.contains("hendes-kanarie"), "the child on {day}");
        assert!(!all.contains("kanarie familie"), "the child on {day}");
        assert!(
            !all.contains("rusmidler og behandling"),
            "the child on {day}"
        );
        crawled += 1;
    }
    assert_eq!(crawled, 11);
}

#[test]
fn a20_a_page_that_is_open_is_closed_at_the_next_request_on_the_birthday() {
    let site = Site::demo();
    let family = settle(&site);
    wait_until(&site, traad_domain::age::birthday(family.born, 18));
    site.wait(SignedDuration::from_mins(-2));
    let bo = on_page(&site, &family.child, &holder(BO));
    assert_eq!(bo.get("/mit").status, 200);
    site.wait(SignedDuration::from_mins(3));
    for address in ["/mit", "/mit/laest", "/mit/samtykker", "/mit/samtykker/nyt"] {
        assert_eq!(bo.get(address).status, 404, "{address}");
    }
    let wish = [("slags", "oenske"), ("ord", "Han skal komme hjem.")];
    assert_eq!(bo.send("/mit/oensker", &wish).status, 404);
    let verified = site.app().verify(None).expect("it can be read");
    assert!(verified.is_sound());
}
