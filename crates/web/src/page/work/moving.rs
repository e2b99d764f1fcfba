// SPDX-License-Identifier: EUPL-1.2
//! The family moves to another kommune: the notification between the two (mellemkommunal underretning, barnets lov § 132).

use super::information::entries;
use super::task::field;
use super::{Case, chosen, needed, open, typed, wrong};
use crate::page::kommune;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::{Lang, T};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::body::Told;
use traad_domain::decide::moving::Moving;
use traad_domain::id::{EntryId, MunicipalityCode};
use traad_domain::refusal::Problem;

const FIELDS: [(&str, &str); 3] = [
    ("municipality", "kommune"),
    ("summary", "resume"),
    ("told_note", "ved-note"),
];

/// Where the knowledge of exposure stands, as it must be said when a family moves.
const EXPOSURE: [&str; 4] = ["known", "suspected", "unresolved", "none"];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Sends it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let found = kommune::find(visit, form.value("kommune")).map(|m| m.code.clone());
    if found.is_none() {
        wrong(visit, &mut form, "kommune", Problem::NotChosen);
    }
    let exposure = form.value("eksponering").to_owned();
    if !EXPOSURE.contains(&exposure.as_str()) {
        wrong(visit, &mut form, "eksponering", Problem::NotChosen);
    }
    let summary = needed(visit, &mut form, "resume");
    let told = Told::from_code(form.value("ved"));
    if told.is_none() {
        wrong(visit, &mut form, "ved", Problem::NotChosen);
    }
    let (Some(found), Some(summary), Some(told), true) =
        (found, summary, told, form.errors.is_empty())
    else {
        return show(visit, &case, 422, form);
    };
    // What is sent is read in another kommune: in Danish, whatever language the writer reads.
    let danish = T::new(Lang::Da);
    let position = danish.of("moving-exposure", &exposure);
    let position = danish.a("moving-position", &("position", position));
    let moving = Moving {
        municipality: MunicipalityCode::new(found.as_str()),
        summary: format!("{position}\n\n{summary}"),
        entries: chosen(&form, "poster").map(EntryId::new).collect(),
        told,
        told_note: typed(&form, "ved-note").unwrap_or_default(),
    };
    let sent = visit
        .app
        .notify_new_municipality(&case.ctx, &case.id, &moving);
    match sent {
        Ok(_) => Ok(case.to("", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let names = kommune::names(visit).into_iter();
    let kommuner = names.map(|name| Choice::new(name.clone(), name)).collect();
    let exposure = EXPOSURE.map(|code| Choice::new(code, visit.t.of("moving-exposure", code)));
    let told = [Told::Yes, Told::No];
    let told = told.map(|told| Choice::new(told.code(), visit.t.of("moving-told", told.code())));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("moving-write"),
        lead: Some(visit.t.of("moving-write", "lead")),
        button: visit.t.s("moving-button"),
        post: paths::pathway(case.id.as_str(), "flytning"),
        fields: vec![
            field("kommune", "moving-to", AskKind::List(kommuner)),
            field(
                "eksponering",
                "moving-exposure",
                AskKind::One(exposure.to_vec()),
            ),
            field("resume", "moving-summary", AskKind::Area),
            field(
                "poster",
                "moving-entries",
                AskKind::Many(entries(visit, case, true)),
            ),
            field("ved", "moving-told", AskKind::One(told.to_vec())),
            field("ved-note", "moving-told-note", AskKind::Note),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
