// SPDX-License-Identifier: EUPL-1.2
//! Her requests for treatment and the contracts on detention, through their lives.

use super::{Noted, Pathway};
use crate::body::{
    ContractAnswer, ContractEnded, ContractOffered, ContractSigned, ResidentialAnswer, StepTaken,
};
use crate::id::RefId;
use jiff::civil::Date;

/// One contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    /// Its reference.
    pub reference: RefId,
    /// Each time it was offered; the last answer counts.
    pub offers: Vec<Noted<ContractOffered>>,
    /// Her signature.
    pub signed: Option<Noted<ContractSigned>>,
    /// Its end before its time.
    pub ended: Option<Noted<ContractEnded>>,
}

/// Where a contract stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContractState {
    /// She thinks it over.
    Thinking,
    /// She wants one and has not signed.
    Wanted,
    /// She does not want one.
    Declined,
    /// It counts.
    Running,
    /// Its last day has passed, or the child is born.
    Over,
    /// It ended before its time.
    Ended,
}

impl ContractState {
    /// The code of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Thinking => "thinking",
            Self::Wanted => "wanted",
            Self::Declined => "declined",
            Self::Running => "running",
            Self::Over => "over",
            Self::Ended => "ended",
        }
    }
}

/// A time she was held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detention {
    /// Its reference.
    pub reference: RefId,
    /// Her request for treatment it belongs to.
    pub request: Option<RefId>,
    /// The first day.
    pub from: Date,
    /// The last day, when it has ended.
    pub to: Option<Date>,
}

impl Detention {
    /// How many days it has lasted, both ends counted.
    pub fn days(&self, today: Date) -> i32 {
        let until = self.to.unwrap_or(today).max(self.from);
        self.from.until(until).map_or(0, |span| span.get_days()) + 1
    }
}

/// A request for treatment that is hers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreatmentRequest {
    /// Its reference.
    pub reference: RefId,
    /// For what: `alkohol`, `stof` or `medicin`.
    pub substance: String,
    /// When she asked.
    pub asked: Date,
    /// When treatment started.
    pub started: Option<Date>,
}

impl Contract {
    pub(super) fn offered(all: &mut Vec<Self>, noted: Noted<ContractOffered>) {
        let reference = noted.body.reference.clone();
        match all.iter_mut().find(|c| c.reference == reference) {
            Some(contract) => contract.offers.push(noted),
            None => all.push(Self {
                reference,
                offers: vec![noted],
                signed: None,
                ended: None,
            }),
        }
    }

    /// The last time it was offered.
    pub fn last_offer(&self) -> Option<&ContractOffered> {
        self.offers.last().map(|offer| &offer.body)
    }

    /// Where it stands on a day.
    pub fn state(&self, today: Date, born: Option<Date>) -> ContractState {
        if self.ended.is_some() {
            return ContractState::Ended;
        }
        let Some(signed) = &self.signed else {
            return match self.last_offer().map(|offer| offer.answer) {
                Some(ContractAnswer::Yes) => ContractState::Wanted,
                Some(ContractAnswer::No) => ContractState::Declined,
                Some(ContractAnswer::Thinking) | None => ContractState::Thinking,
            };
        };
        let last = match (signed.body.until, born) {
            (Some(until), Some(born)) => Some(until.min(born)),
            (until, born) => until.or(born),
        };
        if last.is_some_and(|last| today > last) {
            ContractState::Over
        } else {
            ContractState::Running
        }
    }
}

fn said<'a>(step: &'a StepTaken, name: &str) -> Option<&'a str> {
    step.attributes.get(name).map(String::as_str)
}

impl Pathway {
    /// The contract with a reference.
    pub fn contract(&self, reference: &str) -> Option<&Contract> {
        self.contracts
            .iter()
            .find(|c| c.reference.as_str() == reference)
    }

    /// Her requests for treatment, the oldest first.
    pub fn treatment_requests(&self) -> Vec<TreatmentRequest> {
        let asked = self
            .steps
            .iter()
            .filter(|s| s.body.step == "treatment-requested");
        let started = |reference: &str| {
            let fits = |s: &&Noted<StepTaken>| {
                s.body.step == "treatment-started" && said(&s.body, "request") == Some(reference)
            };
            self.steps.iter().find(fits).map(|s| s.occurred.date())
        };
        asked
            .filter_map(|s| {
                let reference = said(&s.body, "request")?;
                Some(TreatmentRequest {
                    reference: RefId::new(reference),
                    substance: said(&s.body, "substance").unwrap_or_default().to_owned(),
                    asked: s.occurred.date(),
                    started: started(reference),
                })
            })
            .collect()
    }

    /// The times she was held back, the oldest first.
    pub fn detentions(&self) -> Vec<Detention> {
        let ended = |reference: &str| {
            let fits = |s: &&Noted<StepTaken>| {
                s.body.step == "detention-ended" && said(&s.body, "detention") == Some(reference)
            };
            self.steps.iter().find(fits).map(|s| s.occurred.date())
        };
        let decided = self
            .steps
            .iter()
            .filter(|s| s.body.step == "detention-decided");
        decided
            .filter_map(|s| {
                let reference = said(&s.body, "detention")?;
                Some(Detention {
                    reference: RefId::new(reference),
                    request: said(&s.body, "request").map(RefId::new),
                    from: s.occurred.date(),
                    to: ended(reference),
                })
            })
            .collect()
    }

    /// Whether she is held back now, as far as is known here.
    pub fn is_detained(&self) -> bool {
        self.detentions().iter().any(|d| d.to.is_none())
    }

    /// Whether residential treatment has been accepted.
    pub fn is_residential(&self) -> bool {
        self.residential
            .last()
            .is_some_and(|offer| offer.body.answer == ResidentialAnswer::Accepted)
    }
}
