// SPDX-License-Identifier: EUPL-1.2
//! The one question that decides every read: may this reader do this with this entry, for this purpose, now?
//!
//! Default is no. A yes names its reason, which goes to the log. A unit sees what it wrote, what was sent to it, and what
//! a consent that runs lets it see; being in a team or on a map gives nothing (practice A1, A17). A leader reads what the
//! own unit wrote for a purpose that was chosen, and a health person what nødadgang opens: for a time, and without writing.
//! The answer never depends on the body of an entry; consents and grants are facts handed over, folded once from the whole
//! journal.

mod grant;
mod party;
mod post;

pub use grant::{EMERGENCY_MINUTES, emergency_opens, may_use_emergency};
pub use post::{
    may_administer, may_arrange_leave, may_audit, may_keep_directory, may_keep_places, may_oversee,
    may_write_new,
};

use crate::body::{CustodyState, Direction};
use crate::category::Category;
use crate::entry::{Author, Basis, Entry, Envelope, Share, Written};
use crate::id::{EntryId, PersonId, RefId, UnitId};
use crate::journal::Shares;
use crate::org::{Employment, Function};
use crate::party::is_visible;
use crate::pathway::{Consent, Grant, Pathway};
use grant::Grants;
use jiff::Timestamp;
use party::{Family, citizen_may};
use std::borrow::Cow;

/// What a reader wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Read an entry, or a duty line that stems from it.
    Read,
    /// Write an own entry in a pathway the reader's unit takes part in.
    Write,
    /// Lead the unit: hand over who coordinates for it, take away or move what it wrote. It opens nothing.
    Manage,
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
    /// Her own page.
    Own,
}

impl Purpose {
    /// The code in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Care => "care",
            Self::Search => "search",
            Self::Management => "management",
            Self::Own => "own",
        }
    }

    /// Whether it is what consents are given for: the work on her pathway, and finding it. To lead a unit is not.
    fn is_her_help(self) -> bool {
        match self {
            Self::Care | Self::Search => true,
            Self::Management | Self::Own => false,
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
    /// Who wrote it, when it is written.
    pub by: Option<&'a Author>,
    /// Whom it was sent to, and on what basis.
    pub shares: &'a [Share],
    /// Whose data it is.
    pub about: &'a [PersonId],
    /// The kind of information.
    pub category: Category,
    /// Narrower than its category.
    pub restricted: bool,
    /// Whether the party may see it now (practice A9).
    pub open_to_party: bool,
    /// Which entry it is, when it is written: a consent's own entries are read by those who must rely on it.
    pub entry: Option<&'a EntryId>,
}

/// The consents of a thread and the grants in it, as facts: folded from the whole of it, never from what one reader may
/// read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Consents<'a> {
    all: &'a [Consent],
    openings: &'a [EntryId],
    grants: Grants<'a>,
    family: Family<'a>,
    managed: &'a [EntryId],
}

impl<'a> Consents<'a> {
    /// Those of a thread, folded from all its entries.
    pub fn of(whole: &'a Pathway) -> Self {
        Self {
            all: &whole.consents,
            openings: &whole.openings,
            grants: Grants(&whole.grants),
            family: Family::of(whole),
            managed: &whole.managed,
        }
    }

    /// Whether an entry was written by a leader in leading the unit.
    fn is_managing(self, asked: Asked<'_>) -> bool {
        asked
            .entry
            .is_some_and(|entry| self.managed.contains(entry))
    }

    /// The units some consent that runs names: those that may read something on the strength of one.
    pub fn named(self, now: Timestamp) -> impl Iterator<Item = &'a UnitId> {
        self.all.iter().flat_map(move |consent| {
            let actors = consent.scope.actors.iter();
            actors.filter(move |actor| consent.names(actor, now))
        })
    }

    /// The consent on which a unit may read what is asked about. Whose pathway it is, and what the consent itself says, its
    /// actors must know in any case.
    fn opening(
        self,
        unit: &UnitId,
        purpose: Purpose,
        asked: Asked<'_>,
        now: Timestamp,
    ) -> Option<&'a Consent> {
        if !purpose.is_her_help() {
            return None;
        }
        let opens = |consent: &&Consent| {
            let own = asked.entry.is_some_and(|entry| consent.stands_in(entry));
            let counts = consent.names(unit, now) && self.family.lets_some(consent, now);
            if own && (counts || consent.writers().contains(unit)) {
                return true;
            }
            counts
                && (asked.entry.is_some_and(|e| self.openings.contains(e))
                    || (!asked.restricted && self.covered(consent, unit, asked, now)))
        };
        self.all.iter().find(opens)
    }

    /// The consent that lets a unit be told what an entry holds: it runs, names the unit and covers the entry. What is
    /// restricted is passed on entry by entry, so that its category must be named is enough.
    pub fn covering(
        self,
        unit: &UnitId,
        envelope: &Envelope,
        now: Timestamp,
    ) -> Option<&'a Consent> {
        let asked = Asked {
            origin: &envelope.author.unit,
            by: Some(&envelope.author),
            shares: &[],
            about: &envelope.about,
            category: envelope.category,
            restricted: envelope.restricted,
            open_to_party: false,
            entry: None,
        };
        let covers = |c: &&Consent| c.names(unit, now) && self.covered(c, unit, asked, now);
        self.all.iter().find(covers)
    }

    /// The consent on which a unit may be asked for kinds of information.
    pub fn fetching(
        self,
        unit: &UnitId,
        categories: &[Category],
        now: Timestamp,
    ) -> Option<&'a Consent> {
        let fits = |c: &&Consent| {
            let named = |category| c.scope.categories.contains(category);
            c.scope.direction == Direction::Obtain
                && c.names(unit, now)
                && categories.iter().all(named)
                && categories
                    .iter()
                    .all(|kind| self.agreed(c, unit, (*kind, now)))
        };
        self.all.iter().find(fits)
    }

    /// Whether she, or who speaks for the child, has said yes to a unit taking part in meetings.
    pub fn meeting_with(self, unit: &UnitId, now: Timestamp) -> Option<&'a Consent> {
        let meets = |c: &&Consent| c.scope.direction == Direction::Meet && c.names(unit, now);
        // Whom to meet is no health matter, however it is talked about there.
        let matter = (Category::Coordination, now);
        let agreed = |c: &&Consent| meets(c) && self.agreed(c, unit, matter);
        self.all.iter().find(agreed)
    }

    /// Whether everybody who decides on a kind of information says the same (row AMB-17).
    fn agreed(
        self,
        consent: &Consent,
        unit: &UnitId,
        (category, now): (Category, Timestamp),
    ) -> bool {
        self.family.lets(consent, category, now)
            && self.together(consent, |other| {
                other.scope.direction == consent.scope.direction && other.names(unit, now)
            })
    }

    /// Whether a consent stands with those of everybody else who has custody. Where custody was stated, its holders count;
    /// while it is not settled no consent for the child does (practice B15). Else what the giver said of it counts.
    fn together(self, consent: &Consent, same: impl Fn(&Consent) -> bool) -> bool {
        let Some(stated) = self.family.custody.filter(|_| consent.is_for_a_child()) else {
            let another = |other: &Consent| other.is_anothers(consent) && same(other);
            return !consent.needs_another() || self.all.iter().any(another);
        };
        let said = self.all.iter().filter(|c| c.is_for_a_child() && same(c));
        let names: Vec<&str> = said.map(Consent::giver_name).collect();
        stated.custody != CustodyState::Unresolved
            && stated.names(consent.giver_name())
            && stated.missing(&names).is_empty()
    }

    /// Whether what was sent to a unit may still be read there: on a consent, as long as it runs and names the unit.
    fn upholds(
        self,
        share: &Share,
        (purpose, category): (Purpose, Category),
        now: Timestamp,
    ) -> bool {
        match &share.basis {
            Basis::Consent {
                consent: Some(reference),
                ..
            } => {
                let runs = |c: &Consent| {
                    &c.reference == reference
                        && c.names(&share.unit, now)
                        && self.agreed(c, &share.unit, (category, now))
                };
                purpose.is_her_help() && self.all.iter().any(runs)
            }
            Basis::Consent { consent: None, .. }
            | Basis::Law { .. }
            | Basis::OwnRecord
            | Basis::System => true,
        }
    }

    /// Whether a consent covers an entry, and with it those of everybody else who has custody (row AMB-17).
    fn covered(self, consent: &Consent, unit: &UnitId, asked: Asked<'_>, now: Timestamp) -> bool {
        let covers = |c: &Consent| c.covers(asked.origin, asked.about, asked.category);
        self.family.lets(consent, asked.category, now)
            && covers(consent)
            && self.together(consent, |other| other.names(unit, now) && covers(other))
    }
}

/// Why the answer is yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permit<'a> {
    /// The reader's unit wrote it.
    OwnUnit,
    /// It was sent to the reader's unit on a basis.
    SentTo(&'a Basis),
    /// A consent that runs lets the reader's unit see it.
    Consent(&'a RefId),
    /// It is about the reader.
    OwnData,
    /// It is about a child the reader has custody of.
    Custody,
    /// The authority has told it to those who care for a placed child, of whom the reader is one.
    Carer,
    /// Nødadgang that runs lets this reader see it.
    Emergency(&'a Grant),
    /// Ledelsestilsyn that runs lets this leader see what the own unit wrote.
    Supervision(&'a Grant),
}

impl Permit<'_> {
    /// The reason as the log holds it; a consent and a grant with their reference.
    pub fn reason(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::OwnUnit => "own-unit",
            Self::OwnData => "own-data",
            Self::Custody => "custody",
            Self::Carer => "carer",
            Self::SentTo(Basis::Law { .. }) => "sent-by-law",
            Self::SentTo(Basis::Consent { consent: None, .. }) => "sent-on-consent",
            Self::SentTo(Basis::OwnRecord | Basis::System) => "sent",
            Self::SentTo(Basis::Consent {
                consent: Some(reference),
                ..
            }) => return Cow::Owned(format!("sent-on-consent:{reference}")),
            Self::Consent(reference) => return Cow::Owned(format!("consent:{reference}")),
            Self::Emergency(grant) => {
                return Cow::Owned(format!("break-glass:{}", grant.reference));
            }
            Self::Supervision(grant) => {
                return Cow::Owned(format!("supervision:{}", grant.reference));
            }
        })
    }

    /// The nødadgang or ledelsestilsyn it rests on.
    pub fn grant(&self) -> Option<&Grant> {
        match self {
            Self::Emergency(grant) | Self::Supervision(grant) => Some(grant),
            Self::OwnUnit
            | Self::SentTo(_)
            | Self::Consent(_)
            | Self::OwnData
            | Self::Custody
            | Self::Carer => None,
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
    /// Neither written by nor sent to the reader's unit, and nothing that runs opens it.
    Outside,
    /// What somebody wants to pass on, fetch or call a meeting about needs a consent, and none runs.
    NoConsent,
    /// The reader leads a unit that may read it, and has not chosen what for: the leader knows the case from the unit's list.
    TeamOnly,
    /// The reader is on leave and takes no part meanwhile.
    OnLeave,
}

/// May the reader do it? Pure; the purpose goes to the log with the answer.
pub fn may<'a>(
    reader: Reader<'_>,
    action: Action,
    asked: Asked<'a>,
    consents: Consents<'a>,
    now: Timestamp,
) -> Result<Permit<'a>, Denial> {
    if !reader.employment.runs_at(now) {
        return Err(Denial::NotEmployed);
    }
    if !reader.employment.function.sees_pathways() {
        return Err(Denial::Function);
    }
    if reader.employment.function.is_citizen() {
        let permit = citizen_may(reader, asked, consents, now);
        return permit
            .filter(|_| action != Action::Manage)
            .ok_or(Denial::Outside);
    }
    let unit = &reader.employment.unit;
    if action == Action::Manage {
        let leads = reader.employment.function == Function::Leader;
        return match (leads, asked.origin == unit) {
            (true, true) => Ok(Permit::OwnUnit),
            (false, true) => Err(Denial::Function),
            (_, false) => Err(Denial::Outside),
        };
    }
    // To count what the own unit did is not to open it, and whoever notified goes on from the own words: that duty is
    // everybody's own. That a leader chose a purpose is no such word.
    let counts = action == Action::Read && reader.purpose == Purpose::Management;
    let wrote = asked
        .by
        .is_some_and(|author| author.employment == reader.employment.id);
    let own = wrote && !consents.grants.is_written_in(asked) && !consents.is_managing(asked);
    let leads = reader.employment.function == Function::Leader && !counts && !own;
    let team = unit_may(unit, reader.purpose, asked, consents, now);
    if let Some(permit) = team.filter(|_| !leads) {
        let away = action == Action::Write && reader.employment.leave_at(now).is_some();
        return if away {
            Err(Denial::OnLeave)
        } else {
            Ok(permit)
        };
    }
    // Who reads by a grant writes nothing: that is for those who take part.
    let reads = action == Action::Read;
    let grants = consents.grants;
    let supervised = || Some(Permit::Supervision(grants.supervision(reader, asked, now)?));
    let emergency = || Some(Permit::Emergency(grants.emergency(reader, asked, now)?));
    if let Some(permit) = supervised().or_else(emergency).filter(|_| reads) {
        return Ok(permit);
    }
    Err(if leads && team.is_some() {
        Denial::TeamOnly
    } else {
        Denial::Outside
    })
}

/// What holds for everybody in a unit. That somebody of it used nødadgang gives the others nothing, and that one nothing
/// afterwards.
fn unit_may<'a>(
    unit: &UnitId,
    purpose: Purpose,
    asked: Asked<'a>,
    consents: Consents<'a>,
    now: Timestamp,
) -> Option<Permit<'a>> {
    if asked.origin == unit && !consents.grants.stands_in(asked) {
        return Some(Permit::OwnUnit);
    }
    let to_us = asked.shares.iter().filter(|share| &share.unit == unit);
    let mut upheld = to_us.filter(|share| consents.upholds(share, (purpose, asked.category), now));
    if let Some(share) = upheld.next() {
        return Some(Permit::SentTo(&share.basis));
    }
    let consent = consents.opening(unit, purpose, asked, now)?;
    Some(Permit::Consent(&consent.reference))
}

/// What the decisions about the entries of one thread rest on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// What was sent to whom.
    pub shares: &'a Shares,
    /// The consents.
    pub consents: Consents<'a>,
    /// What was kept from the party until a unit decided to show it.
    pub shown: &'a [EntryId],
    /// What was written about the wrong person: closed to everybody.
    pub misfiled: &'a [EntryId],
    /// Now.
    pub now: Timestamp,
}

impl<'a> Grounds<'a> {
    fn asked<'p>(self, entry: &'p Entry, written: &'p Written) -> Asked<'p>
    where
        'a: 'p,
    {
        Asked {
            origin: &written.envelope.author.unit,
            by: Some(&written.envelope.author),
            shares: self.shares.to(&entry.id),
            about: &written.envelope.about,
            category: written.envelope.category,
            restricted: written.envelope.restricted,
            open_to_party: is_visible(&entry.id, &written.envelope, self.shown, self.now),
            entry: Some(&entry.id),
        }
    }

    /// The entries that the reader may read, in order. Everything a reader is shown is folded from these and nothing
    /// else, so what is withheld can leave no trace.
    pub fn readable<'e>(self, reader: Reader<'_>, entries: &'e [Entry]) -> Vec<&'e Entry> {
        let reads = |entry: &&Entry| self.permit(reader, entry).is_some();
        entries.iter().filter(reads).collect()
    }

    /// Why one entry may be read, if it may. An erased entry has no author left and is readable by nobody.
    pub fn permit<'p>(self, reader: Reader<'_>, entry: &'p Entry) -> Option<Permit<'p>>
    where
        'a: 'p,
    {
        self.ask(reader, Action::Read, entry).ok()
    }

    /// The whole answer about one entry.
    fn ask<'p>(
        self,
        reader: Reader<'_>,
        action: Action,
        entry: &'p Entry,
    ) -> Result<Permit<'p>, Denial>
    where
        'a: 'p,
    {
        let written = self.written(entry).ok_or(Denial::Outside)?;
        let asked = self.asked(entry, written);
        may(reader, action, asked, self.consents, self.now)
    }

    /// What there is to read of an entry for anybody: nothing of one that was erased or is about the wrong person.
    fn written(self, entry: &Entry) -> Option<&Written> {
        let blocked = self.misfiled.contains(&entry.id);
        entry.written().filter(|_| !blocked)
    }

    /// Whether the reader may decide about an entry as the leader of the unit that wrote it, also when nobody reads it any
    /// more. Nothing is left to decide about one that was erased.
    pub fn manages(self, reader: Reader<'_>, entry: &Entry) -> Result<Permit<'a>, Denial> {
        let written = entry.written().ok_or(Denial::Outside)?;
        let asked = self.asked(entry, written);
        match may(reader, Action::Manage, asked, Consents::default(), self.now) {
            Ok(_) => Ok(Permit::OwnUnit),
            Err(denial) => Err(denial),
        }
    }

    /// Whether a reader may open some of these entries, and otherwise why not.
    pub fn opens<'e>(
        self,
        reader: Reader<'_>,
        action: Action,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Result<(), Denial> {
        let mut denied = Denial::Outside;
        for entry in entries {
            match self.ask(reader, action, entry) {
                Ok(_) => return Ok(()),
                Err(Denial::Outside) => {}
                Err(other) => denied = other,
            }
        }
        Err(denied)
    }

    /// Whether nødadgang about some persons would open an entry for a function, if it ran.
    pub fn emergency_would_open(
        self,
        function: Function,
        persons: &[PersonId],
        entry: &Entry,
    ) -> bool {
        self.written(entry).is_some_and(|written| {
            let about = &written.envelope.about;
            let theirs = !about.is_empty() && about.iter().all(|person| persons.contains(person));
            theirs
                && may_use_emergency(function)
                && emergency_opens(function, self.asked(entry, written))
        })
    }

    /// Whether an entry makes its author's unit a part of the pathway. What a nødadgang was written in does not.
    pub fn is_part(self, entry: &Entry) -> bool {
        let stands = |written| self.consents.grants.stands_in(self.asked(entry, written));
        !entry.written().is_some_and(stands)
    }

    /// The entries that some employment of a unit could read: what a list of that unit is made from.
    pub fn readable_by_unit<'e>(self, unit: &UnitId, entries: &'e [Entry]) -> Vec<&'e Entry> {
        let reads = |entry: &&Entry| self.unit_reads(unit, entry);
        entries.iter().filter(reads).collect()
    }

    /// Whether some employment of a unit could read an entry in its work.
    pub fn unit_reads(self, unit: &UnitId, entry: &Entry) -> bool {
        self.written(entry).is_some_and(|written| {
            let asked = self.asked(entry, written);
            unit_may(unit, Purpose::Care, asked, self.consents, self.now).is_some()
        })
    }
}

#[cfg(test)]
mod tests;
