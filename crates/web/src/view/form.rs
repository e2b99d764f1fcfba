// SPDX-License-Identifier: EUPL-1.2
//! Forms: what was typed, what is wrong with it, and the fields as components.
//!
//! A form keeps everything typed. A field's label, help and options stand together in the texts:
//! `key` is the label, `key.help` the help, `key.<code>` the option `<code>`, `key.<code>-help` its help.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::text::T;
use crate::view::frame::Frame;

/// The state of one form, as typed and as judged.
///
/// Hidden fields in every form: `csrf`, `indsendelse` (submission id, so that a double click
/// counts once), `version` (the topic version the writer saw, where two may change the same).
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Names and values as they arrived, in order; a name may occur more than once (tick-boxes).
    pub values: Vec<(String, String)>,
    /// What is wrong, in the order of the page.
    pub errors: Vec<FieldError>,
    /// The random submission id.
    pub submission: String,
    /// The topic version the writer has seen, for forms that change a shared state.
    pub version: Option<String>,
    /// What others wrote since the form was opened; shown when the version no longer fits.
    pub between: Vec<Between>,
    /// The draft this form is kept in, such as `meld`; empty for forms that keep none.
    pub draft: Option<String>,
}

/// One thing wrong with a form: which field, what the problem is and the remedy, in one sentence.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// The field's name.
    pub field: String,
    /// The whole sentence for the reader.
    pub message: String,
}

/// One thing that came in while the form was being filled in.
#[derive(Clone, Debug)]
pub struct Between {
    /// When, ready to read.
    pub at: String,
    /// Who, ready to read.
    pub by: String,
    /// What, ready to read.
    pub what: String,
}

/// One option of a list that is not part of the texts, such as a unit.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The value sent.
    pub value: String,
    /// The words shown.
    pub label: String,
    /// A line below the words.
    pub help: Option<String>,
}

impl Choice {
    /// An option without a help line.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            help: None,
        }
    }
}

impl Form {
    /// The first value typed in `name`, or nothing.
    pub fn value(&self, name: &str) -> &str {
        self.values
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// Whether `value` was chosen in `name`.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values
            .iter()
            .any(|(field, chosen)| field == name && chosen == value)
    }

    /// The first problem of `name`.
    pub fn error(&self, name: &str) -> Option<String> {
        self.errors
            .iter()
            .find(|error| error.field == name)
            .map(|error| error.message.clone())
    }

    /// Whether a field that is only shown when it is needed is: something is wrong with it, or something was typed.
    pub fn asks(&self, name: &str) -> bool {
        self.error(name).is_some() || !self.value(name).trim().is_empty()
    }

    /// `Fejl: ` before the title of a page whose form was refused.
    pub fn title_prefix(&self, t: &T) -> String {
        if self.errors.is_empty() && self.between.is_empty() {
            String::new()
        } else {
            format!("{} ", t.s("form-error-prefix"))
        }
    }

    /// The hidden fields.
    pub fn hidden<'a>(&'a self, frame: &'a Frame) -> Hidden<'a> {
        Hidden {
            form: self,
            csrf: &frame.csrf,
        }
    }

    /// The list of problems above the form, and what came in between.
    pub fn summary(&self, t: &T) -> Summary<'_> {
        self.summary_of(t, Vec::new())
    }

    /// The list of problems above a form whose fields say themselves what they are called: name and message of each.
    pub fn summary_of(&self, t: &T, labels: Vec<(String, String)>) -> Summary<'_> {
        Summary {
            t: *t,
            form: self,
            labels,
        }
    }

    /// The problem of a group of tick-boxes that stands as a whole, such as the interventions of a plan.
    pub fn problem(&self, t: &T, name: &str) -> Problem {
        Problem {
            t: *t,
            id: id_of(name),
            error: self.error(name),
        }
    }

    /// A line of text.
    pub fn text(&self, t: &T, name: &str, key: &str) -> Input {
        Input::new(self, t, name, key)
    }

    /// A date typed as `d.m.åååå`.
    pub fn date(&self, t: &T, name: &str, key: &str) -> Input {
        let mut input = Input::new(self, t, name, key);
        input.width = "xs";
        input.kind = "date-text";
        if input.help.is_none() {
            input.help = Some(t.s("form-date-help"));
        }
        input
    }

    /// Several lines of text.
    pub fn area(&self, t: &T, name: &str, key: &str) -> Input {
        let mut input = Input::new(self, t, name, key);
        input.kind = "area";
        input
    }

    /// A drop-down list of `choices`; the first, empty option says `Vælg`.
    pub fn select(&self, t: &T, name: &str, key: &str, choices: &[Choice]) -> Input {
        let mut input = Input::new(self, t, name, key);
        input.kind = "select";
        input.choose = t.s("form-choose");
        input.choices = choices.to_vec();
        input
    }

    /// A drop-down list whose options stand in the texts; `codes` is separated by spaces.
    pub fn pick(&self, t: &T, name: &str, key: &str, codes: &str) -> Input {
        self.select(t, name, key, &coded(t, key, codes))
    }

    /// One of several, with options from the texts; `codes` is separated by spaces.
    pub fn radio(&self, t: &T, name: &str, key: &str, codes: &str) -> Choices {
        Choices::new(self, t, name, key).filled(self, coded(t, key, codes))
    }

    /// One of several, with options from data.
    pub fn radio_of(&self, t: &T, name: &str, key: &str, choices: &[Choice]) -> Choices {
        Choices::new(self, t, name, key).filled(self, choices.to_vec())
    }

    /// Any number of several, with options from the texts.
    pub fn ticks(&self, t: &T, name: &str, key: &str, codes: &str) -> Choices {
        self.radio(t, name, key, codes).many()
    }

    /// Any number of several, with options from data.
    pub fn ticks_of(&self, t: &T, name: &str, key: &str, choices: &[Choice]) -> Choices {
        self.radio_of(t, name, key, choices).many()
    }

    /// One tick-box of a field that may have several values: `value`, with the label `key.<value>`.
    pub fn tick_one(&self, t: &T, name: &str, key: &str, value: &str) -> Tick {
        Tick {
            t: *t,
            id: format!("{}-{value}", id_of(name)),
            name: name.to_owned(),
            value: value.to_owned(),
            label: t.of(key, value),
            help: t.opt(&format!("{key}.{value}-help")),
            error: None,
            checked: self.has(name, value),
        }
    }

    /// One tick-box of a field that may have several values, with a label from data.
    pub fn tick_value(&self, t: &T, name: &str, value: &str, label: &str) -> Tick {
        Tick {
            t: *t,
            id: format!("{}-{value}", id_of(name)),
            name: name.to_owned(),
            value: value.to_owned(),
            label: label.to_owned(),
            help: None,
            error: None,
            checked: self.has(name, value),
        }
    }

    /// One tick-box; its value is `ja`.
    pub fn tick(&self, t: &T, name: &str, key: &str) -> Tick {
        Tick {
            t: *t,
            id: id_of(name),
            name: name.to_owned(),
            value: "ja".to_owned(),
            label: t.s(key),
            help: t.opt(&format!("{key}.help")),
            error: self.error(name),
            checked: self.has(name, "ja"),
        }
    }
}

/// The id of a field's first control.
pub fn id_of(name: &str) -> String {
    format!("f-{name}")
}

fn coded(t: &T, key: &str, codes: &str) -> Vec<Choice> {
    codes
        .split_whitespace()
        .map(|code| Choice {
            value: code.to_owned(),
            label: t.of(key, code),
            help: t.opt(&format!("{key}.{code}-help")),
        })
        .collect()
}

/// The hidden fields of a form.
#[derive(Template)]
#[template(path = "components/hidden.html")]
pub struct Hidden<'a> {
    form: &'a Form,
    csrf: &'a str,
}

/// The list of problems above a form.
#[derive(Template)]
#[template(path = "components/summary.html")]
pub struct Summary<'a> {
    t: T,
    form: &'a Form,
    labels: Vec<(String, String)>,
}

/// The problem of a group as a whole.
#[derive(Clone, Debug, Template)]
#[template(path = "components/problem.html")]
pub struct Problem {
    t: T,
    id: String,
    error: Option<String>,
}

impl Summary<'_> {
    fn of(&self, field: &str) -> Option<String> {
        let own = self.labels.iter().find(|(name, _)| name == field);
        own.map(|(_, key)| self.t.s(key))
            .or_else(|| super::labels::label(&self.t, field))
    }
}

/// A field with one control: text, date, area or list.
#[derive(Clone, Debug, Template)]
#[template(path = "components/input.html")]
pub struct Input {
    t: T,
    id: String,
    name: String,
    label: String,
    help: Option<String>,
    error: Option<String>,
    value: String,
    kind: &'static str,
    width: &'static str,
    rows: u8,
    autocomplete: &'static str,
    mode: &'static str,
    choices: Vec<Choice>,
    choose: String,
    list: &'static str,
    optional: bool,
    quiet: bool,
}

impl Input {
    fn new(form: &Form, t: &T, name: &str, key: &str) -> Self {
        Self {
            t: *t,
            id: id_of(name),
            name: name.to_owned(),
            label: t.s(key),
            help: t.opt(&format!("{key}.help")),
            error: form.error(name),
            value: form.value(name).to_owned(),
            kind: "text",
            width: "xl",
            rows: 3,
            autocomplete: "off",
            mode: "",
            choices: Vec::new(),
            choose: String::new(),
            list: "",
            optional: false,
            quiet: false,
        }
    }

    /// `short` (16 rem), `medium` (32 rem) or `long` (48 rem, the default).
    #[must_use]
    pub fn wide(mut self, width: &str) -> Self {
        self.width = match width {
            "tiny" => "xxs",
            "short" => "xs",
            "medium" => "m",
            _ => "xl",
        };
        self
    }

    /// How many lines an area shows.
    #[must_use]
    pub fn lines(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// Says `(kan springes over)` behind the label.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// A password: hidden while typed, never filled in again.
    #[must_use]
    pub fn password(mut self) -> Self {
        self.kind = "password";
        self.autocomplete = "current-password";
        self.value.clear();
        self
    }

    /// The log-in name, so that the browser's own key ring works.
    #[must_use]
    pub fn username(mut self) -> Self {
        self.autocomplete = "username";
        self
    }

    /// A code that counts once, so that a telephone offers to fill it in.
    #[must_use]
    pub fn one_time(mut self) -> Self {
        self.autocomplete = "one-time-code";
        self.mode = "numeric";
        self.value.clear();
        self
    }

    /// Suggests the options of the `datalist` with this id while typing.
    #[must_use]
    pub fn suggestions(mut self, list: &'static str) -> Self {
        self.list = list;
        self
    }

    /// Shows a keypad with digits on a phone.
    #[must_use]
    pub fn digits(mut self) -> Self {
        self.mode = "numeric";
        self
    }

    /// The words of the empty option of a list, such as `Alle`; no words, no empty option.
    #[must_use]
    pub fn first(mut self, words: impl Into<String>) -> Self {
        self.choose = words.into();
        self
    }

    /// Hides the label from sight (a screen reader still reads it), for a control inside a row that names it.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Replaces the label by words from the data.
    #[must_use]
    pub fn named(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }
}

/// A group of radio buttons or tick-boxes.
#[derive(Clone, Debug, Template)]
#[template(path = "components/choices.html")]
pub struct Choices {
    t: T,
    id: String,
    name: String,
    label: String,
    help: Option<String>,
    error: Option<String>,
    items: Vec<Item>,
    kind: &'static str,
    look: &'static str,
    optional: bool,
}

#[derive(Clone, Debug)]
struct Item {
    id: String,
    choice: Choice,
    checked: bool,
}

impl Choices {
    fn new(form: &Form, t: &T, name: &str, key: &str) -> Self {
        Self {
            t: *t,
            id: id_of(name),
            name: name.to_owned(),
            label: t.s(key),
            help: t.opt(&format!("{key}.help")),
            error: form.error(name),
            items: Vec::new(),
            kind: "radio",
            look: "list",
            optional: false,
        }
    }

    fn filled(mut self, form: &Form, choices: Vec<Choice>) -> Self {
        self.items = choices
            .into_iter()
            .enumerate()
            .map(|(place, choice)| Item {
                id: if place == 0 {
                    self.id.clone()
                } else {
                    format!("{}-{}", self.id, place + 1)
                },
                checked: form.has(&self.name, &choice.value),
                choice,
            })
            .collect();
        self
    }

    fn many(mut self) -> Self {
        self.kind = "checkbox";
        self
    }

    /// Large cards side by side, for a choice that decides the rest of the page.
    #[must_use]
    pub fn cards(mut self) -> Self {
        self.look = "cards";
        self
    }

    /// Large tick-buttons that flow, for many short options.
    #[must_use]
    pub fn buttons(mut self) -> Self {
        self.look = "buttons";
        self
    }

    /// On one line, for two to four short options.
    #[must_use]
    pub fn inline(mut self) -> Self {
        self.look = "inline";
        self
    }

    /// Says `(kan springes over)` behind the label.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Replaces the label by words from the data.
    #[must_use]
    pub fn named(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }
}

/// One tick-box.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tick.html")]
pub struct Tick {
    t: T,
    id: String,
    name: String,
    value: String,
    label: String,
    help: Option<String>,
    error: Option<String>,
    checked: bool,
}

// Each is the output of an escaping template, so embedding it again must not escape it twice.
impl HtmlSafe for Hidden<'_> {}
impl HtmlSafe for Summary<'_> {}
impl HtmlSafe for Input {}
impl HtmlSafe for Problem {}
impl HtmlSafe for Choices {}
impl HtmlSafe for Tick {}
