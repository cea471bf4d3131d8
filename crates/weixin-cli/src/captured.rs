//! `weixin verify` and `weixin decrypt`: one captured push, step by step.

use std::{
    io::{IsTerminal, Read},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use weixin::protocol::{Callback, CallbackToken, EncodingAesKey, Product, Query, diagnose};

use crate::say;

/// A captured push and what it should have been signed and encrypted with.
#[derive(Debug, Args)]
pub(crate) struct Captured {
    /// The callback's token
    #[arg(long, env = "WEIXIN_TOKEN", hide_env_values = true)]
    token: String,
    /// The EncodingAESKey: 43 letters and digits
    #[arg(long = "aes-key", env = "WEIXIN_ENCODING_AES_KEY", hide_env_values = true)]
    aes_key: Option<String>,
    /// The key before the last change
    #[arg(long = "previous-aes-key", env = "WEIXIN_PREVIOUS_AES_KEY", hide_env_values = true)]
    previous_aes_key: Option<String>,
    /// The appid, or the corp id in WeCom: whom the push is encrypted for
    #[arg(long = "id", env = "WEIXIN_APP_ID")]
    id: Option<String>,
    /// official, mini or work
    #[arg(long, env = "WEIXIN_KIND", default_value = "official")]
    kind: Product,
    /// The URL or the query of the captured request
    #[arg(long)]
    url: String,
    /// The file with the captured body; standard input if left out. A URL verification has none
    #[arg(long)]
    body: Option<PathBuf>,
}

impl Captured {
    fn read(&self) -> Result<(Callback, Query, String), String> {
        let error = |error: weixin::protocol::Error| error.to_string();
        let token = CallbackToken::new(&self.token).map_err(error)?;
        let key = |text: &Option<String>| {
            text.as_deref().map(EncodingAesKey::new).transpose().map_err(error)
        };
        let mut callback = Callback::new(self.kind, token);
        if let Some(key) = key(&self.aes_key)? {
            callback = callback.key(key);
        }
        if let Some(key) = key(&self.previous_aes_key)? {
            callback = callback.previous_key(key);
        }
        if let Some(id) = &self.id {
            callback = callback.receive_id(id);
        }
        let query = self.url.split_once('?').map_or(&*self.url, |(_, query)| query);
        let query = Query::parse(query.split('#').next().unwrap_or_default()).map_err(error)?;
        let body = match &self.body {
            Some(path) => std::fs::read_to_string(path)
                .map_err(|error| format!("{}: {error}", path.display()))?,
            None if query.echostr.is_some() && std::io::stdin().is_terminal() => String::new(),
            None => {
                let mut body = String::new();
                std::io::stdin().read_to_string(&mut body).map_err(|error| error.to_string())?;
                body
            }
        };
        Ok((callback, query, body))
    }

    /// Says which of signature, key, padding, receive id and content is wrong.
    pub(crate) fn verify(&self) -> Result<ExitCode, String> {
        let (callback, query, body) = self.read()?;
        let (checks, plain) = diagnose(&callback, &query, &body);
        let mut right = !checks.is_empty();
        for check in &checks {
            right &= check.ok;
            say(&format!(
                "{} {:<14} {}",
                if check.ok { "✓" } else { "✗" },
                check.name,
                check.detail
            ));
        }
        if checks.is_empty() {
            say("✗ the query has neither `signature` nor `msg_signature` 请求里没有签名");
        }
        if let Some(plain) = plain {
            say(&format!("\n{plain}"));
        }
        Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// Prints the decrypted message and nothing else.
    pub(crate) fn decrypt(&self) -> Result<ExitCode, String> {
        let (callback, query, body) = self.read()?;
        let (checks, plain) = diagnose(&callback, &query, &body);
        let Some(plain) = plain else {
            let wrong = checks.iter().find(|check| !check.ok);
            return Err(wrong.map_or("nothing to decrypt".to_owned(), |check| {
                format!("{}: {}", check.name, check.detail)
            }));
        };
        say(&plain);
        Ok(ExitCode::SUCCESS)
    }
}
