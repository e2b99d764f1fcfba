// SPDX-License-Identifier: EUPL-1.2
//! Where the members of a stored document begin and end.
//!
//! A document is read far more often than it is written, and most of its members are the same in the whole journal. So
//! they are told apart here without being read: each is then read once, or known already. Nothing is decided here: a
//! member goes to the JSON reader as it stands, and a text this cannot take apart is left to that altogether.

/// The members of a JSON object in one line; `None` for anything else.
pub(super) fn parts(text: &str) -> Option<Parts<'_>> {
    let inside = text.strip_prefix('{')?.strip_suffix('}')?;
    Some(Parts { rest: Some(inside) })
}

/// What is left of an object.
pub(super) struct Parts<'a> {
    /// None after the last member.
    rest: Option<&'a str>,
}

impl<'a> Parts<'a> {
    /// The name of the next member, as it stands; its value must be taken before the next one is asked for.
    pub(super) fn name(&mut self) -> Result<Option<&'a str>, Unlike> {
        let Some(rest) = self.rest else {
            return Ok(None);
        };
        let member = rest.strip_prefix('"').ok_or(Unlike)?;
        // Names are a word: the next quote is near.
        let end = member.bytes().position(|byte| byte == b'"').ok_or(Unlike)?;
        let (name, value) = member.split_at_checked(end).ok_or(Unlike)?;
        let value = value.strip_prefix("\":").ok_or(Unlike)?;
        if name.contains('\\') {
            return Err(Unlike);
        }
        self.rest = Some(value);
        Ok(Some(name))
    }

    /// The value of the member that was named, as it stands.
    pub(super) fn value(&mut self) -> Result<&'a str, Unlike> {
        let rest = self.rest.take().ok_or(Unlike)?;
        let end = end_of_value(rest.as_bytes())?;
        let (value, rest) = rest.split_at_checked(end).ok_or(Unlike)?;
        self.rest = match rest.strip_prefix(',') {
            Some(more) => Some(more),
            None if rest.is_empty() => None,
            None => return Err(Unlike),
        };
        Ok(value)
    }

    /// The value of the last member, without looking where it ends: what follows in it is no JSON value then.
    pub(super) fn last(&mut self) -> Result<&'a str, Unlike> {
        self.rest.take().ok_or(Unlike)
    }
}

/// A text that is not as [`super::write`] writes it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unlike;

/// How many bytes a value takes: up to the comma after it, or all.
fn end_of_value(bytes: &[u8]) -> Result<usize, Unlike> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = end_of_text(bytes, at)?,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1).ok_or(Unlike)?,
            b',' if depth == 0 => return Ok(at),
            _ => {}
        }
        at += 1;
    }
    if depth == 0 { Ok(at) } else { Err(Unlike) }
}

/// The place of the quote that ends the text which begins at a place.
fn end_of_text(bytes: &[u8], begin: usize) -> Result<usize, Unlike> {
    let mut at = begin + 1;
    loop {
        let rest = bytes.get(at..).ok_or(Unlike)?;
        let step = memchr::memchr2(b'"', b'\\', rest).ok_or(Unlike)?;
        at += step;
        if bytes.get(at) == Some(&b'"') {
            return Ok(at);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Map, Value};

    fn taken_apart(text: &str) -> Result<Vec<(&str, &str)>, Unlike> {
        let mut left = parts(text).ok_or(Unlike)?;
        let mut all = Vec::new();
        while let Some(name) = left.name()? {
            all.push((name, left.value()?));
        }
        Ok(all)
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            r#"[a-z\\"{}\[\],: æø\n]{0,12}"#.prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::hash_map("[a-z]{1,4}", inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_object_in_one_line_comes_apart_into_its_members(
            members in prop::collection::btree_map("[a-z]{1,8}", value(), 1..6)
        ) {
            let object: Map<String, Value> = members.into_iter().collect();
            let text = serde_json::to_string(&object).unwrap();
            let apart = taken_apart(&text).unwrap();
            let again: Map<String, Value> = apart
                .into_iter()
                .map(|(name, part)| (name.to_owned(), serde_json::from_str(part).unwrap()))
                .collect();
            prop_assert_eq!(again, object);
        }

        #[test]
        fn no_text_is_too_odd(text in r#"[{}\[\]",:\\a-zæ]{0,40}"#) {
            let _ = taken_apart(&text);
        }
    }

    #[test]
    fn what_cannot_be_taken_apart_is_left_alone() {
        for text in [
            "",
            "{",
            "{}",
            "[]",
            r#"{"a"}"#,
            r#"{"a":"b}"#,
            r#"{"a":[1}"#,
            r#"{ "a":1}"#,
            r#"{"a":1}}"#,
            r#"{"a\"b":1}"#,
            r#"{"a":1,}"#,
        ] {
            assert!(taken_apart(text).is_err(), "{text}");
        }
    }
}
