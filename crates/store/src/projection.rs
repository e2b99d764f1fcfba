// SPDX-License-Identifier: EUPL-1.2
//! What is derived from a journal and kept beside it: header, units, live duties, inbox lines, search words.
//!
//! The application makes a whole projection; the store writes only the rows that differ from those it holds. A
//! projection is never the only place where something stands: `rebuild` makes it again from the entries alone.

use jiff::civil::Date;

/// Everything kept about one pathway beside its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Projection {
    /// What lists show of the pathway.
    pub header: Header,
    /// Units that may see at least one entry. Search and lists of a unit find the pathway through these.
    pub units: Vec<String>,
    /// Live duties only: settled ones are counted from the journal.
    pub duties: Vec<Duty>,
    /// Notifications and referrals that wait in, or have passed through, a unit's inbox.
    pub inbox: Vec<InboxItem>,
    /// Names the pathway is found by, as written; the store makes the search words.
    pub names: Vec<String>,
    /// Numbers the pathway is found by.
    pub identifiers: Vec<Identifier>,
}

/// What lists show of a pathway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The case number people say to each other. Unique, given with the first entry and never changed.
    pub case_number: String,
    /// `pregnancy`, `child` or `adult`.
    pub kind: String,
    /// The phase the pathway is in.
    pub phase: String,
    /// Code of the home municipality; empty when it is not known.
    pub home_municipality: String,
    /// Due date of the pregnancy.
    pub termin: Option<Date>,
    /// When something changes without a new entry, in milliseconds UTC.
    pub next_change_ms: Option<i64>,
    /// Version of the code that made the projection.
    pub version: u32,
    /// Whether the pathway is closed.
    pub closed: bool,
    /// The rest, as JSON made by the application.
    pub document: String,
}

/// Where a duty stands. Done, void, missed and explained duties are not kept here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DutyStatus {
    /// Past its due time.
    Overdue,
    /// Due soon.
    DueSoon,
    /// To be done.
    Open,
    /// An agreement value or a date is lacking, so it has no due time.
    Unsettled,
    /// Not yet to be shown.
    Scheduled,
}

impl DutyStatus {
    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueSoon => "due-soon",
            Self::Open => "open",
            Self::Unsettled => "unsettled",
            Self::Scheduled => "scheduled",
        }
    }

    /// The status of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::Overdue,
            Self::DueSoon,
            Self::Open,
            Self::Unsettled,
            Self::Scheduled,
        ]
        .into_iter()
        .find(|status| status.code() == code)
    }
}

/// A live duty: who must do what by when.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Duty {
    /// The rule it comes from.
    pub rule: String,
    /// Which of the rule's duties in this pathway.
    pub key: String,
    /// Kind of information: the line passes the access policy like an entry.
    pub category: String,
    /// `law`, `agreement` or `recommendation`.
    pub strength: String,
    /// The unit that owes it now.
    pub owner_unit: String,
    /// The person in the unit that owes it now, if there is one.
    pub owner_person: Option<String>,
    /// The entry that started it.
    pub start_entry: String,
    /// From when it is shown, milliseconds UTC.
    pub opens_ms: i64,
    /// When it is due, milliseconds UTC. None is unsettled, or waits for something without a date.
    pub due_ms: Option<i64>,
    /// Where it stands.
    pub status: DutyStatus,
    /// Due date of the pregnancy, by which overdue duties are ordered. None sorts last.
    pub termin: Option<Date>,
    /// The rest, as JSON made by the application.
    pub document: String,
}

/// What a list of a unit beside its duties holds: the two inboxes, and the pathways it coordinates without a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InboxKind {
    /// Underretninger.
    Notification,
    /// Henvisninger.
    Referral,
    /// Forløb uden samtykke (A02).
    WithoutConsent,
}

impl InboxKind {
    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Notification => "notification",
            Self::Referral => "referral",
            Self::WithoutConsent => "without-consent",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Notification, Self::Referral, Self::WithoutConsent]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// A notification or a referral in a unit's inbox, or a pathway it coordinates without a consent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct InboxItem {
    /// Which inbox.
    pub kind: InboxKind,
    /// The reference that follows it through the journal.
    pub reference: String,
    /// The receiving unit.
    pub unit: String,
    /// When it was received, milliseconds UTC.
    pub received_ms: i64,
    /// Where it stands, in the application's words.
    pub status: String,
    /// Whether the unit still has something to do with it.
    pub open: bool,
    /// When the next thing about it is due, milliseconds UTC.
    pub due_ms: Option<i64>,
    /// The rest, as JSON made by the application.
    pub document: String,
}

/// A number that names a person: CPR, replacement CPR, foreign number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier {
    /// The number's system, for example `cpr`.
    pub system: String,
    /// The number, written in one way by the caller.
    pub value: String,
}

/// Where a journal ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Head {
    /// Number of entries; 0 for a journal that has none.
    pub seq: u32,
    /// Hash of the last entry.
    pub hash: String,
}

/// A pathway's header with the place its journal has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderRow {
    /// The pathway.
    pub pathway: String,
    /// Where its journal ends.
    pub head: Head,
    /// What lists show.
    pub header: Header,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows of the page.
    pub rows: Vec<T>,
    /// Rows on all pages.
    pub total: u64,
}

/// Which page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// Rows to pass over.
    pub offset: u32,
    /// Most rows to give.
    pub limit: u32,
}
