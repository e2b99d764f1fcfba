// SPDX-License-Identifier: EUPL-1.2
//! *Skriv et samtykke*: a yes or a no, with whom, what, what for and which way. Each part has its own field, so that the
//! one that is missing is named.

pub(crate) mod change;
pub(crate) mod sheet;

use super::{Case, chosen, day, needed_day, open, typed, word, wrong};
use crate::server::{Answer, Fault, Visit};
use crate::view::consent::ConsentForm;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use jiff::civil::Date;
use traad_app::{AppError, CONSENT_LAWS};
use traad_domain::body::{
    Asking, Capacity, ConsentForm as Said, ConsentGiven, ConsentHelp, ConsentNotPossible,
    ConsentPurpose, ConsentRefused, ConsentScope, Custody, Direction, Giver,
};
use traad_domain::category::Category;
use traad_domain::decide::consent::{capacities, categories};
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::refusal::Problem;

/// Which field of the form a field of the domain is.
const FIELDS: [(&str, &str); 17] = [
    ("actors", "aktoer"),
    ("except", "undtagen"),
    ("categories", "oplysninger"),
    ("purpose", "brug"),
    ("law", "lov"),
    ("giver", "giver"),
    ("giver_name", "giver-navn"),
    ("custody", "forael"),
    ("on", "svaret"),
    ("from", "fra"),
    ("until", "til"),
    ("ask_again", "igen"),
    ("why", "hvorfor-ikke"),
    ("tried", "proevet"),
    ("oral_because", "ikke-skriftligt"),
    ("asked_by", "spurgt-af"),
    ("note", "note"),
];

/// What came of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Yes,
    No,
    NotNow,
}

impl Given {
    fn of(code: &str) -> Option<Self> {
        match code {
            "ja" => Some(Self::Yes),
            "nej" => Some(Self::No),
            "kan-ikke" => Some(Self::NotNow),
            _ => None,
        }
    }
}

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    let today = visit.t.date(visit.today());
    form.values.push(("svaret".to_owned(), today));
    if let [only] = capacities(&case.view.pathway) {
        form.values
            .push(("giver".to_owned(), only.code().to_owned()));
    }
    show(visit, &case, 200, form)
}

/// Writes the answer, or shows the form to print with what was typed.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    if form.value("handling") == "skema" {
        return sheet::typed(visit, &case, &form);
    }
    let said = Given::of(form.value("samtykket"));
    if said.is_none() {
        wrong(visit, &mut form, "samtykket", Problem::NotChosen);
    }
    let scope = scope(visit, &mut form);
    let asking = asking(visit, &mut form);
    let (from, until) = (day(visit, &mut form, "fra"), day(visit, &mut form, "til"));
    let again = day(visit, &mut form, "igen");
    if said == Some(Given::NotNow) && again.is_none() && form.error("igen").is_none() {
        wrong(visit, &mut form, "igen", Problem::Missing);
    }
    let fine = form.errors.is_empty();
    let (Some(said), Some(scope), Some(asking), true) = (said, scope, asking, fine) else {
        if said == Some(Given::Yes) {
            missing(visit, &mut form);
        }
        return show(visit, &case, 422, form);
    };
    let what = (said, scope, asking);
    let written = write(visit, &case, &form, what, (from, until, again));
    match written {
        Ok(_) => Ok(case.to("samtykker", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// Writes what came of asking.
fn write(
    visit: &Visit,
    case: &Case,
    form: &Form,
    (said, scope, asking): (Given, ConsentScope, Asking),
    (from, until, again): (Option<Date>, Option<Date>, Option<Date>),
) -> Result<PathwayId, AppError> {
    let reference = RefId::new("");
    match said {
        Given::Yes => {
            let given = ConsentGiven {
                reference,
                scope,
                law: form.value("lov").to_owned(),
                from: from.unwrap_or(asking.on),
                until,
                asking,
            };
            visit.app.give_consent(&case.ctx, &case.id, &given)
        }
        Given::No => {
            let refused = ConsentRefused {
                reference,
                scope,
                renewal_of: None,
                ask_again: again,
                asking,
            };
            visit.app.refuse_consent(&case.ctx, &case.id, &refused)
        }
        Given::NotNow => {
            let tried = ConsentNotPossible {
                reference,
                scope,
                why: typed(form, "hvorfor-ikke").unwrap_or_default(),
                tried: chosen(form, "proevet")
                    .filter_map(ConsentHelp::from_code)
                    .collect(),
                ask_again: again.unwrap_or(asking.on),
                asking,
            };
            visit.app.consent_not_possible(&case.ctx, &case.id, &tried)
        }
    }
}

/// Names what else a yes lacks, so that one answer names everything.
fn missing(visit: &Visit, form: &mut Form) {
    for field in ["aktoer", "oplysninger", "brug", "lov"] {
        if typed(form, field).is_none() {
            wrong(visit, form, field, Problem::NotChosen);
        }
    }
}

/// What is said yes or no to; what is lacking for a yes the domain names.
fn scope(visit: &Visit, form: &mut Form) -> Option<ConsentScope> {
    let direction = Direction::from_code(form.value("retning"));
    if direction.is_none() {
        wrong(visit, form, "retning", Problem::NotChosen);
    }
    let capacity = Capacity::from_code(form.value("giver"));
    if capacity.is_none() {
        wrong(visit, form, "giver", Problem::NotChosen);
    }
    Some(ConsentScope {
        direction: direction?,
        giver: Giver {
            capacity: capacity?,
            name: typed(form, "giver-navn").unwrap_or_default(),
            custody: Custody::from_code(form.value("forael")),
        },
        actors: units(form, "aktoer"),
        except: units(form, "undtagen"),
        categories: kinds(form),
        purpose: ConsentPurpose::from_code(form.value("brug")),
    })
}

fn units(form: &Form, field: &str) -> Vec<UnitId> {
    chosen(form, field).map(UnitId::new).collect()
}

fn kinds(form: &Form) -> Vec<Category> {
    chosen(form, "oplysninger")
        .filter_map(Category::from_code)
        .collect()
}

/// How and when she was asked.
fn asking(visit: &Visit, form: &mut Form) -> Option<Asking> {
    let said = Said::from_code(form.value("sagt"));
    if said.is_none() {
        wrong(visit, form, "sagt", Problem::NotChosen);
    }
    let on = needed_day(visit, form, "svaret", Problem::Missing);
    Some(Asking {
        on: on?,
        form: said?,
        oral_because: typed(form, "ikke-skriftligt"),
        explained: form.has("forklaret", "ja"),
        asked_by: typed(form, "spurgt-af").unwrap_or_default(),
    })
}

/// The units as choices; all that work in her municipality, the own one too.
fn unit_choices(case: &Case) -> Vec<Choice> {
    let units = case.units().into_iter();
    units
        .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
        .collect()
}

fn category_choices(visit: &Visit) -> Vec<Choice> {
    categories()
        .map(|c| Choice::new(c.code(), visit.t.of("work-category", c.code())))
        .collect()
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let capacities = capacities(&case.view.pathway);
    let laws = visit.app.catalogue().list(CONSENT_LAWS);
    let laws = laws.map(|list| list.items.as_slice()).unwrap_or_default();
    let view = ConsentForm {
        about: case.about(visit),
        form,
        givers: capacities
            .iter()
            .map(|c| Choice::new(c.code(), visit.t.of("consent-giver", c.code())))
            .collect(),
        child: capacities.contains(&Capacity::CustodyHolder),
        units: unit_choices(case),
        categories: category_choices(visit),
        laws: laws
            .iter()
            .map(|law| Choice::new(law.id.clone(), word(visit, CONSENT_LAWS, &law.id)))
            .collect(),
    };
    visit.page_with(status, Section::Other, &view)
}
