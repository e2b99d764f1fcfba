// SPDX-License-Identifier: EUPL-1.2
//! What somebody on a page of the own may read: the person a pathway is about, and who has custody of the child it is about.
//!
//! Both read what is the person's alone and is not kept from a party. In a child's pathway that is narrower: what harmed the
//! child before birth is told in a talk before it is shown (practice A18), and nobody reads there what another of the family
//! has said. The child reads from 15; those with custody until 15, without its health until 18, and from that day not at all
//! (practice A14). Who cares for a placed child reads what the authority has told the carers, and nothing else (row S0-055).

use super::{Asked, Consents, Permit, Reader};
use crate::age::Standing;
use crate::body::{CustodyState, CustodyStated, PathwayKind};
use crate::category::Category;
use crate::id::{EntryId, PersonId};
use crate::org::{Employment, Function};
use crate::pathway::{Consent, Pathway, Placement};
use jiff::Timestamp;
use jiff::civil::Date;

/// Whose pathway it is, as facts: folded from the whole of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Family<'a> {
    kind: Option<PathwayKind>,
    born: Option<Date>,
    /// Who has custody of the child, when it was stated: a fact like the consents themselves.
    pub(super) custody: Option<&'a CustodyStated>,
    exposed_in: &'a [EntryId],
    /// What a young person sees of it who was told in a talk.
    told_of: &'a [EntryId],
    /// The placement that runs, and with it who cares for the child and what they were told: a fact like custody.
    placement: Option<&'a Placement>,
    dead: bool,
}

impl<'a> Family<'a> {
    pub(super) fn of(whole: &'a Pathway) -> Self {
        Self {
            kind: whole.kind,
            born: whole.child.birthday(),
            custody: whole.child.custody(),
            exposed_in: &whole.child.exposed_in,
            told_of: match &whole.child.told {
                Some(_) => &whole.child.core_in,
                None => &[],
            },
            placement: whole.placements.current(),
            dead: whole.died.is_some(),
        }
    }

    /// How far the child has come; none in another pathway, or while nobody knows when it was born.
    pub(super) fn standing(self, now: Timestamp) -> Option<Standing> {
        let born = self.born.filter(|_| self.is_a_childs())?;
        Some(Standing::at(born, now))
    }

    fn is_a_childs(self) -> bool {
        self.kind == Some(PathwayKind::Child)
    }

    /// Whether a consent of the family counts for some kind of information; every other consent does.
    pub(super) fn lets(self, consent: &Consent, category: Category, now: Timestamp) -> bool {
        let standing = self.standing(now);
        if consent.is_for_a_child() {
            standing.is_none_or(|of| of.is_for_custody(category))
        } else if consent.is_the_childs() {
            standing.is_some_and(|of| of.is_own(category))
        } else {
            true
        }
    }

    /// Whether it counts for anything.
    pub(super) fn lets_some(self, consent: &Consent, now: Timestamp) -> bool {
        let mut kinds = consent.scope.categories.iter();
        kinds.any(|kind| self.lets(consent, *kind, now))
    }
}

impl Employment {
    /// Whether everything asked about is the person's on whose page somebody is.
    fn is_all_about(&self, about: &[PersonId]) -> bool {
        let same = |person: &PersonId| person.as_str() == self.staff.as_str();
        !about.is_empty() && about.iter().all(same)
    }
}

/// What holds on a page of the own. Who may read there may write there.
pub(super) fn citizen_may(
    reader: Reader<'_>,
    asked: Asked<'_>,
    consents: Consents<'_>,
    now: Timestamp,
) -> Option<Permit<'static>> {
    let (family, whose) = (consents.family, reader.employment);
    if whose.function == Function::FosterCarer {
        return carer_may(whose, asked, family);
    }
    let shown = whose.is_all_about(asked.about)
        && asked.open_to_party
        // What is said of a partner is his (row S2-044).
        && asked.category != Category::Partner
        && !family.dead;
    if !shown {
        return None;
    }
    if whose.function == Function::CustodyHolder {
        let fits = holds_custody(whose, family, now)
            && is_of_the_child(whose, asked, consents)
            && family.standing(now)?.is_for_custody(asked.category);
        return fits.then_some(Permit::Custody);
    }
    let own = !family.is_a_childs()
        || (family.standing(now)? >= Standing::Young && is_of_the_child(whose, asked, consents));
    own.then_some(Permit::OwnData)
}

/// What a carer reads: what the carers were told, offered and called to in the placement that runs, and the own words. Nothing
/// else of the child, nothing of the parents, and nothing from the day the placement ends (practice A9).
fn carer_may(carer: &Employment, asked: Asked<'_>, family: Family<'_>) -> Option<Permit<'static>> {
    let placement = family.placement.filter(|one| one.is_with(&carer.name))?;
    let told = asked
        .entry
        .is_some_and(|entry| placement.for_carers.contains(entry));
    let own = asked.by.is_some_and(|by| by.employment == carer.id);
    let theirs = carer.is_all_about(asked.about) && !family.dead && (told || own);
    theirs.then_some(Permit::Carer)
}

/// Whether somebody was stated to have custody. While it is not settled nobody has it (practice B15).
fn holds_custody(holder: &Employment, family: Family<'_>, now: Timestamp) -> bool {
    let settled = |stated: &&CustodyStated| stated.custody != CustodyState::Unresolved;
    let stated = family.custody.filter(settled);
    family.standing(now) < Some(Standing::Adult)
        && stated.is_some_and(|stated| stated.names(&holder.name))
}

/// Whether an entry is what a family may read of a child: nothing of harm before birth or of anybody's use of substances, but
/// the core of exposure for a young person who was told of it in a talk; nothing restricted but what the reader consented to, nothing another of the family wrote.
fn is_of_the_child(reader: &Employment, asked: Asked<'_>, consents: Consents<'_>) -> bool {
    let told_first = asked.category == Category::SubstanceUse
        || asked.entry.is_some_and(|entry| {
            let told =
                reader.function == Function::Citizen && consents.family.told_of.contains(entry);
            consents.family.exposed_in.contains(entry) && !told
        });
    let anothers = asked
        .by
        .is_some_and(|by| by.function.is_citizen() && by.employment != reader.id);
    let own = |consent: &&Consent| {
        let holder = reader.function == Function::CustodyHolder;
        let named = || crate::pathway::same_name(consent.giver_name(), &reader.name);
        if holder {
            consent.is_for_a_child() && named()
        } else {
            true
        }
    };
    let stands = |entry| {
        let mut all = consents.all.iter();
        all.find(|consent| consent.stands_in(entry))
    };
    let closed = match asked.entry.and_then(stands) {
        Some(consent) => !own(&consent),
        None => asked.restricted,
    };
    !told_first && !anothers && !closed
}
