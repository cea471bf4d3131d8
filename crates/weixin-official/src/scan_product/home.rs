//! The content of the page of a product.

use weixin_api::{StringEnum, endpoint, int_enum};
use weixin_protocol::AppId;

use super::{KeyStandard, ScanCategoryId, ScanProductStatus};
use crate::ids::{CardId, ProductId};

/// The page of a product (商品主页).
#[endpoint(part)]
pub struct ProductHome {
    /// The basic data.
    pub base_info: ProductBase,
    /// Pictures and paragraphs.
    pub detail_info: Option<ProductDetails>,
    /// What users can do on the page.
    pub action_info: Option<ProductActions>,
    /// Further modules.
    pub module_info: Option<ProductModules>,
}

/// The basic data of a product.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct ProductBase {
    /// The name of the product, up to 15 Chinese characters.
    pub title: String,
    /// The address of the small picture.
    pub thumb_url: String,
    /// The brand, one of [`ScanMerchant::brand_tag_list`](super::ScanMerchant::brand_tag_list).
    pub brand_tag: String,
    /// The category, one of [`ScanFirm::verified_cate_list`](super::ScanFirm::verified_cate_list).
    pub category_id: ScanCategoryId,
    /// Which shops the page shows.
    pub store_mgr_type: StoreManagement,
    /// The color at the top, as in `FFFFFF`, or `auto`.
    pub color: String,
    /// The shops, for [`StoreManagement::Custom`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub store_vendorid_list: Vec<StoreVendor>,
    /// The recommended price in yuan.
    pub retail_price: Option<String>,
    /// The state of the page. Only in replies.
    pub status: Option<ScanProductStatus>,
}

/// Which shops the page of a product shows (商品出售状态管理).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StoreManagement {
    /// Those that the platform knows.
    #[default]
    Auto,
    /// Those of a list.
    Custom,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// A shop that the page of a product can show (电商渠道).
    pub enum StoreVendor {
        /// Amazon (亚马逊).
        Amazon = 2,
        /// Dangdang (当当网).
        Dangdang = 3,
        /// JD (京东).
        Jd = 4,
        /// Yihaodian (一号店).
        Yihaodian = 9,
        /// Jumei (聚美优品).
        Jumei = 11,
        /// Jiuxian (酒仙网).
        Jiuxian = 19,
    }
}

/// Pictures and paragraphs about a product.
#[endpoint(part)]
pub struct ProductDetails {
    /// The pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub banner_list: Vec<ProductBanner>,
    /// The paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail_list: Vec<ProductDetail>,
}

/// A picture of a product.
#[endpoint(part)]
pub struct ProductBanner {
    /// The address of the picture.
    pub link: String,
    /// A description of the picture.
    pub desc: Option<String>,
}

/// A paragraph about a product.
#[endpoint(part)]
pub struct ProductDetail {
    /// The title.
    pub title: String,
    /// The text.
    pub desc: String,
}

/// What users can do on the page of a product.
#[endpoint(part)]
pub struct ProductActions {
    /// The actions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub action_list: Vec<ProductAction>,
}

/// An action on the page of a product. Which fields are given depends on `kind`.
///
/// This is no enum, because several kinds share fields, and which of them a kind may leave out is
/// not documented.
#[endpoint(part)]
pub struct ProductAction {
    /// What the action does.
    #[serde(rename = "type")]
    pub kind: ProductActionKind,
    /// The label of a link, shop or text.
    pub name: Option<String>,
    /// The page or video that it opens.
    pub link: Option<String>,
    /// The address of the picture.
    pub image: Option<String>,
    /// How a link is shown.
    pub showtype: Option<LinkStyle>,
    /// A hint beside the label.
    pub digest: Option<String>,
    /// The text, for [`ProductActionKind::Text`].
    pub text: Option<String>,
    /// The account to follow, for [`ProductActionKind::Follow`].
    pub appid: Option<AppId>,
    /// The card to take, for [`ProductActionKind::Card`].
    pub cardid: Option<CardId>,
    /// The product of a shop of the account, for [`ProductActionKind::Product`].
    pub productid: Option<ProductId>,
    /// The recommended price in yuan, for [`ProductActionKind::Price`].
    pub retail_price: Option<String>,
    /// The price in a shop in yuan, for [`ProductActionKind::Store`].
    pub sale_price: Option<String>,
    /// A code, for the actions that have one.
    pub code: Option<String>,
    /// Other products, for [`ProductActionKind::Recommend`].
    pub recommend: Option<ProductRecommendation>,
}

/// What an action on the page of a product does.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProductActionKind {
    /// It plays a video or music.
    Media,
    /// It opens a page.
    Link,
    /// It shows a text.
    Text,
    /// It offers to follow an account.
    #[string_enum(rename = "user")]
    Follow,
    /// It offers a card.
    Card,
    /// It shows the recommended price.
    Price,
    /// It opens a product of a shop of the account.
    Product,
    /// It opens another shop.
    Store,
    /// It shows other products.
    Recommend,
    /// A value that this version does not know.
    Other(String),
}

/// How a link on the page of a product is shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LinkStyle {
    /// As a picture.
    Banner,
    /// A value that this version does not know.
    Other(String),
}

/// Other products that are recommended.
#[endpoint(part)]
pub struct ProductRecommendation {
    /// How the products are chosen.
    pub recommend_type: RecommendationKind,
    /// The products, which must be of the same account and published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recommend_list: Vec<ProductKey>,
}

/// How recommended products are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RecommendationKind {
    /// They are given as a list.
    Appointed,
    /// A value that this version does not know.
    Other(String),
}

/// A product by its code.
#[endpoint(part)]
pub struct ProductKey {
    /// The symbology of the code.
    pub keystandard: KeyStandard,
    /// The content of the code.
    pub keystr: String,
}

/// Further modules of the page of a product.
#[endpoint(part)]
pub struct ProductModules {
    /// The modules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub module_list: Vec<ProductModule>,
}

/// A further module of the page of a product.
#[endpoint(part)]
pub struct ProductModule {
    /// What the module does.
    #[serde(rename = "type")]
    pub kind: ProductModuleKind,
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

/// What a module of the page of a product does.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProductModuleKind {
    /// It checks for counterfeits (防伪).
    AntiFake,
    /// A value that this version does not know.
    Other(String),
}
