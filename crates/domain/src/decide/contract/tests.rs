// SPDX-License-Identifier: EUPL-1.2
//! What makes a contract on detention one, and what never does (rows S2-036, S4-063; scenario A06).

use super::*;
use crate::body::{PathwayKind, PathwayOpened, ResidentialAnswer, ResidentialOffered};
use crate::entry::{Author, Content, Entry, Written};
use crate::id::{ControllerId, EmploymentId, EntryId, PathwayId, PersonId, UnitId};
use crate::org::Function;
use jiff::civil::date;
use std::sync::Arc;

fn hand(now: &str) -> Hand {
    Hand {
        author: Arc::new(Author {
            employment: EmploymentId::new("e"),
            name: "N".into(),
            unit: UnitId::new("alcohol"),
            function: Function::Therapist,
        }),
        controller: ControllerId::new("c"),
        about: vec![PersonId::new("anna")],
        now: now.parse().unwrap(),
    }
}

const NOW: &str = "2026-03-03T09:00:00Z";

/// A journal that grows.
struct Story(Vec<Entry>);

impl Story {
    /// She has asked for treatment for something.
    fn asked_for(substance: &str) -> Self {
        let mut story = Self(Vec::new());
        let opened = PathwayOpened {
            pathway: PathwayKind::Pregnancy,
            subject: PersonId::new("anna"),
            case_number: "c".into(),
            municipality: None,
        };
        let hand = hand("2026-03-01T09:00:00Z");
        story.write(vec![
            hand.write(Category::Coordination, Body::PathwayOpened(opened)),
        ]);
        let reference = RefId::new("q");
        let asked = request(
            &story.now(),
            (&reference, substance),
            (date(2026, 3, 1), false),
            &hand,
        );
        story.write(asked.unwrap());
        story
    }

    fn now(&self) -> Pathway {
        Pathway::fold(&self.0)
    }

    fn write(&mut self, new: Vec<NewEntry>) {
        for NewEntry { envelope, body } in new {
            let seq = u32::try_from(self.0.len()).unwrap() + 1;
            self.0.push(Entry {
                pathway: PathwayId::new("p"),
                seq,
                id: EntryId::new(format!("e{seq}")),
                recorded: envelope.occurred.at,
                content: Content::Written(Arc::new(Written { envelope, body })),
            });
        }
    }

    fn admitted(&mut self) {
        let offered = ResidentialOffered {
            place: "Testgården".into(),
            answer: ResidentialAnswer::Accepted,
            raised_to: None,
        };
        let body = Body::ResidentialOffered(offered);
        self.write(vec![hand(NOW).write(Category::SubstanceUse, body)]);
    }

    fn offer(&self, law: ContractLaw, minor: bool) -> Result<Vec<NewEntry>, Refusal> {
        let offered = ContractOffered {
            reference: RefId::new("k"),
            request: RefId::new("q"),
            law,
            answer: ContractAnswer::Yes,
            again: None,
            note: String::new(),
        };
        offer(&self.now(), &offered, minor, &hand(NOW))
    }

    fn sign(&self, by_her: bool) -> Result<Vec<NewEntry>, Refusal> {
        let signed = ContractSigned {
            reference: RefId::new("k"),
            on: date(2026, 3, 3),
            until: None,
        };
        sign(&self.now(), &signed, (by_her, false), &hand(NOW))
    }

    fn end(&self) -> Result<Vec<NewEntry>, Refusal> {
        let ended = ContractEnded {
            reference: RefId::new("k"),
            ended: ContractEnding::ByHer,
            note: String::new(),
        };
        end(&self.now(), &ended, &hand(NOW))
    }

    fn detain(&self) -> Result<Vec<NewEntry>, Refusal> {
        let references = (&RefId::new("k"), &RefId::new("d"));
        let what = (date(2026, 3, 3), "Hun ville gå midt om natten.");
        detain(&self.now(), references, what, &hand(NOW))
    }

    /// With a contract that runs.
    fn signed() -> Self {
        let mut story = Self::asked_for("stof");
        story.admitted();
        story.write(story.offer(ContractLaw::Drugs, false).unwrap());
        story.write(story.sign(true).unwrap());
        story
    }

    fn state(&self) -> ContractState {
        let pathway = self.now();
        pathway.contract("k").unwrap().state(date(2026, 3, 3), None)
    }
}

fn not_now<T: std::fmt::Debug>(answer: &Result<T, Refusal>) -> NotNow {
    let Err(Refusal::NotNow(why)) = answer else {
        panic!("{answer:?}");
    };
    *why
}

#[test]
fn s2_036_the_law_is_that_of_what_she_is_treated_for() {
    for (substance, right, wrong) in [
        ("alkohol", ContractLaw::Alcohol, ContractLaw::Drugs),
        ("stof", ContractLaw::Drugs, ContractLaw::Alcohol),
    ] {
        let story = Story::asked_for(substance);
        assert!(story.offer(right, false).is_ok());
        let Err(Refusal::Invalid(problems)) = story.offer(wrong, false) else {
            panic!("{substance}");
        };
        assert_eq!(
            (problems[0].field, problems[0].problem),
            ("law", Problem::OtherLaw)
        );
    }
    assert!(
        Story::asked_for("medicin")
            .offer(ContractLaw::Drugs, false)
            .is_err()
    );
}

#[test]
fn s2_036_without_residential_treatment_and_her_own_hand_there_is_none() {
    let mut story = Story::asked_for("stof");
    story.write(story.offer(ContractLaw::Drugs, false).unwrap());
    assert_eq!(not_now(&story.sign(true)), NotNow::NotResidential);
    story.admitted();
    assert!(matches!(story.sign(false), Err(Refusal::Invalid(_))));
    assert_eq!(story.state(), ContractState::Wanted);
    assert_eq!(not_now(&story.detain()), NotNow::NoSuchContract);
    story.write(story.sign(true).unwrap());
    assert_eq!(story.state(), ContractState::Running);
}

#[test]
fn no_contract_is_made_with_a_minor() {
    let story = Story::asked_for("stof");
    let refused = not_now(&story.offer(ContractLaw::Drugs, true));
    assert_eq!(refused, NotNow::NotForAMinor);
    assert!(is_minor(date(2008, 3, 4), date(2026, 3, 3)));
    assert!(!is_minor(date(2008, 3, 3), date(2026, 3, 3)));
}

#[test]
fn she_ends_it_when_she_wants_except_while_she_is_held_back() {
    let mut story = Story::signed();
    story.write(story.detain().unwrap());
    assert!(story.now().is_detained());
    assert_eq!(not_now(&story.end()), NotNow::Detained);
    let mut free = Story::signed();
    free.write(free.end().unwrap());
    assert_eq!(free.state(), ContractState::Ended);
    assert!(free.now().is_residential(), "the treatment goes on");
    assert_eq!(not_now(&free.detain()), NotNow::NoSuchContract);
}

#[test]
fn no_consent_opens_any_of_it() {
    let story = Story::signed();
    let written = story.0.iter().filter_map(Entry::written);
    let contracts = written.filter(|w| w.body.kind().starts_with("contract-"));
    assert!(contracts.clone().count() == 2 && contracts.clone().all(|w| w.envelope.restricted));
    let held = story.detain().unwrap();
    assert!(held.iter().all(|entry| entry.envelope.restricted));
}

#[test]
fn it_counts_until_the_birth_or_its_last_day() {
    let story = Story::signed();
    let pathway = story.now();
    let contract = pathway.contract("k").unwrap();
    let after = date(2026, 9, 2);
    assert_eq!(contract.state(after, None), ContractState::Running);
    assert_eq!(
        contract.state(after, Some(date(2026, 9, 1))),
        ContractState::Over
    );
}

#[test]
fn s4_059_who_leaves_with_nothing_settled_leaves_with_a_reason() {
    let story = Story::signed();
    let planned = |reason: &str| DischargePlanned {
        place: "Testgården".into(),
        on: date(2026, 4, 1),
        unsettled: vec![crate::body::HomeMatter::Housing],
        reason: reason.into(),
    };
    let plan = |reason: &str| discharge(&story.now(), &planned(reason), &hand(NOW));
    assert!(matches!(plan(" "), Err(Refusal::Invalid(_))));
    assert!(plan("Kommunen finder en bolig inden da.").is_ok());
}
