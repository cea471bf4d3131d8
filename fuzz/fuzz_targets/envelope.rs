#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| weixin_fuzz::envelope(data));

#[cfg(not(fuzzing))]
fn main() {
    eprintln!("run this with `cargo fuzz run envelope`");
}
