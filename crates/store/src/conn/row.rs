// SPDX-License-Identifier: EUPL-1.2
//! One row of either engine, read by column number. A column of the wrong kind is damage, not a panic.

use crate::error::StoreError;
use jiff::civil::Date;
use postgres::types::Type;
use rusqlite::types::ValueRef;
use serde_json::Value;

/// A row while it is being read.
pub(crate) enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// Text that is always there.
    pub(crate) fn text(&self, column: usize) -> Result<String, StoreError> {
        self.maybe_text(column)?
            .ok_or_else(|| damaged(column, &"is empty"))
    }

    /// Text that may be absent.
    pub(crate) fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        match self {
            Self::Sqlite(row) => row.get(column).map_err(|error| damaged(column, &error)),
            Self::Postgres(row) => row.try_get(column).map_err(|error| damaged(column, &error)),
        }
    }

    /// Puts text that is always there in the place of other text, whose room it takes.
    pub(crate) fn text_into(&self, column: usize, to: &mut String) -> Result<(), StoreError> {
        to.clear();
        match self {
            Self::Sqlite(row) => {
                let value = row
                    .get_ref(column)
                    .map_err(|error| damaged(column, &error))?;
                to.push_str(value.as_str().map_err(|error| damaged(column, &error))?);
            }
            Self::Postgres(row) => {
                let value = row.try_get(column);
                to.push_str(value.map_err(|error| damaged(column, &error))?);
            }
        }
        Ok(())
    }

    /// A number that is always there.
    pub(crate) fn int(&self, column: usize) -> Result<i64, StoreError> {
        self.maybe_int(column)?
            .ok_or_else(|| damaged(column, &"is empty"))
    }

    /// A number that may be absent.
    pub(crate) fn maybe_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self {
            Self::Sqlite(row) => row.get(column).map_err(|error| damaged(column, &error)),
            Self::Postgres(row) => row.try_get(column).map_err(|error| damaged(column, &error)),
        }
    }

    /// A place in a journal.
    pub(crate) fn seq(&self, column: usize) -> Result<u32, StoreError> {
        u32::try_from(self.int(column)?).map_err(|error| damaged(column, &error))
    }

    /// A flag.
    pub(crate) fn flag(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    /// Every column as it is: text, number or nothing.
    pub(crate) fn values(&self) -> Result<Vec<Value>, StoreError> {
        match self {
            Self::Sqlite(row) => (0..row.as_ref().column_count())
                .map(|column| {
                    let value = row.get_ref(column).map_err(|error| damaged(column, &error));
                    match value? {
                        ValueRef::Null => Ok(Value::Null),
                        ValueRef::Integer(number) => Ok(number.into()),
                        ValueRef::Text(_) => self.text(column).map(Value::String),
                        ValueRef::Real(_) | ValueRef::Blob(_) => {
                            Err(damaged(column, &"is neither text nor number"))
                        }
                    }
                })
                .collect(),
            Self::Postgres(row) => row
                .columns()
                .iter()
                .enumerate()
                .map(|(column, about)| {
                    if *about.type_() == Type::INT8 {
                        Ok(self.maybe_int(column)?.into())
                    } else {
                        Ok(self.maybe_text(column)?.into())
                    }
                })
                .collect(),
        }
    }

    /// A plain date that may be absent.
    pub(crate) fn maybe_date(&self, column: usize) -> Result<Option<Date>, StoreError> {
        let text = self.maybe_text(column)?;
        text.map(|text| text.parse().map_err(|error| damaged(column, &error)))
            .transpose()
    }
}

fn damaged(column: usize, detail: &impl ToString) -> StoreError {
    StoreError::corrupt("row", &format!("column {column}"), detail.to_string())
}
