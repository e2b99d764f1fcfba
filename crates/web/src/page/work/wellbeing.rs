// SPDX-License-Identifier: EUPL-1.2
//! A child's wellbeing is affected: the authority writes so, decides on support whatever the cause, and judges whether the child
//! is thriving again (rows S3-027–029).

use super::child::one;
use super::task::field;
use super::{Case, day, needed, needed_day, open_child_as_authority, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_app::AppError;
use traad_domain::body::Thriving;
use traad_domain::decide::signs::{SECTIONS, Support};
use traad_domain::id::PathwayId;
use traad_domain::refusal::Problem;

/// Which field of a form a field of the domain is.
const FIELDS: [(&str, &str); 5] = [
    ("description", "hvad"),
    ("on", "dato"),
    ("section", "lov"),
    ("reason", "begrundelse"),
    ("starts", "starter"),
];

/// One of the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Affected,
    Support,
    Judged,
}

impl Sheet {
    fn page(self) -> &'static str {
        match self {
            Self::Affected => "trivsel",
            Self::Support => "trivsel/stoette",
            Self::Judged => "trivsel/vurdering",
        }
    }

    /// The code of its texts.
    fn code(self) -> &'static str {
        match self {
            Self::Affected => "wellbeing-affect",
            Self::Support => "wellbeing-support",
            Self::Judged => "wellbeing-judge",
        }
    }

    fn fields(self, visit: &Visit) -> Vec<AskField> {
        let codes = |key, codes: &[&str]| one(visit, key, codes.iter().copied());
        match self {
            Self::Affected => vec![
                field("dato", "wellbeing-since", AskKind::Date),
                field("hvad", "wellbeing-what", AskKind::Area),
            ],
            Self::Support => vec![
                field("hvad", "wellbeing-measure", AskKind::Area),
                field(
                    "lov",
                    "wellbeing-section",
                    codes("wellbeing-section", &SECTIONS.map(|(code, _)| code)),
                ),
                field(
                    "plan",
                    "wellbeing-plan",
                    codes("wellbeing-plan", &["yes", "no"]),
                ),
                field("dato", "wellbeing-decided", AskKind::Date),
                field("starter", "wellbeing-starts", AskKind::MaybeDate),
            ],
            Self::Judged => {
                let answers: Vec<&str> = Thriving::ALL.iter().map(|t| t.code()).collect();
                vec![
                    field(
                        "trivsel",
                        "wellbeing-thriving",
                        codes("wellbeing-thriving", &answers),
                    ),
                    field("begrundelse", "wellbeing-why", AskKind::Area),
                ]
            }
        }
    }
}

fn blank(visit: &Visit, sheet: Sheet) -> Result<Answer, Fault> {
    let case = open_child_as_authority(visit)?;
    let mut form = visit.blank();
    if sheet != Sheet::Judged {
        let today = visit.t.date(visit.today());
        form.values.push(("dato".to_owned(), today));
    }
    show(visit, &case, (200, sheet), form)
}

fn done(
    visit: &Visit,
    (mut case, mut form): (Case, Form),
    sheet: Sheet,
    outcome: Option<Result<PathwayId, AppError>>,
) -> Result<Answer, Fault> {
    match outcome {
        None => show(visit, &case, (422, sheet), form),
        Some(Ok(_)) => Ok(case.to("tegn", "gemt")),
        Some(Err(error)) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, (status, sheet), form)
        }
    }
}

/// The form to say that the child's wellbeing is affected.
pub(crate) fn affect_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Affected)
}

/// Says so: support is a duty from then on.
pub(crate) fn affect_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child_as_authority(visit)?, visit.sent());
    let since = needed_day(visit, &mut form, "dato", Problem::Missing);
    let what = needed(visit, &mut form, "hvad");
    let sent = what.zip(since).map(|(what, since)| {
        visit
            .app
            .affect_wellbeing(&case.ctx, &case.id, (&what, since))
    });
    done(visit, (case, form), Sheet::Affected, sent)
}

/// The form to decide on support.
pub(crate) fn support_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Support)
}

/// Decides on it.
pub(crate) fn support_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child_as_authority(visit)?, visit.sent());
    let what = needed(visit, &mut form, "hvad");
    let section = SECTIONS.iter().find(|(code, _)| form.value("lov") == *code);
    if section.is_none() {
        wrong(visit, &mut form, "lov", Problem::NotChosen);
    }
    let plan = match form.value("plan") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    if plan.is_none() {
        wrong(visit, &mut form, "plan", Problem::NotChosen);
    }
    let decided = needed_day(visit, &mut form, "dato", Problem::Missing);
    let starts = day(visit, &mut form, "starter");
    let support = what.zip(section).zip(plan).zip(decided);
    let support = support.filter(|_| form.errors.is_empty());
    let support = support.map(|(((what, (_, section)), plan), decided)| Support {
        what,
        section,
        plan,
        decided,
        starts,
    });
    let sent = support.map(|support| visit.app.decide_support(&case.ctx, &case.id, &support));
    done(visit, (case, form), Sheet::Support, sent)
}

/// The form to judge whether the child thrives again.
pub(crate) fn judge_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Judged)
}

/// Judges it.
pub(crate) fn judge_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child_as_authority(visit)?, visit.sent());
    let thriving = Thriving::from_code(form.value("trivsel"));
    if thriving.is_none() {
        wrong(visit, &mut form, "trivsel", Problem::NotChosen);
    }
    let reason = needed(visit, &mut form, "begrundelse");
    let sent = thriving.zip(reason).map(|(thriving, reason)| {
        visit
            .app
            .judge_wellbeing(&case.ctx, &case.id, (thriving, &reason))
    });
    done(visit, (case, form), Sheet::Judged, sent)
}

fn show(
    visit: &Visit,
    case: &Case,
    (status, sheet): (u16, Sheet),
    form: Form,
) -> Result<Answer, Fault> {
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(sheet.code()),
        lead: visit.t.opt(&format!("{}.lead", sheet.code())),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), sheet.page()),
        fields: sheet.fields(visit),
    };
    visit.page_with(status, Section::Other, &view)
}
