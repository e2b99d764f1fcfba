// SPDX-License-Identifier: EUPL-1.2
//! A child that is placed: what is refused and why, what is kept from the family, and what one fact the exposure is.

use super::*;
use crate::body::{CarerWord, Certainty, Exposed, ExposureStated, OfferAnswer};
use crate::entry::PartyVisibility;
use crate::fixture::{self, Grown};
use crate::id::RefId;
use crate::refusal::FieldProblem;
use jiff::civil::date;

const TODAY: Date = date(2026, 3, 3);

fn family() -> Unit {
    fixture::unit("family", UnitKind::FamilyDepartment)
}

/// A child born in February.
fn child() -> Grown {
    let mut story = Grown::new();
    let hand = story.hand(("family", "c"), Function::Caseworker);
    let opened = hand.write(Category::Coordination, fixture::child_opened());
    let born = hand.write(Category::ChildHealth, fixture::child_born());
    story.write(vec![opened, born.occurred(Occurred::on(date(2026, 2, 1)))]);
    story
}

fn hand(story: &Grown) -> Hand {
    story.hand(("family", "c"), Function::Caseworker)
}

fn wish(kind: &str) -> (ChildPlaced, PlacementHome) {
    let placement = RefId::new("pl");
    let placed = ChildPlaced {
        placement: placement.clone(),
        kind: kind.into(),
        decided: TODAY,
        from: TODAY,
        until: None,
        parents: vec!["Anna".into(), "Bo".into()],
        deviation: None,
    };
    let home = PlacementHome {
        placement,
        place: "p".into(),
        address: "a".into(),
        phone: String::new(),
        carers: vec!["Gerda".into()],
    };
    (placed, home)
}

fn placed(kind: &str) -> Grown {
    let mut story = child();
    let (mut placed, home) = wish(kind);
    placed.deviation = Some("r".into());
    let made = place(&story.pathway(), (&placed, &home), &family(), &hand(&story));
    story.write(made.unwrap());
    story
}

fn problems(made: Made) -> Vec<(&'static str, Problem)> {
    match made {
        Err(Refusal::Invalid(all)) => all
            .into_iter()
            .map(|FieldProblem { field, problem }| (field, problem))
            .collect(),
        other => panic!("{other:?}"),
    }
}

fn ending(how: PlacementEnding) -> PlacementEnded {
    PlacementEnded {
        placement: RefId::new(""),
        how,
        on: TODAY,
        cause: "c".into(),
        without_offer: None,
    }
}

#[test]
fn s0_053_another_kind_of_place_wants_a_reason_and_the_recommended_ones_do_not() {
    let story = child();
    let decide = |wish: &(ChildPlaced, PlacementHome)| {
        let (placed, home) = wish;
        place(&story.pathway(), (placed, home), &family(), &hand(&story))
    };
    for kind in ["almen", "netværk", "institution", "andet"] {
        let mut wish = wish(kind);
        let lacks = ("deviation", Problem::NeedsReason);
        assert_eq!(problems(decide(&wish)), [lacks], "{kind}");
        wish.0.deviation = Some("r".into());
        let made = decide(&wish).unwrap();
        let explains = made
            .iter()
            .any(|entry| matches!(&entry.body, Body::DutyExplained(e) if e.rule == KIND_RULE));
        assert!(explains, "{kind}");
    }
    for kind in RECOMMENDED {
        assert_eq!(decide(&wish(kind)).unwrap().len(), 2, "{kind}");
    }
}

#[test]
fn a09_the_place_is_told_to_nobody_and_the_placement_waits_for_the_authority() {
    let story = child();
    let (placed, home) = wish("specialiseret");
    let made = place(&story.pathway(), (&placed, &home), &family(), &hand(&story)).unwrap();
    for entry in &made {
        let waits = matches!(
            entry.envelope.visible_to_party_from,
            PartyVisibility::WhenReleased { .. }
        );
        assert!(waits && entry.envelope.shared_with.is_empty());
        let lives = matches!(entry.body, Body::PlacementHome(_));
        assert_eq!(entry.envelope.restricted, lives);
    }
}

#[test]
fn what_cannot_be_is_named_field_by_field() {
    let story = child();
    let (mut placed, mut home) = wish("specialiseret");
    placed.from = date(2026, 1, 1);
    placed.decided = date(2026, 3, 4);
    placed.until = Some(date(2025, 12, 1));
    placed.parents = vec!["Anna".into(), "anna ".into()];
    home.place.clear();
    home.carers.clear();
    let made = place(&story.pathway(), (&placed, &home), &family(), &hand(&story));
    let wanted = [
        ("from", Problem::BeforeBirth),
        ("decided", Problem::InTheFuture),
        ("until", Problem::NotLater),
        ("parents", Problem::Twice),
        ("place", Problem::Missing),
        ("carers", Problem::Missing),
    ];
    assert_eq!(problems(made), wanted);
}

#[test]
fn only_the_authority_places_and_only_a_child_that_is_not_placed() {
    let story = placed("specialiseret");
    let (again, home) = wish("specialiseret");
    let twice = place(&story.pathway(), (&again, &home), &family(), &hand(&story));
    assert_eq!(twice, Err(Refusal::NotNow(NotNow::PlacedAlready)));
    let midwives = fixture::unit("midwives", UnitKind::Midwifery);
    let ended = ending(PlacementEnding::Home);
    let other = end(&story.pathway(), &ended, &midwives, &hand(&story));
    assert_eq!(other, Err(Refusal::NotNow(NotNow::ForTheAuthority)));
    let free = child();
    let none = end(&free.pathway(), &ended, &family(), &hand(&free));
    assert_eq!(none, Err(Refusal::NotNow(NotNow::NotPlaced)));
}

#[test]
fn s2_053_each_parent_is_offered_support_or_the_end_says_why_not() {
    let mut story = placed("specialiseret");
    let offer = |parent: &str| ParentsSupportOffered {
        placement: RefId::new(""),
        parent: parent.into(),
        answer: OfferAnswer::No,
        on: TODAY,
        content: "c".into(),
    };
    let stranger = offer_parent(&story.pathway(), &offer("Carl"), &family(), &hand(&story));
    assert_eq!(problems(stranger), [("parent", Problem::NotChosen)]);
    let bo = offer_parent(&story.pathway(), &offer("Bo"), &family(), &hand(&story));
    story.write(bo.unwrap());
    let mut ended = ending(PlacementEnding::Home);
    let lacks = end(&story.pathway(), &ended, &family(), &hand(&story));
    let wanted = [("without_offer", Problem::ParentWithoutOffer)];
    assert_eq!(problems(lacks), wanted);
    ended.without_offer = Some("r".into());
    let made = end(&story.pathway(), &ended, &family(), &hand(&story)).unwrap();
    let explained = made.iter().filter_map(|entry| {
        let Body::DutyExplained(explained) = &entry.body else {
            return None;
        };
        Some(explained.key.as_str())
    });
    assert_eq!(explained.collect::<Vec<_>>(), ["pl/1"], "Anna alone");
    let mut broken = ending(PlacementEnding::BrokeDown);
    broken.cause.clear();
    broken.without_offer = Some("r".into());
    let lacks = end(&story.pathway(), &broken, &family(), &hand(&story));
    assert_eq!(problems(lacks), [("cause", Problem::Missing)]);
}

#[test]
fn s0_055_a_high_risk_wants_a_day_to_meet() {
    let story = placed("specialiseret");
    let mut risk = BreakdownRiskJudged {
        placement: RefId::new(""),
        risk: BreakdownRisk::High,
        reason: "r".into(),
        meet_by: None,
    };
    let judge =
        |risk: &BreakdownRiskJudged| judge_risk(&story.pathway(), risk, &family(), &hand(&story));
    let lacks = ("meet_by", Problem::NextDateMissing);
    assert_eq!(problems(judge(&risk)), [lacks]);
    risk.meet_by = Some(date(2026, 3, 2));
    let past = ("meet_by", Problem::InThePast);
    assert_eq!(problems(judge(&risk)), [past]);
    risk.meet_by = Some(date(2026, 3, 9));
    assert_eq!(judge(&risk).unwrap().len(), 1);
}

#[test]
fn a_carer_writes_while_the_placement_runs_and_under_the_own_name_alone() {
    let mut story = placed("specialiseret");
    let said = CarerSaid {
        reference: RefId::new("w"),
        what: CarerWord::Observation,
        words: "w".into(),
    };
    let as_carer = |story: &Grown, name: &str| {
        let mut hand = story.hand(("own", "c"), Function::FosterCarer);
        std::sync::Arc::make_mut(&mut hand.author).name = name.into();
        carer_says(&story.pathway(), &said, &hand)
    };
    let made = as_carer(&story, "gerda ").unwrap();
    let to: Vec<&str> = made
        .iter()
        .flat_map(|entry| &entry.envelope.shared_with)
        .map(|share| share.unit.as_str())
        .collect();
    assert_eq!(to, ["family"]);
    let refused = Err(Refusal::NotNow(NotNow::NotPlaced));
    assert_eq!(as_carer(&story, "Ole"), refused);
    let mut ended = ending(PlacementEnding::Elsewhere);
    ended.without_offer = Some("r".into());
    let over = end(&story.pathway(), &ended, &family(), &hand(&story));
    story.write(over.unwrap());
    assert_eq!(as_carer(&story, "Gerda"), refused);
}

#[test]
fn s0_050_what_is_said_of_exposure_is_recognised_and_what_nobody_said_is_unknown() {
    let mut story = placed("specialiseret");
    let standing = |story: &Grown| {
        let standing = story.pathway().exposure_standing();
        (standing.recognised, standing.acted_on)
    };
    assert_eq!(standing(&story), (None, None));
    let stated = Body::ExposureStated(ExposureStated {
        exposed: Exposed::Suspected,
        substances: Vec::new(),
        certainty: Certainty::NotTold,
        assess_by: None,
    });
    let entry = hand(&story).write(Category::ChildHealth, stated);
    story.write(vec![entry]);
    assert_eq!(standing(&story), (Some(true), None));
    let mut said = ExposureConsidered {
        recognised: false,
        acted_on: true,
        note: "n".into(),
    };
    let other = consider_exposure(&story.pathway(), &said, &family(), &hand(&story));
    let wanted = [("recognised", Problem::StatedOtherwise)];
    assert_eq!(problems(other), wanted);
    said.recognised = true;
    let made = consider_exposure(&story.pathway(), &said, &family(), &hand(&story));
    story.write(made.unwrap());
    assert_eq!(standing(&story), (Some(true), Some(true)));
}
