//! One person, as one account knows them.

use std::collections::HashMap;

use weixin_api::Timestamp;
use weixin_protocol::{AppId, UserId};
use weixin_work::user::User;

use super::{QrScene, ReplyWindows, SubscriptionEntry};

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
    pub(crate) scene: Option<QrScene>,
    /// The account's note on them.
    pub(crate) remark: String,
    /// The account's tags they have.
    pub(crate) tags: Vec<u64>,
    /// What the corporation knows of them, in WeCom.
    pub(crate) member: User,
    /// When messages of the WeCom app reached them, within the last hour.
    pub(crate) app_messages: Vec<Timestamp>,
    /// How many messages of each form they still want; without end if `None`.
    pub(crate) subscriptions: HashMap<String, Option<u32>>,
    pub(crate) windows: ReplyWindows,
}

impl PersonState {
    /// Allows one more message of a form, or any number of them.
    pub(crate) fn subscribe(&mut self, form: &SubscriptionEntry) {
        let left = self.subscriptions.entry(form.id.clone()).or_insert(Some(0));
        *left = if form.long_term { None } else { left.map(|left| left + 1) };
    }

    /// Takes one message of a form from what is allowed; `false` if none is.
    pub(crate) fn take_subscription(&mut self, form: &SubscriptionEntry) -> bool {
        match self.subscriptions.get_mut(&form.id) {
            None | Some(Some(0)) => false,
            Some(None) => true,
            Some(Some(left)) => {
                *left -= 1;
                true
            }
        }
    }
}
