// SPDX-License-Identifier: EUPL-1.2
//! Codes from a telephone (TOTP, RFC 6238): six digits of a keyed hash over the number of half minutes since 1970.
//!
//! SHA-1 because telephones know no other; as the hash of a secret it stands unbroken.

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha1::Sha1;

/// How long one code is shown, in seconds.
const STEP: i64 = 30;
/// How many steps a telephone's clock may be off, either way.
const OFF: i64 = 1;

/// The step at an instant.
pub(crate) fn step(now: Timestamp) -> i64 {
    now.as_second().div_euclid(STEP)
}

/// The step whose code was typed, if it is the present one or a neighbour. Spaces do not count.
pub(crate) fn step_of(secret: &[u8], typed: &str, now: Timestamp) -> Option<i64> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let here = step(now);
    (here - OFF..=here + OFF).find(|step| code(secret, *step) == digits)
}

/// The code of a step.
pub(crate) fn code(secret: &[u8], step: i64) -> String {
    // A key may have any length.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(secret) else {
        return String::new();
    };
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash.last().copied().unwrap_or_default() & 15);
    let number = hash
        .iter()
        .skip(offset)
        .take(4)
        .fold(0_u32, |number, byte| (number << 8) | u32::from(*byte));
    format!("{:06}", (number & 0x7fff_ffff) % 1_000_000)
}

/// Bytes in the letters telephones take (RFC 4648, without padding).
pub(crate) fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    bytes
        .chunks(5)
        .flat_map(|chunk| {
            let mut group = [0_u8; 8];
            for (place, byte) in group.iter_mut().skip(3).zip(chunk) {
                *place = *byte;
            }
            let number = u64::from_be_bytes(group);
            let count = (chunk.len() * 8).div_ceil(5);
            (0..count).map(move |place| {
                let index = (number >> (35 - 5 * place)) & 31;
                let letter = usize::try_from(index).ok().and_then(|i| LETTERS.get(i));
                char::from(letter.copied().unwrap_or(b'A'))
            })
        })
        .collect()
}

/// The bytes of hexadecimal digits; what is no digit is left out.
pub(crate) fn bytes_of(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex
        .chars()
        .filter_map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    #[test]
    fn the_examples_of_the_standard() {
        // RFC 6238, appendix B: the last six of eight digits.
        for (second, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(SECRET, second / STEP), expected, "{second}");
        }
        // RFC 4648, section 10.
        for (plain, expected) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(plain.as_bytes()), expected);
        }
        assert_eq!(bytes_of("00ff10"), [0, 255, 16]);
    }

    #[test]
    fn a_neighbouring_code_counts_and_one_further_off_does_not() {
        let now = Timestamp::from_second(1_111_111_109).unwrap();
        let at = |steps: i64| code(SECRET, step(now) + steps);
        for off in -1..=1 {
            assert_eq!(step_of(SECRET, &at(off), now), Some(step(now) + off));
        }
        assert_eq!(step_of(SECRET, &at(2), now), None);
        assert_eq!(step_of(SECRET, &at(-2), now), None);
        assert_eq!(step_of(SECRET, "081 804", now), Some(step(now)));
        for wrong in ["", "08180", "0818040", "08180٤", "o81804"] {
            assert_eq!(step_of(SECRET, wrong, now), None, "{wrong}");
        }
    }
}
