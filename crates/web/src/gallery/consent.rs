// SPDX-License-Identifier: EUPL-1.2
//! Consents of the example pathway: the tab, the form untouched and refused, and the three forms to print.

use super::pathway::head;
use super::plain::typed;
use super::work::{about, units, wrong};
use super::{Example, say};
use crate::text::T;
use crate::view::consent::{ConsentCard, ConsentForm, ConsentSheet, ConsentsPage};
use crate::view::form::Choice;
use crate::view::frame::Section;
use crate::view::parts::Link;
use crate::view::work::{AskField, AskForm, AskKind};

fn card(t: &T, state: &str, ended: bool) -> ConsentCard {
    let who = say(t.lang(), "Rusrådgivningen", "Substance counselling");
    let act = |code: &str, step: &str| Link {
        href: crate::paths::consent("3a", "c1", step),
        words: t.of("consent-act", code),
    };
    let running = [act("extend", "udvid"), act("withdraw", "tilbage")];
    let sheet = act("sheet", "skema");
    ConsentCard {
        title: t.a("consent-title.disclose", &("actors", who)),
        state: t.of("consent-state", state),
        lines: vec![
            t.a(
                "consent-about",
                &("what", t.of("work-category", "substance-use")),
            ),
            t.a(
                "consent-for",
                &("why", t.of("consent-purpose", "coordination")),
            ),
            t.a(
                "consent-until-day",
                &("day", say(t.lang(), "2.3.2027", "2 Mar 2027")),
            ),
        ],
        acts: if ended {
            vec![sheet]
        } else {
            running.into_iter().chain([sheet]).collect()
        },
    }
}

fn own_page(t: &T, (name, said, act): (&str, &str, &str)) -> (String, Link) {
    let since = say(t.lang(), "3. marts kl. 9.00", "3 March at 9:00");
    let words = t.a2(said, &("name", name), &("since", since));
    let href = crate::paths::pathway("3a", "egen-side?hvem=1");
    let link = Link {
        href,
        words: t.a(act, &("name", name)),
    };
    (words, link)
}

fn list(t: &T) -> Vec<Example> {
    let full = ConsentsPage {
        head: head(t),
        running: vec![card(t, "running", false)],
        ended: vec![card(t, "withdrawn", true), card(t, "expired", true)],
        add: Some(crate::paths::pathway("3a", "samtykke/ny")),
        preventive: Vec::new(),
        preventive_call: None,
        own_title: t.s("own-side"),
        own_notes: Vec::new(),
        own: vec![(
            t.s("own-open-not"),
            Link {
                href: crate::paths::pathway("3a", "egen-side"),
                words: t.s("own-open"),
            },
        )],
    };
    let who = say(
        t.lang(),
        "Familieafdelingen, Sundhedsplejen",
        "Family department, Health visitors",
    );
    let tell = Link {
        href: crate::paths::preventive("3a", "s1"),
        words: t.s("preventive-tell"),
    };
    let day = t.date(jiff::civil::date(2026, 5, 8));
    let met = t.a2("preventive-line", &("day", day), &("who", who));
    let child = ConsentsPage {
        preventive: vec![(met, Some(tell))],
        preventive_call: Some(Link {
            href: crate::paths::pathway("3a", "ssd"),
            words: t.s("preventive-call"),
        }),
        own_title: t.s("own-family"),
        own_notes: vec![t.of("own-standing", "party")],
        own: vec![
            own_page(t, ("Bo Test", "own-family-not", "own-family-open")),
            own_page(t, ("Anna Test", "own-family-since", "own-family-close")),
        ],
        ..full.clone()
    };
    let empty = ConsentsPage {
        running: Vec::new(),
        ended: Vec::new(),
        ..full.clone()
    };
    vec![
        Example::new("samtykker", Section::Other, full),
        Example::new("samtykker-ingen", Section::Other, empty),
        Example::new("samtykker-barn", Section::Other, child),
    ]
}

fn categories(t: &T) -> Vec<Choice> {
    ["health", "substance-use", "social"]
        .map(|code| Choice::new(code, t.of("work-category", code)))
        .to_vec()
}

fn form(t: &T) -> Vec<Example> {
    let form = ConsentForm {
        about: about(t),
        form: typed(&[("svaret", "3.3.2026")]),
        givers: ["woman", "partner"]
            .map(|code| Choice::new(code, t.of("consent-giver", code)))
            .to_vec(),
        child: false,
        units: units(t),
        categories: categories(t),
        laws: vec![Choice::new(
            "fvl-28",
            say(
                t.lang(),
                "En myndighed giver oplysninger til en anden myndighed (forvaltningsloven § 28)",
                "One authority gives information to another (Public Administration Act section 28)",
            ),
        )],
    };
    let missing = ConsentForm {
        form: wrong(
            t,
            &[("samtykket", "ja"), ("til", "3.3.2030")],
            &[
                ("retning", "not-chosen"),
                ("aktoer", "not-chosen"),
                ("oplysninger", "not-by-consent"),
                ("brug", "not-chosen"),
                ("lov", "not-chosen"),
                ("til", "longer-than-law"),
            ],
        ),
        ..form.clone()
    };
    let child = ConsentForm {
        child: true,
        givers: vec![Choice::new(
            "custody-holder",
            t.of("consent-giver", "custody-holder"),
        )],
        ..form.clone()
    };
    vec![
        Example::new("samtykke-ny", Section::Other, form),
        Example::new("samtykke-ny-mangler", Section::Other, missing),
        Example::new("samtykke-ny-barn", Section::Other, child),
    ]
}

fn field(name: &str, key: &str, kind: AskKind) -> AskField {
    AskField {
        name: name.to_owned(),
        key: key.to_owned(),
        kind,
    }
}

fn said(t: &T) -> AskField {
    let forms = ["written", "oral", "digital"];
    let choices = forms.map(|code| Choice::new(code, t.of("consent-form", code)));
    field("sagt", "consent-form", AskKind::One(choices.to_vec()))
}

fn answer(t: &T) -> AskField {
    let answers = ["ja", "nej"];
    let choices = answers.map(|code| Choice::new(code, t.of("consent-answer", code)));
    field(
        "samtykket",
        "consent-answer",
        AskKind::One(choices.to_vec()),
    )
}

fn changes(t: &T) -> Vec<Example> {
    let yes = Choice::new("ja", t.of("consent-explain", "ja"));
    let extend = AskForm {
        about: about(t),
        form: typed(&[("til", "2.3.2027")]),
        title: t.s("consent-extend"),
        lead: Some(t.s("consent-extend.lead")),
        button: t.s("form-save"),
        post: crate::paths::consent("3a", "c1", "udvid"),
        fields: vec![
            answer(t),
            field("aktoer", "consent-more-actors", AskKind::Many(units(t))),
            field(
                "oplysninger",
                "consent-more-categories",
                AskKind::Many(categories(t)),
            ),
            field("til", "consent-new-until", AskKind::Date),
            said(t),
            field("ikke-skriftligt", "consent-oral", AskKind::Note),
            field("forklaret", "consent-explain", AskKind::Many(vec![yes])),
        ],
    };
    let withdraw = AskForm {
        about: about(t),
        form: wrong(t, &[], &[("sagt", "not-chosen")]),
        title: t.s("consent-withdraw"),
        lead: Some(t.s("consent-withdraw.lead")),
        button: t.s("consent-withdraw-button"),
        post: crate::paths::consent("3a", "c1", "tilbage"),
        fields: vec![
            field("aktoer", "consent-withdraw-actors", AskKind::Many(units(t))),
            said(t),
            field("note", "consent-withdraw-note", AskKind::Note),
        ],
    };
    vec![
        Example::new("samtykke-udvid", Section::Other, extend),
        Example::new("samtykke-tilbage", Section::Other, withdraw),
    ]
}

fn sheets(t: &T) -> Vec<Example> {
    let sheet = |direction: &str| ConsentSheet {
        about: about(t),
        direction: direction.to_owned(),
        actors: vec![say(t.lang(), "Rusrådgivningen", "Substance counselling")],
        except: Vec::new(),
        what: vec![t.of("work-category", "social")],
        why: Some(t.of("consent-purpose", "coordination")),
        until: Some(say(t.lang(), "2.3.2027", "2 Mar 2027")),
        law: None,
        asked_by: "Mette Test Holm".to_owned(),
    };
    let bare = ConsentSheet {
        actors: Vec::new(),
        what: Vec::new(),
        why: None,
        until: None,
        except: vec![say(t.lang(), "Psykiatrien", "Psychiatry")],
        law: Some("FVL § 28".to_owned()),
        ..sheet("obtain")
    };
    vec![
        Example::new("samtykke-skema-hente", Section::Other, sheet("obtain")),
        Example::new("samtykke-skema-give", Section::Other, sheet("disclose")),
        Example::new("samtykke-skema-moede", Section::Other, sheet("meet")),
        Example::new("samtykke-skema-tomt", Section::Other, bare),
    ]
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let mut all = list(t);
    all.extend(form(t));
    all.extend(changes(t));
    all.extend(sheets(t));
    all
}
