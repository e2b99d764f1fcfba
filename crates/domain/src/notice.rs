// SPDX-License-Identifier: EUPL-1.2
//! Notices: which new entries somebody is told of by e-mail, and how much of it somebody has chosen. The notice itself says
//! nothing but that there is something to read; whether somebody may read it is asked like any other reading.

use crate::body::Body;
use crate::id::RefId;
use crate::org::coded;
use crate::pathway::Pathway;
use crate::refusal::{Check, Problem, Refusal};

/// Longest address there is (RFC 5321).
const LONGEST_ADDRESS: usize = 254;

coded! {
    /// Of how much somebody has chosen to be told.
    NoticeScope {
        /// Of pathways one coordinates. On a page of one's own: of everything.
        Own = "own",
        /// Of all that the unit gets.
        Unit = "unit",
    }
}

/// Who is told of an entry, beside who wrote it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tells {
    /// Also whoever is on a page of the own, when the entry can be read there.
    pub party: bool,
    /// It cannot wait until several are gathered into one notice.
    pub at_once: bool,
    /// It tells of access of another kind than a unit's own: leaders are told too.
    pub access: bool,
}

/// Whom a new entry is told to besides the units it was sent to; none for what nobody needs to be told of.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "nobody is told of the rest of the kinds"
)]
pub fn tells(body: &Body, pathway: &Pathway) -> Option<Tells> {
    let invited = |reference: &RefId| {
        let meeting = pathway.meeting(reference.as_str());
        meeting.is_some_and(|meeting| meeting.called.body.her != Some(false))
    };
    let party = |party| Tells {
        party,
        ..Tells::default()
    };
    let at_once = |access| Tells {
        party: false,
        at_once: true,
        access,
    };
    Some(match body {
        // Invitations, and what becomes of them.
        Body::TimesAsked(b) => party(b.unit.is_none()),
        Body::MeetingCalled(b) => party(b.her != Some(false)),
        Body::MeetingMoved(b) => party(invited(&b.reference)),
        Body::MeetingCancelled(b) => party(invited(&b.reference)),
        Body::MeetingHeld(b) => party(invited(&b.reference)),
        // A consent concerns her as much as those it names: somebody may have written it down wrongly.
        Body::ConsentGiven(_) | Body::ConsentExtended(_) => party(true),
        // Changes of a meeting for the units, what she or who has custody answers or writes, and from one unit to another.
        Body::ParticipantRemoved(_)
        | Body::MeetingDecided(_)
        | Body::MeetingAnswered(_)
        | Body::TimesAnswered(_)
        | Body::WishRecorded(_)
        | Body::ConsentRefused(_)
        | Body::ConsentWithdrawn(_)
        | Body::ContractEnded(_)
        | Body::InformationRequested(_)
        | Body::RequestAnswered(_)
        | Body::Disclosed(_)
        | Body::ReferralSent(_)
        | Body::ReferralAccepted(_)
        | Body::ReferralDeclined(_)
        | Body::HandoverSent(_)
        | Body::CoordinatorAppointed(_) => party(false),
        // The authority's clocks run in hours.
        Body::NotificationReceived(_) | Body::NotificationForwarded(_) => at_once(false),
        Body::EmergencyOpened(_) | Body::SupervisionOpened(_) => at_once(true),
        _ => return None,
    })
}

/// Whether everything that waits to be told of the pathway is taken back when this is written (practice A16).
pub fn silences(body: &Body) -> bool {
    matches!(
        body,
        Body::PregnancyLost(_) | Body::PregnancyEnded(_) | Body::ChildLost(_) | Body::Died(_)
    )
}

/// An address as it was typed, when a letter can be sent there.
pub fn address(typed: &str) -> Result<String, Refusal> {
    let address = typed.trim();
    let mut check = Check::default();
    check.require(!address.is_empty(), "address", Problem::Missing);
    check.require(
        address.is_empty() || is_address(address),
        "address",
        Problem::NotAnAddress,
    );
    check.done()?;
    Ok(address.to_owned())
}

/// Narrower than the standard: quotation marks, comments and letters outside ASCII are more often a slip than an address.
fn is_address(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    let parts = |text: &str| !text.split('.').any(str::is_empty);
    let labels = domain
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    text.len() <= LONGEST_ADDRESS
        && name.chars().all(plain)
        && parts(name)
        && labels
        && parts(domain)
        && domain.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_name_at_one_domain_and_nothing_that_could_add_a_line_to_a_letter() {
        for good in [
            "mette@example.dk",
            "  m.h+besked@post.example.dk ",
            "o'neil@example.dk",
        ] {
            assert_eq!(address(good).unwrap(), good.trim());
        }
        for bad in [
            "mette",
            "mette@",
            "@example.dk",
            "mette@example",
            "mette@example.dk, bo@example.dk",
            "mette@example.dk\r\nBcc: bo@example.dk",
            "Mette <mette@example.dk>",
            "mette@@example.dk",
            "mette.@example.dk",
            "møller@example.dk",
            "mette@example..dk",
        ] {
            assert!(address(bad).is_err(), "{bad}");
        }
        let long = format!("{}@example.dk", "a".repeat(LONGEST_ADDRESS));
        assert!(address(&long).is_err());
    }

    #[test]
    fn nobody_is_told_of_a_note_and_a_loss_silences_what_waits() {
        let pathway = Pathway::default();
        let note = Body::NoteWritten(crate::body::NoteWritten {
            text: String::new(),
        });
        assert_eq!(tells(&note, &pathway), None);
        assert!(!silences(&note));
        let ended = Body::PregnancyEnded(crate::body::PregnancyEnded {});
        assert!(silences(&ended));
        assert_eq!(tells(&ended, &pathway), None);
    }
}
