// SPDX-License-Identifier: EUPL-1.2
//! A `PostgreSQL` connection that keeps its prepared statements.

use super::{Param, Sql};
use crate::error::StoreError;
use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::ToSql;
use postgres::{Client, Row, Statement};
use std::collections::HashMap;

/// A client and what it has prepared so far, by the place of the text in the program (each text is a literal).
pub(crate) struct Session {
    client: Client,
    prepared: HashMap<(usize, usize), Statement>,
}

impl Session {
    pub(crate) fn new(client: Client) -> Self {
        Self {
            client,
            prepared: HashMap::new(),
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    pub(crate) fn batch(&mut self, text: &str) -> Result<(), StoreError> {
        Ok(self.client.batch_execute(text)?)
    }

    pub(crate) fn execute(&mut self, sql: Sql, params: &[Param<'_>]) -> Result<u64, StoreError> {
        let statement = self.prepare(sql)?;
        Ok(self.client.execute(&statement, &dynamic(params))?)
    }

    pub(crate) fn query(&mut self, sql: Sql, params: &[Param<'_>]) -> Result<Vec<Row>, StoreError> {
        let statement = self.prepare(sql)?;
        Ok(self.client.query(&statement, &dynamic(params))?)
    }

    /// Hands over each row as it comes.
    pub(crate) fn stream(
        &mut self,
        sql: Sql,
        take: &mut dyn FnMut(&Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let statement = self.prepare(sql)?;
        let none: [&(dyn ToSql + Sync); 0] = [];
        let mut rows = self.client.query_raw(&statement, none)?;
        while let Some(row) = rows.next()? {
            take(&row)?;
        }
        Ok(())
    }

    /// Prepares a text and forgets it.
    #[cfg(test)]
    pub(crate) fn try_prepare(&mut self, text: &str) -> Result<(), StoreError> {
        Ok(self.client.prepare(text).map(drop)?)
    }

    fn prepare(&mut self, sql: Sql) -> Result<Statement, StoreError> {
        let place = (sql.0.as_ptr() as usize, sql.0.len());
        if let Some(known) = self.prepared.get(&place) {
            return Ok(known.clone());
        }
        let statement = self.client.prepare(sql.0)?;
        self.prepared.insert(place, statement.clone());
        Ok(statement)
    }
}

fn dynamic<'a>(params: &'a [Param<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    params
        .iter()
        .map(|param| param as &(dyn ToSql + Sync))
        .collect()
}
