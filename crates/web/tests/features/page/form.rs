// SPDX-License-Identifier: EUPL-1.2
//! Forms: fields found by the label a person reads, and what is sent when a button is pressed.

use super::token::{Token, words};

/// A form as it stands on a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form {
    /// Where it is sent.
    pub(crate) action: String,
    /// Whether it is sent as a query.
    pub(crate) query: bool,
    fields: Vec<Field>,
    buttons: Vec<Button>,
}

#[derive(Debug, Clone, Default)]
struct Field {
    id: String,
    name: String,
    kind: Kind,
    label: String,
    value: String,
    checked: bool,
    options: Vec<(String, String)>,
    /// Legends around it, the nearest last.
    legends: Vec<String>,
    /// Which block that opens with a tick it stands in.
    block: Option<usize>,
    /// Whether it is the part of the block that is open while there is no tick.
    unticked: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    Hidden,
    #[default]
    Text,
    List,
    Radio,
    Tick,
}

#[derive(Debug, Clone)]
struct Button {
    words: String,
    name: String,
    value: String,
}

/// One question of a form.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    /// By its legend and label, and by the tick it opens with.
    pub(crate) words: String,
    /// Whether an answer stands there.
    pub(crate) answered: bool,
    /// Whether it is a tick that opens others.
    pub(crate) opens: bool,
}

/// Of several buttons or boxes the legend is the question; a tick that opens others is one by itself.
fn words_of(field: &Field, tick: Option<&Field>) -> String {
    let legend = field.legend();
    let chooses = matches!(field.kind, Kind::Radio | Kind::Tick);
    match (tick, legend) {
        (Some(tick), "") => format!("{}: {}", tick.label, field.label),
        (Some(tick), legend) if chooses && legend != tick.legend() => {
            format!("{}: {legend}", tick.label)
        }
        (Some(tick), _) => format!("{}: {}", tick.label, field.label),
        (None, "") => field.label.clone(),
        (None, legend) if chooses && field.block.is_none() => legend.to_owned(),
        (None, _) if chooses => field.label.clone(),
        (None, legend) => format!("{legend}: {}", field.label),
    }
}

/// Something typed or chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Typed {
    name: String,
    value: String,
}

impl Form {
    fn button_at(&self, words: &str) -> Option<&Button> {
        self.buttons.iter().find(|b| b.words == words)
    }

    /// The words of a button, when the form has it.
    pub(crate) fn button(&self, words: &str) -> Option<&str> {
        self.button_at(words).map(|b| b.words.as_str())
    }

    /// What is sent when the button is pressed.
    pub(crate) fn sent(&self, button: &str) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for field in &self.fields {
            let sends = match field.kind {
                Kind::Radio | Kind::Tick => field.checked,
                Kind::Hidden | Kind::Text | Kind::List => true,
            };
            if sends && !field.name.is_empty() {
                pairs.push((field.name.clone(), field.value.clone()));
            }
        }
        if let Some(button) = self.button_at(button).filter(|b| !b.name.is_empty()) {
            pairs.push((button.name.clone(), button.value.clone()));
        }
        pairs
    }

    /// Whether it sends a value under a name of its own accord.
    pub(crate) fn sends(&self, name: &str, value: &str) -> bool {
        let own = |field: &Field| field.name == name && field.value == value;
        self.fields.iter().any(own)
    }

    /// Whether something that was typed still stands in the form.
    pub(crate) fn keeps(&self, typed: &Typed) -> bool {
        self.fields.iter().any(|field| {
            let chosen = !matches!(field.kind, Kind::Radio | Kind::Tick) || field.checked;
            field.name == typed.name && field.value == typed.value && chosen
        })
    }

    /// Whether it stands on every page: search, language, log-out.
    pub(crate) fn is_of_the_frame(&self) -> bool {
        ["/soeg", "/sprog", "/log-ud"].contains(&self.action.as_str())
    }

    /// Every question it asks as it stands. What opens with a tick is asked when the tick is there.
    pub(crate) fn questions(&self) -> Vec<Question> {
        let mut found: Vec<(&str, Question)> = Vec::new();
        for (place, field) in self.fields.iter().enumerate() {
            let opener = field.block.and_then(|block| self.opener(block));
            let opener = opener.filter(|_| !field.unticked);
            let tick = opener.and_then(|opener| self.fields.get(opener));
            let opens = opener == Some(place);
            let closed = tick.is_some_and(|tick| !tick.checked);
            if field.kind == Kind::Hidden || (closed && !opens) {
                continue;
            }
            let asked = Question {
                words: words_of(field, tick.filter(|_| !opens)),
                answered: match field.kind {
                    Kind::Radio | Kind::Tick => field.checked,
                    Kind::Hidden | Kind::Text | Kind::List => !field.value.trim().is_empty(),
                },
                opens,
            };
            let same = |(name, other): &&mut (&str, Question)| {
                *name == field.name && other.words == asked.words
            };
            match found.iter_mut().find(same) {
                Some((_, known)) => known.answered |= asked.answered,
                None => found.push((field.name.as_str(), asked)),
            }
        }
        found.into_iter().map(|(_, asked)| asked).collect()
    }

    /// What stands in a field of this label.
    pub(crate) fn held(&self, label: &str) -> Option<&str> {
        let field = self.fields.iter().find(|f| f.label == label);
        field.map(|field| field.value.as_str())
    }

    /// Fills a field in: `Label`, or `Tick: Label` or `Legend: Label` where a label occurs more than once. A field
    /// behind a tick is only reached by setting it, so that is done too.
    pub(crate) fn fill(&mut self, key: &str, value: &str) -> Vec<Typed> {
        let direct = self.named(key, None);
        let (label, context) = match key.rsplit_once(": ") {
            Some((context, label)) if direct.is_empty() => (label, Some(context)),
            _ => (key, None),
        };
        let found = match context {
            Some(_) => self.named(label, context),
            None => direct,
        };
        let Some(first) = found.first().and_then(|place| self.fields.get(*place)) else {
            panic!("no field is called »{key}«; there are: {}", self.labels());
        };
        let same = found.iter().all(|place| {
            let field = self.fields.get(*place);
            field.is_some_and(|field| field.name == first.name)
        });
        assert!(
            same,
            "more than one field is called »{key}«: say which, as »Kryds: {key}«"
        );
        let block = first.block;
        let opener = block.filter(|_| context.is_some() && !first.unticked);
        let mut typed = self.set(&found, value, key);
        if let Some(block) = opener {
            typed.extend(self.open(block));
        }
        typed
    }

    fn labels(&self) -> String {
        let mut all: Vec<String> = Vec::new();
        for field in self.fields.iter().filter(|f| f.kind != Kind::Hidden) {
            let legend = field.legends.last().map_or("", String::as_str);
            all.push(format!("[{legend}] {}", field.label));
        }
        all.join(" · ")
    }

    /// The places of the fields of a label; of a legend, when no field itself has that label.
    fn named(&self, label: &str, context: Option<&str>) -> Vec<usize> {
        let places = |fits: &dyn Fn(&Field) -> bool| -> Vec<usize> {
            let mut found = Vec::new();
            for (place, field) in self.fields.iter().enumerate() {
                let inside = context.is_none_or(|context| self.stands_in(field, context));
                if field.kind != Kind::Hidden && inside && fits(field) {
                    found.push(place);
                }
            }
            found
        };
        let own = places(&|f| f.label == label && f.kind != Kind::Radio);
        if !own.is_empty() {
            return own;
        }
        places(&|f| {
            let chooses = matches!(f.kind, Kind::Radio | Kind::Tick);
            chooses && f.legends.last().is_some_and(|legend| legend == label)
        })
    }

    fn stands_in(&self, field: &Field, context: &str) -> bool {
        let opener = field.block.and_then(|block| self.opener(block));
        let ticked = opener.and_then(|place| self.fields.get(place));
        ticked.is_some_and(|tick| tick.label == context)
            || field.legends.iter().any(|legend| legend == context)
    }

    /// The tick a block opens with.
    fn opener(&self, block: usize) -> Option<usize> {
        self.fields
            .iter()
            .position(|f| f.block == Some(block) && f.kind == Kind::Tick)
    }

    fn open(&mut self, block: usize) -> Vec<Typed> {
        let place = self.opener(block);
        let Some(tick) = place.and_then(|place| self.fields.get_mut(place)) else {
            return Vec::new();
        };
        tick.checked = true;
        vec![tick.typed()]
    }

    fn set(&mut self, places: &[usize], value: &str, key: &str) -> Vec<Typed> {
        let only = places.len() == 1;
        let wanted: Vec<&str> = value.split("; ").collect();
        let mut typed = Vec::new();
        for place in places {
            let Some(field) = self.fields.get_mut(*place) else {
                continue;
            };
            match field.kind {
                Kind::Tick if only => {
                    assert!(
                        ["ja", "nej"].contains(&value),
                        "»{key}« is ticked with ja or nej"
                    );
                    field.checked = value == "ja";
                }
                Kind::Tick | Kind::Radio => {
                    let chosen = wanted.contains(&field.label.as_str());
                    field.checked = chosen || (field.kind == Kind::Tick && field.checked);
                }
                Kind::List => {
                    let option = field.options.iter().find(|(_, words)| words == value);
                    let Some((code, _)) = option else {
                        panic!("»{key}« has no »{value}«: {:?}", field.options);
                    };
                    field.value.clone_from(code);
                }
                Kind::Text | Kind::Hidden => value.clone_into(&mut field.value),
            }
            let chooses = matches!(field.kind, Kind::Radio | Kind::Tick);
            if !chooses || field.checked {
                typed.push(field.typed());
            }
        }
        let nothing = typed.is_empty() && value != "nej";
        assert!(
            !nothing,
            "»{key}« has no »{value}«; there are: {}",
            self.labels()
        );
        typed
    }
}

impl Field {
    fn legend(&self) -> &str {
        self.legends.last().map_or("", String::as_str)
    }

    fn typed(&self) -> Typed {
        Typed {
            name: self.name.clone(),
            value: self.value.clone(),
        }
    }
}

/// Everything open around the token that is read.
#[derive(Default)]
struct Around {
    fieldsets: Vec<usize>,
    legends: Vec<String>,
    /// For each open `div`: the block it is, and whether it is the part of one that is open without a tick.
    divs: Vec<(Option<usize>, bool)>,
    blocks: usize,
}

impl Around {
    fn enter(&mut self, token: &Token) {
        if let Some(div) = token.opened("div") {
            let opens = div.has_class("cond");
            self.blocks += usize::from(opens);
            let block = opens.then_some(self.blocks);
            self.divs.push((block, div.has_class("when-unticked")));
        } else if token.closes("div") {
            self.divs.pop();
        } else if token.opens("fieldset") {
            self.fieldsets.push(self.legends.len());
            self.legends.push(String::new());
        } else if token.closes("fieldset") {
            self.fieldsets.pop();
        }
    }

    fn field(&self, mut field: Field) -> Field {
        let legends = self
            .fieldsets
            .iter()
            .filter_map(|place| self.legends.get(*place));
        field.legends = legends.cloned().collect();
        field.block = self.divs.iter().rev().find_map(|(block, _)| *block);
        field.unticked = self.divs.iter().any(|(_, unticked)| *unticked);
        field
    }
}

/// The forms of a page.
pub(super) fn forms(all: &[Token]) -> Vec<Form> {
    let labels = labels(all);
    let mut forms: Vec<Form> = Vec::new();
    let mut around = Around::default();
    for (place, token) in all.iter().enumerate() {
        around.enter(token);
        let rest = all.get(place..).unwrap_or_default();
        if token.opens("legend") {
            let legend = label_words(inside(rest, "legend"));
            let last = around.fieldsets.last().copied();
            if let Some(slot) = last.and_then(|last| around.legends.get_mut(last)) {
                *slot = legend;
            }
        }
        if let Some(form) = token.opened("form") {
            forms.push(Form {
                action: form.text("action"),
                query: form.get("method") == Some("get"),
                ..Form::default()
            });
        }
        let Some(form) = forms.last_mut() else {
            continue;
        };
        if let Some(field) = field(token, rest) {
            let label = labels.iter().find(|(of, _)| *of == field.id);
            let label = label.map(|(_, words)| words.clone()).unwrap_or_default();
            form.fields.push(around.field(Field { label, ..field }));
        }
        let button = token.opened("button");
        if let Some(button) = button.filter(|b| b.get("type") != Some("button")) {
            form.buttons.push(Button {
                words: words(inside(rest, "button")),
                name: button.text("name"),
                value: button.text("value"),
            });
        }
    }
    forms
}

fn field(token: &Token, rest: &[Token]) -> Option<Field> {
    if let Some(input) = token.opened("input") {
        let kind = match input.get("type") {
            Some("hidden") => Kind::Hidden,
            Some("radio") => Kind::Radio,
            Some("checkbox") => Kind::Tick,
            _ => Kind::Text,
        };
        return Some(Field {
            id: input.text("id"),
            name: input.text("name"),
            kind,
            value: input.text("value"),
            checked: input.get("checked").is_some(),
            ..Field::default()
        });
    }
    if let Some(area) = token.opened("textarea") {
        let text: String = inside(rest, "textarea")
            .iter()
            .filter_map(|t| match t {
                Token::Text(text) => Some(text.as_str()),
                Token::Open(..) | Token::Close(_) => None,
            })
            .collect();
        return Some(Field {
            id: area.text("id"),
            name: area.text("name"),
            value: text.strip_prefix('\n').unwrap_or(&text).to_owned(),
            ..Field::default()
        });
    }
    let list = token.opened("select")?;
    let within = inside(rest, "select");
    let mut options = Vec::new();
    let mut value = None;
    for (place, token) in within.iter().enumerate() {
        if let Some(option) = token.opened("option") {
            let rest = within.get(place..).unwrap_or_default();
            options.push((option.text("value"), words(inside(rest, "option"))));
            if value.is_none() || option.get("selected").is_some() {
                value = Some(option.text("value"));
            }
        }
    }
    Some(Field {
        id: list.text("id"),
        name: list.text("name"),
        kind: Kind::List,
        value: value.unwrap_or_default(),
        options,
        ..Field::default()
    })
}

/// The tokens of the element that `rest` begins with.
fn inside<'a>(rest: &'a [Token], name: &str) -> &'a [Token] {
    let end = rest.iter().position(|t| t.closes(name));
    rest.get(1..end.unwrap_or(rest.len())).unwrap_or_default()
}

/// Words of a label without the remark that the field is optional.
fn label_words(tokens: &[Token]) -> String {
    let remark = tokens
        .iter()
        .position(|t| t.opened("span").is_some_and(|a| a.has_class("optional")));
    words(
        tokens
            .get(..remark.unwrap_or(tokens.len()))
            .unwrap_or_default(),
    )
}

fn labels(all: &[Token]) -> Vec<(String, String)> {
    let mut labels = Vec::new();
    for (place, token) in all.iter().enumerate() {
        if let Some(label) = token.opened("label") {
            let rest = all.get(place..).unwrap_or_default();
            labels.push((label.text("for"), label_words(inside(rest, "label"))));
        }
    }
    labels
}

/// What is wrong, by the label or legend of the field it stands at.
pub(super) fn errors(all: &[Token], forms: &[Form]) -> Vec<(String, String)> {
    let mut errors = Vec::new();
    for (place, token) in all.iter().enumerate() {
        let error = token
            .opened("span")
            .filter(|a| a.has_class("form-error-message"));
        let Some(id) = error.and_then(|a| a.get("id")?.strip_suffix("-error")) else {
            continue;
        };
        let fields = forms.iter().flat_map(|form| &form.fields);
        let field = fields.clone().find(|field| field.id == id);
        let label = field.map_or_else(
            || id.to_owned(),
            |field| match field.kind {
                Kind::Radio => field.legends.last().cloned().unwrap_or_default(),
                Kind::Hidden | Kind::Text | Kind::List | Kind::Tick => field.label.clone(),
            },
        );
        // The prefix for screen readers is a span of its own within the message.
        let rest = all.get(place + 1..).unwrap_or_default();
        let prefix = rest
            .iter()
            .position(|t| t.closes("span"))
            .map_or(0, |n| n + 1);
        let message = rest.get(prefix..).unwrap_or_default();
        errors.push((label, words(inside_rest(message))));
    }
    errors
}

fn inside_rest(rest: &[Token]) -> &[Token] {
    let end = rest.iter().position(|t| t.closes("span"));
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}
