//! The usual slips, and what the compiler says about them.

/// The compiler's words change with its version; they are checked with the one CI has.
#[test]
fn messages_for_the_usual_slips() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/slips/*.rs");
}
