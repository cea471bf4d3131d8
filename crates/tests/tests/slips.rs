//! Common mistakes and the resulting compiler errors.

/// Compiler messages depend on the version; they are checked with the version used in CI.
#[test]
fn compiler_errors_for_common_mistakes() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/slips/*.rs");
}
