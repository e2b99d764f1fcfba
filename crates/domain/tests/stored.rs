// SPDX-License-Identifier: EUPL-1.2
//! Every kind of entry ever released is read from a kept sample and comes out equal: a changed field would show here
//! before it made a stored journal unreadable. A sample is never edited; a new version adds one.

use jiff::Timestamp;
use std::collections::BTreeSet;
use traad_domain::body::KINDS;
use traad_domain::entry::Content;
use traad_domain::facts::facts_of;
use traad_domain::id::{EntryId, PathwayId};
use traad_domain::pathway::Pathway;
use traad_domain::stored::{Place, StoredError, read, write};

/// One stored document a line, as released.
const CORPUS: &str = include_str!("corpus/v1.jsonl");

fn place(seq: u32) -> Place {
    Place {
        pathway: PathwayId::new("p"),
        seq,
        id: EntryId::new(format!("e{seq}")),
        recorded: Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn every_released_document_is_read_and_comes_out_equal() {
    let mut kinds = BTreeSet::new();
    let mut entries = Vec::new();
    for (seq, line) in (1..).zip(CORPUS.lines()) {
        let entry =
            read(place(seq), Some(line)).unwrap_or_else(|error| panic!("line {seq}: {error}"));
        let written = entry.written().unwrap();
        kinds.insert(written.body.kind());
        let again: serde_json::Value =
            serde_json::from_str(&write(&written.envelope, &written.body)).unwrap();
        let kept: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(again, kept, "line {seq}");
        entries.push(entry);
    }
    let missing: Vec<_> = KINDS.iter().filter(|kind| !kinds.contains(*kind)).collect();
    assert!(
        missing.is_empty(),
        "no sample of {missing:?}: add one to the corpus"
    );
    // Folding and telling facts of everything at once must not stumble either.
    assert!(Pathway::fold(&entries).id.is_some());
    assert!(!facts_of(&entries).is_empty());
}

#[test]
fn a_later_version_is_refused_in_words_and_an_erased_one_is_empty() {
    let line = CORPUS.lines().next().unwrap();
    let later = line.replace("\"v\":1", "\"v\":99");
    assert!(matches!(
        read(place(1), Some(&later)),
        Err(StoredError::TooNew { version: 99, .. })
    ));
    let unknown = line.replace(
        "\"kind\":\"pathway-opened\"",
        "\"kind\":\"pathway-imagined\"",
    );
    assert!(matches!(
        read(place(1), Some(&unknown)),
        Err(StoredError::TooNew { .. })
    ));
    assert!(matches!(
        read(place(1), Some("{")),
        Err(StoredError::Damaged { .. })
    ));
    assert_eq!(read(place(1), None).unwrap().content, Content::Erased);
}
