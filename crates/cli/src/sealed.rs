// SPDX-License-Identifier: EUPL-1.2
//! Files that leave the machine: packed, encrypted to public keys in age's format, and only there when they are whole.
//!
//! Whoever writes one cannot open it. age authenticates what it encrypts, so a cut or changed file is refused.

use age::DecryptError;
use age::secrecy::ExposeSecret as _;
use age::x25519::{Identity, Recipient};
use anyhow::{Context as _, anyhow, bail, ensure};
use clap::Args;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

/// Who can open a file.
#[derive(Debug, Clone, Args)]
pub(crate) struct Recipients {
    /// A public key (`age1…`) that can open the file; may be given several times.
    #[arg(long = "recipient", value_name = "KEY")]
    keys: Vec<String>,
    /// A file with public keys, one a line.
    #[arg(long, value_name = "FILE")]
    recipients_file: Option<PathBuf>,
}

impl Recipients {
    fn read(&self) -> anyhow::Result<Vec<Recipient>> {
        let mut keys = self.keys.clone();
        if let Some(file) = &self.recipients_file {
            let text = std::fs::read_to_string(file)
                .with_context(|| format!("cannot read the keys in `{}`", file.display()))?;
            keys.extend(content(&text).map(str::to_owned));
        }
        ensure!(
            !keys.is_empty(),
            "no key can open the file: give --recipient or --recipients-file; `traad backup-key` makes a key"
        );
        keys.iter()
            .map(|key| {
                Recipient::from_str(key).map_err(|why| {
                    // A secret key given by mistake must not end in a log.
                    let shown = if key.starts_with("AGE-SECRET") {
                        "a secret key"
                    } else {
                        key
                    };
                    anyhow!("`{shown}` is no public key ({why}): it begins with `age1`")
                })
            })
            .collect()
    }
}

/// Lines that say something.
fn content(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Makes a file that the recipients can open. It is there when all of it is on the disk, or not at all.
///
/// # Errors
/// When there is a file of that name, a key is none, or `write` fails.
pub(crate) fn seal<T>(
    path: &Path,
    recipients: &Recipients,
    write: impl FnOnce(&mut dyn Write) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let keys = recipients.read()?;
    ensure!(
        !path.exists(),
        "`{}` is there already: nothing is written over, give another name",
        path.display()
    );
    let mut name = path.as_os_str().to_owned();
    name.push(".partial");
    let partial = PathBuf::from(name);
    let file = private(&partial)?;
    let outcome = fill(file, &keys, write).and_then(|answer| {
        std::fs::rename(&partial, path)?;
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        // The name must outlast a power cut as well as the content.
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
        Ok(answer)
    });
    if outcome.is_err() {
        // What is left says by its name that it is not whole.
        let _ = std::fs::remove_file(&partial);
    }
    outcome.with_context(|| format!("writing `{}`", path.display()))
}

/// A new file that only its owner may read.
fn private(path: &Path) -> anyhow::Result<File> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| {
            format!(
                "cannot make `{}`: when it is there, another run is writing it or was broken off",
                path.display()
            )
        })
}

fn fill<T>(
    file: File,
    keys: &[Recipient],
    write: impl FnOnce(&mut dyn Write) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let recipients = keys.iter().map(|key| key as &dyn age::Recipient);
    let age = age::Encryptor::with_recipients(recipients)?.wrap_output(BufWriter::new(file))?;
    let mut packed = BufWriter::new(GzEncoder::new(age, Compression::fast()));
    let answer = write(&mut packed)?;
    let packed = packed.into_inner().map_err(|error| anyhow!("{error}"))?;
    let file = packed.finish()?.finish()?;
    let file = file.into_inner().map_err(|error| anyhow!("{error}"))?;
    file.sync_all()?;
    Ok(answer)
}

/// Opens a sealed file with the secret keys in another file.
///
/// # Errors
/// When either cannot be read, or no key fits.
pub(crate) fn unseal(path: &Path, identity: &Path) -> anyhow::Result<impl BufRead + use<>> {
    let text = std::fs::read_to_string(identity)
        .with_context(|| format!("cannot read the secret key in `{}`", identity.display()))?;
    let keys: Vec<Identity> = content(&text)
        .map(|line| {
            // What stands there is never shown.
            Identity::from_str(line)
                .map_err(|why| anyhow!("`{}` holds no secret key: {why}", identity.display()))
        })
        .collect::<anyhow::Result<_>>()?;
    let file = File::open(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let opened = age::Decryptor::new_buffered(BufReader::new(file))
        .and_then(|age| age.decrypt(keys.iter().map(|key| key as &dyn age::Identity)));
    match opened {
        Ok(stream) => Ok(BufReader::new(GzDecoder::new(stream))),
        Err(DecryptError::NoMatchingKeys) => bail!(
            "no key in `{}` opens `{}`: find the key it was made for",
            identity.display(),
            path.display()
        ),
        Err(why) => bail!("{}: {why}", spoiled(path)),
    }
}

/// What to say of a file that is not what was written.
pub(crate) fn spoiled(path: &Path) -> String {
    format!(
        "`{}` is cut off, changed or no sealed file: take another",
        path.display()
    )
}

/// `traad backup-key`.
#[derive(Debug, Args)]
pub(crate) struct KeyArguments {
    /// The file for the secret key. Keep it away from the server and its back-ups.
    #[arg(long)]
    to: PathBuf,
}

/// Makes a secret key in a file and gives its public key.
///
/// # Errors
/// When the file is there or cannot be made.
pub(crate) fn make_key(arguments: &KeyArguments) -> anyhow::Result<String> {
    let key = Identity::generate();
    let public = key.to_public().to_string();
    let mut file = private(&arguments.to)?;
    writeln!(file, "# public key: {public}")?;
    writeln!(file, "{}", key.to_string().expose_secret())?;
    file.sync_all()?;
    Ok(public)
}
