// SPDX-License-Identifier: EUPL-1.2
//! Consents: the tab with who may know what, the form to write one in, and the form to print and sign.

use super::form::{Choice, Form};
use super::page;
use super::parts::Link;
use super::pathway::Head;
use super::work::About;

/// *Samtykker*.
#[derive(Clone, Debug, Default)]
pub struct ConsentsPage {
    /// The head.
    pub head: Head,
    /// Those that count, or will.
    pub running: Vec<ConsentCard>,
    /// Those that do not: refused, withdrawn, expired.
    pub ended: Vec<ConsentCard>,
    /// Address to write one; `None` when the pathway has ended.
    pub add: Option<String>,
    /// Preventive meetings of the municipal circle the reader's unit is on, and what can be told there.
    pub preventive: Vec<(String, Option<Link>)>,
    /// The way to call one; none for who is not of the circle.
    pub preventive_call: Option<Link>,
    /// What is said of pages of the own: `Hendes egen side`, `Sider til familien`.
    pub own_title: String,
    /// What the child's age gives it, and what is lacking before anybody can have a page.
    pub own_notes: Vec<String>,
    /// Whether somebody has a page of the own, in a sentence, and what to press.
    pub own: Vec<(String, Link)>,
}

/// One consent in words.
#[derive(Clone, Debug, Default)]
pub struct ConsentCard {
    /// `Alkoholbehandlingen må få at vide`.
    pub title: String,
    /// `gælder`, `nej`, `taget tilbage`; empty where there is nothing to say.
    pub state: String,
    /// What it covers, what for, until when, who said it.
    pub lines: Vec<String>,
    /// What can be done with it.
    pub acts: Vec<Link>,
}

/// Write a consent (`samtykke/ny`). Fields: `samtykket` R `ja`|`nej`; `retning` R (code of a direction); `giver` R (code, of
/// [`ConsentForm::givers`]), `giver-navn`, `forael` `alone`|`shared` (R for who has custody); `aktoer` (many, ids of units; R for
/// yes), `undtagen` (many); `oplysninger` (many, codes of categories; R for yes); `brug` (R for yes); `lov` (R for yes); `sagt` R,
/// `ikke-skriftligt`; `svaret` R, `fra`, `til`, `igen`; `forklaret` (`ja`); `spurgt-af`. The button is `handling` = `gem` | `skema`.
#[derive(Clone, Debug, Default)]
pub struct ConsentForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// Who can answer.
    pub givers: Vec<Choice>,
    /// Whether custody is asked for.
    pub child: bool,
    /// The units it can name.
    pub units: Vec<Choice>,
    /// The kinds of information it can cover.
    pub categories: Vec<Choice>,
    /// The laws.
    pub laws: Vec<Choice>,
}

/// The form to print and sign, filled in.
#[derive(Clone, Debug, Default)]
pub struct ConsentSheet {
    /// Whose.
    pub about: About,
    /// The code of the direction.
    pub direction: String,
    /// The units it names.
    pub actors: Vec<String>,
    /// The units whose information it leaves out.
    pub except: Vec<String>,
    /// The kinds of information, in words.
    pub what: Vec<String>,
    /// What for, in words.
    pub why: Option<String>,
    /// The last day.
    pub until: Option<String>,
    /// The law, in words.
    pub law: Option<String>,
    /// Who asked.
    pub asked_by: String,
}

page!(ConsentsPage, "consent/list.html");
page!(ConsentForm, "consent/new.html");
page!(ConsentSheet, "consent/sheet.html");
