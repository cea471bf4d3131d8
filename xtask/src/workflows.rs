//! The workflow files in `.github` name only steps, packages and Rust versions that exist.

use std::{collections::BTreeSet, fs};

use saphyr::{LoadableYamlNode, Yaml};
use toml::Table;

use crate::{Task, package::PUBLISHED, shell::Repo};

/// The workflows, by file name.
fn workflows() -> Vec<(String, String)> {
    let folder = Repo::find(false).path(".github/workflows");
    let files =
        fs::read_dir(folder).expect("it is there").map(|file| file.expect("it can be read"));
    let named = files.map(|file| {
        let name = file.file_name().to_string_lossy().into_owned();
        (name, fs::read_to_string(file.path()).expect("it is text"))
    });
    named.collect()
}

fn parse(text: &str) -> Yaml<'_> {
    Yaml::load_from_str(text).expect("it is YAML").swap_remove(0)
}

/// Values of a mapping, with their keys.
fn entries<'a, 'y>(yaml: &'a Yaml<'y>) -> impl Iterator<Item = (&'a str, &'a Yaml<'y>)> {
    let mapping = yaml.as_mapping().into_iter().flatten();
    mapping.filter_map(|(key, value)| Some((key.as_str()?, value)))
}

fn get<'a, 'y>(yaml: &'a Yaml<'y>, name: &str) -> Option<&'a Yaml<'y>> {
    entries(yaml).find_map(|(key, value)| (key == name).then_some(value))
}

/// Every step of every job, with the job's name.
fn steps<'a, 'y>(workflow: &'a Yaml<'y>) -> Vec<(&'a str, &'a Yaml<'y>)> {
    let jobs = entries(get(workflow, "jobs").expect("a workflow has jobs"));
    let steps = jobs.flat_map(|(name, job)| {
        let steps = get(job, "steps").and_then(Yaml::as_sequence).expect("a job has steps");
        steps.iter().map(move |step| (name, step))
    });
    steps.collect()
}

/// Every command of every step, a line each, as words.
fn commands<'a>(workflow: &'a Yaml<'_>) -> Vec<Vec<&'a str>> {
    let scripts = steps(workflow).into_iter().filter_map(|(_, step)| get(step, "run")?.as_str());
    let lines = scripts.flat_map(|script| script.lines().flat_map(|line| line.split(" && ")));
    lines.map(|line| line.split_whitespace().collect()).collect()
}

#[test]
fn every_task_exists() {
    let mut seen = BTreeSet::new();
    for (file, text) in workflows() {
        for command in commands(&parse(&text)) {
            let ["cargo", "xtask", args @ ..] = &command[..] else { continue };
            match Task::parse(args) {
                Ok(Task::Steps { steps, .. }) => seen.extend(steps.iter().map(|step| step.name)),
                _ => panic!("{file}: {command:?}"),
            }
        }
    }
    // All steps run in some workflow, except `advisories`: `audit.yml` checks them in its own way.
    let all = crate::steps::TEST.iter().map(|step| step.name);
    let missing: Vec<_> = all.filter(|name| !seen.contains(name)).collect();
    assert_eq!(missing, ["advisories"]);
}

#[test]
fn every_package_and_feature_exists() {
    let mut packages = 0;
    for (file, text) in workflows() {
        for command in commands(&parse(&text)) {
            let named = command.windows(2).filter(|pair| ["--package", "-p"].contains(&pair[0]));
            for pair in named {
                assert!(PUBLISHED.contains(&pair[1]), "{file}: {command:?}");
                packages += 1;
            }
        }
    }
    assert!(packages > 1);

    let repo = Repo::find(false);
    let features = |folder: &str| {
        let text = fs::read_to_string(repo.path(folder).join("Cargo.toml")).expect("it is there");
        let manifest: Table = text.parse().expect("Cargo reads it too");
        let features = manifest["features"].as_table().expect("it has some");
        features.keys().cloned().collect::<Vec<_>>()
    };
    let (library, program) = (features("crates/weixin"), features("crates/weixin-cli"));
    for (file, text) in workflows() {
        let workflow = parse(&text);
        let jobs = entries(get(&workflow, "jobs").expect("a workflow has jobs"));
        let rows = jobs.flat_map(|(_, job)| rows(job));
        let lists = rows.filter_map(|row| get(row, "features")?.as_str());
        let lists: Vec<&str> = lists.collect();
        let given = commands(&workflow);
        let given = given.iter().flat_map(|command| command.windows(2));
        let given = given.filter(|pair| pair[0] == "--features" && !pair[1].starts_with('$'));
        for feature in lists.into_iter().chain(given.map(|pair| pair[1])).flat_map(|l| l.split(','))
        {
            let known = match feature.strip_prefix("weixin/") {
                Some(feature) => library.iter().any(|known| known == feature),
                None => program.iter().any(|known| known == feature),
            };
            assert!(known, "{file}: {feature}");
        }
    }
}

/// The rows of a job's matrix in its `include`.
fn rows<'a, 'y>(job: &'a Yaml<'y>) -> impl Iterator<Item = &'a Yaml<'y>> {
    let include = get(job, "strategy")
        .and_then(|strategy| get(strategy, "matrix"))
        .and_then(|matrix| get(matrix, "include"));
    include.and_then(Yaml::as_sequence).into_iter().flatten()
}

/// CI checks the `rust-version` of the manifests.
#[test]
fn the_rust_versions_are_those_of_the_manifests() {
    let repo = Repo::find(false);
    let manifests = ["Cargo.toml", "crates/weixin-store-sql/Cargo.toml"];
    let promised: BTreeSet<String> = manifests
        .iter()
        .map(|manifest| {
            let text = fs::read_to_string(repo.path(manifest)).expect("it is there");
            let manifest: Table = text.parse().expect("Cargo reads it too");
            let package =
                manifest.get("package").unwrap_or_else(|| &manifest["workspace"]["package"]);
            package["rust-version"].as_str().expect("a version").to_owned()
        })
        .collect();
    let text = fs::read_to_string(repo.path(".github/workflows/ci.yml")).expect("it is there");
    let workflow = parse(&text);
    let jobs = get(&workflow, "jobs").expect("a workflow has jobs");
    let rows = rows(get(jobs, "msrv").expect("there is such a job"));
    let checked: BTreeSet<String> =
        rows.filter_map(|row| Some(get(row, "rust")?.as_str()?.to_owned())).collect();
    assert_eq!(checked, promised);
}

/// The token of a workflow has read access to the code only, except in jobs of the release; and
/// third-party actions are pinned to a major version.
#[test]
fn workflows_have_minimal_permissions() {
    for (file, text) in workflows() {
        let workflow = parse(&text);
        let permissions = |yaml| -> Vec<(String, String)> {
            let granted = get(yaml, "permissions").into_iter().flat_map(entries);
            let granted = granted.map(|(what, how)| (what, how.as_str().unwrap_or_default()));
            granted.map(|(what, how)| (what.to_owned(), how.to_owned())).collect()
        };
        let read = [("contents".to_owned(), "read".to_owned())];
        assert_eq!(permissions(&workflow), read, "{file}");
        for (name, job) in entries(get(&workflow, "jobs").expect("a workflow has jobs")) {
            let granted = permissions(job);
            assert!(granted.is_empty() || file == "release.yml", "{file}: {name}");
            assert!(granted.iter().all(|(what, _)| what == "contents"), "{file}: {name}");
        }
        for (job, step) in steps(&workflow) {
            let Some(action) = get(step, "uses").and_then(Yaml::as_str) else { continue };
            let major = action.split_once("@v").map(|(_, version)| version);
            let is_major = major.is_some_and(|version| version.parse::<u16>().is_ok());
            assert!(is_major, "{file}, {job}: {action}");
        }
    }
}
