//! The `weixin` command as `cargo run` has it: everything but `weixin api`, so that it is built in a
//! fraction of the time.

fn main() -> std::process::ExitCode {
    weixin_cli::run()
}
