// SPDX-License-Identifier: EUPL-1.2
//! The delivered rulebook at work, with the deadlines a person would count.

use crate::story::{ON_TIME, Story};
use std::collections::BTreeMap;
use traad_duty::Answer;
use traad_duty::engine::Status;

#[test]
fn the_acute_assessment_is_due_after_24_clock_hours_also_on_a_saturday() {
    let mut story = Story::pregnancy();
    story.notified("2026-03-06T15:00", "n1");
    assert_eq!(
        story.at("2026-03-06T15:01").due("notification-24h"),
        "2026-03-07 15:00"
    );
    assert_eq!(
        story.at("2026-03-07T10:00").status("notification-24h"),
        Status::DueSoon
    );
    assert_eq!(
        story.at("2026-03-07T15:01").status("notification-24h"),
        Status::Overdue
    );
    story.tell("2026-03-07T15:01", "assessed-24h", "ref=n1 acute=no");
    assert_eq!(
        story.at("2026-03-08T09:00").status("notification-24h"),
        Status::Late
    );
}

#[test]
fn forwarding_does_not_stop_the_24_hours_and_another_notification_has_its_own() {
    let mut story = Story::pregnancy();
    story.notified("2026-03-06T15:00", "n1");
    story.tell(
        "2026-03-06T15:10",
        "notification-forwarded",
        "ref=n1 unit=v",
    );
    story.notified("2026-03-06T16:00", "n2");
    story.tell("2026-03-06T17:00", "assessed-24h", "ref=n2 acute=no");
    let standing = story.at("2026-03-07T15:01");
    let all: BTreeMap<String, Status> = standing
        .all("notification-24h")
        .into_iter()
        .map(|(key, duty)| (key, duty.status))
        .collect();
    assert_eq!(all["n1"], Status::Overdue);
    assert_eq!(all["n2"], ON_TIME);
}

#[test]
fn six_hverdage_count_saturdays_but_no_holiday_of_easter() {
    let mut story = Story::pregnancy();
    story.notified("2026-04-01T12:00", "n1");
    // 2, 3, 5 and 6 April are holidays: Sat 4, Tue 7, Wed 8, Thu 9, Fri 10, Sat 11.
    assert_eq!(
        story.at("2026-04-01T13:00").due("notification-receipt"),
        "2026-04-11 23:59"
    );
    let mut ordinary = Story::pregnancy();
    ordinary.notified("2026-03-06T15:00", "n1");
    assert_eq!(
        ordinary.at("2026-03-06T16:00").due("notification-receipt"),
        "2026-03-13 23:59"
    );
}

#[test]
fn the_coordinators_deadline_is_the_agreements_and_unsettled_without_one() {
    let mut story = Story::pregnancy();
    story.notified("2026-03-06T15:00", "n1");
    let without = story.at("2026-03-20T12:00");
    let duty = without.one("coordinator-appointed");
    assert_eq!((duty.status, duty.due), (Status::Unsettled, None));
    assert_eq!(
        duty.proposed,
        Some(
            story
                .calendar
                .end_of(story.calendar.day_of(story.minute("2026-03-11T12:00")))
        )
    );
    assert!(!duty.is_breached());
    story.agree("coordinator.days", Answer::Number(3));
    let with = story.at("2026-03-09T12:00");
    assert_eq!(with.due("coordinator-appointed"), "2026-03-11 23:59");
    assert_eq!(
        story.at("2026-03-12T00:00").status("coordinator-appointed"),
        Status::Overdue
    );
    story.tell(
        "2026-03-11T14:00",
        "coordinator-appointed",
        "person=p unit=u",
    );
    assert_eq!(
        story.at("2026-03-12T00:00").status("coordinator-appointed"),
        ON_TIME
    );
}

#[test]
fn nothing_is_owed_by_the_municipality_before_it_has_been_told() {
    let mut story = Story::pregnancy();
    story.tell("2026-03-02T09:00", "clinic-enrolled", "unit=fa");
    let standing = story.at("2026-03-20T12:00");
    for (_, info) in standing
        .derivation
        .duties
        .iter()
        .filter_map(|duty| story.rulebook.rule(duty.rule()).map(|info| (duty, info)))
    {
        assert!(
            !["family-department", "notification-unit"].contains(&info.owed_by.as_deref().unwrap()),
            "{}",
            info.id
        );
    }
    assert!(standing.is_owed("clinic-position"));
    assert!(standing.is_owed("coordinator-by-clinic"));
    story.notified("2026-03-21T09:00", "n1");
    let told = story.at("2026-03-21T10:00");
    assert!(!told.is_owed("clinic-position") && !told.is_owed("coordinator-by-clinic"));
    assert!(told.is_owed("coordinator-appointed") && told.is_owed("childs-need"));
}

#[test]
fn a_referral_needs_her_answer_and_a_no_is_no_breach() {
    let mut story = Story::pregnancy();
    story.tell(
        "2026-03-03T09:00",
        "concern-raised",
        "support-need=yes phase=tidlig-opsporing unit=u",
    );
    assert!(story.at("2026-03-03T10:00").is_owed("refer-clinic"));
    story.tell(
        "2026-03-03T10:00",
        "referral-considered",
        "ref=r1 target=familieambulatorium answer=not-asked unit=u",
    );
    story.tell(
        "2026-03-03T10:01",
        "referral-considered",
        "ref=r2 target=alkohol answer=no unit=u",
    );
    let standing = story.at("2026-03-04T10:00");
    assert_eq!(standing.status("refer-clinic"), Status::Void);
    assert_eq!(standing.status("ask-about-referral"), Status::Open);
    assert_eq!(standing.status("refer-treatment"), ON_TIME);
    assert!(standing.all("send-referral").is_empty());
    story.tell(
        "2026-03-10T10:00",
        "referral-considered",
        "ref=r1 target=familieambulatorium answer=yes-oral unit=u",
    );
    let asked = story.at("2026-03-10T11:00");
    assert_eq!(asked.status("ask-about-referral"), ON_TIME);
    assert_eq!(asked.status("send-referral"), Status::Open);
    story.tell(
        "2026-03-10T12:00",
        "referral-sent",
        "ref=r1 target=familieambulatorium unit=fa",
    );
    story.tell("2026-03-11T12:00", "referral-declined", "ref=r1 unit=u");
    let declined = story.at("2026-03-12T12:00");
    assert_eq!(declined.status("send-referral"), ON_TIME);
    assert_eq!(declined.status("follow-up-declined-referral"), Status::Open);
}

#[test]
fn a_concern_that_calls_for_a_notification_stays_with_its_writer_without_a_date() {
    let mut story = Story::pregnancy();
    story.tell(
        "2026-03-03T09:00",
        "concern-raised",
        "support-need=no phase=tidlig-opsporing unit=a",
    );
    assert!(
        story
            .at("2026-03-04T09:00")
            .all("notification-made")
            .is_empty()
    );
    story.tell(
        "2026-03-05T09:00",
        "concern-raised",
        "support-need=yes phase=tidlig-opsporing unit=b",
    );
    let open = story.at("2026-06-01T09:00");
    assert_eq!(
        (
            open.status("notification-made"),
            open.one("notification-made").due
        ),
        (Status::Open, None)
    );
    let info = story.rulebook.find("notification-made").unwrap().1;
    assert_eq!(info.owed_by.as_deref(), Some("author"));
    story.tell("2026-06-02T09:00", "notification-sent", "ref=n unit=k");
    assert_eq!(
        story.at("2026-06-02T10:00").status("notification-made"),
        ON_TIME
    );
}

#[test]
fn a_plan_is_followed_up_in_a_chain_at_the_agreed_distance() {
    let mut story = Story::pregnancy();
    story.agree("plan.follow-up-weeks", Answer::Number(4));
    story.tell("2026-03-10T12:00", "plan-made", "plan=p1");
    assert_eq!(
        story.at("2026-03-11T12:00").due("plan-follow-up"),
        "2026-04-07 23:59"
    );
    story.tell("2026-04-10T12:00", "plan-followed-up", "plan=p1");
    let standing = story.at("2026-04-11T12:00");
    let all = standing.all("plan-follow-up");
    assert_eq!(
        all.iter().map(|(_, duty)| duty.status).collect::<Vec<_>>(),
        [Status::Late, Status::Open]
    );
    assert_eq!(
        all[1].1.due,
        Some(
            story
                .calendar
                .end_of(story.calendar.day_of(story.minute("2026-05-08T12:00")))
        )
    );
}

#[test]
fn network_meetings_lie_where_the_agreement_says_and_one_meeting_serves_one_position() {
    let mut story = Story::pregnancy();
    let positions = ["gestation 16+0", "gestation 32+0", "birth + 4 weeks"].map(str::to_owned);
    story.agree("meetings.positions", Answer::List(positions.to_vec()));
    story.agree("meetings.notice-days", Answer::Number(10));
    story.notified("2026-03-06T15:00", "n1");
    story.tell(
        "2026-03-20T12:00",
        "network-meeting-called",
        "meeting=m1 held-on=2026-03-27",
    );
    story.tell("2026-03-27T12:00", "network-meeting-held", "meeting=m1");
    let standing = story.at("2026-04-01T12:00");
    let statuses: BTreeMap<String, Status> = standing
        .all("network-meetings")
        .into_iter()
        .map(|(key, duty)| (key, duty.status))
        .collect();
    assert_eq!(statuses["gestation 16+0"], ON_TIME);
    assert_eq!(statuses["gestation 32+0"], Status::Open);
    assert_eq!(statuses["birth + 4 weeks"], Status::Unsettled);
    assert_eq!(standing.status("network-meeting-kept"), ON_TIME);
    assert_eq!(
        standing.status("meeting-notice"),
        Status::Late,
        "seven days' notice where ten working days are agreed"
    );
}

#[test]
fn a_late_examination_owes_a_preliminary_assessment_and_no_need_owes_none() {
    let mut story = Story::pregnancy();
    story.notified("2026-03-06T15:00", "n1");
    assert_eq!(
        story.at("2026-03-07T15:00").due("examination-expecting"),
        "2026-07-06 23:59"
    );
    assert!(
        story
            .at("2026-07-07T09:00")
            .is_owed("preliminary-assessment")
    );
    story.tell(
        "2026-03-10T09:00",
        "notification-outcome",
        "ref=n1 outcome=exploration",
    );
    let explored = story.at("2026-07-07T09:00");
    assert_eq!(explored.status("examination-expecting"), Status::Void);
    assert_eq!(explored.status("screening-expecting"), ON_TIME);
    assert!(explored.all("preliminary-assessment").is_empty());
}

#[test]
fn a_placement_without_consent_waits_for_the_plan_and_for_three_months_before_the_due_date() {
    let mut story = Story::pregnancy();
    story.tell(
        "2026-06-01T09:00",
        "placement-proposed",
        "placement=p consent=no",
    );
    assert_eq!(
        story
            .at("2026-06-02T09:00")
            .status("unborn-placement-window"),
        Status::Scheduled
    );
    assert_eq!(
        story
            .at("2026-07-09T09:00")
            .status("unborn-placement-window"),
        Status::Open
    );
    story.tell("2026-07-01T09:00", "placement-decided", "placement=p");
    let early = story.at("2026-07-09T09:00");
    assert_eq!(
        early.status("unborn-placement-window"),
        Status::Open,
        "a decision before 8 July does not count"
    );
    assert_eq!(early.status("childs-plan-first"), Status::Missed);
}

#[test]
fn residential_treatment_is_offered_and_a_lack_of_places_is_raised() {
    let mut story = Story::pregnancy();
    story.tell("2026-03-10T09:00", "level-judged", "level=residential");
    assert_eq!(
        story
            .at("2026-03-10T10:00")
            .status("residential-offered-at-once"),
        Status::Open
    );
    story.tell("2026-03-10T11:00", "residential-offered", "answer=no-place");
    let standing = story.at("2026-03-11T09:00");
    assert_eq!(standing.status("residential-offered-at-once"), ON_TIME);
    assert_eq!(standing.status("unmet-need"), Status::Open);
}

#[test]
fn treatment_starts_within_14_days_of_her_own_request_and_nothing_is_asked_without_one() {
    let mut story = Story::pregnancy();
    story.notified("2026-03-06T15:00", "n1");
    let quiet = story.at("2026-06-01T09:00");
    for rule in [
        "treatment-alcohol",
        "treatment-drugs",
        "detention-contract-alcohol",
        "doctor-talk",
    ] {
        assert!(quiet.all(rule).is_empty(), "{rule}");
    }
    story.tell(
        "2026-06-02T09:00",
        "treatment-requested",
        "substance=stof request=q",
    );
    let asked = story.at("2026-06-02T10:00");
    assert_eq!(asked.due("treatment-drugs"), "2026-06-16 23:59");
    assert!(asked.all("treatment-alcohol").is_empty());
    story.tell("2026-06-10T09:00", "treatment-started", "request=q");
    assert_eq!(
        story.at("2026-06-11T09:00").status("doctor-talk"),
        Status::Missed
    );
}

#[test]
fn at_birth_the_hand_over_and_the_follow_up_are_owed_and_the_pregnancys_own_fall_away() {
    let mut story = Story::pregnancy();
    story.agree("birth.handover-days", Answer::Number(5));
    story.tell(
        "2026-03-03T09:00",
        "concern-raised",
        "support-need=no phase=tidlig-opsporing unit=u",
    );
    story.tell("2026-10-01T04:00", "birth", "children=1");
    story.tell(
        "2026-10-01T04:00",
        "intervention-at-birth",
        "intervention=i1",
    );
    story.tell("2026-10-01T04:00", "child-born", "");
    let standing = story.at("2026-10-01T12:00");
    assert_eq!(standing.due("birth-handover"), "2026-10-06 23:59");
    assert!(standing.is_owed("birth-follow-up"));
    assert!(standing.is_owed("treatment-after-birth"));
    assert!(standing.is_owed("effort-after-birth"));
    assert_eq!(
        standing.status("refer-clinic"),
        Status::Missed,
        "nobody asked her in the whole pregnancy"
    );
    story.tell(
        "2026-10-03T12:00",
        "consent-given",
        "consent=c giver=g actor=a direction=disclose law=other",
    );
    assert!(
        story
            .at("2026-10-03T13:00")
            .is_owed("information-shared-after-birth")
    );
}
