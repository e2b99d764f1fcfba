// SPDX-License-Identifier: EUPL-1.2
//! *Barnets tråd*: whole in both languages and in every part of the life, and the same for whoever may not read something,
//! with and without it – neither a lane, a gap nor the scale tells of it (practice A1; row X08).

use crate::browser::Site;
use crate::placed::place;
use crate::withheld::still;
use jiff::{SignedDuration, ToSpan};
use traad_domain::body::{Concern, LifeEventTold, SignsObserved};
use traad_domain::category::Category;
use traad_domain::id::PathwayId;
use traad_domain::time::local_date;

/// Every part of a life: what the address can ask for, and some things it cannot.
fn parts(site: &Site) -> Vec<String> {
    let today = local_date(site.app().now());
    let day = |days: i64| format!("?om={}", today.saturating_sub(days.days()));
    let mut parts: Vec<String> = ["", "?vis=graviditeten", "?vis=seneste", "?vis=andet"]
        .map(str::to_owned)
        .into();
    parts.extend((-1..6).map(|age| format!("?alder={age}")));
    parts.extend([day(1), day(100), day(3_000), "?om=i-går".to_owned()]);
    parts
}

fn thread(id: &PathwayId, part: &str) -> String {
    format!("/forloeb/{id}/barnets-traad{part}")
}

#[test]
fn every_part_of_a_childs_thread_is_whole_in_both_languages() {
    let site = Site::demo();
    let family = site.log_in("familie");
    for name in ["Asger", "Emil", "Ida"] {
        let id = site.pathway_of(name);
        for part in parts(&site) {
            for lang in ["da", "en"] {
                let mark = if part.is_empty() { '?' } else { '&' };
                let address = format!("{}{mark}sprog={lang}", thread(&id, &part));
                let shown = family.get(&address);
                assert_eq!(shown.status, 200, "{address}");
                assert!(!shown.html.contains('⟦'), "{address} lacks a text");
                assert!(shown.html.contains("<svg"), "{address}");
                assert_eq!(shown.html.matches("<h1").count(), 1, "{address}");
            }
        }
    }
}

#[test]
fn s0_049_the_thread_of_a_placed_child_says_that_it_is_placed_and_never_where_or_with_whom() {
    let site = Site::demo();
    let id = site.pathway_of("Asger");
    let shown = site.log_in("familie").get(&thread(&id, "")).html;
    for words in ["Forstærket plejefamilie", "Alkohol, dagligt", "Runde 2"] {
        assert!(shown.contains(words), "{words}");
    }
    for secret in ["Gerda", "Bakkegård", "Testvej", "00 00 99 07"] {
        assert!(!shown.contains(secret), "{secret}");
    }
}

/// What the family department alone may read: a placement, a sign, what was told of the time before birth, and notes.
fn hide(site: &Site, id: &PathwayId) {
    let (app, by) = (site.app(), site.ctx("familie"));
    let today = local_date(app.now());
    place(site, id);
    let seen = SignsObserved {
        signs: vec!["reguleringsvanskeligheder".into()],
        other: String::new(),
        setting: "kanarie sted".into(),
        words: "kanarie ord".into(),
        concern: Concern::No,
        look_again: None,
    };
    app.observe_signs(&by, id, (&seen, today))
        .expect("it is written");
    let event = LifeEventTold {
        what: "kanarie før fødslen".into(),
        source: String::new(),
    };
    app.tell_life_event(&by, id, (&event, today))
        .expect("it is written");
    for category in Category::ALL {
        app.write_note(&by, id, "kanarie note", *category)
            .expect("it is written");
    }
}

#[test]
fn x08_a_childs_thread_is_the_same_with_and_without_what_is_withheld_in_every_part_of_the_life() {
    let [plain, full] = Site::twins();
    let id = plain.pathway_of("Emil");
    hide(&full, &id);
    let mut compared = 0;
    for person in [
        "sundhedsplejerske",
        "egenlaege",
        "jordemoder",
        "laege",
        "aarhus",
    ] {
        let [one, other] = [&plain, &full].map(|site| site.log_in(person));
        for part in parts(&plain) {
            let address = thread(&id, &part);
            let [one, other] = [&one, &other].map(|browser| still(&browser.get(&address)));
            assert!(!other.contains("kanarie"), "{person} at {address}");
            assert_eq!(one, other, "{person} at {address}");
            compared += 1;
        }
    }
    assert!(compared > 60, "{compared}");
    // The worlds do differ: whoever may read it sees it.
    let shown = full.log_in("familie").get(&thread(&id, "")).html;
    for words in ["kanarie ord", "kanarie før fødslen", "Almen plejefamilie"] {
        assert!(shown.contains(words), "{words}");
    }
}

#[test]
fn a_childs_thread_is_no_page_of_a_pregnancy_and_none_for_whoever_is_outside() {
    let site = Site::demo();
    let pregnancy = site.pathway_of("Ellen");
    let child = site.pathway_of("Asger");
    let family = site.log_in("familie").get(&thread(&pregnancy, ""));
    let outside = site.log_in("aarhus").get(&thread(&child, ""));
    assert_eq!([family.status, outside.status], [404, 404]);
}

#[test]
fn the_scale_of_a_long_life_has_room_for_its_words_and_every_year_can_be_seen() {
    let site = Site::demo();
    let id = site.pathway_of("Asger");
    site.wait(SignedDuration::from_hours(24 * 365 * 12));
    let shown = site.log_in("familie").get(&thread(&id, "")).html;
    for words in ["Første leveår", "14–15 år", "15 år", "Det seneste år"] {
        assert!(shown.contains(words), "{words}");
    }
    let marks = shown.matches("<text class=\"scale\"").count();
    assert!((6..=13).contains(&marks), "{marks}");
}
