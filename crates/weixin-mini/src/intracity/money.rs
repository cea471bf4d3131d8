//! What is paid for deliveries.

use crate::intracity::IntracityHandle;
use weixin_api::{StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, OpenId};

/// Begins to pay for deliveries in advance.
#[endpoint(POST "/cgi-bin/express/intracity/storecharge", title = "门店运费充值",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-5-%E9%97%A8%E5%BA%97%E8%BF%90%E8%B4%B9%E5%85%85%E5%80%BC",
    scope(mini), reply = IntracityCharge, call = intracity.charge)]
pub struct ChargeIntracityStore {
    /// The shop; for all of the Mini Program if left out.
    pub wx_store_id: Option<String>,
    /// The company.
    pub service_trans_id: String,
    /// How much, in fen: 5,000 or more.
    pub amount: u64,
    /// Who pays: `PAY_MODE_STORE`, `PAY_MODE_APP` or `PAY_MODE_COMPONENT`.
    pub pay_mode: Option<String>,
}

/// A payment that was begun.
#[endpoint(part, reply_to(ChargeIntracityStore))]
pub struct IntracityCharge {
    /// The page where it is paid.
    pub payurl: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The shop.
    pub wx_store_id: Option<String>,
}

/// Gives back what was paid in advance and not used.
#[endpoint(POST "/cgi-bin/express/intracity/storerefund", title = "门店运费退款",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-6-%E9%97%A8%E5%BA%97%E8%BF%90%E8%B4%B9%E9%80%80%E6%AC%BE",
    scope(mini), reply = IntracityRefund, call = intracity.refund)]
pub struct RefundIntracityStore {
    /// The shop; for all of the Mini Program if left out.
    pub wx_store_id: Option<String>,
    /// The company.
    pub service_trans_id: String,
    /// Who has paid.
    pub pay_mode: Option<String>,
}

/// What was given back.
#[endpoint(part, reply_to(RefundIntracityStore))]
pub struct IntracityRefund {
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The shop.
    pub wx_store_id: Option<String>,
    /// How much, in fen.
    pub refund_amount: Option<i64>,
}

/// Says what was paid, used and given back.
#[endpoint(POST "/cgi-bin/express/intracity/queryflow", title = "门店运费流水查询",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-7-%E9%97%A8%E5%BA%97%E8%BF%90%E8%B4%B9%E6%B5%81%E6%B0%B4%E6%9F%A5%E8%AF%A2",
    scope(mini), retry = safe, reply = IntracityFlow, call = intracity.flow)]
pub struct GetIntracityFlow {
    /// The shop.
    pub wx_store_id: String,
    /// Which of these.
    pub flow_type: IntracityFlowKind,
    /// Only for this company.
    pub service_trans_id: Option<String>,
    /// Only since.
    pub begin_time: Option<Timestamp>,
    /// Only before.
    pub end_time: Option<Timestamp>,
}

int_enum! {
    /// What happened to money.
    pub enum IntracityFlowKind {
        /// It was paid in advance.
        Charge = 1,
        /// It was used.
        Consumption = 2,
        /// It was given back.
        Refund = 3,
    }
}

/// What was paid, used and given back.
#[endpoint(part, reply_to(GetIntracityFlow))]
pub struct IntracityFlow {
    /// How many entries there are.
    pub total: Option<u32>,
    /// How much was paid, in fen.
    pub total_pay_amt: Option<i64>,
    /// How much was given back, in fen.
    pub total_refund_amt: Option<i64>,
    /// How much was used, in fen.
    pub total_deduct_amt: Option<i64>,
    /// The entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flow_list: Vec<IntracityFlowItem>,
}

/// An entry.
#[endpoint(part)]
pub struct IntracityFlowItem {
    /// What happened.
    pub flow_type: Option<IntracityFlowKind>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The shop.
    pub wx_store_id: Option<String>,
    /// The payment.
    pub pay_order_id: Option<String>,
    /// The delivery.
    pub wx_order_id: Option<String>,
    /// The bill.
    pub bill_id: Option<String>,
    /// The company.
    pub service_trans_id: Option<String>,
    /// Who has paid.
    pub openid: Option<OpenId>,
    /// How far the delivery is.
    pub delivery_status: Option<i64>,
    /// How much was paid, in fen.
    pub pay_amount: Option<i64>,
    /// How much was given back, in fen.
    pub refund_amount: Option<i64>,
    /// How much was used, in fen.
    pub deduct_amount: Option<i64>,
    /// Whether it was paid.
    pub pay_status: Option<String>,
    /// Whether it was given back.
    pub refund_status: Option<String>,
    /// When it was paid.
    pub pay_time: Option<Timestamp>,
    /// When it was given back.
    pub refund_time: Option<Timestamp>,
    /// When the entry was made.
    pub create_time: Option<Timestamp>,
    /// Until when it may be used.
    pub consume_deadline: Option<Timestamp>,
    /// When the delivery ended.
    pub delivery_finished_time: Option<Timestamp>,
}

/// Says what is left of what was paid in advance.
#[endpoint(POST "/cgi-bin/express/intracity/balancequery", title = "门店余额查询",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-8-%E9%97%A8%E5%BA%97%E4%BD%99%E9%A2%9D%E6%9F%A5%E8%AF%A2",
    scope(mini), retry = safe, reply = IntracityBalance, call = intracity.balance)]
pub struct GetIntracityBalance {
    /// The shop; for all of the Mini Program if left out.
    pub wx_store_id: Option<String>,
    /// Only for this company.
    pub service_trans_id: Option<String>,
    /// Who has paid.
    pub pay_mode: Option<String>,
}

/// What is left.
#[endpoint(part, reply_to(GetIntracityBalance))]
pub struct IntracityBalance {
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The shop.
    pub wx_store_id: Option<String>,
    /// How much, in fen.
    pub all_balance: Option<i64>,
    /// The same by company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub balance_detail: Vec<IntracityCompanyBalance>,
}

/// What is left for a company.
#[endpoint(part)]
pub struct IntracityCompanyBalance {
    /// The company.
    pub service_trans_id: Option<String>,
    /// Its name.
    pub service_trans_name: Option<String>,
    /// How much, in fen.
    pub balance: Option<i64>,
    /// The payments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<IntracityPayment>,
}

/// A payment in advance.
#[endpoint(part)]
pub struct IntracityPayment {
    /// The payment.
    pub payorder_id: Option<String>,
    /// How much it was, in fen.
    pub charge_amt: Option<i64>,
    /// How much is left, in fen.
    pub unused_amt: Option<i64>,
    /// When it was made.
    pub begin_time: Option<Timestamp>,
    /// Until when it may be used.
    pub end_time: Option<Timestamp>,
}

/// Says who pays for deliveries.
#[endpoint(POST "/cgi-bin/express/intracity/getpaymode", title = "查询扣费主体",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/same_city_distribution/api_intracity_getpaymode.html",
    scope(mini), retry = safe, reply = IntracityPayer, call = intracity.pay_mode)]
pub struct GetIntracityPayMode {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// Who pays for deliveries.
#[endpoint(part, reply_to(GetIntracityPayMode))]
pub struct IntracityPayer {
    /// Who.
    pub pay_mode: Option<IntracityPayMode>,
    /// The Mini Program, if it pays.
    pub pay_appid: Option<AppId>,
    /// The third-party platform, if it pays.
    pub pay_component_appid: Option<AppId>,
}

/// Who pays for deliveries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum IntracityPayMode {
    /// The shop.
    #[string_enum(rename = "PAY_MODE_STORE")]
    Store,
    /// The Mini Program.
    #[string_enum(rename = "PAY_MODE_APP")]
    App,
    /// The third-party platform.
    #[string_enum(rename = "PAY_MODE_COMPONENT")]
    Component,
    /// A value that this version does not know.
    Other(String),
}

/// Says who shall pay for deliveries; an administrator has to agree.
#[endpoint(POST "/cgi-bin/express/intracity/setpaymode", title = "设置扣费主体",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/same_city_distribution/api_intracity_setpaymode.html",
    scope(mini), retry = safe, call = intracity.set_pay_mode)]
pub struct SetIntracityPayMode {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// Who.
    pub pay_mode: IntracityPayMode,
}
