// SPDX-License-Identifier: EUPL-1.2
//! What the adults around a child are told on one sheet, and advice asked of VISO's suppliers (A14, A15).
//!
//! The sheet never tells the cause: daycare and school read it (practice A18). Advice about a child that is named needs the
//! yes of everybody who decides for it; without it the child is not named.

use super::Hand;
use super::child::childs;
use crate::age::Standing;
use crate::body::{
    AdviceReceived, AdviceRequested, Body, CustodyState, HelpBackgroundWritten, HelpSheetWritten,
};
use crate::category::Category;
use crate::entry::NewEntry;
use crate::pathway::{Exposure, Pathway, same_name};
use crate::refusal::{Check, NotNow, Problem, Refusal};

/// Beginnings of words that tell a cause. A sheet with one of them is not kept.
const CAUSES: [&str; 20] = [
    "alkohol",
    "rusmid",
    "eksponer",
    "misbrug",
    "druk",
    "drak",
    "stoffer",
    "narko",
    "hash",
    "cannabis",
    "opioid",
    "metadon",
    "heroin",
    "kokain",
    "amfetamin",
    "benzo",
    "abstinen",
    "føtal",
    "fosterskade",
    "gravid",
];

/// Whether a text tells a cause of the child's difficulties that lies before its birth.
pub fn tells_cause(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| CAUSES.iter().any(|cause| word.starts_with(cause)) || word == "fas")
}

/// Writes the sheet, and the background for those the child lives with when there is one.
pub fn write_sheet(
    pathway: &Pathway,
    sheet: &HelpSheetWritten,
    background: &str,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut check = Check::default();
    for (text, field) in [
        (&sheet.needs, "needs"),
        (&sheet.strengths, "strengths"),
        (&sheet.signals, "signals"),
        (&sheet.helps, "helps"),
    ] {
        check.text(text, field);
        check.require(!tells_cause(text), field, Problem::TellsCause);
    }
    let tells = sheet.places.iter().any(|place| tells_cause(&place.agreed));
    check.require(!tells, "places", Problem::TellsCause);
    check.length(background, "background");
    check.done()?;
    let body = Body::HelpSheetWritten(sheet.clone());
    let mut entries = vec![hand.write(Category::ChildDevelopment, body)];
    let known = pathway.child.development.background.as_ref();
    let same = known.is_some_and(|known| known.body.text.trim() == background.trim());
    if !background.trim().is_empty() && !same {
        let body = Body::HelpBackgroundWritten(HelpBackgroundWritten {
            text: background.trim().to_owned(),
        });
        entries.push(hand.write(Category::ChildHealth, body));
    }
    Ok(entries)
}

/// Whether advice can be asked: the child was or may have been exposed, as far as the writer knows.
pub fn can_ask(pathway: &Pathway) -> Result<(), Refusal> {
    childs(pathway)?;
    match pathway.exposure_position() {
        Exposure::Confirmed | Exposure::Suspected => Ok(()),
        Exposure::Unresolved | Exposure::Refuted | Exposure::None => {
            Err(Refusal::NotNow(NotNow::NotExposed))
        }
    }
}

/// Asks a supplier for advice. `who` is what the child is called; without a yes it may not stand in the question.
pub fn ask(
    pathway: &Pathway,
    requested: &AdviceRequested,
    (who, suppliers): (&str, &[&str]),
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    can_ask(pathway)?;
    let mut check = Check::default();
    let known = suppliers.contains(&requested.supplier.as_str());
    check.require(known, "supplier", Problem::NotChosen);
    check.text(&requested.question, "question");
    if requested.anonymous {
        let holders = pathway.child.custody();
        let holders = holders.into_iter().flat_map(|stated| &stated.holders);
        let family = holders.map(String::as_str).chain([who]);
        let named = family
            .into_iter()
            .any(|one| names(&requested.question, one));
        check.require(!named, "question", Problem::TellsWho);
    } else {
        let all = everybody_says_yes(pathway, &requested.yes, who, hand);
        check.require(all, "yes", Problem::YesMissing);
    }
    check.done()?;
    let asked = AdviceRequested {
        yes: if requested.anonymous {
            Vec::new()
        } else {
            requested.yes.clone()
        },
        ..requested.clone()
    };
    let body = Body::AdviceRequested(asked);
    Ok(vec![hand.write(Category::ChildHealth, body)])
}

/// Whether a text names a person, or holds what looks like a CPR number.
fn names(text: &str, who: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric() && c != '-');
    let who = who.to_lowercase();
    let parts: Vec<&str> = who.split_whitespace().filter(|p| p.len() > 1).collect();
    words.any(|word| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        digits == 10
            || parts
                .iter()
                .any(|part| *part == word.trim_end_matches('s') || *part == word)
    })
}

/// Whether all who decide on the child's health have said yes: those with custody, as far as that is settled, and from 15 the
/// young person alone (practice A14, B15).
fn everybody_says_yes(pathway: &Pathway, yes: &[String], who: &str, hand: &Hand) -> bool {
    let young = pathway.standing(hand.now) >= Some(Standing::Young);
    if young {
        return yes.iter().any(|name| same_name(name, who));
    }
    let said: Vec<&str> = yes.iter().map(String::as_str).collect();
    let stated = pathway.child.custody();
    let stated = stated.filter(|stated| stated.custody != CustodyState::Unresolved);
    stated.is_some_and(|stated| !stated.holders.is_empty() && stated.missing(&said).is_empty())
}

/// Registers advice that has come; what it proposes is shown with its source until the plan takes it up.
pub fn receive(
    pathway: &Pathway,
    received: &AdviceReceived,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    childs(pathway)?;
    let mut all = pathway.child.development.requests.iter();
    let request = all.find(|one| one.body.reference == received.request);
    let request = request.ok_or(Refusal::NotNow(NotNow::NoSuchAdvice))?;
    let mut check = Check::default();
    check.text(&received.advice, "advice");
    check.require(received.on <= hand.today(), "on", Problem::InTheFuture);
    let after = received.on >= request.recorded_day();
    check.require(after, "on", Problem::BeforeGiven);
    check.done()?;
    let body = Body::AdviceReceived(received.clone());
    Ok(vec![hand.write(Category::ChildHealth, body)])
}

#[cfg(test)]
mod tests;
