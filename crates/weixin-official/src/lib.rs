//! Official Account endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! Each module is one group of the platform's API: the requests as structs, and a handle that a
//! client has as a method, such as `wx.menu()`. What a Mini Program shares with an Official
//! Account (tokens, media, customer-service messages) is declared here once, with
//! `scope(official, mini)`; `weixin-mini` shows its part of it.

mod account;
pub mod analytics;
pub mod article_analytics;
pub mod blacklist;
pub mod comment;
pub mod console;
pub mod custom_message;
pub mod customer_service;
pub mod draft;
pub mod js_sdk;
pub mod mass_message;
pub mod material;
pub mod media;
pub mod menu;
pub mod network;
pub mod oauth;
mod portable;
pub mod publication;
pub mod qrcode;
pub mod quota;
pub mod short_key;
pub mod subscription;
pub mod subscription_notice;
pub mod tag;
pub mod template_message;
pub mod token;
pub mod user;

pub use account::OfficialAccount;
pub use portable::CustomMessageRoad;

weixin_api::endpoint_groups![
    token,
    custom_message,
    media,
    material,
    menu,
    qrcode,
    oauth,
    js_sdk,
    quota,
    user,
    subscription,
    subscription_notice,
    tag,
    blacklist,
    short_key,
    template_message,
    mass_message,
    draft,
    publication,
    comment,
    customer_service,
    console,
    network,
    analytics,
    article_analytics
];

/// What is needed to call an Official Account's endpoints by name.
pub mod prelude {
    pub use crate::{
        OfficialAccount,
        analytics::AnalyticsApi as _,
        article_analytics::ArticleAnalyticsApi as _,
        blacklist::{BlacklistOfApi as _, GetBlacklistCall as _},
        comment::{
            ChooseCommentCall as _, CloseCommentsCall as _, CommentsOfApi as _,
            DeleteCommentCall as _, DeleteReplyToCommentCall as _, GetCommentsCall as _,
            OpenCommentsCall as _, ReplyToCommentCall as _, UnchooseCommentCall as _,
        },
        console::ConsoleOfApi as _,
        custom_message::{
            CustomMessage, CustomMessagesApi as _, SendCustomMessage, SendCustomMessageCall as _,
        },
        customer_service::{AddStaffCall as _, CustomerServiceApi as _, UpdateStaffCall as _},
        draft::{DraftsOfApi as _, GetDraftsCall as _},
        js_sdk::JsSdkApi as _,
        mass_message::{
            DeleteMassCall as _, MassMessagesApi as _, PrepareMassVideoCall as _,
            PreviewMassCall as _, SendMassCall as _, SendMassToAllCall as _,
        },
        material::{AddMaterialCall as _, MaterialsApi as _},
        media::MediaApi as _,
        menu::{Button, MenuApi as _},
        network::NetworkApi as _,
        oauth::{GetVisitorCall as _, OAuthApi as _},
        publication::{
            DeletePublicationCall as _, GetPublicationsCall as _, PublicationsOfApi as _,
        },
        qrcode::{CreateQrCodeCall as _, QrCodesApi as _},
        quota::QuotasApi as _,
        short_key::ShortKeysApi as _,
        subscription::{AddSubscriptionTemplateCall as _, SubscriptionsApi as _},
        subscription_notice::{SendSubscriptionNoticeCall as _, SubscriptionNoticesApi as _},
        tag::{GetTagFollowersCall as _, TagsApi as _},
        template_message::{
            AddTemplateCall as _, SendOneTimeNoticeCall as _, SendTemplateMessageCall as _,
            TemplateMessagesApi as _,
        },
        user::{GetFollowersCall as _, GetUserInfoCall as _, UsersApi as _},
    };
}
