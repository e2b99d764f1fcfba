// SPDX-License-Identifier: EUPL-1.2
//! The hash chain of a journal: shows that nothing was changed or taken away, and still lets a body be erased.
//!
//! `digest = SHA-256(salt ‖ document)` covers everything readable; `hash = SHA-256(prev ‖ header ‖ digest)` links the
//! entries. Erasure removes document and salt and leaves the digest, so the chain stays whole and the text cannot be
//! guessed back. A chain alone cannot see a cut tail: that is what the daily root over all heads is for.

use sha2::{Digest, Sha256};

/// Lower-case hexadecimal SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub String);

impl Hash {
    /// What the first entry of a journal is linked to.
    pub fn genesis() -> Self {
        Self("0".repeat(64))
    }
}

/// The part of an entry that is never erased.
#[derive(Debug, Clone, Copy)]
pub struct Header<'a> {
    /// The journal's id.
    pub pathway: &'a str,
    /// Place in the journal, from 1.
    pub seq: u32,
    /// The entry's id.
    pub id: &'a str,
    /// When it was written, milliseconds since 1970 UTC.
    pub recorded_ms: i64,
}

/// Digest of a stored document with its salt.
pub fn digest(salt: &str, document: &str) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(salt.as_bytes());
    hasher.update([0]);
    hasher.update(document.as_bytes());
    Hash(hex(&hasher.finalize()))
}

/// Hash of an entry, linking it to the one before.
pub fn link(previous: &Hash, header: Header<'_>, digest: &Hash) -> Hash {
    let mut hasher = Sha256::new();
    for part in [
        previous.0.as_str(),
        header.pathway,
        header.id,
        digest.0.as_str(),
    ] {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    hasher.update(header.seq.to_be_bytes());
    hasher.update(header.recorded_ms.to_be_bytes());
    Hash(hex(&hasher.finalize()))
}

/// Root over the heads of many journals, given in id order: what is written out daily as an anchor.
pub fn root<'a>(heads: impl IntoIterator<Item = (&'a str, u32, &'a str)>) -> Hash {
    let mut hasher = Sha256::new();
    for (pathway, seq, hash) in heads {
        hasher.update(pathway.as_bytes());
        hasher.update([0]);
        hasher.update(seq.to_be_bytes());
        hasher.update(hash.as_bytes());
        hasher.update([0]);
    }
    Hash(hex(&hasher.finalize()))
}

/// Bytes as lower-case hexadecimal digits. Digit by digit: formatting each byte would cost more than a hash itself.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_anywhere_changes_the_hash() {
        let header = Header {
            pathway: "p",
            seq: 1,
            id: "e",
            recorded_ms: 7,
        };
        let digest_a = digest("salt", "{}");
        let first = link(&Hash::genesis(), header, &digest_a);
        assert_ne!(digest_a, digest("salt", "{ }"));
        assert_ne!(digest_a, digest("salu", "{}"));
        assert_ne!(
            first,
            link(&Hash::genesis(), Header { seq: 2, ..header }, &digest_a)
        );
        assert_ne!(
            first,
            link(
                &Hash::genesis(),
                Header {
                    recorded_ms: 8,
                    ..header
                },
                &digest_a
            )
        );
        assert_ne!(first, link(&first, header, &digest_a));
        assert_ne!(root([("p", 1, "a")]), root([("p", 1, "a"), ("q", 1, "b")]));
    }
}
