// SPDX-License-Identifier: EUPL-1.2
//! Loading a pathway: its journal, and the journals joined with it, read as one thread. Journals are never merged in
//! storage; what is derived from a thread is kept with the journal that was opened first.

use crate::error::AppError;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;
use traad_domain::body::Body;
use traad_domain::entry::{Content, Entry, NewEntry, Topic, Written};
use traad_domain::id::{EntryId, PathwayId, PersonId, UnitId};
use traad_domain::journal::{Shares, effective};
use traad_domain::pathway::Pathway;
use traad_domain::policy::{Action, Consents, Denial, Grounds, Reader};
use traad_domain::stored::{Place, Reading};
use traad_store::{Journal, Store};

/// One journal of a thread.
#[derive(Debug, Clone)]
pub(crate) struct Strand {
    pub(crate) id: PathwayId,
    pub(crate) head: u32,
    pub(crate) last_recorded: Timestamp,
}

/// One or more joined journals, read as one. A copy shares what it holds.
#[derive(Debug, Clone)]
pub struct Thread {
    /// The journals; the first is the one everything derived is kept with.
    pub(crate) strands: Vec<Strand>,
    /// All entries in the order they were written, numbered through.
    pub(crate) entries: Arc<Vec<Entry>>,
    /// Who was sent what.
    pub(crate) shares: Arc<Shares>,
    /// The whole, for decisions. Never shown.
    pub(crate) whole: Arc<Pathway>,
}

impl Thread {
    /// A pathway that is about to be opened.
    pub(crate) fn new(id: PathwayId) -> Self {
        Self {
            strands: vec![Strand {
                id,
                head: 0,
                last_recorded: Timestamp::MIN,
            }],
            entries: Arc::default(),
            shares: Arc::default(),
            whole: Arc::default(),
        }
    }

    /// Loads a pathway with what it is joined with.
    pub(crate) fn load(store: &Store, id: &PathwayId) -> Result<Option<Self>, AppError> {
        let Some(journal) = store
            .load_journal(id.as_str())
            .map_err(AppError::Unavailable)?
        else {
            return Ok(None);
        };
        let mut loaded = vec![read(&journal)?];
        let mut known: BTreeSet<PathwayId> = BTreeSet::from([id.clone()]);
        loop {
            let missing: Vec<String> = loaded
                .iter()
                .flat_map(|(_, entries)| joined(entries))
                .filter(|other| known.insert(other.clone()))
                .map(|other| other.as_str().to_owned())
                .collect();
            if missing.is_empty() {
                break;
            }
            for journal in store.load_many(&missing).map_err(AppError::Unavailable)? {
                loaded.push(read(&journal)?);
            }
        }
        Ok(Some(Self::of(loaded)))
    }

    /// The thread of a journal that is joined with no other; `None` when it is.
    pub(crate) fn alone(journal: &Journal) -> Result<Option<Self>, AppError> {
        let loaded = read(journal)?;
        let alone = joined(&loaded.1).is_empty();
        Ok(alone.then(|| Self::of(vec![loaded])))
    }

    /// The same thread after its entries changed.
    pub(crate) fn refolded(self) -> Self {
        let shares = Arc::new(Shares::of(&self.entries));
        let whole = Arc::new(Pathway::fold(self.entries.iter()));
        let born = self.whole.child.birthday;
        let folded = Self {
            shares,
            whole,
            ..self
        };
        folded.born_on(born)
    }

    /// The same thread of a child whose birthday its own record tells.
    pub(crate) fn born_on(mut self, born: Option<Date>) -> Self {
        if self.whole.child.birthday != born {
            Arc::make_mut(&mut self.whole).is_born_on(born);
        }
        self
    }

    /// The thread with what was written to its journals in one step.
    pub(crate) fn grown(
        mut self,
        written: Vec<(PathwayId, String, NewEntry)>,
        recorded: Timestamp,
    ) -> Self {
        let from = self.entries.len();
        let first = self.entries.last().map_or(0, |e| e.seq) + 1;
        let all = Arc::make_mut(&mut self.entries);
        let shares = Arc::make_mut(&mut self.shares);
        for (seq, (pathway, id, NewEntry { envelope, body })) in (first..).zip(written) {
            if let Some(strand) = self.strands.iter_mut().find(|s| s.id == pathway) {
                strand.head += 1;
                strand.last_recorded = recorded;
            }
            let entry = Entry {
                pathway,
                seq,
                id: EntryId::new(id),
                recorded,
                content: Content::Written(Arc::new(Written { envelope, body })),
            };
            shares.add(&entry);
            all.push(entry);
        }
        if !Arc::make_mut(&mut self.whole).go_on(all, from) {
            let born = self.whole.child.birthday;
            self.whole = Arc::new(Pathway::fold(all.iter()));
            return self.born_on(born);
        }
        self
    }

    /// This thread and another, read as one.
    pub(crate) fn with(self, other: Self) -> Self {
        let mut loaded: Vec<(Strand, Vec<Entry>)> = Vec::new();
        for Self {
            strands, entries, ..
        } in [self, other]
        {
            for strand in strands {
                let own: Vec<Entry> = entries
                    .iter()
                    .filter(|e| e.pathway == strand.id)
                    .cloned()
                    .collect();
                loaded.push((strand, own));
            }
        }
        Self::of(loaded)
    }

    /// One thread of loaded journals.
    pub(crate) fn of(mut loaded: Vec<(Strand, Vec<Entry>)>) -> Self {
        loaded.sort_by_key(|(strand, entries)| {
            (entries.first().map(|e| e.recorded), strand.id.clone())
        });
        let strands = loaded.iter().map(|(strand, _)| strand.clone()).collect();
        let mut entries: Vec<Entry> = loaded
            .into_iter()
            .flat_map(|(_, entries)| entries)
            .collect();
        entries
            .sort_by(|a, b| (a.recorded, &a.pathway, a.seq).cmp(&(b.recorded, &b.pathway, b.seq)));
        for (place, entry) in (1..).zip(&mut entries) {
            entry.seq = place;
        }
        let shares = Arc::new(Shares::of(&entries));
        let whole = Arc::new(Pathway::fold(&entries));
        Self {
            strands,
            entries: Arc::new(entries),
            shares,
            whole,
        }
    }

    /// The journal everything derived is kept with, and new entries go to.
    pub fn primary(&self) -> Option<&PathwayId> {
        self.strands.first().map(|s| &s.id)
    }

    /// What decides who may read its entries at an instant.
    pub(crate) fn grounds(&self, now: Timestamp) -> Grounds<'_> {
        Grounds {
            shares: &self.shares,
            consents: Consents::of(&self.whole),
            shown: &self.whole.shown,
            misfiled: &self.whole.misfiled,
            sealed: &self.whole.sealed,
            now,
        }
    }

    /// The entries a reader may read.
    pub fn readable(&self, reader: Reader<'_>, now: Timestamp) -> Vec<&Entry> {
        self.grounds(now).readable(reader, &self.entries)
    }

    /// Whether a reader may do something with some entry of one of its journals, and otherwise why not.
    pub(crate) fn opens(
        &self,
        reader: Reader<'_>,
        action: Action,
        (journal, now): (&PathwayId, Timestamp),
    ) -> Result<(), Denial> {
        let own = self.entries.iter().filter(|e| &e.pathway == journal);
        self.grounds(now).opens(reader, action, own)
    }

    /// Whom what is written in it is about; an empty id before that is known.
    pub(crate) fn subject(&self) -> PersonId {
        let subject = self.whole.subject.clone();
        subject.unwrap_or_else(|| PersonId::new(""))
    }

    /// Everybody its journals are about.
    pub(crate) fn subjects(&self) -> Vec<PersonId> {
        let mut subjects: Vec<PersonId> = Vec::new();
        for written in self.entries.iter().filter_map(Entry::written) {
            if let Body::PathwayOpened(opened) = &written.body
                && !subjects.contains(&opened.subject)
            {
                subjects.push(opened.subject.clone());
            }
        }
        subjects
    }

    /// Units that may read an entry: the one that wrote it, those it was sent to as long as what that rests on runs, and
    /// those a consent lets see it. That somebody used nødadgang is no part of that one's unit's work.
    pub(crate) fn readers_of(&self, entry: &Entry, now: Timestamp) -> BTreeSet<UnitId> {
        self.readers(std::iter::once(entry), now)
    }

    /// Units that may read at least one entry of a journal.
    pub(crate) fn participants_of(&self, journal: &PathwayId, now: Timestamp) -> BTreeSet<UnitId> {
        let own = self.entries.iter().filter(|e| &e.pathway == journal);
        self.readers(own, now)
    }

    /// Units that may read at least one of some entries. A unit that reads one is not asked about again.
    fn readers<'a>(
        &'a self,
        entries: impl Iterator<Item = &'a Entry>,
        now: Timestamp,
    ) -> BTreeSet<UnitId> {
        let grounds = self.grounds(now);
        let mut units: BTreeSet<&UnitId> = BTreeSet::new();
        for entry in entries {
            let author = entry.written().map(|w| &w.envelope.author.unit);
            let sent = self.shares.to(&entry.id).iter().map(|share| &share.unit);
            let named = grounds.consents.named(now);
            for unit in author.into_iter().chain(sent).chain(named) {
                if !units.contains(unit) && grounds.unit_reads(unit, entry) {
                    units.insert(unit);
                }
            }
        }
        units.into_iter().cloned().collect()
    }
}

/// What a form that changes a topic has seen: the latest readable entry of the topic. Opaque, and the same for a reader
/// who may not read what another unit changed.
pub fn topic_token(entries: &[&Entry], topic: &Topic) -> String {
    entries
        .iter()
        .rev()
        .find(|e| {
            e.written()
                .is_some_and(|w| w.envelope.topic.as_ref() == Some(topic))
        })
        .map_or_else(|| "-".to_owned(), |e| e.id.as_str().to_owned())
}

/// The readable entries of a topic written after the one a form had seen.
pub fn since_token<'a>(entries: &[&'a Entry], topic: &Topic, token: &str) -> Vec<&'a Entry> {
    let mut changes: Vec<&Entry> = entries
        .iter()
        .rev()
        .filter(|e| {
            e.written()
                .is_some_and(|w| w.envelope.topic.as_ref() == Some(topic))
        })
        .take_while(|e| e.id.as_str() != token)
        .copied()
        .collect();
    changes.reverse();
    changes
}

fn joined(entries: &[Entry]) -> Vec<PathwayId> {
    let joins = |e: &Entry| matches!(e.written().map(|w| &w.body), Some(Body::JoinedWith(_)));
    if !entries.iter().any(joins) {
        return Vec::new();
    }
    effective(entries)
        .into_iter()
        .filter_map(|e| {
            let Body::JoinedWith(joined) = e.body else {
                return None;
            };
            Some(joined.other.clone())
        })
        .collect()
}

/// Reads the rows of one journal.
pub(crate) fn read(journal: &Journal) -> Result<(Strand, Vec<Entry>), AppError> {
    let id = PathwayId::new(journal.pathway.clone());
    let mut entries = Vec::with_capacity(journal.entries.len());
    let mut reading = Reading::default();
    for row in &journal.entries {
        let place = Place {
            pathway: id.clone(),
            seq: row.seq,
            id: EntryId::new(row.id.clone()),
            recorded: Timestamp::from_millisecond(row.recorded_ms).map_err(AppError::internal)?,
        };
        entries.push(reading.read(place, row.document.as_deref())?);
    }
    let last_recorded = entries.last().map_or(Timestamp::MIN, |e| e.recorded);
    Ok((
        Strand {
            id,
            head: journal.head.seq,
            last_recorded,
        },
        entries,
    ))
}
