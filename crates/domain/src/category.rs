// SPDX-License-Identifier: EUPL-1.2
//! Kinds of information: what consent speaks of and what access is decided on (design of the journal; rows AMB-50, X08).

use serde::{Deserialize, Serialize};

macro_rules! categories {
    ($($(#[$doc:meta])* $variant:ident = $code:literal,)*) => {
        /// The kind of information an entry or a duty line holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Category {
            $($(#[$doc])* $variant,)*
        }

        impl Category {
            /// Every category, in the order they are shown.
            pub const ALL: &'static [Category] = &[$(Category::$variant,)*];

            /// The code used in storage, rules and texts.
            pub fn code(self) -> &'static str {
                match self {
                    $(Category::$variant => $code,)*
                }
            }

            /// The category of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Category::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

categories! {
    /// Health in general.
    Health = "health",
    /// Pregnancy and birth.
    PregnancyBirth = "pregnancy-birth",
    /// Substance use and its treatment.
    SubstanceUse = "substance-use",
    /// Psychiatric information.
    Psychiatric = "psychiatric",
    /// Social circumstances.
    Social = "social",
    /// Family and network.
    FamilyNetwork = "family-network",
    /// Economy and housing.
    EconomyHousing = "economy-housing",
    /// Crime and sexual exploitation; always restricted.
    CrimeExploitation = "crime-exploitation",
    /// The child's development.
    ChildDevelopment = "child-development",
    /// The child's health.
    ChildHealth = "child-health",
    /// Decisions of an authority.
    AuthorityDecision = "authority-decision",
    /// Meetings, headings of the plan, the team: the least sensitive.
    Coordination = "coordination",
    /// Test results (prøvesvar): a consent of their own (practice B12).
    TestResults = "test-results",
    /// Abortion and loss of a pregnancy (practice A16).
    AbortionLoss = "abortion-loss",
    /// A partner's information.
    Partner = "partner",
}

impl Category {
    /// Whether entries of this kind are restricted whatever the author chose.
    pub fn always_restricted(self) -> bool {
        matches!(self, Self::CrimeExploitation | Self::AbortionLoss)
    }

    /// Whether it is what the health service knows: who is 15 decides on it (practice A14), and a consent to pass it on lapses
    /// after a year (SUL § 44).
    pub fn is_health(self) -> bool {
        matches!(
            self,
            Self::Health
                | Self::PregnancyBirth
                | Self::SubstanceUse
                | Self::Psychiatric
                | Self::TestResults
                | Self::ChildHealth
                | Self::AbortionLoss
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_its_category() {
        for category in Category::ALL {
            assert_eq!(Category::from_code(category.code()), Some(*category));
        }
        assert_eq!(Category::from_code("secret"), None);
    }
}
