// SPDX-License-Identifier: EUPL-1.2
//! What a compiled rulebook wants to know of facts: types, attributes and the values it compares with, as numbers.

use foldhash::fast::RandomState;
use std::collections::HashMap;

/// The value of an attribute a fact lacks.
pub(crate) const NO_VALUE: u32 = 0;
/// The date of an attribute a fact lacks.
pub(crate) const NO_DATE: i32 = i32::MIN;
const NO_SLOT: u8 = u8::MAX;

/// An attribute of one type that some rule reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// The number of the attribute.
    pub(crate) attribute: u16,
    /// Its name.
    pub(crate) name: String,
    /// Whether it is read as a date; an attribute read both ways has two slots.
    pub(crate) date: bool,
}

/// Numbers for the words of a rulebook. Number 0 of values means none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Schema {
    kinds: HashMap<String, u16, RandomState>,
    kind_names: Vec<String>,
    slots: Vec<Vec<Slot>>,
    attributes: HashMap<(String, bool), u16>,
    values: HashMap<String, u32, RandomState>,
    value_texts: Vec<String>,
    /// Per type and attribute: the slot. Filled by [`Schema::seal`].
    table: Vec<u8>,
}

impl Schema {
    /// The number of a type, given out at first mention.
    pub(crate) fn kind(&mut self, name: &str) -> u16 {
        if let Some(known) = self.kinds.get(name) {
            return *known;
        }
        let kind = number(self.kind_names.len());
        self.kinds.insert(name.to_owned(), kind);
        self.kind_names.push(name.to_owned());
        self.slots.push(Vec::new());
        kind
    }

    /// The number of an attribute, and room for it in every fact of these types.
    pub(crate) fn attribute(&mut self, kinds: &[u16], name: &str, date: bool) -> u16 {
        let next = number(self.attributes.len());
        let attribute = *self
            .attributes
            .entry((name.to_owned(), date))
            .or_insert(next);
        for kind in kinds {
            let Some(slots) = self.slots.get_mut(usize::from(*kind)) else {
                continue;
            };
            if !slots.iter().any(|slot| slot.attribute == attribute) {
                slots.push(Slot {
                    attribute,
                    name: name.to_owned(),
                    date,
                });
            }
        }
        attribute
    }

    /// The number of a value that a rule compares with.
    pub(crate) fn value(&mut self, text: &str) -> u32 {
        if let Some(known) = self.values.get(text) {
            return *known;
        }
        self.value_texts.push(text.to_owned());
        let value = super::narrow(self.value_texts.len());
        self.values.insert(text.to_owned(), value);
        value
    }

    /// Lays out the table of slots; nothing is added after that.
    pub(crate) fn seal(&mut self) {
        let width = self.attributes.len();
        self.table = vec![NO_SLOT; width * self.slots.len()];
        for (kind, slots) in self.slots.iter().enumerate() {
            for (place, slot) in slots.iter().enumerate() {
                let cell = self
                    .table
                    .get_mut(kind * width + usize::from(slot.attribute));
                if let (Some(cell), Ok(place)) = (cell, u8::try_from(place)) {
                    *cell = place;
                }
            }
        }
    }

    pub(crate) fn find_kind(&self, name: &str) -> Option<u16> {
        self.kinds.get(name).copied()
    }

    pub(crate) fn find_value(&self, text: &str) -> Option<u32> {
        self.values.get(text).copied()
    }

    pub(crate) fn kind_count(&self) -> usize {
        self.kind_names.len()
    }

    pub(crate) fn kind_name(&self, kind: u16) -> &str {
        self.kind_names
            .get(usize::from(kind))
            .map_or("", String::as_str)
    }

    pub(crate) fn value_count(&self) -> u32 {
        super::narrow(self.value_texts.len())
    }

    /// The text of a value that a rule compares with.
    pub(crate) fn value_text(&self, value: u32) -> Option<&str> {
        let index = usize::try_from(value).ok()?.checked_sub(1)?;
        self.value_texts.get(index).map(String::as_str)
    }

    pub(crate) fn slots(&self, kind: u16) -> &[Slot] {
        self.slots.get(usize::from(kind)).map_or(&[], Vec::as_slice)
    }

    /// Where in a fact of this type the attribute stands.
    #[inline]
    pub(crate) fn slot(&self, kind: u16, attribute: u16) -> Option<usize> {
        let cell = usize::from(kind) * self.attributes.len() + usize::from(attribute);
        match self.table.get(cell) {
            Some(&slot) if slot != NO_SLOT => Some(usize::from(slot)),
            _ => None,
        }
    }
}

fn number(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
