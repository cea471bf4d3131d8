//! The `weixin` command for `cargo run`: everything except `weixin api`, so that it builds in a
//! fraction of the time.

fn main() -> std::process::ExitCode {
    weixin_cli::run()
}
