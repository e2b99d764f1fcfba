// SPDX-License-Identifier: EUPL-1.2
//! What a draft says of itself: title, first day, forum, parties beyond the three.

use super::chapter::{Open, open};
use super::{actors, anchored, anchors, refused};
use crate::page::work::{chosen, needed, needed_day};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::agreement::{ChapterForm, FieldForm, FieldKind, ItemForm};
use crate::view::form::Form;
use crate::view::frame::Section;
use traad_domain::agreement::{Agreement, Stage};
use traad_domain::org::UnitKind;
use traad_domain::refusal::{NotNow, Problem};

/// As it stands.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let open = open(visit)?;
    let agreement = &open.view.agreement;
    let mut form = open.blank(visit);
    let mut put = |name: &str, value: String| form.values.push((name.to_owned(), value));
    put("titel", agreement.title.clone());
    put("fra", visit.t.date(agreement.from));
    put("forum", agreement.forum.clone().unwrap_or_default());
    for kind in &agreement.further_parties {
        put("andre-parter", kind.code().to_owned());
    }
    show(visit, &open, 200, form)
}

/// Writes it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut open = open(visit)?;
    let mut form = visit.sent();
    let title = needed(visit, &mut form, "titel");
    let from = needed_day(visit, &mut form, "fra", Problem::Missing);
    let (Some(title), Some(from)) = (title, from) else {
        return show(visit, &open, 422, form);
    };
    let agreement = &open.view.agreement;
    let places = anchors(visit, &agreement.region, agreement.municipality.as_ref())?;
    let anchor = anchored(&form, &places);
    let further: Vec<UnitKind> = chosen(&form, "andre-parter")
        .filter_map(UnitKind::from_code)
        .collect();
    let change = |agreement: &mut Agreement| {
        agreement.title.clone_from(&title);
        agreement.from = from;
        agreement.forum.clone_from(&anchor);
        agreement.further_parties.clone_from(&further);
    };
    match visit
        .app
        .edit_agreement(&visit.ctx()?, (&open.of, Open::written(&form)), &change)
    {
        Ok(()) => Ok(open.to("gemt")),
        Err(error) => {
            let status = refused(visit, &mut form, error)?;
            open.refresh(visit, &mut form)?;
            show(visit, &open, status, form)
        }
    }
}

fn show(visit: &Visit, open: &Open, status: u16, form: Form) -> Result<Answer, Fault> {
    let agreement = &open.view.agreement;
    if agreement.stage != Stage::Draft {
        return Err(Fault::NotNow(NotNow::NotADraft));
    }
    let places = anchors(visit, &agreement.region, agreement.municipality.as_ref())?;
    let fields = [
        ("titel", visit.t.s("agreement-title"), FieldKind::Line),
        ("fra", visit.t.s("agreement-from"), FieldKind::Date),
        (
            "forum",
            visit.t.s("agreement-forum"),
            FieldKind::One(places),
        ),
        (
            "andre-parter",
            visit.t.s("agreement-further"),
            FieldKind::Many(actors(visit)),
        ),
    ];
    let items = fields.map(|(name, label, kind)| ItemForm {
        question: String::new(),
        fields: vec![FieldForm {
            name: name.to_owned(),
            label,
            kind,
            frame: Vec::new(),
            may_be_left: false,
        }],
    });
    let page = ChapterForm {
        agreement: paths::agreement(&open.of.id, open.of.version, ""),
        title: super::sheet::name(visit, agreement),
        here: paths::agreement(&open.of.id, open.of.version, "grundlag"),
        heading: visit.t.of("agreement-step", "grundlag"),
        lead: visit.t.s("agreements-new.lead"),
        form,
        items: items.into(),
    };
    visit.page_with(status, Section::Agreements, &page)
}
