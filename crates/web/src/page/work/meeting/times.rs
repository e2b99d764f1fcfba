// SPDX-License-Identifier: EUPL-1.2
//! *Find en tid*: a few times are proposed, each who is asked says which suit, and one press calls the meeting at one of
//! them. Nobody's calendar is read: what suits is what people say.

use super::super::task::field;
use super::super::{Case, chosen, needed, open, typed, wrong};
use super::{FIELDS, invitee};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::{parse_date, parse_time, typed_time};
use crate::view::form::{Choice, FieldError, Form};
use crate::view::frame::Section;
use crate::view::work::{AskForm, AskKind};
use jiff::Timestamp;
use traad_domain::body::{MeetingCalled, TimesAnswered, TimesAsked};
use traad_domain::decide::meeting::MOST_TIMES;
use traad_domain::id::{RefId, UnitId};
use traad_domain::pathway::Proposal;
use traad_domain::refusal::NotNow;
use traad_domain::refusal::Problem;
use traad_domain::time::zone;

const ASKED: [(&str, &str); 4] = [
    ("units", "spoerges"),
    ("purpose", "formaal"),
    ("place", "sted"),
    ("times", "tider"),
];

/// The form that proposes times.
pub(crate) fn ask_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    form.values = invitee::all(visit, &case)
        .into_iter()
        .filter(|one| one.chosen && one.can_be_asked(&case.ctx.actor.unit.id))
        .map(|one| ("spoerges".to_owned(), one.choice.value))
        .collect();
    show_ask(visit, &case, 200, form)
}

/// Asks those who were chosen.
pub(crate) fn ask_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let purpose = needed(visit, &mut form, "formaal");
    let place = needed(visit, &mut form, "sted");
    let times = times(visit, &mut form);
    let (Some(purpose), Some(place), true) = (purpose, place, form.errors.is_empty()) else {
        return show_ask(visit, &case, 422, form);
    };
    let asked = TimesAsked {
        proposal: RefId::default(),
        unit: None,
        times,
        purpose,
        place,
    };
    let her = form.has("spoerges", invitee::HER);
    let units: Vec<UnitId> = chosen(&form, "spoerges")
        .filter(|value| *value != invitee::HER)
        .map(UnitId::new)
        .collect();
    let who = (units.as_slice(), her);
    match visit.app.ask_for_times(&case.ctx, &case.id, &asked, who) {
        Ok(_) => Ok(case.to("moeder", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &ASKED)?;
            show_ask(visit, &case, status, form)
        }
    }
}

/// The times that were typed, one a line: `31.3.2026 10.00`. A line that is none is told back.
fn times(visit: &Visit, form: &mut Form) -> Vec<Timestamp> {
    let typed = typed(form, "tider").unwrap_or_default();
    let mut times = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match time(line) {
            Some(time) => times.push(time),
            None => form.errors.push(FieldError {
                field: "tider".to_owned(),
                message: visit.t.a("times-line", &("line", line.to_owned())),
            }),
        }
    }
    if times.is_empty() && form.errors.is_empty() {
        wrong(visit, form, "tider", Problem::Missing);
    }
    times.sort_unstable();
    times.dedup();
    if times.len() > MOST_TIMES {
        super::super::problem::add(visit, form, "tider", "times-times", "most");
    }
    times
}

fn time(line: &str) -> Option<Timestamp> {
    let (day, time) = line.rsplit_once(' ')?;
    let day = day.trim_end().trim_end_matches("kl.").trim_end();
    let at = parse_date(day)?.to_datetime(parse_time(time)?);
    Some(at.to_zoned(zone()).ok()?.timestamp())
}

fn show_ask(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let own = &case.ctx.actor.unit.id;
    let people = invitee::all(visit, case).into_iter();
    let people = people.filter(|one| one.can_be_asked(own));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("times-ask"),
        lead: Some(visit.t.s("times-ask-lead")),
        button: visit.t.s("times-ask-button"),
        post: paths::pathway(case.id.as_str(), "moede/tider"),
        fields: vec![
            field("formaal", "work-meeting-purpose", AskKind::Line),
            field("sted", "meeting-place", AskKind::Line),
            field("tider", "times-times", AskKind::Area),
            field(
                "spoerges",
                "times-who",
                AskKind::Many(people.map(|one| one.choice).collect()),
            ),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}

/// The proposal of the address, as long as no meeting was called at one of its times.
fn proposal<'a>(visit: &Visit, case: &'a Case) -> Result<&'a Proposal, Fault> {
    let mut all = case.view.pathway.proposals.iter();
    let found = all.find(|p| p.reference.as_str() == visit.param("forslag"));
    let found = found.ok_or(Fault::NotFound)?;
    if found.settled {
        Err(Fault::NotNow(NotNow::NoSuchMeeting))
    } else {
        Ok(found)
    }
}

/// The form in which the unit that was asked says which times suit.
pub(crate) fn suit_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    show_suit(visit, &case, 200, visit.blank())
}

/// Says which.
pub(crate) fn suit_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let answered = answered(proposal(visit, &case)?, &form);
    match visit.app.answer_times(&case.ctx, &case.id, &answered) {
        Ok(_) => Ok(case.to("moeder", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &[("times", "passer")])?;
            show_suit(visit, &case, status, form)
        }
    }
}

/// The times that were ticked.
pub(crate) fn answered(proposal: &Proposal, form: &Form) -> TimesAnswered {
    let ticked = |time: &&Timestamp| form.has("passer", &value(**time));
    TimesAnswered {
        proposal: proposal.reference.clone(),
        unit: None,
        suits: proposal.times().iter().filter(ticked).copied().collect(),
    }
}

/// How a time is sent.
pub(crate) fn value(time: Timestamp) -> String {
    time.as_second().to_string()
}

/// The times as ticks.
pub(crate) fn choices(visit: &Visit, proposal: &Proposal) -> Vec<Choice> {
    let times = proposal.times().iter();
    times
        .map(|time| Choice::new(value(*time), visit.moment(*time)))
        .collect()
}

fn show_suit(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let proposal = proposal(visit, case)?;
    let reference = proposal.reference.as_str();
    let lead = proposal
        .asked
        .first()
        .map(|asked| format!("{}, {}", asked.body.purpose, asked.body.place));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("times-answer"),
        lead,
        button: visit.t.s("form-save"),
        post: paths::meeting_times(case.id.as_str(), reference, ""),
        fields: vec![field(
            "passer",
            "times-suit",
            AskKind::Many(choices(visit, proposal)),
        )],
    };
    visit.page_with(status, Section::Other, &view)
}

/// Calls the meeting at one of the times, with those who were asked. Where something stands in the way, the whole form is
/// shown with all of it filled in.
pub(crate) fn call(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let proposal = proposal(visit, &case)?;
    let mut form = visit.sent();
    let times = proposal.times().iter();
    let at = times.copied().find(|at| form.has("tid", &value(*at)));
    let (Some(at), Some(first)) = (at, proposal.asked.first()) else {
        return Err(Fault::NotFound);
    };
    let asked = |one: &invitee::Invitee| {
        one.is_own(&case.ctx.actor.unit.id)
            || proposal
                .asked
                .iter()
                .any(|asked| one.is(asked.body.unit.as_ref()))
    };
    let people: Vec<_> = invitee::all(visit, &case)
        .into_iter()
        .filter(asked)
        .collect();
    let mut called = MeetingCalled {
        at,
        place: first.body.place.clone(),
        purpose: first.body.purpose.clone(),
        settles: Some(proposal.reference.clone()),
        ..MeetingCalled::default()
    };
    let values = filled(visit, &called, &people);
    invitee::invite(&mut called, people);
    match visit.app.call_meeting(&case.ctx, &case.id, (&called, None)) {
        Ok(_) => Ok(case.to("moeder", "sendt")),
        Err(error) => {
            form.values = values;
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            super::show(visit, &case, status, form)
        }
    }
}

/// What the whole form holds of a meeting that could not be called with one press.
fn filled(
    visit: &Visit,
    called: &MeetingCalled,
    people: &[invitee::Invitee],
) -> Vec<(String, String)> {
    let at = visit.local(called.at);
    let settles = called.settles.as_ref().map_or("", RefId::as_str);
    let fixed = [
        ("formaal", called.purpose.clone()),
        ("dato", visit.t.date(at.date())),
        ("tid", typed_time(at.time())),
        ("sted", called.place.clone()),
        ("forslag", settles.to_owned()),
    ];
    let fixed = fixed.map(|(name, value)| (name.to_owned(), value));
    let people = people
        .iter()
        .map(|one| ("deltager".to_owned(), one.choice.value.clone()));
    fixed.into_iter().chain(people).collect()
}
