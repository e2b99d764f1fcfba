// SPDX-License-Identifier: EUPL-1.2
//! The cooperation agreement (samarbejdsaftale) as dated data that steers: the five elements, fifteen items with both
//! halves of compound questions, and the three clauses of the body text (E19; rows S2-055–077, AMB-08–12).
//!
//! An unanswered question is a visible gap: rules that read it are unsettled, never silently defaulted.

use crate::id::MunicipalityCode;
use crate::org::{UnitKind, coded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// The three operational parties that must approve (E20).
    Party {
        /// Myndighed på familieområdet.
        FamilyAuthority = "familieafdeling",
        /// Den kommunale rusmiddelbehandling.
        Treatment = "rusmiddelbehandling",
        /// Familieambulatoriet.
        FamilyClinic = "familieambulatorium",
    }
}

/// One party's approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Which party.
    pub party: Party,
    /// The day it approved.
    pub on: Date,
}

/// Who does something: an actor, or whoever coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "actor")]
pub enum Who {
    /// The pathway's coordinator.
    Coordinator,
    /// A kind of unit.
    Actor(UnitKind),
}

/// A contact person of an actor with a deputy (item 5b).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Which actor.
    pub actor: UnitKind,
    /// Name or function.
    pub name: String,
    /// How to reach them.
    pub reach: String,
    /// Who answers when they are away.
    pub deputy: Option<String>,
}

/// Who is responsible for which part of the effort (clause 6a).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Responsibility {
    /// The part.
    pub part: String,
    /// The actor.
    pub actor: UnitKind,
}

/// The answers. `None`, and an empty list, is *mangler svar*.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// 1a: the actor the coordinator comes from.
    pub coordinator_actor: Option<UnitKind>,
    /// 1b: what is expected of the coordinator.
    pub coordinator_expectations: Option<String>,
    /// How fast a coordinator is appointed, in arbejdsdage.
    pub coordinator_days: Option<u32>,
    /// 2a: who convenes.
    pub convener: Option<Who>,
    /// 2b, first half: the least number of meetings.
    pub meetings_minimum: Option<u32>,
    /// 2b, second half: where they lie, as the rules write positions: `gestation 16+0`, `birth + 4 weeks`.
    pub meetings_positions: Vec<String>,
    /// 2c, first half: notice in arbejdsdage.
    pub notice_days: Option<u32>,
    /// 2c, second half: how notice is given.
    pub notice_how: Option<String>,
    /// 3a: who informs and involves her and the partner.
    pub involvement: Option<Who>,
    /// How often, in weeks.
    pub involvement_weeks: Option<u32>,
    /// 3b: who asks for consent.
    pub consent_collector: Option<Who>,
    /// 3c, first half: when the network is involved.
    pub network_when: Option<String>,
    /// 3c, second half: how.
    pub network_how: Option<String>,
    /// 4a: what a plan contains.
    pub plan_contents: Option<String>,
    /// 4b: who writes it.
    pub plan_author: Option<Who>,
    /// Days from a completed assessment to the plan.
    pub plan_days: Option<u32>,
    /// 4c: who starts which intervention.
    pub initiators: Vec<Responsibility>,
    /// 4d, first part: which support she can be offered.
    pub support_what: Option<String>,
    /// 4d, second part: by whom.
    pub support_by: Option<Who>,
    /// 4d, third part: when.
    pub support_when: Option<String>,
    /// 4e: who follows up.
    pub plan_follower: Option<Who>,
    /// How often, in weeks.
    pub follow_up_weeks: Option<u32>,
    /// 5a: how transitions are made smooth.
    pub transitions: Option<String>,
    /// How soon a receiver accepts a hand-over, in arbejdsdage.
    pub handover_days: Option<u32>,
    /// How soon after birth the hand-over is done, in days.
    pub birth_handover_days: Option<u32>,
    /// 5b: contact persons.
    pub contacts: Vec<Contact>,
    /// 6a: responsibility matrix.
    pub responsibilities: Vec<Responsibility>,
    /// 6b: who else may be called.
    pub may_be_called: Vec<UnitKind>,
    /// 6c: common for the region.
    pub common_for_region: Option<bool>,
    /// Days within which the clinic answers a referral.
    pub clinic_answer_days: Option<u32>,
    /// Days within which the treatment answers a referral.
    pub treatment_answer_days: Option<u32>,
}

/// A value a rule can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A number.
    Number(u32),
    /// Positions in the course.
    Positions(Vec<String>),
}

/// One version of an agreement between a region and a municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its id, the same through all versions.
    pub id: String,
    /// Title as people say it.
    pub title: String,
    /// ISO 3166-2 code of the region.
    pub region: String,
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// Version, from 1.
    pub version: u32,
    /// First day it is in force, if it is approved by then.
    pub from: Date,
    /// Last day, when it has ended.
    pub to: Option<Date>,
    /// Approvals.
    pub approvals: Vec<Approval>,
    /// Answers.
    pub answers: Answers,
}

impl Agreement {
    /// The day from which it is in force: its first day, or the day of the last of three approvals when that is later.
    pub fn in_force_from(&self) -> Option<Date> {
        let last = Party::ALL
            .iter()
            .map(|party| {
                self.approvals
                    .iter()
                    .filter(|a| a.party == *party)
                    .map(|a| a.on)
                    .min()
            })
            .collect::<Option<Vec<_>>>()?
            .into_iter()
            .max()?;
        Some(last.max(self.from))
    }

    /// Whether it is in force on a day.
    pub fn in_force_on(&self, day: Date) -> bool {
        self.in_force_from().is_some_and(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl Answers {
    /// The answers rules read, under the names rules use. A missing answer has no line.
    pub fn terms(&self) -> Vec<(&'static str, Term)> {
        let numbers = [
            ("coordinator.days", self.coordinator_days),
            ("meetings.minimum", self.meetings_minimum),
            ("meetings.notice-days", self.notice_days),
            ("plan.follow-up-weeks", self.follow_up_weeks),
            ("plan.days", self.plan_days),
            ("response.family-clinic-days", self.clinic_answer_days),
            ("response.treatment-days", self.treatment_answer_days),
            ("involvement.weeks", self.involvement_weeks),
            ("handover.days", self.handover_days),
            ("birth.handover-days", self.birth_handover_days),
        ];
        let mut terms: Vec<_> = numbers
            .into_iter()
            .filter_map(|(key, value)| Some((key, Term::Number(value?))))
            .collect();
        if !self.meetings_positions.is_empty() {
            terms.push((
                "meetings.positions",
                Term::Positions(self.meetings_positions.clone()),
            ));
        }
        terms
    }

    /// The items that lack an answer, both halves of compound ones, by the codes of the catalogue list `agreement-items`.
    pub fn missing(&self) -> Vec<&'static str> {
        let items = [
            ("1a", self.coordinator_actor.is_some()),
            ("1b", self.coordinator_expectations.is_some()),
            ("2a", self.convener.is_some()),
            ("2b-antal", self.meetings_minimum.is_some()),
            ("2b-hvornaar", !self.meetings_positions.is_empty()),
            ("2c-hvornaar", self.notice_days.is_some()),
            ("2c-hvordan", self.notice_how.is_some()),
            ("3a", self.involvement.is_some()),
            ("3b", self.consent_collector.is_some()),
            ("3c-hvornaar", self.network_when.is_some()),
            ("3c-hvordan", self.network_how.is_some()),
            ("4a", self.plan_contents.is_some()),
            ("4b", self.plan_author.is_some()),
            ("4c", !self.initiators.is_empty()),
            ("4d-hvilken", self.support_what.is_some()),
            ("4d-hvem", self.support_by.is_some()),
            ("4d-hvornaar", self.support_when.is_some()),
            ("4e", self.plan_follower.is_some()),
            ("5a", self.transitions.is_some()),
            ("5b", !self.contacts.is_empty()),
            ("6a", !self.responsibilities.is_empty()),
            ("6b", !self.may_be_called.is_empty()),
            ("6c", self.common_for_region.is_some()),
        ];
        items
            .into_iter()
            .filter(|(_, answered)| !answered)
            .map(|(item, _)| item)
            .collect()
    }
}

/// The agreement in force for a municipality on a day: the newest version that is.
pub fn in_force<'a>(
    agreements: impl IntoIterator<Item = &'a Agreement>,
    municipality: &MunicipalityCode,
    day: Date,
) -> Option<&'a Agreement> {
    agreements
        .into_iter()
        .filter(|a| &a.municipality == municipality && a.in_force_on(day))
        .max_by_key(|a| (a.in_force_from(), a.version))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn agreement(approvals: usize) -> Agreement {
        Agreement {
            id: "a".into(),
            title: String::new(),
            region: "DK-83".into(),
            municipality: MunicipalityCode::new("0461"),
            version: 1,
            from: date(2026, 1, 1),
            to: None,
            approvals: Party::ALL
                .iter()
                .take(approvals)
                .map(|p| Approval {
                    party: *p,
                    on: date(2026, 2, 1),
                })
                .collect(),
            answers: Answers::default(),
        }
    }

    #[test]
    fn an_agreement_is_in_force_only_with_three_approvals() {
        assert!(!agreement(2).in_force_on(date(2026, 3, 1)));
        assert!(!agreement(3).in_force_on(date(2026, 1, 31)));
        assert!(agreement(3).in_force_on(date(2026, 2, 1)));
    }

    #[test]
    fn both_halves_of_a_question_are_asked_and_only_answers_are_terms() {
        let mut answers = Answers::default();
        assert_eq!(answers.missing().len(), 23);
        assert!(answers.terms().is_empty());
        answers.meetings_minimum = Some(3);
        assert!(
            answers.missing().contains(&"2b-hvornaar") && !answers.missing().contains(&"2b-antal")
        );
        assert_eq!(answers.terms(), [("meetings.minimum", Term::Number(3))]);
    }
}
