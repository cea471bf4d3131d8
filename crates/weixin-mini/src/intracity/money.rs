//! The balance of stores, from which deliveries are paid.

use crate::intracity::IntracityHandle;
use weixin_api::{StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, OpenId};

use crate::ids::DeliveryId;

use super::{
    IntracityOrderId, IntracityOrderStatus, IntracityPaymentId, TransportOrderId, WxStoreId,
};

/// Starts a payment of balance in advance (充值).
#[endpoint(POST "/cgi-bin/express/intracity/storecharge", title = "门店运费充值",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-5-%E9%97%A8%E5%BA%97%E8%BF%90%E8%B4%B9%E5%85%85%E5%80%BC",
    scope(mini), secured, reply = IntracityCharge, call = intracity.charge)]
pub struct ChargeIntracityStore {
    /// The store; for [`IntracityPayMode::Store`].
    pub wx_store_id: Option<WxStoreId>,
    /// The delivery company: `DADA` or `SFTC`.
    pub service_trans_id: DeliveryId,
    /// The amount in fen: 5,000 or more.
    pub amount: u64,
    /// Whose balance is meant; [`IntracityPayMode::Store`] if left out.
    pub pay_mode: Option<IntracityPayMode>,
}

/// A payment that was started.
#[endpoint(part, reply_to(ChargeIntracityStore))]
pub struct IntracityCharge {
    /// The address of the page where it is paid.
    pub payurl: Option<String>,
    /// The Mini Program that the store belongs to.
    pub appid: Option<AppId>,
    /// The store; for [`IntracityPayMode::Store`].
    pub wx_store_id: Option<WxStoreId>,
}

/// Refunds the balance that was not used.
#[endpoint(POST "/cgi-bin/express/intracity/storerefund", title = "门店运费退款",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-6-%E9%97%A8%E5%BA%97%E8%BF%90%E8%B4%B9%E9%80%80%E6%AC%BE",
    scope(mini), secured, reply = IntracityRefund, call = intracity.refund)]
pub struct RefundIntracityStore {
    /// The store; for [`IntracityPayMode::Store`].
    pub wx_store_id: Option<WxStoreId>,
    /// The delivery company: `DADA` or `SFTC`.
    pub service_trans_id: DeliveryId,
    /// Whose balance is meant; [`IntracityPayMode::Store`] if left out.
    pub pay_mode: Option<IntracityPayMode>,
}

/// A refund of balance.
#[endpoint(part, reply_to(RefundIntracityStore))]
pub struct IntracityRefund {
    /// The Mini Program that the store belongs to.
    pub appid: Option<AppId>,
    /// The store; for [`IntracityPayMode::Store`].
    pub wx_store_id: Option<WxStoreId>,
    /// The refunded amount in fen.
    pub refund_amount: Option<i64>,
}

/// Returns payments, consumption or refunds of a store (运费流水).
#[endpoint(POST "/cgi-bin/express/intracity/queryflow", title = "门店运费流水查询",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-7-%E9%97%A8%E5%BA%97%E8%BF%90%E8%B4%B9%E6%B5%81%E6%B0%B4%E6%9F%A5%E8%AF%A2",
    scope(mini), secured, retry = safe, reply = IntracityFlow, call = intracity.flow)]
pub struct GetIntracityFlow {
    /// The store, as the platform numbers it.
    pub wx_store_id: WxStoreId,
    /// The kind of entries.
    pub flow_type: IntracityFlowKind,
    /// Only entries of this company.
    pub service_trans_id: Option<DeliveryId>,
    /// Only entries of this time or later.
    pub begin_time: Option<Timestamp>,
    /// Only entries before this time.
    pub end_time: Option<Timestamp>,
}

int_enum! {
    /// The kind of an entry in a store's account.
    pub enum IntracityFlowKind {
        /// A payment in advance (充值流水).
        Charge = 1,
        /// The price of a delivery (消费流水).
        Consumption = 2,
        /// A refund (退款流水).
        Refund = 3,
    }
}

/// The entries of a store's account.
#[endpoint(part, reply_to(GetIntracityFlow))]
pub struct IntracityFlow {
    /// The number of entries.
    pub total: Option<u32>,
    /// The sum of payments in fen.
    pub total_pay_amt: Option<i64>,
    /// The sum of refunds in fen.
    pub total_refund_amt: Option<i64>,
    /// The sum of cancellation fees (违约金) in fen; for [`IntracityFlowKind::Consumption`].
    pub total_deduct_amt: Option<i64>,
    /// The entries of the kind that was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flow_list: Vec<IntracityFlowItem>,
}

/// An entry of a store's account.
#[endpoint(part)]
pub struct IntracityFlowItem {
    /// The kind of the entry.
    pub flow_type: Option<IntracityFlowKind>,
    /// The Mini Program that the store belongs to.
    pub appid: Option<AppId>,
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// The payment in advance.
    pub pay_order_id: Option<IntracityPaymentId>,
    /// The delivery; for [`IntracityFlowKind::Consumption`].
    pub wx_order_id: Option<IntracityOrderId>,
    /// The delivery, as the company numbers it; for [`IntracityFlowKind::Consumption`].
    pub bill_id: Option<TransportOrderId>,
    /// The delivery company: `DADA` or `SFTC`.
    pub service_trans_id: Option<DeliveryId>,
    /// The receiver; for [`IntracityFlowKind::Consumption`].
    pub openid: Option<OpenId>,
    /// The state of the delivery; for [`IntracityFlowKind::Consumption`].
    pub delivery_status: Option<IntracityOrderStatus>,
    /// The paid amount in fen.
    pub pay_amount: Option<i64>,
    /// The refunded amount in fen.
    pub refund_amount: Option<i64>,
    /// The cancellation fee (违约金) in fen; for [`IntracityFlowKind::Consumption`].
    pub deduct_amount: Option<i64>,
    /// The state of the payment, in the words of WeChat Pay.
    pub pay_status: Option<String>,
    /// The state of the refund: `PROCESSING` or `SUCCESS`.
    pub refund_status: Option<String>,
    /// When it was paid.
    pub pay_time: Option<Timestamp>,
    /// When it was refunded.
    pub refund_time: Option<Timestamp>,
    /// When the entry was created.
    pub create_time: Option<Timestamp>,
    /// Until when the balance can be used.
    pub consume_deadline: Option<Timestamp>,
    /// When the delivery ended; for [`IntracityFlowKind::Consumption`].
    pub delivery_finished_time: Option<Timestamp>,
}

/// Returns the balance of a store.
#[endpoint(POST "/cgi-bin/express/intracity/balancequery", title = "门店余额查询",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-8-%E9%97%A8%E5%BA%97%E4%BD%99%E9%A2%9D%E6%9F%A5%E8%AF%A2",
    scope(mini), secured, retry = safe, reply = IntracityBalance, call = intracity.balance)]
pub struct GetIntracityBalance {
    /// The store; for [`IntracityPayMode::Store`].
    pub wx_store_id: Option<WxStoreId>,
    /// Only the balance for this company.
    pub service_trans_id: Option<DeliveryId>,
    /// Whose balance is meant; [`IntracityPayMode::Store`] if left out.
    pub pay_mode: Option<IntracityPayMode>,
}

/// The balance of a store.
#[endpoint(part, reply_to(GetIntracityBalance))]
pub struct IntracityBalance {
    /// The Mini Program that the store belongs to.
    pub appid: Option<AppId>,
    /// The store; for [`IntracityPayMode::Store`].
    pub wx_store_id: Option<WxStoreId>,
    /// The balance for all companies in fen.
    pub all_balance: Option<i64>,
    /// The balance for each company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub balance_detail: Vec<IntracityCompanyBalance>,
}

/// The balance for one company.
#[endpoint(part)]
pub struct IntracityCompanyBalance {
    /// The delivery company: `DADA` or `SFTC`.
    pub service_trans_id: Option<DeliveryId>,
    /// The name of the company.
    pub service_trans_name: Option<String>,
    /// The balance in fen.
    pub balance: Option<i64>,
    /// The payments in advance that are left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<IntracityPayment>,
}

/// A payment in advance.
#[endpoint(part)]
pub struct IntracityPayment {
    /// The id of the payment.
    pub payorder_id: Option<IntracityPaymentId>,
    /// The paid amount in fen.
    pub charge_amt: Option<i64>,
    /// The amount that is left, in fen.
    pub unused_amt: Option<i64>,
    /// When it was paid.
    pub begin_time: Option<Timestamp>,
    /// Until when it can be used.
    pub end_time: Option<Timestamp>,
}

/// Returns who pays for deliveries (扣费主体).
#[endpoint(POST "/cgi-bin/express/intracity/getpaymode", title = "查询扣费主体",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/same_city_distribution/api_intracity_getpaymode.html",
    scope(mini), secured, retry = safe, reply = IntracityPayer, call = intracity.pay_mode)]
pub struct GetIntracityPayMode {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// Who pays for deliveries.
#[endpoint(part, reply_to(GetIntracityPayMode))]
pub struct IntracityPayer {
    /// Whose balance pays for deliveries.
    pub pay_mode: Option<IntracityPayMode>,
    /// The Mini Program; for [`IntracityPayMode::App`].
    pub pay_appid: Option<AppId>,
    /// The third-party platform; for [`IntracityPayMode::Component`].
    pub pay_component_appid: Option<AppId>,
}

/// Who pays for deliveries (扣费主体).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum IntracityPayMode {
    /// The store (门店).
    #[string_enum(rename = "PAY_MODE_STORE")]
    Store,
    /// The Mini Program (小程序).
    #[string_enum(rename = "PAY_MODE_APP")]
    App,
    /// The third-party platform (服务商).
    #[string_enum(rename = "PAY_MODE_COMPONENT")]
    Component,
    /// A value that this version does not know.
    Other(String),
}

/// Sets who pays for deliveries. An administrator must confirm it.
#[endpoint(POST "/cgi-bin/express/intracity/setpaymode", title = "设置扣费主体",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/same_city_distribution/api_intracity_setpaymode.html",
    scope(mini), secured, retry = safe, call = intracity.set_pay_mode)]
pub struct SetIntracityPayMode {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// Who pays from now on.
    pub pay_mode: IntracityPayMode,
}
