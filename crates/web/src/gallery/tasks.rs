// SPDX-License-Identifier: EUPL-1.2
//! *Mine opgaver*: full, narrowed, calm, closed.

use super::plain::typed;
use super::{Example, say};
use crate::text::T;
use crate::text::dates::Distance;
use crate::view::duty::{Action, DutyRow, Strength, Urgency};
use crate::view::form::Choice;
use crate::view::frame::Section;
use crate::view::parts::{Contact, Count, Pager};
use crate::view::tasks::{Group, Tasks, Unsettled};

/// The urgent one: a notification to be assessed within 24 hours.
pub(super) fn acute(t: &T) -> DutyRow {
    let lang = t.lang();
    DutyRow {
        anchor: "opgave-1".to_owned(),
        title: say(
            lang,
            "Akutvurdér underretning",
            "Assess the notification at once",
        ),
        strength: Strength::Law,
        unverified: true,
        urgency: Urgency::Today,
        who: say(lang, "Brita T., uge 30+2", "Brita T., week 30+2"),
        href: "/forloeb/3a".to_owned(),
        due: Some(say(
            lang,
            "senest i dag kl. 15.00",
            "today 15:00 at the latest",
        )),
        relative: Some(t.distance(Distance::Minutes(130))),
        since: Some(say(
            lang,
            "modtaget fredag 6. marts kl. 15.00 fra jordemoder, Sygehus Kyst",
            "received Friday 6 March at 15:00 from a midwife, Sygehus Kyst",
        )),
        owner: None,
        why: say(
            lang,
            "Kommunen vurderer inden 24 timer, om barnet har brug for hjælp nu.",
            "The municipality assesses within 24 hours whether the child needs help now.",
        ),
        source: say(lang, "Barnets lov", "The Child's Act (Barnets lov)"),
        sentence: None,
        arithmetic: vec![say(
            lang,
            "fredag 6. marts kl. 15.00 + 24 timer = lørdag 7. marts kl. 15.00",
            "Friday 6 March at 15:00 + 24 hours = Saturday 7 March at 15:00",
        )],
        history: vec![],
        out_of_hours: Some(say(
            lang,
            "Enheden har lukket: døgnvagten, tlf. 00 00 00 00.",
            "The unit is closed: out-of-hours duty, tel. 00 00 00 00.",
        )),
        action: Some(Action {
            label: say(lang, "Akutvurdér", "Assess"),
            href: "/underretning/7c/akutvurdering".to_owned(),
        }),
        explain: None,
    }
}

/// Appoint a coordinator, from the agreement.
pub(super) fn appoint(t: &T) -> DutyRow {
    let lang = t.lang();
    DutyRow {
        anchor: "opgave-2".to_owned(),
        title: say(lang, "Udpeg koordinator", "Appoint a coordinator"),
        strength: Strength::Agreement,
        unverified: false,
        urgency: Urgency::Week,
        who: say(
            lang,
            "Kvinde uden oplyst navn, uge 12+0, meldt af gadeplan",
            "Woman whose name is not stated, week 12+0, reported by street team",
        ),
        href: "/forloeb/3b".to_owned(),
        due: Some(say(
            lang,
            "senest onsdag 11. marts",
            "Wednesday 11 March at the latest",
        )),
        relative: Some(t.distance(Distance::WorkingDays(2))),
        since: Some(say(
            lang,
            "underretning modtaget fredag 6. marts",
            "notification received Friday 6 March",
        )),
        owner: None,
        why: say(
            lang,
            "Koordinatoren kommer fra familieafdelingen inden 3 arbejdsdage.",
            "The coordinator comes from the family department within 3 working days.",
        ),
        source: say(
            lang,
            "Samarbejdsaftalen for Region Syd og Kystkommunen, pkt. 1a, gældende fra 1.1.2026",
            "Cooperation agreement of Region Syd and Kystkommunen, item 1a, in force from 1 Jan 2026",
        ),
        sentence: None,
        arithmetic: vec![
            say(
                lang,
                "fredag 6. marts + 3 arbejdsdage (mandag, tirsdag, onsdag) = onsdag 11. marts",
                "Friday 6 March + 3 working days (Monday, Tuesday, Wednesday) = Wednesday 11 March",
            ),
            say(
                lang,
                "Lørdag og søndag tæller ikke.",
                "Saturday and Sunday do not count.",
            ),
        ],
        history: vec![say(
            lang,
            "mandag 9. marts: opgaven givet til Mette Test Holm",
            "Monday 9 March: task given to Mette Test Holm",
        )],
        out_of_hours: None,
        action: Some(Action {
            label: say(lang, "Udpeg", "Appoint"),
            href: "/forloeb/3b/koordinator".to_owned(),
        }),
        explain: Some("/forloeb/3b/opgave/2/forklar".to_owned()),
    }
}

/// Call a meeting, from a recommendation.
pub(super) fn meeting(t: &T) -> DutyRow {
    let lang = t.lang();
    DutyRow {
        anchor: "opgave-3".to_owned(),
        title: say(lang, "Indkald til netværksmøde", "Call a network meeting"),
        strength: Strength::Recommendation,
        unverified: false,
        urgency: Urgency::Later,
        who: say(lang, "Sofie T., uge 15+1", "Sofie T., week 15+1"),
        href: "/forloeb/3c".to_owned(),
        due: Some(say(
            lang,
            "varsles senest fredag 20. marts",
            "give notice by Friday 20 March",
        )),
        relative: Some(t.distance(Distance::Days(11))),
        since: None,
        owner: None,
        why: say(
            lang,
            "Mødet samler dem, der hjælper, om én plan.",
            "The meeting gathers those who help around one plan.",
        ),
        source: say(
            lang,
            "Socialstyrelsens anbefalinger for udsatte gravide, september 2022",
            "Recommendations of the National Board of Social Services, September 2022",
        ),
        sentence: Some("at der afholdes netværksmøder".to_owned()),
        arithmetic: vec![],
        history: vec![],
        out_of_hours: None,
        action: Some(Action {
            label: say(lang, "Indkald", "Call"),
            href: "/forloeb/3c/moede/ny".to_owned(),
        }),
        explain: Some("/forloeb/3c/opgave/3/forklar".to_owned()),
    }
}

/// A late follow-up.
pub(super) fn late(t: &T) -> DutyRow {
    let lang = t.lang();
    DutyRow {
        anchor: "opgave-0".to_owned(),
        title: say(lang, "Følg op på planen", "Follow up the plan"),
        urgency: Urgency::Overdue,
        who: say(lang, "Camilla T., uge 36+5", "Camilla T., week 36+5"),
        due: Some(say(
            lang,
            "skulle være sket onsdag 4. marts",
            "was due Wednesday 4 March",
        )),
        relative: Some(t.distance(Distance::Days(-3))),
        action: Some(Action {
            label: say(lang, "Følg op", "Follow up"),
            href: "/forloeb/3d/opfoelgning".to_owned(),
        }),
        ..meeting(t)
    }
}

fn unsettled_row(t: &T) -> DutyRow {
    DutyRow {
        anchor: "opgave-4".to_owned(),
        title: say(t.lang(), "Følg op på planen", "Follow up the plan"),
        urgency: Urgency::Unsettled,
        strength: Strength::Agreement,
        due: None,
        relative: None,
        sentence: None,
        ..meeting(t)
    }
}

/// A number that was counted no further.
fn counted(number: usize) -> Count {
    Count { number, more: true }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let full = Tasks {
        total: 12.into(),
        overdue: 1.into(),
        today: 3.into(),
        week: 5.into(),
        later: 3.into(),
        filter: typed(&[("hvem", "mig")]),
        pathways: vec![Choice::new("3a", "Brita T."), Choice::new("3c", "Sofie T.")],
        groups: vec![
            Group {
                urgency: Urgency::Overdue,
                rows: vec![late(t)],
            },
            Group {
                urgency: Urgency::Today,
                rows: vec![acute(t)],
            },
            Group {
                urgency: Urgency::Week,
                rows: vec![appoint(t)],
            },
            Group {
                urgency: Urgency::Later,
                rows: vec![meeting(t)],
            },
            Group {
                urgency: Urgency::Unsettled,
                rows: vec![unsettled_row(t)],
            },
        ],
        next: None,
        unsettled: Some(Unsettled {
            count: 2,
            first: say(
                lang,
                "Hvem følger op på planen?",
                "Who follows up the plan?",
            ),
            href: None,
        }),
        follows: true,
        watch: Some(Contact {
            name: say(
                lang,
                "Døgnvagten i Kystkommunen",
                "Out-of-hours duty of Kystkommunen",
            ),
            role: String::new(),
            phone: "00 00 00 00".to_owned(),
        }),
        pager: Pager {
            base: "/?hvem=mig&".to_owned(),
            page: 1,
            pages: 2,
            more: false,
        },
    };
    let many = Tasks {
        total: counted(241),
        overdue: counted(100),
        later: counted(100),
        pager: Pager {
            base: "/?hvem=mig&".to_owned(),
            page: 1,
            pages: 5,
            more: true,
        },
        ..full.clone()
    };
    let calm = Tasks {
        filter: typed(&[("hvem", "mig")]),
        next: Some(say(lang, "fredag 6. marts", "Friday 6 March")),
        ..Tasks::default()
    };
    vec![
        Example::new("opgaver", Section::Tasks, full),
        Example::new("opgaver-mange", Section::Tasks, many),
        Example::new("opgaver-ro", Section::Tasks, calm),
    ]
}
