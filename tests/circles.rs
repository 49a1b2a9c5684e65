//! No circles: within a layer no two files import each other, on whatever way round. A room (`mod.rs`) that only hands
//! on what its files hold is no such way. Whoever needs an exception writes it here, with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use syn::visit::{self, Visit};

/// Files that may name each other.
const EXCEPT: &[&str] = &[
    // A refusal names the records that are refused, and their rules give refusals: one thing, said in many files.
    "domain::",
];

/// The path of a module: `["cli", "commands", "undo"]`.
type Module = Vec<String>;

/// What a file names, as it is written in it.
#[derive(Default)]
struct Named {
    paths: Vec<Vec<String>>,
    /// Names that it hands on, and the paths they come from.
    handed_on: Vec<(String, Vec<String>)>,
}

impl Named {
    fn tree(&mut self, tree: &syn::UseTree, before: &[String], hands_on: bool) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident), hands_on),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.tree(tree, before, hands_on));
            }
            syn::UseTree::Name(name) if name.ident == "self" => self.paths.push(before.to_vec()),
            syn::UseTree::Name(name) if hands_on => {
                self.handed_on.push((name.ident.to_string(), with(&name.ident)));
            }
            syn::UseTree::Rename(name) if hands_on => {
                self.handed_on.push((name.rename.to_string(), with(&name.ident)));
            }
            syn::UseTree::Name(name) => self.paths.push(with(&name.ident)),
            syn::UseTree::Rename(name) => self.paths.push(with(&name.ident)),
            syn::UseTree::Glob(_) => self.paths.push(before.to_vec()),
        }
    }
}

impl<'ast> Visit<'ast> for Named {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let hands_on = !matches!(item.vis, syn::Visibility::Inherited);
        self.tree(&item.tree, &[], hands_on);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_test = |attribute: &syn::Attribute| attribute.path().is_ident("cfg");
        if !item.attrs.iter().any(is_test) {
            visit::visit_item_mod(self, item);
        }
    }
}

/// Every module of the program and what it names.
fn modules() -> BTreeMap<Module, Named> {
    fn walk(folder: &Path, at: &[String], found: &mut BTreeMap<Module, Named>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                walk(&path, &[at, &[name]].concat(), found);
                continue;
            }
            // Pages and styles lie beside the file that writes them.
            if path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let module = match name.as_str() {
                "mod" | "lib" => at.to_vec(),
                "main" => continue,
                _ => [at, &[name]].concat(),
            };
            let mut named = Named::default();
            named.visit_file(&syn::parse_file(&std::fs::read_to_string(&path).unwrap()).unwrap());
            found.insert(module, named);
        }
    }
    let mut found = BTreeMap::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &[], &mut found);
    found
}

/// The module that holds what a path names; none if it is not one of ours.
fn holder(all: &BTreeMap<Module, Named>, from: &[String], path: &[String]) -> Option<Module> {
    let (mut at, mut rest) = (from.to_vec(), path);
    match path.first()?.as_str() {
        "crate" => (at, rest) = (Vec::new(), &path[1..]),
        "self" => rest = &path[1..],
        "super" => {}
        first if all.contains_key(&[from, &[first.to_owned()]].concat()) => {}
        _ => return None,
    }
    while rest.first().is_some_and(|name| name == "super") {
        at.pop();
        rest = &rest[1..];
    }
    for name in rest {
        let inner = [&at[..], std::slice::from_ref(name)].concat();
        if all.contains_key(&inner) {
            at = inner;
            continue;
        }
        let handed_on = all[&at].handed_on.iter().find(|(known, _)| known == name);
        return match handed_on {
            Some((_, source)) => holder(all, &at, source).or(Some(at)),
            None => Some(at),
        };
    }
    Some(at)
}

/// The modules that each imports, but for the rooms it lies in.
fn imports(all: &BTreeMap<Module, Named>) -> BTreeMap<&Module, BTreeSet<Module>> {
    let of = |module: &Module, named: &Named| {
        let held = named.paths.iter().filter_map(|path| holder(all, module, path));
        held.filter(|other| !module.starts_with(other)).collect()
    };
    all.iter().map(|(module, named)| (module, of(module, named))).collect()
}

#[test]
fn within_a_layer_no_files_import_each_other() {
    let all = modules();
    assert!(all.len() > 200);
    let imports = imports(&all);
    let mut circles = Vec::new();
    for module in all.keys() {
        // Everything that can be reached from it, and the way there.
        let mut ways: BTreeMap<Module, Vec<String>> = BTreeMap::new();
        let mut next = vec![(module.clone(), vec![module.join("::")])];
        while let Some((at, way)) = next.pop() {
            for other in imports[&at].iter().filter(|other| other.first() == module.first()) {
                let way = [&way[..], &[other.join("::")]].concat();
                if other == module {
                    circles.push(way.join(" → "));
                } else if !ways.contains_key(other) {
                    ways.insert(other.clone(), way.clone());
                    next.push((other.clone(), way));
                }
            }
        }
    }
    circles.retain(|circle| !EXCEPT.iter().any(|except| circle.starts_with(except)));
    assert!(circles.is_empty(), "{} circles:\n{}", circles.len(), circles.join("\n"));
}

#[test]
fn a_path_is_found_also_where_a_room_hands_it_on() {
    let all = modules();
    let words = |text: &str| -> Vec<String> { text.split("::").map(str::to_owned).collect() };
    let found = |from: &str, path: &str| {
        holder(&all, &words(from), &words(path)).map(|module| module.join("::"))
    };
    let date = Some("domain::date".to_owned());
    assert_eq!(found("cli::commands::undo", "crate::domain::Date"), date);
    assert_eq!(found("domain::period", "super::Date"), date);
    assert_eq!(found("domain::period", "super::date::Date"), date);
    assert_eq!(found("domain::period", "std::fmt"), None);
}
