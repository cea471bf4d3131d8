//! Prints `catalog/data/declared.jsonl`, for `cargo xtask coverage`.

use std::io::{self, Write};

use weixin_catalog::declared;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = declared::write(&weixin_declared::compiled())?;
    Ok(io::stdout().write_all(text.as_bytes())?)
}
