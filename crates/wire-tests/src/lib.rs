//! Round trips of declared endpoints and pushes, for the tests of the product crates.
//!
//! A client writes what an emulator reads, and the other way round. These functions do both with one
//! value and compare the results, so that a test only states what the platform's form is:
//!
//! ```
//! # use serde_json::json;
//! # use weixin_api::{AccountId, Empty, endpoint};
//! # use weixin_protocol::Product;
//! # use weixin_wire_tests::RoundTrip;
//! # /// Tells the platform that somebody is typing.
//! # #[endpoint(POST "/cgi-bin/message/custom/typing", title = "客服输入状态",
//! #     doc = "https://developers.weixin.qq.com/doc/", scope(official), reply = Empty)]
//! # pub struct SetTyping {
//! #     /// Who sees the state.
//! #     pub touser: String,
//! #     /// `Typing` or `CancelTyping`.
//! #     pub command: String,
//! # }
//! let calls = RoundTrip::of(AccountId::new(Product::Official, "wx1"));
//! calls.sends(
//!     &SetTyping::new("oAnn", "Typing"),
//!     "POST /cgi-bin/message/custom/typing",
//!     json!({"touser": "oAnn", "command": "Typing"}),
//! );
//! weixin_wire_tests::reply::<SetTyping>(json!({"errcode": 0, "errmsg": "ok"}));
//! ```
//!
//! | | strict | for what the platform writes in another form than this library |
//! |---|---|---|
//! | requests | [`RoundTrip::sent`], [`RoundTrip::sends`], [`RoundTrip::paged`] | |
//! | replies | [`reply`], [`file_reply`] | [`irregular_reply`] |
//! | pushes | [`push`], [`message`], [`event`], [`notice`] | [`irregular_push`] |
//!
//! All of them panic if a comparison fails. The message names the endpoint with its official page,
//! and each differing field with both values.

mod compare;
mod push;
mod reply;
mod request;

pub use push::{event, irregular_push, message, notice, push};
pub use reply::{file_reply, irregular_reply, reply};
pub use request::{RoundTrip, file};

use weixin_api::Endpoint;

/// The endpoint, for failure messages.
fn named<E: Endpoint>() -> String {
    let info = E::INFO;
    format!("{} ({} {}) {}", info.name, info.method, info.path, info.doc)
}
