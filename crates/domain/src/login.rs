// SPDX-License-Identifier: EUPL-1.2
//! What an identity provider says of somebody, and which employments that fits.
//!
//! Employments stand in Tråd and nowhere else: what the provider says of units and functions can only narrow them down.

use crate::id::{ControllerId, UnitId};
use crate::org::{Employment, Function, Unit};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How sure a provider is of who somebody is: the levels of the Danish standard NSIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assurance {
    /// *Lav*.
    Low,
    /// *Betydelig*.
    Substantial,
    /// *Høj*.
    High,
}

impl Assurance {
    /// The code used in configuration and texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Substantial => "substantial",
            Self::High => "high",
        }
    }

    /// The level a claim names: the word alone, or as the last part of an address such as
    /// `https://data.gov.dk/concept/core/nsis/loa/Substantial`. Anything else names none.
    pub fn parse(claim: &str) -> Option<Self> {
        let word = claim.trim().rsplit(['/', ':']).next().unwrap_or_default();
        [Self::Low, Self::Substantial, Self::High]
            .into_iter()
            .find(|level| level.code().eq_ignore_ascii_case(word))
    }
}

/// What a provider says of somebody who has logged in there. `None` means that this installation does not ask; an empty
/// list means that it asks, and nothing was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asserted {
    /// The provider.
    pub issuer: String,
    /// The user's name there, as this installation knows people by.
    pub user: String,
    /// What the provider itself calls the user (`sub`): it logs out by that name.
    pub subject: String,
    /// The provider's own session, if it names it.
    pub session: Option<String>,
    /// How sure it is.
    pub assurance: Option<Assurance>,
    /// When the person last proved who they are there; long ago when that is not said.
    pub authenticated: Timestamp,
    /// The authorities the person acts for, by CVR number.
    pub controllers: Option<Vec<ControllerId>>,
    /// The units the person works in.
    pub units: Option<Vec<UnitId>>,
    /// The functions the person has.
    pub functions: Option<Vec<Function>>,
}

impl Asserted {
    /// Whether what was said fits an employment in a unit.
    pub fn fits(&self, employment: &Employment, unit: &Unit) -> bool {
        allows(self.controllers.as_deref(), &unit.controller)
            && allows(self.units.as_deref(), &unit.id)
            && allows(self.functions.as_deref(), &employment.function)
    }

    /// Whether the provider is sure enough.
    pub fn reaches(&self, minimum: Option<Assurance>) -> bool {
        minimum.is_none_or(|minimum| self.assurance.is_some_and(|level| minimum <= level))
    }
}

fn allows<T: PartialEq>(said: Option<&[T]>, here: &T) -> bool {
    said.is_none_or(|said| said.contains(here))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_read_as_a_word_and_as_an_address() {
        let substantial = Some(Assurance::Substantial);
        for claim in [
            "Substantial",
            "substantial",
            "https://data.gov.dk/concept/core/nsis/loa/Substantial",
            "urn:x:Substantial",
        ] {
            assert_eq!(Assurance::parse(claim), substantial, "{claim}");
        }
        for claim in ["", "3", "Substantially", "Substantial/", "mfa"] {
            assert_eq!(Assurance::parse(claim), None, "{claim}");
        }
    }

    fn asserted(assurance: Option<Assurance>) -> Asserted {
        Asserted {
            issuer: "https://a".into(),
            user: "u".into(),
            subject: "u".into(),
            session: None,
            assurance,
            authenticated: Timestamp::UNIX_EPOCH,
            controllers: None,
            units: None,
            functions: None,
        }
    }

    #[test]
    fn who_says_no_level_reaches_none() {
        use Assurance::{High, Low, Substantial};
        assert!(asserted(None).reaches(None));
        assert!(!asserted(None).reaches(Some(Low)));
        assert!(!asserted(Some(Low)).reaches(Some(Substantial)));
        assert!(asserted(Some(Substantial)).reaches(Some(Substantial)));
        assert!(asserted(Some(High)).reaches(Some(Substantial)));
    }

    #[test]
    fn what_is_asked_and_not_said_fits_nothing() {
        assert!(allows(None, &1));
        assert!(allows(Some(&[2, 1]), &1));
        assert!(!allows(Some(&[]), &1));
        assert!(!allows(Some(&[2]), &1));
    }
}
