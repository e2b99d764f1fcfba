// SPDX-License-Identifier: EUPL-1.2
//! Which label a field has, so that the list of problems above a form can say which field it means.
//!
//! Only fields whose problems have general words (`Feltet er tomt`) stand here; *Meld bekymring* has
//! sentences of its own that name the thing.

use crate::text::T;

/// Names of fields, or a part of names such as `AE4-start`, and the message of their label.
const LABELS: [(&str, &str); 104] = [
    ("person", "work-appoint-person"),
    ("afvigelse", "work-appoint-deviation"),
    ("forventninger", "work-appoint-expect"),
    ("situation", "work-situation"),
    ("ressourcer", "work-resources"),
    ("udfordringer", "work-challenges"),
    ("stabilitet", "work-stability"),
    ("niveau", "work-level"),
    ("tilbud", "work-offer"),
    ("tilbud-sted", "work-offer-place"),
    ("begrundelse", "notification-reason"),
    ("maal", "work-plan-goals"),
    ("element", "work-plan-elements"),
    ("opfoelgning", "work-plan-follow"),
    ("indsats", "work-row-what"),
    ("ivaerksaetter", "plan-initiator"),
    ("ansvarlig", "plan-responsible"),
    ("start", "work-row-start"),
    ("intensitet", "work-row-intensity"),
    ("form", "work-talks"),
    ("streng", "work-strand"),
    ("udeladt", "work-row-left-out"),
    ("kvinde", "work-follow-her"),
    ("barn", "work-follow-child"),
    ("partner", "work-follow-partner"),
    ("naeste", "work-follow-next"),
    ("formaal", "work-meeting-purpose"),
    ("dato", "work-meeting-date"),
    ("tid", "notification-time"),
    ("sted", "meeting-place"),
    ("deltager", "work-meeting-invite"),
    ("varsel-grund", "work-meeting-late"),
    ("deltog", "work-minutes-present"),
    ("referat", "work-minutes-text"),
    ("hun", "work-minutes-her"),
    ("beslutninger", "work-minutes-decisions"),
    ("indkalder-grund", "work-meeting-convener"),
    ("liste-grund", "work-meeting-not-listed"),
    ("vold-grund", "work-meeting-risk"),
    ("stoette", "work-support"),
    ("stoette-note", "work-support-note"),
    ("stoette-hvem", "work-support-who"),
    ("ord", "work-wish-words"),
    ("kategori", "work-note-category"),
    ("akut", "notification-acute"),
    ("akut-handling", "notification-acute-what"),
    ("konklusion", "notification-conclusion"),
    ("udfald", "notification-outcome"),
    ("forklaring", "referral-explain"),
    ("aarsag", "referral-why"),
    ("bruger", "login-name"),
    ("svar", "ask-answer"),
    ("metode", "ask-method"),
    ("tilbud-videre", "work-offer-raised"),
    ("med", "work-join-with"),
    ("samtykket", "consent-answer"),
    ("retning", "consent-direction"),
    ("giver", "consent-giver"),
    ("giver-navn", "consent-name"),
    ("forael", "consent-custody"),
    ("aktoer", "consent-actors"),
    ("undtagen", "consent-except"),
    ("oplysninger", "consent-categories"),
    ("brug", "consent-purpose"),
    ("lov", "consent-law"),
    ("sagt", "consent-form"),
    ("svaret", "consent-on"),
    ("fra", "consent-from"),
    ("til", "consent-until"),
    ("grund", "emergency-reason"),
    ("grundlag", "review-justified"),
    ("fandt", "review-conclusion"),
    ("fare", "review-endangers"),
    ("fare-hvorfor", "review-endangers-why"),
    ("tilsyn", "supervision-purpose"),
    ("koerer", "work-choice"),
    ("koererslut", "work-plan-ends"),
    ("igen", "consent-again"),
    ("hvorfor-ikke", "consent-not-why"),
    ("proevet", "consent-tried"),
    ("pladser", "places-total"),
    ("ledige", "places-now"),
    ("foerste", "log-from"),
    ("sidste", "log-to"),
    ("skift", "work-appoint-leaving"),
    ("medarbejder", "staff-name"),
    ("enhed", "staff-unit"),
    ("funktion", "staff-function"),
    ("telefon", "staff-phone"),
    ("begynder", "staff-begins"),
    ("slutter", "staff-ends"),
    ("ophoerer", "staff-last-day"),
    ("aabner", "unit-opens"),
    ("lukker", "unit-closes"),
    ("vejviser", "unit-offer"),
    ("vaek", "leave-from"),
    ("sidstedag", "leave-until"),
    ("lukkedag", "unit-last"),
    ("stedfortraeder", "leave-deputy"),
    ("overtager", "handover-to"),
    ("beslutning", "misfiled-what"),
    ("flyttil", "misfiled-to"),
    ("hjemmel", "misfiled-ground"),
    ("hvorfor", "misfiled-why"),
];

/// The label of a field, when its problems need one to be understood.
pub(super) fn label(t: &T, field: &str) -> Option<String> {
    let find = |name: &str| {
        LABELS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, key)| t.s(key))
    };
    find(field).or_else(|| {
        let (first, last) = field.rsplit_once('-')?;
        // `AE4-start` is a part of a row, `hvem-1` a row of a part.
        find(last).or_else(|| find(first))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, MISSING};

    #[test]
    fn every_label_exists_and_rows_find_theirs() {
        for lang in [Lang::Da, Lang::En] {
            let t = T::new(lang);
            for (_, key) in LABELS {
                assert!(!t.s(key).contains(MISSING), "{key}");
            }
            assert_eq!(label(&t, "AE4-start"), Some(t.s("work-row-start")));
            assert_eq!(label(&t, "barn-3"), Some(t.s("work-follow-child")));
            assert_eq!(label(&t, "cpr"), None);
        }
    }
}
