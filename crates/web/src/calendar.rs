// SPDX-License-Identifier: EUPL-1.2
//! One meeting as an iCalendar file (RFC 5545) for somebody's own calendar, which others may see: its time and nothing that
//! tells what it is about. No name, no unit, no place.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Longest line in octets, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// A meeting, as far as a calendar is told of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Event<'a> {
    /// The same for every version of the meeting; random, so that it says nothing.
    pub(crate) id: &'a str,
    /// A neutral title.
    pub(crate) title: &'a str,
    /// When it begins. How long it lasts was not said.
    pub(crate) at: Timestamp,
    /// When the file was made.
    pub(crate) made: Timestamp,
    /// How often it was changed: a calendar takes the highest.
    pub(crate) version: u32,
    /// Whether it is cancelled.
    pub(crate) cancelled: bool,
}

impl Event<'_> {
    /// The file.
    pub(crate) fn file(&self) -> String {
        let (method, status) = if self.cancelled {
            ("CANCEL", "CANCELLED")
        } else {
            ("PUBLISH", "CONFIRMED")
        };
        let version = self.version.to_string();
        let (made, at) = (utc(self.made), utc(self.at));
        let (id, title) = (escaped(self.id), escaped(self.title));
        let lines = [
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", "-//kalender//1.0//DA"),
            ("METHOD", method),
            ("BEGIN", "VEVENT"),
            ("UID", id.as_str()),
            ("DTSTAMP", made.as_str()),
            ("DTSTART", at.as_str()),
            ("SEQUENCE", version.as_str()),
            ("STATUS", status),
            // RFC 5546 asks for an organizer; this address is nobody's.
            ("ORGANIZER", "invalid:nomail"),
            ("SUMMARY", title.as_str()),
            ("CLASS", "PRIVATE"),
            ("END", "VEVENT"),
            ("END", "VCALENDAR"),
        ];
        let lines = lines.map(|(name, value)| folded(&format!("{name}:{value}")));
        lines.concat()
    }
}

/// An instant in UTC, to the second: `20260331T080000Z`.
fn utc(at: Timestamp) -> String {
    let at = at.to_zoned(TimeZone::UTC);
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Text with what has a meaning of its own escaped (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c => out.push(c),
        }
    }
    out
}

/// A line with its end, cut into pieces of at most 75 octets between characters; each piece after the first begins with a
/// space (RFC 5545, 3.1).
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(title: &str) -> Event<'_> {
        Event {
            id: "13204f857447d850d4608b99a28ed00b",
            title,
            at: "2026-03-31T08:00:00Z".parse().unwrap(),
            made: "2026-03-03T08:30:15.5Z".parse().unwrap(),
            version: 0,
            cancelled: false,
        }
    }

    /// Reads a file as a calendar does: unfolds its lines and takes them apart.
    fn read(file: &str) -> Vec<(String, String)> {
        assert!(file.ends_with("\r\n"), "each line ends");
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        let longest = file.split("\r\n").map(str::len).max();
        assert!(longest.is_some_and(|length| length <= LONGEST), "{file}");
        let whole = file.replace("\r\n ", "");
        let lines = whole.split_terminator("\r\n");
        lines
            .map(|line| {
                let (name, value) = line.split_once(':').expect("a property");
                let value = value.replace("\\n", "\n").replace("\\,", ",");
                let value = value.replace("\\;", ";").replace("\\\\", "\\");
                (name.to_owned(), value)
            })
            .collect()
    }

    fn value<'a>(lines: &'a [(String, String)], name: &str) -> &'a str {
        let found = lines.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value)
    }

    #[test]
    fn a09_the_file_holds_the_time_in_utc_and_a_neutral_title() {
        let lines = read(&event("Møde").file());
        for (name, wanted) in [
            ("METHOD", "PUBLISH"),
            ("DTSTART", "20260331T080000Z"),
            ("DTSTAMP", "20260303T083015Z"),
            ("SEQUENCE", "0"),
            ("STATUS", "CONFIRMED"),
            ("SUMMARY", "Møde"),
            ("CLASS", "PRIVATE"),
        ] {
            assert_eq!(value(&lines, name), wanted, "{name}");
        }
        let names: Vec<&str> = lines.iter().map(|(name, _)| name.as_str()).collect();
        for telling in ["LOCATION", "DESCRIPTION", "ATTENDEE", "URL"] {
            assert!(!names.contains(&telling), "{telling}");
        }
        assert_eq!(names.iter().filter(|n| **n == "BEGIN").count(), 2);
        assert_eq!(names.iter().filter(|n| **n == "END").count(), 2);
    }

    #[test]
    fn a09_a_moved_or_cancelled_meeting_replaces_the_one_before() {
        let moved = Event {
            version: 1,
            ..event("Møde")
        };
        assert_eq!(value(&read(&moved.file()), "SEQUENCE"), "1");
        let cancelled = Event {
            version: 2,
            cancelled: true,
            ..event("Møde")
        };
        let lines = read(&cancelled.file());
        assert_eq!(value(&lines, "METHOD"), "CANCEL");
        assert_eq!(value(&lines, "STATUS"), "CANCELLED");
        assert_eq!(value(&lines, "UID"), value(&read(&moved.file()), "UID"));
    }

    #[test]
    fn a09_long_and_strange_titles_are_folded_and_escaped_and_come_back() {
        for title in [
            "Aftale; med, tegn \\ og\nlinje".to_owned(),
            "æøå".repeat(60),
            "x".repeat(67),
            "x".repeat(68),
            format!("{}🙂{}", "x".repeat(65), "y".repeat(90)),
        ] {
            assert_eq!(value(&read(&event(&title).file()), "SUMMARY"), title);
        }
    }
}
