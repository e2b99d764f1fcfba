// SPDX-License-Identifier: EUPL-1.2
//! Search among the pathways the reader's unit takes part in. The words are sent in a form, never in an address.

use super::person;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::parts::Pager;
use crate::view::plain::{Hit, Search};
use traad_app::PAGE_ROWS;
use traad_domain::policy::may_use_emergency;

/// The empty search.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    visit.page(
        Section::Other,
        &Search {
            form: visit.blank(),
            emergency: emergency(visit),
            ..Search::default()
        },
    )
}

/// Searches.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let form = visit.sent();
    let page = visit.fields.list_page();
    let (found, total) =
        visit
            .app
            .search(&visit.ctx()?, form.value("q"), (page - 1) * PAGE_ROWS)?;
    let total = usize::try_from(total).unwrap_or(usize::MAX);
    let hits = found
        .iter()
        .map(|hit| Hit {
            who: match &hit.subject {
                None => hit.case_number.clone(),
                known => person::name(visit, known.as_ref()),
            },
            state: if hit.closed {
                visit.t.s("search-closed")
            } else if hit.phase.is_empty() {
                visit.t.s("teamonly-title")
            } else {
                visit.t.of("phase", &hit.phase)
            },
            coordinator: match &hit.coordinator {
                Some(name) => name.clone(),
                None if hit.phase.is_empty() => String::new(),
                None => visit.t.s("search-no-coordinator"),
            },
            case: hit.case_number.clone(),
            href: paths::pathway(hit.pathway.as_str(), ""),
        })
        .collect();
    let pager = Pager {
        base: String::new(),
        page: page as usize,
        pages: total.div_ceil(PAGE_ROWS as usize),
        more: false,
    };
    visit.page(
        Section::Other,
        &Search {
            form,
            total,
            hits,
            pager,
            emergency: emergency(visit),
        },
    )
}

fn emergency(visit: &Visit) -> bool {
    let login = visit.login.as_ref();
    login.is_some_and(|login| may_use_emergency(login.actor.employment.function))
}
