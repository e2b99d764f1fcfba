// SPDX-License-Identifier: EUPL-1.2
//! How long it takes from detection to each step (gennemløbstider): contact, coordinator, assessment, first effort (rows
//! S2-031, S4-012, S4-083). Times are reckoned from facts, so that a leader sees what the reader may read and no more.

use crate::org::coded;
use crate::time::start_of_day;
use jiff::Timestamp;
use jiff::civil::Date;
use traad_duty::fact::{Occurred, RawFact};

coded! {
    /// A step after detection.
    Step {
        /// Somebody has talked with her.
        Contact = "kontakt",
        /// She has a coordinator.
        Coordinator = "koordinator",
        /// The assessment is done.
        Assessment = "udredning",
        /// The first effort has begun.
        Effort = "indsats",
    }
}

impl Step {
    /// The facts that say the step is taken. An assessment is not made without talking with her.
    fn facts(self) -> &'static [&'static str] {
        match self {
            Self::Contact => &[
                "contact-logged",
                "wish-recorded",
                "woman-informed",
                "assessment-started",
                "assessment-completed",
            ],
            Self::Coordinator => &["coordinator-appointed"],
            Self::Assessment => &["assessment-completed"],
            Self::Effort => &["intervention-started", "treatment-started"],
        }
    }
}

/// Hours from detection to each step of one pathway, in the order of [`Step::ALL`]; `None` when it is not taken. A step
/// that was taken before anybody told of a concern took no time.
pub type Course = [Option<i64>; 4];

/// The course of one pathway. `begun` is the first day of an effort of the plan that has come; none without a detection.
pub fn course(facts: &[RawFact], begun: Option<Date>) -> Option<Course> {
    let first = |kinds: &[&str]| -> Option<Timestamp> {
        let of = facts.iter().filter(|fact| kinds.contains(&&*fact.kind));
        of.map(|fact| instant(fact.occurred)).min()
    };
    let detected = first(&["concern-raised", "notification-received", "referral-sent"])?;
    let hours = |at: Timestamp| (at.duration_since(detected).as_hours()).max(0);
    let mut course = [None; 4];
    for (place, step) in course.iter_mut().zip(Step::ALL) {
        let planned = begun.filter(|_| *step == Step::Effort).map(start_of_day);
        let taken = [first(step.facts()), planned].into_iter().flatten().min();
        *place = taken.map(hours);
    }
    Some(course)
}

fn instant(occurred: Occurred) -> Timestamp {
    match occurred {
        Occurred::At(minute) => minute.timestamp(),
        Occurred::On(day) => start_of_day(day.date()),
    }
}

/// What many courses have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// How many took the step.
    pub count: usize,
    /// The middle one, in hours; of an even number the lower.
    pub median: i64,
    /// The quickest.
    pub least: i64,
    /// The slowest.
    pub most: i64,
}

/// Median and spread; nothing of nothing.
pub fn summary(hours: impl IntoIterator<Item = i64>) -> Option<Summary> {
    let mut hours: Vec<i64> = hours.into_iter().collect();
    hours.sort_unstable();
    let middle = hours.len().checked_sub(1)? / 2;
    Some(Summary {
        count: hours.len(),
        median: *hours.get(middle)?,
        least: *hours.first()?,
        most: *hours.last()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use traad_duty::calendar::Minute;

    fn fact(kind: &str, hour: i32) -> RawFact {
        let start = Minute::from_timestamp("2026-03-03T08:00:00Z".parse().unwrap());
        RawFact {
            occurred: Occurred::At(Minute(start.0 + hour * 60)),
            ..RawFact::new(kind.to_owned())
        }
    }

    #[test]
    fn s2_031_a_course_is_reckoned_from_detection() {
        let facts = [
            fact("contact-logged", 30),
            fact("concern-raised", 0),
            fact("coordinator-appointed", 72),
            fact("coordinator-appointed", 24),
        ];
        assert_eq!(course(&facts, None), Some([Some(30), Some(24), None, None]));
        assert_eq!(course(&facts[..1], None), None);
        // Planned to begin the day after, at midnight in Denmark: fifteen hours later.
        let planned = course(&facts, Some(date(2026, 3, 4)));
        assert_eq!(planned, Some([Some(30), Some(24), None, Some(15)]));
    }

    #[test]
    fn s2_031_median_and_spread() {
        assert_eq!(summary([]), None);
        let of = summary([48, 2, 5, 900]).unwrap();
        assert_eq!((of.count, of.median, of.least, of.most), (4, 5, 2, 900));
    }
}
