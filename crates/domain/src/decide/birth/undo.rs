// SPDX-License-Identifier: EUPL-1.2
//! A birth that was registered by mistake: what it wrote counts no more, in the mother's journal and in each child's, and the
//! children's journals end. Nothing is lost: every entry stands, and what others wrote in them meanwhile stays theirs.

use super::{Pregnancy, to_all_who_know};
use crate::body::{Annulled, Body, PathwayClosed, Relation};
use crate::category::Category;
use crate::decide::{Hand, course};
use crate::entry::{Basis, Entry, NewEntry, Topic, Written};
use crate::id::{EntryId, PathwayId};
use crate::refusal::{NotNow, Refusal};

/// Why the journal of a child ends that was never born, or not of her.
const MISTAKE: &str = "Fødslen var skrevet ved en fejl.";

/// Whether an entry of a journal is a birth: it is not withdrawn alone.
pub fn is_birth(entries: &[Entry], id: &EntryId) -> bool {
    body(entries, id).is_some_and(|body| matches!(body, Body::Birth(_)))
}

/// Whether an entry began a child's journal: it is withdrawn with the birth, in the mother's.
pub fn began_a_child(entries: &[Entry], id: &EntryId) -> bool {
    body(entries, id).is_some_and(|body| matches!(body, Body::ChildBorn(_)))
}

fn body<'a>(entries: &'a [Entry], id: &EntryId) -> Option<&'a Body> {
    let entry = entries.iter().find(|entry| &entry.id == id)?;
    entry.written().map(|written| &written.body)
}

/// What one act wrote in a journal: everything of the same author at the same instant as one of its entries.
fn of_one_act<'a>(
    entries: &'a [Entry],
    first: &'a Entry,
) -> impl Iterator<Item = (&'a Entry, &'a Written)> {
    let author = first.written().map(|written| &written.envelope.author);
    entries.iter().filter_map(move |entry| {
        let written = entry.written()?;
        let same = entry.recorded == first.recorded && Some(&written.envelope.author) == author;
        same.then_some((entry, written))
    })
}

/// Withdraws some entries, each told to whoever was sent it.
fn withdraw<'a>(
    wrong: impl Iterator<Item = (&'a Entry, &'a Written)>,
    (reason, wrong_person): (&str, bool),
    hand: &Hand,
) -> Vec<NewEntry> {
    wrong
        .map(|(entry, written)| {
            let body = Body::Annulled(Annulled {
                entry: entry.id.clone(),
                reason: reason.to_owned(),
                wrong_person,
            });
            let mut made = hand.write(written.envelope.category, body);
            made.envelope.restricted = written.envelope.restricted;
            made.envelope.about.clone_from(&written.envelope.about);
            made.envelope
                .shared_with
                .clone_from(&written.envelope.shared_with);
            made
        })
        .collect()
}

/// The pathways of the children a birth opened.
pub fn children(entries: &[Entry], birth: &EntryId) -> Vec<PathwayId> {
    let Some(first) = entries.iter().find(|entry| &entry.id == birth) else {
        return Vec::new();
    };
    let mut opened = Vec::new();
    for (_, written) in of_one_act(entries, first) {
        if let Body::LinkedWith(link) = &written.body
            && link.relation == Relation::Child
        {
            opened.push(link.other.clone());
        }
    }
    opened
}

/// Withdraws a birth in the mother's journal, with the links it made.
pub fn undo(
    entries: &[Entry],
    birth: &EntryId,
    (reason, wrong_person): (&str, bool),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    let mut made = course::annul(entries, birth, (reason, wrong_person), hand)?;
    let first = entries.iter().find(|entry| &entry.id == birth);
    let first = first.ok_or(Refusal::NotNow(NotNow::NotYourEntry))?;
    let rest = of_one_act(entries, first)
        .filter(|(_, written)| matches!(written.body, Body::LinkedWith(_) | Body::ChildLost(_)));
    made.extend(withdraw(rest, (reason, wrong_person), hand));
    Ok(made)
}

/// Ends the journal of a child it opened: what the birth wrote there counts no more, and everybody who knows of it is told.
pub fn undo_child(child: Pregnancy<'_>, why: (&str, bool), hand: &Hand) -> Vec<NewEntry> {
    let opening = child.entries.iter().find(|entry| {
        let written = entry.written();
        written.is_some_and(|written| matches!(written.body, Body::ChildBorn(_)))
    });
    let begun = opening
        .into_iter()
        .flat_map(|first| of_one_act(child.entries, first));
    let told = begun.filter(|(_, written)| {
        matches!(
            written.body,
            Body::ChildBorn(_)
                | Body::ExposureStated(_)
                | Body::ExposureDetailed(_)
                | Body::CustodyStated(_)
                | Body::LinkedWith(_)
        )
    });
    let mut made = withdraw(told, why, hand);
    if child.whole.ending.is_none() {
        let body = Body::PathwayClosed(PathwayClosed {
            reason: MISTAKE.to_owned(),
            few_meetings: None,
        });
        let closed = hand
            .write(Category::Coordination, body)
            .on(Basis::System)
            .about_topic(Topic::of("course"));
        made.push(to_all_who_know(child, closed));
    }
    made
}
