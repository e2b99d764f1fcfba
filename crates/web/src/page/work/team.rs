// SPDX-License-Identifier: EUPL-1.2
//! *Tilføj aktør*: a place on the map, which gives no access.

use super::{Case, chosen, open, typed, wrong};
use crate::server::{Answer, Fault, Visit};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::work::{ACTORS, ActorForm};
use traad_domain::body::{SupportFor, TeamMemberJoined};
use traad_domain::org::UnitKind;
use traad_domain::refusal::Problem;

const FIELDS: [(&str, &str); 3] = [
    ("actor", "slags"),
    ("contact", "navn"),
    ("phone", "telefon"),
];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Puts the actor on the map.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let known = ACTORS.split(' ').any(|code| code == form.value("slags"));
    let Some(actor) = UnitKind::from_code(form.value("slags")).filter(|_| known) else {
        wrong(visit, &mut form, "slags", Problem::NotChosen);
        return show(visit, &case, 422, form);
    };
    let member = TeamMemberJoined {
        actor,
        unit: None,
        contact: typed(&form, "navn").unwrap_or_default(),
        phone: typed(&form, "telefon").unwrap_or_default(),
        relation: typed(&form, "relation").unwrap_or_default(),
        supports: chosen(&form, "stoette-for")
            .filter_map(SupportFor::from_code)
            .collect(),
        conflict: form.has("konflikt", "ja"),
        her_yes: match form.value("hun-siger") {
            "ja" => Some(true),
            "nej" => Some(false),
            _ => None,
        },
    };
    match visit.app.join_team(&case.ctx, &case.id, &member) {
        Ok(_) => Ok(case.to("netvaerk", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    visit.page_with(
        status,
        Section::Other,
        &ActorForm {
            about: case.about(visit),
            form,
        },
    )
}
