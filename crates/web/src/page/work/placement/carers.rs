// SPDX-License-Identifier: EUPL-1.2
//! What carers are told, offered and called to, and the child's demands against what they can do.

use super::super::task::field;
use super::super::{Case, needed, needed_day, wrong};
use super::{Sent, lines, one, text};
use crate::server::Visit;
use crate::text::dates::parse_time;
use crate::view::form::Form;
use crate::view::work::{AskField, AskKind};
use traad_domain::body::{
    CarersHelp, CarersMatched, CarersMeetingCalled, CarersOffered, CarersTold, Demand, OfferAnswer,
};
use traad_domain::id::RefId;
use traad_domain::pathway::Placement;
use traad_domain::refusal::Problem;
use traad_domain::time::zone;

fn current(case: &Case) -> Option<&Placement> {
    case.view.pathway.placements.current()
}

pub(super) fn tell_fields() -> Vec<AskField> {
    vec![
        field("behov", "placement-needs", AskKind::Area),
        field("hjaelper", "placement-helps", AskKind::Area),
        field("ring", "placement-call", AskKind::Line),
        field("udloeser", "placement-triggers", AskKind::Note),
        field("medicin", "placement-medicine", AskKind::Note),
        field("tilpasset", "placement-adapted", AskKind::Note),
        field("baggrund", "placement-background", AskKind::Note),
    ]
}

pub(super) fn tell_known(case: &Case) -> Vec<(String, String)> {
    let told = current(case).and_then(|now| now.told.last());
    let Some(told) = told.map(|told| &told.body) else {
        return Vec::new();
    };
    let values = [
        ("behov", &told.needs),
        ("hjaelper", &told.helps),
        ("ring", &told.call),
        ("udloeser", &told.triggers),
        ("medicin", &told.medicine),
        ("tilpasset", &told.adapted),
        ("baggrund", &told.background),
    ];
    let owned = |(name, value): (&str, &String)| (name.to_owned(), value.clone());
    values.into_iter().map(owned).collect()
}

pub(super) fn tell(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    for name in ["behov", "hjaelper", "ring"] {
        needed(visit, form, name);
    }
    if !form.errors.is_empty() {
        return None;
    }
    let told = CarersTold {
        placement: RefId::new(""),
        needs: text(form, "behov"),
        helps: text(form, "hjaelper"),
        triggers: text(form, "udloeser"),
        medicine: text(form, "medicin"),
        adapted: text(form, "tilpasset"),
        background: text(form, "baggrund"),
        call: text(form, "ring"),
    };
    Some(visit.app.tell_carers(&case.ctx, &case.id, &told))
}

/// What somebody answered to an offer.
pub(super) const ANSWERS: [OfferAnswer; 3] =
    [OfferAnswer::Yes, OfferAnswer::No, OfferAnswer::NotYet];

pub(super) fn offer_fields(visit: &Visit) -> Vec<AskField> {
    let help = CarersHelp::ALL.iter().map(|help| help.code());
    let answers = ANSWERS.iter().map(|answer| answer.code());
    vec![
        field("hvad", "placement-help", one(visit, "placement-help", help)),
        field(
            "svar",
            "placement-answer",
            one(visit, "placement-answer", answers),
        ),
        field("dato", "placement-offered-on", AskKind::Date),
        field("indhold", "placement-content", AskKind::Note),
    ]
}

pub(super) fn offer(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    let what = CarersHelp::from_code(form.value("hvad"));
    if what.is_none() {
        wrong(visit, form, "hvad", Problem::NotChosen);
    }
    let answer = answer(visit, form);
    let on = needed_day(visit, form, "dato", Problem::Missing);
    let offered = CarersOffered {
        placement: RefId::new(""),
        what: what?,
        answer: answer?,
        on: on?,
        content: text(form, "indhold"),
    };
    Some(visit.app.offer_carers(&case.ctx, &case.id, &offered))
}

pub(super) fn answer(visit: &Visit, form: &mut Form) -> Option<OfferAnswer> {
    let answer = OfferAnswer::from_code(form.value("svar"));
    if answer.is_none() {
        wrong(visit, form, "svar", Problem::NotChosen);
    }
    answer
}

pub(super) fn match_fields() -> Vec<AskField> {
    vec![
        field("moeder", "placement-met", AskKind::Note),
        field("mangler", "placement-unmet", AskKind::Note),
    ]
}

pub(super) fn match_known(case: &Case) -> Vec<(String, String)> {
    let matched = current(case).and_then(|now| now.matched.as_ref());
    let demands = matched.map(|matched| matched.body.demands.as_slice());
    let demands = demands.unwrap_or_default();
    let joined = |met: bool| {
        let fits = demands.iter().filter(|demand| demand.met == met);
        fits.map(|demand| demand.what.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    };
    vec![
        ("moeder".to_owned(), joined(true)),
        ("mangler".to_owned(), joined(false)),
    ]
}

pub(super) fn matched(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    let demands = |name: &str, met: bool| {
        let all = lines(form, name).into_iter();
        all.map(|what| Demand { what, met }).collect::<Vec<_>>()
    };
    let (met, unmet) = (demands("moeder", true), demands("mangler", false));
    if met.is_empty() && unmet.is_empty() {
        wrong(visit, form, "mangler", Problem::Missing);
        return None;
    }
    let matched = CarersMatched {
        placement: RefId::new(""),
        demands: unmet.into_iter().chain(met).collect(),
    };
    Some(visit.app.match_carers(&case.ctx, &case.id, &matched))
}

pub(super) fn meeting_fields() -> Vec<AskField> {
    vec![
        field("dato", "placement-meeting-day", AskKind::Date),
        field("tid", "placement-meeting-time", AskKind::Line),
        field("sted", "placement-meeting-place", AskKind::MaybeLine),
        field("formaal", "placement-purpose", AskKind::Line),
    ]
}

pub(super) fn meeting(visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
    let on = needed_day(visit, form, "dato", Problem::Missing);
    let time = parse_time(form.value("tid"));
    if time.is_none() {
        wrong(visit, form, "tid", Problem::NotATime);
    }
    let purpose = needed(visit, form, "formaal");
    let (on, time) = on.zip(time)?;
    let at = on.to_datetime(time).to_zoned(zone().clone()).ok()?;
    let called = CarersMeetingCalled {
        placement: RefId::new(""),
        at: at.timestamp(),
        place: text(form, "sted"),
        purpose: purpose?,
    };
    Some(visit.app.call_carers(&case.ctx, &case.id, &called))
}
