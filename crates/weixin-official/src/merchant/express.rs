//! What sending costs (邮费模板).

use weixin_api::{Call, Caller, endpoint};

use super::Merchant;

/// Adds a template for what sending costs. `POST /merchant/express/add`
#[endpoint(POST "/merchant/express/add", title = "增加邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = AddedMerchantExpress)]
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
#[endpoint(part)]
pub struct AddedMerchantExpress {
    /// Its number.
    pub template_id: u64,
}

/// Deletes a template. `POST /merchant/express/del`
#[endpoint(POST "/merchant/express/del", title = "删除邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe)]
pub struct DeleteMerchantExpress {
    /// The template.
    pub template_id: u64,
}

/// Changes a template. `POST /merchant/express/update`
#[endpoint(POST "/merchant/express/update", title = "修改邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe)]
pub struct UpdateMerchantExpress {
    /// The template.
    pub template_id: u64,
    /// What it is to be.
    pub delivery_template: MerchantExpressTemplate,
}

/// Gives a template. `POST /merchant/express/getbyid`
#[endpoint(POST "/merchant/express/getbyid", title = "获取指定ID的邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantExpressInfo)]
pub struct GetMerchantExpress {
    /// The template.
    pub template_id: u64,
}

/// A template.
#[endpoint(part)]
pub struct MerchantExpressInfo {
    /// The template.
    pub template_info: MerchantExpressTemplate,
}

/// Gives all templates. `GET /merchant/express/getall`
#[endpoint(GET "/merchant/express/getall", title = "获取所有邮费模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = MerchantExpresses)]
pub struct GetMerchantExpresses {}

/// All templates.
#[endpoint(part)]
pub struct MerchantExpresses {
    /// The templates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub templates_info: Vec<MerchantExpressTemplate>,
}

impl<'c, C: Caller + ?Sized> Merchant<'c, C> {
    /// Adds a template for what sending costs; see [`AddMerchantExpress`].
    pub fn add_express(
        &self,
        template: MerchantExpressTemplate,
    ) -> Call<'c, C, AddMerchantExpress> {
        Call::new(self.0, AddMerchantExpress::new(template))
    }

    /// Deletes a template; see [`DeleteMerchantExpress`].
    pub fn delete_express(&self, template_id: u64) -> Call<'c, C, DeleteMerchantExpress> {
        Call::new(self.0, DeleteMerchantExpress::new(template_id))
    }

    /// Changes a template; see [`UpdateMerchantExpress`].
    pub fn update_express(
        &self,
        template_id: u64,
        delivery_template: MerchantExpressTemplate,
    ) -> Call<'c, C, UpdateMerchantExpress> {
        Call::new(self.0, UpdateMerchantExpress::new(template_id, delivery_template))
    }

    /// A template; see [`GetMerchantExpress`].
    pub fn express(&self, template_id: u64) -> Call<'c, C, GetMerchantExpress> {
        Call::new(self.0, GetMerchantExpress::new(template_id))
    }

    /// All templates; see [`GetMerchantExpresses`].
    pub fn expresses(&self) -> Call<'c, C, GetMerchantExpresses> {
        Call::new(self.0, GetMerchantExpresses::new())
    }
}
