// SPDX-License-Identifier: EUPL-1.2
//! People and their identifiers: CPR, replacement CPR, unknown identity, unborn child (rows X11, facts A11).
//!
//! Names, CPR and address stand in the person's record and nowhere else; entries hold person ids. An identifier can be
//! replaced, so nothing is keyed on it.

mod contact;

pub use contact::{Contact, ProtectedContact};

use crate::id::{PersonId, UnitId};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// A CPR number: ten digits whose first six are a day. Never checked by modulus 11, which has not held for all numbers
/// since 2007. Its `Debug` hides the running number.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cpr(String);

/// What is wrong with a typed CPR number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CprError {
    /// Not ten digits.
    #[error("a CPR number has ten digits")]
    Length,
    /// The first six digits are no day.
    #[error("the first six digits of a CPR number are a date")]
    Date,
}

impl Cpr {
    /// Reads a typed number; blanks and a hyphen are ignored.
    pub fn parse(typed: &str) -> Result<Self, CprError> {
        let digits: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect();
        if digits.len() != 10 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(CprError::Length);
        }
        let cpr = Self(digits);
        cpr.birthday().ok_or(CprError::Date)?;
        Ok(cpr)
    }

    /// The ten digits.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// `DDMMYY-XXXX`.
    pub fn formatted(&self) -> String {
        let (day, rest) = self.0.split_at_checked(6).unwrap_or((&self.0, ""));
        format!("{day}-{rest}")
    }

    /// `DDMMYY-••••`, as lists show it.
    pub fn masked(&self) -> String {
        let (day, _) = self.0.split_at_checked(6).unwrap_or((&self.0, ""));
        format!("{day}-••••")
    }

    /// The day of birth with its century by the seventh digit. 29 February counts in every year of the number, as the
    /// national format allows it; it is then taken as 28 February.
    pub fn birthday(&self) -> Option<Date> {
        let number = |from: usize, to: usize| self.0.get(from..to)?.parse::<i16>().ok();
        let (day, month, year) = (number(0, 2)?, number(2, 4)?, number(4, 6)?);
        let century = match (number(6, 7)?, year) {
            (0..=3, _) | (4 | 9, 37..) => 1900,
            (4 | 9, _) | (5..=8, ..=57) => 2000,
            _ => 1800,
        };
        let year = century + year;
        let (day, month) = (i8::try_from(day).ok()?, i8::try_from(month).ok()?);
        Date::new(year, month, day)
            .ok()
            .or_else(|| (month == 2 && day == 29).then(|| date(year, 2, 28)))
    }
}

impl TryFrom<String> for Cpr {
    type Error = CprError;

    fn try_from(text: String) -> Result<Self, CprError> {
        Self::parse(&text)
    }
}

impl From<Cpr> for String {
    fn from(cpr: Cpr) -> Self {
        cpr.0
    }
}

impl fmt::Debug for Cpr {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Cpr(redacted)")
    }
}

/// A replacement number, national (X-eCPR) or regional (D-eCPR): six digits, a letter code and digits.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReplacementCpr(String);

impl ReplacementCpr {
    /// Reads a typed number: `ddmmyy`, one digit (1 or 7 national, 0, 5 or 6 regional), two letters, one digit.
    pub fn parse(typed: &str) -> Option<Self> {
        let text: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect::<String>()
            .to_uppercase();
        let (day, rest) = text.split_at_checked(6)?;
        let mut rest = rest.chars();
        let system = rest.next()?;
        let letters = [rest.next()?, rest.next()?];
        let last = rest.next()?;
        let well_formed = day.bytes().all(|b| b.is_ascii_digit())
            && "01567".contains(system)
            && letters.iter().all(char::is_ascii_uppercase)
            && last.is_ascii_digit()
            && rest.next().is_none();
        well_formed.then_some(Self(text))
    }

    /// The ten symbols.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ReplacementCpr {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ReplacementCpr(redacted)")
    }
}

/// How a person is identified today. Its `Debug` says which way, and nothing about her.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Identity {
    /// By CPR number.
    Cpr {
        /// The number.
        number: Cpr,
    },
    /// By a replacement number.
    Replacement {
        /// The number.
        number: ReplacementCpr,
    },
    /// Identity not known; the description is how she was met.
    Unknown {
        /// For example: met by the street team at the station.
        description: String,
    },
    /// An unborn child.
    Unborn,
}

impl fmt::Debug for Identity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Cpr { .. } => "Cpr",
            Self::Replacement { .. } => "Replacement",
            Self::Unknown { .. } => "Unknown",
            Self::Unborn => "Unborn",
        })
    }
}

/// A name that does not print itself in logs.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Name(pub String);

impl fmt::Debug for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Name(redacted)")
    }
}

/// A version of a person's record. Earlier versions stay in the audited table. Its `Debug` names the id alone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// Name, empty when not told.
    pub name: Name,
    /// Identity.
    pub identity: Identity,
    /// Telephone, when told.
    #[serde(default)]
    pub phone: Option<String>,
    /// Address in words; `None` is not told, and a homeless woman has none.
    #[serde(default)]
    pub address: Option<String>,
    /// Contact details only some units may know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub protected: Vec<ProtectedContact>,
    /// How to speak with the person, when it is told.
    #[serde(default, skip_serializing_if = "Speech::is_untold")]
    pub speech: Speech,
    /// Day of birth when it is known without a CPR number.
    #[serde(default)]
    pub born: Option<Date>,
    /// When an identity was established that had been unknown, with the identity before.
    #[serde(default)]
    pub identified: Option<Identified>,
}

/// How to speak with somebody: what whoever meets her must know beforehand (facts A2). What is not told is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Speech {
    /// The language she speaks best, in words.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether an interpreter is needed.
    #[serde(default)]
    pub interpreter: Option<bool>,
}

impl Speech {
    /// Whether nothing of it was told.
    pub fn is_untold(&self) -> bool {
        self.language.is_none() && self.interpreter.is_none()
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Person({:?})", self.id)
    }
}

/// An identity that was established after the person was first met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identified {
    /// When.
    pub at: Timestamp,
    /// What was known before.
    pub before: Box<Identity>,
    /// The name before, empty when none was told.
    #[serde(default)]
    pub name_before: Name,
    /// Units that know the identity. Whoever met her before does not learn it by somebody else's finding out.
    #[serde(default)]
    pub known_to: BTreeSet<UnitId>,
}

impl Person {
    /// Establishes the identity of somebody who was unknown or had a replacement number. What was known stays, and is all
    /// that units outside `known_to` see.
    #[must_use]
    pub fn identify(
        self,
        identity: Identity,
        name: Name,
        (at, known_to): (Timestamp, BTreeSet<UnitId>),
    ) -> Self {
        let before = Box::new(self.identity);
        let name_before = self.name.clone();
        let name = if name.0.is_empty() { self.name } else { name };
        let identified = Some(Identified {
            at,
            before,
            name_before,
            known_to,
        });
        Self {
            name,
            identity,
            identified,
            ..self
        }
    }

    /// The person as some units know them: all of them must know an identity that was found out later, and contact details
    /// that are protected.
    #[must_use]
    pub fn as_known_to<'a>(self, mut units: impl Iterator<Item = &'a UnitId> + Clone) -> Self {
        let known = if self.protected.is_empty() {
            self
        } else {
            self.contact_known_to(&mut units.clone())
        };
        match known.identified.clone() {
            Some(found) if !units.all(|unit| found.known_to.contains(unit)) => Self {
                name: found.name_before,
                identity: *found.before,
                identified: None,
                ..known
            },
            Some(_) | None => known,
        }
    }

    /// Day of birth, from the CPR number or as told.
    pub fn birthday(&self) -> Option<Date> {
        match &self.identity {
            Identity::Cpr { number } => number.birthday(),
            Identity::Replacement { .. } | Identity::Unknown { .. } | Identity::Unborn => self.born,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn official_test_persons_are_accepted_though_modulus_eleven_fails() {
        for number in [
            "0201609995",
            "0201609996",
            "0504909995",
            "0201919990",
            "0108589995",
            "1509819996",
        ] {
            assert!(Cpr::parse(number).is_ok(), "{number}");
        }
    }

    #[test]
    fn what_is_printed_for_a_log_says_nothing_about_her() {
        let number = Cpr::parse("1509819996").unwrap();
        let person = Person {
            id: PersonId::new("p1"),
            name: Name("Brita Berggren".into()),
            identity: Identity::Cpr { number },
            phone: Some("00 00 12 34".into()),
            address: Some("Testvej 7".into()),
            protected: Vec::new(),
            speech: Speech::default(),
            born: Some(date(1981, 9, 15)),
            identified: None,
        };
        let unknown = Identity::Unknown {
            description: "mødt ved stationen".into(),
        };
        let printed = format!(
            "{person:?} {:?} {:?} {unknown:?}",
            person.name, person.identity
        );
        for secret in [
            "Brita",
            "150981",
            "9996",
            "12 34",
            "Testvej",
            "1981",
            "stationen",
        ] {
            assert!(!printed.contains(secret), "{secret} is in {printed}");
        }
    }

    #[test]
    fn the_seventh_digit_gives_the_century() {
        let born = |n: &str| Cpr::parse(n).unwrap().birthday().unwrap();
        assert_eq!(born("010101-0000"), date(1901, 1, 1));
        assert_eq!(born("0101364000"), date(2036, 1, 1));
        assert_eq!(born("0101374000"), date(1937, 1, 1));
        assert_eq!(born("0101575000"), date(2057, 1, 1));
        assert_eq!(born("0101588000"), date(1858, 1, 1));
        assert_eq!(born("0101369000"), date(2036, 1, 1));
    }

    #[test]
    fn an_impossible_day_and_a_short_number_are_refused() {
        assert_eq!(Cpr::parse("3102901234"), Err(CprError::Date));
        assert_eq!(Cpr::parse("320190 1234"), Err(CprError::Date));
        assert_eq!(Cpr::parse("010190123"), Err(CprError::Length));
        assert_eq!(Cpr::parse("01019012３4"), Err(CprError::Length));
        assert!(Cpr::parse("290201 1234").is_ok());
    }

    #[test]
    fn numbers_and_names_never_print_themselves() {
        let person = Person {
            id: PersonId::new("p"),
            name: Name("Brita Test Berggren".into()),
            identity: Identity::Cpr {
                number: Cpr::parse("1509819996").unwrap(),
            },
            phone: None,
            address: None,
            protected: Vec::new(),
            speech: Speech::default(),
            born: None,
            identified: None,
        };
        let printed = format!("{person:?}");
        assert!(
            !printed.contains("9996") && !printed.contains("Brita"),
            "{printed}"
        );
        assert_eq!(Cpr::parse("1509819996").unwrap().masked(), "150981-••••");
    }

    #[test]
    fn an_unknown_woman_is_identified_and_what_was_known_stays() {
        let unknown = Identity::Unknown {
            description: "mødt af gadeplan".into(),
        };
        let person = Person {
            id: PersonId::new("p"),
            name: Name::default(),
            identity: unknown.clone(),
            phone: Some("12".into()),
            address: None,
            protected: Vec::new(),
            speech: Speech::default(),
            born: None,
            identified: None,
        };
        let at = Timestamp::UNIX_EPOCH;
        let cpr = Identity::Cpr {
            number: Cpr::parse("1509819996").unwrap(),
        };
        let units = BTreeSet::from([UnitId::new("family")]);
        let known = person.identify(cpr.clone(), Name("Brita Test Berggren".into()), (at, units));
        let outsider = known.clone().as_known_to([UnitId::new("street")].iter());
        assert_eq!(
            (outsider.identity, outsider.name),
            (unknown.clone(), Name::default())
        );
        let known = known.as_known_to([UnitId::new("family")].iter());
        assert_eq!(
            (&known.identity, known.phone.as_deref()),
            (&cpr, Some("12"))
        );
        assert_eq!(*known.identified.unwrap().before, unknown);
    }

    #[test]
    fn replacement_numbers_have_their_own_form() {
        assert!(ReplacementCpr::parse("010190-1AB2").is_some());
        assert!(ReplacementCpr::parse("0101900ab2").is_some());
        assert!(ReplacementCpr::parse("0101902AB2").is_none());
        assert!(ReplacementCpr::parse("010190 1A12").is_none());
    }
}
