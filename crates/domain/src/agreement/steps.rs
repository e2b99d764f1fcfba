// SPDX-License-Identifier: EUPL-1.2
//! The steps of an agreement: written, answered in full, proposed, approved by three, succeeded by a new version, ended.
//!
//! A version that has been proposed is never changed, but for each party's own contact persons, who come and go.

use super::{Agreement, Answers, Approval, Contact, Forum, Party, Stage, speaks_for, takes_part};
use crate::id::MunicipalityCode;
use crate::org::{Employment, Unit};
use crate::refusal::{Check, NotNow, Problem, Refusal};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Who takes a step, and when.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// The employment.
    pub employment: &'a Employment,
    /// Its unit.
    pub unit: &'a Unit,
    /// Today in Denmark.
    pub today: Date,
}

impl By<'_> {
    fn may(&self, agreement: &Agreement) -> Result<Party, Refusal> {
        takes_part(self.employment.function, self.unit, agreement)
            .ok_or(Refusal::NotNow(NotNow::NotAParty))
    }

    /// Only a leader of a party registers fora: those of the own region, and of the own kommune.
    fn may_register(&self, forum: &Forum) -> Result<(), Refusal> {
        let own = &self.unit.municipality;
        let ours = forum.region == self.unit.region
            && (forum.municipality.is_none() || forum.municipality == *own);
        let leads = speaks_for(self.employment.function, self.unit).is_some();
        if leads && ours {
            Ok(())
        } else {
            Err(Refusal::NotNow(NotNow::NotAParty))
        }
    }
}

/// What an agreement begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Title as people say it.
    pub title: String,
    /// ISO 3166-2 code of the region.
    pub region: String,
    /// The kommune, for an annex or an agreement of one kommune.
    pub municipality: Option<MunicipalityCode>,
    /// The frame an annex adds to.
    pub frame: Option<String>,
    /// The forum it is anchored in.
    pub forum: Option<String>,
    /// First day in force, if approved by then.
    pub from: Date,
}

/// Begins an agreement.
///
/// # Errors
/// When the writer is no leader of a party, or the title is missing.
pub fn draft(id: String, wish: Draft, by: By<'_>) -> Result<Agreement, Refusal> {
    let agreement = Agreement {
        id,
        title: wish.title.trim().to_owned(),
        region: wish.region,
        municipality: wish.municipality,
        frame: wish.frame,
        forum: wish.forum,
        further_parties: Vec::new(),
        version: 1,
        stage: Stage::Draft,
        from: wish.from,
        to: None,
        approvals: Vec::new(),
        left_to_annex: Vec::new(),
        answers: Answers::default(),
    };
    by.may(&agreement)?;
    sensible(&agreement)?;
    Ok(agreement)
}

/// Changes a draft.
///
/// # Errors
/// When it is no draft, the writer is no party, or a value makes no sense. Missing answers are no error yet.
pub fn edit(
    agreement: &Agreement,
    by: By<'_>,
    change: impl FnOnce(&mut Agreement),
) -> Result<Agreement, Refusal> {
    by.may(agreement)?;
    is_draft(agreement)?;
    let mut changed = agreement.clone();
    change(&mut changed);
    sensible(&changed)?;
    Ok(changed)
}

fn is_draft(agreement: &Agreement) -> Result<(), Refusal> {
    if agreement.stage == Stage::Draft {
        Ok(())
    } else {
        Err(Refusal::NotNow(NotNow::NotADraft))
    }
}

/// Longest time an answer can ask for: ten years in days. Larger numbers are slips of the finger.
const LONGEST: u32 = 3_650;

/// What must hold of every version, also of one being written.
fn sensible(agreement: &Agreement) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.text(&agreement.title, "titel");
    let answers = &agreement.answers;
    for (code, number) in answers.numbers() {
        check.require(number <= LONGEST, code, Problem::NotANumber);
    }
    let positions: BTreeSet<_> = answers.meetings_positions.iter().collect();
    let distinct = positions.len() == answers.meetings_positions.len();
    check.require(distinct, "moeder-hvornaar", Problem::Twice);
    for (field, parts) in [
        ("ansvar", &answers.responsibilities),
        ("ivaerksaetter", &answers.initiators),
    ] {
        let names: BTreeSet<String> = parts.iter().map(|p| p.part.trim().to_lowercase()).collect();
        check.require(names.len() == parts.len(), field, Problem::Twice);
    }
    check.done()
}

/// Sends a draft to its parties. `frame` is the version of the frame that an annex adds to.
///
/// # Errors
/// Names exactly what is unanswered, halves too; the parts without a responsible; the parties nobody can reach; and in an
/// annex what contradicts the frame.
pub fn propose(
    agreement: &Agreement,
    frame: Option<&Agreement>,
    by: By<'_>,
) -> Result<Agreement, Refusal> {
    by.may(agreement)?;
    is_draft(agreement)?;
    sensible(agreement)?;
    let mut check = Check::default();
    let whole = match frame {
        Some(frame) => {
            for code in frame.answers.contradicted_by(&agreement.answers) {
                check.add(code, Problem::Contradicts);
            }
            check.require(
                !agreement.answers.given().is_empty(),
                "titel",
                Problem::NothingAnswered,
            );
            frame.answers.with(&agreement.answers)
        }
        None => agreement.answers.clone(),
    };
    let left = |code: &str| frame.is_none() && agreement.left_to_annex.iter().any(|c| c == code);
    for question in whole.missing() {
        check.require(left(question.code), question.code, Problem::Missing);
    }
    for (field, parts) in [
        ("ansvar", &whole.responsibilities),
        ("ivaerksaetter", &whole.initiators),
    ] {
        let responsible = parts.iter().all(|part| part.actor.is_some());
        check.require(responsible, field, Problem::NoResponsible);
    }
    let contacts = whole.contacts.is_empty() || whole.unreachable().is_empty() || left("kontakter");
    check.require(contacts, "kontakter", Problem::Unreachable);
    let placed = u32::try_from(whole.meetings_positions.len()).unwrap_or(u32::MAX);
    let enough = placed == 0
        || whole
            .meetings_minimum
            .is_none_or(|minimum| minimum <= placed);
    check.require(enough, "moeder-hvornaar", Problem::TooFewPositions);
    check.done()?;
    Ok(Agreement {
        stage: Stage::Proposed,
        ..agreement.clone()
    })
}

/// Approves for the party of the approver; a municipal party for its kommune alone, and with that joins it.
///
/// # Errors
/// When it has not been proposed, has ended, or the party has approved.
pub fn approve(agreement: &Agreement, by: By<'_>) -> Result<Agreement, Refusal> {
    let party = by.may(agreement)?;
    if agreement.stage == Stage::Draft {
        return Err(Refusal::NotNow(NotNow::NotProposed));
    }
    if agreement.to.is_some_and(|to| to < by.today) {
        return Err(Refusal::NotNow(NotNow::AgreementEnded));
    }
    let municipality = by
        .unit
        .municipality
        .clone()
        .filter(|_| party.is_municipal());
    let same = |a: &Approval| {
        a.party == party && (a.municipality == municipality || a.municipality.is_none())
    };
    if agreement.approvals.iter().any(same) {
        return Err(Refusal::NotNow(NotNow::AlreadyApproved));
    }
    let mut approved = agreement.clone();
    approved.approvals.push(Approval {
        party,
        municipality,
        on: by.today,
        by: format!("{}, {}", by.employment.name, by.unit.name),
        employment: Some(by.employment.id.clone()),
    });
    Ok(approved)
}

/// Takes a proposed version back to be written on; approvals given are gone with it.
///
/// # Errors
/// When it is not waiting, or somewhere in force: then a new version is the way.
pub fn send_back(agreement: &Agreement, by: By<'_>) -> Result<Agreement, Refusal> {
    by.may(agreement)?;
    if agreement.stage == Stage::Draft {
        return Err(Refusal::NotNow(NotNow::NotProposed));
    }
    let settled = |m: &MunicipalityCode| agreement.in_force_from(m).is_some();
    if agreement.joining().iter().any(settled) {
        return Err(Refusal::NotNow(NotNow::ApprovedByAll));
    }
    Ok(Agreement {
        stage: Stage::Draft,
        approvals: Vec::new(),
        ..agreement.clone()
    })
}

/// Begins the next version with the same answers.
///
/// # Errors
/// When a newer version is there already.
pub fn succeed(
    agreement: &Agreement,
    all: &[Agreement],
    from: Date,
    by: By<'_>,
) -> Result<Agreement, Refusal> {
    by.may(agreement)?;
    if agreement.stage == Stage::Draft {
        return Err(Refusal::NotNow(NotNow::NotProposed));
    }
    if all
        .iter()
        .any(|other| other.id == agreement.id && other.version > agreement.version)
    {
        return Err(Refusal::NotNow(NotNow::NewerVersion));
    }
    Ok(Agreement {
        version: agreement.version + 1,
        stage: Stage::Draft,
        approvals: Vec::new(),
        from,
        to: None,
        ..agreement.clone()
    })
}

/// Ends an agreement after a last day.
///
/// # Errors
/// When the day has passed or lies before its first, or it is a draft.
pub fn end(agreement: &Agreement, last: Date, by: By<'_>) -> Result<Agreement, Refusal> {
    by.may(agreement)?;
    if agreement.stage == Stage::Draft {
        return Err(Refusal::NotNow(NotNow::NotProposed));
    }
    let mut check = Check::default();
    check.require(last >= by.today, "til", Problem::InThePast);
    check.done()?;
    Ok(Agreement {
        to: Some(last),
        ..agreement.clone()
    })
}

/// Writes the contact persons of the writer's own party anew and says that they are right today. People change more often
/// than agreements; in a draft the contacts of all parties are written with [`edit`].
///
/// # Errors
/// When the writer is no party.
pub fn keep_contacts(
    agreement: &Agreement,
    own: Vec<Contact>,
    by: By<'_>,
) -> Result<Agreement, Refusal> {
    let party = by.may(agreement)?;
    let mut check = Check::default();
    check.require(
        own.iter().all(|c| Party::of(c.actor) == Some(party)),
        "kontakter",
        Problem::NotInUnit,
    );
    check.done()?;
    let mut kept = agreement.clone();
    kept.answers
        .contacts
        .retain(|c| Party::of(c.actor) != Some(party));
    let confirmed = own.into_iter().map(|c| Contact {
        confirmed: Some(by.today),
        ..c
    });
    kept.answers.contacts.extend(confirmed);
    Ok(kept)
}

/// Whether a forum can be registered as it is written.
///
/// # Errors
/// When the writer leads no party there, or the forum has no name or no members.
pub fn register(forum: &Forum, by: By<'_>) -> Result<(), Refusal> {
    by.may_register(forum)?;
    let mut check = Check::default();
    check.text(&forum.name, "navn");
    check.require(!forum.members.is_empty(), "medlemmer", Problem::NotChosen);
    check.length(&forum.how, "hvordan");
    check.done()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{frame, odense};
    use super::super::{Part, Who};
    use super::*;
    use crate::fixture;
    use crate::org::{Function, UnitKind};
    use crate::refusal::FieldProblem;
    use jiff::civil::date;

    fn unit(kind: UnitKind, municipality: Option<&str>) -> Unit {
        Unit {
            name: "Enheden".into(),
            municipality: municipality.map(MunicipalityCode::new),
            region: "DK-83".into(),
            ..fixture::unit("u", kind)
        }
    }

    fn leader(function: Function) -> Employment {
        Employment {
            name: "Lone Test".into(),
            ..fixture::employment("e", "u", function)
        }
    }

    fn step<T>(kind: UnitKind, kommune: Option<&str>, take: impl FnOnce(By<'_>) -> T) -> T {
        let (employment, unit) = (leader(Function::Leader), unit(kind, kommune));
        take(By {
            employment: &employment,
            unit: &unit,
            today: date(2026, 3, 3),
        })
    }

    fn whole() -> Agreement {
        let part = |part: &str, actor| Part {
            part: part.into(),
            actor: Some(actor),
            with: Vec::new(),
            phase: None,
            payer: None,
        };
        let contact = |actor| Contact {
            actor,
            name: "Vagten".into(),
            reach: "00 00 00 00".into(),
            deputy: None,
            confirmed: None,
        };
        let mut agreement = frame(&[]);
        agreement.stage = Stage::Draft;
        agreement.answers = Answers {
            coordinator_actor: Some(UnitKind::FamilyDepartment),
            coordinator_expectations: Some("Svarer samme dag".into()),
            convener: Some(Who::Coordinator),
            meetings_minimum: Some(2),
            meetings_positions: vec!["gestation 16+0".into(), "birth + 4 weeks".into()],
            notice_days: Some(10),
            notice_how: Some("Sikker post".into()),
            involvement: Some(Who::Coordinator),
            consent_collector: Some(Who::Actor(UnitKind::FamilyClinic)),
            network_when: Some("Når hun vil".into()),
            network_how: Some("Hun inviterer".into()),
            plan_contents: Some("Mål".into()),
            plan_author: Some(Who::Coordinator),
            initiators: vec![part("Familiebehandling", UnitKind::FamilyDepartment)],
            support_what: Some("Ledsagelse".into()),
            support_by: Some(Who::Actor(UnitKind::FamilyDepartment)),
            support_when: Some("Straks".into()),
            plan_follower: Some(Who::Coordinator),
            transitions: Some("Afgiver er ansvarlig til modtager har sagt ja".into()),
            contacts: [
                UnitKind::FamilyDepartment,
                UnitKind::AlcoholTreatment,
                UnitKind::FamilyClinic,
            ]
            .map(contact)
            .into(),
            responsibilities: vec![part("Myndighed", UnitKind::FamilyDepartment)],
            may_be_called: vec![UnitKind::Psychiatry],
            common_for_region: Some(true),
            ..Answers::default()
        };
        agreement
    }

    fn family<T>(take: impl FnOnce(By<'_>) -> T) -> T {
        step(UnitKind::FamilyDepartment, Some("0461"), take)
    }

    fn wrong(result: Result<Agreement, Refusal>) -> Vec<(&'static str, Problem)> {
        match result {
            Err(Refusal::Invalid(problems)) => problems
                .into_iter()
                .map(|FieldProblem { field, problem }| (field, problem))
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn s2_066_what_is_not_answered_is_named_by_halves_and_stops_it() {
        let mut agreement = whole();
        assert!(family(|by| propose(&agreement, None, by)).is_ok());
        agreement.answers.network_how = None;
        agreement.answers.meetings_positions.clear();
        assert_eq!(
            wrong(family(|by| propose(&agreement, None, by))),
            [
                ("moeder-hvornaar", Problem::Missing),
                ("netvaerk-hvordan", Problem::Missing)
            ]
        );
        agreement.left_to_annex = vec!["netvaerk-hvordan".into(), "moeder-hvornaar".into()];
        assert!(family(|by| propose(&agreement, None, by)).is_ok());
    }

    #[test]
    fn s2_058_a_part_without_a_responsible_and_a_party_without_a_contact_stop_it() {
        let mut agreement = whole();
        agreement.answers.responsibilities[0].actor = None;
        agreement.answers.contacts.remove(0);
        agreement.answers.meetings_minimum = Some(3);
        assert_eq!(
            wrong(family(|by| propose(&agreement, None, by))),
            [
                ("ansvar", Problem::NoResponsible),
                ("kontakter", Problem::Unreachable),
                ("moeder-hvornaar", Problem::TooFewPositions)
            ]
        );
    }

    #[test]
    fn s2_059_an_annex_that_contradicts_is_refused_and_one_that_fills_in_is_not() {
        let mut frame = whole();
        frame.answers.network_how = None;
        frame.left_to_annex = vec!["netvaerk-hvordan".into()];
        let mut annex = Agreement {
            answers: Answers::default(),
            frame: Some("a".into()),
            municipality: Some(odense()),
            ..whole()
        };
        annex.answers.coordinator_actor = Some(UnitKind::FamilyClinic);
        assert_eq!(
            wrong(family(|by| propose(&annex, Some(&frame), by))),
            [
                ("koordinator-fra", Problem::Contradicts),
                ("netvaerk-hvordan", Problem::Missing)
            ]
        );
        annex.answers = Answers {
            network_how: Some("Hun ringer".into()),
            ..Answers::default()
        };
        assert!(family(|by| propose(&annex, Some(&frame), by)).is_ok());
    }

    #[test]
    fn s2_057_two_parties_are_not_enough_and_nobody_approves_twice_or_for_others() {
        let proposed = family(|by| propose(&whole(), None, by)).unwrap();
        let one = family(|by| approve(&proposed, by)).unwrap();
        assert_eq!(
            family(|by| approve(&one, by)),
            Err(Refusal::NotNow(NotNow::AlreadyApproved))
        );
        let two = step(UnitKind::DrugTreatment, Some("0461"), |by| {
            approve(&one, by)
        })
        .unwrap();
        assert_eq!(two.in_force_from(&odense()), None);
        assert!(family(|by| send_back(&two, by)).is_ok());
        let three = step(UnitKind::FamilyClinic, None, |by| approve(&two, by)).unwrap();
        assert_eq!(three.in_force_from(&odense()), Some(date(2026, 3, 4)));
        assert_eq!(
            family(|by| send_back(&three, by)),
            Err(Refusal::NotNow(NotNow::ApprovedByAll))
        );
        let caseworker = leader(Function::Caseworker);
        let unit = unit(UnitKind::FamilyDepartment, Some("0440"));
        let by = By {
            employment: &caseworker,
            unit: &unit,
            today: date(2026, 3, 3),
        };
        assert_eq!(approve(&three, by), Err(Refusal::NotNow(NotNow::NotAParty)));
    }

    #[test]
    fn s2_059_a_new_kommune_joins_by_its_own_two_parties() {
        let in_force = frame(Party::ALL);
        let neighbour = MunicipalityCode::new("0440");
        let joining = step(UnitKind::FamilyDepartment, Some("0440"), |by| {
            approve(&in_force, by)
        })
        .unwrap();
        assert_eq!(joining.in_force_from(&neighbour), None);
        let joined = step(UnitKind::AlcoholTreatment, Some("0440"), |by| {
            approve(&joining, by)
        })
        .unwrap();
        assert_eq!(joined.in_force_from(&neighbour), Some(date(2026, 3, 4)));
    }

    #[test]
    fn a_proposed_version_is_not_changed_but_succeeded() {
        let proposed = family(|by| propose(&whole(), None, by)).unwrap();
        let change = |a: &mut Agreement| a.answers.notice_days = Some(1);
        assert_eq!(
            family(|by| edit(&proposed, by, change)),
            Err(Refusal::NotNow(NotNow::NotADraft))
        );
        let next = family(|by| {
            succeed(
                &proposed,
                std::slice::from_ref(&proposed),
                date(2027, 1, 1),
                by,
            )
        })
        .unwrap();
        assert_eq!(
            (next.version, next.stage, next.approvals.len()),
            (2, Stage::Draft, 0)
        );
        let both = [proposed, next];
        let again = family(|by| succeed(&both[0], &both, date(2027, 1, 1), by));
        assert_eq!(again, Err(Refusal::NotNow(NotNow::NewerVersion)));
    }

    #[test]
    fn s2_077_each_party_keeps_its_own_contact_persons() {
        let agreement = whole();
        let kept = family(|by| keep_contacts(&agreement, Vec::new(), by)).unwrap();
        assert_eq!(kept.answers.unreachable(), [Party::FamilyAuthority]);
        let other = agreement.answers.contacts[1].clone();
        assert_eq!(
            wrong(family(|by| keep_contacts(&agreement, vec![other], by))),
            [("kontakter", Problem::NotInUnit)]
        );
        let own = Contact {
            confirmed: None,
            ..agreement.answers.contacts[0].clone()
        };
        let kept = family(|by| keep_contacts(&agreement, vec![own], by)).unwrap();
        assert_eq!(
            kept.answers.contacts.last().unwrap().confirmed,
            Some(date(2026, 3, 3))
        );
    }
}
