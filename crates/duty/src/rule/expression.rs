// SPDX-License-Identifier: EUPL-1.2
//! The small language inside a rule's strings: spans, moments, conditions and keys.
//!
//! Each function answers with what is wrong as a sentence that ends in what would be right; the caller adds the field.

use super::definition::{Amount, Base, Comparison, Condition, Expr, Piece, Shift, Span, Template};
use crate::calendar::{GestationalAge, Unit};

const UNITS: &str = "hours, days, weeks, months, years, arbejdsdage, hverdage";

/// Reads `3 days`.
pub(crate) fn span(text: &str) -> Result<Span, String> {
    let mut words = text.split_whitespace();
    let (count, word) = (words.next(), words.next());
    let count = count
        .and_then(|count| count.parse().ok())
        .filter(|count| *count >= 0);
    match (count, word.and_then(Unit::parse), words.next()) {
        (Some(count), Some(unit), None) => Ok(Span { count, unit }),
        _ => Err(format!(
            "`{text}` is no span of time; write `3 days`, with one of {UNITS}"
        )),
    }
}

/// Reads a moment: `3 days`, `step + 30 days`, `gestation 23+6`, `{expires} - 30 days`, `birth + 14 days`,
/// `agreement:coordinator.days arbejdsdage`.
pub(crate) fn expr(text: &str) -> Result<Expr, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    read_expr(&words).ok_or_else(|| {
        format!(
            "`{text}` is no moment; write `3 days`, `step`, `gestation 23+6`, `{{attribute}}` or an anchor, \
             with `+ 3 days` or `- 3 days` after it if need be; units are {UNITS}; \
             `agreement:key` may stand for the number"
        )
    })
}

fn read_expr(words: &[&str]) -> Option<Expr> {
    let (base, rest) = match words {
        [amount_word, unit] if amount(amount_word).is_some() => {
            let shift = shift(false, amount_word, unit)?;
            return Some(Expr {
                base: Base::Start,
                shift: Some(shift),
            });
        }
        ["start", rest @ ..] => (Base::Start, rest),
        ["step", rest @ ..] => (Base::Step, rest),
        ["gestation", age, rest @ ..] => (
            Base::Gestation(GestationalAge::parse(age)?.total_days()),
            rest,
        ),
        [word, rest @ ..] => match word.strip_prefix('{') {
            Some(name) => (
                Base::Attribute(name_of(name.strip_suffix('}')?)?.to_owned()),
                rest,
            ),
            None => (Base::Anchor(name_of(word)?.to_owned()), rest),
        },
        [] => return None,
    };
    let shift = match rest {
        [] => None,
        ["+", amount, unit] => Some(shift(false, amount, unit)?),
        ["-", amount, unit] => Some(shift(true, amount, unit)?),
        _ => return None,
    };
    Some(Expr { base, shift })
}

fn shift(back: bool, amount_word: &str, unit: &str) -> Option<Shift> {
    Some(Shift {
        back,
        amount: amount(amount_word)?,
        unit: Unit::parse(unit)?,
    })
}

fn amount(word: &str) -> Option<Amount> {
    match word.strip_prefix("agreement:") {
        Some(key) => agreement_key(key).map(|key| Amount::Agreement(key.to_owned())),
        None => word
            .parse()
            .ok()
            .filter(|number| (0..=100_000).contains(number))
            .map(Amount::Number),
    }
}

/// Reads a whole number or `agreement:key`.
pub(crate) fn count(text: &str) -> Result<Amount, String> {
    amount(text)
        .ok_or_else(|| format!("`{text}` is no number; write a whole number or `agreement:key`"))
}

/// A key of the agreement: names joined by dots.
pub(crate) fn agreement_key(text: &str) -> Option<&str> {
    text.split('.')
        .all(|part| name_of(part).is_some())
        .then_some(text)
}

/// A name: small letters, digits and hyphens, beginning with a letter.
pub(crate) fn name_of(text: &str) -> Option<&str> {
    let starts_well = text.starts_with(|first: char| first.is_lowercase());
    let goes_on = text.chars().all(|letter| {
        letter.is_lowercase() || letter.is_ascii_digit() || letter == '-' || letter == '_'
    });
    (starts_well && goes_on).then_some(text)
}

/// Reads a condition.
pub(crate) fn condition(text: &str) -> Result<Condition, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    read_condition(&words).ok_or_else(|| {
        format!(
            "`{text}` is no condition; write a state (`closed`, `not closed`), `has attribute`, `not has attribute`, \
             `attribute = value` (or `value, value`), `attribute != value`, `known anchor`, `not known anchor`, \
             `gestation < 24+0` or `age < 15 years`"
        )
    })
}

fn read_condition(words: &[&str]) -> Option<Condition> {
    if let ["not", rest @ ..] = words {
        return negated(read_condition(rest)?);
    }
    Some(match words {
        ["has", attribute] => Condition::Has {
            attribute: name_of(attribute)?.to_owned(),
            holds: true,
        },
        ["known", anchor] => Condition::Known {
            anchor: name_of(anchor)?.to_owned(),
            holds: true,
        },
        ["gestation", is, age] => Condition::Gestation {
            is: comparison(is)?,
            days: GestationalAge::parse(age)?.total_days(),
        },
        ["age", is, count, unit] => {
            let count: i32 = count
                .parse()
                .ok()
                .filter(|count| (0..=150).contains(count))?;
            let months = match Unit::parse(unit)? {
                Unit::Years => count * 12,
                Unit::Months => count,
                Unit::Hours | Unit::Days | Unit::Weeks | Unit::Arbejdsdage | Unit::Hverdage => {
                    return None;
                }
            };
            Condition::Age {
                is: comparison(is)?,
                months,
            }
        }
        [attribute, "=" | "!=", _, ..] => Condition::Is {
            attribute: name_of(attribute)?.to_owned(),
            values: words
                .get(2..)?
                .join(" ")
                .split(',')
                .map(|value| value.trim().to_owned())
                .collect(),
            holds: words.get(1) == Some(&"="),
        },
        [name] => Condition::State {
            name: name_of(name)?.to_owned(),
            holds: true,
        },
        _ => return None,
    })
}

/// `not` stands before what can be true or not; a comparison has its own opposite.
fn negated(condition: Condition) -> Option<Condition> {
    match condition {
        Condition::State { name, holds: true } => Some(Condition::State { name, holds: false }),
        Condition::Has {
            attribute,
            holds: true,
        } => Some(Condition::Has {
            attribute,
            holds: false,
        }),
        Condition::Known {
            anchor,
            holds: true,
        } => Some(Condition::Known {
            anchor,
            holds: false,
        }),
        Condition::State { .. }
        | Condition::Has { .. }
        | Condition::Is { .. }
        | Condition::Known { .. }
        | Condition::Gestation { .. }
        | Condition::Age { .. } => None,
    }
}

fn comparison(word: &str) -> Option<Comparison> {
    Some(match word {
        "<" => Comparison::Less,
        "<=" => Comparison::AtMost,
        ">=" => Comparison::AtLeast,
        ">" => Comparison::More,
        _ => return None,
    })
}

/// Reads the pattern of a key: text with `{seq}`, `{key}`, `{step}` or `{attribute}`.
pub(crate) fn template(text: &str) -> Result<Template, String> {
    let wrong = || {
        format!(
            "`{text}` is no key; write text with `{{seq}}`, `{{key}}`, `{{step}}` or `{{attribute}}` in it"
        )
    };
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or_else(wrong)?;
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(match name {
            "seq" => Piece::Seq,
            "key" => Piece::Key,
            "step" => Piece::Step,
            _ => Piece::Attribute(name_of(name).ok_or_else(wrong)?.to_owned()),
        });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    if pieces.is_empty() || text.contains(['|', ';', '\t', '\n']) {
        return Err(wrong());
    }
    Ok(Template(pieces))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        let shifted = |back, number, unit| {
            Some(Shift {
                back,
                amount: Amount::Number(number),
                unit,
            })
        };
        let cases = [
            ("24 hours", Base::Start, shifted(false, 24, Unit::Hours)),
            ("1 day", Base::Start, shifted(false, 1, Unit::Days)),
            ("step", Base::Step, None),
            ("step - 30 days", Base::Step, shifted(true, 30, Unit::Days)),
            ("gestation 23+6", Base::Gestation(167), None),
            (
                "gestation 24 + 2 weeks",
                Base::Gestation(168),
                shifted(false, 2, Unit::Weeks),
            ),
            (
                "{expires} - 30 days",
                Base::Attribute("expires".to_owned()),
                shifted(true, 30, Unit::Days),
            ),
            (
                "birth + 3 arbejdsdage",
                Base::Anchor("birth".to_owned()),
                shifted(false, 3, Unit::Arbejdsdage),
            ),
        ];
        for (text, base, shift) in cases {
            assert_eq!(expr(text), Ok(Expr { base, shift }), "{text}");
        }
        assert_eq!(
            expr("agreement:coordinator.days arbejdsdage")
                .unwrap()
                .shift
                .unwrap()
                .amount,
            Amount::Agreement("coordinator.days".to_owned())
        );
        for wrong in [
            "",
            "3 dage",
            "gestation 23+9",
            "-3 days",
            "step + 3",
            "{x",
            "birth 3 days",
            "Birth",
        ] {
            assert!(
                expr(wrong).unwrap_err().contains("write `3 days`"),
                "{wrong}"
            );
        }
    }

    #[test]
    fn conditions() {
        assert_eq!(
            condition("not born"),
            Ok(Condition::State {
                name: "born".to_owned(),
                holds: false
            })
        );
        assert_eq!(
            condition("outcome = exploration, needs more"),
            Ok(Condition::Is {
                attribute: "outcome".to_owned(),
                values: vec!["exploration".to_owned(), "needs more".to_owned()],
                holds: true
            })
        );
        assert_eq!(
            condition("age < 15 years"),
            Ok(Condition::Age {
                is: Comparison::Less,
                months: 180
            })
        );
        for wrong in [
            "",
            "not gestation < 24",
            "gestation = 24",
            "age < 3 days",
            "a b",
            "consent =",
        ] {
            assert!(condition(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn keys() {
        assert_eq!(
            template("{actor}/{seq}").unwrap().0,
            [
                Piece::Attribute("actor".to_owned()),
                Piece::Text("/".to_owned()),
                Piece::Seq
            ]
        );
        for wrong in ["", "{", "{x", "a|b", "{A}"] {
            assert!(template(wrong).is_err(), "{wrong}");
        }
    }
}
