//! Calling a group whose feature is off says which feature brings it.
//!
//! With `full`, as in most steps, there is nothing to see: the step `features` runs this with the
//! features that a program has by default.
#![cfg(not(feature = "official-tag"))]

#[test]
fn the_error_names_the_feature_of_the_group() {
    trybuild::TestCases::new().compile_fail("tests/missing_group/*.rs");
}
