// SPDX-License-Identifier: EUPL-1.2
//! Every word a user reads, in Danish and complete English.
//!
//! The messages stand in `i18n/<language>/*.ftl`; templates ask for them through [`T`].
//! A missing message or variable never stops a page in production: it shows as `⟦key⟧`,
//! which the gallery test refuses to find anywhere.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub mod dates;

/// What marks a message that could not be found or filled in.
pub const MISSING: char = '⟦';

/// The two languages of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Danish, the first language.
    #[default]
    Da,
    /// English, complete.
    En,
}

impl Lang {
    /// The code for `<html lang>` and for the language cookie.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::En => "en",
        }
    }

    /// Reads a language code; anything unknown is Danish.
    pub fn from_code(code: &str) -> Self {
        if code == "en" { Lang::En } else { Lang::Da }
    }

    /// The language the switch in the header leads to.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Lang::Da => Lang::En,
            Lang::En => Lang::Da,
        }
    }
}

/// Both languages' messages, parsed once.
pub struct Texts {
    da: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

macro_rules! sources {
    ($lang:literal) => {
        [
            include_str!(concat!("../i18n/", $lang, "/frame.ftl")),
            include_str!(concat!("../i18n/", $lang, "/login.ftl")),
            include_str!(concat!("../i18n/", $lang, "/server.ftl")),
            include_str!(concat!("../i18n/", $lang, "/dates.ftl")),
            include_str!(concat!("../i18n/", $lang, "/tasks.ftl")),
            include_str!(concat!("../i18n/", $lang, "/concern.ftl")),
            include_str!(concat!("../i18n/", $lang, "/inbox.ftl")),
            include_str!(concat!("../i18n/", $lang, "/pathway.ftl")),
            include_str!(concat!("../i18n/", $lang, "/thread.ftl")),
            include_str!(concat!("../i18n/", $lang, "/work.ftl")),
            include_str!(concat!("../i18n/", $lang, "/meetings.ftl")),
            include_str!(concat!("../i18n/", $lang, "/moving.ftl")),
            include_str!(concat!("../i18n/", $lang, "/placement.ftl")),
            include_str!(concat!("../i18n/", $lang, "/forms.ftl")),
            include_str!(concat!("../i18n/", $lang, "/plan.ftl")),
            include_str!(concat!("../i18n/", $lang, "/own.ftl")),
            include_str!(concat!("../i18n/", $lang, "/told.ftl")),
            include_str!(concat!("../i18n/", $lang, "/journal.ftl")),
            include_str!(concat!("../i18n/", $lang, "/consent.ftl")),
            include_str!(concat!("../i18n/", $lang, "/checkups.ftl")),
            include_str!(concat!("../i18n/", $lang, "/child.ftl")),
            include_str!(concat!("../i18n/", $lang, "/signs.ftl")),
            include_str!(concat!("../i18n/", $lang, "/development.ftl")),
            include_str!(concat!("../i18n/", $lang, "/plans.ftl")),
            include_str!(concat!("../i18n/", $lang, "/treatment.ftl")),
            include_str!(concat!("../i18n/", $lang, "/agreement.ftl")),
            include_str!(concat!("../i18n/", $lang, "/leader.ftl")),
            include_str!(concat!("../i18n/", $lang, "/access.ftl")),
            include_str!(concat!("../i18n/", $lang, "/log.ftl")),
            include_str!(concat!("../i18n/", $lang, "/staff.ftl")),
            include_str!(concat!("../i18n/", $lang, "/controller.ftl")),
        ]
    };
}

const DANISH: [&str; 31] = sources!("da");
const ENGLISH: [&str; 31] = sources!("en");

impl Texts {
    /// The messages embedded in the binary.
    pub fn embedded() -> &'static Self {
        static TEXTS: OnceLock<Texts> = OnceLock::new();
        TEXTS.get_or_init(|| Self {
            da: bundle(Lang::Da, &DANISH),
            en: bundle(Lang::En, &ENGLISH),
        })
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Da => &self.da,
            Lang::En => &self.en,
        }
    }
}

fn bundle(lang: Lang, sources: &[&str]) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The isolation marks protect mixed-direction text, which neither language has, and would
    // end up in copied journal texts.
    bundle.set_use_isolating(false);
    for source in sources {
        // A syntax error leaves the rest of the file usable; a test refuses it.
        let resource = FluentResource::try_new((*source).to_owned())
            .unwrap_or_else(|(partial, _errors)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A value put into a message: text, or a number that may choose singular or plural.
pub trait Arg {
    /// The value as the message language sees it.
    fn value(&self) -> FluentValue<'_>;
}

impl Arg for str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::String(self.into())
    }
}

impl Arg for String {
    fn value(&self) -> FluentValue<'_> {
        self.as_str().value()
    }
}

macro_rules! number_arg {
    ($($number:ty),*) => {$(
        impl Arg for $number {
            fn value(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }
    )*};
}
number_arg!(usize, u32, i32, i64, u64);

impl<A: Arg + ?Sized> Arg for &A {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}

/// The messages of one language, as templates ask for them.
#[derive(Clone, Copy)]
pub struct T {
    lang: Lang,
    bundle: &'static FluentBundle<FluentResource>,
}

impl std::fmt::Debug for T {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("T")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

impl T {
    /// The embedded messages of `lang`.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            bundle: Texts::embedded().bundle(lang),
        }
    }

    /// The language of the page.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without variables; `key` is `message` or `message.attribute`.
    pub fn s(&self, key: &str) -> String {
        self.filled(key, None).unwrap_or_else(|| missing(key))
    }

    /// A message or attribute that may be absent, such as a help text.
    pub fn opt(&self, key: &str) -> Option<String> {
        self.filled(key, None)
    }

    /// A message of a group: the attribute `code` of `message`, for enumerations.
    pub fn of(&self, message: &str, code: &str) -> String {
        self.s(&format!("{message}.{code}"))
    }

    /// A message with one variable.
    pub fn a(&self, key: &str, arg: &(&str, impl Arg)) -> String {
        let mut args = FluentArgs::new();
        args.set(arg.0.to_owned(), arg.1.value().into_owned());
        self.filled(key, Some(&args))
            .unwrap_or_else(|| missing(key))
    }

    /// A message with two variables.
    pub fn a2(&self, key: &str, first: &(&str, impl Arg), second: &(&str, impl Arg)) -> String {
        let mut args = FluentArgs::new();
        args.set(first.0.to_owned(), first.1.value().into_owned());
        args.set(second.0.to_owned(), second.1.value().into_owned());
        self.filled(key, Some(&args))
            .unwrap_or_else(|| missing(key))
    }

    fn filled(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let (id, attribute) = key
            .split_once('.')
            .map_or((key, None), |(id, a)| (id, Some(a)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        if errors.is_empty() {
            Some(text.into_owned())
        } else {
            Some(missing(key))
        }
    }
}

fn missing(key: &str) -> String {
    format!("{MISSING}{key}⟧")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Message and attribute keys with the variables each uses.
    fn keys(sources: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys = BTreeMap::new();
        for source in sources {
            let _parsed = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{errors:?}\n{source}"));
            let mut current = String::new();
            let mut target = String::new();
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                if let Some((id, _)) = line
                    .split_once('=')
                    .filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
                {
                    id.trim().clone_into(&mut current);
                    target.clone_from(&current);
                    assert!(
                        keys.insert(target.clone(), BTreeSet::new()).is_none(),
                        "twice: {target}"
                    );
                } else if let Some(attribute) = line.trim_start().strip_prefix('.') {
                    let (name, _) = attribute.split_once('=').expect("attribute has a value");
                    target = format!("{current}.{}", name.trim());
                    assert!(
                        keys.insert(target.clone(), BTreeSet::new()).is_none(),
                        "twice: {target}"
                    );
                }
                for piece in line.split('$').skip(1) {
                    let name: String = piece
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '-')
                        .collect();
                    keys.get_mut(&target)
                        .expect("key before variable")
                        .insert(name);
                }
            }
        }
        keys
    }

    #[test]
    fn both_languages_have_the_same_messages_and_variables() {
        let danish = keys(&DANISH);
        let english = keys(&ENGLISH);
        let only_danish: Vec<_> = danish
            .keys()
            .filter(|k| !english.contains_key(*k))
            .collect();
        let only_english: Vec<_> = english
            .keys()
            .filter(|k| !danish.contains_key(*k))
            .collect();
        assert_eq!((only_danish, only_english), (vec![], vec![]));
        for (key, variables) in &danish {
            assert_eq!(Some(variables), english.get(key), "variables of {key}");
        }
    }

    #[test]
    fn every_key_asked_for_in_a_template_or_view_exists() {
        let known = keys(&DANISH);
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut asked = 0;
        for folder in ["templates", "src"] {
            for file in files_below(&root.join(folder)) {
                let text = std::fs::read_to_string(&file).expect("readable source");
                // This module's own test asks for what does not exist.
                let text = text.replace("t.s(\"no-such-message", "");
                for call in ["t.s(\"", "t.a(\"", "t.a2(\"", "t.of(\""] {
                    for piece in text.split(call).skip(1) {
                        let key = piece.split('"').next().unwrap_or_default();
                        assert!(
                            known.contains_key(key)
                                || known.keys().any(|k| k.starts_with(&format!("{key}."))),
                            "{} asks for `{key}`, which no file of texts has",
                            file.display()
                        );
                        asked += 1;
                    }
                }
            }
        }
        assert!(asked > 40, "the scan found only {asked} keys");
    }

    fn files_below(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).expect("folder exists") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                found.extend(files_below(&path));
            } else {
                found.push(path);
            }
        }
        found
    }

    #[test]
    fn a_missing_message_or_variable_is_visible() {
        let t = T::new(Lang::Da);
        assert_eq!(t.s("no-such-message"), "⟦no-such-message⟧");
        assert_eq!(t.s("date-days-over"), "⟦date-days-over⟧");
        assert_eq!(t.a("date-days-over", &("n", 3_i64)), "3 dage over");
        assert_eq!(t.a("date-days-over", &("n", 1_i64)), "1 dag over");
    }

    #[test]
    fn language_codes_round_trip() {
        for lang in [Lang::Da, Lang::En] {
            assert_eq!(Lang::from_code(lang.code()), lang);
            assert_eq!(lang.other().other(), lang);
        }
        assert_eq!(Lang::from_code("xx"), Lang::Da);
    }
}
