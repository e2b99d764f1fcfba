// SPDX-License-Identifier: EUPL-1.2
//! Signs as often as they are seen, a child that was not born in the system, and support until the child thrives again.

use super::*;
use crate::body::Concern;
use crate::directory::Directory;
use crate::fixture::{Grown, unit};
use crate::id::RefId;
use crate::org::{Function, UnitKind};
use crate::refusal::FieldProblem;
use jiff::civil::date;

const TODAY: Date = date(2026, 3, 3);

/// Ids that count.
struct Counted(u64);

impl Ids for Counted {
    fn random(&mut self) -> String {
        self.0 += 1;
        format!("{:032x}", self.0)
    }
}

fn seen(signs: &[&str]) -> SignsObserved {
    SignsObserved {
        signs: signs.iter().map(|sign| (*sign).to_owned()).collect(),
        other: String::new(),
        setting: String::new(),
        words: String::new(),
        concern: Concern::No,
        look_again: None,
    }
}

fn problems(outcome: Result<Vec<NewEntry>, Refusal>) -> Vec<(&'static str, Problem)> {
    let Err(Refusal::Invalid(problems)) = outcome else {
        panic!("it was not refused for a field: {outcome:?}");
    };
    let pair = |p: &FieldProblem| (p.field, p.problem);
    problems.iter().map(pair).collect()
}

/// A child a daycare centre has seen something in once.
fn begun() -> Grown {
    let mut grown = Grown::new();
    let child = NewChild {
        subject: PersonId::new("anna"),
        municipality: None,
    };
    let hand = grown.hand(("daycare", "k"), Function::Educator);
    let first = seen(&["reguleringsvanskeligheder"]);
    let new = observe(
        &grown.pathway(),
        (&first, TODAY),
        Some(&child),
        (&hand, &mut Counted(0)),
    );
    grown.write(new.unwrap());
    grown
}

#[test]
fn s0_019_a_childs_pathway_begins_with_what_was_seen_and_goes_on_with_each_time() {
    let mut grown = begun();
    let kinds: Vec<_> = grown
        .entries
        .iter()
        .map(|e| e.written().unwrap().body.kind())
        .collect();
    assert_eq!(kinds, ["pathway-opened", "signs-observed"]);
    let hand = grown.hand(("daycare", "k"), Function::Educator);
    let again = seen(&["sarthed-lyd"]);
    let known = grown.pathway();
    let new = observe(&known, (&again, TODAY), None, (&hand, &mut Counted(0))).unwrap();
    assert!(
        new.iter()
            .all(|entry| entry.envelope.shared_with.is_empty())
    );
    grown.write(new);
    let signs = grown.pathway().child.signs;
    let all: Vec<_> = signs.iter().map(|s| s.body.signs.join(" ")).collect();
    // Only what was ticked: sound is not light.
    assert_eq!(all, ["reguleringsvanskeligheder", "sarthed-lyd"]);
}

#[test]
fn s0_020_another_sign_is_named_in_words_and_no_sign_comes_tomorrow() {
    let grown = begun();
    let hand = grown.hand(("daycare", "k"), Function::Educator);
    let known = grown.pathway();
    let look =
        |seen: &SignsObserved, day| observe(&known, (seen, day), None, (&hand, &mut Counted(0)));
    assert_eq!(
        problems(look(&seen(&[]), TODAY)),
        [("signs", Problem::NotChosen)]
    );
    assert_eq!(
        problems(look(&seen(&["andet"]), date(2026, 3, 4))),
        [("other", Problem::Missing), ("on", Problem::InTheFuture)]
    );
    let yesterday = SignsObserved {
        look_again: Some(TODAY),
        ..seen(&["faglige"])
    };
    let past = [("look_again", Problem::InThePast)];
    assert_eq!(problems(look(&yesterday, TODAY)), past);
    let named = SignsObserved {
        other: "Skærer tænder.".into(),
        ..seen(&["andet"])
    };
    assert!(look(&named, TODAY).is_ok());
}

#[test]
fn s3_029_support_is_a_duty_until_the_authority_has_judged_that_the_child_thrives_again() {
    let mut grown = begun();
    let units = [
        unit("daycare", UnitKind::Daycare),
        unit("family", UnitKind::FamilyDepartment),
    ];
    let directory = Directory::on(TODAY, units);
    let world = World {
        directory: &directory,
        out_of_hours: false,
    };
    let affected = WellbeingAffected {
        reference: RefId::new("t"),
        description: "Sover ikke.".into(),
    };
    let educator = grown.hand(("daycare", "k"), Function::Educator);
    let authority = grown.hand(("family", "k"), Function::Caseworker);
    let known = grown.pathway();
    let not_theirs = Err(Refusal::NotNow(NotNow::ForTheAuthority));
    assert_eq!(
        affect(&known, (&affected, TODAY), (&educator, world)),
        not_theirs
    );
    let nothing = Err(Refusal::NotNow(NotNow::NotAffected));
    assert_eq!(
        judge(&known, (Thriving::Yes, "r"), (&authority, world)),
        nothing
    );
    grown.write(affect(&known, (&affected, TODAY), (&authority, world)).unwrap());
    for (thriving, lasts) in [(Thriving::Partly, true), (Thriving::Yes, false)] {
        let known = grown.pathway();
        grown.write(judge(&known, (thriving, "Set."), (&authority, world)).unwrap());
        assert_eq!(grown.pathway().child.is_affected_by().is_some(), lasts);
    }
}
