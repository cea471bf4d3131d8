#![cfg_attr(docsrs, feature(doc_cfg))]
//! Mini Program endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! What a Mini Program shares with an Official Account is declared once, in `weixin-official`,
//! with `scope(official, mini)`. This crate shows that part of it, and is the home of what only
//! Mini Programs have. A request that is out of a Mini Program's scope is refused by the compiler.

mod account;
#[cfg(feature = "analytics")]
pub mod analytics;
#[cfg(feature = "code")]
pub mod code;
#[cfg(feature = "link")]
pub mod link;
#[cfg(feature = "live")]
pub mod live;
pub mod login;
#[cfg(feature = "security")]
pub mod security;
#[cfg(feature = "shipping")]
pub mod shipping;
#[cfg(feature = "shopping-order")]
pub mod shopping_order;
#[cfg(feature = "subscription-message")]
pub mod subscription_message;
pub mod user;
#[cfg(feature = "virtual-payment")]
pub mod virtual_payment;
#[cfg(feature = "vod")]
pub mod vod;

pub use account::MiniProgram;
#[cfg(feature = "image")]
pub use weixin_official::image;
#[cfg(feature = "network")]
pub use weixin_official::network;
#[cfg(feature = "ocr")]
pub use weixin_official::ocr;
#[cfg(feature = "subscription")]
pub use weixin_official::subscription;
pub use weixin_official::{authorization, custom_message, media, quota, token};

weixin_api::endpoint_groups![
    token,
    custom_message,
    media,
    quota,
    login,
    #[cfg(feature = "code")]
    code,
    #[cfg(feature = "subscription")]
    subscription,
    #[cfg(feature = "subscription-message")]
    subscription_message,
    #[cfg(feature = "network")]
    network,
    #[cfg(feature = "ocr")]
    ocr,
    #[cfg(feature = "image")]
    image,
    #[cfg(feature = "link")]
    link,
    #[cfg(feature = "security")]
    security,
    user,
    #[cfg(feature = "shipping")]
    shipping,
    #[cfg(feature = "virtual-payment")]
    virtual_payment,
    #[cfg(feature = "shopping-order")]
    shopping_order,
    #[cfg(feature = "vod")]
    vod,
    #[cfg(feature = "live")]
    live,
    #[cfg(feature = "analytics")]
    analytics,
];

weixin_protocol::message_groups![
    authorization,
    #[cfg(feature = "subscription")]
    subscription,
    #[cfg(feature = "shipping")]
    shipping,
    #[cfg(feature = "virtual-payment")]
    virtual_payment,
    #[cfg(feature = "vod")]
    vod,
];

/// What is needed to call a Mini Program's endpoints by name.
pub mod prelude {
    pub use crate::{
        MiniProgram,
        custom_message::{
            CustomMessage, CustomMessagesApi as _, SendCustomMessage, SendCustomMessageCall as _,
        },
        login::LoginApi as _,
        media::MediaApi as _,
        quota::QuotasApi as _,
        user::{GetPaidUnionIdCall as _, GetPhoneNumberCall as _, UserInfoApi as _},
    };

    #[cfg(feature = "analytics")]
    pub use crate::analytics::AnalyticsApi as _;
    #[cfg(feature = "code")]
    pub use crate::code::{
        CodesApi as _, CreateQrCodeCall as _, GetCodeCall as _, GetUnlimitedCodeCall as _,
    };
    #[cfg(feature = "image")]
    pub use crate::image::{CropImageCall as _, ImagesApi as _};
    #[cfg(feature = "link")]
    pub use crate::link::{
        GenerateNfcSchemeCall as _, GenerateSchemeCall as _, GenerateShortLinkCall as _,
        GenerateUrlLinkCall as _, LinksApi as _, QuerySchemeCall as _, QueryUrlLinkCall as _,
    };
    #[cfg(feature = "live")]
    pub use crate::live::{
        CreateLiveRoomCall as _, GetApprovedLiveGoodsCall as _, GetLiveRolesCall as _,
        GetLiveSharedCodeCall as _, LiveApi as _, UpdateLiveRoomCall as _,
    };
    #[cfg(feature = "network")]
    pub use crate::network::NetworkApi as _;
    #[cfg(feature = "ocr")]
    pub use crate::ocr::OcrApi as _;
    #[cfg(feature = "security")]
    pub use crate::security::{CheckMediaCall as _, CheckTextCall as _, ContentSecurityApi as _};
    #[cfg(feature = "shipping")]
    pub use crate::shipping::{
        GetShippingOrderCall as _, GetShippingOrdersCall as _, GetTradeManagedCall as _,
        GetTradeManagementConfirmationCall as _, NotifyConfirmReceiveCall as _,
        SetSpecialOrderCall as _, ShippingApi as _, UploadShippingInfoCall as _,
    };
    #[cfg(feature = "shopping-order")]
    pub use crate::shopping_order::{ShoppingOrdersApi as _, UploadShoppingInfoCall as _};
    #[cfg(feature = "subscription")]
    pub use crate::subscription::{AddSubscriptionTemplateCall as _, SubscriptionsApi as _};
    #[cfg(feature = "subscription-message")]
    pub use crate::subscription_message::{
        SendSubscriptionMessageCall as _, SubscriptionMessagesApi as _,
    };
    #[cfg(feature = "virtual-payment")]
    pub use crate::virtual_payment::{
        CancelCoinPaymentCall as _, CreateVirtualWithdrawalCall as _, DownloadVirtualBillCall as _,
        GetUserBalanceCall as _, GetVirtualGoodsPublicationCall as _,
        GetVirtualGoodsUploadCall as _, GetVirtualOrderCall as _, GetVirtualWithdrawalCall as _,
        NotifyGoodsProvidedCall as _, PayWithCoinsCall as _, PresentCoinsCall as _,
        PublishVirtualGoodsCall as _, RefundVirtualOrderCall as _, UploadVirtualGoodsCall as _,
        VirtualPaymentApi as _,
    };
    #[cfg(feature = "vod")]
    pub use crate::vod::{
        ApplyVideoUploadCall as _, CommitVideoUploadCall as _, GetCdnLogsCall as _,
        GetCdnUsageCall as _, GetDramasCall as _, GetVideoLinkCall as _, GetVideosCall as _,
        PullVideoCall as _, SubmitDramaCall as _, UploadVideoCall as _, VodApi as _,
    };
}
