// SPDX-License-Identifier: EUPL-1.2
//! Six women, two newborns and a placed child, told backwards from today, so that something is urgent, something runs and something is done whenever the
//! demonstration is started. The persons are public test persons or have no number.

mod born;
mod followed;
mod fresh;
mod placed;

use super::organisation::employment;
use crate::App;
use crate::concern::{RaiseForm, Subject};
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use traad_domain::body::{PathwayKind, Prescribed, SupportNeed, Told, UseRecorded, UseSource};
use traad_domain::decide::concern::{Notify, RaiseConcern, Refer, StatedDating};
use traad_domain::id::{MunicipalityCode, PersonId};
use traad_domain::person::{Cpr, Identity, Name};
use traad_domain::policy::Purpose;
use traad_domain::time::{Occurred, local_date};

/// Tells the whole story.
pub(super) fn tell(app: &App, now: Timestamp) -> Result<(), AppError> {
    let teller = Teller { app, now };
    placed::tell(&teller)?;
    followed::tell(&teller)?;
    born::tell(&teller)?;
    fresh::tell(&teller)
}

/// Somebody who does things some time ago.
struct Teller<'a> {
    app: &'a App,
    now: Timestamp,
}

impl Teller<'_> {
    /// A login's context some hours ago. What lies further back than a day happened in working hours, in the same order.
    fn ago(&self, hours: i64, username: &str) -> Result<Ctx, AppError> {
        let at = if hours <= 24 {
            self.now - SignedDuration::from_hours(hours)
        } else {
            self.workday(hours)
        };
        let actor = self.app.actor(&employment(username), at)?;
        let actor = actor.ok_or_else(|| AppError::internal(format!("no login `{username}`")))?;
        Ok(Ctx {
            actor,
            now: at,
            purpose: Purpose::Care,
            submission: None,
        })
    }

    /// Between eight and four on the day that many hours ago.
    fn workday(&self, hours: i64) -> Timestamp {
        let days = (hours + 23) / 24;
        let minutes = 8 * 60 + (days * 24 - hours) * 20;
        let day = local_date(self.now).saturating_sub(days.days());
        at_minute(day, minutes)
    }

    /// Ten in the morning on a day some days from now.
    fn morning(&self, days_ahead: i64) -> Timestamp {
        at_minute(
            local_date(self.now).saturating_add(days_ahead.days()),
            10 * 60,
        )
    }
}

fn at_minute(day: Date, minutes: i64) -> Timestamp {
    Occurred::on(day).at + SignedDuration::from_mins(minutes)
}

/// A test person with a public test number.
fn known(name: &str, cpr: &str) -> Result<Subject, AppError> {
    let number = Cpr::parse(cpr).map_err(AppError::internal)?;
    Ok(subject(name, Identity::Cpr { number }))
}

/// Somebody whose number was not told.
fn met(name: &str, description: &str) -> Subject {
    subject(
        name,
        Identity::Unknown {
            description: description.into(),
        },
    )
}

fn subject(name: &str, identity: Identity) -> Subject {
    Subject {
        name: Name(name.into()),
        identity,
        phone: None,
        address: None,
        born: None,
    }
}

/// What a concern says, with a notification to a municipality.
fn concern(
    municipality: &str,
    weeks: i64,
    days: i64,
    words: &str,
    referrals: Vec<Refer>,
) -> RaiseConcern {
    let municipality = Some(MunicipalityCode::new(municipality));
    RaiseConcern {
        kind: PathwayKind::Pregnancy,
        subject: PersonId::new(""),
        municipality: municipality.clone(),
        region: String::new(),
        dating: Some(StatedDating::Week { weeks, days }),
        signs: Vec::new(),
        words: words.into(),
        phase: "tidlig-opsporing".into(),
        uses: vec![used("alkohol", "dagligt", UseSource::Herself)],
        support_need: SupportNeed::Yes,
        postponed: None,
        notify: Some(Notify {
            family_authority: true,
            municipality,
            text: words.into(),
            told: Told::Yes,
            told_note: "Hun blev ked af det, men vil gerne have hjælp.".into(),
        }),
        already_notified: None,
        referrals,
        adults: None,
    }
}

fn used(substance: &str, frequency: &str, source: UseSource) -> UseRecorded {
    UseRecorded {
        substance: substance.into(),
        duration: None,
        frequency: Some(frequency.into()),
        timing: Some("fra før graviditeten".into()),
        weeks: Some((0, 8)),
        amount: None,
        prescribed: Prescribed::No,
        prescriber: None,
        source,
    }
}

fn form(subject: Subject, concern: RaiseConcern) -> RaiseForm {
    RaiseForm { subject, concern }
}
