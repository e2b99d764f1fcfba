// SPDX-License-Identifier: EUPL-1.2
//! What a placement outside the home (scenario A17), and a young person who will be of age (A20), tell the duty engine.

use super::place;
use crate::age::{ADULT, birthday};
use crate::body::{
    Body, CarersOffered, ChildPlaced, Exposed, ExposureStated, OfferAnswer, ParentsSupportOffered,
};
use crate::journal::Effective;
use crate::pathway::Pathway;
use traad_duty::calendar::Day;
use traad_duty::fact::RawFact;

/// The facts of an entry about a placement; nothing of any other entry.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest of the kinds are told elsewhere"
)]
pub(super) fn facts(entry: &Effective<'_>, pathway: &Pathway) -> Option<Vec<RawFact>> {
    let fact = || place(entry, entry.body.kind());
    let of = |placement: &crate::id::RefId| fact().attr("placement", placement.as_str());
    Some(match entry.body {
        Body::ChildPlaced(b) => placed(entry, b),
        Body::PlacementHome(b) => vec![of(&b.placement)],
        Body::PlacementEnded(b) => vec![of(&b.placement).attr("how", b.how.code())],
        Body::CarersTold(b) => vec![of(&b.placement)],
        Body::CarersOffered(b) => offered(of(&b.placement), b),
        Body::CarersMatched(b) => vec![of(&b.placement)],
        Body::DifficultyJudged(_) | Body::ToldInTalk(_) => vec![fact()],
        Body::BreakdownRiskJudged(b) => {
            let judged = of(&b.placement).attr("risk", b.risk.code());
            vec![match b.meet_by {
                Some(day) => judged.attr("meet-by", day.to_string()),
                None => judged,
            }]
        }
        Body::CarersMeetingCalled(b) => vec![of(&b.placement)],
        Body::ParentsSupportOffered(b) => parent(of(&b.placement), b, pathway),
        Body::ExposureConsidered(_) => vec![fact(), place(entry, "exposure-weighed")],
        Body::ChildBorn(_) => {
            let of_age = birthday(entry.occurred().date(), ADULT);
            vec![fact().attr("of-age", of_age.to_string())]
        }
        Body::AdulthoodPrepared(b) => {
            let received = if b.without.is_none() { "yes" } else { "no" };
            let prepared = fact().attr("handover", b.handover.as_str());
            vec![prepared.attr("received", received)]
        }
        Body::CarerSaid(b) => {
            let said = fact().attr("what", b.what.code());
            vec![said.attr("ref", b.reference.as_str())]
        }
        _ => return None,
    })
}

/// That it was decided, that the child was placed, and one fact for each parent.
fn placed(entry: &Effective<'_>, body: &ChildPlaced) -> Vec<RawFact> {
    let placement = body.placement.as_str();
    let decided = place(entry, "placement-decided").attr("placement", placement);
    let decided = decided.on(Day::from_date(body.decided));
    let child = place(entry, "child-placed")
        .attr("placement", placement)
        .attr("kind", &body.kind)
        .attr("ref", placement);
    let parents = (1..=body.parents.len()).map(|number| {
        let fact = place(entry, "parent-of-placed").attr("placement", placement);
        fact.attr("parent", number.to_string())
    });
    [decided, child].into_iter().chain(parents).collect()
}

/// What was not offered yet is no offer.
fn offered(fact: RawFact, body: &CarersOffered) -> Vec<RawFact> {
    if body.answer == OfferAnswer::NotYet {
        return Vec::new();
    }
    vec![fact.attr("what", body.what.code())]
}

fn parent(fact: RawFact, body: &ParentsSupportOffered, pathway: &Pathway) -> Vec<RawFact> {
    let found = pathway.placements.placement(body.placement.as_str());
    let number = found.and_then(|found| found.parent_number(&body.parent));
    match number {
        Some(number) if body.answer != OfferAnswer::NotYet => {
            vec![fact.attr("parent", number.to_string())]
        }
        _ => Vec::new(),
    }
}

/// The newest statement that the child was or may have been exposed says that it has been recognised.
pub(super) fn weighed(
    entry: &Effective<'_>,
    body: &ExposureStated,
    pathway: &Pathway,
) -> Option<RawFact> {
    let newest = pathway.child.exposure.as_ref();
    let newest = newest.is_some_and(|stated| &stated.entry == entry.root);
    let recognised = matches!(body.exposed, Exposed::Yes | Exposed::Suspected);
    (newest && recognised).then(|| place(entry, "exposure-weighed"))
}
