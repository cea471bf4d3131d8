//! What all kinds of cards have in common.

use weixin_api::{StringEnum, Timestamp, endpoint};

/// What all kinds of cards have.
///
/// Words in it are measured in Chinese characters; a letter counts as half of one.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct CardBase {
    /// The address of the merchant's logo, as the platform gave it for an upload; best 300 by 300,
    /// up to 1 MB.
    pub logo_url: String,
    /// How the code of a card is shown.
    pub code_type: CodeForm,
    /// The name of the merchant: up to 12 characters.
    pub brand_name: String,
    /// The name of the card: up to 9 characters.
    pub title: String,
    /// Its colour: `Color010` to `Color102`.
    pub color: String,
    /// How it is used: up to 16 characters.
    pub notice: String,
    /// The rules in detail: up to 1,024 characters.
    pub description: String,
    /// When it can be used.
    pub date_info: CardValidity,
    /// How many there are.
    pub sku: CardStock,
    /// The card. Only in replies.
    pub id: Option<String>,
    /// How far it is. Only in replies.
    pub status: Option<CardState>,
    /// When it was made. Only in replies.
    pub create_time: Option<Timestamp>,
    /// When it was last changed. Only in replies.
    pub update_time: Option<Timestamp>,
    /// For whom it is, if this account acts for other merchants.
    pub sub_merchant_info: Option<SubMerchantRef>,
    /// Whether the codes are the merchant's own.
    pub use_custom_code: Option<bool>,
    /// `GET_CUSTOM_CODE_MODE_DEPOSIT`: own codes are handed over in advance with
    /// [`DepositCodes`](super::DepositCodes), and the stock is 0 at first.
    pub get_custom_code_mode: Option<String>,
    /// Whether only users who are named can take it.
    pub bind_openid: Option<bool>,
    /// The telephone number of the merchant.
    pub service_phone: Option<String>,
    /// The stores where it is good, by their `poi_id`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub location_id_list: Vec<u64>,
    /// Whether it is good in all stores of the account.
    pub use_all_locations: Option<bool>,
    /// The button in the middle, seen while the card can be used.
    pub center_title: Option<String>,
    /// The line below that button.
    pub center_sub_title: Option<String>,
    /// The page that button opens.
    pub center_url: Option<String>,
    /// The Mini Program that button opens, as in `gh_86a091e50ad4@app`.
    pub center_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub center_app_brand_pass: Option<String>,
    /// The first entry below: up to 5 characters.
    pub custom_url_name: Option<String>,
    /// The hint beside it: up to 6 characters.
    pub custom_url_sub_title: Option<String>,
    /// The page it opens.
    pub custom_url: Option<String>,
    /// The Mini Program it opens, as in `gh_86a091e50ad4@app`.
    pub custom_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub custom_app_brand_pass: Option<String>,
    /// The second entry below, for offers: up to 5 characters.
    pub promotion_url_name: Option<String>,
    /// The hint beside it: up to 6 characters.
    pub promotion_url_sub_title: Option<String>,
    /// The page it opens.
    pub promotion_url: Option<String>,
    /// The Mini Program it opens, as in `gh_86a091e50ad4@app`.
    pub promotion_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub promotion_app_brand_pass: Option<String>,
    /// How many a user can take: 50 if left out.
    pub get_limit: Option<u32>,
    /// How many a user can use: 50 if left out.
    pub use_limit: Option<u32>,
    /// Whether the page of the card can be shared.
    pub can_share: Option<bool>,
    /// Whether a user can give it to somebody.
    pub can_give_friend: Option<bool>,
    /// How often it can be given on, if it is a gift card.
    pub max_give_friend_times: Option<u32>,
    /// Whose the card is, for one that comes from somebody else.
    pub source: Option<String>,
    /// What it costs, if it is a gift card.
    pub giftcard_info: Option<GiftCardPrice>,
    /// Whether [`UserViewCard`](super::UserViewCard) is pushed when somebody opens it.
    pub need_push_on_view: Option<bool>,
    /// How a member pays with it.
    pub pay_info: Option<CardPayment>,
}

/// How the code of a card is shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, StringEnum)]
#[non_exhaustive]
pub enum CodeForm {
    /// As text.
    #[default]
    #[string_enum(rename = "CODE_TYPE_TEXT")]
    Text,
    /// As a bar code, and as text.
    #[string_enum(rename = "CODE_TYPE_BARCODE")]
    Barcode,
    /// As a QR code, and as text.
    #[string_enum(rename = "CODE_TYPE_QRCODE")]
    QrCode,
    /// As a bar code.
    #[string_enum(rename = "CODE_TYPE_ONLY_BARCODE")]
    OnlyBarcode,
    /// As a QR code.
    #[string_enum(rename = "CODE_TYPE_ONLY_QRCODE")]
    OnlyQrCode,
    /// Not at all.
    #[string_enum(rename = "CODE_TYPE_NONE")]
    None,
    /// A value that this version does not know.
    Other(String),
}

/// When a card can be used.
#[endpoint(part)]
#[derive(Default)]
pub struct CardValidity {
    /// Between two moments, some days from the taking on, or always.
    #[serde(rename = "type")]
    pub kind: ValidityKind,
    /// From when, if it is between two moments.
    pub begin_timestamp: Option<Timestamp>,
    /// Until when; also of one that is counted from the taking on.
    pub end_timestamp: Option<Timestamp>,
    /// For how many days from the taking on.
    pub fixed_term: Option<u32>,
    /// From how many days after the taking on; 0 is at once.
    pub fixed_begin_term: Option<u32>,
}

impl CardValidity {
    /// Between two moments.
    pub fn between(begin: Timestamp, end: Timestamp) -> Self {
        Self::new(ValidityKind::Between).begin_timestamp(begin).end_timestamp(end)
    }

    /// So many days, from the taking on.
    pub fn days(days: u32) -> Self {
        Self::new(ValidityKind::Days).fixed_term(days).fixed_begin_term(0)
    }

    /// Always; only for member cards.
    pub fn always() -> Self {
        Self::new(ValidityKind::Always)
    }
}

/// How it is said when a card can be used.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, StringEnum)]
#[non_exhaustive]
pub enum ValidityKind {
    /// Between two moments.
    #[default]
    #[string_enum(rename = "DATE_TYPE_FIX_TIME_RANGE")]
    Between,
    /// Some days, from the taking on.
    #[string_enum(rename = "DATE_TYPE_FIX_TERM")]
    Days,
    /// Always.
    #[string_enum(rename = "DATE_TYPE_PERMANENT")]
    Always,
    /// A value that this version does not know.
    Other(String),
}

/// How many of a card there are.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct CardStock {
    /// How many can still be taken: up to 100,000,000.
    pub quantity: u64,
    /// How many there were in all. Only in replies.
    pub total_quantity: Option<u64>,
}

/// How far a card is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CardState {
    /// It waits for approval.
    #[string_enum(rename = "CARD_STATUS_NOT_VERIFY")]
    Waiting,
    /// It was not approved.
    #[string_enum(rename = "CARD_STATUS_VERIFY_FAIL")]
    Refused,
    /// It was approved.
    #[string_enum(rename = "CARD_STATUS_VERIFY_OK")]
    Approved,
    /// The merchant deleted it.
    #[string_enum(rename = "CARD_STATUS_DELETE")]
    Deleted,
    /// It was distributed from the platform's console.
    #[string_enum(rename = "CARD_STATUS_DISPATCH")]
    Distributed,
    /// A value that this version does not know.
    Other(String),
}

/// The merchant a card is for.
#[endpoint(part)]
pub struct SubMerchantRef {
    /// The merchant's number.
    pub merchant_id: String,
}

/// What a gift card costs.
#[endpoint(part)]
pub struct GiftCardPrice {
    /// In fen.
    pub price: u64,
}

/// How a member pays with a card.
#[endpoint(part)]
pub struct CardPayment {
    /// Paying by showing a code.
    pub swipe_card: Option<SwipeCard>,
}

/// Paying by showing a code.
#[endpoint(part)]
pub struct SwipeCard {
    /// Whether it is possible.
    pub is_swipe_card: bool,
}

/// What a card can say beside the necessary.
#[endpoint(part)]
pub struct CardDetails {
    /// On what condition it can be used.
    pub use_condition: Option<CardCondition>,
    /// What it is, in short, with a picture.
    #[serde(rename = "abstract")]
    pub summary: Option<CardSummary>,
    /// What it is, at length.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text_image_list: Vec<TextAndImage>,
    /// What the merchant offers: `BIZ_SERVICE_DELIVER` (delivery), `BIZ_SERVICE_FREE_PARK`
    /// (parking), `BIZ_SERVICE_WITH_PET` (pets are welcome), `BIZ_SERVICE_FREE_WIFI`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub business_service: Vec<String>,
    /// On which days and at which hours it can be used; always if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_limit: Vec<CardTimeLimit>,
}

/// On what condition a card can be used.
#[endpoint(part)]
pub struct CardCondition {
    /// For what, of a cash voucher: up to 15 characters.
    pub accept_category: Option<String>,
    /// For what not, of a cash voucher: up to 15 characters.
    pub reject_category: Option<String>,
    /// From which sum on, in fen.
    pub least_cost: Option<u64>,
    /// On the purchase of what, of a gift voucher: up to 15 characters.
    pub object_use_for: Option<String>,
    /// Whether it can be used together with other offers.
    pub can_use_with_other_discount: Option<bool>,
}

/// What a card is, in short.
#[endpoint(part)]
pub struct CardSummary {
    /// A few words: up to 24 characters.
    #[serde(rename = "abstract")]
    pub summary: Option<String>,
    /// The address of one picture, 850 by 350.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub icon_url_list: Vec<String>,
}

/// A paragraph with a picture.
#[endpoint(part)]
pub struct TextAndImage {
    /// The address of the picture.
    pub image_url: Option<String>,
    /// The text: up to 5,000 characters.
    pub text: Option<String>,
}

/// On which day and at which hours a card can be used.
#[endpoint(part)]
pub struct CardTimeLimit {
    /// The day: `MONDAY` to `SUNDAY`, or `HOLIDAY`.
    #[serde(rename = "type")]
    pub kind: String,
    /// From which hour on.
    pub begin_hour: Option<u8>,
    /// From which minute of that hour on.
    pub begin_minute: Option<u8>,
    /// Until which hour.
    pub end_hour: Option<u8>,
    /// Until which minute of that hour.
    pub end_minute: Option<u8>,
}
