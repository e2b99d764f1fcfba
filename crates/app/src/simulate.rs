// SPDX-License-Identifier: EUPL-1.2
//! A simulated country: all municipalities and regions of the catalogue with made-up units and staff, and lives told in
//! them through the same use cases a user goes through: pregnancies, and childhoods that go on to today or to adulthood. How
//! children fare in it is assumed and says nothing of anybody. A life is told in memory and comes out as one append, so that
//! a hundred thousand of them take minutes; told on a store, the same life gives the same rows. Nobody in it exists.

mod country;
mod dice;
mod life;
mod numbers;
mod people;
#[cfg(test)]
mod tests;

pub use country::Country;

use crate::App;
use crate::ctx::Clock;
use crate::demo::{DEMO_PASSWORD, DemoLogin};
use crate::error::AppError;
use crate::registry::kind;
use crate::rules::Rules;
use crate::stage::Stage;
use dice::{Dice, LifeRandomness};
use jiff::{Timestamp, ToSpan};
use life::Life;
use numbers::Numbers;
use serde::Serialize;
use std::sync::Arc;
use traad_domain::catalogue::Catalogue;
use traad_domain::time::local_date;
use traad_store::{Append, PutRecord, Store};

/// Who is named as the writer of records nobody wrote by hand.
const BY: &str = "simulate";

/// What is simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// The same seed, years and end tell the same lives.
    pub seed: u64,
    /// How many years before the end the first lives begin.
    pub years: u16,
    /// The moment the story stops: now.
    pub until: Timestamp,
    /// A life is told no further when its journal has so many entries.
    pub longest: usize,
}

/// A country with the figures its lives are made from.
#[derive(Debug)]
pub struct Simulation {
    scope: Scope,
    numbers: Numbers,
    country: Country,
}

/// A life as it was told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// What it wrote; empty when it was told on a store.
    pub append: Append,
    /// Steps the program refused, as it refuses a user.
    pub refused: u32,
}

/// Tells lives, one after the other. A country is told by several at once, each in a thread of its own.
pub struct Narrator {
    app: App,
    random: Arc<LifeRandomness>,
    simulation: Arc<Simulation>,
}

struct Standing(Timestamp);

impl Clock for Standing {
    fn now(&self) -> Timestamp {
        self.0
    }
}

impl Simulation {
    /// Founds the country of a scope.
    pub fn new(scope: Scope, catalogue: &Catalogue) -> Result<Self, AppError> {
        let numbers = Numbers::read()?;
        let first = local_date(scope.until).saturating_sub(i64::from(scope.years).years());
        let country = Country::found(
            catalogue,
            &numbers,
            (scope.seed, (first, local_date(scope.until))),
        )?;
        Ok(Self {
            scope,
            numbers,
            country,
        })
    }

    /// Writes units, staff and agreements, and gives some logins.
    pub fn settle(&self, app: &App) -> Result<Vec<DemoLogin>, AppError> {
        let (country, at) = (&self.country, self.scope.until);
        let mut records = Vec::new();
        for unit in &country.units {
            records.push(record((kind::UNIT, unit.id.as_str()), unit, at)?);
        }
        for staff in &country.staff {
            records.push(record((kind::STAFF, staff.id.as_str()), staff, at)?);
        }
        for employment in &country.employments {
            records.push(record(
                (kind::EMPLOYMENT, employment.id.as_str()),
                employment,
                at,
            )?);
        }
        for agreement in &country.agreements {
            let id = format!("{}-{}", agreement.id, agreement.version);
            records.push(record((kind::AGREEMENT, &id), agreement, at)?);
        }
        app.store
            .put_records(records)
            .map_err(AppError::Unavailable)?;
        self.logins(app)
    }

    /// One login for each kind of unit that one large municipality and its region have.
    fn logins(&self, app: &App) -> Result<Vec<DemoLogin>, AppError> {
        let country = &self.country;
        let hash = app.hash_password(DEMO_PASSWORD)?;
        let mut logins = Vec::new();
        for unit in &country.units {
            let shown =
                unit.id.as_str().starts_with("0461-") || unit.id.as_str().starts_with("DK-83-");
            let of_unit = country.employments.iter().rev();
            let employed = of_unit
                .into_iter()
                .find(|e| shown && e.unit == unit.id && e.to.is_none());
            if let Some(employment) = employed {
                app.put_account(employment.id.as_str(), &hash, &employment.staff)?;
                logins.push(DemoLogin {
                    username: employment.id.as_str().to_owned(),
                    who: format!("{}, {}", employment.name, unit.name),
                });
            }
        }
        Ok(logins)
    }
}

fn record<T: Serialize>(
    (kind, id): (&str, &str),
    value: &T,
    at: Timestamp,
) -> Result<PutRecord, AppError> {
    Ok(PutRecord {
        kind: kind.to_owned(),
        id: id.to_owned(),
        expected_version: 0,
        recorded_ms: at.as_millisecond(),
        recorded_by: BY.to_owned(),
        document: serde_json::to_string(value).map_err(AppError::internal)?,
        index: None,
    })
}

impl Narrator {
    /// Tells lives in memory. The store has the units and agreements and is only read.
    pub fn new(
        simulation: Arc<Simulation>,
        store: Store,
        catalogue: Catalogue,
    ) -> Result<Self, AppError> {
        let mut told = Self::on_store(simulation, store, catalogue)?;
        told.app.stage = Some(Stage::default());
        Ok(told)
    }

    /// Tells lives step by step on a store, the way users do.
    pub fn on_store(
        simulation: Arc<Simulation>,
        store: Store,
        catalogue: Catalogue,
    ) -> Result<Self, AppError> {
        let random = Arc::new(LifeRandomness::new());
        let clock = Arc::new(Standing(simulation.scope.until));
        let app = App::new(store, Rules::embedded()?, catalogue, clock, random.clone());
        Ok(Self {
            app,
            random,
            simulation,
        })
    }

    /// The program it tells through.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Tells the life of a number. `attempt` is 0, or higher when its case number turned out to be taken.
    pub fn tell(&self, number: u64, attempt: u32) -> Result<Told, AppError> {
        let seed = self.simulation.scope.seed;
        let ids = Dice::of(seed, 2 + u64::from(attempt), number);
        self.random.begin(number, ids);
        let mut life = Life::new(self, Dice::of(seed, 0, number), number);
        life.tell()?;
        let refused = life.refused();
        let append = self.app.take_staged(self.simulation.scope.until)?;
        Ok(Told { append, refused })
    }
}

impl Told {
    /// The case numbers it gave.
    pub fn case_numbers(&self) -> impl Iterator<Item = &str> {
        let pathways = self.append.pathways.iter();
        pathways.map(|p| p.projection.header.case_number.as_str())
    }

    /// How many entries it has.
    pub fn entries(&self) -> usize {
        self.append.pathways.iter().map(|p| p.entries.len()).sum()
    }
}

/// A refusal is part of a story; anything else ends it.
fn refused<T>(outcome: Result<T, AppError>) -> Result<Option<T>, AppError> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(AppError::Refused(refusal)) => {
            tracing::debug!(?refusal, "refused");
            Ok(None)
        }
        // For somebody whose unit takes no part the pathway does not exist.
        Err(AppError::NotFound) => {
            tracing::debug!("not found");
            Ok(None)
        }
        Err(other) => Err(other),
    }
}
