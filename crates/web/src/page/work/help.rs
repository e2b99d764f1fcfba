// SPDX-License-Identifier: EUPL-1.2
//! *Det hjælper …*: one sheet in plain words for the adults around a child. Daycare and school get it without any cause
//! (practice A18); those the child lives with get the background too, as an entry of its own.

use super::{Case, open_to_print, typed};
use crate::page::person;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::help::{HelpForm, HelpSheet, PlaceRow};
use crate::view::parts::Fact;
use traad_domain::body::{HelpSheetWritten, NeedOf, PlaceAgreed, Setting};
use traad_domain::pathway::Plan;
use traad_domain::refusal::NotNow;

const FIELDS: [(&str, &str); 6] = [
    ("needs", "behov"),
    ("strengths", "styrker"),
    ("signals", "signaler"),
    ("helps", "hjaelper"),
    ("places", "sted-dagtilbud"),
    ("background", "baggrund"),
];

/// The form: the newest sheet, else what the assessment and the plan say already.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = super::open_child(visit)?;
    let mut form = visit.blank();
    form.values = known(&case);
    show(visit, &case, 200, form)
}

/// Writes the sheet.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let (mut case, mut form) = (super::open_child(visit)?, visit.sent());
    let text = |name: &str| typed(&form, name).unwrap_or_default();
    let places = Setting::ALL.iter().filter_map(|setting| {
        Some(PlaceAgreed {
            setting: *setting,
            agreed: typed(&form, &place(*setting))?,
        })
    });
    let sheet = HelpSheetWritten {
        needs: text("behov"),
        strengths: text("styrker"),
        signals: text("signaler"),
        helps: text("hjaelper"),
        places: places.collect(),
    };
    let background = text("baggrund");
    let told = (&sheet, background.as_str());
    match visit.app.write_help_sheet(&case.ctx, &case.id, told) {
        Ok(_) => Ok(case.to("hjaelper/ark", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn place(setting: Setting) -> String {
    format!("sted-{}", setting.code())
}

fn known(case: &Case) -> Vec<(String, String)> {
    let pathway = &case.view.pathway;
    let development = &pathway.child.development;
    let mut values = Vec::new();
    let mut put = |name: &str, value: &str| values.push((name.to_owned(), value.to_owned()));
    if let Some(background) = &development.background {
        put("baggrund", &background.body.text);
    }
    if let Some(sheet) = &development.sheet {
        put("behov", &sheet.body.needs);
        put("styrker", &sheet.body.strengths);
        put("signaler", &sheet.body.signals);
        put("hjaelper", &sheet.body.helps);
        for agreed in &sheet.body.places {
            put(&place(agreed.setting), &agreed.agreed);
        }
        return values;
    }
    let needs = pathway.needs().iter();
    let needs = needs.filter(|need| need.whose == NeedOf::Child);
    let needs: Vec<&str> = needs.map(|need| need.what.as_str()).collect();
    put("behov", &needs.join("\n"));
    if let Some(round) = development.newest() {
        put("styrker", &round.body.strengths);
    }
    let running = pathway.plan.iter().flat_map(Plan::running);
    let helps: Vec<&str> = running.map(|one| one.intervention.what.as_str()).collect();
    put("hjaelper", &helps.join("\n"));
    for described in &development.surroundings {
        put(&place(described.body.setting), &described.body.agreed);
    }
    values
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let view = HelpForm {
        about: case.about(visit),
        form,
        places: Setting::ALL
            .iter()
            .map(|setting| PlaceRow {
                field: place(*setting),
                name: visit.t.of("setting", setting.code()),
            })
            .collect(),
    };
    visit.page_with(status, Section::Other, &view)
}

/// The sheet for daycare and school, to read and print.
pub(crate) fn sheet(visit: &Visit) -> Result<Answer, Fault> {
    printed(visit, false)
}

/// The sheet for those the child lives with.
pub(crate) fn sheet_at_home(visit: &Visit) -> Result<Answer, Fault> {
    printed(visit, true)
}

fn printed(visit: &Visit, at_home: bool) -> Result<Answer, Fault> {
    let case = open_to_print(visit)?;
    if !case.is_a_childs() {
        return Err(Fault::NotNow(NotNow::NotAChild));
    }
    let development = &case.view.pathway.child.development;
    let written = development.sheet.as_ref().ok_or(Fault::NotFound)?;
    let name = person::name(visit, case.view.person.as_ref());
    let first = name.split_whitespace().next().unwrap_or_default();
    let places = written.body.places.iter();
    let background = development.background.as_ref().filter(|_| at_home);
    let view = HelpSheet {
        back: paths::pathway(case.id.as_str(), "hjaelper"),
        other: paths::pathway(
            case.id.as_str(),
            if at_home {
                "hjaelper/ark"
            } else {
                "hjaelper/ark/hjem"
            },
        ),
        at_home,
        title: visit.t.a("help-title", &("name", first)),
        day: visit.t.date(written.occurred.date()),
        needs: written.body.needs.clone(),
        strengths: written.body.strengths.clone(),
        signals: written.body.signals.clone(),
        helps: written.body.helps.clone(),
        places: places
            .map(|place| Fact::new(visit.t.of("setting", place.setting.code()), &place.agreed))
            .collect(),
        background: background.map(|background| background.body.text.clone()),
    };
    visit.page(Section::Other, &view)
}
