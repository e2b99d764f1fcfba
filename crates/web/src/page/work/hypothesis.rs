// SPDX-License-Identifier: EUPL-1.2
//! The steps of a hypothesis: raise it on signs, write down how it was tested, conclude it, tell the mother (A13).

use super::child::{one, substances};
use super::task::field;
use super::{Case, chosen, day, needed, needed_day, open_child, typed, wrong};
use crate::page::pathway::entry::{self, moment};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_app::AppError;
use traad_domain::body::{
    Body, Conclusion, HistoryAnswer, HypothesisRaised, HypothesisTested, Points, TestKind,
};
use traad_domain::decide::hypothesis::{Concluding, topic};
use traad_domain::id::{EntryId, PathwayId, RefId};
use traad_domain::journal::effective;
use traad_domain::refusal::{NotNow, Problem};

/// Which field of a form a field of the domain is.
const FIELDS: [(&str, &str); 13] = [
    ("reason", "begrundelse"),
    ("grounds", "tegn"),
    ("test_by", "afproeves"),
    ("test", "hvordan"),
    ("drugs", "rusmidler"),
    ("medicine", "medicin"),
    ("result", "fund"),
    ("on", "dato"),
    ("conclusion", "konklusion"),
    ("look_again", "igen"),
    ("substances", "stof"),
    ("assess_by", "udredes"),
    ("comment", "kommentar"),
];

/// One of the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Raise,
    Test,
    Conclude,
    Told,
}

impl Sheet {
    fn page(self) -> &'static str {
        match self {
            Self::Raise => "hypotese/ny",
            Self::Test => "hypotese/afproevning",
            Self::Conclude => "hypotese/konklusion",
            Self::Told => "hypotese/mor",
        }
    }

    /// The code of its texts.
    fn code(self) -> &'static str {
        match self {
            Self::Raise => "hypothesis-raise",
            Self::Test => "hypothesis-test",
            Self::Conclude => "hypothesis-conclude",
            Self::Told => "hypothesis-told",
        }
    }

    fn fields(self, visit: &Visit, case: &Case) -> Vec<AskField> {
        match self {
            Self::Raise => raising(visit, case),
            Self::Test => testing(visit),
            Self::Conclude => concluding(visit),
            Self::Told => vec![field("kommentar", "hypothesis-comment", AskKind::Note)],
        }
    }
}

fn raising(visit: &Visit, case: &Case) -> Vec<AskField> {
    let signs = signs(visit, case);
    let grounds =
        (!signs.is_empty()).then(|| field("tegn", "hypothesis-grounds", AskKind::Many(signs)));
    let rest = [
        field("begrundelse", "hypothesis-reason", AskKind::Area),
        field(
            "stof",
            "hypothesis-substances",
            AskKind::Many(substances(visit)),
        ),
        field("afproeves", "hypothesis-test-by", AskKind::Date),
    ];
    grounds.into_iter().chain(rest).collect()
}

/// The signs the reader may read, each with its day.
fn signs(visit: &Visit, case: &Case) -> Vec<Choice> {
    let seen = effective(&case.view.entries);
    let signs = seen
        .iter()
        .filter(|entry| matches!(entry.body, Body::SignsObserved(_) | Body::ConcernRaised(_)));
    let choice = |entry: &traad_domain::journal::Effective<'_>| {
        let said = entry::lines(visit, &case.view, entry.body);
        let said = said.into_iter().next().unwrap_or_default();
        let at = moment(visit, entry.occurred());
        Choice::new(entry.root.as_str(), format!("{at}: {said}"))
    };
    signs.map(choice).collect()
}

fn testing(visit: &Visit) -> Vec<AskField> {
    let kinds = TestKind::ALL.iter().map(|kind| kind.code());
    let answers = || HistoryAnswer::ALL.iter().map(|answer| answer.code());
    let points = Points::ALL.iter().map(|points| points.code());
    vec![
        field("dato", "hypothesis-on", AskKind::Date),
        field(
            "hvordan",
            "hypothesis-test-kind",
            one(visit, "hypothesis-test-kind", kinds),
        ),
        field(
            "rusmidler",
            "hypothesis-drugs",
            one(visit, "hypothesis-asked", answers()),
        ),
        field(
            "medicin",
            "hypothesis-medicine",
            one(visit, "hypothesis-asked", answers()),
        ),
        field("fund", "hypothesis-result", AskKind::Area),
        field(
            "peger",
            "hypothesis-points",
            one(visit, "hypothesis-points", points),
        ),
    ]
}

fn concluding(visit: &Visit) -> Vec<AskField> {
    let ends = Conclusion::ALL.iter().map(|end| end.code());
    vec![
        field(
            "konklusion",
            "hypothesis-conclusion",
            one(visit, "hypothesis-conclusion", ends),
        ),
        field("begrundelse", "hypothesis-why", AskKind::Area),
        field(
            "stof",
            "hypothesis-confirmed-substances",
            AskKind::Many(substances(visit)),
        ),
        field("udredes", "hypothesis-assess-by", AskKind::MaybeDate),
        field("igen", "hypothesis-again", AskKind::MaybeDate),
    ]
}

/// The same for a form, which is shown to who may take a step of this kind.
fn taker(visit: &Visit, sheet: Sheet) -> Result<Case, Fault> {
    let case = open_child(visit)?;
    let may = visit.app.may_consider(&case.ctx, &case.view);
    let may = match sheet {
        Sheet::Raise => may.raise,
        Sheet::Test | Sheet::Told => may.test,
        Sheet::Conclude => may.conclude,
    };
    if may {
        return Ok(case);
    }
    let found = case.view.pathway.child.hypothesis();
    Err(Fault::NotNow(match (sheet, found) {
        (Sheet::Raise, Some(found)) if found.is_open() => NotNow::HypothesisOpen,
        (Sheet::Raise, _) | (_, Some(_)) => NotNow::GivesSignsAlone,
        (_, None) => NotNow::NoHypothesis,
    }))
}

fn blank(visit: &Visit, sheet: Sheet) -> Result<Answer, Fault> {
    let case = taker(visit, sheet)?;
    let mut form = case.blank(visit, &topic());
    let substances = case.view.pathway.child.hypothesis();
    let substances = substances.filter(|_| sheet == Sheet::Conclude);
    for code in substances
        .iter()
        .flat_map(|found| &found.raised.body.substances)
    {
        form.values.push(("stof".to_owned(), code.clone()));
    }
    if sheet == Sheet::Test {
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

/// The form to raise one.
pub(crate) fn raise_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Raise)
}

/// Raises one.
pub(crate) fn raise_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let reason = needed(visit, &mut form, "begrundelse");
    let test_by = needed_day(visit, &mut form, "afproeves", Problem::NextDateMissing);
    let raised = reason
        .zip(test_by)
        .map(|(reason, test_by)| HypothesisRaised {
            reference: RefId::new(""),
            grounds: chosen(&form, "tegn").map(EntryId::new).collect(),
            substances: chosen(&form, "stof").map(str::to_owned).collect(),
            reason,
            test_by,
        });
    let seen = Case::seen(&form, topic());
    let sent = raised.map(|raised| {
        visit
            .app
            .raise_hypothesis(&case.ctx, &case.id, (&raised, Some(&seen)))
    });
    done(visit, (case, form), Sheet::Raise, sent)
}

/// The form to test it.
pub(crate) fn test_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Test)
}

/// Writes down how it was tested.
pub(crate) fn test_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let on = needed_day(visit, &mut form, "dato", Problem::Missing);
    let tested = tested(visit, &mut form);
    let sent = tested.zip(on).map(|(tested, on)| {
        let seen = Case::seen(&form, topic());
        visit
            .app
            .test_hypothesis(&case.ctx, &case.id, (&tested, on, Some(&seen)))
    });
    done(visit, (case, form), Sheet::Test, sent)
}

fn tested(visit: &Visit, form: &mut Form) -> Option<HypothesisTested> {
    let test = TestKind::from_code(form.value("hvordan"));
    if test.is_none() {
        wrong(visit, form, "hvordan", Problem::NotChosen);
    }
    let points = Points::from_code(form.value("peger"));
    let result = needed(visit, form, "fund");
    if points.is_none() {
        wrong(visit, form, "peger", Problem::NotChosen);
    }
    Some(HypothesisTested {
        reference: RefId::new(""),
        test: test?,
        drugs: HistoryAnswer::from_code(form.value("rusmidler")),
        medicine: HistoryAnswer::from_code(form.value("medicin")),
        points: points?,
        result: result?,
    })
}

/// The form to conclude it.
pub(crate) fn conclude_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Conclude)
}

/// Concludes it.
pub(crate) fn conclude_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let conclusion = Conclusion::from_code(form.value("konklusion"));
    if conclusion.is_none() {
        wrong(visit, &mut form, "konklusion", Problem::NotChosen);
    }
    let assess_by = day(visit, &mut form, "udredes");
    let look_again = day(visit, &mut form, "igen");
    let told = conclusion.filter(|_| form.errors.is_empty());
    let told = told.map(|conclusion| Concluding {
        conclusion,
        reason: typed(&form, "begrundelse").unwrap_or_default(),
        look_again,
        substances: chosen(&form, "stof").map(str::to_owned).collect(),
        assess_by,
    });
    let seen = Case::seen(&form, topic());
    let sent = told.map(|told| {
        visit
            .app
            .conclude_hypothesis(&case.ctx, &case.id, (&told, Some(&seen)))
    });
    done(visit, (case, form), Sheet::Conclude, sent)
}

/// The form to say that the mother was told.
pub(crate) fn told_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Told)
}

/// Keeps that she was told, and her comment.
pub(crate) fn told_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, form) = (open_child(visit)?, visit.sent());
    let comment = typed(&form, "kommentar").unwrap_or_default();
    let sent = visit
        .app
        .tell_mother_of_hypothesis(&case.ctx, &case.id, &comment);
    done(visit, (case, form), Sheet::Told, Some(sent))
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
        fields: sheet.fields(visit, case),
    };
    visit.page_with(status, Section::Other, &view)
}
