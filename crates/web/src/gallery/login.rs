// SPDX-License-Identifier: EUPL-1.2
//! Logging in, proving anew who one is, and the own sessions.

use super::plain::{refused, typed};
use super::{Example, say};
use crate::text::T;
use crate::view::form::Choice;
use crate::view::frame::Section;
use crate::view::login::{
    Access, GoOn, Login, LoginChoose, LoginCode, Picture, Prove, SessionRow, SetUpFactor, Stopped,
};
use crate::view::told::Told;

pub(super) fn examples(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let door = |name, page: Login| Example {
        name,
        section: None,
        page: Box::new(page),
    };
    let wrong = || t.s("login-code-wrong");
    let employments = vec![
        Choice::new(
            "e1",
            say(
                lang,
                "jordemoder, Familieambulatoriet, Kystregionen",
                "midwife, Family clinic, Kystregionen",
            ),
        ),
        Choice::new(
            "e2",
            say(
                lang,
                "jordemoder, Jordemodercentret, Kystkommunen",
                "midwife, Midwifery centre, Kystkommunen",
            ),
        ),
    ];
    let session = |began: &str, used: &str, how: String, here: bool| SessionRow {
        began: began.to_owned(),
        used: used.to_owned(),
        how,
        here,
    };
    let address = "otpauth://totp/Traad?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Traad";
    let set_up = |form| SetUpFactor {
        form,
        attempt: "5f0c".to_owned(),
        letters: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".to_owned(),
        picture: Picture::of(address),
        action: "/min-adgang/telefon".to_owned(),
        back: Some("/min-adgang".to_owned()),
        removable: true,
    };
    vec![
        door(
            "log-ind",
            Login {
                local: true,
                ..Login::default()
            },
        ),
        door(
            "log-ind-udbyder",
            Login {
                provider: Some("Kystkommunen".to_owned()),
                local: true,
                ..Login::default()
            },
        ),
        door(
            "log-ind-afvist",
            Login {
                form: typed(&[("bruger", "mette.holm")]),
                message: Some(t.a("login-refused", &("minutes", 15))),
                local: true,
                ..Login::default()
            },
        ),
        door(
            "log-ind-mange",
            Login {
                message: Some(t.a("login-too-many", &("minutes", 12))),
                local: true,
                ..Login::default()
            },
        ),
        Example {
            name: "adgangsvej-videre",
            section: None,
            page: Box::new(GoOn {
                title: t.s("login-arrived-title"),
                lead: t.s("login-arrived-lead"),
                to: "/".to_owned(),
            }),
        },
        Example {
            name: "adgangsvej-stoppet",
            section: None,
            page: Box::new(Stopped {
                reason: t.a(
                    "login-stop.level",
                    &("level", t.of("login-level", "substantial")),
                ),
                back: "/log-ind".to_owned(),
            }),
        },
        Example {
            name: "engangskode",
            section: None,
            page: Box::new(LoginCode {
                form: refused(typed(&[]), &[("engangskode", wrong())]),
            }),
        },
        Example {
            name: "ansaettelse",
            section: None,
            page: Box::new(LoginChoose {
                form: typed(&[("ansaettelse", "e1")]),
                employments,
            }),
        },
        Example::new(
            "bekraeft",
            Section::Other,
            Prove {
                form: typed(&[]),
                message: Some(t.s("prove-refused")),
                back: "/min-adgang/telefon".to_owned(),
                provider: None,
                code: true,
            },
        ),
        Example::new(
            "bekraeft-udbyder",
            Section::Other,
            Prove {
                back: "/".to_owned(),
                provider: Some((
                    "Kystkommunen".to_owned(),
                    crate::paths::prove_at_provider("/"),
                )),
                ..Prove::default()
            },
        ),
        Example::new(
            "adgang",
            Section::Other,
            Access {
                form: typed(&[]),
                sessions: vec![
                    session(
                        &say(lang, "i dag kl. 8.05", "today at 8:05"),
                        &say(lang, "i dag kl. 10.40", "today at 10:40"),
                        t.a("access-way.provider", &("name", "Kystkommunen")),
                        true,
                    ),
                    session(
                        &say(lang, "i dag kl. 9.10", "today at 9:10"),
                        &say(lang, "i dag kl. 10.15", "today at 10:15"),
                        t.of("access-way", "local"),
                        false,
                    ),
                ],
                second_factor: Some(false),
                leave: true,
                told: true,
            },
        ),
        Example::new(
            "besked",
            Section::Other,
            Told {
                form: typed(&[("adresse", "mette.holm@example.dk"), ("omfang", "own")]),
                sends: true,
                address: Some("mette.holm@example.dk".to_owned()),
                given_up: true,
                ..Told::default()
            },
        ),
        Example::new("besked-ingen", Section::Other, Told::default()),
        Example {
            name: "telefon-ved-doeren",
            section: None,
            page: Box::new(SetUpFactor {
                action: "/log-ind/telefon".to_owned(),
                back: None,
                removable: false,
                ..set_up(typed(&[]))
            }),
        },
        Example::new(
            "telefon",
            Section::Other,
            set_up(refused(typed(&[]), &[("engangskode", wrong())])),
        ),
    ]
}
