//! `weixin verify` and `weixin decrypt`: one captured push, step by step.

use std::{
    io::{IsTerminal, Read},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use weixin::protocol::{
    Callback, CallbackToken, Check, EncodingAesKey, Mode, Product, Query, diagnose,
};

use crate::terminal::{Stop, complain, say};

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
        // The body says in which mode it came; nobody is to be let in here.
        let modes = match self.kind {
            Product::Work => &[Mode::Safe][..],
            _ => &[Mode::Plain, Mode::Compatible, Mode::Safe],
        };
        let mut callback = Callback::new(self.kind, token).accept(modes.iter().copied());
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
    pub(crate) fn verify(&self) -> Result<ExitCode, Stop> {
        let (callback, query, body) = self.read()?;
        let (checks, plain) = diagnose(&callback, &query, &body);
        let line = |check: &Check| {
            let mark = if check.ok { "✓" } else { "✗" };
            format!("{mark} {:<14} {}", check.name, check.detail)
        };
        let mut lines: Vec<_> = checks.iter().map(line).collect();
        lines.extend(plain.map(|plain| format!("\n{plain}")));
        let right = checks.iter().all(|check| check.ok);
        match say(&lines.join("\n")) {
            // Who reads only the first line may still ask for the result.
            Ok(()) | Err(Stop::Unheard) => {}
            Err(problem) => return Err(problem),
        }
        Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// Prints the decrypted message, and on standard error what is wrong with the push.
    pub(crate) fn decrypt(&self) -> Result<ExitCode, Stop> {
        let (callback, query, body) = self.read()?;
        let (checks, plain) = diagnose(&callback, &query, &body);
        for check in checks.iter().filter(|check| !check.ok) {
            complain(&format!("{}: {}", check.name, check.detail));
        }
        let Some(plain) = plain else {
            return Err("there is no message that could be decrypted 无法解出消息"
                .to_owned()
                .into());
        };
        say(&plain)?;
        Ok(ExitCode::SUCCESS)
    }
}
