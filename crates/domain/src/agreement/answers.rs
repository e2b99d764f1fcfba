// SPDX-License-Identifier: EUPL-1.2
//! What an agreement answers: the five elements' fifteen items, compound ones by halves, the three clauses of the running
//! text, and the times that rules read (E19; rows S2-062–077).
//!
//! One table says of each answer its code (form field, label), its item in the catalogue, whether it must be answered, and
//! the key that rules read it by.

use crate::org::{UnitKind, coded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who does something: an actor, or whoever coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "actor")]
pub enum Who {
    /// The pathway's coordinator.
    Coordinator,
    /// A kind of unit.
    Actor(UnitKind),
}

impl Who {
    /// The code in forms: the actor's, or `koordinator`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Coordinator => "koordinator",
            Self::Actor(kind) => kind.code(),
        }
    }

    /// The value of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == "koordinator" {
            return Some(Self::Coordinator);
        }
        UnitKind::from_code(code).map(Self::Actor)
    }
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
    /// The day somebody last said that this is right.
    #[serde(default)]
    pub confirmed: Option<Date>,
}

coded! {
    /// The part of the course that a task belongs to, as the regions' own agreements order them (facts D).
    Phase {
        /// Before pregnancy.
        Before = "foer",
        /// Detection and referral.
        Detection = "opsporing",
        /// During pregnancy.
        Pregnancy = "graviditet",
        /// Birth and the time after.
        Birth = "foedsel",
        /// The child's follow-up.
        Child = "barn",
    }
}

coded! {
    /// Who pays for an effort; not settled is an answer too, is listed, and delays nothing (row S4-086).
    Payer {
        /// The kommune.
        Municipality = "kommune",
        /// The region.
        Region = "region",
        /// Both.
        Shared = "delt",
        /// The state, or a pool of money.
        State = "stat",
        /// Not settled.
        Unsettled = "uafklaret",
    }
}

/// A part of the effort and who has it (clause 6a; item 4c says who starts which effort).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The part.
    pub part: String,
    /// The one actor responsible; none yet is a gap that stops the agreement.
    #[serde(default)]
    pub actor: Option<UnitKind>,
    /// Actors that contribute.
    #[serde(default)]
    pub with: Vec<UnitKind>,
    /// When in the course.
    #[serde(default)]
    pub phase: Option<Phase>,
    /// Who pays.
    #[serde(default)]
    pub payer: Option<Payer>,
}

/// A value a rule can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A number.
    Number(u32),
    /// Positions in the course.
    Positions(Vec<String>),
}

/// One answer of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Form field and label.
    pub code: &'static str,
    /// The item of the catalogue list `agreement-items` it stands under.
    pub item: &'static str,
    /// Whether the agreement cannot be approved without it: the seeds ask for it.
    pub asked: bool,
    /// The key rules read it by.
    pub key: Option<&'static str>,
}

/// What answers of every type can do.
trait Answer: Clone {
    fn is_given(&self) -> bool;
    /// This answer, with what an annex adds.
    fn with(&self, annex: &Self) -> Self;
    /// Whether an annex says something else than this.
    fn differs(&self, annex: &Self) -> bool;
    fn term(&self) -> Option<Term>;
}

/// What becomes a term.
trait AsTerm {
    fn as_term(&self) -> Option<Term>;
}

impl AsTerm for u32 {
    fn as_term(&self) -> Option<Term> {
        Some(Term::Number(*self))
    }
}

macro_rules! no_term {
    ($($type:ty),*) => { $(impl AsTerm for $type { fn as_term(&self) -> Option<Term> { None } })* };
}
no_term!(String, bool, Who, UnitKind);

impl<T: Clone + PartialEq + AsTerm> Answer for Option<T> {
    fn is_given(&self) -> bool {
        self.is_some()
    }

    fn with(&self, annex: &Self) -> Self {
        self.clone().or_else(|| annex.clone())
    }

    fn differs(&self, annex: &Self) -> bool {
        matches!((self, annex), (Some(own), Some(other)) if own != other)
    }

    fn term(&self) -> Option<Term> {
        self.as_ref()?.as_term()
    }
}

/// What two lines of a list are about; the same subject with other content is a contradiction.
trait Line {
    fn same_subject(&self, other: &Self) -> bool;
}

impl Line for Part {
    fn same_subject(&self, other: &Self) -> bool {
        self.part.trim().to_lowercase() == other.part.trim().to_lowercase()
    }
}

impl Line for Contact {
    fn same_subject(&self, _: &Self) -> bool {
        false
    }
}

impl Line for UnitKind {
    fn same_subject(&self, other: &Self) -> bool {
        self == other
    }
}

fn added<T: Clone + PartialEq>(own: &[T], annex: &[T]) -> Vec<T> {
    let new = annex.iter().filter(|line| !own.contains(line));
    own.iter().chain(new).cloned().collect()
}

macro_rules! list_answers {
    ($($type:ty),*) => { $(
        impl Answer for Vec<$type> {
            fn is_given(&self) -> bool {
                !self.is_empty()
            }

            fn with(&self, annex: &Self) -> Self {
                added(self, annex)
            }

            fn differs(&self, annex: &Self) -> bool {
                annex.iter().any(|line| self.iter().any(|own| own.same_subject(line) && own != line))
            }

            fn term(&self) -> Option<Term> {
                None
            }
        }
    )* };
}
list_answers!(Part, Contact, UnitKind);

/// Positions, and the sections of a plan, are one answer: an annex that names others contradicts.
impl Answer for Vec<String> {
    fn is_given(&self) -> bool {
        !self.is_empty()
    }

    fn with(&self, annex: &Self) -> Self {
        if self.is_empty() {
            annex.clone()
        } else {
            self.clone()
        }
    }

    fn differs(&self, annex: &Self) -> bool {
        !self.is_empty() && !annex.is_empty() && self != annex
    }

    fn term(&self) -> Option<Term> {
        (!self.is_empty()).then(|| Term::Positions(self.clone()))
    }
}

macro_rules! asked {
    (asked) => {
        true
    };
    (further) => {
        false
    };
}

macro_rules! key {
    () => {
        None
    };
    ($key:literal) => {
        Some($key)
    };
}

macro_rules! answers {
    ($($(#[$doc:meta])* $field:ident: $type:ty = $code:literal, $item:literal, $need:ident $(, $key:literal)?;)*) => {
        /// The answers. `None`, and an empty list, is *mangler svar*.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct Answers {
            $($(#[$doc])* pub $field: $type,)*
        }

        /// Every answer there can be, in the order of the elements.
        pub const QUESTIONS: &[Question] = &[
            $(Question { code: $code, item: $item, asked: asked!($need), key: key!($($key)?) },)*
        ];

        impl Answers {
            /// The answers rules read, under the names rules use. A missing answer has no line.
            pub fn terms(&self) -> Vec<(&'static str, Term)> {
                let mut terms = Vec::new();
                $($(if let Some(term) = self.$field.term() {
                    terms.push(($key, term));
                })?)*
                terms
            }

            /// The codes of the answers that are given.
            pub fn given(&self) -> Vec<&'static str> {
                let mut given = Vec::new();
                $(if self.$field.is_given() {
                    given.push($code);
                })*
                given
            }

            /// These answers, with what an annex adds to them.
            #[must_use]
            pub fn with(&self, annex: &Self) -> Self {
                Self { $($field: self.$field.with(&annex.$field),)* }
            }

            /// The codes of the answers in which an annex says something else (AMB-09).
            pub fn contradicted_by(&self, annex: &Self) -> Vec<&'static str> {
                let mut codes = Vec::new();
                $(if self.$field.differs(&annex.$field) {
                    codes.push($code);
                })*
                codes
            }
        }
    };
}

answers! {
    /// 1a: the actor the coordinator comes from.
    coordinator_actor: Option<UnitKind> = "koordinator-fra", "1a", asked;
    /// How fast a coordinator is appointed, in arbejdsdage.
    coordinator_days: Option<u32> = "koordinator-dage", "1a", further, "coordinator.days";
    /// 1b: what is expected of the coordinator.
    coordinator_expectations: Option<String> = "koordinator-forventninger", "1b", asked;
    /// 2a: who convenes.
    convener: Option<Who> = "indkalder", "2a", asked;
    /// 2b, first half: the least number of meetings.
    meetings_minimum: Option<u32> = "moeder-antal", "2b-antal", asked, "meetings.minimum";
    /// 2b, second half: where they lie, as the rules write positions: `gestation 16+0`, `birth + 4 weeks`.
    meetings_positions: Vec<String> = "moeder-hvornaar", "2b-hvornaar", asked, "meetings.positions";
    /// 2c, first half: notice in arbejdsdage.
    notice_days: Option<u32> = "varsel-dage", "2c-hvornaar", asked, "meetings.notice-days";
    /// 2c, second half: how notice is given.
    notice_how: Option<String> = "varsel-hvordan", "2c-hvordan", asked;
    /// 3a: who informs and involves her and the partner.
    involvement: Option<Who> = "inddragelse", "3a", asked;
    /// How often, in weeks.
    involvement_weeks: Option<u32> = "inddragelse-uger", "3a", further, "involvement.weeks";
    /// 3b: who asks for consent.
    consent_collector: Option<Who> = "samtykke", "3b", asked;
    /// 3c, first half: when the network is involved.
    network_when: Option<String> = "netvaerk-hvornaar", "3c-hvornaar", asked;
    /// 3c, second half: how.
    network_how: Option<String> = "netvaerk-hvordan", "3c-hvordan", asked;
    /// 4a: what a plan contains.
    plan_contents: Option<String> = "plan-indhold", "4a", asked;
    /// Sections a plan must have, by name: without them it is not approved.
    plan_sections: Vec<String> = "plan-afsnit", "4a", further;
    /// 4b: who writes it.
    plan_author: Option<Who> = "plan-skriver", "4b", asked;
    /// Days from a completed assessment to the plan.
    plan_days: Option<u32> = "plan-dage", "4b", further, "plan.days";
    /// 4c: who starts which intervention, and who pays.
    initiators: Vec<Part> = "ivaerksaetter", "4c", asked;
    /// 4d, first part: which support she can be offered.
    support_what: Option<String> = "stoette-hvilken", "4d-hvilken", asked;
    /// 4d, second part: by whom.
    support_by: Option<Who> = "stoette-hvem", "4d-hvem", asked;
    /// 4d, third part: when.
    support_when: Option<String> = "stoette-hvornaar", "4d-hvornaar", asked;
    /// Days within which the clinic answers a referral.
    clinic_answer_days: Option<u32> = "svar-ambulatorium-dage", "4d-hvornaar", further, "response.family-clinic-days";
    /// Days within which the treatment answers a referral.
    treatment_answer_days: Option<u32> = "svar-behandling-dage", "4d-hvornaar", further, "response.treatment-days";
    /// 4e: who follows up.
    plan_follower: Option<Who> = "opfoelger", "4e", asked;
    /// How often, in weeks.
    follow_up_weeks: Option<u32> = "opfoelgning-uger", "4e", further, "plan.follow-up-weeks";
    /// How often those who took over from the clinic look at the child, in months.
    child_follow_up_months: Option<u32> = "barn-maaneder", "4e", further, "child.follow-up-months";
    /// 5a: how transitions are made smooth.
    transitions: Option<String> = "overgange", "5a", asked;
    /// How soon a receiver accepts a hand-over, in arbejdsdage.
    handover_days: Option<u32> = "overgang-dage", "5a", further, "handover.days";
    /// How soon after birth the hand-over is done, in days.
    birth_handover_days: Option<u32> = "foedsel-dage", "5a", further, "birth.handover-days";
    /// 5b: contact persons.
    contacts: Vec<Contact> = "kontakter", "5b", asked;
    /// 6a: responsibility matrix.
    responsibilities: Vec<Part> = "ansvar", "6a", asked;
    /// 6b: who else may be called.
    may_be_called: Vec<UnitKind> = "indkaldes", "6b", asked;
    /// 6c: common for the region.
    common_for_region: Option<bool> = "faelles", "6c", asked;
}

impl Question {
    /// The number of the element it belongs to, `1` to `6`; 6 holds the clauses of the running text.
    pub fn element(&self) -> &'static str {
        self.item.get(..1).unwrap_or("")
    }

    /// The answer with this code.
    pub fn find(code: &str) -> Option<&'static Self> {
        QUESTIONS.iter().find(|question| question.code == code)
    }
}

impl Answers {
    /// The asked questions that lack an answer, both halves of compound ones.
    pub fn missing(&self) -> Vec<&'static Question> {
        let given = self.given();
        QUESTIONS
            .iter()
            .filter(|question| question.asked && !given.contains(&question.code))
            .collect()
    }

    /// The answers that are numbers, by their codes.
    pub(super) fn numbers(&self) -> Vec<(&'static str, u32)> {
        let terms = self.terms();
        let number = |question: &Question| {
            let term = terms.iter().find(|(key, _)| Some(*key) == question.key)?;
            match term.1 {
                Term::Number(number) => Some((question.code, number)),
                Term::Positions(_) => None,
            }
        };
        QUESTIONS.iter().filter_map(number).collect()
    }

    /// The parts of which nobody has settled who pays, by name. It stops nothing (row S4-086).
    pub fn payer_unsettled(&self) -> Vec<&str> {
        let parts = self.initiators.iter().chain(&self.responsibilities);
        let open = parts.filter(|part| part.payer == Some(Payer::Unsettled));
        open.map(|part| part.part.as_str()).collect()
    }

    /// The parts nobody is responsible for, by name (row S2-058: every part has exactly one).
    pub fn without_responsible(&self) -> Vec<&str> {
        let parts = self.responsibilities.iter().chain(&self.initiators);
        parts
            .filter(|part| part.actor.is_none())
            .map(|part| part.part.as_str())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_066_both_halves_of_a_question_are_asked_and_only_answers_are_terms() {
        let mut answers = Answers::default();
        assert_eq!(answers.missing().len(), 23);
        assert!(answers.terms().is_empty());
        answers.meetings_minimum = Some(3);
        let missing: Vec<_> = answers.missing().iter().map(|q| q.item).collect();
        assert!(missing.contains(&"2b-hvornaar") && !missing.contains(&"2b-antal"));
        assert_eq!(answers.terms(), [("meetings.minimum", Term::Number(3))]);
    }

    #[test]
    fn s2_059_an_annex_adds_and_does_not_contradict() {
        let part = |part: &str, actor| Part {
            part: part.into(),
            actor: Some(actor),
            with: Vec::new(),
            phase: None,
            payer: None,
        };
        let frame = Answers {
            coordinator_actor: Some(UnitKind::FamilyDepartment),
            responsibilities: vec![part("Svangreomsorg", UnitKind::FamilyClinic)],
            may_be_called: vec![UnitKind::Psychiatry],
            ..Answers::default()
        };
        let annex = Answers {
            coordinator_days: Some(2),
            responsibilities: vec![part("Bolig", UnitKind::AdultAuthority)],
            may_be_called: vec![UnitKind::Psychiatry, UnitKind::JobCentre],
            ..Answers::default()
        };
        assert!(frame.contradicted_by(&annex).is_empty());
        let both = frame.with(&annex);
        assert_eq!(
            (both.coordinator_actor, both.coordinator_days),
            (Some(UnitKind::FamilyDepartment), Some(2))
        );
        assert_eq!(both.responsibilities.len(), 2);
        assert_eq!(
            both.may_be_called,
            [UnitKind::Psychiatry, UnitKind::JobCentre]
        );
        let against = Answers {
            coordinator_actor: Some(UnitKind::FamilyClinic),
            responsibilities: vec![part("svangreomsorg ", UnitKind::Midwifery)],
            ..Answers::default()
        };
        assert_eq!(
            frame.contradicted_by(&against),
            ["koordinator-fra", "ansvar"]
        );
    }

    #[test]
    fn every_code_stands_once_and_belongs_to_one_of_six_elements() {
        let mut codes: Vec<_> = QUESTIONS.iter().map(|q| q.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), QUESTIONS.len());
        assert!(QUESTIONS.iter().all(|q| ("1"..="6").contains(&q.element())));
    }
}
