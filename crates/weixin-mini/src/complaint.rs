//! Events about complaints over payments (交易投诉).

use weixin_api::Timestamp;
use weixin_protocol::{AppId, Header, OpenId, inbound, messages};

use crate::ids::TransactionId;

messages![ComplaintCallback];

weixin_api::integer_id! {
    /// A complaint of a user (投诉单号, complaint_order_id).
    ComplaintId(u64)
}

/// A user has complained about a payment in the Mini Program, or such a complaint has changed.
///
/// # Examples
///
/// ```
/// # use weixin_mini::complaint::ComplaintCallback;
/// // A handler: `Bot::new().on(complaint)`.
/// async fn complaint(event: ComplaintCallback) {
///     let (order, text) = (event.out_trade_no, event.customer_material_content);
///     println!("complaint about order {order:?}: {text:?}");
/// }
/// ```
#[inbound(
    event = "complaint_callback|complaint callback",
    group = "BussiCallBackInfo",
    scope(mini)
)]
pub struct ComplaintCallback {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The Mini Program that the complaint is about.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// What has happened: a new complaint, or progress of one. The values are not documented.
    #[field(name = "option_type")]
    pub option_type: Option<String>,
    /// The number of the complaint.
    #[field(name = "complaint_order_id")]
    pub complaint_order_id: Option<ComplaintId>,
    /// The state of the complaint, such as 201: the merchant must respond (待商家处理), or 206: the
    /// merchant must upload evidence (待上传处理凭证).
    #[field(name = "status")]
    pub status: Option<i64>,
    /// When the complaint was made.
    #[field(name = "create_time")]
    pub create_time: Option<Timestamp>,
    /// When the present state expires; 0 if it does not.
    #[field(name = "expire_time")]
    pub expire_time: Option<Timestamp>,
    /// The kind of problem, as the platform numbers it.
    #[field(name = "type")]
    pub kind: Option<i64>,
    /// The payment, as WeChat Pay numbers it.
    #[field(name = "order_id")]
    pub order_id: Option<TransactionId>,
    /// The merchant's order number.
    #[field(name = "out_trade_no")]
    pub out_trade_no: Option<String>,
    /// The user's telephone number.
    #[field(name = "phone_number")]
    pub phone_number: Option<String>,
    /// The user who complains.
    #[field(name = "open_id")]
    pub open_id: Option<OpenId>,
    /// What the user complains about.
    #[field(name = "customer_material_content")]
    pub customer_material_content: Option<String>,
    /// Addresses of the user's pictures. They expire, and the details of the complaint then have
    /// new ones.
    #[field(name = "customer_material_media_id_list")]
    pub customer_material_media_id_list: Vec<String>,
    /// When the order was paid.
    #[field(name = "pay_time")]
    pub pay_time: Option<Timestamp>,
    /// The amount that was paid, in fen.
    #[field(name = "total_cost")]
    pub total_cost: Option<i64>,
    /// The name of the goods.
    #[field(name = "product_name")]
    pub product_name: Option<String>,
    /// The steps of the complaint so far.
    #[field(name = "history")]
    pub history: Vec<ComplaintStep>,
}

/// A step of a complaint.
#[inbound(part)]
pub struct ComplaintStep {
    /// When it was taken.
    #[field(name = "time")]
    pub time: Option<Timestamp>,
    /// What was said.
    #[field(name = "content")]
    pub content: Option<String>,
    /// Addresses of the pictures that were added. They expire.
    #[field(name = "media_id_list")]
    pub media_id_list: Vec<String>,
}
