//! Reads the lists of groups, and the documentation of their modules.

use std::{fs, path::Path};

use super::read;

/// A product crate.
pub(super) struct Product {
    /// `official`, …
    pub(super) name: String,
    /// The items at the root of the crate: accounts, messengers.
    pub(super) root: Vec<String>,
    /// Modules that several groups share.
    pub(super) shared: Vec<String>,
    pub(super) groups: Vec<Group>,
}

/// A group of endpoints.
#[derive(Clone)]
pub(super) struct Group {
    /// The module.
    pub(super) name: String,
    /// Whether it is enabled without a feature.
    pub(super) always: bool,
    /// Whether it is declared in `weixin-official`.
    pub(super) from_official: bool,
    /// The groups that it depends on.
    pub(super) needs: Vec<String>,
    /// The types in the prelude, besides the trait.
    pub(super) prelude: Vec<String>,
    /// The first sentence of the module's documentation.
    pub(super) title: String,
    pub(super) endpoints: bool,
    pub(super) messages: bool,
    pub(super) handle: Option<Handle>,
}

/// The handle of a group: `wx.menu()`.
#[derive(Clone)]
pub(super) struct Handle {
    /// `menu`
    pub(super) method: String,
    /// `MenuApi`
    pub(super) api: String,
    /// The kinds of accounts that have it: `Official`.
    pub(super) kinds: Vec<String>,
}

impl Group {
    /// The feature of the product crate.
    pub(super) fn feature(&self) -> String {
        self.name.replace('_', "-")
    }
}

impl Product {
    pub(super) fn read(
        crates: &Path,
        name: &str,
        official: Option<&Product>,
    ) -> Result<Self, String> {
        let dir = crates.join(format!("weixin-{name}"));
        let list = read(&dir.join("groups.txt"))?;
        let (mut root, mut shared, mut groups) = (Vec::new(), Vec::new(), Vec::new());
        for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (group, rest) = line
                .split_once(':')
                .ok_or_else(|| format!("{name}/groups.txt: no colon in `{line}`"))?;
            match group {
                "root" => root = names(rest),
                "shared" => shared = names(rest),
                _ => groups.push(Group::read(&dir, group, rest, official)?),
            }
        }
        Ok(Self { name: name.to_owned(), root, shared, groups })
    }

    /// The groups sorted by name, as rustfmt sorts modules.
    pub(super) fn sorted(&self) -> Vec<&Group> {
        let mut groups: Vec<_> = self.groups.iter().collect();
        groups.sort_by(|a, b| a.name.cmp(&b.name));
        groups
    }

    /// The feature of the facade that enables a group. `None` if it is always enabled.
    pub(super) fn facade_feature(&self, group: &Group) -> Option<String> {
        (!group.always).then(|| format!("{}-{}", self.name, group.feature()))
    }
}

impl Group {
    fn read(
        dir: &Path,
        name: &str,
        rest: &str,
        official: Option<&Product>,
    ) -> Result<Self, String> {
        let mut group = Self {
            name: name.to_owned(),
            always: false,
            from_official: false,
            needs: Vec::new(),
            prelude: Vec::new(),
            title: String::new(),
            endpoints: false,
            messages: false,
            handle: None,
        };
        for part in rest.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            match part.split_once(' ') {
                None if part == "always" => group.always = true,
                Some(("from", "official")) => group.from_official = true,
                Some(("needs", needed)) => group.needs = names(needed),
                Some(("prelude", types)) => group.prelude = names(types),
                _ => return Err(format!("{name}: `{part}` is not allowed in groups.txt")),
            }
        }
        if group.from_official {
            let declared = official
                .and_then(|official| official.groups.iter().find(|other| other.name == name))
                .ok_or_else(|| format!("{name}: weixin-official has no such group"))?;
            group.title = declared.title.clone();
            group.endpoints = declared.endpoints;
            group.messages = declared.messages;
            group.handle = declared.handle.clone();
            return Ok(group);
        }
        let source = source_of(dir, name)?;
        group.title = title(&source);
        group.endpoints = source.contains("group! {") || source.contains("endpoints![");
        group.messages = source.contains("messages![");
        group.handle = handle(&source);
        Ok(group)
    }
}

fn names(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The text of a module, its root file first.
pub(super) fn source_of(dir: &Path, name: &str) -> Result<String, String> {
    let single = dir.join(format!("src/{name}.rs"));
    if let Ok(text) = fs::read_to_string(&single) {
        return Ok(text);
    }
    let folder = dir.join("src").join(name);
    let mut text = read(&folder.join("mod.rs"))?;
    let entries =
        fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    for file in files.iter().filter(|file| !file.ends_with("mod.rs")) {
        text.push_str(&read(file)?);
    }
    Ok(text)
}

/// The first sentence of a module's documentation.
fn title(source: &str) -> String {
    let paragraph: Vec<_> = source
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .map(|line| line.trim_start_matches("//!").trim())
        .take_while(|line| !line.is_empty())
        .collect();
    let paragraph = paragraph.join(" ");
    let end = paragraph.find(". ").unwrap_or(paragraph.len());
    paragraph[..end].trim_end_matches('.').to_owned()
}

/// The handle that `group!` declares, or that of a handwritten trait.
fn handle(source: &str) -> Option<Handle> {
    if let Some((_, declaration)) = source.split_once("group! {") {
        let line = declaration.lines().find(|line| {
            let line = line.trim();
            !line.is_empty() && !line.starts_with("///")
        })?;
        let (method, list) = line.trim().split_once(':')?;
        let list = list.trim().trim_start_matches('[');
        let rest = declaration.split_once(line)?.1;
        let first = [list, rest].concat();
        let first = first.trim().split([',', ']']).next()?.trim().to_owned();
        return Some(Handle {
            api: format!("{}Api", pascal_case(method)),
            method: method.to_owned(),
            kinds: kinds(source, &first),
        });
    }
    let (_, declaration) = source.split_once("Api: Caller {")?;
    let before = source.split_once("Api: Caller {")?.0;
    let api = format!("{}Api", before.rsplit(' ').next()?);
    let method = declaration.split_once("fn ")?.1.split(['<', '(']).next()?.to_owned();
    let bound = declaration.split_once(" for C where ")?.1.split(':').next()?;
    Some(Handle { api, method, kinds: kinds(source, bound) })
}

/// The account kinds that may call an endpoint, by the names of their types.
fn kinds(source: &str, endpoint: &str) -> Vec<String> {
    let declared = [format!("pub struct {endpoint} {{"), format!("pub struct {endpoint};")];
    let at = declared.iter().find_map(|text| source.find(text.as_str())).unwrap_or(source.len());
    let attribute = source[..at].rfind("#[endpoint(").map_or("", |start| &source[start..at]);
    let scope = attribute.split_once("scope(").and_then(|(_, rest)| rest.split_once(')'));
    names(scope.map_or("", |(scope, _)| scope)).iter().map(|kind| pascal_case(kind)).collect()
}

fn pascal_case(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    name.split('_').map(word).collect()
}
