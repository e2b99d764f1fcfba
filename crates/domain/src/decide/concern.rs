// SPDX-License-Identifier: EUPL-1.2
//! *Meld bekymring* (A, B): the concern, its notification and the referrals she says yes to, in one step (A01).

use super::{Hand, World, her_yes, law, open};
use crate::body::{
    AdultAuthorityInformed, AdultBasis, Body, Code, ConcernRaised, Dated, DatingMethod,
    DecisionPostponed, HerAnswer, NoteWritten, NotificationReceived, NotificationSent,
    NotifierKind, PathwayKind, PathwayOpened, ReferralConsidered, ReferralSent, ReferralTarget,
    SupportNeed, Told, UseRecorded, UseSource,
};
use crate::category::Category;
use crate::entry::{Basis, NewEntry, Topic};
use crate::id::{CaseNumber, Ids, MunicipalityCode, PersonId, RefId, UnitId};
use crate::org::{Unit, UnitKind};
use crate::pathway::Pathway;
use crate::refusal::{Check, Problem, Refusal};
use crate::time::{GestationalAge, LAST_WEEK, lmp_from_due};
use jiff::civil::Date;

/// How the pregnancy is dated, as told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedDating {
    /// Completed weeks and days today.
    Week {
        /// Weeks.
        weeks: i64,
        /// Days above them, 0–6.
        days: i64,
    },
    /// Due date.
    Due(Date),
    /// First day of the last menstrual period.
    Lmp(Date),
}

/// The notification, when there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notify {
    /// Whether the family authority is among the recipients. Without it there is no notification.
    pub family_authority: bool,
    /// The municipality it goes to.
    pub municipality: Option<MunicipalityCode>,
    /// What is notified.
    pub text: String,
    /// Whether she knows.
    pub told: Told,
    /// How she took it, or why not.
    pub told_note: String,
}

/// One referral and her answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refer {
    /// Where to.
    pub target: ReferralTarget,
    /// Her answer.
    pub answer: HerAnswer,
}

/// Telling the adult authority: a disclosure of its own, never pre-selected (practice A4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TellAdults {
    /// Ground.
    pub basis: AdultBasis,
    /// The concrete reason.
    pub reason: String,
    /// What is told.
    pub text: String,
}

/// All of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaiseConcern {
    /// A pregnancy, or a child that is born.
    pub kind: PathwayKind,
    /// Whose pathway.
    pub subject: PersonId,
    /// The municipality she lives in, as far as told.
    pub municipality: Option<MunicipalityCode>,
    /// Its region today.
    pub region: String,
    /// Dating, as far as told.
    pub dating: Option<StatedDating>,
    /// Signs.
    pub signs: Vec<Code>,
    /// Own words.
    pub words: String,
    /// Phase.
    pub phase: Code,
    /// Use per substance.
    pub uses: Vec<UseRecorded>,
    /// The question of the law.
    pub support_need: SupportNeed,
    /// When the writer decides again, and why it can wait.
    pub postponed: Option<DecisionPostponed>,
    /// The notification.
    pub notify: Option<Notify>,
    /// Who has notified already, when that is why there is no notification.
    pub already_notified: Option<String>,
    /// Referrals.
    pub referrals: Vec<Refer>,
    /// The adult authority.
    pub adults: Option<TellAdults>,
}

/// Why a date cannot be that of a pregnancy today: before conception is weeks below zero, the rest is too far away.
pub fn dating(stated: StatedDating, today: Date) -> Result<Dated, (&'static str, Problem)> {
    let (lmp, method, field) = match stated {
        StatedDating::Week { weeks, days } => {
            if !(0..=LAST_WEEK).contains(&weeks) || !(0..=6).contains(&days) {
                return Err(("week", Problem::WeekOutOfRange));
            }
            (
                GestationalAge {
                    days: weeks * 7 + days,
                }
                .lmp_on(today),
                DatingMethod::StatedWeek,
                "week",
            )
        }
        StatedDating::Due(due) => (lmp_from_due(due), DatingMethod::StatedDueDate, "due"),
        StatedDating::Lmp(lmp) => (lmp, DatingMethod::Lmp, "lmp"),
    };
    let age = GestationalAge::on(lmp, today);
    if age.days < 0 {
        return Err((
            field,
            if field == "due" {
                Problem::DueDateOutOfRange
            } else {
                Problem::InTheFuture
            },
        ));
    }
    if age.days > LAST_WEEK * 7 + 6 {
        return Err((
            field,
            if field == "due" {
                Problem::DueDateOutOfRange
            } else {
                Problem::WeekOutOfRange
            },
        ));
    }
    Ok(Dated { lmp, method })
}

/// Decides all entries of a concern. `pathway` is empty for a new one. The entries for the receiving authority are
/// written in the same step: nothing is sent that did not arrive.
pub fn raise(
    pathway: &Pathway,
    command: &RaiseConcern,
    hand: &Hand,
    world: World<'_>,
    ids: &mut dyn Ids,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let receivers = Receivers::find(command, world)?;
    let dated = check(command, hand)?;
    let mut entries = own_entries(pathway, command, hand, dated, ids);
    receivers.send_along(command, &mut entries);
    if let (Some(notify), Some(family)) = (&command.notify, receivers.family) {
        let reference = RefId::new(ids.random());
        let to = (&receivers, family);
        entries.extend(notification((notify, command.kind), hand, to, &reference));
    }
    if let (Some(adults), Some(unit)) = (&command.adults, receivers.adults) {
        entries.push(told_adults(adults, hand, unit));
    }
    for refer in &command.referrals {
        entries.extend(referral(refer, command, hand, &receivers, ids));
    }
    Ok(delayed(command, hand, entries))
}

/// What the writer's own unit keeps: the pathway when it is new, the dating, the concern and each use.
fn own_entries(
    pathway: &Pathway,
    command: &RaiseConcern,
    hand: &Hand,
    dated: Option<Dated>,
    ids: &mut dyn Ids,
) -> Vec<NewEntry> {
    let mut entries = Vec::new();
    if pathway.id.is_none() {
        let case_number = CaseNumber::drawn(ids);
        entries.push(hand.write(
            Category::Coordination,
            Body::PathwayOpened(PathwayOpened {
                pathway: command.kind,
                subject: command.subject.clone(),
                case_number: case_number.as_str().to_owned(),
                municipality: command.municipality.clone(),
            }),
        ));
    }
    if let Some(dated) = dated {
        entries.push(
            hand.write(Category::PregnancyBirth, Body::Dated(dated))
                .about_topic(Topic::of("dating")),
        );
    }
    entries.push(hand.write(
        Category::SubstanceUse,
        Body::ConcernRaised(ConcernRaised {
            signs: command.signs.clone(),
            words: command.words.clone(),
            support_need: command.support_need,
            phase: command.phase.clone(),
        }),
    ));
    for used in &command.uses {
        let category = if used.source == UseSource::Test {
            Category::TestResults
        } else {
            Category::SubstanceUse
        };
        entries.push(hand.write(category, Body::UseRecorded(used.clone())));
    }
    if let Some(postponed) = &command.postponed {
        entries.push(hand.write(
            Category::AbortionLoss,
            Body::DecisionPostponed(postponed.clone()),
        ));
    }
    if let Some(already) = &command.already_notified {
        let text = format!("Allerede underrettet: {already}");
        entries.push(hand.write(
            Category::AuthorityDecision,
            Body::NoteWritten(NoteWritten { text }),
        ));
    }
    entries
}

/// When she does not know that this is written, no part of it shows on her page before the authority releases it
/// (practice A9).
fn delayed(command: &RaiseConcern, hand: &Hand, entries: Vec<NewEntry>) -> Vec<NewEntry> {
    let knows = command.notify.as_ref().is_none_or(|n| n.told == Told::Yes);
    if knows {
        return entries;
    }
    entries
        .into_iter()
        .map(|entry| entry.when_released(hand.release_review()))
        .collect()
}

fn check(command: &RaiseConcern, hand: &Hand) -> Result<Option<Dated>, Refusal> {
    let mut check = Check::default();
    check.require(
        !command.words.trim().is_empty() || !command.signs.is_empty() || !command.uses.is_empty(),
        "words",
        Problem::Missing,
    );
    check.length(&command.words, "words");
    let dated = command
        .dating
        .map(|stated| dating(stated, hand.today()))
        .transpose()
        .unwrap_or_else(|(field, problem)| {
            check.add(field, problem);
            None
        });
    for used in &command.uses {
        let ordered = used
            .weeks
            .is_none_or(|(from, to)| from <= to && i64::from(to) <= LAST_WEEK);
        check.require(ordered, "uses", Problem::WeekOutOfRange);
    }
    if command.support_need == SupportNeed::Considering {
        match &command.postponed {
            None => check.add("postponed_until", Problem::Missing),
            Some(postponed) => {
                check.require(
                    postponed.until > hand.today(),
                    "postponed_until",
                    Problem::InThePast,
                );
                check.text(&postponed.reason, "postponed_reason");
            }
        }
    }
    if let Some(notify) = &command.notify {
        check.text(&notify.text, "notification_text");
        let needs_note = notify.told == Told::No;
        check.require(
            !needs_note || !notify.told_note.trim().is_empty(),
            "told_note",
            Problem::NeedsReason,
        );
    }
    if let Some(adults) = &command.adults {
        check.text(&adults.reason, "adult_reason");
        check.text(&adults.text, "adult_text");
    }
    check.done()?;
    Ok(dated)
}

/// Who receives what.
struct Receivers<'a> {
    family: Option<&'a Unit>,
    emergency: Option<&'a Unit>,
    adults: Option<&'a Unit>,
    clinic: Option<&'a Unit>,
    alcohol: Option<&'a Unit>,
    drugs: Option<&'a Unit>,
}

impl<'a> Receivers<'a> {
    fn find(command: &RaiseConcern, world: World<'a>) -> Result<Self, Refusal> {
        let notified = command
            .notify
            .as_ref()
            .and_then(|n| n.municipality.as_ref());
        let municipality = notified.or(command.municipality.as_ref());
        let serving =
            |kind| municipality.and_then(|m| world.directory.serving(kind, m, &command.region));
        let found = Self {
            family: serving(UnitKind::FamilyDepartment),
            emergency: world
                .out_of_hours
                .then(|| serving(UnitKind::EmergencyDuty))
                .flatten(),
            adults: serving(UnitKind::AdultAuthority),
            clinic: serving(UnitKind::FamilyClinic),
            alcohol: serving(UnitKind::AlcoholTreatment),
            drugs: serving(UnitKind::DrugTreatment),
        };
        let mut check = Check::default();
        if let Some(notify) = &command.notify {
            check.require(
                notify.family_authority,
                "notify_family",
                Problem::FamilyAuthorityMissing,
            );
            check.require(municipality.is_some(), "municipality", Problem::Missing);
            check.require(
                municipality.is_none() || found.family.is_some(),
                "municipality",
                Problem::NoSuchUnit,
            );
        }
        if command.adults.is_some() {
            check.require(found.adults.is_some(), "municipality", Problem::NoSuchUnit);
        }
        for refer in command.referrals.iter().filter(|r| r.answer.is_yes()) {
            check.require(municipality.is_some(), "municipality", Problem::Missing);
            check.require(
                municipality.is_none() || found.target(refer.target).is_some(),
                "referrals",
                Problem::NoSuchUnit,
            );
        }
        check.done()?;
        Ok(found)
    }

    fn target(&self, target: ReferralTarget) -> Option<&'a Unit> {
        match target {
            ReferralTarget::FamilyClinic => self.clinic,
            ReferralTarget::Alcohol => self.alcohol,
            ReferralTarget::Drugs => self.drugs,
        }
    }

    /// Sends the concern's own entries along: to the family authority with the notification, to a treatment or clinic
    /// with the referral she said yes to. Test results and what she considers go to nobody by themselves.
    fn send_along(&self, command: &RaiseConcern, entries: &mut [NewEntry]) {
        for entry in entries.iter_mut() {
            if !matches!(
                entry.envelope.category,
                Category::Coordination | Category::PregnancyBirth | Category::SubstanceUse
            ) {
                continue;
            }
            let mut sent = entry.clone();
            if command.notify.is_some() {
                for unit in self.family.into_iter().chain(self.emergency) {
                    sent = sent.also_to(unit.id.clone(), law("BL § 133"));
                }
            }
            let deliberates = matches!(&entry.body, Body::ConcernRaised(c) if c.support_need == SupportNeed::Considering);
            for refer in command
                .referrals
                .iter()
                .filter(|r| r.answer.is_yes() && !deliberates)
            {
                if let Some(unit) = self
                    .target(refer.target)
                    .filter(|_| concerns(refer.target, &entry.body))
                {
                    sent = sent.also_to(unit.id.clone(), her_yes());
                }
            }
            let opens = matches!(entry.body, Body::PathwayOpened(_));
            if let (Some(unit), Some(adults), true) = (self.adults, &command.adults, opens) {
                sent = sent.also_to(unit.id.clone(), adult_basis(Some(adults)));
            }
            *entry = sent;
        }
    }
}

/// Whether an entry belongs in a referral: the alcohol treatment hears of alcohol, the drug treatment of the rest.
pub(crate) fn concerns(target: ReferralTarget, body: &Body) -> bool {
    match (target, body) {
        (ReferralTarget::Alcohol, Body::UseRecorded(used)) => used.substance == "alkohol",
        (ReferralTarget::Drugs, Body::UseRecorded(used)) => used.substance != "alkohol",
        (ReferralTarget::Alcohol | ReferralTarget::Drugs, Body::ConcernRaised(_)) => false,
        _ => true,
    }
}

fn adult_basis(adults: Option<&TellAdults>) -> Basis {
    match adults.map(|a| a.basis) {
        Some(AdultBasis::Statute) => law("SUL § 43 stk. 2 / FVL § 28"),
        Some(AdultBasis::Consent) | None => Basis::Consent {
            note: "hun har sagt ja".into(),
            consent: None,
        },
    }
}

fn notification(
    (notify, kind): (&Notify, PathwayKind),
    hand: &Hand,
    (receivers, family): (&Receivers<'_>, &Unit),
    reference: &RefId,
) -> [NewEntry; 2] {
    let to: Vec<UnitId> = std::iter::once(family)
        .chain(receivers.emergency)
        .map(|u| u.id.clone())
        .collect();
    let notifier = notifier_kind(hand);
    let topic = Topic::about("notification", reference.as_str());
    let sent = Body::NotificationSent(NotificationSent {
        reference: reference.clone(),
        to: family.id.clone(),
        emergency: receivers.emergency.map(|u| u.id.clone()),
        text: notify.text.clone(),
        told: notify.told,
        told_note: notify.told_note.clone(),
        unborn: kind == PathwayKind::Pregnancy,
        notifier,
    });
    let received = Body::NotificationReceived(NotificationReceived {
        reference: reference.clone(),
        unit: family.id.clone(),
        unborn: kind == PathwayKind::Pregnancy,
        notifier,
        active_measure: false,
    });
    [sent, received].map(|body| {
        // What the authority has received is the authority's, though the notifier's step wrote it down.
        let theirs = matches!(body, Body::NotificationReceived(_));
        let mut entry = hand
            .write(Category::AuthorityDecision, body)
            .on(law("BL § 133"))
            .sent_to(to.iter().cloned())
            .about_topic(topic.clone())
            .when_released(hand.release_review());
        if theirs {
            entry.envelope.controller = family.controller.clone();
        }
        entry
    })
}

/// Professionals with the heightened duty are told later whether something started; volunteers and civil society are
/// not (practice B8).
fn notifier_kind(hand: &Hand) -> NotifierKind {
    if hand.author.function == crate::org::Function::CivilWorker {
        NotifierKind::Private
    } else {
        NotifierKind::Professional
    }
}

fn told_adults(adults: &TellAdults, hand: &Hand, unit: &Unit) -> NewEntry {
    let body = Body::AdultAuthorityInformed(AdultAuthorityInformed {
        to: unit.id.clone(),
        basis: adults.basis,
        reason: adults.reason.clone(),
        text: adults.text.clone(),
    });
    hand.write(Category::Social, body)
        .on(adult_basis(Some(adults)))
        .sent_to([unit.id.clone()])
}

fn referral(
    refer: &Refer,
    command: &RaiseConcern,
    hand: &Hand,
    receivers: &Receivers<'_>,
    ids: &mut dyn Ids,
) -> Vec<NewEntry> {
    let reference = RefId::new(ids.random());
    let topic = Topic::about("referral", reference.as_str());
    let category = super::referral::category(refer.target);
    let considered = Body::ReferralConsidered(ReferralConsidered {
        reference: reference.clone(),
        target: refer.target,
        answer: refer.answer,
    });
    let mut entries = vec![hand.write(category, considered).about_topic(topic.clone())];
    if let Some(to) = receivers
        .target(refer.target)
        .filter(|_| refer.answer.is_yes())
    {
        let sent = Body::ReferralSent(ReferralSent {
            reference,
            target: refer.target,
            to: to.id.clone(),
            answer: refer.answer,
            text: if refer.target == ReferralTarget::FamilyClinic {
                command.words.clone()
            } else {
                String::new()
            },
        });
        entries.push(
            hand.write(category, sent)
                .on(her_yes())
                .sent_to([to.id.clone()])
                .about_topic(topic),
        );
    }
    entries
}
