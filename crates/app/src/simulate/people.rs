// SPDX-License-Identifier: EUPL-1.2
//! People who cannot be mistaken for anybody: names of made-up syllables with "Test" in the middle, and replacement
//! numbers (X-eCPR: six digits, `1` or `7`, two letters and a digit), which are no CPR numbers by their form.

use super::dice::Dice;
use crate::concern::Subject;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use traad_domain::person::{Identity, Name, ReplacementCpr};

const FIRST: [&str; 14] = [
    "Al", "Be", "Cir", "Do", "El", "Fri", "Gis", "Hol", "Ing", "Jo", "Kar", "Lu", "Mol", "Nys",
];
const MIDDLE: [&str; 10] = ["va", "li", "mo", "tri", "ne", "sa", "ku", "dra", "pi", "lo"];
const LAST: [&str; 12] = [
    "vang", "drup", "sten", "kær", "lund", "bo", "holt", "mark", "rød", "næs", "toft", "skov",
];

/// Numbers there are: days of birth, then two letters, a digit and the two systems.
const DAYS: u64 = 9_500;
const NUMBERS: u64 = DAYS * 26 * 26 * 10 * 2;

/// People of one life who have a number: she, and her children.
const OF_A_LIFE: u64 = 8;

/// A number that no other life of the country has.
pub(super) fn number(life: u64) -> Option<ReplacementCpr> {
    placed(life.wrapping_mul(OF_A_LIFE))
}

/// A number for one of her children, the first being 1; none when she has more than are counted.
pub(super) fn newborn(life: u64, child: u64) -> Option<ReplacementCpr> {
    let counted = (1..OF_A_LIFE).contains(&child);
    counted
        .then(|| placed(life.wrapping_mul(OF_A_LIFE).wrapping_add(child)))
        .flatten()
}

fn placed(person: u64) -> Option<ReplacementCpr> {
    // The multiplier shares no factor with `NUMBERS`, so that two people never meet.
    let place = person.wrapping_mul(1_000_003) % NUMBERS;
    let (rest, day) = (place / DAYS, i64::try_from(place % DAYS).unwrap_or(0));
    let born: Date = date(1982, 1, 1).saturating_add(day.days());
    let letter = |at: u64| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    let system = if rest / 6_760 == 0 { '1' } else { '7' };
    let text = format!(
        "{:02}{:02}{:02}{system}{}{}{}",
        born.day(),
        born.month(),
        born.year() % 100,
        letter(rest / 260),
        letter(rest / 10),
        rest % 10
    );
    ReplacementCpr::parse(&text)
}

/// A name of syllables.
pub(super) fn name(dice: &mut Dice) -> Name {
    let given = format!("{}{}", dice.word(&FIRST), dice.word(&MIDDLE));
    let family = format!(
        "{}{}{}",
        dice.word(&FIRST),
        dice.word(&MIDDLE),
        dice.word(&LAST)
    );
    Name(format!("{given} Test {family}"))
}

/// Somebody with a number.
pub(super) fn known(life: u64, dice: &mut Dice) -> Subject {
    let identity = match number(life) {
        Some(number) => Identity::Replacement { number },
        None => unknown(),
    };
    Subject {
        name: name(dice),
        identity,
        phone: Some("00 00 00 00".to_owned()),
        address: None,
        born: None,
    }
}

/// Somebody whose name and number nobody knows.
pub(super) fn met() -> Subject {
    Subject {
        name: Name::default(),
        identity: unknown(),
        phone: None,
        address: None,
        born: None,
    }
}

fn unknown() -> Identity {
    Identity::Unknown {
        description: "mødt på gaden, vil ikke sige sit navn".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use traad_domain::person::Cpr;

    #[test]
    fn numbers_are_all_different_and_none_can_be_a_cpr_number() {
        let numbers: BTreeSet<String> = (0..50_000)
            .map(|life| number(life).unwrap().as_str().to_owned())
            .collect();
        assert_eq!(numbers.len(), 50_000);
        let children: BTreeSet<String> = (0..50_000)
            .map(|life| newborn(life, 1 + life % 7).unwrap().as_str().to_owned())
            .collect();
        assert!(children.len() == 50_000 && children.is_disjoint(&numbers));
        for number in &numbers {
            assert!(Cpr::parse(number).is_err(), "{number}");
            assert!(matches!(number.as_bytes()[6], b'1' | b'7'), "{number}");
        }
    }

    #[test]
    fn every_name_says_that_it_is_a_test() {
        let mut dice = Dice::of(1, 2, 3);
        assert!((0..100).all(|_| name(&mut dice).0.contains(" Test ")));
    }
}
