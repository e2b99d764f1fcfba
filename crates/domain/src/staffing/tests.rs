// SPDX-License-Identifier: EUPL-1.2
//! Each refusal, and that access ends when it is said to.

use super::*;
use crate::fixture;
use crate::id::UnitId;
use crate::org::UnitKind;
use crate::refusal::FieldProblem;
use jiff::civil::{date, time};

fn now() -> Timestamp {
    "2026-03-03T09:00:00Z".parse().unwrap()
}

fn unit() -> Unit {
    fixture::unit("u", UnitKind::FamilyDepartment)
}

fn somebody(id: &str, function: Function) -> Employment {
    Employment {
        name: id.into(),
        ..fixture::employment(id, "u", function)
    }
}

fn refused<T: std::fmt::Debug>(found: Result<T, Refusal>, field: &'static str, problem: Problem) {
    let wanted = Refusal::Invalid(vec![FieldProblem { field, problem }]);
    assert_eq!(found.unwrap_err(), wanted);
}

fn post(unit: &Unit) -> Post<'_> {
    Post {
        staff: StaffId::new("s"),
        by: StaffId::new("ib"),
        name: "Rikke",
        unit,
        function: Function::Caseworker,
        phone: None,
        from: date(2026, 3, 3),
        to: Some(date(2026, 3, 31)),
    }
}

#[test]
fn somebody_is_employed_from_a_day_to_a_day_and_not_twice() {
    let unit = unit();
    let id = || EmploymentId::new("e");
    let made = employ(&post(&unit), id(), &[], now()).unwrap();
    assert!(made.runs_at(now()));
    assert!(!made.runs_at(start_of_day(date(2026, 4, 1))));
    let again = |post: &Post<'_>| employ(post, id(), std::slice::from_ref(&made), now());
    refused(again(&post(&unit)), "function", Problem::EmployedAlready);
    let later = Post {
        from: date(2026, 4, 1),
        to: None,
        ..post(&unit)
    };
    assert!(again(&later).is_ok());
    let leads = Post {
        function: Function::Leader,
        ..post(&unit)
    };
    assert!(
        again(&leads).is_ok(),
        "a deputy of the leader has two posts"
    );
}

#[test]
fn nobody_is_employed_backwards_yesterday_without_a_name_or_as_a_citizen() {
    let unit = unit();
    let made = |post: Post<'_>| employ(&post, EmploymentId::new("e"), &[], now());
    let yesterday = Post {
        from: date(2026, 3, 2),
        ..post(&unit)
    };
    refused(made(yesterday), "from", Problem::InThePast);
    let backwards = Post {
        from: date(2026, 4, 1),
        ..post(&unit)
    };
    refused(made(backwards), "to", Problem::EndsBeforeItBegins);
    let nameless = Post {
        name: " ",
        ..post(&unit)
    };
    refused(made(nameless), "name", Problem::Missing);
    let citizen = Post {
        function: Function::Citizen,
        ..post(&unit)
    };
    refused(made(citizen), "function", Problem::UnknownCode);
}

#[test]
fn nobody_gives_oneself_a_post() {
    let unit = unit();
    let own = Post {
        staff: StaffId::new("ib"),
        ..post(&unit)
    };
    let made = employ(&own, EmploymentId::new("e"), &[], now());
    refused(made, "staff", Problem::OwnPost);
}

fn ending(last: Option<Date>) -> Ending {
    Ending {
        last,
        open_tasks: 0,
        anyway: false,
    }
}

#[test]
fn access_ends_the_minute_an_employment_is_ended_or_after_its_last_day() {
    let peter = somebody("peter", Function::Caseworker);
    let gone = end(&peter, ending(None), &[], now()).unwrap();
    assert!(!gone.runs_at(now()));
    let later = end(&peter, ending(Some(date(2026, 3, 3))), &[], now()).unwrap();
    assert!(later.runs_at(now()));
    assert!(!later.runs_at(start_of_day(date(2026, 3, 4))));
    refused(
        end(&peter, ending(Some(date(2026, 3, 2))), &[], now()),
        "last",
        Problem::InThePast,
    );
    let twice = end(&gone, ending(None), &[], now()).unwrap_err();
    assert_eq!(twice, Refusal::NotNow(NotNow::EmploymentEnded));
}

#[test]
fn the_last_leader_and_the_last_who_does_the_tasks_leave_only_when_it_is_meant() {
    let leader = somebody("lone", Function::Leader);
    let peter = somebody("peter", Function::Caseworker);
    let mette = somebody("mette", Function::Caseworker);
    let two = [leader.clone(), peter.clone()];
    let three = [leader.clone(), peter.clone(), mette];
    refused(
        end(&leader, ending(None), &two, now()),
        "last",
        Problem::LastLeader,
    );
    let busy = Ending {
        open_tasks: 3,
        ..ending(None)
    };
    refused(end(&peter, busy, &two, now()), "last", Problem::LastMember);
    assert!(end(&peter, busy, &three, now()).is_ok());
    assert!(
        end(&peter, ending(None), &two, now()).is_ok(),
        "nothing is open"
    );
    let anyway = Ending {
        anyway: true,
        ..busy
    };
    assert!(end(&leader, anyway, &two, now()).is_ok());
    assert!(end(&peter, anyway, &two, now()).is_ok());
}

fn away(from: Date, until: Date) -> Away<'static> {
    Away {
        from,
        until: Some(until),
        deputy: None,
    }
}

#[test]
fn a_time_away_has_a_first_and_a_last_day_and_no_two_overlap() {
    let mette = somebody("mette", Function::Caseworker);
    let (may, august) = (date(2026, 5, 1), date(2026, 8, 31));
    let gone = go_away(&mette, &away(may, august), now()).unwrap();
    assert!(gone.present_at(start_of_day(may) - jiff::SignedDuration::from_secs(1)));
    assert!(!gone.present_at(start_of_day(may)));
    assert!(!gone.present_at(after(august) - jiff::SignedDuration::from_secs(1)));
    assert!(gone.present_at(after(august)));
    let again = go_away(&gone, &away(august, date(2026, 9, 3)), now());
    refused(again, "from", Problem::AwayAlready);
    assert!(go_away(&gone, &away(date(2026, 9, 1), date(2026, 9, 3)), now()).is_ok());
    let backwards = go_away(&mette, &away(august, may), now());
    refused(backwards, "until", Problem::EndsBeforeItBegins);
    let past = go_away(&mette, &away(date(2026, 3, 2), august), now());
    refused(past, "from", Problem::InThePast);
    let ill = go_away(&mette, &away(date(2026, 3, 3), august), now()).unwrap();
    assert!(
        !ill.present_at(now()),
        "who is ill today is away from now on"
    );
}

#[test]
fn who_stands_in_is_a_colleague_who_is_there() {
    let mette = somebody("mette", Function::Caseworker);
    let peter = somebody("peter", Function::Caseworker);
    let days = away(date(2026, 5, 1), date(2026, 8, 31));
    let by = |deputy: &Employment| {
        let wish = Away {
            deputy: Some(deputy),
            ..days.clone()
        };
        go_away(&mette, &wish, now())
    };
    let gone = by(&peter).unwrap();
    assert_eq!(gone.leave[0].deputy, Some(EmploymentId::new("peter")));
    refused(by(&mette), "deputy", Problem::NotInUnit);
    refused(
        by(&somebody("lone", Function::Leader)),
        "deputy",
        Problem::NotInUnit,
    );
    let also = go_away(&peter, &days, now()).unwrap();
    refused(by(&also), "deputy", Problem::OnLeave);
}

#[test]
fn who_is_back_is_back_at_once_and_who_does_not_go_was_never_away() {
    let mette = somebody("mette", Function::Caseworker);
    let days = away(date(2026, 5, 1), date(2026, 8, 31));
    let gone = go_away(&mette, &days, now()).unwrap();
    assert_eq!(come_back(&gone, now()).unwrap(), mette);
    let june: Timestamp = "2026-06-01T09:00:00Z".parse().unwrap();
    let back = come_back(&gone, june).unwrap();
    assert!(back.present_at(june));
    assert!(!back.present_at(start_of_day(date(2026, 5, 2))));
    let twice = come_back(&back, june).unwrap_err();
    assert_eq!(twice, Refusal::NotNow(NotNow::NotAway));
}

#[test]
fn a_unit_has_a_telephone_and_both_ends_of_its_hours_or_none() {
    let reach = Reach {
        phone: "00 00 01 03".into(),
        opens: Some(time(8, 0, 0, 0)),
        closes: Some(time(15, 30, 0, 0)),
        offer: None,
    };
    let changed = change_unit(&unit(), &reach).unwrap();
    assert_eq!(changed.hours.unwrap().to, time(15, 30, 0, 0));
    let with = |closes: Option<Time>| Reach {
        closes,
        ..reach.clone()
    };
    let early = with(Some(time(7, 0, 0, 0)));
    refused(
        change_unit(&unit(), &early),
        "closes",
        Problem::EndsBeforeItBegins,
    );
    refused(
        change_unit(&unit(), &with(None)),
        "closes",
        Problem::Missing,
    );
    let mute = Reach {
        phone: String::new(),
        ..reach
    };
    refused(change_unit(&unit(), &mute), "phone", Problem::Missing);
}

fn reach() -> Reach {
    Reach {
        phone: "00 00 01 77".into(),
        ..Reach::default()
    }
}

fn problems(outcome: Result<Unit, Refusal>) -> Vec<(&'static str, Problem)> {
    match outcome {
        Err(Refusal::Invalid(problems)) => {
            let pairs = problems.into_iter().map(|p| (p.field, p.problem));
            pairs.collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_unit_is_made_beside_another_of_its_authority_with_a_name_a_kind_and_a_telephone() {
    let own = unit();
    let wish = NewUnit {
        name: " Ungeteamet ".into(),
        kind: Some(UnitKind::YouthCentre),
        reach: reach(),
    };
    let all = [own.clone()];
    let open = |wish: &NewUnit| open_unit(UnitId::new("new"), wish, (&own, &all), now());
    let made = open(&wish).unwrap();
    assert_eq!(
        (made.name.as_str(), made.kind),
        ("Ungeteamet", UnitKind::YouthCentre)
    );
    assert_eq!(
        (&made.controller, &made.municipality, &made.region),
        (&own.controller, &own.municipality, &own.region)
    );
    assert_eq!((made.from, made.to), (local_date(now()), None));
    let twice = NewUnit {
        name: own.name.to_uppercase(),
        ..wish.clone()
    };
    assert_eq!(problems(open(&twice)), [("name", Problem::UnitExists)]);
    let nothing = NewUnit {
        name: " ".into(),
        kind: Some(UnitKind::Partner),
        reach: Reach::default(),
    };
    assert_eq!(
        problems(open(&nothing)),
        [
            ("name", Problem::Missing),
            ("kind", Problem::NotChosen),
            ("phone", Problem::Missing)
        ]
    );
}

#[test]
fn a_unit_closes_when_nothing_is_left_behind() {
    let own = unit();
    let today = local_date(now());
    let nothing = Holds::default();
    let close = |last, holds| close_unit(&own, last, holds, now());
    assert_eq!(close(today, nothing).unwrap().to, Some(today));
    for holds in [
        Holds {
            tasks: 1,
            ..nothing
        },
        Holds {
            coordinates: 1,
            ..nothing
        },
        Holds {
            employed: 1,
            ..nothing
        },
    ] {
        assert_eq!(
            problems(close(today, holds)),
            [("last", Problem::UnitHolds)]
        );
    }
    let past = problems(close(today.yesterday().unwrap(), nothing));
    assert!(past.contains(&("last", Problem::InThePast)));
}
