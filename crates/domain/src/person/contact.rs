// SPDX-License-Identifier: EUPL-1.2
//! How somebody can be reached, and protected contact details (beskyttet adresse): those only the units named know, and
//! nobody else can tell that there are any (practice A9, A13).

use super::Person;
use crate::id::UnitId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// Where somebody lives and how somebody can be reached. What is not told is absent. Its `Debug` says neither.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contact {
    /// Telephone, or another way that is safe.
    #[serde(default)]
    pub phone: Option<String>,
    /// Address in words; a homeless woman has none.
    #[serde(default)]
    pub address: Option<String>,
}

impl Contact {
    /// Whether a part of it stands in a text that somebody is about to send.
    pub fn stands_in(&self, text: &str) -> bool {
        let plain = |text: &str| text.to_lowercase().split_whitespace().collect::<String>();
        let text = plain(text);
        let parts = [&self.phone, &self.address].into_iter().flatten();
        parts
            .map(|part| plain(part))
            .any(|part| !part.is_empty() && text.contains(&part))
    }
}

impl fmt::Debug for Contact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Contact(redacted)")
    }
}

/// Contact details for some units only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectedContact {
    /// Since when.
    pub since: Timestamp,
    /// The units that may know them.
    pub known_to: BTreeSet<UnitId>,
    /// What they are.
    pub contact: Contact,
}

impl Person {
    /// The contact details open to everybody who works with the person.
    pub fn open_contact(&self) -> Contact {
        Contact {
            phone: self.phone.clone(),
            address: self.address.clone(),
        }
    }

    /// The protected contact details a unit may know.
    pub fn protected_for(&self, unit: &UnitId) -> Option<&ProtectedContact> {
        self.protected.iter().find(|c| c.known_to.contains(unit))
    }

    /// The person with new contact details from a unit: for some units only, or, without any, for everybody. What other
    /// units protect stays theirs, so nobody can overwrite what they cannot see.
    #[must_use]
    pub fn reached_by(
        mut self,
        unit: &UnitId,
        contact: Contact,
        (known_to, now): (BTreeSet<UnitId>, Timestamp),
    ) -> Self {
        let before = self
            .protected
            .iter()
            .position(|c| c.known_to.contains(unit));
        let since = before.map(|at| self.protected.remove(at).since);
        if known_to.is_empty() {
            return Self {
                phone: contact.phone,
                address: contact.address,
                ..self
            };
        }
        if since.is_none() {
            // What was open until now is what is to be protected.
            (self.phone, self.address) = (None, None);
        }
        let mut known_to = known_to;
        known_to.insert(unit.clone());
        self.protected.push(ProtectedContact {
            since: since.unwrap_or(now),
            known_to,
            contact,
        });
        self
    }

    /// The person with what a unit was told of how to reach her: what was not told anew stays.
    #[must_use]
    pub fn told(self, unit: &UnitId, told: Contact, now: Timestamp) -> Self {
        let protected = self.protected_for(unit).cloned();
        let (known_to, before) = match protected {
            Some(card) => (card.known_to, card.contact),
            None => (BTreeSet::new(), self.open_contact()),
        };
        let contact = Contact {
            phone: told.phone.or(before.phone),
            address: told.address.or(before.address),
        };
        self.reached_by(unit, contact, (known_to, now))
    }

    /// The person, where a unit has let another one know what is protected.
    #[must_use]
    pub fn shown_to(mut self, by: &UnitId, unit: &UnitId) -> Self {
        let known = self.protected.iter_mut();
        for card in known.filter(|card| card.known_to.contains(by)) {
            card.known_to.insert(unit.clone());
        }
        self
    }

    /// The person, where a unit knows what is protected no longer since another one knows it in its place; none when nothing
    /// changes.
    pub fn handed_on(mut self, from: &UnitId, to: &UnitId) -> Option<Self> {
        let known = self.protected.iter_mut();
        let both = known.filter(|card| card.known_to.contains(to));
        let gone = both.filter_map(|card| card.known_to.take(from)).count();
        (gone > 0).then_some(self)
    }

    /// The contact details as some units know them: protected ones only when each of them is named.
    pub(super) fn contact_known_to(self, units: &mut dyn Iterator<Item = &UnitId>) -> Self {
        let units: Vec<&UnitId> = units.collect();
        let all = |card: &&ProtectedContact| units.iter().all(|unit| card.known_to.contains(*unit));
        let card = self.protected.iter().find(all).cloned();
        let contact = match &card {
            Some(card) if !units.is_empty() => card.contact.clone(),
            Some(_) | None => self.open_contact(),
        };
        Self {
            phone: contact.phone,
            address: contact.address,
            protected: card.into_iter().filter(|_| !units.is_empty()).collect(),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PersonId;
    use crate::person::{Identity, Name, Speech};

    fn unit(name: &str) -> UnitId {
        UnitId::new(name)
    }

    fn at(phone: &str, address: &str) -> Contact {
        Contact {
            phone: Some(phone.into()),
            address: Some(address.into()),
        }
    }

    fn anna() -> Person {
        Person {
            id: PersonId::new("anna"),
            name: Name("Anna".into()),
            identity: Identity::Unborn,
            phone: Some("1".into()),
            address: Some("Testvej 1".into()),
            protected: Vec::new(),
            speech: Speech::default(),
            born: None,
            identified: None,
        }
    }

    fn now() -> Timestamp {
        "2026-03-03T09:00:00Z".parse().unwrap()
    }

    fn seen(person: &Person, who: &str) -> Contact {
        let unit = unit(who);
        person
            .clone()
            .as_known_to(std::iter::once(&unit))
            .open_contact()
    }

    fn protected(by: &str, contact: Contact, with: &[&str]) -> Person {
        let known: BTreeSet<UnitId> = with.iter().map(|u| unit(u)).collect();
        anna().reached_by(&unit(by), contact, (known, now()))
    }

    #[test]
    fn a_protected_address_is_known_to_those_named_and_the_others_see_what_they_would_if_none_were_told()
     {
        let person = protected("family", at("2", "Hemmelig Vej 2"), &["family", "clinic"]);
        assert!(seen(&person, "family") == at("2", "Hemmelig Vej 2"));
        assert!(seen(&person, "clinic") == at("2", "Hemmelig Vej 2"));
        assert!(seen(&person, "alcohol") == Contact::default());
        let unit = unit("alcohol");
        let known = person.as_known_to(std::iter::once(&unit));
        assert!(known.protected.is_empty(), "that there is one is not told");
    }

    #[test]
    fn whoever_cannot_see_it_cannot_overwrite_it_and_sees_what_they_wrote() {
        let person = protected("family", at("2", "Hemmelig Vej 2"), &["family"]);
        let person = person.told(&unit("alcohol"), at("3", "Testvej 3"), now());
        assert!(seen(&person, "alcohol") == at("3", "Testvej 3"));
        assert!(seen(&person, "family") == at("2", "Hemmelig Vej 2"));
        let moved = Contact {
            phone: None,
            address: Some("Hemmelig Vej 4".into()),
        };
        let person = person.told(&unit("family"), moved, now());
        assert!(seen(&person, "family") == at("2", "Hemmelig Vej 4"));
        assert!(seen(&person, "alcohol") == at("3", "Testvej 3"));
    }

    #[test]
    fn a_protection_ends_when_a_unit_that_knows_it_opens_it() {
        let person = protected("family", at("2", "Vej 2"), &["family"]);
        let open = person.reached_by(&unit("family"), at("2", "Vej 2"), (BTreeSet::new(), now()));
        assert!(seen(&open, "alcohol") == at("2", "Vej 2"));
    }
}
