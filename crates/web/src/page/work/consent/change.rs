// SPDX-License-Identifier: EUPL-1.2
//! A consent that counts: extended or renewed by a new yes, or taken back, wholly or towards some.

use super::super::task::field;
use super::{Case, FIELDS, category_choices, day, kinds, open, typed, unit_choices, units, wrong};
use crate::page::pathway::consents;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_domain::body::{
    Asking, ConsentExtended, ConsentForm as Said, ConsentRefused, ConsentWithdrawn,
};
use traad_domain::id::{RefId, UnitId};
use traad_domain::pathway::{Consent, ConsentState};
use traad_domain::refusal::{NotNow, Problem};

/// The consent of the address, if it counts.
fn consent<'a>(visit: &Visit, case: &'a Case) -> Result<&'a Consent, Fault> {
    let found = case.view.pathway.consent(visit.param("samtykke"));
    let found = found.ok_or(Fault::NotFound)?;
    match found.state(visit.now) {
        ConsentState::Running | ConsentState::Ahead => Ok(found),
        ConsentState::Refused
        | ConsentState::NotPossible
        | ConsentState::Withdrawn
        | ConsentState::Expired => Err(Fault::NotNow(NotNow::NoSuchConsent)),
    }
}

/// The form for a new yes.
pub(crate) fn extend_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let found = consent(visit, &case)?;
    let mut form = visit.blank();
    let given = found.as_given();
    let law = given.and_then(|given| visit.app.governing_law(&given.body.law));
    // As long as the law allows from today; where it sets no end, the one there is.
    let until = law.and_then(|law| law.last_day(visit.today()));
    if let Some(day) = until.max(found.until) {
        form.values.push(("til".to_owned(), visit.t.date(day)));
    }
    show_extend(visit, &case, 200, form)
}

/// Writes the new yes, or that she says no to going on.
pub(crate) fn extend_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let (yes, no) = (form.has("samtykket", "ja"), form.has("samtykket", "nej"));
    if !yes && !no {
        wrong(visit, &mut form, "samtykket", Problem::NotChosen);
    }
    let said = said(visit, &mut form);
    let until = day(visit, &mut form, "til");
    let (Some(said), true) = (said, form.errors.is_empty()) else {
        return show_extend(visit, &case, 422, form);
    };
    let asking = Asking {
        on: visit.today(),
        form: said,
        oral_because: typed(&form, "ikke-skriftligt"),
        explained: form.has("forklaret", "ja"),
        asked_by: String::new(),
    };
    let found = consent(visit, &case)?;
    let written = if yes {
        let extended = ConsentExtended {
            reference: found.reference.clone(),
            actors: units(&form, "aktoer"),
            categories: kinds(&form),
            until: until.or(found.until),
            asking,
        };
        visit.app.extend_consent(&case.ctx, &case.id, &extended)
    } else {
        let refused = ConsentRefused {
            reference: RefId::new(""),
            scope: found.scope.clone(),
            renewal_of: Some(found.reference.clone()),
            ask_again: None,
            asking,
        };
        visit.app.refuse_consent(&case.ctx, &case.id, &refused)
    };
    match written {
        Ok(_) => Ok(case.to("samtykker", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_extend(visit, &case, status, form)
        }
    }
}

/// The form to take one back in.
pub(crate) fn withdraw_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show_withdraw(visit, &case, 200, visit.blank())
}

/// Takes it back.
pub(crate) fn withdraw_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let Some(said) = said(visit, &mut form) else {
        return show_withdraw(visit, &case, 422, form);
    };
    let found = case.view.pathway.consent(visit.param("samtykke"));
    let withdrawn = ConsentWithdrawn {
        reference: found.ok_or(Fault::NotFound)?.reference.clone(),
        actors: units(&form, "aktoer"),
        form: said,
        note: typed(&form, "note").unwrap_or_default(),
    };
    match visit.app.withdraw_consent(&case.ctx, &case.id, &withdrawn) {
        Ok(_) => Ok(case.to("samtykker", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_withdraw(visit, &case, status, form)
        }
    }
}

fn said(visit: &Visit, form: &mut Form) -> Option<Said> {
    let said = Said::from_code(form.value("sagt"));
    if said.is_none() {
        wrong(visit, form, "sagt", Problem::NotChosen);
    }
    said
}

fn forms(visit: &Visit) -> AskField {
    let forms = [Said::Written, Said::Oral, Said::Digital];
    let choices = forms.map(|f| Choice::new(f.code(), visit.t.of("consent-form", f.code())));
    field("sagt", "consent-form", AskKind::One(choices.to_vec()))
}

fn named(choices: Vec<Choice>, keep: impl Fn(&UnitId) -> bool) -> Vec<Choice> {
    let fits = |choice: &Choice| keep(&UnitId::new(choice.value.as_str()));
    choices.into_iter().filter(fits).collect()
}

fn show_extend(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let found = consent(visit, case)?;
    let scope = &found.scope;
    let more = named(unit_choices(case), |unit| !scope.actors.contains(unit));
    let known = |choice: &Choice| scope.categories.iter().any(|c| c.code() == choice.value);
    let kinds = category_choices(visit).into_iter();
    let kinds: Vec<Choice> = kinds.filter(|choice| !known(choice)).collect();
    let yes = Choice::new("ja", visit.t.of("consent-explain", "ja"));
    let answers = ["ja", "nej"].map(|code| Choice::new(code, visit.t.of("consent-answer", code)));
    let mut fields = vec![
        field(
            "samtykket",
            "consent-answer",
            AskKind::One(answers.to_vec()),
        ),
        field("aktoer", "consent-more-actors", AskKind::Many(more)),
        field(
            "oplysninger",
            "consent-more-categories",
            AskKind::Many(kinds),
        ),
    ];
    if found.until.is_some() {
        fields.push(field("til", "consent-new-until", AskKind::Date));
    }
    fields.push(forms(visit));
    fields.push(field("ikke-skriftligt", "consent-oral", AskKind::Note));
    fields.push(field(
        "forklaret",
        "consent-explain",
        AskKind::Many(vec![yes]),
    ));
    let lead = visit.t.s("consent-extend.lead");
    let what = consents::title(visit, &case.view, found);
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("consent-extend"),
        lead: Some(format!("{what}. {lead}")),
        button: visit.t.s("form-save"),
        post: paths::consent(case.id.as_str(), found.reference.as_str(), "udvid"),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}

fn show_withdraw(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let found = consent(visit, case)?;
    let actors = found.scope.actors.iter();
    let actors = actors.map(|unit| Choice::new(unit.as_str(), case.view.directory.name(unit)));
    let lead = visit.t.s("consent-withdraw.lead");
    let what = consents::title(visit, &case.view, found);
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("consent-withdraw"),
        lead: Some(format!("{what}. {lead}")),
        button: visit.t.s("consent-withdraw-button"),
        post: paths::consent(case.id.as_str(), found.reference.as_str(), "tilbage"),
        fields: vec![
            field(
                "aktoer",
                "consent-withdraw-actors",
                AskKind::Many(actors.collect()),
            ),
            forms(visit),
            field("note", "consent-withdraw-note", AskKind::Note),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
