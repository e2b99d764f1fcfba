// SPDX-License-Identifier: EUPL-1.2
//! Logging in, proving anew who one is, and the own sessions.

use super::form::{Choice, Form};
use super::page;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// The log-in page. Fields: `bruger` (text, required), `kode` (password, required).
#[derive(Clone, Debug, Default)]
pub struct Login {
    /// What was typed; the password is never filled in again.
    pub form: Form,
    /// Why the last attempt did not succeed, ready to read.
    pub message: Option<String>,
    /// What people call the identity provider, if there is one.
    pub provider: Option<String>,
    /// Whether local accounts may be used.
    pub local: bool,
}

page!(Login, "login/login.html");

/// A page that goes on by itself, and by a link where a browser does not.
#[derive(Clone, Debug, Default)]
pub struct GoOn {
    /// What has happened.
    pub title: String,
    /// What comes now.
    pub lead: String,
    /// Where to.
    pub to: String,
}

page!(GoOn, "login/on.html");

/// Why somebody did not get in, and the way back to the door.
#[derive(Clone, Debug, Default)]
pub struct Stopped {
    /// Why, and what to do.
    pub reason: String,
    /// Where to try again.
    pub back: String,
}

page!(Stopped, "login/stopped.html");

/// The code of the second factor. Field: `engangskode` (text, required).
#[derive(Clone, Debug, Default)]
pub struct LoginCode {
    /// The form.
    pub form: Form,
}

page!(LoginCode, "login/code.html");

/// Which employment. Field: `ansaettelse` (one of the choices, required).
#[derive(Clone, Debug, Default)]
pub struct LoginChoose {
    /// The form.
    pub form: Form,
    /// Function and unit of each.
    pub employments: Vec<Choice>,
}

page!(LoginChoose, "login/choose.html");

/// Proving anew who one is. Fields: `kode` (password, required), `engangskode` (text, required with a second factor),
/// `tilbage` (path).
#[derive(Clone, Debug, Default)]
pub struct Prove {
    /// The form; the password is never filled in again.
    pub form: Form,
    /// Why the last attempt did not succeed, ready to read.
    pub message: Option<String>,
    /// Where to go on.
    pub back: String,
    /// What people call the identity provider, and the way there, when it is that which vouches.
    pub provider: Option<(String, String)>,
    /// Whether the code of a second factor is needed too.
    pub code: bool,
}

page!(Prove, "login/prove.html");

/// *Din adgang*: the own sessions.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// The form of the button.
    pub form: Form,
    /// The sessions, the last used first.
    pub sessions: Vec<SessionRow>,
    /// Whether there is a second factor; nothing where none is offered.
    pub second_factor: Option<bool>,
    /// Whether the person can register leave here.
    pub leave: bool,
    /// Whether the person can choose notices by e-mail here.
    pub told: bool,
}

/// One session.
#[derive(Clone, Debug, Default)]
pub struct SessionRow {
    /// When it began, ready to read.
    pub began: String,
    /// When it was last used, ready to read.
    pub used: String,
    /// With what, ready to read.
    pub how: String,
    /// Whether it is the one the page is read in.
    pub here: bool,
}

page!(Access, "login/access.html");

/// Setting a second factor up. Fields: `engangskode` (text, required), `trin` (hidden); or `fjern`.
#[derive(Clone, Debug, Default)]
pub struct SetUpFactor {
    /// The form.
    pub form: Form,
    /// Finds the secret again; empty at the door, where the cookie does.
    pub attempt: String,
    /// The secret in groups of four letters.
    pub letters: String,
    /// The same for a camera.
    pub picture: Picture,
    /// Where it is sent.
    pub action: String,
    /// The way back, when one may leave without.
    pub back: Option<String>,
    /// Whether there is one already that may be taken away.
    pub removable: bool,
}

page!(SetUpFactor, "login/factor.html");

/// A QR code as one path.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// Length of a side, with the margin readers need.
    pub size: i32,
    /// The dark squares.
    pub path: String,
}

impl Picture {
    /// The picture of a text; empty when the text is too long for one.
    pub fn of(text: &str) -> Self {
        const MARGIN: i32 = 4;
        let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else {
            return Self::default();
        };
        let mut path = String::new();
        for y in 0..code.size() {
            for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h1v1h-1z", x + MARGIN, y + MARGIN);
            }
        }
        Self {
            size: code.size() + 2 * MARGIN,
            path,
        }
    }
}
