// SPDX-License-Identifier: EUPL-1.2
//! *Skriv i forløbet*: what can be done in a pathway now. In a child's there is so much that it stands by what one wants to
//! do; in every other one list is short enough to be read.

use super::dated;
use crate::paths;
use crate::server::{Fault, Visit};
use crate::view::duty::Action;
use crate::view::pathway::ActionGroup;
use traad_app::{Ctx, MayEnd, MayMove, PathwayView};
use traad_domain::age::{ADULT, OWN_HEALTH, years};
use traad_domain::body::{PathwayKind, Receiver};
use traad_domain::decide::advice::can_ask;
use traad_domain::decide::course::closes;
use traad_domain::decide::hypothesis::gives_signs_alone;
use traad_domain::pathway::Pathway;
use traad_domain::person::{Identity, Person};

/// What one wants to do, in the order it is offered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aim {
    Write,
    Examine,
    Help,
    Turn,
    Consent,
}

impl Aim {
    const ALL: [Self; 5] = [
        Self::Write,
        Self::Examine,
        Self::Help,
        Self::Turn,
        Self::Consent,
    ];

    /// The attribute of the message `act-group`.
    fn code(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Examine => "examine",
            Self::Help => "help",
            Self::Turn => "turn",
            Self::Consent => "consent",
        }
    }
}

/// A page that may fit, what one wants there, its address and the words that lead to it.
type Offered = (bool, Aim, &'static str, &'static str);

/// What can be done here.
pub(super) fn offered(visit: &Visit, view: &PathwayView) -> Result<Vec<ActionGroup>, Fault> {
    let (ctx, pathway) = (visit.ctx()?, &view.pathway);
    // Whoever has handed the case over keeps what it has, and takes no further part.
    if pathway.is_closed() || !view.writes || pathway.has_left(&ctx.actor.unit.id) {
        return Ok(Vec::new());
    }
    let moves = visit.app.may_move(&ctx, view);
    let may = visit.app.may_end(&ctx, view);
    let child = pathway.kind == Some(PathwayKind::Child);
    let ends = [
        (may.birth, Aim::Write, "foedsel", "birth-register"),
        (may.show, Aim::Write, "tab/vis", "loss-show-link"),
    ];
    let mut all = Vec::from(ends);
    if child {
        all.extend(of_a_child(pathway, (&ctx, may)));
        all.extend(of_a_placed(visit, view, &ctx));
    }
    all.extend(of_any(view, child));
    all.extend(turns(view, &ctx, (moves, may)));
    all.retain(|(fits, ..)| *fits);
    Ok(if child {
        groups(visit, view, &all)
    } else {
        vec![ActionGroup {
            actions: all.iter().map(|one| action(visit, view, one)).collect(),
            ..ActionGroup::default()
        }]
    })
}

fn action(visit: &Visit, view: &PathwayView, (_, _, page, label): &Offered) -> Action {
    Action {
        label: visit.t.s(label),
        href: paths::pathway(view.id.as_str(), page),
    }
}

/// What there is by what one wants to do; the first stands open.
fn groups(visit: &Visit, view: &PathwayView, all: &[Offered]) -> Vec<ActionGroup> {
    let group = |aim: Aim| {
        let own = all.iter().filter(|(_, of, ..)| *of == aim);
        ActionGroup {
            title: visit.t.of("act-group", aim.code()),
            open: aim == Aim::Write,
            actions: own.map(|one| action(visit, view, one)).collect(),
        }
    };
    let groups = Aim::ALL.into_iter().map(group);
    groups.filter(|group| !group.actions.is_empty()).collect()
}

fn of_any(view: &PathwayView, child: bool) -> Vec<Offered> {
    let pathway = &view.pathway;
    let judged = !pathway.judgements.is_empty();
    let named = if child {
        "work-name-child"
    } else {
        "work-name"
    };
    vec![
        (!child, Aim::Write, "oensker", "work-wish"),
        (true, Aim::Write, "note", "work-note"),
        (!child, Aim::Examine, "udredning/ny", "work-assessment"),
        (
            !pathway.assessments.is_empty(),
            Aim::Examine,
            "vurdering",
            "judgement-write",
        ),
        (judged, Aim::Help, "plan/ny", "plan-write"),
        (
            pathway.plan.is_some(),
            Aim::Help,
            "opfoelgning",
            "plan-follow",
        ),
        (true, Aim::Help, "moede/ny", "meetings-call"),
        (true, Aim::Help, "aktoer", "work-add"),
        (true, Aim::Consent, "samtykke/ny", "consents-add"),
        (
            pathway.coordinator.is_none(),
            Aim::Help,
            "koordinator",
            "work-appoint",
        ),
        (
            view.person.is_some(),
            Aim::Write,
            "kontakt",
            "contact-write",
        ),
        (unnamed(view), Aim::Write, "identitet", named),
    ]
}

/// Moving, joining, and what ends.
fn turns(view: &PathwayView, ctx: &Ctx, (moves, may): (MayMove, MayEnd)) -> [Offered; 9] {
    let pathway = &view.pathway;
    let child = pathway.kind == Some(PathwayKind::Child);
    let closes = closes(pathway, &ctx.actor.unit.id);
    [
        (moves.take, Aim::Turn, "flytning/modtag", "moving-take"),
        (
            moves.hand_over,
            Aim::Turn,
            "flytning/overlevering",
            "moving-handover",
        ),
        (moves.register, Aim::Turn, "flytning", "moving-register"),
        (dated(pathway), Aim::Write, "datering", "ask-title.dating"),
        (true, Aim::Consent, "flet", "work-join"),
        (may.loss, Aim::Turn, "tab", "loss-register"),
        (
            child && moves.register,
            Aim::Turn,
            "adoption",
            "adoption-register",
        ),
        (may.death, Aim::Turn, "doedsfald", "death-register"),
        (closes, Aim::Turn, "luk", "close-pathway"),
    ]
}

/// What there is to write of a child only.
fn of_a_child(pathway: &Pathway, (ctx, may): (&Ctx, MayEnd)) -> [Offered; 14] {
    let function = ctx.actor.employment.function;
    let health = function.is_health();
    let assessed = pathway.child.development.newest().is_some();
    let authority = ctx.actor.unit.is_child_authority();
    let discharges = may.discharge && awaits_receiver(pathway);
    let exposure = !gives_signs_alone(function);
    [
        (exposure, Aim::Examine, "eksponering", "work-exposure"),
        (true, Aim::Consent, "foraeldremyndighed", "work-custody"),
        (true, Aim::Write, "indlaeggelse", "work-stay"),
        (true, Aim::Write, "abstinens", "work-abstinence"),
        (authority, Aim::Consent, "soeskende", "siblings-link"),
        (health, Aim::Examine, "foelger", "work-injury"),
        (true, Aim::Help, "barnets-opfoelgning", "checkups-title"),
        (true, Aim::Turn, "overgang", "onward"),
        (discharges, Aim::Turn, "overlevering", "work-discharge"),
        (true, Aim::Examine, "hjemkomst", "work-home"),
        (true, Aim::Examine, "udredning/ny", "round-write"),
        (assessed, Aim::Help, "plan/ny", "plan-write"),
        (true, Aim::Help, "hjaelper", "help-link"),
        (can_ask(pathway).is_ok(), Aim::Help, "viso", "viso-title"),
    ]
}

/// What the authority writes of a placed child, and what there is to do before a young person is of age.
fn of_a_placed(visit: &Visit, view: &PathwayView, ctx: &Ctx) -> [Offered; 3] {
    let own = &view.pathway.child;
    let person = || view.person.as_ref().and_then(Person::birthday);
    let age = own.birthday().or_else(person);
    let age = age.map(|born| years(born, visit.today()));
    let (young, soon) = (age >= Some(OWN_HEALTH), age >= Some(ADULT - 1));
    let exposed = view.pathway.exposure_position().stands() && own.told.is_none();
    let authority = ctx.actor.unit.is_child_authority();
    let adulthood = soon && authority;
    [
        (authority, Aim::Help, "anbringelse", "placement-title"),
        (adulthood, Aim::Turn, "voksenovergang", "adulthood-title"),
        (young && exposed, Aim::Consent, "samtale", "talk-title"),
    ]
}

/// Whether the child has not gone home, or one of those who take over has not been named.
fn awaits_receiver(pathway: &Pathway) -> bool {
    let named = |receiver: &Receiver| {
        let mut sent = pathway.handovers.iter();
        sent.any(|sent| &sent.body.receiver == receiver)
    };
    pathway.child.discharge.is_none() || !Receiver::AT_HOME.iter().all(named)
}

/// Whether it is not known for certain who she is.
fn unnamed(view: &PathwayView) -> bool {
    let known = |identity: &Identity| matches!(identity, Identity::Cpr { .. } | Identity::Unborn);
    view.person
        .as_ref()
        .is_some_and(|person| !known(&person.identity))
}
