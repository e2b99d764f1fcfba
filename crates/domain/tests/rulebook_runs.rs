// SPDX-License-Identifier: EUPL-1.2
//! The delivered rulebook at work: facts of small, made-up journals through the engine, with the deadlines a person would count.

use jiff::civil::DateTime;
use std::collections::BTreeMap;
use traad_duty::calendar::{Calendar, Minute};
use traad_duty::engine::{Derivation, Duty, Status, derive};
use traad_duty::fact::{Journal, RawFact};
use traad_duty::rule::{Demand, Rulebook, SourceFile};
use traad_duty::{Agreement, AgreementTerms, AgreementVersion, Answer};

const RULE_FILES: [(&str, &str); 5] = [
    ("facts.toml", include_str!("../../../rulebook/facts.toml")),
    ("lov.toml", include_str!("../../../rulebook/lov.toml")),
    ("aftale.toml", include_str!("../../../rulebook/aftale.toml")),
    (
        "gravide.toml",
        include_str!("../../../rulebook/gravide.toml"),
    ),
    ("boern.toml", include_str!("../../../rulebook/boern.toml")),
];
const ON_TIME: Status = Status::OnTime {
    recorded_late: false,
};

/// A journal, an agreement and the moments in it, in Danish time.
struct Story {
    rulebook: Rulebook,
    calendar: Calendar,
    facts: Vec<RawFact>,
    answers: BTreeMap<String, Answer>,
}

/// Duties as they stand at a moment.
struct Standing<'s> {
    story: &'s Story,
    journal: Journal,
    agreement: Agreement,
    derivation: Derivation,
}

impl Story {
    /// A pregnancy, opened and dated in week 9 on 1 March 2026, without an agreement.
    fn pregnancy() -> Self {
        let files: Vec<SourceFile<'_>> = RULE_FILES
            .iter()
            .map(|(name, text)| SourceFile { name, text })
            .collect();
        let mut story = Self {
            rulebook: Rulebook::compile(&files, Demand::Published)
                .unwrap_or_else(|errors| panic!("{errors}")),
            calendar: Calendar::copenhagen(&[]).unwrap(),
            facts: Vec::new(),
            answers: BTreeMap::new(),
        };
        story.tell("2026-03-01T09:00", "pathway-opened", "kind=pregnancy");
        story.tell(
            "2026-03-01T09:01",
            "dated",
            "lmp=2026-01-01 due=2026-10-08 method=lmp",
        );
        story
    }

    fn minute(&self, at: &str) -> Minute {
        self.calendar.minute_at(at.parse::<DateTime>().unwrap())
    }

    fn tell(&mut self, at: &str, kind: &str, attributes: &str) {
        let seq = u32::try_from(self.facts.len()).unwrap() + 1;
        let fact = RawFact::new(kind).seq(seq).at(self.minute(at));
        self.facts
            .push(attributes.split_whitespace().fold(fact, |fact, pair| {
                let (name, value) = pair.split_once('=').unwrap();
                fact.attr(name, value)
            }));
    }

    fn notified(&mut self, at: &str, reference: &str) {
        self.tell(
            at,
            "notification-received",
            &format!("ref={reference} unit=u unborn=yes notifier=professional active-measure=no"),
        );
    }

    fn agree(&mut self, key: &str, answer: Answer) {
        self.answers.insert(key.to_owned(), answer);
    }

    fn at(&self, now: &str) -> Standing<'_> {
        let version = AgreementVersion {
            id: "a1".to_owned(),
            in_force_from: self.minute("2026-01-01T00:00"),
            answers: self.answers.clone(),
        };
        let terms = AgreementTerms {
            versions: vec![version],
            proposals: [("coordinator.days".to_owned(), Answer::Number(3))].into(),
        };
        let agreement = Agreement::new(&self.rulebook, &terms).unwrap();
        let journal = Journal::new(&self.rulebook, &self.calendar, &self.facts).unwrap();
        let derivation = derive(
            &self.rulebook,
            &self.calendar,
            &journal,
            &agreement,
            self.minute(now),
        );
        Standing {
            story: self,
            journal,
            agreement,
            derivation,
        }
    }
}

impl Standing<'_> {
    fn all(&self, rule: &str) -> Vec<(String, Duty)> {
        let (number, _) = self
            .story
            .rulebook
            .find(rule)
            .unwrap_or_else(|| panic!("{rule}"));
        let duties = self
            .derivation
            .duties
            .iter()
            .filter(|duty| duty.rule() == number);
        let key = |duty: &Duty| {
            self.derivation
                .key(&self.story.rulebook, &self.journal, &self.agreement, duty)
        };
        duties.map(|duty| (key(duty), *duty)).collect()
    }

    fn one(&self, rule: &str) -> Duty {
        let all = self.all(rule);
        assert_eq!(all.len(), 1, "{rule}");
        all[0].1
    }

    fn status(&self, rule: &str) -> Status {
        self.one(rule).status
    }

    fn due(&self, rule: &str) -> String {
        let due = self
            .one(rule)
            .due
            .unwrap_or_else(|| panic!("{rule} has no date"));
        self.story
            .calendar
            .wall_clock(due)
            .strftime("%Y-%m-%d %H:%M")
            .to_string()
    }

    fn is_owed(&self, rule: &str) -> bool {
        self.all(rule).iter().any(|(_, duty)| duty.is_open())
    }
}

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
    let told = [
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
    for (kind, attributes) in told {
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
    let standing = story.at("2026-10-01T12:00");
    assert_eq!(standing.due("birth-handover"), "2026-10-06 23:59");
    assert!(standing.is_owed("birth-follow-up"));
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

/// Every rule can begin: a long pregnancy and a long childhood in which everything happens start all of them.
#[test]
fn every_rule_begins_in_some_story() {
    let everything = [
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
            "2026-03-07T09:00",
            "coordinator-left",
            "person=p reason=leave",
        ),
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
        ("2026-04-11T09:00", "plan-followed-up", "plan=p1"),
        ("2026-04-11T09:00", "effect-missing", "plan=p1"),
        (
            "2026-04-20T09:00",
            "measure-decided",
            "measure=b plan-needed=yes section=32",
        ),
        ("2026-04-21T09:00", "measure-started", "measure=b"),
        ("2026-05-01T09:00", "moved-municipality", "to=0461"),
        ("2026-06-01T09:00", "placement-considered", ""),
        (
            "2026-06-02T09:00",
            "placement-proposed",
            "placement=l consent=no",
        ),
        ("2026-08-02T09:00", "placement-decided", "placement=l"),
        ("2026-10-02T04:00", "birth", "children=1"),
        ("2026-10-02T09:00", "child-placed", "placement=l kind=almen"),
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
    let mut story = Story::pregnancy();
    for (at, kind, attributes) in everything {
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
