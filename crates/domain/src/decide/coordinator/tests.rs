// SPDX-License-Identifier: EUPL-1.2
//! One coordinator at any time: whoever follows says why the one before stops, and takes the meetings over.

use super::*;
use crate::body::{MeetingCalled, PathwayKind, PathwayOpened};
use crate::entry::{Author, Content, Entry, Written};
use crate::id::{ControllerId, EmploymentId, EntryId, PathwayId, PersonId, RefId, StaffId};
use crate::org::{Function, Leave};
use crate::refusal::FieldProblem;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

fn start() -> Timestamp {
    "2026-03-03T09:00:00Z".parse().unwrap()
}

fn clinic() -> Unit {
    Unit {
        id: UnitId::new("clinic"),
        name: "clinic".into(),
        kind: UnitKind::FamilyClinic,
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

fn somebody(id: &str) -> Employment {
    Employment {
        id: EmploymentId::new(id),
        staff: StaffId::new(id),
        name: id.to_uppercase(),
        unit: UnitId::new("clinic"),
        function: Function::Midwife,
        phone: None,
        from: Timestamp::UNIX_EPOCH,
        to: None,
        leave: Vec::new(),
    }
}

/// A journal that grows by an hour with each step.
struct Story {
    entries: Vec<Entry>,
    now: Timestamp,
    function: Function,
}

impl Story {
    fn begun() -> Self {
        let mut story = Self {
            entries: Vec::new(),
            now: start(),
            function: Function::Midwife,
        };
        let opened = PathwayOpened {
            pathway: PathwayKind::Pregnancy,
            subject: PersonId::new("anna"),
            case_number: "c".into(),
            municipality: None,
        };
        let entry = story
            .hand()
            .write(Category::Coordination, Body::PathwayOpened(opened));
        story.write(vec![entry]);
        story
    }

    fn hand(&self) -> Hand {
        Hand {
            author: Arc::new(Author {
                employment: EmploymentId::new("w"),
                name: "W".into(),
                unit: UnitId::new("clinic"),
                function: self.function,
            }),
            controller: ControllerId::new("c"),
            about: vec![PersonId::new("anna")],
            now: self.now,
        }
    }

    fn write(&mut self, new: Vec<NewEntry>) {
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

    fn pathway(&self) -> Pathway {
        Pathway::fold(&self.entries)
    }

    fn appoint(&mut self, who: &Employment, leaving: Option<LeavingReason>) -> Result<(), Refusal> {
        let unit = clinic();
        let command = Appoint {
            employment: who,
            unit: &unit,
            agreed: None,
            deviation: None,
            leaving,
        };
        let new = appoint(&self.pathway(), &command, &self.hand())?;
        self.write(new);
        Ok(())
    }

    fn now_is(&self) -> Option<String> {
        let now = self.pathway().coordinator;
        now.map(|now| now.body.employment.as_str().to_owned())
    }
}

fn refused(found: Result<(), Refusal>, field: &'static str, problem: Problem) {
    let wanted = Refusal::Invalid(vec![FieldProblem { field, problem }]);
    assert_eq!(found.unwrap_err(), wanted);
}

#[test]
fn s2_033_a_second_coordinator_is_refused_until_it_is_said_why_the_first_stops() {
    let mut story = Story::begun();
    story.appoint(&somebody("a"), None).unwrap();
    let before = story.entries.len();
    refused(
        story.appoint(&somebody("b"), None),
        "leaving",
        Problem::CoordinatorStays,
    );
    assert_eq!(story.entries.len(), before);
    story
        .appoint(&somebody("b"), Some(LeavingReason::Leave))
        .unwrap();
    assert_eq!(story.now_is().as_deref(), Some("b"));
    let pathway = story.pathway();
    assert_eq!(pathway.coordinators, 2, "one change is counted");
    let twice = story.appoint(&somebody("b"), Some(LeavingReason::Moved));
    assert_eq!(twice, Err(Refusal::NotNow(NotNow::AlreadyDone)));
}

#[test]
fn somebody_on_leave_is_not_appointed() {
    let mut story = Story::begun();
    let mut away = somebody("a");
    away.leave.push(Leave {
        from: start(),
        to: None,
        deputy: None,
    });
    refused(story.appoint(&away, None), "employment", Problem::OnLeave);
}

/// Whoever is chosen in whatever order, with a reason or without: there is exactly one from the first on, each is closed by
/// the next, and the count tells of every change (row X09).
#[test]
fn x09_however_often_it_is_changed_there_is_exactly_one() {
    let people = ["a", "b", "c"].map(somebody);
    // A walk through all pairs of a choice and a reason.
    for seed in 0_usize..200 {
        let mut story = Story::begun();
        let mut changes = 0;
        let mut at = seed;
        for _ in 0..12 {
            at = at.wrapping_mul(31).wrapping_add(17);
            let who = &people[at % people.len()];
            let reasons = LeavingReason::ALL;
            let leaving = (at % 5 != 0).then(|| reasons[at % reasons.len()]);
            let before = story.now_is();
            match story.appoint(who, leaving) {
                Ok(()) => {
                    changes += 1;
                    assert_eq!(story.now_is().as_deref(), Some(who.id.as_str()));
                }
                Err(_) => assert_eq!(story.now_is(), before),
            }
            assert_eq!(story.now_is().is_some(), changes > 0);
        }
        let bodies = story.entries.iter().filter_map(Entry::written);
        let count = |kind| bodies.clone().filter(|w| w.body.kind() == kind).count();
        assert_eq!(count("coordinator-appointed"), changes);
        assert_eq!(count("coordinator-left"), changes.saturating_sub(1));
        assert_eq!(story.pathway().coordinators, changes);
    }
}

#[test]
fn a11_who_follows_is_invited_to_what_is_still_to_come() {
    let mut story = Story::begun();
    story.appoint(&somebody("a"), None).unwrap();
    let called = |reference: &str, day: i64| {
        Body::MeetingCalled(MeetingCalled {
            reference: RefId::new(reference),
            at: start() + SignedDuration::from_hours(24 * day),
            place: String::new(),
            purpose: "p".into(),
            invited: vec!["Anna".into(), "A".into()],
            ..MeetingCalled::default()
        })
    };
    for (reference, day) in [("past", -3), ("coming", 30)] {
        let entry = story
            .hand()
            .write(Category::Coordination, called(reference, day));
        story.write(vec![entry]);
    }
    story
        .appoint(&somebody("b"), Some(LeavingReason::Leave))
        .unwrap();
    let pathway = story.pathway();
    let invited = |reference: &str| {
        pathway
            .meeting(reference)
            .unwrap()
            .called
            .body
            .invited
            .clone()
    };
    assert_eq!(invited("coming"), ["Anna", "B"]);
    assert_eq!(invited("past"), ["Anna", "A"]);
}

#[test]
fn a11_that_she_will_be_away_is_told_once_and_taken_back() {
    let mut story = Story::begun();
    let hand = story.hand();
    assert!(away(&story.pathway(), date(2026, 5, 1), None, &hand).is_empty());
    story.appoint(&somebody("a"), None).unwrap();
    assert!(
        back(&story.pathway(), &story.hand()).is_empty(),
        "she is there"
    );
    let told = away(&story.pathway(), date(2026, 5, 1), None, &story.hand());
    story.write(told);
    let pathway = story.pathway();
    let from = pathway.coordinator_away.as_ref().map(|away| away.body.from);
    assert_eq!(from, Some(date(2026, 5, 1)));
    let returned = back(&pathway, &story.hand());
    story.write(returned);
    assert!(story.pathway().coordinator_away.is_none());
    // Whoever follows is not away.
    let told = away(&story.pathway(), date(2026, 5, 1), None, &story.hand());
    story.write(told);
    story
        .appoint(&somebody("b"), Some(LeavingReason::Leave))
        .unwrap();
    assert!(story.pathway().coordinator_away.is_none());
    assert!(back(&story.pathway(), &story.hand()).is_empty());
}

#[test]
fn what_a_leader_writes_in_leading_the_unit_is_no_part_in_the_case() {
    let mut story = Story::begun();
    story.appoint(&somebody("a"), None).unwrap();
    assert!(story.pathway().managed.is_empty());
    story.function = Function::Leader;
    story
        .appoint(&somebody("b"), Some(LeavingReason::Leave))
        .unwrap();
    assert_eq!(story.pathway().managed.len(), 2);
}
