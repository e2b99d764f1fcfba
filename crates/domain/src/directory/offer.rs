// SPDX-License-Identifier: EUPL-1.2
//! An offer of check-ups for exposed children in a region (rows S3-003, S3-020): which unit has it, for which ages, how it was
//! evaluated, and that it is closed and perhaps followed by another. And where no offer reaches: the gaps.

use crate::id::UnitId;
use crate::org::coded;
use crate::refusal::{Check, Problem, Refusal};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// Groups of age that coverage is shown by. A proposal: no source gives any.
    AgeGroup {
        /// The first year.
        Infant = "spaed",
        /// From one to three years.
        Toddler = "smaa",
        /// From three years to school age.
        Preschool = "foerskole",
    }
}

impl AgeGroup {
    /// The group of somebody so many whole months old; none from school age on.
    pub fn of_months(months: i32) -> Option<Self> {
        match months {
            0..12 => Some(Self::Infant),
            12..36 => Some(Self::Toddler),
            36..72 => Some(Self::Preschool),
            _ => None,
        }
    }
}

coded! {
    /// What was decided when an offer was evaluated.
    OfferDecision {
        /// It goes on.
        Goes = "fortsaet",
        /// It moves to another unit.
        Moves = "flyt",
        /// It is closed.
        Closes = "nedlaeg",
    }
}

/// How an offer was judged (row S3-020).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluation {
    /// The day.
    pub on: Date,
    /// What the figures show.
    pub figures: String,
    /// How those who work there judge it.
    pub judgement: String,
    /// What was decided.
    pub decision: OfferDecision,
    /// Why.
    pub reason: String,
}

/// An offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The region.
    pub region: String,
    /// The unit that has it.
    pub unit: UnitId,
    /// Whom it is for.
    pub ages: Vec<AgeGroup>,
    /// How it was evaluated, oldest first.
    #[serde(default)]
    pub evaluations: Vec<Evaluation>,
    /// The day it was closed.
    #[serde(default)]
    pub ended: Option<Date>,
    /// The offer that takes its place.
    #[serde(default)]
    pub replaced_by: Option<String>,
}

impl Offer {
    /// Checks what was typed.
    ///
    /// # Errors
    /// Each field that is empty or too long.
    pub fn checked(self) -> Result<Self, Refusal> {
        let mut check = Check::default();
        check.text(&self.name, "name");
        check.require(!self.ages.is_empty(), "ages", Problem::NotChosen);
        check.done()?;
        Ok(self)
    }

    /// The offer with one more evaluation.
    ///
    /// # Errors
    /// Each field that is empty or too long.
    pub fn evaluated(mut self, evaluation: Evaluation) -> Result<Self, Refusal> {
        let mut check = Check::default();
        check.text(&evaluation.figures, "figures");
        check.text(&evaluation.judgement, "judgement");
        check.text(&evaluation.reason, "reason");
        check.done()?;
        self.evaluations.push(evaluation);
        Ok(self)
    }

    /// The offer closed. It must have been evaluated, and the newest evaluation must have come to that.
    ///
    /// # Errors
    /// When it was not evaluated so, or is closed already.
    pub fn closed(mut self, on: Date, replaced_by: Option<String>) -> Result<Self, Refusal> {
        let mut check = Check::default();
        let newest = self.evaluations.last().map(|made| made.decision);
        let decided = matches!(newest, Some(OfferDecision::Closes | OfferDecision::Moves));
        check.require(decided, "ended", Problem::NotEvaluated);
        check.require(self.ended.is_none(), "ended", Problem::Twice);
        let other = replaced_by.as_deref() != Some(self.id.as_str());
        check.require(other, "replaced_by", Problem::Twice);
        check.done()?;
        self.ended = Some(on);
        self.replaced_by = replaced_by;
        Ok(self)
    }
}

/// The groups of age no offer of a region that runs is for.
pub fn gaps(offers: &[Offer], region: &str) -> Vec<AgeGroup> {
    let runs = |offer: &&Offer| offer.region == region && offer.ended.is_none();
    let covered = |group: &AgeGroup| {
        let mut running = offers.iter().filter(runs);
        running.any(|offer| offer.ages.contains(group))
    };
    let all = AgeGroup::ALL.iter().copied();
    all.filter(|group| !covered(group)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn offer(ages: &[AgeGroup]) -> Offer {
        Offer {
            id: "o".into(),
            name: "Børnesporet".into(),
            region: "DK-84".into(),
            unit: UnitId::new("u"),
            ages: ages.to_vec(),
            evaluations: Vec::new(),
            ended: None,
            replaced_by: None,
        }
    }

    fn judged(decision: OfferDecision) -> Evaluation {
        Evaluation {
            on: date(2026, 3, 1),
            figures: "Hvert tredje barn kom ikke.".into(),
            judgement: "Det virker ikke.".into(),
            decision,
            reason: "For få kommer.".into(),
        }
    }

    #[test]
    fn s3_020_an_offer_is_closed_only_when_its_evaluation_came_to_that() {
        let today = date(2026, 3, 3);
        let new = offer(AgeGroup::ALL);
        assert!(new.clone().closed(today, None).is_err());
        let kept = new.evaluated(judged(OfferDecision::Goes)).unwrap();
        assert!(kept.clone().closed(today, None).is_err());
        let ends = kept.evaluated(judged(OfferDecision::Closes)).unwrap();
        let ended = ends.closed(today, None).unwrap();
        assert_eq!(ended.ended, Some(today));
        assert!(ended.closed(today, None).is_err());
    }

    #[test]
    fn s3_003_a_gap_stands_until_another_offer_fills_it() {
        let mut first = offer(AgeGroup::ALL);
        assert!(gaps(std::slice::from_ref(&first), "DK-84").is_empty());
        assert_eq!(gaps(std::slice::from_ref(&first), "DK-85"), AgeGroup::ALL);
        first.ended = Some(date(2026, 3, 3));
        assert_eq!(gaps(std::slice::from_ref(&first), "DK-84"), AgeGroup::ALL);
        let second = offer(&[AgeGroup::Infant]);
        let left = gaps(&[first, second], "DK-84");
        assert_eq!(left, [AgeGroup::Toddler, AgeGroup::Preschool]);
    }
}
