// SPDX-License-Identifier: EUPL-1.2
//! The pathway as one reader may see it: folded from the entries that reader may read and nothing else.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::project::{Derived, owner};
use crate::tasks::DutyLine;
use crate::thread::{Thread, topic_token};
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use traad_domain::agreement::InForce;
use traad_domain::directory::Directory;
use traad_domain::entry::{Entry, Topic};
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::pathway::Pathway;
use traad_domain::person::Person;
use traad_domain::policy::Permit;
use traad_duty::engine::Status;

/// What a reader is shown of a pathway.
#[derive(Debug)]
pub struct PathwayView {
    /// The journal's id in addresses.
    pub id: PathwayId,
    /// The fold of the readable entries.
    pub pathway: Pathway,
    /// The readable entries, in the order they were written.
    pub entries: Vec<Entry>,
    /// Who it is about.
    pub person: Option<Person>,
    /// Open duties of the reader's unit, most urgent first.
    pub duties: Vec<DutyLine>,
    /// How the reader's unit keeps the recommendations here, by rule.
    pub kept: BTreeMap<String, Vec<Kept>>,
    /// Units that stand on a meeting the reader's unit has called, and that she has not, or no longer, said yes to meet
    /// with: the meeting and the unit (A03).
    pub left_over: Vec<(RefId, UnitId)>,
    /// The agreement in force.
    pub agreement: Option<InForce>,
    /// Units.
    pub directory: Arc<Directory>,
    /// The region of the municipality that acts.
    pub region: String,
}

/// One duty, open or settled, of the reader's unit.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Which instance.
    pub key: String,
    /// How it stands.
    pub status: Status,
    /// By when.
    pub due: Option<Timestamp>,
    /// When it was done.
    pub done: Option<Timestamp>,
}

impl PathwayView {
    /// What a form that changes a topic has seen of it.
    pub fn token(&self, topic: &Topic) -> String {
        let entries: Vec<&Entry> = self.entries.iter().collect();
        topic_token(&entries, topic)
    }
}

impl App {
    /// The pathway as the reader may see it. The read is logged before anything is shown.
    pub fn pathway(&self, ctx: &Ctx, id: &PathwayId) -> Result<PathwayView, AppError> {
        let thread = self.open_for(ctx, id, "read")?;
        let why = reason(ctx, &thread);
        self.log(ctx, "read", std::slice::from_ref(id), Ok(&why))?;
        let readable = thread.readable(ctx.reader(), ctx.now);
        let pathway = Pathway::fold(readable.iter().copied());
        let entries: Vec<Entry> = readable.into_iter().cloned().collect();
        let setting = self.setting(ctx.now)?;
        let derived = self.derive(&thread, &setting, ctx.now)?;
        let alerted = alerted(ctx, &pathway);
        let duties = self.open_duties(ctx, &thread, |owner, line| {
            let hours = line.why.unit.as_deref() == Some("hours");
            let clock = hours && line.reference.as_ref().is_some_and(|r| alerted.contains(r));
            owner == ctx.actor.unit.id.as_str() || clock
        })?;
        let kept = self.kept(ctx, &thread, &derived, &setting.directory);
        let left_over = left_over(ctx, &thread, &pathway);
        let person = match &pathway.subject {
            Some(subject) => self.person(subject)?.map(|found| {
                let unit = &ctx.actor.unit.id;
                found.value.as_known_to(std::iter::once(unit))
            }),
            None => None,
        };
        // Which kommune acts may be withheld; its agreement then is too.
        let known = pathway.municipality == thread.whole.municipality;
        let agreement = derived.agreed().filter(|_| known).cloned();
        Ok(PathwayView {
            id: id.clone(),
            pathway,
            entries,
            person,
            duties,
            kept,
            left_over,
            agreement,
            directory: setting.directory,
            region: derived.region,
        })
    }

    /// Every duty of the reader's unit in the pathway, open or settled, by rule.
    pub(crate) fn kept(
        &self,
        ctx: &Ctx,
        thread: &Thread,
        derived: &Derived,
        directory: &Directory,
    ) -> BTreeMap<String, Vec<Kept>> {
        let mut kept: BTreeMap<String, Vec<Kept>> = BTreeMap::new();
        let seating = derived.seating(thread, directory);
        for duty in &derived.derivation.duties {
            let Some(rule) = self.rules.rulebook.rule(duty.rule()) else {
                continue;
            };
            let own = owner(thread, derived, seating, duty, rule)
                .is_some_and(|seat| seat.unit == ctx.actor.unit.id);
            if own {
                kept.entry(rule.id.clone()).or_default().push(Kept {
                    key: derived.key(self, duty),
                    status: duty.status,
                    due: duty.due.map(traad_duty::Minute::timestamp),
                    done: duty.done.map(traad_duty::Minute::timestamp),
                });
            }
        }
        kept
    }
}

/// Units on meetings to come that the reader's unit has called, with whom she has not said yes to meet today and that day.
fn left_over(ctx: &Ctx, thread: &Thread, known: &Pathway) -> Vec<(RefId, UnitId)> {
    let consents = thread.grounds(ctx.now).consents;
    let own = &ctx.actor.unit.id;
    let called = known.meetings.iter().filter(|meeting| {
        meeting.is_open() && &meeting.called.author.unit == own && meeting.called.body.at > ctx.now
    });
    let pairs = called.flat_map(|meeting| meeting.units.iter().map(move |unit| (meeting, unit)));
    let willing = |unit: &UnitId, at| consents.meeting_with(unit, at).is_some();
    pairs
        .filter(|(meeting, unit)| {
            let both = willing(unit, ctx.now) && willing(unit, meeting.called.body.at);
            *unit != own && !both
        })
        .map(|(meeting, unit)| (meeting.called.body.reference.clone(), unit.clone()))
        .collect()
}

/// Notifications the reader's unit was alerted to outside opening hours and nobody has assessed yet: whoever is alerted
/// sees the clock that runs in hours, though the duty is another unit's.
fn alerted(ctx: &Ctx, pathway: &Pathway) -> Vec<String> {
    let waits = pathway.notifications.iter().filter(|n| {
        let emergency = n.sent.as_ref().and_then(|s| s.body.emergency.as_ref());
        n.acute.is_none() && emergency == Some(&ctx.actor.unit.id)
    });
    waits.map(|n| n.reference.as_str().to_owned()).collect()
}

/// Why the reader may read it, for the log: what was written or sent, and each consent that opens more.
fn reason(ctx: &Ctx, thread: &Thread) -> String {
    let unit = &ctx.actor.unit.id;
    let own = |e: &Entry| e.written().is_some_and(|w| &w.envelope.author.unit == unit);
    let taking_part = if thread.entries.iter().any(own) {
        "own-unit"
    } else {
        "sent"
    };
    if thread.whole.consents.is_empty() {
        return taking_part.to_owned();
    }
    let grounds = thread.grounds(ctx.now);
    let permits = thread.entries.iter();
    let permits = permits.filter_map(|entry| grounds.permit(ctx.reader(), entry));
    let mut reasons: Vec<Cow<'static, str>> = Vec::new();
    for permit in permits {
        let reason = match permit {
            Permit::Consent(_) | Permit::OwnData => permit.reason(),
            Permit::OwnUnit | Permit::SentTo(_) => Cow::Borrowed(taking_part),
        };
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons.sort_by_key(|reason| reason.starts_with("consent:"));
    reasons.join(" ")
}
