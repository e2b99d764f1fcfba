// SPDX-License-Identifier: EUPL-1.2
//! *Bed VISO om råd*: the five suppliers, a question about a child that is named with everybody's yes and else is not, and the
//! advice that came (A15).

use super::round::listed;
use super::task::field;
use super::{Case, needed, needed_day, typed, wrong};
use crate::page::person;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_app::AppError;
use traad_domain::body::{AdviceReceived, AdviceRequested, AdvisedEffort, BrainInjury};
use traad_domain::catalogue::Item;
use traad_domain::decide::advice::can_ask;
use traad_domain::id::RefId;
use traad_domain::refusal::Problem;

const FIELDS: [(&str, &str); 6] = [
    ("supplier", "leverandoer"),
    ("question", "spoergsmaal"),
    ("yes", "sagt-ja"),
    ("advice", "raad"),
    ("on", "dato"),
    ("injury", "hjerneskade"),
];

/// The form; for a child of whom no exposure is stated there is none.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = asked_for(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Asks.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let (mut case, mut form) = (asked_for(visit)?, visit.sent());
    let Some(asked) = read(visit, &mut form) else {
        return show(visit, &case, 422, form);
    };
    let who = person::name(visit, case.view.person.as_ref());
    let sent = visit
        .app
        .ask_for_advice(&case.ctx, &case.id, (&asked, &who));
    match sent {
        Ok(_) => Ok(case.to("plan", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn asked_for(visit: &Visit) -> Result<Case, Fault> {
    let case = super::open_child(visit)?;
    can_ask(&case.view.pathway).map_err(AppError::Refused)?;
    Ok(case)
}

fn read(visit: &Visit, form: &mut Form) -> Option<AdviceRequested> {
    let supplier = typed(form, "leverandoer");
    if supplier.is_none() {
        wrong(visit, form, "leverandoer", Problem::NotChosen);
    }
    let anonymous = match form.value("naevnt") {
        "ja" => Some(false),
        "nej" => Some(true),
        _ => None,
    };
    if anonymous.is_none() {
        wrong(visit, form, "naevnt", Problem::NotChosen);
    }
    let injury = BrainInjury::from_code(form.value("hjerneskade"));
    if injury.is_none() {
        wrong(visit, form, "hjerneskade", Problem::NotChosen);
    }
    let question = needed(visit, form, "spoergsmaal");
    let yes = form.value("sagt-ja").split([',', '\n']).map(str::trim);
    let yes = yes.filter(|name| !name.is_empty());
    Some(AdviceRequested {
        reference: RefId::new(""),
        yes: yes.map(str::to_owned).collect(),
        supplier: supplier?,
        anonymous: anonymous?,
        injury: injury?,
        question: question?,
    })
}

fn suppliers(visit: &Visit) -> Vec<Choice> {
    let list = visit.app.catalogue().list("viso-suppliers");
    let items = list.into_iter().flat_map(|list| &list.items);
    let language = crate::page::kommune::language(visit);
    let help = |item: &Item| {
        let words = item.help.as_ref();
        words.map(|words| words.in_language(language).to_owned())
    };
    items
        .map(|item| Choice {
            help: help(item),
            ..Choice::new(item.id.as_str(), item.words(language))
        })
        .collect()
}

fn coded<'a>(visit: &Visit, key: &str, codes: impl Iterator<Item = &'a str>) -> AskKind {
    let choice = |code: &str| Choice {
        help: visit.t.opt(&format!("{key}.{code}-help")),
        ..Choice::new(code, visit.t.of(key, code))
    };
    AskKind::One(codes.map(choice).collect())
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let valid = visit.app.catalogue().list("viso-suppliers");
    let valid = valid.map(|list| visit.t.date(list.valid_from));
    let lead = valid.map(|day| visit.t.a("viso-lead", &("day", day)));
    let injuries = BrainInjury::ALL.iter().map(|injury| injury.code());
    let fields = vec![
        field(
            "leverandoer",
            "viso-supplier",
            AskKind::One(suppliers(visit)),
        ),
        field(
            "naevnt",
            "viso-named",
            coded(visit, "viso-named", ["ja", "nej"].into_iter()),
        ),
        field("sagt-ja", "viso-yes", AskKind::MaybeLine),
        field(
            "hjerneskade",
            "viso-injury",
            coded(visit, "viso-injury", injuries),
        ),
        field("spoergsmaal", "viso-question", AskKind::Area),
    ];
    ask(
        visit,
        case,
        (status, "viso", "viso-title"),
        (form, lead, fields),
    )
}

fn ask(
    visit: &Visit,
    case: &Case,
    (status, page, title): (u16, &str, &str),
    (form, lead, fields): (Form, Option<String>, Vec<AskField>),
) -> Result<Answer, Fault> {
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(title),
        lead,
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), page),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}

/// The form for advice that has come.
pub(crate) fn advice_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = super::open_child(visit)?;
    show_advice(visit, &case, 200, visit.blank())
}

/// Registers it.
pub(crate) fn advice_post(visit: &Visit) -> Result<Answer, Fault> {
    let (mut case, mut form) = (super::open_child(visit)?, visit.sent());
    let request = typed(&form, "anmodning");
    if request.is_none() {
        wrong(visit, &mut form, "anmodning", Problem::NotChosen);
    }
    let on = needed_day(visit, &mut form, "dato", Problem::Missing);
    let advice = needed(visit, &mut form, "raad");
    let lines = form.value("indsatser").lines().map(str::trim);
    let efforts = lines
        .filter(|line| !line.is_empty())
        .map(|line| AdvisedEffort {
            reference: RefId::new(""),
            what: line.to_owned(),
        });
    let efforts = efforts.collect();
    let (Some(request), Some(on), Some(advice)) = (request, on, advice) else {
        return show_advice(visit, &case, 422, form);
    };
    let got = AdviceReceived {
        request: RefId::new(request),
        on,
        advice,
        efforts,
    };
    match visit.app.receive_advice(&case.ctx, &case.id, &got) {
        Ok(_) => Ok(case.to("plan", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_advice(visit, &case, status, form)
        }
    }
}

fn show_advice(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let asked = case.view.pathway.child.development.requests.iter();
    let suppliers = listed(visit, "viso-suppliers");
    let choices = asked.map(|one| {
        let mut known = suppliers.iter();
        let name = known.find(|known| known.value == one.body.supplier);
        let name = name.map_or_else(String::new, |known| known.label.clone());
        let day = visit.t.date(one.recorded_day());
        Choice::new(one.body.reference.as_str(), format!("{name}, {day}"))
    });
    let fields = vec![
        field("anmodning", "viso-request", AskKind::One(choices.collect())),
        field("dato", "viso-day", AskKind::Date),
        field("raad", "viso-advice", AskKind::Area),
        field("indsatser", "viso-efforts", AskKind::Note),
    ];
    let lead = visit.t.opt("viso-advice-title.lead");
    ask(
        visit,
        case,
        (status, "viso/raad", "viso-advice-title"),
        (form, lead, fields),
    )
}
