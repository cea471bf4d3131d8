//! Apps of schools: live lessons, health reports, payments (家校应用). `/cgi-bin/school/*`

mod health;
mod living;

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::UserId;

pub use health::*;
pub use living::*;

group! {
    /// Apps of schools: live lessons, health reports, payments (家校应用).
    school_apps: [GetPaymentResult, GetTrade, GetSchoolLiving, GetSchoolWatchStat, GetSchoolUnwatchStat, GetSchoolWatchStatV2, GetSchoolUnwatchStatV2, GetStudentHealthInfo, GetTeacherHealthInfo, GetHealthQrCode]
}

/// Says which students have paid.
#[endpoint(POST "/cgi-bin/school/get_payment_result", title = "获取学生付款结果",
    doc = "https://developer.work.weixin.qq.com/document/path/94470",
    scope(work), retry = safe, reply = PaymentResult, call = school_apps.payment_result)]
pub struct GetPaymentResult {
    /// The payment.
    pub payment_id: String,
}

/// Which students have paid.
#[endpoint(part, reply_to(GetPaymentResult))]
#[derive(Default)]
pub struct PaymentResult {
    /// What it is for.
    pub project_name: Option<String>,
    /// What each pays, in fen (0.01 yuan).
    pub amount: Option<u64>,
    /// The students.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payment_result: Vec<StudentPayment>,
}

/// Whether a student has paid.
#[endpoint(part)]
pub struct StudentPayment {
    /// The student.
    pub student_userid: UserId,
    /// Whether they have: 1 they have; other numbers as the platform's page says.
    pub trade_state: Option<u64>,
    /// The number of the order.
    pub trade_no: Option<String>,
    /// The parent who paid.
    pub payer_parent_userid: Option<UserId>,
}

/// Gives a student's order.
#[endpoint(POST "/cgi-bin/school/get_trade", title = "获取订单详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94471",
    scope(work), retry = safe, reply = Trade, call = school_apps.trade)]
pub struct GetTrade {
    /// The payment.
    pub payment_id: String,
    /// The order.
    pub trade_no: String,
}

/// A student's order.
#[endpoint(part, reply_to(GetTrade))]
#[derive(Default)]
pub struct Trade {
    /// Its number at WeChat Pay.
    pub transaction_id: Option<String>,
    /// When it was paid.
    pub pay_time: Option<Timestamp>,
}
