//! `chibo config`: the settings of the program and of the office, shown or changed.

use std::path::PathBuf;

use crate::cli::config::Config;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Place, Usage};
use crate::cli::known_at::KnownAt;
use crate::cli::options::{AsOf, Changing, Printing};
use crate::cli::values::{self, Choice, Misread};
use crate::domain::{Key, Keyword, Name, Setting, SettingKey, refusal};
use crate::ops;
use crate::store::StoreError;
use crate::table::{Column, Row, Shape, Table, Value};
use crate::texts::{Heading, Labelled, Lang, answers};

/// The settings there are.
pub const KEYS: &str = "office, records_from, sample, upper_body, document_code, place_of_issue, \
                    on_behalf, signer_post, recipients, db, lang, actor, color";

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "KEY")]
    key: Option<String>,
    #[arg(value_name = "VALUE", requires = "key")]
    value: Option<String>,
    #[arg(long, requires = "key", conflicts_with = "value")]
    unset: bool,
    #[arg(long, value_name = "MOMENT", value_parser = KnownAt::read, conflicts_with_all = ["value", "unset"])]
    known_at: Option<KnownAt>,
    #[command(flatten)]
    changing: Changing,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let key = args.key.as_deref().map(str::to_ascii_lowercase).map(|key| key.replace('-', "_"));
    if (args.value.is_some() || args.unset) && args.printing.is_given() {
        return Err(Usage::Conflict {
            what: "--format, --output, --excel",
            with: "VALUE, --unset",
        }
        .into());
    }
    let as_of = AsOf::known(args.known_at);
    match (key, args.value, args.unset) {
        (None, ..) => show(context, &as_of, &args.printing, None),
        (Some(key), None, false) => show(context, &as_of, &args.printing, Some(&known(&key)?)),
        (Some(key), value, _) => set(context, &known(&key)?, value.as_deref()),
    }
}

fn known(key: &str) -> Result<String, Failure> {
    if KEYS.split(", ").any(|known| known == key) {
        Ok(key.to_owned())
    } else {
        Err(Usage::SettingUnknown { key: key.to_owned(), known: KEYS }.into())
    }
}

fn show(
    context: &Context,
    as_of: &AsOf,
    printing: &Printing,
    only: Option<&str>,
) -> Result<(), Failure> {
    let lang = context.lang;
    let config = &context.config;
    let office = match context.read_as(as_of, |db| Ok(db.settings()?)) {
        Ok(settings) => settings,
        Err(Failure::Store(StoreError::Absent(_))) => Vec::new(),
        Err(other) => return Err(other),
    };
    let of_office = |key: &SettingKey| {
        let set = office.iter().find(|setting| setting.key() == *key);
        (key.key(), set.map(Setting::value))
    };
    let of_program = [
        ("db", config.db.as_ref().map(|path| path.display().to_string())),
        ("lang", config.lang.clone()),
        ("actor", config.actor.clone()),
        ("color", config.color.clone()),
    ];
    let values = SettingKey::ALL.iter().map(of_office).chain(of_program);
    let rows = values.filter(|(key, _)| only.is_none_or(|only| only == *key));
    let row = |(key, value): (&'static str, Option<String>)| {
        let kept_in = if SettingKey::from_key(key).is_some() {
            Heading::RecordFile
        } else {
            Heading::ConfigFile
        };
        let place = Value::key(kept_in.key(), kept_in.label(lang));
        Row::body(vec![key.into(), Value::from(value).into(), place.into()])
    };
    fn column(lang: Lang, heading: impl Labelled) -> Column {
        Column::new(heading.key(), heading.label(lang), Shape::Text)
    }
    let columns = vec![
        column(lang, Heading::Setting),
        column(lang, Key::Value),
        column(lang, Heading::KeptIn),
    ];
    let rows = rows.map(row).collect();
    context.print(printing, Table { kind: "config", schema: 1, columns, rows, ..Table::default() })
}

fn set(context: &Context, key: &str, value: Option<&str>) -> Result<(), Failure> {
    match SettingKey::from_key(key) {
        Some(key) => {
            let today = context.today()?;
            let setting = value.map(|value| read_setting(key, value, today)).transpose()?;
            let changed =
                context.write(|db| Ok(ops::change_setting(db, key, setting.as_ref())?))?;
            let sentence = answers::setting(
                context.lang,
                key.key(),
                changed.before.as_deref(),
                changed.after.as_deref(),
            );
            context.done(&sentence, changed.number);
            if changed.hidden > 0 {
                context.say(&answers::hidden_meetings(context.lang, changed.hidden));
            }
            Ok(())
        }
        None => set_program(context, key, value),
    }
}

/// `records_from` in any of the forms in which a month is typed.
fn read_setting(
    key: SettingKey,
    value: &str,
    today: crate::domain::Date,
) -> Result<Setting, Failure> {
    match key {
        SettingKey::RecordsFrom => {
            let period = super::shared::one_month(values::period(value)?, today)?;
            Ok(Setting::RecordsFrom(period))
        }
        SettingKey::Office | SettingKey::Sample | SettingKey::Letterhead(_) => {
            Ok(Setting::read(key, value).map_err(Misread::from)?)
        }
    }
}

fn set_program(context: &Context, key: &str, value: Option<&str>) -> Result<(), Failure> {
    let path = context.folders.as_ref().ok_or(Place::NoHome)?.config_file();
    let before = context.config.clone();
    let mut config: Config = before.clone();
    let value = value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned);
    let one_of =
        |value: Option<String>, known: &[&'static str]| -> Result<Option<String>, Failure> {
            match value {
                Some(text) if !known.contains(&text.as_str()) => Err(Misread::Word {
                    text,
                    choices: known.iter().map(|word| Choice::plain(*word)).collect(),
                }
                .into()),
                value => Ok(value),
            }
        };
    let old = match key {
        "db" => {
            let old = config.db.take().map(|path| path.display().to_string());
            // A relative path would mean another file in every folder.
            config.db =
                value.as_ref().map(|text| std::path::absolute(text).unwrap_or(PathBuf::from(text)));
            old
        }
        "lang" => {
            let codes = Lang::ALL.map(Lang::code);
            std::mem::replace(&mut config.lang, one_of(value.clone(), &codes)?)
        }
        "actor" => {
            let name = value.as_deref().map(Name::new).transpose().map_err(Misread::from)?;
            std::mem::replace(&mut config.actor, name.map(|name| name.to_string()))
        }
        _ => {
            let known = ["auto", "always", "never"];
            std::mem::replace(&mut config.color, one_of(value.clone(), &known)?)
        }
    };
    if config == before {
        return Err(refusal::Asked::NothingChanges.into());
    }
    if !context.is_dry_run() {
        context.writes();
        config.write(&path)?;
    }
    // The answer to a change of language is in the new one.
    let chosen = config
        .lang
        .as_deref()
        .and_then(Lang::from_locale)
        .filter(|_| key == "lang" && !context.is_dry_run());
    let lang = chosen.unwrap_or(context.lang);
    let sentence = answers::setting(lang, key, old.as_deref(), value.as_deref());
    let head = if context.is_dry_run() { answers::dry_run(lang) } else { "" };
    context.say(&format!("{head}{sentence}."));
    Ok(())
}
