#![cfg_attr(docsrs, feature(doc_cfg))]
//! Mini Program endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! What a Mini Program shares with an Official Account is declared once, in `weixin-official`,
//! with `scope(official, mini)`. This crate shows that part of it, and is the home of what only
//! Mini Programs have. A request that is out of a Mini Program's scope is rejected by the compiler.

mod account;
pub mod ids;
pub mod open_data;
pub mod version;

pub use account::MiniProgram;

// groups: modules
#[cfg(feature = "analytics")]
pub mod analytics;
#[cfg(feature = "cloud-sms")]
pub mod cloud_sms;
#[cfg(feature = "code")]
pub mod code;
#[cfg(feature = "comment")]
pub mod comment;
#[cfg(feature = "complaint")]
pub mod complaint;
#[cfg(feature = "form-message")]
pub mod form_message;
#[cfg(feature = "hardware-device")]
pub mod hardware_device;
#[cfg(feature = "instant-delivery")]
pub mod instant_delivery;
#[cfg(feature = "intracity")]
pub mod intracity;
#[cfg(feature = "link")]
pub mod link;
#[cfg(feature = "live")]
pub mod live;
pub mod login;
#[cfg(feature = "logistics")]
pub mod logistics;
#[cfg(feature = "plugin")]
pub mod plugin;
#[cfg(feature = "promoter")]
pub mod promoter;
#[cfg(feature = "retail")]
pub mod retail;
#[cfg(feature = "security")]
pub mod security;
#[cfg(feature = "shipping")]
pub mod shipping;
#[cfg(feature = "shopping-order")]
pub mod shopping_order;
#[cfg(feature = "subscription-message")]
pub mod subscription_message;
#[cfg(feature = "updatable-message")]
pub mod updatable_message;
pub mod user;
#[cfg(feature = "user-storage")]
pub mod user_storage;
#[cfg(feature = "virtual-payment")]
pub mod virtual_payment;
#[cfg(feature = "vod")]
pub mod vod;
#[cfg(feature = "waybill")]
pub mod waybill;

pub use weixin_official::authorization;
pub use weixin_official::custom_message;
#[cfg(feature = "image")]
pub use weixin_official::image;
#[cfg(feature = "marketing")]
pub use weixin_official::marketing;
pub use weixin_official::media;
#[cfg(feature = "network")]
pub use weixin_official::network;
#[cfg(feature = "ocr")]
pub use weixin_official::ocr;
#[cfg(feature = "qrcode-jump")]
pub use weixin_official::qrcode_jump;
pub use weixin_official::quota;
#[cfg(feature = "subscription")]
pub use weixin_official::subscription;
pub use weixin_official::token;
#[cfg(feature = "voice-recognition")]
pub use weixin_official::voice_recognition;
// end of groups

// groups: lists
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
    #[cfg(feature = "link")]
    link,
    #[cfg(feature = "security")]
    security,
    user,
    #[cfg(feature = "marketing")]
    marketing,
    #[cfg(feature = "qrcode-jump")]
    qrcode_jump,
    #[cfg(feature = "voice-recognition")]
    voice_recognition,
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
    #[cfg(feature = "promoter")]
    promoter,
    #[cfg(feature = "updatable-message")]
    updatable_message,
    #[cfg(feature = "form-message")]
    form_message,
    #[cfg(feature = "hardware-device")]
    hardware_device,
    #[cfg(feature = "cloud-sms")]
    cloud_sms,
    #[cfg(feature = "plugin")]
    plugin,
    #[cfg(feature = "user-storage")]
    user_storage,
    #[cfg(feature = "logistics")]
    logistics,
    #[cfg(feature = "waybill")]
    waybill,
    #[cfg(feature = "intracity")]
    intracity,
    #[cfg(feature = "instant-delivery")]
    instant_delivery,
    #[cfg(feature = "ocr")]
    ocr,
    #[cfg(feature = "image")]
    image,
];

weixin_protocol::message_groups![
    #[cfg(feature = "subscription")]
    subscription,
    #[cfg(feature = "security")]
    security,
    #[cfg(feature = "shipping")]
    shipping,
    #[cfg(feature = "virtual-payment")]
    virtual_payment,
    #[cfg(feature = "vod")]
    vod,
    #[cfg(feature = "logistics")]
    logistics,
    #[cfg(feature = "instant-delivery")]
    instant_delivery,
    authorization,
    #[cfg(feature = "retail")]
    retail,
    #[cfg(feature = "complaint")]
    complaint,
    #[cfg(feature = "comment")]
    comment,
];
// end of groups

/// What is needed to call a Mini Program's endpoints by name.
pub mod prelude {
    pub use crate::MiniProgram;

    // groups: prelude
    #[cfg(feature = "analytics")]
    pub use crate::analytics::AnalyticsApi as _;
    #[cfg(feature = "cloud-sms")]
    pub use crate::cloud_sms::CloudSmsApi as _;
    #[cfg(feature = "code")]
    pub use crate::code::CodesApi as _;
    pub use crate::custom_message::{CustomMessage, CustomMessagesApi as _, SendCustomMessage};
    #[cfg(feature = "form-message")]
    pub use crate::form_message::FormMessagesApi as _;
    #[cfg(feature = "hardware-device")]
    pub use crate::hardware_device::HardwareDevicesApi as _;
    #[cfg(feature = "image")]
    pub use crate::image::ImagesApi as _;
    #[cfg(feature = "instant-delivery")]
    pub use crate::instant_delivery::InstantDeliveryApi as _;
    #[cfg(feature = "intracity")]
    pub use crate::intracity::IntracityApi as _;
    #[cfg(feature = "link")]
    pub use crate::link::LinksApi as _;
    #[cfg(feature = "live")]
    pub use crate::live::LiveApi as _;
    pub use crate::login::LoginApi as _;
    #[cfg(feature = "logistics")]
    pub use crate::logistics::LogisticsApi as _;
    #[cfg(feature = "marketing")]
    pub use crate::marketing::MarketingApi as _;
    pub use crate::media::MediaApi as _;
    #[cfg(feature = "network")]
    pub use crate::network::NetworkApi as _;
    #[cfg(feature = "ocr")]
    pub use crate::ocr::OcrApi as _;
    #[cfg(feature = "plugin")]
    pub use crate::plugin::PluginsApi as _;
    #[cfg(feature = "promoter")]
    pub use crate::promoter::PromotersApi as _;
    #[cfg(feature = "qrcode-jump")]
    pub use crate::qrcode_jump::QrcodeJumpsApi as _;
    pub use crate::quota::QuotaApi as _;
    #[cfg(feature = "security")]
    pub use crate::security::ContentSecurityApi as _;
    #[cfg(feature = "shipping")]
    pub use crate::shipping::ShippingApi as _;
    #[cfg(feature = "shopping-order")]
    pub use crate::shopping_order::ShoppingOrdersApi as _;
    #[cfg(feature = "subscription")]
    pub use crate::subscription::SubscriptionsApi as _;
    #[cfg(feature = "subscription-message")]
    pub use crate::subscription_message::SubscriptionMessagesApi as _;
    #[cfg(feature = "updatable-message")]
    pub use crate::updatable_message::UpdatableMessagesApi as _;
    pub use crate::user::UserInfoApi as _;
    #[cfg(feature = "user-storage")]
    pub use crate::user_storage::UserStorageApi as _;
    #[cfg(feature = "virtual-payment")]
    pub use crate::virtual_payment::VirtualPaymentApi as _;
    #[cfg(feature = "vod")]
    pub use crate::vod::VodApi as _;
    #[cfg(feature = "voice-recognition")]
    pub use crate::voice_recognition::VoiceRecognitionApi as _;
    #[cfg(feature = "waybill")]
    pub use crate::waybill::WaybillsApi as _;
    // end of groups
}
