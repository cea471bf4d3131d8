//! Takes the README's Rust blocks apart, so that `tests/readme.rs` can compile and run them.

use std::{env, fs, path::Path};

fn main() {
    for (name, file) in [("en", "README.md"), ("zh", "README.zh-CN.md")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
        let blocks = text.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next());
        let out = env::var("OUT_DIR").expect("Cargo sets it");
        for (index, block) in blocks.enumerate() {
            let target = Path::new(&out).join(format!("readme_{name}_{index}.rs"));
            fs::write(target, block).expect("Cargo's own folder can be written");
        }
    }
}
