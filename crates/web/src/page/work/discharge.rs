// SPDX-License-Identifier: EUPL-1.2
//! *Udskriv og overlevér*: the child goes home to a health visitor and a doctor who are named and accept. What lacks is a
//! warning with a reason, and a task at once.

use super::information::{ground, grounds};
use super::task::field;
use super::{Case, needed_day, open_child, typed};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_domain::body::Receiver;
use traad_domain::decide::child::Discharge;
use traad_domain::decide::information::Ground;
use traad_domain::id::UnitId;
use traad_domain::org::UnitKind;
use traad_domain::refusal::Problem;

/// Which field of the form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 9] = [
    ("ground", "grundlag"),
    ("on", "dato"),
    ("visitor", "sundhedsplejerske"),
    ("doctor", "laege"),
    ("text", "besked"),
    ("exposure_along", "eksponering-med"),
    ("exposure_why_not", "eksponering-uden"),
    ("reason", "hvorfor"),
    ("without", "alligevel"),
];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open_child(visit)?;
    let mut form = visit.blank();
    let today = visit.t.date(visit.today());
    form.values.push(("dato".to_owned(), today));
    show(visit, &case, 200, form)
}

/// Sends the child home, or names the receivers that lacked.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open_child(visit)?;
    let mut form = visit.sent();
    let Some(told) = read(visit, &mut form) else {
        return show(visit, &case, 422, form);
    };
    match visit.app.discharge_child(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to("", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn read(visit: &Visit, form: &mut Form) -> Option<Discharge> {
    let on = needed_day(visit, form, "dato", Problem::Missing);
    let named = [
        (Receiver::HealthVisitor, typed(form, "sundhedsplejerske")),
        (Receiver::Doctor, typed(form, "laege")),
    ];
    let receivers: Vec<(Receiver, UnitId)> = named
        .into_iter()
        .filter_map(|(receiver, unit)| Some((receiver, UnitId::new(unit?))))
        .collect();
    // Without a receiver nothing is passed on.
    let ground = if receivers.is_empty() {
        Some(Ground::Consent)
    } else {
        ground(visit, form)
    };
    let along = match form.value("eksponering-med") {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => None,
    };
    Some(Discharge {
        on: on?,
        receivers,
        text: typed(form, "besked").unwrap_or_default(),
        exposure_along: along,
        exposure_why_not: typed(form, "eksponering-uden").unwrap_or_default(),
        ground: ground?,
        reason: typed(form, "hvorfor").unwrap_or_default(),
        tell: false,
        without: typed(form, "alligevel"),
    })
}

/// The units of a kind where the child lives.
fn units(case: &Case, kind: UnitKind) -> Vec<Choice> {
    let units = case.units().into_iter().filter(|unit| unit.kind == kind);
    units
        .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
        .collect()
}

fn fields(visit: &Visit, case: &Case) -> Vec<AskField> {
    let along = ["ja", "nej"].map(|code| Choice::new(code, visit.t.of("discharge-exposure", code)));
    let list = |kind| AskKind::List(units(case, kind));
    let mut fields = vec![
        field("dato", "discharge-date", AskKind::Date),
        field(
            "sundhedsplejerske",
            "discharge-visitor",
            list(UnitKind::HealthVisitors),
        ),
        field("laege", "discharge-doctor", list(UnitKind::GeneralPractice)),
        field("besked", "discharge-text", AskKind::Area),
    ];
    if case.view.pathway.exposure_position().stands() {
        fields.push(field(
            "eksponering-med",
            "discharge-exposure",
            AskKind::One(along.to_vec()),
        ));
        fields.push(field(
            "eksponering-uden",
            "discharge-exposure-why",
            AskKind::Note,
        ));
    }
    fields.push(grounds(visit, case));
    fields.push(field("hvorfor", "information-why", AskKind::Note));
    fields.push(field("alligevel", "discharge-without", AskKind::Note));
    fields
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let home = case.view.pathway.child.home.is_some();
    let lead = if home {
        "discharge.lead"
    } else {
        "discharge.lead-no-home"
    };
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("discharge"),
        lead: Some(visit.t.s(lead)),
        button: visit.t.s("discharge.button"),
        post: paths::pathway(case.id.as_str(), "overlevering"),
        fields: fields(visit, case),
    };
    visit.page_with(status, Section::Other, &view)
}
