// SPDX-License-Identifier: EUPL-1.2
//! The forms of birth, loss and a child's pathway, sent as a browser sends them; and that a child's pathway tells nothing of
//! the mother's, nor hers of the child's, to whoever may read one of the two.

use crate::browser::{Browser, Site};
use crate::forms::{Fields, holds, opened, send, with};
use crate::router::routes;
use crate::withheld::{addresses, everything, hidden, still};
use traad_domain::category::Category;
use traad_domain::id::PathwayId;

/// One form: who fills it in, about whom, where; what is accepted, and what is refused with a word that must be kept.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) login: &'static str,
    pub(crate) about: &'static str,
    pub(crate) page: &'static str,
    pub(crate) good: &'static [(&'static str, &'static str)],
    pub(crate) bad: &'static [(&'static str, &'static str)],
    pub(crate) kept: &'static str,
}

const EXPOSED: [(&str, &str); 4] = [
    ("eksponeret", "yes"),
    ("stof", "alkohol"),
    ("sikkerhed", "told"),
    ("udredes", "1.5.2026"),
];

const SHEETS: [Sheet; 10] = [
    Sheet {
        login: "jordemoder",
        about: "Brita",
        page: "foedsel",
        good: &[
            ("dato", "3.3.2026"),
            ("tid", "4.20"),
            ("barn1-liv", "levende"),
            ("eksponeret", "unresolved"),
            ("sikkerhed", "not-told"),
            ("foraeldre", "alone"),
            ("indehaver1", "Brita Test"),
        ],
        bad: &[("dato", "3.3.2026"), ("barn2-navn", "Lille Test")],
        kept: "Lille Test",
    },
    Sheet {
        login: "jordemoder",
        about: "Brita",
        page: "tab",
        good: &[("slags", "loss"), ("dato", "2.3.2026")],
        bad: &[("dato", "2.3.2026"), ("note", "Ring først torsdag")],
        kept: "Ring først torsdag",
    },
    Sheet {
        login: "jordemoder",
        about: "Brita",
        page: "doedsfald",
        good: &[("dato", "2.3.2026"), ("sikker", "ja")],
        bad: &[("dato", "2.3.2026"), ("note", "Familien er samlet")],
        kept: "Familien er samlet",
    },
    Sheet {
        login: "jordemoder",
        about: "Ida",
        page: "eksponering",
        good: &EXPOSED,
        bad: &[
            ("eksponeret", "yes"),
            ("sikkerhed", "told"),
            ("udredes", "2.2.2026"),
        ],
        kept: "2.2.2026",
    },
    Sheet {
        login: "familie",
        about: "Ida",
        page: "foraeldremyndighed",
        good: &[("foraeldre", "alone"), ("indehaver1", "Signe Test")],
        bad: &[("foraeldre", "shared"), ("indehaver1", "Signe Test")],
        kept: "Signe Test",
    },
    Sheet {
        login: "jordemoder",
        about: "Ida",
        page: "indlaeggelse",
        good: &[("afdeling", "Barselsafsnittet"), ("fra", "2.3.2026")],
        bad: &[("afdeling", "Barselsafsnittet"), ("fra", "1.1.2026")],
        kept: "Barselsafsnittet",
    },
    Sheet {
        login: "jordemoder",
        about: "Ida",
        page: "abstinens",
        good: &[("dato", "2.3.2026"), ("forloeb", "Mere rolig")],
        bad: &[("dato", "2.3.2026"), ("score", "mange"), ("skala", "Vores")],
        kept: "mange",
    },
    Sheet {
        login: "laege",
        about: "Ida",
        page: "foelger",
        good: &[("foelger", "found"), ("note", "Undersøgt")],
        bad: &[("note", "Undersøgt")],
        kept: "Undersøgt",
    },
    Sheet {
        login: "jordemoder",
        about: "Ida",
        page: "hjemkomst",
        good: &[("situation", "Egen bolig"), ("stoette", "Besøg")],
        bad: &[("situation", "Egen bolig")],
        kept: "Egen bolig",
    },
    Sheet {
        login: "jordemoder",
        about: "Ida",
        page: "overlevering",
        good: &[("dato", "3.3.2026"), ("alligevel", "Hun tog hjem")],
        bad: &[
            ("dato", "3.3.2026"),
            ("sundhedsplejerske", "sp-odense"),
            ("besked", "Følg vægt"),
            ("grundlag", "sul-43-2"),
            ("eksponering-med", "nej"),
        ],
        kept: "Følg vægt",
    },
];

/// The pathway of somebody whom a person of the demonstration knows.
pub(crate) fn pathway(site: &Site, login: &str, name: &str) -> PathwayId {
    let (hits, _) = site
        .app()
        .search(&site.ctx(login), name, 0)
        .expect("the database answers");
    hits.first().expect("somebody of that name").pathway.clone()
}

fn entries(site: &Site, login: &str, id: &PathwayId) -> usize {
    let view = site.app().pathway(&site.ctx(login), id);
    view.expect("who takes part").entries.len()
}

pub(crate) fn owned(fields: &[(&str, &str)]) -> Fields {
    with(fields, Vec::new())
}

fn is_whole(browser: &Browser, address: &str) {
    for lang in ["da", "en"] {
        let shown = browser.get(&format!("{address}?sprog={lang}"));
        assert_eq!(shown.status, 200, "{address}: {}", shown.html);
        assert!(!shown.html.contains('⟦'), "{address} lacks a text");
        assert_eq!(shown.html.matches("<h1").count(), 1, "{address}");
    }
}

impl Sheet {
    /// The form is whole in both languages, keeps what was typed, is written once, and closed to others.
    pub(crate) fn holds(&self, site: &Site) {
        let id = pathway(site, self.login, self.about);
        let (own, outside) = (site.log_in(self.login), site.log_in("gadeplan"));
        let address = format!("/forloeb/{id}/{}", self.page);
        is_whole(&own, &address);
        let before = entries(site, self.login, &id);
        assert_eq!(outside.get(&address).status, 404, "{address}");
        let unknown = send(&outside, &address, &owned(self.good));
        assert_eq!(unknown.status, 404, "{address}");
        let unsigned = with(&[("csrf", "")], owned(self.good));
        assert_eq!(send(&own, &address, &unsigned).status, 403, "{address}");
        let hidden = opened(&own, &address);
        let refused = send(&own, &address, &[owned(self.bad), hidden.clone()].concat());
        assert_eq!(refused.status, 422, "{address}: {}", refused.html);
        holds(&refused, self.kept);
        assert!(refused.html.contains("id=\"fejl\""), "{address}");
        assert!(!refused.html.contains('⟦'), "{address} lacks a text");
        assert_eq!(entries(site, self.login, &id), before, "{address}");
        let sent = [owned(self.good), hidden].concat();
        let first = send(&own, &address, &sent);
        let done = first.to.as_deref();
        let done = done.is_some_and(|to| to.contains("?ok=") || to.starts_with("/kvittering/"));
        assert!(done, "{address}: {}", first.html);
        let written = entries(site, self.login, &id);
        assert!(written > before, "{address} wrote nothing");
        let second = send(&own, &address, &sent);
        assert_eq!(second.to, first.to, "{address}: {}", second.html);
        assert_eq!(entries(site, self.login, &id), written, "{address}");
    }
}

#[test]
fn a12_each_form_is_whole_keeps_what_was_typed_is_written_once_and_closed_to_others() {
    for sheet in SHEETS {
        sheet.holds(&Site::demo());
    }
}

#[test]
fn a12_only_who_stands_near_registers_how_a_pregnancy_ends_and_health_what_is_found() {
    let site = Site::demo();
    let brita = pathway(&site, "familie", "Brita");
    let ida = pathway(&site, "familie", "Ida");
    let family = site.log_in("familie");
    for page in ["foedsel", "tab", "tab/vis"] {
        let address = format!("/forloeb/{brita}/{page}");
        assert_eq!(family.get(&address).status, 409, "{page}");
    }
    for (page, typed) in [
        ("foedsel", SHEETS[0].good),
        ("tab", SHEETS[1].good),
        ("tab/vis", &[("sikker", "ja")][..]),
    ] {
        let sent = send(&family, &format!("/forloeb/{brita}/{page}"), &owned(typed));
        assert_eq!(sent.status, 409, "{page}: {}", sent.html);
    }
    for (page, typed) in [
        ("foelger", SHEETS[7].good),
        ("overlevering", SHEETS[9].good),
    ] {
        let sent = send(&family, &format!("/forloeb/{ida}/{page}"), &owned(typed));
        assert_eq!(sent.status, 409, "{page}: {}", sent.html);
    }
    // A child's forms are no forms of a pregnancy.
    for page in [
        "eksponering",
        "foraeldremyndighed",
        "hjemkomst",
        "overlevering",
    ] {
        let address = format!("/forloeb/{brita}/{page}");
        assert_eq!(family.get(&address).status, 409, "{page}");
    }
}

#[test]
fn x08_whoever_reads_the_child_gets_the_same_with_and_without_what_is_hidden_of_the_mother() {
    let [plain, full] = Site::twins();
    let mother = pathway(&plain, "familie", "Signe");
    let child = pathway(&plain, "sundhedsplejerske", "Emil");
    hidden(&full, &mother);
    let mut compared = 0;
    // The receivers, and others of the family's professionals: what is hidden is hidden from none of them by chance.
    for person in ["sundhedsplejerske", "egenlaege", "laege"] {
        let [one, other] = [&plain, &full].map(|site| site.log_in(person));
        for address in addresses(&child) {
            let [one, other] = [&one, &other].map(|browser| still(&browser.get(&address)));
            assert_eq!(one, other, "{person} at {address}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn x08_no_secret_of_the_mother_stands_with_the_child_and_none_of_the_child_with_her() {
    let site = Site::demo();
    let mother = pathway(&site, "familie", "Signe");
    let child = pathway(&site, "familie", "Emil");
    for category in Category::ALL {
        for (id, word) in [(&mother, "hendes"), (&child, "barnets")] {
            let text = format!("kanarie {word} {} stop", category.code());
            for login in ["jordemoder", "familie"] {
                site.app()
                    .write_note(&site.ctx(login), id, &text, *category)
                    .expect("it is written");
            }
        }
    }
    for person in [
        "jordemoder",
        "familie",
        "laege",
        "sundhedsplejerske",
        "egenlaege",
        "alkohol",
        "jobcenter",
    ] {
        let browser = site.log_in(person);
        let about_child = everything(&browser, &child);
        let about_her = everything(&browser, &mother);
        assert!(!about_child.contains("kanarie hendes"), "{person}");
        assert!(!about_her.contains("kanarie barnets"), "{person}");
    }
    // The receivers read the child and nothing of hers.
    for person in ["sundhedsplejerske", "egenlaege"] {
        let browser = site.log_in(person);
        let page = browser.get(&format!("/forloeb/{child}"));
        assert_eq!(page.status, 200);
        assert!(!page.html.contains(mother.as_str()), "{person}");
        let hers = browser.get(&format!("/forloeb/{mother}"));
        assert_eq!(hers.status, 404, "{person}");
    }
}

#[test]
fn x08_an_outsider_cannot_tell_a_child_from_one_that_does_not_exist() {
    let site = Site::demo();
    let child = pathway(&site, "familie", "Ida");
    let unknown = "00000000000000000000000000000000";
    for outsider in [
        "aarhus",
        "jobcenter",
        "alkohol",
        "sundhedsplejerske",
        "stof",
    ] {
        let browser = site.log_in(outsider);
        let own = routes().into_iter();
        let own =
            own.filter(|route| route.contains("/forloeb/{id}") && route.matches('{').count() == 1);
        for route in own {
            let [real, made_up] = [child.as_str(), unknown].map(|id| {
                let address = route.replace("{id}", id);
                let get = browser.get(&address);
                let post = browser.send(&address, &[("hvad", "et notat")]);
                [get, post].map(|page| (page.status, page.html.replace(id, "…")))
            });
            assert!(matches!(real[0].0, 404 | 405), "{outsider} {route}");
            assert_eq!(real, made_up, "{outsider} {route}");
        }
    }
}
