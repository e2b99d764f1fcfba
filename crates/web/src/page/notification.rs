// SPDX-License-Identifier: EUPL-1.2
//! One notification at the authority: never declined; the acute assessment comes first.

use super::{duty, inbox, kommune, person, problem};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::inbox::{Clock, Earlier, NotificationPage, Open, Step};
use traad_app::{AppError, PathwayView, SiblingNotified};
use traad_domain::body::{NotifierKind, ScreeningOutcome, Told};
use traad_domain::decide::notification::Answer as Reply;
use traad_domain::id::PathwayId;
use traad_domain::org::UnitKind;
use traad_domain::pathway::{Noted, Notification};

/// Fields of the domain and the fields of the forms they are.
const FIELDS: [(&str, &str); 6] = [
    ("letter", "tekst"),
    ("outcome_reason", "begrundelse"),
    ("inform_text", "tekst"),
    ("conclusion", "konklusion"),
    ("forward_reason", "grund"),
    ("forward_to", "kommune"),
];

/// The notification with the form of its next step, or of the step in the address.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let found = Found::of(visit)?;
    let first = next(found.notification()?, &found.view, visit);
    let open = step(visit.param("step")).unwrap_or(first);
    let mut form = visit.blank();
    if open == Open::Acknowledge {
        form.values.push(("tekst".into(), letter(visit, &found)?));
    }
    found.show(visit, 200, open, (form, visit.blank()))
}

/// Carries the step in the address out.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let found = Found::of(visit)?;
    if visit.param("step") == "videresend" {
        return forward(visit, &found);
    }
    let open = step(visit.param("step")).ok_or(Fault::NotFound)?;
    let mut form = visit.sent();
    let Some(reply) = reply(visit, open, &mut form) else {
        return found.show(visit, 422, open, (form, visit.blank()));
    };
    match visit
        .app
        .answer_notification(&visit.ctx()?, &found.pathway, &found.reference, &reply)
    {
        Ok(_) => Ok(Answer::To(format!(
            "{}?ok=gemt",
            paths::notification(visit.param("id"), "")
        ))),
        Err(error) => {
            refused(visit, &mut form, error)?;
            found.show(visit, 422, open, (form, visit.blank()))
        }
    }
}

fn forward(visit: &Visit, found: &Found) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    let to = kommune::find(visit, form.value("kommune")).and_then(|m| {
        let region = visit.app.region_of(&m.code, visit.today())?;
        let directory = &found.view.directory;
        directory
            .serving(UnitKind::FamilyDepartment, &m.code, &region)
            .map(|unit| unit.id.clone())
    });
    let result = match to {
        None => {
            problem::add(visit, &mut form, "kommune", "problem", "no-such-unit");
            None
        }
        Some(unit) => Some(visit.app.forward_notification(
            &visit.ctx()?,
            &found.pathway,
            &found.reference,
            (&unit, form.value("grund")),
        )),
    };
    match result {
        Some(Ok(_)) => return Ok(Answer::To(format!("{}?ok=sendt", paths::NOTIFICATIONS))),
        Some(Err(error)) => refused(visit, &mut form, error)?,
        None => {}
    }
    let open = next(found.notification()?, &found.view, visit);
    found.show(visit, 422, open, (visit.blank(), form))
}

fn refused(visit: &Visit, form: &mut Form, error: AppError) -> Result<(), Fault> {
    let assess = form.values.iter().any(|(name, _)| name == "akut");
    problem::into_form(visit, form, error, &FIELDS, |_| None)?;
    if assess {
        for error in form
            .errors
            .iter_mut()
            .filter(|error| error.field == "konklusion")
        {
            error.field = "begrundelse".into();
        }
    }
    Ok(())
}

fn step(code: &str) -> Option<Open> {
    [
        Open::Assess,
        Open::Acknowledge,
        Open::Outcome,
        Open::Inform,
        Open::SecondOpinion,
        Open::ChildsNeed,
    ]
    .into_iter()
    .find(|open| open.code() == code)
}

/// The next thing to do with a notification, for the unit that has it.
fn next(notification: &Notification, view: &PathwayView, visit: &Visit) -> Open {
    let mine = visit.login.as_ref().map(|login| &login.actor.unit.id);
    let emergency = notification
        .sent
        .as_ref()
        .and_then(|s| s.body.emergency.as_ref());
    if notification.unit() != mine && emergency != mine {
        return Open::Nothing;
    }
    let professional = notification
        .received
        .last()
        .is_some_and(|r| r.body.notifier == NotifierKind::Professional);
    let need_assessed = view
        .entries
        .iter()
        .filter_map(|e| e.written())
        .any(|w| w.body.kind() == "childs-need-assessed");
    if notification.acute.is_none() {
        Open::Assess
    } else if notification.acknowledged.is_none() {
        Open::Acknowledge
    } else if notification.outcome.is_none() {
        Open::Outcome
    } else if professional && notification.informed.is_none() {
        Open::Inform
    } else if !need_assessed {
        Open::ChildsNeed
    } else {
        Open::Nothing
    }
}

/// The form as a reply; `None` when a choice is missing.
fn reply(visit: &Visit, open: Open, form: &mut Form) -> Option<Reply> {
    let typed = |form: &Form, name: &str| form.value(name).trim().to_owned();
    match open {
        Open::Assess => {
            let acute = yes_no(visit, form, "akut");
            if acute == Some(true) && typed(form, "akut-handling").is_empty() {
                problem::add(visit, form, "akut-handling", "problem", "missing");
                return None;
            }
            let handling = typed(form, "akut-handling");
            let reason = typed(form, "begrundelse");
            let conclusion = if acute == Some(true) && !reason.is_empty() {
                format!("{reason}\n\n{handling}")
            } else {
                reason
            };
            Some(Reply::Assess {
                acute: acute?,
                conclusion,
            })
        }
        Open::Acknowledge => Some(Reply::Acknowledge {
            letter: typed(form, "tekst"),
        }),
        Open::Outcome => {
            let outcome = ScreeningOutcome::from_code(form.value("udfald"));
            if outcome.is_none() {
                problem::add(visit, form, "udfald", "problem", "not-chosen");
            }
            Some(Reply::Settle {
                outcome: outcome?,
                reason: typed(form, "begrundelse"),
            })
        }
        Open::Inform => Some(Reply::Inform {
            started: yes_no(visit, form, "sat-i-gang")?,
            text: typed(form, "tekst"),
        }),
        Open::SecondOpinion => Some(Reply::SecondOpinion {
            conclusion: typed(form, "konklusion"),
        }),
        Open::ChildsNeed => Some(Reply::ChildsNeed {
            conclusion: typed(form, "konklusion"),
        }),
        Open::Nothing => None,
    }
}

fn yes_no(visit: &Visit, form: &mut Form, name: &str) -> Option<bool> {
    match form.value(name) {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => {
            problem::add(visit, form, name, "problem", "not-chosen");
            None
        }
    }
}

/// The receipt as it is proposed: a private notifier learns that it is received and nothing else (practice B8).
fn letter(visit: &Visit, found: &Found) -> Result<String, Fault> {
    let notification = found.notification()?;
    let received = notification.received.last().ok_or(Fault::NotFound)?;
    let unit = found.view.directory.name(&received.body.unit).to_owned();
    let at = visit.moment(received.recorded);
    let key = match received.body.notifier {
        NotifierKind::Professional => "letter-professional",
        NotifierKind::Private => "letter-private",
    };
    Ok(visit.t.a2(key, &("unit", unit), &("at", at)))
}

/// The notification of an address, in the pathway as the reader may see it.
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
        found.notification()?;
        Ok(found)
    }

    fn notification(&self) -> Result<&Notification, Fault> {
        self.view
            .pathway
            .notification(&self.reference)
            .ok_or(Fault::NotFound)
    }

    fn show(
        &self,
        visit: &Visit,
        status: u16,
        open: Open,
        (form, forward): (Form, Form),
    ) -> Result<Answer, Fault> {
        let notification = self.notification()?;
        let received = notification.received.last();
        let sent = notification.sent.as_ref();
        let emergency = sent
            .and_then(|s| s.body.emergency.as_ref())
            .and_then(|unit| self.view.directory.unit(unit));
        let view = NotificationPage {
            id: visit.param("id").to_owned(),
            who: person::with_week(visit, self.view.person.as_ref(), self.view.pathway.lmp()),
            from: sent.map(|s| self.from(visit, s)).unwrap_or_default(),
            received: received
                .map(|r| visit.moment(r.recorded))
                .unwrap_or_default(),
            content: sent
                .map(|s| s.body.text.lines().map(str::to_owned).collect())
                .unwrap_or_default(),
            knows: sent
                .map(|s| knows(visit, s.body.told, &s.body.told_note))
                .unwrap_or_default(),
            clocks: self.clocks(visit),
            watch: emergency
                .filter(|_| notification.acute.is_none())
                .map(|unit| kommune::contact(visit, unit)),
            steps: steps(visit, notification),
            open,
            form,
            by_letter: false,
            earlier: self.earlier(visit),
            siblings: self.siblings(visit)?,
            kommuner: kommune::names(visit),
            not_yet: notification
                .acute
                .is_none()
                .then(|| visit.t.s("notification-forward-first")),
            forward,
            pathway: Some(paths::pathway(self.pathway.as_str(), "")),
        };
        visit.page_with(status, Section::Notifications, &view)
    }

    fn from<T>(&self, visit: &Visit, sent: &Noted<T>) -> String {
        let function = visit.t.of("function", sent.author.function.code());
        format!(
            "{}, {function}, {}",
            sent.author.name,
            self.view.directory.name(&sent.author.unit)
        )
    }

    /// Clocks of this notification that the reader's unit owes.
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

    /// A line for each notification about a brother or sister: when, what kind of sender, and where it stands.
    fn siblings(&self, visit: &Visit) -> Result<Vec<Earlier>, Fault> {
        let found = visit.app.siblings_notified(&visit.ctx()?, &self.view)?;
        let line = |sibling: &SiblingNotified| {
            let notification = &sibling.notification;
            let sent = notification.sent.as_ref()?;
            let id = format!("{}-{}", sibling.pathway, notification.reference);
            Some(Earlier {
                at: visit.moment(sent.recorded),
                from: visit.t.of("function", sent.author.function.code()),
                outcome: visit.t.of("notification-state", notification.status()),
                href: Some(paths::notification(&id, "")),
            })
        };
        Ok(found.iter().filter_map(line).collect())
    }

    /// Earlier notifications on the same thread that the reader may read.
    fn earlier(&self, visit: &Visit) -> Vec<Earlier> {
        let others = self
            .view
            .pathway
            .notifications
            .iter()
            .filter(|n| n.reference.as_str() != self.reference);
        others
            .filter_map(|n| {
                let sent = n.sent.as_ref()?;
                Some(Earlier {
                    at: visit.moment(sent.recorded),
                    from: visit.t.of("function", sent.author.function.code()),
                    outcome: visit.t.of("notification-state", n.status()),
                    href: Some(paths::notification(
                        &format!("{}-{}", self.pathway, n.reference),
                        "",
                    )),
                })
            })
            .collect()
    }
}

fn knows(visit: &Visit, told: Told, note: &str) -> String {
    let word = visit.t.of("told", told.code());
    if note.is_empty() {
        word
    } else {
        format!("{word} {note}")
    }
}

fn steps(visit: &Visit, notification: &Notification) -> Vec<Step> {
    let name = |open: Open| visit.t.of("notification-step", open.code());
    let acute = notification.acute.as_ref();
    let answer = |yes: bool| visit.t.s(if yes { "acute-yes" } else { "acute-no" });
    let outcome = notification.outcome.as_ref();
    vec![
        Step {
            name: name(Open::Assess),
            done: acute.map(|n| {
                let (who, need) = (done(visit, n), answer(n.body.acute));
                format!("{who} · {need}. {}", n.body.conclusion)
            }),
        },
        Step {
            name: name(Open::Acknowledge),
            done: notification.acknowledged.as_ref().map(|n| done(visit, n)),
        },
        Step {
            name: name(Open::Outcome),
            done: outcome.map(|n| {
                let words = visit.t.of("notification-outcome", n.body.outcome.code());
                format!("{} · {words}", done(visit, n))
            }),
        },
        Step {
            name: name(Open::Inform),
            done: notification.informed.as_ref().map(|n| done(visit, n)),
        },
    ]
}

fn done<T>(visit: &Visit, noted: &Noted<T>) -> String {
    format!("{}, {}", visit.moment(noted.occurred.at), noted.author.name)
}
