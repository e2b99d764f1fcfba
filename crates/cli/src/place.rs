// SPDX-License-Identifier: EUPL-1.2
//! Where the database is, and the program on it.

use crate::clock::SystemClock;
use anyhow::Context;
use clap::Args;
use std::sync::Arc;
use traad_app::{App, OsRandomness, Randomness, Rules, embedded_catalogue, hex};
use traad_store::{Create, Location, Settings, Store};

/// Connections that read at once.
const CONNECTIONS: u32 = 8;

/// Where the database is.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// A file for SQLite, or an address `postgres://…`.
    #[arg(long, env = "TRAAD_DATABASE", default_value = "traad.db")]
    pub(crate) database: String,
}

impl Place {
    /// This place.
    pub(crate) fn at(database: &str) -> Self {
        Self {
            database: database.to_owned(),
        }
    }

    /// The program on this database.
    pub(crate) fn app(&self, create: Create) -> anyhow::Result<Arc<App>> {
        app_on(Store::open(
            &Location::parse(&self.database),
            &settings(create),
        )?)
    }
}

/// How this run of the program opens a database.
pub(crate) fn settings(create: Create) -> Settings {
    Settings {
        segment: hex(OsRandomness.bytes()),
        connections: CONNECTIONS,
        create,
    }
}

/// The program on an open database.
pub(crate) fn app_on(store: Store) -> anyhow::Result<Arc<App>> {
    let rules = Rules::embedded().context("the rulebook of this release does not compile")?;
    let catalogue = embedded_catalogue().context("the catalogue of this release is broken")?;
    Ok(Arc::new(App::new(
        store,
        rules,
        catalogue,
        Arc::new(SystemClock),
        Arc::new(OsRandomness),
    )))
}
