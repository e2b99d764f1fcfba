// SPDX-License-Identifier: EUPL-1.2
//! Scores are sums of whole answers, what lacks is no zero, and a single grave answer counts alone (facts §F 37 and 38).

use super::*;
use crate::body::{PathwayOpened, ScreeningAnswer};
use crate::catalogue::Catalogue;
use crate::category::Category;
use crate::entry::Author;
use crate::id::{ControllerId, EmploymentId, PersonId, UnitId};
use crate::org::Function;
use jiff::civil::date;
use std::sync::Arc;

const TOOLS: &str = include_str!("../../../../../catalogue/screening.toml");

fn hand() -> Hand {
    Hand {
        author: Arc::new(Author {
            employment: EmploymentId::new("e"),
            name: "N".into(),
            unit: UnitId::new("midwives"),
            function: Function::Midwife,
        }),
        controller: ControllerId::new("c"),
        about: vec![PersonId::new("anna")],
        now: "2026-03-03T09:00:00Z".parse().unwrap(),
    }
}

fn pathway(kind: PathwayKind) -> Pathway {
    let opened = PathwayOpened {
        pathway: kind,
        subject: PersonId::new("anna"),
        case_number: "c".into(),
        municipality: None,
    };
    let NewEntry { envelope, body } =
        hand().write(Category::Coordination, Body::PathwayOpened(opened));
    Pathway::fold(&[crate::entry::Entry {
        pathway: crate::id::PathwayId::new("p"),
        seq: 1,
        id: crate::id::EntryId::new("e1"),
        recorded: envelope.occurred.at,
        content: crate::entry::Content::Written(Arc::new(crate::entry::Written { envelope, body })),
    }])
}

fn told(tool: &str, answers: &[(&str, u8)], score: Option<u16>) -> ScreeningDone {
    let answer = |(item, points): &(&str, u8)| ScreeningAnswer {
        item: (*item).to_owned(),
        points: *points,
    };
    ScreeningDone {
        tool: tool.to_owned(),
        answers: answers.iter().map(answer).collect(),
        score,
    }
}

fn tool(id: &str) -> Screening {
    let catalogue = Catalogue::parse(&[("screening.toml", TOOLS)]).unwrap();
    catalogue.screening(id).unwrap().clone()
}

/// What is written: category, score, and how many prompts it leads to; or the refused fields.
fn recorded(told: &ScreeningDone) -> Result<(Category, Option<u16>, usize), Vec<Problem>> {
    let tool = tool(&told.tool);
    let on = date(2026, 3, 3);
    match record(&pathway(PathwayKind::Pregnancy), &tool, (told, on), &hand()) {
        Ok(entries) => {
            let [entry] = entries.as_slice() else {
                panic!("one entry")
            };
            let Body::ScreeningDone(done) = &entry.body else {
                panic!("a screening")
            };
            let prompts = tool.suggests(done).len();
            Ok((entry.envelope.category, done.score, prompts))
        }
        Err(Refusal::Invalid(problems)) => {
            Err(problems.into_iter().map(|found| found.problem).collect())
        }
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn s2_034_a_whole_tool_is_summed_and_a_partly_answered_one_has_no_score() {
    let whole = told("audit-c", &[("1", 1), ("2", 0), ("3", 0)], None);
    assert_eq!(recorded(&whole), Ok((Category::SubstanceUse, Some(1), 1)));
    let none = told("audit-c", &[("1", 0), ("2", 0), ("3", 0)], None);
    assert_eq!(recorded(&none), Ok((Category::SubstanceUse, Some(0), 0)));
    let partly = told("audit-c", &[("1", 4), ("2", 4)], Some(12));
    assert_eq!(
        recorded(&partly),
        Ok((Category::SubstanceUse, None, 0)),
        "a score that was sent along counts for nothing"
    );
}

#[test]
fn the_limits_are_those_of_the_source() {
    let before = |points| told("audit-c-foer", &[("1", points), ("2", 0), ("3", 0)], None);
    assert_eq!(recorded(&before(3)).unwrap().2, 0);
    assert_eq!(recorded(&before(4)).unwrap().2, 1);
    let tweak = |t, e| {
        let answers = [("t", t), ("w", 0), ("e", e), ("a", 0), ("k", 0)];
        told("tweak", &answers, None)
    };
    assert_eq!(recorded(&tweak(0, 1)).unwrap().2, 0);
    assert_eq!(recorded(&tweak(2, 0)).unwrap().2, 1);
    let names = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    let epds = |first: [u8; 4], last: u8| {
        let points = first.into_iter().chain([0; 5]).chain([last]);
        let answers: Vec<(&str, u8)> = names.into_iter().zip(points).collect();
        told("epds", &answers, None)
    };
    let low = recorded(&epds([3, 3, 3, 1], 0));
    assert_eq!(low, Ok((Category::Psychiatric, Some(10), 0)));
    let high = recorded(&epds([3, 3, 3, 2], 0));
    assert_eq!(high, Ok((Category::Psychiatric, Some(11), 1)));
}

#[test]
fn the_question_of_self_harm_counts_alone_and_first() {
    let alone = told("epds", &[("10", 1)], None);
    assert_eq!(recorded(&alone), Ok((Category::Psychiatric, None, 1)));
    let epds = tool("epds");
    let both = ScreeningDone {
        score: Some(20),
        ..alone
    };
    let prompts = epds.suggests(&both);
    assert!(prompts.len() == 2 && prompts[0].today && !prompts[1].today);
}

#[test]
fn what_the_tool_does_not_know_is_refused_with_its_field() {
    assert_eq!(
        recorded(&told("audit-c", &[], None)),
        Err(vec![Problem::NothingAsked])
    );
    assert_eq!(
        recorded(&told("audit-c", &[("1", 5)], None)),
        Err(vec![Problem::UnknownCode])
    );
    assert_eq!(
        recorded(&told("audit-c", &[("9", 1)], None)),
        Err(vec![Problem::UnknownCode])
    );
    assert_eq!(
        recorded(&told("audit-c", &[("1", 1), ("1", 2)], None)),
        Err(vec![Problem::Twice])
    );
    assert_eq!(
        recorded(&told("dudit", &[], None)),
        Err(vec![Problem::Missing])
    );
    assert_eq!(
        recorded(&told("dudit", &[], Some(45))),
        Err(vec![Problem::ScoreOutOfRange])
    );
    assert_eq!(
        recorded(&told("dudit", &[], Some(44))),
        Ok((Category::SubstanceUse, Some(44), 0))
    );
}

#[test]
fn a_day_to_come_is_refused_and_a_childs_journal_holds_no_answers_of_its_mother() {
    let (audit, answered) = (tool("audit-c"), told("audit-c", &[("1", 1)], None));
    let tomorrow = record(
        &pathway(PathwayKind::Pregnancy),
        &audit,
        (&answered, date(2026, 3, 4)),
        &hand(),
    );
    assert!(matches!(tomorrow, Err(Refusal::Invalid(_))));
    let childs = record(
        &pathway(PathwayKind::Child),
        &audit,
        (&answered, date(2026, 3, 3)),
        &hand(),
    );
    assert_eq!(childs, Err(Refusal::NotNow(NotNow::NotAPregnancy)));
}
