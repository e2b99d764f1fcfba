// SPDX-License-Identifier: EUPL-1.2
//! The running server as a supervisor meets it: alive, ready, counted, configured, and stopped without losing anybody's
//! request.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::Arc;
use traad_app::Ctx;
use traad_domain::body::MeetingCalled;
use traad_domain::id::EmploymentId;
use traad_domain::notice::NoticeScope;
use traad_domain::policy::Purpose;
use traad_testkit::app::{TempDatabase, TestApp};
use traad_testkit::smtp::FakeSmtp;

/// A server on a fresh database.
struct Server {
    child: Child,
    pages: String,
    numbers: String,
    database: TempDatabase,
}

impl Server {
    fn start(more: &[&str]) -> Self {
        Self::start_on(TempDatabase::new(), more)
    }

    fn start_on(database: TempDatabase, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_traad"))
            .arg("serve")
            .args(["--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"])
            .args(more)
            .arg("--database")
            .arg(database.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let said: Vec<String> = lines.take(2).map(Result::unwrap).collect();
        let port = |line: Option<&String>| {
            let rest = line.unwrap().rsplit_once(':').unwrap().1;
            format!("127.0.0.1:{}", rest.trim_end_matches("/metrics"))
        };
        Self {
            pages: port(said.first()),
            numbers: port(said.get(1)),
            child,
            database,
        }
    }

    fn tell_to_stop(&self) {
        let id = self.child.id().to_string();
        let status = Command::new("kill").args(["-TERM", &id]).status();
        assert!(status.unwrap().success());
    }

    /// Waits for its end; gives how it ended and its log.
    fn end(mut self) -> (ExitStatus, String) {
        let mut log = String::new();
        let mut output = self.child.stderr.take().unwrap();
        output.read_to_string(&mut log).unwrap();
        (self.child.wait().unwrap(), log)
    }
}

/// Asks until the answer is as wished. Bounded, and without any pause.
fn until(address: &str, path: &str, wished: &str) {
    let mut asked = (0..5_000).map(|_| get(address, path));
    assert!(
        asked.any(|answer| answer.contains(wished)),
        "{path} never says `{wished}`: {}",
        get(address, path)
    );
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// A form of which only the beginning is sent.
fn begin_form(server: &Server) -> TcpStream {
    let mut stream = TcpStream::connect(&server.pages).unwrap();
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let head = format!("POST /log-ind HTTP/1.1\r\nHost: x\r\n{kind}\r\nContent-Length: 17\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(b"bruger=a").unwrap();
    until(&server.numbers, "/metrics", "traad_requests_in_flight 1\n");
    stream
}

#[test]
fn it_says_that_it_lives_is_ready_and_what_it_did_and_names_pages_by_template() {
    let server = Server::start(&["--log", "json"]);
    assert!(get(&server.pages, "/livez").starts_with("HTTP/1.1 200"));
    until(&server.pages, "/readyz", "HTTP/1.1 200");
    assert!(get(&server.numbers, "/readyz").starts_with("HTTP/1.1 200"));
    let id = "3a0c9f7be1d2447b8c55";
    get(&server.pages, &format!("/forloeb/{id}?q=hemmeligt"));
    get(&server.pages, &format!("/findes-ikke/{id}"));
    let numbers = get(&server.numbers, "/metrics");
    assert!(
        numbers.contains("route=\"/forloeb/{id}\",status=\"303\""),
        "{numbers}"
    );
    assert!(numbers.contains("traad_ticker_failures_total 0"));
    // The numbers are not for whoever can reach the pages.
    assert!(get(&server.pages, "/metrics").starts_with("HTTP/1.1 303"));
    server.tell_to_stop();
    let (status, log) = server.end();
    assert!(status.success(), "{log}");
    for text in [&numbers, &log] {
        assert!(!text.contains(id) && !text.contains("hemmeligt"), "{text}");
    }
    let line = log
        .lines()
        .find(|line| line.contains("/forloeb/{id}"))
        .unwrap();
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(line["status"], 303);
}

#[test]
fn it_is_not_ready_when_another_release_has_migrated_its_database() {
    let server = Server::start(&[]);
    until(&server.pages, "/readyz", "HTTP/1.1 200");
    let database = rusqlite::Connection::open(server.database.path()).unwrap();
    let newer = "INSERT INTO migration (number, name, checksum) VALUES (99, 'later', '')";
    database.execute_batch(newer).unwrap();
    let answer = get(&server.pages, "/readyz");
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(answer.contains("another schema"), "{answer}");
    assert!(get(&server.pages, "/livez").starts_with("HTTP/1.1 200"));
    server.tell_to_stop();
    server.end();
}

/// Asks over TLS, trusting one certificate.
fn get_encrypted(address: &str, trusted: &CertificateDer<'static>, path: &str) -> String {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let client = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = "localhost".try_into().unwrap();
    let connection = ClientConnection::new(Arc::new(client), name).unwrap();
    let mut stream = StreamOwned::new(connection, TcpStream::connect(address).unwrap());
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn with_a_certificate_of_its_own_it_speaks_tls_alone_and_a_silent_guest_holds_nobody_up() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (chain, key) = (TempDatabase::new(), TempDatabase::new());
    std::fs::write(chain.path(), made.cert.pem()).unwrap();
    std::fs::write(key.path(), made.signing_key.serialize_pem()).unwrap();
    let (certificate, private) = (chain.path(), key.path());
    let server = Server::start(&[
        "--certificate",
        certificate.to_str().unwrap(),
        "--certificate-key",
        private.to_str().unwrap(),
    ]);
    let silent = TcpStream::connect(&server.pages).unwrap();
    let answer = get_encrypted(&server.pages, made.cert.der(), "/log-ind");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let lower = answer.to_lowercase();
    assert!(
        lower.contains("strict-transport-security: max-age="),
        "{answer}"
    );
    drop(silent);
    // Without encryption nothing is said.
    let mut plain = TcpStream::connect(&server.pages).unwrap();
    plain
        .write_all(b"GET /log-ind HTTP/1.1\r\nHost: x\r\n\r\n")
        .unwrap();
    let mut said = Vec::new();
    // The connection may be closed with or without a word about it.
    let _ = plain.read_to_end(&mut said);
    assert!(!said.starts_with(b"HTTP"), "{said:?}");
    // The numbers stay where only this machine reaches them.
    assert!(get(&server.numbers, "/readyz").starts_with("HTTP/1.1"));
    server.tell_to_stop();
    let (status, log) = server.end();
    assert!(status.success(), "{log}");
}

#[test]
fn told_to_stop_it_finishes_what_is_under_way() {
    let server = Server::start(&[]);
    let mut form = begin_form(&server);
    server.tell_to_stop();
    // Nobody new is let in.
    while TcpStream::connect(&server.pages).is_ok() {}
    form.write_all(b"&kode=abc").unwrap();
    let mut answer = String::new();
    form.read_to_string(&mut answer).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 422") || answer.starts_with("HTTP/1.1 200"),
        "{answer}"
    );
    let (status, log) = server.end();
    assert!(status.success(), "{log}");
    assert!(!log.contains("not finished in time"), "{log}");
}

#[test]
fn it_waits_no_longer_than_it_is_told() {
    let server = Server::start(&["--stop-after", "0"]);
    let form = begin_form(&server);
    server.tell_to_stop();
    let (status, log) = server.end();
    assert!(status.success(), "{log}");
    assert!(log.contains("not finished in time"), "{log}");
    drop(form);
}

fn check_config(file: &Path, text: &str, more: &[&str]) -> Output {
    std::fs::write(file, text).unwrap();
    Command::new(env!("CARGO_BIN_EXE_traad"))
        .args(["config", "check"])
        .args(more)
        .env("TRAAD_CONFIG", file)
        .env("TRAAD_STOP_AFTER", "7")
        .env_remove("TRAAD_DATABASE")
        .output()
        .unwrap()
}

#[test]
fn the_configuration_is_shown_with_its_origins_and_without_secrets_or_refused() {
    let folder = TempDatabase::new();
    let file = folder.path().with_file_name("traad.toml");
    let text = "database = \"postgres://traad:hemmelig@db/traad\"\nlog = \"json\"\n";
    let output = check_config(&file, text, &["--listen", "127.0.0.1:8088"]);
    let said = String::from_utf8(output.stdout).unwrap();
    for line in [
        "postgres://traad@db/traad",
        "127.0.0.1:8088",
        "command line",
        "TRAAD_STOP_AFTER",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(!said.contains("hemmelig"), "{said}");

    let output = check_config(&file, "databse = \"x\"\n", &[]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(said.contains("did you mean `database`"), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
}

/// A database in which a woman waits to be told that a meeting is called.
fn somebody_waits() -> TempDatabase {
    let test = TestApp::at("2026-03-03T09:00:00Z");
    let app = &test.app;
    app.seed_demo(app.now()).unwrap();
    app.send_notices();
    let family = test.ctx("familie");
    let id = app.search(&family, "Ellen", 0).unwrap().0;
    let id = id.first().unwrap().pathway.clone();
    let own = EmploymentId::new(format!("borger-{id}"));
    let own = Ctx {
        actor: app.actor(&own, app.now()).unwrap().unwrap(),
        now: app.now(),
        purpose: Purpose::Own,
        submission: None,
    };
    let to = ("anna@example.dk", NoticeScope::Own);
    app.choose_notices(&own, to).unwrap();
    let called = MeetingCalled {
        at: app.now() + jiff::SignedDuration::from_hours(24 * 40),
        place: "Lokale 2".to_owned(),
        purpose: "Fødeplan".to_owned(),
        her: Some(true),
        ..MeetingCalled::default()
    };
    app.call_meeting(&family, &id, (&called, None)).unwrap();
    let bytes = test.into_bytes();
    let database = TempDatabase::new();
    std::fs::write(database.path(), bytes).unwrap();
    database
}

#[test]
fn it_sends_what_waits_once_and_tells_neither_log_nor_numbers_to_whom() {
    let smtp = FakeSmtp::plain();
    let database = somebody_waits();
    let folder = TempDatabase::new();
    let file = folder.path().with_extension("toml");
    let text = format!(
        "notice_server = \"localhost\"\nnotice_port = {}\nnotice_encryption = \"none\"\n\
         notice_sender = \"Besked <besked@example.dk>\"\nnotice_address = \"https://besked.example.dk\"\n",
        smtp.port()
    );
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap().to_owned();
    let checked = Command::new(env!("CARGO_BIN_EXE_traad"))
        .args(["config", "check", "--config", &file])
        .output()
        .unwrap();
    let shown = String::from_utf8(checked.stdout).unwrap();
    assert!(
        shown.contains("notice_server") && shown.contains("localhost"),
        "{shown}"
    );

    let server = Server::start_on(database, &["--config", &file]);
    let mail = smtp.next();
    assert_eq!(mail.to, ["RCPT TO:<anna@example.dk>"]);
    assert!(mail.text.contains("Du har en ny besked."), "{}", mail.text);
    until(&server.numbers, "/metrics", "traad_notices_sent_total 1\n");
    until(&server.numbers, "/metrics", "traad_notices_waiting 0\n");
    let numbers = get(&server.numbers, "/metrics");
    server.tell_to_stop();
    let (_, log) = server.end();
    for text in [&numbers, &log] {
        assert!(
            !text.contains("anna") && !text.contains("example.dk"),
            "{text}"
        );
    }
    assert!(smtp.rest().is_empty(), "it was sent once");
}
