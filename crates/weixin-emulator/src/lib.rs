//! The WeChat platform on your ctx: a faithful local emulator with both directions, a clock and
//! a web page (unofficial).
//!
//! An [`Emulator`] has sandbox [`Account`]s and [`Person`]s. It answers calls of the platform's
//! API with state behind them and the real error codes, and pushes what people do to a bot: at an
//! address, or a `tower` service in this process, in plain, compatible or safe mode, XML or JSON,
//! with the platform's deadlines and repeats. Its rules are [data](Rules). Its clock is virtual in
//! tests: `platform.clock().advance(…)` takes no time.
//!
//! When it listens, `http://127.0.0.1:PORT/` shows a phone beside an inspector.
//!
//! # Calling its API
//! The paths are the platform's own. Which host is meant is told by, in this order: a prefix
//! (`/@qyapi.weixin.qq.com/cgi-bin/…`), an absolute URL in the request line or a known `Host`
//! header, the owner of the access token, appid or corpid in the call.

mod account;
mod action;
mod authorize;
mod clock;
mod control;
mod emulator;
mod endpoints;
mod ids;
mod interaction;
mod matching;
mod person;
mod platform;
mod problem;
mod push;
mod qr_image;
mod rules;
mod state;
pub mod timeline;

pub use account::{Account, Credentials};
pub use action::UserAction;
pub use clock::{PlatformClock, VirtualClock};
pub use emulator::{Emulator, EmulatorBuilder};
pub use interaction::Interaction;
pub use matching::{TextMatcher, TextPattern, any_text, contains, starts_with};
pub use person::Person;
pub use problem::Problem;
pub use push::{Delivery, Exchange};
pub use rules::{
    CorpRules, CutRule, MediaRules, MenuRules, PushRules, QrCodeRules, QuotaRules, Rules, TagRules,
    TemplateRules, TokenRules, Window, WindowRules,
};
pub use timeline::PushOutcome;
pub use weixin_protocol::{Format, Mode, Product};
