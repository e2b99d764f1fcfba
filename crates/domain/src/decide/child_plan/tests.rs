// SPDX-License-Identifier: EUPL-1.2
//! What the recommendations ask of the whole of a child's plan.

use super::*;
use crate::body::{Regime, Strand};
use crate::id::RefId;

fn effort(targets: &[&str], approaches: &[&str]) -> Intervention {
    let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    Intervention {
        reference: RefId::new("i"),
        strand: Strand::Social,
        regime: Regime::Municipal,
        element: None,
        what: "w".into(),
        intensity: "i".into(),
        initiator: "n".into(),
        responsible: None,
        responsible_name: String::new(),
        starts: None,
        meets: Vec::new(),
        arranged: crate::body::Arrangement::default(),
        child: Some(ChildEffort {
            group: "regulering".into(),
            area: None,
            purposes: vec!["fremme".into()],
            targets: owned(targets),
            approaches: owned(approaches),
            form: String::new(),
            knowledge: String::new(),
            advised: None,
        }),
    }
}

#[test]
fn s0_038_s0_039_a_plan_is_aimed_at_both_and_goes_both_ways_or_says_what_lacks() {
    let one = effort(&["funktionsnedsaettelser"], &["udviklingsbaseret"]);
    let alone = std::slice::from_ref(&one);
    assert_eq!(lacking(alone), ["omgivelser", "systembaseret"]);
    let other = effort(&["omgivelser"], &["systembaseret"]);
    assert!(lacking(&[one, other]).is_empty());
    assert_eq!(lacking(&[]).len(), 4);
}
