// SPDX-License-Identifier: EUPL-1.2
//! Twins of six days: one is at home with those who are asked to take over, the other is still admitted (A12).

use super::{Teller, concern, form, met};
use crate::birth::NewbornTold;
use crate::ctx::Ctx;
use crate::demo::organisation::employment;
use crate::error::AppError;
use jiff::ToSpan;
use traad_domain::body::{
    Assignee, Certainty, ChildAdmitted, CustodyState, CustodyStated, Exposed, ExposureStated,
    HerAnswer, HomecomingAssessed, InjuryJudged, InjuryStatus, Receiver, ReferralTarget, Relation,
    ScreeningOutcome,
};
use traad_domain::decide::birth::{BirthTold, ChildTold};
use traad_domain::decide::child::Discharge;
use traad_domain::decide::concern::Refer;
use traad_domain::decide::information::Ground;
use traad_domain::decide::{notification, referral};
use traad_domain::id::{PathwayId, UnitId};
use traad_domain::person::{Identity, Name};
use traad_domain::time::{Occurred, local_date};

const DAY: i64 = 24;

/// Tells it: notified in week 36, born six days ago.
pub(super) fn tell(teller: &Teller<'_>) -> Result<(), AppError> {
    let mother = raised(teller)?;
    answered(teller, &mother)?;
    let [emil, ida] = born(teller, &mother)?;
    admitted(teller, &ida)?;
    home(teller, &emil)
}

fn raised(teller: &Teller<'_>) -> Result<PathwayId, AppError> {
    let refer = vec![Refer {
        target: ReferralTarget::FamilyClinic,
        answer: HerAnswer::YesOral,
    }];
    let words = "Hun fortæller, at hun har drukket i weekenderne hele vejen igennem.";
    let told = concern("0461", 36, 0, words, refer);
    let midwife = teller.ago(20 * DAY, "jordemoder")?;
    let subject = met("Signe Test Solbakke", "CPR-nummer ikke oplyst");
    let raised = teller.app.raise_concern(&midwife, &form(subject, told))?;
    Ok(raised.pathway)
}

fn answered(teller: &Teller<'_>, id: &PathwayId) -> Result<(), AppError> {
    let app = teller.app;
    let family = teller.ago(20 * DAY - 3, "familie")?;
    let view = app.pathway(&family, id)?;
    let answers = [
        notification::Answer::Assess {
            acute: false,
            conclusion: "Ingen akut fare. Hun tager imod hjælp.".to_owned(),
        },
        notification::Answer::Acknowledge {
            letter: "Underretningen er modtaget, og akut behov er vurderet.".to_owned(),
        },
        notification::Answer::Settle {
            outcome: ScreeningOutcome::Exploration,
            reason: "Der er brug for at afdække, hvad de kommende forældre har brug for."
                .to_owned(),
        },
        notification::Answer::Inform {
            started: true,
            text: "Der er sat en afdækning i gang.".to_owned(),
        },
    ];
    if let Some(found) = view.pathway.notifications.first() {
        for answer in &answers {
            app.answer_notification(&family, id, found.reference.as_str(), answer)?;
        }
    }
    let mette = teller.ago(18 * DAY, "familie")?;
    app.appoint_coordinator(&mette, id, None, (&employment("familie"), None))?;
    let clinic = teller.ago(17 * DAY, "ambulatorium")?;
    let view = app.pathway(&clinic, id)?;
    let answer = referral::Answer::Accept {
        assignees: vec![Assignee {
            employment: clinic.actor.employment.id.clone(),
            name: clinic.actor.employment.name.clone(),
        }],
        note: String::new(),
    };
    for sent in &view.pathway.referrals {
        app.answer_referral(&clinic, id, sent.reference.as_str(), &answer)?;
    }
    Ok(())
}

fn born(teller: &Teller<'_>, mother: &PathwayId) -> Result<[PathwayId; 2], AppError> {
    let midwife = teller.ago(6 * DAY, "jordemoder")?;
    let child = |weight| ChildTold {
        alive: true,
        weight: Some(weight),
        name: String::new(),
    };
    let named = |name: &str| NewbornTold {
        name: Name(name.to_owned()),
        identity: Identity::Unknown {
            description: String::new(),
        },
    };
    let assessed = local_date(teller.now).saturating_add(60.days());
    let told = BirthTold {
        occurred: Occurred::at(midwife.now - jiff::SignedDuration::from_hours(5)),
        gestation: Some(38 * 7),
        children: vec![child(2_840), child(2_610)],
        exposure: Some(ExposureStated {
            exposed: Exposed::Yes,
            substances: vec!["alkohol".to_owned()],
            certainty: Certainty::Told,
            assess_by: Some(assessed),
        }),
        custody: Some(CustodyStated {
            custody: CustodyState::Unresolved,
            holders: Vec::new(),
        }),
    };
    let who = [named("Emil Test Solbakke"), named("Ida Test Solbakke")];
    teller.app.register_birth(&midwife, mother, &told, &who)?;
    let view = teller.app.pathway(&midwife, mother)?;
    let links = view.pathway.links.iter();
    let own = links.filter(|link| link.body.relation == Relation::Child);
    let mut ids = own.map(|link| link.body.other.clone());
    match (ids.next(), ids.next()) {
        (Some(one), Some(other)) => Ok([one, other]),
        _ => Err(AppError::NotFound),
    }
}

fn admitted(teller: &Teller<'_>, id: &PathwayId) -> Result<(), AppError> {
    let midwife = teller.ago(5 * DAY, "jordemoder")?;
    let stay = ChildAdmitted {
        ward: "Neonatalafdelingen".to_owned(),
        from: local_date(midwife.now),
        to: None,
        note: "Til observation for abstinenser.".to_owned(),
    };
    teller.app.admit_child(&midwife, id, &stay)?;
    let doctor = teller.ago(4 * DAY, "laege")?;
    let judged = InjuryJudged {
        status: InjuryStatus::Possible,
        note: "Urolig og svær at trøste. Undersøges igen.".to_owned(),
    };
    teller.app.judge_injury(&doctor, id, &judged).map(drop)
}

fn home(teller: &Teller<'_>, id: &PathwayId) -> Result<(), AppError> {
    let midwife = teller.ago(3 * DAY, "jordemoder")?;
    let made = HomecomingAssessed {
        situation: "Bor til leje. Hendes mor er der den første tid.".to_owned(),
        support: "Besøg hver anden dag i to uger.".to_owned(),
    };
    teller.app.assess_home(&midwife, id, &made)?;
    let later = teller.ago(2 * DAY, "jordemoder")?;
    let told = discharge(&later, "Følg vægt og søvn. Søsteren er stadig indlagt.");
    teller.app.discharge_child(&later, id, &told).map(drop)
}

/// Home to the health visitor and the doctor, with what is known of exposure.
pub(super) fn discharge(by: &Ctx, text: &str) -> Discharge {
    Discharge {
        on: local_date(by.now),
        receivers: vec![
            (Receiver::HealthVisitor, UnitId::new("sp-odense")),
            (Receiver::Doctor, UnitId::new("lh-odense")),
        ],
        text: text.to_owned(),
        exposure_along: Some(true),
        exposure_why_not: String::new(),
        ground: Ground::Law("sul-43-2".to_owned()),
        reason: "Barnet skal følges hjemme fra den første dag.".to_owned(),
        tell: false,
        without: None,
    }
}
