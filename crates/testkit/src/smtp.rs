// SPDX-License-Identifier: EUPL-1.2
//! A mail server on this machine that keeps what it is handed, encrypts when it is told to, and can refuse. It speaks as much
//! of RFC 5321 as one client needs.

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot be set up shall fail with these words"
)]

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How long a test waits for a letter before it fails.
const PATIENCE: Duration = Duration::from_mins(1);

/// What was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Who sent it, of the envelope.
    pub from: String,
    /// To whom, of the envelope.
    pub to: Vec<String>,
    /// Head and body as they came.
    pub text: String,
    /// Whether the connection was encrypted.
    pub encrypted: bool,
    /// What was said of user and password, as it came.
    pub login: Option<String>,
}

/// How the server treats its next recipients, and what is shared with the threads that answer.
#[derive(Default)]
struct State {
    answers: VecDeque<&'static str>,
    encrypts: Option<Arc<ServerConfig>>,
    connections: usize,
}

/// The server.
pub struct FakeSmtp {
    port: u16,
    state: Arc<Mutex<State>>,
    mails: Receiver<Mail>,
}

impl FakeSmtp {
    /// A server that offers no encryption.
    pub fn plain() -> Self {
        Self::with(None)
    }

    /// A server that offers STARTTLS.
    pub fn encrypting(config: Arc<ServerConfig>) -> Self {
        Self::with(Some(config))
    }

    fn with(encrypts: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::new(Mutex::new(State {
            encrypts,
            ..State::default()
        }));
        let (sender, mails) = channel();
        let shared = state.clone();
        // It ends with the test's process.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (state, sender) = (shared.clone(), sender.clone());
                std::thread::spawn(move || {
                    // A client that goes away is no failure of the server.
                    let _ = talk(stream, &state, &sender);
                });
            }
        });
        Self { port, state, mails }
    }

    /// Its port on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What it answers to the next recipients, one each; after them it takes everybody.
    pub fn answers(&self, answers: &[&'static str]) {
        let mut state = self.state.lock().expect("no test panics meanwhile");
        state.answers = answers.iter().copied().collect();
    }

    /// The next letter it was handed.
    pub fn next(&self) -> Mail {
        self.mails.recv_timeout(PATIENCE).expect("a letter in time")
    }

    /// The letters it was handed and that nobody has looked at.
    pub fn rest(&self) -> Vec<Mail> {
        self.mails.try_iter().collect()
    }

    /// How many have connected.
    pub fn connections(&self) -> usize {
        self.state
            .lock()
            .expect("no test panics meanwhile")
            .connections
    }
}

/// One side of a conversation, encrypted or not.
trait Wire: Read + Write {}
impl<T: Read + Write> Wire for T {}

fn talk(stream: TcpStream, state: &Mutex<State>, mails: &Sender<Mail>) -> io::Result<()> {
    let encrypts = {
        let mut state = state.lock().expect("no test panics meanwhile");
        state.connections += 1;
        state.encrypts.clone()
    };
    let mut plain = BufReader::new(stream);
    say(&mut plain, "220 post.example.test")?;
    let offered = encrypts.is_some();
    if converse(&mut plain, state, mails, (offered, false))? != Next::Encrypt {
        return Ok(());
    }
    let Some(config) = encrypts else {
        return Ok(());
    };
    let connection = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut secret = BufReader::new(StreamOwned::new(connection, plain.into_inner()));
    converse(&mut secret, state, mails, (false, true)).map(drop)
}

#[derive(PartialEq, Eq)]
enum Next {
    Encrypt,
    End,
}

fn say<W: Wire>(wire: &mut BufReader<W>, line: &str) -> io::Result<()> {
    wire.get_mut().write_all(format!("{line}\r\n").as_bytes())?;
    wire.get_mut().flush()
}

fn converse<W: Wire>(
    wire: &mut BufReader<W>,
    state: &Mutex<State>,
    mails: &Sender<Mail>,
    (offers, encrypted): (bool, bool),
) -> io::Result<Next> {
    let blank = Mail {
        from: String::new(),
        to: Vec::new(),
        text: String::new(),
        encrypted,
        login: None,
    };
    let mut mail = blank.clone();
    loop {
        let mut line = String::new();
        if wire.read_line(&mut line)? == 0 {
            return Ok(Next::End);
        }
        let line = line.trim_end();
        let said = line.to_uppercase();
        if said.starts_with("EHLO") {
            let more = if offers { "250-STARTTLS\r\n" } else { "" };
            let login = if encrypted { "250-AUTH PLAIN\r\n" } else { "" };
            say(
                wire,
                &format!("250-post.example.test\r\n{more}{login}250 8BITMIME"),
            )?;
        } else if said == "STARTTLS" && offers {
            say(wire, "220 go on")?;
            return Ok(Next::Encrypt);
        } else if said.starts_with("AUTH PLAIN") {
            mail.login = Some(line.to_owned());
            say(wire, "235 welcome")?;
        } else if said.starts_with("MAIL FROM:") {
            line.clone_into(&mut mail.from);
            say(wire, "250 ok")?;
        } else if said.starts_with("RCPT TO:") {
            let mut state = state.lock().expect("no test panics meanwhile");
            let answer = state.answers.pop_front().unwrap_or("250 ok");
            drop(state);
            if answer.starts_with('2') {
                mail.to.push(line.to_owned());
            }
            say(wire, answer)?;
        } else if said == "DATA" {
            say(wire, "354 go on")?;
            mail.text = body(wire)?;
            let login = mail.login.clone();
            // Nobody listens any more when the test is over.
            let _ = mails.send(std::mem::replace(&mut mail, blank.clone()));
            mail.login = login;
            say(wire, "250 taken")?;
        } else if said == "QUIT" {
            say(wire, "221 bye")?;
            return Ok(Next::End);
        } else {
            say(wire, "250 ok")?;
        }
    }
}

fn body<W: Wire>(wire: &mut BufReader<W>) -> io::Result<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        if wire.read_line(&mut line)? == 0 || line.trim_end() == "." {
            return Ok(text);
        }
        text.push_str(&line);
    }
}
