//! What all kinds of cards have in common.

use weixin_api::{StringEnum, Timestamp, endpoint};

use crate::ids::{CardId, PoiId, SubMerchantId};

/// What all kinds of cards have in common (基本信息).
///
/// Limits count Chinese characters; a letter counts as half of one.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct CardBase {
    /// The address of the merchant's logo, as
    /// [`UploadArticleImage`](crate::material::UploadArticleImage) returned it; best 300 by 300
    /// pixels, up to 1 MB.
    pub logo_url: String,
    /// How the code of the card is shown.
    pub code_type: CodeForm,
    /// The name of the merchant, up to 12 Chinese characters.
    pub brand_name: String,
    /// The name of the card, up to 9 Chinese characters.
    pub title: String,
    /// The color: `Color010` to `Color102`.
    pub color: String,
    /// A hint on how to use the card (卡券使用提醒), up to 16 Chinese characters.
    pub notice: String,
    /// The terms of use (卡券使用说明), up to 1,024 Chinese characters.
    pub description: String,
    /// The period in which the card can be used.
    pub date_info: CardValidity,
    /// The stock.
    pub sku: CardStock,
    /// The card. Only in replies.
    pub id: Option<CardId>,
    /// The state of the card. Only in replies.
    pub status: Option<CardState>,
    /// When the card was created. Only in replies.
    pub create_time: Option<Timestamp>,
    /// When the card was last changed. Only in replies.
    pub update_time: Option<Timestamp>,
    /// The merchant the card is for, if this account makes cards for others (子商户).
    pub sub_merchant_info: Option<SubMerchantRef>,
    /// Whether the merchant chooses the codes itself (自定义Code码). `None`: the platform does.
    pub use_custom_code: Option<bool>,
    /// How codes of the merchant's own are provided. Only with `use_custom_code`.
    pub get_custom_code_mode: Option<CustomCodeMode>,
    /// Whether only users named when the card is handed out can take it (指定用户领取). `None`: everybody
    /// can.
    pub bind_openid: Option<bool>,
    /// The telephone number of the merchant.
    pub service_phone: Option<String>,
    /// The stores where the card is valid (适用门店). Left out with `use_all_locations`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub location_id_list: Vec<PoiId>,
    /// Whether the card is valid in all stores of the account.
    pub use_all_locations: Option<bool>,
    /// The label of the button in the middle (顶部居中的按钮), shown while the card can be used.
    pub center_title: Option<String>,
    /// The hint below that button.
    pub center_sub_title: Option<String>,
    /// The page that button opens.
    pub center_url: Option<String>,
    /// The Mini Program that button opens: its original id with `@app`, as in
    /// `gh_86a091e50ad4@app`.
    pub center_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub center_app_brand_pass: Option<String>,
    /// The label of the first entry below the card (自定义跳转外链), up to 5 Chinese characters.
    pub custom_url_name: Option<String>,
    /// The hint beside the first entry, up to 6 Chinese characters.
    pub custom_url_sub_title: Option<String>,
    /// The page that the first entry opens.
    pub custom_url: Option<String>,
    /// The Mini Program that the first entry opens, as in `gh_86a091e50ad4@app`.
    pub custom_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub custom_app_brand_pass: Option<String>,
    /// The label of the second entry below the card, for offers (营销场景的自定义入口): up to 5 Chinese
    /// characters.
    pub promotion_url_name: Option<String>,
    /// The hint beside the second entry, up to 6 Chinese characters.
    pub promotion_url_sub_title: Option<String>,
    /// The page that the second entry opens.
    pub promotion_url: Option<String>,
    /// The Mini Program that the second entry opens, as in `gh_86a091e50ad4@app`.
    pub promotion_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub promotion_app_brand_pass: Option<String>,
    /// How many of the card one user can take (每人可领券的数量限制). `None`: 50.
    pub get_limit: Option<u32>,
    /// How many of the card one user can use. `None`: 50.
    pub use_limit: Option<u32>,
    /// Whether users can share the page where the card is taken.
    pub can_share: Option<bool>,
    /// Whether users can give the card to somebody (可转赠).
    pub can_give_friend: Option<bool>,
    /// How often a gift card can be given on.
    pub max_give_friend_times: Option<u32>,
    /// The name of the third party that the card comes from (第三方来源名).
    pub source: Option<String>,
    /// The price of a gift card.
    pub giftcard_info: Option<GiftCardPrice>,
    /// Whether [`UserViewCard`](super::UserViewCard) is pushed when a user opens the card. `None`:
    /// it is not.
    pub need_push_on_view: Option<bool>,
    /// How users pay with the card.
    pub pay_info: Option<CardPayment>,
}

/// How codes of the merchant's own are provided.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CustomCodeMode {
    /// They are deposited in advance with [`DepositCodes`](super::DepositCodes); the stock is 0 at
    /// first (预存code模式).
    #[string_enum(rename = "GET_CUSTOM_CODE_MODE_DEPOSIT")]
    Deposit,
    /// A value that this version does not know.
    Other(String),
}

/// How the code of a card is shown (码型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, StringEnum)]
#[non_exhaustive]
pub enum CodeForm {
    /// As text (文本).
    #[default]
    #[string_enum(rename = "CODE_TYPE_TEXT")]
    Text,
    /// As a bar code with the text (一维码).
    #[string_enum(rename = "CODE_TYPE_BARCODE")]
    Barcode,
    /// As a QR code with the text (二维码).
    #[string_enum(rename = "CODE_TYPE_QRCODE")]
    QrCode,
    /// As a bar code without the text.
    #[string_enum(rename = "CODE_TYPE_ONLY_BARCODE")]
    OnlyBarcode,
    /// As a QR code without the text.
    #[string_enum(rename = "CODE_TYPE_ONLY_QRCODE")]
    OnlyQrCode,
    /// Not at all (不显示码).
    #[string_enum(rename = "CODE_TYPE_NONE")]
    None,
    /// A value that this version does not know.
    Other(String),
}

/// The period in which a card can be used (使用日期).
#[endpoint(part)]
#[derive(Default)]
pub struct CardValidity {
    /// How the period is given.
    #[serde(rename = "type")]
    pub kind: ValidityKind,
    /// The beginning, for [`ValidityKind::Between`].
    pub begin_timestamp: Option<Timestamp>,
    /// The end, for [`ValidityKind::Between`]. For [`ValidityKind::Days`] a final end whatever the
    /// day of taking.
    pub end_timestamp: Option<Timestamp>,
    /// How many days the card can be used, for [`ValidityKind::Days`].
    pub fixed_term: Option<u32>,
    /// After how many days the period begins, for [`ValidityKind::Days`]. 0: at once.
    pub fixed_begin_term: Option<u32>,
}

impl CardValidity {
    /// Between two moments.
    pub fn between(begin: Timestamp, end: Timestamp) -> Self {
        Self::new(ValidityKind::Between).begin_timestamp(begin).end_timestamp(end)
    }

    /// So many days, counted from when a user takes the card.
    pub fn days(days: u32) -> Self {
        Self::new(ValidityKind::Days).fixed_term(days).fixed_begin_term(0)
    }

    /// Without an end. Only for member cards.
    pub fn always() -> Self {
        Self::new(ValidityKind::Always)
    }
}

/// How the period in which a card can be used is given.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, StringEnum)]
#[non_exhaustive]
pub enum ValidityKind {
    /// From one moment to another.
    #[default]
    #[string_enum(rename = "DATE_TYPE_FIX_TIME_RANGE")]
    Between,
    /// Some days, counted from when a user takes the card.
    #[string_enum(rename = "DATE_TYPE_FIX_TERM")]
    Days,
    /// Without an end (永久有效).
    #[string_enum(rename = "DATE_TYPE_PERMANENT")]
    Always,
    /// A value that this version does not know.
    Other(String),
}

/// The stock of a card (库存).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct CardStock {
    /// How many can still be taken, up to 100,000,000.
    pub quantity: u64,
    /// How many there have been in all. Only in replies.
    pub total_quantity: Option<u64>,
}

/// The state of a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CardState {
    /// The platform reviews it (待审核).
    #[string_enum(rename = "CARD_STATUS_NOT_VERIFY")]
    Waiting,
    /// The review rejected it (审核失败).
    #[string_enum(rename = "CARD_STATUS_VERIFY_FAIL")]
    Rejected,
    /// It was approved and can be handed out (通过审核).
    #[string_enum(rename = "CARD_STATUS_VERIFY_OK")]
    Approved,
    /// The merchant deleted it (被商户删除).
    #[string_enum(rename = "CARD_STATUS_DELETE")]
    Deleted,
    /// It was handed out by the console (在公众平台投放过).
    #[string_enum(rename = "CARD_STATUS_DISPATCH")]
    Distributed,
    /// A value that this version does not know.
    Other(String),
}

/// A reference to a merchant that a card is for.
#[endpoint(part)]
pub struct SubMerchantRef {
    /// The merchant that the card is for.
    pub merchant_id: SubMerchantId,
}

/// The price of a gift card.
#[endpoint(part)]
pub struct GiftCardPrice {
    /// The price, in fen.
    pub price: u64,
}

/// How users pay with a card.
#[endpoint(part)]
pub struct CardPayment {
    /// Payment by showing a code (刷卡功能).
    pub swipe_card: Option<SwipeCard>,
}

/// Payment by showing a code.
#[endpoint(part)]
pub struct SwipeCard {
    /// Whether it is enabled.
    pub is_swipe_card: bool,
}

/// Further information on a card (卡券高级信息).
#[endpoint(part)]
pub struct CardDetails {
    /// The conditions of use (使用门槛). `None`: there are none.
    pub use_condition: Option<CardCondition>,
    /// A summary with a picture (封面摘要).
    #[serde(rename = "abstract")]
    pub summary: Option<CardSummary>,
    /// The details: paragraphs with pictures (图文列表).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text_image_list: Vec<TextAndImage>,
    /// Services that the merchant offers (商家服务类型).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub business_service: Vec<BusinessService>,
    /// The days and hours at which the card can be used (使用时段限制). Empty: always.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_limit: Vec<CardTimeLimit>,
}

/// A service that a merchant offers (商家服务类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum BusinessService {
    /// Delivery (外卖服务).
    #[string_enum(rename = "BIZ_SERVICE_DELIVER")]
    Delivery,
    /// Free parking (停车位).
    #[string_enum(rename = "BIZ_SERVICE_FREE_PARK")]
    FreeParking,
    /// Pets are welcome (可带宠物).
    #[string_enum(rename = "BIZ_SERVICE_WITH_PET")]
    PetsWelcome,
    /// Free Wi-Fi (免费wifi).
    #[string_enum(rename = "BIZ_SERVICE_FREE_WIFI")]
    FreeWifi,
    /// A value that this version does not know.
    Other(String),
}

/// The conditions on which a card can be used.
#[endpoint(part)]
pub struct CardCondition {
    /// The goods that a cash voucher is valid for, up to 15 Chinese characters.
    pub accept_category: Option<String>,
    /// The goods that a cash voucher is not valid for, up to 15 Chinese characters.
    pub reject_category: Option<String>,
    /// The least amount of a purchase, in fen (满减门槛).
    pub least_cost: Option<u64>,
    /// The goods that must be bought to get the gift of a gift voucher, up to 15 Chinese
    /// characters.
    pub object_use_for: Option<String>,
    /// Whether the card can be combined with other offers.
    pub can_use_with_other_discount: Option<bool>,
}

/// A summary of a card.
#[endpoint(part)]
pub struct CardSummary {
    /// The text, up to 24 Chinese characters.
    #[serde(rename = "abstract")]
    pub summary: Option<String>,
    /// The address of the picture, 850 by 350 pixels; the list has one entry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub icon_url_list: Vec<String>,
}

/// A paragraph with a picture.
#[endpoint(part)]
pub struct TextAndImage {
    /// The address of the picture.
    pub image_url: Option<String>,
    /// The text, up to 5,000 characters.
    pub text: Option<String>,
}

/// A day and hours at which a card can be used.
#[endpoint(part)]
pub struct CardTimeLimit {
    /// The day of the week, or public holidays.
    #[serde(rename = "type")]
    pub kind: CardDay,
    /// The hour at which the time begins, 0 to 23.
    pub begin_hour: Option<u8>,
    /// The minute at which the time begins.
    pub begin_minute: Option<u8>,
    /// The hour at which the time ends.
    pub end_hour: Option<u8>,
    /// The minute at which the time ends.
    pub end_minute: Option<u8>,
}

/// A day on which a card can be used.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum CardDay {
    /// Mondays.
    Monday,
    /// Tuesdays.
    Tuesday,
    /// Wednesdays.
    Wednesday,
    /// Thursdays.
    Thursday,
    /// Fridays.
    Friday,
    /// Saturdays.
    Saturday,
    /// Sundays.
    Sunday,
    /// Public holidays (法定假日).
    Holiday,
    /// A value that this version does not know.
    Other(String),
}
