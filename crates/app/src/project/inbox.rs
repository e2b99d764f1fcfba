// SPDX-License-Identifier: EUPL-1.2
//! Lines of the two inboxes: notifications by the unit that has them and those they passed through, referrals by
//! receiver. And the pathways a unit coordinates without a consent.

use super::{Derived, InboxDocument, milliseconds};
use crate::App;
use crate::thread::Thread;
use jiff::Timestamp;
use traad_domain::entry::Author;
use traad_domain::id::{EntryId, PathwayId, UnitId};
use traad_domain::pathway::{Notification, ReferralState};
use traad_domain::time::start_of_day;
use traad_store::{InboxItem, InboxKind};

/// All lines of a thread.
pub(super) fn lines(app: &App, thread: &Thread, derived: &Derived) -> Vec<(PathwayId, InboxItem)> {
    let home = |entry: &EntryId| {
        let found = thread.entries.iter().find(|e| &e.id == entry);
        found.or(thread.entries.first()).map(|e| e.pathway.clone())
    };
    let mut items: Vec<(PathwayId, InboxItem)> = thread
        .whole
        .notifications
        .iter()
        .filter_map(|n| Some((home(&n.received.first()?.entry)?, n)))
        .flat_map(|(home, n)| {
            notification(n)
                .into_iter()
                .map(move |item| (home.clone(), item))
        })
        .collect();
    for referral in &thread.whole.referrals {
        let Some(sent) = &referral.sent else { continue };
        let line = Line {
            kind: InboxKind::Referral,
            reference: referral.reference.as_str(),
            unit: &sent.body.to,
            from: Some(&sent.author),
            received: sent.recorded,
            status: referral.state.code(),
            open: matches!(referral.state, ReferralState::Sent),
        };
        items.extend(home(&sent.entry).map(|home| (home, line.item())));
    }
    for (_, item) in items.iter_mut().filter(|(_, item)| item.open) {
        item.due_ms = next_due(app, derived, &item.reference);
    }
    items.extend(without_consent(thread, derived.at));
    items
}

/// The line of a pathway in which no consent runs, for the unit that coordinates it (A02). It tells what that unit can
/// read of consents and nothing else.
fn without_consent(thread: &Thread, now: Timestamp) -> Option<(PathwayId, InboxItem)> {
    let whole = &thread.whole;
    let coordinator = whole.coordinator.as_ref()?;
    if whole.is_closed() || whole.lost {
        return None;
    }
    let unit = &coordinator.body.unit;
    let without = whole.without_consent(unit, now)?;
    let line = Line {
        kind: InboxKind::WithoutConsent,
        reference: "",
        unit,
        from: None,
        received: without.since().unwrap_or(coordinator.recorded),
        status: without.code(now),
        open: true,
    };
    let item = InboxItem {
        due_ms: without
            .ask_again()
            .map(|day| start_of_day(day).as_millisecond()),
        ..line.item()
    };
    Some((thread.primary()?.clone(), item))
}

/// One line for the unit that has it, one for each it was forwarded from, one for the emergency duty that was alerted.
fn notification(notification: &Notification) -> Vec<InboxItem> {
    let holder = notification.unit();
    let sent = notification.sent.as_ref();
    let mut items = Vec::new();
    let mut seen: Vec<&UnitId> = Vec::new();
    for received in notification.received.iter().rev() {
        let unit = &received.body.unit;
        if seen.contains(&unit) {
            continue;
        }
        seen.push(unit);
        let holds = Some(unit) == holder;
        let line = Line {
            kind: InboxKind::Notification,
            reference: notification.reference.as_str(),
            unit,
            from: sent.map(|s| s.author.as_ref()),
            received: received.recorded,
            status: if holds {
                notification.status()
            } else {
                "forwarded"
            },
            open: holds && notification.outcome.is_none(),
        };
        items.push(line.item());
        let emergency = sent.and_then(|s| s.body.emergency.as_ref());
        if let Some(unit) = emergency.filter(|_| holds && notification.forwarded.is_empty()) {
            items.push(
                Line {
                    unit,
                    open: notification.acute.is_none(),
                    ..line
                }
                .item(),
            );
        }
    }
    items
}

/// The next deadline of the receiver about a reference.
fn next_due(app: &App, derived: &Derived, reference: &str) -> Option<i64> {
    let duties = derived
        .derivation
        .duties
        .iter()
        .filter(|duty| duty.is_open());
    duties
        .filter(|duty| {
            derived.start(duty).and_then(|fact| fact.attribute("ref")) == Some(reference)
        })
        .filter(|duty| {
            let rule = app.rules.rulebook.rule(duty.rule());
            rule.is_some_and(|rule| rule.owed_by.as_deref() != Some("author"))
        })
        .filter_map(|duty| duty.due)
        .min()
        .map(milliseconds)
}

struct Line<'a> {
    kind: InboxKind,
    reference: &'a str,
    unit: &'a UnitId,
    from: Option<&'a Author>,
    received: Timestamp,
    status: &'static str,
    open: bool,
}

impl Line<'_> {
    fn item(&self) -> InboxItem {
        let from = InboxDocument {
            from: self.from.map(|author| author.unit.as_str().to_owned()),
        };
        InboxItem {
            kind: self.kind,
            reference: self.reference.to_owned(),
            unit: self.unit.as_str().to_owned(),
            received_ms: self.received.as_millisecond(),
            status: self.status.to_owned(),
            open: self.open,
            due_ms: None,
            // A plain struct of text cannot fail to serialise; an empty document reads as "not known".
            document: serde_json::to_string(&from).unwrap_or_default(),
        }
    }
}
