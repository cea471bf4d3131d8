#![cfg_attr(docsrs, feature(doc_cfg))]
//! Official Account endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! Each module is one group of the platform's API: the requests as structs, and a handle that a
//! client has as a method, such as `wx.menu()`. What a Mini Program shares with an Official
//! Account (tokens, media, customer-service messages) is declared here once, with
//! `scope(official, mini)`; `weixin-mini` shows its part of it.

mod account;
pub mod ids;
mod messenger;
#[cfg(any(feature = "image", feature = "ocr"))]
mod picture;

pub use account::OfficialAccount;
pub use messenger::CustomerServiceMessenger;

// groups: modules
#[cfg(feature = "analytics")]
pub mod analytics;
#[cfg(feature = "article-analytics")]
pub mod article_analytics;
pub mod authorization;
#[cfg(feature = "blacklist")]
pub mod blacklist;
#[cfg(feature = "card")]
pub mod card;
#[cfg(feature = "card-merchant")]
pub mod card_merchant;
#[cfg(feature = "comment")]
pub mod comment;
#[cfg(feature = "console")]
pub mod console;
pub mod custom_message;
#[cfg(feature = "customer-service")]
pub mod customer_service;
#[cfg(feature = "device")]
pub mod device;
#[cfg(feature = "draft")]
pub mod draft;
#[cfg(feature = "follower-group")]
pub mod follower_group;
#[cfg(feature = "gift-card")]
pub mod gift_card;
#[cfg(feature = "guide")]
pub mod guide;
#[cfg(feature = "image")]
pub mod image;
#[cfg(feature = "invoice")]
pub mod invoice;
pub mod js_sdk;
#[cfg(feature = "marketing")]
pub mod marketing;
#[cfg(feature = "mass-message")]
pub mod mass_message;
#[cfg(feature = "material")]
pub mod material;
pub mod media;
#[cfg(feature = "member-card")]
pub mod member_card;
pub mod menu;
#[cfg(feature = "merchant")]
pub mod merchant;
#[cfg(feature = "network")]
pub mod network;
pub mod oauth;
#[cfg(feature = "ocr")]
pub mod ocr;
#[cfg(feature = "publication")]
pub mod publication;
#[cfg(feature = "qrcode")]
pub mod qrcode;
#[cfg(feature = "qrcode-jump")]
pub mod qrcode_jump;
pub mod quota;
#[cfg(feature = "scan-product")]
pub mod scan_product;
#[cfg(feature = "semantic")]
pub mod semantic;
#[cfg(feature = "shake-around")]
pub mod shake_around;
#[cfg(feature = "short-key")]
pub mod short_key;
#[cfg(feature = "store")]
pub mod store;
#[cfg(feature = "store-mini-program")]
pub mod store_mini_program;
#[cfg(feature = "subscription")]
pub mod subscription;
#[cfg(feature = "subscription-notice")]
pub mod subscription_notice;
#[cfg(feature = "tag")]
pub mod tag;
#[cfg(feature = "template-message")]
pub mod template_message;
pub mod token;
pub mod user;
pub mod verification;
#[cfg(feature = "voice-recognition")]
pub mod voice_recognition;
#[cfg(feature = "wifi")]
pub mod wifi;
// end of groups

// groups: lists
weixin_api::endpoint_groups![
    token,
    custom_message,
    media,
    #[cfg(feature = "material")]
    material,
    menu,
    #[cfg(feature = "qrcode")]
    qrcode,
    oauth,
    js_sdk,
    quota,
    user,
    #[cfg(feature = "subscription")]
    subscription,
    #[cfg(feature = "subscription-notice")]
    subscription_notice,
    #[cfg(feature = "tag")]
    tag,
    #[cfg(feature = "blacklist")]
    blacklist,
    #[cfg(feature = "short-key")]
    short_key,
    #[cfg(feature = "template-message")]
    template_message,
    #[cfg(feature = "mass-message")]
    mass_message,
    #[cfg(feature = "draft")]
    draft,
    #[cfg(feature = "publication")]
    publication,
    #[cfg(feature = "comment")]
    comment,
    #[cfg(feature = "customer-service")]
    customer_service,
    #[cfg(feature = "console")]
    console,
    #[cfg(feature = "network")]
    network,
    #[cfg(feature = "analytics")]
    analytics,
    #[cfg(feature = "article-analytics")]
    article_analytics,
    #[cfg(feature = "card")]
    card,
    #[cfg(feature = "member-card")]
    member_card,
    #[cfg(feature = "gift-card")]
    gift_card,
    #[cfg(feature = "card-merchant")]
    card_merchant,
    #[cfg(feature = "invoice")]
    invoice,
    #[cfg(feature = "guide")]
    guide,
    #[cfg(feature = "follower-group")]
    follower_group,
    #[cfg(feature = "voice-recognition")]
    voice_recognition,
    #[cfg(feature = "qrcode-jump")]
    qrcode_jump,
    #[cfg(feature = "marketing")]
    marketing,
    #[cfg(feature = "shake-around")]
    shake_around,
    #[cfg(feature = "wifi")]
    wifi,
    #[cfg(feature = "device")]
    device,
    #[cfg(feature = "store")]
    store,
    #[cfg(feature = "store-mini-program")]
    store_mini_program,
    #[cfg(feature = "scan-product")]
    scan_product,
    #[cfg(feature = "merchant")]
    merchant,
    #[cfg(feature = "ocr")]
    ocr,
    #[cfg(feature = "image")]
    image,
    #[cfg(feature = "semantic")]
    semantic,
];

weixin_protocol::message_groups![
    #[cfg(feature = "subscription")]
    subscription,
    #[cfg(feature = "template-message")]
    template_message,
    #[cfg(feature = "mass-message")]
    mass_message,
    #[cfg(feature = "publication")]
    publication,
    #[cfg(feature = "customer-service")]
    customer_service,
    #[cfg(feature = "card")]
    card,
    #[cfg(feature = "member-card")]
    member_card,
    #[cfg(feature = "gift-card")]
    gift_card,
    #[cfg(feature = "card-merchant")]
    card_merchant,
    #[cfg(feature = "invoice")]
    invoice,
    #[cfg(feature = "guide")]
    guide,
    #[cfg(feature = "shake-around")]
    shake_around,
    #[cfg(feature = "wifi")]
    wifi,
    #[cfg(feature = "device")]
    device,
    #[cfg(feature = "store")]
    store,
    #[cfg(feature = "store-mini-program")]
    store_mini_program,
    #[cfg(feature = "scan-product")]
    scan_product,
    #[cfg(feature = "merchant")]
    merchant,
    authorization,
    verification,
];
// end of groups

/// What is needed to call an Official Account's endpoints by name.
pub mod prelude {
    pub use crate::OfficialAccount;

    // groups: prelude
    #[cfg(feature = "analytics")]
    pub use crate::analytics::AnalyticsApi as _;
    #[cfg(feature = "article-analytics")]
    pub use crate::article_analytics::ArticleAnalyticsApi as _;
    #[cfg(feature = "blacklist")]
    pub use crate::blacklist::BlacklistApi as _;
    #[cfg(feature = "card")]
    pub use crate::card::CardsApi as _;
    #[cfg(feature = "card-merchant")]
    pub use crate::card_merchant::CardMerchantsApi as _;
    #[cfg(feature = "comment")]
    pub use crate::comment::CommentsApi as _;
    #[cfg(feature = "console")]
    pub use crate::console::ConsoleApi as _;
    pub use crate::custom_message::{CustomMessage, CustomMessagesApi as _, SendCustomMessage};
    #[cfg(feature = "customer-service")]
    pub use crate::customer_service::CustomerServiceApi as _;
    #[cfg(feature = "device")]
    pub use crate::device::DevicesApi as _;
    #[cfg(feature = "draft")]
    pub use crate::draft::DraftsApi as _;
    #[cfg(feature = "follower-group")]
    pub use crate::follower_group::FollowerGroupsApi as _;
    #[cfg(feature = "gift-card")]
    pub use crate::gift_card::GiftCardsApi as _;
    #[cfg(feature = "guide")]
    pub use crate::guide::GuidesApi as _;
    #[cfg(feature = "image")]
    pub use crate::image::ImagesApi as _;
    #[cfg(feature = "invoice")]
    pub use crate::invoice::InvoicesApi as _;
    pub use crate::js_sdk::JsSdkApi as _;
    #[cfg(feature = "marketing")]
    pub use crate::marketing::MarketingApi as _;
    #[cfg(feature = "mass-message")]
    pub use crate::mass_message::MassMessagesApi as _;
    #[cfg(feature = "material")]
    pub use crate::material::MaterialsApi as _;
    pub use crate::media::MediaApi as _;
    #[cfg(feature = "member-card")]
    pub use crate::member_card::MemberCardsApi as _;
    pub use crate::menu::{Button, MenuApi as _};
    #[cfg(feature = "merchant")]
    pub use crate::merchant::MerchantApi as _;
    #[cfg(feature = "network")]
    pub use crate::network::NetworkApi as _;
    pub use crate::oauth::OauthApi as _;
    #[cfg(feature = "ocr")]
    pub use crate::ocr::OcrApi as _;
    #[cfg(feature = "publication")]
    pub use crate::publication::PublicationsApi as _;
    #[cfg(feature = "qrcode")]
    pub use crate::qrcode::QrcodesApi as _;
    #[cfg(feature = "qrcode-jump")]
    pub use crate::qrcode_jump::QrcodeJumpsApi as _;
    pub use crate::quota::QuotaApi as _;
    #[cfg(feature = "scan-product")]
    pub use crate::scan_product::ScanProductsApi as _;
    #[cfg(feature = "semantic")]
    pub use crate::semantic::SemanticApi as _;
    #[cfg(feature = "shake-around")]
    pub use crate::shake_around::ShakeAroundApi as _;
    #[cfg(feature = "short-key")]
    pub use crate::short_key::ShortKeysApi as _;
    #[cfg(feature = "store")]
    pub use crate::store::StoresApi as _;
    #[cfg(feature = "store-mini-program")]
    pub use crate::store_mini_program::StoreMiniProgramApi as _;
    #[cfg(feature = "subscription")]
    pub use crate::subscription::SubscriptionsApi as _;
    #[cfg(feature = "subscription-notice")]
    pub use crate::subscription_notice::SubscriptionNoticesApi as _;
    #[cfg(feature = "tag")]
    pub use crate::tag::TagsApi as _;
    #[cfg(feature = "template-message")]
    pub use crate::template_message::TemplateMessagesApi as _;
    pub use crate::user::UsersApi as _;
    #[cfg(feature = "voice-recognition")]
    pub use crate::voice_recognition::VoiceRecognitionApi as _;
    #[cfg(feature = "wifi")]
    pub use crate::wifi::WifiApi as _;
    // end of groups
}
