// Written by `cargo xtask groups`.

//! Official Account endpoints (公众号), one module for each group.
//!
//! A group beyond the core has a feature: see the [table of groups](crate::manual::groups).

#[cfg(feature = "official-analytics")]
#[doc(inline)]
pub use weixin_official::analytics;
#[cfg(feature = "official-article-analytics")]
#[doc(inline)]
pub use weixin_official::article_analytics;
#[doc(inline)]
pub use weixin_official::authorization;
#[cfg(feature = "official-blacklist")]
#[doc(inline)]
pub use weixin_official::blacklist;
#[cfg(feature = "official-card")]
#[doc(inline)]
pub use weixin_official::card;
#[cfg(feature = "official-card-merchant")]
#[doc(inline)]
pub use weixin_official::card_merchant;
#[cfg(feature = "official-comment")]
#[doc(inline)]
pub use weixin_official::comment;
#[cfg(feature = "official-console")]
#[doc(inline)]
pub use weixin_official::console;
#[doc(inline)]
pub use weixin_official::custom_message;
#[cfg(feature = "official-customer-service")]
#[doc(inline)]
pub use weixin_official::customer_service;
#[cfg(feature = "official-device")]
#[doc(inline)]
pub use weixin_official::device;
#[cfg(feature = "official-draft")]
#[doc(inline)]
pub use weixin_official::draft;
#[cfg(feature = "official-follower-group")]
#[doc(inline)]
pub use weixin_official::follower_group;
#[cfg(feature = "official-gift-card")]
#[doc(inline)]
pub use weixin_official::gift_card;
#[cfg(feature = "official-guide")]
#[doc(inline)]
pub use weixin_official::guide;
#[doc(inline)]
pub use weixin_official::ids;
#[cfg(feature = "official-image")]
#[doc(inline)]
pub use weixin_official::image;
#[cfg(feature = "official-invoice")]
#[doc(inline)]
pub use weixin_official::invoice;
#[doc(inline)]
pub use weixin_official::js_sdk;
#[cfg(feature = "official-marketing")]
#[doc(inline)]
pub use weixin_official::marketing;
#[cfg(feature = "official-mass-message")]
#[doc(inline)]
pub use weixin_official::mass_message;
#[cfg(feature = "official-material")]
#[doc(inline)]
pub use weixin_official::material;
#[doc(inline)]
pub use weixin_official::media;
#[cfg(feature = "official-member-card")]
#[doc(inline)]
pub use weixin_official::member_card;
#[doc(inline)]
pub use weixin_official::menu;
#[cfg(feature = "official-merchant")]
#[doc(inline)]
pub use weixin_official::merchant;
#[cfg(feature = "official-network")]
#[doc(inline)]
pub use weixin_official::network;
#[doc(inline)]
pub use weixin_official::oauth;
#[cfg(feature = "official-ocr")]
#[doc(inline)]
pub use weixin_official::ocr;
#[cfg(feature = "official-publication")]
#[doc(inline)]
pub use weixin_official::publication;
#[cfg(feature = "official-qrcode")]
#[doc(inline)]
pub use weixin_official::qrcode;
#[cfg(feature = "official-qrcode-jump")]
#[doc(inline)]
pub use weixin_official::qrcode_jump;
#[doc(inline)]
pub use weixin_official::quota;
#[cfg(feature = "official-scan-product")]
#[doc(inline)]
pub use weixin_official::scan_product;
#[cfg(feature = "official-semantic")]
#[doc(inline)]
pub use weixin_official::semantic;
#[cfg(feature = "official-shake-around")]
#[doc(inline)]
pub use weixin_official::shake_around;
#[cfg(feature = "official-short-key")]
#[doc(inline)]
pub use weixin_official::short_key;
#[cfg(feature = "official-store")]
#[doc(inline)]
pub use weixin_official::store;
#[cfg(feature = "official-store-mini-program")]
#[doc(inline)]
pub use weixin_official::store_mini_program;
#[cfg(feature = "official-subscription")]
#[doc(inline)]
pub use weixin_official::subscription;
#[cfg(feature = "official-subscription-notice")]
#[doc(inline)]
pub use weixin_official::subscription_notice;
#[cfg(feature = "official-tag")]
#[doc(inline)]
pub use weixin_official::tag;
#[cfg(feature = "official-template-message")]
#[doc(inline)]
pub use weixin_official::template_message;
#[doc(inline)]
pub use weixin_official::token;
#[doc(inline)]
pub use weixin_official::user;
#[doc(inline)]
pub use weixin_official::verification;
#[cfg(feature = "official-voice-recognition")]
#[doc(inline)]
pub use weixin_official::voice_recognition;
#[cfg(feature = "official-wifi")]
#[doc(inline)]
pub use weixin_official::wifi;
#[doc(inline)]
pub use weixin_official::{CustomerServiceMessenger, OfficialAccount};
pub use weixin_official::{ENDPOINTS, visit, visit_messages};

/// The traits and types for calling these endpoints.
pub mod prelude {
    #[cfg(not(feature = "official-analytics"))]
    pub use crate::missing::official::AnalyticsApi as _;
    #[cfg(not(feature = "official-article-analytics"))]
    pub use crate::missing::official::ArticleAnalyticsApi as _;
    #[cfg(not(feature = "official-blacklist"))]
    pub use crate::missing::official::BlacklistApi as _;
    #[cfg(not(feature = "official-card-merchant"))]
    pub use crate::missing::official::CardMerchantsApi as _;
    #[cfg(not(feature = "official-card"))]
    pub use crate::missing::official::CardsApi as _;
    #[cfg(not(feature = "official-comment"))]
    pub use crate::missing::official::CommentsApi as _;
    #[cfg(not(feature = "official-console"))]
    pub use crate::missing::official::ConsoleApi as _;
    #[cfg(not(feature = "official-customer-service"))]
    pub use crate::missing::official::CustomerServiceApi as _;
    #[cfg(not(feature = "official-device"))]
    pub use crate::missing::official::DevicesApi as _;
    #[cfg(not(feature = "official-draft"))]
    pub use crate::missing::official::DraftsApi as _;
    #[cfg(not(feature = "official-follower-group"))]
    pub use crate::missing::official::FollowerGroupsApi as _;
    #[cfg(not(feature = "official-gift-card"))]
    pub use crate::missing::official::GiftCardsApi as _;
    #[cfg(not(feature = "official-guide"))]
    pub use crate::missing::official::GuidesApi as _;
    #[cfg(not(feature = "official-image"))]
    pub use crate::missing::official::ImagesApi as _;
    #[cfg(not(feature = "official-invoice"))]
    pub use crate::missing::official::InvoicesApi as _;
    #[cfg(not(feature = "official-marketing"))]
    pub use crate::missing::official::MarketingApi as _;
    #[cfg(not(feature = "official-mass-message"))]
    pub use crate::missing::official::MassMessagesApi as _;
    #[cfg(not(feature = "official-material"))]
    pub use crate::missing::official::MaterialsApi as _;
    #[cfg(not(feature = "official-member-card"))]
    pub use crate::missing::official::MemberCardsApi as _;
    #[cfg(not(feature = "official-merchant"))]
    pub use crate::missing::official::MerchantApi as _;
    #[cfg(not(feature = "official-network"))]
    pub use crate::missing::official::NetworkApi as _;
    #[cfg(not(feature = "official-ocr"))]
    pub use crate::missing::official::OcrApi as _;
    #[cfg(not(feature = "official-publication"))]
    pub use crate::missing::official::PublicationsApi as _;
    #[cfg(not(feature = "official-qrcode-jump"))]
    pub use crate::missing::official::QrcodeJumpsApi as _;
    #[cfg(not(feature = "official-qrcode"))]
    pub use crate::missing::official::QrcodesApi as _;
    #[cfg(not(feature = "official-scan-product"))]
    pub use crate::missing::official::ScanProductsApi as _;
    #[cfg(not(feature = "official-semantic"))]
    pub use crate::missing::official::SemanticApi as _;
    #[cfg(not(feature = "official-shake-around"))]
    pub use crate::missing::official::ShakeAroundApi as _;
    #[cfg(not(feature = "official-short-key"))]
    pub use crate::missing::official::ShortKeysApi as _;
    #[cfg(not(feature = "official-store-mini-program"))]
    pub use crate::missing::official::StoreMiniProgramApi as _;
    #[cfg(not(feature = "official-store"))]
    pub use crate::missing::official::StoresApi as _;
    #[cfg(not(feature = "official-subscription-notice"))]
    pub use crate::missing::official::SubscriptionNoticesApi as _;
    #[cfg(not(feature = "official-subscription"))]
    pub use crate::missing::official::SubscriptionsApi as _;
    #[cfg(not(feature = "official-tag"))]
    pub use crate::missing::official::TagsApi as _;
    #[cfg(not(feature = "official-template-message"))]
    pub use crate::missing::official::TemplateMessagesApi as _;
    #[cfg(not(feature = "official-voice-recognition"))]
    pub use crate::missing::official::VoiceRecognitionApi as _;
    #[cfg(not(feature = "official-wifi"))]
    pub use crate::missing::official::WifiApi as _;
    pub use weixin_official::OfficialAccount;
    #[cfg(feature = "official-analytics")]
    pub use weixin_official::analytics::AnalyticsApi as _;
    #[cfg(feature = "official-article-analytics")]
    pub use weixin_official::article_analytics::ArticleAnalyticsApi as _;
    #[cfg(feature = "official-blacklist")]
    pub use weixin_official::blacklist::BlacklistApi as _;
    #[cfg(feature = "official-card")]
    pub use weixin_official::card::CardsApi as _;
    #[cfg(feature = "official-card-merchant")]
    pub use weixin_official::card_merchant::CardMerchantsApi as _;
    #[cfg(feature = "official-comment")]
    pub use weixin_official::comment::CommentsApi as _;
    #[cfg(feature = "official-console")]
    pub use weixin_official::console::ConsoleApi as _;
    pub use weixin_official::custom_message::{
        CustomMessage, CustomMessagesApi as _, SendCustomMessage,
    };
    #[cfg(feature = "official-customer-service")]
    pub use weixin_official::customer_service::CustomerServiceApi as _;
    #[cfg(feature = "official-device")]
    pub use weixin_official::device::DevicesApi as _;
    #[cfg(feature = "official-draft")]
    pub use weixin_official::draft::DraftsApi as _;
    #[cfg(feature = "official-follower-group")]
    pub use weixin_official::follower_group::FollowerGroupsApi as _;
    #[cfg(feature = "official-gift-card")]
    pub use weixin_official::gift_card::GiftCardsApi as _;
    #[cfg(feature = "official-guide")]
    pub use weixin_official::guide::GuidesApi as _;
    #[cfg(feature = "official-image")]
    pub use weixin_official::image::ImagesApi as _;
    #[cfg(feature = "official-invoice")]
    pub use weixin_official::invoice::InvoicesApi as _;
    pub use weixin_official::js_sdk::JsSdkApi as _;
    #[cfg(feature = "official-marketing")]
    pub use weixin_official::marketing::MarketingApi as _;
    #[cfg(feature = "official-mass-message")]
    pub use weixin_official::mass_message::MassMessagesApi as _;
    #[cfg(feature = "official-material")]
    pub use weixin_official::material::MaterialsApi as _;
    pub use weixin_official::media::MediaApi as _;
    #[cfg(feature = "official-member-card")]
    pub use weixin_official::member_card::MemberCardsApi as _;
    pub use weixin_official::menu::{Button, MenuApi as _};
    #[cfg(feature = "official-merchant")]
    pub use weixin_official::merchant::MerchantApi as _;
    #[cfg(feature = "official-network")]
    pub use weixin_official::network::NetworkApi as _;
    pub use weixin_official::oauth::OauthApi as _;
    #[cfg(feature = "official-ocr")]
    pub use weixin_official::ocr::OcrApi as _;
    #[cfg(feature = "official-publication")]
    pub use weixin_official::publication::PublicationsApi as _;
    #[cfg(feature = "official-qrcode")]
    pub use weixin_official::qrcode::QrcodesApi as _;
    #[cfg(feature = "official-qrcode-jump")]
    pub use weixin_official::qrcode_jump::QrcodeJumpsApi as _;
    pub use weixin_official::quota::QuotaApi as _;
    #[cfg(feature = "official-scan-product")]
    pub use weixin_official::scan_product::ScanProductsApi as _;
    #[cfg(feature = "official-semantic")]
    pub use weixin_official::semantic::SemanticApi as _;
    #[cfg(feature = "official-shake-around")]
    pub use weixin_official::shake_around::ShakeAroundApi as _;
    #[cfg(feature = "official-short-key")]
    pub use weixin_official::short_key::ShortKeysApi as _;
    #[cfg(feature = "official-store")]
    pub use weixin_official::store::StoresApi as _;
    #[cfg(feature = "official-store-mini-program")]
    pub use weixin_official::store_mini_program::StoreMiniProgramApi as _;
    #[cfg(feature = "official-subscription")]
    pub use weixin_official::subscription::SubscriptionsApi as _;
    #[cfg(feature = "official-subscription-notice")]
    pub use weixin_official::subscription_notice::SubscriptionNoticesApi as _;
    #[cfg(feature = "official-tag")]
    pub use weixin_official::tag::TagsApi as _;
    #[cfg(feature = "official-template-message")]
    pub use weixin_official::template_message::TemplateMessagesApi as _;
    pub use weixin_official::user::UsersApi as _;
    #[cfg(feature = "official-voice-recognition")]
    pub use weixin_official::voice_recognition::VoiceRecognitionApi as _;
    #[cfg(feature = "official-wifi")]
    pub use weixin_official::wifi::WifiApi as _;
}
