// SPDX-License-Identifier: EUPL-1.2
//! The pathway's tabs, full and empty.

use super::casework::{assessment, meetings, plan, recommendations};
use super::picture::{network, timeline};
use super::tasks::{acute, appoint, meeting};
use super::{Example, say};
use crate::text::{Lang, T};
use crate::view::duty::{Action, DutyRow, Urgency};
use crate::view::frame::Section;
use crate::view::parts::{Contact, Entry, Fact, Link, Pager};
use crate::view::pathway::{
    ActionGroup, AssessmentPage, Head, MeetingsPage, Overview, PlanPage, TimelinePage, Words,
};

pub(super) fn contact(name: &str, role: String, phone: &str) -> Contact {
    Contact {
        name: name.to_owned(),
        role,
        phone: phone.to_owned(),
    }
}

pub(super) fn head(t: &T) -> Head {
    let lang = t.lang();
    Head {
        banner: None,
        child: false,
        id: "3a".to_owned(),
        who: "Brita Test Berggren".to_owned(),
        state: say(
            lang,
            "uge 24+3, termin 19.6.2026",
            "week 24+3, due 19 Jun 2026",
        ),
        case: "K7M2-9QXA".to_owned(),
        coordinator: Some(contact(
            "Mette Test Holm",
            say(
                lang,
                "Familieafdelingen, Kystkommunen",
                "Family department, Kystkommunen",
            ),
            "00 00 00 01",
        )),
        coordinator_note: t.a("coordinator-changed", &("n", 1_i64)),
        next: Some(say(
            lang,
            "netværksmøde 2, tirsdag 7. april kl. 10.00 (om 5 uger)",
            "network meeting 2, Tuesday 7 April at 10:00 (in 5 weeks)",
        )),
        ask: "Mette Test Holm".to_owned(),
        standing: None,
    }
}

fn new_head(t: &T) -> Head {
    let lang = t.lang();
    Head {
        banner: None,
        child: false,
        id: "3b".to_owned(),
        who: say(
            lang,
            "Kvinde uden oplyst navn",
            "Woman whose name is not stated",
        ),
        state: say(
            lang,
            "uge 12+0 (hendes eget skøn), meldt af gadeplan",
            "week 12+0 (her own estimate), reported by street team",
        ),
        case: "P4T8-0WCN".to_owned(),
        coordinator: None,
        coordinator_note: String::new(),
        next: None,
        ask: say(
            lang,
            "Familieafdelingen, Kystkommunen",
            "the family department, Kystkommunen",
        ),
        standing: None,
    }
}

fn entry(at: String, by: String, title: String, lines: Vec<String>) -> Entry {
    Entry {
        id: "e1".to_owned(),
        at,
        by,
        title,
        lines,
        mark: None,
        correct: None,
    }
}

pub(super) fn entries(lang: Lang) -> Vec<Entry> {
    vec![
        Entry {
            correct: Some("/forloeb/3a/post/e1/ret".to_owned()),
            ..entry(
                say(
                    lang,
                    "tirsdag 3. marts kl. 14.30",
                    "Tuesday 3 March at 14:30",
                ),
                say(
                    lang,
                    "Mette Test Holm, Familieafdelingen",
                    "Mette Test Holm, family department",
                ),
                say(lang, "Koordinator udpeget", "Coordinator appointed"),
                vec![say(
                    lang,
                    "Mette Test Holm er koordinator. Brita har fået det at vide.",
                    "Mette Test Holm is coordinator. Brita has been told.",
                )],
            )
        },
        Entry {
            mark: Some(say(lang, "rettet 2.3.2026", "corrected 2 Mar 2026")),
            ..entry(
                say(lang, "mandag 2. marts kl. 9.10", "Monday 2 March at 9:10"),
                say(
                    lang,
                    "Ida Test Lund, jordemoder, Sygehus Kyst",
                    "Ida Test Lund, midwife, Sygehus Kyst",
                ),
                say(lang, "Underretning sendt", "Notification sent"),
                vec![say(
                    lang,
                    "Hun har selv fortalt, at hun drak, til hun vidste, hun var gravid, og at hun tager smertestillende, som lægen ikke har ordineret.",
                    "She has told that she drank until she knew she was pregnant, and that she takes painkillers no doctor has prescribed.",
                )],
            )
        },
    ]
}

pub(super) fn overview(t: &T) -> Overview {
    let lang = t.lang();
    let own = |row: DutyRow| DutyRow {
        who: String::new(),
        ..row
    };
    let unknown = t.s("unknown");
    Overview {
        minor: true,
        uncovered: Some(Link {
            href: "/aftaler/0461".into(),
            words: T::new(lang).a("agreement-none-here", &("kommune", "Kystkommunen")),
        }),
        undated: vec![],
        kin: Vec::new(),
        head: head(t),
        duties: vec![own(acute(t)), own(appoint(t)), own(meeting(t))],
        words: Some(Words {
            text: say(
                lang,
                "Jeg vil gerne have det ro på, før barnet kommer. Og jeg vil ikke fortælle det hele forfra til nye mennesker.",
                "I want things to be calm before the baby comes. And I do not want to tell it all over again to new people.",
            ),
            at: say(
                lang,
                "sagt til Mette Test Holm, tirsdag 3. marts",
                "told to Mette Test Holm, Tuesday 3 March",
            ),
        }),
        facts: vec![
            Fact::new(
                say(lang, "Termin", "Due date"),
                say(
                    lang,
                    "19.6.2026, fastsat ved scanning",
                    "19 Jun 2026, set by scan",
                ),
            ),
            Fact::new(say(lang, "Kommune", "Municipality"), "Kystkommunen"),
            Fact::new(
                say(lang, "Rusmidler", "Substances"),
                say(lang, "alkohol, opioider", "alcohol, opioids"),
            ),
            Fact::new(
                say(lang, "Niveau", "Level"),
                say(
                    lang,
                    "forstærket ambulant indsats",
                    "reinforced ambulatory effort",
                ),
            ),
            Fact::new(say(lang, "Partner", "Partner"), unknown),
        ],
        entries: entries(lang),
        actions: vec![ActionGroup {
            actions: vec![
                Action {
                    label: say(lang, "Skriv note", "Write a note"),
                    href: "/forloeb/3a/note".to_owned(),
                },
                Action {
                    label: say(lang, "Skriv hendes ønsker", "Write her wishes"),
                    href: "/forloeb/3a/oensker".to_owned(),
                },
                Action {
                    label: say(lang, "Tilføj aktør", "Add an actor"),
                    href: "/forloeb/3a/aktoer".to_owned(),
                },
                Action {
                    label: say(
                        lang,
                        "Saml med et andet forløb",
                        "Join with another pathway",
                    ),
                    href: "/forloeb/3a/flet".to_owned(),
                },
            ],
            ..ActionGroup::default()
        }],
        pager: Pager {
            base: "/forloeb/3a?".to_owned(),
            page: 1,
            pages: 4,
            more: false,
        },
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let at = Section::Other;
    let later = DutyRow {
        urgency: Urgency::Week,
        who: String::new(),
        ..appoint(t)
    };
    vec![
        Example::new("forloeb", at, overview(t)),
        Example::new(
            "forloeb-nyt",
            at,
            Overview {
                head: new_head(t),
                duties: vec![later],
                facts: vec![Fact::new(say(lang, "Termin", "Due date"), t.s("unknown"))],
                entries: entries(lang),
                ..Overview::default()
            },
        ),
        Example::new(
            "forloeb-lukket",
            at,
            Overview {
                head: Head {
                    standing: Some(say(
                        lang,
                        "Graviditetsforløbet er afsluttet.",
                        "The pregnancy pathway is closed.",
                    )),
                    next: None,
                    ..head(t)
                },
                ..Overview::default()
            },
        ),
        Example::new(
            "tidslinje",
            at,
            TimelinePage {
                head: head(t),
                timeline: timeline(lang),
                entries: entries(lang),
                pager: Pager::default(),
            },
        ),
        Example::new("udredning", at, assessment(t)),
        Example::new(
            "udredning-tom",
            at,
            AssessmentPage {
                head: new_head(t),
                write: Some("/forloeb/3b/udredning/ny".to_owned()),
                ..AssessmentPage::default()
            },
        ),
        Example::new("plan", at, plan(t)),
        Example::new(
            "plan-tom",
            at,
            PlanPage {
                head: new_head(t),
                write: Some("/forloeb/3b/plan/ny".to_owned()),
                ..PlanPage::default()
            },
        ),
        Example::new("moeder", at, meetings(t)),
        Example::new(
            "moeder-tom",
            at,
            MeetingsPage {
                head: new_head(t),
                call: Some("/forloeb/3b/moede/ny".to_owned()),
                ..MeetingsPage::default()
            },
        ),
        Example::new("netvaerk", at, network(t)),
        Example::new("anbefalinger", at, recommendations(t)),
    ]
}
