// SPDX-License-Identifier: EUPL-1.2
//! *Afslut opfølgningen*: others take over with the parents' yes, the municipality is notified, or the parents say no and a
//! position is taken. Nothing else ends a child's check-ups.

use super::super::information::{ground, grounds};
use super::super::task::field;
use super::super::{Case, typed, wrong};
use super::{PAGE, keeper, sent_before};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_domain::body::{EndingWay, Receiver, Told};
use traad_domain::decide::closing::{Ending, Telling};
use traad_domain::decide::information::Ground;
use traad_domain::id::UnitId;
use traad_domain::org::UnitKind;
use traad_domain::refusal::Problem;

/// Which field of the form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 15] = [
    ("ground", "grundlag"),
    ("way", "maade"),
    ("reason", "grund"),
    ("family", "familie"),
    ("ppr", "ppr"),
    ("visitor", "sundhedsplejen"),
    ("without", "uden"),
    ("needs", "behov"),
    ("strengths", "styrker"),
    ("challenges", "udfordringer"),
    ("exposure", "eksponering-med"),
    ("ground_reason", "hvorfor"),
    ("letter", "underretning"),
    ("told", "ved"),
    ("told_note", "ved-note"),
];

/// The form.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = keeper(visit)?;
    show(visit, &case, 200, visit.blank())
}

/// Ends them, or asks others to take over.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = match keeper(visit) {
        Ok(case) => case,
        // A second click finds them ended by the first.
        Err(fault) => return sent_before(visit)?.ok_or(fault),
    };
    let mut form = visit.sent();
    let Some(told) = read(visit, &mut form) else {
        return show(visit, &case, 422, form);
    };
    match visit.app.end_checkups(&case.ctx, &case.id, &told) {
        Ok(_) => Ok(case.to(PAGE, "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn read(visit: &Visit, form: &mut Form) -> Option<Ending> {
    let way = EndingWay::from_code(form.value("maade"));
    if way.is_none() {
        wrong(visit, form, "maade", Problem::NotChosen);
    }
    let hands_over = way == Some(EndingWay::HandedOver);
    let telling = telling(visit, form, hands_over);
    let text = |name: &str| typed(form, name).unwrap_or_default();
    let named = [
        (Receiver::FamilyFollows, typed(form, "familie")),
        (Receiver::Ppr, typed(form, "ppr")),
        (Receiver::HealthVisitor, typed(form, "sundhedsplejen")),
    ];
    let receivers = named.into_iter();
    let receivers = receivers.filter_map(|(receiver, unit)| Some((receiver, UnitId::new(unit?))));
    Some(Ending {
        way: way?,
        reason: text("grund"),
        receivers: receivers.collect(),
        telling: telling?,
        without: text("uden"),
        letter: text("underretning"),
        told: Told::from_code(form.value("ved")),
        told_note: text("ved-note"),
    })
}

/// The three sections, exposure and the ground. The ground is asked for only where something is passed on.
pub(super) fn telling(visit: &Visit, form: &mut Form, passes_on: bool) -> Option<Telling> {
    let ground = if passes_on {
        ground(visit, form)
    } else {
        Some(Ground::Consent)
    };
    let text = |name: &str| typed(form, name).unwrap_or_default();
    let (needs, strengths, challenges) = (text("behov"), text("styrker"), text("udfordringer"));
    if ground.is_none() {
        // All that lacks is named in one answer.
        for (name, value) in [
            ("behov", &needs),
            ("styrker", &strengths),
            ("udfordringer", &challenges),
        ] {
            if value.is_empty() {
                wrong(visit, form, name, Problem::Missing);
            }
        }
    }
    let exposure = match form.value("eksponering-med") {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => None,
    };
    Some(Telling {
        needs,
        strengths,
        challenges,
        exposure,
        ground: ground?,
        reason: typed(form, "hvorfor").unwrap_or_default(),
        tell: false,
    })
}

/// The three sections, whether the cause goes along, and on what ground.
pub(super) fn telling_fields(visit: &Visit, case: &Case, kind: AskKind) -> Vec<AskField> {
    let t = &visit.t;
    let along = ["ja", "nej"].map(|code| Choice::new(code, t.of("onward-exposure", code)));
    let mut fields = vec![
        field("behov", "moving-needs", kind.clone()),
        field("styrker", "moving-strengths", kind.clone()),
        field("udfordringer", "moving-challenges", kind),
    ];
    if case.view.pathway.exposure_position().stands() {
        let along = AskKind::One(along.to_vec());
        fields.push(field("eksponering-med", "onward-exposure", along));
    }
    fields.push(grounds(visit, case));
    fields.push(field("hvorfor", "information-why", AskKind::Note));
    fields
}

/// The units of a kind where the child lives.
pub(super) fn units(case: &Case, kind: UnitKind) -> AskKind {
    let own = &case.ctx.actor.unit.id;
    let units = case.units().into_iter();
    let units = units.filter(|unit| unit.kind == kind && &unit.id != own);
    let choices = units.map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()));
    AskKind::List(choices.collect())
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let t = &visit.t;
    let ways = EndingWay::ALL.iter().map(|way| Choice {
        help: t.opt(&format!("checkups-ending-help.{}", way.code())),
        ..Choice::new(way.code(), t.of("checkups-ending", way.code()))
    });
    let told =
        [Told::Yes, Told::No].map(|one| Choice::new(one.code(), t.of("moving-told", one.code())));
    let mut fields = vec![
        field("maade", "checkups-ending", AskKind::One(ways.collect())),
        field("grund", "checkups-ending-why", AskKind::Note),
        field(
            "familie",
            "checkups-family",
            units(case, UnitKind::FamilyDepartment),
        ),
        field("ppr", "checkups-ppr", units(case, UnitKind::Ppr)),
        field(
            "sundhedsplejen",
            "checkups-visitor",
            units(case, UnitKind::HealthVisitors),
        ),
        field("uden", "checkups-without", AskKind::Note),
    ];
    fields.extend(telling_fields(visit, case, AskKind::Note));
    fields.push(field("underretning", "checkups-letter", AskKind::Note));
    fields.push(field("ved", "checkups-told", AskKind::One(told.to_vec())));
    fields.push(field("ved-note", "checkups-told-note", AskKind::Note));
    let view = AskForm {
        about: case.about(visit),
        form,
        title: t.s("checkups-end"),
        lead: Some(t.of("checkups-end", "lead")),
        button: t.of("checkups-end", "button"),
        post: paths::pathway(case.id.as_str(), &format!("{PAGE}/afslut")),
        fields,
    };
    visit.page_with(status, Section::Other, &view)
}
