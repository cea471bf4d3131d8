//! What became of the messages: exit status, and the lines or the JSON object that are printed.

use std::process::ExitCode;

use serde_json::{Value, json};
use weixin::api::{Error, ErrorKind};

use crate::terminal::{CliError, describe, eprint_error, print_line};

/// The end of the help text.
pub(crate) const EXIT_STATUS: &str = "\
Exit status 退出状态:
  0   sent 已发送
  1   not sent, and it will not work again like this: configuration, rejected by the platform, daily
      quota 未发送，原样重试不会成功：配置错误、被平台拒绝、当日额度用完
  2   the command line is wrong 命令行参数有误
  3   it may have been sent, in whole or in part: no complete answer came, or not all of several
      messages were sent; sending again may send it twice
      可能已发送（全部或部分）：没有收到完整的应答，或多条消息只发出了一部分；重试可能重复
  75  not sent, but it may work later: network, busy, limit per minute
      未发送，稍后重试可能成功：网络问题、系统繁忙、每分钟频率限制";

/// Whether the same command may work later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Retry {
    /// It will not.
    Never,
    /// Nothing was sent; it may.
    Later,
    /// It may have been sent.
    Unknown,
}

impl Retry {
    fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Later => "later",
            Self::Unknown => "unknown",
        }
    }

    fn exit_code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Never => 1,
            Self::Unknown => 3,
            // EX_TEMPFAIL
            Self::Later => 75,
        })
    }

    fn explained(self) -> &'static str {
        match self {
            Self::Never => "it will not work again like this 原样重试不会成功",
            Self::Later => "it may work later 稍后重试可能成功",
            Self::Unknown => {
                "it may have been sent: sending again may send it twice 可能已发送，重试可能重复"
            }
        }
    }
}

/// What was sent.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// The account that sent it; empty before it is known.
    pub(super) account: String,
    /// How many messages the platform has accepted.
    pub(super) messages: usize,
    /// Their ids, in WeCom.
    pub(super) ids: Vec<String>,
    /// Members, departments and tags that were not reached, in WeCom.
    pub(super) unreached: Vec<String>,
}

/// Why a message was not sent.
#[derive(Debug)]
pub(super) struct NotSent {
    retry: Retry,
    code: Option<i64>,
    text: String,
}

impl NotSent {
    /// An error before anything was sent, such as that of an upload.
    pub(super) fn before(error: Error) -> Self {
        let retry = match error.kind() {
            // An answer of something in between: a proxy, a login page of the network.
            ErrorKind::Status | ErrorKind::Reply => Retry::Later,
            ErrorKind::Credential if error.code().is_none() => Retry::Later,
            _ if error.is_retryable() => Retry::Later,
            _ => Retry::Never,
        };
        Self::of(retry, &error)
    }

    /// An error of the call that sends a message.
    pub(super) fn while_sending(error: Error) -> Self {
        match error.kind() {
            ErrorKind::Interrupted
            | ErrorKind::Timeout
            | ErrorKind::Status
            | ErrorKind::Reply
            | ErrorKind::Unverified
            | ErrorKind::TooLarge => Self::of(Retry::Unknown, &error),
            _ => Self::before(error),
        }
    }

    fn of(retry: Retry, error: &Error) -> Self {
        Self { retry, code: error.code().map(|code| code.get()), text: describe(error) }
    }

    /// The same after `sent` messages: sending all of them again would repeat these.
    pub(super) fn after(mut self, sent: usize) -> Self {
        if sent > 0 {
            self.retry = Retry::Unknown;
        }
        self
    }
}

impl From<String> for NotSent {
    fn from(text: String) -> Self {
        Self { retry: Retry::Never, code: None, text }
    }
}

/// Prints what became of the messages.
pub(super) fn print(
    sent: &Sent,
    outcome: Result<(), NotSent>,
    as_json: bool,
) -> Result<ExitCode, CliError> {
    let code = outcome.as_ref().map_or_else(|not| not.retry.exit_code(), |()| ExitCode::SUCCESS);
    match (outcome, as_json) {
        (Ok(()), false) => {
            if !sent.unreached.is_empty() {
                eprint_error(&format!("not reached 未送达: {}", sent.unreached.join(", ")));
            }
        }
        (Err(not), false) => {
            let before = match sent.messages {
                0 => String::new(),
                count => format!(" ({count} sent before 此前已发送 {count} 条)"),
            };
            let NotSent { retry, text, .. } = not;
            eprint_error(&format!("not sent 未发送{before}: {text}\n  {}", retry.explained()));
        }
        (outcome, true) => match print_line(&json_of(sent, outcome).to_string()) {
            // The exit status has to be right even if nobody reads the line.
            Ok(()) | Err(CliError::OutputClosed) => {}
            Err(problem) => return Err(problem),
        },
    }
    Ok(code)
}

fn json_of(sent: &Sent, outcome: Result<(), NotSent>) -> Value {
    match outcome {
        Ok(()) => json!({
            "sent": true,
            "account": sent.account,
            "messages": sent.messages,
            "ids": sent.ids,
            "unreached": sent.unreached,
        }),
        Err(NotSent { retry, code, text }) => json!({
            "sent": false,
            "retry": retry.as_str(),
            "code": code,
            "error": text,
            "messages": sent.messages,
        }),
    }
}

#[cfg(test)]
mod tests {
    use weixin::{
        api::{ErrCode, ErrorKind as Kind},
        protocol::Product,
    };

    use super::*;

    #[test]
    fn errors_say_whether_to_send_again() {
        let platform = |product, code| Error::platform(product, ErrCode::new(code), "no");
        let error = |kind| Error::new(kind, "no");
        let busy = platform(Product::Official, -1);
        for (error, before, sending) in [
            (error(Kind::Connect), Retry::Later, Retry::Later),
            (error(Kind::Interrupted), Retry::Later, Retry::Unknown),
            (error(Kind::Timeout), Retry::Later, Retry::Unknown),
            (error(Kind::Status), Retry::Later, Retry::Unknown),
            (error(Kind::Reply), Retry::Later, Retry::Unknown),
            (error(Kind::Call), Retry::Never, Retry::Never),
            (error(Kind::Credential), Retry::Later, Retry::Later),
            (busy.clone().with_kind(Kind::Credential), Retry::Later, Retry::Later),
            (busy, Retry::Later, Retry::Later),
            (platform(Product::Official, 45011), Retry::Later, Retry::Later),
            (platform(Product::Official, 45009), Retry::Never, Retry::Never),
            (platform(Product::Work, 45009), Retry::Later, Retry::Later),
            (platform(Product::Official, 45015), Retry::Never, Retry::Never),
            (
                platform(Product::Official, 40125).with_kind(Kind::Credential),
                Retry::Never,
                Retry::Never,
            ),
        ] {
            let classes =
                (NotSent::before(error.clone()).retry, NotSent::while_sending(error.clone()).retry);
            assert_eq!(classes, (before, sending), "{error:?}");
            assert_eq!(NotSent::before(error).after(1).retry, Retry::Unknown);
        }
    }
}
