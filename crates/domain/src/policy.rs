// SPDX-License-Identifier: EUPL-1.2
//! The one question that decides every read: may this reader do this with this entry, for this purpose, now?
//!
//! Default is no. A yes names its reason, which goes to the log. A unit sees what it wrote and what was sent to it;
//! being in a team or on a map gives nothing (practice A1, A17). The answer never depends on the body of an entry.

use crate::category::Category;
use crate::entry::{Basis, Entry};
use crate::id::UnitId;
use crate::journal::Shares;
use crate::org::{Employment, Function};
use jiff::Timestamp;

/// What a reader wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Read an entry, or a duty line that stems from it.
    Read,
    /// Write an own entry in a pathway the reader's unit takes part in.
    Write,
}

/// Why the reader opens something; part of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The work on this pathway.
    Care,
    /// Searching for a citizen.
    Search,
    /// Leading own unit.
    Management,
}

impl Purpose {
    /// The code in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Care => "care",
            Self::Search => "search",
            Self::Management => "management",
        }
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The employment the reader acts in.
    pub employment: &'a Employment,
    /// For what.
    pub purpose: Purpose,
}

/// What is asked about: the envelope's facts, never the body.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The unit that wrote it.
    pub origin: &'a UnitId,
    /// Whom it was sent to, and on what basis.
    pub shares: &'a [crate::entry::Share],
    /// The kind of information.
    pub category: Category,
    /// Narrower than its category.
    pub restricted: bool,
}

/// Why the answer is yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Permit {
    /// The reader's unit wrote it.
    OwnUnit,
    /// It was sent to the reader's unit on a basis.
    SentTo(Basis),
}

impl Permit {
    /// The reason as the log holds it.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::OwnUnit => "own-unit",
            Self::SentTo(Basis::Law { .. }) => "sent-by-law",
            Self::SentTo(Basis::Consent { .. }) => "sent-on-consent",
            Self::SentTo(Basis::OwnRecord | Basis::System) => "sent",
        }
    }
}

/// Why the answer is no. Never shown to the reader: outsiders cannot tell whether the thing exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// The employment does not run now.
    NotEmployed,
    /// The function sees no pathways.
    Function,
    /// Neither written by nor sent to the reader's unit.
    Outside,
}

/// May the reader do it? Pure; the purpose goes to the log with the answer.
pub fn may(
    reader: Reader<'_>,
    action: Action,
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<Permit, Denial> {
    if !reader.employment.runs_at(now) {
        return Err(Denial::NotEmployed);
    }
    if matches!(
        reader.employment.function,
        Function::Administrator | Function::System
    ) {
        return Err(Denial::Function);
    }
    let unit = &reader.employment.unit;
    match action {
        Action::Read | Action::Write if asked.origin == unit => Ok(Permit::OwnUnit),
        Action::Read | Action::Write => asked
            .shares
            .iter()
            .find(|share| &share.unit == unit)
            .map(|share| Permit::SentTo(share.basis.clone()))
            .ok_or(Denial::Outside),
    }
}

/// May the reader write in a pathway that does not exist yet? Every function that meets citizens may (row S2-008).
pub fn may_write_new(reader: Reader<'_>, now: Timestamp) -> Result<Permit, Denial> {
    let unit = &reader.employment.unit;
    let asked = Asked {
        origin: unit,
        shares: &[],
        category: Category::Social,
        restricted: false,
    };
    may(reader, Action::Write, asked, now)
}

/// May the reader see the numbers of the own unit? Only who leads it.
pub fn may_oversee(reader: Reader<'_>, now: Timestamp) -> Result<Permit, Denial> {
    if !reader.employment.runs_at(now) {
        return Err(Denial::NotEmployed);
    }
    if reader.employment.function == Function::Leader {
        Ok(Permit::OwnUnit)
    } else {
        Err(Denial::Function)
    }
}

/// The entries of a journal that the reader may read, in order. Everything a reader is shown is folded from these and
/// nothing else, so what is withheld can leave no trace.
pub fn readable<'a>(
    reader: Reader<'_>,
    entries: &'a [Entry],
    shares: &Shares,
    now: Timestamp,
) -> Vec<&'a Entry> {
    entries
        .iter()
        .filter(|entry| may_read(reader, entry, shares, now))
        .collect()
}

/// The entries of a journal that some employment of a unit could read: what a list of that unit is made from.
pub fn readable_by_unit<'a>(
    unit: &UnitId,
    entries: &'a [Entry],
    shares: &Shares,
) -> Vec<&'a Entry> {
    let reads = |entry: &&Entry| {
        let wrote = entry
            .written()
            .is_some_and(|w| &w.envelope.author.unit == unit);
        wrote || (entry.written().is_some() && shares.to(&entry.id).iter().any(|s| &s.unit == unit))
    };
    entries.iter().filter(reads).collect()
}

/// Whether one entry may be read. An erased entry has no author left and is readable by nobody.
pub fn may_read(reader: Reader<'_>, entry: &Entry, shares: &Shares, now: Timestamp) -> bool {
    entry.written().is_some_and(|written| {
        let asked = Asked {
            origin: &written.envelope.author.unit,
            shares: shares.to(&entry.id),
            category: written.envelope.category,
            restricted: written.envelope.restricted,
        };
        may(reader, Action::Read, asked, now).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Share;
    use crate::id::{EmploymentId, StaffId};
    use proptest::prelude::*;

    fn employment(unit: &str, function: Function) -> Employment {
        Employment {
            id: EmploymentId::new("e"),
            staff: StaffId::new("s"),
            name: String::new(),
            unit: UnitId::new(unit),
            function,
            phone: None,
            from: Timestamp::UNIX_EPOCH,
            to: None,
            leave: Vec::new(),
        }
    }

    fn ask(reader: &Employment, origin: &str, sent: &[&str]) -> Result<Permit, Denial> {
        let shares: Vec<Share> = sent
            .iter()
            .map(|u| Share {
                unit: UnitId::new(*u),
                basis: Basis::Law {
                    paragraph: "BL § 133".into(),
                },
            })
            .collect();
        let origin = UnitId::new(origin);
        let asked = Asked {
            origin: &origin,
            shares: &shares,
            category: Category::Health,
            restricted: false,
        };
        let reader = Reader {
            employment: reader,
            purpose: Purpose::Care,
        };
        may(reader, Action::Read, asked, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_unit_sees_what_it_wrote_and_what_was_sent_to_it_and_nothing_else() {
        let midwife = employment("midwives", Function::Midwife);
        assert_eq!(ask(&midwife, "midwives", &[]), Ok(Permit::OwnUnit));
        assert_eq!(
            ask(&midwife, "family", &["midwives"]).unwrap().reason(),
            "sent-by-law"
        );
        assert_eq!(ask(&midwife, "family", &["clinic"]), Err(Denial::Outside));
    }

    #[test]
    fn only_who_leads_a_unit_now_oversees_it() {
        let oversees = |employment: &Employment, now| {
            let purpose = Purpose::Care;
            may_oversee(
                Reader {
                    employment,
                    purpose,
                },
                now,
            )
        };
        let now = Timestamp::UNIX_EPOCH;
        let mut leader = employment("family", Function::Leader);
        assert_eq!(oversees(&leader, now), Ok(Permit::OwnUnit));
        leader.to = Some(now);
        assert_eq!(oversees(&leader, now), Err(Denial::NotEmployed));
        let caseworker = employment("family", Function::Caseworker);
        assert_eq!(oversees(&caseworker, now), Err(Denial::Function));
    }

    #[test]
    fn an_administrator_sees_no_pathway_not_even_of_own_unit() {
        let administrator = employment("family", Function::Administrator);
        assert_eq!(
            ask(&administrator, "family", &["family"]),
            Err(Denial::Function)
        );
    }

    proptest! {
        #[test]
        fn a_further_share_never_takes_access_away(
            origin in 0_u8..4, reader in 0_u8..4, sent in proptest::collection::vec(0_u8..4, 0..4), more in 0_u8..4,
        ) {
            let name = |n: u8| format!("u{n}");
            let employed = employment(&name(reader), Function::Caseworker);
            let before: Vec<String> = sent.iter().map(|n| name(*n)).collect();
            let mut after = before.clone();
            after.push(name(more));
            let ask = |list: &[String]| {
                ask(&employed, &name(origin), &list.iter().map(String::as_str).collect::<Vec<_>>()).is_ok()
            };
            prop_assert!(!ask(&before) || ask(&after));
            prop_assert_eq!(ask(&after), origin == reader || sent.contains(&reader) || more == reader);
        }
    }
}
