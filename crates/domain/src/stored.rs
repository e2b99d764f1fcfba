// SPDX-License-Identifier: EUPL-1.2
//! The stored document of an entry: envelope and body as JSON text, with the version of its kind.
//!
//! A stored document is never rewritten. Older versions are lifted by `upcast` when they are read; a version from a
//! later release is refused in words a human can act on.

mod parts;

use crate::body::{Body, current_version};
use crate::category::Category;
use crate::entry::{
    Author, Basis, Content, Entry, Envelope, PartyVisibility, Share, Topic, Written,
};
use crate::id::{ControllerId, EntryId, PathwayId, PersonId};
use crate::time::Occurred;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// Why a stored document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoredError {
    /// Not JSON, or not of the right shape.
    #[error("entry `{entry}` is damaged: {detail}; restore it from a backup")]
    Damaged {
        /// Which entry.
        entry: String,
        /// What is wrong.
        detail: String,
    },
    /// Written by a later release.
    #[error(
        "entry `{entry}` was written by a later release (`{kind}` version {version}); upgrade before opening this pathway"
    )]
    TooNew {
        /// Which entry.
        entry: String,
        /// Its kind.
        kind: String,
        /// Its version.
        version: u32,
    },
}

#[derive(Serialize, Deserialize)]
struct Document {
    v: u32,
    occurred: Occurred,
    author: Arc<Author>,
    controller: ControllerId,
    about: Vec<PersonId>,
    category: Category,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    restricted: bool,
    visible: PartyVisibility,
    basis: Basis,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    shared: Vec<Share>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    topic: Option<Topic>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    corrects: Option<EntryId>,
    #[serde(flatten)]
    body: Body,
}

/// Parts of documents that were read already, by their text.
#[derive(Debug)]
struct Memory<T>(Vec<(Box<str>, T)>);

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Clone + DeserializeOwned> Memory<T> {
    fn read(&mut self, part: &str) -> serde_json::Result<T> {
        if let Some((_, known)) = self.0.iter().find(|(known, _)| &**known == part) {
            return Ok(known.clone());
        }
        let read: T = serde_json::from_str(part)?;
        self.0.push((part.into(), read.clone()));
        Ok(read)
    }
}

/// Reads the documents of one journal. Its entries name the same few authors, people and grounds; each is read once and
/// then shared.
#[derive(Debug, Default)]
pub struct Reading {
    authors: Memory<Arc<Author>>,
    controllers: Memory<ControllerId>,
    people: Memory<Vec<PersonId>>,
    categories: Memory<Category>,
    visibilities: Memory<PartyVisibility>,
    grounds: Memory<Basis>,
    shares: Memory<Vec<Share>>,
}

/// What can be read of any document, whatever its version.
#[derive(Deserialize)]
struct Label {
    kind: String,
    v: u32,
}

/// The document of a new entry: JSON text that is stored and hashed byte for byte.
pub fn write(envelope: &Envelope, body: &Body) -> String {
    let document = Document {
        v: current_version(body.kind()).unwrap_or(1),
        occurred: envelope.occurred,
        author: envelope.author.clone(),
        controller: envelope.controller.clone(),
        about: envelope.about.clone(),
        category: envelope.category,
        restricted: envelope.restricted,
        visible: envelope.visible_to_party_from,
        basis: envelope.basis.clone(),
        shared: envelope.shared_with.clone(),
        topic: envelope.topic.clone(),
        corrects: envelope.corrects.clone(),
        body: body.clone(),
    };
    // Serialising plain structs with string keys cannot fail; an empty document would be refused when read.
    serde_json::to_string(&document).unwrap_or_default()
}

/// Where a stored row stands.
#[derive(Debug, Clone)]
pub struct Place {
    /// The journal.
    pub pathway: PathwayId,
    /// Place in it.
    pub seq: u32,
    /// The entry's id.
    pub id: EntryId,
    /// When it was written.
    pub recorded: Timestamp,
}

/// Reads one stored row by itself; `None` for a document means that it was erased.
pub fn read(place: Place, document: Option<&str>) -> Result<Entry, StoredError> {
    Reading::default().read(place, document)
}

impl Reading {
    /// Reads one stored row; `None` for a document means that it was erased.
    pub fn read(&mut self, place: Place, document: Option<&str>) -> Result<Entry, StoredError> {
        let content = match document {
            None => Content::Erased,
            Some(text) => Content::Written(Arc::new(self.document(&place.id, text)?)),
        };
        Ok(Entry {
            pathway: place.pathway,
            seq: place.seq,
            id: place.id,
            recorded: place.recorded,
            content,
        })
    }

    fn document(&mut self, entry: &EntryId, text: &str) -> Result<Written, StoredError> {
        // Older, newer, damaged or written by another hand: read slowly, and told what it is.
        self.present(text).map_or_else(|| read_any(entry, text), Ok)
    }

    /// Reads a document of a present version whose members stand as [`write()`] writes them.
    fn present(&mut self, text: &str) -> Option<Written> {
        let mut parts = parts::parts(text)?;
        let (mut kind, mut version, mut body) = (None, None, None);
        let (mut occurred, mut author, mut controller, mut about) = (None, None, None, None);
        let (mut category, mut restricted, mut visible) = (None, None, None);
        let (mut basis, mut shared, mut topic, mut corrects) = (None, None, None, None);
        while let Some(name) = parts.name().ok()? {
            if name == "body" {
                body = Some(parts.last().ok()?);
                break;
            }
            let part = parts.value().ok()?;
            match name {
                "kind" => once(&mut kind, serde_json::from_str::<Cow<'_, str>>(part)),
                "v" => once(&mut version, serde_json::from_str::<u32>(part)),
                "occurred" => once(&mut occurred, serde_json::from_str(part)),
                "author" => once(&mut author, self.authors.read(part)),
                "controller" => once(&mut controller, self.controllers.read(part)),
                "about" => once(&mut about, self.people.read(part)),
                "category" => once(&mut category, self.categories.read(part)),
                "restricted" => once(&mut restricted, serde_json::from_str(part)),
                "visible" => once(&mut visible, self.visibilities.read(part)),
                "basis" => once(&mut basis, self.grounds.read(part)),
                "shared" => once(&mut shared, self.shares.read(part)),
                "topic" => once(&mut topic, serde_json::from_str(part)),
                "corrects" => once(&mut corrects, serde_json::from_str(part)),
                _ => None,
            }?;
        }
        let kind = kind?;
        if current_version(&kind) != version {
            return None;
        }
        let envelope = Envelope {
            occurred: occurred?,
            author: author?,
            controller: controller?,
            about: about?,
            category: category?,
            restricted: restricted.unwrap_or_default(),
            visible_to_party_from: visible?,
            basis: basis?,
            shared_with: shared.unwrap_or_default(),
            topic: topic.unwrap_or_default(),
            corrects: corrects.unwrap_or_default(),
        };
        let body = Body::read(&kind, body?)?.ok()?;
        Some(Written { envelope, body })
    }
}

/// Takes a member that could be read and did not stand there before.
fn once<T>(member: &mut Option<T>, read: serde_json::Result<T>) -> Option<()> {
    member.replace(read.ok()?).is_none().then_some(())
}

/// Reads a document of any version.
fn read_any(entry: &EntryId, text: &str) -> Result<Written, StoredError> {
    let damaged = |error: serde_json::Error| StoredError::Damaged {
        entry: entry.to_string(),
        // Not in serde's words: they quote what stands there, and this ends in a log.
        detail: format!("{:?} at column {}", error.classify(), error.column()),
    };
    let label: Label = serde_json::from_str(text).map_err(damaged)?;
    let document: Document = match current_version(&label.kind) {
        Some(current) if label.v == current => serde_json::from_str(text).map_err(damaged)?,
        Some(current) if label.v < current => {
            let old = serde_json::from_str(text).map_err(damaged)?;
            serde_json::from_value(upcast(&label.kind, label.v, old)).map_err(damaged)?
        }
        _ => {
            return Err(StoredError::TooNew {
                entry: entry.to_string(),
                kind: label.kind,
                version: label.v,
            });
        }
    };
    let Document {
        occurred,
        author,
        controller,
        about,
        category,
        restricted,
        visible,
        basis,
        shared,
        topic,
        corrects,
        body,
        ..
    } = document;
    let envelope = Envelope {
        occurred,
        author,
        controller,
        about,
        category,
        restricted,
        visible_to_party_from: visible,
        basis,
        shared_with: shared,
        topic,
        corrects,
    };
    Ok(Written { envelope, body })
}

/// Lifts a document of an older version, one version at a time. No kind has had a second version yet: each later one
/// adds a step here and a sample of its older form to the corpus.
fn upcast(_kind: &str, _from: u32, document: serde_json::Value) -> serde_json::Value {
    document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_without_the_slow_way_and_in_the_same_words() {
        let id = EntryId::new("e");
        let mut reading = Reading::default();
        for line in include_str!("../tests/corpus/v1.jsonl").lines() {
            let kept = read_any(&id, line).unwrap();
            let text = write(&kept.envelope, &kept.body);
            assert_eq!(reading.present(&text).as_ref(), Some(&kept), "{text}");
        }
    }

    #[test]
    fn what_stands_twice_or_after_the_end_is_damage() {
        let id = EntryId::new("e");
        for line in include_str!("../tests/corpus/v1.jsonl").lines() {
            let kept = read_any(&id, line).unwrap();
            let text = write(&kept.envelope, &kept.body);
            let twice = text.replacen("{\"v\":1,", "{\"v\":1,\"v\":1,", 1);
            let longer = format!("{text}}}");
            for wrong in [twice, longer] {
                assert_ne!(wrong, text);
                assert!(Reading::default().document(&id, &wrong).is_err(), "{wrong}");
            }
        }
    }

    #[test]
    fn another_hand_may_set_it_out_in_another_way() {
        let id = EntryId::new("e");
        for line in include_str!("../tests/corpus/v1.jsonl").lines() {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let spread = serde_json::to_string_pretty(&value).unwrap();
            let read = Reading::default().document(&id, &spread).unwrap();
            assert_eq!(read, read_any(&id, line).unwrap(), "{line}");
        }
    }
}
