// SPDX-License-Identifier: EUPL-1.2
//! Notices by e-mail: choosing them and stopping them.

use super::form::Form;
use super::page;

/// What somebody of the staff has chosen. Fields: `adresse` R, `omfang` R (`own`|`unit`).
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The form.
    pub form: Form,
    /// The form of the button that stops them.
    pub stop: Form,
    /// Whether the installation sends any.
    pub sends: bool,
    /// Where the person is told now.
    pub address: Option<String>,
    /// Whether it could not be delivered there.
    pub given_up: bool,
    /// Whether it is a leader, who is told of access alone.
    pub leads: bool,
}

/// What somebody on a page of the own has chosen. Fields: `adresse` R, `trygt` R (`ja`|`nej`).
#[derive(Clone, Debug, Default)]
pub struct OwnTold(pub Told);

page!(Told, "login/told.html");
page!(OwnTold, "own/told.html");
