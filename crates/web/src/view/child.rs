// SPDX-License-Identifier: EUPL-1.2
//! *Skriv fødslen*.

use super::form::{Choice, Form};
use super::page;
use super::work::About;

/// The rows for children; more are not born at once in this form.
pub const CHILDREN: usize = 4;

/// Write a birth (`foedsel`). Fields: `dato` R, `tid` R, `uge` (`38+2`); for `n` from 1 to [`CHILDREN`]: `barn<n>-liv`
/// `levende`|`doedfoedt` (R for the first), `barn<n>-navn`, `barn<n>-cpr`, `barn<n>-vaegt`; `eksponeret` R
/// `yes`|`suspected`|`unresolved`, `stof` (many; R for `yes`), `sikkerhed` R, `udredes` (date, R unless `unresolved`);
/// `foraeldre` R `alone`|`shared`|`unresolved`, `indehaver1`, `indehaver2`.
#[derive(Clone, Debug, Default)]
pub struct BirthForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// The groups of substances.
    pub substances: Vec<Choice>,
}

impl BirthForm {
    /// Whether a row after the first has something in it, or something wrong.
    fn opens_more(&self) -> bool {
        let row = |name: &str| (2..=CHILDREN).any(|n| name.starts_with(&format!("barn{n}-")));
        let filled = |(name, value): &(String, String)| row(name) && !value.is_empty();
        self.form.values.iter().any(filled) || self.form.errors.iter().any(|e| row(&e.field))
    }
}

/// One row of the form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChildRow {
    /// Which child.
    pub(crate) number: usize,
}

impl ChildRow {
    /// Name of a field of the child, such as `barn2-navn`.
    pub(crate) fn field(self, part: &str) -> String {
        format!("barn{}-{part}", self.number)
    }

    /// Whether the rows that are folded away begin here.
    pub(crate) fn folds(self) -> bool {
        self.number == 2
    }
}

/// The rows of the form.
pub(crate) fn rows() -> impl Iterator<Item = ChildRow> {
    (1..=CHILDREN).map(|number| ChildRow { number })
}

page!(BirthForm, "work/birth.html");
