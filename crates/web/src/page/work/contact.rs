// SPDX-License-Identifier: EUPL-1.2
//! How she can be reached, and where she lives. Protected, it is known to the units that are ticked and to nobody else.

use super::task::field;
use super::{Case, chosen, open, typed};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use std::collections::BTreeSet;
use traad_domain::id::UnitId;
use traad_domain::person::{Contact, Speech};

/// That it is not told whether she needs an interpreter.
const UNTOLD: &str = "ikke-oplyst";

/// The form, with what the reader's unit knows.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    let person = case.view.person.as_ref().ok_or(Fault::NotFound)?;
    let contact = person.open_contact();
    let mut put = |name: &str, value: &str| form.values.push((name.to_owned(), value.to_owned()));
    put("telefon", contact.phone.as_deref().unwrap_or_default());
    put("adresse", contact.address.as_deref().unwrap_or_default());
    put(
        "sprog",
        person.speech.language.as_deref().unwrap_or_default(),
    );
    let interpreter = match person.speech.interpreter {
        Some(true) => "ja",
        Some(false) => "nej",
        None => UNTOLD,
    };
    put("tolk", interpreter);
    if let Some(card) = person.protected_for(&case.ctx.actor.unit.id) {
        put("beskyttet", "ja");
        for unit in &card.known_to {
            put("kendes-af", unit.as_str());
        }
    }
    show(visit, &case, 200, form)
}

/// Keeps it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let contact = Contact {
        phone: typed(&form, "telefon"),
        address: typed(&form, "adresse"),
    };
    let speech = Speech {
        language: typed(&form, "sprog"),
        interpreter: match form.value("tolk") {
            "ja" => Some(true),
            "nej" => Some(false),
            _ => None,
        },
    };
    let mut known_to: BTreeSet<UnitId> = BTreeSet::new();
    if form.has("beskyttet", "ja") {
        known_to.extend(chosen(&form, "kendes-af").map(UnitId::new));
        known_to.insert(case.ctx.actor.unit.id.clone());
    }
    let kept = visit
        .app
        .keep_contact(&case.ctx, &case.id, (&contact, &speech), &known_to);
    match kept {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let fields = [
                ("phone", "telefon"),
                ("address", "adresse"),
                ("language", "sprog"),
                ("known_to", "kendes-af"),
            ];
            let status = case.refused(visit, &mut form, error, &fields)?;
            show(visit, &case, status, form)
        }
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let own = &case.ctx.actor.unit.id;
    let others = case.units().into_iter().filter(|unit| &unit.id != own);
    let others: Vec<Choice> = others
        .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
        .collect();
    let yes = Choice::new("ja", visit.t.of("contact-protected", "ja"));
    let interpreter = ["ja", "nej", UNTOLD]
        .map(|answer| Choice::new(answer, visit.t.of("contact-interpreter", answer)))
        .to_vec();
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("contact-write"),
        lead: Some(visit.t.of("contact-write", "lead")),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), "kontakt"),
        fields: vec![
            field("telefon", "contact-reach", AskKind::Note),
            field("adresse", "contact-address", AskKind::Note),
            field("sprog", "contact-language", AskKind::MaybeLine),
            field("tolk", "contact-interpreter", AskKind::One(interpreter)),
            field("beskyttet", "contact-protected", AskKind::Many(vec![yes])),
            field("kendes-af", "contact-known", AskKind::Many(others)),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
