//! Complaints of users about payments (交易投诉): what the platform tells about them.

use weixin_protocol::{AppId, Header, UserId, inbound, messages};

messages![ComplaintCallback];

/// A user has complained about a payment, or something has happened to the complaint. Event
/// `complaint_callback`.
#[inbound(event = "complaint_callback|complaint callback", scope(mini))]
pub struct ComplaintCallback {
    /// From whom, to whom, when.
    pub header: Header,
    /// The complaint, where it stands in a group of its own.
    #[field(name = "BussiCallBackInfo")]
    pub info: Option<ComplaintInfo>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// What has happened.
    #[field(name = "option_type")]
    pub option_type: Option<String>,
    /// The complaint.
    #[field(name = "complaint_order_id")]
    pub complaint_order_id: Option<i64>,
    /// How far it is.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// When it was made, in seconds since 1970.
    #[field(name = "create_time")]
    pub create_time: Option<i64>,
    /// Until when it has to be answered, in seconds since 1970.
    #[field(name = "expire_time")]
    pub expire_time: Option<i64>,
    /// What it is about.
    #[field(name = "type")]
    pub kind: Option<i64>,
    /// The order, by the platform's number.
    #[field(name = "order_id")]
    pub order_id: Option<String>,
    /// The order, by the merchant's number.
    #[field(name = "out_trade_no")]
    pub out_trade_no: Option<String>,
    /// The user's telephone number.
    #[field(name = "phone_number")]
    pub phone_number: Option<String>,
    /// The user.
    #[field(name = "open_id")]
    pub open_id: Option<UserId>,
    /// What the user says.
    #[field(name = "customer_material_content")]
    pub customer_material_content: Option<String>,
    /// Pictures the user shows.
    #[field(name = "customer_material_media_id_list")]
    pub customer_material_media_id_list: Vec<String>,
    /// When it was paid, in seconds since 1970.
    #[field(name = "pay_time")]
    pub pay_time: Option<i64>,
    /// What was paid, in fen.
    #[field(name = "total_cost")]
    pub total_cost: Option<i64>,
    /// What was bought.
    #[field(name = "product_name")]
    pub product_name: Option<String>,
    /// What was said before.
    #[field(name = "history")]
    pub history: Vec<ComplaintStep>,
}

/// A complaint.
#[inbound(part)]
pub struct ComplaintInfo {
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// What has happened.
    #[field(name = "option_type")]
    pub option_type: Option<String>,
    /// The complaint.
    #[field(name = "complaint_order_id")]
    pub complaint_order_id: Option<i64>,
    /// How far it is.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// When it was made, in seconds since 1970.
    #[field(name = "create_time")]
    pub create_time: Option<i64>,
    /// Until when it has to be answered, in seconds since 1970.
    #[field(name = "expire_time")]
    pub expire_time: Option<i64>,
    /// What it is about.
    #[field(name = "type")]
    pub kind: Option<i64>,
    /// The order, by the platform's number.
    #[field(name = "order_id")]
    pub order_id: Option<String>,
    /// The order, by the merchant's number.
    #[field(name = "out_trade_no")]
    pub out_trade_no: Option<String>,
    /// The user's telephone number.
    #[field(name = "phone_number")]
    pub phone_number: Option<String>,
    /// The user.
    #[field(name = "open_id")]
    pub open_id: Option<UserId>,
    /// What the user says.
    #[field(name = "customer_material_content")]
    pub customer_material_content: Option<String>,
    /// Pictures the user shows.
    #[field(name = "customer_material_media_id_list")]
    pub customer_material_media_id_list: Vec<String>,
    /// When it was paid, in seconds since 1970.
    #[field(name = "pay_time")]
    pub pay_time: Option<i64>,
    /// What was paid, in fen.
    #[field(name = "total_cost")]
    pub total_cost: Option<i64>,
    /// What was bought.
    #[field(name = "product_name")]
    pub product_name: Option<String>,
    /// What was said before.
    #[field(name = "history")]
    pub history: Vec<ComplaintStep>,
}

/// Something that was said about a complaint.
#[inbound(part)]
pub struct ComplaintStep {
    /// When, in seconds since 1970.
    #[field(name = "time")]
    pub time: Option<i64>,
    /// What.
    #[field(name = "content")]
    pub content: Option<String>,
    /// Pictures.
    #[field(name = "media_id_list")]
    pub media_id_list: Vec<String>,
}
