// SPDX-License-Identifier: EUPL-1.2
//! The two languages say the same things: each message of the Danish texts stands
//! in the English ones too, with the same variables, and the other way round.

use std::collections::{BTreeMap, BTreeSet};

use super::File;

const FOLDER: &str = "crates/web/i18n/";
const LANGUAGES: [&str; 2] = ["da", "en"];

/// Messages, with the variables each uses.
type Messages<'a> = BTreeMap<String, BTreeSet<&'a str>>;

/// Compares the languages file by file.
pub(crate) fn same_messages(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.has_extension("ftl")) {
        let Some((language, name)) = language_and_name(&file.path) else {
            continue;
        };
        for other in LANGUAGES.iter().filter(|other| **other != language) {
            let path = format!("{FOLDER}{other}/{name}");
            let Some(twin) = files.iter().find(|file| file.path == path) else {
                findings.push(format!("{}:1: there is no {path}", file.path));
                continue;
            };
            findings.extend(differences(file, twin));
        }
    }
    findings
}

fn language_and_name(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix(FOLDER)?.split_once('/')
}

fn differences(file: &File, twin: &File) -> Vec<String> {
    let (ours, theirs) = (messages(&file.text), messages(&twin.text));
    let mut findings = Vec::new();
    for (message, variables) in &ours {
        match theirs.get(message) {
            None => findings.push(format!("{}:1: `{message}` is missing", twin.path)),
            Some(others) if others != variables => findings.push(format!(
                "{}:1: `{message}` uses {variables:?}, but {others:?} in {}",
                file.path, twin.path
            )),
            Some(_) => {}
        }
    }
    findings
}

fn messages(text: &str) -> Messages<'_> {
    let mut messages = Messages::new();
    let (mut message, mut key) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let value = match line.split_once('=') {
            Some((name, value)) if is_name(name.trim_end()) => {
                name.trim_end().clone_into(&mut message);
                key.clone_from(&message);
                value
            }
            Some((name, value)) if is_attribute(name) => {
                key = format!("{message}{}", name.trim());
                value
            }
            _ => line,
        };
        if !key.is_empty() {
            let variables = messages.entry(key.clone()).or_default();
            variables.extend(variables_in(value));
        }
    }
    messages
}

fn is_name(name: &str) -> bool {
    let name = name.strip_prefix('-').unwrap_or(name);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

fn is_attribute(name: &str) -> bool {
    let trimmed = name.trim_start();
    trimmed.len() < name.len()
        && trimmed
            .strip_prefix('.')
            .is_some_and(|n| is_name(n.trim_end()))
}

fn variables_in(value: &str) -> impl Iterator<Item = &str> {
    value.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::file;
    use super::*;

    fn found(danish: &str, english: &str) -> usize {
        let files = [
            file("crates/web/i18n/da/a.ftl", danish),
            file("crates/web/i18n/en/a.ftl", english),
        ];
        same_messages(&files).len()
    }

    #[test]
    fn the_languages_have_the_same_messages_and_variables() {
        let danish = "# note = x\ntitle = Hej { $name }\n  .hint = Skriv { $unit }\nmany =\n    \
                      { $count ->\n        [one] en = { $count }\n       *[other] flere\n    }\n";
        let english = "title = Hello { $name }\n  .hint = Write { $unit }\nmany = { $count }\n";
        assert_eq!(found(danish, english), 0);
        assert_eq!(found("a = x\n", "b = x\n"), 2);
        assert_eq!(found("a = { $x }\n", "a = { $y }\n"), 2);
        assert_eq!(found("a = x\n    .b = y\n", "a = x\n"), 1);
    }

    #[test]
    fn a_file_in_one_language_only_is_found() {
        let alone = file("crates/web/i18n/da/a.ftl", "a = x\n");
        assert_eq!(same_messages(&[alone]).len(), 1);
    }
}
