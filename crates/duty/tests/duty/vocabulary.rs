// SPDX-License-Identifier: EUPL-1.2
//! Each form of the rule language, with what it does.

use crate::world::World;
use traad_duty::Answer;

#[test]
fn hours_and_same() {
    World::new(
        r#"notification-24h = { starts = [{ each = "notification-received", key = "{ref}" }], due = "24 hours", done_by = { on = "assessed-24h", same = ["ref"] } }"#,
    )
    .fact("2026-03-02T10:00", "notification-received", &[("ref", "a")])
    .fact("2026-03-02T11:00", "notification-received", &[("ref", "b")])
    .fact("2026-03-02T12:00", "notification-received", &[])
    .fact("2026-03-03T10:00", "assessed-24h", &[("ref", "a")])
    .fact("2026-03-03T11:01", "assessed-24h", &[("ref", "b")])
    .fact("2026-03-03T11:30", "assessed-24h", &[])
    .check(
        "2026-03-03T12:00",
        &[
            "notification-24h a 2026-03-03T10:00 ontime by 2026-03-03T10:00",
            "notification-24h b 2026-03-03T11:00 late by 2026-03-03T11:01",
            // Without a reference there is nothing to be the same.
            "notification-24h - 2026-03-03T12:00 open",
        ],
    )
    .check(
        "2026-03-02T11:00",
        &[
            "notification-24h a 2026-03-03T10:00 open",
            "notification-24h b 2026-03-03T11:00 open",
        ],
    );
}

#[test]
fn gestation() {
    let rule = r#"D04 = { starts = [{ on = "pathway-opened", if = ["gestation < 24+0"] }], due = "gestation 23+6", done_by = { on = "network-meeting-held" }, void_by = ["born", "closed"] }"#;
    let opened = |day: &str| World::new(rule).fact(day, "pathway-opened", &[("lmp", "2026-01-05")]);
    opened("2026-06-21T09:00").check("2026-06-21T09:00", &["D04 - 2026-06-21T23:59 open"]);
    opened("2026-06-22T09:00").check("2026-06-22T09:00", &[]);
    opened("2026-03-01T09:00")
        .fact("2026-04-01T09:00", "birth", &[])
        .fact("2026-04-02T09:00", "network-meeting-held", &[])
        .check("2026-07-01T09:00", &["D04 - 2026-06-21T23:59 void"]);
}

#[test]
fn each_with_state() {
    World::new(
        r#"D05 = { starts = [{ each = "network-meeting-held", if = ["not born"] }], due = "56 days", done_by = { on = "network-meeting-held" }, void_by = ["born", "closed"] }"#,
    )
    .fact("2026-01-01T10:00", "network-meeting-held", &[])
    .fact("2026-02-26T23:59", "network-meeting-held", &[])
    .fact("2026-04-01T10:00", "birth", &[])
    .fact("2026-04-02T10:00", "network-meeting-held", &[])
    .check(
        "2026-05-01T10:00",
        &[
            "D05 1 2026-02-26T23:59 ontime by 2026-02-26T23:59",
            "D05 2 2026-04-23T23:59 void",
        ],
    );
}

#[test]
fn steps_and_breach() {
    World::new(
        r#"
        D10 = { starts = [{ on = "birth", steps = { months = [1, 3] } }], due = "step + 30 days", done_by = { on = "child-checkup-held", where = { month = "{step}" }, from = "step - 30 days" }, void_by = ["closed"] }
        D11 = { starts = [{ each = "child-checkup-missed", key = "ev{seq}" }, { breach_of = "D10", key = "cu{key}" }], due = "10 days", done_by = { on = "follow-up-contact" }, void_by = ["closed"] }
        "#,
    )
    .fact("2026-01-31T10:00", "birth", &[])
    .fact("2026-02-10T10:00", "child-checkup-missed", &[])
    .fact("2026-02-15T10:00", "follow-up-contact", &[])
    .fact("2026-03-29T10:00", "child-checkup-held", &[("month", "3")])
    .fact("2026-03-31T00:00", "child-checkup-held", &[("month", "3")])
    .fact("2026-04-05T10:00", "follow-up-contact", &[])
    .fact("2026-04-08T10:00", "child-checkup-held", &[("month", "1")])
    .check(
        "2026-06-01T10:00",
        &[
            "D11 ev2 2026-02-20T23:59 ontime by 2026-02-15T10:00",
            // 31 January and a month is 28 February.
            "D10 1 2026-03-30T23:59 late by 2026-04-08T10:00",
            "D11 cu1 2026-04-09T23:59 ontime by 2026-04-05T10:00",
            "D10 3 2026-05-30T23:59 ontime by 2026-03-31T00:00",
        ],
    );
}

#[test]
fn before_with_ever() {
    let world = || {
        World::new(
            r#"childs-plan-first = { starts = [{ each = "placement-proposed", if = ["consent = no"], key = "{placement}" }], due = { before = "placement-decided", same = ["placement"] }, done_by = { on = "childs-plan-ready", from = "ever" } }"#,
        )
        .fact("2026-03-01T10:00", "placement-proposed", &[("placement", "p"), ("consent", "no")])
        .fact("2026-03-01T11:00", "placement-proposed", &[("placement", "q"), ("consent", "yes")])
    };
    world().check("2026-09-01T10:00", &["childs-plan-first p - open"]);
    world()
        .fact(
            "2026-03-05T10:00",
            "placement-decided",
            &[("placement", "q")],
        )
        .fact(
            "2026-03-06T10:00",
            "placement-decided",
            &[("placement", "p")],
        )
        .fact("2026-03-07T10:00", "childs-plan-ready", &[])
        .check(
            "2026-09-01T10:00",
            &["childs-plan-first p 2026-03-06T10:00 missed"],
        );
    world()
        .fact("2026-02-01T10:00", "childs-plan-ready", &[])
        .fact(
            "2026-03-06T10:00",
            "placement-decided",
            &[("placement", "p")],
        )
        .check(
            "2026-09-01T10:00",
            &["childs-plan-first p - ontime by 2026-02-01T10:00"],
        );
}

#[test]
fn earliest() {
    let world = || {
        World::new(
            r#"first-follow-up = { starts = [{ each = "measure-started", key = "{measure}" }], due = { earliest = ["3 months", { on = "investigation-finished" }] }, done_by = { on = "plan-followed-up", same = ["measure"] } }"#,
        )
        .fact("2026-03-01T10:00", "measure-started", &[("measure", "m")])
    };
    world().check(
        "2026-03-02T10:00",
        &["first-follow-up m 2026-06-01T23:59 open"],
    );
    world()
        .fact("2026-04-01T10:00", "investigation-finished", &[])
        .fact("2026-05-01T10:00", "plan-followed-up", &[("measure", "m")])
        .check(
            "2026-05-02T10:00",
            &["first-follow-up m 2026-04-01T23:59 late by 2026-05-01T10:00"],
        );
    world()
        .fact("2026-07-01T10:00", "investigation-finished", &[])
        .check(
            "2026-07-02T10:00",
            &["first-follow-up m 2026-06-01T23:59 overdue"],
        );
}

#[test]
fn positions_of_the_agreement_and_spending() {
    let rule = r#"network-meetings = { strength = "agreement", starts = [{ on = "pathway-opened", steps = "agreement:meetings.positions" }], due = "step", done_by = { on = "network-meeting-held", spend = true } }"#;
    let positions = Answer::List(
        ["gestation 12", "gestation 20+0", "birth + 4 weeks"]
            .map(str::to_owned)
            .to_vec(),
    );
    let opened = || {
        World::new(rule).fact(
            "2026-03-16T10:00",
            "pathway-opened",
            &[("lmp", "2026-01-05")],
        )
    };
    opened().check("2026-03-17T10:00", &["network-meetings - - unsettled"]);
    let agreed = || {
        opened().agreed(
            "2026-01-01T00:00",
            &[("meetings.positions", positions.clone())],
        )
    };
    agreed().check(
        "2026-03-17T10:00",
        &[
            "network-meetings gestation 12 2026-03-30T23:59 open",
            "network-meetings gestation 20+0 2026-05-25T23:59 open",
            "network-meetings birth + 4 weeks - unsettled",
        ],
    );
    // The first meeting comes too late for the first position and serves the second; the next makes up for the first.
    agreed()
        .fact("2026-04-01T10:00", "network-meeting-held", &[])
        .fact("2026-06-01T10:00", "network-meeting-held", &[])
        .fact("2026-09-01T10:00", "birth", &[])
        .check(
            "2026-09-02T10:00",
            &[
                "network-meetings gestation 12 2026-03-30T23:59 late by 2026-06-01T10:00",
                "network-meetings gestation 20+0 2026-05-25T23:59 ontime by 2026-04-01T10:00",
                "network-meetings birth + 4 weeks 2026-09-29T23:59 open",
            ],
        );
}

#[test]
fn a_position_past_at_the_start_is_void() {
    World::new(
        r#"visits = { starts = [{ on = "pathway-opened", steps = ["gestation 8", "gestation 10+0"] }], due = "step", done_by = "visited" }"#,
    )
    .fact("2026-03-16T10:00", "pathway-opened", &[("lmp", "2026-01-05")])
    .check(
        "2026-03-16T10:00",
        &["visits gestation 8 2026-03-02T23:59 void", "visits gestation 10+0 2026-03-16T23:59 open"],
    );
}

#[test]
fn positions_at_a_distance() {
    World::new(
        r#"calls = { starts = [{ each = "enrolled", steps = { every = "4 weeks", until = "gestation 40+0" } }], due = "step", done_by = { on = "called", spend = true } }"#,
    )
    .fact("2026-07-16T08:00", "dated", &[("due", "2026-10-12")])
    .fact("2026-07-17T10:00", "enrolled", &[])
    .fact("2026-08-20T10:00", "called", &[])
    .check(
        "2026-08-21T10:00",
        &[
            "calls 2/1 2026-08-14T23:59 overdue",
            "calls 2/2 2026-09-11T23:59 ontime by 2026-08-20T10:00",
            "calls 2/3 2026-10-09T23:59 open",
        ],
    );
}

#[test]
fn count() {
    let world = || {
        World::new(
            r#"network-meetings-minimum = { strength = "agreement", starts = [{ each = "closing-proposed" }], due = { before = "pathway-closed" }, done_by = { on = "network-meeting-held", from = "ever", count = "agreement:meetings.minimum" } }"#,
        )
        .fact("2026-01-01T10:00", "network-meeting-held", &[])
        .fact("2026-02-01T10:00", "closing-proposed", &[])
        .fact("2026-02-02T10:00", "network-meeting-held", &[])
    };
    world().check(
        "2026-02-03T10:00",
        &["network-meetings-minimum 2 - unsettled"],
    );
    let two = [("meetings.minimum", Answer::Number(2))];
    world()
        .agreed("2026-01-01T00:00", &two)
        .check("2026-02-02T09:00", &["network-meetings-minimum 2 - open"])
        .check(
            "2026-02-03T10:00",
            &["network-meetings-minimum 2 - ontime by 2026-02-02T10:00"],
        );
    let three = [("meetings.minimum", Answer::Number(3))];
    world()
        .agreed("2026-01-01T00:00", &three)
        .fact("2026-02-03T10:00", "pathway-closed", &[])
        .check(
            "2026-02-03T10:00",
            &["network-meetings-minimum 2 2026-02-03T10:00 missed"],
        );
}

#[test]
fn dates_in_facts() {
    let world = || {
        World::new(
            r#"consent-renewal = { starts = [{ each = "consent-given", if = ["has expires"], opens = "{expires} - 30 days", key = "{consent}" }], due = "{expires}", done_by = { on = "consent-given", same = ["giver", "actor", "direction"] }, void_by = ["closed", { on = "consent-withdrawn", same = ["consent"] }] }"#,
        )
        .fact("2026-01-01T10:00", "consent-given", &[("consent", "c"), ("giver", "g"), ("actor", "a"), ("direction", "d"), ("expires", "2026-12-31")])
        .fact("2026-01-02T10:00", "consent-given", &[("consent", "e"), ("giver", "g"), ("actor", "b"), ("direction", "d")])
    };
    world()
        .check(
            "2026-11-30T10:00",
            &["consent-renewal c 2026-12-31T23:59 scheduled"],
        )
        .check(
            "2026-12-01T00:00",
            &["consent-renewal c 2026-12-31T23:59 open"],
        );
    world()
        .fact("2026-05-01T10:00", "consent-withdrawn", &[("consent", "e")])
        .check(
            "2026-12-01T00:00",
            &["consent-renewal c 2026-12-31T23:59 open"],
        );
    world()
        .fact("2026-05-01T10:00", "consent-withdrawn", &[("consent", "c")])
        .check(
            "2026-12-01T00:00",
            &["consent-renewal c 2026-12-31T23:59 void"],
        );
}

#[test]
fn the_start_itself_counts() {
    let world = |kind: &str| {
        World::new(
            r#"foster-type = { starts = [{ each = "child-placed", key = "{placement}" }], due = "0 days", done_by = { on = ["child-placed", "placement-changed"], same = ["placement"], where = { kind = ["forstærket", "specialiseret"] }, from = "start" } }"#,
        )
        .fact("2026-01-01T10:00", "child-placed", &[("placement", "p"), ("kind", kind)])
    };
    world("forstærket").check(
        "2026-01-01T10:00",
        &["foster-type p 2026-01-01T23:59 ontime by 2026-01-01T10:00"],
    );
    world("almen").check(
        "2026-01-02T00:00",
        &["foster-type p 2026-01-01T23:59 overdue"],
    );
    world("almen")
        .fact(
            "2026-01-01T12:00",
            "placement-changed",
            &[("placement", "p"), ("kind", "specialiseret")],
        )
        .check(
            "2026-01-02T00:00",
            &["foster-type p 2026-01-01T23:59 ontime by 2026-01-01T12:00"],
        );
}

#[test]
fn each_of() {
    let world = || {
        World::new(
            r#"three-receivers = { starts = [{ each = "closing-proposed", key = "{handover}" }], due = { before = "pathway-closed" }, done_by = { on = "handover-accepted", same = ["handover"], each_of = { receiver = ["familieafdeling", "ppr", "sundhedspleje"] } } }"#,
        )
        .fact("2026-01-01T10:00", "closing-proposed", &[("handover", "h")])
        .fact("2026-01-02T10:00", "handover-accepted", &[("handover", "h"), ("receiver", "ppr")])
        .fact("2026-01-03T10:00", "handover-accepted", &[("handover", "h"), ("receiver", "ppr")])
        .fact("2026-01-04T10:00", "handover-accepted", &[("handover", "h"), ("receiver", "sundhedspleje")])
    };
    world().check("2026-01-05T10:00", &["three-receivers h - open"]);
    world()
        .fact(
            "2026-01-06T10:00",
            "handover-accepted",
            &[("handover", "h"), ("receiver", "familieafdeling")],
        )
        .check(
            "2026-01-07T10:00",
            &["three-receivers h - ontime by 2026-01-06T10:00"],
        );
}

#[test]
fn till_and_reminders() {
    let world = || {
        World::new(
            r#"visit = { starts = [{ on = "birth" }], due = "2 months", remind = ["14 days", "24 hours"], done_by = { on = "visited", from = "birth + 7 days", till = "birth + 3 months" } }"#,
        )
        .fact("2026-01-01T10:00", "birth", &[])
        .fact("2026-01-07T23:59", "visited", &[])
    };
    world()
        .check("2026-02-14T23:59", &["visit - 2026-03-01T23:59 open"])
        .check("2026-02-15T00:00", &["visit - 2026-03-01T23:59 soon"]);
    assert_eq!(world().derive("2026-02-28T23:58").duties[0].level, 1);
    assert_eq!(world().derive("2026-02-28T23:59").duties[0].level, 2);
    world().fact("2026-04-01T23:59", "visited", &[]).check(
        "2026-05-01T00:00",
        &["visit - 2026-03-01T23:59 late by 2026-04-01T23:59"],
    );
    world()
        .fact("2026-04-02T00:00", "visited", &[])
        .check("2026-05-01T00:00", &["visit - 2026-03-01T23:59 overdue"]);
}

#[test]
fn conditions_on_age_attributes_and_anchors() {
    World::new(
        r#"
        youth = { starts = [{ each = "plan-made", if = ["age >= 16 years", "section != 52, 54"] }], due = "3 months", done_by = "done" }
        dating = { starts = [{ each = "plan-made", if = ["not known lmp", "not has section"] }], due = "1 week", done_by = "dated" }
        "#,
    )
    .fact("2008-02-29T10:00", "birth", &[])
    .fact("2024-02-28T10:00", "plan-made", &[("section", "32")])
    .fact("2024-02-29T10:00", "plan-made", &[("section", "32")])
    .fact("2024-02-29T11:00", "plan-made", &[("section", "54")])
    .fact("2024-03-01T11:00", "plan-made", &[])
    .fact("2024-03-02T10:00", "dated", &[("lmp", "2024-01-01")])
    .fact("2024-03-03T11:00", "plan-made", &[])
    .check(
        "2024-03-04T10:00",
        &[
            "dating 5 2024-03-08T23:59 ontime by 2024-03-02T10:00",
            "youth 3 2024-05-29T23:59 open",
            "youth 5 2024-06-01T23:59 open",
            "youth 7 2024-06-03T23:59 open",
        ],
    );
}

#[test]
fn working_days_of_both_kinds() {
    World::new(
        r#"
        a = { starts = [{ each = "x" }], due = "6 arbejdsdage", done_by = "y" }
        b = { starts = [{ each = "x" }], due = "6 hverdage", done_by = "y" }
        "#,
    )
    // Thursday before Easter week 2026.
    .fact("2026-03-26T10:00", "x", &[])
    .check(
        "2026-03-26T10:00",
        &["b 1 2026-04-04T23:59 open", "a 1 2026-04-08T23:59 open"],
    );
}
