// SPDX-License-Identifier: EUPL-1.2
//! A hypothesis from raised to concluded: who may, what has to come first, where exposure stands meanwhile, and who reads
//! what was refuted.

use super::*;
use crate::body::{Concern, HistoryAnswer, Points, SignsObserved};
use crate::decide::child::state_exposure;
use crate::directory::Directory;
use crate::fixture::{Grown, child_opened, employment, unit};
use crate::journal::Shares;
use crate::pathway::{Exposure, HypothesisState};
use crate::policy::{Consents, Grounds, Purpose, Reader};
use crate::refusal::FieldProblem;
use jiff::civil::date;

const DAY: Date = date(2026, 6, 1);

struct Story {
    grown: Grown,
    directory: Directory,
}

impl Story {
    /// A child in which a daycare centre has seen something, as those read it who were told.
    fn begun() -> Self {
        let units = [
            unit("daycare", UnitKind::Daycare),
            unit("ppr", UnitKind::Ppr),
            unit("doctor", UnitKind::GeneralPractice),
            unit("family", UnitKind::FamilyDepartment),
        ];
        let mut story = Self {
            grown: Grown::new(),
            directory: Directory::on(date(2026, 3, 3), units),
        };
        let hand = story.hand("daycare", Function::Educator);
        let seen = Body::SignsObserved(SignsObserved {
            signs: vec!["sarthed-lyd".into()],
            other: String::new(),
            setting: String::new(),
            words: String::new(),
            concern: Concern::Yes,
            look_again: None,
        });
        let bodies = [child_opened(), seen];
        let entries = bodies.map(|body| hand.write(Category::ChildDevelopment, body));
        story.grown.write(entries.to_vec());
        story
    }

    fn hand(&self, unit: &str, function: Function) -> Hand {
        self.grown.hand((unit, unit), function)
    }

    fn take(
        &mut self,
        hand: &Hand,
        step: impl FnOnce(Considering<'_>, &[Entry]) -> Result<Vec<NewEntry>, Refusal>,
    ) -> Result<(), Refusal> {
        let whole = self.grown.pathway();
        let on = Considering {
            known: &whole,
            whole: &whole,
            hand,
            world: World {
                directory: &self.directory,
                out_of_hours: false,
            },
        };
        let new = step(on, &self.grown.entries)?;
        self.grown.write(new);
        Ok(())
    }

    fn raises(&mut self, unit: &str, function: Function) -> Result<(), Refusal> {
        let hand = self.hand(unit, function);
        self.take(&hand, |on, entries| {
            let readable: Vec<&Entry> = entries.iter().collect();
            let raised = HypothesisRaised {
                reference: RefId::new(format!("h{}", entries.len())),
                grounds: vec![EntryId::new("e2")],
                substances: Vec::new(),
                reason: "Tegnene har varet ved.".into(),
                test_by: DAY,
            };
            raise(on, &readable, &raised)
        })
    }

    fn tests(&mut self, kind: TestKind, points: Points, answers: [HistoryAnswer; 2]) {
        let hand = self.hand("doctor", Function::Physician);
        let [drugs, medicine] = answers.map(Some);
        let tested = HypothesisTested {
            reference: RefId::new(""),
            test: kind,
            drugs,
            medicine,
            points,
            result: "Spurgt.".into(),
        };
        self.take(&hand, |on, _| test(on, &[], (&tested, hand.today())))
            .unwrap();
    }

    fn concludes(
        &mut self,
        (unit, function): (&str, Function),
        to: Conclusion,
    ) -> Result<(), Refusal> {
        let hand = self.hand(unit, function);
        let told = Concluding {
            conclusion: to,
            reason: "Samlet vurdering.".into(),
            look_again: (to == Conclusion::Unresolved).then_some(DAY),
            substances: vec!["alkohol".into()],
            assess_by: Some(DAY),
        };
        self.take(&hand, |on, entries| conclude(on, (entries, &[]), &told))
    }

    fn exposure(&self) -> Exposure {
        self.grown.pathway().exposure_position()
    }

    /// The kinds of what somebody reads.
    fn read_by(&self, unit: &str, function: Function) -> Vec<&'static str> {
        let whole = self.grown.pathway();
        let shares = Shares::of(&self.grown.entries);
        let grounds = Grounds {
            shares: &shares,
            consents: Consents::of(&whole),
            shown: &[],
            misfiled: &[],
            sealed: &[],
            now: self.grown.now,
        };
        let employment = employment("r", unit, function);
        let reader = Reader {
            employment: &employment,
            purpose: Purpose::Care,
        };
        let read = grounds.readable(reader, &self.grown.entries);
        read.iter()
            .map(|e| e.written().unwrap().body.kind())
            .collect()
    }
}

fn problem(outcome: Result<(), Refusal>) -> Vec<(&'static str, Problem)> {
    let Err(Refusal::Invalid(problems)) = outcome else {
        panic!("it was not refused for a field: {outcome:?}");
    };
    let pair = |p: &FieldProblem| (p.field, p.problem);
    problems.iter().map(pair).collect()
}

const ASKED: [HistoryAnswer; 2] = [HistoryAnswer::Unknown, HistoryAnswer::Unknown];
const PPR: (&str, Function) = ("ppr", Function::Psychologist);
const DOCTOR: (&str, Function) = ("doctor", Function::Physician);

#[test]
fn b14_who_gives_signs_raises_nothing_and_states_nothing_and_ppr_doctors_and_the_authority_raise() {
    let not_theirs = Err(Refusal::NotNow(NotNow::GivesSignsAlone));
    for (unit, function) in [
        ("daycare", Function::Educator),
        ("daycare", Function::Therapist),
    ] {
        assert_eq!(Story::begun().raises(unit, function), not_theirs);
    }
    for (unit, function) in [
        PPR,
        ("ppr", Function::Educator),
        DOCTOR,
        ("elsewhere", Function::HealthVisitor),
        ("family", Function::Caseworker),
    ] {
        assert_eq!(Story::begun().raises(unit, function), Ok(()), "{unit}");
    }
    let mut story = Story::begun();
    let stated = ExposureStated {
        exposed: Exposed::Suspected,
        substances: Vec::new(),
        certainty: Certainty::Presumed,
        assess_by: Some(DAY),
    };
    let hand = story.hand("daycare", Function::Educator);
    let outcome = story.take(&hand, |on, entries| {
        state_exposure((on.known, on.whole), entries, &stated, on.hand)
    });
    assert_eq!(outcome, not_theirs);
}

#[test]
fn s0_014_nothing_is_confirmed_or_refuted_before_it_was_tested_and_each_refusal_says_what_lacks() {
    let mut story = Story::begun();
    story.raises(PPR.0, PPR.1).unwrap();
    assert_eq!(story.exposure(), Exposure::Suspected);
    let untested = vec![("conclusion", Problem::NotTested)];
    for to in [Conclusion::Confirmed, Conclusion::Refuted] {
        assert_eq!(problem(story.concludes(DOCTOR, to)), untested);
    }
    // Not to have asked is no answer, whatever else was tested; not to know is one.
    let unasked = [HistoryAnswer::Unknown, HistoryAnswer::NotAsked];
    story.tests(TestKind::Anamnesis, Points::Neither, unasked);
    story.tests(TestKind::MedicalFinding, Points::Towards, ASKED);
    for to in Conclusion::ALL {
        let refused = problem(story.concludes(DOCTOR, *to));
        assert_eq!(refused, [("conclusion", Problem::NotAskedYet)], "{to:?}");
    }
    story.tests(TestKind::Anamnesis, Points::Neither, ASKED);
    // It is the doctor's to confirm; nothing points to it from the mother.
    let doctors = [("conclusion", Problem::ConfirmedByADoctor)];
    assert_eq!(
        problem(story.concludes(PPR, Conclusion::Confirmed)),
        doctors
    );
    story.concludes(DOCTOR, Conclusion::Confirmed).unwrap();
    assert_eq!(story.exposure(), Exposure::Confirmed);
    let whole = story.grown.pathway();
    let stated = &whole.child.stated().unwrap().body;
    assert_eq!(
        (stated.exposed, stated.certainty),
        (Exposed::Yes, Certainty::Documented)
    );
}

#[test]
fn b14_what_the_mother_has_told_confirms_it_without_a_doctor_when_it_points_to_it() {
    let mut story = Story::begun();
    story.raises(PPR.0, PPR.1).unwrap();
    story.tests(TestKind::Other, Points::Neither, ASKED);
    let nothing = [("conclusion", Problem::NothingPointsToIt)];
    assert_eq!(
        problem(story.concludes(DOCTOR, Conclusion::Confirmed)),
        nothing
    );
    story.tests(TestKind::MothersWord, Points::Towards, ASKED);
    story.concludes(PPR, Conclusion::Confirmed).unwrap();
    let whole = story.grown.pathway();
    assert_eq!(
        whole.child.stated().unwrap().body.certainty,
        Certainty::Told
    );
}

#[test]
fn b14_what_is_refuted_is_no_exposure_and_is_read_by_the_authority_and_doctors_alone() {
    let mut story = Story::begun();
    story.raises(PPR.0, PPR.1).unwrap();
    let open = Err(Refusal::NotNow(NotNow::HypothesisOpen));
    assert_eq!(story.raises(DOCTOR.0, DOCTOR.1), open);
    assert_eq!(story.read_by(PPR.0, PPR.1), ["hypothesis-raised"]);
    story.tests(TestKind::MothersWord, Points::Away, ASKED);
    story.concludes(PPR, Conclusion::Refuted).unwrap();
    assert_eq!(story.exposure(), Exposure::Refuted);
    assert!(!story.exposure().stands());
    assert_eq!(story.read_by(PPR.0, PPR.1), [""; 0]);
    assert_eq!(story.read_by("ppr", Function::Caseworker).len(), 3);
    assert_eq!(story.read_by("ppr", Function::Physician).len(), 3);
    // Whoever raises one anew begins anew.
    story.raises(PPR.0, PPR.1).unwrap();
    assert_eq!(story.exposure(), Exposure::Suspected);
    assert_eq!(story.read_by(PPR.0, PPR.1), ["hypothesis-raised"]);
}

#[test]
fn s0_014_what_stays_unresolved_is_followed_up_on_a_day_and_may_be_tested_again() {
    let mut story = Story::begun();
    story.raises(PPR.0, PPR.1).unwrap();
    story.concludes(PPR, Conclusion::Unresolved).unwrap();
    assert_eq!(story.exposure(), Exposure::Unresolved);
    story.tests(TestKind::MedicalFinding, Points::Towards, ASKED);
    let whole = story.grown.pathway();
    let state = whole.child.hypothesis().unwrap().state;
    assert_eq!(state, HypothesisState::BeingTested);
    assert_eq!(story.exposure(), Exposure::Suspected);
}

#[test]
fn s0_014_what_was_stated_for_certain_outlasts_a_hypothesis_that_is_refuted_and_a_suspicion_does_not()
 {
    for (exposed, left) in [
        (Exposed::Yes, Exposure::Confirmed),
        (Exposed::Suspected, Exposure::Refuted),
    ] {
        let mut story = Story::begun();
        let stated = ExposureStated {
            exposed,
            substances: vec!["alkohol".into()],
            certainty: Certainty::Told,
            assess_by: Some(DAY),
        };
        let hand = story.hand(DOCTOR.0, DOCTOR.1);
        let state = |on: Considering<'_>, entries: &[Entry]| {
            state_exposure((on.known, on.whole), entries, &stated, on.hand)
        };
        story.take(&hand, state).unwrap();
        story.raises(PPR.0, PPR.1).unwrap();
        story.tests(TestKind::PregnancyRecord, Points::Away, ASKED);
        story.concludes(PPR, Conclusion::Refuted).unwrap();
        assert_eq!(story.exposure(), left);
        let midwife = story.read_by(DOCTOR.0, Function::Midwife);
        let shown = midwife.contains(&"exposure-stated");
        assert_eq!(shown, left == Exposure::Confirmed, "{midwife:?}");
    }
}

#[test]
fn a18_the_family_reads_nothing_of_it_before_somebody_has_talked_with_them_corrected_or_not() {
    let mut story = Story::begun();
    story.raises(PPR.0, PPR.1).unwrap();
    let hand = story.hand(PPR.0, PPR.1);
    let raised = story.grown.entries.last().unwrap().clone();
    let written = raised.written().unwrap();
    let mut corrected = hand.write(Category::ChildHealth, written.body.clone());
    corrected.envelope.corrects = Some(raised.id.clone());
    story.grown.write(vec![corrected]);
    let whole = story.grown.pathway();
    let first: Vec<&str> = whole.child.exposed_in.iter().map(EntryId::as_str).collect();
    assert_eq!(first, ["e2", "e3", "e4"]);
}
