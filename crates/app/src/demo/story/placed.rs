// SPDX-License-Identifier: EUPL-1.2
//! A boy of nearly four: exposed before birth, at home until he was two, now with a reinforced foster family. Two rounds of
//! assessment, a plan that is followed, and two coordinators, so that a child's whole life can be seen (A14, A17).

mod home;

use super::born::discharge;
use super::{Teller, concern, form, met};
use crate::birth::NewbornTold;
use crate::ctx::Ctx;
use crate::demo::organisation::employment;
use crate::error::AppError;
use jiff::ToSpan;
use jiff::civil::Date;
use traad_domain::body::{
    Arrangement, Certainty, ChildAssessed, ChildEffort, ChildNeed, ChildPlan, Concern,
    CustodyState, CustodyStated, Degree, Dimension, Exposed, ExposureStated, FollowUpChoice,
    Functioning, HomecomingAssessed, Intervention, InterventionReview, LeavingReason, Level,
    LifeEventTold, NeedOf, PathwayClosed, PlanFollowedUp, PlanMade, Regime, Relation,
    ScreeningOutcome, SignsObserved, StepTaken, Strand, UseAnswer, UseAsked, Verdict, Vulnerable,
};
use traad_domain::decide::birth::{BirthTold, ChildTold};
use traad_domain::decide::notification;
use traad_domain::id::{PathwayId, RefId};
use traad_domain::pathway::Plan;
use traad_domain::person::{Identity, Name};
use traad_domain::time::{Occurred, local_date};

const DAY: i64 = 24;

/// How many days ago he was born.
const BORN: i64 = 1_390;

const MOTHER: &str = "Maria Test Nygaard";

const VISITS: &str = "supervision-visits";
const VISIT: &str = "supervision-visit";

/// Tells it: notified in week 30, born nearly four years ago.
pub(super) fn tell(teller: &Teller<'_>) -> Result<(), AppError> {
    let mother = notified(teller)?;
    let child = born(teller, &mother)?;
    discharged(teller, &child)?;
    closed(teller, &mother)?;
    seen(teller, &child)?;
    assessed(teller, &child, (700, Degree::Moderate))?;
    planned(teller, &child, 690)?;
    home::placed(teller, &child)?;
    followed(teller, &child, 600)?;
    home::shown(teller, &child)?;
    home::kept(
        teller,
        &child,
        (560, "childs-plan-placement", "childs-plan-ready"),
    )?;
    followed(teller, &child, 510)?;
    home::kept(teller, &child, (480, VISITS, VISIT))?;
    followed(teller, &child, 420)?;
    coordinated(teller, &child, "familie2")?;
    assessed(teller, &child, (330, Degree::Light))?;
    planned(teller, &child, 320)?;
    home::kept(teller, &child, (300, VISITS, VISIT))?;
    followed(teller, &child, 230)?;
    coordinated(teller, &child, "familie")?;
    followed(teller, &child, 140)?;
    home::kept(teller, &child, (120, VISITS, VISIT))?;
    followed(teller, &child, 50)
}

fn notified(teller: &Teller<'_>) -> Result<PathwayId, AppError> {
    let app = teller.app;
    let words = "Hun fortæller, at hun drak hver dag, til hun vidste, at hun var gravid.";
    let told = concern("0461", 30, 0, words, Vec::new());
    let midwife = teller.ago((BORN + 63) * DAY, "jordemoder")?;
    let subject = met(MOTHER, "CPR-nummer ikke oplyst");
    let mother = app.raise_concern(&midwife, &form(subject, told))?.pathway;
    let family = teller.ago((BORN + 63) * DAY - 3, "familie2")?;
    let view = app.pathway(&family, &mother)?;
    let answers = [
        notification::Answer::Assess {
            acute: false,
            conclusion: "Ingen akut fare. Hun tager imod hjælp.".to_owned(),
        },
        notification::Answer::Acknowledge {
            letter: "Underretningen er modtaget, og akut behov er vurderet.".to_owned(),
        },
        notification::Answer::Settle {
            outcome: ScreeningOutcome::None,
            reason: "Hun er stoppet og får hjælp.".to_owned(),
        },
        notification::Answer::Inform {
            started: true,
            text: "Hun får hjælp.".to_owned(),
        },
    ];
    if let Some(found) = view.pathway.notifications.first() {
        for answer in &answers {
            app.answer_notification(&family, &mother, found.reference.as_str(), answer)?;
        }
    }
    let by = teller.ago((BORN + 60) * DAY, "familie2")?;
    app.appoint_coordinator(&by, &mother, None, (&employment("familie2"), None))?;
    Ok(mother)
}

fn born(teller: &Teller<'_>, mother: &PathwayId) -> Result<PathwayId, AppError> {
    let midwife = teller.ago(BORN * DAY, "jordemoder")?;
    let told = BirthTold {
        occurred: Occurred::at(midwife.now - jiff::SignedDuration::from_hours(6)),
        gestation: Some(38 * 7 + 4),
        children: vec![ChildTold {
            alive: true,
            weight: Some(2_710),
            name: String::new(),
        }],
        exposure: Some(ExposureStated {
            exposed: Exposed::Yes,
            substances: vec!["alkohol".to_owned()],
            certainty: Certainty::Told,
            assess_by: Some(local_date(midwife.now).saturating_add(700.days())),
        }),
        custody: Some(CustodyStated {
            custody: CustodyState::Alone,
            holders: vec![MOTHER.to_owned()],
        }),
    };
    let who = [NewbornTold {
        name: Name("Asger Test Nygaard".to_owned()),
        identity: Identity::Unknown {
            description: String::new(),
        },
    }];
    teller.app.register_birth(&midwife, mother, &told, &who)?;
    let view = teller.app.pathway(&midwife, mother)?;
    let mut links = view.pathway.links.iter();
    let own = links.find(|link| link.body.relation == Relation::Child);
    let child = own.map(|link| link.body.other.clone());
    child.ok_or(AppError::NotFound)
}

fn discharged(teller: &Teller<'_>, child: &PathwayId) -> Result<(), AppError> {
    let midwife = teller.ago((BORN - 3) * DAY, "jordemoder")?;
    let made = HomecomingAssessed {
        situation: "Bor hos sin mor til det første år.".to_owned(),
        support: "Besøg to gange om ugen.".to_owned(),
    };
    teller.app.assess_home(&midwife, child, &made)?;
    let told = discharge(&midwife, "Følg vægt og søvn.");
    teller.app.discharge_child(&midwife, child, &told)?;
    for login in ["sundhedsplejerske", "egenlaege"] {
        accepted(teller, child, login)?;
    }
    Ok(())
}

/// A unit that was asked says that it takes over.
fn accepted(teller: &Teller<'_>, child: &PathwayId, login: &str) -> Result<(), AppError> {
    let by = teller.ago((BORN - 5) * DAY, login)?;
    let view = teller.app.pathway(&by, child)?;
    let own = view.pathway.handovers.iter();
    let own = own.filter(|sent| sent.body.unit == by.actor.unit.id);
    for sent in own {
        let asked = |line: &&crate::DutyLine| line.key.starts_with(sent.body.handover.as_str());
        let Some(line) = view.duties.iter().find(asked) else {
            continue;
        };
        let attributes = [
            ("handover", sent.body.handover.as_str()),
            ("receiver", sent.body.receiver.code()),
        ];
        let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let taken = StepTaken {
            step: "handover-accepted".to_owned(),
            attributes: attributes.map(owned).into_iter().collect(),
            note: String::new(),
        };
        let duty = (line.rule.as_str(), line.key.as_str());
        teller
            .app
            .take_step(&by, child, duty, (&taken, Occurred::at(by.now)))?;
    }
    Ok(())
}

/// Her own pathway is over; the child's goes on.
fn closed(teller: &Teller<'_>, mother: &PathwayId) -> Result<(), AppError> {
    let by = teller.ago((BORN - 200) * DAY, "familie2")?;
    let closed = PathwayClosed {
        reason: "Hun har ikke brug for mere hjælp nu.".to_owned(),
        few_meetings: Some("Hun ville hellere mødes med én ad gangen.".to_owned()),
    };
    teller
        .app
        .close_pathway(&by, mother, (&closed, None))
        .map(drop)
}

fn seen(teller: &Teller<'_>, child: &PathwayId) -> Result<(), AppError> {
    let app = teller.app;
    let signs = [
        (
            900,
            "reguleringsvanskeligheder",
            "Vågner ti gange om natten og er svær at trøste.",
        ),
        (
            780,
            "sarthed-lyd",
            "Holder sig for ørerne, når støvsugeren kører.",
        ),
        (
            720,
            "reguleringsvanskeligheder",
            "Græder længe ved hvert skift i løbet af dagen.",
        ),
    ];
    for (days, sign, words) in signs {
        let by = teller.ago(days * DAY, "familie2")?;
        let seen = SignsObserved {
            signs: vec![sign.to_owned()],
            other: String::new(),
            setting: "Besøg i hjemmet".to_owned(),
            words: words.to_owned(),
            concern: Concern::No,
            look_again: None,
        };
        app.observe_signs(&by, child, (&seen, local_date(by.now)))?;
    }
    let by = teller.ago(760 * DAY, "familie2")?;
    let event = LifeEventTold {
        what: "Begyndte i vuggestue".to_owned(),
        source: "fortalt af moren".to_owned(),
    };
    let day = local_date(by.now);
    app.tell_life_event(&by, child, (&event, day)).map(drop)
}

fn round(sleep: Degree, next: Date) -> ChildAssessed {
    let asked = |answer| UseAsked {
        answer,
        by: "moren".to_owned(),
    };
    let examined = |words: &str| Dimension {
        examined: true,
        words: words.to_owned(),
    };
    let domain = |domain: &str, degree: Option<Degree>| Functioning {
        domain: domain.to_owned(),
        degree,
        note: String::new(),
    };
    ChildAssessed {
        reference: RefId::new(""),
        round: 0,
        life: "Boede hos sin mor, til han var to år.".to_owned(),
        foetal: "Alkohol i de første otte uger.".to_owned(),
        birth: "Født lidt før tiden.".to_owned(),
        infancy: "Græd meget og sov lidt ad gangen.".to_owned(),
        substances: asked(UseAnswer::Yes),
        medicine: asked(UseAnswer::No),
        biological: examined("Vokser langs sin kurve."),
        psychological: examined("Søger voksne og lader sig trøste i fast favn."),
        social: examined("Leger ved siden af andre."),
        vulnerable: Vulnerable::Yes,
        picture: "Skift og støj er svære.".to_owned(),
        symptoms: Vec::new(),
        relations: "Knyttet til sin mor og til én pædagog.".to_owned(),
        functions: vec![
            domain("soevn", Some(sleep)),
            domain("spisning", Some(Degree::Light)),
            domain("adfaerd", Some(Degree::Moderate)),
            domain("motorisk", Some(Degree::None)),
            domain("sproglig", Some(Degree::Moderate)),
            domain("social", Some(Degree::Light)),
        ],
        potential: "Lærer hurtigt, når der er ro.".to_owned(),
        difficulties: "Skift, støj og at falde i søvn.".to_owned(),
        strengths: "Nysgerrig, kærlig og glad for bøger.".to_owned(),
        contributions: Vec::new(),
        professions: vec!["sagsbehandler-familieafdeling".to_owned()],
        needs: vec![ChildNeed {
            reference: RefId::new(""),
            whose: NeedOf::Child,
            what: "Ro ved sengetid".to_owned(),
        }],
        next,
    }
}

fn assessed(
    teller: &Teller<'_>,
    child: &PathwayId,
    (days, sleep): (i64, Degree),
) -> Result<(), AppError> {
    let login = if days > 400 { "familie2" } else { "familie" };
    let by = teller.ago(days * DAY, login)?;
    let next = local_date(by.now).saturating_add(390.days());
    let made = round(sleep, next);
    teller
        .app
        .assess_child(&by, child, None, (&made, Some(next)))
        .map(drop)
}

fn effort(by: &Ctx, what: &str, (target, approach): (&str, &str)) -> Intervention {
    Intervention {
        reference: RefId::new(""),
        strand: Strand::Family,
        regime: Regime::Municipal,
        element: None,
        what: what.to_owned(),
        intensity: "hver uge".to_owned(),
        initiator: by.actor.employment.name.clone(),
        responsible: Some(by.actor.unit.id.clone()),
        responsible_name: by.actor.unit.name.clone(),
        starts: Some(local_date(by.now)),
        meets: Vec::new(),
        arranged: Arrangement::default(),
        child: Some(ChildEffort {
            group: "regulering".to_owned(),
            area: None,
            purposes: vec!["fremme".to_owned()],
            targets: vec![target.to_owned()],
            approaches: vec![approach.to_owned()],
            form: String::new(),
            knowledge: String::new(),
            advised: None,
        }),
    }
}

/// The plan answers the need of the newest round, at home and in the surroundings.
fn planned(teller: &Teller<'_>, child: &PathwayId, days: i64) -> Result<(), AppError> {
    let login = if days > 400 { "familie2" } else { "familie" };
    let by = teller.ago(days * DAY, login)?;
    let view = teller.app.pathway(&by, child)?;
    let needs = view.pathway.needs().iter();
    let needs: Vec<String> = needs
        .map(|need| need.reference.as_str().to_owned())
        .collect();
    let running = view.pathway.plan.iter().flat_map(Plan::running);
    let mut interventions: Vec<Intervention> = running
        .map(|running| Intervention {
            meets: needs.clone(),
            ..running.intervention.clone()
        })
        .collect();
    let today = local_date(by.now);
    let new = |what: &str, target: &str, approach: &str| Intervention {
        meets: needs.clone(),
        ..effort(&by, what, (target, approach))
    };
    interventions.extend(if interventions.is_empty() {
        vec![
            new(
                "Fast rytme ved sengetid",
                "funktionsnedsaettelser",
                "udviklingsbaseret",
            ),
            new("Vejledning i vuggestuen", "omgivelser", "systembaseret"),
        ]
    } else {
        vec![new(
            "Sprogleg i små grupper",
            "funktionsnedsaettelser",
            "udviklingsbaseret",
        )]
    });
    let plan = PlanMade {
        reference: RefId::new(""),
        version: 1,
        level: Level::Undecided,
        goals: "Sove igennem og have én god ven.".to_owned(),
        interventions,
        left_out: Vec::new(),
        next_follow_up: Some(today.saturating_add(90.days())),
        sections: Vec::new(),
        child: Some(ChildPlan {
            round: RefId::new(""),
            aims: vec!["udvikle".to_owned()],
            framing: Vec::new(),
            family: "Støtte til moren hver uge.".to_owned(),
            deselected: Vec::new(),
            deviations: Vec::new(),
        }),
    };
    teller
        .app
        .make_child_plan(&by, child, None, (&plan, &[]))
        .map(drop)
}

fn followed(teller: &Teller<'_>, child: &PathwayId, days: i64) -> Result<(), AppError> {
    let by = teller.ago(days * DAY, "familie")?;
    let view = teller.app.pathway(&by, child)?;
    let Some(plan) = &view.pathway.plan else {
        return Ok(());
    };
    let review = |intervention: &RefId| InterventionReview {
        intervention: intervention.clone(),
        effect: "Det går fremad.".to_owned(),
        choice: FollowUpChoice::Continue,
        verdict: Some(Verdict::Intended),
        unchanged: None,
    };
    let running = plan.running();
    let followed = PlanFollowedUp {
        plan: plan.reference().cloned().unwrap_or_else(|| RefId::new("")),
        woman: String::new(),
        partner: None,
        child: "Falder hurtigere i søvn og siger flere ord.".to_owned(),
        family: Some("Moren kommer hver uge.".to_owned()),
        reviews: running
            .map(|running| review(&running.intervention.reference))
            .collect(),
        next: local_date(by.now).saturating_add(90.days()),
    };
    teller
        .app
        .follow_up_child_plan(&by, child, None, &followed)
        .map(drop)
}

/// A coordinator once the agreement says who appoints one, and another since half a year ago.
fn coordinated(teller: &Teller<'_>, child: &PathwayId, login: &str) -> Result<(), AppError> {
    let who = employment(login);
    let (days, left) = match login {
        "familie2" => (420, None),
        _ => (200, Some(LeavingReason::Moved)),
    };
    let by = teller.ago(days * DAY, login)?;
    teller
        .app
        .replace_coordinator(&by, child, None, ((&who, None), left))
        .map(drop)
}
