//! What a bot prints when it starts, and where its log goes.

use std::{fmt::Write, io::IsTerminal};

use crate::{App, Config};

/// Prints what the developer pastes into the platform's console. It is printed rather than logged:
/// token and key belong on the screen of whoever starts the bot, not in a log file.
#[expect(clippy::print_stderr, reason = "this is for the person who starts the bot")]
pub(super) fn print_console_settings(app: &App, config: &Config, address: &str) {
    let show_secrets = std::io::stderr().is_terminal();
    eprintln!("{}", console_settings(app, config, address, show_secrets));
}

fn console_settings(app: &App, config: &Config, address: &str, show_secrets: bool) -> String {
    let base = config.public_url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
    let base = base.unwrap_or_else(|| format!("http://{address}"));
    let mut text = String::new();
    let mut line = |line: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{line}");
    };
    let serving = app.serving();
    for mount in serving.callbacks() {
        line("");
        line(&format!("  {} is ready. Paste into the platform's console:", mount.account()));
        line(&format!("    URL              {base}{}", mount.path));
        if show_secrets {
            line(&format!("    Token            {}", mount.callback.token().expose()));
            if let Some(key) = mount.callback.current_key() {
                line(&format!("    EncodingAESKey   {}", key.expose()));
            }
        }
        let modes = mount.callback.modes().iter().map(|mode| mode.as_str());
        line(&format!("    Mode             {}", modes.collect::<Vec<_>>().join(", ")));
    }
    if !show_secrets {
        line("");
        line(
            "  Token and EncodingAESKey are those of the configuration (token, encoding_aes_key).",
        );
        line(
            "  They are not shown here, because standard error is not a terminal and may be a log.",
        );
    }
    if config.public_url.is_none() {
        line("");
        line("  The platform reaches the bot only under a public address: set public_url (or");
        line(
            "  WEIXIN_PUBLIC_URL) to see the right URL here. The emulator needs none: weixin dev.",
        );
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::console_settings;
    use crate::{AccountConfig, Bot, Config};

    const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";

    #[test]
    fn token_and_key_are_for_a_terminal_only() {
        let account = AccountConfig::official("wx0123456789abcdef", "app-secret");
        let config = Config::new(account.callback("testtoken", KEY));
        let app = Bot::new().build(&config).unwrap();
        let on_a_terminal = console_settings(&app, &config, "127.0.0.1:8080", true);
        let in_a_log = console_settings(&app, &config, "127.0.0.1:8080", false);
        for text in [&on_a_terminal, &in_a_log] {
            assert!(text.contains("URL              http://127.0.0.1:8080/callback"), "{text}");
            assert!(text.contains("Mode             safe"), "{text}");
            assert!(text.contains("public_url") && !text.contains("app-secret"), "{text}");
        }
        for secret in ["testtoken", KEY] {
            assert!(on_a_terminal.contains(secret), "{on_a_terminal}");
            assert!(!in_a_log.contains(secret), "{in_a_log}");
        }
        assert!(in_a_log.contains("are not shown here"), "{in_a_log}");
    }
}
