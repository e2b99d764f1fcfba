// SPDX-License-Identifier: EUPL-1.2
//! The pages of one pathway that are read. Everything on them is taken from what the use case gives: the fold of the entries
//! the reader may read. Nothing else about the pathway is loaded, so nothing withheld can show.

mod acts;
pub(crate) mod agenda;
pub(crate) mod assessment;
pub(crate) mod checkups;
mod child;
mod child_plan;
pub(crate) mod consents;
mod development;
pub(crate) mod entry;
pub(crate) mod everyday;
mod known;
pub(crate) mod meetings;
mod moving;
pub(crate) mod network;
pub(crate) mod placement;
pub(crate) mod plan;
mod profile;
pub(crate) mod recommendations;
pub(crate) mod screening;
pub(crate) mod signs;
pub(crate) mod thread;
pub(crate) mod timeline;
pub(crate) mod treatment;
mod usage;

use super::{duty, kommune, leader, person};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::access::Banner;
use crate::view::frame::Section;
use crate::view::parts::{Contact, Fact, Link};
use crate::view::pathway::{Head, Overview, Words};
use entry::{capital, words};
use traad_app::{DutyLine, DutyStatus, PathwayView};
use traad_domain::agreement::InForce;
use traad_domain::body::{PathwayKind, WishKind};
use traad_domain::decide::contract::is_minor;
use traad_domain::id::PathwayId;
use traad_domain::org::UnitKind;
use traad_domain::pathway::{GrantKind, Pathway};
use traad_domain::person::{Identity, Person, Speech};

/// Entries on the overview; the timeline has them all.
const NEWEST: usize = 8;

/// The pathway in the address, as the reader may see it.
pub(crate) fn open(visit: &Visit) -> Result<PathwayView, Fault> {
    Ok(visit
        .app
        .pathway(&visit.ctx()?, &PathwayId::new(visit.param("id")))?)
}

/// *Overblik*.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    let all = entry::list(visit, &view, |_| true);
    let shown = view.duties.iter().filter(|line| is_in_time(line));
    let (undated, dated): (Vec<&DutyLine>, Vec<&DutyLine>) =
        shown.partition(|line| line.due.is_none());
    let rows = |lines: &[&DutyLine]| {
        let lines = lines.iter();
        let rows = lines.map(|line| duty::row(visit, line, true));
        let shown = rows.map(|row| if view.writes { row } else { row.to_read() });
        shown.collect()
    };
    let page = Overview {
        head: head(visit, &view),
        uncovered: uncovered(visit, &view),
        minor: minor(visit, &view),
        duties: rows(&dated),
        undated: rows(&undated),
        words: her_words(visit, &view),
        facts: facts(visit, &view),
        kin: child::kin(visit, &view)?,
        entries: all.into_iter().take(NEWEST).collect(),
        actions: acts::offered(visit, &view)?,
        ..Overview::default()
    };
    visit.page(Section::Other, &page)
}

/// Whether a duty is to be shown: what is due in years comes in its time, here as on the worklist.
fn is_in_time(line: &DutyLine) -> bool {
    line.status != DutyStatus::Scheduled || line.due.is_none()
}

/// Whether a pregnant woman is a minor, as far as the reader knows her (practice A15).
fn minor(visit: &Visit, view: &PathwayView) -> bool {
    let born = view.person.as_ref().and_then(Person::birthday);
    let pregnant = view.pathway.kind == Some(PathwayKind::Pregnancy);
    pregnant && born.is_some_and(|born| is_minor(born, visit.today()))
}

/// That the kommune that acts, as far as the reader knows it, has no agreement in force (row S2-056).
fn uncovered(visit: &Visit, view: &PathwayView) -> Option<Link> {
    let code = view.pathway.municipality.as_ref()?;
    let lacks = view.agreement.is_none() && !view.pathway.is_closed();
    let kommune = visit.app.catalogue().municipality(code.as_str())?;
    lacks.then(|| Link {
        href: paths::agreements_of(code.as_str()),
        words: visit
            .t
            .a("agreement-none-here", &("kommune", kommune.name.clone())),
    })
}

/// The head of every page of a pathway.
pub(crate) fn head(visit: &Visit, view: &PathwayView) -> Head {
    let pathway = &view.pathway;
    Head {
        id: view.id.as_str().to_owned(),
        who: who(visit, view),
        state: state(visit, view),
        case: pathway.case_number.clone(),
        coordinator: pathway.coordinator.as_ref().map(|coordinator| Contact {
            name: coordinator.body.name.clone(),
            role: view.directory.name(&coordinator.body.unit).to_owned(),
            phone: coordinator.body.phone.clone(),
        }),
        coordinator_note: coordinator_note(visit, view),
        next: meetings::next(visit, view).or_else(|| next_duty(visit, view)),
        ask: ask(visit, view),
        banner: banner(visit, view),
        standing: closed(visit, view).or_else(|| moving::note(visit, view)),
        child: pathway.kind == Some(PathwayKind::Child),
    }
}

/// That it is closed, and why.
fn closed(visit: &Visit, view: &PathwayView) -> Option<String> {
    let ending = view.pathway.ending.as_ref()?;
    let at = entry::moment(visit, ending.at);
    let reason = ("reason", ending.reason.trim());
    Some(visit.t.a2("pathway-closed", &("at", at), &reason))
}

/// That the coordinator is or will be away, and how often another followed.
fn coordinator_note(visit: &Visit, view: &PathwayView) -> String {
    let (t, pathway) = (&visit.t, &view.pathway);
    let today = visit.today();
    let away = pathway.coordinator_away.as_ref().map(|away| &away.body);
    let away = away.filter(|away| away.until.is_none_or(|until| today <= until));
    let away = away.map(|away| {
        let key = if away.from <= today {
            "coordinator-away"
        } else {
            "coordinator-leaves"
        };
        t.a(key, &("day", t.date(away.from)))
    });
    let times = pathway.coordinators.saturating_sub(1);
    let changed = (times > 0).then(|| t.a("coordinator-changed", &("n", times)));
    away.into_iter()
        .chain(changed)
        .collect::<Vec<_>>()
        .join(" ")
}

/// That the reader is here by nødadgang or by ledelsestilsyn, and until when.
fn banner(visit: &Visit, view: &PathwayView) -> Option<Banner> {
    let t = &visit.t;
    if let Some(grant) = &view.emergency {
        return Some(Banner {
            words: t.a("emergency-banner", &("at", visit.moment(grant.until))),
            end: Some(paths::pathway(view.id.as_str(), "noedadgang/slut")),
        });
    }
    let grant = view.supervision.as_ref()?;
    let GrantKind::Supervision(purpose) = grant.kind else {
        return None;
    };
    let purpose = t.of("supervision-purpose", purpose.code());
    Some(Banner {
        words: t.a("supervision-banner", &("purpose", purpose)),
        end: None,
    })
}

/// Her name, or that it was not told.
pub(crate) fn who(visit: &Visit, view: &PathwayView) -> String {
    let named = view
        .person
        .as_ref()
        .is_some_and(|person| !person.name.0.trim().is_empty());
    if !named && view.pathway.kind == Some(PathwayKind::Child) {
        return visit.t.s("someone-child-unnamed");
    }
    person::name(visit, view.person.as_ref())
}

fn state(visit: &Visit, view: &PathwayView) -> String {
    if let Some(died) = view.pathway.died {
        return visit.t.a("state-died", &("at", visit.t.date(died.date())));
    }
    if view.pathway.kind == Some(PathwayKind::Pregnancy) {
        if let Some(birth) = view.pathway.birth {
            return visit.t.a("state-born", &("at", visit.t.date(birth.date())));
        }
        if view.pathway.lost {
            return visit.t.s("state-ended");
        }
        if view.pathway.dating.is_none() {
            return visit.t.s("state-undated");
        }
    }
    person::state(visit, &view.pathway, view.person.as_ref())
}

fn next_duty(visit: &Visit, view: &PathwayView) -> Option<String> {
    let coming = view.duties.iter().filter(|line| is_in_time(line));
    let coming = coming.filter(|line| line.due.is_some_and(|due| due >= visit.now));
    let line = coming.min_by_key(|line| line.due)?;
    let day = visit
        .t
        .weekday(traad_domain::time::local_date(line.due?), visit.today());
    let title = duty::title(visit, &line.rule);
    Some(
        visit
            .t
            .a2("pathway-next-duty", &("title", title), &("day", day)),
    )
}

/// Whom to ask: the coordinator, the family department of her municipality when it is known here, or any family department.
fn ask(visit: &Visit, view: &PathwayView) -> String {
    if let Some(coordinator) = &view.pathway.coordinator {
        return coordinator.body.name.clone();
    }
    let department = view.pathway.municipality.as_ref().and_then(|municipality| {
        let region = visit
            .app
            .catalogue()
            .region_on(municipality.as_str(), visit.today())?;
        view.directory
            .serving(UnitKind::FamilyDepartment, municipality, &region.id)
    });
    department.map_or_else(
        || visit.t.s("pathway-ask-department"),
        |unit| unit.name.clone(),
    )
}

/// Her newest words, word for word.
pub(crate) fn her_words(visit: &Visit, view: &PathwayView) -> Option<Words> {
    let wish = view
        .pathway
        .wishes
        .iter()
        .rev()
        .find(|wish| wish.body.wish != WishKind::NotSaying)?;
    let kind = visit.t.of("wish", wish.body.wish.code());
    let at = entry::moment(visit, wish.occurred);
    Some(Words {
        text: wish.body.words.clone(),
        at: visit.t.a2("wish-said", &("kind", kind), &("at", at)),
    })
}

/// What is known. What nobody wrote where the reader can see it is `ikke oplyst`.
fn facts(visit: &Visit, view: &PathwayView) -> Vec<Fact> {
    let pathway = &view.pathway;
    let t = &visit.t;
    let unknown = || t.s("unknown");
    if pathway.kind == Some(PathwayKind::Child) {
        let who = Fact::new(t.s("fact-identity"), identity(visit, view));
        let here = [who, acting(visit, view)];
        let here = here.into_iter().chain(moving::fact(visit, view));
        let here = here.chain([phase(visit, view)]);
        let here = here.chain(child::facts(visit, view));
        let here = here.chain(checkups::fact(visit, view));
        return here.chain(agreed(visit, view)).collect();
    }
    let due = pathway
        .dating
        .as_ref()
        .zip(pathway.term())
        .map(|(dating, term)| {
            let method = t.of("dating-method", dating.body.method.code());
            format!("{} ({method})", t.date(term))
        });
    let level = pathway
        .judgements
        .last()
        .map(|j| words(visit, "levels", j.body.level.code()));
    let mut facts = vec![Fact::new(t.s("fact-identity"), identity(visit, view))];
    // Whoever is to meet her must know how she can be reached without putting her in danger.
    let reached = view.person.as_ref().and_then(|person| person.phone.clone());
    facts.push(Fact::new(
        t.s("fact-reached"),
        reached.unwrap_or_else(unknown),
    ));
    facts.extend(view.person.as_ref().and_then(|person| lives(visit, person)));
    facts.extend(
        view.person
            .as_ref()
            .and_then(|person| speaks(visit, person)),
    );
    if dated(pathway) {
        facts.push(Fact::new(t.s("fact-due"), due.unwrap_or_else(unknown)));
    }
    facts.push(acting(visit, view));
    facts.extend(moving::fact(visit, view));
    facts.push(phase(visit, view));
    facts.push(Fact::new(
        t.s("fact-use"),
        usage::substances(visit, view).unwrap_or_else(unknown),
    ));
    facts.extend(referrals(visit, view));
    facts.push(Fact::new(
        t.s("fact-level"),
        level.map_or_else(unknown, |level| capital(&level)),
    ));
    if let Some(course) = view.course(visit.today()) {
        let (name, value) = leader::since_detection(visit, &course);
        facts.push(Fact::new(name, value));
    }
    facts.extend(agreed(visit, view));
    facts
}

/// The agreement that counts where the kommune that acts is known.
fn agreed(visit: &Visit, view: &PathwayView) -> Option<Fact> {
    view.pathway.municipality.as_ref()?;
    let none = || visit.t.s("receiver-no-agreement");
    let agreement = view.agreement.as_ref().map_or_else(none, InForce::label);
    Some(Fact::new(visit.t.s("receiver-agreement"), agreement))
}

/// The municipality that acts.
fn acting(visit: &Visit, view: &PathwayView) -> Fact {
    Fact::new(visit.t.s("fact-municipality"), acting_name(visit, view))
}

fn acting_name(visit: &Visit, view: &PathwayView) -> String {
    let code = view.pathway.municipality.as_ref();
    let name = code.and_then(|code| visit.app.catalogue().municipality(code.as_str()));
    let unknown = || visit.t.s("unknown");
    name.map_or_else(unknown, |m| m.name.clone())
}

fn phase(visit: &Visit, view: &PathwayView) -> Fact {
    let phase = visit.t.of("phase", view.pathway.phase().code());
    Fact::new(visit.t.s("fact-phase"), capital(&phase))
}

/// How she is identified; the running number is not shown on a page that stands open.
fn identity(visit: &Visit, view: &PathwayView) -> String {
    match view.person.as_ref().map(|person| &person.identity) {
        Some(Identity::Cpr { number }) => number.masked(),
        Some(Identity::Replacement { number }) => number.as_str().to_owned(),
        Some(Identity::Unknown { description }) if !description.trim().is_empty() => visit
            .t
            .a("identity-unknown", &("description", description.trim())),
        Some(Identity::Unborn) => visit.t.s("identity-unborn"),
        Some(Identity::Unknown { .. }) | None => visit.t.s("unknown"),
    }
}

fn referrals(visit: &Visit, view: &PathwayView) -> Vec<Fact> {
    let referrals = view.pathway.referrals.iter();
    referrals
        .map(|referral| {
            let target = words(visit, "referral-targets", referral.target.code());
            let name = visit.t.a("fact-referral", &("target", target));
            Fact::new(
                name,
                capital(&visit.t.of("referral-state", referral.state.code())),
            )
        })
        .collect()
}

/// Where she lives, when that is known; a reader who may know protected details sees that they are.
fn lives(visit: &Visit, person: &Person) -> Option<Fact> {
    let address = person.address.clone()?;
    let words = if person.protected.is_empty() {
        address
    } else {
        visit.t.a("fact-address-protected", &("address", address))
    };
    Some(Fact::new(visit.t.s("fact-address"), words))
}

/// How to speak with her, when it is told: an interpreter is ordered before she comes.
fn speaks(visit: &Visit, person: &Person) -> Option<Fact> {
    let Speech {
        language,
        interpreter,
    } = &person.speech;
    let needed = interpreter.map(|needed| {
        let answer = if needed { "ja" } else { "nej" };
        visit.t.of("fact-interpreter", answer)
    });
    let told: Vec<String> = language.clone().into_iter().chain(needed).collect();
    (!told.is_empty()).then(|| Fact::new(visit.t.s("fact-speaks"), told.join(", ")))
}

/// Whether there is a pregnancy that goes on and can be dated.
fn dated(pathway: &Pathway) -> bool {
    pathway.kind == Some(PathwayKind::Pregnancy) && pathway.birth.is_none() && !pathway.lost
}

/// A unit as somebody one can call.
fn unit_contact(
    visit: &Visit,
    view: &PathwayView,
    unit: &traad_domain::id::UnitId,
) -> Option<Contact> {
    view.directory
        .unit(unit)
        .map(|unit| kommune::contact(visit, unit))
}

/// An address below the pathway, unless it is closed.
fn writes(view: &PathwayView, page: &str) -> Option<String> {
    (view.writes && !view.pathway.is_closed()).then(|| paths::pathway(view.id.as_str(), page))
}
