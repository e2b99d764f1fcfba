// SPDX-License-Identifier: EUPL-1.2
//! What ends a pregnancy without a child, and what ends a pathway: told once, to few, and nothing goes on by itself after it
//! (practice A16).

use super::task::field;
use super::{Case, needed_day, open, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_app::MayEnd;
use traad_domain::body::LossKind;
use traad_domain::decide::birth::LossTold;
use traad_domain::refusal::{NotNow, Problem};
use traad_domain::time::Occurred;

const FIELDS: [(&str, &str); 2] = [("occurred", "dato"), ("note", "note")];

/// One of the three forms: its page and the key of its texts.
struct Sheet {
    page: &'static str,
    key: &'static str,
}

const LOSS: Sheet = Sheet {
    page: "tab",
    key: "loss-form",
};
const SHOW: Sheet = Sheet {
    page: "tab/vis",
    key: "loss-show",
};
const DEATH: Sheet = Sheet {
    page: "doedsfald",
    key: "death-form",
};

fn may(visit: &Visit, allowed: impl Fn(MayEnd) -> bool) -> Result<Case, Fault> {
    let case = open(visit)?;
    if allowed(visit.app.may_end(&case.ctx, &case.view)) {
        Ok(case)
    } else if case.view.pathway.birth.is_some() || case.view.pathway.lost {
        Err(Fault::NotNow(NotNow::AlreadyDone))
    } else {
        Err(Fault::NotNow(NotNow::NotTheBirthplace))
    }
}

/// The form for a loss.
pub(crate) fn loss_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = may(visit, |may| may.loss)?;
    show(visit, &case, (200, &LOSS), visit.blank())
}

/// Writes that the pregnancy has ended.
pub(crate) fn loss_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let kind = LossKind::from_code(form.value("slags"));
    if kind.is_none() {
        wrong(visit, &mut form, "slags", Problem::NotChosen);
    }
    let day = needed_day(visit, &mut form, "dato", Problem::Missing);
    let (Some(kind), Some(day)) = (kind, day) else {
        return show(visit, &case, (422, &LOSS), form);
    };
    let told = LossTold {
        kind,
        occurred: Occurred::on(day),
        note: typed(&form, "note").unwrap_or_default(),
    };
    match visit.app.register_loss(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, (status, &LOSS), form)
        }
    }
}

/// The form that lets her own page speak of it.
pub(crate) fn show_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = may(visit, |may| may.show)?;
    show(visit, &case, (200, &SHOW), visit.blank())
}

/// Lets her own page speak of it.
pub(crate) fn show_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    if !form.has("sikker", "ja") {
        wrong(visit, &mut form, "sikker", Problem::NotChosen);
        return show(visit, &case, (422, &SHOW), form);
    }
    match visit.app.show_loss(&case.ctx, &case.id) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &[("", "sikker")])?;
            show(visit, &case, (status, &SHOW), form)
        }
    }
}

/// The form for a death.
pub(crate) fn death_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = may(visit, |may| may.death)?;
    show(visit, &case, (200, &DEATH), visit.blank())
}

/// Writes that the person has died; the pathway ends.
pub(crate) fn death_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let day = needed_day(visit, &mut form, "dato", Problem::Missing);
    if !form.has("sikker", "ja") {
        wrong(visit, &mut form, "sikker", Problem::NotChosen);
    }
    let Some(day) = day.filter(|_| form.errors.is_empty()) else {
        return show(visit, &case, (422, &DEATH), form);
    };
    let note = typed(&form, "note").unwrap_or_default();
    let told = (Occurred::on(day), note.as_str());
    match visit.app.register_death(&case.ctx, &case.id, told) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, (status, &DEATH), form)
        }
    }
}

fn fields(visit: &Visit, sheet: &Sheet) -> Vec<AskField> {
    let sure = || {
        let words = visit.t.of(sheet.key, "sure");
        let choices = vec![Choice::new("ja", words)];
        field("sikker", "ending-sure", AskKind::Many(choices))
    };
    let note = || field("note", "ending-note", AskKind::Note);
    let date = || field("dato", "ending-date", AskKind::Date);
    if sheet.page == LOSS.page {
        let kinds = LossKind::ALL
            .iter()
            .map(|kind| Choice::new(kind.code(), visit.t.of("loss-kind", kind.code())));
        let kinds = AskKind::One(kinds.collect());
        vec![field("slags", "loss-kind", kinds), date(), note()]
    } else if sheet.page == SHOW.page {
        vec![sure()]
    } else {
        vec![date(), note(), sure()]
    }
}

fn show(
    visit: &Visit,
    case: &Case,
    (status, sheet): (u16, &Sheet),
    form: Form,
) -> Result<Answer, Fault> {
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(sheet.key),
        lead: Some(visit.t.of(sheet.key, "lead")),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), sheet.page),
        fields: fields(visit, sheet),
    };
    visit.page_with(status, Section::Other, &view)
}
