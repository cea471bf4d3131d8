//! Delivery within the hour (即时配送, for merchants). `/cgi-bin/express/local/business/*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{OpenId, messages};
mod event;
mod order;
mod part;

pub use event::*;
pub use order::*;
pub use part::*;

endpoints![
    PreAddInstantOrder,
    AddInstantOrder,
    ReAddInstantOrder,
    AddInstantTips,
    PreCancelInstantOrder,
    CancelInstantOrder,
    ConfirmInstantReturn,
    GetInstantOrder,
    GetInstantCompanies,
    GetInstantShops,
    TestUpdateInstantOrder
];

messages![InstantOrderUpdated];

impl<'c, C: Caller + ?Sized> InstantDelivery<'c, C> {
    /// Says what a delivery would cost; see [`PreAddInstantOrder`].
    pub fn estimate(&self, order: PreAddInstantOrder) -> Call<'c, C, PreAddInstantOrder> {
        Call::new(self.0, order)
    }

    /// Orders a delivery; see [`AddInstantOrder`].
    pub fn add_order(&self, order: AddInstantOrder) -> Call<'c, C, AddInstantOrder> {
        Call::new(self.0, order)
    }

    /// Orders a delivery once more; see [`ReAddInstantOrder`].
    pub fn re_add_order(&self, order: ReAddInstantOrder) -> Call<'c, C, ReAddInstantOrder> {
        Call::new(self.0, order)
    }
}

/// Says whether a delivery is possible and what it would cost.
/// `POST /cgi-bin/express/local/business/order/pre_add`
#[endpoint(POST "/cgi-bin/express/local/business/order/pre_add", title = "预下配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.preAddOrder.html",
    scope(mini), retry = safe, reply = AddedInstantOrder)]
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

/// Orders a delivery. `POST /cgi-bin/express/local/business/order/add`
#[endpoint(POST "/cgi-bin/express/local/business/order/add", title = "下配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.addOrder.html",
    scope(mini), reply = AddedInstantOrder)]
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
/// `POST /cgi-bin/express/local/business/order/readd`
#[endpoint(POST "/cgi-bin/express/local/business/order/readd", title = "重新下单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.reOrder.html",
    scope(mini), reply = AddedInstantOrder)]
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

/// The group as a client has it: `wx.instant_delivery()`.
#[derive(Debug)]
pub struct InstantDelivery<'c, C: ?Sized>(&'c C);

/// Gives a client `instant_delivery()`.
pub trait InstantDeliveryApi: Caller {
    /// Delivery within the hour (即时配送).
    fn instant_delivery(&self) -> InstantDelivery<'_, Self> {
        InstantDelivery(self)
    }
}

impl<C: Caller + ?Sized> InstantDeliveryApi for C where PreAddInstantOrder: On<C::Kind> {}
