//! Finding records by what people type: a code, or a whole name (`records.md`, section 8).

use std::collections::HashMap;

use super::fold::fold_words;
use super::{
    Category, CategoryId, Cell, CellId, Code, Coded, Committee, CommitteeId, Date, Name, Official,
    OfficialId, Refusal, Register, Registered, Thing, ThingKind, fold, fold_name, refusal,
};

/// The most records that a message lists.
const LISTED: usize = 12;
/// The most near names that a message offers.
const NEAR: usize = 5;

/// One record that could be meant.
struct Candidate<'a, I> {
    id: I,
    code: &'a Code,
    /// Names in force on the day of the command.
    now: Vec<&'a str>,
    /// All names it ever had.
    ever: Vec<&'a str>,
}

/// The cell meant by a code, a name in force on `day` (else an earlier one), or `Khu phố 2, Phường 1`.
pub fn find_cell(register: &Register, text: &str, day: Date) -> Result<CellId, Refusal> {
    find_cell_among(register, register.cells().iter(), text, day)
}

fn find_cell_among<'a>(
    register: &'a Register,
    among: impl Iterator<Item = &'a Cell> + Clone,
    text: &str,
    day: Date,
) -> Result<CellId, Refusal> {
    let thing = |id| register.cell(id).thing(day);
    let whole = find(ThingKind::Cell, text, cell_candidates(among.clone(), day), &thing);
    // A name may have a comma of its own; only one that is not found is taken apart.
    let Some((name, committee)) = text.rsplit_once(',') else { return whole };
    if !matches!(whole, Err(Refusal::Found(refusal::Found::NotFound { .. }))) {
        return whole;
    }
    let committee = find_committee(register, committee, day)?;
    let inside = |cell: &&Cell| cell.standings.at(day).committee == committee;
    let cells = among.filter(inside);
    find(ThingKind::Cell, name, cell_candidates(cells, day), &thing)
}

fn cell_candidates<'a>(
    cells: impl Iterator<Item = &'a Cell>,
    day: Date,
) -> impl Iterator<Item = Candidate<'a, CellId>> {
    cells.map(move |cell| {
        let alive = cell.life().contains(day);
        Candidate {
            id: cell.id,
            code: &cell.code,
            now: alive.then(|| cell.standings.at(day).name.as_str()).into_iter().collect(),
            ever: cell.standings.iter().map(|(_, standing)| standing.name.as_str()).collect(),
        }
    })
}

/// The committee meant by a code or a name in force on `day`, else an earlier one.
pub fn find_committee(register: &Register, text: &str, day: Date) -> Result<CommitteeId, Refusal> {
    find_committee_among(register, register.committees().iter(), text, day)
}

fn find_committee_among<'a>(
    register: &'a Register,
    among: impl Iterator<Item = &'a Committee>,
    text: &str,
    day: Date,
) -> Result<CommitteeId, Refusal> {
    let candidates = among.map(|committee| {
        let alive = committee.life().contains(day);
        Candidate {
            id: committee.id,
            code: &committee.code,
            now: alive.then(|| committee.names.at(day).as_str()).into_iter().collect(),
            ever: committee.names.iter().map(|(_, name)| name.as_str()).collect(),
        }
    });
    find(ThingKind::Committee, text, candidates, &|id| register.committee(id).thing(day))
}

/// The official meant by a code or a name; those active on `day` come first.
pub fn find_official(register: &Register, text: &str, day: Date) -> Result<OfficialId, Refusal> {
    find_official_among(register, register.officials().iter(), text, day)
}

fn find_official_among<'a>(
    register: &'a Register,
    among: impl Iterator<Item = &'a Official>,
    text: &str,
    day: Date,
) -> Result<OfficialId, Refusal> {
    let candidates = among.map(|official| Candidate {
        id: official.id,
        code: &official.code,
        now: official
            .full_name
            .iter()
            .filter(|_| official.life().contains(day))
            .map(Name::as_str)
            .collect(),
        ever: official.full_name.iter().map(Name::as_str).collect(),
    });
    find(ThingKind::Official, text, candidates, &|id| register.official(id).thing(day))
}

/// The category meant by a code or by its label in either language.
pub fn find_category(register: &Register, text: &str) -> Result<CategoryId, Refusal> {
    let candidates = register.categories().iter().map(|category| {
        let labels = vec![category.label_vi.as_str(), category.label_en.as_str()];
        Candidate { id: category.id, code: &category.code, now: labels.clone(), ever: labels }
    });
    let found = find(ThingKind::Category, text, candidates, &|id| register.category(id).thing());
    found.map_err(|refusal| match refusal {
        // There are few, so all are offered where none is near.
        Refusal::Found(refusal::Found::NotFound { kind, text, near, recoded })
            if near.is_empty() =>
        {
            let all = register.categories().iter().map(|category| category.thing());
            Refusal::Found(refusal::Found::NotFound {
                kind,
                text,
                near: all.take(LISTED).collect(),
                recoded,
            })
        }
        other => other,
    })
}

fn find<'a, I: Copy>(
    kind: ThingKind,
    text: &str,
    candidates: impl Iterator<Item = Candidate<'a, I>>,
    thing: &impl Fn(I) -> Thing,
) -> Result<I, Refusal> {
    let text = text.trim();
    let candidates: Vec<Candidate<'a, I>> = candidates.collect();
    // A code is found without folding every name.
    if let Some(candidate) = candidates.iter().find(|candidate| candidate.code.is(text)) {
        return Ok(candidate.id);
    }
    let (wanted, typed) = (fold_name(text), fold(text));
    // `đ/c CB06`: what is left of it may be a code.
    let addressed = wanted != fold_words(text);
    let is_code = |code: &Code| addressed && fold_words(code.as_str()) == wanted;
    // What chibo prints, `P1-02 Khu phố 2`, can be typed back.
    let printed = text.split_once(' ').map(|(code, name)| (code, fold_name(name)));
    let (mut now, mut ever, mut near) = (Vec::new(), Vec::new(), Vec::new());
    for candidate in candidates {
        let any = |names: &[&str], wanted: &str| names.iter().any(|name| fold_name(name) == wanted);
        if let Some((code, name)) = &printed
            && candidate.code.is(code)
            && any(&candidate.ever, name)
        {
            return Ok(candidate.id);
        }
        if wanted.is_empty() {
            continue;
        }
        if any(&candidate.now, &wanted) || is_code(candidate.code) {
            now.push(candidate.id);
        } else if any(&candidate.ever, &wanted) {
            ever.push(candidate.id);
        } else if let Some(score) = nearness(&candidate, &wanted, &typed) {
            near.push((score, candidate.id));
        }
    }
    let matches = if now.is_empty() { ever } else { now };
    match matches[..] {
        [one] => Ok(one),
        [] => {
            near.sort_by(|a, b| b.0.total_cmp(&a.0));
            // What differs in signs alone, or has every word, leaves no room for what is merely alike.
            let best = near.first().map_or(0.0, |(score, _)| *score);
            let least = [SAME_CODE, EVERY_WORD].into_iter().find(|least| best >= *least);
            near.retain(|(score, _)| least.is_none_or(|least| *score >= least));
            let near = near.iter().take(NEAR).map(|(_, id)| thing(*id)).collect();
            Err(refusal::Found::NotFound { kind, text: text.to_owned(), near, recoded: None }
                .into())
        }
        _ => Err(refusal::Found::Ambiguous {
            kind,
            text: text.to_owned(),
            count: matches.len(),
            matches: matches.iter().take(LISTED).map(|id| thing(*id)).collect(),
        }
        .into()),
    }
}

/// A record that is found by what people call it.
pub trait Findable: Registered {
    /// All names that it ever had.
    fn names(&self) -> Vec<&str>;

    /// The one of these that is meant, as on the command line.
    fn find_among(
        register: &Register,
        among: &[&Self],
        text: &str,
        day: Date,
    ) -> Result<Self::Id, Refusal>;
}

impl Findable for Committee {
    fn names(&self) -> Vec<&str> {
        self.names.iter().map(|(_, name)| name.as_str()).collect()
    }

    fn find_among(
        register: &Register,
        among: &[&Self],
        text: &str,
        day: Date,
    ) -> Result<CommitteeId, Refusal> {
        find_committee_among(register, among.iter().copied(), text, day)
    }
}

impl Findable for Cell {
    fn names(&self) -> Vec<&str> {
        self.standings.iter().map(|(_, standing)| standing.name.as_str()).collect()
    }

    fn find_among(
        register: &Register,
        among: &[&Self],
        text: &str,
        day: Date,
    ) -> Result<CellId, Refusal> {
        find_cell_among(register, among.iter().copied(), text, day)
    }
}

impl Findable for Official {
    fn names(&self) -> Vec<&str> {
        self.full_name.iter().map(Name::as_str).collect()
    }

    fn find_among(
        register: &Register,
        among: &[&Self],
        text: &str,
        day: Date,
    ) -> Result<OfficialId, Refusal> {
        find_official_among(register, among.iter().copied(), text, day)
    }
}

impl Findable for Category {
    fn names(&self) -> Vec<&str> {
        vec![self.label_vi.as_str(), self.label_en.as_str()]
    }

    /// There are few of them, so that all are looked at.
    fn find_among(
        register: &Register,
        _: &[&Self],
        text: &str,
        _: Date,
    ) -> Result<CategoryId, Refusal> {
        find_category(register, text)
    }
}

/// The records of one kind by what they are called, so that a file of many rows finds each at once.
#[derive(Debug)]
pub struct Names<I>(HashMap<String, Vec<I>>);

impl<I: Copy + PartialEq> Names<I> {
    /// All records of a kind.
    pub fn of<T: Findable + Coded<Id = I>>(records: &[T]) -> Self {
        let mut names: HashMap<String, Vec<I>> = HashMap::new();
        for record in records {
            let called = record.names().into_iter().chain([record.code().as_str()]).map(fold_name);
            for name in called {
                let ids = names.entry(name).or_default();
                if !ids.contains(&record.id()) {
                    ids.push(record.id());
                }
            }
        }
        Self(names)
    }

    /// Those that can be meant: by the whole text, by what stands before a comma (`Khu phố 2, Phường 1`), or by the code
    /// at its beginning (`P1-02 Khu phố 2`).
    pub fn meant(&self, text: &str) -> &[I] {
        let before = |sign: char| text.rsplit_once(sign).map(|(before, _)| before);
        let first = || text.trim().split_once(' ').map(|(first, _)| first);
        let ids = |text: &str| self.0.get(&fold_name(text));
        let found = ids(text).or_else(|| ids(before(',')?)).or_else(|| ids(first()?));
        found.map_or(&[], Vec::as_slice)
    }
}

/// Those of some words that a mistyped one may stand for, the nearest first; none that is much further than
/// the nearest.
pub fn nearest(typed: &str, words: &[String]) -> Vec<String> {
    let score = |word: &String| strsim::normalized_damerau_levenshtein(word, &fold(typed));
    let mut near: Vec<(f64, &String)> = words.iter().map(|word| (score(word), word)).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = near.first().map_or(1.0, |(score, _)| *score);
    near.retain(|(score, _)| *score >= 0.55 && *score >= best - 0.2);
    near.into_iter().map(|(_, word)| word.clone()).collect()
}

/// How near a record is whose code has the same letters and numbers as what was typed.
const SAME_CODE: f64 = 1.0;
/// How near one is of whose name every word was typed.
const EVERY_WORD: f64 = 0.9;

/// The letters and the numbers of a code, without what stands between them and without leading zeros: `c`, `2` of `C-02`.
fn runs(folded: &str) -> Vec<&str> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut runs = Vec::new();
    for part in folded.split(|c: char| !c.is_alphanumeric()) {
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c| is_digit(c) != is_digit(first)).unwrap_or(rest.len());
            let (run, left) = rest.split_at(end);
            let bare = run.trim_start_matches('0');
            runs.push(if is_digit(first) && !bare.is_empty() { bare } else { run });
            rest = left;
        }
    }
    runs
}

/// How near a record is to what was typed, by its names as a name and by its code as it stands, from 0 to 1, if it is
/// worth offering.
fn nearness<I>(candidate: &Candidate<'_, I>, wanted: &str, typed: &str) -> Option<f64> {
    let names = candidate.ever.iter().map(|name| {
        let folded = fold_name(name);
        let has_words = wanted.split(' ').all(|word| folded.split(' ').any(|part| part == word));
        if has_words { EVERY_WORD } else { strsim::normalized_damerau_levenshtein(&folded, wanted) }
    });
    let code = fold(candidate.code.as_str());
    let signs = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let code = if runs(&code) == runs(typed) || signs(&code) == signs(typed) {
        SAME_CODE
    } else {
        strsim::normalized_damerau_levenshtein(&code, typed).min(EVERY_WORD - 0.01)
    };
    names.chain([code]).reduce(f64::max).filter(|score| *score >= 0.55)
}
