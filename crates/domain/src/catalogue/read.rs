// SPDX-License-Identifier: EUPL-1.2
//! From TOML to the catalogue, field by field, so that a mistake is told with the entry it stands in.

mod screening;

use super::{
    Catalogue, CatalogueProblem, Edition, Item, List, Mark, Municipality, Region, Stay, Words,
};
use crate::id::MunicipalityCode;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

const TOP: &[&str] = &[
    "version",
    "valid_from",
    "source",
    "region",
    "municipality",
    "list",
    "screening",
];
const REGION: &[&str] = &[
    "id",
    "iso",
    "code",
    "da",
    "en",
    "from",
    "to",
    "succeeded_by",
];
const MUNICIPALITY: &[&str] = &["code", "name", "formal", "kind", "regions", "note"];
const STAY: &[&str] = &["region", "from", "to"];
const LIST: &[&str] = &["id", "title", "open", "rows", "entry"];
const MARKS: &[(&str, Mark)] = &[
    ("optional", Mark::Optional),
    ("restricted", Mark::Restricted),
    ("ask_when_relevant", Mark::AskWhenRelevant),
    ("central", Mark::Central),
    ("uncertain", Mark::Uncertain),
    ("added", Mark::Added),
];
const LINKS: &[&str] = &[
    "ages",
    "by",
    "category",
    "element",
    "form",
    "functions",
    "keys",
    "months",
    "paragraph",
    "points_to",
    "professions",
    "question",
    "row",
    "sector",
    "tell",
    "unit_kinds",
];
const ITEM: &[&str] = &["id", "da", "en", "screen", "help", "parent"];

/// A table, and where it stands.
struct Place<'t> {
    file: &'t str,
    entry: String,
    table: &'t Table,
}

type Read<T> = Result<T, CatalogueProblem>;

/// What was read.
#[derive(Default)]
pub(super) struct Reading {
    /// The catalogue, still unchecked as a whole.
    pub(super) catalogue: Catalogue,
    /// In which file an entry stands.
    pub(super) files: BTreeMap<String, String>,
    /// What could not be read.
    pub(super) problems: Vec<CatalogueProblem>,
}

/// Reads what can be read, and says what could not.
pub(super) fn read(files: &[(&str, &str)]) -> Reading {
    let mut reading = Reading::default();
    for (file, text) in files {
        let read = match text.parse::<Table>() {
            Ok(table) => reading.file(&Place {
                file,
                entry: String::new(),
                table: &table,
            }),
            Err(error) => Err(CatalogueProblem {
                file: (*file).to_owned(),
                entry: String::new(),
                field: String::new(),
                message: format!("not TOML: {}", error.message()),
            }),
        };
        reading.problems.extend(read.err());
    }
    reading
}

impl Reading {
    fn file(&mut self, top: &Place<'_>) -> Read<()> {
        top.only(&[TOP])?;
        let edition = Edition {
            file: top.file.to_owned(),
            version: top.text("version")?,
            valid_from: top.date("valid_from")?,
            source: top.text("source")?,
        };
        let valid_from = edition.valid_from;
        self.catalogue.editions.push(edition);
        for place in top.tables("region", "id")? {
            self.keep(&place, place.region(), |catalogue, region| {
                catalogue.regions.push(region);
            });
        }
        for place in top.tables("municipality", "code")? {
            self.keep(&place, place.municipality(), |catalogue, found| {
                catalogue.municipalities.push(found);
            });
        }
        for place in top.tables("list", "id")? {
            self.keep(&place, place.list(valid_from), |catalogue, list| {
                catalogue.lists.insert(list.id.clone(), list);
            });
        }
        for place in top.tables("screening", "id")? {
            self.keep(&place, place.screening(valid_from), |catalogue, tool| {
                catalogue.screenings.push(tool);
            });
        }
        Ok(())
    }

    /// Adds what was read, unless it could not be read or its id is taken.
    fn keep<T>(&mut self, place: &Place<'_>, read: Read<T>, add: impl FnOnce(&mut Catalogue, T)) {
        match read {
            Err(problem) => self.problems.push(problem),
            Ok(value) => {
                if self
                    .files
                    .insert(place.entry.clone(), place.file.to_owned())
                    .is_some()
                {
                    self.problems
                        .push(place.wrong("", "there is one with this id already"));
                }
                add(&mut self.catalogue, value);
            }
        }
    }
}

impl<'t> Place<'t> {
    fn wrong(&self, field: &str, message: &str) -> CatalogueProblem {
        CatalogueProblem {
            file: self.file.to_owned(),
            entry: self.entry.clone(),
            field: field.to_owned(),
            message: message.to_owned(),
        }
    }

    fn only(&self, known: &[&[&str]]) -> Read<()> {
        let unknown = self
            .table
            .keys()
            .find(|name| !known.iter().any(|names| names.contains(&name.as_str())));
        unknown.map_or(Ok(()), |name| Err(self.wrong(name, "no such field")))
    }

    fn maybe_text(&self, field: &str) -> Read<Option<String>> {
        match self.table.get(field) {
            None => Ok(None),
            Some(Value::String(text)) if !text.trim().is_empty() => Ok(Some(text.clone())),
            Some(_) => Err(self.wrong(field, "text is needed, not empty")),
        }
    }

    fn text(&self, field: &str) -> Read<String> {
        self.maybe_text(field)?
            .ok_or_else(|| self.wrong(field, "is lacking"))
    }

    fn maybe_date(&self, field: &str) -> Read<Option<Date>> {
        self.maybe_text(field)?
            .map(|text| {
                text.parse().map_err(|_| {
                    self.wrong(field, &format!("`{text}` is no date; write 2024-01-01"))
                })
            })
            .transpose()
    }

    fn date(&self, field: &str) -> Read<Date> {
        self.maybe_date(field)?
            .ok_or_else(|| self.wrong(field, "is lacking"))
    }

    fn maybe_number(&self, field: &str) -> Read<Option<u16>> {
        let wrong = || self.wrong(field, "a whole number from 0 is needed");
        let Some(value) = self.table.get(field) else {
            return Ok(None);
        };
        let number = value.as_integer().and_then(|n| u16::try_from(n).ok());
        number.map(Some).ok_or_else(wrong)
    }

    fn yes(&self, field: &str) -> Read<bool> {
        match self.table.get(field) {
            None => Ok(false),
            Some(Value::Boolean(yes)) => Ok(*yes),
            Some(_) => Err(self.wrong(field, "true or false is needed")),
        }
    }

    /// One text, or a list of them.
    fn texts(&self, field: &str) -> Read<Vec<String>> {
        match self.table.get(field) {
            None => Ok(Vec::new()),
            Some(Value::String(text)) => Ok(vec![text.clone()]),
            Some(Value::Array(values)) => values
                .iter()
                .map(|value| {
                    value
                        .as_str()
                        .map(str::to_owned)
                        .ok_or_else(|| self.wrong(field, "a list of texts is needed"))
                })
                .collect(),
            Some(_) => Err(self.wrong(field, "a list of texts is needed")),
        }
    }

    fn words(&self, field: &str) -> Read<Option<Words>> {
        let Some(value) = self.table.get(field) else {
            return Ok(None);
        };
        let table = value
            .as_table()
            .ok_or_else(|| self.wrong(field, "a table with da and en is needed"))?;
        let place = Place {
            file: self.file,
            entry: format!("{}, {field}", self.entry),
            table,
        };
        place.only(&[&["da", "en"]])?;
        Ok(Some(Words {
            da: place.text("da")?,
            en: place.text("en")?,
        }))
    }

    /// The tables of a list of tables, each named by one of its fields.
    fn tables(&self, field: &str, name: &str) -> Read<Vec<Place<'t>>> {
        let Some(value) = self.table.get(field) else {
            return Ok(Vec::new());
        };
        let wrong = || self.wrong(field, "a list of tables is needed");
        value
            .as_array()
            .ok_or_else(wrong)?
            .iter()
            .enumerate()
            .map(|(place, value)| {
                let table = value.as_table().ok_or_else(wrong)?;
                let id = table
                    .get(name)
                    .and_then(Value::as_str)
                    .map_or_else(|| format!("no. {}", place + 1), str::to_owned);
                let entry = [self.entry.as_str(), &format!("{field} {id}")]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ");
                Ok(Place {
                    file: self.file,
                    entry,
                    table,
                })
            })
            .collect()
    }

    fn region(&self) -> Read<Region> {
        self.only(&[REGION])?;
        let region = Region {
            id: self.text("id")?,
            iso: self.maybe_text("iso")?,
            code: self.maybe_text("code")?,
            name: Words {
                da: self.text("da")?,
                en: self.text("en")?,
            },
            from: self.date("from")?,
            to: self.maybe_date("to")?,
            succeeded_by: self.maybe_text("succeeded_by")?,
        };
        self.in_order(region.from, region.to)?;
        Ok(region)
    }

    fn in_order(&self, from: Date, to: Option<Date>) -> Read<()> {
        match to {
            Some(to) if to < from => Err(self.wrong("to", "lies before `from`")),
            _ => Ok(()),
        }
    }

    fn municipality(&self) -> Read<Municipality> {
        self.only(&[MUNICIPALITY])?;
        let code = self.text("code")?;
        if code.len() != 4 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(self.wrong("code", "four digits are needed, as `0461`"));
        }
        let is_municipality = match self.maybe_text("kind")?.as_deref() {
            None => true,
            Some("state") => false,
            Some(_) => return Err(self.wrong("kind", "only `state` can stand here")),
        };
        let regions = self
            .tables("regions", "region")?
            .iter()
            .map(Place::stay)
            .collect::<Read<Vec<_>>>()?;
        if regions.is_empty() {
            return Err(self.wrong("regions", "is lacking"));
        }
        Ok(Municipality {
            code: MunicipalityCode::new(code),
            name: self.text("name")?,
            formal: self.text("formal")?,
            is_municipality,
            regions,
            note: self.maybe_text("note")?,
        })
    }

    fn stay(&self) -> Read<Stay> {
        self.only(&[STAY])?;
        let stay = Stay {
            region: self.text("region")?,
            from: self.date("from")?,
            to: self.maybe_date("to")?,
        };
        self.in_order(stay.from, stay.to)?;
        Ok(stay)
    }

    fn list(&self, valid_from: Date) -> Read<List> {
        self.only(&[LIST])?;
        let mut items: Vec<Item> = Vec::new();
        for place in self.tables("entry", "id")? {
            let item = place.item()?;
            if items.iter().any(|known| known.id == item.id) {
                return Err(place.wrong("id", "there is one with this id already"));
            }
            items.push(item);
        }
        if items.is_empty() {
            return Err(self.wrong("entry", "at least one is needed"));
        }
        Ok(List {
            id: self.text("id")?,
            title: self
                .words("title")?
                .ok_or_else(|| self.wrong("title", "is lacking"))?,
            open: self.yes("open")?,
            rows: self.texts("rows")?,
            items,
            valid_from,
        })
    }

    fn item(&self) -> Read<Item> {
        let marks: Vec<&str> = MARKS.iter().map(|(name, _)| *name).collect();
        self.only(&[ITEM, LINKS, &marks])?;
        let mut set = BTreeSet::new();
        for (name, mark) in MARKS {
            if self.yes(name)? {
                set.insert(*mark);
            }
        }
        let mut links = BTreeMap::new();
        for name in LINKS {
            let codes = self.texts(name)?;
            if !codes.is_empty() {
                links.insert((*name).to_owned(), codes);
            }
        }
        Ok(Item {
            id: self.text("id")?,
            label: Words {
                da: self.text("da")?,
                en: self.text("en")?,
            },
            screen: self.words("screen")?,
            help: self.words("help")?,
            parent: self.maybe_text("parent")?,
            marks: set,
            links,
        })
    }
}
