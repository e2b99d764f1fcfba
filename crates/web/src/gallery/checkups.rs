// SPDX-License-Identifier: EUPL-1.2
//! A child's check-ups with everything that can stand there, and the forms of an offer.

use super::pathway::head;
use super::{Example, say};
use crate::text::T;
use crate::view::checkups::{CheckupsPage, ClosingForm, EvaluationForm, OfferForm};
use crate::view::consent::ConsentCard;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::parts::Link;

fn card(t: &T, (title, state): (&str, String), lines: Vec<String>) -> ConsentCard {
    ConsentCard {
        title: title.to_owned(),
        state,
        lines,
        acts: vec![Link {
            href: "/forloeb/3b/barnets-opfoelgning/t1".to_owned(),
            words: t.s("checkup-tell"),
        }],
    }
}

fn page(t: &T) -> CheckupsPage {
    let lang = t.lang();
    let unit = say(lang, "Familieambulatoriet", "the family clinic");
    CheckupsPage {
        head: head(t),
        state: vec![t.a("checkups-at", &("unit", unit.clone()))],
        warns: vec![t.a(
            "checkups-lost",
            &("why", t.of("checkup-because", "no-show")),
        )],
        open: vec![card(
            t,
            ("5.5.2027", t.s("checkup-planned")),
            vec![t.s("checkup-was-moved")],
        )],
        past: vec![card(
            t,
            ("5.11.2026", t.of("checkup-state", "missed")),
            vec![t.of("checkup-because", "no-show")],
        )],
        outreach: vec![t.of("outreach-how", "telephone")],
        receivers: vec![t.a("checkups-receiver-waits", &("unit", unit))],
        ordinary: vec![say(lang, "Egen læge, 2 år", "Own doctor, 2 years")],
        acts: vec![Link {
            href: "/forloeb/3b/barnets-opfoelgning/plan".to_owned(),
            words: t.s("checkups-plan"),
        }],
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let at = Section::Other;
    let name = say(t.lang(), "Børnesporet", "The children's track");
    let choice = |key: &str, code: &str| Choice::new(code, t.of(key, code));
    vec![
        Example::new("opfoelgning-af-barn", at, page(t)),
        Example::new(
            "opfoelgning-af-barn-ingen",
            at,
            CheckupsPage {
                head: head(t),
                ..CheckupsPage::default()
            },
        ),
        Example::new(
            "tilbud",
            Section::Directory,
            OfferForm {
                form: Form::default(),
                here: "/tilbud/ny".to_owned(),
                back: "/kommune".to_owned(),
                new: true,
                ages: vec![choice("age-group", "spaed"), choice("age-group", "smaa")],
            },
        ),
        Example::new(
            "tilbud-evaluering",
            Section::Directory,
            EvaluationForm {
                form: Form::default(),
                here: "/tilbud/t1/evaluering".to_owned(),
                back: "/kommune".to_owned(),
                name: name.clone(),
                decisions: vec![choice("offer-decision", "nedlaeg")],
            },
        ),
        Example::new(
            "tilbud-nedlaeg",
            Section::Directory,
            ClosingForm {
                form: Form::default(),
                here: "/tilbud/t1/nedlaeg".to_owned(),
                back: "/kommune".to_owned(),
                name: name.clone(),
                others: vec![Choice::new("t2", name)],
            },
        ),
    ]
}
