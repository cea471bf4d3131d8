//! Why a bot rejects a request, as far as that can be seen from outside: a bot does not say it in its
//! answer, on purpose.

use weixin::protocol::{Mode, Product};

use super::target::{Setting, Target};

/// What the log of a bot of this library says about it.
const LOG: &str = "the bot's log has a line `a request was rejected` that names which 机器人日志中的 \
    `a request was rejected` 一行会指明原因";

/// A cause that another request has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// By how many seconds the bot's clock is ahead of ours.
    Clock(i64),
    /// The bot has another value than the current one, which is known.
    Outdated(Setting),
    /// The bot accepts this mode.
    Mode(Mode),
}

impl Cause {
    /// Detail and advice.
    pub(super) fn explain(self) -> (String, String) {
        match self {
            Self::Clock(ahead) => {
                let (apart, side) = (ahead.unsigned_abs(), if ahead > 0 { "ahead of" } else { "behind" });
                (
                    format!("because of the clock: the bot's is {apart} s {side} this machine's 时钟相差过大"),
                    "set both clocks by NTP; `weixin doctor` on the bot's machine says which one is wrong \
                     请用 NTP 校准时间；在机器人所在机器上运行 `weixin doctor` 可知哪个有误"
                        .to_owned(),
                )
            }
            Self::Outdated(setting) => {
                let (what, chinese) = match setting {
                    Setting::Token => ("the previous token and not the current one", "机器人仍在使用旧的 Token"),
                    Setting::Key => ("the previous key and not the current one", "机器人仍在使用旧的 EncodingAESKey"),
                    Setting::ReceiveId => ("app_id and not receive_id as its receive id", "机器人使用的是 app_id 而不是 receive_id"),
                };
                (
                    format!("the bot has {what} {chinese}"),
                    "give the bot the same configuration, and restart it 更新机器人的配置并重启".to_owned(),
                )
            }
            Self::Mode(mode) => (
                format!("because of the mode: the bot accepts {mode} pushes 加密方式不符：机器人接受 {mode} 模式"),
                "set `modes` of the bot to what the console says (消息加解密方式) 使 modes 与后台的消息加解密方式一致".to_owned(),
            ),
        }
    }
}

fn numbered(causes: &[&str]) -> String {
    let causes: Vec<_> =
        causes.iter().enumerate().map(|(index, cause)| format!("{}. {cause}", index + 1)).collect();
    format!("the likely causes, in order 可能的原因（按可能性排序）:\n{}\n{LOG}", causes.join("\n"))
}

const OTHER_TOKEN: &str = "token: the bot's differs from the one here (or from that in the console); \
    look for spaces, and for a bot that was not restarted Token 与机器人的不一致";
const CLOCK: &str = "clock: the bot's may be wrong, and its answers have no `Date` to compare it with 机器人的时钟可能有误";
const QUERY: &str =
    "query: a proxy drops or changes the parameters of the URL 代理丢弃或修改了查询参数";
const OTHER_ACCOUNT: &str =
    "path: another account, or another bot, is served there 该路径属于其他账号或机器人";
const OTHER_KEY: &str = "key: the bot's EncodingAESKey differs EncodingAESKey 与机器人的不一致";
const BODY: &str = "body: a proxy or a firewall changes it 代理或防火墙修改了请求体";

/// The candidates for a rejected URL verification.
pub(super) fn of_verification(target: &Target, knows_time: bool) -> String {
    let mut causes = vec![OTHER_TOKEN];
    if target.is_work() {
        causes.push(OTHER_KEY);
        causes.push("receive id: the bot's corp id differs 企业 ID 与机器人的不一致");
    }
    if !knows_time {
        causes.push(CLOCK);
    }
    causes.extend([QUERY, OTHER_ACCOUNT]);
    numbered(&causes)
}

/// The candidates for a rejected push. `is_token_right`: a URL verification has shown it.
pub(super) fn of_push(
    target: &Target,
    mode: Mode,
    is_token_right: bool,
    knows_time: bool,
) -> String {
    let is_encrypted = mode != Mode::Plain;
    let mut causes = Vec::new();
    if !is_token_right {
        causes.push(OTHER_TOKEN);
    }
    // WeCom's URL verification is encrypted, and shows that these are right, too.
    let is_key_right = is_token_right && target.callback.product() == Product::Work;
    if is_encrypted && !is_key_right {
        causes.push(OTHER_KEY);
        causes.push("receive id: the bot's app_id (or receive_id) differs AppID（或 receive_id）与机器人的不一致");
    }
    if !target.is_work() {
        causes.push("mode: the bot's `modes` do not have this one 机器人的 modes 不包含该加密方式");
    }
    if target.has_original_id() {
        causes.push("addressee: the bot's original_id differs original_id 与机器人的不一致");
    }
    if !is_token_right {
        causes.extend((!knows_time).then_some(CLOCK));
        causes.push(QUERY);
    }
    causes.push(BODY);
    numbered(&causes)
}
