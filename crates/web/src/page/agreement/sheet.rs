// SPDX-License-Identifier: EUPL-1.2
//! One version of an agreement as it is read, approved and printed, and the steps that need a day.

use super::board::{awaiting, party_words};
use super::{asked, kommune, label, refused, region, values, word};
use crate::page::duty;
use crate::page::pathway::entry::capital;
use crate::page::work::needed_day;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::agreement::{
    AgreementPage, AnswerRow, Chapter, DayForm, ItemRow, PartyRow, VersionRow,
};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::parts::Link;
use jiff::civil::Date;
use std::collections::BTreeMap;
use traad_app::{AgreementRef, AgreementView, Effect};
use traad_domain::agreement::{Agreement, Party, QUESTIONS, Question, Stage, Standing};
use traad_domain::id::MunicipalityCode;
use traad_domain::refusal::{NotNow, Problem};

/// The agreement; below it the form of a step that needs a day.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let of = asked(visit)?;
    match visit.param("step") {
        "" => show(visit, &of, 200, visit.blank()),
        "ny-version" | "ophoer" => show_day(visit, &of, 200, visit.blank()),
        _ => Err(Fault::NotFound),
    }
}

/// Takes a step.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let of = asked(visit)?;
    let ctx = visit.ctx()?;
    let app = &visit.app;
    let sent = visit.sent();
    let seen = sent.version.as_deref().unwrap_or_default();
    let taken = match visit.param("step") {
        "send" => app.propose_agreement(&ctx, &of, seen),
        "godkend" => app.approve_agreement(&ctx, &of, seen),
        "tilbage" => app.send_agreement_back(&ctx, &of),
        "ny-version" | "ophoer" => return with_day(visit, &of),
        _ => return Err(Fault::NotFound),
    };
    match taken {
        Ok(()) => Ok(Answer::To(format!(
            "{}?ok=aftale-{}",
            paths::agreement(&of.id, of.version, ""),
            visit.param("step")
        ))),
        Err(error) => {
            let mut form = sent;
            let status = refused(visit, &mut form, error)?;
            show(visit, &of, status, form)
        }
    }
}

fn with_day(visit: &Visit, of: &AgreementRef) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    let Some(day) = needed_day(visit, &mut form, "dato", Problem::Missing) else {
        return show_day(visit, of, 422, form);
    };
    let ctx = visit.ctx()?;
    let step = visit.param("step");
    let taken = if step == "ny-version" {
        visit.app.succeed_agreement(&ctx, of, day)
    } else {
        visit.app.end_agreement(&ctx, of, day).map(|()| of.clone())
    };
    match taken {
        Ok(of) => {
            let place = paths::agreement(&of.id, of.version, "");
            Ok(Answer::To(format!("{place}?ok=aftale-{step}")))
        }
        Err(error) => {
            let status = refused(visit, &mut form, error)?;
            show_day(visit, of, status, form)
        }
    }
}

fn show_day(visit: &Visit, of: &AgreementRef, status: u16, form: Form) -> Result<Answer, Fault> {
    let view = visit.app.agreement_view(&visit.ctx()?, of)?;
    if view.party.is_none() {
        return Err(Fault::NotNow(NotNow::NotAParty));
    }
    let page = DayForm {
        agreement: paths::agreement(&of.id, of.version, ""),
        title: name(visit, &view.agreement),
        step: visit.param("step").to_owned(),
        form,
    };
    visit.page_with(status, Section::Agreements, &page)
}

/// Title and version.
pub(super) fn name(visit: &Visit, agreement: &Agreement) -> String {
    let version = visit
        .t
        .a("agreement-version", &("n", i64::from(agreement.version)));
    format!("{}, {version}", agreement.title)
}

fn show(visit: &Visit, of: &AgreementRef, status: u16, form: Form) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let view = visit.app.agreement_view(&ctx, of)?;
    let agreement = &view.agreement;
    // What is sent or approved from here is what stands here.
    let form = Form {
        version: Some(agreement.wording()),
        ..form
    };
    let effects = visit.app.effects(&ctx)?;
    let link = |a: &Agreement| Link {
        href: paths::agreement(&a.id, a.version, ""),
        words: name(visit, a),
    };
    let page = AgreementPage {
        here: paths::agreement(&of.id, of.version, ""),
        title: agreement.title.clone(),
        scope: scope(visit, agreement),
        version: visit
            .t
            .a("agreement-version", &("n", i64::from(agreement.version))),
        standing: standing(visit, agreement),
        facts: facts(visit, &view),
        parties: parties(visit, agreement),
        chapters: chapters(visit, &view, &effects),
        form,
        flags: flags(visit, &view),
        frame: view.frame.as_ref().map(link),
        annexes: view.annexes.iter().map(link).collect(),
        versions: versions(visit, &view),
        steps: steps(&view, ctx.actor.unit.municipality.as_ref(), visit.today()),
        party: view
            .party
            .map(|party| party_words(visit, party))
            .unwrap_or_default(),
    };
    visit.page_with(status, Section::Agreements, &page)
}

fn scope(visit: &Visit, agreement: &Agreement) -> String {
    match (&agreement.municipality, agreement.is_annex()) {
        (None, _) => visit.t.a(
            "agreement-scope-frame",
            &("region", region(visit, &agreement.region)),
        ),
        (Some(code), true) => visit
            .t
            .a("agreement-scope-annex", &("kommune", kommune(visit, code))),
        (Some(code), false) => visit
            .t
            .a("agreement-scope-own", &("kommune", kommune(visit, code))),
    }
}

/// Where it stands: in one kommune, or in how many.
fn standing(visit: &Visit, agreement: &Agreement) -> String {
    let today = visit.today();
    if agreement.stage == Stage::Draft {
        return visit.t.s("agreement-is-draft");
    }
    let in_force: Vec<String> = agreement
        .joining()
        .iter()
        .filter(|code| agreement.in_force_on(code, today))
        .map(|code| kommune(visit, code))
        .collect();
    if !in_force.is_empty() {
        return visit
            .t
            .a("agreement-in-force-in", &("kommuner", in_force.join(", ")));
    }
    let own = agreement
        .municipality
        .clone()
        .or_else(|| agreement.joining().first().cloned());
    let own = own.unwrap_or_else(|| MunicipalityCode::new(""));
    match agreement.standing(&own, today) {
        Standing::Awaiting => sentence(&awaiting(visit, &agreement.awaits(&own))),
        Standing::Approved => {
            let from = agreement.in_force_from(&own).unwrap_or(agreement.from);
            visit
                .t
                .a("agreement-approved-from", &("day", visit.t.date(from)))
        }
        other @ (Standing::Draft | Standing::InForce | Standing::Ended) => {
            sentence(&visit.t.of("agreement-standing", other.code()))
        }
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

/// First and last day, forum and further parties, by their labels.
pub(super) fn facts(visit: &Visit, view: &AgreementView) -> Vec<(String, String)> {
    let agreement = &view.agreement;
    let mut facts = vec![(visit.t.s("agreement-from"), visit.t.date(agreement.from))];
    facts.extend(
        agreement
            .to
            .map(|to| (visit.t.s("agreement-to"), visit.t.date(to))),
    );
    let forum = view.forum.as_ref().map(|forum| forum.name.clone());
    facts.push((
        visit.t.s("agreement-forum"),
        forum.unwrap_or_else(|| visit.t.s("unknown")),
    ));
    if !agreement.further_parties.is_empty() {
        let names: Vec<String> = agreement
            .further_parties
            .iter()
            .map(|kind| super::actor(visit, *kind))
            .collect();
        facts.push((visit.t.s("agreement-further"), names.join(", ")));
    }
    facts
}

/// What the parties have said: the clinic once, the municipal ones for each kommune that joins.
fn parties(visit: &Visit, agreement: &Agreement) -> Vec<PartyRow> {
    let nowhere = MunicipalityCode::new("");
    let joining = agreement.joining();
    let mut rows = vec![party_row(visit, agreement, Party::FamilyClinic, &nowhere)];
    for code in &joining {
        for party in [Party::FamilyAuthority, Party::Treatment] {
            rows.push(party_row(visit, agreement, party, code));
        }
    }
    if joining.is_empty() {
        for party in [Party::FamilyAuthority, Party::Treatment] {
            rows.push(party_row(visit, agreement, party, &nowhere));
        }
    }
    rows
}

fn party_row(
    visit: &Visit,
    agreement: &Agreement,
    party: Party,
    code: &MunicipalityCode,
) -> PartyRow {
    let approval = agreement.approval(party, code);
    let words = party_words(visit, party);
    let named = if party.is_municipal() && !code.as_str().is_empty() {
        format!("{words}, {}", kommune(visit, code))
    } else {
        words
    };
    let answer = approval.map_or_else(
        || visit.t.s("agreement-not-yet"),
        |approval| {
            let day = visit.t.date(approval.on);
            if approval.by.is_empty() {
                visit.t.a("agreement-approved", &("day", day))
            } else {
                visit.t.a2(
                    "agreement-approved-by",
                    &("day", day),
                    &("who", approval.by.clone()),
                )
            }
        },
    );
    PartyRow {
        party: named,
        answer,
        approved: approval.is_some(),
    }
}

/// The six elements with their questions.
fn chapters(
    visit: &Visit,
    view: &AgreementView,
    effects: &BTreeMap<&'static str, Effect>,
) -> Vec<Chapter> {
    let whole = whole(view);
    let missing = whole.missing();
    let left = |code: &str| view.agreement.left_to_annex.iter().any(|c| c == code);
    ["1", "2", "3", "4", "5", "6"]
        .map(|number| {
            let own = QUESTIONS.iter().filter(|q| q.element() == number);
            let lacking = missing
                .iter()
                .filter(|q| q.element() == number && !left(q.code));
            Chapter {
                number: number.to_owned(),
                title: word(visit, "agreement-elements", number),
                missing: lacking.count(),
                items: items(visit, view, own, effects),
            }
        })
        .into()
}

/// What the reader of an annex reads: the frame with what the annex adds.
fn whole(view: &AgreementView) -> traad_domain::agreement::Answers {
    match &view.frame {
        Some(frame) => frame.answers.with(&view.agreement.answers),
        None => view.agreement.answers.clone(),
    }
}

fn items(
    visit: &Visit,
    view: &AgreementView,
    questions: impl Iterator<Item = &'static Question>,
    effects: &BTreeMap<&'static str, Effect>,
) -> Vec<ItemRow> {
    let mut items: Vec<(String, ItemRow)> = Vec::new();
    for question in questions {
        let row = answer(visit, view, question, effects.get(question.code));
        let asked = asked_as(visit, question);
        match items.last_mut() {
            Some((last, item)) if *last == asked => item.answers.push(row),
            _ => {
                let item = ItemRow {
                    question: capital(&word(visit, "agreement-questions", &asked)),
                    answers: vec![row],
                };
                items.push((asked, item));
            }
        }
    }
    // The question says it all unless it has halves, which are named.
    for (_, item) in &mut items {
        let same = |answer: &&mut AnswerRow| answer.label.as_ref() == Some(&item.question);
        for answer in item.answers.iter_mut().filter(same) {
            answer.label = None;
        }
    }
    items.into_iter().map(|(_, item)| item).collect()
}

/// The whole question that an item is, or is half of.
pub(super) fn asked_as(visit: &Visit, question: &Question) -> String {
    let items = visit.app.catalogue().list("agreement-items");
    let item = items.and_then(|list| list.item(question.item));
    let whole = item.and_then(|item| item.links("question").first());
    whole.map_or(question.item, String::as_str).to_owned()
}

fn answer(
    visit: &Visit,
    view: &AgreementView,
    question: &'static Question,
    effect: Option<&Effect>,
) -> AnswerRow {
    let own = values::lines(visit, &view.agreement.answers, question);
    let framed = view
        .frame
        .as_ref()
        .map(|frame| values::lines(visit, &frame.answers, question));
    let framed = framed.unwrap_or_default();
    let from_frame = own.is_empty() && !framed.is_empty();
    AnswerRow {
        code: question.code,
        label: Some(label(visit, question)),
        lines: if framed.is_empty() {
            own
        } else {
            added(framed, own)
        },
        asked: question.asked,
        left: view
            .agreement
            .left_to_annex
            .iter()
            .any(|code| code == question.code),
        from_frame,
        effect: effect
            .filter(|effect| !effect.rules.is_empty())
            .map(|effect| effect_words(visit, effect)),
    }
}

fn added(mut framed: Vec<String>, own: Vec<String>) -> Vec<String> {
    framed.extend(own);
    framed
}

/// Rules named before the rest is counted.
const SHOWN_RULES: usize = 3;

/// `Styrer: Udpeg koordinator, Udpeg ny koordinator. 14 forløb hos jer lige nu.`
fn effect_words(visit: &Visit, effect: &Effect) -> String {
    let shown = effect.rules.iter().take(SHOWN_RULES);
    let mut titles = shown
        .map(|rule| duty::title(visit, rule))
        .collect::<Vec<_>>()
        .join(" · ");
    let more = effect.rules.len().saturating_sub(SHOWN_RULES);
    if more > 0 {
        titles += &visit.t.a(
            "agreement-effect-more",
            &("n", i64::try_from(more).unwrap_or(i64::MAX)),
        );
    }
    let now = i64::try_from(effect.pathways).unwrap_or(i64::MAX);
    visit
        .t
        .a2("agreement-effect", &("rules", titles), &("n", now))
}

fn flags(visit: &Visit, view: &AgreementView) -> Vec<String> {
    if view.agreement.stage == Stage::Draft || view.agreement.is_annex() {
        return Vec::new();
    }
    let left = view
        .agreement
        .left_to_annex
        .iter()
        .any(|code| code == "kontakter");
    let parties = view
        .agreement
        .answers
        .unreachable()
        .into_iter()
        .filter(|_| !left);
    let mut flags: Vec<String> = parties
        .map(|party| {
            visit.t.a(
                "agreement-unreachable",
                &("party", party_words(visit, party)),
            )
        })
        .collect();
    if view.agreement.answers.common_for_region == Some(false) {
        flags.push(visit.t.s("agreement-not-common"));
    }
    flags
}

fn versions(visit: &Visit, view: &AgreementView) -> Vec<VersionRow> {
    let own = &view.agreement;
    let others = view
        .versions
        .iter()
        .rev()
        .filter(|version| **version != own.version);
    others
        .map(|version| {
            let words = visit.t.a("agreement-version", &("n", i64::from(*version)));
            VersionRow {
                read: Link {
                    href: paths::agreement(&own.id, *version, ""),
                    words: words.clone(),
                },
                compare: Some(Link {
                    href: paths::agreement(&own.id, own.version, &format!("sammenlign/{version}")),
                    words: visit.t.a("agreement-compare-with", &("version", words)),
                }),
            }
        })
        .collect()
}

/// The steps the reader can take with this version now.
fn steps(
    view: &AgreementView,
    municipality: Option<&MunicipalityCode>,
    today: Date,
) -> Vec<&'static str> {
    let Some(party) = view.party else {
        return Vec::new();
    };
    let agreement = &view.agreement;
    if agreement.stage == Stage::Draft {
        return vec!["send", "grundlag", "kapitel"];
    }
    let nowhere = MunicipalityCode::new("");
    let own = municipality
        .filter(|_| party.is_municipal())
        .unwrap_or(&nowhere);
    let ended = agreement.to.is_some_and(|to| to < today);
    let settled = agreement
        .joining()
        .iter()
        .any(|code| agreement.in_force_from(code).is_some());
    let newest = view
        .versions
        .iter()
        .all(|version| *version <= agreement.version);
    let mut steps = Vec::new();
    steps.extend((!ended && agreement.approval(party, own).is_none()).then_some("godkend"));
    steps.extend((!settled).then_some("tilbage"));
    steps.extend((!ended).then_some("kontakter"));
    steps.extend(newest.then_some("ny-version"));
    steps.extend((settled && agreement.to.is_none()).then_some("ophoer"));
    steps
}
