//! The `weixin` command.

fn main() -> std::process::ExitCode {
    weixin_cli::run()
}
