// SPDX-License-Identifier: EUPL-1.2
//! How duties are judged: clocks, explanations, bindings, moves, anchors, and what is said about why.

use crate::world::World;
use traad_duty::why::{CountedFrom, Lacking, Origin};
use traad_duty::{Answer, Calendar};

const PLAN: &str = r#"plan = { strength = "agreement", starts = [{ each = "assessed" }], due = "agreement:plan.days days", done_by = "planned", void_by = ["closed"] }"#;

fn days(number: i32) -> [(&'static str, Answer); 1] {
    [("plan.days", Answer::Number(number))]
}

#[test]
fn facts_known_to_the_day() {
    let rule = r#"visit = { starts = [{ each = "asked" }], due = "0 days", done_by = "visited" }"#;
    // Same day: the place in the journal decides.
    World::new(rule)
        .fact("2026-03-02T10:00", "asked", &[])
        .fact("2026-03-02", "visited", &[])
        .check(
            "2026-03-03T00:00",
            &["visit 1 2026-03-02T23:59 ontime by 2026-03-02T00:00"],
        );
    World::new(rule)
        .fact("2026-03-02", "visited", &[])
        .fact("2026-03-02T10:00", "asked", &[])
        .check("2026-03-03T00:00", &["visit 2 2026-03-02T23:59 overdue"]);
}

#[test]
fn danish_clock() {
    let mut world = World::new(
        r#"
        day = { starts = [{ each = "a" }], due = "1 day", done_by = "b" }
        hours = { starts = [{ each = "a" }], due = "24 hours", done_by = "b" }
        "#,
    );
    world.calendar = Calendar::copenhagen(&[]).unwrap();
    // The clock is set forward in the night to 29 March 2026: 24 hours end an hour later by the wall.
    world.fact("2026-03-28T20:00", "a", &[]).check(
        "2026-03-28T20:00",
        &[
            "hours 1 2026-03-29T21:00 open",
            "day 1 2026-03-29T23:59 open",
        ],
    );
}

#[test]
fn written_down_late() {
    let rules = |clock: &str| {
        World::new(&format!(
            r#"r = {{ strength = "law", clock = "{clock}", starts = [{{ each = "a" }}], due = "24 hours", done_by = "b" }}"#
        ))
        .fact("2026-03-02T08:00 ~ 2026-03-02T10:00", "a", &[])
        .fact("2026-03-03T07:00 ~ 2026-03-03T11:00", "b", &[])
    };
    rules("occurred").check(
        "2026-03-04T00:00",
        &["r 1 2026-03-03T08:00 ontime-recorded-late by 2026-03-03T07:00"],
    );
    rules("recorded")
        .check("2026-03-02T09:00", &[])
        .check("2026-03-03T10:30", &["r 1 2026-03-03T10:00 overdue"])
        .check(
            "2026-03-04T00:00",
            &["r 1 2026-03-03T10:00 late by 2026-03-03T11:00"],
        );
}

#[test]
fn a_breach_stands() {
    let world = || {
        World::new(
            r#"r = { starts = [{ each = "a" }], due = "2 days", done_by = "b", void_by = ["closed"] }"#,
        )
        .fact("2026-03-02T08:00", "a", &[])
    };
    world()
        .fact("2026-03-04T23:59", "pathway-closed", &[])
        .check("2026-03-09T00:00", &["r 1 2026-03-04T23:59 void"]);
    world()
        .fact("2026-03-05T00:00", "pathway-closed", &[])
        .check("2026-03-09T00:00", &["r 1 2026-03-04T23:59 missed"]);
    // What was done after it fell away is not done.
    world()
        .fact("2026-03-03T00:00", "pathway-closed", &[])
        .fact("2026-03-04T00:00", "b", &[])
        .check("2026-03-09T00:00", &["r 1 2026-03-04T23:59 void"]);
    world()
        .fact("2026-03-03T00:00", "pathway-closed", &[])
        .fact("2026-03-03T00:01", "pathway-reopened", &[])
        .fact("2026-03-04T00:00", "a", &[])
        .check(
            "2026-03-09T00:00",
            &["r 1 2026-03-04T23:59 void", "r 4 2026-03-06T23:59 overdue"],
        );
}

#[test]
fn explained() {
    let world = |strength: &str| {
        World::new(&format!(
            r#"r = {{ strength = "{strength}", starts = [{{ each = "a" }}], due = "2 days", done_by = "b", void_by = ["closed"] }}"#
        ))
        .fact("2026-03-02T08:00", "a", &[])
        .fact("2026-03-04T08:00", "duty-explained", &[("rule", "r"), ("key", "1")])
        .fact("2026-03-06T08:00", "duty-explained", &[("rule", "r"), ("key", "2")])
    };
    // Explained before its due is explained at once and never a breach; another duty's explanation is not this one's.
    world("recommendation").check("2026-03-04T09:00", &["r 1 2026-03-04T23:59 explained"]);
    world("recommendation").check("2026-03-09T00:00", &["r 1 2026-03-04T23:59 explained"]);
    let after = |strength| {
        world(strength).fact(
            "2026-03-06T08:00",
            "duty-explained",
            &[("rule", "r"), ("key", "1")],
        )
    };
    after("recommendation").check("2026-03-09T00:00", &["r 1 2026-03-04T23:59 explained"]);
    after("law").check("2026-03-09T00:00", &["r 1 2026-03-04T23:59 overdue"]);
    after("recommendation")
        .fact("2026-03-07T08:00", "b", &[])
        .check(
            "2026-03-09T00:00",
            &["r 1 2026-03-04T23:59 late by 2026-03-07T08:00"],
        );
    after("agreement")
        .fact("2026-03-07T08:00", "pathway-closed", &[])
        .check("2026-03-09T00:00", &["r 1 2026-03-04T23:59 explained"]);
}

#[test]
fn explained_in_the_minute_it_began() {
    let rule = r#"r = { strength = "recommendation", starts = [{ each = "a" }], due = "2 days", done_by = "b" }"#;
    let words = &[("rule", "r"), ("key", "1")];
    World::new(rule)
        .fact("2026-03-02T08:00", "a", &[])
        .fact("2026-03-02T08:00", "duty-explained", words)
        .check("2026-03-02T08:00", &["r 1 2026-03-04T23:59 explained"])
        .check("2026-03-09T00:00", &["r 1 2026-03-04T23:59 explained"]);
    // What was written earlier explains nothing that began later.
    World::new(rule)
        .fact(
            "2026-03-02T08:00",
            "duty-explained",
            &[("rule", "r"), ("key", "2")],
        )
        .fact("2026-03-02T08:00", "a", &[])
        .check("2026-03-02T08:00", &["r 2 2026-03-04T23:59 open"]);
}

#[test]
fn explained_without_a_deadline() {
    let world = |moment: &str| {
        World::new(PLAN)
            .agreed("2026-01-01T00:00", &[])
            .agreed("2026-03-01T00:00", &days(7))
            .fact("2026-02-20T10:00", "assessed", &[])
            .fact(moment, "duty-explained", &[("rule", "plan"), ("key", "1")])
    };
    world("2026-02-21T10:00")
        .check("2026-02-21T09:59", &["plan 1 - unsettled"])
        .check("2026-02-21T10:00", &["plan 1 - explained"])
        .check("2026-03-20T00:00", &["plan 1 2026-03-08T23:59 explained"]);
}

#[test]
fn the_agreement_in_force_at_the_start_binds() {
    let world = World::new(PLAN)
        .agreed("2026-01-01T00:00", &days(14))
        .agreed("2026-03-01T00:00", &days(7))
        .fact("2026-02-20T10:00", "assessed", &[])
        .fact("2026-03-02T10:00", "assessed", &[]);
    world.check(
        "2026-03-03T00:00",
        &[
            "plan 1 2026-03-06T23:59 open",
            "plan 2 2026-03-09T23:59 open",
        ],
    );
    world.why("2026-03-03T00:00", 0, |why| {
        assert_eq!(why.answers[0].version, "v1");
        assert_eq!(why.answers[0].number, Some(14));
        assert_eq!(why.deadlines[0].key.as_deref(), Some("plan.days"));
        assert!(matches!(why.counted_from, CountedFrom::Start(_)));
    });
}

#[test]
fn unsettled_until_an_agreement_answers() {
    let world = || {
        World::new(PLAN)
            .agreed("2026-01-01T00:00", &[])
            .agreed("2026-03-01T00:00", &days(7))
            .proposed("plan.days", Answer::Number(14))
            .fact("2026-02-20T10:00", "assessed", &[])
    };
    let unsettled = world();
    unsettled
        .check("2026-02-28T23:59", &["plan 1 - unsettled"])
        .check("2026-03-01T00:00", &["plan 1 2026-03-08T23:59 open"]);
    let derivation = unsettled.derive("2026-02-21T00:00");
    assert_eq!(unsettled.clock(derivation.next_change), "2026-03-01T00:00");
    assert_eq!(
        unsettled.clock(derivation.duties[0].proposed),
        "2026-03-06T23:59"
    );
    unsettled.why("2026-02-21T00:00", 0, |why| {
        let lacking = Lacking::Agreement {
            key: "plan.days".to_owned(),
            proposed: Some(14),
        };
        assert_eq!(why.lacking, [lacking]);
    });
    unsettled.why("2026-03-02T00:00", 0, |why| {
        assert_eq!(
            why.counted_from,
            CountedFrom::InForce(unsettled.minute("2026-03-01T00:00"))
        );
    });
    // What was done while nothing was agreed has no deadline to be held against, then or later.
    world().fact("2026-02-25T10:00", "planned", &[]).check(
        "2026-03-02T00:00",
        &["plan 1 - unsettled by 2026-02-25T10:00"],
    );
    world()
        .fact("2026-02-25T10:00", "pathway-closed", &[])
        .check("2026-03-02T00:00", &["plan 1 - void"]);
    world().fact("2026-03-05T10:00", "planned", &[]).check(
        "2026-03-06T00:00",
        &["plan 1 2026-03-08T23:59 ontime by 2026-03-05T10:00"],
    );
}

#[test]
fn a_move_starts_duties_of_agreement_anew() {
    let rules = format!(
        r#"{PLAN}
        legal = {{ strength = "law", starts = [{{ each = "assessed" }}], due = "14 days", done_by = "planned" }}"#
    );
    let world = || {
        World::new(&rules)
            .agreed("2026-01-01T00:00", &days(7))
            .agreed("2026-03-05T12:00", &days(20))
            .fact("2026-03-01T10:00", "assessed", &[])
            .fact("2026-03-05T12:00", "pathway-moved", &[("to", "other")])
    };
    world().check(
        "2026-03-06T00:00",
        &[
            "plan 1 2026-03-08T23:59 void",
            "legal 1 2026-03-15T23:59 open",
            "plan 1@2 2026-03-25T23:59 open",
        ],
    );
    // A breach stays with the one who owed it at the due.
    World::new(PLAN)
        .agreed("2026-01-01T00:00", &days(2))
        .fact("2026-03-01T10:00", "assessed", &[])
        .fact("2026-03-05T12:00", "pathway-moved", &[])
        .check(
            "2026-03-06T00:00",
            &[
                "plan 1 2026-03-03T23:59 missed",
                "plan 1@2 2026-03-07T23:59 open",
            ],
        );
    // What was settled before is left alone.
    World::new(PLAN)
        .agreed("2026-01-01T00:00", &days(2))
        .fact("2026-03-01T10:00", "assessed", &[])
        .fact("2026-03-02T10:00", "planned", &[])
        .fact("2026-03-05T12:00", "pathway-moved", &[])
        .check(
            "2026-03-06T00:00",
            &["plan 1 2026-03-03T23:59 ontime by 2026-03-02T10:00"],
        );
}

#[test]
fn positions_start_anew_after_a_move() {
    let positions = |texts: [&str; 2]| [("p", Answer::List(texts.map(str::to_owned).to_vec()))];
    World::new(
        r#"meet = { strength = "agreement", starts = [{ on = "opened", steps = "agreement:p" }], due = "step", done_by = { on = "met", spend = true } }"#,
    )
    .agreed("2026-01-01T00:00", &positions(["5 days", "20 days"]))
    .agreed("2026-03-10T00:00", &positions(["3 days", "9 days"]))
    .fact("2026-03-01T10:00", "opened", &[])
    .fact("2026-03-02T10:00", "met", &[])
    .fact("2026-03-10T12:00", "pathway-moved", &[])
    .fact("2026-03-11T12:00", "met", &[])
    .check(
        "2026-03-12T00:00",
        &[
            "meet 5 days 2026-03-06T23:59 ontime by 2026-03-02T10:00",
            "meet 3 days@3 2026-03-13T23:59 ontime by 2026-03-11T12:00",
            "meet 9 days@3 2026-03-19T23:59 open",
            "meet 20 days 2026-03-21T23:59 void",
        ],
    );
}

#[test]
fn rules_succeed_each_other() {
    World::new(
        r#"
        old = { valid = { to = 2026-03-31 }, starts = [{ each = "a" }], due = "7 days", done_by = "b" }
        new = { valid = { from = 2026-04-01 }, succeeds = "old", starts = [{ each = "a" }], due = "2 days", done_by = "b" }
        after = { starts = [{ breach_of = "old" }], due = "1 day", done_by = "c" }
        "#,
    )
    .fact("2026-03-31T23:59", "a", &[])
    .fact("2026-04-01T00:00", "a", &[])
    .check(
        "2026-04-05T00:00",
        &["new 2 2026-04-03T23:59 overdue", "after 2 2026-04-04T23:59 overdue", "old 1 2026-04-07T23:59 open"],
    );
}

#[test]
fn anchors_move_while_a_duty_is_open() {
    let world = || {
        World::new(
            r#"
            early = { starts = [{ on = "opened" }], due = "gestation 12+0", done_by = "scanned" }
            late = { starts = [{ on = "opened" }], due = "gestation 20+0", done_by = "met" }
            "#,
        )
        .fact("2026-02-01T10:00", "opened", &[])
    };
    world()
        .check(
            "2026-02-02T00:00",
            &["early - - unsettled", "late - - unsettled"],
        )
        .why("2026-02-02T00:00", 0, |why| {
            assert_eq!(
                why.lacking,
                [Lacking::Anchor {
                    name: "lmp".to_owned()
                }]
            );
        });
    let moved = world()
        .fact("2026-02-02T10:00", "dated", &[("lmp", "2026-01-05")])
        .fact("2026-03-27T10:00", "scanned", &[])
        .fact("2026-04-05T10:00", "dated", &[("lmp", "2026-01-12")]);
    // The first was judged by the dating known when it was done.
    moved.check(
        "2026-04-06T00:00",
        &[
            "early - 2026-03-30T23:59 ontime by 2026-03-27T10:00",
            "late - 2026-06-01T23:59 open",
        ],
    );
    moved.why("2026-04-06T00:00", 1, |why| {
        let Origin::Gestation { age, fact } = &why.deadlines[0].origin else {
            panic!("{why:?}")
        };
        assert_eq!(age.to_string(), "20+0");
        assert_eq!(moved.journal().seq(*fact), Some(4));
    });
}

#[test]
fn roots_name_duties() {
    let mut world = World::new(
        r#"r = { starts = [{ each = "a" }], due = "7 days", done_by = "b" }"#,
    )
    .fact("2026-03-01T10:00", "a", &[]);
    world.facts[0] = world.facts[0].clone().root("e-77");
    world.check("2026-03-02T00:00", &["r e-77 2026-03-08T23:59 open"]);
}

#[test]
fn why_a_breach_started_a_duty() {
    let world = World::new(
        r#"
        r = { starts = [{ each = "a", key = "{ref}" }], due = "2 hverdage", done_by = "b" }
        chain = { starts = [{ breach_of = "r" }], due = "10 days", done_by = "c" }
        "#,
    )
    .fact("2026-03-02T10:00", "a", &[("ref", "x")]);
    world.check(
        "2026-03-05T00:00",
        &[
            "r x 2026-03-04T23:59 overdue",
            "chain x 2026-03-14T23:59 open",
        ],
    );
    world.why("2026-03-05T00:00", 1, |why| {
        let breach = why.breach.unwrap();
        assert_eq!((breach.rule.as_str(), breach.place), ("r", 0));
        assert_eq!(why.deadlines[0].origin, Origin::Start);
        assert_eq!(world.clock(Some(why.deadlines[0].due)), "2026-03-14T23:59");
    });
}

#[test]
fn the_next_change() {
    let world = World::new(
        r#"r = { starts = [{ each = "a", opens = "5 days" }], due = "10 days", remind = "2 days", done_by = "b" }"#,
    )
    .fact("2026-03-02T10:00", "a", &[]);
    let mut now = "2026-03-02T10:00".to_owned();
    let mut seen = Vec::new();
    loop {
        let derivation = world.derive(&now);
        seen.push(world.line(&derivation, &derivation.duties[0]));
        if derivation.next_change.is_none() {
            break;
        }
        now = world.clock(derivation.next_change);
        seen.push(now.clone());
    }
    assert_eq!(
        seen,
        [
            "r 1 2026-03-12T23:59 scheduled",
            "2026-03-07T00:00",
            "r 1 2026-03-12T23:59 open",
            "2026-03-10T00:00",
            "r 1 2026-03-12T23:59 soon",
            "2026-03-13T00:00",
            "r 1 2026-03-12T23:59 overdue",
        ]
    );
}
