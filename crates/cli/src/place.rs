// SPDX-License-Identifier: EUPL-1.2
//! Where the database is, and the program on it.

use crate::clock::SystemClock;
use crate::config::{File, LoginConfig, Sources};
use anyhow::Context;
use clap::Args;
use std::sync::Arc;
use traad_app::{App, OsRandomness, Randomness, Rules, embedded_catalogue};
use traad_store::{Create, Location, Settings, Store};

/// Connections that read at once.
const CONNECTIONS: u32 = 8;

/// Where the database is.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    #[command(flatten)]
    file: File,
    /// A file for SQLite, or an address `postgres://…` (or `TRAAD_DATABASE`; proposed: traad.db).
    #[arg(long)]
    database: Option<String>,
}

impl Place {
    /// Who the configuration says may log in.
    pub(crate) fn login(&self) -> anyhow::Result<LoginConfig> {
        LoginConfig::of(&Sources::read(&self.file)?)
    }

    /// The program on this database.
    pub(crate) fn app(&self, create: Create) -> anyhow::Result<Arc<App>> {
        let database = Sources::read(&self.file)?.database(self.database.as_deref());
        app_at(&database, create)
    }
}

/// The program on a database.
pub(crate) fn app_at(database: &str, create: Create) -> anyhow::Result<Arc<App>> {
    app_on(Store::open(&Location::parse(database), &settings(create))?)
}

/// How this run of the program opens a database.
pub(crate) fn settings(create: Create) -> Settings {
    Settings {
        segment: OsRandomness.text(),
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
