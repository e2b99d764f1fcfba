// SPDX-License-Identifier: EUPL-1.2
//! The twelve duties of `bench/` against a kept sample of what an independent program derived.

use serde_json::Value;
use traad_duty::{
    Agreement, Calendar, Demand, Journal, RawFact, Rulebook, SourceFile, Status, derive,
};

const RULES: &str = include_str!("../../../../bench/twelve-duties.toml");
const FACTS: &str = include_str!("../../../../bench/sample.jsonl");

#[test]
fn the_kept_sample() {
    check(
        "2022-09-15T10:30",
        include_str!("../../../../bench/sample-as-of-2022-09-15.txt"),
    );
    check(
        "2026-06-30T12:00",
        include_str!("../../../../bench/sample-as-of-2026-06-30.txt"),
    );
}

fn check(as_of: &str, expected: &str) {
    let file = SourceFile {
        name: "twelve-duties.toml",
        text: RULES,
    };
    let rulebook = Rulebook::compile(&[file], Demand::Engine).unwrap();
    let calendar = Calendar::naive(&[]);
    let now = calendar.minute_at(as_of.parse().unwrap());
    let clock = |minute: Option<_>| {
        let wall = minute.map(|minute| calendar.wall_clock(minute));
        wall.map_or_else(String::new, |wall| {
            wall.strftime("%Y-%m-%dT%H:%M").to_string()
        })
    };
    let mut lines = 0;
    for (line, expected) in FACTS.lines().zip(expected.lines()) {
        let pathway: Value = serde_json::from_str(line).unwrap();
        let events = pathway["events"].as_array().unwrap();
        let facts: Vec<RawFact> = events.iter().map(|event| fact(&calendar, event)).collect();
        let journal = Journal::new(&rulebook, &calendar, &facts).unwrap();
        let agreement = Agreement::none();
        let derivation = derive(&rulebook, &calendar, &journal, &agreement, now);
        let mut duties: Vec<String> = derivation
            .duties
            .iter()
            .map(|duty| {
                let rule = rulebook.rule(duty.rule()).unwrap();
                let key = derivation.key(&rulebook, &journal, &agreement, duty);
                let owner = rule.owed_by.clone().unwrap();
                let (trigger, due, by) =
                    (clock(Some(duty.trigger)), clock(duty.due), clock(duty.done));
                [
                    rule.id.as_str(),
                    &key,
                    &owner,
                    &trigger,
                    &due,
                    word(duty.status),
                    &by,
                ]
                .join("|")
            })
            .collect();
        duties.sort();
        assert_eq!(
            format!("{}\t{}", pathway["id"].as_str().unwrap(), duties.join(";")),
            expected
        );
        lines += 1;
    }
    assert_eq!(lines, 60);
}

fn fact(calendar: &Calendar, event: &Value) -> RawFact {
    let text = |name: &str| event[name].as_str().unwrap();
    let mut fact = RawFact::new(text("type").to_owned())
        .seq(u32::try_from(event["seq"].as_u64().unwrap()).unwrap())
        .at(calendar.minute_at(text("at").parse().unwrap()));
    for (name, value) in event.as_object().unwrap() {
        if !["seq", "at", "type"].contains(&name.as_str()) {
            let value = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            fact = fact.attr(name.clone(), value);
        }
    }
    fact
}

fn word(status: Status) -> &'static str {
    match status {
        Status::OnTime { .. } => "ontime",
        Status::Late => "late",
        Status::Void => "void",
        Status::Missed | Status::Overdue => "overdue",
        Status::Scheduled | Status::DueSoon | Status::Open => "open",
        Status::Explained | Status::Unsettled => panic!("no such status here"),
    }
}
