// SPDX-License-Identifier: EUPL-1.2
//! Two long stories: one in which everything happens, and one that ends in a loss.

use crate::story::Story;
use traad_duty::Answer;

const EVERYTHING: &[(&str, &str, &str)] = &[
    (
        "2026-03-03T09:00",
        "concern-raised",
        "support-need=yes phase=intervention unit=u",
    ),
    (
        "2026-03-03T09:05",
        "decision-postponed",
        "until=2026-03-20 concern=c",
    ),
    (
        "2026-03-03T09:06",
        "referral-considered",
        "ref=r1 target=familieambulatorium answer=not-asked unit=u",
    ),
    (
        "2026-03-03T09:07",
        "referral-considered",
        "ref=r2 target=stof answer=yes-written unit=u",
    ),
    (
        "2026-03-03T09:08",
        "referral-sent",
        "ref=r1 target=familieambulatorium unit=fa",
    ),
    (
        "2026-03-03T09:09",
        "referral-sent",
        "ref=r2 target=stof unit=t",
    ),
    ("2026-03-04T09:00", "referral-declined", "ref=r2 unit=u"),
    ("2026-03-04T10:00", "clinic-enrolled", "unit=fa"),
    (
        "2026-03-05T09:00",
        "notification-received",
        "ref=n1 unit=k unborn=yes notifier=professional active-measure=yes",
    ),
    (
        "2026-03-06T09:00",
        "coordinator-appointed",
        "person=p unit=k",
    ),
    (
        "2026-03-06T10:00",
        "coordinator-away",
        "person=p unit=k last-day=2026-03-09",
    ),
    ("2026-03-06T11:00", "coordinator-back", "person=q"),
    (
        "2026-03-07T09:00",
        "coordinator-left",
        "person=p reason=leave",
    ),
    ("2026-03-07T10:00", "emergency-opened", "ref=g unit=k"),
    (
        "2026-03-08T09:00",
        "consent-given",
        "consent=c1 giver=g actor=a direction=disclose law=sul-43 expires=2027-03-08",
    ),
    (
        "2026-03-09T09:00",
        "treatment-requested",
        "substance=alkohol request=q1",
    ),
    (
        "2026-03-09T09:01",
        "treatment-requested",
        "substance=stof request=q2",
    ),
    (
        "2026-03-09T09:02",
        "dual-diagnosis-referral-received",
        "request=q3",
    ),
    (
        "2026-03-10T09:00",
        "detention-decided",
        "detention=d request=q1",
    ),
    ("2026-03-11T09:00", "assessment-completed", "assessment=x"),
    ("2026-03-12T09:00", "level-judged", "level=undecided"),
    ("2026-03-13T09:00", "level-judged", "level=residential"),
    ("2026-03-14T09:00", "residential-offered", "answer=no-place"),
    ("2026-03-15T09:00", "plan-made", "plan=p1"),
    ("2026-03-16T09:00", "partner-invited", ""),
    ("2026-03-17T09:00", "woman-informed", ""),
    (
        "2026-03-18T09:00",
        "network-meeting-called",
        "meeting=m held-on=2026-04-10",
    ),
    (
        "2026-04-10T10:00",
        "network-meeting-held",
        "meeting=m she-came=no changes-plan=yes",
    ),
    (
        "2026-04-10T10:00",
        "meeting-decided",
        "decision=d1 meeting=m unit=u by=2026-05-01",
    ),
    (
        "2026-04-10T11:00",
        "attendance-support-agreed",
        "meeting=m2 unit=u by=2026-05-10",
    ),
    (
        "2026-04-10T12:00",
        "meeting-times-asked",
        "proposal=p unit=u",
    ),
    (
        "2026-04-10T12:00",
        "meeting-answered",
        "meeting=m2 reply=another-time",
    ),
    ("2026-04-11T09:00", "plan-followed-up", "plan=p1"),
    ("2026-04-11T09:00", "effect-missing", "plan=p1"),
    (
        "2026-04-20T09:00",
        "measure-decided",
        "measure=b plan-needed=yes section=32",
    ),
    ("2026-04-21T09:00", "measure-started", "measure=b"),
    (
        "2026-04-19T09:00",
        "kept-from-party",
        "ref=n1 review=2026-05-19",
    ),
    (
        "2026-04-18T09:00",
        "consent-refused",
        "actor=b direction=disclose again=2026-05-18",
    ),
    (
        "2026-04-18T09:30",
        "consent-not-possible",
        "actor=b direction=obtain again=2026-05-19",
    ),
    (
        "2026-04-18T10:00",
        "contract-offered",
        "request=q9 again=2026-05-01",
    ),
    (
        "2026-04-18T10:30",
        "discharge-planned",
        "on=2026-06-01 unsettled=yes",
    ),
    ("2026-04-20T09:00", "information-requested", "ref=q1 unit=u"),
    ("2026-04-21T09:00", "disclosed-by-law", ""),
    ("2026-04-21T10:00", "misfiled", "entry=e9"),
    (
        "2026-04-22T09:00",
        "participant-without-consent",
        "meeting=m9 actor=a",
    ),
    ("2026-05-01T09:00", "moved-municipality", "to=0461"),
    ("2026-05-01T09:00", "home-lacking", ""),
    ("2026-05-02T09:00", "whereabouts-unknown", ""),
    (
        "2026-05-03T09:00",
        "handover-sent",
        "handover=m1 receiver=familieafdeling unit=v",
    ),
    ("2026-06-01T09:00", "placement-considered", ""),
    (
        "2026-06-02T09:00",
        "placement-proposed",
        "placement=l consent=no",
    ),
    ("2026-08-02T09:00", "placement-decided", "placement=l"),
    ("2026-10-02T04:00", "birth", "children=1"),
    (
        "2026-10-02T04:00",
        "intervention-at-birth",
        "intervention=i1",
    ),
    ("2026-10-02T04:00", "child-born", "of-age=2044-10-02"),
    (
        "2026-10-02T05:00",
        "exposure-stated",
        "exposed=yes assess-by=2026-12-01",
    ),
    ("2026-10-02T05:00", "custody-stated", "custody=unresolved"),
    ("2026-10-02T06:00", "injury-judged", "status=possible"),
    (
        "2026-10-02T07:00",
        "child-discharged",
        "handover=h0 assessed=no received=no",
    ),
    (
        "2026-10-02T07:00",
        "handover-sent",
        "handover=h0 receiver=sundhedspleje unit=s",
    ),
    (
        "2026-10-02T09:00",
        "child-placed",
        "placement=l kind=almen ref=l",
    ),
    (
        "2026-10-02T09:00",
        "parent-of-placed",
        "placement=l parent=1",
    ),
    (
        "2026-10-03T09:00",
        "carer-said",
        "what=needs-knowledge ref=w",
    ),
    (
        "2026-10-03T10:00",
        "breakdown-risk-judged",
        "placement=l risk=high meet-by=2026-10-10",
    ),
    (
        "2026-10-04T09:00",
        "placement-ended",
        "placement=l how=broke-down",
    ),
    (
        "2026-10-04T10:00",
        "adulthood-prepared",
        "handover=h4 received=no",
    ),
    (
        "2026-10-05T09:00",
        "consent-given",
        "consent=c2 giver=g actor=a direction=disclose law=other",
    ),
    (
        "2026-10-06T09:00",
        "notification-received",
        "ref=n2 unit=k unborn=no notifier=private active-measure=no",
    ),
    ("2026-11-02T09:00", "clinic-closing-proposed", "handover=h1"),
    ("2026-11-03T09:00", "closing-proposed", "handover=h2"),
];

/// Every rule can begin: a long pregnancy and a long childhood in which everything happens start all of them.
#[test]
fn every_rule_begins_in_some_story() {
    let mut story = Story::pregnancy();
    // A hand-over that is not taken can only be late where something is agreed.
    story.agree("handover.days", Answer::Number(10));
    for (at, kind, attributes) in EVERYTHING {
        story.tell(at, kind, attributes);
    }
    let standing = story.at("2027-03-01T09:00");
    let silent: Vec<&str> = story
        .rulebook
        .rules()
        .iter()
        .map(|rule| rule.id.as_str())
        .filter(|id| standing.all(id).is_empty())
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

/// Nobody owes the dead anything: what is left is owed to whoever notified, and to those whose journal was opened.
#[test]
fn after_a_death_nothing_is_owed_to_the_person_who_died() {
    let mut story = Story::pregnancy();
    for (at, kind, attributes) in EVERYTHING {
        story.tell(at, kind, attributes);
    }
    story.tell("2027-01-02T09:00", "died", "");
    story.tell("2027-01-02T09:00", "pathway-closed", "reason=r");
    let standing = story.at("2027-03-01T09:00");
    let mut left: Vec<&str> = standing
        .derivation
        .duties
        .iter()
        .filter(|duty| duty.is_open())
        .filter_map(|duty| {
            let info = story.rulebook.rule(duty.rule());
            info.map(|info| info.id.as_str())
        })
        .collect();
    left.sort_unstable();
    left.dedup();
    assert_eq!(
        left,
        [
            "breach-assessed",
            "emergency-review",
            "notification-receipt"
        ]
    );
}

const EARLY_PREGNANCY: &[(&str, &str)] = &[
    (
        "concern-raised",
        "support-need=yes phase=tidlig-opsporing unit=u",
    ),
    ("decision-postponed", "until=2026-04-01 concern=c"),
    (
        "referral-considered",
        "ref=r target=alkohol answer=not-asked unit=u",
    ),
    ("clinic-enrolled", "unit=fa"),
    ("coordinator-appointed", "person=p unit=u"),
    (
        "consent-given",
        "consent=c1 giver=g actor=a direction=disclose law=sul-43 expires=2027-03-01",
    ),
    ("assessment-completed", "assessment=x"),
    ("level-judged", "level=residential"),
    ("plan-made", "plan=p1"),
    ("woman-informed", ""),
    ("network-meeting-called", "meeting=m held-on=2026-05-01"),
    ("treatment-requested", "substance=stof request=q"),
];

/// After a loss nobody is reminded of the pregnancy: what stays are a receipt that is owed, and her own treatment.
#[test]
fn a_loss_ends_what_belongs_to_the_pregnancy_in_the_same_moment() {
    let mut story = Story::pregnancy();
    story.agree("coordinator.days", Answer::Number(3));
    story.agree("plan.follow-up-weeks", Answer::Number(4));
    story.agree("involvement.weeks", Answer::Number(2));
    story.agree(
        "meetings.positions",
        Answer::List(vec!["gestation 32+0".to_owned()]),
    );
    story.notified("2026-03-06T15:00", "n1");
    for (kind, attributes) in EARLY_PREGNANCY {
        story.tell("2026-03-09T09:00", kind, attributes);
    }
    let before = story
        .at("2026-03-09T10:00")
        .derivation
        .duties
        .iter()
        .filter(|duty| duty.is_open())
        .count();
    assert!(before > 25, "{before}");
    story.tell("2026-03-09T11:00", "pregnancy-lost", "");
    let after = story.at("2026-03-09T12:00");
    let mut left: Vec<&str> = after
        .derivation
        .duties
        .iter()
        .filter(|duty| duty.is_open())
        .filter_map(|duty| {
            story
                .rulebook
                .rule(duty.rule())
                .map(|info| info.id.as_str())
        })
        .collect();
    left.sort_unstable();
    assert_eq!(
        left,
        ["doctor-talk", "notification-receipt", "treatment-drugs"]
    );
}
