// SPDX-License-Identifier: EUPL-1.2
//! The log of a controller, for its data-protection officer: lines, a sample for control, and what is unusual.

use super::work::{typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::T;
use crate::text::dates::parse_date;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::log::{LogLines, LogRow, Patterns, UnusualRow};
use jiff::civil::Date;
use traad_app::{AuditLine, LogPage, LogPlace, LogQuestion, Pattern, SAMPLE, Thresholds};
use traad_domain::refusal::Problem;

/// Actions that can be asked for, as the log names them.
pub(crate) const ACTIONS: [&str; 37] = [
    "read",
    "print",
    "search",
    "tasks",
    "inbox",
    "write",
    "consent",
    "disclose",
    "request",
    "invite",
    "read-own",
    "open-own-page",
    "close-own-page",
    "offer",
    "listing",
    "places",
    "join",
    "erase",
    "raise-concern",
    "observe",
    "siblings",
    "families",
    "oversight",
    "supervision",
    "break-glass",
    "break-glass-ended",
    "break-glass-reviewed",
    "agreement",
    "forum",
    "staff",
    "leave",
    "log",
    "log-in",
    "log-out",
    "second-factor",
    "notice",
    "notice-choice",
];

/// The lines that fit what was asked.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let (asked, mut form) = question(visit);
    let found = visit.app.log_page(&visit.ctx()?, &asked)?;
    period(visit, &asked, &mut form);
    let next = found.next.as_ref().map(|place| older(&form, place));
    show(visit, form, &found, ("lines", next))
}

/// Some lines drawn by lot.
pub(crate) fn sample(visit: &Visit) -> Result<Answer, Fault> {
    let (asked, mut form) = question(visit);
    let found = visit.app.log_sample(&visit.ctx()?, &asked)?;
    period(visit, &asked, &mut form);
    show(visit, form, &found, ("sample", None))
}

/// What is unusual.
pub(crate) fn patterns(visit: &Visit) -> Result<Answer, Fault> {
    let (asked, mut form) = question(visit);
    let limits = Thresholds::PROPOSED;
    let found = visit.app.log_patterns(&visit.ctx()?, &asked, limits)?;
    period(visit, &asked, &mut form);
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let t = &visit.t;
    let view = Patterns {
        limits: vec![
            t.a("log-limit.refused", &("n", number(limits.refused))),
            t.a("log-limit.pathways", &("n", number(limits.pathways))),
            t.a("log-limit.closed", &("n", number(limits.closed))),
            t.s("log-limit.name"),
        ],
        rows: found.iter().map(|one| unusual(visit, one)).collect(),
        form,
    };
    visit.page(Section::Log, &view)
}

/// What was asked for in the address. A day that is none is said so, and the page is shown without it.
fn question(visit: &Visit) -> (LogQuestion, Form) {
    let mut form = Form {
        values: visit.query.0.clone(),
        ..Form::default()
    };
    let from = day(visit, &mut form, "foerste");
    let to = day(visit, &mut form, "sidste");
    let text = |name: &str| typed(&form, name).unwrap_or_default();
    let asked = LogQuestion {
        from,
        to,
        employment: text("medarbejder"),
        unit: text("enhed"),
        case_number: text("sag"),
        action: text("handling"),
        outcome: text("udfald"),
        before: place(&text("foer")),
    };
    (asked, form)
}

fn day(visit: &Visit, form: &mut Form, name: &str) -> Option<Date> {
    let text = typed(form, name)?;
    let day = parse_date(&text);
    if day.is_none() {
        wrong(visit, form, name, Problem::NotADate);
    }
    day
}

/// The days the answer is about, in the fields.
fn period(visit: &Visit, asked: &LogQuestion, form: &mut Form) {
    let (from, to) = asked.days(visit.today());
    for (name, day) in [("foerste", from), ("sidste", to)] {
        if form.error(name).is_none() {
            form.values.retain(|(field, _)| field != name);
            form.values.push((name.to_owned(), typed_day(day)));
        }
    }
}

/// A day as people type it, in both languages.
fn typed_day(day: Date) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

/// A place in the log as an address holds it.
fn place(text: &str) -> Option<LogPlace> {
    let (at, rest) = text.split_once('.')?;
    let (seq, segment) = rest.split_once('.')?;
    Some(LogPlace {
        at_ms: at.parse().ok()?,
        segment: segment.to_owned(),
        seq: seq.parse().ok()?,
    })
}

fn older(form: &Form, place: &LogPlace) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let kept = form.values.iter().filter(|(name, _)| name != "foer");
    query.extend_pairs(kept);
    let at = format!("{}.{}.{}", place.at_ms, place.seq, place.segment);
    query.append_pair("foer", &at);
    format!("{}?{}", paths::LOG, query.finish())
}

fn show(
    visit: &Visit,
    form: Form,
    found: &LogPage,
    (tab, next): (&'static str, Option<String>),
) -> Result<Answer, Fault> {
    let t = &visit.t;
    let units = found.units.iter();
    let staff = found.staff.iter();
    let actions = ACTIONS.iter();
    let status = if form.errors.is_empty() { 200 } else { 422 };
    let view = LogLines {
        tab,
        units: units
            .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
            .collect(),
        staff: staff
            .map(|own| Choice::new(own.id.as_str(), own.name.clone()))
            .collect(),
        actions: actions
            .map(|code| Choice::new(*code, t.of("log-action", code)))
            .collect(),
        rows: found.lines.iter().map(|line| row(visit, line)).collect(),
        next,
        sample: SAMPLE,
        form,
    };
    visit.page_with(status, Section::Log, &view)
}

fn row(visit: &Visit, line: &AuditLine) -> LogRow {
    let t = &visit.t;
    let refused = line.outcome == "refused";
    let nobody = || t.s("log-nobody");
    let what = known(t, "log-action", &line.action);
    let function = t.opt(&format!("function.{}", line.function));
    let unit = if line.unit.is_empty() {
        nobody()
    } else {
        line.unit.clone()
    };
    let more = line.pathways.saturating_sub(line.cases.len());
    let mut cases = line.cases.join(", ");
    if more > 0 {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        let words = if line.cases.is_empty() {
            t.a("log-cases", &("n", more))
        } else {
            t.a("log-cases-more", &("n", more))
        };
        cases = [cases, words].concat();
    }
    // Logging in and out is for nothing else.
    let purpose = if ["log-in", "log-out"].contains(&line.action.as_str()) {
        String::new()
    } else {
        known(t, "log-purpose", &line.purpose.replace(':', "-"))
    };
    LogRow {
        at: visit.moment(line.at),
        who: line.who.clone().unwrap_or_else(nobody),
        unit: [Some(unit), function]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
        what,
        categories: line
            .categories
            .iter()
            .map(|category| t.of("work-category", category.code()))
            .collect::<Vec<_>>()
            .join(", "),
        cases,
        purpose,
        why: reasons(t, &line.reason),
        outcome: t.of("log-outcome", if refused { "refused" } else { "permitted" }),
        refused,
    }
}

/// The words of a code, or the code itself when a later release wrote it.
fn known(t: &T, message: &str, code: &str) -> String {
    if code.is_empty() {
        return String::new();
    }
    t.opt(&format!("{message}.{code}"))
        .unwrap_or_else(|| code.to_owned())
}

/// Each ground once, without its reference.
fn reasons(t: &T, reason: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for part in reason.split(' ') {
        let code = part.split_once(':').map_or(part, |(code, _)| code);
        let word = known(t, "log-reason", code);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(", ")
}

fn unusual(visit: &Visit, one: &Pattern) -> UnusualRow {
    let t = &visit.t;
    let count = i64::try_from(one.count).unwrap_or(i64::MAX);
    UnusualRow {
        what: t.a(&format!("log-unusual.{}", one.kind.code()), &("n", count)),
        who: one.who.clone(),
        unit: one.unit.clone(),
        day: one.day.map(|day| t.date(day)).unwrap_or_default(),
        href: behind(&one.behind),
    }
}

fn behind(asked: &LogQuestion) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let day = |day: Option<Date>| day.map(typed_day).unwrap_or_default();
    let fields = [
        ("foerste", day(asked.from)),
        ("sidste", day(asked.to)),
        ("medarbejder", asked.employment.clone()),
        ("enhed", asked.unit.clone()),
        ("sag", asked.case_number.clone()),
        ("handling", asked.action.clone()),
        ("udfald", asked.outcome.clone()),
    ];
    query.extend_pairs(fields.iter().filter(|(_, value)| !value.is_empty()));
    format!("{}?{}", paths::LOG, query.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, MISSING};
    use traad_app::ReadPurpose;

    #[test]
    fn every_action_and_purpose_has_words_in_both_languages() {
        for lang in [Lang::Da, Lang::En] {
            let t = T::new(lang);
            for action in ACTIONS {
                assert!(!t.of("log-action", action).contains(MISSING), "{action}");
            }
            for purpose in ReadPurpose::ALL {
                let words = t.of("read-purpose", purpose.code());
                assert!(!words.contains(MISSING), "{words}");
            }
        }
    }

    /// What is logged under another code could be neither read nor filtered for.
    #[test]
    fn every_code_the_program_logs_is_an_action() {
        let mut found = 0;
        for file in sources(concat!(env!("CARGO_MANIFEST_DIR"), "/../app/src").as_ref()) {
            let text = std::fs::read_to_string(&file).expect("a source can be read");
            for call in ["log(ctx, \"", "log_row(ctx, \"", "open_for(ctx, id, \""] {
                for rest in text.split(call).skip(1) {
                    let code = rest.split('"').next().unwrap_or_default();
                    assert!(ACTIONS.contains(&code), "{code} in {}", file.display());
                    found += 1;
                }
            }
        }
        assert!(found > 30, "{found}");
    }

    fn sources(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(folder).expect("a folder of sources");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let mut files = Vec::new();
        for path in paths {
            if path.is_dir() {
                files.extend(sources(&path));
            } else {
                files.push(path);
            }
        }
        files
    }

    #[test]
    fn a_place_in_the_log_comes_back_from_its_address() {
        let at = LogPlace {
            at_ms: 12,
            segment: "2026.a".to_owned(),
            seq: 7,
        };
        let form = Form::default();
        let address = older(&form, &at);
        let text = address.rsplit_once('=').map(|(_, text)| text.to_owned());
        assert_eq!(place(&text.unwrap_or_default()), Some(at));
        assert_eq!(place("12"), None);
        assert_eq!(place("x.7.s"), None);
    }
}
