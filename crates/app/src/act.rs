// SPDX-License-Identifier: EUPL-1.2
//! The one way through for every change: load, ask, decide, append with all that follows, in one transaction.

mod deed;
mod together;

use crate::App;
use crate::ctx::{Ctx, RandomIds};
use crate::error::AppError;
use crate::registry::{Versioned, person_record};
use crate::thread::{Thread, since_token};
use jiff::Timestamp;
use std::cell::OnceCell;
use std::sync::Arc;
use traad_domain::body::Body;
use traad_domain::decide::introduce::{introductions, kept};
use traad_domain::decide::{Hand, World};
use traad_domain::entry::{Basis, Entry, NewEntry, Topic};
use traad_domain::id::{Ids, PathwayId};
use traad_domain::pathway::Pathway;
use traad_domain::person::Person;
use traad_domain::policy::{Action, Denial, Permit};
use traad_domain::refusal::{NotNow, Refusal};
use traad_domain::stored;
use traad_domain::time::local_date;
use traad_store::{LogRow, PreparedEntry, PutRecord, StoreError, Submission};

/// Longest id there is: a UUID.
const LONGEST_ID: usize = 36;

/// Actions of those who take part; nødadgang and ledelsestilsyn are for reading alone.
const WRITING: [&str; 4] = ["write", "join", "open-own-page", "close-own-page"];

/// How often a change is decided anew when somebody else wrote to the same pathway in between.
pub(crate) const ATTEMPTS: usize = 8;

/// What a form that changes something had seen of it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// What it changes.
    pub topic: Topic,
    /// The token the form carried.
    pub token: String,
}

/// What a decision is made on.
pub(crate) struct Decision<'a> {
    /// The whole: for the law's own chain and for who coordinates.
    pub(crate) thread: &'a Thread,
    /// What the author's unit may read.
    readable: Vec<&'a Entry>,
    known: OnceCell<Arc<Pathway>>,
    pub(crate) hand: &'a Hand,
    pub(crate) world: World<'a>,
    pub(crate) ids: &'a mut dyn Ids,
}

/// New entries, and a new version of the person's record when that changes too.
pub(crate) type Changed = (Vec<NewEntry>, Option<Versioned<Person>>);

impl<'a> Decision<'a> {
    /// What the author's unit may read.
    pub(crate) fn readable(&self) -> &[&'a Entry] {
        &self.readable
    }

    /// What the author's unit may read, folded: all other decisions are made on it, so that none tells of what is withheld
    /// and each unit has its own plan until one is shared (practice A25).
    pub(crate) fn known(&self) -> &Pathway {
        self.known.get_or_init(|| {
            if self.readable.len() == self.thread.entries.len() {
                self.thread.whole.clone()
            } else {
                Arc::new(Pathway::fold(self.readable.iter().copied()))
            }
        })
    }
}

impl App {
    /// Carries a change of one pathway out. The decision may be made several times; only one is written.
    pub(crate) fn act(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        decide: impl Fn(Decision<'_>) -> Result<Vec<NewEntry>, Refusal>,
    ) -> Result<PathwayId, AppError> {
        let outcome = self.try_act(ctx, id, seen, decide);
        self.unless_sent_before(ctx, outcome)
    }

    /// The second click on a form finds its own change there and is refused for it: then the answer of the first counts.
    pub(crate) fn unless_sent_before(
        &self,
        ctx: &Ctx,
        outcome: Result<PathwayId, AppError>,
    ) -> Result<PathwayId, AppError> {
        let (Err(AppError::Refused(_)), Some(sent)) = (&outcome, &ctx.submission) else {
            return outcome;
        };
        let author = ctx.actor.employment.id.as_str();
        let before = self.store.submitted(author, sent);
        match before.map_err(AppError::Unavailable)? {
            Some(result) => Ok(PathwayId::new(result)),
            None => outcome,
        }
    }

    fn try_act(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        decide: impl Fn(Decision<'_>) -> Result<Vec<NewEntry>, Refusal>,
    ) -> Result<PathwayId, AppError> {
        self.try_change(ctx, id, seen, |on| Ok((decide(on)?, None)))
    }

    /// As [`App::act`], where the record of the person the pathway is about may change in the same transaction.
    pub(crate) fn act_with_person(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        decide: impl Fn(Decision<'_>) -> Result<Changed, AppError>,
    ) -> Result<PathwayId, AppError> {
        let outcome = self.try_change(ctx, id, None, decide);
        self.unless_sent_before(ctx, outcome)
    }

    /// Tries a change until nobody else writes in between; a form that was sent before gives what it gave then.
    pub(crate) fn again_while_moved(
        attempt: impl Fn() -> Result<PathwayId, WriteError>,
    ) -> Result<PathwayId, AppError> {
        for _ in 0..ATTEMPTS {
            match attempt() {
                Err(WriteError::Moved) => {}
                Err(WriteError::Done(result)) => return Ok(PathwayId::new(result)),
                Err(WriteError::App(error)) => return Err(error),
                Ok(id) => return Ok(id),
            }
        }
        Err(AppError::Busy)
    }

    fn try_change(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        seen: Option<&Seen>,
        decide: impl Fn(Decision<'_>) -> Result<Changed, AppError>,
    ) -> Result<PathwayId, AppError> {
        Self::again_while_moved(|| {
            let thread = self.open_for(ctx, id, "write")?;
            check_seen(ctx, &thread, seen)?;
            let directory = self.directory(local_date(ctx.now))?;
            let hand = ctx.hand(thread.subject());
            let mut ids = RandomIds(self.random.as_ref());
            let world = World {
                directory: &directory,
                out_of_hours: false,
            };
            let (entries, person) = decide(Decision {
                readable: thread.readable(ctx.reader(), ctx.now),
                known: OnceCell::new(),
                thread: &thread,
                hand: &hand,
                world,
                ids: &mut ids,
            })?;
            let person = person.map(|person| {
                let by = ctx.actor.employment.id.as_str();
                let record = person_record(&person.value, person.version, by, ctx.now)?;
                Ok::<_, AppError>((person.value, record))
            });
            let person = person.transpose()?.into_iter().collect();
            self.write(ctx, thread, entries, person)
        })
    }

    /// Loads a pathway the reader may read something of. For anybody else it does not exist; the attempt is logged.
    pub(crate) fn open_for(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        action: &str,
    ) -> Result<Thread, AppError> {
        let thread = self.load_thread(id)?;
        // Of the journal asked for: that it is joined with another is no way into the other.
        let opens = |thread: &Thread, deed| thread.opens(ctx.reader(), deed, (id, ctx.now));
        let read = thread
            .as_ref()
            .map_or(Err(Denial::Outside), |thread| opens(thread, Action::Read));
        let refused = |denial| self.log(ctx, action, std::slice::from_ref(id), Err(denial));
        let thread = match (thread, read) {
            (Some(thread), Ok(())) => thread,
            (_, Err(Denial::TeamOnly)) => {
                refused(Denial::TeamOnly)?;
                return Err(AppError::TeamOnly);
            }
            (_, read) => {
                refused(read.err().unwrap_or(Denial::Outside))?;
                return Err(AppError::NotFound);
            }
        };
        if WRITING.contains(&action)
            && let Err(denial) = opens(&thread, Action::Write)
        {
            refused(denial)?;
            return Err(if denial == Denial::OnLeave {
                Refusal::NotNow(NotNow::OnLeave).into()
            } else {
                AppError::Forbidden
            });
        }
        Ok(thread)
    }

    /// Writes one line to the access log. When it cannot be written, what it is about is not shown.
    pub(crate) fn log(
        &self,
        ctx: &Ctx,
        action: &str,
        pathways: &[PathwayId],
        answer: Result<&str, Denial>,
    ) -> Result<(), AppError> {
        self.log_line(log_row(ctx, action, pathways, answer))
    }

    /// Writes a line that was made.
    pub(crate) fn log_line(&self, row: LogRow) -> Result<(), AppError> {
        if let Some(stage) = &self.stage {
            stage.log(row);
            return Ok(());
        }
        self.store
            .log_read(vec![row])
            .map_err(AppError::Unavailable)
    }

    /// Appends decided entries to the thread's first journal, with everything derived from them.
    pub(crate) fn write(
        &self,
        ctx: &Ctx,
        thread: Thread,
        entries: Vec<NewEntry>,
        person: Vec<(Person, PutRecord)>,
    ) -> Result<PathwayId, WriteError> {
        let primary = thread
            .primary()
            .cloned()
            .ok_or(WriteError::App(AppError::NotFound))?;
        let placed = entries
            .into_iter()
            .map(|entry| (primary.clone(), entry))
            .collect();
        self.write_placed(ctx, thread, placed, person)
    }

    /// Appends decided entries, each to a journal of the thread.
    pub(crate) fn write_placed(
        &self,
        ctx: &Ctx,
        thread: Thread,
        entries: Vec<(PathwayId, NewEntry)>,
        person: Vec<(Person, PutRecord)>,
    ) -> Result<PathwayId, WriteError> {
        self.write_together(ctx, vec![(thread, entries)], person)
    }

    /// Entries ready to be stored in the thread's first journal, and the thread as it will be.
    pub(crate) fn grow(
        &self,
        ctx: &Ctx,
        thread: Thread,
        entries: Vec<NewEntry>,
    ) -> (Vec<PreparedEntry>, Thread) {
        let last = thread.strands.iter().map(|s| s.last_recorded).max();
        let recorded = ctx.now.max(last.unwrap_or(Timestamp::MIN));
        let primary = thread
            .primary()
            .cloned()
            .unwrap_or_else(|| PathwayId::new(""));
        let rows: Vec<PreparedEntry> = entries.iter().map(|e| self.prepare(e, recorded)).collect();
        let written = rows
            .iter()
            .zip(entries)
            .map(|(row, entry)| (primary.clone(), row.id.clone(), entry))
            .collect();
        (rows, thread.grown(written, recorded))
    }

    /// The form that was sent, so that it is carried out once.
    pub(crate) fn submission(ctx: &Ctx, result: &str) -> Option<Submission> {
        ctx.submission.as_ref().map(|id| Submission {
            author: ctx.actor.employment.id.as_str().to_owned(),
            id: id.clone(),
            result: result.to_owned(),
            recorded_ms: ctx.now.as_millisecond(),
        })
    }

    fn prepare(&self, entry: &NewEntry, recorded: Timestamp) -> PreparedEntry {
        PreparedEntry {
            id: self.entry_id(recorded),
            recorded_ms: recorded.as_millisecond(),
            topic: entry.envelope.topic.as_ref().map(|t| t.0.clone()),
            document: stored::write(&entry.envelope, &entry.body),
            salt: self.random.text(),
        }
    }

    /// A `UUIDv7`: sorted by time, so that the index of entries grows at its end.
    fn entry_id(&self, at: Timestamp) -> String {
        let bytes = self.random.bytes();
        let mut tail = [0; 10];
        for (to, from) in tail.iter_mut().zip(bytes) {
            *to = from;
        }
        let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &tail)
            .into_uuid()
            .to_string()
    }
}

/// Adds to each journal's entries what their new receivers must have to understand them, and what the writer must keep to
/// understand them when a consent has ended.
fn with_introductions(
    ctx: &Ctx,
    thread: &Thread,
    mut entries: Vec<(PathwayId, NewEntry)>,
) -> Vec<(PathwayId, NewEntry)> {
    // That somebody used nødadgang introduces nobody: those who are told of it know the pathway, and the reader's unit must
    // not become a part of it.
    let emergency = |(_, entry): &(PathwayId, NewEntry)| {
        matches!(
            entry.body,
            Body::EmergencyOpened(_) | Body::EmergencyEnded(_)
        )
    };
    if entries.iter().any(emergency) {
        return entries;
    }
    entries.extend(kept_by_writer(ctx, thread, &entries));
    let sent = |(_, entry): &(PathwayId, NewEntry)| !entry.envelope.shared_with.is_empty();
    if !entries.iter().any(sent) {
        return entries;
    }
    let mut more = Vec::new();
    for strand in &thread.strands {
        let known: Vec<Entry> = thread
            .entries
            .iter()
            .filter(|e| e.pathway == strand.id)
            .cloned()
            .collect();
        let own = entries.iter().filter(|(journal, _)| journal == &strand.id);
        let new: Vec<NewEntry> = own.map(|(_, entry)| entry.clone()).collect();
        let hand = ctx.hand(thread.subject());
        let made = introductions(&known, &thread.shares, &new, &hand);
        more.extend(made.into_iter().map(|entry| (strand.id.clone(), entry)));
    }
    entries.extend(more);
    entries
}

/// A unit that reads a pathway on a consent alone and writes in it must know whose it is as long as its own entries stand.
fn kept_by_writer(
    ctx: &Ctx,
    thread: &Thread,
    entries: &[(PathwayId, NewEntry)],
) -> Vec<(PathwayId, NewEntry)> {
    if thread.whole.consents.is_empty() {
        return Vec::new();
    }
    let grounds = thread.grounds(ctx.now);
    let lent = thread.entries.iter().filter(|entry| {
        let opening = thread.whole.openings.contains(&entry.id);
        opening
            && matches!(
                grounds.permit(ctx.reader(), entry),
                Some(
                    Permit::Consent(_)
                        | Permit::SentTo(Basis::Consent {
                            consent: Some(_),
                            ..
                        })
                )
            )
    });
    let written = |entry: &&Entry| entries.iter().any(|(journal, _)| journal == &entry.pathway);
    let hand = ctx.hand(thread.subject());
    lent.filter(written)
        .map(|entry| (entry.pathway.clone(), kept(&entry.id, &hand)))
        .collect()
}

/// Why a write gave nothing.
#[derive(Debug)]
pub(crate) enum WriteError {
    /// Somebody else wrote in between: decide anew.
    Moved,
    /// The same form was sent before; this is what it gave.
    Done(String),
    /// Anything else.
    App(AppError),
}

impl From<AppError> for WriteError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<StoreError> for WriteError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::AlreadyDone { result } => Self::Done(result),
            StoreError::Moved { .. } => Self::Moved,
            // Case numbers are drawn by lot; the next attempt draws another.
            StoreError::Conflict { name } if name == "pathway_header.case_number" => Self::Moved,
            other @ (StoreError::Conflict { .. }
            | StoreError::Corrupt { .. }
            | StoreError::Unavailable(_)) => Self::App(AppError::Unavailable(other)),
        }
    }
}

/// Refuses when the reader could have known that the same thing was changed since the form was made.
fn check_seen(ctx: &Ctx, thread: &Thread, seen: Option<&Seen>) -> Result<(), AppError> {
    let Some(seen) = seen else { return Ok(()) };
    let readable = thread.readable(ctx.reader(), ctx.now);
    let changes = since_token(&readable, &seen.topic, &seen.token);
    if changes.is_empty() {
        Ok(())
    } else {
        Err(AppError::Refused(Refusal::Conflict(seen.topic.clone())))
    }
}

pub(crate) fn log_row(
    ctx: &Ctx,
    action: &str,
    pathways: &[PathwayId],
    answer: Result<&str, Denial>,
) -> LogRow {
    let (reason, outcome) = match answer {
        Ok(reason) => (reason, "permitted"),
        Err(Denial::NotEmployed) => ("not-employed", "refused"),
        Err(Denial::Function) => ("function", "refused"),
        Err(Denial::Outside) => ("outside", "refused"),
        Err(Denial::NoConsent) => ("no-consent", "refused"),
        Err(Denial::TeamOnly) => ("team-only", "refused"),
        Err(Denial::OnLeave) => ("on-leave", "refused"),
    };
    LogRow {
        at_ms: ctx.now.as_millisecond(),
        employment: ctx.actor.employment.id.as_str().to_owned(),
        unit: ctx.actor.unit.id.as_str().to_owned(),
        function: ctx.actor.employment.function.code().to_owned(),
        action: action.to_owned(),
        pathways: pathways.iter().filter_map(named).collect(),
        purpose: ctx.purpose.code().to_owned(),
        reason: reason.to_owned(),
        outcome: outcome.to_owned(),
    }
}

/// An id as the log names it. What somebody typed into an address and no id looks like is left out: it could be anything.
fn named(pathway: &PathwayId) -> Option<String> {
    let id = pathway.as_str();
    let letters = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (letters && !id.is_empty() && id.len() <= LONGEST_ID).then(|| id.to_owned())
}
