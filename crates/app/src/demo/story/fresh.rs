// SPDX-License-Identifier: EUPL-1.2
//! Three concerns of the last days: one urgent, one half-way, one about a woman whose name nobody knows.

use super::{Teller, concern, form, known, met, used};
use crate::error::AppError;
use traad_domain::body::{HerAnswer, ReferralTarget, UseSource};
use traad_domain::decide::concern::Refer;
use traad_domain::decide::{notification, referral};

/// Tells them.
pub(super) fn tell(teller: &Teller<'_>) -> Result<(), AppError> {
    urgent(teller)?;
    half_way(teller)?;
    without_name(teller)
}

/// Week 30, notified yesterday afternoon, not assessed yet.
fn urgent(teller: &Teller<'_>) -> Result<(), AppError> {
    let words =
        "Hun lugtede af alkohol til konsultationen og fortæller selv, at hun drikker hver aften.";
    let refer = vec![Refer {
        target: ReferralTarget::FamilyClinic,
        answer: HerAnswer::YesOral,
    }];
    let told = concern("0461", 30, 2, words, refer);
    let midwife = teller.ago(22, "jordemoder")?;
    teller.app.raise_concern(
        &midwife,
        &form(known("Brita Test Berggren", "1509819996")?, told),
    )?;
    Ok(())
}

/// Week 10: assessed, the clinic has taken her on, the drug treatment sent the referral back (A01).
fn half_way(teller: &Teller<'_>) -> Result<(), AppError> {
    let words =
        "Hun fortæller om vin hver aften og opioider, som en ven har givet hende mod smerter.";
    let yes = |target| Refer {
        target,
        answer: HerAnswer::YesOral,
    };
    let refer = vec![
        yes(ReferralTarget::FamilyClinic),
        yes(ReferralTarget::Alcohol),
        yes(ReferralTarget::Drugs),
    ];
    let mut told = concern("0461", 10, 0, words, refer);
    told.uses
        .push(used("opioider", "nogle gange om ugen", UseSource::Herself));
    let midwife = teller.ago(72, "jordemoder")?;
    let subject = met("Anna Test", "CPR-nummer ikke oplyst");
    let raised = teller
        .app
        .raise_concern(&midwife, &form(subject, told))?
        .pathway;
    let family = teller.ago(66, "familie")?;
    let view = teller.app.pathway(&family, &raised)?;
    if let Some(notification) = view.pathway.notifications.first() {
        let conclusion =
            "Ingen akut fare. Hun er i kontakt med jordemoderen og kommer selv.".to_owned();
        let answer = notification::Answer::Assess {
            acute: false,
            conclusion,
        };
        teller.app.answer_notification(
            &family,
            &raised,
            notification.reference.as_str(),
            &answer,
        )?;
    }
    let drugs = teller.ago(60, "stof")?;
    let view = teller.app.pathway(&drugs, &raised)?;
    if let Some(sent) = view.pathway.referrals.first() {
        let answer = referral::Answer::Decline {
            reason:
                "Forkert enhed: afhængighed af medicin behandles hos os kun efter aftale med lægen."
                    .into(),
        };
        teller
            .app
            .answer_referral(&drugs, &raised, sent.reference.as_str(), &answer)?;
    }
    Ok(())
}

/// Met by the street team; no number, no agreement in the municipality she says she comes from.
fn without_name(teller: &Teller<'_>) -> Result<(), AppError> {
    let words = "Mødt ved stationen. Siger, at hun er gravid og bruger stoffer. Vil gerne tale med en jordemoder.";
    let mut told = concern("0751", 12, 0, words, Vec::new());
    told.uses = vec![used("stimulanser", "næsten dagligt", UseSource::Herself)];
    let street = teller.ago(30, "gadeplan")?;
    teller.app.raise_concern(
        &street,
        &form(met("", "mødt af gadeplan ved stationen"), told),
    )?;
    Ok(())
}
