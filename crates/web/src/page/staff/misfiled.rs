// SPDX-License-Identifier: EUPL-1.2
//! *Ført på forkert person*: the leader decides whether it is taken away or moved, on what ground and why.

use crate::page::problem;
use crate::page::work::{typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::{Lang, T};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::staff::MisfiledForm;
use traad_app::{Misfiled, Verdict};
use traad_domain::id::{EntryId, PathwayId};
use traad_domain::refusal::Problem;

/// Grounds there are, by their codes.
const GROUNDS: [&str; 2] = ["rettelse", "sletning"];

/// What it is, without what it says.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let found = found(visit)?;
    show(visit, &found, (200, visit.blank()))
}

/// The decision.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    if visit.app.sent_before(&ctx)? {
        return Ok(done());
    }
    let found = found(visit)?;
    let mut form = visit.sent();
    let Some((verdict, ground, reason)) = read(visit, &mut form) else {
        return show(visit, &found, (422, form));
    };
    let what = (&found.pathway, &found.entry);
    let why = (ground.as_str(), reason.as_str());
    match visit.app.decide_misfiled(&ctx, what, &verdict, why) {
        Ok(()) => Ok(done()),
        Err(error) => {
            let fields = [("case", "flyttil"), ("reason", "hvorfor")];
            problem::into_form(visit, &mut form, error, &fields, |_| None)?;
            show(visit, &found, (422, form))
        }
    }
}

fn done() -> Answer {
    Answer::To(format!("{}?ok=gemt", paths::LEADER))
}

fn found(visit: &Visit) -> Result<Misfiled, Fault> {
    let id = PathwayId::new(visit.param("id"));
    let entry = EntryId::new(visit.param("post"));
    Ok(visit.app.misfiled(&visit.ctx()?, &id, &entry)?)
}

fn read(visit: &Visit, form: &mut Form) -> Option<(Verdict, String, String)> {
    let verdict = match form.value("beslutning") {
        "slet" => Some(Verdict::Erase),
        "flyt" => {
            let case = typed(form, "flyttil");
            if case.is_none() {
                wrong(visit, form, "flyttil", Problem::Missing);
            }
            case.map(Verdict::Move)
        }
        _ => {
            wrong(visit, form, "beslutning", Problem::NotChosen);
            None
        }
    };
    let ground = GROUNDS.into_iter().find(|code| form.has("hjemmel", code));
    if ground.is_none() {
        wrong(visit, form, "hjemmel", Problem::NotChosen);
    }
    let reason = typed(form, "hvorfor");
    if reason.is_none() {
        wrong(visit, form, "hvorfor", Problem::NeedsReason);
    }
    // What stays in the journal is Danish, whatever language the leader reads.
    let ground = ground.map(|code| T::new(Lang::Da).of("misfiled-ground", code));
    Some((verdict?, ground?, reason?)).filter(|_| form.errors.is_empty())
}

fn show(visit: &Visit, found: &Misfiled, (status, form): (u16, Form)) -> Result<Answer, Fault> {
    let t = &visit.t;
    let view = MisfiledForm {
        form,
        here: paths::misfiled(found.pathway.as_str(), found.entry.as_str()),
        case: found.case_number.clone(),
        what: t.of("entry", found.kind),
        when: visit.moment(found.recorded),
        by: found.author.clone(),
        reason: found.reason.clone(),
        known_to: found.known_to.clone(),
        movable: found.movable,
    };
    visit.page_with(status, Section::Leader, &view)
}
