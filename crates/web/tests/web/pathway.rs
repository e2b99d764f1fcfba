// SPDX-License-Identifier: EUPL-1.2
//! The reading pages of a pathway: whole in both languages, and silent towards whoever is outside.

use crate::browser::Site;
use traad_domain::body::{TeamMemberJoined, WishKind, WishRecorded};
use traad_domain::category::Category;
use traad_domain::org::UnitKind;

/// The pages of a pathway that are read.
const PAGES: [&str; 8] = [
    "",
    "/tidslinje",
    "/tidslinje?vis=maaned",
    "/udredning",
    "/plan",
    "/moeder",
    "/netvaerk",
    "/anbefalinger",
];

#[test]
fn every_page_of_every_pathway_is_whole_in_both_languages() {
    let site = Site::demo();
    let family = site.log_in("familie");
    for name in ["Ellen", "Brita", "Anna"] {
        let id = site.pathway_of(name);
        for page in PAGES {
            for lang in ["da", "en"] {
                let mark = if page.contains('?') { '&' } else { '?' };
                let address = format!("/forloeb/{id}{page}{mark}sprog={lang}");
                let shown = family.get(&address);
                assert_eq!(shown.status, 200, "{address}");
                assert!(
                    !shown.html.contains('⟦'),
                    "{address} lacks a text: {}",
                    around(&shown.html, '⟦')
                );
                assert_eq!(shown.html.matches("<h1").count(), 1, "{address}");
                assert!(
                    shown.html.contains(&format!("<html lang=\"{lang}\"")),
                    "{address}"
                );
                assert!(
                    shown.html.contains(name),
                    "{address} does not say whose it is"
                );
            }
        }
    }
}

#[test]
fn the_pages_tell_what_was_written() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let told = [
        ("", "Jeg vil gerne have mit barn hjem."),
        ("/tidslinje", "<svg"),
        ("/tidslinje", "Bekymring"),
        ("/udredning", "Skal fraflytte til sommer"),
        ("/udredning", "Forstærket ambulant indsats"),
        ("/plan", "Samtaler i alkoholbehandlingen"),
        ("/plan", "Det går fremad."),
        ("/moeder", "Lokale 2, 1. sal"),
        ("/netvaerk", "00 00 11 05"),
        ("/anbefalinger", "gjort i tide"),
    ];
    for (page, words) in told {
        let html = family.get(&format!("/forloeb/{id}{page}")).html;
        assert!(html.contains(words), "{page} does not say `{words}`");
    }
}

#[test]
fn an_outsider_gets_the_same_answer_as_for_a_pathway_that_does_not_exist() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let unknown: String = id
        .as_str()
        .chars()
        .map(|c| if c == '-' { c } else { '0' })
        .collect();
    for outsider in ["aarhus", "jobcenter", "administrator"] {
        let browser = site.log_in(outsider);
        for page in PAGES {
            let hers = browser.get(&format!("/forloeb/{id}{page}"));
            let nobodys = browser.get(&format!("/forloeb/{unknown}{page}"));
            assert_eq!(hers.status, 404, "{outsider} {page}");
            assert_eq!(nobodys.status, 404, "{outsider} {page}");
            assert_eq!(
                hers.html.replace(id.as_str(), ""),
                nobodys.html.replace(&unknown, ""),
                "{outsider} {page}"
            );
        }
    }
}

#[test]
fn the_treatment_never_reads_what_only_the_family_department_wrote() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let therapist = site.log_in("alkohol");
    let secret = [
        "Skal fraflytte til sommer",
        "Ser sin søster hver uge",
        "usikker på boligen",
        "Jeg vil gerne have mit barn hjem",
        "Hjælp til bolig og faste rammer",
        "Der er sat en undersøgelse i gang",
        "Det går fremad.",
    ];
    let read = |browser: &crate::browser::Browser| -> String {
        PAGES
            .iter()
            .map(|page| browser.get(&format!("/forloeb/{id}{page}")).html)
            .collect()
    };
    let (known, seen) = (read(&family), read(&therapist));
    assert!(
        seen.contains("Ellen Louise Test Lauridsen"),
        "the therapist takes part"
    );
    for words in secret {
        assert!(
            known.contains(words),
            "the family department wrote `{words}`"
        );
        assert!(!seen.contains(words), "the therapist reads `{words}`");
    }
}

#[test]
fn the_treatment_sees_the_same_whether_the_family_department_wrote_more_or_not() {
    let (quiet, busy) = (Site::demo(), Site::demo());
    let id = busy.pathway_of("Ellen");
    let family = busy.ctx("familie");
    let app = busy.app();
    let text = "Hun fortalte om en anmeldelse, hun ikke vil have videre.";
    app.write_note(&family, &id, text, Category::CrimeExploitation)
        .unwrap();
    let words = "Jeg vil flytte.".to_owned();
    let wish = WishKind::Wish;
    app.record_wish(&family, &id, &WishRecorded { wish, words })
        .unwrap();
    let member = TeamMemberJoined {
        actor: UnitKind::Psychiatry,
        unit: None,
        contact: "Pia Test Psykiater".into(),
        phone: "00 00 99 99".into(),
        relation: String::new(),
        supports: Vec::new(),
        conflict: false,
        her_yes: Some(true),
    };
    app.join_team(&family, &id, &member).unwrap();
    assert!(
        busy.log_in("familie")
            .get(&format!("/forloeb/{id}/netvaerk"))
            .html
            .contains("Pia Test Psykiater")
    );
    for reader in ["alkohol", "ambulatorium", "jordemoder"] {
        let (in_quiet, in_busy) = (quiet.log_in(reader), busy.log_in(reader));
        for page in PAGES {
            let address = format!("/forloeb/{id}{page}");
            let before = in_quiet
                .get(&address)
                .html
                .replace(&in_quiet.token(), "token");
            let after = in_busy
                .get(&address)
                .html
                .replace(&in_busy.token(), "token");
            assert!(before.contains("Ellen"), "{reader} takes part");
            assert_eq!(before, after, "{reader} {page}");
        }
    }
}

/// What stands around the first of a letter.
fn around(html: &str, letter: char) -> String {
    let rest = html.split_once(letter).map_or("", |(_, rest)| rest);
    rest.chars().take(60).collect()
}
