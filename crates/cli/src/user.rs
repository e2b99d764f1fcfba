// SPDX-License-Identifier: EUPL-1.2
//! `traad user`: local accounts.

use crate::place::Place;
use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use std::io::BufRead;
use traad_domain::id::StaffId;
use traad_store::Create;

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
    /// Give an account a new password, read from standard input; a lock falls away.
    Password {
        /// What is typed to log in.
        username: String,
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
        UserCommand::Add { username, staff } => {
            let employed = app.employments()?.iter().any(|e| e.staff.as_str() == staff);
            if !employed {
                bail!("nobody with the id `{staff}` is employed: make the employment first");
            }
            let hash = app.hash_password(&password()?)?;
            app.put_account(username, &hash, &StaffId::new(staff.clone()))?;
            Ok(format!("made `{username}`"))
        }
        UserCommand::Password { username } => {
            let hash = app.hash_password(&password()?)?;
            app.store()
                .update_password(username, &hash)
                .with_context(|| format!("no account `{username}`"))?;
            Ok(format!("changed `{username}`"))
        }
    }
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
