// SPDX-License-Identifier: EUPL-1.2
//! The receipt of a sent concern: what went to whom, who answers, a human to call, text for the writer's own record. The
//! same for a person the system knows and one it does not.

use super::kommune::contact;
use crate::server::{Answer, Fault, Visit};
use crate::view::concern::{Receipt, Sent};
use crate::view::frame::Section;
use std::fmt::Write as _;
use traad_app::PathwayView;
use traad_domain::body::{Body, NotifierKind};
use traad_domain::id::PathwayId;
use traad_domain::pathway::{Notification, ReferralState};

/// The newest receipt of a pathway the reader wrote a concern in.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let view = visit
        .app
        .pathway(&ctx, &PathwayId::new(visit.param("id")))?;
    // A receipt is for those who take part.
    if !view.writes {
        return Err(Fault::Forbidden);
    }
    let concern = view.pathway.concerns.last().ok_or(Fault::NotFound)?;
    let own = |n: &&Notification| {
        n.sent
            .as_ref()
            .is_some_and(|s| s.author.unit == ctx.actor.unit.id)
    };
    let notification = view
        .pathway
        .notifications
        .iter()
        .rev()
        .find(own)
        .filter(|n| {
            n.sent
                .as_ref()
                .is_some_and(|sent| sent.recorded == concern.recorded)
        });
    let receiver = notification
        .and_then(|n| n.unit())
        .and_then(|unit| view.directory.unit(unit));
    let watch = notification
        .and_then(|n| n.sent.as_ref()?.body.emergency.as_ref())
        .and_then(|unit| view.directory.unit(unit))
        .map(|unit| contact(visit, unit));
    let lines = sent(visit, &view, notification);
    let journal = journal(visit, &lines, &concern.body.words);
    let page = Receipt {
        at: visit.moment(concern.recorded),
        sent: lines,
        own_tasks: own_tasks(visit, &view),
        human: receiver.map(|unit| contact(visit, unit)),
        watch,
        hear: hear(visit, notification),
        journal,
    };
    visit.page(Section::Concern, &page)
}

fn sent(visit: &Visit, view: &PathwayView, notification: Option<&Notification>) -> Vec<Sent> {
    let t = &visit.t;
    // Only what went with the newest concern; earlier referrals have had their own receipt.
    let since = view.pathway.concerns.last().map(|concern| concern.recorded);
    let mut lines = Vec::new();
    if let Some(unit) = notification.and_then(Notification::unit) {
        lines.push(Sent {
            what: t.s("receipt-notification"),
            to: view.directory.name(unit).to_owned(),
            answer: t.s("receipt-notification-answer"),
        });
    }
    for referral in &view.pathway.referrals {
        let Some(sent) = referral.sent.as_ref().filter(|s| Some(s.recorded) >= since) else {
            continue;
        };
        lines.push(Sent {
            what: t.of("receipt-referral", referral.target.code()),
            to: view.directory.name(&sent.body.to).to_owned(),
            answer: t.s("receipt-referral-answer"),
        });
    }
    for entry in view.entries.iter().filter_map(|e| e.written()) {
        if let Body::AdultAuthorityInformed(told) = &entry.body {
            lines.push(Sent {
                what: t.s("receipt-adults"),
                to: view.directory.name(&told.to).to_owned(),
                answer: t.s("receipt-adults-answer"),
            });
        }
    }
    lines
}

fn own_tasks(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let not_asked = view
        .pathway
        .referrals
        .iter()
        .filter(|r| matches!(&r.state, ReferralState::Considered(_)));
    not_asked
        .filter(|r| r.answer == traad_domain::body::HerAnswer::NotAsked)
        .map(|r| visit.t.of("receipt-ask", r.target.code()))
        .collect()
}

/// What the notifier will hear: a private one that it is received, a professional also whether something starts.
fn hear(visit: &Visit, notification: Option<&Notification>) -> Vec<String> {
    let Some(sent) = notification.and_then(|n| n.sent.as_ref()) else {
        return Vec::new();
    };
    let keys: &[&str] = match sent.body.notifier {
        NotifierKind::Professional => &["received", "later", "no-more", "duty"],
        NotifierKind::Private => &["received"],
    };
    keys.iter()
        .map(|key| visit.t.of("receipt-hear-line", key))
        .collect()
}

/// Plain text for the writer's own record.
fn journal(visit: &Visit, lines: &[Sent], words: &str) -> String {
    let mut text = format!("{}\n\n{words}\n", visit.moment(visit.now));
    for line in lines {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n- {}: {}", line.what, line.to);
    }
    text
}
