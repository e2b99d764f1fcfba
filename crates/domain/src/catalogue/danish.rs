// SPDX-License-Identifier: EUPL-1.2
//! Danish letters where a keyboard may lack them, and the order of the Danish alphabet.

/// Small letters with `å`, `æ`, `ø` written as `aa`, `ae`, `oe`, hyphens as blanks, and single blanks.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 4);
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' => folded.push_str("aa"),
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str("oe"),
            'é' | 'è' => folded.push('e'),
            '-' => folded.push(' '),
            other => folded.push(other),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the text, from its beginning or from the beginning of one of its words, begins so.
pub(super) fn has_word_beginning(folded: &str, wanted: &str) -> bool {
    folded.starts_with(wanted)
        || folded.match_indices(' ').any(|(place, _)| {
            folded
                .get(place + 1..)
                .is_some_and(|rest| rest.starts_with(wanted))
        })
}

/// Sorts as a Danish dictionary does: æ, ø, å after z, and aa as å.
pub(super) fn sort_key(text: &str) -> Vec<u32> {
    let lower: String = text.to_lowercase().replace("aa", "å");
    lower
        .chars()
        .map(|letter| match letter {
            'æ' => 0x2_0000,
            'ø' => 0x2_0001,
            'å' => 0x2_0002,
            '-' | ' ' => 0,
            other => u32::from(other),
        })
        .collect()
}
