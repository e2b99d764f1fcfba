// SPDX-License-Identifier: EUPL-1.2
//! *Fravær*: one's own, or that of somebody in the unit one leads.

use super::post::day;
use super::sentence;
use crate::page::problem;
use crate::page::work::{needed_day, typed};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::staff::LeaveForm;
use traad_app::LeaveWish;
use traad_domain::id::EmploymentId;
use traad_domain::refusal::Problem;

/// The form, with the time away that runs or comes next.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    show(visit, 200, visit.blank())
}

/// Registers a time away.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    let from = needed_day(visit, &mut form, "vaek", Problem::Missing);
    let until = day(visit, &mut form, "sidstedag");
    let deputy = typed(&form, "stedfortraeder").map(EmploymentId::new);
    let Some(from) = from.filter(|_| form.errors.is_empty()) else {
        return show(visit, 422, form);
    };
    let (ctx, whose) = (visit.ctx()?, whose(visit)?);
    if visit.app.sent_before(&ctx)? {
        return Ok(done(visit));
    }
    let wish = LeaveWish {
        from,
        until,
        deputy,
    };
    match visit.app.register_leave(&ctx, &whose, &wish) {
        Ok(_) => Ok(done(visit)),
        Err(error) => {
            let fields = [
                ("from", "vaek"),
                ("until", "sidstedag"),
                ("deputy", "stedfortraeder"),
            ];
            problem::into_form(visit, &mut form, error, &fields, |_| None)?;
            show(visit, 422, form)
        }
    }
}

/// Ends it, or takes it back.
pub(crate) fn end(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    if !visit.app.sent_before(&ctx)? {
        visit.app.end_leave(&ctx, &whose(visit)?)?;
    }
    Ok(done(visit))
}

/// Whose it is: the one of the address, otherwise the reader.
fn whose(visit: &Visit) -> Result<EmploymentId, Fault> {
    let named = visit.param("ansaettelse");
    Ok(if named.is_empty() {
        visit.ctx()?.actor.employment.id
    } else {
        EmploymentId::new(named)
    })
}

fn done(visit: &Visit) -> Answer {
    let named = visit.param("ansaettelse");
    let back = if named.is_empty() {
        paths::LEAVE.to_owned()
    } else {
        paths::LEADER.to_owned()
    };
    Answer::To(format!("{back}?ok=gemt"))
}

fn show(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let named = visit.param("ansaettelse");
    let found = visit.app.leave_of(&visit.ctx()?, &whose(visit)?)?;
    let own = named.is_empty();
    let view = LeaveForm {
        form,
        ending: visit.blank(),
        here: if own {
            paths::LEAVE.to_owned()
        } else {
            paths::leave_of(named, "")
        },
        end: if own {
            format!("{}/slut", paths::LEAVE)
        } else {
            paths::leave_of(named, "slut")
        },
        whose: (!own).then(|| found.whose.name.clone()),
        coming: found.coming.as_ref().map(|leave| sentence(visit, leave)),
        runs: found.whose.leave_at(visit.now).is_some(),
        coordinates: found.coordinates,
        colleagues: found
            .colleagues
            .iter()
            .map(|one| Choice::new(one.id.as_str(), one.name.clone()))
            .collect(),
    };
    let section = if own { Section::Other } else { Section::Leader };
    visit.page_with(status, section, &view)
}
