// SPDX-License-Identifier: EUPL-1.2
//! The directory (vejviser): who receives in a kommune, who answers the telephone now, and what there is locally.

pub(crate) mod local;
pub(crate) mod offer;

use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::typed_time;
use crate::view::concern::KommuneFinder;
use crate::view::form::{Choice, FieldError, Form};
use crate::view::frame::Section;
use crate::view::parts::{Contact, Receiver};
use traad_domain::catalogue::{Language, Municipality};
use traad_domain::directory::Directory;
use traad_domain::id::MunicipalityCode;
use traad_domain::org::{OpeningHours, Unit, UnitKind};
use traad_domain::time::zone;

/// The finder, with the kommune that was asked for, or else the reader's own.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let mut form = visit.blank();
    let asked = match visit.query.value("kommune") {
        "" => visit.ctx()?.actor.unit.municipality,
        code => Some(MunicipalityCode::new(code)),
    };
    let found = asked.and_then(|code| visit.app.catalogue().municipality(code.as_str()));
    if let Some(found) = found {
        form.values.push(("kommune".to_owned(), found.name.clone()));
    }
    show(visit, form, found)
}

/// Finds.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let found = find(visit, visit.fields.value("kommune"));
    show(visit, visit.sent(), found)
}

fn show(visit: &Visit, form: Form, found: Option<&Municipality>) -> Result<Answer, Fault> {
    let mut view = KommuneFinder {
        form,
        kommuner: names(visit),
        ..KommuneFinder::default()
    };
    if let Some(found) = found {
        let receiver = receiver(visit, found)?;
        view.receiver = receiver.map(|receiver| Receiver {
            directory: None,
            ..receiver
        });
        view.local = Some(local::directory(visit, found)?);
        view.region = Some(offer::of_region(visit, found)?);
    } else if view.form.values.iter().any(|(name, _)| name == "kommune") {
        none_found(visit, &mut view);
    }
    let status = if view.form.errors.is_empty() {
        200
    } else {
        422
    };
    visit.page_with(status, Section::Directory, &view)
}

/// Those that begin as it was typed, or that none does.
fn none_found(visit: &Visit, view: &mut KommuneFinder) {
    let typed = view.form.value("kommune");
    let matching = visit.app.catalogue().municipalities_matching(typed);
    view.matches = matching.into_iter().take(12).map(choice).collect();
    if view.matches.is_empty() {
        let message = visit.t.s("kommune-error");
        view.form.errors.push(FieldError {
            field: "kommune".into(),
            message,
        });
    }
}

fn choice(municipality: &Municipality) -> Choice {
    Choice::new(municipality.name.clone(), municipality.name.clone())
}

/// All kommuner by name.
pub(crate) fn names(visit: &Visit) -> Vec<String> {
    visit
        .app
        .catalogue()
        .municipalities()
        .iter()
        .map(|m| m.name.clone())
        .collect()
}

/// The one kommune a typed name or its beginning means.
pub(crate) fn find<'a>(visit: &'a Visit, typed: &str) -> Option<&'a Municipality> {
    let matching = visit.app.catalogue().municipalities_matching(typed);
    let exact = matching
        .iter()
        .find(|m| m.name.to_lowercase() == typed.trim().to_lowercase())
        .copied();
    match (exact, matching.as_slice()) {
        (Some(exact), _) => Some(exact),
        (None, [only]) if !typed.trim().is_empty() => Some(only),
        _ => None,
    }
}

/// Who receives in a kommune; `None` when no unit of it uses the system.
pub(crate) fn receiver(
    visit: &Visit,
    municipality: &Municipality,
) -> Result<Option<Receiver>, Fault> {
    let directory = visit.app.directory(visit.today())?;
    let code = MunicipalityCode::new(municipality.code.as_str());
    let region = visit
        .app
        .catalogue()
        .region_on(code.as_str(), visit.today());
    let region_id = region.map(|r| r.id.clone()).unwrap_or_default();
    let Some(family) = directory.serving(UnitKind::FamilyDepartment, &code, &region_id) else {
        return Ok(None);
    };
    let serving = |kind| {
        directory
            .serving(kind, &code, &region_id)
            .map(|unit| contact(visit, unit))
    };
    let language = language(visit);
    Ok(Some(Receiver {
        kommune: municipality.name.clone(),
        region: region
            .map(|r| r.name.in_language(language).to_owned())
            .unwrap_or_default(),
        family: contact(visit, family),
        hours: family
            .hours
            .as_ref()
            .map(|hours| opening(visit, hours))
            .unwrap_or_default(),
        open: is_open(visit, family),
        watch: serving(UnitKind::EmergencyDuty),
        clinic: serving(UnitKind::FamilyClinic),
        treatment: [UnitKind::AlcoholTreatment, UnitKind::DrugTreatment]
            .into_iter()
            .filter_map(serving)
            .collect(),
        agreement: visit
            .app
            .agreement_for(&code, visit.today())?
            .map(|agreement| agreement.title),
        early: early(&directory, &code, &region_id),
        directory: Some(paths::directory(code.as_str())),
    }))
}

fn early(directory: &Directory, code: &MunicipalityCode, region: &str) -> Vec<String> {
    directory
        .all_serving(code, region)
        .filter_map(|unit| {
            unit.offer
                .as_ref()
                .map(|offer| format!("{}: {offer} {}", unit.name, unit.phone))
        })
        .collect()
}

/// What a kommune is called; its code when the catalogue does not know it.
pub(crate) fn name(visit: &Visit, code: &MunicipalityCode) -> String {
    let found = visit.app.catalogue().municipality(code.as_str());
    found.map_or_else(|| code.as_str().to_owned(), |m| m.name.clone())
}

fn opening(visit: &Visit, hours: &OpeningHours) -> String {
    visit.t.a2(
        "opening-hours",
        &("from", typed_time(hours.from)),
        &("to", typed_time(hours.to)),
    )
}

/// Whether a unit answers now; one whose hours are not known is taken to be open.
pub(crate) fn is_open(visit: &Visit, unit: &Unit) -> bool {
    let local = visit.now.to_zoned(zone());
    let holiday = visit.app.rules().is_holiday(local.date());
    unit.hours
        .as_ref()
        .is_none_or(|hours| hours.open_at(local.date(), local.time(), holiday))
}

/// A unit as somebody one can call.
pub(crate) fn contact(visit: &Visit, unit: &Unit) -> Contact {
    let role = visit
        .app
        .catalogue()
        .words("unit-kinds", unit.kind.code(), language(visit));
    Contact {
        name: unit.name.clone(),
        role: role.unwrap_or_default().to_owned(),
        phone: unit.phone.clone(),
    }
}

/// The language the catalogue is read in.
pub(crate) fn language(visit: &Visit) -> Language {
    match visit.t.lang() {
        crate::text::Lang::Da => Language::Danish,
        crate::text::Lang::En => Language::English,
    }
}
