// SPDX-License-Identifier: EUPL-1.2
//! What blocks a round and what does not, and what two rounds say of each other.

use super::*;
use crate::body::{Degree, Dimension, Functioning, NeedOf, UseAsked, Vulnerable};
use crate::fixture::{Grown, child_opened};
use crate::org::Function;
use crate::refusal::FieldProblem;
use jiff::civil::date;

fn child() -> Grown {
    let mut journal = Grown::new();
    let hand = hand(&journal);
    journal.write(vec![hand.write(Category::Coordination, child_opened())]);
    journal
}

fn hand(journal: &Grown) -> Hand {
    journal.hand(("clinic", "c"), Function::Physician)
}

fn round(sleep: Option<Degree>) -> ChildAssessed {
    let words = || "ord".to_owned();
    let asked = || UseAsked {
        answer: UseAnswer::Unknown,
        by: String::new(),
    };
    let dimension = || Dimension {
        examined: true,
        words: words(),
    };
    ChildAssessed {
        reference: RefId::new("r"),
        round: 0,
        life: words(),
        foetal: words(),
        birth: words(),
        infancy: words(),
        substances: asked(),
        medicine: asked(),
        biological: dimension(),
        psychological: dimension(),
        social: dimension(),
        vulnerable: Vulnerable::Unknown,
        picture: words(),
        symptoms: Vec::new(),
        relations: words(),
        functions: vec![Functioning {
            domain: "soevn".into(),
            degree: sleep,
            note: String::new(),
        }],
        potential: words(),
        difficulties: words(),
        strengths: words(),
        contributions: Vec::new(),
        professions: vec!["boernelaege".into()],
        needs: Vec::new(),
        next: date(2027, 3, 3),
    }
}

fn made(journal: &mut Grown, told: &ChildAssessed) -> ChildAssessed {
    let next = Some(date(2027, 3, 3));
    let entries = assess(&journal.pathway(), told, next, &hand(journal)).unwrap();
    journal.write(entries);
    let newest = journal.pathway();
    newest.child.development.newest().unwrap().body.clone()
}

fn refused(told: &ChildAssessed, next: Option<Date>) -> Vec<FieldProblem> {
    let journal = child();
    match assess(&journal.pathway(), told, next, &hand(&journal)) {
        Err(Refusal::Invalid(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

#[test]
fn s0_028_each_lacking_part_is_named_at_its_own_field() {
    let next = Some(date(2027, 3, 3));
    let empty = Dimension {
        examined: false,
        words: " ".into(),
    };
    let lacks = ChildAssessed {
        social: empty,
        strengths: String::new(),
        medicine: UseAsked {
            answer: UseAnswer::NotAsked,
            by: String::new(),
        },
        ..round(Some(Degree::Light))
    };
    let named = refused(&lacks, next);
    let named: Vec<_> = named.iter().map(|p| (p.field, p.problem)).collect();
    assert_eq!(
        named,
        [
            ("medicine", Problem::NotAsked),
            ("social", Problem::DimensionMissing),
            ("strengths", Problem::StrengthsMissing),
        ]
    );
    let undated = refused(&round(Some(Degree::Light)), None);
    assert_eq!(undated.len(), 1);
    assert_eq!(undated[0].problem, Problem::NextAssessmentMissing);
}

#[test]
fn s0_029_one_profession_alone_is_not_across_professions_and_others_entries_count() {
    let mut journal = child();
    let alone = made(&mut journal, &round(Some(Degree::Light)));
    assert!(!alone.is_interdisciplinary());
    let added = AssessmentContributed {
        profession: "psykolog".into(),
        dimension: "psykologisk".into(),
        what: "set to gange".into(),
    };
    let entries = contribute(&journal.pathway(), &added, &hand(&journal)).unwrap();
    journal.write(entries);
    let together = made(&mut journal, &round(Some(Degree::Light)));
    assert_eq!(together.round, 2);
    assert_eq!(together.professions, ["boernelaege", "psykolog"]);
    // What was added before the round before counts no more.
    let later = made(&mut journal, &round(Some(Degree::Light)));
    assert!(!later.is_interdisciplinary());
}

#[test]
fn s0_009_more_trouble_than_before_is_a_decline_and_what_was_not_judged_is_none() {
    let mut journal = child();
    for sleep in [Some(Degree::Light), None, Some(Degree::Heavy)] {
        let told = ChildAssessed {
            functions: vec![
                Functioning {
                    domain: "soevn".into(),
                    degree: sleep,
                    note: String::new(),
                },
                Functioning {
                    domain: "sproglig".into(),
                    degree: Some(Degree::Light),
                    note: String::new(),
                },
            ],
            ..round(None)
        };
        made(&mut journal, &told);
    }
    let worse = ChildAssessed {
        functions: vec![Functioning {
            domain: "soevn".into(),
            degree: Some(Degree::Total),
            note: String::new(),
        }],
        ..round(None)
    };
    made(&mut journal, &worse);
    let pathway = journal.pathway();
    let development = &pathway.child.development;
    let declined: Vec<usize> = development
        .rounds
        .iter()
        .map(|round| development.declined(&round.entry, &round.body).len())
        .collect();
    assert_eq!(declined, [0, 0, 0, 1]);
}

#[test]
fn s0_027_a_need_in_the_same_words_keeps_its_reference_from_round_to_round() {
    let mut journal = child();
    let need = |reference: &str, what: &str| ChildNeed {
        reference: RefId::new(reference),
        whose: NeedOf::Child,
        what: what.into(),
    };
    let told = ChildAssessed {
        needs: vec![need("n1", "Ro ved sengetid")],
        ..round(Some(Degree::Light))
    };
    made(&mut journal, &told);
    let typed = [need("", "Ro ved sengetid "), need("", "Ord for det svære")];
    let kept = keep_needs(&journal.pathway(), &typed, || RefId::new("fresh"));
    let kept: Vec<&str> = kept.iter().map(|need| need.reference.as_str()).collect();
    assert_eq!(kept, ["n1", "fresh"]);
    let pathway = journal.pathway();
    assert_eq!(pathway.unanswered_needs().len(), 1);
}
