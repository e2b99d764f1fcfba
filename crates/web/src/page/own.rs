// SPDX-License-Identifier: EUPL-1.2
//! *Min side*: what the person a pathway is about sees and does herself. She has her own addresses; the professionals' pages
//! do not exist for her, and hers do not exist for them.

pub(crate) mod carer;
pub(crate) mod consent;

use super::kommune::language;
use super::pathway::entry::words;
use super::pathway::meetings::{event, support_words};
use super::pathway::plan::element;
use super::pathway::screening;
use super::problem;
use super::work::meeting::times;
use super::work::{typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::Lang;
use crate::view::Page;
use crate::view::frame::Section;
use crate::view::log::ReadList;
use crate::view::own::{
    Invitation, Left, OwnContract, OwnHelper, OwnPage, OwnReaders, OwnTimes, OwnWish,
};
use crate::view::parts::Contact;
use crate::view::pathway::Words;
use traad_app::{Ctx, OwnView};
use traad_domain::body::{
    CheckupOutcome, Intervention, MeetingAnswered, MeetingReply, PathwayKind, WishKind,
    WishRecorded,
};
use traad_domain::catalogue::Item;
use traad_domain::category::Category;
use traad_domain::id::RefId;
use traad_domain::org::{Function, Unit};
use traad_domain::pathway::{Contract, ContractState, Meeting, Plan, Proposal};
use traad_domain::policy::Purpose;
use traad_domain::refusal::Problem;
use traad_domain::time::Occurred;

/// Who acts on her own page. Who cares for a placed child has another page, and none of hers.
pub(super) fn hers(visit: &Visit) -> Result<Ctx, Fault> {
    let ctx = hers_or_carers(visit)?;
    if ctx.actor.employment.function == Function::FosterCarer {
        return Err(Fault::NotFound);
    }
    Ok(ctx)
}

/// Who acts on a page of the own, whichever it is.
fn hers_or_carers(visit: &Visit) -> Result<Ctx, Fault> {
    Ok(Ctx {
        purpose: Purpose::Own,
        ..visit.ctx()?
    })
}

/// Whom she calls.
fn coordinator(view: &OwnView) -> Option<Contact> {
    let now = view.pathway.coordinator.as_ref()?;
    Some(Contact {
        name: now.body.name.clone(),
        role: view.directory.name(&now.body.unit).to_owned(),
        phone: now.body.phone.clone(),
    })
}

/// Her page, or the one of who cares for a placed child.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    if visit.ctx()?.actor.employment.function == Function::FosterCarer {
        return carer::get(visit);
    }
    let view = visit.app.own_page(&hers(visit)?)?;
    let pathway = &view.pathway;
    let first = |name: &str| {
        let first = name.split_whitespace().next();
        first.unwrap_or_default().to_owned()
    };
    let own = view.person.as_ref().map(|person| person.name.0.as_str());
    let silent = silence(visit, &view);
    let plan = pathway.plan.as_ref().filter(|_| silent.is_none());
    let page = OwnPage {
        name: first(view.holder.as_deref().or(own).unwrap_or_default()),
        child: child(visit, &view),
        placed: pathway.placements.current().map(|now| {
            visit.t.a(
                "own-child-placed",
                &("day", visit.t.date(now.placed.body.from)),
            )
        }),
        exposed: told(visit, &view),
        offers: offers(visit, &view),
        coordinator: coordinator(&view),
        next: next_meeting(visit, &view),
        invitation: invitation(visit, &view),
        times: times(visit, &view),
        checkups: checkups(visit, &view),
        helpers: helpers(visit, &view),
        goals: plan
            .and_then(|plan| plan.active())
            .map(|active| active.body.goals.clone())
            .filter(|goals| !goals.trim().is_empty()),
        plan: plan
            .into_iter()
            .flat_map(Plan::running)
            .map(|running| intervention(visit, running.intervention))
            .collect(),
        wishes: pathway
            .wishes
            .iter()
            .rev()
            .filter(|wish| wish.body.wish != WishKind::NotSaying && silent.is_none())
            .map(|wish| Words {
                text: wish.body.words.clone(),
                at: visit.t.date(wish.occurred.date()),
            })
            .collect(),
        screenings: screenings(visit, &view, silent.is_none()),
        silent,
        contract: contract(visit, &view),
        form: visit.blank(),
        quiet: view.quiet,
        held: view.held,
        told: visit.app.own_notices(&hers(visit)?)?.chosen.is_some(),
    };
    visit.page(Section::Other, &page)
}

/// The screening tools she has answered, newest first; nothing while the page is quiet.
fn screenings(visit: &Visit, view: &OwnView, speaks: bool) -> Vec<Words> {
    let done = view.pathway.screenings.iter().rev().filter(|_| speaks);
    done.map(|done| Words {
        text: format!(
            "{}: {}",
            screening::name(visit, &done.body.tool),
            screening::score(visit, &done.body)
        ),
        at: visit.t.date(done.occurred.date()),
    })
    .collect()
}

/// The child's check-ups in plain words: no blame in one that did not come about. Nothing where somebody else may see her
/// telephone.
fn checkups(visit: &Visit, view: &OwnView) -> Vec<String> {
    let t = &visit.t;
    let checkups = &view.pathway.child.checkups;
    if view.quiet || checkups.placed.is_none() {
        return Vec::new();
    }
    let last = checkups.all.iter().rev().find(|one| one.told.is_some());
    let missed = last.filter(|one| one.is(CheckupOutcome::Missed));
    let missed = missed.map(|one| t.a("own-checkup-missed", &("day", t.date(one.on))));
    let name = view.person.as_ref().map(|person| person.name.0.as_str());
    let first = name.and_then(|name| name.split_whitespace().next());
    let name = first.map_or_else(|| t.s("own-child-someone"), str::to_owned);
    let open = checkups.open();
    let next = open.into_iter().find(|one| one.on >= visit.today());
    let next = next.filter(|_| view.pathway.has_checkups()).map(|one| {
        let day = t.weekday(one.on, visit.today());
        t.a2("own-checkup-next", &("name", name), &("day", day))
    });
    missed.into_iter().chain(next).collect()
}

/// What was told in a talk stands on the young person's own page from then on.
fn told(visit: &Visit, view: &OwnView) -> Option<String> {
    let stated = view.pathway.child.stated();
    let stated = stated.filter(|_| view.holder.is_none())?;
    let exposed = visit.t.of("own-exposed", stated.body.exposed.code());
    let substances = stated.body.substances.iter();
    let substances: Vec<String> = substances
        .map(|code| words(visit, "substances", code))
        .collect();
    Some(if substances.is_empty() {
        exposed
    } else {
        format!("{exposed} ({})", substances.join(", "))
    })
}

/// What a young person is offered by age.
fn offers(visit: &Visit, view: &OwnView) -> Vec<(String, String)> {
    let young = view.pathway.kind == Some(PathwayKind::Child) && view.holder.is_none();
    let born = view.pathway.child.birthday().filter(|_| young);
    let Some(born) = born else {
        return Vec::new();
    };
    let language = language(visit);
    let offers = visit.app.offers_for_the_young(born, visit.today());
    let line = |offer: &&Item| {
        let help = offer.help.as_ref().map(|help| match visit.t.lang() {
            Lang::Da => help.da.clone(),
            Lang::En => help.en.clone(),
        });
        (offer.words(language).to_owned(), help.unwrap_or_default())
    };
    offers.iter().map(line).collect()
}

/// What a child is called on the page of somebody who has custody of it.
fn child(visit: &Visit, view: &OwnView) -> Option<String> {
    view.holder.as_ref()?;
    let name = view.person.as_ref().map(|person| person.name.0.as_str());
    let first = name.and_then(|name| name.split_whitespace().next());
    Some(first.map_or_else(|| visit.t.s("own-child-someone"), str::to_owned))
}

/// After a loss the page is quiet until somebody has talked with her; then it says one thing (practice A16).
fn silence(visit: &Visit, view: &OwnView) -> Option<String> {
    if view.pathway.lost {
        Some(visit.t.s("own-loss"))
    } else {
        view.silent.then(|| visit.t.s("own-silent"))
    }
}

/// Her contract on detention, when one counts (practice B20).
fn contract(visit: &Visit, view: &OwnView) -> Option<OwnContract> {
    let pathway = &view.pathway;
    let born = pathway.birth.as_ref().map(Occurred::date);
    let runs = |c: &&Contract| c.state(visit.today(), born) == ContractState::Running;
    let contract = pathway.contracts.iter().rfind(runs)?;
    Some(OwnContract {
        held: pathway.is_detained(),
        post: paths::own_contract(contract.reference.as_str()),
    })
}

/// She has days, hours and places of meetings kept off her page, or shown again.
pub(crate) fn quiet(visit: &Visit) -> Result<Answer, Fault> {
    let quiet = visit.fields.value("stille") == "ja";
    visit.app.keep_own_page_quiet(&hers(visit)?, quiet)?;
    Ok(Answer::To(format!("{}?ok=gemt", paths::OWN)))
}

/// She ends a contract on detention.
pub(crate) fn end_contract(visit: &Visit) -> Result<Answer, Fault> {
    let reference = RefId::new(visit.param("kontrakt"));
    visit.app.end_own_contract(&hers(visit)?, &reference)?;
    Ok(Answer::To(format!("{}?ok=gemt", paths::OWN)))
}

/// After a loss nothing is said of what was planned (practice A16).
fn coming<'a>(visit: &Visit, view: &'a OwnView) -> Option<&'a Meeting> {
    if view.silent || view.pathway.lost || view.pathway.is_closed() {
        return None;
    }
    let coming = view.pathway.meetings.iter();
    let coming = coming.filter(|m| m.is_coming(visit.now));
    coming.min_by_key(|m| m.called.body.at)
}

/// What the next meeting is about and who is invited, with her answer. Where somebody else may see her telephone, nothing of
/// it stands on the page.
fn invitation(visit: &Visit, view: &OwnView) -> Option<Invitation> {
    let meeting = coming(visit, view).filter(|_| !view.quiet)?;
    let called = &meeting.called.body;
    let invited = called.her != Some(false);
    Some(Invitation {
        purpose: called.purpose.clone(),
        people: called.invited.clone(),
        support: meeting
            .support
            .iter()
            .map(|agreed| support_words(visit, &agreed.body.support))
            .collect(),
        reply: meeting
            .reply
            .as_ref()
            .map(|reply| visit.t.of("own-reply", reply.body.reply.code())),
        calendar: paths::own_calendar(called.reference.as_str()),
        post: invited.then(|| paths::own_meeting(called.reference.as_str())),
    })
}

/// The meeting for her own calendar, unless somebody else may see her telephone.
pub(crate) fn calendar(visit: &Visit) -> Result<Answer, Fault> {
    let view = visit.app.own_page(&hers(visit)?)?;
    let meeting = view.pathway.meeting(visit.param("moede"));
    let speaks = !(view.quiet || view.silent || view.pathway.lost);
    let meeting = meeting.filter(|_| speaks).ok_or(Fault::NotFound)?;
    Ok(Answer::Calendar(event(visit, meeting)))
}

/// The times she is asked about.
fn times(visit: &Visit, view: &OwnView) -> Option<OwnTimes> {
    let quiet = view.quiet || view.silent || view.pathway.lost || view.pathway.is_closed();
    let mut open = view.pathway.proposals.iter();
    let hers = |p: &&Proposal| !p.settled && p.asked.iter().any(|a| a.body.unit.is_none());
    let proposal = open.rfind(hers).filter(|_| !quiet)?;
    let mut form = visit.blank();
    for time in proposal.times() {
        if proposal.suits(None, *time) == Some(true) {
            form.values.push(("passer".to_owned(), times::value(*time)));
        }
    }
    Some(OwnTimes {
        purpose: proposal.asked.first()?.body.purpose.clone(),
        answered: proposal.answered.iter().any(|a| a.body.unit.is_none()),
        times: times::choices(visit, proposal),
        post: paths::own_times(proposal.reference.as_str()),
        form,
    })
}

/// She says which times suit her.
pub(crate) fn answer_times(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = hers(visit)?;
    let view = visit.app.own_page(&ctx)?;
    let mut all = view.pathway.proposals.iter();
    let found = all.find(|p| p.reference.as_str() == visit.param("forslag"));
    let answered = times::answered(found.ok_or(Fault::NotFound)?, &visit.sent());
    visit.app.answer_own_times(&ctx, &answered)?;
    Ok(Answer::To(format!("{}?ok=gemt", paths::OWN)))
}

/// She answers an invitation: one press.
pub(crate) fn answer_meeting(visit: &Visit) -> Result<Answer, Fault> {
    let reply = MeetingReply::from_code(visit.fields.value("svar")).ok_or(Fault::NotFound)?;
    let answered = MeetingAnswered {
        reference: RefId::new(visit.param("moede")),
        reply,
    };
    visit.app.answer_own_meeting(&hers(visit)?, &answered)?;
    Ok(Answer::To(format!("{}?ok=gemt", paths::OWN)))
}

fn next_meeting(visit: &Visit, view: &OwnView) -> Option<String> {
    let next = coming(visit, view)?;
    if view.quiet {
        return Some(visit.t.s("own-next-quiet"));
    }
    let at = visit.moment(next.called.body.at);
    let place = next.called.body.place.trim();
    Some(if place.is_empty() {
        at
    } else {
        format!("{at}, {place}")
    })
}

fn helpers(visit: &Visit, view: &OwnView) -> Vec<OwnHelper> {
    let kinds = |reads: &std::collections::BTreeSet<Category>| {
        let words = reads.iter().map(|c| visit.t.of("work-category", c.code()));
        words.collect::<Vec<_>>().join(", ").to_lowercase()
    };
    view.helpers
        .iter()
        .map(|helper| OwnHelper {
            name: view.directory.name(&helper.unit).to_owned(),
            phone: view
                .directory
                .unit(&helper.unit)
                .map(|unit| unit.phone.clone())
                .unwrap_or_default(),
            reads: kinds(&helper.reads),
        })
        .collect()
}

/// What is done, who does it and how often.
fn intervention(visit: &Visit, one: &Intervention) -> String {
    let what = match &one.element {
        Some(code) if one.what.trim().is_empty() => element(visit, code),
        _ => one.what.trim().to_owned(),
    };
    let parts = [what, one.responsible_name.clone(), one.intensity.clone()];
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.trim().is_empty()).collect();
    parts.join(" · ")
}

/// Units she can name: those that work where she lives.
fn units(view: &OwnView) -> Vec<&Unit> {
    match &view.pathway.municipality {
        Some(municipality) => view
            .directory
            .all_serving(municipality, &view.region)
            .collect(),
        None => view.directory.units().iter().collect(),
    }
}

/// *Hvem har set på din sag*.
pub(crate) fn readers(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = hers(visit)?;
    let about = visit.app.own_readers(&ctx)?;
    let mut list = ReadList::of(&visit.t, &about, visit.today());
    if ctx.actor.employment.function == Function::CustodyHolder {
        list.title = visit.t.s("own-child-readers");
    }
    visit.page(Section::Other, &OwnReaders(list))
}

/// The form for a wish.
pub(crate) fn wish_get(visit: &Visit) -> Result<Answer, Fault> {
    visit.app.is_open_to(&hers(visit)?)?;
    let form = visit.blank();
    visit.page(Section::Other, &OwnWish { form })
}

/// Writes it.
pub(crate) fn wish_post(visit: &Visit) -> Result<Answer, Fault> {
    let mut form = visit.sent();
    let kind = WishKind::from_code(form.value("slags")).filter(|k| *k != WishKind::NotSaying);
    if kind.is_none() {
        wrong(visit, &mut form, "slags", Problem::NotChosen);
    }
    let words = typed(&form, "ord");
    if words.is_none() {
        wrong(visit, &mut form, "ord", Problem::Missing);
    }
    let (Some(wish), Some(words)) = (kind, words) else {
        return visit.page_with(422, Section::Other, &OwnWish { form });
    };
    let wish = WishRecorded { wish, words };
    match visit.app.write_own_wish(&hers(visit)?, &wish) {
        Ok(_) => Ok(Answer::To(format!("{}?ok=gemt", paths::OWN))),
        Err(error) => {
            problem::into_form(visit, &mut form, error, &[("words", "ord")], |_| None)?;
            visit.page_with(422, Section::Other, &OwnWish { form })
        }
    }
}

/// *Luk hurtigt*: the session ends, and the browser goes somewhere else.
pub(crate) fn leave(visit: &Visit) -> Result<Answer, Fault> {
    if let Some(token) = &visit.token {
        visit.app.log_out(token)?;
    }
    let left = Left {
        on: paths::ELSEWHERE.to_owned(),
    };
    Ok(Answer::Left(left.html(&visit.bare_frame())?))
}
