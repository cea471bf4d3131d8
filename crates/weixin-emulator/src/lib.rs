//! A local emulator of the WeChat platform: pushes, API, a virtual clock and a web page
//! (unofficial).
//!
//! An [`Emulator`] has sandbox [`Account`]s and [`Person`]s. It implements the platform's API with
//! state and the real error codes, and pushes the actions of people to a bot: at a URL, or a `tower`
//! service in this process, in plain, compatible or safe mode, as XML or JSON, with the platform's
//! deadlines and retries. Its [`Rules`] can be changed. In tests the clock is virtual:
//! `platform.clock().advance(…)` takes no real time. When it listens, `http://127.0.0.1:PORT/` shows
//! a phone and an inspector.
//!
//! # Calling its API
//! The paths are those of the platform. The emulated host is determined by, in this order: a prefix
//! of the path (`/@qyapi.weixin.qq.com/cgi-bin/…`); an absolute URL in the request line or a known
//! `Host` header; the path of a page for web authorization; the owner of the access token, appid or
//! corpid in the call.

mod account;
mod action;
mod api_security;
mod authorize;
mod clock;
mod control;
mod emulator;
mod endpoints;
mod ids;
mod interaction;
mod js_sdk;
mod matching;
mod open_data;
mod person;
mod platform;
mod problem;
mod push;
mod qr_image;
mod rules;
mod state;
pub mod timeline;
mod virtual_payment;
mod website;

pub use account::{Account, Credentials};
pub use action::UserAction;
pub use api_security::ApiSecurityKeys;
pub use clock::{PlatformClock, VirtualClock};
pub use emulator::{Emulator, EmulatorBuilder};
pub use interaction::Interaction;
pub use matching::{TextMatcher, TextPattern, any_text, contains, starts_with};
pub use open_data::OpenData;
pub use person::Person;
pub use problem::Problem;
pub use push::{Delivery, Exchange};
pub use rules::{
    ContentRule, ContentRules, CorpRules, CutRule, MediaRules, MenuRules, PushRules, QrCodeRules,
    QuotaRules, Rules, TagRules, TemplateRules, TokenRules, Window, WindowRules,
};
pub use state::{OpenWindow, WindowTrigger};
pub use timeline::{MessageTrace, PushOutcome, TraceEnd, TraceStep, TraceStepKind};
pub use virtual_payment::VirtualPaymentCredentials;
pub use website::Website;
pub use weixin_protocol::{Format, Mode, Product};
