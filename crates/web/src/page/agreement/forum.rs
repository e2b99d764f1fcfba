// SPDX-License-Identifier: EUPL-1.2
//! Registering a forum: who takes part, and who lacks (rows S0-056–060).

use super::{actors, refused};
use crate::page::work::{chosen, needed, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::agreement::ForumForm;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use traad_app::Versioned;
use traad_domain::agreement::{Forum, ForumKind};
use traad_domain::org::UnitKind;
use traad_domain::refusal::{NotNow, Problem};

/// A new forum, or one as it stands.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let mut form = Form {
        version: Some("0".to_owned()),
        ..visit.blank()
    };
    if let Some(Versioned { version, value }) = known(visit)? {
        form.version = Some(version.to_string());
        form.values.push(("navn".to_owned(), value.name));
        form.values
            .push(("slags".to_owned(), value.kind.code().to_owned()));
        form.values.push(("hvordan".to_owned(), value.how));
        let members = value
            .members
            .into_iter()
            .map(|kind| ("medlemmer".to_owned(), kind.code().to_owned()));
        form.values.extend(members);
    }
    show(visit, 200, form)
}

/// Registers it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    let Some(written) = read(visit, &mut form)? else {
        return show(visit, 422, form);
    };
    let seen = form
        .version
        .as_deref()
        .and_then(|seen| seen.parse().ok())
        .unwrap_or(0);
    match visit.app.keep_forum(&visit.ctx()?, &written, seen) {
        Ok(()) => {
            let ctx = visit.ctx()?;
            let own = visit.app.own_municipality(&ctx);
            let place = own.map_or_else(
                || paths::AGREEMENTS.to_owned(),
                |m| paths::agreements_of(m.as_str()),
            );
            Ok(Answer::To(format!("{place}?ok=gemt")))
        }
        Err(error) => {
            let status = refused(visit, &mut form, error)?;
            show(visit, status, form)
        }
    }
}

/// The forum of the address; none when it is a new one.
fn known(visit: &Visit) -> Result<Option<Versioned<Forum>>, Fault> {
    match visit.param("forum") {
        "" => Ok(None),
        id => Ok(Some(visit.app.forum(id)?)),
    }
}

fn read(visit: &Visit, form: &mut Form) -> Result<Option<Forum>, Fault> {
    let name = needed(visit, form, "navn");
    let kind = typed(form, "slags").and_then(|code| ForumKind::from_code(&code));
    if kind.is_none() {
        wrong(visit, form, "slags", Problem::NotChosen);
    }
    let members: Vec<UnitKind> = chosen(form, "medlemmer")
        .filter_map(UnitKind::from_code)
        .collect();
    if members.is_empty() {
        wrong(visit, form, "medlemmer", Problem::NotChosen);
    }
    let (Some(name), Some(kind), true) = (name, kind, form.errors.is_empty()) else {
        return Ok(None);
    };
    let ctx = visit.ctx()?;
    let unit = &ctx.actor.unit;
    let before = known(visit)?.map(|found| found.value);
    Ok(Some(Forum {
        id: before
            .as_ref()
            .map_or_else(|| form.submission.clone(), |forum| forum.id.clone()),
        name,
        kind,
        region: before
            .as_ref()
            .map_or_else(|| unit.region.clone(), |forum| forum.region.clone()),
        municipality: match before {
            Some(before) => before.municipality,
            None => unit.municipality.clone().filter(|_| kind.is_municipal()),
        },
        members,
        how: typed(form, "hvordan").unwrap_or_default(),
    }))
}

fn show(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    if !visit.app.leads_a_party(&visit.ctx()?) {
        return Err(Fault::NotNow(NotNow::NotAParty));
    }
    let known = known(visit)?;
    let kinds = ForumKind::ALL.iter().map(|kind| Choice {
        help: visit.t.opt(&format!("forum-kind.{}-help", kind.code())),
        ..Choice::new(kind.code(), visit.t.of("forum-kind", kind.code()))
    });
    let page = ForumForm {
        here: known.as_ref().map_or_else(
            || paths::FORUM_NEW.to_owned(),
            |f| paths::forum(&f.value.id),
        ),
        new: known.is_none(),
        kinds: kinds.collect(),
        actors: actors(visit),
        form,
    };
    visit.page_with(status, Section::Agreements, &page)
}
