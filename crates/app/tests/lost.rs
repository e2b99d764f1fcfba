// SPDX-License-Identifier: EUPL-1.2
//! A connection to PostgreSQL that is lost at every moment of a write, the commit included: nobody guesses whether it was
//! written. The same form is sent again, and then it is there once. The same when the server fails and its standby takes
//! over.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails where it stands"
)]

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Barrier};
use traad_app::{App, AppError, Ctx, Outage, Rules, embedded_catalogue};
use traad_domain::category::Category;
use traad_domain::id::{EmploymentId, PathwayId};
use traad_domain::policy::Purpose;
use traad_store::{Create, Location, Settings, Store};
use traad_testkit::app::{SeededRandomness, SetClock, TempDatabase, TestApp};

const NOW: &str = "2026-03-03T11:00:00Z";

/// Stands between the program and PostgreSQL and hangs up when it is told to.
struct Wire {
    folder: TempDatabase,
    fuse: Arc<Fuse>,
}

/// Messages still to pass before the line is cut; below zero it stays whole.
struct Fuse {
    left: AtomicI64,
    /// 1 when the last message still reaches the server, which does what it says, and only its answer is lost.
    reaches: AtomicI64,
}

impl Wire {
    fn to(server: PathBuf) -> Self {
        let folder = TempDatabase::new();
        let listener = UnixListener::bind(socket(folder.path().parent().unwrap())).unwrap();
        let fuse = Arc::new(Fuse {
            left: AtomicI64::new(-1),
            reaches: AtomicI64::new(0),
        });
        let own = fuse.clone();
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let server = UnixStream::connect(&server).unwrap();
                let (from, to) = (server.try_clone().unwrap(), client.try_clone().unwrap());
                let fuse = own.clone();
                let other = own.clone();
                std::thread::spawn(move || forward(client, server, &fuse));
                std::thread::spawn(move || answer(from, to, &other));
            }
        });
        Self { folder, fuse }
    }

    fn host(&self) -> PathBuf {
        self.folder.path().parent().unwrap().to_owned()
    }

    fn cut_after(&self, messages: i64, reaches: bool) {
        self.fuse.reaches.store(reaches.into(), Ordering::SeqCst);
        self.fuse.left.store(messages, Ordering::SeqCst);
    }

    /// Makes it whole again; whether it had been cut.
    fn mend(&self) -> bool {
        self.fuse.left.swap(-1, Ordering::SeqCst) == 0
    }
}

fn socket(folder: &Path) -> PathBuf {
    folder.join(".s.PGSQL.5432")
}

/// What the program says.
fn forward(mut client: UnixStream, mut server: UnixStream, fuse: &Fuse) {
    let mut bytes = vec![0; 65_536];
    while let Some(count) = client.read(&mut bytes).ok().filter(|count| *count > 0) {
        let step = |left| (left > 0).then_some(left - 1);
        let before = fuse
            .left
            .try_update(Ordering::SeqCst, Ordering::SeqCst, step);
        if before == Ok(1) && fuse.reaches.load(Ordering::SeqCst) == 0 {
            break;
        }
        if server.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    let _ = client.shutdown(Shutdown::Both);
    let _ = server.shutdown(Shutdown::Both);
}

/// What the server says; nothing once the line is cut.
fn answer(mut server: UnixStream, mut client: UnixStream, fuse: &Fuse) {
    let mut bytes = vec![0; 65_536];
    while let Some(count) = server.read(&mut bytes).ok().filter(|count| *count > 0) {
        let cut = fuse.left.load(Ordering::SeqCst) == 0;
        if cut || client.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    let _ = client.shutdown(Shutdown::Both);
    let _ = server.shutdown(Shutdown::Both);
}

fn app(location: &Location) -> App {
    let settings = Settings {
        segment: "over-the-wire".into(),
        connections: 2,
        create: Create::Never,
    };
    let store = Store::open(location, &settings).unwrap();
    let clock = Arc::new(SetClock::at(NOW.parse().unwrap()));
    let random = Arc::new(SeededRandomness::new(9));
    let rules = Rules::embedded().unwrap();
    App::new(store, rules, embedded_catalogue().unwrap(), clock, random)
}

fn ctx(app: &App, submission: &str) -> Ctx {
    let now = app.now();
    let employment = EmploymentId::new("demo-familie-1");
    Ctx {
        actor: app.actor(&employment, now).unwrap().unwrap(),
        now,
        purpose: Purpose::Care,
        submission: Some(submission.to_owned()),
    }
}

#[test]
fn what_was_in_the_air_when_the_line_was_cut_is_written_once_when_it_is_sent_again() {
    let direct = TestApp::on_postgres(NOW);
    direct.app.seed_demo(direct.app.now()).unwrap();
    let Location::Postgres(url) = &direct.location else {
        panic!("PostgreSQL");
    };
    let host = url
        .split("host=")
        .nth(1)
        .unwrap()
        .split('&')
        .next()
        .unwrap();
    let wire = Wire::to(socket(Path::new(host)));
    let through = url.replace(host, wire.host().to_str().unwrap());
    let far = app(&Location::Postgres(through));
    let family = ctx(&far, "none");
    let id = far.search(&family, "", 0).unwrap().0.remove(0).pathway;

    let (mut refused, mut written_unheard) = (0, 0);
    for reaches in [false, true] {
        for messages in 1.. {
            let submission = format!("{reaches}-{messages}");
            let ctx = ctx(&far, &submission);
            let text = format!("skrevet {submission}.");
            let write = || far.write_note(&ctx, &id, &text, Category::Social);
            wire.cut_after(messages, reaches);
            let outcome = write();
            let cut = wire.mend();
            let there = count(&direct.app, &id, &text);
            if let Err(error) = &outcome {
                assert_eq!(error.outage(), Some(Outage::NoAnswer), "{error}");
                refused += 1;
                written_unheard += there;
            } else {
                assert_eq!(there, 1);
            }
            assert!(there <= 1);
            // Whatever came of it, sending again is right.
            match write() {
                Ok(_) => {}
                Err(error @ AppError::Unavailable(_)) => panic!("not found again: {error}"),
                Err(error) => panic!("{error}"),
            }
            assert_eq!(count(&direct.app, &id, &text), 1, "{submission}");
            if !cut {
                break;
            }
        }
    }
    assert!(refused > 10, "the line was cut {refused} times only");
    assert!(written_unheard >= 1, "no commit was lost on its way back");
    assert!(direct.app.verify(None).unwrap().is_sound());
    direct.app.tick().unwrap();
    let before = direct.app.store().dump_projections().unwrap();
    direct.app.rebuild().unwrap();
    assert_eq!(direct.app.store().dump_projections().unwrap(), before);
}

fn count(app: &App, id: &PathwayId, text: &str) -> usize {
    let journal = app.store().load_journal(id.as_str()).unwrap().unwrap();
    let documents = journal.entries.iter().filter_map(|e| e.document.as_ref());
    documents.filter(|document| document.contains(text)).count()
}

/// People who write on while the server fails and its standby takes over.
struct Writers<'a> {
    app: &'a App,
    id: &'a PathwayId,
    /// All have begun.
    begun: Barrier,
    taken_over: AtomicBool,
}

/// Writers at once, and notes of each after the standby has taken over.
const WRITERS: usize = 6;
const AFTERWARDS: usize = 3;

impl Writers<'_> {
    /// Writes until the standby has taken over and a little longer. Gives how many notes there must be, and how many of
    /// them had to be sent again.
    fn write(&self, writer: usize) -> (usize, usize) {
        let (mut notes, mut after, mut sent_again) = (0, 0, 0);
        while after < AFTERWARDS {
            after += usize::from(self.taken_over.load(Ordering::SeqCst));
            let tries = self.send(writer, notes);
            sent_again += usize::from(tries > 1);
            notes += 1;
            if notes == 1 {
                self.begun.wait();
            }
        }
        (notes, sent_again)
    }

    /// Sends one note until there is an answer; gives how often.
    fn send(&self, writer: usize, note: usize) -> usize {
        let submission = format!("{writer}-{note}");
        let (mut tries, mut late) = (0, 0);
        loop {
            tries += 1;
            let outcome = ctx_of(self.app, &submission).and_then(|ctx| {
                let text = text(writer, note);
                self.app.write_note(&ctx, self.id, &text, Category::Social)
            });
            let Err(error) = outcome else { return tries };
            assert!(error.outage().is_some(), "{error}");
            late += usize::from(self.taken_over.load(Ordering::SeqCst));
            assert!(late < 100, "the standby is never found: {error}");
        }
    }
}

fn text(writer: usize, note: usize) -> String {
    format!("note nr. {note} af {writer}.")
}

fn ctx_of(app: &App, submission: &str) -> Result<Ctx, AppError> {
    let now = app.now();
    let actor = app.actor(&EmploymentId::new("demo-familie-1"), now)?;
    Ok(Ctx {
        actor: actor.unwrap(),
        now,
        purpose: Purpose::Care,
        submission: Some(submission.to_owned()),
    })
}

#[test]
fn a_promoted_standby_has_everything_acknowledged_and_goes_on() {
    let mut pair = traad_testkit::postgres::Pair::start().unwrap();
    let app = app(&Location::Postgres(pair.url()));
    app.seed_demo(app.now()).unwrap();
    let id = app
        .search(&ctx(&app, "none"), "", 0)
        .unwrap()
        .0
        .remove(0)
        .pathway;
    let writers = Writers {
        app: &app,
        id: &id,
        begun: Barrier::new(WRITERS + 1),
        taken_over: AtomicBool::new(false),
    };
    let written: Vec<(usize, usize)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let writers = &writers;
                scope.spawn(move || writers.write(writer))
            })
            .collect();
        writers.begun.wait();
        pair.fail_over().unwrap();
        writers.taken_over.store(true, Ordering::SeqCst);
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    let sent_again: usize = written.iter().map(|(_, again)| again).sum();
    assert!(sent_again > 0, "nobody was writing when the server failed");
    for (writer, (notes, _)) in written.iter().enumerate() {
        for note in 0..*notes {
            assert_eq!(count(&app, &id, &text(writer, note)), 1, "{writer} {note}");
        }
    }
    let report = app.verify(None).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems);
}
