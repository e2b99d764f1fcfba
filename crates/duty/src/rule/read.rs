// SPDX-License-Identifier: EUPL-1.2
//! From TOML to definitions: form only; whether names exist is seen when the rulebook is compiled.

use super::SourceFile;
use super::definition::{
    AnchorSource, Clock, Definitions, Match, Need, Rule, State, Strength, Title, Wanted,
};
use super::error::{Problem, RuleError};
use super::expression::{agreement_key, name_of, span};
use super::field::{Field, Fields};
use super::read_rule::{done_by, due, starts, void_by};
use crate::calendar::Unit;
use crate::fact::RESERVED;
use std::collections::{BTreeMap, BTreeSet};
use toml::Table;

type Read<T> = Result<T, Problem>;

const TABLES: [&str; 5] = ["facts", "states", "anchors", "moves", "rule"];
const RULE_FIELDS: [&str; 16] = [
    "title",
    "strength",
    "category",
    "cites",
    "owed_by",
    "unverified",
    "valid",
    "succeeds",
    "remind",
    "clock",
    "needs",
    "starts",
    "due",
    "done_by",
    "void_by",
    "note",
];

/// Definitions, and which file each named table stands in.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) definitions: Definitions,
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) errors: Vec<RuleError>,
}

impl Reading {
    pub(crate) fn of(files: &[SourceFile<'_>]) -> Self {
        let mut reading = Self::default();
        for file in files {
            match file.text.parse::<Table>() {
                Ok(table) => reading.file(file.name, &table),
                Err(error) => reading.errors.push(syntax_error(file, &error)),
            }
        }
        reading
    }

    fn file(&mut self, file: &str, table: &Table) {
        let top = match Fields::new("", table).only(&TABLES) {
            Ok(top) => top,
            Err(problem) => {
                self.errors.push(problem.within(file, ""));
                return;
            }
        };
        for name in ["facts", "states", "anchors", "rule"] {
            let Some(field) = top.get(name) else { continue };
            let Some(table) = field.value.as_table() else {
                self.errors
                    .push(field.wrong("a table is needed").within(file, ""));
                continue;
            };
            for (entry, field) in Fields::new(name, table).entries() {
                let place = if name == "rule" {
                    format!("rule `{entry}`")
                } else {
                    format!("{name}.{entry}")
                };
                let read = self.entry(name, entry, file, &field);
                if let Err(problem) = read {
                    self.errors.push(problem.within(file, &place));
                }
                self.files.insert(place, file.to_owned());
            }
        }
        if let Some(field) = top.get("moves") {
            match matching(&field, &[]) {
                Ok(moves) => self.definitions.moves = Some(moves),
                Err(problem) => self.errors.push(problem.within(file, "")),
            }
            self.files.insert("moves".to_owned(), file.to_owned());
        }
    }

    fn entry(&mut self, table: &str, name: &str, file: &str, field: &Field<'_>) -> Read<()> {
        let definitions = &mut self.definitions;
        let known = match table {
            "facts" => {
                let attributes = fact(field)?;
                let facts = definitions.facts.get_or_insert_default();
                facts.insert(name.to_owned(), attributes).is_some()
            }
            "states" => {
                needs_name(field, name)?;
                definitions
                    .states
                    .insert(name.to_owned(), state(field)?)
                    .is_some()
            }
            "anchors" => {
                needs_name(field, name)?;
                definitions
                    .anchors
                    .insert(name.to_owned(), anchor(field)?)
                    .is_some()
            }
            _ => {
                let rule = rule(name, file, field)?;
                definitions.rules.insert(name.to_owned(), rule).is_some()
            }
        };
        if known {
            return Err(Problem::new(
                "",
                "is already defined in another file; give it another name",
            ));
        }
        Ok(())
    }
}

fn syntax_error(file: &SourceFile<'_>, error: &toml::de::Error) -> RuleError {
    let before = error.span().and_then(|span| file.text.get(..span.start));
    let line = before.map_or(1, |before| before.matches('\n').count() + 1);
    let message = error.message().lines().collect::<Vec<_>>().join(", ");
    RuleError {
        file: file.name.to_owned(),
        place: format!("line {line}"),
        field: String::new(),
        message: format!("not TOML: {message}"),
    }
}

fn needs_name(field: &Field<'_>, name: &str) -> Read<()> {
    let taken = ["start", "step", "gestation", "not", "has", "known", "age"].contains(&name);
    match name_of(name) {
        Some(_) if !taken => Ok(()),
        Some(_) => Err(field.wrong(format!(
            "`{name}` has a meaning of its own in rules; choose another name"
        ))),
        None => Err(field.wrong(format!(
            "`{name}` is no name; use small letters, digits and hyphens"
        ))),
    }
}

fn fact(field: &Field<'_>) -> Read<BTreeSet<String>> {
    if field.value.as_array().is_none() {
        return Err(field.wrong("a list of attribute names is needed, as [\"ref\", \"unit\"]"));
    }
    let names = field.texts()?;
    match names.iter().find(|name| RESERVED.contains(&name.as_str())) {
        Some(name) => Err(field.wrong(format!(
            "`{name}` belongs to the fact itself; name the attribute otherwise"
        ))),
        None => Ok(names.into_iter().collect()),
    }
}

fn state(field: &Field<'_>) -> Read<State> {
    let fields = field.table(&["from", "to"])?;
    Ok(State {
        from: matching(&fields.need("from", "the fact that begins the state")?, &[])?,
        to: fields.get("to").map(|to| matching(&to, &[])).transpose()?,
    })
}

fn anchor(field: &Field<'_>) -> Read<Vec<AnchorSource>> {
    let sources = field.each();
    if sources.is_empty() {
        return Err(field.wrong("at least one source is needed, as `type.attribute`"));
    }
    sources
        .iter()
        .map(|source| source.read(anchor_source))
        .collect()
}

/// Reads `type.attribute`, or `type.attribute - 280 days`.
fn anchor_source(text: &str) -> Result<AnchorSource, String> {
    let wrong = || {
        format!(
            "`{text}` is no source; write `type.attribute`, `type.at`, or `type.attribute - 280 days`"
        )
    };
    let mut words = text.split_whitespace();
    let (kind, attribute) = words
        .next()
        .and_then(|word| word.split_once('.'))
        .ok_or_else(wrong)?;
    let rest: Vec<&str> = words.collect();
    let days = match rest.as_slice() {
        [] => 0,
        [sign @ ("+" | "-"), count, unit] => {
            let count: i32 = count.parse().map_err(|_| wrong())?;
            match Unit::parse(unit) {
                Some(Unit::Days) if (0..10_000).contains(&count) => {
                    count * if *sign == "-" { -1 } else { 1 }
                }
                _ => return Err(wrong()),
            }
        }
        _ => return Err(wrong()),
    };
    Ok(AnchorSource {
        kind: kind.to_owned(),
        attribute: (attribute != "at").then(|| attribute.to_owned()),
        days,
    })
}

/// Reads `"type"`, `["type", "type"]` or a table with `on`, `where` and, where facts are compared with a start, `same`.
pub(crate) fn matching(field: &Field<'_>, more: &[&str]) -> Read<Match> {
    if field.value.as_table().is_none() {
        return Ok(Match {
            kinds: kinds(field)?,
            same: Vec::new(),
            filters: Vec::new(),
        });
    }
    let known: Vec<&str> = ["on", "where"].iter().chain(more).copied().collect();
    let fields = field.table(&known)?;
    matching_from(&fields, "on")
}

/// As [`matching`], when the types stand in a field of another name.
pub(crate) fn matching_from(fields: &Fields<'_>, on: &str) -> Read<Match> {
    Ok(Match {
        kinds: kinds(&fields.need(on, "one or more fact types")?)?,
        same: fields
            .get("same")
            .map_or(Ok(Vec::new()), |same| same.texts())?,
        filters: fields
            .get("where")
            .map_or(Ok(Vec::new()), |filters| wanted(&filters))?,
    })
}

fn kinds(field: &Field<'_>) -> Read<Vec<String>> {
    let kinds = field.texts()?;
    if kinds.is_empty() {
        return Err(field.wrong("at least one fact type is needed"));
    }
    Ok(kinds)
}

fn wanted(field: &Field<'_>) -> Read<Vec<(String, Vec<Wanted>)>> {
    let table = field
        .value
        .as_table()
        .ok_or_else(|| field.wrong("a table is needed, as { month = \"{step}\" }"))?;
    Fields::new(&field.path, table)
        .entries()
        .into_iter()
        .map(|(name, field)| {
            let values = field.each().iter().map(wanted_value).collect::<Read<_>>()?;
            Ok((name.to_owned(), values))
        })
        .collect()
}

fn wanted_value(field: &Field<'_>) -> Read<Wanted> {
    let text = field.plain()?;
    let name = text
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'));
    Ok(match name {
        Some("step") => Wanted::Step,
        Some(name) => Wanted::Attribute(name.to_owned()),
        None => Wanted::Text(text),
    })
}

fn rule(id: &str, file: &str, field: &Field<'_>) -> Read<Rule> {
    let table = field
        .value
        .as_table()
        .ok_or_else(|| field.wrong("a table is needed"))?;
    if id.is_empty() || id.contains(['|', ';', '\t', '\n']) {
        return Err(Problem::new(
            "",
            "the id of a rule may not contain `|`, `;`, tabs or line breaks",
        ));
    }
    let fields = Fields::new("", table).only(&RULE_FIELDS)?;
    let text = |name: &str| -> Read<Option<String>> {
        fields
            .get(name)
            .map(|field| field.text().map(str::to_owned))
            .transpose()
    };
    Ok(Rule {
        id: id.to_owned(),
        file: file.to_owned(),
        title: fields
            .get("title")
            .map(|title| title_in_both(&title))
            .transpose()?,
        strength: fields
            .get("strength")
            .map_or(Ok(Strength::Recommendation), |field| field.read(strength))?,
        category: text("category")?,
        cites: fields
            .get("cites")
            .map_or(Ok(Vec::new()), |cites| cites.texts())?,
        owed_by: text("owed_by")?,
        unverified: fields
            .get("unverified")
            .map_or(Ok(false), |field| field.yes())?,
        valid: valid(&fields)?,
        succeeds: text("succeeds")?,
        remind: remind(&fields)?,
        clock: fields
            .get("clock")
            .map_or(Ok(Clock::Occurred), |field| field.read(clock))?,
        needs: needs(&fields)?,
        starts: starts(&fields)?,
        due: due(&fields.need("due", "a deadline, as `3 days`")?)?,
        done_by: done_by(&fields.need("done_by", "what fulfils the duty, as { on = \"type\" }")?)?,
        void_by: void_by(&fields)?,
    })
}

/// Both languages, neither empty.
pub(crate) fn title_in_both(field: &Field<'_>) -> Read<Title> {
    let fields = field.table(&["da", "en"])?;
    let text = |name: &str| -> Read<String> {
        let field = fields.need(name, "the words in that language")?;
        match field.text()?.trim() {
            "" => Err(field.wrong("may not be empty")),
            text => Ok(text.to_owned()),
        }
    };
    Ok(Title {
        da: text("da")?,
        en: text("en")?,
    })
}

fn strength(word: &str) -> Result<Strength, String> {
    [Strength::Law, Strength::Agreement, Strength::Recommendation]
        .into_iter()
        .find(|strength| strength.word() == word)
        .ok_or_else(|| {
            format!("`{word}` is no strength; write `law`, `agreement` or `recommendation`")
        })
}

fn clock(word: &str) -> Result<Clock, String> {
    match word {
        "occurred" => Ok(Clock::Occurred),
        "recorded" => Ok(Clock::Recorded),
        _ => Err(format!(
            "`{word}` is no clock; write `occurred` or `recorded`"
        )),
    }
}

fn valid(fields: &Fields<'_>) -> Read<(Option<crate::Day>, Option<crate::Day>)> {
    let Some(field) = fields.get("valid") else {
        return Ok((None, None));
    };
    let bounds = field.table(&["from", "to"])?;
    let from = bounds.get("from").map(|from| from.day()).transpose()?;
    let to = bounds.get("to").map(|to| to.day()).transpose()?;
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(field.wrong("`to` lies before `from`"));
    }
    Ok((from, to))
}

fn remind(fields: &Fields<'_>) -> Read<Vec<super::definition::Span>> {
    let Some(field) = fields.get("remind") else {
        return Ok(Vec::new());
    };
    field.each().iter().map(|field| field.read(span)).collect()
}

fn needs(fields: &Fields<'_>) -> Read<Vec<Need>> {
    let Some(field) = fields.get("needs") else {
        return Ok(Vec::new());
    };
    field.each().iter().map(|field| field.read(need)).collect()
}

fn need(text: &str) -> Result<Need, String> {
    let key = text.strip_prefix("agreement:");
    match (key.and_then(agreement_key), name_of(text)) {
        (Some(key), _) => Ok(Need::Agreement(key.to_owned())),
        (None, Some(anchor)) => Ok(Need::Anchor(anchor.to_owned())),
        _ => Err(format!(
            "`{text}` is nothing to need; write `agreement:key` or the name of an anchor"
        )),
    }
}
