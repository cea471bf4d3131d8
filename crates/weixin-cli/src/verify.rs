//! `weixin verify` and `weixin decrypt`: check a captured push step by step.

use std::{
    io::{IsTerminal, Read},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use weixin::protocol::{
    Callback, CallbackToken, Check, EncodingAesKey, Mode, Product, Query, diagnose,
};

use crate::terminal::{CliError, eprint_error, print_line};

/// A captured push, and the settings of its callback.
#[derive(Debug, Args)]
pub(crate) struct CapturedPush {
    /// The token of the callback 令牌（Token）
    #[arg(long, env = "WEIXIN_TOKEN", hide_env_values = true)]
    token: String,
    /// The EncodingAESKey: 43 letters and digits 消息加解密密钥，43 位字母或数字
    #[arg(long = "aes-key", env = "WEIXIN_ENCODING_AES_KEY", hide_env_values = true)]
    aes_key: Option<String>,
    /// The previous EncodingAESKey, after a change of the key 更换密钥前的消息加解密密钥
    #[arg(long = "previous-aes-key", env = "WEIXIN_PREVIOUS_AES_KEY", hide_env_values = true)]
    previous_aes_key: Option<String>,
    /// The receive id of the push: the appid, or the corpid in WeCom 推送的 receiveid：AppID 或企业 ID
    #[arg(long = "id", env = "WEIXIN_APP_ID")]
    id: Option<String>,
    /// The kind of the account: official, mini or work 账号类型
    #[arg(long, env = "WEIXIN_KIND", default_value = "official")]
    kind: Product,
    /// The URL or the query of the captured request 抓取到的请求的 URL 或查询参数
    #[arg(long)]
    url: String,
    /// The file with the captured body [default: standard input]; a URL verification has none
    /// 请求体文件，默认读取标准输入；URL 验证请求没有请求体
    #[arg(long)]
    body: Option<PathBuf>,
}

impl CapturedPush {
    fn read(&self) -> Result<(Callback, Query, String), String> {
        let error = |error: weixin::protocol::Error| error.to_string();
        let token = CallbackToken::new(&self.token).map_err(error)?;
        let key = |text: &Option<String>| {
            text.as_deref().map(EncodingAesKey::new).transpose().map_err(error)
        };
        // All modes are accepted, because this is a diagnosis and grants no access.
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

    /// Reports which of signature, key, padding, receive id and content is wrong.
    pub(crate) fn verify(&self) -> Result<ExitCode, CliError> {
        let (callback, query, body) = self.read()?;
        let (checks, plain) = diagnose(&callback, &query, &body);
        let line = |check: &Check| {
            let mark = if check.ok { "✓" } else { "✗" };
            format!("{mark} {:<14} {}", check.name, check.detail)
        };
        let mut lines: Vec<_> = checks.iter().map(line).collect();
        lines.extend(plain.map(|plain| format!("\n{plain}")));
        let all_ok = checks.iter().all(|check| check.ok);
        match print_line(&lines.join("\n")) {
            // If only the first line was read, the exit status still has to be right.
            Ok(()) | Err(CliError::OutputClosed) => {}
            Err(problem) => return Err(problem),
        }
        Ok(if all_ok { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// Prints the decrypted message, and the problems of the push to standard error.
    pub(crate) fn decrypt(&self) -> Result<ExitCode, CliError> {
        let (callback, query, body) = self.read()?;
        let (checks, plain) = diagnose(&callback, &query, &body);
        for check in checks.iter().filter(|check| !check.ok) {
            eprint_error(&format!("{}: {}", check.name, check.detail));
        }
        let Some(plain) = plain else {
            return Err("no message could be decrypted 无法解密消息".to_owned().into());
        };
        print_line(&plain)?;
        Ok(ExitCode::SUCCESS)
    }
}
