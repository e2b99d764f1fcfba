// SPDX-License-Identifier: EUPL-1.2
//! Signs in a child with a hypothesis that is being tested, and the clinic's list of families.

use super::pathway::head;
use super::{Example, say};
use crate::text::T;
use crate::view::consent::ConsentCard;
use crate::view::frame::Section;
use crate::view::parts::Link;
use crate::view::pathway::Head;
use crate::view::signs::{FamiliesPage, SignsPage};

fn link(words: String) -> Link {
    Link {
        href: "/forloeb/3c".to_owned(),
        words,
    }
}

fn signs(t: &T) -> SignsPage {
    let lang = t.lang();
    SignsPage {
        head: Head {
            who: t.s("someone-child-unnamed"),
            state: say(lang, "3 år 2 mdr.", "3 years 2 months"),
            next: None,
            child: true,
            ..head(t)
        },
        write: Some("/forloeb/3c/tegn/ny".to_owned()),
        notify: Some("/forloeb/3c/underret".to_owned()),
        signs: vec![ConsentCard {
            title: say(lang, "Tirsdag 3. marts", "Tuesday 3 March"),
            lines: vec![say(
                lang,
                "reguleringsvanskeligheder, sarthed over for lyd",
                "difficulties of regulation, sensitivity to sound",
            )],
            ..ConsentCard::default()
        }],
        hypothesis: Some(ConsentCard {
            title: t.s("hypothesis-title"),
            state: t.of("hypothesis-state", "being-tested"),
            lines: vec![t.s("hypothesis-unasked")],
            acts: vec![
                link(t.s("hypothesis-test")),
                link(t.s("hypothesis-conclude")),
            ],
        }),
        affected: vec![ConsentCard {
            title: say(lang, "Mandag 2. marts", "Monday 2 March"),
            state: t.of("wellbeing-state", "lasts"),
            acts: vec![link(t.s("wellbeing-support")), link(t.s("wellbeing-judge"))],
            ..ConsentCard::default()
        }],
        considered: vec![ConsentCard {
            title: t.s("hypothesis-title"),
            state: t.of("hypothesis-state", "refuted"),
            ..ConsentCard::default()
        }],
        ..SignsPage::default()
    }
}

fn empty(t: &T) -> SignsPage {
    SignsPage {
        affect: Some("/forloeb/3c/trivsel".to_owned()),
        raise: Some("/forloeb/3c/hypotese/ny".to_owned()),
        signs: Vec::new(),
        hypothesis: None,
        affected: Vec::new(),
        considered: Vec::new(),
        ..signs(t)
    }
}

fn families(t: &T) -> FamiliesPage {
    let planned = t.a("families-planned", &("day", "1.7.2026"));
    FamiliesPage {
        families: vec![ConsentCard {
            title: "Brita Test Berggren".to_owned(),
            state: t.s("families-expects"),
            lines: vec![format!(
                "Emil Test: {}, {planned}",
                t.of("exposure-position", "suspected")
            )],
            acts: vec![link(t.s("families-hers")), link("Emil Test".to_owned())],
        }],
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let at = Section::Other;
    vec![
        Example::new("tegn", at, signs(t)),
        Example::new("tegn-ingen", at, empty(t)),
        Example::new("familier", Section::Tasks, families(t)),
        Example::new("familier-ingen", Section::Tasks, FamiliesPage::default()),
    ]
}
