// SPDX-License-Identifier: EUPL-1.2
//! *Underret og overlevér til den nye kommune*: needs, strengths, challenges and where exposure stands go along in any case;
//! by law (barnets lov § 132) with a summary, or on a consent.

use super::super::information::{CONSENT, entries, yes_words};
use super::super::task::field;
use super::super::{Case, chosen, needed, open, typed, wrong};
use crate::page::agreement::cite;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::{Lang, T};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_domain::body::{ExposurePosition, Told};
use traad_domain::decide::information::Ground;
use traad_domain::decide::moving::{HandOver, LAW};
use traad_domain::id::EntryId;
use traad_domain::refusal::{NotNow, Problem};

/// Which field of the form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 9] = [
    ("municipality", "grundlag"),
    ("summary", "resume"),
    ("needs", "behov"),
    ("strengths", "styrker"),
    ("challenges", "udfordringer"),
    ("exposure", "eksponering"),
    ("protected", "beskyttet"),
    ("told", "ved"),
    ("told_note", "ved-note"),
];

/// The form; of a child with where exposure stands already.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let case = hander(visit)?;
    let mut form = visit.blank();
    if let Some(stated) = case.view.pathway.exposure_position().handed_over() {
        form.values
            .push(("eksponering".to_owned(), stated.code().to_owned()));
    }
    show(visit, &case, 200, form)
}

/// Sends it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let mut case = hander(visit)?;
    let mut form = visit.sent();
    let Some(told) = read(visit, &mut form) else {
        return show(visit, &case, 422, form);
    };
    let lets_know = match form.value("beskyttet") {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => None,
    };
    let sent = visit
        .app
        .hand_over_to_kommune(&case.ctx, &case.id, (&told, lets_know));
    match sent {
        Ok(_) => Ok(case.to("", "sendt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, status, form)
        }
    }
}

fn hander(visit: &Visit) -> Result<Case, Fault> {
    let case = open(visit)?;
    let may = visit.app.may_move(&case.ctx, &case.view);
    if may.hand_over {
        return Ok(case);
    }
    Err(Fault::NotNow(if !may.register {
        NotNow::ForTheAuthority
    } else if case.view.pathway.awaiting_kommune().is_some() {
        NotNow::AlreadyDone
    } else {
        NotNow::NotMoved
    }))
}

fn read(visit: &Visit, form: &mut Form) -> Option<HandOver> {
    let ground = match form.value("grundlag") {
        "" => None,
        CONSENT => Some(Ground::Consent),
        _ => Some(Ground::Law(LAW.to_owned())),
    };
    if ground.is_none() {
        wrong(visit, form, "grundlag", Problem::NotChosen);
    }
    let position = ExposurePosition::from_code(form.value("eksponering"));
    if ground.is_none() {
        // All that lacks is named in one answer.
        for field in ["behov", "styrker", "udfordringer"] {
            needed(visit, form, field);
        }
        if position.is_none() {
            wrong(visit, form, "eksponering", Problem::NotChosen);
        }
    }
    // What is sent is read in another kommune: in Danish, whatever language the writer reads.
    let danish = T::new(Lang::Da);
    let exposure = position.map(|position| {
        let words = danish.of("moving-exposure", position.code());
        (position, danish.a("moving-position", &("position", words)))
    });
    let text = |name: &str| typed(form, name).unwrap_or_default();
    Some(HandOver {
        summary: text("resume"),
        needs: text("behov"),
        strengths: text("styrker"),
        challenges: text("udfordringer"),
        exposure,
        entries: chosen(form, "poster").map(EntryId::new).collect(),
        ground: ground?,
        told: Told::from_code(form.value("ved")),
        told_note: text("ved-note"),
    })
}

fn fields(visit: &Visit, case: &Case) -> Vec<AskField> {
    let t = &visit.t;
    // The new kommune takes the whole case: it is told where exposure stands.
    let positions = ExposurePosition::ALL.iter();
    let positions = positions
        .filter(|position| **position != ExposurePosition::NotTold)
        .map(|position| Choice::new(position.code(), t.of("moving-exposure", position.code())));
    let grounds = vec![
        Choice::new("lov", t.s("moving-ground.lov")),
        Choice::new(CONSENT, yes_words(visit, case)),
    ];
    let told = [Told::Yes, Told::No];
    let told = told.map(|told| Choice::new(told.code(), t.of("moving-told", told.code())));
    let mut fields = vec![
        field("behov", "moving-needs", AskKind::Area),
        field("styrker", "moving-strengths", AskKind::Area),
        field("udfordringer", "moving-challenges", AskKind::Area),
        field(
            "eksponering",
            "moving-exposure",
            AskKind::One(positions.collect()),
        ),
        field("grundlag", "moving-ground", AskKind::One(grounds)),
        field("resume", "moving-summary", AskKind::Note),
        field(
            "poster",
            "moving-entries",
            AskKind::Many(entries(visit, case, false)),
        ),
    ];
    let own = &case.ctx.actor.unit.id;
    let person = case.view.person.as_ref();
    if person.is_some_and(|person| person.protected_for(own).is_some()) {
        let answers = ["ja", "nej"].map(|code| Choice::new(code, t.of("moving-protected", code)));
        let ask = AskKind::One(answers.to_vec());
        fields.push(field("beskyttet", "moving-protected", ask));
    }
    fields.push(field("ved", "moving-told", AskKind::One(told.to_vec())));
    fields.push(field("ved-note", "moving-told-note", AskKind::Note));
    fields
}

fn show(visit: &Visit, case: &Case, status: u16, form: Form) -> Result<Answer, Fault> {
    let to = case.view.pathway.moves_to();
    let to = to.and_then(|to| visit.app.catalogue().municipality(to.as_str()));
    let to = to.map(|to| to.name.clone()).unwrap_or_default();
    let lead = visit.t.a("moving-handover.lead", &("kommune", to));
    // What the agreement says of transitions stands where one begins (row S2-076).
    let agreed = cite(visit, case.view.agreement.as_ref(), "overgange");
    let lead = std::iter::once(lead).chain(agreed).collect::<Vec<_>>();
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s("moving-handover"),
        lead: Some(lead.join(" ")),
        button: visit.t.of("moving-handover", "button"),
        post: paths::pathway(case.id.as_str(), "flytning/overlevering"),
        fields: fields(visit, case),
    };
    visit.page_with(status, Section::Other, &view)
}
