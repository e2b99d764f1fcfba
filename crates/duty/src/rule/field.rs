// SPDX-License-Identifier: EUPL-1.2
//! A place in a TOML file that knows its own path, so that whatever is wrong there can be said with its field.

use super::error::Problem;
use crate::calendar::Day;
use toml::{Table, Value};

/// A value and the path to it.
#[derive(Clone, Debug)]
pub(crate) struct Field<'t> {
    pub(crate) path: String,
    pub(crate) value: &'t Value,
}

/// A table and the path to it.
#[derive(Clone, Debug)]
pub(crate) struct Fields<'t> {
    path: String,
    table: &'t Table,
}

impl<'t> Field<'t> {
    pub(crate) fn wrong(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.path.clone(), message)
    }

    /// The table here, in which only these fields may stand.
    pub(crate) fn table(&self, known: &[&str]) -> Result<Fields<'t>, Problem> {
        match self.value.as_table() {
            Some(table) => Fields::new(&self.path, table).only(known),
            None => Err(self.wrong(format!("a table is needed, with {}", list(known)))),
        }
    }

    pub(crate) fn text(&self) -> Result<&'t str, Problem> {
        self.value
            .as_str()
            .ok_or_else(|| self.wrong("text is needed, in quotation marks"))
    }

    /// Text as read by `read`.
    pub(crate) fn read<T>(&self, read: impl Fn(&str) -> Result<T, String>) -> Result<T, Problem> {
        read(self.text()?).map_err(|message| self.wrong(message))
    }

    /// The elements of a list; one value stands for a list of one.
    pub(crate) fn each(&self) -> Vec<Field<'t>> {
        match self.value.as_array() {
            Some(elements) => elements
                .iter()
                .enumerate()
                .map(|(place, value)| Field {
                    path: format!("{}[{place}]", self.path),
                    value,
                })
                .collect(),
            None => vec![self.clone()],
        }
    }

    pub(crate) fn texts(&self) -> Result<Vec<String>, Problem> {
        self.each()
            .iter()
            .map(|field| field.text().map(str::to_owned))
            .collect()
    }

    /// Text, a whole number or yes/no, as text.
    pub(crate) fn plain(&self) -> Result<String, Problem> {
        match self.value {
            Value::String(text) => Ok(text.clone()),
            Value::Integer(number) => Ok(number.to_string()),
            Value::Boolean(yes) => Ok(yes.to_string()),
            Value::Float(_) | Value::Datetime(_) | Value::Array(_) | Value::Table(_) => {
                Err(self.wrong("text, a whole number, true or false is needed"))
            }
        }
    }

    pub(crate) fn yes(&self) -> Result<bool, Problem> {
        self.value
            .as_bool()
            .ok_or_else(|| self.wrong("true or false is needed"))
    }

    pub(crate) fn number(&self) -> Result<i32, Problem> {
        self.value
            .as_integer()
            .and_then(|number| i32::try_from(number).ok())
            .filter(|number| (0..=100_000).contains(number))
            .ok_or_else(|| self.wrong("a whole number from 0 to 100000 is needed"))
    }

    pub(crate) fn day(&self) -> Result<Day, Problem> {
        let text = match self.value {
            Value::Datetime(date) => date.to_string(),
            Value::String(text) => text.clone(),
            Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Array(_)
            | Value::Table(_) => String::new(),
        };
        Day::parse(&text).ok_or_else(|| self.wrong("a date is needed, as 2024-01-01"))
    }
}

impl<'t> Fields<'t> {
    pub(crate) fn new(path: &str, table: &'t Table) -> Self {
        Self {
            path: path.to_owned(),
            table,
        }
    }

    /// Refuses fields with other names.
    pub(crate) fn only(self, known: &[&str]) -> Result<Self, Problem> {
        match self
            .table
            .keys()
            .find(|name| !known.contains(&name.as_str()))
        {
            Some(name) => Err(Problem::new(
                self.path_to(name),
                format!("no such field; the fields here are {}", list(known)),
            )),
            None => Ok(self),
        }
    }

    pub(crate) fn path_to(&self, name: &str) -> String {
        if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.path)
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<Field<'t>> {
        self.table.get(name).map(|value| Field {
            path: self.path_to(name),
            value,
        })
    }

    pub(crate) fn need(&self, name: &str, right: &str) -> Result<Field<'t>, Problem> {
        self.get(name)
            .ok_or_else(|| Problem::new(self.path_to(name), format!("is lacking; write {right}")))
    }

    pub(crate) fn entries(&self) -> Vec<(&'t str, Field<'t>)> {
        self.table
            .iter()
            .map(|(name, value)| {
                let path = self.path_to(name);
                (name.as_str(), Field { path, value })
            })
            .collect()
    }
}

pub(crate) fn list(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
