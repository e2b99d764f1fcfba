// SPDX-License-Identifier: EUPL-1.2
//! A young person who will be of age (scenario A20): the transition to the youth centre or the authority for adults, and the
//! talk in which what stands about exposure is told before it is shown.

use super::task::field;
use super::{Case, chosen, needed, needed_day, open_child, open_child_as_authority, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use traad_domain::age::Standing;
use traad_domain::body::{ExposurePosition, Receiver, ToldInTalk};
use traad_domain::decide::adulthood::Transition;
use traad_domain::id::UnitId;
use traad_domain::refusal::{NotNow, Problem};

/// Which field of a form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 8] = [
    ("receivers", "modtager"),
    ("needs", "behov"),
    ("strengths", "styrker"),
    ("challenges", "udfordringer"),
    ("exposure", "eksponering"),
    ("without", "uden"),
    ("on", "dato"),
    ("by", "hvem"),
];

/// The form of the transition, with where exposure stands already.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open_child_as_authority(visit)?;
    let mut form = visit.blank();
    if let Some(stated) = case.view.pathway.exposure_position().handed_over() {
        let value = stated.code().to_owned();
        form.values.push(("eksponering".to_owned(), value));
    }
    show(visit, &case, 200, form)
}

/// Prepares it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open_child_as_authority(visit)?;
    let mut form = visit.sent();
    for name in ["behov", "styrker", "udfordringer"] {
        needed(visit, &mut form, name);
    }
    let exposure = ExposurePosition::from_code(form.value("eksponering"));
    if exposure.is_none() {
        wrong(visit, &mut form, "eksponering", Problem::NotChosen);
    }
    if !form.errors.is_empty() {
        return show(visit, &case, 422, form);
    }
    let units: Vec<UnitId> = chosen(&form, "modtager").map(UnitId::new).collect();
    let as_what = |unit: UnitId| {
        let kind = case.view.directory.unit(&unit)?.kind;
        let mut all = Receiver::FOR_ADULTS.into_iter();
        Some((all.find(|receiver| receiver.unit_kind() == kind)?, unit))
    };
    let text = |name: &str| typed(&form, name).unwrap_or_default();
    let told = Transition {
        receivers: units.into_iter().filter_map(as_what).collect(),
        needs: text("behov"),
        strengths: text("styrker"),
        challenges: text("udfordringer"),
        exposure,
        without: typed(&form, "uden"),
    };
    match visit.app.prepare_adulthood(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let t = &visit.t;
    let kinds = Receiver::FOR_ADULTS.map(Receiver::unit_kind);
    let units = case.units().into_iter();
    let units = units.filter(|unit| kinds.contains(&unit.kind));
    let units = units.map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()));
    let positions = ExposurePosition::ALL
        .iter()
        .map(|position| Choice::new(position.code(), t.of("moving-exposure", position.code())));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: t.s("adulthood-title"),
        lead: Some(t.s("adulthood-lead")),
        button: t.s("form-save"),
        post: paths::pathway(case.id.as_str(), "voksenovergang"),
        fields: vec![
            field("behov", "moving-needs", AskKind::Area),
            field("styrker", "moving-strengths", AskKind::Area),
            field("udfordringer", "moving-challenges", AskKind::Area),
            field(
                "eksponering",
                "moving-exposure",
                AskKind::One(positions.collect()),
            ),
            field(
                "modtager",
                "adulthood-receivers",
                AskKind::Many(units.collect()),
            ),
            field("uden", "adulthood-without", AskKind::Note),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}

/// Somebody of 15 or more, as far as the writer knows the birthday.
fn young(visit: &Visit) -> Result<Case, Fault> {
    let case = open_child(visit)?;
    if case.view.pathway.standing(visit.now) >= Some(Standing::Young) {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::TooYoung))
    }
}

/// The form of the talk.
pub(crate) fn talk_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = young(visit)?;
    let mut form = visit.blank();
    let today = visit.t.date(visit.today());
    form.values.push(("dato".to_owned(), today));
    show_talk(visit, &case, 200, form)
}

/// Writes that it was held.
pub(crate) fn talk_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = young(visit)?;
    let mut form = visit.sent();
    let on = needed_day(visit, &mut form, "dato", Problem::Missing);
    let by = needed(visit, &mut form, "hvem");
    let (Some(on), Some(by)) = (on, by) else {
        return show_talk(visit, &case, 422, form);
    };
    let told = ToldInTalk { on, by };
    match visit.app.told_in_talk(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show_talk(visit, &case, status, form)
        }
    }
}

fn show_talk(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("talk-title"),
        lead: Some(visit.t.s("talk-lead")),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), "samtale"),
        fields: vec![
            field("dato", "talk-on", AskKind::Date),
            field("hvem", "talk-by", AskKind::Line),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}
