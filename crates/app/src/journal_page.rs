// SPDX-License-Identifier: EUPL-1.2
//! The pathway as one reader may see it: folded from the entries that reader may read and nothing else.

use crate::App;
use crate::act::log_row;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::project::{Derived, owner};
use crate::tasks::DutyLine;
use crate::thread::{Thread, topic_token};
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use traad_domain::agreement::InForce;
use traad_domain::category::Category;
use traad_domain::decide::World;
use traad_domain::directory::Directory;
use traad_domain::entry::{Entry, Topic};
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::pathway::{Grant, Pathway};
use traad_domain::person::Person;
use traad_domain::policy::{Action, Permit};
use traad_duty::engine::Status;
use traad_store::LogRow;

/// What stands in the log before the kinds of information that were read. They stand beside the reasons, so that the chain
/// of the log covers them.
pub(crate) const CATEGORIES: &str = "categories:";

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
    /// The reader's own nødadgang that runs here.
    pub emergency: Option<Grant>,
    /// The reader's own ledelsestilsyn that runs here.
    pub supervision: Option<Grant>,
    /// Whether the reader takes part and may write.
    pub writes: bool,
    /// The nødadgange that the reader's unit must look at.
    pub to_review: Vec<Grant>,
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

    /// What a decision about what the reader may do here is made in.
    pub(crate) fn world(&self) -> World<'_> {
        World {
            directory: &self.directory,
            out_of_hours: false,
        }
    }
}

impl App {
    /// The pathway as the reader may see it. The read is logged before anything is shown.
    pub fn pathway(&self, ctx: &Ctx, id: &PathwayId) -> Result<PathwayView, AppError> {
        self.pathway_as(ctx, id, "read")
    }

    /// The pathway as what is printed or handed over is made from.
    pub fn pathway_to_print(&self, ctx: &Ctx, id: &PathwayId) -> Result<PathwayView, AppError> {
        self.pathway_as(ctx, id, "print")
    }

    fn pathway_as(&self, ctx: &Ctx, id: &PathwayId, action: &str) -> Result<PathwayView, AppError> {
        let thread = self.open_for(ctx, id, action)?;
        self.log_reading(ctx, &thread, (id, action))?;
        let writes = thread
            .opens(ctx.reader(), Action::Write, (id, ctx.now))
            .is_ok();
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
                let known = found.value.as_known_to(std::iter::once(unit));
                // Where she lives is for those who work with her: it may be protected (practice A13).
                let left = thread.whole.has_left(unit);
                let address = known.address.clone().filter(|_| writes && !left);
                let phone = known.phone.clone().filter(|_| !left);
                Person {
                    address,
                    phone,
                    ..known
                }
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
            emergency: running(ctx, &thread, Grant::is_emergency),
            supervision: running(ctx, &thread, |grant| !grant.is_emergency()),
            to_review: to_review(ctx, &thread, writes),
            writes,
        })
    }

    /// Writes to the log that a thread was read, on what ground and for what.
    pub(crate) fn log_reading(
        &self,
        ctx: &Ctx,
        thread: &Thread,
        (id, action): (&PathwayId, &str),
    ) -> Result<(), AppError> {
        let (why, purpose) = reason(ctx, thread);
        let row = log_row(ctx, action, std::slice::from_ref(id), Ok(&why));
        self.log_line(LogRow {
            purpose: purpose.unwrap_or(row.purpose),
            ..row
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

/// The reader's own grant of a kind that runs.
fn running(ctx: &Ctx, thread: &Thread, fits: impl Fn(&Grant) -> bool) -> Option<Grant> {
    let own = &ctx.actor.employment.id;
    let mut grants = thread.whole.grants.iter();
    let found = grants.find(|grant| fits(grant) && grant.is_for(own, ctx.now));
    found.cloned()
}

/// Nødadgange that wait for somebody of the reader's unit to look at them.
fn to_review(ctx: &Ctx, thread: &Thread, writes: bool) -> Vec<Grant> {
    let waits = |grant: &&Grant| grant.awaits_review() && grant.is_reviewed_by(&ctx.actor.unit.id);
    let all = thread.whole.grants.iter().filter(|_| writes);
    all.filter(waits).cloned().collect()
}

/// Why the reader may read it, for the log: what was written or sent, and each consent or grant that opens more; and what
/// for, when a grant says it.
fn reason(ctx: &Ctx, thread: &Thread) -> (String, Option<String>) {
    let unit = &ctx.actor.unit.id;
    let grounds = thread.grounds(ctx.now);
    let own = |e: &Entry| e.written().is_some_and(|w| &w.envelope.author.unit == unit);
    let wrote = |e: &Entry| own(e) && grounds.is_part(e);
    let taking_part = if thread.entries.iter().any(wrote) {
        "own-unit"
    } else {
        "sent"
    };
    let permits = thread.entries.iter();
    let permits = permits.filter_map(|entry| {
        let category = entry.written()?.envelope.category;
        Some((category, grounds.permit(ctx.reader(), entry)?))
    });
    let mut reasons: Vec<Cow<'static, str>> = Vec::new();
    let mut purpose = None;
    let mut categories: BTreeSet<Category> = BTreeSet::new();
    for (category, permit) in permits {
        categories.insert(category);
        let reason = match permit {
            Permit::OwnUnit | Permit::SentTo(_) => Cow::Borrowed(taking_part),
            Permit::Consent(_)
            | Permit::OwnData
            | Permit::Custody
            | Permit::Emergency(_)
            | Permit::Carer
            | Permit::Supervision(_) => permit.reason(),
        };
        purpose = purpose.or_else(|| permit.grant().map(Grant::purpose));
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons.sort_by_key(|reason| reason.contains(':'));
    let codes: Vec<&str> = categories.into_iter().map(Category::code).collect();
    let read = format!("{CATEGORIES}{}", codes.join(","));
    (format!("{} {read}", reasons.join(" ")), purpose)
}
