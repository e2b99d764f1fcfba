// SPDX-License-Identifier: EUPL-1.2
//! His foster family: the placement, what was offered, and what the law asks of the authority since.

use super::{DAY, MOTHER};
use crate::ctx::Ctx;
use crate::demo::story::Teller;
use crate::error::AppError;
use std::collections::BTreeMap;
use traad_domain::body::{
    CarersHelp, CarersOffered, CarersTold, ChildPlaced, ExposureConsidered, OfferAnswer,
    ParentsSupportOffered, PlacementHome, StepTaken,
};
use traad_domain::decide::information::Showing;
use traad_domain::id::{PathwayId, RefId};
use traad_domain::time::{Occurred, local_date};

/// Placed when he was two; the carers know what they need from the first day, and his mother was offered support.
pub(super) fn placed(teller: &Teller<'_>, child: &PathwayId) -> Result<(), AppError> {
    let (app, by) = (teller.app, teller.ago(600 * DAY, "familie2")?);
    let on = local_date(by.now);
    let none = || RefId::new("");
    let placed = ChildPlaced {
        placement: none(),
        kind: "forstærket".to_owned(),
        decided: on,
        from: on,
        until: None,
        parents: vec![MOTHER.to_owned()],
        deviation: None,
    };
    let home = PlacementHome {
        placement: none(),
        place: "Familien Test Bakkegård".to_owned(),
        address: "Testvej 7".to_owned(),
        phone: "00 00 99 07".to_owned(),
        carers: vec!["Gerda Test Bakkegård".to_owned()],
    };
    app.place_child(&by, child, (&placed, &home))?;
    let told = CarersTold {
        placement: none(),
        needs: "Sover bedst i mørke og spiser lidt ad gangen.".to_owned(),
        helps: "At blive båret tæt ind til kroppen.".to_owned(),
        triggers: "Støj og hurtige skift.".to_owned(),
        medicine: String::new(),
        adapted: "Ingen besøg den første måned.".to_owned(),
        background: String::new(),
        call: "Familieafdelingen, 00 00 01 03".to_owned(),
    };
    app.tell_carers(&by, child, &told)?;
    offered(teller, child, &by)
}

/// What the carers and his mother were offered.
fn offered(teller: &Teller<'_>, child: &PathwayId, by: &Ctx) -> Result<(), AppError> {
    let (app, on) = (teller.app, local_date(by.now));
    let none = || RefId::new("");
    let offers = [
        (
            CarersHelp::Knowledge,
            "Kursus om børn, der er født med alkoholskader.",
        ),
        (CarersHelp::Support, "Vejledning hver 14. dag."),
        (CarersHelp::Tools, "Et fast skema med billeder."),
    ];
    for (what, content) in offers {
        let offered = CarersOffered {
            placement: none(),
            what,
            answer: OfferAnswer::Yes,
            on,
            content: content.to_owned(),
        };
        app.offer_carers(by, child, &offered)?;
    }
    let parent = ParentsSupportOffered {
        placement: none(),
        parent: MOTHER.to_owned(),
        answer: OfferAnswer::Yes,
        on,
        content: "Støtteperson og samtaler.".to_owned(),
    };
    app.offer_parent(by, child, &parent)?;
    let considered = ExposureConsidered {
        recognised: true,
        acted_on: true,
        note: "Moren har selv fortalt det, og plejefamilien er vejledt.".to_owned(),
    };
    app.consider_exposure(by, child, &considered).map(drop)
}

/// His mother sees on her page that he is placed, never where.
pub(super) fn shown(teller: &Teller<'_>, child: &PathwayId) -> Result<(), AppError> {
    let by = teller.ago(595 * DAY, "familie2")?;
    let view = teller.app.pathway(&by, child)?;
    let placement = view.pathway.placements.current();
    let placement = placement.ok_or(AppError::NotFound)?;
    let what = (placement.reference().as_str(), &Showing::Now);
    teller.app.show_to_party(&by, child, what).map(drop)
}

/// A step of the law that fulfils a duty, so many days ago.
pub(super) fn kept(
    teller: &Teller<'_>,
    child: &PathwayId,
    (days, rule, step): (i64, &str, &str),
) -> Result<(), AppError> {
    let by = teller.ago(days * DAY, "familie2")?;
    let view = teller.app.pathway(&by, child)?;
    let Some(line) = view.duties.iter().find(|line| line.rule == rule) else {
        return Ok(());
    };
    let taken = StepTaken {
        step: step.to_owned(),
        attributes: BTreeMap::new(),
        note: String::new(),
    };
    let duty = (rule, line.key.as_str());
    teller
        .app
        .take_step(&by, child, duty, (&taken, Occurred::at(by.now)))
        .map(drop)
}
