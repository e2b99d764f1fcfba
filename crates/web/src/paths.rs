// SPDX-License-Identifier: EUPL-1.2
//! Every address the templates link to. The router binds the same addresses.
//!
//! Ids in addresses are random and say nothing about the person; words searched for never stand here.

/// *Mine opgaver*, the start page.
pub const TASKS: &str = "/";
/// Log-in form (GET, POST).
pub const LOGIN: &str = "/log-ind";
/// To the identity provider (GET; `nyt`: it is to ask who they are even if it knows; `bekraeft` = a path: to prove anew
/// who one is, and then go on there).
pub const LOGIN_PROVIDER: &str = "/log-ind/udbyder";
/// Back from the identity provider (GET `state`, `code`, `iss`).
pub const LOGIN_BACK: &str = "/log-ind/svar";
/// The code of the second factor (GET, POST `kode`).
pub const LOGIN_CODE: &str = "/log-ind/kode";
/// Add a telephone before one gets in (GET, POST `engangskode`).
pub const LOGIN_FACTOR: &str = "/log-ind/telefon";
/// Which employment (GET, POST `ansaettelse`).
pub const LOGIN_CHOOSE: &str = "/log-ind/ansaettelse";
/// The identity provider says that somebody logged out there (POST `logout_token`).
pub const LOGIN_ENDED: &str = "/log-ind/lukket";
/// *Din adgang*: the own sessions.
pub const ACCESS: &str = "/min-adgang";
/// Log out everywhere (POST).
pub const LOGOUT_EVERYWHERE: &str = "/log-ud/alle";
/// Prove anew who one is (GET `tilbage`, POST `kode`, `engangskode`, `tilbage`).
pub const PROVE: &str = "/bekraeft";
/// Codes of a telephone (GET, POST `trin`, `engangskode`, or `fjern`).
pub const SECOND_FACTOR: &str = "/min-adgang/telefon";
/// Log out (POST).
pub const LOGOUT: &str = "/log-ud";
/// Change language (POST `sprog` = `da`|`en`, `tilbage` = path).
pub const LANGUAGE: &str = "/sprog";
/// Search (POST `q`).
pub const SEARCH: &str = "/soeg";
/// *Meld bekymring* (GET, POST).
pub const CONCERN: &str = "/meld";
/// Keep a draft (POST).
pub const DRAFT: &str = "/kladde";
/// *Vejviser*: the directory of a kommune (GET `kommune` = its code, else the own; POST `kommune` = its name).
pub const KOMMUNE: &str = "/kommune";
/// Add an offer to the directory of the own kommune (GET, POST).
pub const LISTING_NEW: &str = "/vejviser/ny";
/// *Underretninger*.
pub const NOTIFICATIONS: &str = "/underretninger";
/// *Henvisninger*.
pub const REFERRALS: &str = "/henvisninger";
/// *Forløb uden samtykke* (GET, POST `q`, `side`).
pub const WITHOUT_CONSENT: &str = "/uden-samtykke";

/// *Anbragte børn*: the children the own unit has placed.
pub const PLACED: &str = "/anbragte";
/// *Overblik*: the leader's page of the own unit (GET `side`, POST: what was told has been seen).
pub const LEADER: &str = "/overblik";
/// *Personale*: units and staff of the own authority, for its local administrator.
pub const STAFF: &str = "/personale";
/// Employ somebody (GET, POST).
pub const STAFF_NEW: &str = "/personale/ny";
/// A new unit (GET, POST).
pub const UNIT_NEW: &str = "/enheder/ny";
/// The own time away (GET, POST).
pub const LEAVE: &str = "/fravaer";
/// *Nødadgang* (GET, POST).
pub const EMERGENCY: &str = "/noedadgang";
/// *Adgangslog* of the own controller (GET `foerste`, `sidste`, `enhed`, `medarbejder`, `sag`, `handling`, `udfald`, `foer`).
pub const LOG: &str = "/log";
/// What is unusual in it (GET `foerste`, `sidste`).
pub const LOG_PATTERNS: &str = "/log/moenstre";
/// Lines drawn by lot (GET `foerste`, `sidste`).
pub const LOG_SAMPLE: &str = "/log/stikproeve";
/// The record of processing of the own controller.
pub const LOG_RECORD: &str = "/log/fortegnelse";
/// Its erasure plan.
pub const LOG_PLAN: &str = "/log/sletteplan";
/// Its breaches that wait to be assessed.
pub const LOG_BREACHES: &str = "/log/brud";
/// *Samarbejdsaftaler*: every kommune (GET `q`, `vis`).
pub const AGREEMENTS: &str = "/aftaler";
/// Begin an agreement (GET, POST).
pub const AGREEMENT_NEW: &str = "/aftaler/ny";
/// Register a forum (GET, POST).
pub const FORUM_NEW: &str = "/fora/ny";

/// Whether a page is seen before anybody has logged in.
pub(crate) fn is_at_the_door(path: &str) -> bool {
    [
        LOGIN,
        OWN_LOGIN,
        LOGIN_PROVIDER,
        LOGIN_BACK,
        LOGIN_CODE,
        LOGIN_FACTOR,
        LOGIN_CHOOSE,
        LOGIN_ENDED,
        LANGUAGE,
    ]
    .contains(&path)
}

/// Whether what is sent to a page must never be sent back.
pub(crate) fn takes_a_password(path: &str) -> bool {
    [
        LOGIN,
        OWN_LOGIN,
        LOGIN_CODE,
        LOGIN_FACTOR,
        LOGIN_ENDED,
        PROVE,
        SECOND_FACTOR,
    ]
    .contains(&path)
}

/// Prove anew who one is, and then go on to a page.
pub fn prove(back: &str) -> String {
    format!("{PROVE}?tilbage={}", segment(back))
}

/// To the identity provider to prove anew who one is, and then go on to a page.
pub fn prove_at_provider(back: &str) -> String {
    format!("{LOGIN_PROVIDER}?bekraeft={}", segment(back))
}

/// Whether a page is one of the person a pathway is about.
pub(crate) fn is_hers(path: &str) -> bool {
    path == OWN || path.starts_with("/mit/")
}

/// A path of ours and nothing else, as it stands in a form or a query.
pub(crate) fn own(path: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/_?=&.-~%".contains(c);
    let own = path.starts_with('/') && !path.starts_with("//") && path.chars().all(plain);
    own.then_some(path)
}

/// *Min side*: the page of the person a pathway is about.
pub const OWN: &str = "/mit";
/// Where she logs in (GET, POST): a door that says nothing of what is behind it.
pub const OWN_LOGIN: &str = "/mit/log-ind";
/// *Luk hurtigt* (POST).
pub const OWN_LEAVE: &str = "/mit/luk";
/// Write a wish (GET, POST).
pub const OWN_WISH: &str = "/mit/oensker";
/// Who cares for a placed child writes (GET, POST).
pub const OWN_CARER: &str = "/mit/iagttagelse";
/// Who has read about her.
pub const OWN_READERS: &str = "/mit/laest";
/// Her consents.
pub const OWN_CONSENTS: &str = "/mit/samtykker";
/// Give a consent (GET, POST).
pub const OWN_CONSENT_NEW: &str = "/mit/samtykker/nyt";
/// Where *Luk hurtigt* goes: the weather.
pub const ELSEWHERE: &str = "https://www.dmi.dk/";

/// Take one of her own consents back.
pub fn own_withdraw(consent: &str) -> String {
    format!("{OWN_CONSENTS}/{consent}/tilbage")
}

/// The board of one kommune's agreement, by the kommune's code.
pub fn agreements_of(municipality: &str) -> String {
    format!("{AGREEMENTS}/{municipality}")
}

/// One version of an agreement; `step` is empty, `send`, `godkend`, `tilbage`, `ny-version`, `ophoer`, `kontakter`,
/// `grundlag`, `kapitel/<n>` or `sammenlign/<version>`.
pub fn agreement(id: &str, version: u32, step: &str) -> String {
    below(&format!("/aftale/{id}/{version}"), step)
}

/// The directory of one kommune, by its code.
pub fn directory(municipality: &str) -> String {
    format!("{KOMMUNE}?kommune={municipality}")
}

/// One offer of the directory; `step` is empty or `bekraeft`.
pub fn listing(id: &str, step: &str) -> String {
    below(&format!("/vejviser/{id}"), step)
}

/// One forum.
pub fn forum(id: &str) -> String {
    format!("/fora/{id}")
}

/// One employment; `step` is empty or `slut`.
pub fn post(employment: &str, step: &str) -> String {
    below(&format!("{STAFF}/{employment}"), step)
}

/// Close one unit (GET, POST).
pub fn unit_closing(unit: &str) -> String {
    format!("/enheder/{unit}/luk")
}

/// How one unit can be reached.
pub fn unit(unit: &str) -> String {
    format!("/enheder/{unit}")
}

/// The time away of one of the unit the reader leads; `step` is empty or `slut`.
pub fn leave_of(employment: &str, step: &str) -> String {
    below(&format!("{LEADER}/fravaer/{employment}"), step)
}

/// Hand over what somebody of the unit coordinates.
pub fn handover(employment: &str) -> String {
    format!("{LEADER}/overdragelse/{employment}")
}

/// The receipt of one sent concern.
pub fn receipt(id: &str) -> String {
    format!("/kvittering/{id}")
}

/// One notification; `step` is empty, `modtag`, `akutvurdering`, `kvittering`, `udfald` or `videresend`.
pub fn notification(id: &str, step: &str) -> String {
    below(&format!("/underretning/{id}"), step)
}

/// One referral; `step` is empty, `accepter` or `afvis`.
pub fn referral(id: &str, step: &str) -> String {
    below(&format!("/henvisning/{id}"), step)
}

/// One pathway; `page` is empty (overview), `tidslinje`, `udredning`, `plan`, `moeder`, `netvaerk`, `samtykker`,
/// `anbefalinger`, or a form: `koordinator`, `aktoer`, `samtykke/ny`, `udredning/ny`, `screening/<tool>`, `vurdering`,
/// `plan/ny`, `opfoelgning`, `moede/ny`, `oensker`, `note`, `flet`, `tilsyn`, `noedadgang/slut`.
pub fn pathway(id: &str, page: &str) -> String {
    below(&format!("/forloeb/{id}"), page)
}

/// The minutes of one network meeting.
pub fn minutes(pathway: &str, meeting: &str) -> String {
    format!("/forloeb/{pathway}/moede/{meeting}/referat")
}

/// One consent; `step` is `udvid`, `tilbage` or `skema`.
pub fn consent(pathway: &str, consent: &str, step: &str) -> String {
    format!("/forloeb/{pathway}/samtykke/{consent}/{step}")
}

/// *Døgnpladser* (GET; POST for a residential unit).
pub const PLACES: &str = "/doegnpladser";

/// That a treatment she asked for has started.
pub fn treatment(pathway: &str, request: &str) -> String {
    format!("/forloeb/{pathway}/behandling/{request}/start")
}

/// One contract on detention; `step` is `svar`, `underskriv`, `opsig`, `tilbagehold` or `ophoert`.
pub fn contract(pathway: &str, contract: &str, step: &str) -> String {
    format!("/forloeb/{pathway}/kontrakt/{contract}/{step}")
}

/// Whether days, hours and places of meetings are kept off her page (POST `stille` = `ja`|`nej`).
pub const OWN_QUIET: &str = "/mit/tid-og-sted";

/// Her answer to an invitation (POST `svar` = `comes`|`cannot`|`another-time`).
pub fn own_meeting(meeting: &str) -> String {
    format!("/mit/moede/{meeting}/svar")
}

/// Her own end of a contract on detention.
pub fn own_contract(contract: &str) -> String {
    format!("/mit/kontrakt/{contract}/opsig")
}

/// Answer one request for information.
pub fn request(pathway: &str, request: &str) -> String {
    format!("/forloeb/{pathway}/anmodning/{request}")
}

/// Decide whether she can see what came with one notification.
pub fn showing(pathway: &str, notification: &str) -> String {
    format!("/forloeb/{pathway}/underretning/{notification}/vis")
}

/// A proposal of times for a meeting: answer it, or `indkald` to call the meeting at one (POST `tid`).
pub fn meeting_times(pathway: &str, proposal: &str, step: &str) -> String {
    below(&format!("/forloeb/{pathway}/moede/tider/{proposal}"), step)
}

/// Her answer to a proposal of times (POST `passer`, many).
pub fn own_times(proposal: &str) -> String {
    format!("/mit/tider/{proposal}")
}

/// One network meeting for the reader's own calendar.
pub fn meeting_calendar(pathway: &str, meeting: &str) -> String {
    format!("/forloeb/{pathway}/moede/{meeting}/kalender")
}

/// One meeting for her own calendar.
pub fn own_calendar(meeting: &str) -> String {
    format!("/mit/moede/{meeting}/kalender")
}

/// Change one network meeting.
pub fn meeting_change(pathway: &str, meeting: &str) -> String {
    format!("/forloeb/{pathway}/moede/{meeting}/aendr")
}

/// One nødadgang, for the unit that looks at it afterwards.
pub fn emergency_review(pathway: &str, emergency: &str) -> String {
    format!("/forloeb/{pathway}/noedadgang/{emergency}")
}

/// Correct one entry.
pub fn correction(pathway: &str, entry: &str) -> String {
    format!("/forloeb/{pathway}/post/{entry}/ret")
}

/// Decide about one entry that was written about the wrong person.
pub fn misfiled(pathway: &str, entry: &str) -> String {
    format!("/forloeb/{pathway}/fejlfoert/{entry}")
}

/// *Skriv hvorfor ikke* for one duty.
pub fn explanation(pathway: &str, duty: &str) -> String {
    format!("/forloeb/{pathway}/opgave/{}/forklar", segment(duty))
}

/// Report one duty done: an offer, or a legal step.
pub fn done(pathway: &str, duty: &str) -> String {
    format!("/forloeb/{pathway}/opgave/{}/gjort", segment(duty))
}

/// A word as one part of an address: the key of a duty may hold a slash or a colon.
fn segment(word: &str) -> String {
    use std::fmt::Write as _;
    word.bytes()
        .fold(String::with_capacity(word.len()), |mut part, byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                part.push(char::from(byte));
            } else {
                // Writing to a String cannot fail.
                let _ = write!(part, "%{byte:02X}");
            }
            part
        })
}

fn below(base: &str, page: &str) -> String {
    if page.is_empty() {
        base.to_owned()
    } else {
        format!("{base}/{page}")
    }
}
