// SPDX-License-Identifier: EUPL-1.2
//! The only binary: `traad serve`, `demo`, `verify`, `rebuild`, `backup`, `restore`, `user`, `rulebook` …
//!
//! The system clock and the configuration are read here and nowhere else. Every failure is one clear line with the remedy.

#![expect(
    clippy::print_stdout,
    reason = "a command line answers on standard output"
)]

mod backup;
mod clock;
mod config;
mod country_bench;
mod log;
mod mail;
mod place;
mod rulebook;
mod sealed;
mod serve;
mod simulate;
mod store_bench;
mod torture;
mod upkeep;
mod user;

use clap::{Parser, Subcommand};
use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

/// Journals are many small texts, made in one thread and let go in another (ADR 0011).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Tråd: one thread of knowledge, responsibility and deadlines.
#[derive(Debug, Parser)]
#[command(name = "traad", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages.
    Serve(config::Flags),
    /// Serve a database with made-up people, and print the logins.
    Demo(serve::DemoArguments),
    /// Fill a new file with a simulated country.
    Simulate(simulate::Arguments),
    /// Show that nothing stored was changed or taken away.
    Verify(upkeep::VerifyArguments),
    /// Make every projection again from the entries alone.
    Rebuild(place::Place),
    /// Copy everything into an encrypted file, while the server runs.
    Backup(backup::SealArguments),
    /// Make a new database of a back-up.
    Restore(backup::RestoreArguments),
    /// Write the erasures there have been into an encrypted file, for restoring a back-up that is older.
    Erasures(backup::SealArguments),
    /// Make a secret key that opens back-ups, and print its public key.
    BackupKey(sealed::KeyArguments),
    /// Check the configuration.
    #[command(subcommand)]
    Config(config::ConfigCommand),
    /// Administer local accounts.
    User(user::UserArguments),
    /// Check or run rules.
    #[command(subcommand)]
    Rulebook(RulebookCommand),
    /// Measure pages and derivation in a simulated country.
    #[command(hide = true)]
    BenchCountry(country_bench::Arguments),
    /// Measure durable appends.
    #[command(hide = true)]
    BenchStore(store_bench::Arguments),
    /// Kill the program at random moments and show that nothing is lost.
    #[command(hide = true)]
    Torture(torture::Arguments),
    /// The process that `torture` kills.
    #[command(hide = true)]
    TortureVictim {
        /// Writers at once.
        #[arg(long)]
        writers: u32,
    },
}

#[derive(Debug, Subcommand)]
enum RulebookCommand {
    /// Check rule files.
    Check(rulebook::CheckArguments),
    /// Run rules on journals in JSON lines.
    Run(rulebook::RunArguments),
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(answer) if answer.is_empty() => ExitCode::SUCCESS,
        Ok(answer) => match writeln!(std::io::stdout(), "{answer}") {
            // Whoever reads has seen enough, as `head` has.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => failed(&error.into()),
            _ => ExitCode::SUCCESS,
        },
        Err(error) => failed(&error),
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    complain(error);
    ExitCode::FAILURE
}

#[expect(
    clippy::print_stderr,
    reason = "a command line complains on standard error"
)]
fn complain(error: &anyhow::Error) {
    eprintln!("traad: {error:#}");
}

fn run(command: Command) -> anyhow::Result<String> {
    // A server begins its log in the form it is configured for.
    if !matches!(command, Command::Serve(_) | Command::Demo(_)) {
        log::start(config::LogForm::Text);
    }
    match command {
        Command::Serve(arguments) => serve::serve(&arguments),
        Command::Demo(arguments) => serve::demo(&arguments),
        Command::Simulate(arguments) => simulate::run(&arguments),
        Command::Verify(arguments) => upkeep::verify(&arguments),
        Command::Rebuild(place) => upkeep::rebuild(&place),
        Command::Backup(arguments) => backup::backup(&arguments),
        Command::Restore(arguments) => backup::restore(&arguments),
        Command::Erasures(arguments) => backup::erasures(&arguments),
        Command::BackupKey(arguments) => sealed::make_key(&arguments),
        Command::Config(command) => config::run(&command),
        Command::User(arguments) => user::run(&arguments),
        Command::Rulebook(RulebookCommand::Check(arguments)) => rulebook::check(&arguments),
        Command::Rulebook(RulebookCommand::Run(arguments)) => rulebook::run(&arguments),
        Command::BenchCountry(arguments) => country_bench::run(&arguments),
        Command::BenchStore(arguments) => store_bench::run(&arguments),
        Command::Torture(arguments) => torture::run(&arguments),
        Command::TortureVictim { writers } => torture::write_until_killed(writers),
    }
}
