// SPDX-License-Identifier: EUPL-1.2
//! Journals made up for benchmarks: the same seed gives the same journals.
//!
//! They have the shape of real ones (how many, how far apart, how often something
//! is late or missing) and say nothing about anybody. The twelve duties have their
//! own mix; for the real rulebook any fact of the schema may come.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, date};
use toml::{Table, Value};

/// A small generator of numbers (`SplitMix64`); good enough to mix events, not secrets.
pub(super) struct Numbers(u64);

impl Numbers {
    pub(super) fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From `low` up to and not including `high`.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high.saturating_sub(low)).unwrap_or(0).max(1);
        low.saturating_add(i64::try_from(self.next() % width).unwrap_or(0))
    }

    fn chance(&mut self, percent: i64) -> bool {
        self.between(0, 100) < percent
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let index = self.between(0, i64::try_from(all.len()).unwrap_or(0));
        all.get(usize::try_from(index).unwrap_or(0))
    }
}

const DAY: i64 = 24 * 60;
const MONTHS: [i64; 9] = [1, 3, 6, 12, 18, 24, 36, 48, 60];

/// An event: minutes after the opening, its kind, and its attributes as JSON.
type Event = (i64, &'static str, String);

/// One journal for the twelve duties, as a line of JSON: some fifty events over
/// one to seven years.
pub(super) fn twelve(numbers: &mut Numbers, number: usize) -> Result<String> {
    let opened = opening(numbers)?;
    let gestation = numbers.between(42, 230);
    let lmp = opened.date().checked_sub(gestation.days())?;
    let length = numbers.between(365, 7 * 365) * DAY;
    let mut events: Vec<Event> = vec![(0, "pathway-opened", format!(r#","lmp":"{lmp}""#))];
    let born = (272 - gestation) * DAY + numbers.between(-12, 12) * DAY;
    let born = (numbers.chance(93) && born > 2 * DAY && born < length).then_some(born);
    before_birth(numbers, &mut events, born.unwrap_or(length.min(230 * DAY)));
    plans(numbers, &mut events, length);
    consents(numbers, &mut events, length);
    if let Some(born) = born {
        after_birth(numbers, &mut events, born, length);
    }
    if numbers.chance(45) {
        events.push((length, "pathway-closed", String::new()));
    }
    events.retain(|(at, _, _)| (0..=length + 60 * DAY).contains(at));
    while events.len() < 20 || (events.len() < 80 && numbers.chance(75)) {
        let kind = ["note", "phone-contact", "support-offered"];
        let kind = numbers.pick(&kind).copied().unwrap_or("note");
        events.push((numbers.between(1, length), kind, String::new()));
    }
    line(number, opened, events)
}

fn opening(numbers: &mut Numbers) -> Result<DateTime> {
    let day = date(2017, 6, 1).checked_add(numbers.between(0, 2990).days())?;
    let hour = i8::try_from(numbers.between(7, 18))?;
    Ok(day.at(hour, 0, 0, 0))
}

/// After `from`: usually within `usual` days, now and then later.
fn later(numbers: &mut Numbers, from: i64, usual: i64, late_percent: i64) -> i64 {
    let share = if numbers.chance(late_percent) {
        numbers.between(105, 250)
    } else {
        numbers.between(5, 95)
    };
    from + 1 + usual * DAY * share / 100
}

fn before_birth(numbers: &mut Numbers, events: &mut Vec<Event>, until: i64) {
    if numbers.chance(95) {
        let at = later(numbers, 0, 4, 20);
        events.push((at, "coordinator-appointed", String::new()));
    }
    for notification in 1..=numbers.between(1, 4) {
        let attributes = format!(r#","ref":"n{notification}""#);
        let received = numbers.between(10, 300 * DAY);
        events.push((received, "notification-received", attributes.clone()));
        let assessed = later(numbers, received, 1, 12);
        events.push((assessed, "assessed-24h", attributes.clone()));
        let acknowledged = later(numbers, received, 8, 15);
        events.push((acknowledged, "notification-acknowledged", attributes));
    }
    let mut meeting = later(numbers, 0, 40, 30);
    while meeting < until {
        events.push((meeting, "network-meeting-held", String::new()));
        meeting = later(numbers, meeting, 56, 25);
    }
    for _ in 0..numbers.between(0, 3) {
        let left = numbers.between(30 * DAY, 700 * DAY);
        events.push((left, "coordinator-left", String::new()));
        let appointed = later(numbers, left, 4, 30);
        events.push((appointed, "coordinator-appointed", String::new()));
    }
}

fn plans(numbers: &mut Numbers, events: &mut Vec<Event>, length: i64) {
    let assessed = later(numbers, 0, 60, 20);
    events.push((assessed, "assessment-completed", String::new()));
    if numbers.chance(93) {
        let mut plan = later(numbers, assessed, 14, 25);
        events.push((plan, "plan-made", String::new()));
        for _ in 0..numbers.between(1, 14) {
            plan = later(numbers, plan, 91, 25);
            if plan < length {
                events.push((plan, "plan-followed-up", String::new()));
            }
        }
    }
}

fn consents(numbers: &mut Numbers, events: &mut Vec<Event>, length: i64) {
    for actor in ["family-clinic", "psychiatry", "gp"] {
        let attributes = format!(r#","actor":"{actor}""#);
        let mut given = numbers.between(5, 40 * DAY);
        while given < length && numbers.chance(75) {
            events.push((given, "consent-given", attributes.clone()));
            if numbers.chance(15) {
                let withdrawn = given + numbers.between(DAY, 500 * DAY);
                events.push((withdrawn, "consent-withdrawn", attributes.clone()));
            }
            given = later(numbers, given, 365, 30);
        }
    }
}

fn after_birth(numbers: &mut Numbers, events: &mut Vec<Event>, born: i64, length: i64) {
    events.push((born, "birth", String::new()));
    let handed_over = later(numbers, born, 14, 20);
    events.push((handed_over, "handover-completed", String::new()));
    for month in MONTHS {
        let attributes = format!(r#","month":{month}"#);
        let target = born + month * 30 * DAY + month * DAY / 2;
        if target > length {
            break;
        }
        let at = target + numbers.between(-25 * DAY, 45 * DAY);
        if numbers.chance(80) {
            events.push((at, "child-checkup-held", attributes));
        } else {
            events.push((at, "child-checkup-missed", attributes));
            let contact = later(numbers, at, 10, 25);
            events.push((contact, "follow-up-contact", String::new()));
        }
    }
}

/// The facts a rulebook may speak of, to make up journals from.
pub(super) struct Vocabulary {
    kinds: Vec<(String, Vec<(String, Value)>)>,
}

impl Vocabulary {
    /// Reads the table `[facts]` of `rulebook/values.toml`.
    pub(super) fn read(text: &str) -> Result<Self> {
        let table: Table = text.parse()?;
        let facts = table.get("facts").and_then(Value::as_table);
        let kinds = facts
            .context("there is no `[facts]`")?
            .iter()
            .map(|(kind, attributes)| {
                let attributes = attributes.as_table().into_iter().flatten();
                let attributes = attributes.map(|(name, values)| (name.clone(), values.clone()));
                (kind.clone(), attributes.collect())
            })
            .collect();
        Ok(Self { kinds })
    }

    /// One journal of a pregnancy with `length` facts of any kind over ten months.
    pub(super) fn journal(
        &self,
        numbers: &mut Numbers,
        number: usize,
        length: usize,
    ) -> Result<String> {
        let opened = opening(numbers)?;
        let lmp = opened.date().checked_sub(numbers.between(42, 150).days())?;
        let due = lmp.checked_add(280.days())?;
        let mut events = vec![
            (0, "pathway-opened", r#","kind":"pregnancy""#.to_owned()),
            (1, "dated", format!(r#","lmp":"{lmp}","due":"{due}""#)),
        ];
        while events.len() < length {
            let Some((kind, attributes)) = numbers.pick(&self.kinds) else {
                break;
            };
            if [
                "pathway-opened",
                "pathway-closed",
                "pregnancy-lost",
                "dated",
            ]
            .contains(&kind.as_str())
            {
                continue;
            }
            let mut written = String::new();
            for (name, values) in attributes {
                let value = value(numbers, values, opened.date())?;
                write!(written, r#","{name}":{value}"#)?;
            }
            let at = numbers.between(2, 300 * DAY);
            events.push((at, kind.as_str(), written));
        }
        line(number, opened, events)
    }
}

fn value(numbers: &mut Numbers, kind: &Value, opened: Date) -> Result<String> {
    let words: Vec<&str> = kind
        .as_array()
        .map(|words| words.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    Ok(match (kind.as_str(), numbers.pick(&words)) {
        (_, Some(word)) => format!("\"{word}\""),
        (Some("number"), _) => numbers.between(0, 12).to_string(),
        (Some("date"), _) => {
            let day = opened.checked_add(numbers.between(0, 300).days())?;
            format!("\"{day}\"")
        }
        // Few different ones, so that facts of one journal often name the same thing.
        _ => format!("\"x{}\"", numbers.between(1, 4)),
    })
}

/// Events of one journal have times of their own and are numbered in their order.
fn line(number: usize, opened: DateTime, mut events: Vec<(i64, &str, String)>) -> Result<String> {
    events.sort();
    let mut text = format!(r#"{{"id":"p{number:06}","events":["#);
    let mut last = -1;
    for (sequence, (at, kind, attributes)) in (1..).zip(events) {
        last = at.max(last + 1);
        let when = opened.checked_add(last.minutes())?;
        let when = when.strftime("%Y-%m-%dT%H:%M");
        let comma = if sequence == 1 { "" } else { "," };
        write!(
            text,
            r#"{comma}{{"seq":{sequence},"at":"{when}","type":"{kind}"{attributes}}}"#
        )?;
    }
    text.push_str("]}\n");
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value as Json;

    fn times(line: &str) -> Vec<String> {
        let journal: Json = serde_json::from_str(line).unwrap();
        let events = journal["events"].as_array().unwrap().iter();
        events
            .map(|event| event["at"].as_str().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_journal() {
        let make = |seed| twelve(&mut Numbers::seeded(seed), 1).unwrap();
        assert_eq!(make(1), make(1));
        assert_ne!(make(1), make(2));
    }

    #[test]
    fn journals_are_json_with_times_in_strict_order() {
        let mut numbers = Numbers::seeded(7);
        for number in 0..200 {
            let times = times(&twelve(&mut numbers, number).unwrap());
            assert!((20..=100).contains(&times.len()), "{}", times.len());
            assert!(times.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    #[test]
    fn any_fact_of_the_vocabulary_may_come_with_its_attributes() {
        let facts = "[facts]\nbirth = { children = \"number\" }\n\
                     assessed = { ref = \"id\", acute = [\"yes\", \"no\"] }\n";
        let vocabulary = Vocabulary::read(facts).unwrap();
        let line = vocabulary.journal(&mut Numbers::seeded(3), 1, 50).unwrap();
        assert_eq!(times(&line).len(), 50);
        assert!(line.contains(r#""type":"assessed","#) && line.contains(r#""acute":""#));
    }
}
