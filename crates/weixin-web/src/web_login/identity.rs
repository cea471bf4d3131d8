//! Who a visitor is.

use serde::{Deserialize, Serialize};
use weixin_protocol::{OpenId, UnionId, UserId};
use weixin_work::ids::ExternalUserId;

/// Who a visitor of a web page is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Identity {
    /// A user of WeChat, as an Official Account or a web site knows them.
    Wechat {
        /// Their id at this account.
        openid: OpenId,
        /// Their id at all accounts of one Open Platform account. Missing if there is none.
        unionid: Option<UnionId>,
    },
    /// A member of a corporation in WeCom.
    Member {
        /// Their id in the corporation.
        userid: UserId,
    },
    /// Somebody else who opened a page in WeCom.
    Guest {
        /// Their id at this corporation.
        openid: Option<OpenId>,
        /// Their id, if they are a customer.
        external_userid: Option<ExternalUserId>,
    },
}

/// What a visitor has agreed to share. What the platform does not tell is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Profile {
    /// The name that they chose (in WeChat).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// The address of their picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// Their phone number (in WeCom).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile: Option<String>,
    /// Their mail address (in WeCom): that at the corporation, or a private one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}
