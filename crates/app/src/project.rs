// SPDX-License-Identifier: EUPL-1.2
//! From a thread to everything kept beside it: header, units, live duties with their owners, inbox lines.
//!
//! What stands on a unit's list is folded from what that unit may read, so that a list tells no more than the pathway
//! page does.

mod inbox;

use crate::App;
use crate::error::AppError;
use crate::known::{Agreements, AtWork, Terms};
use crate::registry::{identifiers, names};
use crate::thread::Thread;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use traad_domain::agreement::InForce;
use traad_domain::body::{AttendanceSupport, Body};
use traad_domain::directory::Directory;
use traad_domain::entry::Entry;
use traad_domain::facts::facts_in;
use traad_domain::id::{EmploymentId, PathwayId, UnitId};
use traad_domain::pathway::Pathway;
use traad_domain::person::Person;
use traad_domain::seats::{Seat, Seating, Start};
use traad_domain::time::local_date;
use traad_duty::calendar::Minute;
use traad_duty::engine::{Derivation, Duty, Status, derive};
use traad_duty::fact::{Journal, RawFact};
use traad_duty::rule::{RuleInfo, Strength};
use traad_duty::why::{Explainer, Lacking};
use traad_store::{DutyStatus, Header, Projection};

/// Version of what is derived here; a higher one makes `rebuild` necessary.
pub(crate) const PROJECTION_VERSION: u32 = 1;

/// What the header keeps as JSON.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct HeaderDocument {
    /// The person the pathway is about.
    pub(crate) subject: Option<String>,
}

/// What an inbox line keeps as JSON.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct InboxDocument {
    /// The unit that sent it.
    pub(crate) from: Option<String>,
}

/// What a duty line keeps as JSON.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct DutyDocument {
    /// The person the pathway is about.
    pub(crate) subject: Option<String>,
    /// First day of the last menstrual period, when the owner's unit knows it.
    pub(crate) lmp: Option<jiff::civil::Date>,
    /// Whether the unit stands in for an empty seat.
    pub(crate) stands_in: bool,
    /// When it started, milliseconds.
    pub(crate) started_ms: i64,
    /// What an agreement is proposed to say, when it is silent; milliseconds.
    pub(crate) proposed_ms: Option<i64>,
    /// The reference the duty is about, when its key is one.
    pub(crate) reference: Option<String>,
    /// What it is about, in the words of the entry it started from.
    #[serde(default)]
    pub(crate) about: Option<About>,
    /// How its deadline came about.
    pub(crate) why: Reckoning,
}

/// What a duty is about, when its rule's title does not say it all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// What a meeting decided, as it was written.
    Decision(String),
    /// How she is helped to come to a meeting.
    Support(Vec<AttendanceSupport>),
}

impl About {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the title of a rule says what most duties are about"
    )]
    fn of(entry: &Entry) -> Option<Self> {
        match &entry.written()?.body {
            Body::MeetingDecided(decided) => {
                Some(Self::Decision(format!("{}: {}", decided.who, decided.what)))
            }
            Body::SupportAgreed(agreed) => Some(Self::Support(agreed.support.clone())),
            _ => None,
        }
    }
}

/// How a deadline came about, as parts to be put into words by a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reckoning {
    /// The day it is counted from.
    pub from: Option<jiff::civil::Date>,
    /// How much was added.
    pub count: Option<i32>,
    /// Of what, as rules write units.
    pub unit: Option<String>,
    /// The agreement version that answered.
    pub agreement: Option<String>,
    /// Agreement keys and anchors that are lacking.
    pub lacking: Vec<String>,
}

/// What stands around all pathways.
#[derive(Debug)]
pub(crate) struct Setting {
    pub(crate) directory: Arc<Directory>,
    agreements: Arc<Agreements>,
    staff: Arc<AtWork>,
}

/// Duties of a thread with what they were derived from.
pub(crate) struct Derived {
    pub(crate) facts: Vec<RawFact>,
    pub(crate) journal: Journal,
    pub(crate) terms: Arc<Terms>,
    pub(crate) derivation: Derivation,
    pub(crate) now: Minute,
    pub(crate) region: String,
    /// When it was derived.
    pub(crate) at: Timestamp,
    /// The day it was derived.
    pub(crate) today: Date,
    /// Those with a part in the thread who cannot be counted on now.
    pub(crate) away: BTreeMap<EmploymentId, Option<EmploymentId>>,
}

impl Derived {
    /// The agreement in force on the day it was derived.
    pub(crate) fn agreed(&self) -> Option<&InForce> {
        self.terms.on(self.today)
    }

    /// What owners are found in.
    pub(crate) fn seating<'a>(
        &'a self,
        thread: &'a Thread,
        directory: &'a Directory,
    ) -> Seating<'a> {
        Seating {
            pathway: &thread.whole,
            directory,
            region: &self.region,
            answers: self.agreed().map(|agreed| &agreed.answers),
            away: &self.away,
        }
    }

    pub(crate) fn key(&self, app: &App, duty: &Duty) -> String {
        self.derivation.key(
            &app.rules.rulebook,
            &self.journal,
            &self.terms.readable,
            duty,
        )
    }

    /// The fact a duty started from.
    pub(crate) fn start(&self, duty: &Duty) -> Option<&RawFact> {
        let seq = self.journal.seq(duty.starting_fact())?;
        self.facts.iter().find(|fact| fact.seq == seq)
    }

    /// How a duty's deadline came about.
    fn reckon(&self, app: &App, duty: &Duty) -> Reckoning {
        let rules = &app.rules;
        let explainer = Explainer::new(
            &rules.rulebook,
            &rules.calendar,
            &self.journal,
            &self.terms.readable,
            self.now,
        );
        let Some(why) = explainer.why(&self.derivation, duty) else {
            return Reckoning::default();
        };
        let earliest = why.deadlines.iter().min_by_key(|d| d.due);
        let lacking = why.lacking.iter().map(|lacking| match lacking {
            Lacking::Agreement { key: name, .. } | Lacking::Anchor { name } => name.clone(),
            Lacking::Attribute => "date".to_owned(),
        });
        Reckoning {
            from: earliest.map(|d| d.from.date()),
            count: earliest.and_then(|d| d.added).map(|(count, _)| count),
            unit: earliest
                .and_then(|d| d.added)
                .map(|(_, unit)| unit.word().to_owned()),
            agreement: why.answers.first().map(|answer| answer.version.clone()),
            lacking: lacking.collect(),
        }
    }

    /// The entry a duty started from.
    pub(crate) fn starting_entry<'a>(&self, thread: &'a Thread, duty: &Duty) -> Option<&'a Entry> {
        let seq = self.journal.seq(duty.starting_fact())?;
        thread.entries.iter().find(|e| e.seq == seq)
    }
}

impl App {
    /// Derives the duties of a thread as of an instant.
    pub(crate) fn derive(
        &self,
        thread: &Thread,
        setting: &Setting,
        now: Timestamp,
    ) -> Result<Derived, AppError> {
        let facts = facts_in(thread.entries.iter(), &thread.whole);
        let rules = &self.rules;
        let journal =
            Journal::new(&rules.rulebook, &rules.calendar, &facts).map_err(AppError::internal)?;
        let municipality = thread.whole.municipality.as_ref();
        let terms = setting.agreements.terms_of(rules, &thread.whole)?;
        let minute = Minute::from_timestamp(now);
        let derivation = derive(
            &rules.rulebook,
            &rules.calendar,
            &journal,
            &terms.readable,
            minute,
        );
        let today = local_date(now);
        let region = municipality
            .and_then(|m| self.region_of(m, today))
            .unwrap_or_default();
        Ok(Derived {
            facts,
            journal,
            terms,
            derivation,
            now: minute,
            region,
            at: now,
            today,
            away: away(thread, &setting.staff, now),
        })
    }

    /// The region of a municipality on a day.
    pub fn region_of(
        &self,
        municipality: &traad_domain::id::MunicipalityCode,
        day: jiff::civil::Date,
    ) -> Option<String> {
        self.catalogue
            .region_on(municipality.as_str(), day)
            .map(|region| region.id.clone())
    }

    /// The projections of a thread, one for each journal: what a journal's own entries started stands with it, so that
    /// a unit that knows one of two joined journals learns nothing of the other. `people` are new versions of records.
    pub(crate) fn project(
        &self,
        thread: &Thread,
        people: &[Person],
        now: Timestamp,
    ) -> Result<Vec<(PathwayId, Projection)>, AppError> {
        self.project_in(thread, people, &self.setting(now)?, now)
    }

    /// Units, agreements and who is at work as of an instant.
    pub(crate) fn setting(&self, now: Timestamp) -> Result<Setting, AppError> {
        Ok(Setting {
            directory: self.directory(local_date(now))?,
            agreements: self.agreements()?,
            staff: self.staff()?,
        })
    }

    /// As [`App::project`], in a setting that is read once for many threads.
    pub(crate) fn project_in(
        &self,
        thread: &Thread,
        people: &[Person],
        setting: &Setting,
        now: Timestamp,
    ) -> Result<Vec<(PathwayId, Projection)>, AppError> {
        let derived = self.derive(thread, setting, now)?;
        let duties = self.duty_rows(thread, &derived, &setting.directory)?;
        let lines = inbox::lines(self, thread, &derived);
        let mut projections = Vec::with_capacity(thread.strands.len());
        for strand in &thread.strands {
            let alone = if thread.strands.len() == 1 {
                thread.whole.clone()
            } else {
                let own = thread.entries.iter().filter(|e| e.pathway == strand.id);
                Arc::new(Pathway::fold(own.collect::<Vec<_>>()))
            };
            let units = thread.participants_of(&strand.id, now);
            let person = self.indexed_person(&alone, people, &units)?;
            let projection = Projection {
                header: header(&thread.whole, &alone, &derived)?,
                units: units.iter().map(|u| u.as_str().to_owned()).collect(),
                duties: of_strand(&duties, &strand.id),
                inbox: of_strand(&lines, &strand.id),
                names: person.as_ref().map(names).unwrap_or_default(),
                identifiers: person.as_ref().map(identifiers).unwrap_or_default(),
            };
            projections.push((strand.id.clone(), projection));
        }
        Ok(projections)
    }

    /// The person a journal is found by: only what every unit that may find it knows.
    fn indexed_person(
        &self,
        alone: &Pathway,
        people: &[Person],
        units: &BTreeSet<UnitId>,
    ) -> Result<Option<Person>, AppError> {
        let Some(subject) = &alone.subject else {
            return Ok(None);
        };
        let fresh = people.iter().find(|p| &p.id == subject).cloned();
        let person = match fresh {
            Some(person) => Some(person),
            None => self.person(subject)?.map(|found| found.value),
        };
        Ok(person.map(|person| person.as_known_to(units.iter())))
    }

    pub(crate) fn duty_rows(
        &self,
        thread: &Thread,
        derived: &Derived,
        directory: &Directory,
    ) -> Result<Vec<(PathwayId, traad_store::Duty)>, AppError> {
        let seating = derived.seating(thread, directory);
        let mut rows = Vec::new();
        // What a unit knows is the same for all its duties.
        let mut known: BTreeMap<UnitId, Pathway> = BTreeMap::new();
        for duty in derived.derivation.duties.iter().filter(|d| d.is_open()) {
            let found = self.rules.rulebook.rule(duty.rule());
            let home = derived
                .starting_entry(thread, duty)
                .map(|e| e.pathway.clone());
            let (Some(rule), Some(home)) = (found, home) else {
                continue;
            };
            let Some(seat) = owner(thread, derived, seating, duty, rule) else {
                continue;
            };
            let known = known.entry(seat.unit.clone()).or_insert_with(|| {
                let grounds = thread.grounds(derived.at);
                let readable = grounds.readable_by_unit(&seat.unit, &thread.entries);
                Pathway::course_of(readable.iter().copied())
            });
            let entry = derived.starting_entry(thread, duty);
            rows.push((
                home,
                self.duty_row(known, entry, derived, (duty, rule, &seat))?,
            ));
        }
        Ok(rows)
    }

    fn duty_row(
        &self,
        known: &Pathway,
        entry: Option<&Entry>,
        derived: &Derived,
        (duty, rule, seat): (&Duty, &RuleInfo, &Seat),
    ) -> Result<traad_store::Duty, AppError> {
        let key = derived.key(self, duty);
        let reference = derived
            .start(duty)
            .and_then(|fact| fact.attribute("ref"))
            .map(str::to_owned);
        let document = DutyDocument {
            subject: known.subject.as_ref().map(|s| s.as_str().to_owned()),
            lmp: known.lmp().filter(|_| known.birth.is_none() && !known.lost),
            stands_in: seat.stands_in,
            started_ms: milliseconds(duty.trigger),
            proposed_ms: duty.proposed.map(milliseconds),
            reference,
            about: entry.and_then(About::of),
            why: derived.reckon(self, duty),
        };
        Ok(traad_store::Duty {
            rule: rule.id.clone(),
            key,
            category: rule.category.clone().unwrap_or_default(),
            strength: rule.strength.word().to_owned(),
            owner_unit: seat.unit.as_str().to_owned(),
            owner_person: seat.person.as_ref().map(|p| p.as_str().to_owned()),
            start_entry: entry.map(|e| e.id.as_str().to_owned()).unwrap_or_default(),
            opens_ms: milliseconds(duty.opens.unwrap_or(duty.trigger)),
            due_ms: duty.due.map(milliseconds),
            status: status(duty),
            termin: known
                .term()
                .filter(|_| known.birth.is_none() && !known.lost),
            document: serde_json::to_string(&document).map_err(AppError::internal)?,
        })
    }
}

/// Who of those who could owe something in a thread is not employed now, or on leave; and who stands in.
fn away(
    thread: &Thread,
    staff: &AtWork,
    now: Timestamp,
) -> BTreeMap<EmploymentId, Option<EmploymentId>> {
    let coordinator = thread.whole.coordinator.iter().map(|c| &c.body.employment);
    let written = thread.entries.iter().filter_map(|e| e.written());
    // The same few have written most of it.
    let people: BTreeSet<&EmploymentId> = coordinator
        .chain(written.map(|w| &w.envelope.author.employment))
        .collect();
    let gone = people.into_iter().filter(|id| !staff.is_present(id, now));
    gone.map(|id| (id.clone(), staff.deputy(id, now))).collect()
}

fn of_strand<T: Clone>(rows: &[(PathwayId, T)], strand: &PathwayId) -> Vec<T> {
    rows.iter()
        .filter(|(home, _)| home == strand)
        .map(|(_, row)| row.clone())
        .collect()
}

/// Who owes a duty now. Only a unit that may read what started it can owe it.
pub(crate) fn owner(
    thread: &Thread,
    derived: &Derived,
    seating: Seating<'_>,
    duty: &Duty,
    rule: &RuleInfo,
) -> Option<Seat> {
    let entry = derived.starting_entry(thread, duty)?;
    let author = entry.written().map(|w| w.envelope.author.as_ref());
    let readers = thread.readers_of(entry, derived.at);
    let unit = derived.start(duty).and_then(|fact| fact.attribute("unit"));
    let start = Start {
        author,
        unit,
        readers: Some(&readers),
    };
    let seat = seating.owner(rule.owed_by.as_deref().unwrap_or("author"), start)?;
    // Who has handed the case over owes what the law asks, and nothing else: what went on stands in the hand-over, and asking
    // her or meeting with her is the new kommune's.
    let left = thread.whole.has_left(&seat.unit);
    // Of a hypothesis that was refuted nobody is owed anything more, and no list says that there was one.
    let dismissed = thread.whole.child.is_dismissed(&entry.id);
    let lasts = rule.strength == Strength::Law || !(left || dismissed);
    lasts.then_some(seat)
}

pub(crate) fn milliseconds(minute: Minute) -> i64 {
    minute.timestamp().as_millisecond()
}

/// The status of a live duty; settled ones are not kept.
fn status(duty: &Duty) -> DutyStatus {
    match duty.status {
        // What waits for a birth or a dating is no gap in the agreement: it is shown when that is known.
        Status::Unsettled if !duty.lacks.agreement() => DutyStatus::Scheduled,
        Status::Overdue => DutyStatus::Overdue,
        Status::DueSoon => DutyStatus::DueSoon,
        Status::Scheduled => DutyStatus::Scheduled,
        Status::Unsettled => DutyStatus::Unsettled,
        Status::Open
        | Status::OnTime { .. }
        | Status::Late
        | Status::Void
        | Status::Explained
        | Status::Missed => DutyStatus::Open,
    }
}

fn header(whole: &Pathway, alone: &Pathway, derived: &Derived) -> Result<Header, AppError> {
    let document = HeaderDocument {
        subject: alone.subject.as_ref().map(|s| s.as_str().to_owned()),
    };
    Ok(Header {
        case_number: alone.case_number.clone(),
        kind: alone.kind.map(|k| k.code().to_owned()).unwrap_or_default(),
        phase: whole.phase().code().to_owned(),
        home_municipality: whole
            .municipality
            .as_ref()
            .map(|m| m.as_str().to_owned())
            .unwrap_or_default(),
        termin: whole
            .term()
            .filter(|_| whole.birth.is_none() && !whole.lost),
        next_change_ms: next_change(whole, derived),
        version: PROJECTION_VERSION,
        closed: whole.is_closed(),
        document: serde_json::to_string(&document).map_err(AppError::internal)?,
    })
}

/// When the pathway is to be derived anew though nobody writes: a duty changes, or what a consent opens does.
fn next_change(whole: &Pathway, derived: &Derived) -> Option<i64> {
    let duty = derived.derivation.next_change.map(milliseconds);
    let consent = whole.consents_change(derived.at);
    let consent = consent.map(Timestamp::as_millisecond);
    [duty, consent].into_iter().flatten().min()
}
