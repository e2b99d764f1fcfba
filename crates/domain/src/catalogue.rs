// SPDX-License-Identifier: EUPL-1.2
//! The catalogue: regions, municipalities and enumerations as dated data, read from TOML.
//!
//! Lists keep the sources' wording in `label`; `screen` is what a page says where that wording would hurt or mislead.
//! Reading is pure: the caller hands over names and texts. Whatever is wrong is said at once, with file, entry and field.

mod check;
mod danish;
mod read;
pub mod screening;

use crate::id::MunicipalityCode;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// A language of the screen. Danish is the source's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dansk.
    Danish,
    /// English.
    English,
}

/// The same words in both languages; neither is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The words in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Danish => &self.da,
            Language::English => &self.en,
        }
    }
}

/// Where a file of the catalogue comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The file.
    pub file: String,
    /// Its version.
    pub version: String,
    /// From when its wording holds.
    pub valid_from: Date,
    /// What it rests on.
    pub source: String,
}

/// A region, with the days it exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The ISO 3166-2 code where one exists, else an own id.
    pub id: String,
    /// ISO 3166-2 code, if one is known.
    pub iso: Option<String>,
    /// The region's code in national registers, if known.
    pub code: Option<String>,
    /// Its name.
    pub name: Words,
    /// First day.
    pub from: Date,
    /// Last day, when it has one.
    pub to: Option<Date>,
    /// The region that takes over after the last day.
    pub succeeded_by: Option<String>,
}

/// The days a municipality lies in a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// Id of the region.
    pub region: String,
    /// First day.
    pub from: Date,
    /// Last day, when it has one.
    pub to: Option<Date>,
}

impl Stay {
    fn covers(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// A municipality, or the one area that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// Its four digits.
    pub code: MunicipalityCode,
    /// Its name as people say it.
    pub name: String,
    /// Its name as an authority.
    pub formal: String,
    /// Whether it is governed by a municipal council; Christiansø (0411) is not.
    pub is_municipality: bool,
    /// The regions it lies in, by date.
    pub regions: Vec<Stay>,
    /// What one should know.
    pub note: Option<String>,
}

/// A property of an entry of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// The source says "evt.": its absence is no lack.
    Optional,
    /// Always kept apart.
    Restricted,
    /// Asked only when it bears on the case.
    AskWhenRelevant,
    /// One of the three central actors.
    Central,
    /// The source cannot be read whole.
    Uncertain,
    /// Not in the source: an own addition.
    Added,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its code, as stored.
    pub id: String,
    /// The source's wording, and its translation.
    pub label: Words,
    /// What a page says instead, when the source's wording would hurt or mislead.
    pub screen: Option<Words>,
    /// A word of help.
    pub help: Option<Words>,
    /// The entry it belongs under.
    pub parent: Option<String>,
    /// Its properties.
    pub marks: BTreeSet<Mark>,
    /// Codes of other things it points at, by what they are: `category`, `keys`, `functions`, `points_to` …
    pub links: BTreeMap<String, Vec<String>>,
}

impl Item {
    /// What a page says.
    pub fn words(&self, language: Language) -> &str {
        self.screen
            .as_ref()
            .unwrap_or(&self.label)
            .in_language(language)
    }

    /// Whether it has a property.
    pub fn is(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// The codes it points at under a name; none when it points at nothing.
    pub fn links(&self, name: &str) -> &[String] {
        self.links.get(name).map_or(&[], Vec::as_slice)
    }

    /// The numbers it has under a name.
    pub fn numbers<N: FromStr>(&self, name: &str) -> impl Iterator<Item = N> {
        let all = self.links(name).iter();
        all.filter_map(|text| text.parse().ok())
    }
}

/// An enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// Whether the source leaves it open ("fx", "bl.a.", "kan være").
    pub open: bool,
    /// Requirement rows it answers.
    pub rows: Vec<String>,
    /// Its entries, in the source's order.
    pub items: Vec<Item>,
    /// From when its wording holds.
    pub valid_from: Date,
}

impl List {
    /// The entry with a code.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The entries that stand under another; `None` gives those that stand under none.
    pub fn under<'a>(&'a self, parent: Option<&'a str>) -> impl Iterator<Item = &'a Item> {
        self.items
            .iter()
            .filter(move |item| item.parent.as_deref() == parent)
    }
}

/// One thing that is wrong with the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueProblem {
    /// The file.
    pub file: String,
    /// The entry, such as `municipality 0461`; empty when the file as a whole is meant.
    pub entry: String,
    /// The field; empty when the entry as a whole is meant.
    pub field: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for CatalogueProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.file)?;
        for part in [&self.entry, &self.field]
            .into_iter()
            .filter(|part| !part.is_empty())
        {
            write!(formatter, ", {part}")?;
        }
        write!(formatter, ": {}", self.message)
    }
}

/// Everything that is wrong with the catalogue, one line each.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct CatalogueError(pub Vec<CatalogueProblem>);

/// All files of the catalogue, checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    editions: Vec<Edition>,
    regions: Vec<Region>,
    /// In the order of their Danish names.
    municipalities: Vec<Municipality>,
    lists: BTreeMap<String, List>,
    screenings: Vec<screening::Screening>,
}

impl Catalogue {
    /// Reads and checks files, given as names and texts.
    ///
    /// # Errors
    /// Everything that is wrong, each with file, entry and field.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, CatalogueError> {
        let reading = read::read(files);
        if !reading.problems.is_empty() {
            return Err(CatalogueError(reading.problems));
        }
        let problems = check::check(&reading);
        if !problems.is_empty() {
            return Err(CatalogueError(problems));
        }
        let mut catalogue = reading.catalogue;
        catalogue
            .municipalities
            .sort_by_cached_key(|municipality| danish::sort_key(&municipality.name));
        Ok(catalogue)
    }

    /// The files and what they rest on.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// Every municipality, in the order of their Danish names (å last).
    pub fn municipalities(&self) -> &[Municipality] {
        &self.municipalities
    }

    /// The municipality with a code.
    pub fn municipality(&self, code: &str) -> Option<&Municipality> {
        self.municipalities
            .iter()
            .find(|municipality| municipality.code.as_str() == code)
    }

    /// The regions that exist on a day.
    pub fn regions_on(&self, day: Date) -> impl Iterator<Item = &Region> {
        self.regions
            .iter()
            .filter(move |region| region.from <= day && region.to.is_none_or(|to| day <= to))
    }

    /// The region with an id.
    pub fn region(&self, id: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.id == id)
    }

    /// The region a municipality lies in on a day.
    pub fn region_on(&self, code: &str, day: Date) -> Option<&Region> {
        let municipality = self.municipality(code)?;
        let stay = municipality.regions.iter().find(|stay| stay.covers(day))?;
        self.region(&stay.region)
    }

    /// The municipalities whose name, or a word of it, begins as typed; `aa`, `ae` and `oe` find `å`, `æ` and `ø` and the other
    /// way round. Digits find codes. In the order of their names; nothing typed finds nothing.
    pub fn municipalities_matching(&self, typed: &str) -> Vec<&Municipality> {
        let wanted = danish::folded(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        self.municipalities
            .iter()
            .filter(|municipality| {
                let name = danish::folded(&municipality.name);
                municipality.code.as_str().starts_with(&wanted)
                    || danish::has_word_beginning(&name, &wanted)
            })
            .collect()
    }

    /// Every list, by id.
    pub fn lists(&self) -> impl Iterator<Item = &List> {
        self.lists.values()
    }

    /// The list with an id.
    pub fn list(&self, id: &str) -> Option<&List> {
        self.lists.get(id)
    }

    /// Every screening tool, in the order of the file.
    pub fn screenings(&self) -> &[screening::Screening] {
        &self.screenings
    }

    /// The screening tool with an id.
    pub fn screening(&self, id: &str) -> Option<&screening::Screening> {
        self.screenings.iter().find(|tool| tool.id == id)
    }

    /// The source's wording of an entry.
    pub fn label(&self, list: &str, id: &str, language: Language) -> Option<&str> {
        Some(self.list(list)?.item(id)?.label.in_language(language))
    }

    /// What a page says for an entry.
    pub fn words(&self, list: &str, id: &str, language: Language) -> Option<&str> {
        Some(self.list(list)?.item(id)?.words(language))
    }
}

#[cfg(test)]
mod tests;
