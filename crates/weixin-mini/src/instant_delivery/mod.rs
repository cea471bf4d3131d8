//! Instant delivery for merchants (即时配送). `/cgi-bin/express/local/business/*`

use weixin_api::{endpoint, group};
use weixin_protocol::{OpenId, messages};

use crate::ids::DeliveryId;
mod event;
mod order;
mod part;

pub use event::*;
pub use order::*;
pub use part::*;

group! {
    /// Instant delivery (即时配送).
    instant_delivery: [
        PreAddInstantOrder, AddInstantOrder, ReAddInstantOrder, AddInstantTips,
        PreCancelInstantOrder, CancelInstantOrder, ConfirmInstantReturn, GetInstantOrder,
        GetInstantCompanies, GetInstantShops, TestUpdateInstantOrder,
    ]
}

weixin_api::string_id! {
    /// The merchant's account at a delivery company (商家 id, shopid), which the company assigns as
    /// app key.
    InstantShopId
    /// A store of the merchant, as registered at the delivery company (门店编号, shop_no).
    InstantShopNo
    /// An order, as the merchant numbers it (shop_order_id).
    ShopOrderId
    /// A merchant for whom an agent orders (子商户 id, sub_biz_id).
    SubBizId
}

messages![InstantOrderUpdated];

/// Checks whether a delivery is possible and returns its price.
///
/// Fails with 930560 when the merchant's account is not bound, with 930568 for Mini Programs of
/// persons, with 930570 when a category of the goods is unknown, and with 930558 when the company
/// rejects the order.
#[endpoint(POST "/cgi-bin/express/local/business/order/pre_add", title = "预下配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.preAddOrder.html",
    scope(mini), retry = safe, reply = AddedInstantOrder, call = instant_delivery.estimate)]
pub struct PreAddInstantOrder {
    /// The merchant's account at the company; not needed for merchants without an account of their
    /// own.
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    pub shop_order_id: ShopOrderId,
    /// The store, as registered at the company; needed if there are several.
    pub shop_no: Option<InstantShopNo>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's app secret at the company, joined in
    /// this order.
    pub delivery_sign: Option<String>,
    /// The delivery company.
    pub delivery_id: DeliveryId,
    /// The user who receives the goods.
    pub openid: OpenId,
    /// The sender's address; needed by some companies.
    pub sender: Option<InstantAddress>,
    /// The receiver's address.
    pub receiver: InstantAddress,
    /// The goods that are delivered.
    pub cargo: InstantCargo,
    /// The options of the delivery.
    pub order_info: InstantOrderInfo,
    /// The goods that the message to the receiver shows.
    pub shop: Option<InstantShop>,
    /// The sub-merchant, for agents that order for several merchants (子商户 id).
    pub sub_biz_id: Option<SubBizId>,
}

/// Orders a delivery.
///
/// Fails with 930562 when there is an order of this number, with 930560 when the merchant's account
/// is not bound, with 930568 for Mini Programs of persons, with 930570 when a category of the goods
/// is unknown, and with 930558 when the company rejects the order.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::instant_delivery::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let receiver = InstantAddress::new(
///     "张三", "广州市", "海珠区新港中路397号", "5楼501", "13800138000", 113.3245, 23.0989,
/// );
/// let cargo = InstantCargo::new(25.0, "美食夜宵", "零食小吃").goods_weight(0.5);
/// let (order, user) = ("20260301-1", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
/// let order =
///     AddInstantOrder::new(order, "SFTC", user, receiver, cargo, InstantOrderInfo::new());
/// let added = wx.instant_delivery().add_order(order.shopid("1627")).await?;
/// println!("delivery {:?} costs {:?} yuan", added.waybill_id, added.fee);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/express/local/business/order/add", title = "下配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.addOrder.html",
    scope(mini), reply = AddedInstantOrder, call = instant_delivery.add_order)]
pub struct AddInstantOrder {
    /// The merchant's account at the company; not needed for merchants without an account of their
    /// own.
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    pub shop_order_id: ShopOrderId,
    /// The store, as registered at the company; needed if there are several.
    pub shop_no: Option<InstantShopNo>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's app secret at the company, joined in
    /// this order.
    pub delivery_sign: Option<String>,
    /// The delivery company.
    pub delivery_id: DeliveryId,
    /// The user who receives the goods.
    pub openid: OpenId,
    /// The sender's address; needed by some companies.
    pub sender: Option<InstantAddress>,
    /// The receiver's address.
    pub receiver: InstantAddress,
    /// The goods that are delivered.
    pub cargo: InstantCargo,
    /// The options of the delivery.
    pub order_info: InstantOrderInfo,
    /// The goods that the message to the receiver shows.
    pub shop: Option<InstantShop>,
    /// The sub-merchant, for agents that order for several merchants (子商户 id).
    pub sub_biz_id: Option<SubBizId>,
    /// The token that [`PreAddInstantOrder`] returned, with which the price is kept.
    pub delivery_token: Option<String>,
}

/// Orders a delivery again after it was cancelled or has failed.
///
/// Fails with 930563 when there is no order of this number, and with 930558 when the company
/// rejects the order.
#[endpoint(POST "/cgi-bin/express/local/business/order/readd", title = "重新下单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.reOrder.html",
    scope(mini), reply = AddedInstantOrder, call = instant_delivery.re_add_order)]
pub struct ReAddInstantOrder {
    /// The merchant's account at the company; not needed for merchants without an account of their
    /// own.
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    pub shop_order_id: ShopOrderId,
    /// The store, as registered at the company; needed if there are several.
    pub shop_no: Option<InstantShopNo>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's app secret at the company, joined in
    /// this order.
    pub delivery_sign: Option<String>,
    /// The delivery company.
    pub delivery_id: DeliveryId,
    /// The user who receives the goods.
    pub openid: OpenId,
    /// The sender's address; needed by some companies.
    pub sender: Option<InstantAddress>,
    /// The receiver's address.
    pub receiver: InstantAddress,
    /// The goods that are delivered.
    pub cargo: InstantCargo,
    /// The options of the delivery.
    pub order_info: InstantOrderInfo,
    /// The goods that the message to the receiver shows.
    pub shop: Option<InstantShop>,
    /// The sub-merchant, for agents that order for several merchants (子商户 id).
    pub sub_biz_id: Option<SubBizId>,
    /// The token that [`PreAddInstantOrder`] returned, with which the price is kept.
    pub delivery_token: Option<String>,
}
