// SPDX-License-Identifier: EUPL-1.2
//! A duty as a row: in words, with its source, its arithmetic and the one thing to press.

use super::pathway::meetings::support_words;
use super::person;
use crate::paths;
use crate::server::Visit;
use crate::text::Lang;
use crate::text::dates::Distance;
use crate::view::duty::{Action, DutyRow, Strength, Urgency};
use jiff::Timestamp;
use jiff::civil::Date;
use traad_app::DutyStatus;
use traad_app::{About, DutyLine, week_end};
use traad_domain::time::local_date;
use traad_duty::rule::RuleInfo;

/// A line of the use case as a row of the page. `own_page` leaves out whose pathway it is.
pub(crate) fn row(visit: &Visit, line: &DutyLine, own_page: bool) -> DutyRow {
    let rule = visit.app.rules().rule(&line.rule);
    let duty = format!("{}~{}", line.rule, line.key);
    let law = line.strength == "law";
    DutyRow {
        anchor: anchor(line),
        title: whole_title(visit, line),
        strength: strength(&line.strength),
        unverified: rule.is_some_and(|r| r.unverified),
        urgency: urgency(line, visit.now),
        who: if own_page {
            String::new()
        } else {
            person::with_week(visit, line.subject.as_ref(), line.lmp)
        },
        href: paths::pathway(line.pathway.as_str(), ""),
        due: line
            .due
            .map(|due| visit.t.a("duty-due", &("at", limit(visit, line, due)))),
        relative: line.due.map(|due| relative(visit, line, due)),
        since: Some(visit.moment(line.started)),
        owner: line.stands_in.then(|| visit.t.s("duty-stands-in")),
        why: why(visit, line),
        source: rule.map(|rule| source(visit, rule)).unwrap_or_default(),
        sentence: rule.and_then(|rule| sentence(visit, rule)),
        arithmetic: arithmetic(visit, line),
        history: Vec::new(),
        out_of_hours: None,
        action: action(visit, line, rule),
        explain: (!law).then(|| paths::explanation(line.pathway.as_str(), &duty)),
    }
}

/// What the person who owes it reads; the rule's id when the rulebook no longer has it.
pub(crate) fn title(visit: &Visit, rule: &str) -> String {
    let title = visit
        .app
        .rules()
        .rule(rule)
        .and_then(|rule| rule.title.as_ref());
    title.map_or_else(
        || rule.to_owned(),
        |title| words(visit, &title.da, &title.en),
    )
}

/// The title with what the duty is about, where the title alone does not say it.
fn whole_title(visit: &Visit, line: &DutyLine) -> String {
    let title = title(visit, &line.rule);
    match &line.about {
        Some(About::Decision(words)) => format!("{title}: {words}"),
        Some(About::Support(support)) => format!("{title}: {}", support_words(visit, support)),
        None => title,
    }
}

fn words(visit: &Visit, da: &str, en: &str) -> String {
    match visit.t.lang() {
        Lang::Da => da.to_owned(),
        Lang::En => en.to_owned(),
    }
}

/// Letters, digits and hyphens only.
fn anchor(line: &DutyLine) -> String {
    let text = format!("{}-{}-{}", line.rule, line.key, line.pathway);
    text.chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect()
}

fn strength(code: &str) -> Strength {
    match code {
        "law" => Strength::Law,
        "agreement" => Strength::Agreement,
        _ => Strength::Recommendation,
    }
}

/// How soon somebody must act.
pub(crate) fn urgency(line: &DutyLine, now: Timestamp) -> Urgency {
    match (line.status, line.due) {
        (DutyStatus::Overdue, _) => Urgency::Overdue,
        (DutyStatus::Unsettled, None) => Urgency::Unsettled,
        (_, None) => Urgency::Later,
        (_, Some(due)) => by_day(due, now),
    }
}

/// How soon a limit is.
pub(crate) fn by_day(due: Timestamp, now: Timestamp) -> Urgency {
    let (day, today) = (local_date(due), local_date(now));
    if due < now {
        Urgency::Overdue
    } else if day <= today || due.duration_since(now).as_hours() < 24 {
        Urgency::Today
    } else if day <= week_end(today) {
        Urgency::Week
    } else {
        Urgency::Later
    }
}

/// Whether the deadline is counted in hours.
fn in_hours(line: &DutyLine) -> bool {
    line.why.unit.as_deref() == Some("hours")
}

/// A deadline in hours has a time of day; all others are the end of a day.
fn limit(visit: &Visit, line: &DutyLine, due: Timestamp) -> String {
    if in_hours(line) {
        visit.moment(due)
    } else {
        visit.t.weekday(local_date(due), visit.today())
    }
}

fn relative(visit: &Visit, line: &DutyLine, due: Timestamp) -> String {
    visit.t.distance(if in_hours(line) {
        minutes(due, visit.now)
    } else {
        days(local_date(due), visit.today())
    })
}

/// Minutes to a moment.
pub(crate) fn minutes(due: Timestamp, now: Timestamp) -> Distance {
    Distance::Minutes(due.duration_since(now).as_secs() / 60)
}

/// Calendar days to a day.
pub(crate) fn days(day: Date, today: Date) -> Distance {
    let days = day
        .since((jiff::Unit::Day, today))
        .map_or(0, |span| i64::from(span.get_days()));
    Distance::Days(days)
}

fn why(visit: &Visit, line: &DutyLine) -> String {
    let t = &visit.t;
    if line.status == DutyStatus::Unsettled && line.due.is_none() {
        let name = |key: &String| {
            let known = t.opt(&format!("agreement-key.{}", key.replace('.', "-")));
            known.unwrap_or_else(|| t.s("agreement-key"))
        };
        let lacking = line
            .why
            .lacking
            .iter()
            .map(name)
            .collect::<Vec<_>>()
            .join(", ");
        return t.a("duty-why-unsettled", &("what", lacking));
    }
    match &line.why.agreement {
        Some(agreement) => t.a("duty-why-agreement", &("agreement", agreement.clone())),
        None => t.of("duty-why", &line.strength),
    }
}

/// What a rule rests on, as people cite it: sections of law, and the recommendation by its heading. Row numbers are for
/// the traceability page, not for a reader.
fn source(visit: &Visit, rule: &RuleInfo) -> String {
    let recommendations = visit.app.rules().recommendations();
    let mut cited: Vec<String> = Vec::new();
    for cite in &rule.cites {
        let words = match recommendations.find(cite) {
            Some(found) => found.heading.as_ref().map(|heading| {
                let heading = words(visit, &heading.da, &heading.en);
                visit
                    .t
                    .a("duty-source-recommendation", &("heading", heading))
            }),
            None => cite.contains('§').then(|| cite.clone()),
        };
        cited.extend(words.filter(|words| !cited.contains(words)));
    }
    cited.join(" · ")
}

/// The sentence of the recommendation behind a rule, word for word.
fn sentence(visit: &Visit, rule: &RuleInfo) -> Option<String> {
    let recommendations = visit.app.rules().recommendations();
    let cited = rule
        .cites
        .iter()
        .find_map(|cite| recommendations.find(cite))?;
    Some(match (visit.t.lang(), &cited.text_en) {
        (Lang::En, Some(english)) => english.clone(),
        _ => cited.text_da.clone(),
    })
}

fn arithmetic(visit: &Visit, line: &DutyLine) -> Vec<String> {
    let t = &visit.t;
    let mut lines = Vec::new();
    if let (Some(from), Some(count), Some(unit)) = (line.why.from, line.why.count, &line.why.unit) {
        let from = if in_hours(line) {
            visit.moment(line.started)
        } else {
            t.weekday(from, visit.today())
        };
        let length = t.a(&format!("unit-{unit}"), &("n", i64::from(count)));
        let sum = t.a2("duty-sum", &("from", from), &("length", length));
        match line.due {
            Some(due) => lines.push(format!("{sum} = {}", limit(visit, line, due))),
            None => lines.push(sum),
        }
    }
    if let Some(proposed) = line.proposed {
        lines.push(t.a(
            "duty-proposed",
            &("at", t.weekday(local_date(proposed), visit.today())),
        ));
    }
    lines
}

/// What fulfils the rule decides what there is to press.
fn action(visit: &Visit, line: &DutyLine, rule: Option<&RuleInfo>) -> Option<Action> {
    let kinds = &rule?.done_by.on.kinds;
    let id = line.pathway.as_str();
    // The receiver accepts, not the one who hands over.
    match line.rule.as_str() {
        "handover-awaited" | "moved-case-not-taken" => return None,
        // That the meeting was held does it too; what one presses is that she is helped.
        "attendance-support" => {
            return Some(Action {
                label: visit.t.s("duty-action.attendance-support-given"),
                href: paths::done(id, &format!("{}~{}", line.rule, line.key)),
            });
        }
        _ => {}
    }
    let mut pages = RULE_PAGES.iter();
    if let Some((_, label, page)) = pages.find(|(rule, _, _)| *rule == line.rule) {
        return Some(Action {
            label: visit.t.s(label),
            href: paths::pathway(id, page),
        });
    }
    let reference = line
        .reference
        .as_ref()
        .map(|reference| format!("{id}-{reference}"));
    // A kind with a page of its own goes before one that is only reported.
    let review = |kind: &String| {
        let reference = line
            .reference
            .as_ref()
            .filter(|_| kind == "emergency-reviewed");
        reference.map(|reference| paths::emergency_review(id, reference))
    };
    let own = kinds.iter().find_map(|kind| {
        let found = review(kind).or_else(|| place(kind, id, reference.as_deref()));
        Some((kind, found?))
    });
    let done = || paths::done(id, &format!("{}~{}", line.rule, line.key));
    let (kind, href) = own.or_else(|| Some((kinds.first()?, done())))?;
    let label = visit.t.opt(&format!("duty-action.{kind}"));
    Some(Action {
        label: label.unwrap_or_else(|| visit.t.s("duty-do")),
        href,
    })
}

/// Rules whose one page follows from the rule itself: what is pressed, and where that leads.
const RULE_PAGES: [(&str, &str, &str); 5] = [
    // The child moves on from here; what is wrong is not mended by another form.
    ("foster-family-type", "duty-do", "anbringelse"),
    (
        "adulthood-receiver",
        "duty-action.handover-sent",
        "voksenovergang",
    ),
    (
        "birth-handover",
        "duty-action.handover-sent",
        "overlevering",
    ),
    (
        "moved-case-handed-over",
        "duty-action.handover-sent",
        "flytning/overlevering",
    ),
    ("moved-case-taken", "moving-take.button", "flytning/modtag"),
];

/// Where the thing is done that a fact of this kind tells of.
fn place(kind: &str, id: &str, reference: Option<&str>) -> Option<String> {
    if matches!(kind, "notification-sent" | "concern-raised") {
        return Some(paths::CONCERN.to_owned());
    }
    if let Some((_, step)) = NOTIFICATION_STEPS.iter().find(|(fact, _)| *fact == kind) {
        return Some(paths::notification(reference?, step));
    }
    if let Some((_, step)) = REFERRAL_STEPS.iter().find(|(fact, _)| *fact == kind) {
        return Some(paths::referral(reference?, step));
    }
    let own = || reference?.strip_prefix(id)?.strip_prefix('-');
    if kind == "request-answered" {
        return Some(paths::request(id, own()?));
    }
    if kind == "shown-to-party" {
        return Some(paths::showing(id, own()?));
    }
    let (_, page) = FORMS.iter().find(|(fact, _)| *fact == kind)?;
    Some(paths::pathway(id, page))
}

/// Facts that a step of a notification writes.
const NOTIFICATION_STEPS: [(&str, &str); 6] = [
    ("assessed-24h", "akutvurdering"),
    ("notification-acknowledged", "kvittering"),
    ("notification-outcome", "udfald"),
    ("notifier-informed", "orientering"),
    ("second-opinion-given", "fornyet"),
    ("childs-need-assessed", "barnets-behov"),
];

/// Facts that a step of a referral writes.
const REFERRAL_STEPS: [(&str, &str); 6] = [
    ("referral-accepted", "accepter"),
    ("referral-declined", "accepter"),
    ("referral-completed", "afsluttet"),
    ("referral-considered", "spurgt"),
    ("referral-sent", "spurgt"),
    ("referral-followed-up", "fulgt-op"),
];

/// Facts that a form of the pathway writes.
const FORMS: [(&str, &str); 36] = [
    ("coordinator-appointed", "koordinator"),
    ("coordinator-expectations-agreed", "koordinator"),
    ("assessment-completed", "udredning/ny"),
    ("use-recorded", "udredning/ny"),
    ("level-judged", "vurdering"),
    ("plan-made", "plan/ny"),
    ("plan-approved", "plan/ny"),
    ("intervention-started", "plan"),
    ("plan-followed-up", "opfoelgning"),
    ("network-meeting-called", "moede/ny"),
    ("network-meeting-held", "moeder"),
    ("meeting-participant-removed", "moeder"),
    ("network-meeting-moved", "moeder"),
    ("meeting-times-answered", "moeder"),
    ("attendance-support-agreed", "moede/stoette"),
    ("team-member-joined", "aktoer"),
    ("consent-asked", "samtykke/ny"),
    ("consent-extended", "samtykker"),
    ("wish-recorded", "oensker"),
    ("intervention-decided", "opfoelgning"),
    ("adulthood-prepared", "voksenovergang"),
    ("child-placed", "anbringelse/ny"),
    ("exposure-weighed", "anbringelse/eksponering"),
    ("carers-offered", "anbringelse/tilbud"),
    ("carers-told", "anbringelse/viden"),
    ("carers-meeting-called", "anbringelse/moede"),
    ("parents-support-offered", "anbringelse/foraeldre"),
    ("custody-stated", "foraeldremyndighed"),
    ("exposure-stated", "eksponering"),
    ("homecoming-assessed", "hjemkomst"),
    ("handover-sent", "overlevering"),
    ("injury-judged", "foelger"),
    ("new-municipality-notified", "flytning/overlevering"),
    ("home-known", "flytning"),
    ("contract-offered", "behandling"),
    ("discharge-planned", "udskrivning"),
];
