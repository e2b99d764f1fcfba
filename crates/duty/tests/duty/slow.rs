// SPDX-License-Identifier: EUPL-1.2
//! A second evaluator, as plain as can be: it works on the rules as written, on names and dates, searches everything from
//! the beginning each time, and shares no code with the engine but the definitions and the list of public holidays.

#![expect(
    clippy::too_many_lines,
    clippy::too_many_arguments,
    reason = "the steps of the reasoning stand one after another, to be read and not to be clever"
)]

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use std::collections::BTreeSet;
use traad_duty::calendar::{Day, Unit, is_public_holiday};
use traad_duty::fact::Occurred;
use traad_duty::rule::definition::{
    Amount, Base, Clock, Comparison, Condition, Definitions, Due, Expr, From, Match, Need, Piece,
    Rule, Shift, Start, Steps, Strength, Trigger, Void, Wanted,
};
use traad_duty::{AgreementTerms, Answer, RawFact};

/// A duty, as far as the two evaluators are compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SlowDuty {
    pub(crate) rule: String,
    pub(crate) key: String,
    pub(crate) trigger: i64,
    pub(crate) due: Option<i64>,
    pub(crate) status: &'static str,
    pub(crate) done: Option<i64>,
    pub(crate) explained: Option<i64>,
    pub(crate) level: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    at: i64,
    day: Date,
    seq: u32,
    coarse: bool,
}

impl Point {
    fn after(&self, other: &Self) -> bool {
        if self.coarse || other.coarse {
            (self.day, self.seq) > (other.day, other.seq)
        } else {
            (self.at, self.seq) > (other.at, other.seq)
        }
    }

    fn order(&self) -> (i64, u32) {
        (self.at, self.seq)
    }
}

pub(crate) struct Slow<'a> {
    pub(crate) definitions: &'a Definitions,
    pub(crate) facts: &'a [RawFact],
    pub(crate) terms: &'a AgreementTerms,
    pub(crate) zone: TimeZone,
    pub(crate) now: i64,
}

#[derive(Clone)]
struct Case<'a> {
    rule: &'a Rule,
    start: &'a Start,
    fact: &'a RawFact,
    parent: Option<String>,
    moved: Option<&'a RawFact>,
    version: Option<usize>,
    point: Point,
    base: Point,
    step: Option<(usize, String, Position)>,
    lacks: BTreeSet<&'static str>,
}

#[derive(Clone)]
enum Position {
    At(Expr),
    Nth(i32, Unit),
}

#[derive(Clone, Copy, PartialEq)]
enum Cause {
    Limit,
    Void,
    Moved,
}

impl<'a> Slow<'a> {
    pub(crate) fn duties(&self) -> Vec<SlowDuty> {
        let mut all: Vec<SlowDuty> = self
            .definitions
            .rules
            .values()
            .flat_map(|rule| self.of_rule(rule))
            .collect();
        all.sort_by(|one, other| {
            let rank = |duty: &SlowDuty| {
                (
                    duty.due.is_none(),
                    duty.due,
                    duty.rule.clone(),
                    duty.key.clone(),
                )
            };
            rank(one).cmp(&rank(other))
        });
        all
    }

    // --- time ---------------------------------------------------------------------------------------------------------

    fn start_of(&self, day: Date) -> i64 {
        let instant = self
            .zone
            .to_ambiguous_timestamp(day.at(0, 0, 0, 0))
            .compatible()
            .unwrap();
        instant.as_second() / 60
    }

    fn end_of(&self, day: Date) -> i64 {
        self.start_of(day.tomorrow().unwrap()) - 1
    }

    fn day_of(&self, at: i64) -> Date {
        self.zone
            .to_datetime(jiff::Timestamp::from_second(at * 60).unwrap())
            .date()
    }

    fn add(day: Date, count: i32, unit: Unit) -> Date {
        let span = |span: Span| day.checked_add(span).unwrap();
        match unit {
            Unit::Hours => day,
            Unit::Days => span(count.days()),
            Unit::Weeks => span(count.weeks()),
            Unit::Months => span(count.months()),
            Unit::Years => span(count.years()),
            Unit::Arbejdsdage | Unit::Hverdage => {
                let last = if unit == Unit::Hverdage { 6 } else { 5 };
                let (mut day, mut left) = (day, count.abs());
                while left > 0 {
                    day = if count > 0 {
                        day.tomorrow().unwrap()
                    } else {
                        day.yesterday().unwrap()
                    };
                    let works = day.weekday().to_monday_one_offset() <= last;
                    if works && !is_public_holiday(Day::from_date(day)) {
                        left -= 1;
                    }
                }
                day
            }
        }
    }

    // --- facts --------------------------------------------------------------------------------------------------------

    fn occurred(&self, fact: &RawFact) -> Point {
        match fact.occurred {
            Occurred::At(minute) => {
                let at = i64::from(minute.0);
                Point {
                    at,
                    day: self.day_of(at),
                    seq: fact.seq,
                    coarse: false,
                }
            }
            Occurred::On(day) => Point {
                at: self.start_of(day.date()),
                day: day.date(),
                seq: fact.seq,
                coarse: true,
            },
        }
    }

    fn recorded(&self, fact: &RawFact) -> i64 {
        fact.recorded
            .map_or(self.occurred(fact).at, |minute| i64::from(minute.0))
    }

    fn point(&self, fact: &RawFact, clock: Clock) -> Point {
        match clock {
            Clock::Occurred => self.occurred(fact),
            Clock::Recorded => {
                let at = self.recorded(fact);
                Point {
                    at,
                    day: self.day_of(at),
                    seq: fact.seq,
                    coarse: false,
                }
            }
        }
    }

    /// Facts that exist now, in order by a clock.
    fn by(&self, clock: Clock) -> Vec<(&'a RawFact, Point)> {
        let exists = |fact: &&RawFact| self.occurred(fact).at <= self.now;
        let facts = self
            .facts
            .iter()
            .filter(exists)
            .map(|fact| (fact, self.point(fact, clock)));
        let mut facts: Vec<_> = facts.filter(|(_, point)| point.at <= self.now).collect();
        facts.sort_by_key(|(_, point)| point.order());
        facts
    }

    fn plain(on: &Match, fact: &RawFact) -> bool {
        on.kinds.iter().any(|kind| **kind == fact.kind)
            && on.filters.iter().all(|(name, wanted)| {
                wanted.iter().any(|wanted| match wanted {
                    Wanted::Text(text) => fact.attribute(name) == Some(text),
                    Wanted::Step | Wanted::Attribute(_) => false,
                })
            })
    }

    fn fits(on: &Match, fact: &RawFact, case: &Case<'_>) -> bool {
        let same = |name: &String| {
            fact.attribute(name).is_some() && fact.attribute(name) == case.fact.attribute(name)
        };
        on.kinds.iter().any(|kind| **kind == fact.kind)
            && on.same.iter().all(same)
            && on.filters.iter().all(|(name, wanted)| {
                let Some(value) = fact.attribute(name) else {
                    return false;
                };
                wanted.iter().any(|wanted| match wanted {
                    Wanted::Text(text) => value == text,
                    Wanted::Step => case
                        .step
                        .as_ref()
                        .is_some_and(|(_, label, _)| value == label),
                    Wanted::Attribute(other) => case.fact.attribute(other) == Some(value),
                })
            })
    }

    fn first_after(&self, on: &Match, case: &Case<'a>) -> Option<(&'a RawFact, Point)> {
        let mut facts = self.by(case.rule.clock).into_iter();
        facts.find(|(fact, point)| point.after(&case.point) && Self::fits(on, fact, case))
    }

    // --- states, anchors, agreement -------------------------------------------------------------------------------------

    fn intervals(&self, name: &str) -> Vec<(Point, Option<Point>)> {
        let state = &self.definitions.states[name];
        let mut intervals: Vec<(Point, Option<Point>)> = Vec::new();
        for (fact, point) in self.by(Clock::Occurred) {
            let open = intervals.last().is_some_and(|(_, to)| to.is_none());
            if !open && Self::plain(&state.from, fact) {
                intervals.push((point, None));
            } else if open && state.to.as_ref().is_some_and(|to| Self::plain(to, fact)) {
                intervals.last_mut().unwrap().1 = Some(point);
            }
        }
        intervals
    }

    fn anchor_values(&self, name: &str) -> Vec<(Point, Date, Option<i64>)> {
        let mut values = Vec::new();
        for (fact, point) in self.by(Clock::Occurred) {
            for source in self.definitions.anchors[name]
                .iter()
                .filter(|source| source.kind == fact.kind)
            {
                match &source.attribute {
                    Some(attribute) => {
                        let Some(text) = fact.attribute(attribute) else {
                            continue;
                        };
                        let day: Date = text.parse().unwrap();
                        values.push((point, day.checked_add(source.days.days()).unwrap(), None));
                    }
                    None => values.push((point, point.day, Some(point.at))),
                }
            }
        }
        values
    }

    /// Newest at a point, else the first later one; only what was known then when `strict`.
    fn anchor(&self, name: &str, known: Known) -> Option<(Date, Option<i64>)> {
        let values = self.anchor_values(name);
        let then = |point: &Point| values.iter().rfind(|(since, _, _)| !since.after(point));
        let value = match known {
            Known::Now => values.last(),
            Known::At(point) => then(&point).or(values.first()),
            Known::Strictly(point) => then(&point),
        };
        value.map(|(_, day, at)| (*day, *at))
    }

    fn versions(&self) -> Vec<&'a traad_duty::AgreementVersion> {
        let mut versions: Vec<_> = self.terms.versions.iter().collect();
        versions.sort_by_key(|version| version.in_force_from);
        versions
    }

    fn answer(&self, case: &Case<'_>, key: &str) -> Option<&'a Answer> {
        self.versions()[case.version?].answers.get(key)
    }

    fn amount(&self, amount: &Amount, case: &Case<'_>) -> Result<i32, &'static str> {
        match amount {
            Amount::Number(number) => Ok(*number),
            Amount::Agreement(key) => match self.answer(case, key) {
                Some(Answer::Number(number)) => Ok(*number),
                _ => Err("agreement"),
            },
        }
    }

    // --- moments ------------------------------------------------------------------------------------------------------

    fn moment(
        &self,
        expr: &Expr,
        case: &Case<'_>,
        known: Known,
    ) -> Result<(Date, Option<i64>), &'static str> {
        let (day, at) = match &expr.base {
            Base::Start => (case.base.day, Some(case.base.at)),
            Base::Step => (self.position(case, known)?, None),
            Base::Anchor(name) => self.anchor(name, known).ok_or("anchor")?,
            Base::Gestation(days) => {
                let (day, _) = self.anchor("lmp", known).ok_or("anchor")?;
                (day.checked_add(days.days()).unwrap(), None)
            }
            Base::Attribute(name) => {
                let text = case.fact.attribute(name).ok_or("attribute")?;
                (text.parse().unwrap(), None)
            }
        };
        let Some(Shift { back, amount, unit }) = &expr.shift else {
            return Ok((day, None));
        };
        let count = self.amount(amount, case)? * if *back { -1 } else { 1 };
        if *unit == Unit::Hours {
            let at = at.unwrap_or_else(|| self.start_of(day)) + i64::from(count) * 60;
            return Ok((self.day_of(at), Some(at)));
        }
        Ok((Self::add(day, count, *unit), None))
    }

    fn position(&self, case: &Case<'_>, known: Known) -> Result<Date, &'static str> {
        match &case.step.as_ref().ok_or("agreement")?.2 {
            Position::At(expr) => Ok(self.moment(expr, case, known)?.0),
            Position::Nth(count, unit) => Ok(Self::add(case.base.day, *count, *unit)),
        }
    }

    /// The earliest deadline, or what is lacking.
    fn due(&self, case: &Case<'a>, known: Known) -> (Option<i64>, BTreeSet<&'static str>) {
        if let Known::At(point) = known {
            let then = self.due(case, Known::Strictly(point));
            if then.0.is_some() {
                return then;
            }
        }
        let mut found = Vec::new();
        let mut lacks = BTreeSet::new();
        for due in &case.rule.due {
            let seen = |point: &Point| match known {
                Known::Now => true,
                Known::At(known) | Known::Strictly(known) => !point.after(&known),
            };
            match due {
                Due::At(expr) => match self.moment(expr, case, known) {
                    Ok((day, at)) => found.push(at.unwrap_or_else(|| self.end_of(day))),
                    Err(lacking) => drop(lacks.insert(lacking)),
                },
                Due::On(on) => {
                    let happened = self.first_after(on, case).filter(|(_, point)| seen(point));
                    found.extend(happened.map(|(_, point)| self.end_of(point.day)));
                }
                Due::Before(on) => {
                    let happened = self.first_after(on, case).filter(|(_, point)| seen(point));
                    found.extend(happened.map(|(_, point)| point.at));
                }
            }
        }
        let due = found.into_iter().min();
        (
            due,
            if due.is_some() {
                BTreeSet::new()
            } else {
                lacks
            },
        )
    }

    // --- starts -------------------------------------------------------------------------------------------------------

    fn of_rule(&self, rule: &'a Rule) -> Vec<SlowDuty> {
        let mut cases = Vec::new();
        for start in &rule.starts {
            match &start.trigger {
                Trigger::Each(on) => cases.extend(self.started(rule, start, on)),
                Trigger::First(on) => {
                    cases.extend(self.started(rule, start, on).into_iter().next());
                }
                Trigger::BreachOf(id) => cases.extend(self.breaches(rule, start, id)),
            }
        }
        if rule.done_by.spend {
            cases.sort_by_key(|case| {
                (
                    case.point.order(),
                    case.parent.as_ref().map(|_| Self::key(case)),
                )
            });
            self.spend(rule, &cases)
        } else {
            cases
                .into_iter()
                .flat_map(|case| self.rounds(case))
                .collect()
        }
    }

    fn started(&self, rule: &'a Rule, start: &'a Start, on: &Match) -> Vec<Case<'a>> {
        let facts = self
            .by(rule.clock)
            .into_iter()
            .filter(|(fact, _)| Self::plain(on, fact));
        facts
            .filter_map(|(fact, point)| self.case(rule, start, fact, point, None))
            .collect()
    }

    fn breaches(&self, rule: &'a Rule, start: &'a Start, id: &str) -> Vec<Case<'a>> {
        let mut line = BTreeSet::from([id.to_owned()]);
        for _ in 0..self.definitions.rules.len() {
            for other in self.definitions.rules.values() {
                if other
                    .succeeds
                    .as_ref()
                    .is_some_and(|earlier| line.contains(earlier))
                {
                    line.insert(other.id.clone());
                }
            }
        }
        let mut cases = Vec::new();
        for (id, key, due, fact) in line
            .iter()
            .flat_map(|id| self.breached(&self.definitions.rules[id]))
        {
            let point = Point {
                at: due,
                day: self.day_of(due),
                seq: u32::MAX,
                coarse: false,
            };
            assert!(line.contains(&id));
            cases.extend(self.case(rule, start, fact, point, Some(key)));
        }
        cases
    }

    /// Breached duties with the fact behind each; the fact is found again by the key's duty.
    fn breached(&self, rule: &'a Rule) -> Vec<(String, String, i64, &'a RawFact)> {
        let duties = self.of_rule(rule).into_iter();
        let breached = duties.filter(|duty| {
            let explained_late = duty.status == "explained"
                && duty.due.is_some_and(|due| duty.explained > Some(due));
            explained_late || ["late", "missed", "overdue"].contains(&duty.status)
        });
        breached
            .filter_map(|duty| {
                let fact = self.fact_behind(rule, &duty)?;
                Some((rule.id.clone(), duty.key, duty.due?, fact))
            })
            .collect()
    }

    fn fact_behind(&self, rule: &'a Rule, duty: &SlowDuty) -> Option<&'a RawFact> {
        // Random rules that are chained start from one fact each with `{seq}` in the key, or from the first fact.
        let seq = duty
            .key
            .trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let seq: String = seq.chars().take_while(char::is_ascii_digit).collect();
        let by_seq = self
            .facts
            .iter()
            .find(|fact| Some(fact.seq) == seq.parse().ok());
        match &rule.starts[0].trigger {
            Trigger::First(on) => self
                .started(rule, &rule.starts[0], on)
                .first()
                .map(|case| case.fact),
            Trigger::Each(_) | Trigger::BreachOf(_) => by_seq,
        }
    }

    fn case(
        &self,
        rule: &'a Rule,
        start: &'a Start,
        fact: &'a RawFact,
        point: Point,
        parent: Option<String>,
    ) -> Option<Case<'a>> {
        let mut case = Case {
            rule,
            start,
            fact,
            parent,
            moved: None,
            version: None,
            point,
            base: point,
            step: None,
            lacks: BTreeSet::new(),
        };
        if !Self::valid(rule, point.day) {
            return None;
        }
        for condition in &start.conditions {
            match self.condition(condition, fact, &point) {
                Some(true) => {}
                Some(false) => return None,
                None => drop(case.lacks.insert("anchor")),
            }
        }
        Some(case)
    }

    fn valid(rule: &Rule, day: Date) -> bool {
        rule.valid.0.is_none_or(|from| from.date() <= day)
            && rule.valid.1.is_none_or(|to| day <= to.date())
    }

    fn condition(&self, condition: &Condition, fact: &RawFact, point: &Point) -> Option<bool> {
        let compare = |is: Comparison, with: Date| match is {
            Comparison::Less => point.day < with,
            Comparison::AtMost => point.day <= with,
            Comparison::AtLeast => point.day >= with,
            Comparison::More => point.day > with,
        };
        Some(match condition {
            Condition::State { name, holds } => {
                let inside = |(from, to): &(Point, Option<Point>)| {
                    !from.after(point) && to.is_none_or(|to| to.after(point))
                };
                self.intervals(name).iter().any(inside) == *holds
            }
            Condition::Has { attribute, holds } => fact.attribute(attribute).is_some() == *holds,
            Condition::Is {
                attribute,
                values,
                holds,
            } => {
                let value = fact.attribute(attribute);
                value.is_some_and(|value| values.iter().any(|wanted| wanted == value)) == *holds
            }
            Condition::Known { anchor, holds } => {
                self.anchor(anchor, Known::Strictly(*point)).is_some() == *holds
            }
            Condition::Gestation { is, days } => {
                let (lmp, _) = self.anchor("lmp", Known::At(*point))?;
                compare(*is, lmp.checked_add(days.days()).unwrap())
            }
            Condition::Age { is, months } => {
                let (born, _) = self.anchor("birth", Known::At(*point))?;
                let birthday = born.checked_add(months.months()).unwrap();
                compare(
                    *is,
                    if birthday.day() == born.day() {
                        birthday
                    } else {
                        birthday.tomorrow().unwrap()
                    },
                )
            }
        })
    }

    fn next_move(&self, case: &Case<'a>) -> Option<(&'a RawFact, Point)> {
        let agreed = case.rule.strength == Strength::Agreement;
        let on = self.definitions.moves.as_ref().filter(|_| agreed)?;
        let facts = self.by(Clock::Occurred);
        let moved = facts
            .iter()
            .position(|(fact, _)| case.moved.is_some_and(|moved| moved.seq == fact.seq));
        let mut later = facts.into_iter().skip(moved.map_or(0, |place| place + 1));
        later.find(|(fact, at)| at.after(&case.point) && Self::plain(on, fact))
    }

    fn rounds(&self, case: Case<'a>) -> Vec<SlowDuty> {
        let moved = self.next_move(&case);
        let mut duties = Vec::new();
        let mut again = false;
        for bound in self.bound(&case, moved) {
            let done = if bound.start.steps.is_some() && bound.step.is_none() {
                None
            } else {
                self.done(&bound)
            };
            let end = self.end(&bound, moved);
            let duty = self.judge(&bound, done, end);
            again |= Self::starts_anew(&duty, done, end);
            duties.push(duty);
        }
        if let (true, Some((fact, point))) = (again, moved)
            && Self::valid(case.rule, point.day)
        {
            duties.extend(self.rounds(Case {
                moved: Some(fact),
                point,
                base: point,
                ..case
            }));
        }
        duties
    }

    fn starts_anew(duty: &SlowDuty, done: Option<Done>, end: Option<(Point, Cause)>) -> bool {
        let Some((end, Cause::Moved)) = end else {
            return false;
        };
        let done_before = done.is_some_and(|done| end.after(&done.point));
        let past_position = duty.status == "void" && duty.done.is_none() && duty.level == PAST;
        !done_before && !past_position && duty.explained.is_none_or(|explained| explained >= end.at)
    }

    // --- binding and positions ------------------------------------------------------------------------------------------

    fn bound(&self, case: &Case<'a>, moved: Option<(&'a RawFact, Point)>) -> Vec<Case<'a>> {
        let case = self.bind(case, moved);
        let Some(steps) = &case.start.steps else {
            return vec![case];
        };
        if case.lacks.contains("agreement") {
            return vec![case];
        }
        let lacking = |reason: &'static str| {
            let mut case = case.clone();
            case.lacks.insert(reason);
            vec![case]
        };
        let list = |list: Vec<(String, Expr)>| {
            let steps = list.into_iter().enumerate();
            let at = |(number, (label, expr))| (number, label, Position::At(expr));
            steps
                .map(|step| Case {
                    step: Some(at(step)),
                    ..case.clone()
                })
                .collect::<Vec<_>>()
        };
        match steps {
            Steps::List(steps) => list(steps.clone()),
            Steps::Every { every, until } => {
                let Ok((until, _)) = self.moment(until, &case, Known::Now) else {
                    return lacking("anchor");
                };
                let mut cases = Vec::new();
                for number in 1.. {
                    let count = every.count * i32::try_from(number).unwrap();
                    if Self::add(case.base.day, count, every.unit) > until {
                        break;
                    }
                    let position = Position::Nth(count, every.unit);
                    cases.push(Case {
                        step: Some((number - 1, number.to_string(), position)),
                        ..case.clone()
                    });
                }
                cases
            }
            Steps::Agreement(key) => match self.answer(&case, key) {
                // Random agreements answer with gestational ages only.
                Some(Answer::List(texts)) => list(
                    texts
                        .iter()
                        .map(|text| (text.clone(), gestation(text)))
                        .collect(),
                ),
                _ => lacking("agreement"),
            },
        }
    }

    fn keys(rule: &Rule) -> Vec<String> {
        let of = |expr: &Expr| match &expr.shift {
            Some(Shift {
                amount: Amount::Agreement(key),
                ..
            }) => Some(key.clone()),
            _ => None,
        };
        let due: Vec<Option<String>> = rule
            .due
            .iter()
            .map(|due| match due {
                Due::At(expr) => of(expr),
                Due::On(_) | Due::Before(_) => None,
            })
            .collect();
        let mut keys: Vec<String> = Vec::new();
        if due.iter().all(Option::is_some) {
            keys.extend(due.into_iter().flatten());
        }
        for start in &rule.starts {
            if let Some(Steps::Agreement(key)) = &start.steps {
                keys.push(key.clone());
            }
        }
        if let Amount::Agreement(key) = &rule.done_by.count {
            keys.push(key.clone());
        }
        for need in &rule.needs {
            if let Need::Agreement(key) = need {
                keys.push(key.clone());
            }
        }
        keys
    }

    fn bind(&self, case: &Case<'a>, moved: Option<(&'a RawFact, Point)>) -> Case<'a> {
        let mut case = case.clone();
        for need in &case.rule.needs {
            if let Need::Anchor(name) = need
                && self.anchor(name, Known::Now).is_none()
            {
                case.lacks.insert("anchor");
            }
        }
        let keys = Self::keys(case.rule);
        let versions = self.versions();
        let answers = |version: usize| {
            keys.iter()
                .all(|key| versions[version].answers.contains_key(key))
        };
        case.version = (0..versions.len())
            .rfind(|place| i64::from(versions[*place].in_force_from.0) <= case.point.at);
        if keys.is_empty() || case.version.is_some_and(answers) {
            return case;
        }
        let settled = {
            let open = Case {
                version: None,
                ..case.clone()
            };
            let countable = case.start.steps.is_none()
                && !case.rule.done_by.spend
                && matches!(case.rule.done_by.count, Amount::Number(_));
            let done = if countable {
                self.done(&open).map(|done| done.point.at)
            } else {
                None
            };
            let end = self.end(&open, moved).map(|(point, _)| point.at);
            done.into_iter().chain(end).min()
        };
        let later = (case.version.map_or(0, |version| version + 1)..versions.len())
            .find(|version| answers(*version));
        let later = later.filter(|version| {
            let from = i64::from(versions[*version].in_force_from.0);
            from <= self.now && settled.is_none_or(|settled| from <= settled)
        });
        let Some(version) = later else {
            case.lacks.insert("agreement");
            return case;
        };
        let at = i64::from(versions[version].in_force_from.0);
        case.version = Some(version);
        case.base = Point {
            at,
            day: self.day_of(at),
            seq: 0,
            coarse: false,
        };
        if case.start.steps.is_some() {
            case.point = case.base;
        }
        case
    }

    // --- done and ended -------------------------------------------------------------------------------------------------

    fn counts(&self, point: &Point, case: &Case<'a>) -> bool {
        let known = Known::Strictly(*point);
        let follows = match case.rule.done_by.from {
            From::AfterStart | From::At(_) => point.after(&case.point),
            From::Start => !case.point.after(point),
            From::Ever => true,
        };
        let from = match &case.rule.done_by.from {
            From::At(expr) => match self.moment(expr, case, known) {
                Ok((day, at)) => at.unwrap_or_else(|| self.start_of(day)) <= point.at,
                Err(_) => false,
            },
            From::AfterStart | From::Start | From::Ever => true,
        };
        let till = case.rule.done_by.till.as_ref().is_none_or(|expr| {
            let till = self.moment(expr, case, known);
            till.is_ok_and(|(day, at)| point.at <= at.unwrap_or_else(|| self.end_of(day)))
                || till.is_err()
        });
        follows && from && till
    }

    fn done(&self, case: &Case<'a>) -> Option<Done> {
        let serving: Vec<(&RawFact, Point)> = self
            .by(case.rule.clock)
            .into_iter()
            .filter(|(fact, point)| {
                Self::fits(&case.rule.done_by.on, fact, case) && self.counts(point, case)
            })
            .collect();
        let taken: Vec<(&RawFact, Point)> = if let Some((attribute, values)) =
            &case.rule.done_by.each_of
        {
            let has = |fact: &RawFact, value: &String| fact.attribute(attribute) == Some(value);
            let first = |value| serving.iter().find(|(fact, _)| has(fact, value)).copied();
            values.iter().map(first).collect::<Option<_>>()?
        } else {
            let count = usize::try_from(self.amount(&case.rule.done_by.count, case).ok()?).unwrap();
            serving.get(..count)?.to_vec()
        };
        let recorded = taken.iter().map(|(fact, _)| self.recorded(fact)).max()?;
        let point = taken
            .iter()
            .map(|(_, point)| *point)
            .max_by_key(Point::order)?;
        Some(Done { point, recorded })
    }

    fn end(&self, case: &Case<'a>, moved: Option<(&'a RawFact, Point)>) -> Option<(Point, Cause)> {
        let mut ends: Vec<(Point, Cause)> = Vec::new();
        for due in &case.rule.due {
            if let Due::Before(on) = due {
                ends.extend(
                    self.first_after(on, case)
                        .map(|(_, point)| (point, Cause::Limit)),
                );
            }
        }
        for void in &case.rule.void_by {
            match void {
                Void::State(name) => {
                    let mut intervals = self.intervals(name).into_iter();
                    let found = intervals.find(|(_, to)| to.is_none_or(|to| to.after(&case.point)));
                    ends.extend(found.map(|(from, _)| (from, Cause::Void)));
                }
                Void::Fact(on) => ends.extend(
                    self.first_after(on, case)
                        .map(|(_, point)| (point, Cause::Void)),
                ),
            }
        }
        ends.extend(moved.map(|(_, point)| (point, Cause::Moved)));
        ends.into_iter().min_by_key(|(point, _)| point.order())
    }

    // --- status -------------------------------------------------------------------------------------------------------

    fn key(case: &Case<'_>) -> String {
        let name = |fact: &RawFact| fact.root.clone().unwrap_or_else(|| fact.seq.to_string());
        let pieces = case.start.key.0.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Seq => name(case.fact),
            Piece::Key => case.parent.clone().unwrap(),
            Piece::Step => case
                .step
                .as_ref()
                .map_or_else(|| "-".to_owned(), |(_, label, _)| label.clone()),
            Piece::Attribute(attribute) => case.fact.attribute(attribute).unwrap_or("-").to_owned(),
        });
        let key: String = pieces.collect();
        case.moved
            .map_or(key.clone(), |moved| format!("{key}@{}", name(moved)))
    }

    fn past(&self, case: &Case<'_>, known: Known) -> bool {
        let position = self.position(case, known);
        case.step.is_some() && position.is_ok_and(|day| self.end_of(day) < case.base.at)
    }

    fn judge(&self, case: &Case<'a>, done: Option<Done>, end: Option<(Point, Cause)>) -> SlowDuty {
        let done = done.filter(|done| end.is_none_or(|(end, _)| end.after(&done.point)));
        let settled = done.map(|done| done.point).or(end.map(|(end, _)| end));
        let known = settled.map_or(Known::Now, |settled| {
            Known::At(if case.point.after(&settled) {
                case.point
            } else {
                settled
            })
        });
        let (due, lacks) = self.due(case, known);
        let mut duty = SlowDuty {
            rule: case.rule.id.clone(),
            key: Self::key(case),
            trigger: case.point.at,
            due,
            status: "",
            done: done.map(|done| done.point.at),
            explained: None,
            level: 0,
        };
        let as_known = |known: Known| match (known, settled) {
            (Known::At(point), Some(_)) => Known::Strictly(point),
            (known, _) => known,
        };
        let past = |known: Known| self.past(case, as_known(known));
        if past(known) || past(Known::At(case.point)) {
            return SlowDuty {
                status: "void",
                done: None,
                level: PAST,
                ..duty
            };
        }
        if !lacks.is_empty() || !case.lacks.is_empty() {
            duty.due = None;
            duty.status = match (done, end) {
                (Some(_), _) => "unsettled",
                (None, Some(_)) => "void",
                (None, None) => {
                    let explanation = self.explanation(case, &duty, false);
                    duty.explained = explanation.map(|(explained, _)| explained);
                    duty.explained.map_or("unsettled", |_| "explained")
                }
            };
            return duty;
        }
        let in_time = |at: i64| due.is_none_or(|due| at <= due);
        duty.status = match (done, end) {
            (Some(done), _) if !in_time(done.point.at) => "late",
            (Some(done), _) if in_time(done.recorded) => "ontime",
            (Some(_), _) => "ontime-recorded-late",
            (None, Some((end, Cause::Void | Cause::Moved))) if in_time(end.at) => "void",
            (None, end) => {
                if let Some((explained, due)) = self.explanation(case, &duty, end.is_some()) {
                    duty.explained = Some(explained);
                    duty.due = due;
                    "explained"
                } else if end.is_some() {
                    "missed"
                } else if !in_time(self.now) {
                    "overdue"
                } else {
                    self.waiting(case, &mut duty)
                }
            }
        };
        duty
    }

    fn explanation(
        &self,
        case: &Case<'a>,
        duty: &SlowDuty,
        ended: bool,
    ) -> Option<(i64, Option<i64>)> {
        if case.rule.strength == Strength::Law {
            return None;
        }
        self.by(Clock::Occurred)
            .into_iter()
            .find_map(|(fact, point)| {
                let mine = fact.kind == "duty-explained"
                    && fact.attribute("rule") == Some(&case.rule.id)
                    && fact.attribute("key") == Some(&duty.key);
                let due = if ended {
                    duty.due
                } else {
                    self.due(case, Known::At(point)).0
                };
                (mine && point.after(&case.point)).then_some((point.at, due))
            })
    }

    fn waiting(&self, case: &Case<'a>, duty: &mut SlowDuty) -> &'static str {
        for span in &case.rule.remind {
            let Some(due) = duty.due else { continue };
            let at = match span.unit {
                Unit::Hours => due - i64::from(span.count) * 60,
                unit @ (Unit::Days
                | Unit::Weeks
                | Unit::Months
                | Unit::Years
                | Unit::Arbejdsdage
                | Unit::Hverdage) => self.start_of(Self::add(self.day_of(due), -span.count, unit)),
            };
            duty.level += usize::from(at <= self.now);
        }
        let opens = case
            .start
            .opens
            .as_ref()
            .and_then(|expr| self.moment(expr, case, Known::Now).ok());
        let opens = opens.map(|(day, at)| at.unwrap_or_else(|| self.start_of(day)));
        match (opens.is_some_and(|opens| opens > self.now), duty.level) {
            (true, _) => "scheduled",
            (false, 0) => "open",
            (false, _) => "soon",
        }
    }

    // --- spending -------------------------------------------------------------------------------------------------------

    /// Facts and moves in order; each fact goes to one duty.
    fn spend(&self, rule: &'a Rule, starts: &[Case<'a>]) -> Vec<SlowDuty> {
        struct Waiting<'a> {
            start: usize,
            round: usize,
            case: Case<'a>,
            end: Option<(Point, Cause)>,
            done: Option<Done>,
        }
        let begin = |start: usize, round: usize, case: &Case<'a>| -> Vec<Waiting<'a>> {
            let moved = self.next_move(case);
            let bound = self.bound(case, moved).into_iter();
            bound
                .map(|case| Waiting {
                    start,
                    round,
                    end: self.end(&case, moved),
                    case,
                    done: None,
                })
                .collect()
        };
        let mut waiting: Vec<Waiting<'a>> = starts
            .iter()
            .enumerate()
            .flat_map(|(start, case)| begin(start, 0, case))
            .collect();
        let clock = rule.clock;
        for (fact, point) in self.by(clock) {
            let is_move = self
                .definitions
                .moves
                .as_ref()
                .is_some_and(|moves| Self::plain(moves, fact));
            if is_move && rule.strength == Strength::Agreement {
                for (start, case) in starts.iter().enumerate() {
                    let Some(round) = waiting
                        .iter()
                        .filter(|duty| duty.start == start)
                        .map(|duty| duty.round)
                        .max()
                    else {
                        continue;
                    };
                    let current = waiting
                        .iter()
                        .filter(|duty| duty.start == start && duty.round == round);
                    let again = current.into_iter().any(|duty| {
                        duty.end.is_some_and(|(end, _)| end == point)
                            && Self::starts_anew(
                                &self.judge(&duty.case, duty.done, duty.end),
                                duty.done,
                                duty.end,
                            )
                    });
                    if again && Self::valid(rule, point.day) {
                        let case = Case {
                            moved: Some(fact),
                            point,
                            base: point,
                            ..case.clone()
                        };
                        waiting.extend(begin(start, round + 1, &case));
                    }
                }
                continue;
            }
            let best = waiting
                .iter()
                .enumerate()
                .filter(|(_, duty)| {
                    duty.done.is_none()
                        && duty.case.lacks.is_empty()
                        && duty.end.is_none_or(|(end, _)| end.after(&point))
                        && Self::fits(&rule.done_by.on, fact, &duty.case)
                        && self.counts(&point, &duty.case)
                        && !self.past(&duty.case, Known::Strictly(point))
                        && !self.past(&duty.case, Known::Strictly(duty.case.point))
                })
                .filter_map(|(place, duty)| {
                    let (due, lacks) = self.due(&duty.case, Known::Strictly(point));
                    let due = due.unwrap_or(i64::MAX);
                    lacks.is_empty().then_some((due < point.at, due, place))
                })
                .min();
            if let Some((_, _, place)) = best {
                waiting[place].done = Some(Done {
                    point,
                    recorded: self.recorded(fact),
                });
            }
        }
        waiting
            .iter()
            .map(|duty| self.judge(&duty.case, duty.done, duty.end))
            .collect()
    }
}

/// Marks a position that was past at the start.
const PAST: usize = usize::MAX;

#[derive(Clone, Copy)]
struct Done {
    point: Point,
    recorded: i64,
}

/// As of when anchors are asked about.
#[derive(Clone, Copy)]
enum Known {
    Now,
    At(Point),
    Strictly(Point),
}

fn gestation(text: &str) -> Expr {
    let age = text.strip_prefix("gestation ").unwrap();
    let (weeks, days) = age.split_once('+').unwrap();
    let days = weeks.parse::<i32>().unwrap() * 7 + days.parse::<i32>().unwrap();
    Expr {
        base: Base::Gestation(days),
        shift: None,
    }
}
