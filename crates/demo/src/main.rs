//! The `weixin` command for `cargo run`: everything except `weixin api` and the stores.

fn main() -> std::process::ExitCode {
    weixin_cli::run()
}
