// SPDX-License-Identifier: EUPL-1.2
use super::*;
use jiff::civil::date;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn days_and_dates_are_inverse() {
    for number in (-30_000..90_000).step_by(7) {
        assert_eq!(Day::from_date(Day(number).date()), Day(number));
    }
    assert_eq!(Day::from_date(date(1970, 1, 1)), Day(0));
    assert_eq!(Day::from_date(date(2026, 11, 21)).weekday(), 6);
    assert_eq!(Day::parse("2026-02-30"), None);
    assert_eq!(Day::parse("2026-02-28T10:00"), Some(day("2026-02-28")));
}

/// Easter Sundays as printed in almanacs.
#[test]
fn easter() {
    for known in [
        "1990-04-15",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2019-04-21",
        "2024-03-31",
        "2026-04-05",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2100-03-28",
    ] {
        let known = day(known);
        assert_eq!(easter_sunday(known.parts().0), known);
    }
}

#[test]
fn public_holidays() {
    let of_year = |year: i32| {
        (Day::from_parts(year, 1, 1).0..=Day::from_parts(year, 12, 31).0)
            .map(Day)
            .filter(|day| is_public_holiday(*day))
            .map(|day| day.date().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        of_year(2023).join(" "),
        "2023-01-01 2023-04-06 2023-04-07 2023-04-09 2023-04-10 2023-05-05 2023-05-18 2023-05-28 2023-05-29 2023-12-25 2023-12-26"
    );
    assert_eq!(
        of_year(2026).join(" "),
        "2026-01-01 2026-04-02 2026-04-03 2026-04-05 2026-04-06 2026-05-14 2026-05-24 2026-05-25 2026-12-25 2026-12-26"
    );
    for year in 1990..=2100 {
        assert_eq!(
            of_year(year).len(),
            if year <= 2023 { 11 } else { 10 },
            "{year}"
        );
    }
}

#[test]
fn working_days() {
    let plain = Calendar::naive(&[]);
    // Wednesday before Easter 2026: Thursday, Friday and Monday are holidays.
    let wednesday = day("2026-04-01");
    assert_eq!(
        plain.add(wednesday, 1, Unit::Arbejdsdage),
        day("2026-04-07")
    );
    assert_eq!(plain.add(wednesday, 1, Unit::Hverdage), day("2026-04-04"));
    assert_eq!(plain.add(wednesday, 0, Unit::Arbejdsdage), wednesday);
    assert_eq!(
        plain.add(day("2026-04-07"), -1, Unit::Arbejdsdage),
        wednesday
    );
    assert_eq!(
        plain.add(day("2026-04-05"), -1, Unit::Hverdage),
        day("2026-04-04")
    );
    let christmas = Calendar::naive(&[ExtraHoliday::ChristmasEve, ExtraHoliday::NewYearsEve]);
    assert_eq!(
        plain.add(day("2026-12-23"), 1, Unit::Arbejdsdage),
        day("2026-12-24")
    );
    assert_eq!(
        christmas.add(day("2026-12-23"), 1, Unit::Arbejdsdage),
        day("2026-12-28")
    );
    assert_eq!(
        christmas.add(day("2026-12-30"), 1, Unit::Hverdage),
        day("2027-01-02")
    );
    let may = Calendar::naive(&[ExtraHoliday::FirstOfMay, ExtraHoliday::ConstitutionDay]);
    assert_eq!(
        may.add(day("2026-04-30"), 1, Unit::Hverdage),
        day("2026-05-02")
    );
    assert_eq!(
        may.add(day("2026-06-04"), 1, Unit::Arbejdsdage),
        day("2026-06-08")
    );
}

#[test]
fn working_days_agree_with_counting() {
    let calendar = Calendar::naive(&[]);
    for (unit, week) in [(Unit::Arbejdsdage, 5), (Unit::Hverdage, 6)] {
        for start in (Day::from_parts(1990, 1, 1).0..Day::from_parts(2100, 1, 1).0).step_by(11) {
            let mut counted = Day(start);
            for count in 1..=12 {
                loop {
                    counted = counted.plus(1);
                    if counted.weekday() <= week && !is_public_holiday(counted) {
                        break;
                    }
                }
                assert_eq!(calendar.add(Day(start), count, unit), counted);
            }
        }
    }
}

#[test]
fn months_clamp() {
    assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
    assert_eq!(day("2024-02-29").plus_months(12), day("2025-02-28"));
    assert_eq!(day("2026-03-31").plus_months(-1), day("2026-02-28"));
    assert_eq!(day("2026-05-15").plus_months(-5), day("2025-12-15"));
    let calendar = Calendar::naive(&[]);
    for start in (-30_000..85_000).step_by(13).map(Day) {
        for count in [-1300, -13, -1, 0, 1, 2, 12, 47, 1300] {
            assert_eq!(
                calendar.add(start, count, Unit::Months),
                start.plus_months(count)
            );
        }
    }
}

#[test]
fn danish_time() {
    let denmark = Calendar::copenhagen(&[]).unwrap();
    let summer = Day::from_date(date(2026, 7, 1));
    assert_eq!(
        denmark.start_of(summer).timestamp().to_string(),
        "2026-06-30T22:00:00Z"
    );
    assert_eq!(
        denmark.end_of(summer).timestamp().to_string(),
        "2026-07-01T21:59:00Z"
    );
    // The clock is set forward on 29 March 2026, so that day has 23 hours.
    let spring = Day::from_date(date(2026, 3, 29));
    assert_eq!(
        denmark.start_of(spring.plus(1)).0 - denmark.start_of(spring).0,
        23 * 60
    );
    for minute in (denmark.start_of(spring).0 - 3000..denmark.start_of(spring).0 + 6000).map(Minute)
    {
        let wall = denmark.wall_clock(minute);
        assert_eq!(denmark.day_of(minute), Day::from_date(wall.date()));
    }
    let skipped = denmark.minute_at(date(2026, 3, 29).at(2, 30, 0, 0));
    assert_eq!(
        denmark.wall_clock(skipped),
        date(2026, 3, 29).at(3, 30, 0, 0)
    );
    let naive = Calendar::naive(&[]);
    assert_eq!(
        naive.wall_clock(naive.end_of(summer)),
        date(2026, 7, 1).at(23, 59, 0, 0)
    );
}

#[test]
fn ages() {
    let last_period = day("2026-01-05");
    let age = GestationalAge::on(day("2026-06-20"), last_period).unwrap();
    assert_eq!(age.to_string(), "23+5");
    assert_eq!(GestationalAge::on(day("2026-01-04"), last_period), None);
    assert_eq!(GestationalAge::parse("23+6").unwrap().total_days(), 167);
    assert_eq!(GestationalAge::parse("24").unwrap().to_string(), "24+0");
    assert_eq!(GestationalAge::parse("23+7"), None);
    let born = day("2024-02-29");
    assert_eq!(age_on(day("2025-02-28"), born).unwrap().years, 0);
    assert_eq!(age_on(day("2025-03-01"), born).unwrap().years, 1);
    let age = age_on(day("2026-05-31"), day("2026-01-30")).unwrap();
    assert_eq!((age.years, age.months, age.days), (0, 4, 1));
    assert_eq!(age_on(day("2024-02-28"), born), None);
}

/// Times that no pathway has are answered somehow, not with a crash.
#[test]
fn the_ends_of_time() {
    for calendar in [Calendar::naive(&[]), Calendar::copenhagen(&[]).unwrap()] {
        for number in [
            i32::MIN,
            -3_000_000,
            -40_000,
            0,
            90_000,
            3_000_000,
            i32::MAX,
        ] {
            let (start, end) = (calendar.start_of(Day(number)), calendar.end_of(Day(number)));
            assert!(start <= end || number.unsigned_abs() > 1_000_000);
            calendar.wall_clock(Minute(number));
            calendar.day_of(Minute(number));
            Day(number).date();
            for unit in [
                Unit::Hours,
                Unit::Days,
                Unit::Weeks,
                Unit::Months,
                Unit::Years,
                Unit::Arbejdsdage,
                Unit::Hverdage,
            ] {
                for count in [i32::MIN + 1, -100_000, 0, 100_000, i32::MAX] {
                    calendar.add(Day(number), count, unit);
                }
            }
        }
    }
}
