// SPDX-License-Identifier: EUPL-1.2
//! Her own words, and notes of the unit's own with a line in the contact log.

use super::{Case, needed, open, typed, wrong};
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{NoteForm, WishForm};
use traad_app::AppError;
use traad_domain::body::{ContactLogged, WishKind, WishRecorded};
use traad_domain::category::Category;
use traad_domain::id::UnitId;
use traad_domain::refusal::Problem;

/// The form for her own words.
pub(crate) fn wish_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show_wish(visit, &case, 200, visit.blank())
}

/// Writes her own words.
pub(crate) fn wish_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let kind = WishKind::from_code(form.value("slags"));
    if kind.is_none() {
        wrong(visit, &mut form, "slags", Problem::NotChosen);
    }
    let words = typed(&form, "ord");
    if words.is_none() && kind != Some(WishKind::NotSaying) {
        wrong(visit, &mut form, "ord", Problem::Missing);
    }
    let Some(wish) = kind.filter(|_| form.errors.is_empty()) else {
        return show_wish(visit, &case, 422, form);
    };
    let wish = WishRecorded {
        wish,
        words: words.unwrap_or_default(),
    };
    match visit.app.record_wish(&case.ctx, &case.id, &wish) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &[("words", "ord")])?;
            show_wish(visit, &case, status, form)
        }
    }
}

fn show_wish(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    visit.page_with(
        status,
        Section::Other,
        &WishForm {
            about: case.about(visit),
            form,
        },
    )
}

/// The form for a note.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Writes a note, and a line in the contact log when it was a talk with another unit.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let text = needed(visit, &mut form, "hvad");
    let category = Category::from_code(form.value("kategori"));
    if category.is_none() {
        wrong(visit, &mut form, "kategori", Problem::NotChosen);
    }
    let (Some(text), Some(category)) = (text, category) else {
        return show(visit, &case, 422, form);
    };
    match write(visit, &case, &form, (&text, category)) {
        Ok(()) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(
                visit,
                &mut form,
                error,
                &[("text", "hvad"), ("with", "kontakt-med")],
            )?;
            show(visit, &case, status, form)
        }
    }
}

/// The text stands in the note alone, under its own category; the contact log says that there was a talk.
fn write(
    visit: &Visit,
    case: &Case,
    form: &Form,
    (text, category): (&str, Category),
) -> Result<(), AppError> {
    visit.app.write_note(&case.ctx, &case.id, text, category)?;
    let with = typed(form, "kontakt-med").map(UnitId::new);
    let with = with.and_then(|id| case.view.directory.unit(&id).map(|unit| unit.name.clone()));
    match with {
        Some(with) => {
            let contact = ContactLogged {
                with,
                text: visit.t.s("work-contact-see-note"),
            };
            visit
                .app
                .log_contact(&case.second(), &case.id, &contact)
                .map(drop)
        }
        None => Ok(()),
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let own = &case.ctx.actor.unit.id;
    let units = case.units().into_iter().filter(|unit| &unit.id != own);
    let view = NoteForm {
        about: case.about(visit),
        form,
        categories: Category::ALL
            .iter()
            .map(|c| Choice::new(c.code(), visit.t.of("work-category", c.code())))
            .collect(),
        units: units
            .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
            .collect(),
    };
    visit.page_with(status, Section::Other, &view)
}
