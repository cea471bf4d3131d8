//! Sans-IO wire protocol of the WeChat platform (unofficial).
//!
//! Signatures, message encryption, inbound messages and events, passive replies: everything
//! between the bytes of a callback request and typed values, without a socket, a clock or a
//! runtime. It serves both sides: a bot [opens](Callback::open) pushes and
//! [seals](ReplySeal::seal) answers, the emulator [makes pushes](Callback::push) and
//! [reads answers](Callback::read_answer).
//!
//! ```
//! use weixin_protocol::{Callback, CallbackToken, EncodingAesKey, PassiveReply, Product, Query, Text};
//!
//! # fn answer(query: &str, body: &[u8], now: i64) -> Result<String, Box<dyn std::error::Error>> {
//! let callback = Callback::new(Product::Official, CallbackToken::new("QDG6eK")?)
//!     .key(EncodingAesKey::new("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C")?)
//!     .receive_id("wx5823bf96d3bd56c7");
//! let (push, seal) = callback.open(&Query::parse(query)?, body, now)?;
//! let text: Text = push.read()?;
//! Ok(seal.seal(&PassiveReply::Text(text.content), now)?.body)
//! # }
//! ```
//!
//! # What is rejected
//! * A push whose signature is wrong or missing. It is compared in constant time, before the body is
//!   read or, where the body is signed, before anything but its envelope is.
//! * A push whose signed time is too far from the local time, and with [`ReplayWindow`] one that was seen before.
//! * An answer of the account that is posted back.
//! * A push in a mode that the account does not accept: safe mode never reads a plain body.
//! * A push encrypted for another account.
//! * `DOCTYPE`, entities other than XML's five, and bodies that are too deep or too large.

mod callback;
mod crypto;
mod envelope;
mod error;
mod ids;
mod inbound;
mod int_enum;
mod limits;
mod product;
mod reply;
mod schema;
mod secret;
mod send_rule;
mod signature;
mod tree;
mod verified;

// The macros write `::weixin_protocol`, here too.
extern crate self as weixin_protocol;

pub use callback::{
    BotAnswer, Callback, Check, Echo, Mode, PlatformPush, Prechecked, Query, ReplayKey,
    ReplayWindow, ReplySeal, SealedReply, Seen, Stamp, UnknownMode, UrlCheck, diagnose,
};
pub use crypto::{CallbackToken, EncodingAesKey, Plaintext};
pub use envelope::EncryptedEnvelope;
pub use error::{Error, ErrorKind};
pub use ids::{AgentId, AppId, CorpId, MediaId, OpenId, PeerId, UnionId, UserId};
pub use inbound::{
    Click, EnterSession, FromNode, Header, Image, Inbound, InboundMessage, InboundVisitor, Kind,
    Link, Location, LocationReport, MenuAlbum, MenuCamera, MenuCameraOrAlbum, MenuLocation,
    MenuScan, MenuScanAndWait, MessageInfo, MiniProgramPage, PushId, ReadError, Scan, ScannedCode,
    Selector, SentLocation, SentPicture, SentPictures, ShortVideo, Subscribe, Text, ToNode,
    Unsubscribe, Video, View, ViewMiniProgram, Voice, visit_messages,
};
#[doc(hidden)]
pub use inbound::{field, item_field, read_part};
pub use limits::{FileKind, FileLimits, MessageChannel, MessageKind, MessageLimits};
pub use product::{Product, UnknownProduct};
pub use reply::{
    Acknowledgement, Article, Music, PassiveReply, PushClass, push_class, url_check_deadline,
};
pub use schema::{
    ChoiceForm, ChoiceInfo, Describe, Described, EnumInfo, FieldInfo, IdInfo, StructInfo, TypeInfo,
    ValueInfo, VariantInfo,
};
pub use secret::Secret;
pub use send_rule::{SendRate, SendWindow, WindowAction};
pub use signature::Signature;
pub use tree::{Format, MAX_DEPTH, MAX_NODES, Map, Node, lenient_json};
pub use verified::{Provenance, Verified};
pub use weixin_macros::{Describe, StringEnum, inbound};

/// What the macros generate code for in other crates.
#[doc(hidden)]
pub mod __private {
    pub use serde;

    use crate::{Describe, Described, TypeInfo};

    /// A boolean that is 1 or 0 on the wire.
    #[inline]
    pub fn flag() -> &'static TypeInfo {
        &TypeInfo::Flag
    }

    /// JSON that is a text on the wire.
    #[inline]
    pub fn json_text<T: Describe>() -> &'static TypeInfo {
        const { &TypeInfo::JsonText(Described::of::<T>()) }
    }

    /// A list that is one text on the wire, its items separated by `|`.
    #[inline]
    pub fn joined<T: Describe>() -> &'static TypeInfo {
        const { &TypeInfo::Joined('|', Described::of::<T>()) }
    }
}
