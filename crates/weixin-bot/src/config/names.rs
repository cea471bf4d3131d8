//! Finds environment variables that begin like ours and are not known.

use std::collections::BTreeSet;

use super::Problem;

/// The prefix of all our variables.
pub(super) const PREFIX: &str = "WEIXIN_";

/// Names that are read elsewhere than in [`Config`](super::Config): the configuration file, the log
/// level of the command, the group robot and the token server key of the command.
const READ_ELSEWHERE: [&str; 4] = ["CONFIG", "LOG", "ROBOT_KEY", "TOKEN_SERVER_KEY"];

/// Prefixes of variables for the project's own tests.
const FOR_TESTS: [&str; 2] = ["TEST_", "STORE_TEST_"];

/// A name with at least this many typing errors is taken to be meant for another program.
const TOO_FAR: usize = 3;

/// The names that nothing reads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Unknown {
    /// Nearly the same as a known name, so the intended setting is not in effect.
    pub(super) misspelt: Vec<Problem>,
    /// Anything else; it may well be for another program.
    pub(super) others: Vec<String>,
}

/// Finds the names among `given`, all environment variables, that nothing reads. `read` are the
/// names that the configuration asks for, without the prefix.
pub(super) fn unknown(
    given: impl IntoIterator<Item = String>,
    read: &BTreeSet<&'static str>,
) -> Unknown {
    let mut unknown = Unknown::default();
    let given: BTreeSet<String> = given.into_iter().collect();
    for full in given {
        let Some(name) = full.strip_prefix(PREFIX) else { continue };
        let known = || read.iter().copied().chain(READ_ELSEWHERE);
        if known().any(|known| known == name) || FOR_TESTS.iter().any(|test| name.starts_with(test))
        {
            continue;
        }
        let nearest = known().map(|known| (distance(name, known), known)).min();
        match nearest {
            // With two errors, little of a short name is left.
            Some((errors, known)) if errors < TOO_FAR && errors * 2 < known.len() => {
                let why = format!("nothing reads it: did you mean {PREFIX}{known}?");
                unknown.misspelt.push(Problem { what: full, why });
            }
            _ => unknown.others.push(full),
        }
    }
    unknown
}

/// How many typing errors separate the two names: an extra character, a missing one, a wrong one,
/// or two swapped ones.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let width = other.len() + 1;
    let mut table = vec![0; (one.len() + 1) * width];
    for row in 0..=one.len() {
        for column in 0..=other.len() {
            let at = row * width + column;
            if row == 0 || column == 0 {
                table[at] = row + column;
                continue;
            }
            let wrong = usize::from(one[row - 1] != other[column - 1]);
            let mut least = table[at - width] + 1;
            least = least.min(table[at - 1] + 1);
            least = least.min(table[at - width - 1] + wrong);
            if row > 1
                && column > 1
                && one[row - 1] == other[column - 2]
                && one[row - 2] == other[column - 1]
            {
                least = least.min(table[at - 2 * width - 2] + 1);
            }
            table[at] = least;
        }
    }
    table[table.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(names: &[&str]) -> Unknown {
        let read = BTreeSet::from(["SECRET", "TOKEN", "PATH", "KIND", "ENCODING_AES_KEY"]);
        unknown(names.iter().map(|name| (*name).to_owned()), &read)
    }

    #[test]
    fn what_is_read_somewhere_is_no_matter() {
        let names = ["PATH", "HOME", "WEIXIN_PATH", "WEIXIN_CONFIG", "WEIXIN_LOG"];
        assert_eq!(find(&names), Unknown::default());
        let tests = ["WEIXIN_TEST_PYTHON", "WEIXIN_STORE_TEST_DATA", "WEIXIN_TOKEN_SERVER_KEY"];
        assert_eq!(find(&tests), Unknown::default());
    }

    #[test]
    fn typing_errors_are_told_from_names_of_others() {
        for (name, meant) in [
            ("WEIXIN_SECERT", "WEIXIN_SECRET"),
            ("WEIXIN_TOKENS", "WEIXIN_TOKEN"),
            ("WEIXIN_ENCODING_AESKEY", "WEIXIN_ENCODING_AES_KEY"),
            ("WEIXIN_KNID", "WEIXIN_KIND"),
        ] {
            let found = find(&[name]);
            let [problem] = &found.misspelt[..] else { panic!("{name}: {found:?}") };
            assert!(problem.what == name && problem.why.contains(meant), "{problem:?}");
            assert!(found.others.is_empty());
        }
        for name in ["WEIXIN_SHOP_DATABASE", "WEIXIN_PORT", "WEIXIN_", "WEIXIN_ID"] {
            let found = find(&[name]);
            assert_eq!((found.misspelt.len(), &found.others[..]), (0, &[name.to_owned()][..]));
        }
    }
}
