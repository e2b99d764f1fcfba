// SPDX-License-Identifier: EUPL-1.2
//! A child placed outside the home (scenario A17): the placement, the carers, the parents, and how it ends. What a
//! recommendation asks for warns and wants a reason; the place itself is never told to anybody by being written.

use super::child::{childs, within};
use super::{Hand, NewEntry, Refusal};
use crate::body::{
    Body, BreakdownRisk, BreakdownRiskJudged, CarerSaid, CarersMatched, CarersMeetingCalled,
    CarersOffered, CarersTold, ChildPlaced, DifficultyCause, DifficultyJudged, DutyExplained,
    ExposureConsidered, ParentsSupportOffered, PlacementEnded, PlacementEnding, PlacementHome,
};
use crate::category::Category;
use crate::entry::{Basis, Topic};
use crate::id::UnitId;
use crate::org::{Function, Unit, UnitKind};
use crate::pathway::{Pathway, Placement, RECOMMENDED, same_name};
use crate::refusal::{Check, NotNow, Problem};
use crate::time::{Occurred, local_date};
use jiff::civil::Date;

/// The rule that asks for a reinforced or specialised foster family.
const KIND_RULE: &str = "foster-family-type";
/// The rule that asks for support to each parent.
const PARENTS_RULE: &str = "parents-support";
/// Most carers and most parents that are named.
const NAMED: usize = 4;

type Made = Result<Vec<NewEntry>, Refusal>;

/// Whether somebody judges what may lie behind a child's difficulties: the authority, PPR and psychologists (row S0-052).
pub fn judges(function: Function, own: &Unit) -> bool {
    own.is_child_authority() || own.kind == UnitKind::Ppr || function == Function::Psychologist
}

fn authority(pathway: &Pathway, own: &Unit) -> Result<(), Refusal> {
    childs(pathway)?;
    if own.is_child_authority() {
        Ok(())
    } else {
        Err(Refusal::NotNow(NotNow::ForTheAuthority))
    }
}

/// The placement that runs, for the authority.
fn running<'a>(pathway: &'a Pathway, own: &Unit) -> Result<&'a Placement, Refusal> {
    authority(pathway, own)?;
    let found = pathway.placements.current();
    found.ok_or(Refusal::NotNow(NotNow::NotPlaced))
}

/// An entry that stands on no page of the family, and that no consent opens.
fn kept(hand: &Hand, category: Category, body: Body) -> NewEntry {
    let mut entry = hand.write(category, body);
    entry.envelope.restricted = true;
    entry.when_released(hand.release_review())
}

fn explained(hand: &Hand, rule: &str, (key, reason): (String, &str)) -> NewEntry {
    let body = Body::DutyExplained(DutyExplained {
        rule: rule.to_owned(),
        key,
        reason: reason.trim().to_owned(),
    });
    kept(hand, Category::Coordination, body)
}

fn names(check: &mut Check, all: &[String], field: &'static str) {
    check.require(all.len() <= NAMED, field, Problem::MoreThanThereAre);
    for (place, name) in all.iter().enumerate() {
        check.length(name, field);
        let mut before = all.iter().take(place);
        check.require(
            !before.any(|other| same_name(other, name)),
            field,
            Problem::Twice,
        );
    }
}

/// Places the child. Another kind of place than the recommended ones wants a reason (row S0-053).
pub fn place(
    pathway: &Pathway,
    (placed, home): (&ChildPlaced, &PlacementHome),
    own: &Unit,
    hand: &Hand,
) -> Made {
    authority(pathway, own)?;
    if pathway.placements.current().is_some() {
        return Err(Refusal::NotNow(NotNow::PlacedAlready));
    }
    let mut check = Check::default();
    check.require(!placed.kind.is_empty(), "kind", Problem::NotChosen);
    within(&mut check, pathway, (placed.from, "from"), hand);
    check.require(
        placed.decided <= hand.today(),
        "decided",
        Problem::InTheFuture,
    );
    let ends = placed.until.is_none_or(|last| last > placed.from);
    check.require(ends, "until", Problem::NotLater);
    check.require(!placed.parents.is_empty(), "parents", Problem::Missing);
    names(&mut check, &placed.parents, "parents");
    check.text(&home.place, "place");
    check.length(&home.address, "address");
    check.length(&home.phone, "phone");
    let family = crate::pathway::FOSTER.contains(&placed.kind.as_str());
    check.require(
        !family || !home.carers.is_empty(),
        "carers",
        Problem::Missing,
    );
    names(&mut check, &home.carers, "carers");
    let recommended = placed.kind.is_empty() || RECOMMENDED.contains(&placed.kind.as_str());
    let reason = placed.deviation.as_deref().unwrap_or_default().trim();
    check.require(
        recommended || !reason.is_empty(),
        "deviation",
        Problem::NeedsReason,
    );
    check.length(reason, "deviation");
    check.done()?;
    let since = Occurred::on(placed.from);
    let topic = Topic::of("placement");
    let entry = hand.write(
        Category::AuthorityDecision,
        Body::ChildPlaced(placed.clone()),
    );
    let entry = entry.when_released(hand.release_review());
    let lives = kept(
        hand,
        Category::FamilyNetwork,
        Body::PlacementHome(home.clone()),
    );
    let why = (!recommended).then(|| {
        let key = placed.placement.as_str().to_owned();
        explained(hand, KIND_RULE, (key, reason))
    });
    let placed = entry.occurred(since).about_topic(topic);
    Ok([placed, lives].into_iter().chain(why).collect())
}

/// Says anew where the child lives and with whom.
pub fn move_home(pathway: &Pathway, home: &PlacementHome, own: &Unit, hand: &Hand) -> Made {
    let now = running(pathway, own)?;
    let mut check = Check::default();
    check.text(&home.place, "place");
    check.require(
        !now.is_foster() || !home.carers.is_empty(),
        "carers",
        Problem::Missing,
    );
    names(&mut check, &home.carers, "carers");
    for (text, field) in [(&home.address, "address"), (&home.phone, "phone")] {
        check.length(text, field);
    }
    check.done()?;
    let home = PlacementHome {
        placement: now.reference().clone(),
        ..home.clone()
    };
    Ok(vec![kept(
        hand,
        Category::FamilyNetwork,
        Body::PlacementHome(home),
    )])
}

/// Ends the placement that runs. A parent who was offered nothing wants a reason (row S2-053).
pub fn end(pathway: &Pathway, ended: &PlacementEnded, own: &Unit, hand: &Hand) -> Made {
    let now = running(pathway, own)?;
    let mut check = Check::default();
    within(&mut check, pathway, (ended.on, "on"), hand);
    check.require(
        ended.on >= now.placed.body.from,
        "on",
        Problem::EndsBeforeItBegins,
    );
    let broke = ended.how == PlacementEnding::BrokeDown;
    check.require(
        !broke || !ended.cause.trim().is_empty(),
        "cause",
        Problem::Missing,
    );
    check.length(&ended.cause, "cause");
    let lacking = now.without_offer();
    let reason = ended.without_offer.as_deref().unwrap_or_default().trim();
    let told = lacking.is_empty() || !reason.is_empty();
    check.require(told, "without_offer", Problem::ParentWithoutOffer);
    check.length(reason, "without_offer");
    check.done()?;
    let placement = now.reference().clone();
    let why = lacking.iter().map(|(number, _)| {
        let key = format!("{placement}/{number}");
        explained(hand, PARENTS_RULE, (key, reason))
    });
    let body = Body::PlacementEnded(PlacementEnded {
        placement: placement.clone(),
        ..ended.clone()
    });
    let entry = kept(hand, Category::AuthorityDecision, body).about_topic(Topic::of("placement"));
    let entry = entry.occurred(Occurred::told(ended.on, hand.now));
    // A reason counts only as long as the offer is owed.
    Ok(why.chain([entry]).collect())
}

/// Tells the carers what they need to know; they read it on their own page.
pub fn tell_carers(pathway: &Pathway, told: &CarersTold, own: &Unit, hand: &Hand) -> Made {
    let now = running(pathway, own)?;
    let mut check = Check::default();
    for (text, field) in [
        (&told.needs, "needs"),
        (&told.helps, "helps"),
        (&told.call, "call"),
    ] {
        check.text(text, field);
    }
    for (text, field) in [
        (&told.triggers, "triggers"),
        (&told.medicine, "medicine"),
        (&told.adapted, "adapted"),
        (&told.background, "background"),
    ] {
        check.length(text, field);
    }
    check.done()?;
    let told = CarersTold {
        placement: now.reference().clone(),
        ..told.clone()
    };
    Ok(vec![kept(
        hand,
        Category::ChildDevelopment,
        Body::CarersTold(told),
    )])
}

/// A day of an offer: not before the placement was decided, and not to come.
fn offered_on(check: &mut Check, now: &Placement, on: Date, hand: &Hand) {
    check.require(on <= hand.today(), "on", Problem::InTheFuture);
    check.require(
        on >= now.placed.body.decided,
        "on",
        Problem::EndsBeforeItBegins,
    );
}

/// Knowledge, support or tools are offered to the carers.
pub fn offer_carers(pathway: &Pathway, offered: &CarersOffered, own: &Unit, hand: &Hand) -> Made {
    let now = running(pathway, own)?;
    let mut check = Check::default();
    offered_on(&mut check, now, offered.on, hand);
    check.length(&offered.content, "content");
    check.done()?;
    let offered = CarersOffered {
        placement: now.reference().clone(),
        ..offered.clone()
    };
    Ok(vec![kept(
        hand,
        Category::Social,
        Body::CarersOffered(offered),
    )])
}

/// Sets the child's demands against what the carers can do.
pub fn match_carers(pathway: &Pathway, matched: &CarersMatched, own: &Unit, hand: &Hand) -> Made {
    let now = running(pathway, own)?;
    let mut check = Check::default();
    check.require(!matched.demands.is_empty(), "demands", Problem::Missing);
    for demand in &matched.demands {
        check.length(&demand.what, "demands");
    }
    check.done()?;
    let matched = CarersMatched {
        placement: now.reference().clone(),
        ..matched.clone()
    };
    Ok(vec![kept(
        hand,
        Category::ChildDevelopment,
        Body::CarersMatched(matched),
    )])
}

/// Judges what may lie behind a difficulty. More than one thing may, and nothing of it stands in the way of support.
pub fn judge_difficulty(
    pathway: &Pathway,
    judged: &DifficultyJudged,
    own: &Unit,
    hand: &Hand,
) -> Made {
    childs(pathway)?;
    if !judges(hand.author.function, own) {
        return Err(Refusal::NotNow(NotNow::ForTheAuthority));
    }
    let mut check = Check::default();
    check.text(&judged.difficulty, "difficulty");
    check.require(!judged.causes.is_empty(), "causes", Problem::NotChosen);
    check.length(&judged.support, "support");
    check.done()?;
    let mut judged = judged.clone();
    judged.causes.sort_unstable();
    judged.causes.dedup();
    let substance = judged.causes.contains(&DifficultyCause::Substance);
    let category = if substance {
        Category::ChildHealth
    } else {
        Category::ChildDevelopment
    };
    Ok(vec![kept(hand, category, Body::DifficultyJudged(judged))])
}

/// Judges how likely it is that the placement becomes too hard. A high risk wants a day to meet.
pub fn judge_risk(
    pathway: &Pathway,
    judged: &BreakdownRiskJudged,
    own: &Unit,
    hand: &Hand,
) -> Made {
    let now = running(pathway, own)?;
    let mut check = Check::default();
    check.text(&judged.reason, "reason");
    let high = judged.risk == BreakdownRisk::High;
    check.require(
        !high || judged.meet_by.is_some(),
        "meet_by",
        Problem::NextDateMissing,
    );
    let ahead = judged.meet_by.is_none_or(|day| day >= hand.today());
    check.require(ahead, "meet_by", Problem::InThePast);
    check.done()?;
    let judged = BreakdownRiskJudged {
        placement: now.reference().clone(),
        meet_by: judged.meet_by.filter(|_| high),
        ..judged.clone()
    };
    Ok(vec![kept(
        hand,
        Category::Social,
        Body::BreakdownRiskJudged(judged),
    )])
}

/// Calls a meeting with the carers; it stands on their page.
pub fn call_carers(
    pathway: &Pathway,
    called: &CarersMeetingCalled,
    own: &Unit,
    hand: &Hand,
) -> Made {
    let now = running(pathway, own)?;
    let mut check = Check::default();
    check.require(
        local_date(called.at) >= hand.today(),
        "at",
        Problem::InThePast,
    );
    check.text(&called.purpose, "purpose");
    check.length(&called.place, "place");
    check.done()?;
    let called = CarersMeetingCalled {
        placement: now.reference().clone(),
        ..called.clone()
    };
    Ok(vec![kept(
        hand,
        Category::Coordination,
        Body::CarersMeetingCalled(called),
    )])
}

/// Offers support to one of the parents (rows S2-053; BL §§ 75-77).
pub fn offer_parent(
    pathway: &Pathway,
    offered: &ParentsSupportOffered,
    own: &Unit,
    hand: &Hand,
) -> Made {
    let now = running(pathway, own)?;
    let mut check = Check::default();
    let known = now.parent_number(&offered.parent).is_some();
    check.require(known, "parent", Problem::NotChosen);
    offered_on(&mut check, now, offered.on, hand);
    check.text(&offered.content, "content");
    check.done()?;
    let offered = ParentsSupportOffered {
        placement: now.reference().clone(),
        ..offered.clone()
    };
    Ok(vec![kept(
        hand,
        Category::Social,
        Body::ParentsSupportOffered(offered),
    )])
}

/// Says whether a placed child's exposure is recognised and acted on.
pub fn consider_exposure(
    pathway: &Pathway,
    said: &ExposureConsidered,
    own: &Unit,
    hand: &Hand,
) -> Made {
    running(pathway, own)?;
    let mut check = Check::default();
    check.text(&said.note, "note");
    let known = pathway.exposure_standing().recognised == Some(true);
    let stated = pathway.placements.considered.is_none() && known;
    check.require(
        !stated || said.recognised,
        "recognised",
        Problem::StatedOtherwise,
    );
    check.done()?;
    Ok(vec![kept(
        hand,
        Category::ChildHealth,
        Body::ExposureConsidered(said.clone()),
    )])
}

/// A carer writes: the authority that placed the child reads it, and nobody else.
pub fn carer_says(whole: &Pathway, said: &CarerSaid, hand: &Hand) -> Made {
    childs(whole)?;
    let carer = hand.author.function == Function::FosterCarer;
    let now = whole.placements.current();
    let now = now.filter(|now| carer && now.is_with(&hand.author.name));
    let now = now.ok_or(Refusal::NotNow(NotNow::NotPlaced))?;
    let mut check = Check::default();
    check.text(&said.words, "words");
    check.done()?;
    let reader: UnitId = now.placed.author.unit.clone();
    let entry = kept(
        hand,
        Category::ChildDevelopment,
        Body::CarerSaid(said.clone()),
    );
    Ok(vec![entry.also_to(reader, Basis::System)])
}

#[cfg(test)]
mod tests;
