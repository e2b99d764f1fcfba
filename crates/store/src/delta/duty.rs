// SPDX-License-Identifier: EUPL-1.2
//! Duty rows. The column `sort` gives the worklist its order from one index: overdue first, by termin and then due;
//! the rest by due day, within a day by termin; without a due time last; what is not yet to be shown after that.

use crate::conn::{Conn, Row, params, sql};
use crate::error::StoreError;
use crate::notice;
use crate::projection::{Duty, DutyStatus};
use jiff::Timestamp;
use jiff::civil::Date;
use traad_domain::time::local_date;

/// Sorts after every date there is.
pub(crate) const NO_DATE: &str = "9999-12-31";

pub(crate) fn sort_key(duty: &Duty) -> String {
    let termin = date_key(duty.termin);
    let day = date_key(duty.due_ms.and_then(danish_day));
    let due = duty.due_ms.unwrap_or(i64::MAX);
    match duty.status {
        DutyStatus::Overdue => format!("0|{termin}|{due:020}"),
        DutyStatus::DueSoon | DutyStatus::Open | DutyStatus::Unsettled => {
            format!("1|{day}|{termin}|{due:020}")
        }
        DutyStatus::Scheduled => format!("2|{day}|{termin}|{due:020}"),
    }
}

/// The Danish calendar day of an instant.
fn danish_day(ms: i64) -> Option<Date> {
    Timestamp::from_millisecond(ms).ok().map(local_date)
}

fn date_key(date: Option<Date>) -> String {
    date.map_or_else(|| NO_DATE.to_owned(), |date| date.to_string())
}

/// The duties of a pathway, each with its place in the order.
pub(crate) fn read_duties(
    conn: &mut Conn,
    pathway: &str,
) -> Result<Vec<(Duty, String)>, StoreError> {
    conn.list(
        sql!(
            "SELECT
               rule,
               key,
               category,
               strength,
               owner_unit,
               owner_person,
               start_entry,
               opens,
               due,
               status,
               termin,
               document,
               sort
             FROM duty
             WHERE pathway = $1
             ORDER BY rule, key"
        ),
        params![pathway],
        |row| Ok((duty_from(row, 0)?, row.text(12)?)),
    )
}

/// Reads the twelve columns of a duty from column `at` on.
pub(crate) fn duty_from(row: &Row<'_>, at: usize) -> Result<Duty, StoreError> {
    let (rule, status) = (row.text(at)?, row.text(at + 9)?);
    Ok(Duty {
        key: row.text(at + 1)?,
        category: row.text(at + 2)?,
        strength: row.text(at + 3)?,
        owner_unit: row.text(at + 4)?,
        owner_person: row.maybe_text(at + 5)?,
        start_entry: row.text(at + 6)?,
        opens_ms: row.int(at + 7)?,
        due_ms: row.maybe_int(at + 8)?,
        status: DutyStatus::from_code(&status)
            .ok_or_else(|| StoreError::corrupt("duty", &rule, format!("status `{status}`")))?,
        termin: row.maybe_date(at + 10)?,
        document: row.text(at + 11)?,
        rule,
    })
}

pub(super) fn drop(
    conn: &mut Conn,
    pathway: &str,
    rule: &str,
    key: &str,
) -> Result<(), StoreError> {
    conn.execute(
        sql!("DELETE FROM duty WHERE pathway = $1 AND rule = $2 AND key = $3"),
        params![pathway, rule, key],
    )?;
    Ok(())
}

pub(super) fn put(conn: &mut Conn, pathway: &str, duty: &Duty) -> Result<(), StoreError> {
    let termin = duty.termin.map(|date| date.to_string());
    let sort = sort_key(duty);
    conn.execute(
        sql!(
            "INSERT INTO duty (
               pathway, rule, key, category, strength, owner_unit, owner_person, start_entry, opens, due, status,
               termin, sort, document
             ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
             ON CONFLICT (pathway, rule, key) DO UPDATE SET
               category = excluded.category,
               strength = excluded.strength,
               owner_unit = excluded.owner_unit,
               owner_person = excluded.owner_person,
               start_entry = excluded.start_entry,
               opens = excluded.opens,
               due = excluded.due,
               status = excluded.status,
               termin = excluded.termin,
               sort = excluded.sort,
               document = excluded.document"
        ),
        params![
            pathway,
            &duty.rule,
            &duty.key,
            &duty.category,
            &duty.strength,
            &duty.owner_unit,
            &duty.owner_person,
            &duty.start_entry,
            duty.opens_ms,
            duty.due_ms,
            duty.status.code(),
            &termin,
            &sort,
            &duty.document,
        ],
    )?;
    if duty.status == DutyStatus::Overdue {
        notice::tell(conn, pathway, duty)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn duty(status: DutyStatus, due_ms: Option<i64>, termin: Option<Date>) -> Duty {
        Duty {
            rule: "r".into(),
            key: "k".into(),
            category: "health".into(),
            strength: "law".into(),
            owner_unit: "u".into(),
            owner_person: None,
            start_entry: "e".into(),
            opens_ms: 0,
            due_ms,
            status,
            termin,
            document: "{}".into(),
        }
    }

    #[test]
    fn overdue_by_termin_the_rest_by_day_then_termin_and_unsettled_last() {
        use DutyStatus::{DueSoon, Open, Overdue, Scheduled, Unsettled};
        let (near, far) = (Some(date(2026, 4, 1)), Some(date(2026, 9, 1)));
        let hour = 3_600_000;
        let at = |text: &str| Some(text.parse::<Timestamp>().unwrap().as_millisecond());
        let wanted = [
            duty(Overdue, at("2026-03-02T10:00:00Z"), near),
            duty(Overdue, at("2026-03-01T10:00:00Z"), far),
            duty(Overdue, at("2026-01-01T10:00:00Z"), None),
            // 23:30 UTC on the 4th is the 5th in Denmark: same day as the next, nearer termin first.
            duty(DueSoon, at("2026-03-05T20:00:00Z"), near),
            duty(Open, at("2026-03-04T23:30:00Z"), far),
            duty(Open, at("2026-03-06T00:00:00Z").map(|ms| ms + hour), None),
            duty(Unsettled, None, near),
            duty(Scheduled, at("2026-03-05T10:00:00Z"), near),
        ];
        let keys: Vec<String> = wanted.iter().map(sort_key).collect();
        let mut sorted = keys.clone();
        sorted.sort();
        assert_eq!(keys, sorted);
    }
}
