// SPDX-License-Identifier: EUPL-1.2
//! One pathway that has come all the way to a followed plan (A01, A05).

use super::{Teller, concern, form, known};
use crate::ctx::Ctx;
use crate::demo::organisation::employment;
use crate::demo::{DEMO_CITIZEN, DEMO_PASSWORD};
use crate::error::AppError;
use jiff::ToSpan;
use traad_domain::body::{
    Arrangement, Asking, AssessmentCompleted, Assignee, Capacity, ConsentForm, ConsentGiven,
    ConsentPurpose, ConsentRefused, ConsentScope, Direction, FollowUpChoice, Giver, HerAnswer,
    HerPart, Intervention, InterventionReview, Level, LevelJudged, MeetingCalled, MeetingDecided,
    MeetingHeld, PlanFollowedUp, PlanMade, Problem, ReferralTarget, Regime, ScreeningOutcome,
    Strand, WishKind, WishRecorded,
};
use traad_domain::category::Category;
use traad_domain::decide::concern::Refer;
use traad_domain::decide::meeting::Minutes;
use traad_domain::decide::{notification, referral};
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::party::PageOf;
use traad_domain::time::{Occurred, local_date};

const DAY: i64 = 24;

/// Tells it: concern in week 12, today week 24.
pub(super) fn tell(teller: &Teller<'_>) -> Result<(), AppError> {
    let id = raised(teller)?;
    answered(teller, &id)?;
    let mette = teller.ago(81 * DAY, "familie")?;
    teller
        .app
        .appoint_coordinator(&mette, &id, None, (&employment("familie"), None))?;
    teller.app.agree_expectations(
        &mette,
        &id,
        "Mette ringer hver anden fredag og tager med til første samtale.",
    )?;
    first_meeting(teller, &id)?;
    assessed(teller, &id)?;
    planned(teller, &id)?;
    followed_up(teller, &id, 33)?;
    consented(teller, &id)?;
    followed_up(teller, &id, 8)?;
    let mette = teller.ago(7 * DAY, "familie")?;
    let hash = teller.app.hash_password(DEMO_PASSWORD)?;
    let login = (DEMO_CITIZEN, hash.as_str());
    teller
        .app
        .open_own_page_as(&mette, (&id, &PageOf::Person), login, false)
        .map(drop)
}

/// What she has said yes and no to.
fn consented(teller: &Teller<'_>, id: &PathwayId) -> Result<(), AppError> {
    let mette = teller.ago(30 * DAY, "familie")?;
    let asked = local_date(mette.now);
    let scope = |direction, actor: &str, categories: &[Category]| ConsentScope {
        direction,
        giver: Giver {
            capacity: Capacity::Woman,
            name: String::new(),
            custody: None,
        },
        actors: vec![UnitId::new(actor)],
        except: Vec::new(),
        categories: categories.to_vec(),
        purpose: Some(ConsentPurpose::Coordination),
    };
    let asking = Asking {
        on: asked,
        form: ConsentForm::Written,
        oral_because: None,
        explained: true,
        asked_by: "Mette Test Rådgiver".into(),
    };
    let given = ConsentGiven {
        reference: RefId::new(""),
        scope: scope(Direction::Meet, "alk-odense", &[Category::Coordination]),
        law: "fvl-28".into(),
        from: asked,
        until: None,
        asking: asking.clone(),
    };
    teller.app.give_consent(&mette, id, &given)?;
    let refused = ConsentRefused {
        reference: RefId::new(""),
        scope: scope(Direction::Disclose, "job-odense", &[Category::SubstanceUse]),
        renewal_of: None,
        ask_again: None,
        asking,
    };
    teller.app.refuse_consent(&mette, id, &refused).map(drop)
}

fn raised(teller: &Teller<'_>) -> Result<PathwayId, AppError> {
    let yes = |target| Refer {
        target,
        answer: HerAnswer::YesWritten,
    };
    let refer = vec![
        yes(ReferralTarget::FamilyClinic),
        yes(ReferralTarget::Alcohol),
    ];
    let words = "Hun har selv bedt om en samtale: hun drikker for meget og er bange for, hvad det gør ved barnet.";
    let told = concern("0461", 12, 1, words, refer);
    let midwife = teller.ago(84 * DAY, "jordemoder")?;
    let subject = known("Ellen Louise Test Lauridsen", "0201919996")?;
    Ok(teller
        .app
        .raise_concern(&midwife, &form(subject, told))?
        .pathway)
}

fn answered(teller: &Teller<'_>, id: &PathwayId) -> Result<(), AppError> {
    let app = teller.app;
    let family = teller.ago(84 * DAY - 5, "familie")?;
    let view = app.pathway(&family, id)?;
    if let Some(found) = view.pathway.notifications.first() {
        let reference = found.reference.as_str();
        let conclusion = "Ingen akut fare. Hun søger selv hjælp.".to_owned();
        app.answer_notification(
            &family,
            id,
            reference,
            &notification::Answer::Assess {
                acute: false,
                conclusion,
            },
        )?;
        let letter = "Underretningen er modtaget, og akut behov er vurderet.".to_owned();
        app.answer_notification(
            &family,
            id,
            reference,
            &notification::Answer::Acknowledge { letter },
        )?;
        let later = teller.ago(82 * DAY, "familie")?;
        let reason = "Der er brug for en undersøgelse af de kommende forældre.".to_owned();
        let settle = notification::Answer::Settle {
            outcome: ScreeningOutcome::Examination,
            reason,
        };
        app.answer_notification(&later, id, reference, &settle)?;
        let text = "Der er sat en undersøgelse i gang.".to_owned();
        app.answer_notification(
            &later,
            id,
            reference,
            &notification::Answer::Inform {
                started: true,
                text,
            },
        )?;
    }
    for (username, hours) in [("ambulatorium", 83 * DAY), ("alkohol", 82 * DAY)] {
        let receiver = teller.ago(hours, username)?;
        let view = app.pathway(&receiver, id)?;
        let assignee = Assignee {
            employment: receiver.actor.employment.id.clone(),
            name: receiver.actor.employment.name.clone(),
        };
        let answer = referral::Answer::Accept {
            assignees: vec![assignee],
            note: "Vi ringer til hende i denne uge.".into(),
        };
        for sent in &view.pathway.referrals {
            app.answer_referral(&receiver, id, sent.reference.as_str(), &answer)?;
        }
    }
    Ok(())
}

/// The first network meeting, before week 16 as agreed.
fn first_meeting(teller: &Teller<'_>, id: &PathwayId) -> Result<(), AppError> {
    let mette = teller.ago(78 * DAY, "familie")?;
    let names = [
        "Ellen Louise Test Lauridsen",
        "Jordemoderen",
        "Rusrådgivningen",
    ]
    .map(str::to_owned);
    let called = MeetingCalled {
        reference: RefId::new(""),
        at: teller.morning(-59),
        place: "Lokale 2, 1. sal".into(),
        purpose: "Lære hinanden at kende og aftale, hvem der gør hvad".into(),
        invited: names.to_vec(),
        her: Some(true),
        ..MeetingCalled::default()
    };
    teller.app.call_meeting(&mette, id, (&called, None))?;
    let after = teller.ago(59 * DAY - 12, "familie")?;
    let view = teller.app.pathway(&after, id)?;
    let Some(meeting) = view.pathway.meetings.first() else {
        return Ok(());
    };
    let held = MeetingHeld {
        reference: meeting.called.body.reference.clone(),
        attended: names.to_vec(),
        her_part: Some(HerPart::Came),
        minutes: "Alle har mødt hinanden. Hun vil helst ringes op om formiddagen.".into(),
        ..MeetingHeld::default()
    };
    let decided = [MeetingDecided {
        reference: RefId::default(),
        meeting: meeting.called.body.reference.clone(),
        what: "Søg bolig sammen med hende".into(),
        who: "Mette".into(),
        unit: mette.actor.unit.id.clone(),
        by: local_date(teller.now).saturating_add(14.days()),
    }];
    let minutes = Minutes {
        held: &held,
        decided: &decided,
        occurred: Occurred::at(teller.morning(-59)),
    };
    teller.app.hold_meeting(&after, id, minutes).map(drop)
}

fn assessed(teller: &Teller<'_>, id: &PathwayId) -> Result<(), AppError> {
    let mette = teller.ago(66 * DAY, "familie")?;
    let problem = |group: &str, details: &[&str], note: &str| Problem {
        group: group.into(),
        details: details.iter().map(|d| (*d).to_owned()).collect(),
        note: note.into(),
    };
    let assessment = AssessmentCompleted {
        reference: RefId::new(""),
        situation: "Bor til leje og skal fraflytte til sommer. Ser sin søster hver uge.".into(),
        resources: "Hun møder op, siger til, når noget er svært, og har en søster, der hjælper."
            .into(),
        challenges: "Alkohol hver aften frem til uge 12; angst; usikker på boligen.".into(),
        uses: Vec::new(),
        problems: vec![
            problem("bolig", &[], "Skal fraflytte til sommer"),
            problem("psykiatri", &["angst"], ""),
            problem("oekonomi", &[], ""),
        ],
        violence_risk: false,
        easy_read: false,
    };
    teller
        .app
        .complete_assessment(&mette, id, None, &assessment)?;
    let judged = LevelJudged {
        assessment: RefId::new(""),
        level: Level::Ambulatory,
        criteria: vec!["stabilitet-hjemme".into()],
        reason: "Hun har ro hjemme og et netværk, og hun kommer til sine aftaler.".into(),
    };
    teller.app.judge_level(&mette, id, None, &judged).map(drop)
}

fn planned(teller: &Teller<'_>, id: &PathwayId) -> Result<(), AppError> {
    let mette = teller.ago(60 * DAY, "familie")?;
    let words = "Jeg vil gerne have mit barn hjem. Jeg vil ikke være alene om det.".to_owned();
    teller.app.record_wish(
        &mette,
        id,
        &WishRecorded {
            wish: WishKind::Wish,
            words,
        },
    )?;
    let plan = PlanMade {
        reference: RefId::new(""),
        version: 1,
        level: Level::Ambulatory,
        goals: "Ro om graviditeten, en bolig til to og ingen alkohol.".into(),
        interventions: interventions(&mette),
        left_out: Vec::new(),
        next_follow_up: Some(local_date(teller.now).saturating_sub(33.days())),
        sections: Vec::new(),
        child: None,
    };
    teller.app.make_plan(&mette, id, None, (&plan, &[]))?;
    let meeting = MeetingCalled {
        reference: RefId::new(""),
        at: teller.morning(20),
        place: "Lokale 2, 1. sal".into(),
        purpose: "Fødeplan og tiden efter".into(),
        invited: vec![
            "Ellen Louise Test Lauridsen".into(),
            "Jordemoderen".into(),
            "Rusrådgivningen".into(),
            "Sundhedsplejersken".into(),
        ],
        her: Some(true),
        ..MeetingCalled::default()
    };
    teller
        .app
        .call_meeting(&teller.ago(9 * DAY, "familie")?, id, (&meeting, None))
        .map(drop)
}

/// Element, strand, auspices, what, how often.
type Row = (&'static str, Strand, Regime, &'static str, &'static str);

/// Six of the seven central elements of the reinforced ambulatory effort; the last is optional and left out.
const ROWS: [Row; 6] = [
    (
        "AE1",
        Strand::Family,
        Regime::Municipal,
        "Fælles plan med familieambulatorium og rusrådgivning",
        "hver måned",
    ),
    (
        "AE2",
        Strand::Social,
        Regime::Municipal,
        "Mette tager med til de første aftaler og sender en påmindelse",
        "efter behov",
    ),
    (
        "AE3",
        Strand::SubstanceUse,
        Regime::Municipal,
        "Samtaler i alkoholbehandlingen",
        "hver uge",
    ),
    (
        "AE4",
        Strand::Family,
        Regime::Municipal,
        "Samtaler alene",
        "hver anden uge",
    ),
    (
        "AE5",
        Strand::Social,
        Regime::Municipal,
        "Hjælp til bolig og faste rammer i hverdagen",
        "hver uge",
    ),
    (
        "AE6",
        Strand::Antenatal,
        Regime::Regional,
        "Forberedelse til barnet i familieambulatoriet",
        "hver tredje uge",
    ),
];

fn interventions(ctx: &Ctx) -> Vec<Intervention> {
    ROWS.into_iter()
        .map(|(element, strand, regime, what, intensity)| Intervention {
            reference: RefId::new(""),
            strand,
            regime,
            element: Some(element.into()),
            what: what.into(),
            intensity: intensity.into(),
            initiator: ctx.actor.employment.name.clone(),
            responsible: Some(ctx.actor.unit.id.clone()),
            responsible_name: ctx.actor.unit.name.clone(),
            starts: Some(local_date(ctx.now)),
            meets: if element == "AE5" {
                vec!["bolig".into(), "oekonomi".into()]
            } else {
                Vec::new()
            },
            arranged: Arrangement::default(),
            child: None,
        })
        .collect()
}

fn followed_up(teller: &Teller<'_>, id: &PathwayId, days: i64) -> Result<(), AppError> {
    let mette = teller.ago(days * DAY, "familie")?;
    let view = teller.app.pathway(&mette, id)?;
    let Some(plan) = &view.pathway.plan else {
        return Ok(());
    };
    let reviews = plan
        .running()
        .map(|running| InterventionReview {
            intervention: running.intervention.reference.clone(),
            effect: "Det går fremad.".into(),
            choice: FollowUpChoice::Continue,
            verdict: None,
            unchanged: None,
        })
        .collect();
    let follow_up = PlanFollowedUp {
        plan: plan.reference().cloned().unwrap_or_else(|| RefId::new("")),
        woman: "Hun drikker ikke og sover bedre.".into(),
        partner: None,
        child: "Vokser, som det skal.".into(),
        family: None,
        reviews,
        next: local_date(mette.now).saturating_add(28.days()),
    };
    teller
        .app
        .follow_up_plan(&mette, id, None, &follow_up)
        .map(drop)
}
