// SPDX-License-Identifier: EUPL-1.2
//! Nothing is asked twice in a whole pathway. One is told from the concern to a plan that runs, every form somebody comes to
//! by the links of its pages is opened, and every question of every form is listed. A question that somebody has answered
//! and that stands open in another form, or that stands open in two, is asked twice: the second is filled in from what the
//! unit wrote, or the reason why it is another question stands here.

use crate::known;
use crate::page::{Form, Question};
use crate::router::routes;
use crate::world::World;
use std::collections::{BTreeMap, BTreeSet};

/// From the concern, with all that can be told there, to a plan that runs; each with what is filled in besides.
const STORY: [(&str, &[(&str, &str)]); 9] = [
    (r#"at klokken er "09.00" den "3.3.2026""#, &[]),
    (
        r#"jordemoderen har meldt bekymring for "Anna Test" i "Odense" med"#,
        &[
            ("Hvordan kan hun trygt kontaktes?", "00 00 20 01"),
            ("Alkohol: Hvor meget", "to glas"),
            ("Alkohol: Hvor ved du det fra?", "Hun har sagt det"),
        ],
    ),
    (
        r#"familierådgiveren har akutvurderet underretningen om "Anna Test""#,
        &[],
    ),
    (
        r#"familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test""#,
        &[],
    ),
    (
        r#"familierådgiveren har skrevet "En have." ned for "Anna Test""#,
        &[],
    ),
    (
        r#"familierådgiveren har lavet en udredning af "Anna Test" med"#,
        &[("Cannabis (hash): Hyppighed", "hver dag")],
    ),
    (
        r#"familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant"#,
        &[],
    ),
    (
        r#"familierådgiveren har lavet en plan for "Anna Test", der svarer på "Psykiatriske lidelser""#,
        &[],
    ),
    (
        r#"jordemoderen har skrevet samtykke fra "Anna Test" til "Familieafdelingen, Odense" om "Sociale forhold""#,
        &[],
    ),
];

/// Who looks.
const LOOKS: [&str; 2] = ["jordemoder", "familie"];

/// One question under two names.
const SAME: [(&str, &str); 5] = [
    ("Hvor længe", "Varighed"),
    ("Hvor ofte", "Hyppighed"),
    ("Hvornår i graviditeten", "Timing"),
    ("Hvor meget", "Omfang"),
    ("Hvordan kan hun trygt kontaktes?", "Telefon"),
];

/// Questions that stand in several forms and are not one question, with the reason. The list may only shrink.
const EACH_ITS_OWN: &[(&str, &str)] = &[
    ("Begrundelse", "each judgement has its own reason"),
    (
        "CPR-nummer",
        "her number is asked where it is not known; the other is another adult's",
    ),
    ("Dato", "the day of a birth and the day of a meeting"),
    (
        "Formål",
        "of the meeting that is called, and of the one a time is sought for: that is called with it by one press",
    ),
    (
        "Sted",
        "of the meeting that is called, and of the one a time is sought for: that is called with it by one press",
    ),
    (
        "Det, kolleger skal vide",
        "a loss and a death are two events; at most one of the forms is used",
    ),
    (
        "Hvad giver ret til det?",
        "each passing on and each request rests on a ground of its own",
    ),
    (
        "Hvilke oplysninger?",
        "what one unit is asked for, and what she says yes to",
    ),
    (
        "Hvordan er det sagt?",
        "each yes, each longer yes and each no is said at a time of its own",
    ),
    (
        "Hvorfor ikke skriftligt?",
        "belongs to how each of them was said",
    ),
    (
        "Hvornår?",
        "a loss and a death are two events; at most one of the forms is used",
    ),
    ("Klokken", "the hour of a birth and the hour of a meeting"),
    ("Navn", "another adult's name, not hers"),
    (
        "Støtte til at skabe stabilitet og struktur i hverdagen",
        "the plan says what is done, the follow-up whether it goes on",
    ),
    ("Telefon", "how an actor is reached, not how she is"),
];

/// The page of the router an address is of. A step of a notification or a referral is sent from the page itself.
fn route(address: &str) -> Option<&'static str> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let all = routes().into_iter();
    let fits = |route: &&str| {
        let (mut open, mut told) = (route.split('/'), path.split('/'));
        loop {
            match (open.next(), told.next()) {
                (None, None) => return true,
                (Some(part), Some(word)) if part.starts_with('{') || part == word => {}
                _ => return false,
            }
        }
    };
    // The one with the fewest open parts is meant.
    let route = all
        .filter(fits)
        .min_by_key(|route| route.matches('{').count())?;
    Some(route.strip_suffix("/{step}").unwrap_or(route))
}

fn is_of_a_pathway(address: &str) -> bool {
    ["/forloeb/", "/underretning/", "/henvisning/"]
        .iter()
        .any(|begin| address.starts_with(begin))
}

/// The questions of every form page somebody comes to by following links from the pathway.
fn asked(world: &mut World) -> BTreeMap<&'static str, Vec<Question>> {
    let home = format!("/forloeb/{}", world.pathway("Anna Test"));
    let mut waiting = vec![
        home,
        "/underretninger".to_owned(),
        "/henvisninger".to_owned(),
    ];
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut forms: BTreeMap<&'static str, Vec<Question>> = BTreeMap::new();
    while let Some(address) = waiting.pop() {
        world.open(&address);
        if world.page.status != 200 {
            continue;
        }
        for (_, href) in world.page.links.clone() {
            if is_of_a_pathway(&href) && seen.insert(href.clone()) {
                waiting.push(href);
            }
        }
        let Some(route) = route(&address).filter(|_| is_of_a_pathway(&address)) else {
            continue;
        };
        let own = world.page.forms.iter();
        let questions = own.filter(|form| !form.is_of_the_frame());
        let questions = questions.flat_map(Form::questions);
        forms.entry(route).or_default().extend(questions);
    }
    forms
}

/// The question by its one name.
fn one_name(question: &str) -> String {
    let same = SAME.iter().find(|(name, _)| question.ends_with(name));
    same.map_or_else(
        || question.to_owned(),
        |(name, other)| question.replace(name, other),
    )
}

/// For one person: where each question was answered, or stands open, when it also stands open in another form.
fn twice(world: &mut World, who: &str) -> (BTreeMap<String, BTreeSet<&'static str>>, usize) {
    let mut open: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut opening: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let forms = asked(world);
    for (route, questions) in &forms {
        for asked in questions.iter().filter(|asked| !asked.answered) {
            let of = if asked.opens { &mut opening } else { &mut open };
            of.entry(one_name(&asked.words)).or_default().insert(route);
        }
    }
    let mut found: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let answered = world.answered.iter().filter(|(login, ..)| login == who);
    for (_, action, question) in answered {
        let question = one_name(question);
        let Some(at) = route(action) else { continue };
        let places = open
            .get(&question)
            .into_iter()
            .chain(opening.get(&question));
        for place in places.flatten().filter(|place| **place != at) {
            found
                .entry(question.clone())
                .or_default()
                .extend([at, place]);
        }
    }
    let several = open.into_iter().filter(|(_, routes)| routes.len() > 1);
    for (question, routes) in several {
        found.entry(question).or_default().extend(routes);
    }
    (found, forms.len())
}

#[test]
fn nothing_is_asked_twice_in_a_whole_pathway() {
    let mut world = World::new();
    for (sentence, rows) in STORY {
        let (action, places, _) = known(sentence).unwrap_or_else(|error| panic!("{error}"));
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|(key, value)| vec![(*key).to_owned(), (*value).to_owned()])
            .collect();
        action(&mut world, &places, &rows);
    }
    let mut found: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for who in LOOKS {
        world.let_act(who);
        let (twice, forms) = twice(&mut world, who);
        assert!(forms > 20, "{who} comes to {forms} forms only");
        for (question, routes) in twice {
            found.entry(question).or_default().extend(routes);
        }
    }
    let reasoned: BTreeSet<&str> = EACH_ITS_OWN.iter().map(|(question, _)| *question).collect();
    let unreasoned: Vec<String> = found
        .iter()
        .filter(|(question, _)| !reasoned.contains(question.as_str()))
        .map(|(question, routes)| format!("»{question}« in {routes:?}"))
        .collect();
    assert!(
        unreasoned.is_empty(),
        "asked twice:\n{}",
        unreasoned.join("\n")
    );
    let still: BTreeSet<&str> = found.keys().map(String::as_str).collect();
    let gone: Vec<&&str> = reasoned.difference(&still).collect();
    assert!(gone.is_empty(), "no longer asked twice: {gone:?}");
}
