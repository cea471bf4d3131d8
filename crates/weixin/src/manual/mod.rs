//! The manual: how the platform works, and how this library handles it.
//!
//! * [`guide_zh`], 中文指南：从第一个机器人到上线。
//! * [`first_bot`]: handlers, their arguments, their replies.
//! * [`routing`]: which handler gets a push: filters, groups, middleware, observers.
//! * [`dialogues`]: what a bot remembers of a user: forms, time-outs, several processes.
//! * [`accounts`]: configuration; Official Accounts, Mini Programs, WeCom; group robots.
//! * [`several_accounts`]: several accounts in one bot, changed while it runs; new keys without losing a message.
//! * [`five_seconds`]: how long a reply may take, how late replies are sent, repeats.
//! * [`llm_bots`]: language models; what happens to a slow answer, second by second.
//! * [`groups`]: every group of endpoints, and the feature that enables it.
//! * [`security`]: verification of pushes, modes, keys, secrets; encrypted and signed calls.
//! * [testing](testing/index.html): the emulator inside a test (feature `emulator`).
//! * [`deploying`]: proxies, HTTPS, health checks, shutdown, logs, service files, `weixin doctor`.
//! * [`own_server`]: your own HTTP handler, the bot in your own server, serverless runtimes.
//! * [web_backends](web_backends/index.html): login, files, JS-SDK and errors for Mini Programs and pages (feature `web`).
//! * [`scale`]: what one process and each inbox carry; many processes; the platform's own limits.
//! * [`coming_from`]: wechatpy, WxJava, itchatmp, EasyWeChat and silenceper/wechat side by side with this library;
//!   [`coming_from_zh`], 从其他 SDK 迁移.
//! * [`metrics`]: metrics (feature `metrics`), and spans for traces.

pub mod accounts {
    #![doc = include_str!("accounts.md")]
}
pub mod coming_from {
    #![doc = include_str!("coming_from.md")]
}
pub mod coming_from_zh {
    #![doc = include_str!("coming_from_zh.md")]
}
pub mod deploying {
    #![doc = include_str!("deploying.md")]
}
pub mod dialogues {
    #![doc = include_str!("dialogues.md")]
}
pub mod first_bot {
    #![doc = include_str!("first_bot.md")]
}
pub mod five_seconds {
    #![doc = include_str!("five_seconds.md")]
}
pub mod groups {
    #![doc = include_str!("groups.md")]
}
pub mod guide_zh {
    #![doc = include_str!("guide_zh.md")]
}
pub mod llm_bots {
    #![doc = include_str!("llm_bots.md")]
}
pub mod metrics {
    #![doc = include_str!("metrics.md")]
}
pub mod own_server {
    #![doc = include_str!("own_server.md")]
}
pub mod routing {
    #![doc = include_str!("routing.md")]
}
pub mod scale {
    #![doc = include_str!("scale.md")]
}
pub mod security {
    #![doc = include_str!("security.md")]
}
pub mod several_accounts {
    #![doc = include_str!("several_accounts.md")]
}
#[cfg(feature = "emulator")]
pub mod testing {
    #![doc = include_str!("testing.md")]
}
#[cfg(feature = "web")]
pub mod web_backends {
    #![doc = include_str!("web_backends.md")]
}
