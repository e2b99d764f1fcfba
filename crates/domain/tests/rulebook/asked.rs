// SPDX-License-Identifier: EUPL-1.2
//! What law and practice ask of a pregnancy or of a notification, each with the rules that carry it.

use crate::rulebook;

const ASKED: &[(&str, &[&str])] = &[
    (
        "notify about the unborn child",
        &["notification-made", "postponed-position"],
    ),
    (
        "both referrals",
        &[
            "refer-clinic",
            "refer-treatment",
            "ask-about-referral",
            "send-referral",
        ],
    ),
    (
        "acute assessment and receipt",
        &["notification-24h", "notification-receipt"],
    ),
    ("the notifier is told", &["notifier-informed"]),
    ("second opinion", &["second-opinion"]),
    (
        "one of three outcomes",
        &["screening-expecting", "screening-child"],
    ),
    (
        "examination, and when it is late",
        &[
            "examination-expecting",
            "examination-child",
            "preliminary-assessment",
        ],
    ),
    (
        "examination before a placement",
        &["examination-before-placement"],
    ),
    ("plan after a decision on support", &["childs-plan-measure"]),
    ("plan after a placement", &["childs-plan-placement"]),
    (
        "plan before a placement without consent",
        &["childs-plan-first"],
    ),
    (
        "not earlier than three months before the due date",
        &["unborn-placement-window"],
    ),
    (
        "first follow-up and its rhythm",
        &["first-follow-up", "follow-up-rhythm"],
    ),
    ("supervision", &["supervision-visits"]),
    (
        "support to the parents of a placed child",
        &["support-person", "parents-plan", "parents-support"],
    ),
    ("kind of foster family", &["foster-family-type"]),
    ("the new municipality", &["new-municipality-notified"]),
    (
        "treatment within 14 days",
        &[
            "treatment-alcohol",
            "treatment-drugs",
            "treatment-dual-diagnosis",
        ],
    ),
    ("talk with a doctor", &["doctor-talk"]),
    (
        "voluntary contract",
        &["detention-contract-alcohol", "detention-contract-drugs"],
    ),
    (
        "limits of a detention",
        &["detention-21-days", "detention-told"],
    ),
    (
        "consent and its end",
        &["consent-both-ways", "consent-renewal"],
    ),
    (
        "coordinator",
        &[
            "coordinator-appointed",
            "coordinator-replaced",
            "coordinator-by-clinic",
        ],
    ),
    (
        "network meetings",
        &[
            "network-meetings",
            "network-meetings-minimum",
            "meeting-notice",
        ],
    ),
    (
        "residential treatment at once, or the need raised",
        &["residential-offered-at-once", "unmet-need"],
    ),
    (
        "hand-over at birth and at transitions",
        &[
            "birth-handover",
            "handover-accepted",
            "clinic-closing-receivers",
        ],
    ),
    ("effort without effect", &["effect-missing-choice"]),
    (
        "the clinic takes a position; the coming child's need",
        &["clinic-position", "childs-need"],
    ),
];

#[test]
fn what_is_asked_of_a_pregnancy_or_a_notification_has_its_rules() {
    let rulebook = rulebook();
    for (what, rules) in ASKED {
        for id in *rules {
            assert!(rulebook.find(id).is_some(), "{what}: {id}");
        }
    }
}
