//! Apps of schools: live lessons, health reports, payments (家校应用). `/cgi-bin/school/*`

mod health;
mod living;

use weixin_api::{Timestamp, endpoint, group, int_enum};

use crate::ids::{ParentUserId, StudentUserId};

pub use health::*;
pub use living::*;

group! {
    /// Apps of schools: live lessons, health reports, payments (家校应用).
    school_apps: [
        GetPaymentResult, GetTrade, GetSchoolLiving, GetSchoolWatchStat, GetSchoolUnwatchStat,
        GetSchoolWatchStatV2, GetSchoolUnwatchStatV2, GetStudentHealthInfo, GetTeacherHealthInfo,
        GetHealthQrCode,
    ]
}

weixin_api::string_id! {
    /// A payment that a school asks for (班级收款, payment_id).
    SchoolPaymentId
    /// A student's order of such a payment (订单号, trade_no).
    SchoolTradeId
}

/// Returns which students have paid for a project of the school (收款项目).
///
/// Fails with 60237 when another app made the project.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let result = wx.school_apps().payment_result("PAYMENTID").await?;
/// for student in result.payment_result {
///     println!("{}: {:?}", student.student_userid, student.trade_state);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/school/get_payment_result", title = "获取学生付款结果",
    doc = "https://developer.work.weixin.qq.com/document/path/94470",
    scope(work), retry = safe, reply = PaymentResult, call = school_apps.payment_result)]
pub struct GetPaymentResult {
    /// The payment, created by this app.
    pub payment_id: SchoolPaymentId,
}

/// The state of a payment, by student.
#[endpoint(part, reply_to(GetPaymentResult))]
#[derive(Default)]
pub struct PaymentResult {
    /// What the payment is for.
    pub project_name: Option<String>,
    /// The amount for each student, in fen (0.01 yuan).
    pub amount: Option<u64>,
    /// One entry for each student.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payment_result: Vec<StudentPayment>,
}

/// The payment of a student.
#[endpoint(part)]
pub struct StudentPayment {
    /// Id of the student.
    pub student_userid: StudentUserId,
    /// Whether they have paid.
    pub trade_state: Option<TradeState>,
    /// The student's order, for [`GetTrade`].
    pub trade_no: Option<SchoolTradeId>,
    /// The parent who paid.
    pub payer_parent_userid: Option<ParentUserId>,
}

int_enum! {
    /// Whether a student has paid.
    pub enum TradeState {
        /// Not paid yet (未付款).
        Unpaid = 0,
        /// Paid (已付款).
        Paid = 1,
    }
}

/// Returns a student's payment for a project of the school.
///
/// Fails with 60243 when there is no such order, or another app made it.
#[endpoint(POST "/cgi-bin/school/get_trade", title = "获取订单详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94471",
    scope(work), retry = safe, reply = Trade, call = school_apps.trade)]
pub struct GetTrade {
    /// The payment, created by this app.
    pub payment_id: SchoolPaymentId,
    /// The order, from [`GetPaymentResult`].
    pub trade_no: SchoolTradeId,
}

/// A student's order.
#[endpoint(part, reply_to(GetTrade))]
#[derive(Default)]
pub struct Trade {
    /// Number of the transaction at WeChat Pay (微信交易单号).
    pub transaction_id: Option<String>,
    /// When it was paid.
    pub pay_time: Option<Timestamp>,
}
