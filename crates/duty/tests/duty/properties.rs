// SPDX-License-Identifier: EUPL-1.2
//! Random journals under random rules: the engine against the slow evaluator, and what must hold whatever the rules say.

use crate::slow::{Slow, SlowDuty};
use crate::world::{GROUND, word};
use jiff::tz::TimeZone;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use std::sync::LazyLock;
use traad_duty::fact::Occurred;
use traad_duty::{
    Agreement, AgreementTerms, AgreementVersion, Answer, Calendar, Day, Demand, Derivation,
    Journal, Minute, RawFact, Rulebook, SourceFile, derive,
};

/// Quarters of a day since 1 March 2026, shortly before the clock is set forward, and a minute before the next quarter.
type Time = (i32, bool);

#[derive(Clone, Debug)]
struct Happening {
    kind: &'static str,
    time: Time,
    coarse: bool,
    delay: i32,
    reference: Option<&'static str>,
    number: i32,
    day: i32,
}

#[derive(Clone, Debug)]
struct Story {
    rules: String,
    happenings: Vec<Happening>,
    versions: Vec<(Time, Option<i32>, bool)>,
    danish: bool,
    now: Time,
}

const BEGIN: i32 = 20_513;

fn time() -> impl Strategy<Value = Time> {
    (0..200, any::<bool>())
}

fn minute(calendar: &Calendar, (quarter, late): Time) -> Minute {
    let day = calendar.start_of(Day(BEGIN + quarter / 4));
    day.plus(quarter % 4 * 360 + if late { 359 } else { 0 })
}

fn happening() -> impl Strategy<Value = Happening> {
    let kinds = vec![
        "a",
        "a",
        "b",
        "b",
        "c",
        "c",
        "dated",
        "birth",
        "pathway-closed",
        "pathway-reopened",
        "pathway-moved",
        "duty-explained",
    ];
    let parts = (
        select(kinds),
        time(),
        prop::bool::weighted(0.15),
        prop_oneof![3 => Just(0), 1 => 0..6000],
        option::weighted(0.8, select(vec!["x", "y"])),
        1..4,
        -20..60,
    );
    parts.prop_map(
        |(kind, time, coarse, delay, reference, number, day)| Happening {
            kind,
            time,
            coarse,
            delay,
            reference,
            number,
            day,
        },
    )
}

fn start() -> impl Strategy<Value = String> {
    let condition = select(vec![
        "",
        "",
        "",
        "not born",
        "closed",
        "gestation < 12+3",
        "gestation >= 11+0",
        "n = 1, 2",
        "ref != x",
        "has ref",
        "not has day",
        "known lmp",
        "not known birth",
        "age < 1 months",
    ]);
    let steps = select(vec![
        "{ days = [2, 5, 9] }",
        "{ arbejdsdage = [1, 3] }",
        "[\"gestation 11+0\", \"gestation 12+2\", \"birth + 3 days\"]",
        "{ every = \"5 days\", until = \"gestation 13+0\" }",
        "\"agreement:positions\"",
    ]);
    let opens = select(vec![
        "",
        "",
        "opens = \"1 days\", ",
        "opens = \"{day} - 2 days\", ",
        "opens = \"birth\", ",
    ]);
    let parts = (
        any::<bool>(),
        select(vec!["\"a\"", "\"b\"", "[\"a\", \"c\"]"]),
        condition,
        option::weighted(0.3, steps),
        opens,
    );
    parts.prop_map(|(each, kinds, condition, steps, opens)| {
        let condition = if condition.is_empty() {
            String::new()
        } else {
            format!("if = [\"{condition}\"], ")
        };
        let steps = steps.map_or_else(String::new, |steps| format!("steps = {steps}, "));
        let trigger = if each { "each" } else { "on" };
        format!("{{ {condition}{steps}{opens}{trigger} = {kinds} }}")
    })
}

fn due(steps: bool) -> impl Strategy<Value = String> {
    let mut choices = vec![
        "\"24 hours\"",
        "\"0 days\"",
        "\"3 days\"",
        "\"2 arbejdsdage\"",
        "\"3 hverdage\"",
        "\"1 months\"",
        "\"{day}\"",
        "\"{day} - 2 days\"",
        "\"gestation 12+0\"",
        "\"birth + 36 hours\"",
        "\"birth - 2 days\"",
        "\"agreement:days days\"",
        "{ before = \"c\" }",
        "{ before = \"b\", same = [\"ref\"] }",
        "{ on = \"b\" }",
        "{ earliest = [\"5 days\", { on = \"c\" }, \"agreement:days days\"] }",
        "{ earliest = [\"{day}\", \"birth + 1 weeks\"] }",
    ];
    if steps {
        choices = vec![
            "\"step\"",
            "\"step + 1 days\"",
            "\"step + 12 hours\"",
            "\"step - 1 arbejdsdage\"",
            "\"4 days\"",
        ];
    }
    select(choices).prop_map(str::to_owned)
}

fn done_by(steps: bool) -> impl Strategy<Value = String> {
    let kinds = select(vec!["\"b\"", "\"c\"", "[\"b\", \"c\"]", "\"a\""]);
    let same = select(vec!["", "", "same = [\"ref\"], "]);
    let filter = if steps {
        vec!["", "where = { n = \"{step}\" }, "]
    } else {
        vec![
            "",
            "",
            "where = { n = [1, 2] }, ",
            "where = { ref = \"{ref}\" }, ",
        ]
    };
    let mut from = vec![
        "",
        "",
        "",
        "from = \"ever\", ",
        "from = \"start\", ",
        "from = \"2 days\", ",
        "from = \"birth - 1 days\", ",
    ];
    if steps {
        from.push("from = \"step - 2 days\", ");
    }
    let till = select(vec![
        "",
        "",
        "",
        "till = \"6 days\", ",
        "till = \"birth + 20 hours\", ",
        "till = \"{day}\", ",
    ]);
    let taking = select(vec![
        "",
        "",
        "",
        "",
        "count = 2, ",
        "count = \"agreement:days\", ",
        "each_of = { n = [1, 2] }, ",
        "spend = true, ",
        "spend = true, ",
    ]);
    (kinds, same, select(filter), select(from), till, taking).prop_map(
        |(kinds, same, filter, from, till, taking)| {
            format!("{{ {same}{filter}{from}{till}{taking}on = {kinds} }}")
        },
    )
}

fn rule(id: &'static str) -> impl Strategy<Value = String> {
    let void = select(vec![
        "",
        "",
        "void_by = [\"closed\"]\n",
        "void_by = [\"closed\", \"born\"]\n",
        "void_by = [\"born\", { on = \"c\", same = [\"ref\"] }]\n",
    ]);
    let more = select(vec![
        "",
        "",
        "",
        "remind = [\"2 days\", \"5 hours\"]\n",
        "valid = { from = 2026-03-05, to = 2026-04-01 }\n",
        "needs = [\"agreement:days\"]\n",
        "needs = [\"lmp\"]\n",
    ]);
    let strength = select(vec![
        "strength = \"law\"\n",
        "strength = \"agreement\"\n",
        "",
        "clock = \"recorded\"\n",
        "strength = \"law\"\nclock = \"recorded\"\n",
    ]);
    (start(), strength, void, more).prop_flat_map(move |(start, strength, void, more)| {
        let steps = start.contains("steps");
        (due(steps), done_by(steps)).prop_map(move |(due, done)| {
            format!("[rule.{id}]\n{strength}starts = [{start}]\ndue = {due}\ndone_by = {done}\n{void}{more}\n")
        })
    })
}

fn rules() -> impl Strategy<Value = String> {
    let chain = (due(false), done_by(false)).prop_map(|(due, done)| {
        format!("[rule.chain]\nstarts = [{{ breach_of = \"one\", key = \"after {{key}}\" }}]\ndue = {due}\ndone_by = {done}\n")
    });
    (rule("one"), rule("two"), option::of(chain))
        .prop_map(|(one, two, chain)| format!("{one}{two}{}", chain.unwrap_or_default()))
}

fn story() -> impl Strategy<Value = Story> {
    let version = (time(), option::weighted(0.6, 1..4), any::<bool>());
    (
        rules(),
        vec(happening(), 0..16),
        vec(version, 0..3),
        any::<bool>(),
        time(),
    )
        .prop_map(|(rules, happenings, versions, danish, now)| Story {
            rules,
            happenings,
            versions,
            danish,
            now,
        })
}

/// The tables are large, so they are made once.
fn calendar(danish: bool) -> &'static Calendar {
    static NAIVE: LazyLock<Calendar> = LazyLock::new(|| Calendar::naive(&[]));
    static DANISH: LazyLock<Calendar> = LazyLock::new(|| Calendar::copenhagen(&[]).unwrap());
    if danish { &DANISH } else { &NAIVE }
}

struct Told {
    rulebook: Rulebook,
    calendar: &'static Calendar,
    facts: Vec<RawFact>,
    terms: AgreementTerms,
    journal: Journal,
    agreement: Agreement,
    now: Minute,
    danish: bool,
}

impl Told {
    fn new(story: &Story) -> Self {
        let text = format!(
            "{}{}",
            GROUND.trim_end().trim_end_matches("[rule]"),
            story.rules
        );
        let file = SourceFile {
            name: "random.toml",
            text: &text,
        };
        let rulebook = Rulebook::compile(&[file], Demand::Engine)
            .unwrap_or_else(|wrong| panic!("{wrong}\n{text}"));
        let calendar = calendar(story.danish);
        let facts: Vec<RawFact> = story
            .happenings
            .iter()
            .zip(1..)
            .map(|(happening, seq)| fact(calendar, happening, seq))
            .collect();
        let versions =
            story
                .versions
                .iter()
                .enumerate()
                .map(|(number, (from, days, positions))| {
                    let mut answers = std::collections::BTreeMap::new();
                    answers.extend(days.map(|days| ("days".to_owned(), Answer::Number(days))));
                    if *positions {
                        let list = ["gestation 11+3", "gestation 12+4"]
                            .map(str::to_owned)
                            .to_vec();
                        answers.insert("positions".to_owned(), Answer::List(list));
                    }
                    AgreementVersion {
                        id: number.to_string(),
                        in_force_from: minute(calendar, *from),
                        answers,
                    }
                });
        let terms = AgreementTerms {
            versions: versions.collect(),
            ..AgreementTerms::default()
        };
        Self {
            journal: Journal::new(&rulebook, calendar, &facts).unwrap(),
            agreement: Agreement::new(&rulebook, &terms).unwrap(),
            now: minute(calendar, story.now),
            danish: story.danish,
            rulebook,
            calendar,
            facts,
            terms,
        }
    }

    fn derive(&self, now: Minute) -> Derivation {
        derive(
            &self.rulebook,
            self.calendar,
            &self.journal,
            &self.agreement,
            now,
        )
    }

    fn fast(&self, now: Minute) -> Vec<SlowDuty> {
        let derivation = self.derive(now);
        let at = |minute: Option<Minute>| minute.map(|minute| i64::from(minute.0));
        let duties = derivation.duties.iter();
        duties
            .map(|duty| SlowDuty {
                rule: self.rulebook.rule(duty.rule()).unwrap().id.clone(),
                key: derivation.key(&self.rulebook, &self.journal, &self.agreement, duty),
                trigger: i64::from(duty.trigger.0),
                due: at(duty.due),
                status: word(duty.status),
                done: at(duty.done),
                explained: at(duty.explained),
                level: usize::from(duty.level),
            })
            .collect()
    }

    fn slow(&self, now: Minute) -> Vec<SlowDuty> {
        let zone = if self.danish {
            TimeZone::get("Europe/Copenhagen").unwrap()
        } else {
            TimeZone::UTC
        };
        let slow = Slow {
            definitions: self.rulebook.definitions(),
            facts: &self.facts,
            terms: &self.terms,
            zone,
            now: i64::from(now.0),
        };
        let mut duties = slow.duties();
        for duty in &mut duties {
            // The slow evaluator marks past positions in the level.
            duty.level = if duty.level == usize::MAX {
                0
            } else {
                duty.level
            };
        }
        duties
    }
}

fn fact(calendar: &Calendar, happening: &Happening, seq: u32) -> RawFact {
    let at = minute(calendar, happening.time);
    let day = calendar.day_of(at);
    let mut fact = RawFact::new(happening.kind).seq(seq);
    fact = if happening.coarse {
        fact.on(day)
    } else {
        fact.at(at)
    };
    if happening.delay > 0 {
        fact = fact.recorded(at.plus(happening.delay));
    }
    match happening.kind {
        "dated" => {
            // About eleven weeks before the story begins.
            let lmp = Day(BEGIN - 70 + happening.day / 2).date();
            fact.attr("lmp", lmp.to_string())
        }
        "duty-explained" => {
            let rule =
                happening.reference.map_or(
                    "chain",
                    |reference| if reference == "x" { "one" } else { "two" },
                );
            let key = match happening.day {
                ..0 => "-".to_owned(),
                key => (key / 3).to_string(),
            };
            fact.attr("rule", rule).attr("key", key)
        }
        _ => {
            if let Some(reference) = happening.reference {
                fact = fact.attr("ref", reference);
            }
            if happening.number != 2 {
                fact = fact.attr("day", Day(BEGIN + happening.day).date().to_string());
            }
            fact.attr("n", happening.number.to_string())
        }
    }
}

/// The engine and the slow evaluator say the same.
fn the_slow_evaluator_agrees(told: &Told, story: &Story) {
    assert_eq!(told.fast(told.now), told.slow(told.now), "{}", story.rules);
}

/// Nothing changes before the announced change, and something does at it.
fn next_change_is_right(told: &Told, part: f64) {
    let before = told.derive(told.now);
    assert_eq!(before, told.derive(told.now), "not the same twice");
    let until = before.next_change.unwrap_or(told.now.plus(100_000));
    assert!(until > told.now);
    #[expect(clippy::cast_possible_truncation, reason = "a share of some weeks")]
    let between = told
        .now
        .plus((f64::from(until.0 - told.now.0 - 1) * part) as i32);
    for still in [between, until.plus(-1)] {
        assert_eq!(before, told.derive(still), "changed at {still:?}");
    }
    let Some(next) = before.next_change else {
        return;
    };
    let comes = |fact: &RawFact| {
        let at = match fact.occurred {
            Occurred::At(at) => at,
            Occurred::On(day) => told.calendar.start_of(day),
        };
        at == next || fact.recorded == Some(next)
    };
    // A fact that comes to exist need not change a duty.
    if !told.facts.iter().any(comes) {
        assert_ne!(before.duties, told.derive(next).duties, "nothing changed");
    }
}

/// A fact whose type no rule names changes nothing, and neither does the order in which facts are handed over.
fn only_what_is_named_counts(told: &Told, other: &Happening) {
    let mut facts = told.facts.clone();
    let mut unrelated = fact(told.calendar, other, 3);
    unrelated.kind = "note-written".into();
    facts.insert(facts.len() / 2, unrelated);
    facts.reverse();
    let journal = Journal::new(&told.rulebook, told.calendar, &facts).unwrap();
    let with = derive(
        &told.rulebook,
        told.calendar,
        &journal,
        &told.agreement,
        told.now,
    );
    assert_eq!(told.derive(told.now), with);
}

fn keys_are_unique_and_duties_in_order(told: &Told) {
    let duties = told.fast(told.now);
    let rank = |duty: &SlowDuty| {
        (
            duty.due.is_none(),
            duty.due,
            duty.rule.clone(),
            duty.key.clone(),
        )
    };
    assert!(duties.is_sorted_by_key(rank));
    let mut keys: Vec<_> = duties.iter().map(|duty| (&duty.rule, &duty.key)).collect();
    keys.sort_unstable();
    assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{keys:?}");
}

/// What is done, void or missed stays so, whatever happens later. What is missed may still be explained.
fn what_is_settled_stays(told: &Told, days: i32) {
    let later = told.fast(told.now.plus(days * 1440));
    for duty in told.fast(told.now) {
        let settled = ["ontime", "ontime-recorded-late", "late", "void", "missed"];
        // A duty without a deadline gets none by what is learned later, but may be judged by a first dating.
        if settled.contains(&duty.status) && duty.due.is_some() {
            let same = |other: &SlowDuty| {
                (&other.rule, &other.key, other.due) == (&duty.rule, &duty.key, duty.due)
            };
            let explained = later
                .iter()
                .any(|other| same(other) && other.status == "explained");
            let stays = later.contains(&duty) || (duty.status == "missed" && explained);
            assert!(stays, "{duty:?} became otherwise: {later:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 5000,
        max_shrink_iters: 3000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_happens_and_whatever_the_rules(story in story(), other in happening(), part in 0.0..1.0, days in 0..40) {
        let told = Told::new(&story);
        the_slow_evaluator_agrees(&told, &story);
        next_change_is_right(&told, part);
        only_what_is_named_counts(&told, &other);
        keys_are_unique_and_duties_in_order(&told);
        // Positions that end with an anchor come and go with it, a new dating can put a position back before or after the
        // start, and a fact known to the day stands before what happened earlier that day.
        // What may be done before its start can be given to a duty that starts later.
        let given = |line: &str| line.contains("spend") && line.contains("ever");
        let count = |kind: &str| story.happenings.iter().filter(|happening| happening.kind == kind).count();
        // Whether there is a duty at all may hang on an anchor that is not known yet.
        let steady = !["every", "if = [\"gestation", "if = [\"age"].iter().any(|word| story.rules.contains(word)) && count("dated") <= 1 && count("birth") <= 1;
        let steady = steady && !story.rules.lines().any(given);
        if steady && !story.happenings.iter().any(|happening| happening.coarse) {
            what_is_settled_stays(&told, days);
        }
    }
}
