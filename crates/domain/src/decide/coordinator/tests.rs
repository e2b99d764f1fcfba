// SPDX-License-Identifier: EUPL-1.2
//! One coordinator at any time: whoever follows says why the one before stops, and takes the meetings over.

use super::*;
use crate::body::{MeetingCalled, PathwayKind, PathwayOpened};
use crate::entry::Entry;
use crate::fixture::{self, Grown};
use crate::id::{PersonId, RefId};
use crate::org::{Function, Leave};
use crate::refusal::FieldProblem;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};

fn start() -> Timestamp {
    "2026-03-03T09:00:00Z".parse().unwrap()
}

fn clinic() -> Unit {
    fixture::unit("clinic", UnitKind::FamilyClinic)
}

fn somebody(id: &str) -> Employment {
    fixture::employment(id, "clinic", Function::Midwife)
}

/// A pregnancy the clinic has opened.
struct Story {
    journal: Grown,
    function: Function,
}

impl Story {
    fn begun() -> Self {
        let mut story = Self {
            journal: Grown::new(),
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
        self.journal.hand(("clinic", "c"), self.function)
    }

    fn write(&mut self, new: Vec<NewEntry>) {
        self.journal.write(new);
    }

    fn pathway(&self) -> Pathway {
        self.journal.pathway()
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
    let before = story.journal.entries.len();
    refused(
        story.appoint(&somebody("b"), None),
        "leaving",
        Problem::CoordinatorStays,
    );
    assert_eq!(story.journal.entries.len(), before);
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
        let bodies = story.journal.entries.iter().filter_map(Entry::written);
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
