// SPDX-License-Identifier: EUPL-1.2
//! `traad user`: local accounts, and who the users of the identity provider are.

use crate::place::Place;
use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use std::io::BufRead;
use traad_app::App;
use traad_domain::id::StaffId;
use traad_domain::person::Cpr;
use traad_store::{Create, ProviderUser};

/// `traad user`.
#[derive(Debug, Args)]
pub(crate) struct UserArguments {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: UserCommand,
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// List accounts.
    List,
    /// Make an account for a member of staff; the password is read from standard input.
    Add {
        /// What is typed to log in.
        username: String,
        /// Id of the member of staff.
        #[arg(long)]
        staff: String,
    },
    /// Give an account a new password, read from standard input; a lock falls away, and whoever used it is logged out.
    Password {
        /// What is typed to log in.
        username: String,
    },
    /// Take the codes of a telephone away from an account, when the telephone is lost.
    DropCodes {
        /// What is typed to log in.
        username: String,
    },
    /// List which members of staff the users of the identity provider are.
    Links,
    /// Say which member of staff a user of the identity provider is.
    Link {
        /// The user, as the provider's token names it (`login_user`). Never a CPR number.
        user: String,
        /// Id of the member of staff.
        #[arg(long)]
        staff: String,
    },
    /// Forget who a user of the identity provider is, and log them out.
    Unlink {
        /// The user, as the provider's token names it.
        user: String,
    },
}

/// Shortest password. A proposal of the product.
const SHORTEST_PASSWORD: usize = 12;

/// Carries a command out.
pub(crate) fn run(arguments: &UserArguments) -> anyhow::Result<String> {
    let app = arguments.place.app(Create::Never)?;
    match &arguments.command {
        UserCommand::List => {
            let accounts = app.store().list_accounts()?;
            Ok(accounts
                .iter()
                .map(|a| format!("{}\t{}", a.username, a.staff))
                .collect::<Vec<_>>()
                .join("\n"))
        }
        UserCommand::Add { username, staff } => add(arguments, &app, (username, staff)),
        UserCommand::Password { username } => {
            lets_local_accounts_in(arguments)?;
            let hash = app.hash_password(&password()?)?;
            app.store()
                .update_password(username, &hash)
                .with_context(|| format!("no account `{username}`"))?;
            log_out(&app, username)?;
            Ok(format!("changed `{username}`"))
        }
        UserCommand::DropCodes { username } => {
            let found = app.store().find_second_factor(username)?;
            found.with_context(|| format!("`{username}` has no codes"))?;
            app.store().delete_second_factor(username)?;
            log_out(&app, username)?;
            Ok(format!("`{username}` is no longer asked for a code"))
        }
        UserCommand::Links => {
            let users = app.store().list_provider_users()?;
            let lines = users
                .iter()
                .map(|user| format!("{}\t{}\t{}", user.issuer, user.subject, user.staff));
            Ok(lines.collect::<Vec<_>>().join("\n"))
        }
        UserCommand::Link { user, staff } => {
            let issuer = issuer(arguments)?;
            is_employed(&app, staff)?;
            is_no_cpr(user)?;
            app.store().update_provider_user(ProviderUser {
                issuer: issuer.clone(),
                subject: user.clone(),
                staff: staff.clone(),
                linked_ms: app.now().as_millisecond(),
            })?;
            Ok(format!("`{user}` at {issuer} is `{staff}`"))
        }
        UserCommand::Unlink { user } => {
            let issuer = issuer(arguments)?;
            let found = app.store().find_provider_user(&issuer, user)?;
            let found = found.with_context(|| format!("nobody knows `{user}` at {issuer}"))?;
            app.store().delete_provider_user(&issuer, user)?;
            app.store().delete_sessions_of_staff(&found.staff)?;
            Ok(format!("`{user}` is nobody here"))
        }
    }
}

fn add(
    arguments: &UserArguments,
    app: &App,
    (username, staff): (&str, &str),
) -> anyhow::Result<String> {
    lets_local_accounts_in(arguments)?;
    is_employed(app, staff)?;
    let hash = app.hash_password(&password()?)?;
    app.put_account(username, &hash, &StaffId::new(staff))?;
    Ok(format!("made `{username}`"))
}

fn is_employed(app: &App, staff: &str) -> anyhow::Result<()> {
    if !app.employments()?.iter().any(|e| e.staff.as_str() == staff) {
        bail!("nobody with the id `{staff}` is employed: make the employment first");
    }
    Ok(())
}

/// Who somebody is at the provider stands in the clear, so it may not be what the whole country knows them by.
fn is_no_cpr(user: &str) -> anyhow::Result<()> {
    if Cpr::parse(user).is_ok() {
        bail!("that is a CPR number: choose another claim with `login_user`");
    }
    Ok(())
}

fn issuer(arguments: &UserArguments) -> anyhow::Result<String> {
    let login = arguments.place.login()?;
    let issuer = login.issuer().map(str::to_owned);
    issuer.context("no identity provider is configured: give `login_issuer`")
}

/// An account nobody could log in with would lie there until local accounts are switched on again, and be forgotten.
fn lets_local_accounts_in(arguments: &UserArguments) -> anyhow::Result<()> {
    if !arguments.place.login()?.lets_local_accounts_in() {
        bail!(
            "local accounts are switched off: say who somebody is at the provider with `traad user link`, or let \
             `local_accounts` be `yes` first"
        );
    }
    Ok(())
}

/// Ends the sessions of whoever an account belongs to.
fn log_out(app: &App, username: &str) -> anyhow::Result<()> {
    if let Some(account) = app.store().find_account(username)? {
        app.store().delete_sessions_of_staff(&account.staff)?;
    }
    Ok(())
}

fn password() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("cannot read the password from standard input")?;
    let password = line.trim_end_matches(['\n', '\r']);
    if password.chars().count() < SHORTEST_PASSWORD {
        bail!("the password has fewer than {SHORTEST_PASSWORD} characters: choose a longer one");
    }
    Ok(password.to_owned())
}
