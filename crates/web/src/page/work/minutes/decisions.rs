// SPDX-License-Identifier: EUPL-1.2
//! What a meeting decided, as it is typed while people still sit at the table: one decision a line, `hvem: hvad inden dato`.

use jiff::civil::Date;
use traad_domain::id::UnitId;

/// Somebody at the meeting whom a line can name, and the unit that then has the task.
pub(super) struct Doer {
    /// The name as the invitation has it.
    pub(super) name: String,
    /// The unit.
    pub(super) unit: UnitId,
}

/// One line that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Who, as typed.
    pub(super) who: String,
    /// What.
    pub(super) what: String,
    /// By when.
    pub(super) by: Date,
}

/// Words before the day that are no part of what is done.
const BEFORE_DAY: [&str; 10] = [
    "inden", "senest", "før", "til", "den", "by", "before", "on", "the", "within",
];

/// Reads one line: `→ Mette: søg dagtilbud inden 1/5`. Without a year the day is the next one of that name.
pub(super) fn line(typed: &str, today: Date, parse: impl Fn(&str) -> Option<Date>) -> Option<Line> {
    let typed = typed.trim_start_matches(['→', '-', '–', '*', '•', '>', ' ']);
    let (who, rest) = typed.split_once(':')?;
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    let day = words.pop()?.trim_end_matches('.');
    let by = parse(day).or_else(|| without_year(day, today))?;
    while words
        .last()
        .is_some_and(|word| BEFORE_DAY.contains(&word.trim_matches(',').to_lowercase().as_str()))
    {
        words.pop();
    }
    let what = words.join(" ");
    let what = what.trim_end_matches([',', '.']).trim().to_owned();
    let who = who.trim().to_owned();
    (!who.is_empty() && !what.is_empty()).then_some(Line { who, what, by })
}

/// `1/5` or `1.5`: the next such day.
fn without_year(day: &str, today: Date) -> Option<Date> {
    let (day, month) = day.split_once(['/', '.'])?;
    let (day, month): (i8, i8) = (day.parse().ok()?, month.parse().ok()?);
    let this_year = Date::new(today.year(), month, day).ok();
    let coming = this_year.filter(|day| *day >= today);
    coming.or_else(|| Date::new(today.year() + 1, month, day).ok())
}

/// The unit that has the task: that of whoever the line names by the whole name or the first word of it, otherwise `own`.
/// What she and her own people have taken upon themselves is followed up by the unit that writes.
pub(super) fn unit_of(who: &str, doers: &[Doer], own: &UnitId) -> UnitId {
    let who = who.to_lowercase();
    let named = |doer: &&Doer| {
        let name = doer.name.to_lowercase();
        let mut parts = name.split(", ");
        name == who
            || parts.any(|part| part == who || part.split_whitespace().next() == Some(who.as_str()))
    };
    let mut found = doers.iter().filter(named);
    match (found.next(), found.next()) {
        (Some(one), None) => one.unit.clone(),
        _ => own.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::dates::parse_date;
    use jiff::civil::date;

    fn read(typed: &str) -> Option<Line> {
        line(typed, date(2026, 3, 31), parse_date)
    }

    #[test]
    fn a09_a_line_is_who_what_and_by_when_however_it_is_typed() {
        let wanted = Line {
            who: "Mette".into(),
            what: "søg dagtilbud".into(),
            by: date(2026, 5, 1),
        };
        for typed in [
            "→ Mette: søg dagtilbud inden 1/5",
            "Mette: søg dagtilbud senest den 1.5.2026",
            "- Mette: søg dagtilbud, senest 1.5.",
            "Mette:søg dagtilbud 1/5-2026",
            "* Mette: søg dagtilbud by 2026-05-01",
        ] {
            assert_eq!(read(typed), Some(wanted.clone()), "{typed}");
        }
        let next = read("Mette: ring 1/2").unwrap();
        assert_eq!(next.by, date(2027, 2, 1), "that day has been this year");
    }

    #[test]
    fn a09_a_line_that_lacks_a_part_is_no_decision() {
        for typed in [
            "søg dagtilbud inden 1/5",
            "Mette: søg dagtilbud",
            "Mette: inden 1/5",
            ": søg dagtilbud inden 1/5",
            "Mette: søg dagtilbud inden 31/2",
            "Mette:",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a09_a_task_is_that_of_whoever_is_named_and_else_of_whoever_writes() {
        let doer = |name: &str, unit: &str| Doer {
            name: name.into(),
            unit: UnitId::new(unit),
        };
        let doers = [
            doer("Mette Test Rådgiver, Familieafdelingen, Odense", "fam"),
            doer("Alkoholbehandlingen, Odense", "alk"),
        ];
        let own = UnitId::new("own");
        let unit = |who| unit_of(who, &doers, &own);
        assert_eq!(unit("mette").as_str(), "fam");
        assert_eq!(unit("Alkoholbehandlingen").as_str(), "alk");
        assert_eq!(unit("Alkoholbehandlingen, Odense").as_str(), "alk");
        assert_eq!(unit("Anna").as_str(), "own");
        assert_eq!(unit("Odense").as_str(), "own", "both are in Odense");
    }
}
