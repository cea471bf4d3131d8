//! What sending costs (邮费模板).

use crate::merchant::MerchantHandle;
use weixin_api::endpoint;

/// Adds a template for what sending costs.
#[endpoint(POST "/merchant/express/add", title = "增加邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = AddedMerchantExpress, call = merchant.add_express)]
pub struct AddMerchantExpress {
    /// The template.
    pub delivery_template: MerchantExpressTemplate,
}

/// What sending costs.
#[endpoint(part)]
pub struct MerchantExpressTemplate {
    /// Its name.
    #[serde(rename = "Name")]
    pub name: String,
    /// Who pays: 0 the buyer, 1 the seller.
    #[serde(rename = "Assumer")]
    pub assumer: u8,
    /// For what: 0 the piece, 1 the weight, 2 the volume.
    #[serde(rename = "Valuation")]
    pub valuation: u8,
    /// How much, by means.
    #[serde(rename = "TopFee")]
    pub top_fee: Vec<MerchantExpressFee>,
    /// Its number. Only in replies.
    #[serde(rename = "Id")]
    pub id: Option<u64>,
}

/// What sending costs by one means.
#[endpoint(part)]
pub struct MerchantExpressFee {
    /// By what: 10000027 is surface mail, 10000028 a courier, 10000029 EMS.
    #[serde(rename = "Type")]
    pub kind: u64,
    /// How much, where nothing else is said.
    #[serde(rename = "Normal")]
    pub normal: MerchantExpressPrice,
    /// How much to some places.
    #[serde(rename = "Custom")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom: Vec<MerchantExpressPrice>,
}

/// What sending costs.
#[endpoint(part)]
pub struct MerchantExpressPrice {
    /// Up to so many pieces …
    #[serde(rename = "StartStandards")]
    pub start_standards: u64,
    /// … it costs so many fen, …
    #[serde(rename = "StartFees")]
    pub start_fees: u64,
    /// … and every so many more …
    #[serde(rename = "AddStandards")]
    pub add_standards: u64,
    /// … so many fen more.
    #[serde(rename = "AddFees")]
    pub add_fees: u64,
    /// To which country.
    #[serde(rename = "DestCountry")]
    pub dest_country: Option<String>,
    /// To which province.
    #[serde(rename = "DestProvince")]
    pub dest_province: Option<String>,
    /// To which city.
    #[serde(rename = "DestCity")]
    pub dest_city: Option<String>,
}

/// A template that was added.
#[endpoint(part, reply_to(AddMerchantExpress))]
pub struct AddedMerchantExpress {
    /// Its number.
    pub template_id: u64,
}

/// Deletes a template.
#[endpoint(POST "/merchant/express/del", title = "删除邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.delete_express)]
pub struct DeleteMerchantExpress {
    /// The template.
    pub template_id: u64,
}

/// Changes a template.
#[endpoint(POST "/merchant/express/update", title = "修改邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.update_express)]
pub struct UpdateMerchantExpress {
    /// The template.
    pub template_id: u64,
    /// What it is to be.
    pub delivery_template: MerchantExpressTemplate,
}

/// Gives a template.
#[endpoint(POST "/merchant/express/getbyid", title = "获取指定ID的邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantExpressInfo, call = merchant.express)]
pub struct GetMerchantExpress {
    /// The template.
    pub template_id: u64,
}

/// A template.
#[endpoint(part, reply_to(GetMerchantExpress))]
pub struct MerchantExpressInfo {
    /// The template.
    pub template_info: MerchantExpressTemplate,
}

/// Gives all templates.
#[endpoint(GET "/merchant/express/getall", title = "获取所有邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = MerchantExpresses, call = merchant.expresses)]
pub struct GetMerchantExpresses {}

/// All templates.
#[endpoint(part, reply_to(GetMerchantExpresses))]
pub struct MerchantExpresses {
    /// The templates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub templates_info: Vec<MerchantExpressTemplate>,
}
