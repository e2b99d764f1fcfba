// SPDX-License-Identifier: EUPL-1.2
//! *Meld bekymring* untouched, filled in and refused; its receipts; the kommune finder.

use super::pathway::contact;
use super::plain::{refused, typed};
use super::{Example, say};
use crate::text::T;
use crate::view::concern::{
    Concern, KommuneFinder, ListingLine, LocalDirectory, OfferLine, Receipt, RegionOffers, Sent,
};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::parts::{Link, Receiver};

fn kommuner() -> Vec<String> {
    ["Kystkommunen", "Ågekommunen", "Østerkommunen"]
        .map(str::to_owned)
        .to_vec()
}

fn receiver(t: &T) -> Receiver {
    let lang = t.lang();
    Receiver {
        kommune: "Kystkommunen".to_owned(),
        region: "Region Syd".to_owned(),
        directory: Some(crate::paths::directory("0461")),
        family: contact(
            &say(lang, "Familieafdelingen", "Family department"),
            String::new(),
            "00 00 00 10",
        ),
        hours: say(
            lang,
            "mandag–torsdag kl. 9–15, fredag kl. 9–13",
            "Monday–Thursday 9–15, Friday 9–13",
        ),
        open: false,
        watch: Some(contact(
            &say(lang, "Den sociale døgnvagt", "Social out-of-hours duty"),
            String::new(),
            "00 00 00 00",
        )),
        clinic: Some(contact(
            &say(
                lang,
                "Familieambulatoriet, Sygehus Kyst",
                "Family clinic, Sygehus Kyst",
            ),
            String::new(),
            "00 00 00 11",
        )),
        treatment: vec![contact(
            &say(lang, "Rusrådgivningen", "Substance counselling"),
            String::new(),
            "00 00 00 12",
        )],
        agreement: Some(say(
            lang,
            "Region Syd og Kystkommunen, gældende fra 1.1.2026",
            "Region Syd and Kystkommunen, in force from 1 Jan 2026",
        )),
        early: vec![say(
            lang,
            "Åben jordemoderklinik, torsdag kl. 13–15",
            "Open midwife clinic, Thursday 13–15",
        )],
    }
}

fn page(t: &T, form: Form, with_receiver: bool) -> Concern {
    let lang = t.lang();
    Concern {
        form,
        author: say(
            lang,
            "Du skriver som Ida Test Lund, jordemoder, Sygehus Kyst",
            "You write as Ida Test Lund, midwife, Sygehus Kyst",
        ),
        kommuner: kommuner(),
        receiver: with_receiver.then(|| receiver(t)),
        draft_saved: with_receiver.then(|| t.a("form-draft-saved", &("at", t.s("date-today")))),
        from_treatment: with_receiver,
    }
}

fn filled(t: &T) -> Form {
    let words = say(
        t.lang(),
        "Brita fortalte ved konsultationen, at hun drak i weekenderne, indtil hun vidste, hun var gravid. Hun tager smertestillende, som en bekendt giver hende. Hun vil gerne have hjælp.",
        "Brita told at the consultation that she drank at weekends until she knew she was pregnant. She takes painkillers an acquaintance gives her. She wants help.",
    );
    typed(&[
        ("kendskab", "navn"),
        ("navn", "Brita Test Berggren"),
        ("tilstand", "gravid"),
        ("uge", "10"),
        ("kommune", "Kystkommunen"),
        ("set", &words),
        ("stof", "alkohol"),
        ("stof", "opioider"),
        ("stof-alkohol-hvornaar", "til uge 7"),
        ("stof-alkohol-kilde", "hende"),
        ("stof-opioider-ordineret", "nej"),
        ("stof-opioider-kilde", "hende"),
        ("stoette", "ja"),
        ("underret", "ja"),
        ("henvis", "familieambulatorium"),
        ("svar-familieambulatorium", "mundtligt"),
        ("henvis", "stof"),
        ("svar-stof", "ikke-spurgt"),
        ("ved", "ja"),
        ("ved-ja", "lettet"),
    ])
}

fn wrong(t: &T) -> Form {
    let form = typed(&[
        ("kendskab", "cpr"),
        ("cpr", "3102901234"),
        ("tilstand", "gravid"),
        ("uge", "57"),
        ("kommune", "Kyst"),
        (
            "set",
            "Lugter af alkohol kl. 9, siger selv, at hun ikke har sovet.",
        ),
        ("stoette", "ja"),
        ("voksen", "ja"),
        ("henvis", "alkohol"),
        ("ved", "nej"),
    ]);
    let problem = |field: &'static str, code: &str| (field, t.of("concern-error", code));
    refused(
        form,
        &[
            problem("cpr", "cpr"),
            problem("uge", "uge"),
            problem("kommune", "kommune"),
            problem("underret", "underret"),
            problem("svar-alkohol", "svar"),
            problem("voksen-indhold", "voksen-indhold"),
            problem("voksen-grundlag", "voksen-grundlag"),
            problem("ved-nej", "ved-nej"),
        ],
    )
}

fn receipt(t: &T) -> Receipt {
    let lang = t.lang();
    Receipt {
        at: say(
            lang,
            "Sendt tirsdag 3. marts kl. 9.04",
            "Sent Tuesday 3 March at 9:04",
        ),
        sent: vec![
            Sent {
                what: say(
                    lang,
                    "Underretning om barnet",
                    "Notification about the child",
                ),
                to: say(
                    lang,
                    "Familieafdelingen, Kystkommunen",
                    "Family department, Kystkommunen",
                ),
                answer: say(
                    lang,
                    "Akut behov vurderes inden 24 timer.",
                    "Whether help is needed now is assessed within 24 hours.",
                ),
            },
            Sent {
                what: say(lang, "Henvisning med hendes ja", "Referral with her yes"),
                to: say(
                    lang,
                    "Familieambulatoriet, Sygehus Kyst",
                    "Family clinic, Sygehus Kyst",
                ),
                answer: say(
                    lang,
                    "Du får at vide, om de tager imod.",
                    "You will be told whether they accept.",
                ),
            },
        ],
        own_tasks: vec![say(
            lang,
            "Spørg Brita, om du må henvise hende til rusmiddelbehandling (stoffer).",
            "Ask Brita whether you may refer her to substance treatment (drugs).",
        )],
        human: Some(contact(
            &say(lang, "Underretningsvagten", "Notification desk"),
            say(
                lang,
                "Familieafdelingen, Kystkommunen",
                "Family department, Kystkommunen",
            ),
            "00 00 00 10",
        )),
        watch: Some(contact(
            &say(lang, "Den sociale døgnvagt", "Social out-of-hours duty"),
            String::new(),
            "00 00 00 00",
        )),
        hear: vec![say(
            lang,
            "Som fagperson får du senere at vide, om sagen fører til en undersøgelse eller støtte. Du får ikke andet at vide. Din pligt gælder stadig, hvis du ser noget nyt.",
            "As a professional you will later be told whether the case leads to an examination or support. You will be told nothing else. Your duty still applies if you see something new.",
        )],
        journal: say(
            lang,
            "3.3.2026 kl. 9.04. Underretning om det kommende barn sendt til Familieafdelingen, Kystkommunen.\nHenvist til Familieambulatoriet, Sygehus Kyst, efter mundtligt samtykke.\n",
            "3 Mar 2026 9:04. Notification about the unborn child sent to the family department, Kystkommunen.\nReferred to the family clinic, Sygehus Kyst, on oral consent.\n",
        ),
    }
}

pub(super) fn examples(t: &T) -> Vec<Example> {
    let lang = t.lang();
    let at = Section::Concern;
    let blank = Form {
        values: Concern::blank(),
        submission: "77a1".to_owned(),
        ..Form::default()
    };
    let kept = Receipt {
        at: say(
            lang,
            "Gemt tirsdag 3. marts kl. 9.04",
            "Kept Tuesday 3 March at 9:04",
        ),
        hear: vec![],
        sent: vec![],
        ..receipt(t)
    };
    vec![
        Example::new("meld", at, page(t, blank, false)),
        Example::new("meld-udfyldt", at, page(t, filled(t), true)),
        Example::new("meld-mangler", at, page(t, wrong(t), false)),
        Example::new("kvittering", at, receipt(t)),
        Example::new("kvittering-intet", at, kept),
        Example::new(
            "kommune",
            at,
            KommuneFinder {
                form: typed(&[("kommune", "Kyst")]),
                kommuner: kommuner(),
                matches: vec![],
                receiver: Some(receiver(t)),
                local: Some(local(t)),
                region: Some(region(t)),
            },
        ),
        Example::new(
            "kommune-flere",
            at,
            KommuneFinder {
                form: typed(&[("kommune", "")]),
                kommuner: kommuner(),
                matches: kommuner()
                    .into_iter()
                    .map(|k| Choice::new(k.clone(), k))
                    .collect(),
                receiver: None,
                local: None,
                region: None,
            },
        ),
    ]
}

fn region(t: &T) -> RegionOffers {
    let lang = t.lang();
    RegionOffers {
        region: say(lang, "Region Test", "Test Region"),
        place: Some(say(lang, "Familieambulatoriet", "the family clinic")),
        offers: vec![OfferLine {
            name: say(lang, "Børnesporet", "The children's track"),
            unit: say(lang, "Familieambulatoriet", "The family clinic"),
            ages: t.of("age-group", "spaed"),
            state: t.s("offer-not-evaluated"),
            ended: false,
            acts: vec![Link {
                href: "/tilbud/t1/evaluering".to_owned(),
                words: t.s("offer-evaluate"),
            }],
        }],
        gaps: vec![t.of("age-group", "foerskole")],
        add: Some("/tilbud/ny".to_owned()),
    }
}

fn local(t: &T) -> LocalDirectory {
    let lang = t.lang();
    let offer = |name: &str, days: &str, unconfirmed| ListingLine {
        name: name.to_owned(),
        what: say(
            lang,
            "Åben gruppe hver onsdag, også for partnere.",
            "Open group every Wednesday, partners too.",
        ),
        contact: contact("Per Test Dahl", String::new(), "00 00 99 01"),
        confirmed: if unconfirmed {
            t.a("directory-not-confirmed", &("day", days))
        } else {
            t.a("directory-confirmed", &("day", days))
        },
        unconfirmed,
        keep: Some((
            crate::paths::listing("1", ""),
            crate::paths::listing("1", "bekraeft"),
        )),
    };
    LocalDirectory {
        kommune: "Kystkommunen".to_owned(),
        offers: vec![
            offer("Onsdagsgruppen", "3.2.2026", false),
            offer("Mødestedet", "1.6.2025", true),
        ],
        fora: Vec::new(),
        lacks: vec![t.of("directory-forum-lacks", "tvaerfaglig-gruppe")],
        contacts: Vec::new(),
        unconfirmed: 1,
        add: Some(crate::paths::LISTING_NEW.to_owned()),
        contacts_edit: None,
        form: Form::default(),
    }
}
