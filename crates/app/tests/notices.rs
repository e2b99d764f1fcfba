// SPDX-License-Identifier: EUPL-1.2
//! Notices that wait: tried again when a mail server will not take them, sent once more after a crash and never else, taken
//! back with what they are about.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use jiff::SignedDuration;
use std::cell::{Cell, RefCell};
use traad_app::{Ctx, Letter, Undelivered};
use traad_domain::body::WishKind;
use traad_domain::body::WishRecorded;
use traad_domain::id::{EmploymentId, PathwayId};
use traad_domain::notice::NoticeScope;
use traad_domain::policy::Purpose;
use traad_testkit::app::TestApp;

/// The coordinator of a pathway has chosen to be told of it, and the woman has written to her.
fn waiting() -> (TestApp, PathwayId) {
    let test = TestApp::at("2026-03-03T09:00:00Z");
    let app = &test.app;
    app.seed_demo(app.now()).unwrap();
    app.send_notices();
    let family = test.ctx("familie");
    let id = app.search(&family, "Ellen", 0).unwrap().0;
    let id = id.first().unwrap().pathway.clone();
    let to = ("mette@example.dk", NoticeScope::Unit);
    app.choose_notices(&family, to).unwrap();
    write(&test, &id);
    (test, id)
}

fn write(test: &TestApp, id: &PathwayId) {
    let now = test.app.now();
    let own = EmploymentId::new(format!("borger-{id}"));
    let own = Ctx {
        actor: test.app.actor(&own, now).unwrap().unwrap(),
        now,
        purpose: Purpose::Own,
        submission: None,
    };
    let wish = WishRecorded {
        wish: WishKind::Wish,
        words: "Jeg vil gerne bo for mig selv.".into(),
    };
    test.app.write_own_wish(&own, &wish).unwrap();
}

fn later(test: &TestApp, minutes: i64) {
    let now = test.app.now() + SignedDuration::from_mins(minutes);
    test.clock.set(now);
}

/// How many letters a round carries, when the server answers so.
fn round(test: &TestApp, answer: Result<(), Undelivered>) -> usize {
    let count = Cell::new(0);
    let carry = |_: Letter<'_>| {
        count.set(count.get() + 1);
        answer
    };
    test.app.deliver_notices(&carry).unwrap();
    count.get()
}

#[test]
fn a_server_that_will_not_now_is_asked_again_ever_more_rarely_until_it_takes_the_letter_once() {
    let (test, _) = waiting();
    later(&test, 2);
    assert_eq!(round(&test, Err(Undelivered::Later("not-now"))), 1);
    assert_eq!(round(&test, Ok(())), 0, "not before a minute");
    later(&test, 1);
    assert_eq!(round(&test, Err(Undelivered::Later("not-now"))), 1);
    later(&test, 1);
    assert_eq!(round(&test, Ok(())), 0, "not before two more");
    later(&test, 1);
    assert_eq!(round(&test, Ok(())), 1);
    later(&test, 24 * 60);
    assert_eq!(round(&test, Ok(())), 0, "it was sent");
}

#[test]
fn a_server_that_never_answers_is_asked_for_three_days_and_then_no_more() {
    let (test, id) = waiting();
    let mut asked = 0;
    for _ in 0..10 * 24 {
        later(&test, 60);
        asked += round(&test, Err(Undelivered::Later("unreachable")));
    }
    assert_eq!(asked, 20);
    assert!(test.app.own_notices(&test.ctx("familie")).unwrap().given_up);
    // What is new is tried, and when it gets there all is well.
    write(&test, &id);
    later(&test, 2);
    assert_eq!(round(&test, Ok(())), 1);
    assert!(!test.app.own_notices(&test.ctx("familie")).unwrap().given_up);
}

#[test]
fn after_a_crash_between_carrying_and_writing_it_down_the_same_letter_goes_once_more() {
    let (test, _) = waiting();
    later(&test, 2);
    let ids = RefCell::new(Vec::new());
    let dies = |letter: Letter<'_>| -> Result<(), Undelivered> {
        ids.borrow_mut().push(letter.id.to_owned());
        std::panic::panic_any("the machine stops");
    };
    let crash = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        test.app.deliver_notices(&dies)
    }));
    assert!(crash.is_err());
    assert_eq!(round(&test, Ok(())), 0, "nobody else tries at once");
    later(&test, 5);
    let again = |letter: Letter<'_>| {
        ids.borrow_mut().push(letter.id.to_owned());
        Ok(())
    };
    test.app.deliver_notices(&again).unwrap();
    later(&test, 24 * 60);
    assert_eq!(round(&test, Ok(())), 0);
    let ids = ids.into_inner();
    assert_eq!(ids.len(), 2);
    assert_eq!(
        ids.first(),
        ids.last(),
        "a mailbox can tell that it is the same"
    );
}

#[test]
fn who_stops_it_is_told_nothing_that_waited_and_the_address_is_nowhere() {
    let (test, _) = waiting();
    assert_eq!(test.app.store().list_waiting().unwrap().len(), 1);
    test.app.stop_notices(&test.ctx("familie")).unwrap();
    assert_eq!(test.app.store().list_waiting().unwrap(), []);
    later(&test, 5);
    assert_eq!(round(&test, Ok(())), 0);
    let bytes = test.into_bytes();
    let found = bytes.windows(16).any(|part| part == b"mette@example.dk");
    assert!(!found, "the address is gone from the file");
}

#[test]
fn who_has_left_is_not_told_of_what_waited() {
    let (test, _) = waiting();
    let now = test.app.now();
    let mut gone = test.ctx("familie").actor.employment;
    gone.to = Some(now);
    test.app.put_employment(&gone, "test", now).unwrap();
    later(&test, 5);
    assert_eq!(round(&test, Ok(())), 0);
    assert_eq!(test.app.store().list_waiting().unwrap(), []);
}

#[test]
fn where_none_are_sent_nothing_waits_and_nothing_can_be_chosen() {
    let test = TestApp::at("2026-03-03T09:00:00Z");
    test.app.seed_demo(test.app.now()).unwrap();
    let family = test.ctx("familie");
    let to = ("mette@example.dk", NoticeScope::Unit);
    assert!(test.app.choose_notices(&family, to).is_err());
    assert_eq!(test.app.store().list_unsent(9).unwrap(), [""; 0]);
}
