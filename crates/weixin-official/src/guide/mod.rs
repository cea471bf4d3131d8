//! Guides (对话能力, 顾问, 导购): people who each look after some customers of a service account.
//! `/cgi-bin/guide/*`
//!
//! The platform no longer offers this, according to its support.

mod account;
mod buyer;
mod event;
mod group;
mod material;
mod tag;
mod task;

use weixin_api::{endpoint, group};
use weixin_protocol::OpenId;

pub use self::{account::*, buyer::*, event::*, group::*, material::*, tag::*, task::*};

group! {
    /// Guides and their customers (对话能力).
    guides: [
        AddGuide, GetGuide, UpdateGuide, DeleteGuide, GetGuides, CreateGuideQrCode, GetGuideChats,
        SetGuideConfig, GetGuideConfig, SetGuideAccountConfig, GetGuideAccountConfig, ShowPagePaths,
        CreateGuideGroup, GetGuideGroups, GetGuideGroup, AddGuideToGroup, RemoveGuideFromGroup,
        GetGroupsOfGuide, DeleteGuideGroup, AssignCustomers, RemoveCustomers, GetCustomers,
        ReassignCustomers, UpdateCustomer, GetCustomer, GetGuideOfCustomer, CreateGuideTags,
        DeleteGuideTags, AddGuideTags, GetGuideTags, TagCustomers, GetTagsOfCustomer,
        FindCustomersByTag, UntagCustomers, SetCustomerNotes, GetCustomerNotes, AddGuideCard,
        GetGuideCards, DeleteGuideCard, AddGuideImage, GetGuideImages, DeleteGuideImage,
        AddGuideText, GetGuideTexts, DeleteGuideText, AddGuideTask, GetGuideTasks, GetGuideTask,
        UpdateGuideTask, CancelGuideTask,
    ]
}

weixin_protocol::messages![GuideCodeScanned, GuideInvited];

/// The name of a guide: by WeChat name or by openid, as they were added.
#[endpoint(part)]
pub struct GuideName {
    /// The WeChat name (微信号). Either this or `guide_openid` is given.
    pub guide_account: Option<String>,
    /// The openid or unionid. Either this or `guide_account` is given.
    pub guide_openid: Option<OpenId>,
}

impl GuideName {
    /// The guide who was added by this WeChat name.
    pub fn by_account(account: impl Into<String>) -> Self {
        Self::new().guide_account(account)
    }

    /// The guide who was added by this openid or unionid.
    pub fn by_openid(openid: impl Into<OpenId>) -> Self {
        Self::new().guide_openid(openid)
    }
}

impl From<&str> for GuideName {
    /// By WeChat name.
    fn from(account: &str) -> Self {
        Self::by_account(account)
    }
}

impl From<&OpenId> for GuideName {
    /// By openid.
    fn from(openid: &OpenId) -> Self {
        Self::by_openid(openid)
    }
}
