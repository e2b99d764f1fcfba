// SPDX-License-Identifier: EUPL-1.2
//! One round of a child's assessment: kept as a draft while it grows, written when it is whole (A14). The next one begins with
//! what is still true of the last: the history and the needs.

use super::{Case, chosen, day, typed, word, wrong};
use crate::page::draft;
use crate::page::pathway::entry::capital;
use crate::server::{Answer, Fault, Visit};
use crate::view::development::{CONTRIBUTIONS, DomainRow, RoundForm, SYMPTOMS};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::row_field;
use jiff::civil::Date;
use traad_app::AppError;
use traad_domain::body::{
    Cause, ChildAssessed, ChildNeed, Contribution, Degree, Dimension, Functioning, NeedOf, Symptom,
    UseAnswer, UseAsked, Vulnerable,
};
use traad_domain::decide::development::{check, topic};
use traad_domain::id::RefId;
use traad_domain::org::Function;
use traad_domain::refusal::Problem;

/// The name of the form's draft.
const DRAFT: &str = "barnets-udredning";

const FIELDS: [(&str, &str); 20] = [
    ("life", "livshistorie"),
    ("foetal", "foster"),
    ("birth", "foedsel"),
    ("infancy", "spaedbarn"),
    ("substances", "rusmidler"),
    ("medicine", "medicin"),
    ("biological", "biologisk"),
    ("psychological", "psykologisk"),
    ("social", "social"),
    ("picture", "billede"),
    ("symptoms", "symptom1-hvad"),
    ("relations", "relationer"),
    ("functions", "funktion-soevn"),
    ("potential", "potentiale"),
    ("difficulties", "vanskeligheder"),
    ("strengths", "styrker"),
    ("contributions", "bidrag1-fag"),
    ("needs", "behov-barn"),
    ("next", "naeste"),
    ("profession", "faggruppe"),
];

/// The form: the writer's draft, else what the last round can say again.
pub(super) fn get(visit: &Visit, case: &Case) -> Result<Answer, Fault> {
    let (kept, draft_saved) = draft::form(visit, DRAFT, case.id.as_str())?;
    let mut form = Form {
        version: Some(case.view.token(&topic())),
        ..kept
    };
    if form.values.is_empty() {
        form.values = again(case);
    }
    show(visit, case, (200, draft_saved), form)
}

/// Keeps the draft, or writes the round.
pub(super) fn post(visit: &Visit, mut case: Case) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    form.draft = Some(DRAFT.to_owned());
    if visit.fields.value("handling") == "gem" {
        let draft_saved = draft::keep(visit, DRAFT, case.id.as_str())?;
        return show(visit, &case, (200, Some(draft_saved)), form);
    }
    let next = day(visit, &mut form, "naeste");
    let undated = form.error("naeste").is_some();
    let made = read(visit, &mut form, next);
    // A day that could not be read lacks already: it is said once.
    let told = next.or_else(|| undated.then(|| visit.today().tomorrow().ok()).flatten());
    if let Err(refusal) = check(&made, told, visit.today()) {
        case.refused(visit, &mut form, AppError::Refused(refusal), &FIELDS)?;
    }
    if !form.errors.is_empty() {
        return show(visit, &case, (422, None), form);
    }
    let seen = Case::seen(&form, topic());
    let sent = visit
        .app
        .assess_child(&case.ctx, &case.id, Some(&seen), (&made, next));
    match sent {
        Ok(_) => {
            visit.app.drop_draft(&case.ctx, DRAFT, case.id.as_str())?;
            Ok(case.to("udredning", "gemt"))
        }
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, (status, None), form)
        }
    }
}

/// What is still true of the last round: the history, and the needs, each in its words (row S0-033).
fn again(case: &Case) -> Vec<(String, String)> {
    let mut values = vec![(
        "faggruppe".to_owned(),
        profession(case.ctx.actor.employment.function).to_owned(),
    )];
    let Some(last) = case.view.pathway.child.development.newest() else {
        return values;
    };
    let body = &last.body;
    let mut put = |name: &str, value: &str| values.push((name.to_owned(), value.to_owned()));
    put("livshistorie", &body.life);
    put("foster", &body.foetal);
    put("foedsel", &body.birth);
    put("spaedbarn", &body.infancy);
    put("rusmidler", body.substances.answer.code());
    put("rusmidler-hvem", &body.substances.by);
    put("medicin", body.medicine.answer.code());
    put("medicin-hvem", &body.medicine.by);
    for (field, whose) in [
        ("behov-barn", NeedOf::Child),
        ("behov-familie", NeedOf::Family),
    ] {
        let needs = body.needs.iter().filter(|need| need.whose == whose);
        let lines: Vec<&str> = needs.map(|need| need.what.as_str()).collect();
        put(field, &lines.join("\n"));
    }
    values
}

/// The profession somebody is likely to write as; it can be changed in the form.
pub(super) fn profession(function: Function) -> &'static str {
    match function {
        Function::Midwife => "jordemoder",
        Function::Physician => "boernelaege",
        Function::HealthVisitor => "sundhedsplejerske",
        Function::Psychologist => "psykolog",
        Function::Educator => "paedagogisk-medarbejder",
        Function::Therapist => "rusmiddelbehandler",
        Function::Caseworker | Function::ClinicSocialWorker => "sagsbehandler-familieafdeling",
        Function::OtherCaseworker
        | Function::StreetWorker
        | Function::CivilWorker
        | Function::DutyOfficer
        | Function::Leader
        | Function::Citizen
        | Function::CustodyHolder
        | Function::FosterCarer
        | Function::Administrator
        | Function::DataProtectionOfficer
        | Function::System => "",
    }
}

/// The choices of a catalogue list.
pub(super) fn listed(visit: &Visit, list: &str) -> Vec<Choice> {
    let items = visit.app.catalogue().list(list);
    let items = items.into_iter().flat_map(|list| &list.items);
    items
        .map(|item| Choice::new(item.id.as_str(), capital(&word(visit, list, &item.id))))
        .collect()
}

fn text(form: &Form, name: &str) -> String {
    typed(form, name).unwrap_or_default()
}

/// The round as it was typed. What lacks as a whole is found by the decision; here only what belongs to one row.
fn read(visit: &Visit, form: &mut Form, next: Option<Date>) -> ChildAssessed {
    let own = typed(form, "faggruppe");
    if own.is_none() {
        wrong(visit, form, "faggruppe", Problem::NotChosen);
    }
    let symptoms = (1..=SYMPTOMS)
        .filter_map(|n| symptom(visit, form, n))
        .collect();
    let contributions = (1..=CONTRIBUTIONS)
        .filter_map(|n| contribution(visit, form, n))
        .collect();
    let functions = listed(visit, "function-domains");
    let functions = functions.iter().map(|domain| function(form, &domain.value));
    ChildAssessed {
        reference: RefId::new(""),
        round: 0,
        life: text(form, "livshistorie"),
        foetal: text(form, "foster"),
        birth: text(form, "foedsel"),
        infancy: text(form, "spaedbarn"),
        substances: asked(form, "rusmidler"),
        medicine: asked(form, "medicin"),
        biological: dimension(form, "biologisk"),
        psychological: dimension(form, "psykologisk"),
        social: dimension(form, "social"),
        vulnerable: Vulnerable::from_code(form.value("udsat")).unwrap_or(Vulnerable::Unknown),
        picture: text(form, "billede"),
        symptoms,
        relations: text(form, "relationer"),
        functions: functions.collect(),
        potential: text(form, "potentiale"),
        difficulties: text(form, "vanskeligheder"),
        strengths: text(form, "styrker"),
        contributions,
        professions: own.into_iter().collect(),
        needs: needs(form),
        next: next.unwrap_or_else(|| visit.today()),
    }
}

fn asked(form: &Form, name: &str) -> UseAsked {
    UseAsked {
        answer: UseAnswer::from_code(form.value(name)).unwrap_or(UseAnswer::NotAsked),
        by: text(form, &row_field(name, "hvem")),
    }
}

fn dimension(form: &Form, name: &str) -> Dimension {
    Dimension {
        examined: !form.has(&row_field(name, "ikke"), "ja"),
        words: text(form, name),
    }
}

fn function(form: &Form, domain: &str) -> Functioning {
    let field = row_field("funktion", domain);
    Functioning {
        domain: domain.to_owned(),
        degree: Degree::from_code(form.value(&field)),
        note: text(form, &row_field(&field, "note")),
    }
}

fn symptom(visit: &Visit, form: &mut Form, number: usize) -> Option<Symptom> {
    let field = |part: &str| RoundForm::symptom(&number, part);
    let causes: Vec<Cause> = chosen(form, &field("aarsag"))
        .filter_map(Cause::from_code)
        .collect();
    let degree = Degree::from_code(form.value(&field("grad")));
    let since = text(form, &field("siden"));
    let Some(what) = typed(form, &field("hvad")) else {
        if !causes.is_empty() || degree.is_some() || !since.is_empty() {
            wrong(visit, form, &field("hvad"), Problem::Missing);
        }
        return None;
    };
    Some(Symptom {
        what,
        causes,
        degree,
        since,
    })
}

fn contribution(visit: &Visit, form: &mut Form, number: usize) -> Option<Contribution> {
    let field = |part: &str| RoundForm::contribution(&number, part);
    let (profession, what) = (typed(form, &field("fag")), typed(form, &field("hvad")));
    let name = text(form, &field("navn"));
    if profession.is_none() && what.is_none() && name.is_empty() {
        return None;
    }
    if profession.is_none() {
        wrong(visit, form, &field("fag"), Problem::NotChosen);
    }
    if what.is_none() {
        wrong(visit, form, &field("hvad"), Problem::Missing);
    }
    Some(Contribution {
        profession: profession?,
        name,
        what: what?,
    })
}

/// One need a line.
fn needs(form: &Form) -> Vec<ChildNeed> {
    let fields = [
        ("behov-barn", NeedOf::Child),
        ("behov-familie", NeedOf::Family),
    ];
    let lines = fields.iter().flat_map(|(field, whose)| {
        let lines = form.value(field).lines().map(str::trim);
        lines.filter(|line| !line.is_empty()).map(|line| ChildNeed {
            reference: RefId::new(""),
            whose: *whose,
            what: line.to_owned(),
        })
    });
    lines.collect()
}

fn show(
    visit: &Visit,
    case: &Case,
    (status, draft_saved): (u16, Option<String>),
    form: Form,
) -> Result<Answer, Fault> {
    let development = &case.view.pathway.child.development;
    let last = development.newest();
    let before = |domain: &str| {
        let degree = last?.body.degree(domain)?;
        let words = word(visit, "degrees", degree.code());
        Some(visit.t.a("round-before", &("degree", words)))
    };
    let domains = listed(visit, "function-domains");
    let added = development.contributed_since(last);
    let view = RoundForm {
        about: case.about(visit),
        form,
        number: development.rounds.len() + 1,
        draft_saved,
        professions: listed(visit, "professions"),
        causes: listed(visit, "causes"),
        degrees: listed(visit, "degrees"),
        domains: domains
            .into_iter()
            .map(|domain| DomainRow {
                field: row_field("funktion", &domain.value),
                before: before(&domain.value),
                name: domain.label,
            })
            .collect(),
        added: added
            .map(|one| {
                let profession = capital(&word(visit, "professions", &one.body.profession));
                format!("{profession}: {}", one.body.what)
            })
            .collect(),
    };
    visit.page_with(status, Section::Other, &view)
}
