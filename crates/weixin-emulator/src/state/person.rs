//! The state of a person at one account.

use std::collections::HashMap;

use weixin_api::Timestamp;
use weixin_official::ids::TagId;
use weixin_protocol::{AppId, PeerId};
use weixin_work::user::User;

use super::{QrScene, ReplyWindows, SubscriptionTemplate};

/// The state of a person at one account.
#[derive(Debug)]
pub(crate) struct PersonState {
    /// The openid, or in WeCom the userid.
    pub(crate) id: PeerId,
    pub(crate) account: AppId,
    pub(crate) name: String,
    /// One emoji.
    pub(crate) avatar: &'static str,
    pub(crate) following: bool,
    /// When they followed the account.
    pub(crate) since: Timestamp,
    /// The scene of the QR code through which they followed.
    pub(crate) scene: Option<QrScene>,
    /// The remark (备注名) set by the account.
    pub(crate) remark: String,
    /// The ids of their tags.
    pub(crate) tags: Vec<TagId>,
    /// The member profile. WeCom only.
    pub(crate) member: User,
    /// The times of app messages within the last hour. WeCom only.
    pub(crate) app_messages: Vec<Timestamp>,
    /// By template: the number of subscription messages they have agreed to receive. `None`:
    /// unlimited.
    pub(crate) subscriptions: HashMap<String, Option<u32>>,
    pub(crate) windows: ReplyWindows,
}

impl PersonState {
    /// Permits one more message of a template, or any number if it is long-term.
    pub(crate) fn subscribe(&mut self, form: &SubscriptionTemplate) {
        let left = self.subscriptions.entry(form.id.clone()).or_insert(Some(0));
        *left = if form.long_term { None } else { left.map(|left| left + 1) };
    }

    /// Uses up one permitted message of a template. Returns `false` if none is left.
    pub(crate) fn take_subscription(&mut self, form: &SubscriptionTemplate) -> bool {
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
