//! The page of error codes is that of the table of hints.

use std::{env, fmt::Write, fs, path::Path};

use weixin_api::Hint;
use weixin_protocol::Product;

/// Writes the page instead of comparing it.
const WRITE: &str = "WEIXIN_TEST_WRITE_PITFALLS";

fn page() -> String {
    let mut text = "# Pitfalls\n\nWhat to do about the platform's error codes, as the errors of this library say it, too \
                    (`Error::hint`). Written by `WEIXIN_TEST_WRITE_PITFALLS=1 cargo test -p weixin-api --test \
                    pitfalls` from the table in `crates/weixin-api/src/hint.rs`.\n\n平台错误码的常见原因与处理办法，与本库错误信息中的提示相同。\n"
        .to_owned();
    for (product, title) in [
        (Product::Official, "Official Accounts and Mini Programs 公众号与小程序"),
        (Product::Work, "WeCom 企业微信"),
    ] {
        let _ = write!(text, "\n## {title}\n\n| code | what to do | 处理办法 |\n|---|---|---|\n");
        for (first, last, hint) in Hint::all(product) {
            let (first, last) = (first.get(), last.get());
            let codes =
                if first == last { first.to_string() } else { format!("{first} – {last}") };
            let _ = writeln!(text, "| {codes} | {} | {} |", cell(hint.en), cell(hint.zh));
        }
    }
    text
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[test]
fn the_page_of_error_codes_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pitfalls.md");
    if env::var_os(WRITE).is_some() {
        fs::write(&file, page()).expect("docs/ is writable");
    }
    // A packed crate has no `docs/` beside it.
    let Ok(text) = fs::read_to_string(&file) else { return };
    assert_eq!(text, page(), "run it with {WRITE}=1");
}

#[test]
fn codes_are_in_order_and_have_one_hint() {
    for product in [Product::Official, Product::Work] {
        let rows: Vec<_> = Hint::all(product).collect();
        for (first, last, _) in &rows {
            assert!(first.get() <= last.get());
        }
        for pair in rows.windows(2) {
            assert!(pair[0].1.get() < pair[1].0.get(), "{:?} and {:?}", pair[0].1, pair[1].0);
        }
    }
}
