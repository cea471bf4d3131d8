//! The machine and the versions, for the report.

use std::{fs, path::Path, process::Command, thread};

/// What the figures depend on.
#[derive(Debug)]
pub struct Machine {
    /// The date, as `2027-01-31`.
    pub date: String,
    rows: Vec<(String, String)>,
}

impl Machine {
    /// Describes this machine. `root` is the folder `bench/compare`.
    pub fn describe(root: &Path) -> Self {
        let processor = read("/proc/cpuinfo")
            .lines()
            .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
            .map_or_else(|| "unknown".to_owned(), |(_, name)| name.to_owned());
        let cores = thread::available_parallelism().map_or(0, usize::from);
        let load = read("/proc/loadavg");
        let load: Vec<_> = load.split_whitespace().take(3).collect();
        let mut rows = vec![
            ("processor".to_owned(), format!("{processor}, {cores} cores")),
            ("system".to_owned(), output("uname", &["-srm"])),
            ("load average before".to_owned(), load.join(", ")),
            ("weixin".to_owned(), output("git", &["describe", "--always", "--dirty"])),
            ("Rust".to_owned(), output("rustc", &["--version"])),
        ];
        let lock = read(root.join("Cargo.lock"));
        for name in ["axum", "hyper", "tokio", "aes", "quick-xml"] {
            if let Some(version) = locked(&lock, name) {
                rows.push((name.to_owned(), version.to_owned()));
            }
        }
        rows.extend(other_languages(root));
        Self { date: output("date", &["-u", "+%F"]), rows }
    }

    /// A table.
    pub fn markdown(&self) -> String {
        let rows = self.rows.iter().map(|(what, value)| format!("| {what} | {value} |\n"));
        format!("| | |\n|---|---|\n{}\n", rows.collect::<String>())
    }
}

/// The versions of the other SDKs, as they are pinned, and of their languages, as far as they are there.
fn other_languages(root: &Path) -> Vec<(String, String)> {
    let pinned = |file: &str, before: &str, after: char| {
        let text = read(root.join(file));
        let version = text.split_once(before).and_then(|(_, rest)| rest.split(after).next());
        version.unwrap_or("unknown").to_owned()
    };
    let requirements = |name: &str| pinned("python/requirements.txt", &format!("\n{name}=="), '\n');
    let python = root.join("python/.venv/bin/python");
    let versions = [
        (
            output(&python.to_string_lossy(), &["--version"]),
            [
                ("wechatpy", requirements("wechatpy")),
                (
                    "Flask, gunicorn",
                    format!("{}, {}", requirements("Flask"), requirements("gunicorn")),
                ),
                (
                    "FastAPI, uvicorn",
                    format!("{}, {}", requirements("fastapi"), requirements("uvicorn")),
                ),
            ]
            .to_vec(),
        ),
        (
            format!("Node.js {}", output("node", &["--version"])),
            [("co-wechat", pinned("node/package.json", "\"co-wechat\": \"", '"'))].to_vec(),
        ),
        (
            output("go", &["version"]),
            [("silenceper/wechat", pinned("go/go.mod", "wechat/v2 ", '\n'))].to_vec(),
        ),
        (
            output("java", &["--version"]),
            [
                ("WxJava", pinned("java/pom.xml", "<wxjava.version>", '<')),
                ("Spring Boot", pinned("java/pom.xml", "<version>", '<')),
            ]
            .to_vec(),
        ),
    ];
    let mut rows = Vec::new();
    for (language, packages) in versions {
        if !language.ends_with("unknown") {
            let packages = packages.iter().map(|(name, version)| format!("{name} {version}"));
            rows.push((language, packages.collect::<Vec<_>>().join("; ")));
        }
    }
    rows
}

/// The version of a crate in a lock file.
fn locked<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    rest.split('"').next()
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The first line that a program prints, or `unknown`.
pub fn output(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output();
    let output = output.ok().filter(|output| output.status.success());
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let line = text.as_deref().and_then(|text| text.lines().next());
    line.map_or_else(|| "unknown".to_owned(), str::to_owned)
}
