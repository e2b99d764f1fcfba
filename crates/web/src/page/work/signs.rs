// SPDX-License-Identifier: EUPL-1.2
//! *Skriv, hvad du ser*: the same short form each time, for a child the unit knows and for one it does not; and *Underret*, filled
//! in with what the own unit has seen and nothing else.

use super::child::one;
use super::task::field;
use super::{Case, chosen, day, needed, needed_day, open, open_child, typed, wrong};
use crate::page::kommune;
use crate::page::pathway::entry::{self, capital, moment};
use crate::page::problem;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{About, AskField, AskForm, AskKind};
use jiff::civil::Date;
use traad_app::{NotifyFromSigns, SeenChild, Subject};
use traad_domain::body::{Concern, PathwayKind, SignsObserved, Told};
use traad_domain::person::{Cpr, Identity, Name};
use traad_domain::refusal::Problem;

/// Which field of a form a field of the domain is.
const FIELDS: [(&str, &str); 10] = [
    ("signs", "tegn"),
    ("other", "andet"),
    ("setting", "hvor"),
    ("words", "set"),
    ("on", "dato"),
    ("look_again", "igen"),
    ("notification_text", "tekst"),
    ("told_note", "ved-note"),
    ("municipality", "kommune"),
    ("notify_family", "kommune"),
];

/// What is asked about what was seen.
fn observation(visit: &Visit) -> Vec<AskField> {
    let catalogue = visit.app.catalogue().list("signs");
    let items = catalogue.into_iter().flat_map(|list| list.items.iter());
    let language = kommune::language(visit);
    let sign = |id: &str| {
        let words = visit.app.catalogue().words("signs", id, language);
        Choice::new(id, capital(words.unwrap_or(id)))
    };
    let signs = items.map(|item| sign(&item.id)).collect();
    let concern = Concern::ALL.iter().map(|concern| concern.code());
    vec![
        field("dato", "signs-on", AskKind::Date),
        field("tegn", "signs-which", AskKind::Many(signs)),
        field("andet", "signs-other", AskKind::MaybeLine),
        field("set", "signs-words", AskKind::Note),
        field("hvor", "signs-setting", AskKind::MaybeLine),
        field("stoette", "signs-need", one(visit, "signs-need", concern)),
        field("igen", "signs-again", AskKind::MaybeDate),
    ]
}

/// What was seen, as it was typed.
fn seen(visit: &Visit, form: &mut Form) -> Option<(SignsObserved, Date)> {
    let on = needed_day(visit, form, "dato", Problem::Missing);
    let look_again = day(visit, form, "igen");
    let concern = Concern::from_code(form.value("stoette"));
    if concern.is_none() {
        wrong(visit, form, "stoette", Problem::NotChosen);
    }
    let text = |name: &str| typed(form, name).unwrap_or_default();
    let seen = SignsObserved {
        signs: chosen(form, "tegn").map(str::to_owned).collect(),
        other: text("andet"),
        setting: text("hvor"),
        words: text("set"),
        concern: concern?,
        look_again,
    };
    let on = on.filter(|_| form.errors.is_empty())?;
    Some((seen, on))
}

fn today(visit: &Visit) -> Form {
    let mut form = visit.blank();
    let today = visit.t.date(visit.today());
    form.values.push(("dato".to_owned(), today));
    form
}

/// The form for a child the unit knows.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open_child(visit)?;
    show(visit, &case, 200, today(visit))
}

/// Keeps what was seen. Where it is a concern, the writer is led on to notify.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let (mut case, mut form) = (open_child(visit)?, visit.sent());
    let Some((seen, on)) = seen(visit, &mut form) else {
        return show(visit, &case, 422, form);
    };
    match visit.app.observe_signs(&case.ctx, &case.id, (&seen, on)) {
        Ok(_) => Ok(case.to(next(&seen), "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// Where whoever has a concern goes on: the duty to notify is the writer's own, and at once.
fn next(seen: &SignsObserved) -> &'static str {
    match seen.concern {
        Concern::Yes => "underret",
        Concern::No => "tegn",
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("signs-write"),
        lead: Some(visit.t.s("signs-write.lead")),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), "tegn/ny"),
        fields: observation(visit),
    };
    visit.page_with(status, Section::Other, &view)
}

/// The form for a child the unit has written nothing about.
pub(crate) fn new_get(visit: &Visit) -> Result<Answer, Fault> {
    show_new(visit, 200, today(visit))
}

/// Begins the child's pathway with what was seen.
pub(crate) fn new_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    let child = subject(visit, &mut form);
    let seen = seen(visit, &mut form);
    let (Some(child), Some(seen)) = (child, seen) else {
        return show_new(visit, 422, form);
    };
    let what = (&seen.0, seen.1);
    match visit.app.observe_child(&visit.ctx()?, &child, what) {
        Ok(id) => {
            let to = paths::pathway(id.as_str(), next(&seen.0));
            Ok(Answer::To(format!("{to}?ok=gemt")))
        }
        Err(error) => {
            problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
            show_new(visit, 422, form)
        }
    }
}

fn subject(visit: &Visit, form: &mut Form) -> Option<SeenChild> {
    let name = typed(form, "navn");
    let number = typed(form, "cpr").map(|cpr| Cpr::parse(&cpr));
    if let Some(Err(_)) = &number {
        wrong(visit, form, "cpr", Problem::NotACpr);
    }
    if name.is_none() && number.is_none() {
        wrong(visit, form, "navn", Problem::Missing);
    }
    let born = day(visit, form, "foedt");
    if born.is_some_and(|born| born > visit.today()) {
        wrong(visit, form, "foedt", Problem::InTheFuture);
    }
    let lives = typed(form, "kommune");
    let municipality = lives.as_ref().and_then(|name| kommune::find(visit, name));
    if lives.is_some() && municipality.is_none() {
        wrong(visit, form, "kommune", Problem::UnknownMunicipality);
    }
    if !form.errors.is_empty() {
        return None;
    }
    let unknown = || Identity::Unknown {
        description: visit.t.s("cpr-not-told"),
    };
    let identity = number.and_then(Result::ok);
    Some(SeenChild {
        subject: Subject {
            name: Name(name.unwrap_or_default()),
            identity: identity.map_or_else(unknown, |number| Identity::Cpr { number }),
            phone: None,
            address: None,
            born,
        },
        municipality: municipality.map(|found| found.code.clone()),
    })
}

fn show_new(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let who = [
        field("navn", "signs-name", AskKind::MaybeLine),
        field("cpr", "signs-cpr", AskKind::MaybeLine),
        field("foedt", "signs-born", AskKind::MaybeDate),
        field("kommune", "signs-kommune", AskKind::MaybeLine),
    ];
    let view = AskForm {
        about: About {
            id: String::new(),
            who: visit.t.s("frame-tasks"),
        },
        form,
        title: visit.t.s("signs-write"),
        lead: Some(visit.t.s("signs-write.lead-new")),
        button: visit.t.s("form-save"),
        post: paths::SIGNS.to_owned(),
        fields: who.into_iter().chain(observation(visit)).collect(),
    };
    visit.page_with(status, Section::Other, &view)
}

/// The notification, filled in with what the own unit has seen. About a child that is not born it is made where a concern is.
pub(crate) fn notify_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    if case.view.pathway.kind != Some(PathwayKind::Child) {
        return Ok(Answer::To(paths::CONCERN.to_owned()));
    }
    let mut form = visit.blank();
    let text = own_signs(visit, &case);
    form.values.push(("tekst".to_owned(), text));
    show_notify(visit, &case, 200, form)
}

/// What the own unit has seen, day by day, as plain text.
fn own_signs(visit: &Visit, case: &Case) -> String {
    let own = &case.ctx.actor.unit.id;
    let signs = case.view.pathway.child.signs.iter();
    let signs = signs.filter(|seen| &seen.author.unit == own).map(|seen| {
        let day = capital(&moment(visit, seen.occurred));
        format!(
            "{day}: {}",
            entry::signs::seen(visit, &seen.body).join(". ")
        )
    });
    signs.collect::<Vec<_>>().join("\n")
}

/// Sends it.
pub(crate) fn notify_post(visit: &Visit) -> Result<Answer, Fault> {
    let (mut case, mut form) = (open_child(visit)?, visit.sent());
    let text = needed(visit, &mut form, "tekst");
    let told = Told::from_code(form.value("ved"));
    if told.is_none() {
        wrong(visit, &mut form, "ved", Problem::NotChosen);
    }
    let known = case.view.pathway.municipality.clone();
    let lives = kommune::find(visit, form.value("kommune")).map(|found| found.code.clone());
    let municipality = known.or(lives);
    if municipality.is_none() {
        wrong(visit, &mut form, "kommune", Problem::UnknownMunicipality);
    }
    let (Some(text), Some(told), Some(_)) = (text, told, &municipality) else {
        return show_notify(visit, &case, 422, form);
    };
    let told = NotifyFromSigns {
        text,
        told,
        told_note: typed(&form, "ved-note").unwrap_or_default(),
        municipality,
    };
    match visit.app.notify_from_signs(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(Answer::To(paths::receipt(case.id.as_str()))),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_notify(visit, &case, status, form)
        }
    }
}

fn show_notify(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let told = Told::ALL.iter().map(|told| told.code());
    let unknown = case.view.pathway.municipality.is_none();
    let place = unknown.then(|| field("kommune", "signs-kommune", AskKind::Line));
    let fields = [
        field("tekst", "signs-notify-text", AskKind::Area),
        field("ved", "signs-told", one(visit, "signs-told", told)),
        field("ved-note", "signs-told-note", AskKind::Note),
    ];
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("signs-notify"),
        lead: Some(visit.t.s("signs-notify.lead")),
        button: visit.t.s("signs-notify.button"),
        post: paths::pathway(case.id.as_str(), "underret"),
        fields: place.into_iter().chain(fields).collect(),
    };
    visit.page_with(status, Section::Other, &view)
}
