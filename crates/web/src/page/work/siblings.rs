// SPDX-License-Identifier: EUPL-1.2
//! *Knyt søskende*: the authority links two children that have a parent in common (BL § 21; practice A17).

use super::task::field;
use super::{Case, needed, open_child_as_authority};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open_child_as_authority(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Links them.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let (mut case, mut form) = (open_child_as_authority(visit)?, visit.sent());
    let Some(number) = needed(visit, &mut form, "sagsnummer") else {
        return show(visit, &case, 422, form);
    };
    match visit.app.link_siblings(&case.ctx, &case.id, &number) {
        Ok(_) => Ok(case.to("", "gemt")),
        Err(error) => {
            let fields = [("case_number", "sagsnummer")];
            let status = case.refused(visit, &mut form, error, &fields)?;
            show(visit, &case, status, form)
        }
    }
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("siblings-link"),
        lead: Some(visit.t.s("siblings-link.lead")),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), "soeskende"),
        fields: vec![field("sagsnummer", "siblings-case", AskKind::Line)],
    };
    visit.page_with(status, Section::Other, &view)
}
