// SPDX-License-Identifier: EUPL-1.2
//! The inboxes, and a notification and a referral at each step.

use super::pathway::contact;
use super::plain::{refused, typed};
use super::{Example, say};
use crate::text::T;
use crate::text::dates::Distance;
use crate::view::duty::Urgency;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::inbox::{
    Clock, Doing, Earlier, InboxRow, NotificationPage, Notifications, Open, Place, ReferralPage,
    Referrals, Step, WithoutConsent,
};
use crate::view::parts::Pager;

fn rows(t: &T) -> Vec<InboxRow> {
    let lang = t.lang();
    vec![
        InboxRow {
            who: say(
                lang,
                "Brita Test Berggren, uge 30+2",
                "Brita Test Berggren, week 30+2",
            ),
            from: say(lang, "jordemoder, Sygehus Kyst", "midwife, Sygehus Kyst"),
            received: say(lang, "fredag 6. marts kl. 15.00", "Friday 6 March at 15:00"),
            state: say(lang, "Akutvurdér", "Assess at once"),
            due: Some(say(lang, "i dag kl. 15.00", "today 15:00")),
            relative: Some(t.distance(Distance::Minutes(130))),
            urgency: Urgency::Today,
            href: "/underretning/7c".to_owned(),
        },
        InboxRow {
            who: say(
                lang,
                "Kvinde uden oplyst navn, uge 12+0",
                "Woman whose name is not stated, week 12+0",
            ),
            from: say(lang, "gadeplansmedarbejder", "street worker"),
            received: say(
                lang,
                "torsdag 5. marts kl. 10.20",
                "Thursday 5 March at 10:20",
            ),
            state: say(lang, "Kvittér", "Acknowledge"),
            due: Some(say(lang, "torsdag 12. marts", "Thursday 12 March")),
            relative: Some(t.distance(Distance::Weekdays(4))),
            urgency: Urgency::Week,
            href: "/underretning/7d".to_owned(),
        },
    ]
}

fn clock(t: &T) -> Clock {
    let lang = t.lang();
    Clock {
        what: say(lang, "Akutvurdering", "Acute assessment"),
        due: say(
            lang,
            "senest lørdag 7. marts kl. 15.00",
            "Saturday 7 March 15:00 at the latest",
        ),
        relative: t.distance(Distance::Minutes(130)),
        urgency: Urgency::Today,
        arithmetic: say(
            lang,
            "modtaget fredag 6. marts kl. 15.00 + 24 timer",
            "received Friday 6 March at 15:00 + 24 hours",
        ),
        unverified: true,
    }
}

fn notification(t: &T, open: Open, form: Form) -> NotificationPage {
    let lang = t.lang();
    let step = |danish: &str, english: &str, done: Option<String>| Step {
        name: say(lang, danish, english),
        done,
    };
    NotificationPage {
        id: "7c".to_owned(),
        who: say(
            lang,
            "Brita Test Berggren, uge 30+2",
            "Brita Test Berggren, week 30+2",
        ),
        from: say(
            lang,
            "Ida Test Lund, jordemoder, Sygehus Kyst",
            "Ida Test Lund, midwife, Sygehus Kyst",
        ),
        received: say(
            lang,
            "modtaget fredag 6. marts kl. 15.00",
            "received Friday 6 March at 15:00",
        ),
        content: vec![
            say(
                lang,
                "Hun kom til konsultationen uden at have sovet og fortalte, at hun drikker for at holde smerterne ud.",
                "She came to the consultation without having slept and told that she drinks to bear the pain.",
            ),
            say(
                lang,
                "Alkohol: dagligt, 3–4 genstande, oplyst af hende.",
                "Alcohol: daily, 3–4 units, told by her.",
            ),
        ],
        knows: say(
            lang,
            "Ja. Hun var ked af det, men lettet.",
            "Yes. She was sad, but relieved.",
        ),
        clocks: vec![clock(t)],
        watch: Some(contact(
            &say(lang, "Den sociale døgnvagt", "Social out-of-hours duty"),
            String::new(),
            "00 00 00 00",
        )),
        steps: vec![
            step(
                "Modtaget",
                "Received",
                Some(say(
                    lang,
                    "fredag 6. marts kl. 15.02, Mette Test Holm",
                    "Friday 6 March at 15:02, Mette Test Holm",
                )),
            ),
            step("Akutvurdering", "Acute assessment", None),
            step("Kvittering", "Acknowledgement", None),
            step("Udfald", "Outcome", None),
        ],
        open,
        form,
        by_letter: true,
        earlier: vec![Earlier {
            at: "12.11.2025".to_owned(),
            from: say(lang, "fagperson, sundhed", "professional, health"),
            outcome: say(lang, "ingenting yderligere", "nothing further"),
            href: Some("/underretning/1a".to_owned()),
        }],
        siblings: vec![Earlier {
            at: "2.5.2023".to_owned(),
            from: say(lang, "fagperson, dagtilbud", "professional, day care"),
            outcome: say(lang, "afdækning", "exploration"),
            href: None,
        }],
        kommuner: vec!["Ågekommunen".to_owned(), "Østerkommunen".to_owned()],
        not_yet: Some(t.s("notification-forward-first")),
        forward: typed(&[]),
        pathway: Some("/forloeb/3a".to_owned()),
    }
}

fn referral(t: &T) -> ReferralPage {
    let lang = t.lang();
    let place = |code: &str, danish: &str, english: &str| Place {
        code: code.to_owned(),
        name: say(lang, danish, english),
        people: vec![Choice::new("p7", "Ane Test Friis")],
    };
    ReferralPage {
        id: "9a".to_owned(),
        who: say(
            lang,
            "Brita Test Berggren, uge 10+0",
            "Brita Test Berggren, week 10+0",
        ),
        to: say(
            lang,
            "Familieambulatoriet, Sygehus Kyst",
            "the family clinic, Sygehus Kyst",
        ),
        from: say(lang, "Ida Test Lund, jordemoder", "Ida Test Lund, midwife"),
        received: say(
            lang,
            "modtaget tirsdag 3. marts kl. 9.04",
            "received Tuesday 3 March at 9:04",
        ),
        consent: say(
            lang,
            "Ja, mundtligt, 3.3.2026 til Ida Test Lund",
            "Yes, orally, 3 Mar 2026 to Ida Test Lund",
        ),
        content: vec![say(
            lang,
            "Alkohol til uge 7 og smertestillende, som ikke er ordineret. Hun vil gerne have hjælp.",
            "Alcohol until week 7 and painkillers that are not prescribed. She wants help.",
        )],
        clocks: vec![Clock {
            what: say(lang, "Svar afsenderen", "Answer the sender"),
            due: say(
                lang,
                "senest tirsdag 10. marts",
                "Tuesday 10 March at the latest",
            ),
            relative: t.distance(Distance::WorkingDays(3)),
            urgency: Urgency::Week,
            arithmetic: say(
                lang,
                "aftalen: 5 arbejdsdage fra tirsdag 3. marts",
                "the agreement: 5 working days from Tuesday 3 March",
            ),
            unverified: false,
        }],
        answered: None,
        doing: Doing::Answer,
        places: vec![
            place("laege", "Læge", "Doctor"),
            place("jordemoder", "Jordemoder", "Midwife"),
            place("socialraadgiver", "Socialrådgiver", "Social worker"),
        ],
        accept: typed(&[]),
        decline: typed(&[]),
        pathway: None,
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let at = Section::Notifications;
    let to = Section::Referrals;
    let letter = say(
        t.lang(),
        "Underretningen er modtaget i Kystkommunen den 6.3.2026 kl. 15.00.",
        "The notification was received in Kystkommunen on 6 Mar 2026 at 15:00.",
    );
    let wrong = refused(
        typed(&[("akut", "ja"), ("begrundelse", "Hun er alene.")]),
        &[("akut-handling", t.of("problem", "missing"))],
    );
    let forwarding = NotificationPage {
        not_yet: None,
        forward: refused(
            typed(&[("kommune", "Aa")]),
            &[("kommune", t.of("problem", "unknown-municipality"))],
        ),
        ..notification(t, Open::Outcome, typed(&[("udfald", "exploration")]))
    };
    let declining = ReferralPage {
        decline: refused(
            typed(&[("aarsag", "forkert-enhed")]),
            &[("forklaring", t.of("problem", "needs-reason"))],
        ),
        ..referral(t)
    };
    let answered = ReferralPage {
        answered: Some(say(
            t.lang(),
            "Modtaget onsdag 4. marts af Ane Test Friis. Afsenderen har fået besked.",
            "Accepted Wednesday 4 March by Ane Test Friis. The sender has been told.",
        )),
        clocks: vec![],
        doing: Doing::Complete,
        ..referral(t)
    };
    let asking = ReferralPage {
        doing: Doing::Ask,
        clocks: vec![],
        ..referral(t)
    };
    vec![
        Example::new(
            "underretninger",
            at,
            Notifications {
                form: typed(&[("vis", "aabne")]),
                total: 41,
                rows: rows(t),
                pager: Pager {
                    base: String::new(),
                    page: 2,
                    pages: 3,
                    more: false,
                },
            },
        ),
        Example::new(
            "uden-samtykke",
            Section::Other,
            WithoutConsent {
                form: typed(&[]),
                total: 1,
                rows: rows(t)
                    .into_iter()
                    .take(1)
                    .map(|row| InboxRow {
                        state: t.of("unconsented-state", "not-possible"),
                        ..row
                    })
                    .collect(),
                ..WithoutConsent::default()
            },
        ),
        Example::new(
            "uden-samtykke-ingen",
            Section::Other,
            WithoutConsent::default(),
        ),
        Example::new(
            "underretninger-ingen",
            at,
            Notifications {
                form: typed(&[("vis", "aabne")]),
                ..Notifications::default()
            },
        ),
        Example::new(
            "underretning",
            at,
            notification(t, Open::Assess, typed(&[])),
        ),
        Example::new(
            "underretning-behov",
            at,
            notification(t, Open::ChildsNeed, typed(&[])),
        ),
        Example::new(
            "underretning-orientering",
            at,
            notification(t, Open::Inform, typed(&[])),
        ),
        Example::new(
            "underretning-fornyet",
            at,
            notification(t, Open::SecondOpinion, typed(&[])),
        ),
        Example::new(
            "underretning-mangler",
            at,
            notification(t, Open::Assess, wrong),
        ),
        Example::new(
            "underretning-kvittering",
            at,
            notification(t, Open::Acknowledge, typed(&[("tekst", &letter)])),
        ),
        Example::new("underretning-udfald", at, forwarding),
        Example::new(
            "underretning-slut",
            at,
            NotificationPage {
                clocks: vec![],
                watch: None,
                siblings: vec![],
                earlier: vec![],
                ..notification(t, Open::Nothing, typed(&[]))
            },
        ),
        Example::new(
            "henvisninger",
            to,
            Referrals {
                form: typed(&[("vis", "aabne")]),
                total: 1,
                rows: rows(t).into_iter().take(1).collect(),
                pager: Pager::default(),
            },
        ),
        Example::new("henvisninger-ingen", to, Referrals::default()),
        Example::new("henvisning", to, referral(t)),
        Example::new("henvisning-afvis", to, declining),
        Example::new("henvisning-spurgt", to, asking),
        Example::new("henvisning-svaret", to, answered),
    ]
}
