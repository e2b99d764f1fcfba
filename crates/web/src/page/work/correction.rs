// SPDX-License-Identifier: EUPL-1.2
//! *Ret*: the old text stays behind the new one; what should not stand there at all is withdrawn with a reason.

use super::{Case, open, typed, wrong};
use crate::page::pathway::entry::shown;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::work::CorrectionForm;
use traad_app::AppError;
use traad_domain::body::Body;
use traad_domain::entry::Entry;
use traad_domain::id::EntryId;
use traad_domain::journal::{Effective, effective};
use traad_domain::refusal::{NotNow, Problem};

/// The form; only the unit that wrote an entry corrects it.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    if let Some(text) = text(found(visit, &case)?.body) {
        form.values = vec![
            ("slags".to_owned(), "indhold".to_owned()),
            ("tekst".to_owned(), text),
        ];
    }
    show(visit, &case, 200, form)
}

/// Corrects or withdraws.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    if visit.app.sent_before(&case.ctx)? {
        // The second click finds its own text there, or the entry gone.
        return Ok(case.to("", "rettet"));
    }
    let effective = found(visit, &case)?;
    let changed = match form.value("slags") {
        "forkert" | "person" => None,
        "indhold" => changed(visit, &mut form, effective.body),
        _ => {
            wrong(visit, &mut form, "slags", Problem::NotChosen);
            None
        }
    };
    let reason = typed(&form, "grund");
    if reason.is_none() {
        wrong(visit, &mut form, "grund", Problem::NeedsReason);
    }
    let Some(reason) = reason.filter(|_| form.errors.is_empty()) else {
        return show(visit, &case, 422, form);
    };
    let wrong_person = form.value("slags") == "person";
    let done = write(visit, &case, (&effective, changed), (&reason, wrong_person));
    match done {
        Ok(()) => Ok(case.to("", "rettet")),
        Err(error) => {
            let status = case.refused(
                visit,
                &mut form,
                error,
                &[("reason", "grund"), ("text", "tekst")],
            )?;
            show(visit, &case, status, form)
        }
    }
}

/// Withdraws when there is no new text. Why an entry was corrected is a note of the unit beside it.
fn write(
    visit: &Visit,
    case: &Case,
    (entry, body): (&Effective<'_>, Option<Body>),
    (reason, wrong_person): (&str, bool),
) -> Result<(), AppError> {
    let id = EntryId::new(visit.param("post"));
    let Some(body) = body else {
        return visit
            .app
            .annul_entry(&case.ctx, &case.id, &id, (reason, wrong_person))
            .map(drop);
    };
    visit.app.correct_entry(&case.ctx, &case.id, &id, &body)?;
    let because = visit.t.a2(
        "work-corrected-because",
        &(
            "what",
            crate::page::pathway::entry::title(visit, entry.body),
        ),
        &("why", reason.to_owned()),
    );
    visit
        .app
        .write_note(&case.second(), &case.id, &because, entry.envelope.category)
        .map(drop)
}

/// The entry of the address as it counts today, when the reader's unit wrote it.
fn found<'a>(visit: &Visit, case: &'a Case) -> Result<Effective<'a>, Fault> {
    let root = root(&case.view.entries, visit.param("post")).ok_or(Fault::NotFound)?;
    let found = effective(&case.view.entries)
        .into_iter()
        .find(|entry| entry.root == root)
        .ok_or(Fault::NotFound)?;
    if found.author().unit == case.ctx.actor.unit.id {
        Ok(found)
    } else {
        Err(Fault::NotNow(NotNow::NotYourEntry))
    }
}

/// The first entry of the chain of corrections an id stands in.
fn root<'a>(entries: &'a [Entry], id: &str) -> Option<&'a EntryId> {
    let mut entry = entries.iter().find(|entry| entry.id.as_str() == id)?;
    loop {
        let before = entry
            .written()
            .and_then(|written| written.envelope.corrects.as_ref());
        match before.and_then(|before| entries.iter().find(|entry| &entry.id == before)) {
            // An entry is written after the one it corrects, so the walk ends.
            Some(earlier) if earlier.seq < entry.seq => entry = earlier,
            _ => return Some(&entry.id),
        }
    }
}

/// The body with the words that were typed.
fn changed(visit: &Visit, form: &mut Form, body: &Body) -> Option<Body> {
    let words = super::needed(visit, form, "tekst")?;
    let mut changed = body.clone();
    match text_of(&mut changed) {
        Some(text) if *text != words => {
            *text = words;
            Some(changed)
        }
        Some(_) => {
            super::problem::add(visit, form, "tekst", "work-error", "same-text");
            None
        }
        None => {
            wrong(visit, form, "slags", Problem::NotChosen);
            None
        }
    }
}

/// The text of an entry that is written in one's own words.
fn text(body: &Body) -> Option<String> {
    text_of(&mut body.clone()).cloned()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest of the kinds are no text that could be written anew"
)]
fn text_of(body: &mut Body) -> Option<&mut String> {
    match body {
        Body::NoteWritten(b) => Some(&mut b.text),
        Body::ContactLogged(b) => Some(&mut b.text),
        Body::WishRecorded(b) => Some(&mut b.words),
        Body::ConcernRaised(b) => Some(&mut b.words),
        Body::ExpectationsAgreed(b) => Some(&mut b.text),
        Body::LevelJudged(b) => Some(&mut b.reason),
        Body::MeetingCalled(b) => Some(&mut b.purpose),
        Body::MeetingHeld(b) => Some(&mut b.minutes),
        Body::OfferMade(b) => Some(&mut b.note),
        Body::StepTaken(b) => Some(&mut b.note),
        Body::DutyExplained(b) => Some(&mut b.reason),
        _ => None,
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let entry = found(visit, case)?;
    let mut line = shown(visit, &case.view, &entry);
    visit.param("post").clone_into(&mut line.id);
    let view = CorrectionForm {
        about: case.about(visit),
        form,
        text: text(entry.body).is_some(),
        entry: line,
    };
    visit.page_with(status, Section::Other, &view)
}
