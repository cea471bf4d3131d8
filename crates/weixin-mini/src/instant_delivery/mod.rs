//! Delivery within the hour (即时配送, for merchants). `/cgi-bin/express/local/business/*`

use weixin_api::{endpoint, group};
use weixin_protocol::{OpenId, messages};
mod event;
mod order;
mod part;

pub use event::*;
pub use order::*;
pub use part::*;

group! {
    /// Delivery within the hour (即时配送).
    instant_delivery: [PreAddInstantOrder, AddInstantOrder, ReAddInstantOrder, AddInstantTips, PreCancelInstantOrder, CancelInstantOrder, ConfirmInstantReturn, GetInstantOrder, GetInstantCompanies, GetInstantShops, TestUpdateInstantOrder]
}

messages![InstantOrderUpdated];

/// Says whether a delivery is possible and what it would cost.
#[endpoint(POST "/cgi-bin/express/local/business/order/pre_add", title = "预下配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.preAddOrder.html",
    scope(mini), retry = safe, reply = AddedInstantOrder, call = instant_delivery.estimate)]
pub struct PreAddInstantOrder {
    /// The merchant's number at the company; not for a merchant that has none of its own.
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// The shop's number at the company; needed if there are several shops.
    pub shop_no: Option<String>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's key at the company, in this order.
    pub delivery_sign: Option<String>,
    /// The company.
    pub delivery_id: String,
    /// The receiver.
    pub openid: OpenId,
    /// From whom; needed by some companies.
    pub sender: Option<InstantAddress>,
    /// To whom.
    pub receiver: InstantAddress,
    /// What is brought.
    pub cargo: InstantCargo,
    /// How it is brought.
    pub order_info: InstantOrderInfo,
    /// What the message to the receiver shows.
    pub shop: Option<InstantShop>,
    /// What tells the merchants of an agent apart.
    pub sub_biz_id: Option<String>,
}

/// Orders a delivery.
#[endpoint(POST "/cgi-bin/express/local/business/order/add", title = "下配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.addOrder.html",
    scope(mini), reply = AddedInstantOrder, call = instant_delivery.add_order)]
pub struct AddInstantOrder {
    /// The merchant's number at the company; not for a merchant that has none of its own.
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// The shop's number at the company; needed if there are several shops.
    pub shop_no: Option<String>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's key at the company, in this order.
    pub delivery_sign: Option<String>,
    /// The company.
    pub delivery_id: String,
    /// The receiver.
    pub openid: OpenId,
    /// From whom; needed by some companies.
    pub sender: Option<InstantAddress>,
    /// To whom.
    pub receiver: InstantAddress,
    /// What is brought.
    pub cargo: InstantCargo,
    /// How it is brought.
    pub order_info: InstantOrderInfo,
    /// What the message to the receiver shows.
    pub shop: Option<InstantShop>,
    /// What tells the merchants of an agent apart.
    pub sub_biz_id: Option<String>,
    /// What [`PreAddInstantOrder`] has answered.
    pub delivery_token: Option<String>,
}

/// Orders a delivery once more, after it was cancelled or something went wrong.
#[endpoint(POST "/cgi-bin/express/local/business/order/readd", title = "重新下单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.reOrder.html",
    scope(mini), reply = AddedInstantOrder, call = instant_delivery.re_add_order)]
pub struct ReAddInstantOrder {
    /// The merchant's number at the company; not for a merchant that has none of its own.
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// The shop's number at the company; needed if there are several shops.
    pub shop_no: Option<String>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's key at the company, in this order.
    pub delivery_sign: Option<String>,
    /// The company.
    pub delivery_id: String,
    /// The receiver.
    pub openid: OpenId,
    /// From whom; needed by some companies.
    pub sender: Option<InstantAddress>,
    /// To whom.
    pub receiver: InstantAddress,
    /// What is brought.
    pub cargo: InstantCargo,
    /// How it is brought.
    pub order_info: InstantOrderInfo,
    /// What the message to the receiver shows.
    pub shop: Option<InstantShop>,
    /// What tells the merchants of an agent apart.
    pub sub_biz_id: Option<String>,
    /// What [`PreAddInstantOrder`] has answered.
    pub delivery_token: Option<String>,
}
