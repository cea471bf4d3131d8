// Written by `cargo xtask groups`.

//! Mini Program endpoints (小程序), one module for each group.
//!
//! A group beyond the core has a feature: see the [table of groups](crate::manual::groups).

#[doc(inline)]
pub use weixin_mini::MiniProgram;
#[cfg(feature = "mini-analytics")]
#[doc(inline)]
pub use weixin_mini::analytics;
#[doc(inline)]
pub use weixin_mini::authorization;
#[cfg(feature = "mini-cloud-sms")]
#[doc(inline)]
pub use weixin_mini::cloud_sms;
#[cfg(feature = "mini-code")]
#[doc(inline)]
pub use weixin_mini::code;
#[cfg(feature = "mini-comment")]
#[doc(inline)]
pub use weixin_mini::comment;
#[cfg(feature = "mini-complaint")]
#[doc(inline)]
pub use weixin_mini::complaint;
#[doc(inline)]
pub use weixin_mini::custom_message;
#[cfg(feature = "mini-form-message")]
#[doc(inline)]
pub use weixin_mini::form_message;
#[cfg(feature = "mini-hardware-device")]
#[doc(inline)]
pub use weixin_mini::hardware_device;
#[cfg(feature = "mini-image")]
#[doc(inline)]
pub use weixin_mini::image;
#[cfg(feature = "mini-instant-delivery")]
#[doc(inline)]
pub use weixin_mini::instant_delivery;
#[cfg(feature = "mini-intracity")]
#[doc(inline)]
pub use weixin_mini::intracity;
#[cfg(feature = "mini-link")]
#[doc(inline)]
pub use weixin_mini::link;
#[cfg(feature = "mini-live")]
#[doc(inline)]
pub use weixin_mini::live;
#[doc(inline)]
pub use weixin_mini::login;
#[cfg(feature = "mini-logistics")]
#[doc(inline)]
pub use weixin_mini::logistics;
#[cfg(feature = "mini-marketing")]
#[doc(inline)]
pub use weixin_mini::marketing;
#[doc(inline)]
pub use weixin_mini::media;
#[cfg(feature = "mini-network")]
#[doc(inline)]
pub use weixin_mini::network;
#[cfg(feature = "mini-ocr")]
#[doc(inline)]
pub use weixin_mini::ocr;
#[cfg(feature = "mini-plugin")]
#[doc(inline)]
pub use weixin_mini::plugin;
#[cfg(feature = "mini-promoter")]
#[doc(inline)]
pub use weixin_mini::promoter;
#[cfg(feature = "mini-qrcode-jump")]
#[doc(inline)]
pub use weixin_mini::qrcode_jump;
#[doc(inline)]
pub use weixin_mini::quota;
#[cfg(feature = "mini-retail")]
#[doc(inline)]
pub use weixin_mini::retail;
#[cfg(feature = "mini-security")]
#[doc(inline)]
pub use weixin_mini::security;
#[cfg(feature = "mini-shipping")]
#[doc(inline)]
pub use weixin_mini::shipping;
#[cfg(feature = "mini-shopping-order")]
#[doc(inline)]
pub use weixin_mini::shopping_order;
#[cfg(feature = "mini-subscription")]
#[doc(inline)]
pub use weixin_mini::subscription;
#[cfg(feature = "mini-subscription-message")]
#[doc(inline)]
pub use weixin_mini::subscription_message;
#[doc(inline)]
pub use weixin_mini::token;
#[cfg(feature = "mini-updatable-message")]
#[doc(inline)]
pub use weixin_mini::updatable_message;
#[doc(inline)]
pub use weixin_mini::user;
#[cfg(feature = "mini-user-storage")]
#[doc(inline)]
pub use weixin_mini::user_storage;
#[cfg(feature = "mini-virtual-payment")]
#[doc(inline)]
pub use weixin_mini::virtual_payment;
#[cfg(feature = "mini-vod")]
#[doc(inline)]
pub use weixin_mini::vod;
#[cfg(feature = "mini-voice-recognition")]
#[doc(inline)]
pub use weixin_mini::voice_recognition;
#[cfg(feature = "mini-waybill")]
#[doc(inline)]
pub use weixin_mini::waybill;
pub use weixin_mini::{ENDPOINTS, visit, visit_messages};
#[doc(inline)]
pub use weixin_mini::{ids, open_data, version};

/// The traits and types for calling these endpoints.
pub mod prelude {
    #[cfg(not(feature = "mini-analytics"))]
    pub use crate::missing::mini::AnalyticsApi as _;
    #[cfg(not(feature = "mini-cloud-sms"))]
    pub use crate::missing::mini::CloudSmsApi as _;
    #[cfg(not(feature = "mini-code"))]
    pub use crate::missing::mini::CodesApi as _;
    #[cfg(not(feature = "mini-security"))]
    pub use crate::missing::mini::ContentSecurityApi as _;
    #[cfg(not(feature = "mini-form-message"))]
    pub use crate::missing::mini::FormMessagesApi as _;
    #[cfg(not(feature = "mini-hardware-device"))]
    pub use crate::missing::mini::HardwareDevicesApi as _;
    #[cfg(not(feature = "mini-image"))]
    pub use crate::missing::mini::ImagesApi as _;
    #[cfg(not(feature = "mini-instant-delivery"))]
    pub use crate::missing::mini::InstantDeliveryApi as _;
    #[cfg(not(feature = "mini-intracity"))]
    pub use crate::missing::mini::IntracityApi as _;
    #[cfg(not(feature = "mini-link"))]
    pub use crate::missing::mini::LinksApi as _;
    #[cfg(not(feature = "mini-live"))]
    pub use crate::missing::mini::LiveApi as _;
    #[cfg(not(feature = "mini-logistics"))]
    pub use crate::missing::mini::LogisticsApi as _;
    #[cfg(not(feature = "mini-marketing"))]
    pub use crate::missing::mini::MarketingApi as _;
    #[cfg(not(feature = "mini-network"))]
    pub use crate::missing::mini::NetworkApi as _;
    #[cfg(not(feature = "mini-ocr"))]
    pub use crate::missing::mini::OcrApi as _;
    #[cfg(not(feature = "mini-plugin"))]
    pub use crate::missing::mini::PluginsApi as _;
    #[cfg(not(feature = "mini-promoter"))]
    pub use crate::missing::mini::PromotersApi as _;
    #[cfg(not(feature = "mini-qrcode-jump"))]
    pub use crate::missing::mini::QrcodeJumpsApi as _;
    #[cfg(not(feature = "mini-shipping"))]
    pub use crate::missing::mini::ShippingApi as _;
    #[cfg(not(feature = "mini-shopping-order"))]
    pub use crate::missing::mini::ShoppingOrdersApi as _;
    #[cfg(not(feature = "mini-subscription-message"))]
    pub use crate::missing::mini::SubscriptionMessagesApi as _;
    #[cfg(not(feature = "mini-subscription"))]
    pub use crate::missing::mini::SubscriptionsApi as _;
    #[cfg(not(feature = "mini-updatable-message"))]
    pub use crate::missing::mini::UpdatableMessagesApi as _;
    #[cfg(not(feature = "mini-user-storage"))]
    pub use crate::missing::mini::UserStorageApi as _;
    #[cfg(not(feature = "mini-virtual-payment"))]
    pub use crate::missing::mini::VirtualPaymentApi as _;
    #[cfg(not(feature = "mini-vod"))]
    pub use crate::missing::mini::VodApi as _;
    #[cfg(not(feature = "mini-voice-recognition"))]
    pub use crate::missing::mini::VoiceRecognitionApi as _;
    #[cfg(not(feature = "mini-waybill"))]
    pub use crate::missing::mini::WaybillsApi as _;
    pub use weixin_mini::MiniProgram;
    #[cfg(feature = "mini-analytics")]
    pub use weixin_mini::analytics::AnalyticsApi as _;
    #[cfg(feature = "mini-cloud-sms")]
    pub use weixin_mini::cloud_sms::CloudSmsApi as _;
    #[cfg(feature = "mini-code")]
    pub use weixin_mini::code::CodesApi as _;
    pub use weixin_mini::custom_message::{
        CustomMessage, CustomMessagesApi as _, SendCustomMessage,
    };
    #[cfg(feature = "mini-form-message")]
    pub use weixin_mini::form_message::FormMessagesApi as _;
    #[cfg(feature = "mini-hardware-device")]
    pub use weixin_mini::hardware_device::HardwareDevicesApi as _;
    #[cfg(feature = "mini-image")]
    pub use weixin_mini::image::ImagesApi as _;
    #[cfg(feature = "mini-instant-delivery")]
    pub use weixin_mini::instant_delivery::InstantDeliveryApi as _;
    #[cfg(feature = "mini-intracity")]
    pub use weixin_mini::intracity::IntracityApi as _;
    #[cfg(feature = "mini-link")]
    pub use weixin_mini::link::LinksApi as _;
    #[cfg(feature = "mini-live")]
    pub use weixin_mini::live::LiveApi as _;
    pub use weixin_mini::login::LoginApi as _;
    #[cfg(feature = "mini-logistics")]
    pub use weixin_mini::logistics::LogisticsApi as _;
    #[cfg(feature = "mini-marketing")]
    pub use weixin_mini::marketing::MarketingApi as _;
    pub use weixin_mini::media::MediaApi as _;
    #[cfg(feature = "mini-network")]
    pub use weixin_mini::network::NetworkApi as _;
    #[cfg(feature = "mini-ocr")]
    pub use weixin_mini::ocr::OcrApi as _;
    #[cfg(feature = "mini-plugin")]
    pub use weixin_mini::plugin::PluginsApi as _;
    #[cfg(feature = "mini-promoter")]
    pub use weixin_mini::promoter::PromotersApi as _;
    #[cfg(feature = "mini-qrcode-jump")]
    pub use weixin_mini::qrcode_jump::QrcodeJumpsApi as _;
    pub use weixin_mini::quota::QuotaApi as _;
    #[cfg(feature = "mini-security")]
    pub use weixin_mini::security::ContentSecurityApi as _;
    #[cfg(feature = "mini-shipping")]
    pub use weixin_mini::shipping::ShippingApi as _;
    #[cfg(feature = "mini-shopping-order")]
    pub use weixin_mini::shopping_order::ShoppingOrdersApi as _;
    #[cfg(feature = "mini-subscription")]
    pub use weixin_mini::subscription::SubscriptionsApi as _;
    #[cfg(feature = "mini-subscription-message")]
    pub use weixin_mini::subscription_message::SubscriptionMessagesApi as _;
    #[cfg(feature = "mini-updatable-message")]
    pub use weixin_mini::updatable_message::UpdatableMessagesApi as _;
    pub use weixin_mini::user::UserInfoApi as _;
    #[cfg(feature = "mini-user-storage")]
    pub use weixin_mini::user_storage::UserStorageApi as _;
    #[cfg(feature = "mini-virtual-payment")]
    pub use weixin_mini::virtual_payment::VirtualPaymentApi as _;
    #[cfg(feature = "mini-vod")]
    pub use weixin_mini::vod::VodApi as _;
    #[cfg(feature = "mini-voice-recognition")]
    pub use weixin_mini::voice_recognition::VoiceRecognitionApi as _;
    #[cfg(feature = "mini-waybill")]
    pub use weixin_mini::waybill::WaybillsApi as _;
}
