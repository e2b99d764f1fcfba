// SPDX-License-Identifier: EUPL-1.2
//! Reading the form into domain types. Everything missing is named at once; nothing typed is lost.

use crate::page::kommune;
use crate::page::problem::add;
use crate::server::Visit;
use crate::text::dates::parse_date;
use crate::view::concern::{substance_field, substances};
use crate::view::form::Form;
use traad_app::{RaiseForm, Subject};
use traad_domain::body::{
    AdultBasis, DecisionPostponed, HerAnswer, PathwayKind, Prescribed, ReferralTarget, SupportNeed,
    Told, UseRecorded, UseSource,
};
use traad_domain::decide::concern::{Notify, RaiseConcern, Refer, StatedDating, TellAdults};
use traad_domain::id::{MunicipalityCode, PersonId};
use traad_domain::person::{Cpr, Identity, Name};

const ERROR: &str = "concern-error";

/// The form as a command; `None` when something is missing, with the problems noted in the form.
pub(super) fn concern(visit: &Visit, form: &mut Form) -> Option<RaiseForm> {
    let subject = subject(visit, form);
    let kind = kind(visit, form);
    let dating = dating(visit, form);
    let municipality = municipality(visit, form);
    let need = need(visit, form);
    let told = told(visit, form);
    let referrals = referrals(visit, form);
    let adults = adults(visit, form);
    if typed(form, "set").is_none() {
        add(visit, form, "set", ERROR, "set");
    }
    let notify = notify(visit, form, need, told);
    let postponed = postponed(visit, form, need);
    if !form.errors.is_empty() {
        return None;
    }
    let concern = RaiseConcern {
        kind: kind?,
        subject: PersonId::new(""),
        municipality,
        region: String::new(),
        dating,
        signs: chosen(form, "tegn"),
        words: words(visit, form),
        phase: "tidlig-opsporing".into(),
        uses: substances()
            .into_iter()
            .filter(|s| form.has("stof", s))
            .map(|s| used(form, s))
            .collect(),
        support_need: need?,
        postponed,
        already_notified: typed(form, "underret-allerede")
            .filter(|_| need == Some(SupportNeed::Yes)),
        notify: notify.map(|notify| Notify {
            text: words(visit, form),
            ..notify
        }),
        referrals,
        adults,
    };
    Some(RaiseForm {
        subject: subject?,
        concern,
    })
}

fn typed(form: &Form, name: &str) -> Option<String> {
    Some(form.value(name).trim().to_owned()).filter(|text| !text.is_empty())
}

fn chosen(form: &Form, name: &str) -> Vec<String> {
    form.values
        .iter()
        .filter(|(field, _)| field == name)
        .map(|(_, value)| value.clone())
        .collect()
}

/// The writer's own words, with a child's age when it was told in words.
fn words(visit: &Visit, form: &Form) -> String {
    let seen = typed(form, "set").unwrap_or_default();
    let age = typed(form, "alder").filter(|age| parse_date(age).is_none());
    match age.filter(|_| form.value("tilstand") == "barn") {
        Some(age) => format!("{}\n\n{seen}", visit.t.a("concern-age-told", &("age", age))),
        None => seen,
    }
}

fn subject(visit: &Visit, form: &mut Form) -> Option<Subject> {
    let name = typed(form, "navn");
    let (identity, name) = match form.value("kendskab") {
        "cpr" => {
            let Ok(number) = Cpr::parse(form.value("cpr")) else {
                add(visit, form, "cpr", ERROR, "cpr");
                return None;
            };
            (Identity::Cpr { number }, name)
        }
        "navn" => {
            if name.is_none() {
                add(visit, form, "navn", ERROR, "navn");
                return None;
            }
            (
                Identity::Unknown {
                    description: visit.t.s("cpr-not-told"),
                },
                name,
            )
        }
        "ukendt" => {
            let Some(description) = typed(form, "kendetegn") else {
                add(visit, form, "kendetegn", ERROR, "kendetegn");
                return None;
            };
            (Identity::Unknown { description }, None)
        }
        _ => {
            add(visit, form, "kendskab", ERROR, "kendskab");
            return None;
        }
    };
    Some(Subject {
        name: Name(name.unwrap_or_default()),
        identity,
        phone: typed(form, "kontakt"),
        address: None,
        born: parse_date(form.value("alder")).filter(|_| form.value("tilstand") == "barn"),
    })
}

fn kind(visit: &Visit, form: &mut Form) -> Option<PathwayKind> {
    match form.value("tilstand") {
        "gravid" => Some(PathwayKind::Pregnancy),
        "barn" => Some(PathwayKind::Child),
        _ => {
            add(visit, form, "tilstand", ERROR, "tilstand");
            None
        }
    }
}

/// Week `10` or `10+3`, or a due date; neither is *ikke oplyst*.
fn dating(visit: &Visit, form: &mut Form) -> Option<StatedDating> {
    if form.value("tilstand") != "gravid" {
        return None;
    }
    if typed(form, "uge").is_some() && typed(form, "termin").is_some() {
        add(visit, form, "termin", ERROR, "uge-eller-termin");
        return None;
    }
    if let Some(week) = typed(form, "uge") {
        let (weeks, days) = week.split_once('+').unwrap_or((&week, "0"));
        if let (Ok(weeks), Ok(days)) = (weeks.trim().parse(), days.trim().parse()) {
            return Some(StatedDating::Week { weeks, days });
        }
        add(visit, form, "uge", ERROR, "uge");
        return None;
    }
    let due = typed(form, "termin")?;
    let date = parse_date(&due);
    if date.is_none() {
        add(visit, form, "termin", ERROR, "termin");
    }
    date.map(StatedDating::Due)
}

fn municipality(visit: &Visit, form: &mut Form) -> Option<MunicipalityCode> {
    let found = kommune::find(visit, form.value("kommune")).map(|m| m.code.clone());
    // Where nothing is sent, the kommune may be unknown; where something is, the receiver is looked for and asked about.
    if found.is_none() && typed(form, "kommune").is_some() {
        add(visit, form, "kommune", ERROR, "kommune");
    }
    found
}

fn need(visit: &Visit, form: &mut Form) -> Option<SupportNeed> {
    match form.value("stoette") {
        "ja" => Some(SupportNeed::Yes),
        "nej" => Some(SupportNeed::No),
        "overvejer" => Some(SupportNeed::Considering),
        _ => {
            add(visit, form, "stoette", ERROR, "stoette");
            None
        }
    }
}

/// Whether she knows that this is written.
fn told(visit: &Visit, form: &mut Form) -> Option<(Told, String)> {
    match form.value("ved") {
        "ja" => Some((Told::Yes, typed(form, "ved-ja").unwrap_or_default())),
        "nej" => {
            let why = typed(form, "ved-nej");
            if why.is_none() {
                add(visit, form, "ved-nej", ERROR, "ved-nej");
            }
            why.map(|why| (Told::No, why))
        }
        "overgreb" => Some((Told::NotAsked, String::new())),
        _ => {
            add(visit, form, "ved", ERROR, "ved");
            None
        }
    }
}

/// The notification: wanted by a yes to the support question, or anyway. The adult authority alone is none (A01 a).
fn notify(
    visit: &Visit,
    form: &mut Form,
    need: Option<SupportNeed>,
    told: Option<(Told, String)>,
) -> Option<Notify> {
    let ticked = match need? {
        SupportNeed::Yes => form.has("underret", "ja"),
        SupportNeed::No => form.has("underret-alligevel", "ja"),
        SupportNeed::Considering => false,
    };
    let already = typed(form, "underret-allerede").is_some();
    if need == Some(SupportNeed::Yes) && !ticked && !already {
        let alone = form.has("voksen", "ja");
        add(
            visit,
            form,
            "underret",
            ERROR,
            if alone {
                "voksen-uden-barn"
            } else {
                "underret"
            },
        );
    }
    let (told, told_note) = told?;
    ticked.then(|| Notify {
        family_authority: true,
        municipality: kommune::find(visit, form.value("kommune")).map(|m| m.code.clone()),
        text: String::new(),
        told,
        told_note,
    })
}

fn postponed(
    visit: &Visit,
    form: &mut Form,
    need: Option<SupportNeed>,
) -> Option<DecisionPostponed> {
    if need != Some(SupportNeed::Considering) {
        return None;
    }
    let until = parse_date(form.value("igen"));
    if until.is_none() {
        add(visit, form, "igen", ERROR, "igen");
    }
    let reason = typed(form, "igen-grund");
    if reason.is_none() {
        add(visit, form, "igen-grund", ERROR, "igen-grund");
    }
    Some(DecisionPostponed {
        until: until?,
        reason: reason?,
    })
}

fn referrals(visit: &Visit, form: &mut Form) -> Vec<Refer> {
    let mut referrals = Vec::new();
    for target in ReferralTarget::ALL {
        if !form.has("henvis", target.code()) {
            continue;
        }
        let field = format!("svar-{}", target.code());
        match answer(form.value(&field)) {
            Some(answer) => referrals.push(Refer {
                target: *target,
                answer,
            }),
            None => add(visit, form, &field, ERROR, "svar"),
        }
    }
    referrals
}

/// Her answer to a referral, as forms write it.
pub(crate) fn answer(code: &str) -> Option<HerAnswer> {
    match code {
        "mundtligt" => Some(HerAnswer::YesOral),
        "skriftligt" => Some(HerAnswer::YesWritten),
        "ikke-spurgt" => Some(HerAnswer::NotAsked),
        "nej" => Some(HerAnswer::No),
        _ => None,
    }
}

fn adults(visit: &Visit, form: &mut Form) -> Option<TellAdults> {
    if !form.has("voksen", "ja") {
        return None;
    }
    let text = typed(form, "voksen-indhold");
    if text.is_none() {
        add(visit, form, "voksen-indhold", ERROR, "voksen-indhold");
    }
    let basis = match form.value("voksen-grundlag") {
        "samtykke" => Some(AdultBasis::Consent),
        "sul-43" | "fvl-28" => Some(AdultBasis::Statute),
        _ => None,
    };
    if basis.is_none() {
        add(visit, form, "voksen-grundlag", ERROR, "voksen-grundlag");
    }
    let reason = typed(form, "voksen-grund");
    if basis == Some(AdultBasis::Statute) && reason.is_none() {
        add(visit, form, "voksen-grund", ERROR, "voksen-grund");
    }
    let said_yes = || visit.t.s("adult-said-yes");
    Some(TellAdults {
        basis: basis?,
        reason: reason.unwrap_or_else(said_yes),
        text: text?,
    })
}

/// One substance; what was not stated stays *ikke oplyst*.
pub(crate) fn used(form: &Form, substance: &str) -> UseRecorded {
    let field = |part: &str| typed(form, &substance_field(substance, part));
    UseRecorded {
        substance: substance.to_owned(),
        duration: field("varighed"),
        frequency: field("hyppighed"),
        timing: field("hvornaar"),
        weeks: None,
        amount: field("maengde"),
        prescribed: match field("ordineret").as_deref() {
            Some("ja") => Prescribed::Yes,
            Some("nej") => Prescribed::No,
            _ => Prescribed::Unknown,
        },
        prescriber: field("ordineret-af"),
        source: match field("kilde").as_deref() {
            Some("hende") => UseSource::Herself,
            Some("proeve") => UseSource::Test,
            Some("set") => UseSource::Seen,
            Some("formodet") => UseSource::Presumed,
            _ => UseSource::NotTold,
        },
    }
}
