// SPDX-License-Identifier: EUPL-1.2
//! The three parts of a rule that say when: what starts a duty, by when, and what ends it.

use super::definition::{
    Amount, Base, DoneBy, Due, Expr, From, Match, Piece, Shift, Start, Steps, Template, Trigger,
    Void,
};
use super::error::Problem;
use super::expression::{agreement_key, condition, count, expr, name_of, span, template};
use super::field::{Field, Fields, list};
use super::read::{matching, matching_from};
use crate::calendar::Unit;

type Read<T> = Result<T, Problem>;

const START_FIELDS: [&str; 8] = [
    "each",
    "on",
    "breach_of",
    "where",
    "if",
    "key",
    "opens",
    "steps",
];
const DONE_FIELDS: [&str; 8] = [
    "on", "same", "where", "from", "till", "count", "each_of", "spend",
];

pub(crate) fn starts(fields: &Fields<'_>) -> Read<Vec<Start>> {
    let field = fields.need("starts", "what starts the duty, as [{ each = \"type\" }]")?;
    let starts: Vec<Start> = field.each().iter().map(start).collect::<Read<_>>()?;
    if starts.is_empty() {
        return Err(field.wrong("at least one start is needed, as [{ each = \"type\" }]"));
    }
    Ok(starts)
}

fn start(field: &Field<'_>) -> Read<Start> {
    let fields = field.table(&START_FIELDS)?;
    let trigger = trigger(field, &fields)?;
    let steps = fields.get("steps").map(|field| steps(&field)).transpose()?;
    let key = match (fields.get("key"), &steps, &trigger) {
        (Some(field), _, _) => field.read(template)?,
        (None, Some(_), Trigger::Each(_)) => {
            Template(vec![Piece::Seq, Piece::Text("/".to_owned()), Piece::Step])
        }
        (None, Some(_), Trigger::First(_)) => Template(vec![Piece::Step]),
        (None, Some(_), Trigger::BreachOf(_)) => {
            Template(vec![Piece::Key, Piece::Text("/".to_owned()), Piece::Step])
        }
        (None, None, Trigger::Each(_)) => Template(vec![Piece::Seq]),
        (None, None, Trigger::First(_)) => Template(vec![Piece::Text("-".to_owned())]),
        (None, None, Trigger::BreachOf(_)) => Template(vec![Piece::Key]),
    };
    let conditions = fields.get("if").map_or(Ok(Vec::new()), |field| {
        field
            .each()
            .iter()
            .map(|field| field.read(condition))
            .collect()
    })?;
    Ok(Start {
        trigger,
        conditions,
        key,
        opens: fields
            .get("opens")
            .map(|field| field.read(expr))
            .transpose()?,
        steps,
    })
}

fn trigger(field: &Field<'_>, fields: &Fields<'_>) -> Read<Trigger> {
    match (
        fields.get("each"),
        fields.get("on"),
        fields.get("breach_of"),
    ) {
        (Some(_), None, None) => Ok(Trigger::Each(matching_from(fields, "each")?)),
        (None, Some(_), None) => Ok(Trigger::First(matching_from(fields, "on")?)),
        (None, None, Some(rule)) if fields.get("where").is_none() => {
            Ok(Trigger::BreachOf(rule.text()?.to_owned()))
        }
        (None, None, Some(_)) => Err(field.wrong("a breach has no `where`")),
        _ => Err(field.wrong(format!(
            "exactly one is needed of {}",
            list(&["each", "on", "breach_of"])
        ))),
    }
}

fn steps(field: &Field<'_>) -> Read<Steps> {
    if let Some(text) = field.value.as_str() {
        let key = text.strip_prefix("agreement:").and_then(agreement_key);
        return key
            .map(|key| Steps::Agreement(key.to_owned()))
            .ok_or_else(|| {
                field.wrong(format!(
                    "`{text}` is no list of positions; write `agreement:key`, {STEPS_RIGHT}"
                ))
            });
    }
    if field.value.as_array().is_some() {
        let list = field
            .each()
            .iter()
            .map(|field| Ok((label(field.text()?), position(field)?)))
            .collect::<Read<Vec<_>>>()?;
        return checked_list(field, list);
    }
    let table = field
        .value
        .as_table()
        .ok_or_else(|| field.wrong(format!("positions are needed; write {STEPS_RIGHT}")))?;
    let fields = Fields::new(&field.path, table);
    if table.contains_key("every") {
        let fields = fields.only(&["every", "until"])?;
        let every = fields.need("every", "a span, as `4 weeks`")?;
        let span = every.read(span)?;
        if span.count == 0 || span.unit == Unit::Hours {
            return Err(every.wrong("positions are days apart; write at least `1 day`"));
        }
        let until = fields.need("until", "the last moment, as `gestation 40+0`")?;
        return Ok(Steps::Every {
            every: span,
            until: position(&until)?,
        });
    }
    match fields.entries().as_slice() {
        [(unit, numbers)] => checked_list(field, numbered(field, unit, numbers)?),
        _ => Err(field.wrong(format!("write {STEPS_RIGHT}"))),
    }
}

const STEPS_RIGHT: &str = "{ months = [1, 3] } (or another unit), [\"gestation 20+0\", \"birth + 14 days\"] or { every = \"4 weeks\", until = \"gestation 40+0\" }";

fn numbered(field: &Field<'_>, unit: &str, numbers: &Field<'_>) -> Read<Vec<(String, Expr)>> {
    let unit = Unit::parse(unit)
        .filter(|unit| *unit != Unit::Hours)
        .ok_or_else(|| {
            field.wrong(format!(
                "`{unit}` is no unit of positions; write {STEPS_RIGHT}"
            ))
        })?;
    numbers
        .each()
        .iter()
        .map(|number| {
            let count = number.number()?;
            let shift = Shift {
                back: false,
                amount: Amount::Number(count),
                unit,
            };
            Ok((
                count.to_string(),
                Expr {
                    base: Base::Start,
                    shift: Some(shift),
                },
            ))
        })
        .collect()
}

fn checked_list(field: &Field<'_>, list: Vec<(String, Expr)>) -> Read<Steps> {
    let twice = list
        .iter()
        .enumerate()
        .any(|(place, (label, _))| list.iter().skip(place + 1).any(|(other, _)| other == label));
    if list.is_empty() || twice {
        return Err(field.wrong("at least one position is needed, and none twice"));
    }
    Ok(Steps::List(list))
}

/// The text of a position, with single spaces: it names the duty.
pub(crate) fn label(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A position is a day; it is not counted in hours, nor from another position.
fn position(field: &Field<'_>) -> Read<Expr> {
    let expr = field.read(expr)?;
    is_position(&expr).then_some(expr).ok_or_else(|| {
        field.wrong("a position is a day counted from the start, an anchor, a gestational age or a date; write `gestation 20+0`")
    })
}

/// Whether a moment can be a position.
pub(crate) fn is_position(expr: &Expr) -> bool {
    expr.base != Base::Step
        && expr
            .shift
            .as_ref()
            .is_none_or(|shift| shift.unit != Unit::Hours)
}

pub(crate) fn due(field: &Field<'_>) -> Read<Vec<Due>> {
    let earliest = field
        .value
        .as_table()
        .is_some_and(|table| table.contains_key("earliest"));
    if !earliest {
        return Ok(vec![one_due(field)?]);
    }
    let fields = field.table(&["earliest"])?;
    let members = fields.need("earliest", "a list of deadlines")?;
    let members: Vec<Due> = members.each().iter().map(one_due).collect::<Read<_>>()?;
    if members.is_empty() {
        return Err(field.wrong("`earliest` needs at least one deadline"));
    }
    Ok(members)
}

fn one_due(field: &Field<'_>) -> Read<Due> {
    if field.value.as_str().is_some() {
        return field.read(expr).map(Due::At);
    }
    let table = field.value.as_table();
    if table.is_some_and(|table| table.contains_key("before")) {
        let fields = field.table(&["before", "same", "where"])?;
        return matching_from(&fields, "before").map(Due::Before);
    }
    if table.is_some_and(|table| table.contains_key("on")) {
        let fields = field.table(&["on", "same", "where"])?;
        return matching_from(&fields, "on").map(Due::On);
    }
    Err(field.wrong(
        "a deadline is needed: a moment as `3 days`, { on = \"type\" }, { before = \"type\" } or { earliest = [...] }",
    ))
}

pub(crate) fn done_by(field: &Field<'_>) -> Read<DoneBy> {
    if field.value.as_table().is_none() {
        return Ok(plain_done(matching(field, &[])?));
    }
    let fields = field.table(&DONE_FIELDS)?;
    let mut done = plain_done(matching_from(&fields, "on")?);
    if let Some(field) = fields.get("from") {
        done.from = field.read(from)?;
    }
    done.till = fields
        .get("till")
        .map(|field| field.read(expr))
        .transpose()?;
    if let Some(field) = fields.get("count") {
        done.count = match field.value.as_integer() {
            Some(_) => Amount::Number(field.number()?),
            None => field.read(count)?,
        };
        if done.count == Amount::Number(0) {
            return Err(field.wrong("at least 1 is needed"));
        }
    }
    done.each_of = fields
        .get("each_of")
        .map(|field| each_of(&field))
        .transpose()?;
    done.spend = fields.get("spend").map_or(Ok(false), |field| field.yes())?;
    let several = done.count != Amount::Number(1);
    if [several, done.each_of.is_some(), done.spend]
        .iter()
        .filter(|used| **used)
        .count()
        > 1
    {
        return Err(field.wrong("only one of `count`, `each_of` and `spend` can be used"));
    }
    Ok(done)
}

fn plain_done(on: Match) -> DoneBy {
    DoneBy {
        on,
        from: From::AfterStart,
        till: None,
        count: Amount::Number(1),
        each_of: None,
        spend: false,
    }
}

fn from(text: &str) -> Result<From, String> {
    match text {
        "ever" => Ok(From::Ever),
        "start" => Ok(From::Start),
        _ => expr(text)
            .map(From::At)
            .map_err(|message| format!("{message}; or `start`, or `ever`")),
    }
}

fn each_of(field: &Field<'_>) -> Read<(String, Vec<String>)> {
    let right =
        "one attribute and its values are needed, as { receiver = [\"ppr\", \"sundhedspleje\"] }";
    let table = field.value.as_table().ok_or_else(|| field.wrong(right))?;
    match Fields::new(&field.path, table).entries().as_slice() {
        [(attribute, values)] => {
            let values: Vec<String> = values
                .each()
                .iter()
                .map(Field::plain)
                .collect::<Read<_>>()?;
            if values.is_empty() {
                return Err(field.wrong(right));
            }
            Ok(((*attribute).to_owned(), values))
        }
        _ => Err(field.wrong(right)),
    }
}

pub(crate) fn void_by(fields: &Fields<'_>) -> Read<Vec<Void>> {
    let Some(field) = fields.get("void_by") else {
        return Ok(Vec::new());
    };
    field
        .each()
        .iter()
        .map(|field| match field.value.as_str() {
            Some(name) => name_of(name).map(|name| Void::State(name.to_owned())).ok_or_else(|| {
                field.wrong(format!("`{name}` is no state; write the name of a state, or {{ on = \"type\" }} for a fact"))
            }),
            None => matching(field, &["same"]).map(Void::Fact),
        })
        .collect()
}
