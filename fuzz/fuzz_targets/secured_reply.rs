#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| weixin_fuzz::secured_reply(data));

#[cfg(not(fuzzing))]
fn main() {
    eprintln!("run this with `cargo fuzz run secured_reply`");
}
