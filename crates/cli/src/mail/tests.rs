// SPDX-License-Identifier: EUPL-1.2
//! Letters through a real conversation with a mail server on this machine.

use super::*;
use jiff::SignedDuration;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::PrivateKeyDer;
use std::sync::Arc;
use traad_app::Ctx;
use traad_app::Randomness as _;
use traad_domain::body::{MeetingCalled, MeetingCancelled};
use traad_domain::id::{EmploymentId, PathwayId, RefId};
use traad_domain::notice::NoticeScope;
use traad_domain::policy::Purpose;
use traad_testkit::app::{SeededRandomness, TestApp};
use traad_testkit::smtp::FakeSmtp;

const TO: Letter<'_> = Letter {
    address: "anna@example.dk",
    id: "5d1c0ffee",
};

fn server(port: u16, encryption: Encryption, authorities: Option<Vec<u8>>) -> MailServer {
    MailServer {
        host: "localhost".to_owned(),
        port: Some(port),
        encryption,
        login: None,
        sender: "Besked <besked@example.dk>".to_owned(),
        address: "https://besked.example.dk".to_owned(),
        authorities,
    }
}

fn certificate() -> (Arc<ServerConfig>, Vec<u8>) {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .unwrap();
    (Arc::new(config), cert.pem().into_bytes())
}

#[test]
fn a_letter_says_the_same_to_everybody_and_nothing_else() {
    let smtp = FakeSmtp::plain();
    let post = server(smtp.port(), Encryption::None, None).post().unwrap();
    post.carry(TO).unwrap();
    let other = Letter {
        address: "bo@example.dk",
        id: "beef",
    };
    post.carry(other).unwrap();
    let (first, second) = (smtp.next(), smtp.next());
    assert_eq!(first.from, "MAIL FROM:<besked@example.dk>");
    assert_eq!(first.to, ["RCPT TO:<anna@example.dk>"]);
    let same = |text: &str| -> Vec<String> {
        let text = text.replace("anna", "bo").replace("5d1c0ffee", "beef");
        let lines = text.lines().filter(|line| !line.starts_with("Date:"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(same(&first.text), same(&second.text));
    let (head, body) = first.text.split_once("\r\n\r\n").unwrap();
    let mut names: Vec<&str> = head
        .lines()
        .filter_map(|l| l.split_once(": "))
        .map(|(n, _)| n)
        .collect();
    names.sort_unstable();
    let expected = [
        "Auto-Submitted",
        "Content-Transfer-Encoding",
        "Content-Type",
        "Date",
        "From",
        "MIME-Version",
        "Message-ID",
        "Subject",
        "To",
    ];
    assert_eq!(names, expected, "{head}");
    assert!(head.contains("From: Besked <besked@example.dk>"), "{head}");
    assert!(head.contains("To: anna@example.dk"), "{head}");
    assert!(
        head.contains("Message-ID: <5d1c0ffee@example.dk>"),
        "{head}"
    );
    assert!(head.contains("Subject: Ny besked / New message"), "{head}");
    assert!(body.contains("Du har en ny besked."), "{body}");
    assert!(body.contains("https://besked.example.dk"), "{body}");
}

#[test]
fn a_server_that_offers_no_encryption_is_handed_nothing() {
    let smtp = FakeSmtp::plain();
    let post = server(smtp.port(), Encryption::StartTls, None)
        .post()
        .unwrap();
    assert!(matches!(post.carry(TO), Err(Undelivered::Later(_))));
    assert!(smtp.connections() > 0);
    assert!(smtp.rest().is_empty());
}

#[test]
fn a_server_with_a_certificate_nobody_vouches_for_is_handed_nothing_and_one_that_is_trusted_is() {
    let (config, pem) = certificate();
    let smtp = FakeSmtp::encrypting(config);
    let stranger = server(smtp.port(), Encryption::StartTls, None)
        .post()
        .unwrap();
    assert!(matches!(stranger.carry(TO), Err(Undelivered::Later(_))));
    assert!(smtp.rest().is_empty());
    let known = MailServer {
        login: Some(("traad".to_owned(), "hemmelig".to_owned())),
        ..server(smtp.port(), Encryption::StartTls, Some(pem))
    };
    known.post().unwrap().carry(TO).unwrap();
    let mail = smtp.next();
    assert!(mail.encrypted);
    assert!(mail.login.is_some());
}

#[test]
fn a_mailbox_that_is_none_is_not_tried_again_and_a_server_that_is_busy_is() {
    let smtp = FakeSmtp::plain();
    let post = server(smtp.port(), Encryption::None, None).post().unwrap();
    smtp.answers(&["550 no such user", "451 later", "552 full"]);
    assert_eq!(post.carry(TO), Err(Undelivered::Never("no-mailbox")));
    assert_eq!(post.carry(TO), Err(Undelivered::Later("not-now")));
    assert_eq!(post.carry(TO), Err(Undelivered::Later("refused")));
    assert_eq!(post.carry(TO), Ok(()));
    assert_eq!(smtp.next().to.len(), 1);
    assert!(smtp.rest().is_empty());
}

#[test]
fn nobody_there_is_no_reason_to_give_up() {
    let nobody = {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        taken.local_addr().unwrap().port()
    };
    let post = server(nobody, Encryption::None, None).post().unwrap();
    assert_eq!(post.carry(TO), Err(Undelivered::Later("unreachable")));
}

/// What a meeting may be about, each a word that must never reach a letter.
const TELLING: [&str; 12] = [
    "Ellen",
    "Louise",
    "Lauridsen",
    "Familieambulatoriet",
    "rusbehandling",
    "uge 32",
    "underretning",
    "anbringelse",
    "020191-9996",
    "Lokale 2",
    "bcc:tyv@example.dk",
    "gravid",
];

/// Words drawn by lot, and letters that mean something in the head of a letter.
fn words(dice: &SeededRandomness) -> String {
    let bytes = dice.bytes();
    let drawn = bytes.iter().take(5);
    let drawn = drawn.map(|byte| TELLING[usize::from(*byte) % TELLING.len()]);
    let hard = bytes.iter().skip(5).map(|byte| char::from(byte % 128));
    let drawn: Vec<&str> = drawn.collect();
    format!("{}\r\n{}", drawn.join(" "), hard.collect::<String>())
}

/// A pathway of the demonstration whose woman has chosen to be told.
fn chosen() -> (TestApp, PathwayId) {
    let demo = TestApp::at("2026-03-03T09:00:00Z");
    let app = &demo.app;
    app.seed_demo(app.now()).unwrap();
    app.send_notices();
    let found = app.search(&demo.ctx("familie"), "Ellen", 0).unwrap().0;
    let id = found.first().unwrap().pathway.clone();
    let own = EmploymentId::new(format!("borger-{id}"));
    let own = Ctx {
        actor: app.actor(&own, app.now()).unwrap().unwrap(),
        now: app.now(),
        purpose: Purpose::Own,
        submission: None,
    };
    let to = ("anna@example.dk", NoticeScope::Own);
    app.choose_notices(&own, to).unwrap();
    (demo, id)
}

/// A meeting about anything is called, and every second one is cancelled again.
fn something_happens(demo: &TestApp, id: &PathwayId, (round, dice): (usize, &SeededRandomness)) {
    let app = &demo.app;
    let called = MeetingCalled {
        at: app.now() + SignedDuration::from_hours(24 * 40),
        place: words(dice),
        purpose: words(dice),
        invited: vec![words(dice)],
        short_notice: Some(words(dice)),
        other_convener: Some(words(dice)),
        her: Some(true),
        ..MeetingCalled::default()
    };
    app.call_meeting(&demo.ctx("familie"), id, (&called, None))
        .unwrap();
    if round % 2 == 1 {
        let view = app.pathway(&demo.ctx("familie"), id).unwrap();
        let last = view.pathway.meetings.last().unwrap();
        let cancelled = MeetingCancelled {
            reference: RefId::new(last.called.body.reference.as_str()),
            reason: words(dice),
        };
        app.cancel_meeting(&demo.ctx("familie"), id, &cancelled)
            .unwrap();
    }
    demo.clock.set(app.now() + SignedDuration::from_hours(2));
}

#[test]
fn whatever_a_meeting_is_about_and_whatever_becomes_of_it_the_letter_is_the_same() {
    let (demo, id) = chosen();
    let smtp = FakeSmtp::plain();
    let post = server(smtp.port(), Encryption::None, None).post().unwrap();
    let dice = SeededRandomness::new(7);
    let mut first: Option<String> = None;
    for round in 0..24 {
        something_happens(&demo, &id, (round, &dice));
        let told = demo.app.deliver_notices(&|letter| post.carry(letter));
        assert_eq!(told.unwrap().sent, 1);
        let letter = smtp.next().text;
        let small = letter.to_lowercase();
        for telling in TELLING.into_iter().chain([id.as_str(), "Tråd", "traad"]) {
            assert!(
                !small.contains(&telling.to_lowercase()),
                "{telling}: {letter}"
            );
        }
        let own = |line: &&str| !(line.starts_with("Date:") || line.starts_with("Message-ID:"));
        let same: Vec<&str> = letter.lines().filter(own).collect();
        let same = same.join("\n");
        assert_eq!(*first.get_or_insert(same.clone()), same);
    }
}
