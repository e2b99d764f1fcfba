// SPDX-License-Identifier: EUPL-1.2
//! What counts in a kommune, and from when: the frame its parties have approved, with its annex.

use super::{Agreement, Answers, Contact, Party, QUESTIONS, Question};
use crate::id::MunicipalityCode;
use crate::org::coded;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What is in force in a kommune during a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Id of the agreement.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: u32,
    /// Title and version of the annex.
    pub annex: Option<(String, u32)>,
    /// The first day of this combination.
    pub from: Date,
    /// The answers of both.
    pub answers: Answers,
}

impl InForce {
    /// The name a reader knows it by: `Samarbejdsaftale for Region Syddanmark, version 2`.
    pub fn label(&self) -> String {
        match &self.annex {
            None => format!("{}, version {}", self.title, self.version),
            Some((annex, version)) => {
                format!(
                    "{}, version {} + {annex}, version {version}",
                    self.title, self.version
                )
            }
        }
    }
}

/// The agreement in force for a kommune on a day.
pub fn in_force(all: &[Agreement], municipality: &MunicipalityCode, day: Date) -> Option<InForce> {
    let main = newest(all.iter().filter(|a| !a.is_annex()), municipality, day)?;
    let annexes = all.iter().filter(|a| a.frame.as_ref() == Some(&main.id));
    let annex = newest(annexes, municipality, day);
    let start = |a: &Agreement| a.in_force_from(municipality).unwrap_or(a.from);
    Some(InForce {
        id: main.id.clone(),
        title: main.title.clone(),
        version: main.version,
        annex: annex.map(|a| (a.title.clone(), a.version)),
        from: annex.map_or(start(main), |a| start(a).max(start(main))),
        answers: annex.map_or_else(|| main.answers.clone(), |a| main.answers.with(&a.answers)),
    })
}

fn newest<'a>(
    among: impl Iterator<Item = &'a Agreement>,
    municipality: &MunicipalityCode,
    day: Date,
) -> Option<&'a Agreement> {
    among
        .filter(|a| a.in_force_on(municipality, day))
        .max_by_key(|a| (a.in_force_from(municipality), a.version))
}

/// Everything that was, is and will be in force in a kommune, each from its first day until the next; `None` where
/// nothing is.
pub fn timeline(
    all: &[Agreement],
    municipality: &MunicipalityCode,
) -> Vec<(Date, Option<InForce>)> {
    let mut days = BTreeSet::new();
    for agreement in all {
        let Some(from) = agreement.in_force_from(municipality) else {
            continue;
        };
        days.insert(from);
        days.extend(agreement.to.map(|to| to.saturating_add(1.day())));
    }
    let mut periods: Vec<(Date, Option<InForce>)> = Vec::new();
    for day in days {
        let now = in_force(all, municipality, day);
        let before = periods.last().and_then(|(_, before)| before.as_ref());
        if periods.is_empty() || before != now.as_ref() {
            periods.push((day, now));
        }
    }
    periods
}

coded! {
    /// Whether an element of the agreement is in control (»styr på det«, rows S4-078–082).
    Control {
        /// Everything is answered.
        Yes = "ja",
        /// Something is.
        Partly = "delvis",
        /// Nothing is.
        No = "nej",
    }
}

impl Answers {
    /// How an element stands: every asked question of it answered, some, or none.
    pub fn control(&self, element: &str) -> Control {
        let missing = self.missing();
        let asked = QUESTIONS
            .iter()
            .filter(|q| q.asked && q.element() == element);
        let (open, answered): (Vec<&Question>, Vec<&Question>) =
            asked.partition(|q| missing.contains(q));
        match (open.is_empty(), answered.is_empty()) {
            (true, _) => Control::Yes,
            (false, false) => Control::Partly,
            (false, true) => Control::No,
        }
    }

    /// The parties without a contact person who can be reached (row S2-077).
    pub fn unreachable(&self) -> Vec<Party> {
        let reached = |party: &Party| {
            let theirs =
                |c: &Contact| Party::of(c.actor) == Some(*party) && !c.reach.trim().is_empty();
            self.contacts.iter().any(theirs)
        };
        Party::ALL
            .iter()
            .copied()
            .filter(|party| !reached(party))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{approvals, frame, odense};
    use super::*;
    use crate::org::UnitKind;
    use jiff::civil::date;

    #[test]
    fn s4_078_an_element_is_in_control_partly_or_not() {
        let mut answers = Answers::default();
        assert_eq!(answers.control("1"), Control::No);
        answers.coordinator_actor = Some(UnitKind::FamilyDepartment);
        assert_eq!(answers.control("1"), Control::Partly);
        answers.coordinator_expectations = Some("Svarer samme dag".into());
        assert_eq!(answers.control("1"), Control::Yes);
    }

    #[test]
    fn s2_077_without_its_last_contact_person_a_party_cannot_be_reached() {
        let contact = |actor, reach: &str| Contact {
            actor,
            name: "Vagten".into(),
            reach: reach.into(),
            deputy: None,
            confirmed: None,
        };
        let answers = Answers {
            contacts: vec![
                contact(UnitKind::FamilyClinic, "00 00 01 02"),
                contact(UnitKind::AlcoholTreatment, " "),
            ],
            ..Answers::default()
        };
        assert_eq!(
            answers.unreachable(),
            [Party::FamilyAuthority, Party::Treatment]
        );
    }

    #[test]
    fn a_newer_version_takes_over_on_its_day_and_an_ended_one_leaves_a_gap() {
        let mut first = frame(Party::ALL);
        first.answers.notice_days = Some(10);
        first.to = Some(date(2026, 12, 31));
        let mut second = frame(&[]);
        second.version = 2;
        second.from = date(2026, 6, 1);
        second.answers.notice_days = Some(5);
        // The neighbour has approved the second, Odense has not yet.
        second.approvals = approvals(Party::ALL, Some("0440"));
        let all = [first, second];
        let notice = |day| in_force(&all, &odense(), day).and_then(|a| a.answers.notice_days);
        assert_eq!(notice(date(2026, 7, 1)), Some(10));
        let neighbour = MunicipalityCode::new("0440");
        assert_eq!(
            in_force(&all, &neighbour, date(2026, 7, 1)).map(|a| a.version),
            Some(2)
        );
        let periods: Vec<_> = timeline(&all, &odense())
            .into_iter()
            .map(|(day, a)| (day, a.map(|a| a.version)))
            .collect();
        assert_eq!(
            periods,
            [(date(2026, 2, 2), Some(1)), (date(2027, 1, 1), None)]
        );
    }

    #[test]
    fn an_annex_counts_only_with_its_own_frame() {
        let mut annex = frame(Party::ALL);
        annex.id = "tillaeg".into();
        annex.frame = Some("a".into());
        annex.municipality = Some(odense());
        annex.answers.coordinator_days = Some(2);
        annex.from = date(2026, 3, 1);
        let all = [frame(Party::ALL), annex.clone()];
        let days = |day| in_force(&all, &odense(), day).and_then(|a| a.answers.coordinator_days);
        assert_eq!(
            (days(date(2026, 2, 28)), days(date(2026, 3, 1))),
            (None, Some(2))
        );
        assert!(in_force(&[annex], &odense(), date(2026, 3, 1)).is_none());
    }
}
