// SPDX-License-Identifier: EUPL-1.2
//! The small forms of a child's pathway: exposure, custody, a stay in hospital, withdrawal, consequences, the home.

use super::task::field;
use super::{Case, chosen, day, needed, needed_day, open_child, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::concern;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_app::AppError;
use traad_domain::body::{
    AbstinenceObserved, Certainty, ChildAdmitted, CustodyState, CustodyStated, Exposed,
    ExposureStated, HomecomingAssessed, InjuryJudged, InjuryStatus,
};
use traad_domain::id::PathwayId;
use traad_domain::refusal::Problem;

/// Which field of a form a field of the domain is.
const FIELDS: [(&str, &str); 15] = [
    ("exposed", "eksponeret"),
    ("substances", "stof"),
    ("assess_by", "udredes"),
    ("custody", "foraeldre"),
    ("holders", "indehaver1"),
    ("ward", "afdeling"),
    ("from", "fra"),
    ("to", "til"),
    ("note", "note"),
    ("scale", "skala"),
    ("course", "forloeb"),
    ("on", "dato"),
    ("status", "foelger"),
    ("situation", "situation"),
    ("support", "stoette"),
];

/// One of the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Exposure,
    Custody,
    Stay,
    Abstinence,
    Injury,
    Home,
}

impl Sheet {
    fn page(self) -> &'static str {
        match self {
            Self::Exposure => "eksponering",
            Self::Custody => "foraeldremyndighed",
            Self::Stay => "indlaeggelse",
            Self::Abstinence => "abstinens",
            Self::Injury => "foelger",
            Self::Home => "hjemkomst",
        }
    }

    /// The code of its texts.
    fn code(self) -> &'static str {
        match self {
            Self::Exposure => "exposure",
            Self::Custody => "custody",
            Self::Stay => "stay",
            Self::Abstinence => "abstinence",
            Self::Injury => "injury",
            Self::Home => "home",
        }
    }

    fn fields(self, visit: &Visit) -> Vec<AskField> {
        match self {
            Self::Exposure => exposure_fields(visit),
            Self::Custody => custody_fields(visit, CustodyState::ALL.iter().map(|c| c.code())),
            Self::Stay => vec![
                field("afdeling", "child-ward", AskKind::Line),
                field("fra", "child-from", AskKind::Date),
                field("til", "child-to", AskKind::MaybeDate),
                field("note", "child-note", AskKind::Note),
            ],
            Self::Abstinence => vec![
                field("dato", "child-on", AskKind::Date),
                field("skala", "child-scale", AskKind::MaybeLine),
                field("score", "child-score", AskKind::MaybeLine),
                field("forloeb", "child-course", AskKind::Note),
            ],
            Self::Injury => vec![
                field(
                    "foelger",
                    "child-injury",
                    one(
                        visit,
                        "child-injury",
                        InjuryStatus::ALL.iter().map(|s| s.code()),
                    ),
                ),
                field("note", "child-injury-why", AskKind::Area),
            ],
            Self::Home => vec![
                field("situation", "child-situation", AskKind::Area),
                field("stoette", "child-support", AskKind::Area),
            ],
        }
    }
}

pub(super) fn one<'a>(visit: &Visit, key: &str, codes: impl Iterator<Item = &'a str>) -> AskKind {
    let choice = |code: &str| Choice {
        help: visit.t.opt(&format!("{key}.{code}-help")),
        ..Choice::new(code, visit.t.of(key, code))
    };
    AskKind::One(codes.map(choice).collect())
}

fn exposure_fields(visit: &Visit) -> Vec<AskField> {
    let exposed = Exposed::ALL.iter().map(|e| e.code());
    let sure = Certainty::ALL.iter().map(|c| c.code());
    vec![
        field(
            "eksponeret",
            "child-exposed",
            one(visit, "child-exposed", exposed),
        ),
        field("stof", "child-substances", AskKind::Many(substances(visit))),
        field(
            "sikkerhed",
            "child-certainty",
            one(visit, "child-certainty", sure),
        ),
        field("udredes", "child-assess-by", AskKind::MaybeDate),
    ]
}

/// The groups of substances.
pub(super) fn substances(visit: &Visit) -> Vec<Choice> {
    let codes = concern::substances().into_iter();
    codes
        .map(|code| Choice::new(code, visit.t.of("concern-substance", code)))
        .collect()
}

/// The core of the exposure as it was typed.
pub(super) fn exposure_in(visit: &Visit, form: &mut Form) -> Option<ExposureStated> {
    let exposed = Exposed::from_code(form.value("eksponeret"));
    if exposed.is_none() {
        wrong(visit, form, "eksponeret", Problem::NotChosen);
    }
    let certainty = Certainty::from_code(form.value("sikkerhed"));
    if certainty.is_none() {
        wrong(visit, form, "sikkerhed", Problem::NotChosen);
    }
    let assess_by = day(visit, form, "udredes");
    let substances = chosen(form, "stof").map(str::to_owned).collect();
    Some(ExposureStated {
        exposed: exposed?,
        substances,
        certainty: certainty?,
        assess_by,
    })
}

/// What is asked of custody, with the answers there are.
pub(super) fn custody_fields(
    visit: &Visit,
    states: impl Iterator<Item = &'static str>,
) -> Vec<AskField> {
    vec![
        field(
            "foraeldre",
            "child-custody",
            one(visit, "child-custody", states),
        ),
        field("indehaver1", "child-holder", AskKind::MaybeLine),
        field("indehaver2", "child-holder-second", AskKind::MaybeLine),
    ]
}

/// Custody as it was typed.
pub(super) fn custody_in(visit: &Visit, form: &mut Form) -> Option<CustodyStated> {
    let custody = CustodyState::from_code(form.value("foraeldre"));
    if custody.is_none() {
        wrong(visit, form, "foraeldre", Problem::NotChosen);
    }
    let holders = ["indehaver1", "indehaver2"];
    Some(CustodyStated {
        custody: custody?,
        holders: holders
            .iter()
            .filter_map(|name| typed(form, name))
            .collect(),
    })
}

fn blank(visit: &Visit, sheet: Sheet) -> Result<Answer, Fault> {
    let case = open_child(visit)?;
    let mut form = visit.blank();
    form.values = known(visit, &case, sheet);
    show(visit, &case, (200, sheet), form)
}

/// What stands there already, so that what has not changed is not typed again.
fn known(visit: &Visit, case: &Case, sheet: Sheet) -> Vec<(String, String)> {
    let own = &case.view.pathway.child;
    let mut values = Vec::new();
    let mut put = |name: &str, value: &str| values.push((name.to_owned(), value.to_owned()));
    match (sheet, own.stated(), &own.custody) {
        (Sheet::Exposure, Some(stated), _) => {
            put("eksponeret", stated.body.exposed.code());
            put("sikkerhed", stated.body.certainty.code());
            for substance in &stated.body.substances {
                put("stof", substance);
            }
        }
        (Sheet::Custody, _, Some(stated)) => {
            put("foraeldre", stated.body.custody.code());
            for (name, holder) in ["indehaver1", "indehaver2"]
                .iter()
                .zip(&stated.body.holders)
            {
                put(name, holder);
            }
        }
        (Sheet::Abstinence, ..) => put("dato", &visit.t.date(visit.today())),
        (Sheet::Exposure | Sheet::Custody | Sheet::Stay | Sheet::Injury | Sheet::Home, ..) => {}
    }
    values
}

fn done(
    visit: &Visit,
    (mut case, mut form): (Case, Form),
    sheet: Sheet,
    outcome: Option<Result<PathwayId, AppError>>,
) -> Result<Answer, Fault> {
    match outcome {
        None => show(visit, &case, (422, sheet), form),
        Some(Ok(_)) => Ok(case.to("", "gemt")),
        Some(Err(error)) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, (status, sheet), form)
        }
    }
}

/// The form for exposure.
pub(crate) fn exposure_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Exposure)
}

/// States the exposure.
pub(crate) fn exposure_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let stated = exposure_in(visit, &mut form).filter(|_| form.errors.is_empty());
    let sent = stated.map(|stated| visit.app.state_exposure(&case.ctx, &case.id, &stated));
    done(visit, (case, form), Sheet::Exposure, sent)
}

/// The form for custody.
pub(crate) fn custody_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Custody)
}

/// States who has custody.
pub(crate) fn custody_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let stated = custody_in(visit, &mut form);
    let sent = stated.map(|stated| visit.app.state_custody(&case.ctx, &case.id, &stated));
    done(visit, (case, form), Sheet::Custody, sent)
}

/// The form for a stay in hospital.
pub(crate) fn stay_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Stay)
}

/// Registers a stay.
pub(crate) fn stay_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let ward = needed(visit, &mut form, "afdeling");
    let from = needed_day(visit, &mut form, "fra", Problem::Missing);
    let to = day(visit, &mut form, "til");
    let admitted = ward.zip(from).filter(|_| form.errors.is_empty());
    let admitted = admitted.map(|(ward, from)| ChildAdmitted {
        ward,
        from,
        to,
        note: typed(&form, "note").unwrap_or_default(),
    });
    let sent = admitted.map(|stay| visit.app.admit_child(&case.ctx, &case.id, &stay));
    done(visit, (case, form), Sheet::Stay, sent)
}

/// The form for withdrawal.
pub(crate) fn abstinence_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Abstinence)
}

/// Registers an observation of withdrawal.
pub(crate) fn abstinence_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let on = needed_day(visit, &mut form, "dato", Problem::Missing);
    let score = typed(&form, "score").map(|text| text.parse().ok());
    if score == Some(None) {
        wrong(visit, &mut form, "score", Problem::NotANumber);
    }
    let observed = AbstinenceObserved {
        scale: typed(&form, "skala").unwrap_or_default(),
        score: score.flatten(),
        course: typed(&form, "forloeb").unwrap_or_default(),
    };
    let on = on.filter(|_| form.errors.is_empty());
    let app = visit.app.clone();
    let sent = on.map(|on| app.observe_abstinence(&case.ctx, &case.id, (&observed, on)));
    done(visit, (case, form), Sheet::Abstinence, sent)
}

/// The form for consequences.
pub(crate) fn injury_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Injury)
}

/// Judges whether the child has been harmed.
pub(crate) fn injury_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let status = InjuryStatus::from_code(form.value("foelger"));
    if status.is_none() {
        wrong(visit, &mut form, "foelger", Problem::NotChosen);
    }
    let note = needed(visit, &mut form, "note");
    let judged = status.zip(note);
    let judged = judged.map(|(status, note)| InjuryJudged { status, note });
    let sent = judged.map(|judged| visit.app.judge_injury(&case.ctx, &case.id, &judged));
    done(visit, (case, form), Sheet::Injury, sent)
}

/// The form for the home.
pub(crate) fn home_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Home)
}

/// Assesses what the child comes home to.
pub(crate) fn home_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let situation = needed(visit, &mut form, "situation");
    let support = needed(visit, &mut form, "stoette");
    let made = situation.zip(support);
    let made = made.map(|(situation, support)| HomecomingAssessed { situation, support });
    let sent = made.map(|made| visit.app.assess_home(&case.ctx, &case.id, &made));
    done(visit, (case, form), Sheet::Home, sent)
}

fn show(
    visit: &Visit,
    case: &Case,
    (status, sheet): (u16, Sheet),
    form: Form,
) -> Result<Answer, Fault> {
    let key = format!("child-{}", sheet.code());
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(&format!("{key}-title")),
        lead: visit.t.opt(&format!("{key}-lead")),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), sheet.page()),
        fields: sheet.fields(visit),
    };
    visit.page_with(status, Section::Other, &view)
}
