// SPDX-License-Identifier: EUPL-1.2
//! Chance at what strangers can reach. What chance finds stands here as a case of its own.

use crate::feed::{Callback, Cookies, Forms};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

/// Bytes as somebody might send them: anything, and what forms and tokens are made of.
fn sent() -> impl Strategy<Value = Vec<u8>> {
    let marks = prop::sample::select(b"=&%+;.{}[]\"\\<>/0aZ\x00\r\n\xc3\xa6\xff".to_vec());
    prop_oneof![vec(any::<u8>(), 0..200), vec(marks, 0..200)]
}

/// A form of pairs, with the names fields have.
fn form() -> impl Strategy<Value = Vec<u8>> {
    let names = [
        "dato",
        "tekst",
        "navn",
        "deltager",
        "oplysninger",
        "cpr",
        "version",
        "indsendelse",
    ];
    let values = prop_oneof![
        Just("31.2.2026".to_owned()),
        Just("0000000000".to_owned()),
        Just("ja".to_owned()),
        ".{0,40}",
    ];
    let pairs = vec((prop::sample::select(names.to_vec()), values), 0..8);
    (any::<[u8; 2]>(), pairs).prop_map(|(place, pairs)| {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(pairs);
        [place.as_slice(), form.finish().as_bytes()].concat()
    })
}

fn fed(cases: u32, strategy: &impl Strategy<Value = Vec<u8>>, feed: impl Fn(&[u8])) {
    let config = ProptestConfig::with_cases(cases);
    let outcome = TestRunner::new(config).run(strategy, |bytes| {
        feed(&bytes);
        Ok(())
    });
    outcome.expect("nothing that is sent breaks anything");
}

#[test]
fn x08_no_cookie_lets_anybody_in() {
    let door = Cookies::new();
    fed(200, &sent(), |bytes| door.feed(bytes));
}

#[test]
fn x08_nothing_that_only_says_it_comes_from_the_provider_lets_anybody_in_or_out() {
    let door = Callback::new();
    fed(150, &sent(), |bytes| door.feed(bytes));
}

#[test]
fn no_form_breaks_whatever_stands_in_it() {
    let desk = Forms::new();
    fed(250, &form(), |bytes| desk.feed(bytes));
    fed(100, &sent(), |bytes| desk.feed(bytes));
    let (sound, reached) = desk.outcome();
    assert!(sound);
    assert!(reached > 40, "only {reached} forms were read at all");
}
