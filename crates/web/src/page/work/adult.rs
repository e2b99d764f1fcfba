// SPDX-License-Identifier: EUPL-1.2
//! A pathway of their own for an adult beside hers: partner, father, another parent (practice A10). What is said of him
//! stands in his journal and nowhere in hers, and nothing of hers in his.

use super::task::field;
use super::{Case, needed, open, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_app::{RaiseForm, Subject};
use traad_domain::body::{PathwayKind, SupportNeed};
use traad_domain::decide::concern::RaiseConcern;
use traad_domain::id::PersonId;
use traad_domain::person::{Cpr, Identity, Name};
use traad_domain::refusal::Problem;

const FIELDS: [(&str, &str); 2] = [("words", "beder-om"), ("name", "navn")];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Opens his pathway, when he knows of it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let name = needed(visit, &mut form, "navn");
    let words = needed(visit, &mut form, "beder-om");
    let identity = identity(visit, &mut form);
    if !form.has("ved", "ja") {
        let message = visit.t.s("adult-ask-first");
        form.errors.push(crate::view::form::FieldError {
            field: "ved".to_owned(),
            message,
        });
    }
    let (Some(name), Some(words), Some(identity), true) =
        (name, words, identity, form.errors.is_empty())
    else {
        return show(visit, &case, 422, form);
    };
    let subject = Subject {
        name: Name(name),
        identity,
        phone: typed(&form, "telefon"),
        address: None,
        born: None,
    };
    let raised = RaiseForm {
        subject,
        concern: concern(&case, words),
    };
    match visit.app.raise_concern(&case.ctx, &raised) {
        Ok(raised) => Ok(Answer::To(format!(
            "{}?ok=gemt",
            paths::pathway(raised.pathway.as_str(), "")
        ))),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// By number when it is known, otherwise by name.
fn identity(visit: &Visit, form: &mut Form) -> Option<Identity> {
    let Some(typed) = typed(form, "cpr") else {
        return Some(Identity::Unknown {
            description: visit.t.s("cpr-not-told"),
        });
    };
    let number = Cpr::parse(&typed).ok();
    if number.is_none() {
        wrong(visit, form, "cpr", Problem::NotACpr);
    }
    Some(Identity::Cpr { number: number? })
}

/// What he asks help for, in the same kommune. It notifies nobody and refers nowhere: that is his to decide.
fn concern(case: &Case, words: String) -> RaiseConcern {
    RaiseConcern {
        kind: PathwayKind::Adult,
        subject: PersonId::new(""),
        municipality: case.view.pathway.municipality.clone(),
        region: String::new(),
        dating: None,
        signs: Vec::new(),
        words,
        phase: "tidlig-opsporing".to_owned(),
        uses: Vec::new(),
        support_need: SupportNeed::No,
        postponed: None,
        notify: None,
        already_notified: None,
        referrals: Vec::new(),
        adults: None,
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let yes = Choice::new("ja", visit.t.of("adult-knows", "ja"));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("adult-open"),
        lead: Some(visit.t.of("adult-open", "lead")),
        button: visit.t.s("adult-open-button"),
        post: paths::pathway(case.id.as_str(), "voksen"),
        fields: vec![
            field("navn", "adult-name", AskKind::Line),
            field("cpr", "adult-cpr", AskKind::Line),
            field("telefon", "adult-reach", AskKind::Note),
            field("beder-om", "adult-words", AskKind::Area),
            field("ved", "adult-knows", AskKind::Many(vec![yes])),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
