// SPDX-License-Identifier: EUPL-1.2
//! *Mine opgaver*: the duties of the reader's unit, most urgent first; the inboxes; search. Each page is one line in the
//! access log with the pathways it shows.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::project::{About, DutyDocument, HeaderDocument, InboxDocument, Reckoning};
use crate::registry::kind;
use crate::thread::Thread;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use std::collections::{BTreeMap, BTreeSet};
use traad_domain::id::{CaseNumber, EmploymentId, PathwayId, PersonId, UnitId};
use traad_domain::org::Function;
use traad_domain::pathway::Pathway;
use traad_domain::person::{Cpr, Person};
use traad_domain::policy::{Action, Denial, may_write_new};
use traad_domain::time::local_date;
use traad_store::{
    Duty, DutyStatus, HeaderRow, Identifier, InboxKind, InboxQuery, InboxShow, Owner, Paging,
    SearchBy, SearchQuery, Show, Tally, WorklistCounts, WorklistQuery, WorklistRow,
};

/// Which duties are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskFilter {
    /// Only those of the reader, not of the whole unit.
    pub mine: bool,
    /// Only overdue ones, those due in a span of days, or those without a date.
    pub show: Option<Show>,
    /// Only `law`, `agreement` or `recommendation`.
    pub strength: Option<String>,
    /// Only one pathway.
    pub pathway: Option<PathwayId>,
    /// Rows to pass over.
    pub offset: u32,
    /// Count to the last, as somebody who answers for them must.
    pub count_all: bool,
}

/// Rows of one page of a list.
pub const PAGE_ROWS: u32 = 50;

/// Most rows that are looked through when the list is narrowed by what the database does not filter.
const MOST_FILTERED: u32 = 2_000;

/// How far a list of one's own is counted: nobody works through more at a time, and the largest unit's page must be as
/// fast as anybody's. A proposal; no source gives a number.
const COUNTED: u32 = 100;

fn worklist_query(ctx: &Ctx, filter: &TaskFilter, paging: Paging) -> WorklistQuery {
    let today = local_date(ctx.now);
    let me = ctx.actor.employment.id.as_str().to_owned();
    WorklistQuery {
        unit: ctx.actor.unit.id.as_str().to_owned(),
        owner: if filter.mine {
            Owner::PersonOrNobody(me)
        } else {
            Owner::Unit
        },
        show: filter.show.unwrap_or(Show::Live),
        today,
        week_end: week_end(today),
        count_to: if filter.count_all { u32::MAX } else { COUNTED },
        paging,
    }
}

/// One duty as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct DutyLine {
    /// The pathway.
    pub pathway: PathwayId,
    /// Its case number.
    pub case_number: String,
    /// The person in the unit who owes it; nobody in particular is the unit.
    pub owner: Option<EmploymentId>,
    /// The rule.
    pub rule: String,
    /// Which instance.
    pub key: String,
    /// `law`, `agreement` or `recommendation`.
    pub strength: String,
    /// Status as kept, corrected by the time now.
    pub status: DutyStatus,
    /// When it is due.
    pub due: Option<Timestamp>,
    /// When it started.
    pub started: Timestamp,
    /// What an agreement is proposed to say, when it is silent.
    pub proposed: Option<Timestamp>,
    /// First day of the last menstrual period, when the unit knows it.
    pub lmp: Option<Date>,
    /// Whether the unit stands in for an empty seat.
    pub stands_in: bool,
    /// Who it is about, when the unit knows.
    pub subject: Option<Person>,
    /// The reference of the notification or referral it is about.
    pub reference: Option<String>,
    /// What it is about, when its title does not say it all; not for a leader, who knows of a case that it is there.
    pub about: Option<About>,
    /// How its deadline came about.
    pub why: Reckoning,
}

/// One page of duties.
#[derive(Debug, Clone)]
pub struct TaskPage {
    /// Rows.
    pub rows: Vec<DutyLine>,
    /// Rows on all pages.
    pub total: Tally,
    /// Counts for the head of the page.
    pub counts: WorklistCounts,
}

/// What waits for a reader.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Open tasks of the reader, and those of nobody in particular.
    pub tasks: Tally,
    /// Open notifications of the unit.
    pub notifications: u64,
    /// Referrals of the unit that wait for an answer.
    pub referrals: u64,
}

/// One line of an inbox.
#[derive(Debug, Clone)]
pub struct InboxLine {
    /// The pathway.
    pub pathway: PathwayId,
    /// Reference.
    pub reference: String,
    /// Who sent it: the unit, or nothing when that is not known.
    pub from: String,
    /// When it was received.
    pub received: Timestamp,
    /// Where it stands.
    pub status: String,
    /// Whether the unit still has something to do.
    pub open: bool,
    /// When the next thing is due.
    pub due: Option<Timestamp>,
    /// Who it is about.
    pub subject: Option<Person>,
}

/// One hit of a search.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The pathway.
    pub pathway: PathwayId,
    /// Case number.
    pub case_number: String,
    /// Who it is about.
    pub subject: Option<Person>,
    /// Whether it has ended.
    pub closed: bool,
    /// The phase, as far as the reader may know; nothing for a leader, who knows the number alone.
    pub phase: String,
    /// The coordinator, as far as the reader may know.
    pub coordinator: Option<String>,
}

impl Hit {
    /// What a leader sees of a case of the own unit.
    fn number_alone(pathway: PathwayId, case_number: String) -> Self {
        Self {
            pathway,
            case_number,
            subject: None,
            closed: false,
            phase: String::new(),
            coordinator: None,
        }
    }
}

impl App {
    /// One page of the duties of the reader's unit.
    pub fn tasks(&self, ctx: &Ctx, filter: &TaskFilter) -> Result<TaskPage, AppError> {
        self.sees_cases(ctx, "tasks")?;
        // What the database does not filter is filtered over the whole list, so that pages and totals agree.
        let narrowed = filter.strength.is_some() || filter.pathway.is_some();
        let (offset, limit) = if narrowed {
            (0, MOST_FILTERED)
        } else {
            (filter.offset, PAGE_ROWS)
        };
        let query = worklist_query(ctx, filter, Paging { offset, limit });
        let found = self.store.worklist(&query).map_err(AppError::Unavailable)?;
        let fits = |row: &WorklistRow| {
            let strength = filter
                .strength
                .as_ref()
                .is_none_or(|s| s == &row.duty.strength);
            let pathway = filter
                .pathway
                .as_ref()
                .is_none_or(|p| p.as_str() == row.header.pathway);
            strength && pathway
        };
        let mut rows: Vec<WorklistRow> = found.rows.into_iter().filter(fits).collect();
        let mut total = found.total;
        if narrowed {
            total = Tally {
                number: rows.len() as u64,
                more: false,
            };
            rows = rows
                .into_iter()
                .skip(filter.offset as usize)
                .take(PAGE_ROWS as usize)
                .collect();
        }
        let shown = pathways(rows.iter().map(|row| &row.header));
        self.log(ctx, "tasks", &shown, Ok("own-unit"))?;
        let documents: Vec<DutyDocument> = rows.iter().map(|row| document(&row.duty)).collect();
        let people = self.people(ctx, documents.iter().filter_map(|d| d.subject.as_deref()))?;
        let rows = rows.into_iter().zip(documents);
        let rows = rows.map(|(WorklistRow { duty, header }, document)| {
            let place = (header.pathway, header.header.case_number);
            let mut line = line(place, duty, document, &people);
            line.status = status_now(line.status, line.due, ctx.now);
            if ctx.actor.employment.function == Function::Leader {
                line.about = None;
            }
            line
        });
        Ok(TaskPage {
            rows: rows.collect(),
            total,
            counts: found.counts,
        })
    }

    /// Open tasks of the reader, and those of nobody in particular.
    fn count_own(&self, ctx: &Ctx) -> Result<Tally, AppError> {
        let filter = TaskFilter {
            mine: true,
            ..TaskFilter::default()
        };
        let nothing = Paging {
            offset: 0,
            limit: 0,
        };
        let query = worklist_query(ctx, &filter, nothing);
        let found = self.store.worklist(&query).map_err(AppError::Unavailable)?;
        Ok(found.counts.all())
    }

    /// What waits, for the head of every page: tasks of the reader, notifications and referrals of the unit. Numbers of
    /// the own unit only; nothing is shown that a log would have to tell of.
    /// `counted` are the reader's own tasks when the page has counted them: a large unit has thousands.
    pub fn waiting(&self, ctx: &Ctx, counted: Option<Tally>) -> Result<Waiting, AppError> {
        let tasks = match counted {
            Some(tasks) => tasks,
            None => self.count_own(ctx)?,
        };
        let open = |kind| {
            let query = InboxQuery {
                unit: ctx.actor.unit.id.as_str().to_owned(),
                kind,
                show: InboxShow::Open,
                paging: Paging {
                    offset: 0,
                    limit: 0,
                },
            };
            self.store
                .inbox(&query)
                .map(|page| page.total)
                .map_err(AppError::Unavailable)
        };
        Ok(Waiting {
            tasks,
            notifications: open(InboxKind::Notification)?,
            referrals: open(InboxKind::Referral)?,
        })
    }

    /// The unit's open duties of one pathway.
    pub(crate) fn own_duties(&self, ctx: &Ctx, thread: &Thread) -> Result<Vec<DutyLine>, AppError> {
        let unit = ctx.actor.unit.id.as_str();
        self.open_duties(ctx, thread, |owner, _| owner == unit)
    }

    /// Open duties of one pathway that fit, by owner and line; most urgent first.
    pub(crate) fn open_duties(
        &self,
        ctx: &Ctx,
        thread: &Thread,
        fits: impl Fn(&str, &DutyLine) -> bool,
    ) -> Result<Vec<DutyLine>, AppError> {
        let people = BTreeMap::new();
        let mut lines: Vec<DutyLine> = Vec::new();
        for strand in &thread.strands {
            let id = strand.id.as_str();
            for duty in self.duties_of(thread, id)? {
                let owner = duty.owner_unit.clone();
                let document = document(&duty);
                let place = (id.to_owned(), thread.whole.case_number.clone());
                let mut line = line(place, duty, document, &people);
                line.status = status_now(line.status, line.due, ctx.now);
                if fits(&owner, &line) {
                    lines.push(line);
                }
            }
        }
        lines.sort_by_key(|line| {
            (
                line.status != DutyStatus::Overdue,
                line.due.is_none(),
                line.due,
            )
        });
        Ok(lines)
    }

    /// One page of an inbox of the reader's unit.
    pub fn inbox(
        &self,
        ctx: &Ctx,
        kind: InboxKind,
        open_only: bool,
        offset: u32,
    ) -> Result<(Vec<InboxLine>, u64), AppError> {
        self.sees_cases(ctx, "inbox")?;
        let query = InboxQuery {
            unit: ctx.actor.unit.id.as_str().to_owned(),
            kind,
            show: if open_only {
                InboxShow::Open
            } else {
                InboxShow::All
            },
            paging: Paging {
                offset,
                limit: PAGE_ROWS,
            },
        };
        let page = self.store.inbox(&query).map_err(AppError::Unavailable)?;
        self.log(
            ctx,
            "inbox",
            &pathways(page.rows.iter().map(|row| &row.header)),
            Ok("own-unit"),
        )?;
        let directory = self.directory(local_date(ctx.now))?;
        let mut lines = Vec::with_capacity(page.rows.len());
        for row in page.rows {
            let subject = self.subject_in(ctx, &row.header)?;
            let from: InboxDocument = serde_json::from_str(&row.item.document).unwrap_or_default();
            lines.push(InboxLine {
                from: from
                    .from
                    .map(|unit| directory.name(&UnitId::new(unit)).to_owned())
                    .unwrap_or_default(),
                pathway: PathwayId::new(row.header.pathway),
                reference: row.item.reference,
                received: instant(row.item.received_ms),
                status: row.item.status,
                open: row.item.open,
                due: row.item.due_ms.map(instant),
                subject,
            });
        }
        Ok((lines, page.total))
    }

    /// Searches among the pathways the reader's unit takes part in: name (prefix of any part), CPR or case number. The
    /// words go to the log only as a fingerprint.
    pub fn search(&self, ctx: &Ctx, words: &str, offset: u32) -> Result<(Vec<Hit>, u64), AppError> {
        self.sees_cases(ctx, "search")?;
        let cpr = Cpr::parse(words).ok();
        let case_number = CaseNumber::parse(words);
        let by = match (cpr, case_number) {
            (Some(cpr), _) => SearchBy::Identifier(Identifier {
                system: "cpr".into(),
                value: cpr.digits().into(),
            }),
            (None, Some(number)) => SearchBy::CaseNumber(number.as_str().to_owned()),
            (None, None) if words.trim().is_empty() => SearchBy::All,
            (None, None) => SearchBy::Name(words.to_owned()),
        };
        let query = SearchQuery {
            unit: ctx.actor.unit.id.as_str().to_owned(),
            by,
            paging: Paging {
                offset,
                limit: PAGE_ROWS,
            },
        };
        let page = self.store.search(&query).map_err(AppError::Unavailable)?;
        self.log(ctx, "search", &pathways(page.rows.iter()), Ok("own-unit"))?;
        let mut hits = Vec::with_capacity(page.rows.len());
        for row in page.rows {
            let subject = self.subject_in(ctx, &row)?;
            let pathway = PathwayId::new(row.pathway);
            // What a hit tells is folded from what the reader may read, like the page behind it.
            let Some(thread) = self.load_thread(&pathway)? else {
                continue;
            };
            match thread.opens(ctx.reader(), Action::Read, (&pathway, ctx.now)) {
                Ok(()) => {}
                // A leader knows the case from the unit's list, and no more.
                Err(Denial::TeamOnly) => {
                    hits.push(Hit::number_alone(pathway, row.header.case_number));
                    continue;
                }
                // A consent may have ended since the list was made.
                Err(
                    Denial::Outside
                    | Denial::Function
                    | Denial::NotEmployed
                    | Denial::NoConsent
                    | Denial::OnLeave,
                ) => continue,
            }
            let known = Pathway::fold(thread.readable(ctx.reader(), ctx.now).iter().copied());
            hits.push(Hit {
                pathway,
                case_number: row.header.case_number,
                subject,
                closed: known.is_closed(),
                phase: known.phase().code().to_owned(),
                coordinator: known.coordinator.map(|c| c.body.name),
            });
        }
        Ok((hits, page.total))
    }

    pub(crate) fn sees_cases(&self, ctx: &Ctx, action: &str) -> Result<(), AppError> {
        match may_write_new(ctx.reader(), ctx.now) {
            Ok(_) => Ok(()),
            Err(denial) => {
                self.log(ctx, action, &[], Err::<&str, Denial>(denial))?;
                Err(AppError::Forbidden)
            }
        }
    }

    fn people<'a>(
        &self,
        ctx: &Ctx,
        ids: impl Iterator<Item = &'a str>,
    ) -> Result<BTreeMap<String, Person>, AppError> {
        let ids: BTreeSet<&str> = ids.collect();
        let ids: Vec<&str> = ids.into_iter().collect();
        let found = self
            .store
            .find_records(kind::PERSON, &ids)
            .map_err(AppError::Unavailable)?;
        let mut people = BTreeMap::new();
        for record in found {
            let person: Person =
                serde_json::from_str(&record.document).map_err(AppError::internal)?;
            let known = person.as_known_to(std::iter::once(&ctx.actor.unit.id));
            people.insert(record.id, known);
        }
        Ok(people)
    }

    fn subject_in(&self, ctx: &Ctx, row: &HeaderRow) -> Result<Option<Person>, AppError> {
        let Some(id) = subject_id(&row.header.document) else {
            return Ok(None);
        };
        let found = self.person(&id)?.map(|found| found.value);
        Ok(found.map(|person| person.as_known_to(std::iter::once(&ctx.actor.unit.id))))
    }
}

fn pathways<'a>(rows: impl Iterator<Item = &'a HeaderRow>) -> Vec<PathwayId> {
    let mut ids: Vec<PathwayId> = rows
        .map(|row| PathwayId::new(row.pathway.clone()))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The Sunday of a day's week.
pub fn week_end(day: Date) -> Date {
    let ahead = 7 - i64::from(day.weekday().to_monday_one_offset());
    day.saturating_add(ahead.days())
}

fn subject_id(document: &str) -> Option<PersonId> {
    serde_json::from_str::<HeaderDocument>(document)
        .ok()?
        .subject
        .map(PersonId::new)
}

fn document(duty: &Duty) -> DutyDocument {
    serde_json::from_str(&duty.document).unwrap_or_default()
}

fn line(
    (id, case_number): (String, String),
    duty: Duty,
    document: DutyDocument,
    people: &BTreeMap<String, Person>,
) -> DutyLine {
    DutyLine {
        pathway: PathwayId::new(id),
        case_number,
        owner: duty.owner_person.map(EmploymentId::new),
        rule: duty.rule,
        key: duty.key,
        strength: duty.strength,
        status: duty.status,
        due: duty.due_ms.map(instant),
        started: instant(document.started_ms),
        proposed: document.proposed_ms.map(instant),
        lmp: document.lmp,
        stands_in: document.stands_in,
        subject: document
            .subject
            .as_ref()
            .and_then(|id| people.get(id))
            .cloned(),
        reference: document.reference,
        about: document.about,
        why: document.why,
    }
}

/// A page compares due with now, so that it is right even when the ticker is behind.
fn status_now(kept: DutyStatus, due: Option<Timestamp>, now: Timestamp) -> DutyStatus {
    if due.is_some_and(|due| due < now) {
        DutyStatus::Overdue
    } else {
        kept
    }
}

fn instant(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}
