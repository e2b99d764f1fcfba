// SPDX-License-Identifier: EUPL-1.2
//! *Min side* and the sheet that is handed to her.

use super::work::{about, units, wrong};
use super::{Example, say};
use crate::paths;
use crate::text::T;
use crate::view::consent::ConsentCard;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::own::{
    HandedPage, Invitation, OwnConsentForm, OwnConsents, OwnContract, OwnHelper, OwnLogin, OwnPage,
    OwnTimes, OwnWish, OwnWithdraw,
};
use crate::view::parts::{Contact, Link};
use crate::view::pathway::Words;
use crate::view::told::{OwnTold, Told};

fn helper(t: &T, (name, english): (&str, &str), kinds: &[&str]) -> OwnHelper {
    let kinds: Vec<String> = kinds.iter().map(|k| t.of("work-category", k)).collect();
    OwnHelper {
        name: say(t.lang(), name, english),
        phone: "00 00 01 05".to_owned(),
        reads: kinds.join(", ").to_lowercase(),
    }
}

fn whole(t: &T) -> OwnPage {
    let lang = t.lang();
    OwnPage {
        name: "Brita".to_owned(),
        child: None,
        checkups: Vec::new(),
        placed: None,
        exposed: None,
        offers: Vec::new(),
        silent: None,
        invitation: Some(Invitation {
            purpose: say(lang, "Aftale, hvem der gør hvad", "Agree who does what"),
            people: vec![
                "Brita Test Berggren".to_owned(),
                "Mette Test Holm".to_owned(),
            ],
            support: vec![t.of("attendance-support", "transport")],
            reply: Some(t.of("own-reply", "comes")),
            calendar: "/mit/moede/m2/kalender".to_owned(),
            post: Some("/mit/moede/m2/svar".to_owned()),
        }),
        times: Some(OwnTimes {
            purpose: say(lang, "Tiden efter fødslen", "The time after the birth"),
            times: vec![Choice::new(
                "1",
                say(lang, "tirsdag 5. maj kl. 10.00", "Tuesday 5 May at 10:00"),
            )],
            answered: false,
            post: "/mit/tider/t1".to_owned(),
            form: Form::default(),
        }),
        coordinator: Some(Contact {
            name: "Mette Test Holm".to_owned(),
            role: say(lang, "Familieafdelingen", "Family department"),
            phone: "00 00 11 05".to_owned(),
        }),
        next: Some(say(
            lang,
            "tirsdag 7. april kl. 10.00, lokale 2",
            "Tuesday 7 April at 10:00, room 2",
        )),
        helpers: vec![
            helper(
                t,
                ("Familieafdelingen", "Family department"),
                &["social", "coordination"],
            ),
            helper(
                t,
                ("Rusrådgivningen", "Substance counselling"),
                &["substance-use"],
            ),
        ],
        goals: Some(say(
            lang,
            "Ro om graviditeten og en bolig til to.",
            "A calm pregnancy and a home for two.",
        )),
        plan: vec![say(
            lang,
            "Samtaler · Rusrådgivningen · hver uge",
            "Talks · Substance counselling · every week",
        )],
        screenings: vec![Words {
            text: say(lang, "EPDS: 7 point", "EPDS: 7 points"),
            at: say(lang, "3. marts 2026", "3 March 2026"),
        }],
        contract: Some(OwnContract {
            held: false,
            post: crate::paths::own_contract("k1"),
        }),
        quiet: false,
        held: false,
        told: true,
        form: Form::default(),
        wishes: vec![Words {
            text: say(
                lang,
                "Jeg vil gerne bo for mig selv.",
                "I want to live on my own.",
            ),
            at: say(lang, "3.3.2026", "3 Mar 2026"),
        }],
    }
}

fn card(t: &T, state: &str) -> ConsentCard {
    let who = say(t.lang(), "Rusrådgivningen", "Substance counselling");
    let act = Link {
        href: paths::own_withdraw("c1"),
        words: t.s("own-withdraw"),
    };
    ConsentCard {
        title: t.a("consent-title.disclose", &("actors", who)),
        state: t.of("consent-state", state),
        lines: vec![
            t.a("consent-about", &("what", t.of("work-category", "social"))),
            t.s("own-until-no"),
        ],
        acts: (state == "running").then_some(act).into_iter().collect(),
    }
}

fn kinds(t: &T) -> Vec<Choice> {
    ["health", "social"]
        .map(|code| Choice::new(code, t.of("work-category", code)))
        .to_vec()
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let parents = OwnPage {
        name: "Bo".to_owned(),
        child: Some("Emil".to_owned()),
        contract: None,
        wishes: Vec::new(),
        ..whole(t)
    };
    let consents = OwnConsents {
        child: None,
        running: vec![card(t, "running")],
        ended: vec![card(t, "withdrawn")],
    };
    let missing = OwnConsentForm {
        child: None,
        form: wrong(
            t,
            &[("retning", "disclose")],
            &[("aktoer", "not-chosen"), ("brug", "not-chosen")],
        ),
        units: units(t),
        categories: kinds(t),
    };
    let withdraw = OwnWithdraw {
        form: Form::default(),
        what: card(t, "running"),
        post: paths::own_withdraw("c1"),
    };
    let wish = OwnWish {
        form: wrong(t, &[("slags", "oenske")], &[("ord", "missing")]),
    };
    let handed = HandedPage {
        about: about(t),
        username: "k7mw2dqa".to_owned(),
        password: "h3vmzt8ycp4kwr6j".to_owned(),
        back: vec![Link {
            href: paths::pathway("3a", "samtykker"),
            words: t.s("own-handed-back"),
        }],
    };
    let door = OwnLogin {
        form: Form::default(),
        message: Some(t.a("login-refused", &("minutes", 15))),
    };
    let told = OwnTold(Told {
        form: wrong(
            t,
            &[("adresse", "brita"), ("trygt", "ja")],
            &[("adresse", "not-an-address")],
        ),
        sends: true,
        ..Told::default()
    });
    vec![
        Example::new("min-side-besked", Section::Other, told),
        Example::new("min-side-log-ind", Section::Other, door),
        Example::new("min-side", Section::Other, whole(t)),
        Example::new("min-side-foraelder", Section::Other, parents),
        Example::new("min-side-tom", Section::Other, OwnPage::default()),
        Example::new("min-side-samtykker", Section::Other, consents),
        Example::new("min-side-samtykke", Section::Other, missing),
        Example::new("min-side-tilbage", Section::Other, withdraw),
        Example::new("min-side-oenske", Section::Other, wish),
        Example::new("min-side-adgang", Section::Other, handed),
    ]
}
