#![cfg_attr(docsrs, feature(doc_cfg))]
//! Mini Program endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! What a Mini Program shares with an Official Account is declared once, in `weixin-official`,
//! with `scope(official, mini)`. This crate shows that part of it, and is the home of what only
//! Mini Programs have. A request that is out of a Mini Program's scope is refused by the compiler.

mod account;
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

pub use account::MiniProgram;
#[cfg(feature = "image")]
pub use weixin_official::image;
#[cfg(feature = "marketing")]
pub use weixin_official::marketing;
#[cfg(feature = "network")]
pub use weixin_official::network;
#[cfg(feature = "ocr")]
pub use weixin_official::ocr;
#[cfg(feature = "qrcode-jump")]
pub use weixin_official::qrcode_jump;
#[cfg(feature = "subscription")]
pub use weixin_official::subscription;
#[cfg(feature = "voice-recognition")]
pub use weixin_official::voice_recognition;
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
    authorization,
    #[cfg(feature = "subscription")]
    subscription,
    #[cfg(feature = "shipping")]
    shipping,
    #[cfg(feature = "virtual-payment")]
    virtual_payment,
    #[cfg(feature = "vod")]
    vod,
    #[cfg(feature = "security")]
    security,
    #[cfg(feature = "logistics")]
    logistics,
    #[cfg(feature = "instant-delivery")]
    instant_delivery,
    #[cfg(feature = "retail")]
    retail,
    #[cfg(feature = "complaint")]
    complaint,
    #[cfg(feature = "comment")]
    comment,
];

/// What is needed to call a Mini Program's endpoints by name.
pub mod prelude {
    pub use crate::{
        MiniProgram,
        custom_message::{
            CustomMessage, CustomMessagesApi as _, SendCustomMessage, SendCustomMessageCall as _,
        },
        login::{
            CheckSessionKeyCall as _, GetUserEncryptKeysCall as _, LoginApi as _,
            ResetSessionKeyCall as _,
        },
        media::MediaApi as _,
        quota::QuotasApi as _,
        user::{GetPaidUnionIdCall as _, GetPhoneNumberCall as _, UserInfoApi as _},
    };

    #[cfg(feature = "analytics")]
    pub use crate::analytics::AnalyticsApi as _;
    #[cfg(feature = "cloud-sms")]
    pub use crate::cloud_sms::{
        CloudSmsApi as _, CreateSmsTaskCall as _, SendCloudSmsCall as _,
        SendCloudSmsWithLinkCall as _,
    };
    #[cfg(feature = "code")]
    pub use crate::code::{
        CodesApi as _, CreateQrCodeCall as _, GetCodeCall as _, GetUnlimitedCodeCall as _,
    };
    #[cfg(feature = "form-message")]
    pub use crate::form_message::{FormMessagesApi as _, SendFormMessageCall as _};
    #[cfg(feature = "hardware-device")]
    pub use crate::hardware_device::{HardwareDevicesApi as _, SendDeviceMessageCall as _};
    #[cfg(feature = "image")]
    pub use crate::image::{CropImageCall as _, ImagesApi as _};
    #[cfg(feature = "instant-delivery")]
    pub use crate::instant_delivery::{
        AddInstantOrderCall as _, AddInstantTipsCall as _, CancelInstantOrderCall as _,
        ConfirmInstantReturnCall as _, GetInstantOrderCall as _, InstantDeliveryApi as _,
        PreAddInstantOrderCall as _, PreCancelInstantOrderCall as _, ReAddInstantOrderCall as _,
        TestUpdateInstantOrderCall as _,
    };
    #[cfg(feature = "intracity")]
    pub use crate::intracity::{
        AddIntracityOrderCall as _, CancelIntracityOrderCall as _, ChargeIntracityStoreCall as _,
        CreateIntracityStoreCall as _, GetIntracityBalanceCall as _, GetIntracityCitiesCall as _,
        GetIntracityFlowCall as _, GetIntracityOrderCall as _, GetIntracityPayModeCall as _,
        GetIntracityStoresCall as _, IntracityApi as _, PreAddIntracityOrderCall as _,
        RefundIntracityStoreCall as _, SetIntracityPayModeCall as _,
    };
    #[cfg(feature = "link")]
    pub use crate::link::{
        GenerateNfcSchemeCall as _, GenerateSchemeCall as _, GenerateShortLinkCall as _,
        GenerateUrlLinkCall as _, LinksApi as _, QuerySchemeCall as _, QueryUrlLinkCall as _,
    };
    #[cfg(feature = "live")]
    pub use crate::live::{
        CreateLiveRoomCall as _, GetApprovedLiveGoodsCall as _, GetLiveRolesCall as _,
        GetLiveRoomsCall as _, GetLiveSharedCodeCall as _, LiveApi as _, UpdateLiveRoomCall as _,
    };
    #[cfg(feature = "logistics")]
    pub use crate::logistics::{
        AddExpressOrderCall as _, BindExpressAccountCall as _, CancelExpressOrderCall as _,
        GetExpressOrderCall as _, GetExpressPathCall as _, LogisticsApi as _,
        UpdateExpressPrinterCall as _,
    };
    #[cfg(feature = "marketing")]
    pub use crate::marketing::{
        AddUserActionSetCall as _, AddUserActionsCall as _, GetAdLeadsCall as _,
        GetUserActionSetReportCall as _, GetUserActionSetsCall as _, MarketingApi as _,
    };
    #[cfg(feature = "network")]
    pub use crate::network::NetworkApi as _;
    #[cfg(feature = "ocr")]
    pub use crate::ocr::OcrApi as _;
    #[cfg(feature = "plugin")]
    pub use crate::plugin::{ManagePluginCall as _, ManagePluginUsersCall as _, PluginsApi as _};
    #[cfg(feature = "promoter")]
    pub use crate::promoter::{
        AddPromoterRoleCall as _, GetInvitationMaterialCall as _,
        GetPromoterMessageClicksCall as _, GetPromoterOrdersCall as _,
        GetPromoterRelationsCall as _, GetPromoterRolesCall as _,
        GetPromoterShareMaterialCall as _, GetPromotersCall as _, PromotersApi as _,
        SendPromoterMessageCall as _, SendSinglePromoterMessageCall as _, UpdatePromoterCall as _,
        UpdatePromoterRoleCall as _,
    };
    #[cfg(feature = "qrcode-jump")]
    pub use crate::qrcode_jump::{
        DeleteQrCodeJumpCall as _, GetQrCodeJumpsCall as _, QrCodeJumpsApi as _,
        SetQrCodeJumpCall as _,
    };
    #[cfg(feature = "security")]
    pub use crate::security::{
        CheckMediaCall as _, CheckTextCall as _, ContentSecurityApi as _, GetUserRiskRankCall as _,
    };
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
    #[cfg(feature = "updatable-message")]
    pub use crate::updatable_message::{
        CreateActivityCall as _, SendUniformMessageCall as _, UpdatableMessagesApi as _,
    };
    #[cfg(feature = "user-storage")]
    pub use crate::user_storage::{
        RemoveUserStorageCall as _, SetUserInteractiveDataCall as _, SetUserStorageCall as _,
        UserStorageApi as _,
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
    #[cfg(feature = "voice-recognition")]
    pub use crate::voice_recognition::{
        GetVoiceTextCall as _, SubmitVoiceCall as _, VoiceRecognitionApi as _,
    };
    #[cfg(feature = "waybill")]
    pub use crate::waybill::{
        AddReturnCall as _, FollowWaybillCall as _, QueryFollowTraceCall as _, QueryTraceCall as _,
        TraceWaybillCall as _, UpdateWaybillGoodsCall as _, WaybillsApi as _,
    };
}
