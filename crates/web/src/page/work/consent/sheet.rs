// SPDX-License-Identifier: EUPL-1.2
//! The form to print and sign, in plain words and filled in: one to obtain, one to disclose, one to take part in meetings.

use super::super::open_to_print;
use super::{Case, wrong};
use crate::page::pathway::entry::words;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::parse_date;
use crate::view::consent::ConsentSheet;
use crate::view::form::Form;
use crate::view::frame::Section;
use traad_app::CONSENT_LAWS;
use traad_domain::body::{ConsentPurpose, ConsentScope, Direction};
use traad_domain::category::Category;
use traad_domain::id::UnitId;
use traad_domain::refusal::Problem;

/// Of a consent that is written.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open_to_print(visit)?;
    let found = case.view.pathway.consent(visit.param("samtykke"));
    let found = found.ok_or(Fault::NotFound)?;
    let ConsentScope {
        direction,
        actors,
        except,
        categories,
        purpose,
        ..
    } = &found.scope;
    let given = found.as_given().map(|given| &given.body);
    let sheet = ConsentSheet {
        until: found.until.map(|day| visit.t.date(day)),
        law: given.map(|given| words(visit, CONSENT_LAWS, &given.law)),
        asked_by: given.map_or_else(String::new, |given| given.asking.asked_by.clone()),
        ..filled(visit, &case, (*direction, *purpose), categories)
    };
    let sheet = ConsentSheet {
        actors: names(&case, actors.iter()),
        except: names(&case, except.iter()),
        ..sheet
    };
    visit.page(Section::Other, &sheet)
}

/// Of what is typed, before she has answered: nothing is written.
pub(super) fn typed(visit: &Visit, case: &Case, form: &Form) -> Result<Answer, Fault> {
    let Some(direction) = Direction::from_code(form.value("retning")) else {
        let mut form = form.clone();
        wrong(visit, &mut form, "retning", Problem::NotChosen);
        return super::show(visit, case, 422, form);
    };
    let units = |field| super::units(form, field);
    let purpose = ConsentPurpose::from_code(form.value("brug"));
    let until = parse_date(form.value("til"));
    let law = super::typed(form, "lov").map(|law| words(visit, CONSENT_LAWS, &law));
    let asked_by = super::typed(form, "spurgt-af");
    let sheet = ConsentSheet {
        actors: names(case, units("aktoer").iter()),
        except: names(case, units("undtagen").iter()),
        until: until.map(|day| visit.t.date(day)),
        law,
        asked_by: asked_by.unwrap_or_else(|| case.ctx.actor.employment.name.clone()),
        ..filled(visit, case, (direction, purpose), &super::kinds(form))
    };
    visit.page(Section::Other, &sheet)
}

fn filled(
    visit: &Visit,
    case: &Case,
    (direction, purpose): (Direction, Option<ConsentPurpose>),
    categories: &[Category],
) -> ConsentSheet {
    ConsentSheet {
        about: case.about(visit),
        direction: direction.code().to_owned(),
        what: categories
            .iter()
            .map(|c| visit.t.of("work-category", c.code()))
            .collect(),
        why: purpose.map(|p| visit.t.of("consent-purpose", p.code())),
        ..ConsentSheet::default()
    }
}

fn names<'a>(case: &Case, units: impl Iterator<Item = &'a UnitId>) -> Vec<String> {
    let directory = &case.view.directory;
    units.map(|unit| directory.name(unit).to_owned()).collect()
}
