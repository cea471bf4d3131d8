//! Runs each target on its seeds, on every prefix of them, and on a few thousand deterministic
//! mutations. No substitute for fuzzing: it keeps the targets and the seeds working and finds
//! shallow bugs.

use std::{fs, path::Path};

const MUTATIONS: usize = 2_000;

/// Tokens that are significant to the readers.
const TOKENS: [&[u8]; 22] = [
    b"<xml>",
    b"</xml>",
    b"<![CDATA[",
    b"]]>",
    b"<!DOCTYPE",
    b"&amp;",
    b"&#0;",
    b"&#x1F600;",
    b"<a/>",
    b"<!--",
    b"<?",
    b"{",
    b"}",
    b"[",
    b"\"",
    b"\\u0000",
    b"\xff",
    b"1e999",
    b"<Encrypt>",
    b"</Encrypt>",
    b"\"Encrypt\":",
    b"\\ud83d",
];

#[test]
fn open() {
    smoke("open", weixin_fuzz::open);
}

#[test]
fn envelope() {
    smoke("envelope", weixin_fuzz::envelope);
}

#[test]
fn xml_tree() {
    smoke("xml_tree", weixin_fuzz::xml_tree);
}

#[test]
fn json_tree() {
    smoke("json_tree", weixin_fuzz::json_tree);
}

#[test]
fn secured_reply() {
    smoke("secured_reply", weixin_fuzz::secured_reply);
}

fn smoke(name: &str, target: fn(&[u8])) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    let mut paths: Vec<_> =
        fs::read_dir(&dir).expect("seeds").map(|entry| entry.expect("a seed").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no seeds in {}", dir.display());

    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for path in paths {
        let seed = fs::read(&path).expect("a seed");
        (0..=seed.len()).for_each(|end| target(&seed[..end]));
        for _ in 0..MUTATIONS {
            let mut data = seed.clone();
            for _ in 0..=random.below(4) {
                random.mutate(&mut data);
            }
            target(&data);
        }
    }
}

/// Xorshift: the mutations have to vary, not to be unpredictable.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    fn mutate(&mut self, data: &mut Vec<u8>) {
        let at = self.below(data.len() + 1);
        let end = (at + self.below(16)).min(data.len());
        match self.below(5) {
            0 if at < data.len() => data[at] ^= 1 << self.below(8),
            1 => drop(data.drain(at..end)),
            2 => {
                let piece = data[at..end].to_vec();
                let to = self.below(data.len() + 1);
                data.splice(to..to, piece);
            }
            3 => {
                let to = self.below(data.len() + 1);
                if let Some(byte) = data.get(at).copied() {
                    data.insert(to, byte);
                }
            }
            _ => {
                let token = TOKENS[self.below(TOKENS.len())];
                data.splice(at..end, token.iter().copied());
            }
        }
    }
}
