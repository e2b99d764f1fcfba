// SPDX-License-Identifier: EUPL-1.2
//! *Det hjælper …*: the form, and the sheet that is printed.

use super::form::Form;
use super::page;
use super::parts::Fact;
use super::work::About;

/// The sheet's form (`hjaelper`). Fields: `behov` R, `styrker` R, `signaler` R, `hjaelper` R; per place `sted-<code>`;
/// `baggrund` (for those the child lives with).
#[derive(Clone, Debug, Default)]
pub struct HelpForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// The places.
    pub places: Vec<PlaceRow>,
}

/// One place.
#[derive(Clone, Debug, Default)]
pub struct PlaceRow {
    /// The name of its field.
    pub field: String,
    /// What it is called.
    pub name: String,
}

impl HelpForm {
    pub(crate) fn labels() -> Vec<(String, String)> {
        let own = [
            ("behov", "help-needs"),
            ("styrker", "help-strengths"),
            ("signaler", "help-signals"),
            ("hjaelper", "help-helps"),
            ("sted-dagtilbud", "help-places"),
        ];
        let own = own.into_iter();
        own.map(|(name, key)| (name.to_owned(), key.to_owned()))
            .collect()
    }
}

/// The sheet.
#[derive(Clone, Debug, Default)]
pub struct HelpSheet {
    /// Back to the form.
    pub back: String,
    /// The other sheet: that for those it lives with, or that for daycare and school.
    pub other: String,
    /// Whether it is for those it lives with.
    pub at_home: bool,
    /// `Det hjælper Emil`.
    pub title: String,
    /// The day it was written.
    pub day: String,
    /// What the child needs.
    pub needs: String,
    /// What it is good at.
    pub strengths: String,
    /// How it shows that something is too much.
    pub signals: String,
    /// What helps.
    pub helps: String,
    /// What is agreed, place by place.
    pub places: Vec<Fact>,
    /// The background; never for daycare and school.
    pub background: Option<String>,
}

page!(HelpForm, "work/help.html");
page!(HelpSheet, "work/helpsheet.html");
