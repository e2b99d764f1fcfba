// SPDX-License-Identifier: EUPL-1.2
//! One referral: the receiver takes it on or declines with a reason; the sender asks her, or acts on a declined one.

use super::concern::answer as her_answer;
use super::{duty, inbox, person, problem};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::inbox::{Clock, Doing, Place, ReferralPage};
use traad_app::PathwayView;
use traad_domain::body::{Assignee, HerAnswer, ReferralTarget};
use traad_domain::decide::referral::Answer as Reply;
use traad_domain::id::PathwayId;
use traad_domain::org::{Employment, Function};
use traad_domain::pathway::{Referral, ReferralState};

const FIELDS: [(&str, &str); 5] = [
    ("decline_reason", "forklaring"),
    ("assignees", "fordel"),
    ("note", "note"),
    ("municipality", "svar"),
    ("text", "tekst"),
];

/// The referral with what the reader may do.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    Found::of(visit)?.show(visit, 200, visit.blank(), visit.blank())
}

/// Carries the step in the address out.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let found = Found::of(visit)?;
    let declining = visit.param("step") == "afvis";
    let mut form = visit.sent();
    let reply = Found::reply(visit, &mut form)?;
    if let Some(reply) = reply {
        match visit
            .app
            .answer_referral(&visit.ctx()?, &found.pathway, &found.reference, &reply)
        {
            Ok(_) => {
                return Ok(Answer::To(format!(
                    "{}?ok=gemt",
                    paths::referral(visit.param("id"), "")
                )));
            }
            Err(error) => {
                let first = found
                    .places(visit)?
                    .first()
                    .map(|place| format!("fordel-{}", place.code));
                problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
                for error in form
                    .errors
                    .iter_mut()
                    .filter(|error| error.field == "fordel")
                {
                    error.field = first.clone().unwrap_or_else(|| "fordel".into());
                }
            }
        }
    }
    if declining {
        found.show(visit, 422, visit.blank(), form)
    } else {
        found.show(visit, 422, form, visit.blank())
    }
}

struct Found {
    pathway: PathwayId,
    reference: String,
    view: PathwayView,
}

impl Found {
    fn of(visit: &Visit) -> Result<Self, Fault> {
        let (pathway, reference, view) = inbox::addressed(visit)?;
        let found = Self {
            pathway,
            reference,
            view,
        };
        found.referral()?;
        Ok(found)
    }

    fn referral(&self) -> Result<&Referral, Fault> {
        self.view
            .pathway
            .referral(&self.reference)
            .ok_or(Fault::NotFound)
    }

    fn reply(visit: &Visit, form: &mut Form) -> Result<Option<Reply>, Fault> {
        Ok(match visit.param("step") {
            "accepter" => Some(Reply::Accept {
                assignees: Self::assignees(visit)?,
                note: form.value("besked").to_owned(),
            }),
            "afvis" => decline(visit, form),
            "spurgt" => {
                let answer = her_answer(form.value("svar"));
                if answer.is_none() {
                    problem::add(visit, form, "svar", "concern-error", "svar");
                }
                let text = form.value("tekst").to_owned();
                answer.map(|answer| Reply::Ask {
                    answer,
                    municipality: None,
                    region: String::new(),
                    text,
                })
            }
            "fulgt-op" => Some(Reply::FollowUp {
                note: form.value("note").to_owned(),
            }),
            "afsluttet" => Some(Reply::Complete {
                note: form.value("note").to_owned(),
            }),
            _ => return Err(Fault::NotFound),
        })
    }

    fn assignees(visit: &Visit) -> Result<Vec<Assignee>, Fault> {
        let employed = Self::employed(visit)?;
        let chosen = visit
            .fields
            .0
            .iter()
            .filter(|(name, _)| name.starts_with("fordel-"))
            .map(|(_, value)| value.as_str());
        Ok(chosen
            .filter_map(|id| employed.iter().find(|e| e.id.as_str() == id))
            .map(|e| Assignee {
                employment: e.id.clone(),
                name: e.name.clone(),
            })
            .collect())
    }

    fn employed(visit: &Visit) -> Result<Vec<Employment>, Fault> {
        Ok(visit
            .app
            .employed_in(&visit.ctx()?.actor.unit.id, visit.now)?)
    }

    /// The functions a referral is distributed to: physician, midwife and social worker in a clinic (E10), the therapist
    /// in a treatment.
    fn places(&self, visit: &Visit) -> Result<Vec<Place>, Fault> {
        let functions: &[Function] = match self.referral()?.target {
            ReferralTarget::FamilyClinic => &[
                Function::Physician,
                Function::Midwife,
                Function::ClinicSocialWorker,
            ],
            ReferralTarget::Alcohol | ReferralTarget::Drugs => &[Function::Therapist],
        };
        let employed = Self::employed(visit)?;
        let people = |function: Function| {
            let of = employed.iter().filter(move |e| e.function == function);
            of.map(|e| Choice::new(e.id.as_str(), e.name.clone()))
                .collect()
        };
        Ok(functions
            .iter()
            .map(|function| Place {
                code: function.code().to_owned(),
                name: visit.t.of("function", function.code()),
                people: people(*function),
            })
            .collect())
    }

    fn doing(&self, visit: &Visit) -> Result<Doing, Fault> {
        let unit = visit.ctx()?.actor.unit.id;
        let referral = self.referral()?;
        let received = referral.sent.as_ref().is_some_and(|s| s.body.to == unit);
        let sent = referral
            .sent
            .as_ref()
            .is_some_and(|s| s.author.unit == unit);
        Ok(match &referral.state {
            ReferralState::Considered(c)
                if c.author.unit == unit && c.body.answer == HerAnswer::NotAsked =>
            {
                Doing::Ask
            }
            ReferralState::Sent if received => Doing::Answer,
            ReferralState::Accepted(_) if received => Doing::Complete,
            ReferralState::Declined(_, None) if sent => Doing::FollowUp,
            ReferralState::Considered(_)
            | ReferralState::Sent
            | ReferralState::Accepted(_)
            | ReferralState::Declined(..)
            | ReferralState::Completed(_) => Doing::Read,
        })
    }

    fn show(
        &self,
        visit: &Visit,
        status: u16,
        accept: Form,
        decline: Form,
    ) -> Result<Answer, Fault> {
        let referral = self.referral()?;
        let sent = referral.sent.as_ref();
        let considered = match &referral.state {
            ReferralState::Considered(considered) => Some(&considered.author),
            ReferralState::Sent
            | ReferralState::Accepted(_)
            | ReferralState::Declined(..)
            | ReferralState::Completed(_) => None,
        };
        let author = sent.map(|s| &s.author).or(considered);
        let view = ReferralPage {
            id: visit.param("id").to_owned(),
            who: person::with_week(visit, self.view.person.as_ref(), self.view.pathway.lmp()),
            to: match sent {
                Some(sent) => self.view.directory.name(&sent.body.to).to_owned(),
                None => visit.t.of("receipt-referral", referral.target.code()),
            },
            from: author
                .map(|a| format!("{}, {}", a.name, self.view.directory.name(&a.unit)))
                .unwrap_or_default(),
            received: sent.map(|s| visit.moment(s.recorded)).unwrap_or_default(),
            consent: visit.t.of("her-answer", referral.answer.code()),
            content: self.content(visit, referral),
            clocks: self.clocks(visit),
            answered: answered(visit, referral),
            places: self.places(visit)?,
            doing: self.doing(visit)?,
            accept,
            decline,
            pathway: Some(paths::pathway(self.pathway.as_str(), "")),
        };
        visit.page_with(status, Section::Referrals, &view)
    }

    /// What the receiver was sent: the words of the referral and the uses that belong to it.
    fn content(&self, visit: &Visit, referral: &Referral) -> Vec<String> {
        let text = referral
            .sent
            .as_ref()
            .map(|s| s.body.text.as_str())
            .unwrap_or_default();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let language = super::kommune::language(visit);
        for used in &self.view.pathway.uses {
            let name = visit
                .app
                .catalogue()
                .words("substances", &used.body.substance, language);
            let often = used
                .body
                .frequency
                .clone()
                .unwrap_or_else(|| visit.t.s("unknown"));
            lines.push(format!("{}: {often}", name.unwrap_or(&used.body.substance)));
        }
        lines
    }

    fn clocks(&self, visit: &Visit) -> Vec<Clock> {
        let own = self
            .view
            .duties
            .iter()
            .filter(|line| line.key == self.reference);
        own.filter(|line| line.due.is_some())
            .map(|line| {
                let row = duty::row(visit, line, true);
                Clock {
                    what: row.title,
                    due: row.due.unwrap_or_default(),
                    relative: row.relative.unwrap_or_default(),
                    urgency: row.urgency,
                    arithmetic: row.arithmetic.join(" "),
                    unverified: row.unverified,
                }
            })
            .collect()
    }
}

fn decline(visit: &Visit, form: &mut Form) -> Option<Reply> {
    let code = form.value("aarsag").to_owned();
    let known = ["forkert-enhed", "oensker-ikke", "maalgruppe", "andet"].contains(&code.as_str());
    if !known {
        problem::add(visit, form, "aarsag", "problem", "not-chosen");
    }
    let words = form.value("forklaring").trim().to_owned();
    if words.is_empty() {
        problem::add(visit, form, "forklaring", "problem", "needs-reason");
    }
    let reason = format!("{}: {words}", visit.t.of("referral-why", &code));
    (known && !words.is_empty()).then_some(Reply::Decline { reason })
}

fn answered(visit: &Visit, referral: &Referral) -> Option<String> {
    let t = &visit.t;
    let line = |code: &str, at: String, who: &str, note: &str| {
        let head = format!("{} · {at}, {who}", t.of("referral-state", code));
        if note.is_empty() {
            head
        } else {
            format!("{head}. {note}")
        }
    };
    match &referral.state {
        ReferralState::Considered(_) | ReferralState::Sent => None,
        ReferralState::Accepted(n) => Some(line(
            "accepted",
            visit.moment(n.recorded),
            &n.author.name,
            &n.body.note,
        )),
        ReferralState::Declined(n, None) => Some(line(
            "declined",
            visit.moment(n.recorded),
            &n.author.name,
            &n.body.reason,
        )),
        ReferralState::Declined(_, Some(n)) => Some(line(
            "followed-up",
            visit.moment(n.recorded),
            &n.author.name,
            &n.body.note,
        )),
        ReferralState::Completed(n) => Some(line(
            "completed",
            visit.moment(n.recorded),
            &n.author.name,
            &n.body.note,
        )),
    }
}
