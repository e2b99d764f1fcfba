// SPDX-License-Identifier: EUPL-1.2
//! What nødadgang and ledelsestilsyn open. Both let one employment read for a time, and neither lets anybody write.
//!
//! Nødadgang is for health persons only, and for the kinds of information their function needs when somebody is in danger
//! now (practice A13). Ledelsestilsyn is for the leader of the unit that wrote it (practice A21).

use super::{Asked, Reader};
use crate::category::Category;
use crate::org::Function;
use crate::pathway::{Grant, GrantKind};
use jiff::Timestamp;

/// Longest time a nødadgang runs, in minutes. A proposal (practice A13); no source gives it.
pub const EMERGENCY_MINUTES: i64 = 60;

/// The kinds of information nødadgang opens for a function. A proposal: the law speaks of health persons and of what is
/// needed, and gives no list. What is not here stays closed: what is said of a partner, abortion and loss, test results,
/// crime and sexual exploitation, and all that is social or an authority's.
fn emergency_kinds(function: Function) -> &'static [Category] {
    use Category as C;
    match function {
        Function::Midwife | Function::Physician => &[
            C::Health,
            C::PregnancyBirth,
            C::SubstanceUse,
            C::Psychiatric,
            C::ChildHealth,
            C::Coordination,
        ],
        Function::HealthVisitor => &[
            C::Health,
            C::PregnancyBirth,
            C::SubstanceUse,
            C::ChildDevelopment,
            C::ChildHealth,
            C::Coordination,
        ],
        Function::Psychologist | Function::ClinicSocialWorker => &[
            C::Health,
            C::PregnancyBirth,
            C::Psychiatric,
            C::Coordination,
        ],
        Function::Caseworker
        | Function::Therapist
        | Function::Citizen
        | Function::CustodyHolder
        | Function::OtherCaseworker
        | Function::StreetWorker
        | Function::CivilWorker
        | Function::Educator
        | Function::DutyOfficer
        | Function::Leader
        | Function::Administrator
        | Function::DataProtectionOfficer
        | Function::FosterCarer
        | Function::System => &[],
    }
}

/// Whether somebody in a function may use nødadgang at all.
pub fn may_use_emergency(function: Function) -> bool {
    function.is_health() && !emergency_kinds(function).is_empty()
}

/// Whether nødadgang could open an entry for a function. What the substance treatment wrote stays closed: whether it treats
/// her anonymously cannot be told from the journal, and must not be told by a gap (practice A12, A13).
pub fn emergency_opens(function: Function, asked: Asked<'_>) -> bool {
    let open = !asked.restricted && !asked.category.always_restricted();
    let treatment = asked
        .by
        .is_some_and(|by| by.function == Function::Therapist);
    open && !treatment && emergency_kinds(function).contains(&asked.category)
}

/// The grants of a thread, as facts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Grants<'a>(pub(super) &'a [Grant]);

impl<'a> Grants<'a> {
    /// Whether an entry is one a nødadgang was written in.
    pub(super) fn stands_in(self, asked: Asked<'_>) -> bool {
        let stands = |entry| self.0.iter().any(|grant| grant.stands_in(entry));
        asked.entry.is_some_and(stands)
    }

    /// Whether an entry is one a grant of either kind was written in.
    pub(super) fn is_written_in(self, asked: Asked<'_>) -> bool {
        let written = |entry| self.0.iter().any(|grant| grant.is_written_in(entry));
        asked.entry.is_some_and(written)
    }

    /// The nødadgang on which a reader may read what is asked about.
    pub(super) fn emergency(
        self,
        reader: Reader<'_>,
        asked: Asked<'_>,
        now: Timestamp,
    ) -> Option<&'a Grant> {
        let function = reader.employment.function;
        let opens = |grant: &&Grant| {
            let own = asked.entry.is_some_and(|entry| grant.stands_in(entry));
            grant.is_emergency()
                && grant.is_for(&reader.employment.id, now)
                && (own || (grant.concerns(asked.about) && emergency_opens(function, asked)))
        };
        self.0
            .iter()
            .filter(|_| may_use_emergency(function))
            .find(opens)
    }

    /// The ledelsestilsyn on which a leader may read what the own unit wrote.
    pub(super) fn supervision(
        self,
        reader: Reader<'_>,
        asked: Asked<'_>,
        now: Timestamp,
    ) -> Option<&'a Grant> {
        let employment = reader.employment;
        let own = employment.function == Function::Leader
            && asked.origin == &employment.unit
            && !self.stands_in(asked);
        let opens = |grant: &&Grant| {
            matches!(grant.kind, GrantKind::Supervision(_)) && grant.is_for(&employment.id, now)
        };
        self.0.iter().filter(|_| own).find(opens)
    }
}

impl Grant {
    /// The code of its purpose in the log.
    pub fn purpose(&self) -> String {
        match &self.kind {
            GrantKind::Emergency { .. } => "emergency".to_owned(),
            GrantKind::Supervision(purpose) => format!("supervision:{}", purpose.code()),
        }
    }
}
