// SPDX-License-Identifier: EUPL-1.2
//! The judgement after a kill: everything said to be done is there, nothing is there by halves or twice, what was done
//! first stands first, the chains hold, and the projections are those the entries give.

use super::Ground;
use super::story::{Change, MARK};
use super::victim::Said;
use anyhow::{Context as _, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Add;
use std::path::Path;
use traad_app::App;

/// What was counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    kills: u64,
    /// Kills before the program had begun to write.
    early: u64,
    done: u64,
    /// Changes in the air at a kill that turned out to be written, whole.
    in_the_air_written: u64,
    /// Changes in the air at a kill that had left no trace.
    in_the_air_gone: u64,
    again: u64,
    entries_verified: u64,
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            kills: self.kills + other.kills,
            early: self.early + other.early,
            done: self.done + other.done,
            in_the_air_written: self.in_the_air_written + other.in_the_air_written,
            in_the_air_gone: self.in_the_air_gone + other.in_the_air_gone,
            again: self.again + other.again,
            entries_verified: self.entries_verified + other.entries_verified,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{} kills, {} of them before the first change",
            self.kills, self.early
        )?;
        writeln!(
            formatter,
            "{} changes acknowledged, all there; {} forms were sent twice and written once",
            self.done, self.again
        )?;
        writeln!(
            formatter,
            "{} changes in the air: {} written whole, {} not at all; sent again they were there once",
            self.in_the_air_written + self.in_the_air_gone,
            self.in_the_air_written,
            self.in_the_air_gone
        )?;
        write!(
            formatter,
            "{} entries verified after the kills, with their projections made again and compared",
            self.entries_verified
        )
    }
}

/// Changes without a trace that are sent again after a kill; those with a trace always are.
const SENT_AGAIN: usize = 4;

/// What is known of one change.
#[derive(Debug)]
struct Heard {
    change: Change,
    begun: u64,
    /// When it was said to be done, and what it gave.
    done: Option<(u64, String)>,
    refused: bool,
}

/// Remembers what was said about one database, over all its kills.
#[derive(Debug, Default)]
pub(super) struct Witness {
    known: BTreeMap<String, Heard>,
    /// Counts what was said, so that first and later can be told apart.
    turn: u64,
}

/// Where the changes stand: for each submission its places in the journals.
type Found = BTreeMap<String, Vec<(String, u32)>>;

impl Witness {
    /// Hears what the victim said and judges what it left.
    pub(super) fn judge(
        &mut self,
        ground: &Ground,
        file: &Path,
        said: &[Said],
    ) -> anyhow::Result<Tally> {
        let mut tally = Tally {
            kills: 1,
            early: u64::from(said.is_empty()),
            ..Tally::default()
        };
        self.hear(said, &mut tally)?;
        let app = ground.app(file).context("opening what the kill left")?;
        let report = app.verify(None)?;
        ensure!(report.is_sound(), "{:?}", report.problems);
        tally.entries_verified = report.entries;
        let left = app.store().dump_projections()?;
        app.rebuild()?;
        let made = app.store().dump_projections()?;
        ensure!(left == made, "projections differ: {}", first(&left, &made));
        let found = find(&app)?;
        self.compare(&app, &found, &mut tally)?;
        self.in_order(&found)?;
        self.send_again(&app, &found)?;
        Ok(tally)
    }

    fn hear(&mut self, said: &[Said], tally: &mut Tally) -> anyhow::Result<()> {
        for said in said {
            self.turn += 1;
            match said {
                Said::Begins(change) => {
                    let begun = self.turn;
                    let new = || Heard {
                        change: change.clone(),
                        begun,
                        done: None,
                        refused: false,
                    };
                    self.known.entry(change.id.clone()).or_insert_with(new);
                }
                Said::Done { id, pathway } => {
                    let known = self.known.get_mut(id).context("done before it began")?;
                    match &known.done {
                        None => {
                            known.done = Some((self.turn, pathway.clone()));
                            tally.done += 1;
                        }
                        Some((_, first)) => {
                            ensure!(
                                first == pathway,
                                "`{id}` gave another answer when sent again"
                            );
                            tally.again += 1;
                        }
                    }
                }
                Said::Refused { id, why } => {
                    let known = self.known.get_mut(id).context("refused before it began")?;
                    ensure!(
                        known.done.is_none(),
                        "`{id}` was done, and refused when sent again: {why}"
                    );
                    // Many at one pathway may wear each other out; nothing else is a reason here.
                    ensure!(why.contains("changed faster"), "`{id}` was refused: {why}");
                    known.refused = true;
                }
            }
        }
        Ok(())
    }

    /// Each change is in its journal and among the submissions, or in neither.
    fn compare(&self, app: &App, found: &Found, tally: &mut Tally) -> anyhow::Result<()> {
        for (id, known) in &self.known {
            let places = found.get(id).map_or(&[][..], Vec::as_slice);
            let stored = app.store().submitted(&known.change.employment, id)?;
            let journals: BTreeSet<&String> = places.iter().map(|(journal, _)| journal).collect();
            match (&known.done, &stored) {
                (Some((_, said)), _) => ensure!(
                    stored.as_ref() == Some(said) && journals.iter().eq([&said]),
                    "`{id}` was acknowledged in `{said}`; it is found in {journals:?}, its form says {stored:?}"
                ),
                (None, Some(pathway)) => {
                    ensure!(!known.refused, "`{id}` was refused and is written");
                    ensure!(
                        journals.iter().eq([&pathway]),
                        "the form `{id}` is kept without what it wrote"
                    );
                    tally.in_the_air_written += 1;
                }
                (None, None) => {
                    ensure!(
                        journals.is_empty(),
                        "`{id}` left entries in {journals:?} without its form"
                    );
                    tally.in_the_air_gone += u64::from(!known.refused);
                }
            }
            let once = known.change.pathway.is_none() || places.len() <= 1;
            ensure!(once, "`{id}` is written {} times", places.len());
        }
        for id in found.keys() {
            ensure!(self.known.contains_key(id), "nobody wrote `{id}`");
        }
        Ok(())
    }

    /// What was acknowledged before another change began stands before it.
    fn in_order(&self, found: &Found) -> anyhow::Result<()> {
        let mut journals: BTreeMap<&str, Vec<(u32, &Heard)>> = BTreeMap::new();
        for (id, places) in found {
            let (Some(known), Some((journal, seq))) = (self.known.get(id), places.first()) else {
                continue;
            };
            journals.entry(journal).or_default().push((*seq, known));
        }
        for (journal, mut entries) in journals {
            entries.sort_by_key(|(seq, _)| *seq);
            let mut earliest = u64::MAX;
            for (seq, known) in entries.into_iter().rev() {
                ensure!(
                    known.begun < earliest,
                    "in `{journal}` entry {seq} stands before one that was acknowledged before it began"
                );
                let done = known.done.as_ref().map_or(u64::MAX, |(turn, _)| *turn);
                earliest = earliest.min(done);
            }
        }
        Ok(())
    }

    /// Of those who got no answer some send again; then it is done, once. The others are forgotten.
    fn send_again(&mut self, app: &App, found: &Found) -> anyhow::Result<()> {
        let mut unanswered: Vec<String> = Vec::new();
        self.known.retain(|id, known| {
            if known.done.is_none() {
                unanswered.push(id.clone());
            }
            known.done.is_some() || found.contains_key(id) || unanswered.len() <= SENT_AGAIN
        });
        for id in &unanswered {
            let Some(known) = self.known.get_mut(id) else {
                continue;
            };
            let pathway = match known.change.carry_out(app) {
                Ok(pathway) => pathway.as_str().to_owned(),
                Err(error) => bail!("`{id}` cannot be sent again: {error}"),
            };
            if let Some((before, _)) = found.get(id).and_then(|places| places.first()) {
                ensure!(
                    *before == pathway,
                    "`{id}` was written in `{before}` and again in `{pathway}`"
                );
            }
            self.turn += 1;
            known.refused = false;
            known.done = Some((self.turn, pathway));
        }
        let after = find(app)?;
        for (id, known) in &self.known {
            let (count, before) = (
                after.get(id).map_or(0, Vec::len),
                found.get(id).map(Vec::len),
            );
            let once = known.change.pathway.is_none() || count == 1;
            let whole = count > 0 && count == before.unwrap_or(count);
            ensure!(
                once && whole,
                "`{id}` was there {before:?} times, was sent again and is there {count} times"
            );
        }
        Ok(())
    }
}

/// Every change there is, by the mark in its text.
fn find(app: &App) -> anyhow::Result<Found> {
    let mut found = Found::new();
    let mut after = String::new();
    loop {
        let ids = app.store().list_pathways_after(&after, 200)?;
        let Some(last) = ids.last() else {
            return Ok(found);
        };
        after.clone_from(last);
        for journal in app.store().load_many(&ids)? {
            for entry in &journal.entries {
                let text = entry.document.as_deref().unwrap_or_default();
                if let Some(id) = text.split(MARK).nth(1).and_then(|rest| rest.get(..32)) {
                    let place = (journal.pathway.clone(), entry.seq);
                    found.entry(id.to_owned()).or_default().push(place);
                }
            }
        }
    }
}

/// The first line in which two lists differ.
fn first(left: &[String], made: &[String]) -> String {
    let pair = left.iter().zip(made).find(|(left, made)| left != made);
    pair.map_or_else(
        || format!("{} lines were left, {} are made", left.len(), made.len()),
        |(left, made)| format!("left\n{left}\nmade\n{made}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(id: &str) -> Said {
        Said::Begins(Change {
            id: id.into(),
            employment: "somebody".into(),
            pathway: Some("p".into()),
        })
    }

    fn done(id: &str, pathway: &str) -> Said {
        let (id, pathway) = (id.into(), pathway.into());
        Said::Done { id, pathway }
    }

    fn heard(said: &[Said]) -> anyhow::Result<Witness> {
        let mut witness = Witness::default();
        witness.hear(said, &mut Tally::default())?;
        Ok(witness)
    }

    fn places(seqs: &[(&str, u32)]) -> Found {
        let place = |(id, seq): &(&str, u32)| ((*id).to_owned(), vec![("p".to_owned(), *seq)]);
        seqs.iter().map(place).collect()
    }

    #[test]
    fn what_was_done_before_another_began_stands_before_it() {
        let said = [begins("a"), done("a", "p"), begins("b"), done("b", "p")];
        let witness = heard(&said).unwrap();
        assert!(witness.in_order(&places(&[("a", 1), ("b", 2)])).is_ok());
        assert!(witness.in_order(&places(&[("a", 2), ("b", 1)])).is_err());
        let both = [begins("a"), begins("b"), done("a", "p"), done("b", "p")];
        let witness = heard(&both).unwrap();
        assert!(witness.in_order(&places(&[("a", 2), ("b", 1)])).is_ok());
    }

    #[test]
    fn a_form_sent_twice_gives_one_answer() {
        let said = [begins("a"), done("a", "p"), begins("a"), done("a", "p")];
        assert!(heard(&said).is_ok());
        let said = [begins("a"), done("a", "p"), begins("a"), done("a", "q")];
        assert!(heard(&said).is_err());
    }

    #[test]
    fn only_being_worn_out_is_a_reason_to_refuse() {
        let refused = |why: &str| Said::Refused {
            id: "a".into(),
            why: why.into(),
        };
        let worn = refused("internal: the pathway changed faster than it could be written to");
        assert!(heard(&[begins("a"), worn]).is_ok());
        assert!(heard(&[begins("a"), refused("not found")]).is_err());
    }
}
