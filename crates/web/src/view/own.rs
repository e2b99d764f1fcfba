// SPDX-License-Identifier: EUPL-1.2
//! *Min side*: the page of the person a pathway is about. Phone first; plain words; nothing on it says what it is about
//! until somebody reads it (practice A22).

use super::consent::ConsentCard;
use super::form::{Choice, Form};
use super::log::ReadList;
use super::page;
use super::parts::{Contact, Link};
use super::pathway::Words;
use super::work::About;

/// The invitation to her next meeting.
#[derive(Clone, Debug, Default)]
pub struct Invitation {
    /// What it is about.
    pub purpose: String,
    /// Who is invited.
    pub people: Vec<String>,
    /// How she is helped to come.
    pub support: Vec<String>,
    /// What she has answered.
    pub reply: Option<String>,
    /// The file for her own calendar.
    pub calendar: String,
    /// Where her answer goes; nothing when she is not invited.
    pub post: Option<String>,
}

/// Times that are proposed for a meeting.
#[derive(Clone, Debug, Default)]
pub struct OwnTimes {
    /// What it is about.
    pub purpose: String,
    /// The times.
    pub times: Vec<Choice>,
    /// Whether she has answered.
    pub answered: bool,
    /// Where her answer goes.
    pub post: String,
    /// What she has ticked.
    pub form: Form,
}

/// The page itself.
#[derive(Clone, Debug, Default)]
pub struct OwnPage {
    /// `Anna`; empty when no name is known.
    pub name: String,
    /// What the child is called, when the page is that of somebody who has custody of it.
    pub child: Option<String>,
    /// That the child is placed, once the authority has decided that its parents can see it.
    pub placed: Option<String>,
    /// What stands about exposure before birth, to a young person who was told of it in a talk.
    pub exposed: Option<String>,
    /// What somebody of the young person's age is offered, free and without referral: what, and for whom.
    pub offers: Vec<(String, String)>,
    /// After a loss: the one sentence the page says; nothing of plans, weeks or days stands beside it.
    pub silent: Option<String>,
    /// Who gathers the threads.
    pub coordinator: Option<Contact>,
    /// The next meeting, with day and place.
    pub next: Option<String>,
    /// What it is about, who is invited, and her answer.
    pub invitation: Option<Invitation>,
    /// Times she is asked about.
    pub times: Option<OwnTimes>,
    /// The child's check-ups: the next, and the last that did not come about.
    pub checkups: Vec<String>,
    /// Who helps her, and what they can see.
    pub helpers: Vec<OwnHelper>,
    /// What they have agreed to try to reach.
    pub goals: Option<String>,
    /// What is done, each in a line.
    pub plan: Vec<String>,
    /// Her own words, newest first.
    pub wishes: Vec<Words>,
    /// Screening tools she has answered, with the score and the day, newest first.
    pub screenings: Vec<Words>,
    /// Her contract on detention, when one counts.
    pub contract: Option<OwnContract>,
    /// What a form on the page sends with it.
    pub form: Form,
    /// Whether days, hours and places of meetings are kept off the page.
    pub quiet: bool,
    /// Whether that is not the reader's to change.
    pub held: bool,
    /// Whether she has chosen to be told by e-mail.
    pub told: bool,
}

/// Her contract on detention.
#[derive(Clone, Debug, Default)]
pub struct OwnContract {
    /// Whether she is held back now.
    pub held: bool,
    /// Where she ends it.
    pub post: String,
}

/// One unit that helps her.
#[derive(Clone, Debug, Default)]
pub struct OwnHelper {
    /// Its name.
    pub name: String,
    /// Its telephone.
    pub phone: String,
    /// The kinds of what it can see, in a line.
    pub reads: String,
}

/// Her door. Fields: `bruger` R, `kode` R.
#[derive(Clone, Debug, Default)]
pub struct OwnLogin {
    /// What was typed.
    pub form: Form,
    /// Why nobody got in.
    pub message: Option<String>,
}

/// Who has read about her.
#[derive(Clone, Debug)]
pub struct OwnReaders(pub ReadList);

/// Her consents.
#[derive(Clone, Debug, Default)]
pub struct OwnConsents {
    /// What the child is called, when somebody who has custody answers for it.
    pub child: Option<String>,
    /// Those that count; each can be taken back.
    pub running: Vec<ConsentCard>,
    /// Those that do not.
    pub ended: Vec<ConsentCard>,
}

/// Give one. Fields: `retning` R (code), `aktoer` R many, `oplysninger` R many, `brug` R; the button is `svar` = `ja` | `nej`.
#[derive(Clone, Debug, Default)]
pub struct OwnConsentForm {
    /// What the child is called, when somebody who has custody answers for it.
    pub child: Option<String>,
    /// What was typed.
    pub form: Form,
    /// The units she can name.
    pub units: Vec<Choice>,
    /// The kinds of information.
    pub categories: Vec<Choice>,
}

/// Take one back.
#[derive(Clone, Debug, Default)]
pub struct OwnWithdraw {
    /// The form.
    pub form: Form,
    /// Which, in words.
    pub what: ConsentCard,
    /// Where it is sent.
    pub post: String,
}

/// Write a wish. Fields: `slags` R, `ord` R.
#[derive(Clone, Debug, Default)]
pub struct OwnWish {
    /// What was typed.
    pub form: Form,
}

/// What she is handed once, to be printed.
#[derive(Clone, Debug, Default)]
pub struct HandedPage {
    /// Whose.
    pub about: About,
    /// User name.
    pub username: String,
    /// Password.
    pub password: String,
    /// Back.
    pub back: Vec<Link>,
}

/// After *Luk hurtigt*: an empty page that goes on to somewhere nobody wonders about.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// Where it goes.
    pub on: String,
}

page!(OwnPage, "own/page.html");
page!(OwnLogin, "own/login.html");
page!(OwnReaders, "own/readers.html");
page!(OwnConsents, "own/consents.html");
page!(OwnConsentForm, "own/consent.html");
page!(OwnWithdraw, "own/withdraw.html");
page!(OwnWish, "own/wish.html");
page!(HandedPage, "own/handed.html");
page!(Left, "own/left.html");
