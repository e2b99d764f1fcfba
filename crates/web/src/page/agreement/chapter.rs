// SPDX-License-Identifier: EUPL-1.2
//! One chapter of a draft as a form, and the contact persons of the own party, who change more often than agreements.

use super::board::party_words;
use super::sheet::{asked_as, name};
use super::values::{self, MOST_ROWS};
use super::{asked, label, label_of, refused, word};
use crate::page::pathway::entry::capital;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::agreement::{ChapterForm, FieldForm, FieldKind, ItemForm, Rows};
use crate::view::form::{Choice, FieldError, Form};
use crate::view::frame::Section;
use traad_app::{AgreementRef, AgreementView};
use traad_domain::agreement::{Agreement, Answers, Contact, Party, QUESTIONS, Question, Stage};
use traad_domain::org::UnitKind;
use traad_domain::refusal::{NotNow, Problem};

/// Empty rows below those that are filled in.
const SPARE_ROWS: usize = 3;

/// A chapter, opened by a leader of a party.
pub(super) struct Open {
    pub(super) of: AgreementRef,
    pub(super) view: AgreementView,
    number: String,
}

pub(super) fn open(visit: &Visit) -> Result<Open, Fault> {
    let of = asked(visit)?;
    let view = visit.app.agreement_view(&visit.ctx()?, &of)?;
    if view.party.is_none() {
        return Err(Fault::NotNow(NotNow::NotAParty));
    }
    Ok(Open {
        of,
        view,
        number: visit.param("kapitel").to_owned(),
    })
}

impl Open {
    fn questions(&self) -> impl Iterator<Item = &'static Question> {
        QUESTIONS
            .iter()
            .filter(|question| question.element() == self.number)
    }

    pub(super) fn blank(&self, visit: &Visit) -> Form {
        Form {
            version: Some(self.view.written.to_string()),
            ..visit.blank()
        }
    }

    pub(super) fn written(form: &Form) -> u32 {
        form.version
            .as_deref()
            .and_then(|seen| seen.parse().ok())
            .unwrap_or(0)
    }

    pub(super) fn to(&self, notice: &str) -> Answer {
        let place = paths::agreement(&self.of.id, self.of.version, "");
        Answer::To(format!("{place}?ok={notice}#kapitel-{}", self.number))
    }

    /// What somebody else wrote in between is there now: the form counts from it.
    pub(super) fn refresh(&mut self, visit: &Visit, form: &mut Form) -> Result<(), Fault> {
        self.view = visit.app.agreement_view(&visit.ctx()?, &self.of)?;
        form.version = Some(self.view.written.to_string());
        Ok(())
    }
}

/// The chapter as it stands.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let open = open(visit)?;
    let mut form = open.blank(visit);
    for question in open.questions() {
        if let Some(kind) = values::kind(question.code) {
            values::fill(
                &mut form,
                &open.view.agreement.answers,
                question.code,
                &kind,
            );
        }
    }
    let left = open.view.agreement.left_to_annex.iter();
    form.values
        .extend(left.map(|code| ("tillaeg".to_owned(), code.clone())));
    show(visit, &open, 200, form)
}

/// Writes the chapter.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut open = open(visit)?;
    let mut form = visit.sent();
    let mut typed = Answers::default();
    for question in open.questions() {
        let Some(kind) = values::kind(question.code) else {
            continue;
        };
        if let Err((field, problem)) = values::read(&form, &mut typed, question.code, &kind) {
            wrong(visit, &mut form, question, field, problem);
        }
    }
    if !form.errors.is_empty() {
        return show(visit, &open, 422, form);
    }
    let change = |agreement: &mut Agreement| write(agreement, &form, &open.number);
    let written =
        visit
            .app
            .edit_agreement(&visit.ctx()?, (&open.of, Open::written(&form)), &change);
    match written {
        Ok(()) => Ok(open.to("gemt")),
        Err(error) => {
            let status = refused(visit, &mut form, error)?;
            open.refresh(visit, &mut form)?;
            show(visit, &open, status, form)
        }
    }
}

fn wrong(visit: &Visit, form: &mut Form, question: &Question, field: String, problem: Problem) {
    let problem = visit.t.of("problem", problem.code());
    let message = format!("{}: {problem}", label(visit, question));
    form.errors.push(FieldError { field, message });
}

/// Puts the answers of one chapter into the agreement and leaves the others as they are.
fn write(agreement: &mut Agreement, form: &Form, number: &str) {
    let own: Vec<&Question> = QUESTIONS.iter().filter(|q| q.element() == number).collect();
    for question in &own {
        if let Some(kind) = values::kind(question.code) {
            // It was read before: whatever is wrong with it has been said.
            let _ = values::read(form, &mut agreement.answers, question.code, &kind);
        }
    }
    agreement
        .left_to_annex
        .retain(|code| own.iter().all(|q| q.code != code));
    let left = own.iter().filter(|q| form.has("tillaeg", q.code));
    agreement
        .left_to_annex
        .extend(left.map(|q| q.code.to_owned()));
}

fn show(visit: &Visit, open: &Open, status: u16, form: Form) -> Result<Answer, Fault> {
    let agreement = &open.view.agreement;
    if open.questions().next().is_none() {
        return Err(Fault::NotFound);
    }
    if agreement.stage != Stage::Draft {
        return Err(Fault::NotNow(NotNow::NotADraft));
    }
    let mut items: Vec<(String, ItemForm)> = Vec::new();
    for question in open.questions() {
        let Some(field) = field(visit, open, &form, question) else {
            continue;
        };
        let asked = asked_as(visit, question);
        match items.last_mut() {
            Some((last, item)) if *last == asked => item.fields.push(field),
            _ => {
                let question = capital(&word(visit, "agreement-questions", &asked));
                // A field with the question as its label needs no heading above it that says the same.
                let rows = matches!(field.kind, FieldKind::Parts(_) | FieldKind::Contacts(_));
                let says = field.label == question && !rows;
                let question = if says { String::new() } else { question };
                items.push((
                    asked,
                    ItemForm {
                        question,
                        fields: vec![field],
                    },
                ));
            }
        }
    }
    let place = paths::agreement(&open.of.id, open.of.version, "");
    let page = ChapterForm {
        here: paths::agreement(
            &open.of.id,
            open.of.version,
            &format!("kapitel/{}", open.number),
        ),
        agreement: place,
        title: name(visit, agreement),
        heading: word(visit, "agreement-elements", &open.number),
        lead: visit.t.s(if agreement.is_annex() {
            "agreement-chapter-annex"
        } else {
            "agreement-chapter-lead"
        }),
        form,
        items: items.into_iter().map(|(_, item)| item).collect(),
    };
    visit.page_with(status, Section::Agreements, &page)
}

fn field(visit: &Visit, open: &Open, form: &Form, question: &Question) -> Option<FieldForm> {
    let agreement = &open.view.agreement;
    let kind = values::kind(question.code)?;
    let frame = open.view.frame.as_ref();
    Some(FieldForm {
        name: question.code.to_owned(),
        label: label(visit, question),
        kind: values::field(visit, &kind, rows(form, question.code)),
        frame: frame
            .map(|frame| values::lines(visit, &frame.answers, question))
            .unwrap_or_default(),
        may_be_left: question.asked && agreement.municipality.is_none(),
    })
}

/// Rows enough for what is filled in, and a few more.
fn rows(form: &Form, code: &str) -> usize {
    let filled = (1..=MOST_ROWS).rev().find(|row| {
        let row = format!("{code}-{row}-");
        form.values
            .iter()
            .any(|(name, value)| name.starts_with(&row) && !value.is_empty())
    });
    filled.unwrap_or(0) + SPARE_ROWS
}

const CONTACTS: &str = "kontakter";

/// The contact persons of the own party.
pub(crate) fn contacts_get(visit: &Visit) -> Result<Answer, Fault> {
    let open = open(visit)?;
    let mut form = open.blank(visit);
    values::fill_contacts(&mut form, CONTACTS, &own_contacts(&open));
    show_contacts(visit, &open, 200, form)
}

/// Writes them.
pub(crate) fn contacts_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut open = open(visit)?;
    let mut form = visit.sent();
    let typed = match values::read_contacts(&form, CONTACTS) {
        Ok(typed) => typed,
        Err((field, problem)) => {
            let problem = visit.t.of("problem", problem.code());
            form.errors.push(FieldError {
                field,
                message: format!("{}: {problem}", label_of(visit, CONTACTS)),
            });
            return show_contacts(visit, &open, 422, form);
        }
    };
    match visit
        .app
        .keep_own_contacts(&visit.ctx()?, (&open.of, Open::written(&form)), &typed)
    {
        Ok(()) => Ok(open.to("gemt")),
        Err(error) => {
            let status = refused(visit, &mut form, error)?;
            open.refresh(visit, &mut form)?;
            show_contacts(visit, &open, status, form)
        }
    }
}

fn own_contacts(open: &Open) -> Vec<Contact> {
    let own = |contact: &&Contact| Party::of(contact.actor) == open.view.party;
    open.view
        .agreement
        .answers
        .contacts
        .iter()
        .filter(own)
        .cloned()
        .collect()
}

fn show_contacts(visit: &Visit, open: &Open, status: u16, form: Form) -> Result<Answer, Fault> {
    let units = UnitKind::ALL
        .iter()
        .filter(|kind| Party::of(**kind) == open.view.party);
    let actors: Vec<Choice> = units
        .map(|kind| Choice::new(kind.code(), super::actor(visit, *kind)))
        .collect();
    let party = open
        .view
        .party
        .map(|party| party_words(visit, party))
        .unwrap_or_default();
    let field = FieldForm {
        name: CONTACTS.to_owned(),
        label: label_of(visit, CONTACTS),
        kind: FieldKind::Contacts(Rows {
            count: rows(&form, CONTACTS),
            actors,
            more: Vec::new(),
            more_name: "",
            more_key: "",
        }),
        frame: Vec::new(),
        may_be_left: false,
    };
    let page = ChapterForm {
        here: paths::agreement(&open.of.id, open.of.version, CONTACTS),
        agreement: paths::agreement(&open.of.id, open.of.version, ""),
        title: name(visit, &open.view.agreement),
        heading: visit.t.of("agreement-step", CONTACTS),
        lead: visit.t.a("agreement-own-contacts", &("party", party)),
        form,
        items: vec![ItemForm {
            question: String::new(),
            fields: vec![field],
        }],
    };
    visit.page_with(status, Section::Agreements, &page)
}
