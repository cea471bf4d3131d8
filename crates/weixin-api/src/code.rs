//! The platform's error codes.

use std::fmt;

use serde::{Deserialize, Serialize};
use weixin_protocol::Product;

use crate::{Auth, Hint};

/// An error code of the platform (`errcode`). The same number may mean different things for
/// different products, so most methods take the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ErrCode(i64);

impl ErrCode {
    /// Success.
    pub const OK: ErrCode = ErrCode(0);
    /// The platform is busy.
    pub const BUSY: ErrCode = ErrCode(-1);
    /// Official, Mini: the secret is wrong, or the access token is not the latest one. WeCom: the
    /// secret is wrong.
    pub const BAD_CREDENTIAL: ErrCode = ErrCode(40001);
    /// The `grant_type` is wrong.
    pub const BAD_GRANT_TYPE: ErrCode = ErrCode(40002);
    /// The openid is wrong, or belongs to another account.
    pub const BAD_OPENID: ErrCode = ErrCode(40003);
    /// This type of file is not allowed here.
    pub const BAD_MEDIA_TYPE: ErrCode = ErrCode(40004);
    /// The file does not exist, or has expired.
    pub const BAD_MEDIA_ID: ErrCode = ErrCode(40007);
    /// The message type is unknown or not allowed here.
    pub const BAD_MESSAGE_TYPE: ErrCode = ErrCode(40008);
    /// The appid (in WeCom the corpid) is wrong.
    pub const BAD_APP_ID: ErrCode = ErrCode(40013);
    /// The access token is malformed or belongs to another account.
    pub const BAD_ACCESS_TOKEN: ErrCode = ErrCode(40014);
    /// A parameter is wrong.
    pub const BAD_PARAMETER: ErrCode = ErrCode(40035);
    /// The secret is wrong.
    pub const BAD_SECRET: ErrCode = ErrCode(40125);
    /// The calling address is not in the account's IP allowlist (IP白名单).
    pub const IP_NOT_ALLOWED: ErrCode = ErrCode(40164);
    /// The access token is missing.
    pub const NO_ACCESS_TOKEN: ErrCode = ErrCode(41001);
    /// The file is missing.
    pub const NO_MEDIA: ErrCode = ErrCode(41005);
    /// The access token has expired.
    pub const ACCESS_TOKEN_EXPIRED: ErrCode = ErrCode(42001);
    /// The call must be a GET.
    pub const NEEDS_GET: ErrCode = ErrCode(43001);
    /// The call must be a POST.
    pub const NEEDS_POST: ErrCode = ErrCode(43002);
    /// The body is empty.
    pub const EMPTY_BODY: ErrCode = ErrCode(44002);
    /// The daily quota is used up (WeCom: too many calls).
    pub const QUOTA_USED_UP: ErrCode = ErrCode(45009);
    /// Too many calls in the current minute.
    pub const TOO_FAST: ErrCode = ErrCode(45011);
    /// The user has not written for 48 hours, so no message may be sent.
    pub const OUT_OF_REPLY_WINDOW: ErrCode = ErrCode(45015);
    /// All messages that the user's last action allowed have been sent.
    pub const NO_MESSAGES_LEFT: ErrCode = ErrCode(45047);
    /// The account has no menu.
    pub const NO_MENU: ErrCode = ErrCode(46003);
    /// The body is malformed JSON or XML.
    pub const MALFORMED_BODY: ErrCode = ErrCode(47001);

    /// The error code with this number.
    pub const fn new(code: i64) -> Self {
        Self(code)
    }

    /// The number.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Whether the platform rejected the token of a call with this `auth`, so that the call may
    /// succeed with another token. WeCom's 40001 is not included: there it means that the secret is
    /// wrong. A suite's token has two codes of its own, which say nothing about other tokens.
    pub fn is_token_rejected(self, product: Product, auth: Auth) -> bool {
        match (product, auth) {
            (Product::Work, Auth::SuiteToken) => {
                matches!(self.0, 40014 | 42001 | 40082 | 42009)
            }
            (Product::Work, _) => matches!(self.0, 40014 | 42001),
            _ => matches!(self.0, 40001 | 40014 | 42001),
        }
    }

    /// Whether the account's own data (id, secret, pushed ticket, address) was rejected, so that
    /// trying again without changing the configuration is pointless.
    pub fn is_account_rejected(self, product: Product) -> bool {
        match product {
            Product::Work => {
                matches!(self.0, 40001 | 40013 | 40085 | 40091 | 60020 | 93019 | 301_007 | 853_000)
            }
            _ => matches!(
                self.0,
                40001
                    | 40002
                    | 40013
                    | 40125
                    | 40164
                    | 40243
                    | 50007
                    | 61004
                    | 61005
                    | 61006
                    | 89501
                    | 89503
                    | 89506
                    | 89507
            ),
        }
    }

    /// Whether the platform was too busy to process the call.
    pub fn is_busy(self, product: Product) -> bool {
        match product {
            Product::Work => matches!(self.0, -1 | 6000),
            _ => matches!(self.0, -1),
        }
    }

    /// Whether a per-minute or concurrency limit was reached, so that the call may succeed later.
    pub fn is_too_fast(self, product: Product) -> bool {
        match product {
            Product::Work => matches!(self.0, 45009 | 45033),
            _ => matches!(self.0, 45011 | 43108),
        }
    }

    /// Whether the daily quota is used up.
    pub fn is_quota_used_up(self, product: Product) -> bool {
        product != Product::Work && self.0 == 45009
    }

    /// What to do about it, for the most important codes.
    pub fn hint(self, product: Product) -> Option<Hint> {
        Hint::of(product, self)
    }
}

impl fmt::Display for ErrCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<i64> for ErrCode {
    fn from(code: i64) -> Self {
        Self(code)
    }
}
