// SPDX-License-Identifier: EUPL-1.2
//! *Skriv fødslen*: when, each child, what is known of its exposure, and who has custody. What the unit knows of her use is
//! filled in beforehand, so that nobody types it again.

use super::child::{custody_in, exposure_in};
use super::meeting::moment;
use super::{Case, open, typed, wrong};
use crate::server::{Answer, Fault, Visit};
use crate::view::child::{BirthForm, rows};
use crate::view::form::Form;
use crate::view::frame::Section;
use traad_app::NewbornTold;
use traad_domain::body::{Exposed, UseRecorded, UseSource};
use traad_domain::decide::birth::{BirthTold, ChildTold};
use traad_domain::person::{Cpr, Identity, Name};
use traad_domain::refusal::{NotNow, Problem};
use traad_domain::time::Occurred;

/// Which field of the form a field of the domain is.
const FIELDS: [(&str, &str); 9] = [
    ("occurred", "dato"),
    ("children", "barn1-liv"),
    ("weight", "barn1-vaegt"),
    ("gestation", "uge"),
    ("exposed", "eksponeret"),
    ("substances", "stof"),
    ("assess_by", "udredes"),
    ("custody", "foraeldre"),
    ("holders", "indehaver1"),
];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = may(visit)?;
    let mut form = visit.blank();
    form.values = known(&case);
    show(visit, &case, 200, form)
}

/// Writes the birth, and opens a pathway for each child that lives.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let Some((told, who)) = read(visit, &mut form) else {
        return show(visit, &case, 422, form);
    };
    match visit.app.register_birth(&case.ctx, &case.id, &told, &who) {
        Ok(_) => Ok(case.to("", "foedt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

/// The pathway, when the reader may register a birth in it.
fn may(visit: &Visit) -> Result<Case, Fault> {
    let case = open(visit)?;
    let pathway = &case.view.pathway;
    if pathway.birth.is_some() || pathway.lost {
        return Err(Fault::NotNow(NotNow::AlreadyDone));
    }
    if visit.app.may_end(&case.ctx, &case.view).birth {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::NotTheBirthplace))
    }
}

/// What the unit knows of her use, as the core of the exposure.
fn known(case: &Case) -> Vec<(String, String)> {
    let pathway = &case.view.pathway;
    let uses: Vec<&UseRecorded> = pathway.uses.iter().map(|used| &used.body).collect();
    let mut values = vec![("barn1-liv".to_owned(), "levende".to_owned())];
    if uses.is_empty() {
        return values;
    }
    values.push(("eksponeret".to_owned(), Exposed::Yes.code().to_owned()));
    let mut named: Vec<&str> = uses.iter().map(|used| used.substance.as_str()).collect();
    named.sort_unstable();
    named.dedup();
    values.extend(named.into_iter().map(|s| ("stof".to_owned(), s.to_owned())));
    let tested = uses.iter().any(|used| used.source == UseSource::Test);
    let told = uses.iter().any(|used| used.source == UseSource::Herself);
    let sure = if tested {
        "documented"
    } else if told {
        "told"
    } else {
        "not-told"
    };
    values.push(("sikkerhed".to_owned(), sure.to_owned()));
    values
}

fn read(visit: &Visit, form: &mut Form) -> Option<(BirthTold, Vec<NewbornTold>)> {
    let at = moment(visit, form);
    let gestation = week(visit, form);
    let children = children(visit, form);
    let lives = children.iter().any(|(child, _)| child.alive);
    let exposure = exposure_in(visit, form);
    let custody = custody_in(visit, form);
    if !lives {
        wrong(visit, form, "barn1-liv", Problem::NobodyLives);
    }
    if !form.errors.is_empty() {
        return None;
    }
    let (told, who): (Vec<ChildTold>, Vec<Option<NewbornTold>>) = children.into_iter().unzip();
    let told = BirthTold {
        occurred: Occurred::at(at?),
        gestation,
        children: told,
        exposure,
        custody,
    };
    Some((told, who.into_iter().flatten().collect()))
}

/// `38+2`, or whole weeks.
fn week(visit: &Visit, form: &mut Form) -> Option<u16> {
    let text = typed(form, "uge")?;
    let (weeks, days) = text.split_once('+').unwrap_or((&text, "0"));
    let parsed = weeks
        .trim()
        .parse::<u16>()
        .ok()
        .zip(days.trim().parse().ok());
    let days = parsed.filter(|(weeks, days): &(u16, u16)| *weeks <= 44 && *days <= 6);
    if days.is_none() {
        wrong(visit, form, "uge", Problem::WeekOutOfRange);
    }
    days.map(|(weeks, days)| weeks * 7 + days)
}

/// Each child whose row was filled in; of one that lives also who it is.
fn children(visit: &Visit, form: &mut Form) -> Vec<(ChildTold, Option<NewbornTold>)> {
    let mut told = Vec::new();
    for row in rows() {
        let field = |part: &str| row.field(part);
        let life = form.value(&field("liv")).to_owned();
        let parts = ["navn", "cpr", "vaegt"];
        let written = parts.iter().any(|part| typed(form, &field(part)).is_some());
        if life.is_empty() {
            if written || row.number == 1 {
                wrong(visit, form, &field("liv"), Problem::NotChosen);
            }
            continue;
        }
        let name = typed(form, &field("navn")).unwrap_or_default();
        let weight = weight(visit, form, &field("vaegt"));
        let identity = identity(visit, form, &field("cpr"));
        let alive = life == "levende";
        if !alive && typed(form, &field("cpr")).is_some() {
            wrong(visit, form, &field("cpr"), Problem::NotNeeded);
        }
        let who = alive.then(|| NewbornTold {
            name: Name(name.clone()),
            identity,
        });
        let child = ChildTold {
            alive,
            weight: weight.filter(|_| alive),
            name: if alive { String::new() } else { name },
        };
        told.push((child, who));
    }
    told
}

fn weight(visit: &Visit, form: &mut Form, field: &str) -> Option<u32> {
    let text = typed(form, field)?;
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let weight = digits.parse().ok();
    if weight.is_none() {
        wrong(visit, form, field, Problem::WeightOutOfRange);
    }
    weight
}

fn identity(visit: &Visit, form: &mut Form, field: &str) -> Identity {
    let unknown = || Identity::Unknown {
        description: String::new(),
    };
    if typed(form, field).is_none() {
        return unknown();
    }
    let number = Cpr::parse(form.value(field)).ok();
    if number.is_none() {
        wrong(visit, form, field, Problem::NotACpr);
    }
    number.map_or_else(unknown, |number| Identity::Cpr { number })
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let view = BirthForm {
        about: case.about(visit),
        form,
        substances: super::child::substances(visit),
    };
    visit.page_with(status, Section::Other, &view)
}
