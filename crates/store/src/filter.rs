// SPDX-License-Identifier: EUPL-1.2
//! What people type to find somebody, as bounds that a statement can compare words with.

use crate::key::{after_prefix, tokens};

/// Most words that are looked at; the longest ones are.
const WORDS: usize = 3;

/// The beginnings of words that must all be among the words of a name: up to three pairs of bounds, empty ones unused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameBounds {
    words: Vec<(String, String)>,
}

impl NameBounds {
    pub(crate) fn of(typed: &str) -> Self {
        let mut words = tokens(typed);
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        let words = words.into_iter().take(WORDS);
        Self {
            words: words
                .map(|word| (word.clone(), after_prefix(&word)))
                .collect(),
        }
    }

    /// Whether nothing was typed that could be looked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// First word (from 0) and the text after everything that begins with it; two empty texts if there are fewer words.
    pub(crate) fn word(&self, at: usize) -> (&str, &str) {
        self.words.get(at).map_or(("", ""), |(from, to)| (from, to))
    }
}
