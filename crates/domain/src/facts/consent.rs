// SPDX-License-Identifier: EUPL-1.2
//! What consents tell the rules: that she was asked, what she said, and when a yes ends.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only the kinds of this file are handed over"
)]

use super::place;
use crate::body::{Body, ConsentScope, ConsentWithdrawn, Direction};
use crate::id::UnitId;
use crate::journal::Effective;
use crate::pathway::Pathway;
use jiff::civil::Date;
use traad_duty::fact::RawFact;

/// The facts of an entry about a consent. A yes and a no both say that she was asked.
pub(super) fn facts(entry: &Effective<'_>, pathway: &Pathway) -> Vec<RawFact> {
    let fact = place(entry, entry.body.kind());
    match entry.body {
        Body::ConsentGiven(b) => {
            let given = scope(fact.attr("consent", b.reference.as_str()), &b.scope)
                .attr("giver", b.scope.giver.capacity.code())
                .attr("law", &b.law);
            vec![asked(entry, &b.scope), expires(given, b.until)]
        }
        Body::ConsentRefused(b) => {
            let refused = scope(fact, &b.scope);
            let refused = match &b.renewal_of {
                Some(consent) => refused.attr("consent", consent.as_str()),
                None => refused,
            };
            let refused = match b.ask_again {
                Some(day) => refused.attr("again", day.to_string()),
                None => refused,
            };
            vec![asked(entry, &b.scope), refused]
        }
        // It was tried, and that is not to have been asked: the question still stands.
        Body::ConsentNotPossible(b) => {
            vec![scope(fact, &b.scope).attr("again", b.ask_again.to_string())]
        }
        Body::ConsentExtended(b) => {
            vec![expires(fact.attr("consent", b.reference.as_str()), b.until)]
        }
        // Taken back from some of the actors, it runs on for the others.
        Body::ConsentWithdrawn(b) => {
            let whole = pathway
                .consent(b.reference.as_str())
                .is_none_or(|consent| consent.scope.actors.is_empty());
            let mut facts = vec![if whole {
                fact.attr("consent", b.reference.as_str())
            } else {
                one(fact, &b.actors)
            }];
            facts.extend(left_over(entry, b, pathway));
            facts
        }
        _ => Vec::new(),
    }
}

/// Each unit that a meeting still to come was called with, and that she no longer wants to meet with (A03).
fn left_over(entry: &Effective<'_>, back: &ConsentWithdrawn, pathway: &Pathway) -> Vec<RawFact> {
    let consent = pathway.consent(back.reference.as_str());
    let given = consent.and_then(|consent| consent.as_given());
    let Some(scope) = given.map(|given| &given.body.scope) else {
        return Vec::new();
    };
    if scope.direction != Direction::Meet {
        return Vec::new();
    }
    let extended = consent.into_iter().flat_map(|c| &c.extensions);
    let actors = scope.actors.iter();
    let named: Vec<&UnitId> = actors
        .chain(extended.flat_map(|more| &more.body.actors))
        .filter(|unit| back.actors.is_empty() || back.actors.contains(unit))
        .collect();
    let coming = pathway.meetings.iter().map(|meeting| &meeting.called.body);
    let coming = coming.filter(|called| called.at > entry.recorded);
    coming
        .flat_map(|called| {
            let units = called.units.iter().filter(|unit| named.contains(unit));
            units.map(|unit| {
                place(entry, "participant-without-consent")
                    .attr("meeting", called.reference.as_str())
                    .attr("actor", unit.as_str())
            })
        })
        .collect()
}

fn asked(entry: &Effective<'_>, of: &ConsentScope) -> RawFact {
    scope(place(entry, "consent-asked"), of)
}

fn scope(fact: RawFact, scope: &ConsentScope) -> RawFact {
    one(
        fact.attr("direction", scope.direction.code()),
        &scope.actors,
    )
}

/// The actor, when there is just one.
fn one(fact: RawFact, actors: &[UnitId]) -> RawFact {
    match actors {
        [only] => fact.attr("actor", only.as_str()),
        _ => fact,
    }
}

fn expires(fact: RawFact, until: Option<Date>) -> RawFact {
    match until {
        Some(day) => fact.attr("expires", day.to_string()),
        None => fact,
    }
}
