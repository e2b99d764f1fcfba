// SPDX-License-Identifier: EUPL-1.2
//! The actors the reader may know of: those that readable entries speak of or were written by. Nobody else.

use super::unit_contact;
use crate::server::Visit;
use crate::view::parts::Contact;
use jiff::civil::Date;
use std::collections::BTreeMap;
use traad_app::PathwayView;
use traad_domain::id::UnitId;
use traad_domain::journal::effective;
use traad_domain::org::{Function, UnitKind};
use traad_domain::pathway::{Referral, ReferralState};
use traad_domain::time::local_date;

/// How an actor takes part, from the strongest to the weakest; the order decides which of several is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Coordinates.
    Coordinates,
    /// Takes part: stands on the map, took a referral on, has the notification.
    Helps,
    /// A referral waits for an answer.
    Referred,
    /// Wrote something, no more is known.
    Wrote,
    /// Its part is done.
    Done,
    /// Sent the referral back.
    Declined,
}

impl Part {
    /// The attribute of the message `part`.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Coordinates => "coordinates",
            Self::Helps => "takes-part",
            Self::Referred => "referred",
            Self::Wrote => "wrote",
            Self::Done => "done",
            Self::Declined => "declined",
        }
    }

    /// Whether the actor takes part now.
    pub(super) fn is_active(self) -> bool {
        matches!(self, Self::Coordinates | Self::Helps | Self::Wrote)
    }
}

/// An actor as far as the reader may know.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// What it is.
    pub(super) kind: UnitKind,
    /// The unit, when it is one that uses the system.
    pub(super) unit: Option<UnitId>,
    /// Whom to talk to.
    pub(super) contact: Option<Contact>,
    /// How it takes part.
    pub(super) part: Part,
    /// First day.
    pub(super) from: Date,
    /// Last day, when its part is over or when it only wrote.
    pub(super) to: Option<Date>,
}

/// Every actor, in the order they came; one line for each unit.
pub(super) fn all(visit: &Visit, view: &PathwayView) -> Vec<Known> {
    let found = coordinator(view)
        .into_iter()
        .chain(team(visit, view))
        .chain(notified(visit, view));
    let found = found.chain(
        view.pathway
            .referrals
            .iter()
            .filter_map(|r| referred(visit, view, r)),
    );
    let mut all: Vec<Known> = Vec::new();
    for one in found.chain(authors(view)) {
        let same = |other: &&mut Known| other.unit.is_some() && other.unit == one.unit;
        match all.iter_mut().find(same) {
            Some(before) => {
                before.from = before.from.min(one.from);
                if one.part < before.part {
                    (before.part, before.to) = (one.part, one.to);
                }
                before.contact = before.contact.take().or(one.contact);
            }
            None => all.push(one),
        }
    }
    all.sort_by_key(|known| known.from);
    all
}

fn coordinator(view: &PathwayView) -> Option<Known> {
    let noted = view.pathway.coordinator.as_ref()?;
    let unit = view.directory.unit(&noted.body.unit)?;
    let contact = Contact {
        name: noted.body.name.clone(),
        role: unit.name.clone(),
        phone: noted.body.phone.clone(),
    };
    Some(Known {
        kind: unit.kind,
        unit: Some(unit.id.clone()),
        contact: Some(contact),
        part: Part::Coordinates,
        from: noted.occurred.date(),
        to: None,
    })
}

fn team(visit: &Visit, view: &PathwayView) -> Vec<Known> {
    let members = view.pathway.team.iter();
    members
        .map(|noted| {
            let body = &noted.body;
            let unit = body
                .unit
                .as_ref()
                .and_then(|unit| unit_contact(visit, view, unit));
            let role = unit
                .as_ref()
                .map(|unit| unit.name.clone())
                .unwrap_or_default();
            let named = Contact {
                name: body.contact.clone(),
                role,
                phone: body.phone.clone(),
            };
            Known {
                kind: body.actor,
                unit: body.unit.clone(),
                contact: if body.contact.trim().is_empty() {
                    unit
                } else {
                    Some(named)
                },
                part: Part::Helps,
                from: noted.occurred.date(),
                to: None,
            }
        })
        .collect()
}

fn notified(visit: &Visit, view: &PathwayView) -> Vec<Known> {
    let received = view
        .pathway
        .notifications
        .iter()
        .filter_map(|n| n.received.last());
    received
        .filter_map(|noted| {
            let unit = view.directory.unit(&noted.body.unit)?;
            Some(Known {
                kind: unit.kind,
                unit: Some(unit.id.clone()),
                contact: unit_contact(visit, view, &unit.id),
                part: Part::Helps,
                from: noted.occurred.date(),
                to: None,
            })
        })
        .collect()
}

fn referred(visit: &Visit, view: &PathwayView, referral: &Referral) -> Option<Known> {
    let sent = referral.sent.as_ref()?;
    let unit = view.directory.unit(&sent.body.to)?;
    let mut contact = unit_contact(visit, view, &unit.id);
    let (part, to) = match &referral.state {
        ReferralState::Considered(_) | ReferralState::Sent => (Part::Referred, None),
        ReferralState::Declined(noted, _) => (Part::Declined, Some(noted.occurred.date())),
        ReferralState::Completed(noted) => (Part::Done, Some(noted.occurred.date())),
        ReferralState::Accepted(noted) => {
            if let Some(assignee) = noted.body.assignees.first() {
                let phone = contact.take().map(|unit| unit.phone).unwrap_or_default();
                contact = Some(Contact {
                    name: assignee.name.clone(),
                    role: unit.name.clone(),
                    phone,
                });
            }
            (Part::Helps, None)
        }
    };
    Some(Known {
        kind: unit.kind,
        unit: Some(unit.id.clone()),
        contact,
        part,
        from: sent.occurred.date(),
        to,
    })
}

/// Units that wrote something the reader may read, from their first entry to their last, with whoever wrote last.
fn authors(view: &PathwayView) -> Vec<Known> {
    let mut days: BTreeMap<UnitId, (Date, Date, String)> = BTreeMap::new();
    for entry in effective(&view.entries) {
        let author = entry.author();
        if author.function == Function::System {
            continue;
        }
        let day = local_date(entry.recorded);
        let span = days
            .entry(author.unit.clone())
            .or_insert((day, day, String::new()));
        *span = (span.0.min(day), span.1.max(day), author.name.clone());
    }
    let known = days.into_iter().filter_map(|(id, (first, last, name))| {
        let unit = view.directory.unit(&id)?;
        Some(Known {
            kind: unit.kind,
            contact: Some(Contact {
                name,
                role: unit.name.clone(),
                phone: unit.phone.clone(),
            }),
            unit: Some(id),
            part: Part::Wrote,
            from: first,
            to: Some(last),
        })
    });
    known.collect()
}
