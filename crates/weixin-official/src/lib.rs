#![cfg_attr(docsrs, feature(doc_cfg))]
//! Official Account endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! Each module is one group of the platform's API: the requests as structs, and a handle that a
//! client has as a method, such as `wx.menu()`. What a Mini Program shares with an Official
//! Account (tokens, media, customer-service messages) is declared here once, with
//! `scope(official, mini)`; `weixin-mini` shows its part of it.

mod account;
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
mod messenger;
#[cfg(feature = "network")]
pub mod network;
pub mod oauth;
#[cfg(feature = "ocr")]
pub mod ocr;
#[cfg(any(feature = "image", feature = "ocr"))]
mod picture;
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

pub use account::OfficialAccount;
pub use messenger::CustomerServiceMessenger;

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
    authorization,
    verification,
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
];

/// What is needed to call an Official Account's endpoints by name.
pub mod prelude {
    pub use crate::{
        OfficialAccount,
        custom_message::{
            CustomMessage, CustomMessagesApi as _, SendCustomMessage, SendCustomMessageCall as _,
        },
        js_sdk::JsSdkApi as _,
        media::MediaApi as _,
        menu::{Button, MenuApi as _},
        oauth::{GetVisitorCall as _, OAuthApi as _},
        quota::QuotasApi as _,
        user::{GetFollowersCall as _, GetUserInfoCall as _, UsersApi as _},
    };

    #[cfg(feature = "analytics")]
    pub use crate::analytics::AnalyticsApi as _;
    #[cfg(feature = "article-analytics")]
    pub use crate::article_analytics::ArticleAnalyticsApi as _;
    #[cfg(feature = "blacklist")]
    pub use crate::blacklist::{BlacklistOfApi as _, GetBlacklistCall as _};
    #[cfg(feature = "card")]
    pub use crate::card::{
        CardsApi as _, CheckInBoardingPassCall as _, ConsumeCodeCall as _,
        CreateCardQrCodeCall as _, DisableCodeCall as _, GetCardsCall as _,
        GetCardsOfUserCall as _, GetCodeCall as _, ModifyCardStockCall as _,
        SetCardTestersCall as _, SetSelfConsumeCellCall as _, UpdateCardCall as _,
        UpdateCodeCall as _, UpdateLuckyMoneyBalanceCall as _, UpdateMeetingTicketCall as _,
        UpdateMovieTicketCall as _,
    };
    #[cfg(feature = "card-merchant")]
    pub use crate::card_merchant::{CardMerchantsApi as _, GetSubMerchantsCall as _};
    #[cfg(feature = "comment")]
    pub use crate::comment::{
        ChooseCommentCall as _, CloseCommentsCall as _, CommentsOfApi as _, DeleteCommentCall as _,
        DeleteReplyToCommentCall as _, GetCommentsCall as _, OpenCommentsCall as _,
        ReplyToCommentCall as _, UnchooseCommentCall as _,
    };
    #[cfg(feature = "console")]
    pub use crate::console::ConsoleOfApi as _;
    #[cfg(feature = "customer-service")]
    pub use crate::customer_service::{
        AddStaffCall as _, CustomerServiceApi as _, UpdateStaffCall as _,
    };
    #[cfg(feature = "device")]
    pub use crate::device::{
        AuthorizeDevicesCall as _, DevicesApi as _, GetDeviceQrCodeCall as _,
        GetHardwareQrCodeCall as _, GetHardwareTicketCall as _, SendToDeviceCall as _,
    };
    #[cfg(feature = "draft")]
    pub use crate::draft::{DraftsOfApi as _, GetDraftsCall as _};
    #[cfg(feature = "follower-group")]
    pub use crate::follower_group::FollowerGroupsApi as _;
    #[cfg(feature = "gift-card")]
    pub use crate::gift_card::{
        GiftCardsApi as _, SetGiftCardMaintenanceCall as _, UpdateGiftCardCall as _,
    };
    #[cfg(feature = "guide")]
    pub use crate::guide::{
        AddGuideCall as _, AddGuideCardCall as _, AddGuideImageCall as _, AddGuideTaskCall as _,
        AddGuideTextCall as _, AssignCustomersCall as _, CreateGuideQrCodeCall as _,
        DeleteGuideCardCall as _, DeleteGuideImageCall as _, DeleteGuideTextCall as _,
        FindCustomersByTagCall as _, GetGuideCall as _, GetGuideCardsCall as _,
        GetGuideChatsCall as _, GetGuideImagesCall as _, GetGuideTasksCall as _,
        GetGuideTextsCall as _, GuidesApi as _, ReassignCustomersCall as _,
        RemoveCustomersCall as _, SetGuideAccountConfigCall as _, SetGuideConfigCall as _,
        TagCustomersCall as _, UntagCustomersCall as _, UpdateGuideCall as _,
        UpdateGuideTaskCall as _,
    };
    #[cfg(feature = "image")]
    pub use crate::image::{CropImageCall as _, ImagesApi as _};
    #[cfg(feature = "invoice")]
    pub use crate::invoice::{
        GetInvoiceAuthUrlCall as _, GetSelectTitleUrlCall as _, GetUserTitleUrlCall as _,
        InsertInvoiceCall as _, InvoicesApi as _, RejectInvoiceCall as _,
    };
    #[cfg(feature = "marketing")]
    pub use crate::marketing::{
        AddUserActionSetCall as _, AddUserActionsCall as _, GetAdLeadsCall as _,
        GetUserActionSetReportCall as _, GetUserActionSetsCall as _, MarketingApi as _,
    };
    #[cfg(feature = "mass-message")]
    pub use crate::mass_message::{
        DeleteMassCall as _, MassMessagesApi as _, PrepareMassVideoCall as _, PreviewMassCall as _,
        SendMassCall as _, SendMassToAllCall as _,
    };
    #[cfg(feature = "material")]
    pub use crate::material::{AddMaterialCall as _, MaterialsApi as _};
    #[cfg(feature = "member-card")]
    pub use crate::member_card::{
        ActivateMemberCardCall as _, GetActivationUrlCall as _, MemberCardsApi as _,
        SetActivationFormCall as _, UpdateMemberCall as _,
    };
    #[cfg(feature = "merchant")]
    pub use crate::merchant::{
        CreateMerchantProductCall as _, GetMerchantOrdersCall as _, MerchantApi as _,
        SetMerchantDeliveryCall as _, UpdateMerchantProductCall as _,
    };
    #[cfg(feature = "network")]
    pub use crate::network::NetworkApi as _;
    #[cfg(feature = "ocr")]
    pub use crate::ocr::OcrApi as _;
    #[cfg(feature = "publication")]
    pub use crate::publication::{
        DeletePublicationCall as _, GetPublicationsCall as _, PublicationsOfApi as _,
    };
    #[cfg(feature = "qrcode")]
    pub use crate::qrcode::{CreateQrCodeCall as _, QrCodesApi as _};
    #[cfg(feature = "qrcode-jump")]
    pub use crate::qrcode_jump::{
        DeleteQrCodeJumpCall as _, GetQrCodeJumpsCall as _, QrCodeJumpsApi as _,
        SetQrCodeJumpCall as _,
    };
    #[cfg(feature = "scan-product")]
    pub use crate::scan_product::{
        GetImportedProductsCall as _, GetScanProductsCall as _, ScanProductsApi as _,
        SetScanTestersCall as _,
    };
    #[cfg(feature = "semantic")]
    pub use crate::semantic::{SemanticApi as _, UnderstandQueryCall as _};
    #[cfg(feature = "shake-around")]
    pub use crate::shake_around::{
        AddShakePageCall as _, ApplyBeaconsCall as _, GetShakeInfoCall as _,
        SearchBeaconPagesCall as _, SearchBeaconsCall as _, SearchShakePagesCall as _,
        SetBeaconPagesCall as _, SetBeaconStoreCall as _, ShakeAroundApi as _,
        UpdateShakePageCall as _, UploadShakePictureCall as _,
    };
    #[cfg(feature = "short-key")]
    pub use crate::short_key::ShortKeysApi as _;
    #[cfg(feature = "store")]
    pub use crate::store::StoresApi as _;
    #[cfg(feature = "store-mini-program")]
    pub use crate::store_mini_program::{
        AddProgramStoreCall as _, ApplyStoreProgramCall as _, CreateMapPlaceCall as _,
        StoreProgramApi as _, UpdateProgramStoreCall as _,
    };
    #[cfg(feature = "subscription")]
    pub use crate::subscription::{AddSubscriptionTemplateCall as _, SubscriptionsApi as _};
    #[cfg(feature = "subscription-notice")]
    pub use crate::subscription_notice::{
        SendSubscriptionNoticeCall as _, SubscriptionNoticesApi as _,
    };
    #[cfg(feature = "tag")]
    pub use crate::tag::{GetTagFollowersCall as _, TagsApi as _};
    #[cfg(feature = "template-message")]
    pub use crate::template_message::{
        AddTemplateCall as _, SendOneTimeNoticeCall as _, SendTemplateMessageCall as _,
        TemplateMessagesApi as _,
    };
    #[cfg(feature = "voice-recognition")]
    pub use crate::voice_recognition::{
        GetVoiceTextCall as _, SubmitVoiceCall as _, VoiceRecognitionApi as _,
    };
    #[cfg(feature = "wifi")]
    pub use crate::wifi::{
        AddWifiDeviceCall as _, GetWifiDevicesCall as _, GetWifiQrCodeCall as _,
        GetWifiShopsCall as _, GetWifiStatisticsCall as _, SetWifiHomepageCall as _,
        UpdateWifiShopCall as _, WifiApi as _,
    };
}
