// SPDX-License-Identifier: EUPL-1.2
//! A placement with everything in it and none, the list of placed children, the carers' own page, and a young person's.

use super::pathway::head;
use super::work::wrong;
use super::{Example, say};
use crate::text::T;
use crate::view::consent::ConsentCard;
use crate::view::frame::Section;
use crate::view::leader::Overview;
use crate::view::own::OwnPage;
use crate::view::parts::{Contact, Fact, Link};
use crate::view::placement::{
    CarerPage, CarerWords, PlacedList, PlacedNumbers, PlacedRow, PlacementPage, PlacementSection,
};

fn act(t: &T, page: &str) -> Link {
    Link {
        href: crate::paths::pathway("3a", &format!("anbringelse/{page}")),
        words: t.s(&format!("placement-{page}")),
    }
}

fn day(t: &T) -> String {
    say(t.lang(), "6.5.2026", "6 May 2026")
}

fn general(t: &T) -> String {
    say(t.lang(), "almen plejefamilie", "general foster family")
}

fn whole(t: &T) -> PlacementPage {
    let lang = t.lang();
    let reason = say(
        lang,
        "Barnets moster bor ved siden af.",
        "The child's aunt lives next door.",
    );
    let card = |title: String, state: String, line: String| ConsentCard {
        title,
        state,
        lines: vec![line],
        acts: Vec::new(),
    };
    let content = say(
        lang,
        "Vejledning hver 14. dag.",
        "Guidance every fortnight.",
    );
    let section =
        |title: &str, lead: &str, cards: Vec<ConsentCard>, acts: &[&str]| PlacementSection {
            title: t.s(title),
            lead: Some(t.s(lead)),
            cards,
            acts: acts.iter().map(|page| act(t, page)).collect(),
        };
    PlacementPage {
        head: head(t),
        facts: vec![
            Fact::new(t.s("placement-which"), general(t)),
            Fact::new(t.s("placement-from"), day(t)),
            Fact::new(t.s("placement-place"), "Familien Test Bakkegård"),
            Fact::new(t.s("placed-recognised"), t.s("placement-yes")),
            Fact::new(t.s("placed-acted"), t.s("unknown")),
        ],
        deviation: Some(t.a("placement-deviates", &("reason", reason))),
        acts: vec![act(t, "eksponering"), act(t, "hjem"), act(t, "slut")],
        sections: vec![
            section(
                "placement-carers",
                "placement-carers-lead",
                vec![
                    card(
                        t.of("placement-help", "support"),
                        t.of("placement-answered", "yes"),
                        content,
                    ),
                    card(
                        t.s("placement-krav"),
                        t.a("placement-unmet-count", &("n", 1_i64)),
                        t.a(
                            "placement-unmet-line",
                            &("what", say(lang, "Ro ved måltider", "Calm at meals")),
                        ),
                    ),
                ],
                &["viden", "tilbud", "krav", "risiko", "moede"],
            ),
            section(
                "placement-parents",
                "placement-parents-lead",
                vec![card(
                    "Bo Test Holm".to_owned(),
                    t.s("placement-not-offered"),
                    day(t),
                )],
                &["foraeldre"],
            ),
            section(
                "placement-difficulties",
                "placement-difficulties-lead",
                Vec::new(),
                &["vanskelighed"],
            ),
        ],
    }
}

fn list(t: &T) -> PlacedList {
    PlacedList {
        unit: say(t.lang(), "Familieafdelingen", "Family department"),
        rows: vec![PlacedRow {
            who: "Emil Test".to_owned(),
            case: "K7M2-9QXA".to_owned(),
            kind: general(t),
            since: day(t),
            recognised: t.s("placement-yes"),
            acted_on: t.s("unknown"),
            href: crate::paths::pathway("3a", "anbringelse"),
        }],
    }
}

fn carer(t: &T) -> CarerPage {
    let lang = t.lang();
    CarerPage {
        name: "Gerda".to_owned(),
        child: "Emil".to_owned(),
        told: vec![(
            t.s("placement-helps"),
            say(lang, "Bæres tæt ind til kroppen.", "To be carried close."),
        )],
        told_on: t.a("carer-told-on", &("day", day(t))),
        call: "Mette Test Holm, 00 00 11 05".to_owned(),
        unit: Some(Contact {
            name: say(lang, "Familieafdelingen", "Family department"),
            role: String::new(),
            phone: "00 00 01 05".to_owned(),
        }),
        meetings: vec![say(
            lang,
            "mandag 11. maj kl. 10.00 · Nattesøvnen",
            "Monday 11 May at 10:00 · Sleep at night",
        )],
        offered: vec![t.of("placement-help", "support")],
        said: vec![(
            t.of("carer-word", "observation"),
            say(lang, "Sover bedst i mørke.", "Sleeps best in the dark."),
        )],
    }
}

fn numbers(t: &T) -> Overview {
    let of = |n: i64| t.a2("placed-of", &("n", n), &("all", 3_i64));
    Overview {
        unit: say(t.lang(), "Familieafdelingen", "Family department"),
        placed: Some(PlacedNumbers {
            counts: vec![
                (t.s("placed-count"), of(2)),
                (t.s("placed-count-foster"), of(1)),
            ],
            kinds: vec![(general(t), 1)],
            deviations: vec![(
                "K7M2-9QXA".to_owned(),
                general(t),
                say(t.lang(), "Mosteren bor der.", "The aunt lives there."),
            )],
            broken: vec![(
                "K7M2-9QXB".to_owned(),
                say(t.lang(), "For lidt støtte.", "Too little support."),
            )],
        }),
        ..Overview::default()
    }
}

fn young(t: &T) -> OwnPage {
    OwnPage {
        name: "Emil".to_owned(),
        told: Some(t.of("own-exposed", "yes")),
        offers: vec![(
            say(
                t.lang(),
                "Gratis rådgivning og samtaleterapi",
                "Free counselling and talk therapy",
            ),
            say(t.lang(), "Det er gratis.", "It is free."),
        )],
        placed: Some(t.a("own-child-placed", &("day", day(t)))),
        ..OwnPage::default()
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let at = Section::Other;
    let none = PlacementPage {
        head: head(t),
        acts: vec![act(t, "ny")],
        ..PlacementPage::default()
    };
    let typed = wrong(t, &[("slags", "observation")], &[("ord", "missing")]);
    vec![
        Example::new("anbringelse", at, whole(t)),
        Example::new("anbringelse-ingen", at, none),
        Example::new("anbragte", Section::Placed, list(t)),
        Example::new("anbragte-ingen", Section::Placed, PlacedList::default()),
        Example::new("min-plejefamilie", at, carer(t)),
        Example::new("min-plejefamilie-skriv", at, CarerWords { form: typed }),
        Example::new("overblik-anbragte", Section::Leader, numbers(t)),
        Example::new("min-side-ung", at, young(t)),
    ]
}
