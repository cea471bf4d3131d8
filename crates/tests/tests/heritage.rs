//! Every row of `docs/heritage.md` is there once, and names tests that exist or says what is open.
#![allow(clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::Path,
};

/// The number of rows.
const ROWS: u32 = 53;

/// One row: a heading `### S1: …` and what follows it.
#[derive(Debug, Default)]
struct Row {
    /// File and function of each test.
    tests: Vec<(String, String)>,
    is_open: bool,
}

/// The rows of a page by number, and what is wrong with its form.
fn read(page: &str) -> (BTreeMap<u32, Row>, Vec<String>) {
    let (mut rows, mut problems) = (BTreeMap::<u32, Row>::new(), Vec::new());
    let mut current = None;
    // Code may contain anything.
    let mut code = false;
    for line in page.lines() {
        if line.starts_with("```") {
            code = !code;
        }
        if code {
            continue;
        }
        if let Some(heading) = line.strip_prefix("### ") {
            let (id, title) = heading.split_once(": ").unwrap_or((heading, ""));
            current = id.strip_prefix('S').and_then(|number| number.parse().ok());
            match current {
                None => problems.push(format!("{heading:?} is no row")),
                Some(number) if rows.contains_key(&number) => {
                    problems.push(format!("S{number} is there twice"));
                }
                Some(number) => {
                    rows.insert(number, Row::default());
                }
            }
            let systems = title.rsplit_once('(').map_or("", |(_, systems)| systems);
            if !systems.starts_with(['I', 'E', 'M', 'W']) {
                problems.push(format!("{heading:?} does not say which systems it is from"));
            }
        } else if line.starts_with("## ") {
            current = None;
        } else if let Some(row) = current.and_then(|number| rows.get_mut(&number)) {
            if let Some(tests) = line.strip_prefix("**Tests:** ") {
                let mut file = None;
                for name in tests.split('`').skip(1).step_by(2) {
                    if name.ends_with(".rs") {
                        file = Some(name);
                    } else if let Some(file) = file {
                        row.tests.push((file.to_owned(), name.to_owned()));
                    } else {
                        problems.push(format!("{name} is named without its file"));
                    }
                }
            } else if line.strip_prefix("**Open:** ").is_some_and(|missing| !missing.is_empty()) {
                row.is_open = true;
            } else if line.starts_with("**") {
                problems.push(format!("{line:?} begins neither with Tests nor with Open"));
            }
        }
    }
    (rows, problems)
}

/// Whether a source file contains this function with an attribute that makes it a test.
fn has_test(source: &str, name: &str) -> bool {
    let lines: Vec<_> = source.lines().map(str::trim).collect();
    let declaration = format!("fn {name}(");
    lines.iter().enumerate().any(|(index, line)| {
        let is_declared =
            line.strip_prefix("async ").unwrap_or(line).starts_with(declaration.as_str());
        let before = lines[..index].iter().rev();
        is_declared
            && before.take_while(|line| !line.is_empty() && **line != "}").any(|line| {
                line.strip_prefix("#[")
                    .and_then(|attribute| attribute.split(['(', ']']).next())
                    .is_some_and(|path| path == "test" || path.ends_with("::test"))
            })
    })
}

#[test]
fn every_row_names_tests_that_exist_or_is_open() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = fs::read_to_string(root.join("docs/heritage.md")).unwrap();
    let (rows, mut problems) = read(&page);
    let missing = (1..=ROWS).filter(|number| !rows.contains_key(number));
    problems.extend(missing.map(|number| format!("S{number} is missing")));
    let unknown = rows.keys().filter(|number| !(1..=ROWS).contains(*number));
    problems.extend(unknown.map(|number| format!("S{number} is no row of the list")));
    let mut sources = HashMap::new();
    for (number, row) in &rows {
        if row.tests.is_empty() && !row.is_open {
            problems.push(format!("S{number} has no test and is not open"));
        }
        for (file, name) in &row.tests {
            let source = sources
                .entry(file)
                .or_insert_with(|| fs::read_to_string(root.join(file)).unwrap_or_default());
            if source.is_empty() {
                problems.push(format!("S{number}: there is no file {file}"));
            } else if !has_test(source, name) {
                problems.push(format!("S{number}: {file} has no test {name}"));
            }
        }
    }
    assert!(problems.is_empty(), "docs/heritage.md:\n{}", problems.join("\n"));
}

#[test]
fn mistakes_on_the_page_are_found() {
    let page = "## Group\n### S1: a (I)\n**Tests:** `a.rs` `one` `two`; `b.rs` `three`\n\
                **Open:** more\n```\n### no heading\n```\n### S2: b\n### S2: c (W)\n**Tests:** `x`\n";
    let (rows, problems) = read(page);
    let tests = |number| {
        let row: &Row = &rows[&number];
        let names = row.tests.iter().map(|(file, name)| format!("{file} {name}"));
        (names.collect::<Vec<_>>(), row.is_open)
    };
    let named = ["a.rs one", "a.rs two", "b.rs three"].map(str::to_owned).to_vec();
    assert_eq!(tests(1), (named, true));
    assert_eq!(tests(2), (Vec::new(), false));
    assert_eq!(problems.len(), 3, "{problems:?}");
    let source =
        "#[test]\n#[ignore]\nfn one() {}\n\nfn two() {}\n\n#[tokio::test]\nasync fn three() {\n";
    assert_eq!(
        ["one", "two", "three", "on"].map(|name| has_test(source, name)),
        [true, false, true, false]
    );
}
