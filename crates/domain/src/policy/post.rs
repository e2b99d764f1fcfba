// SPDX-License-Identifier: EUPL-1.2
//! What a post alone lets somebody do, whatever stands in any pathway: no entry is asked about for it.

use super::{Denial, Permit, Reader};
use crate::id::{ControllerId, MunicipalityCode};
use crate::org::{Employment, Function, UnitKind};
use jiff::Timestamp;

/// May the reader write in a pathway that does not exist yet? Every function that meets citizens may (row S2-008).
pub fn may_write_new(reader: Reader<'_>, now: Timestamp) -> Result<Permit<'_>, Denial> {
    employed(reader, now, |function| {
        function.sees_pathways() && !function.is_citizen()
    })
}

/// May the reader see the numbers of the own unit? Only who leads it.
pub fn may_oversee(reader: Reader<'_>, now: Timestamp) -> Result<Permit<'_>, Denial> {
    employed(reader, now, |function| function == Function::Leader)
}

/// May the reader keep what a unit says of its places? Whoever works on cases in a residential unit, for the own one.
pub fn may_keep_places(
    reader: Reader<'_>,
    own: UnitKind,
    now: Timestamp,
) -> Result<Permit<'_>, Denial> {
    employed(reader, now, |function| {
        function.sees_pathways() && own == UnitKind::Residential
    })
}

/// May the reader keep the directory of a kommune? Its local administrator, and whoever leads one of its units.
pub fn may_keep_directory<'a>(
    reader: Reader<'a>,
    (own, asked): (Option<&MunicipalityCode>, &MunicipalityCode),
    now: Timestamp,
) -> Result<Permit<'a>, Denial> {
    let keeps = |function| matches!(function, Function::Leader | Function::Administrator);
    employed(reader, now, keeps)?;
    if own == Some(asked) {
        Ok(Permit::OwnUnit)
    } else {
        Err(Denial::Outside)
    }
}

/// May the reader keep the offers of check-ups of the own unit? Whoever leads one that children come to.
pub fn may_keep_offer(
    reader: Reader<'_>,
    own: UnitKind,
    now: Timestamp,
) -> Result<Permit<'_>, Denial> {
    employed(reader, now, |function| {
        function == Function::Leader && crate::decide::checkup::is_place(own)
    })
}

/// May the reader arrange somebody's time away? The person, and who leads the unit.
pub fn may_arrange_leave<'a>(
    reader: Reader<'a>,
    whose: &Employment,
    now: Timestamp,
) -> Result<Permit<'a>, Denial> {
    employed(reader, now, |function| {
        let own = whose.id == reader.employment.id;
        let leads = function == Function::Leader && whose.unit == reader.employment.unit;
        (own && function.works_on_cases()) || leads
    })
}

/// May the reader keep units and employments of an authority? Only the administrator of the same one, who sees no pathway.
pub fn may_administer<'a>(
    reader: Reader<'a>,
    (own, asked): (&ControllerId, &ControllerId),
    now: Timestamp,
) -> Result<Permit<'a>, Denial> {
    employed(reader, now, |function| function == Function::Administrator)?;
    if own == asked {
        Ok(Permit::OwnUnit)
    } else {
        Err(Denial::Outside)
    }
}

/// May the reader see the log of the own controller? Only its data-protection officer, who sees no pathway.
pub fn may_audit(reader: Reader<'_>, now: Timestamp) -> Result<Permit<'_>, Denial> {
    employed(reader, now, |function| {
        function == Function::DataProtectionOfficer
    })
}

fn employed(
    reader: Reader<'_>,
    now: Timestamp,
    fits: impl Fn(Function) -> bool,
) -> Result<Permit<'_>, Denial> {
    if !reader.employment.runs_at(now) {
        return Err(Denial::NotEmployed);
    }
    if fits(reader.employment.function) {
        Ok(Permit::OwnUnit)
    } else {
        Err(Denial::Function)
    }
}
