//! Whether every group shows a call: an example in the documentation that the compiler reads.

use super::{
    PRODUCTS,
    source::{Group, Product},
};
use crate::shell::Repo;

#[test]
fn every_group_has_a_compiled_example() {
    let repo = Repo::find(false);
    let mut products: Vec<Product> = Vec::new();
    let mut without = Vec::new();
    for name in PRODUCTS {
        let product = Product::read(&repo.path("crates"), name, products.first()).unwrap();
        // A group from another product has its example there; one without a handle is called by the
        // client itself, or has messages only.
        let with_calls = |group: &&Group| group.handle.is_some() && !group.from_official;
        for group in product.groups.iter().filter(with_calls) {
            let dir = repo.path(&format!("crates/weixin-{name}"));
            let source = super::source::source_of(&dir, &group.name).unwrap();
            if examples(&source) == 0 {
                without.push(format!("{name}: {}", group.name));
            }
        }
        products.push(product);
    }
    assert!(
        without.is_empty(),
        "the documentation of these groups has no example that compiles:\n  {}",
        without.join("\n  ")
    );
}

/// How many blocks in the doc comments of a source text are compiled.
fn examples(source: &str) -> usize {
    let mut compiled = 0;
    // The backticks that end the block the line is in.
    let mut block: Option<&str> = None;
    for line in source.lines().map(str::trim_start) {
        let Some(text) = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")) else {
            // A block ends with its comment.
            block = None;
            continue;
        };
        let text = text.trim();
        let info = text.trim_start_matches('`');
        let fence = &text[..text.len() - info.len()];
        match block {
            Some(open) if info.is_empty() && fence.len() >= open.len() => block = None,
            None if fence.len() >= 3 => {
                block = Some(fence);
                compiled += usize::from(is_compiled(info));
            }
            _ => {}
        }
    }
    compiled
}

/// Whether rustdoc compiles a block with these words behind its backticks.
fn is_compiled(info: &str) -> bool {
    info.split([',', ' ']).filter(|word| !word.is_empty()).all(|word| {
        matches!(word, "rust" | "no_run" | "should_panic") || word.starts_with("edition")
    })
}

#[test]
fn only_compiled_blocks_count() {
    assert_eq!(examples("/// ```\n/// let a = 1;\n/// ```\npub struct A;"), 1);
    assert_eq!(examples("    //! ```rust,no_run\n    //! loop {}\n    //! ```"), 1);
    for info in ["text", "ignore", "rust,ignore", "compile_fail", "json", "sh"] {
        let source = format!("/// ```{info}\n/// let a = 1;\n/// ```\npub struct A;");
        assert_eq!(examples(&source), 0, "{info}");
    }
    // The end of a block opens none, and what stands in a block is no block.
    assert_eq!(examples("/// ```text\n/// a\n/// ```\n///\n/// ```\n/// b();\n/// ```"), 1);
    assert_eq!(examples("/// ````text\n/// ```\n/// a\n/// ```\n/// ````"), 0);
    // A block ends with its comment; strings and plain comments have none.
    assert_eq!(examples("/// ```text\nfn a() {}\n/// ```\n/// b();\n/// ```"), 1);
    assert_eq!(examples("// ```\n// a();\n// ```\nconst A: &str = \"```\";"), 0);
}
