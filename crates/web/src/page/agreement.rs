// SPDX-License-Identifier: EUPL-1.2
//! *Samarbejdsaftaler*: the overview, one agreement with its steps, and the forms that write it.

pub(crate) mod begin;
pub(crate) mod board;
pub(crate) mod chapter;
pub(crate) mod compare;
pub(crate) mod details;
pub(crate) mod forum;
pub(crate) mod sheet;
mod values;

pub(crate) use values::meeting_positions;

use super::kommune::name as kommune;
use super::pathway::entry::capital;
use crate::server::{Fault, Visit};
use crate::view::form::{Choice, FieldError, Form};
use traad_app::{AgreementRef, AppError};
use traad_domain::agreement::{Answers, Contact, ForumKind, InForce, Question, Who};
use traad_domain::id::MunicipalityCode;
use traad_domain::org::UnitKind;
use traad_domain::refusal::{FieldProblem, Problem, Refusal};

/// The version that the address names.
fn asked(visit: &Visit) -> Result<AgreementRef, Fault> {
    let version = visit.param("version").parse();
    Ok(AgreementRef {
        id: visit.param("id").to_owned(),
        version: version.map_err(|_| Fault::NotFound)?,
    })
}

/// A word of the catalogue in the reader's language.
fn word(visit: &Visit, list: &str, code: &str) -> String {
    let language = super::kommune::language(visit);
    let words = visit.app.catalogue().words(list, code, language);
    words.unwrap_or(code).to_owned()
}

fn actor(visit: &Visit, kind: UnitKind) -> String {
    word(visit, "unit-kinds", kind.code())
}

fn who(visit: &Visit, who: Who) -> String {
    match who {
        Who::Coordinator => visit.t.s("agreement-coordinator"),
        Who::Actor(kind) => actor(visit, kind),
    }
}

fn region(visit: &Visit, id: &str) -> String {
    let language = super::kommune::language(visit);
    let found = visit.app.catalogue().region(id);
    found.map_or_else(
        || id.to_owned(),
        |r| r.name.in_language(language).to_owned(),
    )
}

/// Actors that are units; partner and network are persons and no party of an agreement.
fn actors(visit: &Visit) -> Vec<Choice> {
    let units = UnitKind::ALL
        .iter()
        .filter(|kind| !matches!(kind, UnitKind::Partner | UnitKind::Network));
    units
        .map(|kind| Choice::new(kind.code(), actor(visit, *kind)))
        .collect()
}

/// What the agreement in force answers, in a line with its item: `Aftalen, pkt. 4a: …`; nothing when it does not.
pub(crate) fn cite(visit: &Visit, agreed: Option<&InForce>, code: &str) -> Option<String> {
    let question = Question::find(code)?;
    let lines = values::lines(visit, &agreed?.answers, question);
    let item = question
        .item
        .split('-')
        .next()
        .unwrap_or_default()
        .to_owned();
    let words = lines.join(" · ");
    (!lines.is_empty()).then(|| {
        visit
            .t
            .a2("agreement-cite", &("item", item), &("words", words))
    })
}

/// A contact person without the day of confirmation.
pub(super) fn contact_reach(visit: &Visit, contact: &Contact) -> String {
    values::contact_reach(visit, contact)
}

/// The contact persons of an agreement, one a line.
pub(crate) fn contact_lines(visit: &Visit, answers: &Answers) -> Vec<String> {
    let question = Question::find("kontakter");
    question
        .map(|question| values::lines(visit, answers, question))
        .unwrap_or_default()
}

/// Several of them, each in its own sentence.
pub(crate) fn cite_all(visit: &Visit, agreed: Option<&InForce>, codes: &[&str]) -> Vec<String> {
    codes
        .iter()
        .filter_map(|code| cite(visit, agreed, code))
        .collect()
}

/// The fora an agreement can be anchored in.
fn anchors(
    visit: &Visit,
    region: &str,
    municipality: Option<&MunicipalityCode>,
) -> Result<Vec<Choice>, Fault> {
    let mut fora = visit.app.fora_of(region, municipality)?;
    fora.retain(|forum| forum.kind == ForumKind::Administrative);
    Ok(fora
        .into_iter()
        .map(|forum| Choice::new(forum.id, forum.name))
        .collect())
}

/// The forum that was chosen among them.
fn anchored(form: &Form, anchors: &[Choice]) -> Option<String> {
    let chosen = form.value("forum");
    anchors
        .iter()
        .any(|anchor| anchor.value == chosen)
        .then(|| chosen.to_owned())
}

/// What a question is called: the seed's words, or those of a time that rules read.
fn label(visit: &Visit, question: &Question) -> String {
    if question.asked {
        capital(&word(visit, "agreement-items", question.item))
    } else {
        visit.t.of("agreement-answer", question.code)
    }
}

/// A field of an agreement by its code: a question's, or one of the agreement itself.
fn label_of(visit: &Visit, field: &str) -> String {
    match Question::find(field) {
        Some(question) => label(visit, question),
        None => visit
            .t
            .opt(&format!("agreement-field.{field}"))
            .unwrap_or_default(),
    }
}

/// What is wrong with a field, in a sentence that names the field; a question without an answer also by its chapter.
fn said(visit: &Visit, FieldProblem { field, problem }: &FieldProblem) -> String {
    let label = label_of(visit, field);
    let question = Question::find(field).filter(|_| *problem == Problem::Missing);
    if let Some(question) = question {
        let chapter = question.element().to_owned();
        return visit.t.a2(
            "agreement-missing-answer",
            &("chapter", chapter),
            &("question", label),
        );
    }
    let words = visit.t.of("problem", problem.code());
    if label.is_empty() {
        words
    } else {
        format!("{label}: {words}")
    }
}

/// What a refused step means for the page it was taken on; the status of the page.
fn refused(visit: &Visit, form: &mut Form, error: AppError) -> Result<u16, Fault> {
    let mut add = |field: &str, message: String| {
        form.errors.push(FieldError {
            field: field.to_owned(),
            message,
        });
    };
    match error {
        AppError::Refused(Refusal::Invalid(problems)) => {
            for problem in problems {
                add(problem.field, said(visit, &problem));
            }
            Ok(422)
        }
        AppError::Refused(Refusal::NotNow(why)) => {
            add("", visit.t.of("refusal", why.code()));
            Ok(409)
        }
        AppError::Refused(Refusal::Conflict(_)) => {
            add("", visit.t.s("agreement-changed"));
            Ok(409)
        }
        other @ (AppError::Refused(Refusal::NoConsent(_))
        | AppError::NotFound
        | AppError::Forbidden
        | AppError::TeamOnly
        | AppError::Busy
        | AppError::Unavailable(_)
        | AppError::Internal(_)) => Err(other.into()),
    }
}
