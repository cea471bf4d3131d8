//! What the page of a product shows.

use weixin_api::endpoint;
use weixin_protocol::AppId;

/// What the page of a product shows.
#[endpoint(part)]
pub struct ProductHome {
    /// The necessary.
    pub base_info: ProductBase,
    /// More about it.
    pub detail_info: Option<ProductDetails>,
    /// What can be done.
    pub action_info: Option<ProductActions>,
    /// What else is there.
    pub module_info: Option<ProductModules>,
}

/// The necessary about a product.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct ProductBase {
    /// Its name: up to 15 Chinese characters.
    pub title: String,
    /// The address of its small picture.
    pub thumb_url: String,
    /// Its brand, one of [`GetScanMerchant`](super::GetScanMerchant).
    pub brand_tag: String,
    /// Its category, one of [`GetScanMerchant`](super::GetScanMerchant).
    pub category_id: u64,
    /// Which shops are shown: `auto`: those that WeChat knows; `custom`: those of the list.
    pub store_mgr_type: String,
    /// The colour at the top, as in `FFFFFF`, or `auto`.
    pub color: String,
    /// Shops: 2 is Amazon, 3 Dangdang, 4 JD, 9 Yihaodian, 11 Jumei, 19 Jiuxian.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub store_vendorid_list: Vec<u64>,
    /// The recommended price, in yuan.
    pub retail_price: Option<String>,
    /// `on`, `off`, `check` or `reject`. Only in replies.
    pub status: Option<String>,
}

/// More about a product.
#[endpoint(part)]
pub struct ProductDetails {
    /// Pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub banner_list: Vec<ProductBanner>,
    /// Paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail_list: Vec<ProductDetail>,
}

/// A picture of a product.
#[endpoint(part)]
pub struct ProductBanner {
    /// Its address.
    pub link: String,
    /// What it shows.
    pub desc: Option<String>,
}

/// A paragraph about a product.
#[endpoint(part)]
pub struct ProductDetail {
    /// Its title.
    pub title: String,
    /// Its text.
    pub desc: String,
}

/// What can be done on the page of a product.
#[endpoint(part)]
pub struct ProductActions {
    /// What.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub action_list: Vec<ProductAction>,
}

/// Something that can be done on the page of a product.
#[endpoint(part)]
pub struct ProductAction {
    /// What: `media`, `link`, `text`, `user` (follow an account), `card` (take a card), `price`,
    /// `product`, `store` or `recommend`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its name, of a link, a shop or a text.
    pub name: Option<String>,
    /// The page or video it opens.
    pub link: Option<String>,
    /// The address of its picture.
    pub image: Option<String>,
    /// How a link is shown: `banner`.
    pub showtype: Option<String>,
    /// A hint.
    pub digest: Option<String>,
    /// The text.
    pub text: Option<String>,
    /// The account to follow.
    pub appid: Option<AppId>,
    /// The card to take.
    pub cardid: Option<String>,
    /// The product of a shop of WeChat.
    pub productid: Option<String>,
    /// The recommended price, in yuan.
    pub retail_price: Option<String>,
    /// The price in a shop, in yuan.
    pub sale_price: Option<String>,
    /// A code.
    pub code: Option<String>,
    /// Other products.
    pub recommend: Option<ProductRecommendation>,
}

/// Other products that are recommended.
#[endpoint(part)]
pub struct ProductRecommendation {
    /// `appointed`: those of the list.
    pub recommend_type: String,
    /// The products, of the same account and published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recommend_list: Vec<ProductKey>,
}

/// A product, by its code.
#[endpoint(part)]
pub struct ProductKey {
    /// What the code is: `ean13`, `ean8` or `qrcode`.
    pub keystandard: String,
    /// The code.
    pub keystr: String,
}

/// What else is on the page of a product.
#[endpoint(part)]
pub struct ProductModules {
    /// What.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub module_list: Vec<ProductModule>,
}

/// Something else on the page of a product.
#[endpoint(part)]
pub struct ProductModule {
    /// What: `anti_fake`: a check against counterfeits.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether WeChat shows the result itself.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub native_show: Option<bool>,
    /// The page of the check.
    pub anti_fake_url: Option<String>,
}
