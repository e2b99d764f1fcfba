// SPDX-License-Identifier: EUPL-1.2
//! Drafts: what was typed in a form is kept for its writer while it is being written.

use crate::server::{Answer, Fault, Fields, Visit};
use crate::view::form::Form;

/// Keeps a draft. The fields `kladde` (which form) and `om` (about what) name it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let name = visit.fields.value("kladde");
    let known =
        name.chars().all(|c| c.is_ascii_lowercase() || c == '-') && (1..=40).contains(&name.len());
    if !known {
        return Err(Fault::NotFound);
    }
    Ok(Answer::Text(keep(visit, name, visit.fields.value("om"))?))
}

/// Keeps what was sent as a draft, and says so.
pub(crate) fn keep(visit: &Visit, name: &str, about: &str) -> Result<String, Fault> {
    let document = serde_json::to_string(&visit.fields.content())
        .map_err(|error| Fault::Broken(error.to_string()))?;
    visit
        .app
        .save_draft(&visit.ctx()?, name, about, &document)?;
    let at = visit.t.time(visit.local(visit.now));
    Ok(visit.t.a("form-draft-saved", &("at", at)))
}

/// A form filled from its draft, and the words that say when that was kept; a blank one when there is none.
pub(crate) fn form(
    visit: &Visit,
    name: &str,
    about: &str,
) -> Result<(Form, Option<String>), Fault> {
    let mut form = visit.blank();
    form.draft = Some(name.to_owned());
    let Some((document, saved)) = visit.app.draft(&visit.ctx()?, name, about)? else {
        return Ok((form, None));
    };
    let fields = Fields(serde_json::from_str(&document).unwrap_or_default());
    form.values = fields.content();
    let said = visit.t.a("form-draft-saved", &("at", visit.moment(saved)));
    Ok((form, Some(said)))
}
