//! The commands for installing the crates. They are in [`SOURCE`], and are copied from there into
//! every text that shows them, so that only one file has to be changed for the publication.

use std::fs;

use crate::{report::Stop, shell::Repo};

/// The file with the commands.
pub(crate) const SOURCE: &str = "crates/weixin/src/manual/install.sh";

/// The files that contain a copy.
const SHOWN_IN: [&str; 3] =
    ["README.md", "README.zh-CN.md", "crates/weixin/src/manual/first_bot.md"];

const BEGIN: &str = "<!-- install: copied from crates/weixin/src/manual/install.sh by `cargo xtask install-lines` -->\n";
const END: &str = "<!-- /install -->";

/// Copies the commands into all files of [`SHOWN_IN`].
pub(crate) fn write(repo: &Repo) -> Result<(), String> {
    let lines = read(repo, SOURCE)?;
    for file in SHOWN_IN {
        let text =
            with_lines(&read(repo, file)?, &lines).map_err(|why| format!("{file}: {why}"))?;
        fs::write(repo.path(file), text).map_err(|error| format!("{file}: {error}"))?;
    }
    Ok(())
}

/// Checks that all copies are up to date.
pub(crate) fn check(repo: &Repo) -> Result<(), String> {
    let lines = read(repo, SOURCE)?;
    for file in SHOWN_IN {
        let text = read(repo, file)?;
        if with_lines(&text, &lines).map_err(|why| format!("{file}: {why}"))? != text {
            return Err(format!("{file} differs from {SOURCE}: run `cargo xtask install-lines`"));
        }
    }
    Ok(())
}

/// Runs the commands in an empty folder, with the path of this checkout instead of the address of the
/// repository. `cargo install` is skipped, because it takes long.
pub(crate) fn try_out(repo: &Repo) -> Result<(), Stop> {
    let lines = read(repo, SOURCE).map_err(Stop::Failed)?;
    let folder = repo.path("target/xtask/newcomer");
    let library = repo.path("crates/weixin").display().to_string();
    let start_over = || {
        // It may exist from the last run.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        // Without this, Cargo would look for the new program among the members of our workspace.
        fs::write(
            folder.join("Cargo.toml"),
            "[workspace]\nmembers = [\"hello\"]\nresolver = \"3\"\n",
        )
    };
    let run = |offline: &str| {
        start_over().map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut at = folder.clone();
        for command in lines.lines().flat_map(|line| line.split(" && ")) {
            let words = from_checkout(command, &library);
            match words[..] {
                ["cd", into] => at = at.join(into),
                ["cargo", "install", ..] => {}
                ["cargo", ref args @ ..] => {
                    let call = repo.cargo(args.iter().copied()).within(&at);
                    call.env("CARGO_NET_OFFLINE", offline)
                        .env("CARGO_TERM_QUIET", "true")
                        .try_run()?;
                }
                _ => return Err(format!("{SOURCE}: unexpected command `{command}`")),
            }
        }
        Ok(())
    };
    // Usually all dependencies are already on this machine.
    run("true").or_else(|_| run("false")).map_err(Stop::Failed)
}

/// The words of a command, with this checkout as the source of our crates.
fn from_checkout<'a>(command: &'a str, library: &'a str) -> Vec<&'a str> {
    let mut words: Vec<&str> = command.split_whitespace().collect();
    if let Some(from) = words.iter().position(|word| *word == "--git") {
        words.splice(from..(from + 2).min(words.len()), ["--path", library]);
    } else if words.starts_with(&["cargo", "add", "weixin"]) {
        words.extend(["--path", library]);
    }
    words
}

fn read(repo: &Repo, file: &str) -> Result<String, String> {
    fs::read_to_string(repo.path(file)).map_err(|error| format!("{file}: {error}"))
}

/// Replaces the commands between the markers of a text.
fn with_lines(text: &str, lines: &str) -> Result<String, &'static str> {
    let parts = text.split_once(BEGIN).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some((before, after))
    });
    let (before, after) =
        parts.ok_or("the markers around the installation commands are missing")?;
    Ok(format!("{before}{BEGIN}```sh\n{lines}```\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_copies_are_up_to_date() {
        check(&Repo::find(false)).unwrap_or_else(|why| panic!("{why}"));
    }

    /// A git address in the commands is that of this repository.
    #[test]
    fn the_address_is_that_of_the_repository() {
        let repo = Repo::find(false);
        let text = read(&repo, "Cargo.toml").unwrap_or_default();
        let manifest: toml::Table = text.parse().expect("Cargo reads it too");
        let address = manifest["workspace"]["package"]["repository"].as_str();
        let lines = read(&repo, SOURCE).unwrap_or_default();
        for (_, rest) in lines.lines().filter_map(|line| line.split_once("--git ")) {
            assert_eq!(rest.split_whitespace().next(), address);
        }
        // The crate and the command come from the same place.
        let from_git = |line: &&str| line.contains("--git");
        let ours = ["cargo install ", "cargo add weixin"];
        let ours = lines.lines().filter(|line| ours.iter().any(|word| line.starts_with(word)));
        assert!(matches!(ours.clone().filter(from_git).count(), 0 | 2), "{lines}");
        assert_eq!(ours.count(), 2, "{lines}");
    }

    /// Outside of the markers no text contains the source of the crates: adding a new dependency needs
    /// it, changing an existing one does not.
    #[test]
    fn no_other_text_contains_the_source_of_the_crates() {
        let repo = Repo::find(false);
        for file in SHOWN_IN {
            let text = read(&repo, file).unwrap_or_default();
            let (before, rest) = text.split_once(BEGIN).unwrap_or_default();
            let after = rest.split_once(END).map_or("", |(_, after)| after);
            for part in [before, after] {
                assert!(!part.contains("--git "), "{file}");
                for command in ["cargo add weixin", "cargo install "] {
                    for (at, _) in part.match_indices(command) {
                        let rest = part[at + command.len()..].trim_start();
                        assert!(rest.starts_with("--"), "{file}: {command} {:.40}", rest);
                    }
                }
            }
        }
    }

    #[test]
    fn the_checkout_takes_the_place_of_any_source() {
        let add = ["cargo", "add", "weixin", "--path", "here"];
        assert_eq!(from_checkout("cargo add weixin --git https://example.com", "here"), add);
        assert_eq!(from_checkout("cargo add weixin", "here"), add);
        assert_eq!(from_checkout("cargo add tokio", "here"), ["cargo", "add", "tokio"]);
    }

    #[test]
    fn commands_are_replaced_between_the_markers() {
        let text = format!("a\n{BEGIN}```sh\nold\n```\n{END}\nb\n");
        assert_eq!(
            with_lines(&text, "one\ntwo\n"),
            Ok(format!("a\n{BEGIN}```sh\none\ntwo\n```\n{END}\nb\n"))
        );
        assert!(with_lines("no markers", "one\n").is_err());
    }
}
