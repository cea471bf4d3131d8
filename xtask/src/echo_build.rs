//! Measures the first build of a new user: the README's echo bot as a separate crate, compared with
//! a plain axum server with a similar function. `bench/echo-build/README.md` says what is compared
//! and why.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use crate::shell::Repo;

/// Measures and prints a Markdown table.
pub(crate) fn run(repo: &Repo, rounds: usize) -> Result<(), String> {
    let scratch = Scratch::new("weixin-echo-build")?;
    let readme = read(&repo.path("README.md"))?;
    let echo = rust_block_with(&readme, "Bot::new()")
        .ok_or("README.md has no rust block with `Bot::new()` in it")?;
    let plain = read(&repo.path("bench/echo-build/plain/main.rs"))?;
    let echo = Crate::write(repo, &scratch, "weixin", echo)?;
    let plain = Crate::write(repo, &scratch, "plain", &plain)?;

    let (mut echo_took, mut plain_took) = (Vec::new(), Vec::new());
    for round in 1..=rounds {
        println!("round {round} of {rounds}");
        // Builds alternate, so that a slow phase of the machine affects both.
        plain_took.push(plain.build(repo)?);
        echo_took.push(echo.build(repo)?);
    }

    println!("\n{}", table(&[("plain", &plain_took), ("weixin", &echo_took)]));
    println!("\nratio of the fastest builds: {:.2}", fastest(&echo_took) / fastest(&plain_took));
    Ok(())
}

/// A temporary folder. The crates must not be in the repository, because Cargo would use its
/// workspace and configuration.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new(name: &str) -> Result<Self, String> {
        let dir = env::temp_dir().join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&dir).map_err(|error| format!("{}: {error}", dir.display()))?;
        Ok(Self(dir))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("{} was not removed: {error}", self.0.display());
        }
    }
}

struct Crate {
    manifest: String,
    target: PathBuf,
}

impl Crate {
    /// Writes a crate with the dependency versions of our lock file, so that both builds compile the
    /// same versions of shared dependencies.
    fn write(repo: &Repo, scratch: &Scratch, name: &str, main: &str) -> Result<Self, String> {
        let dir = scratch.0.join(name);
        let template = read(&repo.path(&format!("bench/echo-build/{name}/Cargo.toml.in")))?;
        // In the TOML literal string, Windows paths need no escaping.
        let manifest = template.replace("@weixin@", &repo.path("crates/weixin").to_string_lossy());
        write(&dir.join("Cargo.toml"), &manifest)?;
        write(&dir.join("Cargo.lock"), &read(&repo.path("Cargo.lock"))?)?;
        write(&dir.join("src/main.rs"), main)?;

        let made = Self {
            manifest: dir.join("Cargo.toml").to_string_lossy().into_owned(),
            target: dir.join("target"),
        };
        repo.cargo(["fetch", "--quiet", "--manifest-path", &made.manifest]).try_run()?;
        Ok(made)
    }

    fn build(&self, repo: &Repo) -> Result<Duration, String> {
        if self.target.exists() {
            fs::remove_dir_all(&self.target)
                .map_err(|error| format!("{}: {error}", self.target.display()))?;
        }
        let call = repo
            .cargo(["build", "--quiet", "--offline", "--manifest-path", &self.manifest])
            .env("CARGO_TARGET_DIR", &self.target)
            .without_env("RUSTC_WRAPPER");
        let start = Instant::now();
        call.try_run()?;
        Ok(start.elapsed())
    }
}

pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// The first fenced Rust block that contains `needle`.
fn rust_block_with<'a>(markdown: &'a str, needle: &str) -> Option<&'a str> {
    markdown.split("```rust").skip(1).find_map(|rest| {
        let (_attributes, rest) = rest.split_once('\n')?;
        let (block, _) = rest.split_once("```")?;
        block.contains(needle).then_some(block)
    })
}

fn fastest(times: &[Duration]) -> f64 {
    times.iter().min().map_or(f64::NAN, Duration::as_secs_f64)
}

fn table(rows: &[(&str, &[Duration])]) -> String {
    let rounds = rows.iter().map(|(_, times)| times.len()).max().unwrap_or(0);
    let head: String = (1..=rounds).map(|round| format!(" round {round} (s) |")).collect();
    let rule = "---:|".repeat(rounds + 1);
    let mut table = format!("| crate |{head} fastest (s) |\n|---|{rule}");
    for (name, times) in rows {
        let cells: String =
            times.iter().map(|time| format!(" {:.1} |", time.as_secs_f64())).collect();
        table.push_str(&format!("\n| {name} |{cells} {:.1} |", fastest(times)));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_echo_bot_is_taken_from_the_right_block() {
        let readme = "a\n```rust\nlet x;\n```\nb\n```rust,no_run\nBot::new()\n    .on(f)\n```\nc";
        assert_eq!(rust_block_with(readme, "Bot::new()"), Some("Bot::new()\n    .on(f)\n"));
        assert_eq!(rust_block_with(readme, "Router::new()"), None);
    }

    #[test]
    fn the_table_has_a_column_for_each_round() {
        let times = [Duration::from_millis(2500), Duration::from_millis(1250)];
        let table = table(&[("plain", &times)]);
        assert_eq!(
            table,
            "| crate | round 1 (s) | round 2 (s) | fastest (s) |\n|---|---:|---:|---:|\n\
             | plain | 2.5 | 1.2 | 1.2 |"
        );
    }
}
