//! One person, as one account knows them.

use weixin_api::Timestamp;
use weixin_protocol::{AppId, UserId};
use weixin_work::user::User;

use super::{Allowances, SceneOf};

/// One person at one account.
#[derive(Debug)]
pub(crate) struct PersonState {
    /// The openid, or the userid.
    pub(crate) id: UserId,
    pub(crate) account: AppId,
    pub(crate) name: String,
    /// One emoji.
    pub(crate) avatar: &'static str,
    pub(crate) following: bool,
    /// When they began to follow.
    pub(crate) since: Timestamp,
    /// The scene of the QR code they came by.
    pub(crate) scene: Option<SceneOf>,
    /// The account's note on them.
    pub(crate) remark: String,
    /// The account's tags they have.
    pub(crate) tags: Vec<u64>,
    /// What the corporation knows of them, in WeCom.
    pub(crate) member: User,
    /// When messages of the WeCom app reached them, within the last hour.
    pub(crate) app_messages: Vec<Timestamp>,
    pub(crate) allowances: Allowances,
}
