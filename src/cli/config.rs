//! The settings file of the program, `config.toml`: where the record file is, which language, which colours.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use etcetera::BaseStrategy;
use serde::{Deserialize, Deserializer, Serialize};

use super::failure::{Failure, Place};
use super::options::ColorChoice;
use crate::texts::Lang;

/// What `config.toml` may hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub db: Option<PathBuf>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "lang")]
    pub lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "color")]
    pub color: Option<String>,
    /// What headings of files stand for, by the name under which `import --columns-as` kept it. They are habits of whoever
    /// types the lists and say nothing of what is recorded, so they are no part of the record file and its history.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
}

fn lang<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    one_of(from, |text| Lang::from_locale(text).is_some())
}

fn color<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    one_of(from, |text| ColorChoice::from_str(text, false).is_ok())
}

fn one_of<'de, D: Deserializer<'de>>(
    from: D,
    known: impl FnOnce(&str) -> bool,
) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(from)?;
    if known(&text) { Ok(Some(text)) } else { Err(serde::de::Error::custom("unknown word")) }
}

/// Whether a path names a file: an empty one, here or in `CHIBO_DB`, says nothing.
pub fn is_named(path: &Path) -> bool {
    !path.to_string_lossy().trim().is_empty()
}

/// The folders of the user that chibo uses; none where the system names no home.
#[derive(Debug, Clone)]
pub struct Folders {
    config: PathBuf,
    data: PathBuf,
}

impl Folders {
    /// The folders that the system prescribes for programs.
    pub fn of_user() -> Option<Self> {
        let base = etcetera::base_strategy::choose_native_strategy().ok()?;
        Some(Self { config: base.config_dir().join("chibo"), data: base.data_dir().join("chibo") })
    }

    /// The settings file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The record file where no other is named.
    pub fn record_file(&self) -> PathBuf {
        self.data.join("chibo.db")
    }

    /// The list of backups that were made, one JSON object a line.
    pub fn backups_file(&self) -> PathBuf {
        self.data.join("backups.jsonl")
    }
}

impl Config {
    /// Reads the settings file; one that is not there is empty.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(Self::default());
            }
            Err(e) => {
                let (path, detail) = (path.to_owned(), e.to_string());
                return Err(Place::ConfigUnreadable { path, detail }.into());
            }
        };
        let broken = |before: &[u8]| {
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            Failure::Place(Place::ConfigBroken { path: path.to_owned(), line })
        };
        // An editor of Windows may have saved it in another encoding.
        let text = std::str::from_utf8(&bytes).map_err(|e| broken(&bytes[..e.valid_up_to()]))?;
        let read: Result<Self, toml::de::Error> = toml::from_str(text);
        read.map(|config| Self { db: config.db.filter(|db| is_named(db)), ..config }).map_err(|e| {
            broken(e.span().and_then(|span| bytes.get(..span.start)).unwrap_or_default())
        })
    }

    /// Writes the settings file aside and renames it into place.
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        let text = toml::to_string(self).map_err(|e| {
            Failure::Place(Place::ConfigUnreadable { path: path.to_owned(), detail: e.to_string() })
        })?;
        if let Some(folder) = path.parent() {
            super::output::make_folder(folder)?;
        }
        super::output::write_aside(path, |out| out.write_all(text.as_bytes()))
    }
}
