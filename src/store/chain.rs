//! The chain of operations: each one's hash covers the one before it and every version it added or removed
//! (`records.md`, section 3).
//!
//! # The canonical form
//!
//! A field is a letter for its type and its value: `n` nothing; `i` an integer, 8 bytes little-endian; `t` a
//! text, its length in bytes as 8 bytes little-endian, then its bytes in UTF-8; `d` a digest, 32 bytes. In the place
//! of a text that can be erased stands its digest, SHA-256(salt ‖ text).
//!
//! The hash of an operation is SHA-256 of: the hash of the operation before it (32 zero bytes before the first); the
//! fields number of the format, number, time, today, actor, verb, arguments, reason, document; then for each table
//! with versions that it added or removed, in alphabetical order, the fields name of the table, how many it
//! removed, each version removed in order, how many it added, and the digest (`d`) of the versions added: SHA-256
//! over their fields in order of version. The fields of a version are `version`, `record` and the columns in the
//! order of the table but `added_by`, `removed_by`; then for each part in alphabetical order how many rows it has,
//! and of each row, in order of `at`, the columns but the version, `at` and `sought`.
//!
//! `tests/long/chain.py` computes the same with Python's standard library alone.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

use sha2::{Digest, Sha256};

/// The number of the canonical form.
pub(super) const FORMAT: i64 = 1;

/// Fields in a row.
#[derive(Debug, Default)]
pub(super) struct Fields(pub Vec<u8>);

impl Fields {
    pub fn nothing(&mut self) {
        self.0.push(b'n');
    }

    pub fn integer(&mut self, value: i64) {
        self.0.push(b'i');
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    pub fn text(&mut self, text: &str) {
        self.0.push(b't');
        self.0.extend_from_slice(&(text.len() as u64).to_le_bytes());
        self.0.extend_from_slice(text.as_bytes());
    }

    pub fn digest(&mut self, digest: &[u8; 32]) {
        self.0.push(b'd');
        self.0.extend_from_slice(digest);
    }

    pub fn may_digest(&mut self, digest: Option<&[u8; 32]>) {
        match digest {
            Some(digest) => self.digest(digest),
            None => self.nothing(),
        }
    }
}

/// What an operation did to one table.
#[derive(Debug, Default)]
pub(super) struct Touch {
    /// The versions removed.
    pub removed: Vec<i64>,
    /// How many were added.
    pub added: i64,
    /// Over the fields of each of them, in order.
    pub digest: Running,
}

/// A digest under way. Where much comes, it is computed beside whoever writes.
#[derive(Debug, Default)]
pub(super) struct Running {
    waiting: Vec<u8>,
    beside: Option<(SyncSender<Vec<u8>>, JoinHandle<Sha256>)>,
}

impl Running {
    /// How many bytes are hashed at once.
    const BLOCK: usize = 1 << 18;

    /// Takes in bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() < Self::BLOCK {
            return;
        }
        let block = std::mem::replace(&mut self.waiting, Vec::with_capacity(Self::BLOCK + 1024));
        let (blocks, _) = self.beside.get_or_insert_with(|| {
            let (blocks, taken) = sync_channel::<Vec<u8>>(4);
            let digest = std::thread::spawn(move || {
                taken.into_iter().fold(Sha256::new(), |digest, block| digest.chain_update(block))
            });
            (blocks, digest)
        });
        // It ends only when this end is dropped.
        let _ = blocks.send(block);
    }

    /// The digest of all that came.
    fn end(self) -> [u8; 32] {
        let begun = match self.beside {
            Some((blocks, digest)) => {
                drop(blocks);
                digest.join().unwrap_or_default()
            }
            None => Sha256::new(),
        };
        begun.chain_update(self.waiting).finalize().into()
    }
}

impl Touch {
    /// Whether it left the table as it was.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.added == 0
    }
}

/// What heads an operation: its fields but those of tables.
#[derive(Debug)]
pub(super) struct Head<'a> {
    pub number: i64,
    pub recorded_at: &'a str,
    pub today: &'a str,
    pub actor: [u8; 32],
    pub verb: &'a str,
    pub arguments: &'a str,
    pub reason: Option<[u8; 32]>,
    pub document: Option<[u8; 32]>,
}

/// One operation's hash in the making.
pub(super) struct Link(Sha256);

impl Link {
    /// Begins with the hash of the operation before and the operation itself.
    pub fn begin(previous: &[u8; 32], head: &Head<'_>) -> Self {
        let mut fields = Fields::default();
        fields.integer(FORMAT);
        fields.integer(head.number);
        fields.text(head.recorded_at);
        fields.text(head.today);
        fields.digest(&head.actor);
        fields.text(head.verb);
        fields.text(head.arguments);
        fields.may_digest(head.reason.as_ref());
        fields.may_digest(head.document.as_ref());
        Self(Sha256::new().chain_update(previous).chain_update(&fields.0))
    }

    /// Takes in what was done to a table. Tables come in alphabetical order.
    pub fn table(&mut self, name: &str, mut touch: Touch) {
        if touch.is_empty() {
            return;
        }
        touch.removed.sort_unstable();
        let mut fields = Fields::default();
        fields.text(name);
        fields.integer(touch.removed.len() as i64);
        touch.removed.iter().for_each(|version| fields.integer(*version));
        fields.integer(touch.added);
        fields.digest(&touch.digest.end());
        self.0.update(&fields.0);
    }

    /// The hash.
    pub fn end(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// What stands in the chain for a text.
pub(super) fn digest(salt: &[u8], text: &str) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(text).finalize().into()
}
