// SPDX-License-Identifier: EUPL-1.2
//! Each answer as words to read and as fields to write: one table says what kind of answer a code has.

use super::{actor, actors, who};
use crate::server::Visit;
use crate::view::agreement::{FieldKind, Rows, WITH};
use crate::view::form::{Choice, Form};
use jiff::ToSpan;
use jiff::civil::Date;
use traad_domain::agreement::{Answers, Contact, Part, Payer, Phase, Question, Who};
use traad_domain::org::UnitKind;
use traad_domain::refusal::Problem;

/// Gives one answer of all.
type At<T> = fn(&mut Answers) -> &mut T;

/// What kind of answer a code has.
pub(super) enum Kind {
    Actor(At<Option<UnitKind>>),
    Who(At<Option<Who>>),
    /// A number of something, as the texts name it: `unit-arbejdsdage`.
    Number(At<Option<u32>>, &'static str),
    Text(At<Option<String>>),
    Positions,
    /// One a line.
    Lines(At<Vec<String>>),
    /// Rows of parts; the second is what else they say: `fase` or `betaler`.
    Parts(At<Vec<Part>>, &'static str),
    Contacts,
    Actors,
    YesNo,
}

/// The kind of an answer; a code that is not in the table of the domain has none.
pub(super) fn kind(code: &str) -> Option<Kind> {
    use Kind::{Actor, Actors, Contacts, Lines, Number, Parts, Positions, Text, Who, YesNo};
    Some(match code {
        "koordinator-fra" => Actor(|a| &mut a.coordinator_actor),
        "koordinator-dage" => Number(|a| &mut a.coordinator_days, "unit-arbejdsdage"),
        "koordinator-forventninger" => Text(|a| &mut a.coordinator_expectations),
        "indkalder" => Who(|a| &mut a.convener),
        "moeder-antal" => Number(|a| &mut a.meetings_minimum, "unit-meetings"),
        "moeder-hvornaar" => Positions,
        "varsel-dage" => Number(|a| &mut a.notice_days, "unit-arbejdsdage"),
        "varsel-hvordan" => Text(|a| &mut a.notice_how),
        "inddragelse" => Who(|a| &mut a.involvement),
        "inddragelse-uger" => Number(|a| &mut a.involvement_weeks, "unit-weeks"),
        "samtykke" => Who(|a| &mut a.consent_collector),
        "netvaerk-hvornaar" => Text(|a| &mut a.network_when),
        "netvaerk-hvordan" => Text(|a| &mut a.network_how),
        "plan-indhold" => Text(|a| &mut a.plan_contents),
        "plan-afsnit" => Lines(|a| &mut a.plan_sections),
        "plan-skriver" => Who(|a| &mut a.plan_author),
        "plan-dage" => Number(|a| &mut a.plan_days, "unit-days"),
        "ivaerksaetter" => Parts(|a| &mut a.initiators, "betaler"),
        "stoette-hvilken" => Text(|a| &mut a.support_what),
        "stoette-hvem" => Who(|a| &mut a.support_by),
        "stoette-hvornaar" => Text(|a| &mut a.support_when),
        "svar-ambulatorium-dage" => Number(|a| &mut a.clinic_answer_days, "unit-days"),
        "svar-behandling-dage" => Number(|a| &mut a.treatment_answer_days, "unit-days"),
        "opfoelger" => Who(|a| &mut a.plan_follower),
        "opfoelgning-uger" => Number(|a| &mut a.follow_up_weeks, "unit-weeks"),
        "barn-maaneder" => Number(|a| &mut a.child_follow_up_months, "unit-months"),
        "overgange" => Text(|a| &mut a.transitions),
        "overgang-dage" => Number(|a| &mut a.handover_days, "unit-arbejdsdage"),
        "foedsel-dage" => Number(|a| &mut a.birth_handover_days, "unit-days"),
        "kontakter" => Contacts,
        "ansvar" => Parts(|a| &mut a.responsibilities, "fase"),
        "indkaldes" => Actors,
        "faelles" => YesNo,
        _ => return None,
    })
}

/// An answer in words, line by line; none when it is not given.
pub(super) fn lines(visit: &Visit, answers: &Answers, question: &Question) -> Vec<String> {
    let Some(kind) = kind(question.code) else {
        return Vec::new();
    };
    let mut answers = answers.clone();
    match kind {
        Kind::Actor(at) => at(&mut answers)
            .map(|kind| actor(visit, kind))
            .into_iter()
            .collect(),
        Kind::Who(at) => at(&mut answers)
            .map(|one| who(visit, one))
            .into_iter()
            .collect(),
        Kind::Number(at, unit) => {
            let number = *at(&mut answers);
            number
                .map(|n| visit.t.a(unit, &("n", i64::from(n))))
                .into_iter()
                .collect()
        }
        Kind::Text(at) => at(&mut answers).clone().into_iter().collect(),
        Kind::Lines(at) => at(&mut answers).clone(),
        Kind::Positions => answers
            .meetings_positions
            .iter()
            .map(|text| position_words(visit, text))
            .collect(),
        Kind::Parts(at, _) => at(&mut answers)
            .iter()
            .map(|part| part_words(visit, part))
            .collect(),
        Kind::Contacts => answers
            .contacts
            .iter()
            .map(|c| contact_words(visit, c))
            .collect(),
        Kind::Actors => {
            // In the order of the list, so that who was ticked first makes no difference.
            answers.may_be_called.sort_unstable();
            let kinds = answers.may_be_called.iter();
            kinds.map(|kind| actor(visit, *kind)).collect()
        }
        Kind::YesNo => {
            let yes = answers.common_for_region;
            let code = |yes| if yes { "ja" } else { "nej" };
            yes.map(|yes| visit.t.of("agreement-yes-no", code(yes)))
                .into_iter()
                .collect()
        }
    }
}

/// When the meetings lie: in words, and on which day where it can be counted from the first day of the last menstrual period
/// or the birth.
pub(crate) fn meeting_positions(
    visit: &Visit,
    answers: &Answers,
    (lmp, birth): (Option<Date>, Option<Date>),
) -> Vec<(String, Option<Date>)> {
    let day = |text: &str| {
        let (from, weeks) = match position(text)? {
            (Place::Pregnancy, weeks) => (lmp?, weeks),
            (Place::After, weeks) => (birth?, weeks),
        };
        Some(from.saturating_add(weeks.weeks()))
    };
    let all = answers.meetings_positions.iter();
    all.map(|text| (position_words(visit, text), day(text)))
        .collect()
}

/// `uge 16` or `4 uger efter fødslen`; a position somebody wrote otherwise stands as it is.
fn position_words(visit: &Visit, text: &str) -> String {
    match position(text) {
        Some((Place::Pregnancy, week)) => visit.t.a("agreement-at-week", &("n", week)),
        Some((Place::After, weeks)) => visit.t.a("agreement-after-birth", &("n", weeks)),
        None => text.to_owned(),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Pregnancy,
    After,
}

fn position(text: &str) -> Option<(Place, i64)> {
    if let Some(week) = text.strip_prefix("gestation ") {
        let week = week.strip_suffix("+0")?;
        return Some((Place::Pregnancy, week.parse().ok()?));
    }
    let weeks = text.strip_prefix("birth + ")?.strip_suffix(" weeks")?;
    Some((Place::After, weeks.parse().ok()?))
}

fn part_words(visit: &Visit, part: &Part) -> String {
    let mut words = match part.actor {
        Some(kind) => format!("{}: {}", part.part, actor(visit, kind)),
        None => format!("{}: {}", part.part, visit.t.s("agreement-nobody")),
    };
    if !part.with.is_empty() {
        let with: Vec<String> = part.with.iter().map(|kind| actor(visit, *kind)).collect();
        words = visit.t.a2(
            "agreement-with",
            &("who", words),
            &("with", with.join(", ")),
        );
    }
    let mut more = Vec::new();
    more.extend(
        part.phase
            .map(|phase| visit.t.of("agreement-phase", phase.code())),
    );
    more.extend(part.payer.map(|payer| {
        let who = visit.t.of("agreement-payer", payer.code());
        visit.t.a("agreement-pays", &("who", who))
    }));
    if more.is_empty() {
        words
    } else {
        format!("{words} ({})", more.join(", "))
    }
}

fn contact_words(visit: &Visit, contact: &Contact) -> String {
    let mut words = contact_reach(visit, contact);
    if let Some(day) = contact.confirmed {
        words += &visit
            .t
            .a("agreement-confirmed", &("day", visit.t.date(day)));
    }
    words
}

/// The actor, who it is, how to reach them, and who answers instead.
pub(super) fn contact_reach(visit: &Visit, contact: &Contact) -> String {
    let mut words = format!(
        "{}: {}, {}",
        actor(visit, contact.actor),
        contact.name,
        contact.reach
    );
    match &contact.deputy {
        Some(deputy) => words += &visit.t.a("agreement-deputy", &("who", deputy.clone())),
        None => words += &visit.t.s("agreement-no-deputy"),
    }
    words
}

/// The field of an answer, ready to be filled in, with rows enough for what stands there and a few more.
pub(super) fn field(visit: &Visit, kind: &Kind, rows: usize) -> FieldKind {
    match kind {
        Kind::Actor(_) => FieldKind::One(actors(visit)),
        Kind::Who(_) => {
            let coordinator = Choice::new("koordinator", visit.t.s("agreement-coordinator"));
            FieldKind::One(std::iter::once(coordinator).chain(actors(visit)).collect())
        }
        Kind::Number(..) => FieldKind::Number,
        Kind::Text(_) | Kind::Lines(_) => FieldKind::Area,
        Kind::Positions => FieldKind::Positions,
        Kind::Parts(_, more) => FieldKind::Parts(Rows {
            count: rows,
            actors: actors(visit),
            more: if *more == "fase" {
                coded(
                    visit,
                    "agreement-phase",
                    Phase::ALL.iter().map(|p| p.code()),
                )
            } else {
                coded(
                    visit,
                    "agreement-payer",
                    Payer::ALL.iter().map(|p| p.code()),
                )
            },
            more_name: more,
            more_key: if *more == "fase" {
                "agreement-phase"
            } else {
                "agreement-payer"
            },
        }),
        Kind::Contacts => FieldKind::Contacts(Rows {
            count: rows,
            actors: actors(visit),
            more: Vec::new(),
            more_name: "",
            more_key: "",
        }),
        Kind::Actors => FieldKind::Many(actors(visit)),
        Kind::YesNo => FieldKind::One(coded(visit, "agreement-yes-no", ["ja", "nej"].into_iter())),
    }
}

fn coded<'a>(visit: &Visit, message: &str, codes: impl Iterator<Item = &'a str>) -> Vec<Choice> {
    codes
        .map(|code| Choice::new(code, visit.t.of(message, code)))
        .collect()
}

/// What stands in the fields of an answer before anybody has typed.
pub(super) fn fill(form: &mut Form, answers: &Answers, code: &str, kind: &Kind) {
    let mut answers = answers.clone();
    let mut put = |value: &str| form.values.push((code.to_owned(), value.to_owned()));
    match kind {
        Kind::Actor(at) => at(&mut answers).iter().for_each(|kind| put(kind.code())),
        Kind::Who(at) => at(&mut answers).iter().for_each(|one| put(one.code())),
        Kind::Number(at, _) => at(&mut answers).iter().for_each(|n| put(&n.to_string())),
        Kind::Text(at) => at(&mut answers).iter().for_each(|text| put(text)),
        Kind::Lines(at) => {
            let lines = at(&mut answers).join("\n");
            if !lines.is_empty() {
                put(&lines);
            }
        }
        Kind::Actors => answers
            .may_be_called
            .iter()
            .for_each(|kind| put(kind.code())),
        Kind::YesNo => {
            let yes = answers.common_for_region.iter();
            yes.for_each(|yes| put(if *yes { "ja" } else { "nej" }));
        }
        Kind::Positions => fill_positions(form, &answers.meetings_positions),
        Kind::Parts(at, more) => fill_parts(form, (code, more), at(&mut answers)),
        Kind::Contacts => fill_contacts(form, code, &answers.contacts),
    }
}

fn fill_positions(form: &mut Form, positions: &[String]) {
    for (field, place) in [
        ("moeder-uger", Place::Pregnancy),
        ("moeder-efter", Place::After),
    ] {
        let own = positions
            .iter()
            .filter_map(|text| position(text))
            .filter(|(own, _)| *own == place);
        let weeks: Vec<String> = own.map(|(_, week)| week.to_string()).collect();
        form.values.push((field.to_owned(), weeks.join(", ")));
    }
}

/// The rows of parts; `more` is what else they say: `fase` or `betaler`.
fn fill_parts(form: &mut Form, (code, more): (&str, &str), parts: &[Part]) {
    for (place, part) in parts.iter().enumerate() {
        let mut put = |what: &str, value: &str| {
            form.values
                .push((format!("{code}-{}-{what}", place + 1), value.to_owned()));
        };
        put("del", &part.part);
        put("aktoer", part.actor.map_or("", UnitKind::code));
        for (kind, name) in part.with.iter().zip(WITH) {
            put(name, kind.code());
        }
        let said = if more == "fase" {
            part.phase.map(Phase::code)
        } else {
            part.payer.map(Payer::code)
        };
        put(more, said.unwrap_or(""));
    }
}

/// The rows of contact persons.
pub(super) fn fill_contacts(form: &mut Form, code: &str, contacts: &[Contact]) {
    for (place, contact) in contacts.iter().enumerate() {
        let mut put = |what: &str, value: &str| {
            form.values
                .push((format!("{code}-{}-{what}", place + 1), value.to_owned()));
        };
        put("aktoer", contact.actor.code());
        put("navn", &contact.name);
        put("naas", &contact.reach);
        put("afloeser", contact.deputy.as_deref().unwrap_or(""));
    }
}

/// Rows that can be filled in one form.
pub(super) const MOST_ROWS: usize = 60;

/// Reads an answer from what was typed; what is wrong, with the field it stands in.
pub(super) fn read(
    form: &Form,
    answers: &mut Answers,
    code: &str,
    kind: &Kind,
) -> Result<(), (String, Problem)> {
    let typed = Some(form.value(code).trim()).filter(|text| !text.is_empty());
    let unknown = || (code.to_owned(), Problem::UnknownCode);
    match kind {
        Kind::Actor(at) => {
            let known = typed.map(|code| UnitKind::from_code(code).ok_or_else(unknown));
            *at(answers) = known.transpose()?;
        }
        Kind::Who(at) => {
            let known = typed.map(|code| Who::from_code(code).ok_or_else(unknown));
            *at(answers) = known.transpose()?;
        }
        Kind::Number(at, _) => {
            let number = typed.map(str::parse).transpose();
            *at(answers) = number.map_err(|_| (code.to_owned(), Problem::NotANumber))?;
        }
        Kind::Text(at) => *at(answers) = typed.map(str::to_owned),
        Kind::Lines(at) => *at(answers) = read_lines(typed.unwrap_or_default()),
        Kind::Positions => answers.meetings_positions = read_positions(form)?,
        Kind::Parts(at, _) => *at(answers) = read_parts(form, code)?,
        Kind::Contacts => answers.contacts = read_contacts(form, code)?,
        Kind::Actors => {
            let chosen = form.values.iter().filter(|(name, _)| name == code);
            let kinds = chosen.map(|(_, value)| UnitKind::from_code(value).ok_or_else(unknown));
            answers.may_be_called = kinds.collect::<Result<_, _>>()?;
        }
        Kind::YesNo => {
            answers.common_for_region = typed.map(|typed| typed == "ja");
        }
    }
    Ok(())
}

/// Each line once.
fn read_lines(typed: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let all = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in all {
        if !lines.iter().any(|known| known == line) {
            lines.push(line.to_owned());
        }
    }
    lines
}

fn read_positions(form: &Form) -> Result<Vec<String>, (String, Problem)> {
    let mut positions = Vec::new();
    let pregnancy = (4..=42, "moeder-uger");
    let after = (1..=104, "moeder-efter");
    for ((range, field), place) in [(pregnancy, Place::Pregnancy), (after, Place::After)] {
        let words = form.value(field).split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| !word.is_empty() && *word != "og" && *word != "and") {
            let week: Option<u32> = word.parse().ok();
            let week = week.filter(|week| range.contains(week));
            let week = week.ok_or_else(|| (field.to_owned(), Problem::WeekOutOfRange))?;
            positions.push(match place {
                Place::Pregnancy => format!("gestation {week}+0"),
                Place::After => format!("birth + {week} weeks"),
            });
        }
    }
    Ok(positions)
}

fn read_parts(form: &Form, code: &str) -> Result<Vec<Part>, (String, Problem)> {
    let mut parts = Vec::new();
    for row in 1..=MOST_ROWS {
        let name = |what: &str| format!("{code}-{row}-{what}");
        let value = |what: &str| form.value(&name(what)).trim().to_owned();
        let (part, chosen) = (value("del"), value("aktoer"));
        if part.is_empty() && chosen.is_empty() {
            continue;
        }
        if part.is_empty() {
            return Err((name("del"), Problem::Missing));
        }
        parts.push(Part {
            part,
            actor: UnitKind::from_code(&chosen),
            with: WITH
                .iter()
                .filter_map(|name| UnitKind::from_code(&value(name)))
                .collect(),
            phase: Phase::from_code(&value("fase")),
            payer: Payer::from_code(&value("betaler")),
        });
    }
    Ok(parts)
}

/// The contact persons typed; a row without a name or a way to reach them says so.
pub(super) fn read_contacts(form: &Form, code: &str) -> Result<Vec<Contact>, (String, Problem)> {
    let mut contacts = Vec::new();
    for row in 1..=MOST_ROWS {
        let name = |what: &str| format!("{code}-{row}-{what}");
        let value = |what: &str| form.value(&name(what)).trim().to_owned();
        let (who, reach) = (value("navn"), value("naas"));
        let deputy = value("afloeser");
        // A row is taken out by emptying it; which actor it was for may stay chosen.
        if [&who, &reach, &deputy].iter().all(|said| said.is_empty()) {
            continue;
        }
        let actor = UnitKind::from_code(&value("aktoer"));
        let actor = actor.ok_or_else(|| (name("aktoer"), Problem::NotChosen))?;
        for (text, field) in [(&who, "navn"), (&reach, "naas")] {
            if text.is_empty() {
                return Err((name(field), Problem::Missing));
            }
        }
        contacts.push(Contact {
            actor,
            name: who,
            reach,
            deputy: Some(deputy).filter(|d| !d.is_empty()),
            confirmed: None,
        });
    }
    Ok(contacts)
}
