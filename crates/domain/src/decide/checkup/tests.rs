// SPDX-License-Identifier: EUPL-1.2
//! Check-ups: who gives them a place, what becomes of each, when the family is lost, and what ends them.

use super::*;
use crate::body::{CheckupsEnded, EndingWay, MissedBecause, OutreachHow};
use crate::decide::closing::{Ending, Known, Telling, end};
use crate::directory::Directory;
use crate::fixture::{self, Grown};
use crate::org::Function;
use crate::refusal::FieldProblem;
use crate::time::Occurred;
use jiff::civil::date;

struct Counted(u32);

impl Ids for Counted {
    fn random(&mut self) -> String {
        self.0 += 1;
        format!("r{}", self.0)
    }
}

/// A child born the day before, at a clinic beside a paediatric department.
struct Story {
    grown: Grown,
    directory: Directory,
}

impl Story {
    fn begun() -> Self {
        let mut grown = Grown::new();
        let hand = grown.hand(("clinic", "c"), Function::Physician);
        let born = hand.write(Category::ChildHealth, fixture::child_born());
        grown.write(vec![
            hand.write(Category::Coordination, fixture::child_opened()),
            born.occurred(Occurred::on(date(2026, 3, 2))),
        ]);
        let units = [
            fixture::unit("clinic", UnitKind::FamilyClinic),
            fixture::unit("children", UnitKind::Paediatrics),
            fixture::unit("ppr", UnitKind::Ppr),
        ];
        let directory = Directory::on(date(2026, 3, 3), units);
        Self { grown, directory }
    }

    fn world(&self) -> World<'_> {
        World {
            directory: &self.directory,
            out_of_hours: false,
        }
    }

    fn hand(&self) -> Hand {
        self.grown.hand(("clinic", "c"), Function::Physician)
    }

    fn place(&self, told: &Placing, hand: &Hand) -> Result<Vec<NewEntry>, Refusal> {
        let known = self.grown.pathway();
        let readable: Vec<&Entry> = self.grown.entries.iter().collect();
        let on = Place {
            known: &known,
            readable: &readable,
            offers: &[],
            world: self.world(),
        };
        place(on, told, hand, &mut Counted(0))
    }

    fn placed() -> Self {
        let mut story = Self::begun();
        let entries = story.place(&placing(), &story.hand()).unwrap();
        story.grown.write(entries);
        story
    }

    fn tell(&mut self, number: usize, outcome: CheckupOutcome) -> Result<(), Refusal> {
        let known = self.grown.pathway();
        let told = CheckupTold {
            checkup: known.child.checkups.all[number].reference.clone(),
            outcome,
            to: None,
            because: Some(MissedBecause::NoShow),
            note: String::new(),
        };
        let entries = tell(&known, &told, &self.hand())?;
        self.grown.write(entries);
        Ok(())
    }

    fn later(&mut self, year: i16) {
        self.grown.now = crate::time::start_of_day(date(year, 9, 1));
    }

    fn end(&self, told: &Ending) -> Result<Vec<NewEntry>, Refusal> {
        let known = self.grown.pathway();
        let readable: Vec<&Entry> = self.grown.entries.iter().collect();
        let on = Known {
            known: &known,
            readable: &readable,
            whole: &known,
            world: self.world(),
            authority: None,
        };
        end(on, told, &self.hand(), RefId::new("h"))
    }
}

fn placing() -> Placing {
    Placing {
        yes: true,
        unit: Some(UnitId::new("clinic")),
        offer: None,
        note: String::new(),
        days: vec![date(2026, 9, 1), date(2027, 3, 1)],
        until: Some(date(2032, 3, 2)),
        reason: String::new(),
    }
}

fn ending(way: EndingWay, reason: &str) -> Ending {
    Ending {
        way,
        reason: reason.into(),
        receivers: Vec::new(),
        telling: Telling {
            needs: "n".into(),
            strengths: "s".into(),
            challenges: "c".into(),
            exposure: None,
            ground: Ground::Consent,
            reason: String::new(),
            tell: false,
        },
        without: String::new(),
        letter: String::new(),
        told: None,
        told_note: String::new(),
    }
}

fn problem(refused: Result<Vec<NewEntry>, Refusal>) -> Vec<FieldProblem> {
    match refused {
        Err(Refusal::Invalid(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

#[test]
fn s3_014_check_ups_run_to_school_age_and_another_end_has_a_reason() {
    let story = Story::begun();
    let early = Placing {
        until: Some(date(2030, 3, 2)),
        ..placing()
    };
    let refused = problem(story.place(&early, &story.hand()));
    assert_eq!(refused[0].problem, Problem::NotSchoolAge);
    let late = Placing {
        until: Some(date(2034, 3, 2)),
        reason: "Vanskelighederne vokser.".into(),
        ..placing()
    };
    assert!(story.place(&late, &story.hand()).is_ok());
}

#[test]
fn only_health_staff_of_a_place_offers_and_nobody_else_while_they_run() {
    let story = Story::placed();
    let elsewhere = story.grown.hand(("children", "c"), Function::Physician);
    assert!(story.place(&placing(), &elsewhere).is_err());
    let begun = Story::begun();
    let ppr = begun.grown.hand(("ppr", "c"), Function::Psychologist);
    assert!(begun.place(&placing(), &ppr).is_err());
    // A child nobody has settled custody of is told of to nobody else.
    let other = Placing {
        unit: Some(UnitId::new("children")),
        ..placing()
    };
    let refused = begun.place(&other, &begun.hand());
    assert!(matches!(refused, Err(Refusal::NoConsent(_))), "{refused:?}");
}

#[test]
fn s3_021_two_missed_in_a_row_and_the_family_is_lost_until_somebody_reaches_it() {
    let mut story = Story::placed();
    assert!(
        story.tell(0, CheckupOutcome::Missed).is_err(),
        "it lies ahead"
    );
    story.later(2027);
    story.tell(0, CheckupOutcome::Missed).unwrap();
    assert!(story.grown.pathway().child.checkups.lost.is_none());
    story.tell(1, CheckupOutcome::Missed).unwrap();
    let known = story.grown.pathway();
    assert!(known.child.checkups.lost.is_some());
    let declined = problem(story.end(&ending(EndingWay::Declined, "De vil ikke.")));
    assert_eq!(declined[0].problem, Problem::FamilyLost);
    let notified = problem(story.end(&ending(EndingWay::Notified, "Ingen svarer.")));
    let fields: Vec<&str> = notified.iter().map(|one| one.field).collect();
    assert_eq!(fields, ["letter", "told", "way"]);
    let tried = |reached| OutreachTried {
        how: OutreachHow::Telephone,
        reached,
        note: "Talte med mor.".into(),
    };
    let entries = reach_out(&known, &tried(false), &story.hand()).unwrap();
    story.grown.write(entries);
    assert!(story.grown.pathway().child.checkups.lost.is_some());
    let entries = reach_out(&story.grown.pathway(), &tried(true), &story.hand()).unwrap();
    story.grown.write(entries);
    let known = story.grown.pathway();
    assert!(known.child.checkups.lost.is_none());
    assert!(reach_out(&known, &tried(true), &story.hand()).is_err());
    assert!(
        story
            .end(&ending(EndingWay::Declined, "De vil ikke mere."))
            .is_ok()
    );
}

#[test]
fn s0_032_the_last_one_is_not_taken_away_without_a_reason() {
    let mut story = Story::placed();
    story.tell(0, CheckupOutcome::Removed).unwrap();
    let refused = story.tell(1, CheckupOutcome::Removed);
    let Err(Refusal::Invalid(problems)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(problems[0].problem, Problem::LastCheckup);
    assert_eq!(story.grown.pathway().child.checkups.open().len(), 1);
}

#[test]
fn s3_014_before_school_age_an_end_has_a_reason_and_a_receiver_left_out_has_one() {
    let story = Story::placed();
    let refused = problem(story.end(&ending(EndingWay::HandedOver, "")));
    let found: Vec<Problem> = refused.iter().map(|one| one.problem).collect();
    assert!(found.contains(&Problem::NotSchoolAge), "{found:?}");
    assert!(found.contains(&Problem::NotChosen), "{found:?}");
    assert!(found.contains(&Problem::FollowerMissing), "{found:?}");
}

#[test]
fn s0_018_handed_over_is_not_ended_before_each_has_accepted() {
    let mut story = Story::placed();
    let body = Body::CheckupsEnded(CheckupsEnded {
        way: EndingWay::HandedOver,
        handover: Some(RefId::new("h")),
        reason: String::new(),
        without: None,
    });
    let entry = story.hand().write(Category::ChildHealth, body);
    story.grown.write(vec![entry]);
    let known = story.grown.pathway();
    assert!(known.has_checkups() && known.checkups_wait());
}
