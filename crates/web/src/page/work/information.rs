// SPDX-License-Identifier: EUPL-1.2
//! Information that changes hands: *Giv oplysninger videre*, *Hent oplysninger*, and the answer of the unit that was asked.

use super::task::field;
use super::{Case, chosen, needed, open, typed, wrong};
use crate::page::kommune::language;
use crate::page::pathway::entry;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_app::DISCLOSURE_LAWS;
use traad_domain::body::{PathwayKind, RequestAnswer, RequestAnswered};
use traad_domain::category::Category;
use traad_domain::decide::consent::categories;
use traad_domain::decide::information::{Asking, Ground, Passing, can_be_passed_on};
use traad_domain::id::{EntryId, RefId, UnitId};
use traad_domain::journal::{Effective, effective};
use traad_domain::pathway::Request;
use traad_domain::refusal::{NotNow, Problem};

/// Which field of the form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 8] = [
    ("to", "enhed"),
    ("unit", "enhed"),
    ("entries", "poster"),
    ("reason", "hvorfor"),
    ("ground", "grundlag"),
    ("categories", "oplysninger"),
    ("question", "spoergsmaal"),
    ("text", "svar"),
];

/// A consent as the ground.
pub(super) const CONSENT: &str = "samtykke";

/// The form to pass something on.
pub(crate) fn pass_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show_pass(visit, &case, 200, visit.blank())
}

/// Passes it on.
pub(crate) fn pass_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let to = unit(visit, &mut form);
    let ground = ground(visit, &mut form);
    let entries: Vec<EntryId> = chosen(&form, "poster").map(EntryId::new).collect();
    if entries.is_empty() {
        wrong(visit, &mut form, "poster", Problem::NotChosen);
    }
    let (Some(to), Some(ground), true) = (to, ground, form.errors.is_empty()) else {
        return show_pass(visit, &case, 422, form);
    };
    let passing = Passing {
        to,
        entries,
        ground,
        reason: typed(&form, "hvorfor").unwrap_or_default(),
        tell: false,
    };
    match visit.app.disclose(&case.ctx, &case.id, &passing) {
        Ok(_) => Ok(case.to("samtykker", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_pass(visit, &case, status, form)
        }
    }
}

/// The form to ask for something.
pub(crate) fn ask_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show_ask(visit, &case, 200, visit.blank())
}

/// Asks.
pub(crate) fn ask_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let asked = unit(visit, &mut form);
    let ground = ground(visit, &mut form);
    let categories: Vec<Category> = chosen(&form, "oplysninger")
        .filter_map(Category::from_code)
        .collect();
    if categories.is_empty() {
        wrong(visit, &mut form, "oplysninger", Problem::NotChosen);
    }
    let question = needed(visit, &mut form, "spoergsmaal");
    let (Some(unit), Some(ground), Some(question), true) =
        (asked, ground, question, form.errors.is_empty())
    else {
        return show_ask(visit, &case, 422, form);
    };
    let asking = Asking {
        reference: RefId::new(""),
        unit,
        categories,
        question,
        ground,
    };
    match visit.app.request_information(&case.ctx, &case.id, &asking) {
        Ok(_) => Ok(case.to("samtykker", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_ask(visit, &case, status, form)
        }
    }
}

/// The form to answer in.
pub(crate) fn answer_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let request = request(visit, &case)?;
    let mut form = visit.blank();
    if let [only] = request.asked.body.categories.as_slice() {
        form.values
            .push(("oplysninger".to_owned(), only.code().to_owned()));
    }
    show_answer(visit, &case, 200, form)
}

/// Answers.
pub(crate) fn answer_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let reference = request(visit, &case)?.asked.body.reference.clone();
    let Some(answer) = RequestAnswer::from_code(form.value("fortaeller")) else {
        wrong(visit, &mut form, "fortaeller", Problem::NotChosen);
        return show_answer(visit, &case, 422, form);
    };
    let answered = RequestAnswered {
        reference,
        answer,
        text: typed(&form, "svar").unwrap_or_default(),
        entries: chosen(&form, "poster").map(EntryId::new).collect(),
    };
    let category = Category::from_code(form.value("oplysninger"));
    let fields = [&FIELDS[..], &[("category", "oplysninger")]].concat();
    match visit
        .app
        .answer_request(&case.ctx, &case.id, &answered, category)
    {
        Ok(_) => Ok(case.to("", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &fields)?;
            show_answer(visit, &case, status, form)
        }
    }
}

/// The request of the address, to the reader's unit and not answered.
fn request<'a>(visit: &Visit, case: &'a Case) -> Result<&'a Request, Fault> {
    let found = case.view.pathway.request(visit.param("anmodning"));
    let own = &case.ctx.actor.unit.id;
    let to_us = found.filter(|request| &request.asked.body.unit == own);
    let request = to_us.ok_or(Fault::NotFound)?;
    match request.answer {
        None => Ok(request),
        Some(_) => Err(Fault::NotNow(NotNow::AlreadyDone)),
    }
}

fn unit(visit: &Visit, form: &mut Form) -> Option<UnitId> {
    let unit = typed(form, "enhed");
    if unit.is_none() {
        wrong(visit, form, "enhed", Problem::NotChosen);
    }
    unit.map(UnitId::new)
}

pub(super) fn ground(visit: &Visit, form: &mut Form) -> Option<Ground> {
    match typed(form, "grundlag") {
        None => {
            wrong(visit, form, "grundlag", Problem::NotChosen);
            None
        }
        Some(code) if code == CONSENT => Some(Ground::Consent),
        Some(code) => Some(Ground::Law(code)),
    }
}

/// Her yes first; then the paragraphs that a person of the reader's function can use.
pub(super) fn grounds(visit: &Visit, case: &Case) -> AskField {
    let health = case.ctx.actor.employment.function.is_health();
    let list = visit.app.catalogue().list(DISCLOSURE_LAWS);
    let laws = list.map(|list| list.items.as_slice()).unwrap_or_default();
    let laws = laws
        .iter()
        .filter(|law| health || !law.links("by").iter().any(|by| by == "health"))
        .map(|law| Choice::new(law.id.clone(), law.words(language(visit)).to_owned()));
    let yes = Choice::new(CONSENT, yes_words(visit, case));
    let choices = std::iter::once(yes).chain(laws).collect();
    field("grundlag", "information-ground", AskKind::One(choices))
}

/// Her yes, or that of everybody who decides for the child.
pub(super) fn yes_words(visit: &Visit, case: &Case) -> String {
    if case.view.pathway.kind == Some(PathwayKind::Child) {
        visit.t.s("information-ground.samtykke-barn")
    } else {
        visit.t.of("information-ground", CONSENT)
    }
}

/// The other units that work in her municipality.
fn others(case: &Case) -> Vec<Choice> {
    let own = &case.ctx.actor.unit.id;
    let others = case.units().into_iter().filter(|unit| &unit.id != own);
    others
        .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
        .collect()
}

/// What can be passed on, newest first; by law only what the unit wrote itself.
pub(super) fn entries(visit: &Visit, case: &Case, own_only: bool) -> Vec<Choice> {
    let own = &case.ctx.actor.unit.id;
    entry_choices(visit, case, |entry| {
        can_be_passed_on(entry.body) && (!own_only || &entry.author().unit == own)
    })
}

/// Some of the entries to choose among, newest first.
pub(super) fn entry_choices(
    visit: &Visit,
    case: &Case,
    keep: impl Fn(&Effective<'_>) -> bool,
) -> Vec<Choice> {
    let mut all = effective(&case.view.entries);
    all.retain(keep);
    all.reverse();
    all.iter()
        .map(|one| {
            let lines = entry::lines(visit, &case.view, one.body);
            let at = entry::moment(visit, one.occurred());
            let title = entry::title(visit, one.body);
            let kind = visit.t.of("work-category", one.envelope.category.code());
            let author = one.author();
            let by = if author.function.is_citizen() {
                entry::by(visit, &case.view, author)
            } else {
                case.view.directory.name(&author.unit).to_owned()
            };
            let words = lines.first().cloned().unwrap_or_default();
            Choice {
                help: Some(words).filter(|words| !words.is_empty()),
                ..Choice::new(one.root.as_str(), format!("{title}, {at} · {kind} · {by}"))
            }
        })
        .collect()
}

fn show_pass(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let fields = vec![
        field("enhed", "information-to", AskKind::List(others(case))),
        field(
            "poster",
            "information-entries",
            AskKind::Many(entries(visit, case, false)),
        ),
        grounds(visit, case),
        field("hvorfor", "information-why", AskKind::Note),
    ];
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("information-pass"),
        lead: Some(visit.t.s("information-pass.lead")),
        button: visit.t.s("information-pass.button"),
        post: paths::pathway(case.id.as_str(), "videregiv"),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}

fn show_ask(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let kinds = categories().map(|c| Choice::new(c.code(), visit.t.of("work-category", c.code())));
    let fields = vec![
        field("enhed", "information-from", AskKind::List(others(case))),
        field(
            "oplysninger",
            "information-kinds",
            AskKind::Many(kinds.collect()),
        ),
        field("spoergsmaal", "information-question", AskKind::Area),
        grounds(visit, case),
    ];
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("information-ask"),
        lead: Some(visit.t.s("information-ask.lead")),
        button: visit.t.s("information-ask.button"),
        post: paths::pathway(case.id.as_str(), "indhent"),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}

fn show_answer(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let request = request(visit, case)?;
    let asked = &request.asked;
    let answers = RequestAnswer::ALL
        .iter()
        .map(|a| Choice::new(a.code(), visit.t.of("information-answer", a.code())));
    let kinds = asked.body.categories.iter();
    let kinds = kinds.map(|c| Choice::new(c.code(), visit.t.of("work-category", c.code())));
    let fields = vec![
        field(
            "fortaeller",
            "information-answer",
            AskKind::One(answers.collect()),
        ),
        field(
            "oplysninger",
            "information-kind",
            AskKind::One(kinds.collect()),
        ),
        field("svar", "information-text", AskKind::Area),
        field(
            "poster",
            "information-along",
            AskKind::Many(entries(visit, case, true)),
        ),
    ];
    let by = case.view.directory.name(&asked.author.unit).to_owned();
    let question = asked.body.question.clone();
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("information-reply"),
        lead: Some(
            visit
                .t
                .a2("information-asked", &("who", by), &("question", question)),
        ),
        button: visit.t.s("information-reply.button"),
        post: paths::request(case.id.as_str(), asked.body.reference.as_str()),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}
