// SPDX-License-Identifier: EUPL-1.2
//! *Luk forløbet*: why it ends, and why fewer meetings were held than agreed, when so.

use super::task::field;
use super::{Case, open, typed};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::body::PathwayClosed;
use traad_domain::decide::course::{closes, lacks_offer};
use traad_domain::id::PersonId;
use traad_domain::refusal::NotNow;

const FIELDS: [(&str, &str); 3] = [
    ("reason", "begrundelse"),
    ("few_meetings", "moeder-grund"),
    ("not_offered", "samtale-grund"),
];

fn may(visit: &Visit) -> Result<Case, Fault> {
    let case = open(visit)?;
    if case.view.pathway.is_closed() {
        Err(Fault::NotNow(NotNow::PathwayClosed))
    } else if closes(&case.view.pathway, &case.ctx.actor.unit.id) {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::CoordinatorCloses))
    }
}

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = may(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Ends the pathway.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let closed = PathwayClosed {
        reason: typed(&form, "begrundelse").unwrap_or_default(),
        few_meetings: typed(&form, "moeder-grund"),
    };
    let not_offered = typed(&form, "samtale-grund");
    let told = (&closed, not_offered.as_deref());
    match visit.app.close_pathway(&case.ctx, &case.id, told) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// How many meetings the agreement says, when fewer were held.
fn lacking(case: &Case) -> Option<(usize, u32)> {
    let agreement = case.view.agreement.as_ref()?;
    let minimum = agreement.answers.meetings_minimum;
    case.view.pathway.meetings_lacking(minimum)
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let lacking = lacking(case);
    let mut fields = vec![field("begrundelse", "close-reason", AskKind::Area)];
    if lacking.is_some() || form.asks("moeder-grund") {
        fields.push(field("moeder-grund", "close-few-meetings", AskKind::Area));
    }
    // Asked of health persons alone: for the others it is no matter whether it was offered (practice A23).
    let hand = case.ctx.hand(PersonId::new(""));
    if lacks_offer(&case.view.pathway, &hand) || form.asks("samtale-grund") {
        fields.push(field("samtale-grund", "close-not-offered", AskKind::Area));
    }
    let lead = lacking.map(|(held, minimum)| {
        visit
            .t
            .a2("close-lacking", &("held", held), &("minimum", minimum))
    });
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("close-pathway"),
        lead: Some(match lead {
            Some(lacking) => format!("{} {lacking}", visit.t.s("close-lead")),
            None => visit.t.s("close-lead"),
        }),
        button: visit.t.s("close-button"),
        post: paths::pathway(case.id.as_str(), "luk"),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}
