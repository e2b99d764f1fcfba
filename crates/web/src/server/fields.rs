// SPDX-License-Identifier: EUPL-1.2
//! What was typed: names and values in the order they came, kept whatever is wrong with them.

use traad_app::PAGE_ROWS;

/// The fields of a form or a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded`.
    pub fn parse(encoded: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(encoded);
        Self(
            pairs
                .map(|(name, value)| (name.into_owned(), plain(&value)))
                .collect(),
        )
    }

    /// The first value of a name, trimmed; empty when there is none.
    pub fn value(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// The first value of a name, when something was typed.
    pub fn typed(&self, name: &str) -> Option<&str> {
        Some(self.value(name)).filter(|value| !value.is_empty())
    }

    /// The first value of a name, owned, when something was typed.
    pub fn text(&self, name: &str) -> Option<String> {
        self.typed(name).map(str::to_owned)
    }

    /// Which page of a long list is asked for, from 1; no further than its rows can be numbered.
    pub fn list_page(&self) -> u32 {
        let asked = self.value("side").parse::<u32>().unwrap_or(1);
        asked.clamp(1, u32::MAX / PAGE_ROWS)
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.trim())
    }

    /// Whether a value of a name was chosen.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|chosen| chosen == value)
    }

    /// All fields but those the server itself put into the form.
    pub fn content(&self) -> Vec<(String, String)> {
        let own = ["csrf", "indsendelse", "version"];
        self.0
            .iter()
            .filter(|(name, _)| !own.contains(&name.as_str()))
            .cloned()
            .collect()
    }
}

/// Text without control characters and without marks that turn the direction of writing: they hide what stands there.
fn plain(value: &str) -> String {
    let hides = |c: char| {
        let control = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        control || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    value.chars().filter(|c| !hides(*c)).collect()
}
