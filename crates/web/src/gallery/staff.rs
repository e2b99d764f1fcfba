// SPDX-License-Identifier: EUPL-1.2
//! Examples of units and staff, leave and hand-over.

use super::{Example, say};
use crate::paths;
use crate::text::T;
use crate::view::form::{Choice, FieldError, Form};
use crate::view::frame::Section;
use crate::view::staff::{
    CloseUnitForm, HandoverPage, HandoverRow, LeaveForm, MisfiledForm, NewPostForm, NewUnitForm,
    PostForm, StaffList, StaffRow, UnitForm, UnitRows,
};

fn form(values: &[(&str, &str)]) -> Form {
    Form {
        values: values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        submission: "5f0c".to_owned(),
        version: Some("1".to_owned()),
        ..Form::default()
    }
}

fn wrong(t: &T, field: &str, code: &str, form: Form) -> Form {
    Form {
        errors: vec![FieldError {
            field: field.to_owned(),
            message: t.of("problem", code),
        }],
        ..form
    }
}

fn unit(t: &T) -> String {
    say(
        t.lang(),
        "Familieafdelingen, Kystkommunen",
        "Family department, Kystkommunen",
    )
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    vec![
        Example::new("personale", Section::Staff, list(t)),
        Example::new("medarbejder-ny", Section::Staff, employ(t)),
        Example::new("medarbejder", Section::Staff, post(t)),
        Example::new("enhed", Section::Staff, hours(t)),
        Example::new("enhed-ny", Section::Staff, new_unit(t)),
        Example::new("enhed-luk", Section::Staff, closing(t)),
        Example::new("fravaer", Section::Other, leave(t, None)),
        Example::new(
            "fravaer-andens",
            Section::Leader,
            leave(t, Some("Mette Test Holm")),
        ),
        Example::new("overdragelse", Section::Leader, handover(t)),
        Example::new("overdragelse-tom", Section::Leader, handed_over(t)),
        Example::new("fejlfoert", Section::Leader, misfiled(t, true)),
        Example::new("fejlfoert-led", Section::Leader, misfiled(t, false)),
    ]
}

fn list(t: &T) -> StaffList {
    let row = |name: &str, function: &str, leave: bool| StaffRow {
        name: name.to_owned(),
        href: paths::post("3a", ""),
        function: t.of("function", function),
        phone: "00 00 11 05".to_owned(),
        period: t.a(
            "staff-to",
            &("day", t.date(jiff::civil::date(2026, 12, 31))),
        ),
        leave: leave.then(|| {
            let day = |day| t.date(jiff::civil::date(2026, 5, day));
            t.a2("leave-short", &("from", day(1)), &("to", day(31)))
        }),
    };
    let reach = t.a2("unit-open", &("from", "8.00"), &("to", "15.30"));
    StaffList {
        unconfirmed: 2,
        told: vec![t.s("told-staff-well")],
        units: vec![
            UnitRows {
                name: unit(t),
                reach: format!("00 00 01 03 · {reach}"),
                href: paths::unit("u"),
                close: paths::unit_closing("u"),
                staff: vec![
                    row("Lone Test Leder", "leder", false),
                    row("Mette Test Holm", "familieraadgiver", true),
                ],
            },
            UnitRows {
                name: say(t.lang(), "Døgnvagten", "Duty desk"),
                reach: format!("00 00 01 07 · {}", t.s("unit-hours-unknown")),
                href: paths::unit("v"),
                close: paths::unit_closing("v"),
                staff: Vec::new(),
            },
        ],
    }
}

fn employ(t: &T) -> NewPostForm {
    let functions = ["familieraadgiver", "leder"];
    NewPostForm {
        form: wrong(
            t,
            "slutter",
            "ends-before-it-begins",
            form(&[
                ("medarbejder", "Rikke Test Vikar"),
                ("enhed", "u"),
                ("funktion", "familieraadgiver"),
                ("begynder", "1.6.2026"),
                ("slutter", "1.5.2026"),
            ]),
        ),
        people: vec![Choice::new("s1", "Mette Test Holm")],
        units: vec![Choice::new("u", unit(t))],
        functions: functions
            .map(|code| Choice::new(code, t.of("function", code)))
            .into(),
    }
}

fn post(t: &T) -> PostForm {
    PostForm {
        form: form(&[
            ("medarbejder", "Lone Test Leder"),
            ("telefon", "00 00 11 07"),
        ]),
        ending: wrong(t, "ophoerer", "last-leader", form(&[])),
        here: paths::post("3a", ""),
        end: paths::post("3a", "slut"),
        name: "Lone Test Leder".to_owned(),
        what: format!("{}, {}", t.of("function", "leder"), unit(t)),
        period: String::new(),
        ended: false,
        leave: None,
        staff: "9b2f".to_owned(),
        history: vec![(
            t.date(jiff::civil::date(2026, 3, 3)),
            "Ib Test Administrator".to_owned(),
            t.of("staff-change", "reach"),
        )],
    }
}

fn new_unit(t: &T) -> NewUnitForm {
    NewUnitForm {
        form: wrong(
            t,
            "navn",
            "unit-exists",
            form(&[("navn", "Familieafdelingen"), ("telefon", "00 00 01 03")]),
        ),
        kinds: vec![Choice::new(
            "ungecenter",
            say(t.lang(), "Ungecenter", "Youth centre"),
        )],
    }
}

fn closing(t: &T) -> CloseUnitForm {
    let last = [("lukkedag", "3.3.2026")];
    CloseUnitForm {
        form: wrong(t, "lukkedag", "unit-holds", form(&last)),
        here: paths::unit_closing("u"),
        name: unit(t),
        holds: vec![
            t.a("unit-close-tasks", &("n", 4)),
            t.a("unit-close-coordinates", &("n", 1)),
        ],
    }
}

fn hours(t: &T) -> UnitForm {
    UnitForm {
        form: wrong(
            t,
            "lukker",
            "ends-before-it-begins",
            form(&[
                ("telefon", "00 00 01 03"),
                ("aabner", "8.00"),
                ("lukker", "7.00"),
            ]),
        ),
        here: paths::unit("u"),
        name: unit(t),
    }
}

fn leave(t: &T, whose: Option<&str>) -> LeaveForm {
    let day = |day| t.date(jiff::civil::date(2026, 5, day));
    let coming = t.a2("leave-days", &("from", day(1)), &("to", day(31)));
    LeaveForm {
        form: form(&[]),
        ending: form(&[]),
        here: paths::LEAVE.to_owned(),
        end: format!("{}/slut", paths::LEAVE),
        whose: whose.map(str::to_owned),
        coming: whose.map(|_| coming),
        runs: false,
        coordinates: 4,
        colleagues: vec![Choice::new("p", "Peter Test Rådgiver")],
    }
}

fn handover(t: &T) -> HandoverPage {
    let day = |day| t.date(jiff::civil::date(2026, 5, day));
    let row = |number: usize, case: String| HandoverRow {
        id: format!("{number}a"),
        number,
        field: format!("overtager-{number}"),
        case,
    };
    let cases = |n: usize| t.a("handover-cases", &("n", n));
    HandoverPage {
        form: form(&[("overtager-1", "p"), ("overtager-2", "p")]),
        here: paths::handover("3a"),
        who: "Mette Test Holm".to_owned(),
        why: t.a2("leave-days", &("from", day(1)), &("to", day(31))),
        urgent: true,
        cases: vec![
            row(1, format!("K7M2-9QXA, {}", t.gestation(171))),
            row(2, "P3M9-1QXB".to_owned()),
        ],
        colleagues: vec![
            Choice::new("p", format!("Peter Test Rådgiver, {}", cases(3))),
            Choice::new("r", format!("Rikke Test Vikar, {}", cases(0))),
        ],
        proposed: Some("Peter Test Rådgiver".to_owned()),
    }
}

fn misfiled(t: &T, movable: bool) -> MisfiledForm {
    MisfiledForm {
        form: if movable {
            let typed = form(&[("beslutning", "flyt"), ("flyttil", "P3M9")]);
            wrong(t, "flyttil", "no-such-case", typed)
        } else {
            wrong(
                t,
                "hvorfor",
                "needs-reason",
                form(&[("beslutning", "slet")]),
            )
        },
        here: paths::misfiled("3a", "4b"),
        case: "K7M2-9QXA".to_owned(),
        what: t.of("entry", "note-written"),
        when: t.date(jiff::civil::date(2026, 3, 3)),
        by: "Mette Test Holm".to_owned(),
        reason: say(
            t.lang(),
            "Noten hører til en anden.",
            "The note is another woman's.",
        ),
        known_to: movable.then(|| unit(t)).into_iter().collect(),
        movable,
    }
}

fn handed_over(t: &T) -> HandoverPage {
    HandoverPage {
        here: paths::handover("3a"),
        who: "Mette Test Holm".to_owned(),
        why: t.s("handover-gone"),
        ..HandoverPage::default()
    }
}
