// SPDX-License-Identifier: EUPL-1.2
//! The two inboxes, and the pathways without a consent. Lists are searched by sending a form, so that no name stands in an address.

use super::{duty, person};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::duty::Urgency;
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::inbox::{InboxRow, Notifications, Referrals, WithoutConsent};
use crate::view::parts::Pager;
use traad_app::{InboxKind, InboxLine, PAGE_ROWS, PathwayView};
use traad_domain::id::PathwayId;
use traad_domain::time::local_date;

/// Notifications of the unit.
pub(crate) fn notifications(visit: &Visit) -> Result<Answer, Fault> {
    let (form, total, rows, pager) = list(visit, InboxKind::Notification)?;
    visit.page(
        Section::Notifications,
        &Notifications {
            form,
            total,
            rows,
            pager,
        },
    )
}

/// Referrals to the unit.
pub(crate) fn referrals(visit: &Visit) -> Result<Answer, Fault> {
    let (form, total, rows, pager) = list(visit, InboxKind::Referral)?;
    visit.page(
        Section::Referrals,
        &Referrals {
            form,
            total,
            rows,
            pager,
        },
    )
}

/// Pathways the unit coordinates in which no consent runs.
pub(crate) fn without_consent(visit: &Visit) -> Result<Answer, Fault> {
    let (form, total, rows, pager) = list(visit, InboxKind::WithoutConsent)?;
    visit.page(
        Section::Other,
        &WithoutConsent {
            form,
            total,
            rows,
            pager,
        },
    )
}

fn list(visit: &Visit, kind: InboxKind) -> Result<(Form, usize, Vec<InboxRow>, Pager), Fault> {
    let mut form = visit.sent();
    if form.value("vis").is_empty() {
        form.values.push(("vis".into(), "aabne".into()));
    }
    let page = visit.fields.list_page();
    let open_only = form.value("vis") != "alle";
    let (lines, total) = visit
        .app
        .inbox(&visit.ctx()?, kind, open_only, (page - 1) * PAGE_ROWS)?;
    let words = form.value("q").trim().to_lowercase();
    let fits = |line: &&InboxLine| {
        words.is_empty() || begins(&person::name(visit, line.subject.as_ref()), &words)
    };
    let rows: Vec<InboxRow> = lines
        .iter()
        .filter(fits)
        .map(|line| row(visit, kind, line))
        .collect();
    let total = if words.is_empty() {
        usize::try_from(total).unwrap_or(usize::MAX)
    } else {
        rows.len()
    };
    let pages = total.div_ceil(PAGE_ROWS as usize);
    Ok((
        form,
        total,
        rows,
        Pager {
            base: String::new(),
            page: page as usize,
            pages,
            more: false,
        },
    ))
}

/// Whether a part of a name begins with what was typed.
fn begins(name: &str, words: &str) -> bool {
    let name = name.to_lowercase();
    words
        .split_whitespace()
        .all(|word| name.split_whitespace().any(|part| part.starts_with(word)))
}

/// The pathway and reference that an opened line's address names, `<pathway>-<reference>`, as the reader may see it.
pub(super) fn addressed(visit: &Visit) -> Result<(PathwayId, String, PathwayView), Fault> {
    let (pathway, reference) = visit.param("id").split_once('-').ok_or(Fault::NotFound)?;
    let pathway = PathwayId::new(pathway);
    let view = visit.app.pathway(&visit.ctx()?, &pathway)?;
    // What is received is answered by those who take part; to read it, there is the pathway's own page.
    if !view.writes {
        return Err(Fault::Forbidden);
    }
    Ok((pathway, reference.to_owned(), view))
}

fn row(visit: &Visit, kind: InboxKind, line: &InboxLine) -> InboxRow {
    let id = format!("{}-{}", line.pathway, line.reference);
    let (message, href) = match kind {
        InboxKind::Notification => ("notification-state", paths::notification(&id, "")),
        InboxKind::Referral => ("referral-state", paths::referral(&id, "")),
        InboxKind::WithoutConsent => {
            let tab = paths::pathway(line.pathway.as_str(), "samtykker");
            ("unconsented-state", tab)
        }
    };
    InboxRow {
        who: person::name(visit, line.subject.as_ref()),
        from: line.from.clone(),
        received: visit.moment(line.received),
        state: visit.t.of(message, &line.status),
        due: line.due.map(|due| match kind {
            // To be asked again on a day; the rest is due at an hour.
            InboxKind::WithoutConsent => visit.t.date(local_date(due)),
            InboxKind::Notification | InboxKind::Referral => visit.moment(due),
        }),
        relative: line
            .due
            .map(|due| visit.t.distance(duty::minutes(due, visit.now))),
        urgency: line
            .due
            .map_or(Urgency::Later, |due| duty::by_day(due, visit.now)),
        href,
    }
}
