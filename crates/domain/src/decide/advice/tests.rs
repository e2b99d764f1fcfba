// SPDX-License-Identifier: EUPL-1.2
//! What a sheet may not tell, and when a child may be named to others.

use super::*;
use crate::body::{BrainInjury, Certainty, CustodyStated, Exposed, ExposureStated};
use crate::fixture::{Grown, child_opened};
use crate::id::RefId;
use crate::org::Function;
use jiff::civil::date;

fn hand(journal: &Grown) -> Hand {
    journal.hand(("family", "c"), Function::Caseworker)
}

fn child(exposed: Option<Exposed>, custody: CustodyState, holders: &[&str]) -> Grown {
    let mut journal = Grown::new();
    let hand = hand(&journal);
    let stated = CustodyStated {
        custody,
        holders: holders.iter().map(|name| (*name).to_owned()).collect(),
    };
    let mut entries = vec![
        hand.write(Category::Coordination, child_opened()),
        hand.write(Category::FamilyNetwork, Body::CustodyStated(stated)),
    ];
    if let Some(exposed) = exposed {
        let stated = ExposureStated {
            exposed,
            substances: Vec::new(),
            certainty: Certainty::Presumed,
            assess_by: None,
        };
        entries.push(hand.write(Category::ChildHealth, Body::ExposureStated(stated)));
    }
    journal.write(entries);
    journal
}

fn asked(yes: &[&str], anonymous: bool, question: &str) -> AdviceRequested {
    AdviceRequested {
        reference: RefId::new("q"),
        supplier: "one".into(),
        anonymous,
        yes: yes.iter().map(|name| (*name).to_owned()).collect(),
        injury: BrainInjury::Suspected,
        question: question.into(),
    }
}

fn outcome(journal: &Grown, requested: &AdviceRequested) -> Result<(), Refusal> {
    let who = ("Emil Test", &["one"][..]);
    ask(&journal.pathway(), requested, who, &hand(journal)).map(drop)
}

fn problem(outcome: Result<(), Refusal>) -> Problem {
    match outcome {
        Err(Refusal::Invalid(problems)) => problems[0].problem,
        other => panic!("{other:?}"),
    }
}

#[test]
fn s3_053_advice_is_asked_for_a_child_that_was_or_may_have_been_exposed() {
    let question = asked(&["Anna"], false, "Hvad hjælper?");
    for (exposed, can) in [
        (Some(Exposed::Yes), true),
        (Some(Exposed::Suspected), true),
        (Some(Exposed::Unresolved), false),
        (None, false),
    ] {
        let journal = child(exposed, CustodyState::Alone, &["Anna"]);
        let outcome = outcome(&journal, &question);
        assert_eq!(outcome.is_ok(), can, "{exposed:?}");
        if !can {
            assert_eq!(outcome, Err(Refusal::NotNow(NotNow::NotExposed)));
        }
    }
}

#[test]
fn without_the_yes_of_everybody_with_custody_the_child_is_not_named() {
    let both = child(
        Some(Exposed::Suspected),
        CustodyState::Shared,
        &["Anna", "Bo"],
    );
    let one = outcome(&both, &asked(&["Anna"], false, "Hvad hjælper?"));
    assert_eq!(problem(one), Problem::YesMissing);
    assert_eq!(
        outcome(&both, &asked(&["Anna", "Bo"], false, "Hvad hjælper?")),
        Ok(())
    );
    let unsettled = child(Some(Exposed::Yes), CustodyState::Unresolved, &["Anna"]);
    let told = outcome(&unsettled, &asked(&["Anna"], false, "Hvad hjælper?"));
    assert_eq!(problem(told), Problem::YesMissing);
    assert_eq!(
        outcome(
            &unsettled,
            &asked(&[], true, "En dreng på 3 år: hvad hjælper?")
        ),
        Ok(())
    );
    for named in ["Hvad hjælper Emil?", "Emils søvn", "010126-1234 sover ikke"] {
        let told = outcome(&unsettled, &asked(&[], true, named));
        assert_eq!(problem(told), Problem::TellsWho, "{named}");
    }
}

#[test]
fn a18_a_sheet_with_the_cause_on_it_is_not_kept() {
    let journal = child(Some(Exposed::Yes), CustodyState::Alone, &["Anna"]);
    let sheet = |helps: &str| HelpSheetWritten {
        needs: "Ro.".into(),
        strengths: "Nysgerrig.".into(),
        signals: "Går væk.".into(),
        helps: helps.into(),
        places: Vec::new(),
    };
    for cause in ["Mor drak.", "Har FAS", "Rusmidler i fostertiden"] {
        let told = write_sheet(&journal.pathway(), &sheet(cause), "", &hand(&journal));
        assert_eq!(problem(told.map(drop)), Problem::TellsCause, "{cause}");
    }
    let background = "Udsat for alkohol før fødslen.";
    let entries = write_sheet(
        &journal.pathway(),
        &sheet("Fast plads. Fastelavn er svær."),
        background,
        &hand(&journal),
    )
    .unwrap();
    let kinds: Vec<_> = entries
        .iter()
        .map(|entry| (entry.body.kind(), entry.envelope.category))
        .collect();
    assert_eq!(
        kinds,
        [
            ("help-sheet-written", Category::ChildDevelopment),
            ("help-background-written", Category::ChildHealth),
        ]
    );
}

#[test]
fn advice_comes_after_it_was_asked_for() {
    let mut journal = child(Some(Exposed::Yes), CustodyState::Alone, &["Anna"]);
    let who = ("Emil Test", &["one"][..]);
    let question = asked(&["Anna"], false, "Hvad hjælper?");
    let entries = ask(&journal.pathway(), &question, who, &hand(&journal)).unwrap();
    journal.write(entries);
    let received = |on| AdviceReceived {
        request: RefId::new("q"),
        on,
        advice: "Fast rytme.".into(),
        efforts: Vec::new(),
    };
    let early = receive(
        &journal.pathway(),
        &received(date(2026, 3, 2)),
        &hand(&journal),
    );
    assert_eq!(problem(early.map(drop)), Problem::BeforeGiven);
    assert!(
        receive(
            &journal.pathway(),
            &received(date(2026, 3, 3)),
            &hand(&journal)
        )
        .is_ok()
    );
    let other = AdviceReceived {
        request: RefId::new("x"),
        ..received(date(2026, 3, 3))
    };
    let other = receive(&journal.pathway(), &other, &hand(&journal));
    assert_eq!(other, Err(Refusal::NotNow(NotNow::NoSuchAdvice)));
}
