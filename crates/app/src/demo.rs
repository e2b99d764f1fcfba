// SPDX-License-Identifier: EUPL-1.2
//! The demonstration: units, staff with logins, two agreements and a small story around scenarios A01–A05, told through
//! the same use cases a user goes through. Nobody in it exists.

mod organisation;
mod story;

use crate::App;
use crate::error::AppError;
use jiff::Timestamp;

/// A login of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoLogin {
    /// User name.
    pub username: String,
    /// The person and the unit, to be printed.
    pub who: String,
}

/// The password of every login of the demonstration. It opens nothing but made-up data.
pub const DEMO_PASSWORD: &str = "traad-demo-2026";

/// The login of the woman whose pathway has come furthest, to her own page.
pub const DEMO_CITIZEN: &str = "borger";

impl App {
    /// Fills an empty database with the demonstration, as of an instant; a filled one is left as it is. Gives the logins.
    pub fn seed_demo(&self, now: Timestamp) -> Result<Vec<DemoLogin>, AppError> {
        let (data, logins) = organisation::read()?;
        if self
            .directory(traad_domain::time::local_date(now))?
            .units()
            .is_empty()
        {
            organisation::write(self, &data, now)?;
            story::tell(self, now)?;
        }
        let citizen = DemoLogin {
            username: DEMO_CITIZEN.to_owned(),
            who: "Ellen Louise, hendes egen side".to_owned(),
        };
        Ok(logins.into_iter().chain([citizen]).collect())
    }

    /// Fills an empty database with the demonstration's units, staff and agreements, without the story.
    pub fn seed_demo_organisation(&self, now: Timestamp) -> Result<Vec<DemoLogin>, AppError> {
        let (data, logins) = organisation::read()?;
        organisation::write(self, &data, now)?;
        Ok(logins)
    }
}
