// SPDX-License-Identifier: EUPL-1.2
//! From the entries of a journal to what counts today: corrections in their place, annulled and erased ones left out.

use crate::body::Body;
use crate::entry::{Author, Entry, Envelope, Share, Topic};
use crate::id::EntryId;
use crate::time::Occurred;
use foldhash::fast::RandomState;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An entry as it counts today: under the id and at the place of the first one written, with the latest correction's text.
#[derive(Debug, Clone, Copy)]
pub struct Effective<'a> {
    /// The first entry's id: what duties and references keep to, however often it is corrected.
    pub root: &'a EntryId,
    /// The first entry's place.
    pub seq: u32,
    /// When the first entry was written.
    pub recorded: Timestamp,
    /// Envelope of the latest correction.
    pub envelope: &'a Envelope,
    /// Body of the latest correction.
    pub body: &'a Body,
    /// Whether it was ever corrected.
    pub corrected: bool,
}

impl Effective<'_> {
    /// When it happened.
    pub fn occurred(&self) -> Occurred {
        self.envelope.occurred
    }

    /// Who says so.
    pub fn author(&self) -> &Author {
        &self.envelope.author
    }
}

/// The effective entries in the order they were first written.
pub fn effective<'a>(entries: impl IntoIterator<Item = &'a Entry> + Clone) -> Vec<Effective<'a>> {
    let plain = entries.clone().into_iter().try_fold(0, |last, entry| {
        (stands_alone(entry) && entry.seq > last).then_some(entry.seq)
    });
    if plain.is_some() {
        return entries.into_iter().filter_map(as_written).collect();
    }
    rooted(entries)
}

/// Whether an entry counts as it was written: it corrects and withdraws no other one.
pub(crate) fn stands_alone(entry: &Entry) -> bool {
    entry.written().is_none_or(|written| {
        written.envelope.corrects.is_none() && !matches!(written.body, Body::Annulled(_))
    })
}

/// An entry that nothing corrects, as it counts.
pub(crate) fn as_written(entry: &Entry) -> Option<Effective<'_>> {
    let written = entry.written()?;
    Some(Effective {
        root: &entry.id,
        seq: entry.seq,
        recorded: entry.recorded,
        envelope: &written.envelope,
        body: &written.body,
        corrected: false,
    })
}

/// The same by the ids of what is corrected and withdrawn.
fn rooted<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<Effective<'a>> {
    let mut roots: BTreeMap<&EntryId, &EntryId> = BTreeMap::new();
    let mut by_root: BTreeMap<&EntryId, Effective<'a>> = BTreeMap::new();
    let mut gone: BTreeSet<EntryId> = BTreeSet::new();
    for entry in entries {
        let Some(written) = entry.written() else {
            continue;
        };
        if let Body::Annulled(annulled) = &written.body {
            gone.insert(annulled.entry.clone());
        }
        let corrects = written.envelope.corrects.as_ref();
        let root = corrects
            .and_then(|target| roots.get(target).copied())
            .unwrap_or(&entry.id);
        roots.insert(&entry.id, root);
        let first = by_root
            .get(root)
            .map_or((entry.seq, entry.recorded), |e| (e.seq, e.recorded));
        by_root.insert(
            root,
            Effective {
                root,
                seq: first.0,
                recorded: first.1,
                envelope: &written.envelope,
                body: &written.body,
                corrected: corrects.is_some(),
            },
        );
    }
    let gone_roots: BTreeSet<&EntryId> = gone
        .iter()
        .map(|id| roots.get(id).copied().unwrap_or(id))
        .collect();
    let mut list: Vec<_> = by_root
        .into_values()
        .filter(|e| !gone_roots.contains(e.root))
        .collect();
    list.sort_by_key(|e| e.seq);
    list
}

/// The latest place at which each topic was changed: what a later change must have seen.
pub fn topics(entries: &[Entry]) -> BTreeMap<Topic, u32> {
    let mut heads = BTreeMap::new();
    for entry in entries {
        if let Some(topic) = entry.written().and_then(|w| w.envelope.topic.as_ref()) {
            heads.insert(topic.clone(), entry.seq);
        }
    }
    heads
}

/// Everything each entry was sent to: when it was written, later by a disclosure, and through what it corrects.
#[derive(Debug, Clone, Default)]
pub struct Shares {
    // Asked for every entry at every read; ids are the program's own, so nobody can choose keys that collide.
    by_entry: HashMap<EntryId, Vec<Share>, RandomState>,
}

impl Shares {
    /// Reads the shares of a whole journal.
    pub fn of(entries: &[Entry]) -> Self {
        let mut shares = Self::default();
        for entry in entries {
            shares.add(entry);
        }
        shares
    }

    /// Reads the entry that comes next in the journal.
    pub fn add(&mut self, entry: &Entry) {
        let Some(written) = entry.written() else {
            return;
        };
        let mut own = written.envelope.shared_with.clone();
        if let Some(target) = &written.envelope.corrects {
            own.extend(self.to(target).iter().cloned());
        }
        if !own.is_empty() {
            self.of_entry(&entry.id).extend(own);
        }
        if let Body::Disclosed(disclosed) = &written.body {
            let share = Share {
                unit: disclosed.to.clone(),
                basis: written.envelope.basis.clone(),
            };
            for id in &disclosed.entries {
                self.of_entry(id).push(share.clone());
            }
        }
    }

    fn of_entry(&mut self, id: &EntryId) -> &mut Vec<Share> {
        self.by_entry.entry(id.clone()).or_default()
    }

    /// Whom an entry was sent to.
    pub fn to(&self, entry: &EntryId) -> &[Share] {
        self.by_entry.get(entry).map_or(&[], Vec::as_slice)
    }
}
