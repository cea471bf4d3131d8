//! Compresses the declarations (`data/declared.jsonl`).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "declared")]
    compress();
}

#[cfg(feature = "declared")]
fn compress() {
    use std::{env, fs, path::Path};

    const FILE: &str = "data/declared.jsonl";
    /// Higher levels take several times as long and save 2 % at most.
    const LEVEL: u8 = 7;

    println!("cargo::rerun-if-changed={FILE}");
    let folder = env::var_os("OUT_DIR").expect("Cargo sets it");
    let text = fs::read(FILE).expect("it is part of the package");
    let compressed = miniz_oxide::deflate::compress_to_vec_zlib(&text, LEVEL);
    fs::write(Path::new(&folder).join("declared.zlib"), compressed).expect("Cargo creates OUT_DIR");
}
