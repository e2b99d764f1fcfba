// SPDX-License-Identifier: EUPL-1.2
//! *Ny aftale*: the frame of the region, an annex to it, or one kommune's own.

use super::{anchored, anchors, refused};
use crate::page::work::{needed, needed_day, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::agreement::NewAgreement;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use traad_domain::agreement::Draft;
use traad_domain::refusal::{NotNow, Problem};

/// The empty form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    show(visit, 200, visit.blank())
}

/// Begins it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    let Some(wish) = read(visit, &mut form)? else {
        return show(visit, 422, form);
    };
    match visit.app.draft_agreement(&visit.ctx()?, wish) {
        Ok(of) => {
            let place = paths::agreement(&of.id, of.version, "");
            Ok(Answer::To(format!("{place}?ok=aftale-begyndt")))
        }
        Err(error) => {
            let status = refused(visit, &mut form, error)?;
            show(visit, status, form)
        }
    }
}

fn read(visit: &Visit, form: &mut Form) -> Result<Option<Draft>, Fault> {
    let ctx = visit.ctx()?;
    let unit = &ctx.actor.unit;
    let kind =
        typed(form, "slags").filter(|kind| kinds(visit).iter().any(|choice| &choice.value == kind));
    if kind.is_none() {
        wrong(visit, form, "slags", Problem::NotChosen);
    }
    let kind = kind.unwrap_or_default();
    let title = needed(visit, form, "titel");
    let from = needed_day(visit, form, "fra", Problem::Missing);
    let frames = visit.app.frames(&unit.region)?;
    let frame = typed(form, "ramme").filter(|id| frames.iter().any(|f| &f.id == id));
    if kind == "tillaeg" && frame.is_none() {
        wrong(visit, form, "ramme", Problem::NotChosen);
    }
    let (Some(title), Some(from), true) = (title, from, form.errors.is_empty()) else {
        return Ok(None);
    };
    let places = anchors(visit, &unit.region, unit.municipality.as_ref())?;
    Ok(Some(Draft {
        title,
        region: unit.region.clone(),
        municipality: unit.municipality.clone().filter(|_| kind != "ramme"),
        frame: frame.filter(|_| kind == "tillaeg"),
        forum: anchored(form, &places),
        from,
    }))
}

/// A clinic has no kommune and so begins frames alone.
fn kinds(visit: &Visit) -> Vec<Choice> {
    let municipal = visit
        .login
        .as_ref()
        .is_some_and(|l| l.actor.unit.municipality.is_some());
    ["ramme", "tillaeg", "egen"]
        .into_iter()
        .filter(|kind| municipal || *kind == "ramme")
        .map(|kind| Choice {
            help: visit.t.opt(&format!("agreement-kind.{kind}-help")),
            ..Choice::new(kind, visit.t.of("agreement-kind", kind))
        })
        .collect()
}

fn show(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    if !visit.app.leads_a_party(&ctx) {
        return Err(Fault::NotNow(NotNow::NotAParty));
    }
    let unit = &ctx.actor.unit;
    let frames = visit.app.frames(&unit.region)?;
    let page = NewAgreement {
        form,
        kinds: kinds(visit),
        frames: frames
            .iter()
            .map(|f| Choice::new(f.id.clone(), f.title.clone()))
            .collect(),
        fora: anchors(visit, &unit.region, unit.municipality.as_ref())?,
    };
    visit.page_with(status, Section::Agreements, &page)
}
