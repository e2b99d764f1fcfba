// SPDX-License-Identifier: EUPL-1.2
//! Treatment as those who treat her write it: her request and its start, the contract on detention step by step, and
//! leaving a residential place (A06).

use super::task::field;
use super::{Case, chosen, day, needed, needed_day, open, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_app::AppError;
use traad_domain::body::{
    ContractAnswer, ContractEnded, ContractEnding, ContractLaw, ContractOffered, ContractSigned,
    DischargePlanned, HomeMatter,
};
use traad_domain::id::{PathwayId, RefId};
use traad_domain::pathway::Contract;
use traad_domain::refusal::{NotNow, Problem};

/// Which field of a form a field of the domain is.
const FIELDS: [(&str, &str); 11] = [
    ("substance", "hvad"),
    ("on", "dag"),
    ("request", "anmodning"),
    ("law", "lov"),
    ("answer", "svar"),
    ("again", "igen"),
    ("note", "note"),
    ("by_her", "selv"),
    ("until", "til"),
    ("reason", "grund"),
    ("place", "sted"),
];

/// One form: its words, where it is sent, and its fields.
struct Sheet {
    key: &'static str,
    page: String,
    fields: Vec<AskField>,
}

fn show(
    visit: &Visit,
    case: &Case,
    (status, form): (u16, Form),
    sheet: Sheet,
) -> Result<Answer, Fault> {
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(sheet.key),
        lead: Some(visit.t.of(sheet.key, "lead")),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), &sheet.page),
        fields: sheet.fields,
    };
    visit.page_with(status, Section::Other, &view)
}

/// On to the tab, or the form again with what stands in the way.
fn done(
    visit: &Visit,
    case: &mut Case,
    mut form: Form,
    (written, sheet): (Result<PathwayId, AppError>, impl FnOnce(&Case) -> Sheet),
) -> Result<Answer, Fault> {
    match written {
        Ok(_) => Ok(case.to("behandling", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, case, (status, form), sheet(case))
        }
    }
}

fn today(visit: &Visit) -> Form {
    let mut form = visit.blank();
    let day = visit.t.date(visit.today());
    form.values.push(("dag".to_owned(), day));
    form
}

fn choices(visit: &Visit, key: &str, codes: &[&str]) -> Vec<Choice> {
    let choice = |code: &&str| Choice::new(*code, visit.t.of(key, code));
    codes.iter().map(choice).collect()
}

fn request_sheet(visit: &Visit) -> Sheet {
    let substances = choices(
        visit,
        "treatment-substance",
        &["alkohol", "stof", "medicin"],
    );
    Sheet {
        key: "treatment-ask",
        page: "behandling/ny".to_owned(),
        fields: vec![
            field("hvad", "treatment-what", AskKind::One(substances)),
            field("dag", "treatment-day", AskKind::Date),
        ],
    }
}

/// The form for what she asks for.
pub(crate) fn request_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show(visit, &case, (200, today(visit)), request_sheet(visit))
}

/// Writes that she asks for treatment.
pub(crate) fn request_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let on = needed_day(visit, &mut form, "dag", Problem::Missing);
    let substance = typed(&form, "hvad");
    if substance.is_none() {
        wrong(visit, &mut form, "hvad", Problem::NotChosen);
    }
    let (Some(on), Some(substance)) = (on, substance) else {
        return show(visit, &case, (422, form), request_sheet(visit));
    };
    let asked = (substance.as_str(), on);
    let written = visit.app.request_treatment(&case.ctx, &case.id, asked);
    done(visit, &mut case, form, (written, |_| request_sheet(visit)))
}

fn start_sheet(visit: &Visit) -> Sheet {
    Sheet {
        key: "treatment-start",
        page: format!("behandling/{}/start", visit.param("anmodning")),
        fields: vec![field("dag", "treatment-start-day", AskKind::Date)],
    }
}

/// Her request of the address, if it waits.
fn waits(visit: &Visit, case: &Case) -> Result<RefId, Fault> {
    let requests = case.view.pathway.treatment_requests();
    let named = |r: &&traad_domain::pathway::TreatmentRequest| {
        r.reference.as_str() == visit.param("anmodning") && r.started.is_none()
    };
    let found = requests.iter().find(named).map(|r| r.reference.clone());
    found.ok_or(Fault::NotFound)
}

/// The form for when it started.
pub(crate) fn start_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    waits(visit, &case)?;
    show(visit, &case, (200, today(visit)), start_sheet(visit))
}

/// Writes that it has started.
pub(crate) fn start_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let request = waits(visit, &case)?;
    let mut form = visit.sent();
    let Some(on) = past(visit, &mut form) else {
        return show(visit, &case, (422, form), start_sheet(visit));
    };
    let written = visit
        .app
        .start_treatment(&case.ctx, &case.id, (&request, on));
    done(visit, &mut case, form, (written, |_| start_sheet(visit)))
}

/// A day that has come.
fn past(visit: &Visit, form: &mut Form) -> Option<jiff::civil::Date> {
    let on = needed_day(visit, form, "dag", Problem::Missing)?;
    if on > visit.today() {
        wrong(visit, form, "dag", Problem::InTheFuture);
        return None;
    }
    Some(on)
}

fn answer_fields(visit: &Visit) -> Vec<AskField> {
    let answers = choices(visit, "contract-answer", &["yes", "no", "thinking"]);
    vec![
        field("svar", "contract-answer", AskKind::One(answers)),
        field("igen", "contract-again", AskKind::Date),
        field("note", "contract-note", AskKind::Note),
    ]
}

fn offer_sheet(visit: &Visit, case: &Case) -> Sheet {
    let requests = case.view.pathway.treatment_requests().into_iter();
    let requests = requests.map(|r| {
        let what = visit.t.of("treatment-substance", &r.substance);
        let words = format!("{what}, {}", visit.t.date(r.asked));
        Choice::new(r.reference.as_str(), words)
    });
    let laws = choices(visit, "contract-law", &["sul-141b", "stof-1"]);
    let mut fields = vec![
        field(
            "anmodning",
            "contract-request",
            AskKind::One(requests.collect()),
        ),
        field("lov", "contract-law", AskKind::One(laws)),
    ];
    fields.extend(answer_fields(visit));
    Sheet {
        key: "contract-offer",
        page: "kontrakt/ny".to_owned(),
        fields,
    }
}

/// The form for a contract that is offered.
pub(crate) fn offer_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let sheet = offer_sheet(visit, &case);
    show(visit, &case, (200, visit.blank()), sheet)
}

/// Writes that it was offered, and what she said.
pub(crate) fn offer_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let request = typed(&form, "anmodning");
    if request.is_none() {
        wrong(visit, &mut form, "anmodning", Problem::NotChosen);
    }
    let law = ContractLaw::from_code(form.value("lov"));
    if law.is_none() {
        wrong(visit, &mut form, "lov", Problem::NotChosen);
    }
    let said = said(visit, &mut form);
    let (Some(request), Some(law), Some((answer, again))) = (request, law, said) else {
        let sheet = offer_sheet(visit, &case);
        return show(visit, &case, (422, form), sheet);
    };
    let offered = ContractOffered {
        reference: RefId::new(""),
        request: RefId::new(request),
        law,
        answer,
        again,
        note: typed(&form, "note").unwrap_or_default(),
    };
    let written = visit.app.offer_contract(&case.ctx, &case.id, &offered);
    let sheet = |case: &Case| offer_sheet(visit, case);
    done(visit, &mut case, form, (written, sheet))
}

/// What she said, and when she is asked again.
fn said(visit: &Visit, form: &mut Form) -> Option<(ContractAnswer, Option<jiff::civil::Date>)> {
    let answer = ContractAnswer::from_code(form.value("svar"));
    if answer.is_none() {
        wrong(visit, form, "svar", Problem::NotChosen);
    }
    let again = day(visit, form, "igen");
    if !form.errors.is_empty() {
        return None;
    }
    Some((answer?, again))
}

/// The contract of the address.
fn contract<'a>(visit: &Visit, case: &'a Case) -> Result<&'a Contract, Fault> {
    let found = case.view.pathway.contract(visit.param("kontrakt"));
    found.ok_or(Fault::NotFound)
}

fn step_sheet(visit: &Visit) -> Option<Sheet> {
    let day = |key: &str| field("dag", key, AskKind::Date);
    let (key, fields) = match visit.param("skridt") {
        "svar" => ("contract-said", answer_fields(visit)),
        "underskriv" => {
            let yes = choices(visit, "contract-by-her", &["ja"]);
            let fields = vec![
                field("selv", "contract-by-her", AskKind::Many(yes)),
                day("contract-signed-on"),
                field("til", "contract-until", AskKind::Date),
            ];
            ("contract-sign", fields)
        }
        "opsig" => {
            let endings = choices(visit, "contract-ending", &["by-her", "treatment-ended"]);
            let fields = vec![
                field("hvordan", "contract-ending", AskKind::One(endings)),
                field("note", "contract-note", AskKind::Note),
            ];
            ("contract-end", fields)
        }
        "tilbagehold" => {
            let fields = vec![
                day("contract-held-on"),
                field("grund", "contract-held-why", AskKind::Area),
            ];
            ("contract-hold", fields)
        }
        "ophoert" => ("contract-release", vec![day("contract-released-on")]),
        _ => return None,
    };
    let page = format!(
        "kontrakt/{}/{}",
        visit.param("kontrakt"),
        visit.param("skridt")
    );
    Some(Sheet { key, page, fields })
}

/// The form for one step of a contract.
pub(crate) fn step_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    contract(visit, &case)?;
    let sheet = step_sheet(visit).ok_or(Fault::NotFound)?;
    show(visit, &case, (200, today(visit)), sheet)
}

/// Writes one step of a contract.
pub(crate) fn step_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let found = contract(visit, &case)?.clone();
    let mut form = visit.sent();
    let Some(written) = step(visit, &case, &found, &mut form) else {
        let sheet = step_sheet(visit).ok_or(Fault::NotFound)?;
        return show(visit, &case, (422, form), sheet);
    };
    match written {
        Ok(_) => Ok(case.to("behandling", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            let sheet = step_sheet(visit).ok_or(Fault::NotFound)?;
            show(visit, &case, (status, form), sheet)
        }
    }
}

/// None when the form says too little.
fn step(
    visit: &Visit,
    case: &Case,
    contract: &Contract,
    form: &mut Form,
) -> Option<Result<PathwayId, AppError>> {
    let (app, ctx, id) = (&visit.app, &case.ctx, &case.id);
    let reference = contract.reference.clone();
    Some(match visit.param("skridt") {
        "svar" => {
            let before = contract.last_offer()?.clone();
            let (answer, again) = said(visit, form)?;
            let note = typed(form, "note").unwrap_or_default();
            let offered = ContractOffered {
                answer,
                again,
                note,
                ..before
            };
            app.offer_contract(ctx, id, &offered)
        }
        "underskriv" => {
            let on = needed_day(visit, form, "dag", Problem::Missing);
            let until = day(visit, form, "til");
            if !form.errors.is_empty() {
                return None;
            }
            let (on, by_her) = (on?, form.has("selv", "ja"));
            let signed = ContractSigned {
                reference,
                on,
                until,
            };
            app.sign_contract(ctx, id, (&signed, by_her))
        }
        "opsig" => {
            let ended = ContractEnding::from_code(form.value("hvordan"));
            if ended.is_none() {
                wrong(visit, form, "hvordan", Problem::NotChosen);
            }
            let ended = ContractEnded {
                reference,
                ended: ended?,
                note: typed(form, "note").unwrap_or_default(),
            };
            app.end_contract(ctx, id, &ended)
        }
        "tilbagehold" => {
            let (on, why) = (past(visit, form), needed(visit, form, "grund"));
            app.detain(ctx, id, &reference, (on?, &why?))
        }
        _ => {
            let held = case.view.pathway.detentions();
            let held = held.iter().rfind(|d| d.to.is_none());
            let Some(held) = held else {
                return Some(Err(traad_domain::refusal::Refusal::NotNow(
                    NotNow::NoSuchContract,
                )
                .into()));
            };
            let on = past(visit, form)?;
            app.end_detention(ctx, id, (&held.reference, on))
        }
    })
}

fn discharge_sheet(visit: &Visit) -> Sheet {
    let matters = choices(
        visit,
        "discharge-matter",
        &["housing", "economy", "network"],
    );
    Sheet {
        key: "discharge-plan",
        page: "udskrivning".to_owned(),
        fields: vec![
            field("sted", "discharge-place", AskKind::Line),
            field("dag", "discharge-day", AskKind::Date),
            field("mangler", "discharge-matter", AskKind::Many(matters)),
            field("grund", "discharge-reason", AskKind::Note),
        ],
    }
}

/// The form for leaving a residential place, with the place she accepted.
pub(crate) fn discharge_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    if let Some(offer) = case.view.pathway.residential.last() {
        let place = offer.body.place.clone();
        form.values.push(("sted".to_owned(), place));
    }
    show(visit, &case, (200, form), discharge_sheet(visit))
}

/// Writes that she is to leave.
pub(crate) fn discharge_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let place = needed(visit, &mut form, "sted");
    let on = needed_day(visit, &mut form, "dag", Problem::Missing);
    let (Some(place), Some(on)) = (place, on) else {
        return show(visit, &case, (422, form), discharge_sheet(visit));
    };
    let planned = DischargePlanned {
        place,
        on,
        unsettled: chosen(&form, "mangler")
            .filter_map(HomeMatter::from_code)
            .collect(),
        reason: typed(&form, "grund").unwrap_or_default(),
    };
    let written = visit.app.plan_discharge(&case.ctx, &case.id, &planned);
    done(
        visit,
        &mut case,
        form,
        (written, |_| discharge_sheet(visit)),
    )
}
