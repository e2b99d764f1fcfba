// SPDX-License-Identifier: EUPL-1.2
//! What is wrong with a rulebook: each line names file, rule and field, and what would be right.

use std::fmt;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The file.
    pub file: String,
    /// The rule's id, or the name of the table.
    pub place: String,
    /// The field, with its path, such as `starts[0].if`. Empty when the whole is meant.
    pub field: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: ", self.file)?;
        if !self.place.is_empty() {
            write!(out, "{}, ", self.place)?;
        }
        if !self.field.is_empty() {
            write!(out, "field `{}`: ", self.field)?;
        }
        out.write_str(&self.message)
    }
}

/// Everything that is wrong with a rulebook; at least one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleErrors(pub Vec<RuleError>);

impl fmt::Display for RuleErrors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, error) in self.0.iter().enumerate() {
            if place > 0 {
                out.write_str("\n")?;
            }
            write!(out, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for RuleErrors {}

/// What is wrong with one field, before it is known which file and rule it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) field: String,
    pub(crate) message: String,
}

impl Problem {
    pub(crate) fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            message: message.into(),
        }
    }

    pub(crate) fn within(self, file: &str, place: &str) -> RuleError {
        RuleError {
            file: file.to_owned(),
            place: place.to_owned(),
            field: self.field,
            message: self.message,
        }
    }
}
