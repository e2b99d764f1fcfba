// SPDX-License-Identifier: EUPL-1.2
//! Identifiers, one newtype per thing, so that a pathway can never be passed where a person is meant.
//!
//! All are opaque text made by the caller (`Ctx::ids`): nothing here reads a clock or a random source. Ids that may stand
//! in an address are random; none contains a CPR number or a running number. A journal says the same few ids again and
//! again, so a copy of one shares its text.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// Text as it stands in a document, copied only when it must be.
#[derive(Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps text that is already an id, for example read from storage or from an address.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Default for $name {
            /// No id yet: whoever carries the wish out gives it one.
            fn default() -> Self {
                Self::new("")
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Text::deserialize(deserializer).map(|text| Self::new(text.0))
            }
        }
    };
}

id!(
    /// One pathway (forløb). Random, since it stands in addresses.
    PathwayId
);
id!(
    /// One entry of a journal.
    EntryId
);
id!(
    /// One human being: citizen, partner, child, network person. Never a CPR number.
    PersonId
);
id!(
    /// One organisational unit (enhed) that writes, receives and owes.
    UnitId
);
id!(
    /// One member of staff as a human being; several employments may point at it.
    StaffId
);
id!(
    /// One dated employment of a member of staff in a unit with a function. Readers and authors are employments.
    EmploymentId
);
id!(
    /// The data controller (dataansvarlig) of an entry: the CVR number of the authority on that day.
    ControllerId
);
id!(
    /// Names one notification, referral, plan, intervention, meeting, consent or hand-over inside a pathway.
    RefId
);
id!(
    /// A municipality's four-digit code, for example `0461`.
    MunicipalityCode
);

/// Where new ids come from: random in the program, seeded in tests.
pub trait Ids {
    /// A fresh random 128-bit id as text, fit for an address.
    fn random(&mut self) -> String;
}

/// Alphabet of Crockford's base 32: no I, L, O or U, so that a number can be read aloud and typed.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A case number a human can say on the phone: seven random symbols and a check symbol. Never sequential.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseNumber(String);

impl CaseNumber {
    /// Draws a case number. It is made of the last digits of an id, which are chance whatever an id begins with.
    pub fn drawn(ids: &mut dyn Ids) -> Self {
        let digits = ids.random();
        let last = digits.len().saturating_sub(9);
        let last = digits.get(last..).unwrap_or("0");
        Self::from_random(u64::from_str_radix(last, 16).unwrap_or(0))
    }

    /// Makes a case number from 35 random bits.
    fn from_random(bits: u64) -> Self {
        let mut text = String::with_capacity(8);
        let mut sum = 0;
        for place in 0..7_u64 {
            let symbol = (bits >> (place * 5)) & 31;
            sum += symbol * (place + 1);
            text.push(symbol_at(symbol));
        }
        text.push(symbol_at(sum % 31));
        Self(text)
    }

    /// Reads a typed case number: blanks and hyphens are ignored, `I`, `L` read as 1 and `O` as 0. `None` when the
    /// check symbol does not fit.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut symbols = Vec::with_capacity(8);
        for typed_char in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let upper = match typed_char.to_ascii_uppercase() {
                'I' | 'L' => '1',
                'O' => '0',
                other => other,
            };
            symbols.push(CROCKFORD.iter().position(|c| char::from(*c) == upper)?);
        }
        let (check, rest) = symbols.split_last()?;
        let sum: usize = rest
            .iter()
            .enumerate()
            .map(|(place, symbol)| symbol * (place + 1))
            .sum();
        if rest.len() != 7 || sum % 31 != *check {
            return None;
        }
        Some(Self(symbols.iter().map(|s| symbol_at(*s as u64)).collect()))
    }

    /// The eight symbols.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn symbol_at(index: u64) -> char {
    let place = usize::try_from(index).unwrap_or(0);
    CROCKFORD.get(place).map_or('0', |c| char::from(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_number_survives_being_said_aloud_and_a_slip_is_caught() {
        for bits in [0, 1, 0x7_ffff_ffff, 123_456_789_012] {
            let number = CaseNumber::from_random(bits);
            let (head, tail) = number.as_str().split_at(4);
            let typed = format!("{} {tail}", head.to_lowercase());
            assert_eq!(CaseNumber::parse(&typed), Some(number));
        }
        let number = CaseNumber::from_random(123_456_789_012);
        let slip: String = number.as_str().chars().rev().collect();
        assert_eq!(CaseNumber::parse(&slip), None);
        assert_eq!(CaseNumber::parse(""), None);
    }
}
