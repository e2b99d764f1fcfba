// SPDX-License-Identifier: EUPL-1.2
//! The cooperation agreement (samarbejdsaftale) as dated data that steers: one regional frame, and in each kommune an
//! annex that may add to it but not contradict it (rows S2-055–077, AMB-08–12).
//!
//! It counts in a kommune from the day its three parties have approved it there. Versions follow each other; each binds
//! what began while it was in force. An unanswered question is a visible gap: rules that read it are unsettled, never
//! silently defaulted.

mod answers;
mod forum;
mod in_force;
mod steps;

pub use answers::{Answers, Contact, Part, Payer, Phase, QUESTIONS, Question, Term, Who};
pub use forum::{Forum, ForumKind};
pub use in_force::{Control, InForce, in_force, timeline};
pub use steps::{
    By, Draft, approve, draft, edit, end, keep_contacts, propose, register, send_back, succeed,
};

use crate::chain::digest;
use crate::id::{EmploymentId, MunicipalityCode};
use crate::org::{Function, Unit, UnitKind, coded};
use jiff::ToSpan;
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

impl Party {
    /// The party a unit of some kind belongs to.
    pub fn of(kind: UnitKind) -> Option<Self> {
        if kind == UnitKind::FamilyDepartment {
            Some(Self::FamilyAuthority)
        } else if matches!(kind, UnitKind::AlcoholTreatment | UnitKind::DrugTreatment) {
            Some(Self::Treatment)
        } else if kind == UnitKind::FamilyClinic {
            Some(Self::FamilyClinic)
        } else {
            None
        }
    }

    /// Whether the party belongs to the kommune and so approves for that kommune alone.
    pub fn is_municipal(self) -> bool {
        self != Self::FamilyClinic
    }
}

coded! {
    /// How far a version has come.
    Stage {
        /// Being written; nobody can approve it yet.
        Draft = "kladde",
        /// Answered and sent to the parties; no longer changed.
        Proposed = "til-godkendelse",
    }
}

/// One party's approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Which party.
    pub party: Party,
    /// The kommune a municipal party approves for; the clinic approves for all.
    #[serde(default)]
    pub municipality: Option<MunicipalityCode>,
    /// The day it approved.
    pub on: Date,
    /// Who, by name and function, as the printed agreement shows it.
    #[serde(default)]
    pub by: String,
    /// The employment that approved.
    #[serde(default)]
    pub employment: Option<EmploymentId>,
}

/// One version of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its id, the same through all versions.
    pub id: String,
    /// Title as people say it.
    pub title: String,
    /// ISO 3166-2 code of the region.
    pub region: String,
    /// The kommune, when it is one kommune's alone; `None` is the frame of the region.
    pub municipality: Option<MunicipalityCode>,
    /// Id of the frame that an annex adds to.
    #[serde(default)]
    pub frame: Option<String>,
    /// The administrative contact forum of kommuner and hospitals that it is anchored in (row S0-060).
    #[serde(default)]
    pub forum: Option<String>,
    /// Parties beyond the three that must approve, such as almen praksis.
    #[serde(default)]
    pub further_parties: Vec<UnitKind>,
    /// Version, from 1.
    pub version: u32,
    /// How far it has come. What was written before stages had been sent to its parties.
    #[serde(default = "proposed")]
    pub stage: Stage,
    /// First day it is in force, if it is approved by then.
    pub from: Date,
    /// Last day, when it has ended.
    pub to: Option<Date>,
    /// Approvals.
    pub approvals: Vec<Approval>,
    /// Questions the frame leaves to each kommune's annex.
    #[serde(default)]
    pub left_to_annex: Vec<String>,
    /// Answers.
    pub answers: Answers,
}

fn proposed() -> Stage {
    Stage::Proposed
}

coded! {
    /// Where a version stands in a kommune on a day.
    Standing {
        /// Being written.
        Draft = "kladde",
        /// Some party has not approved it.
        Awaiting = "til-godkendelse",
        /// Approved by all three; its first day has not come.
        Approved = "godkendt",
        /// In force.
        InForce = "gaeldende",
        /// Ended.
        Ended = "udloebet",
    }
}

impl Agreement {
    /// A print of what is agreed, the same whoever has approved it: an approval counts for the words that were read.
    pub fn wording(&self) -> String {
        let words = Self {
            stage: Stage::Proposed,
            approvals: Vec::new(),
            ..self.clone()
        };
        // Everything in it can be written as JSON; what could not would match nothing.
        let text = serde_json::to_string(&words).unwrap_or_default();
        digest("agreement", &text).0
    }

    /// Whether it is an annex to a frame.
    pub fn is_annex(&self) -> bool {
        self.frame.is_some()
    }

    /// Whether it may concern a kommune at all.
    pub fn concerns(&self, municipality: &MunicipalityCode) -> bool {
        self.municipality
            .as_ref()
            .is_none_or(|own| own == municipality)
    }

    /// A party's approval for a kommune.
    pub fn approval(&self, party: Party, municipality: &MunicipalityCode) -> Option<&Approval> {
        let counts = |a: &&Approval| {
            a.party == party && a.municipality.as_ref().is_none_or(|m| m == municipality)
        };
        self.approvals.iter().filter(counts).min_by_key(|a| a.on)
    }

    /// The parties that have not approved it for a kommune.
    pub fn awaits(&self, municipality: &MunicipalityCode) -> Vec<Party> {
        let lacks = |party: &Party| self.approval(*party, municipality).is_none();
        Party::ALL.iter().copied().filter(lacks).collect()
    }

    /// The day from which it is in force in a kommune: its first day, or the day after the last of three approvals when
    /// that is later. What began earlier on the day of the last yes keeps the agreement it began under.
    pub fn in_force_from(&self, municipality: &MunicipalityCode) -> Option<Date> {
        if self.stage == Stage::Draft || !self.concerns(municipality) {
            return None;
        }
        let days = Party::ALL
            .iter()
            .map(|party| Some(self.approval(*party, municipality)?.on));
        let last = days.collect::<Option<Vec<_>>>()?.into_iter().max()?;
        Some(last.saturating_add(1.day()).max(self.from))
    }

    /// Whether it is in force in a kommune on a day.
    pub fn in_force_on(&self, municipality: &MunicipalityCode, day: Date) -> bool {
        self.standing(municipality, day) == Standing::InForce
    }

    /// Where it stands in a kommune on a day; that a newer version has taken over is not looked at.
    pub fn standing(&self, municipality: &MunicipalityCode, day: Date) -> Standing {
        if self.stage == Stage::Draft {
            return Standing::Draft;
        }
        if self.to.is_some_and(|to| to < day) {
            return Standing::Ended;
        }
        match self.in_force_from(municipality) {
            None => Standing::Awaiting,
            Some(from) if day < from => Standing::Approved,
            Some(_) => Standing::InForce,
        }
    }

    /// The kommuner for which some municipal party has approved it: they have joined, or are joining.
    pub fn joining(&self) -> Vec<MunicipalityCode> {
        let mut all: Vec<_> = self
            .approvals
            .iter()
            .filter_map(|a| a.municipality.clone())
            .collect();
        all.extend(self.municipality.clone());
        all.sort();
        all.dedup();
        all
    }
}

/// The party a leader speaks for. Only a leader of one of the three parties writes and approves agreements.
pub fn speaks_for(function: Function, unit: &Unit) -> Option<Party> {
    Party::of(unit.kind).filter(|_| function == Function::Leader)
}

/// The party for which a leader of a unit may write and approve an agreement: the frame of the own region, or what
/// concerns the own kommune; the clinic takes part in all of its region.
pub fn takes_part(function: Function, unit: &Unit, agreement: &Agreement) -> Option<Party> {
    let own = |party: &Party| match (&agreement.municipality, party.is_municipal()) {
        (Some(municipality), true) => unit.municipality.as_ref() == Some(municipality),
        (None, _) | (Some(_), false) => agreement.region == unit.region,
    };
    speaks_for(function, unit).filter(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    pub(super) fn odense() -> MunicipalityCode {
        MunicipalityCode::new("0461")
    }

    pub(super) fn approvals(parties: &[Party], municipality: Option<&str>) -> Vec<Approval> {
        let of = |party: &Party| Approval {
            party: *party,
            municipality: municipality
                .filter(|_| party.is_municipal())
                .map(MunicipalityCode::new),
            on: date(2026, 2, 1),
            by: "Test".into(),
            employment: None,
        };
        parties.iter().map(of).collect()
    }

    pub(super) fn frame(parties: &[Party]) -> Agreement {
        Agreement {
            id: "a".into(),
            title: "Ramme".into(),
            region: "DK-83".into(),
            municipality: None,
            frame: None,
            forum: None,
            further_parties: Vec::new(),
            version: 1,
            stage: Stage::Proposed,
            from: date(2026, 1, 1),
            to: None,
            approvals: approvals(parties, Some("0461")),
            left_to_annex: Vec::new(),
            answers: Answers::default(),
        }
    }

    #[test]
    fn s2_057_an_agreement_is_in_force_only_with_three_approvals() {
        let at = |agreement: &Agreement, day| agreement.standing(&odense(), day);
        let two = frame(&[Party::FamilyAuthority, Party::FamilyClinic]);
        assert_eq!(at(&two, date(2026, 3, 1)), Standing::Awaiting);
        assert_eq!(two.awaits(&odense()), [Party::Treatment]);
        let three = frame(Party::ALL);
        assert_eq!(at(&three, date(2026, 2, 1)), Standing::Approved);
        assert_eq!(at(&three, date(2026, 2, 2)), Standing::InForce);
        let ended = Agreement {
            to: Some(date(2026, 6, 30)),
            ..three
        };
        assert_eq!(at(&ended, date(2026, 6, 30)), Standing::InForce);
        assert_eq!(at(&ended, date(2026, 7, 1)), Standing::Ended);
    }

    #[test]
    fn s2_059_one_kommunes_yes_is_not_its_neighbours() {
        let frame = frame(Party::ALL);
        let neighbour = MunicipalityCode::new("0440");
        assert_eq!(
            frame.awaits(&neighbour),
            [Party::FamilyAuthority, Party::Treatment]
        );
        assert_eq!(frame.joining(), [odense()]);
    }

    #[test]
    fn a_version_kept_before_there_were_frames_is_still_read() {
        let kept = r#"{"id":"aftale-odense","title":"Samarbejdsaftale Odense","region":"DK-83","municipality":"0461",
            "version":1,"from":"2025-01-01","to":null,
            "approvals":[{"party":"familieafdeling","on":"2024-11-04"},{"party":"rusmiddelbehandling","on":"2024-11-11"},
            {"party":"familieambulatorium","on":"2024-12-02"}],
            "answers":{"coordinator_days":3,"responsibilities":[{"part":"Behandling","actor":"familieafdeling"}]}}"#;
        let read: Agreement = serde_json::from_str(kept).unwrap();
        assert!(read.in_force_on(&odense(), date(2025, 1, 1)));
        assert!(!read.is_annex());
        assert_eq!(
            read.answers.responsibilities[0].actor,
            Some(UnitKind::FamilyDepartment)
        );
    }
}
