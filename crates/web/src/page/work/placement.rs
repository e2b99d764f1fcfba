// SPDX-License-Identifier: EUPL-1.2
//! The forms of a placement outside the home, one address each below `anbringelse`: where the child is placed and how that
//! ends; what the carers, the parents and the child need have files of their own.

mod carers;
mod child;
mod home;

use super::{Case, chosen, open, typed};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind};
use traad_app::AppError;
use traad_domain::decide::placement::judges;
use traad_domain::id::PathwayId;
use traad_domain::refusal::NotNow;

/// Which field of a form a field of the domain is. The first takes what is no matter of one field.
const FIELDS: [(&str, &str); 33] = [
    ("", "slags"),
    ("kind", "slags"),
    ("decided", "afgjort"),
    ("from", "fra"),
    ("until", "til"),
    ("parents", "foraelder1"),
    ("place", "sted"),
    ("address", "adresse"),
    ("phone", "telefon"),
    ("carers", "plejer1"),
    ("deviation", "begrundelse"),
    ("on", "dato"),
    ("cause", "aarsag"),
    ("without_offer", "uden"),
    ("needs", "behov"),
    ("helps", "hjaelper"),
    ("call", "ring"),
    ("triggers", "udloeser"),
    ("medicine", "medicin"),
    ("adapted", "tilpasset"),
    ("background", "baggrund"),
    ("content", "indhold"),
    ("demands", "mangler"),
    ("difficulty", "vanskelighed"),
    ("causes", "aarsager"),
    ("support", "stoette"),
    ("reason", "begrundelse"),
    ("meet_by", "moedes"),
    ("at", "dato"),
    ("purpose", "formaal"),
    ("parent", "hvem"),
    ("recognised", "erkendt"),
    ("note", "note"),
];

/// One of the forms, by the last part of its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Place,
    Home,
    End,
    Tell,
    Offer,
    Match,
    Difficulty,
    Risk,
    Meeting,
    Parent,
    Exposure,
}

impl Sheet {
    const ALL: [Self; 11] = [
        Self::Place,
        Self::Home,
        Self::End,
        Self::Tell,
        Self::Offer,
        Self::Match,
        Self::Difficulty,
        Self::Risk,
        Self::Meeting,
        Self::Parent,
        Self::Exposure,
    ];

    fn page(self) -> &'static str {
        match self {
            Self::Place => "ny",
            Self::Home => "hjem",
            Self::End => "slut",
            Self::Tell => "viden",
            Self::Offer => "tilbud",
            Self::Match => "krav",
            Self::Difficulty => "vanskelighed",
            Self::Risk => "risiko",
            Self::Meeting => "moede",
            Self::Parent => "foraeldre",
            Self::Exposure => "eksponering",
        }
    }

    fn fields(self, visit: &Visit, case: &Case) -> Vec<AskField> {
        match self {
            Self::Place => home::place_fields(visit),
            Self::Home => home::home_fields(),
            Self::End => home::end_fields(visit, case),
            Self::Tell => carers::tell_fields(),
            Self::Offer => carers::offer_fields(visit),
            Self::Match => carers::match_fields(),
            Self::Meeting => carers::meeting_fields(),
            Self::Difficulty => child::difficulty_fields(visit),
            Self::Risk => child::risk_fields(visit),
            Self::Parent => child::parent_fields(visit, case),
            Self::Exposure => child::exposure_fields(visit),
        }
    }

    /// What stands there already, or is most likely.
    fn known(self, visit: &Visit, case: &Case) -> Vec<(String, String)> {
        match self {
            Self::Place => home::place_known(visit, case),
            Self::Home => home::home_known(case),
            Self::Tell => carers::tell_known(case),
            Self::Match => carers::match_known(case),
            Self::End | Self::Offer | Self::Parent => {
                vec![("dato".to_owned(), visit.t.date(visit.today()))]
            }
            Self::Difficulty | Self::Risk | Self::Meeting | Self::Exposure => Vec::new(),
        }
    }

    /// What was typed, sent; nothing when something is wrong with it.
    fn send(self, visit: &Visit, case: &Case, form: &mut Form) -> Option<Sent> {
        match self {
            Self::Place => home::place(visit, case, form),
            Self::Home => home::home(visit, case, form),
            Self::End => home::end(visit, case, form),
            Self::Tell => carers::tell(visit, case, form),
            Self::Offer => carers::offer(visit, case, form),
            Self::Match => carers::matched(visit, case, form),
            Self::Meeting => carers::meeting(visit, case, form),
            Self::Difficulty => child::difficulty(visit, case, form),
            Self::Risk => child::risk(visit, case, form),
            Self::Parent => child::parent(visit, case, form),
            Self::Exposure => child::exposure(visit, case, form),
        }
    }
}

/// What a use case answered.
type Sent = Result<PathwayId, AppError>;

/// One of the forms.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let (case, sheet) = opened(visit)?;
    let mut form = visit.blank();
    form.values = sheet.known(visit, &case);
    show(visit, &case, (200, sheet), form)
}

/// Writes it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let (mut case, sheet) = opened(visit)?;
    let mut form = visit.sent();
    let Some(sent) = sheet.send(visit, &case, &mut form) else {
        return show(visit, &case, (422, sheet), form);
    };
    match sent {
        Ok(_) => Ok(case.to("anbringelse", "gemt")),
        Err(error) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, (status, sheet), form)
        }
    }
}

/// The form of the address, for those who fill it in; a difficulty may be judged by others than the authority too.
fn opened(visit: &Visit) -> Result<(Case, Sheet), Fault> {
    let case = open(visit)?;
    let asked = visit.param("trin");
    let sheet = Sheet::ALL.into_iter().find(|sheet| sheet.page() == asked);
    let sheet = sheet.ok_or(Fault::NotFound)?;
    if !case.is_a_childs() {
        return Err(Fault::NotNow(NotNow::NotAChild));
    }
    let own = &case.ctx.actor.unit;
    let theirs = if sheet == Sheet::Difficulty {
        judges(case.ctx.actor.employment.function, own)
    } else {
        own.is_child_authority()
    };
    if !theirs {
        return Err(Fault::NotNow(NotNow::ForTheAuthority));
    }
    let placed = case.view.pathway.placements.current().is_some();
    if sheet == Sheet::Place && placed {
        return Err(Fault::NotNow(NotNow::PlacedAlready));
    }
    let needs = !matches!(sheet, Sheet::Place | Sheet::Difficulty);
    if needs && !placed {
        return Err(Fault::NotNow(NotNow::NotPlaced));
    }
    Ok((case, sheet))
}

fn show(
    visit: &Visit,
    case: &Case,
    (status, sheet): (u16, Sheet),
    form: Form,
) -> Result<Answer, Fault> {
    let key = format!("placement-{}", sheet.page());
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(&key),
        lead: visit.t.opt(&format!("{key}.lead")),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), &format!("anbringelse/{}", sheet.page())),
        fields: sheet.fields(visit, case),
    };
    visit.page_with(status, Section::Other, &view)
}

/// A choice whose options stand in the texts.
fn one<'a>(visit: &Visit, key: &str, codes: impl IntoIterator<Item = &'a str>) -> AskKind {
    AskKind::One(choices(visit, key, codes))
}

fn choices<'a>(visit: &Visit, key: &str, codes: impl IntoIterator<Item = &'a str>) -> Vec<Choice> {
    let choice = |code: &str| Choice {
        help: visit.t.opt(&format!("{key}.{code}-help")),
        ..Choice::new(code, visit.t.of(key, code))
    };
    codes.into_iter().map(choice).collect()
}

/// What was typed, or nothing written.
fn text(form: &Form, name: &str) -> String {
    typed(form, name).unwrap_or_default()
}

/// Names in fields that are numbered from 1.
fn names(form: &Form, field: &str) -> Vec<String> {
    let fields = (1..=2).map(|number| format!("{field}{number}"));
    fields.filter_map(|name| typed(form, &name)).collect()
}

/// Each line of a field, without the empty ones.
fn lines(form: &Form, name: &str) -> Vec<String> {
    let text = text(form, name);
    let lines = text.lines().map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Codes that were chosen.
fn codes<T>(form: &Form, name: &str, of: impl Fn(&str) -> Option<T>) -> Vec<T> {
    chosen(form, name).filter_map(of).collect()
}
