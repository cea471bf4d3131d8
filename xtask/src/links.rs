//! Checks that the links of the pages in this repository lead somewhere: a relative link to a file or a
//! heading that exists, and so does a link to a file of this repository on GitHub. Other links are not
//! followed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Component, Path, PathBuf},
};

use crate::{report::Stop, shell::Repo};

/// Where the repository is on GitHub: what follows is a path.
const ONLINE: [&str; 2] = [
    "https://github.com/weixin-rs/weixin/blob/main/",
    "https://github.com/weixin-rs/weixin/tree/main/",
];

/// Checks all pages.
pub(crate) fn check(repo: &Repo) -> Result<(), Stop> {
    let problems = problems(&repo.path("")).map_err(|error| Stop::Failed(error.to_string()))?;
    if problems.is_empty() {
        return Ok(());
    }
    Err(Stop::Failed(format!("links that lead nowhere:\n{}", problems.join("\n"))))
}

/// What is wrong with the pages below a folder.
fn problems(root: &Path) -> std::io::Result<Vec<String>> {
    let mut pages = BTreeMap::new();
    read_pages(root, &mut pages)?;
    let anchors: BTreeMap<_, _> = pages.iter().map(|(path, text)| (path, anchors(text))).collect();
    let mut problems = Vec::new();
    for (page, text) in &pages {
        for (line, target) in links(text) {
            let Some((path, anchor)) = resolve(root, page, &target) else { continue };
            let missing = if !path.exists() {
                "there is no such file"
            } else if anchor.is_some_and(|anchor| {
                anchors.get(&path).is_some_and(|anchors| !anchors.contains(anchor))
            }) {
                "there is no such heading"
            } else {
                continue;
            };
            let page = page.strip_prefix(root).unwrap_or(page).display();
            problems.push(format!("{page}:{line}: {target}: {missing}"));
        }
    }
    Ok(problems)
}

/// Reads every page below a folder. The links in `src` are those of rustdoc, which checks them itself.
fn read_pages(folder: &Path, pages: &mut BTreeMap<PathBuf, String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let (path, kind) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if kind.is_dir() {
            if !name.starts_with('.') && !["target", "src", "node_modules"].contains(&&*name) {
                read_pages(&path, pages)?;
            }
        } else if name.ends_with(".md") {
            let text = fs::read_to_string(&path)?;
            pages.insert(path, text);
        }
    }
    Ok(())
}

/// The file that a link means and the heading in it; `None` if it leads to another site.
fn resolve<'a>(root: &Path, page: &Path, target: &'a str) -> Option<(PathBuf, Option<&'a str>)> {
    let (path, anchor) = match target.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (target, None),
    };
    let online = ONLINE.iter().find_map(|start| path.strip_prefix(start));
    let path = match online {
        Some(path) => root.join(path),
        None if path.contains(':') => return None,
        None if path.is_empty() => page.to_owned(),
        None => page.parent().unwrap_or(root).join(path),
    };
    Some((normalized(&path), anchor))
}

/// The path without `.` and `..`, so that two ways to a page are equal.
fn normalized(path: &Path) -> PathBuf {
    let mut parts = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts
}

/// The lines of a page with their numbers, without code.
fn prose(text: &str) -> impl Iterator<Item = (usize, String)> {
    let mut fence: Option<&str> = None;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let start = line.trim_start();
        let marks = ["````", "```", "~~~"].into_iter().find(|marks| start.starts_with(marks));
        match (fence, marks) {
            (None, Some(marks)) => fence = Some(marks),
            (Some(open), Some(marks)) if marks == open => fence = None,
            (None, None) => return Some((index + 1, without_code(line))),
            (Some(_), _) => {}
        }
        None
    })
}

/// A line without what is between backticks. The backticks stay.
fn without_code(line: &str) -> String {
    let parts: Vec<_> = line.split('`').collect();
    // The last part follows a backtick that closes nothing, or is no code.
    let is_code = |index: usize| index % 2 == 1 && index + 1 < parts.len();
    let kept = parts.iter().enumerate();
    let kept = kept.map(|(index, part)| if is_code(index) { "" } else { part });
    kept.collect::<Vec<_>>().join("`")
}

/// The targets of a page's links, images included, with their lines.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in prose(text) {
        let inline = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let attributes = ["href=\"", "src=\""]
            .into_iter()
            .flat_map(|start| line.split(start).skip(1).filter_map(|rest| rest.split('"').next()));
        // `[name]: target`
        let definition = line.strip_prefix('[').and_then(|rest| Some(rest.split_once("]: ")?.1));
        for target in inline.chain(attributes).chain(definition) {
            // A title may follow.
            let target = target.split_whitespace().next().unwrap_or_default();
            let target = target.trim_start_matches('<').trim_end_matches('>');
            found.push((number, target.to_owned()));
        }
    }
    found
}

/// The anchors of a page, as GitHub makes them of headings.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let with_code: Vec<_> = text.lines().collect();
    for (number, line) in prose(text) {
        for start in ["id=\"", "name=\""] {
            let named = line.split(start).skip(1).filter_map(|rest| rest.split('"').next());
            anchors.extend(named.map(str::to_owned));
        }
        // Code in a heading is part of its name.
        let line = with_code.get(number - 1).copied().unwrap_or_default();
        let title = line.trim_start_matches('#');
        let level = line.len() - title.len();
        if !(1..=6).contains(&level) || !title.starts_with(' ') {
            continue;
        }
        let anchor = anchor(title.trim());
        let mut name = anchor.clone();
        for again in 1.. {
            if anchors.insert(name) {
                break;
            }
            name = format!("{anchor}-{again}");
        }
    }
    anchors
}

/// Letters and digits of any script, hyphens and underscores; a hyphen for each space. Of a link only its text.
fn anchor(title: &str) -> String {
    let mut text = String::new();
    let mut rest = title;
    while let Some((before, after)) = rest.split_once("](") {
        text.push_str(before);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    let kept = text.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_of_this_repository_leads_somewhere() {
        let problems = problems(&Repo::find(false).path("")).expect("the pages can be read");
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn missing_files_and_headings_are_found() {
        let folder = std::env::temp_dir().join(format!("weixin-links-{}", std::process::id()));
        fs::create_dir_all(folder.join("docs")).expect("it can be created");
        let write = |name: &str, text| fs::write(folder.join(name), text).expect("it is written");
        write(
            "README.md",
            "# A `b` & 中文\n\n[a](docs/page.md#two), ![b](none.png \"title\")\n\
             [c](#a-b--中文) `[d](none)` [e](docs#f)\n```\n[g](none)\n# h\n```\n[i](#h)\n\
             <img src=\"none.svg\"> [j](https://example.com/none#k)\n\n[l]: docs/none.md\n\
             [m](https://github.com/weixin-rs/weixin/blob/main/docs/page.md#none)\n",
        );
        write("docs/page.md", "## Two\n## Two\n[n](../README.md) [o](#two-1) [p](#two-2)\n");
        let found = problems(&folder);
        fs::remove_dir_all(&folder).expect("it can be removed");
        let found = found.expect("the pages can be read");
        let expected = [
            "README.md:3: none.png: there is no such file",
            "README.md:9: #h: there is no such heading",
            "README.md:10: none.svg: there is no such file",
            "README.md:12: docs/none.md: there is no such file",
            "README.md:13: https://github.com/weixin-rs/weixin/blob/main/docs/page.md#none: there is no such heading",
            "docs/page.md:3: #two-2: there is no such heading",
        ];
        let found: Vec<_> = found.iter().map(|problem| problem.replace('\\', "/")).collect();
        assert_eq!(found, expected);
    }
}
