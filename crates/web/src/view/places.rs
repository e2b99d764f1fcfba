// SPDX-License-Identifier: EUPL-1.2
//! *Døgnpladser*.

use super::form::Form;
use super::page;

/// *Døgnpladser*. Fields (POST to its own address, for a residential unit): `pladser` R, `ledige` R, `naeste`, `note`.
#[derive(Clone, Debug, Default)]
pub struct PlacesPage {
    /// Every residential unit, those with a free place first.
    pub rows: Vec<PlaceRow>,
    /// The reader's own unit, when it is one of them.
    pub own: Option<String>,
    /// What it says.
    pub form: Form,
}

/// One residential unit.
#[derive(Clone, Debug, Default)]
pub struct PlaceRow {
    /// Its name.
    pub name: String,
    /// Whom to call.
    pub phone: String,
    /// `2 af 8 ledige`, or that it is not told.
    pub free: String,
    /// When the next one is free.
    pub next: Option<String>,
    /// For whom, and what else to know.
    pub note: String,
    /// As of when.
    pub at: Option<String>,
}

page!(PlacesPage, "places.html");
