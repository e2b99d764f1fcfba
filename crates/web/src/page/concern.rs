// SPDX-License-Identifier: EUPL-1.2
//! *Meld bekymring*: from concern to receipt on one page. Nothing is filled in from the system; drafts are the writer's own.

mod read;

pub(crate) use read::answer;

use super::{draft, kommune, problem};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::concern::Concern;
use crate::view::form::Form;
use crate::view::frame::Section;
use traad_domain::org::UnitKind;

/// The name of the form's draft.
pub(super) const DRAFT: &str = "meld";

/// Fields of the domain and the fields of the form they are.
const FIELDS: [(&str, &str); 13] = [
    ("words", "set"),
    ("week", "uge"),
    ("due", "termin"),
    ("lmp", "uge"),
    ("uses", "stof"),
    ("municipality", "kommune"),
    ("notify_family", "underret"),
    ("notification_text", "set"),
    ("told_note", "ved-nej"),
    ("postponed_until", "igen"),
    ("postponed_reason", "igen-grund"),
    ("adult_reason", "voksen-grund"),
    ("adult_text", "voksen-indhold"),
];

/// The form, with the writer's draft in it.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let (mut form, draft_saved) = draft::form(visit, DRAFT, "")?;
    if form.values.is_empty() {
        form.values = Concern::blank();
    }
    show(visit, 200, form, draft_saved)
}

/// Shows who receives, keeps a draft, or sends.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    form.draft = Some(DRAFT.to_owned());
    match visit.fields.value("handling") {
        "find" => {
            let known = kommune::find(visit, form.value("kommune")).is_some();
            if !known {
                problem::add(visit, &mut form, "kommune", "concern-error", "kommune");
            }
            show(visit, if known { 200 } else { 422 }, form, None)
        }
        "kladde" => {
            let draft_saved = draft::keep(visit, DRAFT, "")?;
            show(visit, 200, form, Some(draft_saved))
        }
        _ => send(visit, form),
    }
}

fn send(visit: &Visit, mut form: Form) -> Result<Answer, Fault> {
    let Some(command) = read::concern(visit, &mut form) else {
        return show(visit, 422, form, None);
    };
    let ctx = visit.ctx()?;
    match visit.app.raise_concern(&ctx, &command) {
        Ok(raised) => {
            visit.app.drop_draft(&ctx, DRAFT, "")?;
            Ok(Answer::To(paths::receipt(raised.pathway.as_str())))
        }
        Err(error) => {
            problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
            show(visit, 422, form, None)
        }
    }
}

fn show(
    visit: &Visit,
    status: u16,
    form: Form,
    draft_saved: Option<String>,
) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let function = visit.t.of("function", ctx.actor.employment.function.code());
    let receiver = match kommune::find(visit, form.value("kommune")) {
        Some(found) => kommune::receiver(visit, found)?,
        None => None,
    };
    let view = Concern {
        author: visit.t.a2(
            "concern-author",
            &("function", function),
            &("unit", ctx.actor.unit.name.clone()),
        ),
        kommuner: kommune::names(visit),
        receiver,
        draft_saved,
        from_treatment: treats(ctx.actor.unit.kind),
        form,
    };
    visit.page_with(status, Section::Concern, &view)
}

/// Whether a unit treats use of substances. A notification from there tells that she comes there (practice A12).
fn treats(kind: UnitKind) -> bool {
    matches!(
        kind,
        UnitKind::AlcoholTreatment | UnitKind::DrugTreatment | UnitKind::Residential
    )
}
