// SPDX-License-Identifier: EUPL-1.2
//! The fora that cooperate: an agreement is anchored in one, and a child or a family can be discussed in another (rows
//! S0-056–060).

use crate::id::MunicipalityCode;
use crate::org::{UnitKind, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// What a forum is.
    ForumKind {
        /// Administrative contact forum of kommuner and hospitals; agreements are anchored here (row S0-060).
        Administrative = "administrativt-kontaktforum",
        /// The interdisciplinary group the kommune must have (sundhedsloven § 123, row S0-059).
        Interdisciplinary = "tvaerfaglig-gruppe",
        /// The family clinic's cross-sector cooperation (row S0-058).
        Clinic = "familieambulatoriets-samarbejde",
        /// Another.
        Other = "andet",
    }
}

impl ForumKind {
    /// Actors that must be members for the forum to be complete (row S0-058).
    pub fn needs(self) -> &'static [UnitKind] {
        match self {
            Self::Clinic => &[
                UnitKind::FamilyClinic,
                UnitKind::FamilyDepartment,
                UnitKind::Ppr,
            ],
            Self::Administrative | Self::Interdisciplinary | Self::Other => &[],
        }
    }

    /// The law it rests on.
    pub fn law(self) -> Option<&'static str> {
        (self == Self::Interdisciplinary).then_some("sundhedsloven § 123")
    }

    /// Whether it belongs to one kommune.
    pub fn is_municipal(self) -> bool {
        self == Self::Interdisciplinary
    }
}

/// A forum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forum {
    /// Its id.
    pub id: String,
    /// Its name as people say it.
    pub name: String,
    /// What it is.
    pub kind: ForumKind,
    /// ISO 3166-2 code of the region.
    pub region: String,
    /// The kommune, when it is one kommune's.
    pub municipality: Option<MunicipalityCode>,
    /// Who takes part.
    pub members: Vec<UnitKind>,
    /// How often it meets and how a case is brought up, in words.
    #[serde(default)]
    pub how: String,
}

impl Forum {
    /// The actors that lack for the forum to be complete.
    pub fn lacks(&self) -> Vec<UnitKind> {
        let needed = self.kind.needs().iter().copied();
        needed.filter(|kind| !self.members.contains(kind)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s0_058_the_clinics_cooperation_without_ppr_is_incomplete_and_s0_059_the_group_names_its_law()
    {
        let mut forum = Forum {
            id: "f".into(),
            name: "Samarbejdsforum".into(),
            kind: ForumKind::Clinic,
            region: "DK-83".into(),
            municipality: None,
            members: vec![UnitKind::FamilyClinic, UnitKind::FamilyDepartment],
            how: String::new(),
        };
        assert_eq!(forum.lacks(), [UnitKind::Ppr]);
        forum.members.push(UnitKind::Ppr);
        assert!(forum.lacks().is_empty());
        assert_eq!(
            ForumKind::Interdisciplinary.law(),
            Some("sundhedsloven § 123")
        );
    }
}
