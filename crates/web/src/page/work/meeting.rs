// SPDX-License-Identifier: EUPL-1.2
//! *Indkald til møde*: her wishes first, and nobody from her own network invited of itself where there is a risk of violence.

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
use traad_domain::decide::team_by_her_yes;
use traad_domain::id::RefId;
use traad_domain::org::UnitKind;
use traad_domain::refusal::Problem;
use traad_domain::time::zone;

const FIELDS: [(&str, &str); 3] = [
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
        .filter(|(_, chosen)| *chosen)
        .map(|(choice, _)| ("deltager".to_owned(), choice.value))
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
    let known: Vec<String> = invited(visit, case)
        .into_iter()
        .map(|(choice, _)| choice.value)
        .collect();
    let mut invited: Vec<String> = chosen(form, "deltager")
        .filter(|name| known.iter().any(|k| k == name))
        .map(str::to_owned)
        .collect();
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

/// Who can be invited, and whether they are chosen before anybody has chosen.
fn invited(visit: &Visit, case: &Case) -> Vec<(Choice, bool)> {
    let pathway = &case.view.pathway;
    let violence = pathway
        .assessments
        .last()
        .is_some_and(|made| made.body.violence_risk);
    let her = person::name(visit, case.view.person.as_ref());
    let mut people = vec![(Choice::new(her.clone(), her), true)];
    if let Some(now) = &pathway.coordinator {
        let name = &now.body.name;
        people.push((
            Choice::new(
                name.clone(),
                visit
                    .t
                    .a("work-invite-coordinator", &("name", name.clone())),
            ),
            true,
        ));
    }
    let own = &case.ctx.actor.unit.id;
    for unit in team_by_her_yes(pathway).iter().chain([own]) {
        let name = case.view.directory.name(unit);
        people.push((Choice::new(name, name), true));
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
        people.push((
            Choice {
                help: Some(visit.t.s(help)),
                ..Choice::new(label.clone(), label)
            },
            false,
        ));
    }
    let mut seen = std::collections::BTreeSet::new();
    people.retain(|(choice, _)| seen.insert(choice.value.clone()));
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
            .map(|(choice, _)| choice)
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
