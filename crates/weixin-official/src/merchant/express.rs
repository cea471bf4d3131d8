//! Templates for the cost of delivery (邮费模板).

use crate::merchant::MerchantHandle;
use weixin_api::{endpoint, int_enum};

weixin_api::integer_id! {
    /// A template for the cost of delivery (邮费模板, template_id).
    ExpressTemplateId(u64)
}

/// Adds a template for the cost of delivery (邮费模板).
///
/// Fails with 52007 when the template is wrong.
#[endpoint(POST "/merchant/express/add", title = "增加邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = AddedMerchantExpress, call = merchant.add_express)]
pub struct AddMerchantExpress {
    /// The template to add.
    pub delivery_template: MerchantExpressTemplate,
}

/// A template for the cost of delivery.
#[endpoint(part)]
pub struct MerchantExpressTemplate {
    /// The name of the template.
    #[serde(rename = "Name")]
    pub name: String,
    /// Who pays (支付方式).
    #[serde(rename = "Assumer")]
    pub assumer: FeePayer,
    /// What the cost is measured by (计费单位).
    #[serde(rename = "Valuation")]
    pub valuation: FeeBasis,
    /// The cost by each way of delivery (计费方式).
    #[serde(rename = "TopFee")]
    pub top_fee: Vec<MerchantExpressFee>,
    /// The id of the template. Only in replies.
    #[serde(rename = "Id")]
    pub id: Option<ExpressTemplateId>,
}

int_enum! {
    /// Who pays for the delivery (支付方式).
    pub enum FeePayer {
        /// The buyer (买家承担运费).
        Buyer = 0,
        /// The seller (卖家承担运费).
        Seller = 1,
    }
}

int_enum! {
    /// What the cost of delivery is measured by (计费单位).
    pub enum FeeBasis {
        /// The number of pieces (按件计费).
        Pieces = 0,
        /// The weight (按重量计费).
        Weight = 1,
        /// The volume (按体积计费).
        Volume = 2,
    }
}

int_enum! {
    /// A way of delivery (快递类型).
    pub enum ExpressKind {
        /// Surface mail (平邮).
        SurfaceMail = 10_000_027,
        /// A courier (快递).
        Courier = 10_000_028,
        /// EMS.
        Ems = 10_000_029,
    }
}

/// The cost of one way of delivery.
#[endpoint(part)]
pub struct MerchantExpressFee {
    /// The way of delivery.
    #[serde(rename = "Type")]
    pub kind: ExpressKind,
    /// The cost to places without an entry of their own (默认邮费).
    #[serde(rename = "Normal")]
    pub normal: MerchantExpressPrice,
    /// The cost to certain places (指定地区邮费).
    #[serde(rename = "Custom")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom: Vec<MerchantExpressPrice>,
}

/// A cost of delivery.
#[endpoint(part)]
pub struct MerchantExpressPrice {
    /// The quantity that `start_fees` covers, as in 1 piece.
    #[serde(rename = "StartStandards")]
    pub start_standards: u64,
    /// The cost of that quantity, in fen.
    #[serde(rename = "StartFees")]
    pub start_fees: u64,
    /// The further quantity that `add_fees` covers.
    #[serde(rename = "AddStandards")]
    pub add_standards: u64,
    /// The cost of each further quantity, in fen.
    #[serde(rename = "AddFees")]
    pub add_fees: u64,
    /// The country. Only for costs to certain places.
    #[serde(rename = "DestCountry")]
    pub dest_country: Option<String>,
    /// The province. Only for costs to certain places.
    #[serde(rename = "DestProvince")]
    pub dest_province: Option<String>,
    /// The city. Only for costs to certain places.
    #[serde(rename = "DestCity")]
    pub dest_city: Option<String>,
}

/// The reply to an added template.
#[endpoint(part, reply_to(AddMerchantExpress))]
pub struct AddedMerchantExpress {
    /// The id of the template.
    pub template_id: ExpressTemplateId,
}

/// Deletes a template for the cost of delivery.
///
/// Fails with 52008 when there is no such template.
#[endpoint(POST "/merchant/express/del", title = "删除邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.delete_express)]
pub struct DeleteMerchantExpress {
    /// The template to delete.
    pub template_id: ExpressTemplateId,
}

/// Changes a template for the cost of delivery.
///
/// Fails with 52008 when there is no such template.
#[endpoint(POST "/merchant/express/update", title = "修改邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.update_express)]
pub struct UpdateMerchantExpress {
    /// The template to change.
    pub template_id: ExpressTemplateId,
    /// The template as it shall be.
    pub delivery_template: MerchantExpressTemplate,
}

/// Returns a template for the cost of delivery.
///
/// Fails with 52008 when there is no such template.
#[endpoint(POST "/merchant/express/getbyid", title = "获取指定ID的邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantExpressInfo, call = merchant.express)]
pub struct GetMerchantExpress {
    /// The template to return.
    pub template_id: ExpressTemplateId,
}

/// The reply with a template.
#[endpoint(part, reply_to(GetMerchantExpress))]
pub struct MerchantExpressInfo {
    /// The template.
    pub template_info: MerchantExpressTemplate,
}

/// Returns all templates for the cost of delivery.
#[endpoint(GET "/merchant/express/getall", title = "获取所有邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = MerchantExpresses, call = merchant.expresses)]
pub struct GetMerchantExpresses {}

/// All templates for the cost of delivery.
#[endpoint(part, reply_to(GetMerchantExpresses))]
pub struct MerchantExpresses {
    /// The templates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub templates_info: Vec<MerchantExpressTemplate>,
}
