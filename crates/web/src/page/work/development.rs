// SPDX-License-Identifier: EUPL-1.2
//! The small forms around a child's assessment: what a profession adds, an offer of a round, the life, risks, places, and the
//! adults around the child.

use super::round::{listed, profession};
use super::task::field;
use super::{Case, day, needed, needed_day, open_child, typed, wrong};
use crate::page::pathway::entry::capital;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::work::{AskField, AskForm, AskKind, row_field};
use traad_app::AppError;
use traad_domain::body::{
    AdultAroundChild, AssessmentContributed, AssessmentOffered, Fit, InfluenceEnded,
    InfluenceNoted, KnowledgeGiven, LifeEventTold, Quality, Setting, SurroundingsDescribed,
};
use traad_domain::decide::development::next_age;
use traad_domain::id::{PathwayId, RefId};
use traad_domain::refusal::Problem;

/// Which field of a form a field of the domain is.
const FIELDS: [(&str, &str); 14] = [
    ("what", "hvad"),
    ("profession", "faggruppe"),
    ("dimension", "forhold"),
    ("reason", "grund"),
    ("next", "naeste"),
    ("on", "dato"),
    ("source", "kilde"),
    ("group", "gruppe"),
    ("influence", "faktor"),
    ("agreed", "aftalt"),
    ("name", "navn"),
    ("lacks", "mangler"),
    ("adult", "voksen"),
    ("how", "hvordan"),
];

/// One of the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Contribution,
    Offer,
    Life,
    Influence,
    InfluenceEnd,
    Surroundings,
    Adult,
    Knowledge,
}

impl Sheet {
    /// Its address below the pathway, and the message of its heading.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Contribution => ("bidrag", "contribution-title"),
            Self::Offer => ("udredningstilbud", "round-offer-title"),
            Self::Life => ("livshistorie", "life-write"),
            Self::Influence => ("risikofaktor", "influence-write"),
            Self::InfluenceEnd => ("risikofaktor/slut", "influence-end"),
            Self::Surroundings => ("omgivelser", "surroundings-write"),
            Self::Adult => ("voksen-om-barnet", "adult-write"),
            Self::Knowledge => ("viden", "knowledge-write"),
        }
    }

    fn fields(self, visit: &Visit, case: &Case) -> Vec<AskField> {
        match self {
            Self::Contribution => vec![
                field(
                    "faggruppe",
                    "round-profession",
                    AskKind::List(listed(visit, "professions")),
                ),
                field(
                    "forhold",
                    "contribution-dimension",
                    AskKind::One(listed(visit, "assessment-dimensions")),
                ),
                field("hvad", "round-added-what", AskKind::Area),
            ],
            Self::Offer => vec![
                field(
                    "svar",
                    "round-offer-answer",
                    coded(visit, "round-offer-answer", ["ja", "nej"].into_iter()),
                ),
                field("grund", "round-offer-why", AskKind::Note),
                field("naeste", "round-offer-next", AskKind::MaybeDate),
            ],
            Self::Life => vec![
                field("dato", "life-when", AskKind::Date),
                field("hvad", "life-what", AskKind::Area),
                field("kilde", "life-source", AskKind::MaybeLine),
            ],
            Self::Influence => vec![
                field(
                    "gruppe",
                    "influence-group",
                    AskKind::One(listed(visit, "influences")),
                ),
                field("hvad", "influence-what", AskKind::Area),
                field("kilde", "life-source", AskKind::MaybeLine),
            ],
            Self::InfluenceEnd => vec![
                field("faktor", "influence-which", AskKind::One(running(case))),
                field("grund", "influence-why", AskKind::Area),
            ],
            Self::Surroundings => surroundings(visit),
            Self::Adult => vec![
                field("navn", "adult-who", AskKind::Line),
                field("sted", "adult-where", settings(visit)),
                field("mangler", "adult-lacks", AskKind::Note),
            ],
            Self::Knowledge => vec![
                field("voksen", "knowledge-who", AskKind::One(adults(case))),
                field("hvordan", "knowledge-how", AskKind::Area),
            ],
        }
    }

    /// A sentence below the heading; an offer says when the next one falls due after a no.
    fn lead(self, visit: &Visit, case: &Case) -> Option<String> {
        let (_, key) = self.names();
        if self == Self::Offer {
            let ages = visit.app.assessment_ages();
            let next = next_age(&case.view.pathway, &ages, visit.today());
            return next.map(|day| visit.t.a("round-offer-again", &("day", visit.t.date(day))));
        }
        visit.t.opt(&format!("{key}.lead"))
    }
}

fn coded<'a>(visit: &Visit, key: &str, codes: impl Iterator<Item = &'a str>) -> AskKind {
    AskKind::One(
        codes
            .map(|code| Choice::new(code, visit.t.of(key, code)))
            .collect(),
    )
}

fn settings(visit: &Visit) -> AskKind {
    coded(visit, "setting", Setting::ALL.iter().map(|s| s.code()))
}

/// A place, whether each of its qualities fits, and what is agreed.
fn surroundings(visit: &Visit) -> Vec<AskField> {
    let mut fields = vec![field("sted", "adult-where", settings(visit))];
    fields.extend(listed(visit, "surroundings").into_iter().map(|quality| {
        field(
            &row_field("kvalitet", &quality.value),
            &format!("quality-{}", quality.value),
            coded(visit, "fit", Fit::ALL.iter().map(|fit| fit.code())),
        )
    }));
    fields.push(field("aftalt", "surroundings-agreed", AskKind::Note));
    fields
}

fn running(case: &Case) -> Vec<Choice> {
    let all = case.view.pathway.child.development.influences.iter();
    let running = all.filter(|one| one.ended.is_none());
    running
        .map(|one| {
            let body = &one.noted.body;
            Choice::new(body.reference.as_str(), capital(&body.what))
        })
        .collect()
}

fn adults(case: &Case) -> Vec<Choice> {
    let adults = case.view.pathway.adults_around().into_iter();
    adults
        .map(|adult| Choice::new(adult.reference.as_str(), adult.name))
        .collect()
}

fn blank(visit: &Visit, sheet: Sheet) -> Result<Answer, Fault> {
    let case = open_child(visit)?;
    let mut form = visit.blank();
    if sheet == Sheet::Contribution {
        let own = profession(case.ctx.actor.employment.function);
        form.values.push(("faggruppe".to_owned(), own.to_owned()));
    }
    show(visit, &case, (200, sheet), form)
}

type Sent = Option<Result<PathwayId, AppError>>;

fn done(
    visit: &Visit,
    (mut case, mut form): (Case, Form),
    sheet: Sheet,
    sent: Sent,
) -> Result<Answer, Fault> {
    match sent {
        None => show(visit, &case, (422, sheet), form),
        Some(Ok(_)) => Ok(case.to("udredning", "gemt")),
        Some(Err(error)) => {
            let status = case.refused(visit, &mut form, error, &FIELDS)?;
            show(visit, &case, (status, sheet), form)
        }
    }
}

fn show(
    visit: &Visit,
    case: &Case,
    (status, sheet): (u16, Sheet),
    form: Form,
) -> Result<Answer, Fault> {
    let (page, key) = sheet.names();
    let view = AskForm {
        about: case.about(visit),
        form,
        title: visit.t.s(key),
        lead: sheet.lead(visit, case),
        button: visit.t.s("form-save"),
        post: paths::pathway(case.id.as_str(), page),
        fields: sheet.fields(visit, case),
    };
    visit.page_with(status, Section::Other, &view)
}

fn text(form: &Form, name: &str) -> String {
    typed(form, name).unwrap_or_default()
}

/// The form in which a profession adds what it has found.
pub(crate) fn contribution_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Contribution)
}

/// Adds it.
pub(crate) fn contribution_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, form) = (open_child(visit)?, visit.sent());
    let added = AssessmentContributed {
        profession: text(&form, "faggruppe"),
        dimension: text(&form, "forhold"),
        what: text(&form, "hvad"),
    };
    let sent = visit
        .app
        .contribute_to_assessment(&case.ctx, &case.id, &added);
    done(visit, (case, form), Sheet::Contribution, Some(sent))
}

/// The form for the answer to an offer.
pub(crate) fn offer_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Offer)
}

/// Registers the answer.
pub(crate) fn offer_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let accepted = match form.value("svar") {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => None,
    };
    if accepted.is_none() {
        wrong(visit, &mut form, "svar", Problem::NotChosen);
    }
    let next = day(visit, &mut form, "naeste");
    let accepted = accepted.filter(|_| form.errors.is_empty());
    let sent = accepted.map(|accepted| {
        let offered = AssessmentOffered {
            accepted,
            reason: text(&form, "grund"),
            next,
        };
        visit.app.offer_assessment(&case.ctx, &case.id, &offered)
    });
    done(visit, (case, form), Sheet::Offer, sent)
}

/// The form for something in the child's life.
pub(crate) fn life_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Life)
}

/// Tells of it.
pub(crate) fn life_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let on = needed_day(visit, &mut form, "dato", Problem::Missing);
    let what = needed(visit, &mut form, "hvad");
    let told = on.zip(what).map(|(on, what)| {
        let source = text(&form, "kilde");
        (LifeEventTold { what, source }, on)
    });
    let app = visit.app.clone();
    let sent = told.map(|(told, on)| app.tell_life_event(&case.ctx, &case.id, (&told, on)));
    done(visit, (case, form), Sheet::Life, sent)
}

/// The form for a risk.
pub(crate) fn influence_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Influence)
}

/// Notes it.
pub(crate) fn influence_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, form) = (open_child(visit)?, visit.sent());
    let noted = InfluenceNoted {
        reference: RefId::new(""),
        group: text(&form, "gruppe"),
        what: text(&form, "hvad"),
        source: text(&form, "kilde"),
    };
    let sent = visit.app.note_influence(&case.ctx, &case.id, &noted);
    done(visit, (case, form), Sheet::Influence, Some(sent))
}

/// The form that says a risk is over.
pub(crate) fn influence_end_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::InfluenceEnd)
}

/// Says so.
pub(crate) fn influence_end_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, form) = (open_child(visit)?, visit.sent());
    let ended = InfluenceEnded {
        reference: RefId::new(text(&form, "faktor")),
        reason: text(&form, "grund"),
    };
    let sent = visit.app.end_influence(&case.ctx, &case.id, &ended);
    done(visit, (case, form), Sheet::InfluenceEnd, Some(sent))
}

/// The form for a place.
pub(crate) fn surroundings_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Surroundings)
}

/// Describes it.
pub(crate) fn surroundings_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let setting = setting(visit, &mut form);
    let qualities = listed(visit, "surroundings").into_iter().map(|quality| {
        let fit = Fit::from_code(form.value(&row_field("kvalitet", &quality.value)));
        Quality {
            quality: quality.value,
            fit: fit.unwrap_or(Fit::NotTold),
        }
    });
    let qualities = qualities.collect();
    let sent = setting.map(|setting| {
        let described = SurroundingsDescribed {
            setting,
            qualities,
            agreed: text(&form, "aftalt"),
        };
        visit
            .app
            .describe_surroundings(&case.ctx, &case.id, &described)
    });
    done(visit, (case, form), Sheet::Surroundings, sent)
}

fn setting(visit: &Visit, form: &mut Form) -> Option<Setting> {
    let setting = Setting::from_code(form.value("sted"));
    if setting.is_none() {
        wrong(visit, form, "sted", Problem::NotChosen);
    }
    setting
}

/// The form for an adult around the child.
pub(crate) fn adult_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Adult)
}

/// Names the adult.
pub(crate) fn adult_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, mut form) = (open_child(visit)?, visit.sent());
    let name = needed(visit, &mut form, "navn");
    let setting = setting(visit, &mut form);
    let sent = name.zip(setting).map(|(name, setting)| {
        let adult = AdultAroundChild {
            reference: RefId::new(""),
            name,
            setting,
            lacks: text(&form, "mangler"),
        };
        visit.app.name_adult(&case.ctx, &case.id, &adult)
    });
    done(visit, (case, form), Sheet::Adult, sent)
}

/// The form that says an adult has been told.
pub(crate) fn knowledge_get(visit: &Visit) -> Result<Answer, Fault> {
    blank(visit, Sheet::Knowledge)
}

/// Says so.
pub(crate) fn knowledge_post(visit: &Visit) -> Result<Answer, Fault> {
    let (case, form) = (open_child(visit)?, visit.sent());
    let given = KnowledgeGiven {
        adult: RefId::new(text(&form, "voksen")),
        how: text(&form, "hvordan"),
    };
    let sent = visit.app.give_knowledge(&case.ctx, &case.id, &given);
    done(visit, (case, form), Sheet::Knowledge, Some(sent))
}
