// SPDX-License-Identifier: EUPL-1.2
//! What tests of decisions are told with: units, staff, and a journal that grows.

use crate::body::{Body, ChildBorn, PathwayKind, PathwayOpened};
use crate::decide::Hand;
use crate::entry::{Author, Content, Entry, NewEntry, Written};
use crate::id::{ControllerId, EmploymentId, EntryId, PathwayId, PersonId, StaffId, UnitId};
use crate::org::{Employment, Function, Unit, UnitKind};
use crate::pathway::Pathway;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// A unit that is called what its id says.
pub(crate) fn unit(id: &str, kind: UnitKind) -> Unit {
    Unit {
        id: UnitId::new(id),
        name: id.into(),
        kind,
        municipality: None,
        region: String::new(),
        controller: ControllerId::new("c"),
        phone: "1".into(),
        hours: None,
        serves: Vec::new(),
        offer: None,
        from: date(2020, 1, 1),
        to: None,
    }
}

/// Somebody employed since ever; the name is the id in capitals.
pub(crate) fn employment(id: &str, unit: &str, function: Function) -> Employment {
    Employment {
        id: EmploymentId::new(id),
        staff: StaffId::new(id),
        name: id.to_uppercase(),
        unit: UnitId::new(unit),
        function,
        phone: None,
        from: Timestamp::UNIX_EPOCH,
        to: None,
        leave: Vec::new(),
    }
}

/// Begins a child's pathway.
pub(crate) fn child_opened() -> Body {
    Body::PathwayOpened(PathwayOpened {
        pathway: PathwayKind::Child,
        subject: PersonId::new("anna"),
        case_number: "c".into(),
        municipality: None,
    })
}

/// That it is born, and nothing more of its birth.
pub(crate) fn child_born() -> Body {
    Body::ChildBorn(ChildBorn {
        weight: None,
        gestation: None,
    })
}

/// A journal about Anna that grows by an hour with each step.
pub(crate) struct Grown {
    pub(crate) entries: Vec<Entry>,
    pub(crate) now: Timestamp,
}

impl Grown {
    /// One that is empty on the third of March 2026.
    pub(crate) fn new() -> Self {
        Self {
            entries: Vec::new(),
            now: "2026-03-03T09:00:00Z".parse().unwrap(),
        }
    }

    /// Somebody of a unit who writes in it now.
    pub(crate) fn hand(&self, (unit, controller): (&str, &str), function: Function) -> Hand {
        Hand {
            author: Arc::new(Author {
                employment: EmploymentId::new("w"),
                name: "W".into(),
                unit: UnitId::new(unit),
                function,
            }),
            controller: ControllerId::new(controller),
            about: vec![PersonId::new("anna")],
            now: self.now,
        }
    }

    /// Writes what was decided.
    pub(crate) fn write(&mut self, new: Vec<NewEntry>) {
        for NewEntry { envelope, body } in new {
            let seq = u32::try_from(self.entries.len()).unwrap() + 1;
            self.entries.push(Entry {
                pathway: PathwayId::new("p"),
                seq,
                id: EntryId::new(format!("e{seq}")),
                recorded: self.now,
                content: Content::Written(Arc::new(Written { envelope, body })),
            });
        }
        self.now += SignedDuration::from_hours(1);
    }

    /// The fold of it.
    pub(crate) fn pathway(&self) -> Pathway {
        Pathway::fold(&self.entries)
    }
}
