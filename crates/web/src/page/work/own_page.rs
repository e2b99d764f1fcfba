// SPDX-License-Identifier: EUPL-1.2
//! Opening and closing her own page, by a unit that takes part: only when it is safe for her (practice A22).

use super::task::field;
use super::{Case, open, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::own::HandedPage;
use crate::view::parts::Link;
use crate::view::work::{AskForm, AskKind};
use traad_domain::refusal::Problem;

/// The form to open it.
pub(crate) fn open_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    visit.needs_proof()?;
    show_open(visit, &case, 200, visit.blank())
}

/// Opens it and shows, once, what to log in with.
pub(crate) fn open_post(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    visit.needs_proof()?;
    let mut form = visit.sent();
    match form.value("trygt") {
        "ja" => {}
        "nej" => {
            let message = visit.t.s("own-open-wait");
            form.errors.push(crate::view::form::FieldError {
                field: "trygt".to_owned(),
                message,
            });
            return show_open(visit, &case, 422, form);
        }
        _ => {
            wrong(visit, &mut form, "trygt", Problem::NotChosen);
            return show_open(visit, &case, 422, form);
        }
    }
    let quiet = form.value("stille") == "ja";
    if !quiet && form.value("stille") != "nej" {
        wrong(visit, &mut form, "stille", Problem::NotChosen);
        return show_open(visit, &case, 422, form);
    }
    let handed = visit.app.open_own_page(&case.ctx, &case.id, quiet)?;
    let page = HandedPage {
        about: case.about(visit),
        username: handed.username,
        password: handed.password,
        back: vec![Link {
            href: paths::pathway(case.id.as_str(), "samtykker"),
            words: visit.t.s("own-handed-back"),
        }],
    };
    visit.page(Section::Other, &page)
}

fn show_open(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let answers = ["ja", "nej"].map(|code| Choice::new(code, visit.t.of("own-open-safe", code)));
    let quiet = ["nej", "ja"].map(|code| Choice::new(code, visit.t.of("own-open-quiet", code)));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("own-open"),
        lead: Some(visit.t.s("own-open-lead")),
        button: visit.t.s("own-open-button"),
        post: paths::pathway(case.id.as_str(), "egen-side"),
        fields: vec![
            field("trygt", "own-open-safe", AskKind::One(answers.to_vec())),
            field("stille", "own-open-quiet", AskKind::One(quiet.to_vec())),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}

/// Asks whether to close it.
pub(crate) fn close_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let view = AskForm {
        about: case.about(visit),
        form: visit.blank(),
        title: visit.t.s("own-close"),
        lead: Some(visit.t.s("own-close-lead")),
        button: visit.t.s("own-close-button"),
        post: paths::pathway(case.id.as_str(), "egen-side/luk"),
        fields: Vec::new(),
    };
    visit.page(Section::Other, &view)
}

/// Closes it.
pub(crate) fn close_post(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    visit.app.close_own_page(&case.ctx, &case.id)?;
    Ok(case.to("samtykker", "gemt"))
}
