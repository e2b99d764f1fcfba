// SPDX-License-Identifier: EUPL-1.2
//! Examples of the pages of the cooperation agreement.

use super::Example;
use crate::text::T;
use crate::view::agreement::{
    AgreementPage, Agreements, AnswerRow, Board, BoardPage, Chapter, ChapterForm, ComparePage,
    CoverageRow, DayForm, Element, FieldForm, FieldKind, ForumForm, ForumLine, ItemForm, ItemRow,
    NewAgreement, PartyRow, Region, Rows, VersionRow,
};
use crate::view::form::{Choice, FieldError, Form};
use crate::view::frame::Section;
use crate::view::parts::Link;

const HERE: &str = "/aftale/a1/2";

pub(super) fn examples(t: &T) -> Vec<Example> {
    vec![
        Example::new("aftaler", Section::Agreements, overview(t)),
        Example::new("aftaler-kommune", Section::Agreements, board_page(t)),
        Example::new("aftale", Section::Agreements, agreement(t)),
        Example::new("aftale-sammenlign", Section::Agreements, compare()),
        Example::new("aftale-ny", Section::Agreements, new(t)),
        Example::new("aftale-kapitel", Section::Agreements, chapter(t)),
        Example::new("aftale-dag", Section::Agreements, day()),
        Example::new("forum", Section::Agreements, forum(t)),
    ]
}

fn link(words: &str) -> Link {
    Link {
        href: HERE.into(),
        words: words.into(),
    }
}

fn board(t: &T) -> Board {
    Board {
        kommune: "Kystkommunen".into(),
        href: "/aftaler/0461".into(),
        title: Some(link("Samarbejdsaftale, version 1")),
        since: t.a("agreement-since", &("day", "1.1.2025")),
        coming: Some(link("version 2")),
        elements: ["ja", "delvis", "nej"]
            .map(|control| Element {
                words: "Netværksmøder".into(),
                control,
            })
            .into(),
        missing: vec!["Hvem skriver dem?".into()],
        flags: vec![t.a("agreement-unreachable", &("party", "PPR"))],
        fora: vec![ForumLine {
            name: "Samarbejdsforum".into(),
            kind: t.of("forum-kind", "tvaerfaglig-gruppe"),
            members: t.a("forum-with", &("members", "PPR")),
            lacks: t.a("forum-lacks", &("members", "PPR")),
            how: String::new(),
            edit: Some("/fora/f1".into()),
        }],
        contacts: vec!["Visitationen, 00 00 00 00".into()],
        waiting: 2,
    }
}

fn overview(t: &T) -> Agreements {
    let row = |kommune: &str, standing: &str| CoverageRow {
        kommune: kommune.into(),
        href: "/aftaler/0461".into(),
        standing: standing.into(),
        words: t.of("agreement-standing", standing),
    };
    Agreements {
        filter: Form::default(),
        board: Some(board(t)),
        regions: vec![Region {
            name: "Region Syd".into(),
            rows: vec![row("Kystkommunen", "gaeldende"), row("Øen", "ingen")],
        }],
        covered: 1,
        total: 2,
        writes: true,
    }
}

fn board_page(t: &T) -> BoardPage {
    BoardPage {
        board: Board {
            title: None,
            ..board(t)
        },
        writes: true,
    }
}

fn agreement(t: &T) -> AgreementPage {
    let answer = |code: &'static str, lines: &[&str]| AnswerRow {
        code,
        label: Some(t.of("agreement-answer", "plan-dage")),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        asked: code != "plan-dage",
        left: code == "overgange",
        from_frame: code == "indkalder",
        effect: Some(t.a2("agreement-effect", &("rules", "Plan"), &("n", 2_i64))),
    };
    AgreementPage {
        here: HERE.into(),
        title: "Samarbejdsaftale".into(),
        scope: t.a("agreement-scope-frame", &("region", "Region Syd")),
        version: t.a("agreement-version", &("n", 2_i64)),
        standing: t.s("agreement-is-draft"),
        facts: vec![(t.s("agreement-from"), "1.1.2027".into())],
        parties: vec![
            PartyRow {
                party: "PPR".into(),
                answer: t.s("agreement-not-yet"),
                approved: false,
            },
            PartyRow {
                party: "Klinikken".into(),
                answer: t.a2(
                    "agreement-approved-by",
                    &("day", "1.1.2026"),
                    &("who", "Test"),
                ),
                approved: true,
            },
        ],
        chapters: vec![Chapter {
            number: "4".into(),
            title: "Indsatsplaner".into(),
            missing: 1,
            items: vec![ItemRow {
                question: "Hvem skriver dem?".into(),
                answers: vec![
                    answer("plan-dage", &[]),
                    answer("plan-skriver", &[]),
                    answer("overgange", &[]),
                    answer("indkalder", &["tovholderen"]),
                    answer("indkaldes", &["PPR", "Psykiatri"]),
                ],
            }],
        }],
        form: refused(t),
        flags: vec![t.s("agreement-not-common")],
        frame: Some(link("Ramme")),
        annexes: vec![link("Tillæg")],
        versions: vec![VersionRow {
            read: link("version 1"),
            compare: Some(link("sammenlign")),
        }],
        steps: vec![
            "send",
            "kapitel",
            "godkend",
            "tilbage",
            "ny-version",
            "ophoer",
            "kontakter",
        ],
        party: "familieambulatoriet".into(),
    }
}

fn refused(t: &T) -> Form {
    Form {
        errors: vec![FieldError {
            field: "plan-skriver".into(),
            message: t.a2(
                "agreement-missing-answer",
                &("chapter", "4"),
                &("question", "Hvem skriver dem?"),
            ),
        }],
        ..Form::default()
    }
}

fn compare() -> ComparePage {
    ComparePage {
        title: "Samarbejdsaftale".into(),
        back: HERE.into(),
        before: "version 1".into(),
        after: "version 2".into(),
        rows: vec![(
            "Hvem skriver dem?".into(),
            Vec::new(),
            vec!["tovholderen".into()],
        )],
    }
}

fn choices() -> Vec<Choice> {
    vec![
        Choice::new("ppr", "PPR"),
        Choice::new("psykiatri", "Psykiatri"),
    ]
}

fn new(t: &T) -> NewAgreement {
    let kinds = ["ramme", "tillaeg", "egen"].map(|kind| Choice {
        help: t.opt(&format!("agreement-kind.{kind}-help")),
        ..Choice::new(kind, t.of("agreement-kind", kind))
    });
    NewAgreement {
        form: Form::default(),
        kinds: kinds.into(),
        frames: vec![Choice::new("a1", "Ramme")],
        fora: vec![Choice::new("f1", "Kontaktforum")],
    }
}

fn chapter(t: &T) -> ChapterForm {
    let rows = |more_name, more_key| Rows {
        count: 2,
        actors: choices(),
        more: choices(),
        more_name,
        more_key,
    };
    let kinds = [
        ("titel", FieldKind::Line),
        ("plan-dage", FieldKind::Number),
        ("fra", FieldKind::Date),
        ("plan-indhold", FieldKind::Area),
        ("plan-afsnit", FieldKind::Area),
        ("plan-skriver", FieldKind::One(choices())),
        ("indkaldes", FieldKind::Many(choices())),
        ("moeder-hvornaar", FieldKind::Positions),
        ("ansvar", FieldKind::Parts(rows("fase", "agreement-phase"))),
        (
            "ivaerksaetter",
            FieldKind::Parts(rows("betaler", "agreement-payer")),
        ),
        ("kontakter", FieldKind::Contacts(rows("", ""))),
    ];
    let fields = kinds.map(|(name, kind)| FieldForm {
        name: name.into(),
        label: name.into(),
        kind,
        frame: vec!["tovholderen".into()],
        may_be_left: true,
    });
    ChapterForm {
        agreement: HERE.into(),
        title: "Samarbejdsaftale, version 2".into(),
        here: format!("{HERE}/kapitel/4"),
        heading: "Indsatsplaner".into(),
        lead: t.s("agreement-chapter-lead"),
        form: refused(t),
        items: vec![ItemForm {
            question: "Hvem skriver dem?".into(),
            fields: fields.into(),
        }],
    }
}

fn day() -> DayForm {
    DayForm {
        agreement: HERE.into(),
        title: "Samarbejdsaftale, version 2".into(),
        step: "ny-version".into(),
        form: Form::default(),
    }
}

fn forum(t: &T) -> ForumForm {
    ForumForm {
        form: Form::default(),
        here: "/fora/ny".into(),
        new: true,
        kinds: vec![Choice::new("andet", t.of("forum-kind", "andet"))],
        actors: choices(),
    }
}
