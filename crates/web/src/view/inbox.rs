// SPDX-License-Identifier: EUPL-1.2
//! The two inboxes. Notifications are never declined: received, assessed at once, receipted, given an
//! outcome, or forwarded. Referrals are accepted or declined with a reason that returns to the sender.

use super::duty::Urgency;
use super::form::{Choice, Form};
use super::page;
use super::parts::{Contact, Pager};

/// One line of an inbox.
#[derive(Clone, Debug)]
pub struct InboxRow {
    /// `Brita Test Berggren, uge 10+0`.
    pub who: String,
    /// Who sent it.
    pub from: String,
    /// When it was received.
    pub received: String,
    /// What has to be done next, such as `Akutvurdér`; `afsluttet` when nothing.
    pub state: String,
    /// The limit of it, ready to read.
    pub due: Option<String>,
    /// How far that is.
    pub relative: Option<String>,
    /// How soon; only overdue and today are red.
    pub urgency: Urgency,
    /// Where it can be opened.
    pub href: String,
}

/// *Underretninger*. Field (POST to its own address): `q` (words), `vis` (`aabne`|`alle`), `side`.
#[derive(Clone, Debug, Default)]
pub struct Notifications {
    /// The search.
    pub form: Form,
    /// How many fit.
    pub total: usize,
    /// This page of them, most urgent first.
    pub rows: Vec<InboxRow>,
    /// The pages.
    pub pager: Pager,
}

page!(Notifications, "inbox/notifications.html");

/// *Henvisninger*. Fields as [`Notifications`].
#[derive(Clone, Debug, Default)]
pub struct Referrals {
    /// The search.
    pub form: Form,
    /// How many fit.
    pub total: usize,
    /// This page of them.
    pub rows: Vec<InboxRow>,
    /// The pages.
    pub pager: Pager,
}

page!(Referrals, "inbox/referrals.html");

/// *Forløb uden samtykke*. Fields as [`Notifications`].
#[derive(Clone, Debug, Default)]
pub struct WithoutConsent {
    /// The search.
    pub form: Form,
    /// How many fit.
    pub total: usize,
    /// This page of them.
    pub rows: Vec<InboxRow>,
    /// The pages.
    pub pager: Pager,
}

page!(WithoutConsent, "inbox/unconsented.html");

/// A clock that runs.
#[derive(Clone, Debug)]
pub struct Clock {
    /// What must be done by then.
    pub what: String,
    /// The limit, ready to read.
    pub due: String,
    /// How far that is.
    pub relative: String,
    /// How soon.
    pub urgency: Urgency,
    /// The arithmetic in a line.
    pub arithmetic: String,
    /// The law behind it was not read word for word.
    pub unverified: bool,
}

/// An earlier notification, about the same child or as a line about a sibling.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// When.
    pub at: String,
    /// The kind of notifier, never the name on a sibling's line.
    pub from: String,
    /// Its outcome.
    pub outcome: String,
    /// Where it can be opened; `None` for siblings until opened with a purpose.
    pub href: Option<String>,
}

/// One step of a notification's way, done or not.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is, such as `Akutvurdering`.
    pub name: String,
    /// When, by whom and how it ended; `None` when not done.
    pub done: Option<String>,
}

/// The step whose form is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Open {
    /// Nothing more to do.
    #[default]
    Nothing,
    /// `akutvurdering`. Fields: `akut` R `ja`|`nej`; `akut-handling` (R for `ja`: what is done now); `begrundelse` R.
    Assess,
    /// `kvittering`. Fields: `tekst` R (the letter); for a notifier with no account `sendt-med` R `brev`|`digital`.
    Acknowledge,
    /// `udfald`. Fields: `udfald` R `none`|`exploration`|`examination`; `begrundelse` R.
    Outcome,
    /// `orientering`. Fields: `sat-i-gang` R `ja`|`nej`; `tekst` R (what the notifying professional is told).
    Inform,
    /// `fornyet`. Field: `konklusion` R (a second person's assessment).
    SecondOpinion,
    /// `barnets-behov`. Field: `konklusion` R (what the coming child needs).
    ChildsNeed,
}

impl Open {
    /// The last part of the form's address, and of its texts.
    pub fn code(self) -> &'static str {
        match self {
            Open::Nothing => "",
            Open::Assess => "akutvurdering",
            Open::Acknowledge => "kvittering",
            Open::Outcome => "udfald",
            Open::Inform => "orientering",
            Open::SecondOpinion => "fornyet",
            Open::ChildsNeed => "barnets-behov",
        }
    }
}

/// One notification, with the form of its next step; `videresend` (fields: `kommune` R, `grund` R) can be opened beside it.
#[derive(Clone, Debug, Default)]
pub struct NotificationPage {
    /// Its random id.
    pub id: String,
    /// `Brita Test Berggren, uge 10+0`.
    pub who: String,
    /// Who notified: name, function, unit; a private person's name only where it may be known.
    pub from: String,
    /// When it was received.
    pub received: String,
    /// What it says, line by line.
    pub content: Vec<String>,
    /// Does she know, and how did she take it.
    pub knows: String,
    /// The clocks that run.
    pub clocks: Vec<Clock>,
    /// Out of hours: who has it now.
    pub watch: Option<Contact>,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// Whose form is open.
    pub open: Open,
    /// That form.
    pub form: Form,
    /// The notifier has no account: the receipt goes by letter.
    pub by_letter: bool,
    /// Earlier notifications about this child.
    pub earlier: Vec<Earlier>,
    /// Lines about siblings.
    pub siblings: Vec<Earlier>,
    /// All kommuner, for forwarding.
    pub kommuner: Vec<String>,
    /// Why it cannot be forwarded yet; `None` when it can.
    pub not_yet: Option<String>,
    /// The forwarding form, kept apart so that its problems stand where it does.
    pub forward: Form,
    /// The pathway, when the reader may open it.
    pub pathway: Option<String>,
}

impl NotificationPage {
    fn post(&self) -> String {
        crate::paths::notification(&self.id, self.open.code())
    }

    fn forward_to(&self) -> String {
        crate::paths::notification(&self.id, "videresend")
    }
}

page!(NotificationPage, "inbox/notification.html");

/// One referral. Accept (`accepter`): `fordel-<code>` (id of a person) per place of [`ReferralPage::places`], `besked` (a word to the sender, optional).
/// Ask her now (`spurgt`, for the sender of one she was not asked about): `svar` R `mundtligt`|`skriftligt`|`ikke-spurgt`|`nej`; `tekst` (what the receiver needs to know).
/// Followed up (`fulgt-op`, sender of a declined one): `note` R. Completed (`afsluttet`, receiver): `note` R.
/// Decline (`afvis`): `aarsag` R `forkert-enhed`|`oensker-ikke`|`maalgruppe`|`andet`; `forklaring` R.
#[derive(Clone, Debug, Default)]
pub struct ReferralPage {
    /// Its random id.
    pub id: String,
    /// `Brita Test Berggren, uge 10+0`.
    pub who: String,
    /// Where it is referred to.
    pub to: String,
    /// Who refers.
    pub from: String,
    /// When it was received.
    pub received: String,
    /// Her yes: `ja, mundtligt, 3.3.2026`.
    pub consent: String,
    /// What it says.
    pub content: Vec<String>,
    /// The clocks that run.
    pub clocks: Vec<Clock>,
    /// How it was answered; `None` while it waits.
    pub answered: Option<String>,
    /// The functions it can be distributed to, each with its people.
    pub places: Vec<Place>,
    /// What the reader may do: answer as receiver, ask her or follow up as sender, complete as receiver, or only read.
    pub doing: Doing,
    /// The form to accept, ask, follow up or complete.
    pub accept: Form,
    /// The form to decline.
    pub decline: Form,
    /// The pathway, when the reader may open it.
    pub pathway: Option<String>,
}

/// What a reader may do with a referral.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Doing {
    /// Only read.
    #[default]
    Read,
    /// Accept or decline.
    Answer,
    /// Ask her, and send it on a yes.
    Ask,
    /// Act on a declined one.
    FollowUp,
    /// End an accepted one.
    Complete,
}

impl Doing {
    /// The last part of the form's address, and of its texts.
    pub fn code(self) -> &'static str {
        match self {
            Doing::Read => "",
            Doing::Answer => "accepter",
            Doing::Ask => "spurgt",
            Doing::FollowUp => "fulgt-op",
            Doing::Complete => "afsluttet",
        }
    }
}

/// A function that takes part in accepting, such as the midwife of the clinic.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its code: the field is `fordel-<code>`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The people.
    pub people: Vec<Choice>,
}

impl Place {
    fn field(&self) -> String {
        format!("fordel-{}", self.code)
    }
}

page!(ReferralPage, "inbox/referral.html");
