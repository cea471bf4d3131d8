//! Apps of schools: live lessons, health reports, payments (家校应用). `/cgi-bin/school/*`

mod health;
mod living;

use weixin_api::{Call, Caller, On, Timestamp, endpoint, endpoints};
use weixin_protocol::UserId;

pub use health::*;
pub use living::*;

endpoints![
    GetPaymentResult,
    GetTrade,
    GetSchoolLiving,
    GetSchoolWatchStat,
    GetSchoolUnwatchStat,
    GetSchoolWatchStatV2,
    GetSchoolUnwatchStatV2,
    GetStudentHealthInfo,
    GetTeacherHealthInfo,
    GetHealthQrCode
];

/// Says which students have paid. `POST /cgi-bin/school/get_payment_result`
#[endpoint(POST "/cgi-bin/school/get_payment_result", title = "获取学生付款结果",
    doc = "https://developer.work.weixin.qq.com/document/path/94470",
    scope(work), retry = safe, reply = PaymentResult)]
pub struct GetPaymentResult {
    /// The payment.
    pub payment_id: String,
}

/// Which students have paid.
#[endpoint(part)]
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

/// Gives a student's order. `POST /cgi-bin/school/get_trade`
#[endpoint(POST "/cgi-bin/school/get_trade", title = "获取订单详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94471",
    scope(work), retry = safe, reply = Trade)]
pub struct GetTrade {
    /// The payment.
    pub payment_id: String,
    /// The order.
    pub trade_no: String,
}

/// A student's order.
#[endpoint(part)]
#[derive(Default)]
pub struct Trade {
    /// Its number at WeChat Pay.
    pub transaction_id: Option<String>,
    /// When it was paid.
    pub pay_time: Option<Timestamp>,
}

/// The group as a client has it: `wx.school_apps()`.
#[derive(Debug)]
pub struct SchoolApps<'c, C: ?Sized>(&'c C);

/// Gives a client `school_apps()`.
pub trait SchoolAppsApi: Caller {
    /// Apps of schools: live lessons, health reports, payments (家校应用).
    fn school_apps(&self) -> SchoolApps<'_, Self> {
        SchoolApps(self)
    }
}

impl<C: Caller + ?Sized> SchoolAppsApi for C where GetPaymentResult: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> SchoolApps<'c, C> {
    /// Says which students have paid; see [`GetPaymentResult`].
    pub fn payment_result(&self, payment_id: impl Into<String>) -> Call<'c, C, GetPaymentResult> {
        Call::new(self.0, GetPaymentResult::new(payment_id))
    }

    /// Gives a student's order; see [`GetTrade`].
    pub fn trade(
        &self,
        payment_id: impl Into<String>,
        trade_no: impl Into<String>,
    ) -> Call<'c, C, GetTrade> {
        Call::new(self.0, GetTrade::new(payment_id, trade_no))
    }

    /// Gives a live lesson; see [`GetSchoolLiving`].
    pub fn living(&self, livingid: impl Into<String>) -> Call<'c, C, GetSchoolLiving> {
        Call::new(self.0, GetSchoolLiving::new(livingid))
    }

    /// Gives who watched a live lesson; see [`GetSchoolWatchStat`].
    pub fn watch_stat(&self, livingid: impl Into<String>) -> Call<'c, C, GetSchoolWatchStat> {
        Call::new(self.0, GetSchoolWatchStat::new(livingid))
    }

    /// Gives who did not watch a live lesson; see [`GetSchoolUnwatchStat`].
    pub fn unwatch_stat(&self, livingid: impl Into<String>) -> Call<'c, C, GetSchoolUnwatchStat> {
        Call::new(self.0, GetSchoolUnwatchStat::new(livingid))
    }

    /// Gives who watched a live lesson, students and parents apart; see [`GetSchoolWatchStatV2`].
    pub fn watch_stat_v2(&self, livingid: impl Into<String>) -> Call<'c, C, GetSchoolWatchStatV2> {
        Call::new(self.0, GetSchoolWatchStatV2::new(livingid))
    }

    /// Gives who did not watch a live lesson, students and parents apart; see
    /// [`GetSchoolUnwatchStatV2`].
    pub fn unwatch_stat_v2(
        &self,
        livingid: impl Into<String>,
    ) -> Call<'c, C, GetSchoolUnwatchStatV2> {
        Call::new(self.0, GetSchoolUnwatchStatV2::new(livingid))
    }

    /// Gives what students reported on a day, up to 100 at a time; see [`GetStudentHealthInfo`].
    pub fn student_health(&self, date: impl Into<String>) -> Call<'c, C, GetStudentHealthInfo> {
        Call::new(self.0, GetStudentHealthInfo::new(date))
    }

    /// Gives what teachers reported on a day, up to 100 at a time; see [`GetTeacherHealthInfo`].
    pub fn teacher_health(&self, date: impl Into<String>) -> Call<'c, C, GetTeacherHealthInfo> {
        Call::new(self.0, GetTeacherHealthInfo::new(date))
    }

    /// Gives the health codes of students or teachers; see [`GetHealthQrCode`].
    pub fn health_qr_codes(
        &self,
        kind: u64,
        userids: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, GetHealthQrCode> {
        Call::new(self.0, GetHealthQrCode::new(kind, userids))
    }
}
