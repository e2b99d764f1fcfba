// SPDX-License-Identifier: EUPL-1.2
//! Units, staff and agreements of the demonstration, from `demo/organisation.toml`.

use super::{DEMO_PASSWORD, DemoLogin};
use crate::App;
use crate::error::AppError;
use jiff::Timestamp;
use serde::Deserialize;
use traad_domain::agreement::Agreement;
use traad_domain::id::{EmploymentId, StaffId, UnitId};
use traad_domain::org::{Employment, Function, Staff, Unit};

const FILE: &str = include_str!("../../demo/organisation.toml");

/// The file.
#[derive(Debug, Deserialize)]
pub(super) struct Organisation {
    unit: Vec<Unit>,
    staff: Vec<DemoStaff>,
    agreement: Vec<Agreement>,
}

#[derive(Debug, Deserialize)]
struct DemoStaff {
    username: String,
    name: String,
    unit: UnitId,
    function: Function,
    phone: String,
}

/// The file and the logins it gives.
pub(super) fn read() -> Result<(Organisation, Vec<DemoLogin>), AppError> {
    let data: Organisation = toml::from_str(FILE).map_err(AppError::internal)?;
    let logins = data
        .staff
        .iter()
        .map(|staff| {
            let unit = data
                .unit
                .iter()
                .find(|u| u.id == staff.unit)
                .map_or("", |u| u.name.as_str());
            DemoLogin {
                username: staff.username.clone(),
                who: format!("{}, {unit}", staff.name),
            }
        })
        .collect();
    Ok((data, logins))
}

/// Writes units, staff with their logins, and agreements.
pub(super) fn write(app: &App, data: &Organisation, now: Timestamp) -> Result<(), AppError> {
    for unit in &data.unit {
        app.put_unit(unit, "demo", now)?;
    }
    let hash = app.hash_password(DEMO_PASSWORD)?;
    for member in &data.staff {
        let staff = Staff {
            id: StaffId::new(format!("demo-{}", member.username)),
            name: member.name.clone(),
        };
        app.put_staff(&staff, "demo", now)?;
        let employment = Employment {
            id: employment(&member.username),
            staff: staff.id.clone(),
            name: member.name.clone(),
            unit: member.unit.clone(),
            function: member.function,
            phone: Some(member.phone.clone()),
            from: Timestamp::UNIX_EPOCH,
            to: None,
            leave: Vec::new(),
        };
        app.put_employment(&employment, "demo", now)?;
        app.put_account(&member.username, &hash, &staff.id)?;
    }
    for agreement in &data.agreement {
        app.put_agreement(agreement, "demo", now)?;
    }
    Ok(())
}

/// The employment of a login.
pub(super) fn employment(username: &str) -> EmploymentId {
    EmploymentId::new(format!("demo-{username}-1"))
}
