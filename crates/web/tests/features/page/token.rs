// SPDX-License-Identifier: EUPL-1.2
//! A page in tokens, and tokens as words.

/// One part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A tag that opens.
    Open(String, Attributes),
    /// A tag that closes.
    Close(String),
    /// Words.
    Text(String),
}

/// The attributes of a tag.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// The value of one.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value of one, empty when it is missing.
    pub(super) fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().to_owned()
    }

    /// Whether a class is among its classes.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.get("class")
            .is_some_and(|all| all.split_whitespace().any(|c| c == class))
    }
}

impl Token {
    /// Whether it opens an element of this name.
    pub(super) fn opens(&self, name: &str) -> bool {
        self.opened(name).is_some()
    }

    /// The attributes, when it opens an element of this name.
    pub(super) fn opened(&self, name: &str) -> Option<&Attributes> {
        match self {
            Self::Open(found, attributes) if found == name => Some(attributes),
            Self::Open(..) | Self::Close(_) | Self::Text(_) => None,
        }
    }

    /// Whether it closes an element of this name.
    pub(super) fn closes(&self, name: &str) -> bool {
        matches!(self, Self::Close(found) if found == name)
    }
}

/// Elements that stand in a line of words; all others break it.
const INLINE: [&str; 9] = [
    "a", "span", "strong", "em", "q", "small", "b", "button", "tspan",
];

/// Takes a page apart.
pub(super) fn tokens(html: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        if !text.is_empty() {
            found.push(Token::Text(unescaped(text)));
        }
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        rest = after;
        match tag.strip_prefix('/') {
            Some(name) => found.push(Token::Close(name.trim().to_owned())),
            None if tag.starts_with('!') => {}
            None => found.push(opened(tag)),
        }
    }
    found
}

fn opened(tag: &str) -> Token {
    let tag = tag.trim_end_matches('/');
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let quoted = after
            .strip_prefix("=\"")
            .and_then(|value| value.split_once('"'));
        let (value, after) = quoted.unwrap_or(("", after));
        attributes.push((key.to_owned(), unescaped(value)));
        rest = after;
    }
    Token::Open(name.to_owned(), Attributes(attributes))
}

/// The words of tokens, on one line with single spaces.
pub(super) fn words(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Text(words) => text.push_str(words),
            Token::Open(name, _) | Token::Close(name) if INLINE.contains(&name.as_str()) => {}
            Token::Open(..) | Token::Close(_) => text.push(' '),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescaped(text: &str) -> String {
    let mut plain = text.to_owned();
    for (mark, sign) in [
        ("&lt;", "<"),
        ("&#60;", "<"),
        ("&gt;", ">"),
        ("&#62;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ] {
        plain = plain.replace(mark, sign);
    }
    plain
}
