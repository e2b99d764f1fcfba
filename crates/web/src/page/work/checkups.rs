// SPDX-License-Identifier: EUPL-1.2
//! The forms of a child's check-ups: offered and placed, planned, told of, and the family looked for. How they end, and a child
//! that comes to new surroundings, have a page each.

pub(crate) mod closing;
pub(crate) mod onward;

use super::task::field;
use super::{Case, day, needed, open_child, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::parse_date;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use jiff::civil::Date;
use traad_domain::body::{CheckupOutcome, CheckupTold, MissedBecause, OutreachHow, OutreachTried};
use traad_domain::decide::checkup::{Placing, school_age};
use traad_domain::id::{RefId, UnitId};
use traad_domain::refusal::{NotNow, Problem};

/// The page the forms lead back to.
pub(crate) const PAGE: &str = "barnets-opfoelgning";

/// Which field of a form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 11] = [
    ("unit", "sted"),
    ("answer", "svar"),
    ("offer", "tilbuddet"),
    ("days", "dage"),
    ("until", "slutter"),
    ("reason", "slut-grund"),
    ("note", "note"),
    ("outcome", "gik"),
    ("to", "ny-dag"),
    ("because", "fordi"),
    ("how", "hvordan"),
];

/// The pathway of a child whose check-ups are at the reader's unit.
fn keeper(visit: &Visit) -> Result<Case, Fault> {
    let case = open_child(visit)?;
    if visit.app.may_checkups(&case.ctx, &case.view).keep {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::NoCheckups))
    }
}

/// What a form was answered with that was sent before.
fn sent_before(visit: &Visit) -> Result<Option<Answer>, Fault> {
    let case = open_child(visit)?;
    let before = visit.app.sent_before(&case.ctx)?;
    Ok(before.then(|| case.to(PAGE, "gemt")))
}

/// One form with what stands around its fields.
struct Sheet<'a> {
    key: &'a str,
    page: String,
    lead: Option<String>,
    fields: Vec<AskField>,
}

fn show(
    visit: &Visit,
    case: &Case,
    status: u16,
    (sheet, form): (Sheet<'_>, Form),
) -> Result<Answer, Fault> {
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(sheet.key),
        lead: sheet.lead,
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), &sheet.page),
        fields: sheet.fields,
    };
    visit.page_with(status, Section::Other, &view)
}

/// Days typed one a line, or with commas between.
fn days(visit: &Visit, form: &mut Form) -> Vec<Date> {
    let text = typed(form, "dage").unwrap_or_default();
    let lines = text.split(['\n', ',', ';']).map(str::trim);
    let dates: Vec<Option<Date>> = lines
        .filter(|line| !line.is_empty())
        .map(parse_date)
        .collect();
    if dates.iter().any(Option::is_none) {
        wrong(visit, form, "dage", Problem::NotADate);
    }
    dates.into_iter().flatten().collect()
}

/// The form to offer check-ups and say where they are.
pub(crate) fn place_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = offerer(visit)?;
    let mut form = visit.blank();
    let mut put = |name: &str, value: String| form.values.push((name.to_owned(), value));
    let known = &case.view.pathway;
    if known.child.checkups.plan.is_none() {
        let days = visit.app.proposed_checkups(known, visit.today());
        let days: Vec<String> = days.into_iter().map(|day| visit.t.date(day)).collect();
        put("dage", days.join("\n"));
        if let Some(day) = school_age(known) {
            put("slutter", visit.t.date(day));
        }
    }
    let place = match &known.municipality {
        Some(code) => visit.app.checkup_place(code, visit.today())?,
        None => None,
    };
    if let Some(unit) = place {
        put("sted", unit.id.as_str().to_owned());
    }
    show_place(visit, &case, 200, form)
}

fn offerer(visit: &Visit) -> Result<Case, Fault> {
    let case = open_child(visit)?;
    if visit.app.may_checkups(&case.ctx, &case.view).offer {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::NoCheckups))
    }
}

/// Offers them, or gives them a new place.
pub(crate) fn place_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = match offerer(visit) {
        Ok(case) => case,
        // A second click finds them at another place already.
        Err(fault) => return sent_before(visit)?.ok_or(fault),
    };
    let mut form = visit.sent();
    let yes = match form.value("svar") {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => None,
    };
    if yes.is_none() {
        wrong(visit, &mut form, "svar", Problem::NotChosen);
    }
    let days = days(visit, &mut form);
    let until = day(visit, &mut form, "slutter");
    let (Some(yes), true) = (yes, form.errors.is_empty()) else {
        return show_place(visit, &case, 422, form);
    };
    let told = Placing {
        yes,
        unit: typed(&form, "sted").map(UnitId::new),
        offer: typed(&form, "tilbuddet"),
        note: typed(&form, "note").unwrap_or_default(),
        days,
        until,
        reason: typed(&form, "slut-grund").unwrap_or_default(),
    };
    match visit.app.place_checkups(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to(PAGE, "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_place(visit, &case, status, form)
        }
    }
}

fn show_place(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let t = &visit.t;
    let units = visit.app.checkup_units(visit.today())?.into_iter();
    let units = units.map(|unit| Choice::new(unit.id.as_str(), unit.name));
    let offers = visit.app.offers()?.into_iter();
    let offers = offers.filter(|offer| offer.ended.is_none());
    let offers = offers.map(|offer| Choice::new(offer.id, offer.name));
    let answers = ["ja", "nej"].map(|code| Choice::new(code, t.of("checkups-answer", code)));
    let fields = vec![
        field("svar", "checkups-answer", AskKind::One(answers.to_vec())),
        field("sted", "checkups-where", AskKind::List(units.collect())),
        field(
            "tilbuddet",
            "checkups-offer",
            AskKind::List(offers.collect()),
        ),
        field("dage", "checkups-days", AskKind::Note),
        field("slutter", "checkups-until", AskKind::MaybeDate),
        field("slut-grund", "checkups-until-why", AskKind::Note),
        field("note", "checkups-place-note", AskKind::Note),
    ];
    let again = case.view.pathway.child.checkups.placed.is_some();
    let key = if again {
        "checkups-place-new"
    } else {
        "checkups-place"
    };
    let place = match &case.view.pathway.municipality {
        Some(code) => visit.app.checkup_place(code, visit.today())?,
        None => None,
    };
    let here = place.map(|unit| t.a("offers-place", &("unit", unit.name)));
    let lead = std::iter::once(t.of("checkups-place", "lead")).chain(here);
    let sheet = Sheet {
        key,
        page: format!("{PAGE}/sted"),
        lead: Some(lead.collect::<Vec<_>>().join(" ")),
        fields,
    };
    show(visit, case, status, (sheet, form))
}

/// The form to plan further check-ups.
pub(crate) fn plan_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = keeper(visit)?;
    let mut form = visit.blank();
    if let Some(plan) = &case.view.pathway.child.checkups.plan {
        let until = visit.t.date(plan.body.until);
        form.values.push(("slutter".to_owned(), until));
    }
    show_plan(visit, &case, 200, form)
}

/// Plans them, or lets them end on another day.
pub(crate) fn plan_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = keeper(visit)?;
    let mut form = visit.sent();
    let days = days(visit, &mut form);
    let until = day(visit, &mut form, "slutter");
    if !form.errors.is_empty() {
        return show_plan(visit, &case, 422, form);
    }
    let reason = typed(&form, "slut-grund").unwrap_or_default();
    let planned = (days.as_slice(), until, reason.as_str());
    match visit.app.plan_checkups(&case.ctx, &case.id, planned) {
        Ok(_) => Ok(case.to(PAGE, "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_plan(visit, &case, status, form)
        }
    }
}

fn show_plan(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let sheet = Sheet {
        key: "checkups-plan",
        page: format!("{PAGE}/plan"),
        lead: Some(visit.t.of("checkups-plan", "lead")),
        fields: vec![
            field("dage", "checkups-days", AskKind::Note),
            field("slutter", "checkups-until", AskKind::Date),
            field("slut-grund", "checkups-until-why", AskKind::Note),
        ],
    };
    show(visit, case, status, (sheet, form))
}

/// The form to tell how a check-up went.
pub(crate) fn tell_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = keeper(visit)?;
    show_tell(visit, &case, 200, visit.blank())
}

/// Tells it.
pub(crate) fn tell_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = keeper(visit)?;
    let mut form = visit.sent();
    let outcome = CheckupOutcome::from_code(form.value("gik"));
    if outcome.is_none() {
        wrong(visit, &mut form, "gik", Problem::NotChosen);
    }
    let to = day(visit, &mut form, "ny-dag");
    let (Some(outcome), true) = (outcome, form.errors.is_empty()) else {
        return show_tell(visit, &case, 422, form);
    };
    let told = CheckupTold {
        checkup: RefId::new(visit.param("opfoelgning")),
        outcome,
        to,
        because: MissedBecause::from_code(form.value("fordi")),
        note: typed(&form, "note").unwrap_or_default(),
    };
    match visit.app.tell_checkup(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to(PAGE, "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_tell(visit, &case, status, form)
        }
    }
}

fn show_tell(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let t = &visit.t;
    let reference = visit.param("opfoelgning");
    let checkup = case.view.pathway.child.checkups.open_one(reference);
    let Some(checkup) = checkup else {
        return Err(Fault::NotNow(NotNow::AlreadyDone));
    };
    let outcomes = CheckupOutcome::ALL.iter();
    let outcomes = outcomes.map(|one| Choice::new(one.code(), t.of("checkup-went", one.code())));
    let because = MissedBecause::ALL.iter();
    let because = because.map(|one| Choice::new(one.code(), t.of("checkup-because", one.code())));
    let sheet = Sheet {
        key: "checkup-tell",
        page: format!("{PAGE}/{reference}"),
        lead: Some(t.a(
            "checkup-tell-lead",
            &("day", t.weekday(checkup.on, visit.today())),
        )),
        fields: vec![
            field("gik", "checkup-went", AskKind::One(outcomes.collect())),
            field("ny-dag", "checkup-new-day", AskKind::MaybeDate),
            field("fordi", "checkup-because", AskKind::List(because.collect())),
            field("note", "checkup-note", AskKind::Note),
        ],
    };
    show(visit, case, status, (sheet, form))
}

/// The form for an attempt to reach a family that is lost.
pub(crate) fn outreach_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = keeper(visit)?;
    show_outreach(visit, &case, 200, visit.blank())
}

/// Registers it.
pub(crate) fn outreach_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = keeper(visit)?;
    let mut form = visit.sent();
    let how = OutreachHow::from_code(form.value("hvordan"));
    if how.is_none() {
        wrong(visit, &mut form, "hvordan", Problem::NotChosen);
    }
    let reached = match form.value("naaet") {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => None,
    };
    if reached.is_none() {
        wrong(visit, &mut form, "naaet", Problem::NotChosen);
    }
    let note = needed(visit, &mut form, "note");
    let (Some(how), Some(reached), Some(note)) = (how, reached, note) else {
        return show_outreach(visit, &case, 422, form);
    };
    let tried = OutreachTried { how, reached, note };
    match visit.app.reach_out(&case.ctx, &case.id, &tried) {
        Ok(_) => Ok(case.to(PAGE, "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_outreach(visit, &case, status, form)
        }
    }
}

fn show_outreach(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let t = &visit.t;
    if case.view.pathway.child.checkups.lost.is_none() {
        return Err(Fault::NotNow(NotNow::InTouch));
    }
    let ways = OutreachHow::ALL.iter();
    let ways = ways.map(|one| Choice::new(one.code(), t.of("outreach-how", one.code())));
    let reached = ["ja", "nej"].map(|code| Choice::new(code, t.of("outreach-reached", code)));
    let sheet = Sheet {
        key: "outreach",
        page: format!("{PAGE}/kontakt"),
        lead: Some(t.of("outreach", "lead")),
        fields: vec![
            field("hvordan", "outreach-how", AskKind::One(ways.collect())),
            field("naaet", "outreach-reached", AskKind::One(reached.to_vec())),
            field("note", "outreach-note", AskKind::Area),
        ],
    };
    show(visit, case, status, (sheet, form))
}
