// SPDX-License-Identifier: EUPL-1.2
//! *Indkald til møde*: her wishes first, and nobody from her own network invited of itself where there is a risk of violence.

pub(crate) mod change;

use super::{Case, chosen, needed, needed_day, open, typed, wish, wrong};
use crate::page::agreement::cite_all;
use crate::page::person;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::parse_time;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::MeetingForm;
use jiff::Timestamp;
use traad_domain::body::MeetingCalled;
use traad_domain::id::{RefId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::policy::Consents;
use traad_domain::refusal::Problem;
use traad_domain::time::zone;

const FIELDS: [(&str, &str); 4] = [
    ("units", "deltager"),
    ("purpose", "formaal"),
    ("at", "dato"),
    ("short_notice", "varsel-grund"),
];

/// The form, with those chosen who work with her already.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let mut form = visit.blank();
    form.values = invited(visit, &case)
        .into_iter()
        .filter(|one| one.chosen)
        .map(|one| ("deltager".to_owned(), one.choice.value))
        .collect();
    show(visit, &case, 200, form)
}

/// Calls the meeting.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = open(visit)?;
    let mut form = visit.sent();
    let Some(called) = read(visit, &case, &mut form) else {
        return show(visit, &case, 422, form);
    };
    match visit.app.call_meeting(&case.ctx, &case.id, &called) {
        Ok(_) => Ok(case.to("moeder", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn read(visit: &Visit, case: &Case, form: &mut Form) -> Option<MeetingCalled> {
    let purpose = needed(visit, form, "formaal");
    let at = moment(visit, form);
    let place = needed(visit, form, "sted");
    let known = invited(visit, case);
    let picked: Vec<Invitee> = chosen(form, "deltager")
        .filter_map(|name| known.iter().find(|one| one.choice.value == name).cloned())
        .collect();
    let units = picked.iter().filter_map(|one| one.unit.clone()).collect();
    let mut invited: Vec<String> = picked.into_iter().map(|one| one.choice.value).collect();
    let others = form.value("andre").lines().map(str::trim);
    invited.extend(others.filter(|line| !line.is_empty()).map(str::to_owned));
    if invited.is_empty() {
        wrong(visit, form, "deltager", Problem::NotChosen);
    }
    if !form.errors.is_empty() {
        return None;
    }
    Some(MeetingCalled {
        reference: RefId::new(""),
        at: at?,
        place: place?,
        purpose: purpose?,
        invited,
        units,
        short_notice: typed(form, "varsel-grund"),
    })
}

/// The day and time of the fields `dato` and `tid`.
pub(super) fn moment(visit: &Visit, form: &mut Form) -> Option<Timestamp> {
    let day = needed_day(visit, form, "dato", Problem::Missing);
    let time = parse_time(form.value("tid"));
    if time.is_none() {
        super::problem::add(visit, form, "tid", "work-error", "time");
    }
    let moment = day?.to_datetime(time?).to_zoned(zone()).ok();
    if moment.is_none() {
        wrong(visit, form, "dato", Problem::NotADate);
    }
    moment.map(|moment| moment.timestamp())
}

/// Who can be invited.
#[derive(Clone)]
struct Invitee {
    choice: Choice,
    /// Whether they are chosen before anybody has chosen.
    chosen: bool,
    /// The unit, when it is one: it is invited on her yes to meet with it.
    unit: Option<UnitId>,
}

impl Invitee {
    fn person(choice: Choice, chosen: bool) -> Self {
        Self {
            choice,
            chosen,
            unit: None,
        }
    }
}

fn invited(visit: &Visit, case: &Case) -> Vec<Invitee> {
    let pathway = &case.view.pathway;
    let violence = pathway
        .assessments
        .last()
        .is_some_and(|made| made.body.violence_risk);
    let her = person::name(visit, case.view.person.as_ref());
    let mut people = vec![Invitee::person(Choice::new(her.clone(), her), true)];
    if let Some(now) = &pathway.coordinator {
        let name = &now.body.name;
        let label = visit
            .t
            .a("work-invite-coordinator", &("name", name.clone()));
        people.push(Invitee::person(Choice::new(name.clone(), label), true));
    }
    let own = &case.ctx.actor.unit.id;
    let consents = Consents::of(pathway);
    for unit in case.units() {
        let willing = &unit.id == own || consents.meeting_with(&unit.id, visit.now).is_some();
        let name = unit.name.clone();
        people.push(Invitee {
            choice: Choice {
                help: (!willing).then(|| visit.t.s("work-invite-no-yes")),
                ..Choice::new(name.clone(), name)
            },
            chosen: willing,
            unit: Some(unit.id.clone()),
        });
    }
    for member in &pathway.team {
        let actor = super::word(visit, "unit-kinds", member.body.actor.code());
        let near = matches!(member.body.actor, UnitKind::Partner | UnitKind::Network);
        let help = if near && violence {
            "work-invite-violence"
        } else {
            "work-invite-ask"
        };
        let label = if member.body.contact.is_empty() {
            actor
        } else {
            format!("{}, {actor}", member.body.contact)
        };
        let choice = Choice {
            help: Some(visit.t.s(help)),
            ..Choice::new(label.clone(), label)
        };
        people.push(Invitee::person(choice, false));
    }
    let mut seen = std::collections::BTreeSet::new();
    people.retain(|one| seen.insert(one.choice.value.clone()));
    people
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let notice = case
        .view
        .agreement
        .as_ref()
        .and_then(|agreement| agreement.answers.notice_days);
    let wishes = case.view.pathway.wishes.iter().rev();
    let view = MeetingForm {
        about: case.about(visit),
        form,
        people: invited(visit, case)
            .into_iter()
            .map(|one| one.choice)
            .collect(),
        wishes: wishes
            .map(|w| wish(visit, w.body.wish, &w.body.words, w.occurred.date()))
            .collect(),
        rules: cite_all(
            visit,
            case.view.agreement.as_ref(),
            &["indkalder", "varsel-hvordan", "indkaldes"],
        ),
        rule: notice.map(|days| visit.t.a("work-rule-notice", &("days", i64::from(days)))),
    };
    visit.page_with(status, Section::Other, &view)
}
