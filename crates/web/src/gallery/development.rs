// SPDX-License-Identifier: EUPL-1.2
//! A child's assessment and plan, the form of a round, and the sheet of what helps.

use super::pathway::head;
use super::work::{about, wrong};
use super::{Example, say};
use crate::text::T;
use crate::view::child_plan::{
    ChildFollowUpForm, ChildPlanForm, EffortLists, EffortRow, FollowedEffort,
};
use crate::view::development::{Block, BlockPage, DomainRow, Grid, RoundForm};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::help::{HelpForm, HelpSheet, PlaceRow};
use crate::view::parts::{Fact, Link};

fn round(t: &T, form: Form) -> RoundForm {
    let lang = t.lang();
    RoundForm {
        about: about(t),
        form,
        number: 2,
        professions: vec![Choice::new(
            "psykolog",
            say(lang, "Psykologer", "Psychologists"),
        )],
        causes: vec![Choice::new(
            "uafklaret",
            say(lang, "Uafklaret", "Not settled"),
        )],
        degrees: vec![Choice::new("1", say(lang, "Let", "Light"))],
        domains: vec![DomainRow {
            field: "funktion-soevn".to_owned(),
            name: say(lang, "Søvn", "Sleep"),
            before: Some(t.a("round-before", &("degree", say(lang, "let", "light")))),
        }],
        added: vec![say(lang, "Børnelæger: Vokser.", "Paediatricians: Grows.")],
        ..RoundForm::default()
    }
}

fn tab(t: &T) -> BlockPage {
    let lang = t.lang();
    BlockPage {
        head: head(t),
        tab: "assessment",
        warnings: vec![t.s("round-alone")],
        actions: vec![Link {
            href: "/forloeb/3a/udredning/ny".to_owned(),
            words: t.s("round-again"),
        }],
        blocks: vec![Block {
            title: t.a("round-title", &("n", 1)),
            note: say(lang, "tirsdag 3. marts", "Tuesday 3 March"),
            facts: vec![Fact::new(
                t.s("round-strengths"),
                say(lang, "Nysgerrig.", "Curious."),
            )],
            grid: Some(Grid {
                head: vec![t.s("need-what"), t.s("need-effort")],
                rows: vec![(say(lang, "Ro", "Calm"), vec![t.s("need-unanswered")])],
            }),
            items: vec![t.a("surroundings-suggest", &("where", t.of("setting", "skole")))],
            ..Block::default()
        }],
    }
}

fn plan(t: &T, form: Form) -> ChildPlanForm {
    let lang = t.lang();
    let row = |n: usize, runs: Option<&str>| EffortRow {
        code: format!("indsats{n}"),
        name: t.a("childplan-effort", &("n", n)),
        runs: runs.map(str::to_owned),
    };
    let one = |code: &str, da: &str, en: &str| vec![Choice::new(code, say(lang, da, en))];
    ChildPlanForm {
        about: about(t),
        form,
        rows: vec![row(1, Some("3a")), row(2, None)],
        needs: one("n1", "Ro ved sengetid", "Calm at bedtime"),
        advised: one("r1", "Stille time", "Quiet hour"),
        suggested: vec![t.a("surroundings-suggest", &("where", t.of("setting", "skole")))],
        units: one("u1", "Familieafdelingen", "Family department"),
        lists: EffortLists {
            groups: one("regulering", "Regulering", "Regulation"),
            areas: one("soevn", "Søvn", "Sleep"),
            purposes: one("fremme", "Fremme", "Further"),
            targets: one("omgivelser", "Omgivelser", "Surroundings"),
            approaches: one("systembaseret", "Systembaseret", "System-based"),
            aims: one("udvikle", "Udvikle", "Develop"),
            framing: one("recovery", "Recovery", "Recovery"),
        },
        ..ChildPlanForm::default()
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let at = Section::Other;
    let lacking = wrong(
        t,
        &[("livshistorie", "Bor hjemme"), ("symptom2-grad", "1")],
        &[
            ("social", "dimension-missing"),
            ("styrker", "strengths-missing"),
            ("naeste", "next-assessment-missing"),
            ("symptom2-hvad", "missing"),
        ],
    );
    let explain = wrong(
        t,
        &[("indsats", "indsats1"), ("indsats1-hvad", "Rytme")],
        &[
            ("indsats1-formaal", "purpose-missing"),
            ("fravalg-n1", "need-unanswered"),
            ("afvig-omgivelser", "needs-reason"),
        ],
    );
    let unchanged = wrong(
        t,
        &[("virker-3a", "nej")],
        &[("uaendret-3a", "needs-reason")],
    );
    vec![
        Example::new("udredning-barn", at, tab(t)),
        Example::new("runde", at, round(t, Form::default())),
        Example::new("runde-mangler", at, round(t, lacking)),
        Example::new("barneplan", at, plan(t, Form::default())),
        Example::new("barneplan-mangler", at, plan(t, explain)),
        Example::new(
            "opfoelgning-barn",
            at,
            ChildFollowUpForm {
                about: about(t),
                form: unchanged,
                efforts: vec![FollowedEffort {
                    id: "3a".to_owned(),
                    what: say(lang, "Fast rytme", "Fixed rhythm"),
                    line: say(lang, "hver uge", "every week"),
                }],
            },
        ),
        Example::new(
            "hjaelper",
            at,
            HelpForm {
                about: about(t),
                form: Form::default(),
                places: vec![PlaceRow {
                    field: "sted-skole".to_owned(),
                    name: t.of("setting", "skole"),
                }],
            },
        ),
        Example::new(
            "hjaelper-ark",
            at,
            HelpSheet {
                back: "/forloeb/3a/hjaelper".to_owned(),
                other: "/forloeb/3a/hjaelper/ark/hjem".to_owned(),
                title: t.a("help-title", &("name", "Emil")),
                day: "3.3.2026".to_owned(),
                helps: say(lang, "Sid ned.", "Sit down."),
                places: vec![Fact::new(
                    t.of("setting", "skole"),
                    say(lang, "Fast plads.", "A fixed seat."),
                )],
                ..HelpSheet::default()
            },
        ),
    ]
}
