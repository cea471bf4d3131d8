//! The answers of express companies to the questions of the platform.

use weixin_api::int_enum;
use weixin_protocol::{Node, PassiveReply, Secret, ToNode, inbound};

use super::{
    BizId, ExpressBusinessCheck, ExpressOrderId, ExpressQuotaQuery, ExpressWaybillAdded,
    ExpressWaybillCancelled,
};
use crate::ids::WaybillId;

/// The answer of an express company to a question of the platform (消息返回). The events make it;
/// a handler returns it as a [`PassiveReply`].
///
/// The platform waits 5 seconds. A later answer is lost, and the question has failed.
///
/// # Examples
///
/// ```
/// use weixin_mini::logistics::{ExpressQuotaQuery, ExpressResult};
/// use weixin_protocol::PassiveReply;
///
/// async fn quota(query: ExpressQuotaQuery) -> PassiveReply {
///     match query.biz_id.as_ref().map(|id| id.as_str()) {
///         Some("SF_0001") => query.answer(210).into(),
///         _ => query.reject(ExpressResult::UnknownAccount, "no such account").into(),
///     }
/// }
/// ```
#[inbound(part)]
pub struct ExpressAnswer {
    /// The name of the event that is answered.
    pub event: String,
    /// The token of the order. Only for [`ExpressWaybillAdded`].
    pub token: Option<Secret>,
    /// The order, as the merchant numbered it. Only for [`ExpressWaybillAdded`] and
    /// [`ExpressWaybillCancelled`].
    #[field(name = "OrderID")]
    pub order_id: Option<ExpressOrderId>,
    /// The merchant's customer code at the company.
    #[field(name = "BizID")]
    pub biz_id: Option<BizId>,
    /// The tracking number. Only for [`ExpressWaybillAdded`] and [`ExpressWaybillCancelled`].
    #[field(name = "WayBillID")]
    pub waybill_id: Option<WaybillId>,
    /// The result.
    pub result_code: ExpressResult,
    /// The result in words, for the merchant.
    pub result_msg: String,
    /// The number of labels that the merchant has left. Only for [`ExpressQuotaQuery`] and
    /// [`ExpressBusinessCheck`].
    pub quota: Option<u64>,
    /// The texts on the label, as `##key##value##key##value##`. Only for [`ExpressWaybillAdded`].
    pub waybill_data: Option<String>,
}

int_enum! {
    /// The result of a question to an express company (ResultCode).
    pub enum ExpressResult {
        /// The question was answered, the order accepted or cancelled (成功).
        Success = 0,
        /// It failed for a reason that no other number stands for (其他错误).
        Failed = -1,
        /// There is no such customer code (客户编码或者月结账户不存在).
        UnknownAccount = 10001,
        /// The password of the customer code is wrong (客户密码不正确).
        WrongPassword = 10002,
        /// The tracking number from the platform's range is wrong (运单 ID 不正确).
        WrongWaybill = 20001,
        /// Name, telephone number or address of the sender is incomplete (发件人信息不完整).
        IncompleteSender = 20002,
        /// The company does not serve the sender's address (发件人地址不可达).
        UnreachableSender = 20003,
        /// Name, telephone number or address of the receiver is incomplete (收件人信息不完整).
        IncompleteReceiver = 20004,
        /// The company does not serve the receiver's address (收件人地址不可达).
        UnreachableReceiver = 20005,
        /// Number, weight or size of the goods is wrong (货物数量、重量、尺寸不正确).
        WrongCargo = 20006,
        /// The merchant has no labels left (商户余额不足).
        NoQuota = 20007,
        /// The insured value is wrong, or parcels cannot be insured (保价信息不正确).
        WrongInsurance = 20008,
        /// There is no such service (服务信息不正确).
        WrongService = 20009,
        /// There is no such customer code, order or parcel to cancel (参数错误).
        UnknownOrder = 30001,
        /// The parcel was collected and cannot be cancelled (已经揽收).
        Collected = 30002,
        /// The order was cancelled before, or is too old (无效单).
        InvalidOrder = 30003,
        /// The company does not cancel orders (快递不支持取消运单).
        NoCancellation = 30004,
    }
}

impl From<ExpressAnswer> for PassiveReply {
    fn from(answer: ExpressAnswer) -> Self {
        match answer.to_node() {
            Some(Node::Map(fields)) => Self::Event(fields),
            _ => Self::Event(Default::default()),
        }
    }
}

fn success(event: &str, biz_id: &Option<BizId>) -> ExpressAnswer {
    let mut answer = ExpressAnswer::new(event, ExpressResult::Success, "success");
    answer.biz_id = biz_id.clone();
    answer
}

impl ExpressAnswer {
    fn rejected(mut self, result: ExpressResult, reason: impl Into<String>) -> Self {
        self.result_code = result;
        self.result_msg = reason.into();
        self
    }
}

impl ExpressQuotaQuery {
    /// The answer that the merchant has `quota` labels left.
    pub fn answer(&self, quota: u64) -> ExpressAnswer {
        ExpressAnswer { quota: Some(quota), ..success("get_quota", &self.biz_id) }
    }

    /// The answer that the query was not possible, with the reason in words.
    pub fn reject(&self, result: ExpressResult, reason: impl Into<String>) -> ExpressAnswer {
        self.answer(0).rejected(result, reason)
    }
}

impl ExpressBusinessCheck {
    /// The answer that the account is bound. The merchant has `quota` labels.
    pub fn approve(&self, quota: u64) -> ExpressAnswer {
        ExpressAnswer { quota: Some(quota), ..success("check_biz", &self.biz_id) }
    }

    /// The answer that the account is not bound, with the reason in words.
    pub fn reject(&self, result: ExpressResult, reason: impl Into<String>) -> ExpressAnswer {
        self.approve(0).rejected(result, reason)
    }
}

impl ExpressWaybillCancelled {
    /// The answer that the order is cancelled.
    pub fn confirm(&self) -> ExpressAnswer {
        ExpressAnswer {
            order_id: self.order_id.clone(),
            waybill_id: self.waybill_id.clone(),
            ..success("cancel_waybill", &self.biz_id)
        }
    }

    /// The answer that the order is not cancelled, with the reason in words.
    pub fn reject(&self, result: ExpressResult, reason: impl Into<String>) -> ExpressAnswer {
        self.confirm().rejected(result, reason)
    }
}

impl ExpressWaybillAdded {
    /// The answer that the parcel will be collected, with its tracking number and the texts on the
    /// label, each with the key that stands for it in the label's template. Keys and texts must not
    /// contain `##`.
    ///
    /// ```
    /// # use weixin_mini::{ids::WaybillId, logistics::{ExpressAnswer, ExpressWaybillAdded}};
    /// # fn example(order: ExpressWaybillAdded) -> ExpressAnswer {
    /// order.accept("73100012345", [("ZTO_bagAddr", "广州"), ("ZTO_mark", "888-666-666")])
    /// # }
    /// ```
    pub fn accept<'a>(
        &self,
        waybill_id: impl Into<WaybillId>,
        label: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> ExpressAnswer {
        let texts: String =
            label.into_iter().map(|(key, text)| format!("{key}##{text}##")).collect();
        let texts = if texts.is_empty() { texts } else { format!("##{texts}") };
        ExpressAnswer {
            waybill_id: Some(waybill_id.into()),
            waybill_data: Some(texts),
            ..self.success()
        }
    }

    /// The answer that the parcel will not be collected, with the reason in words.
    pub fn reject(&self, result: ExpressResult, reason: impl Into<String>) -> ExpressAnswer {
        let mut answer = self.success().rejected(result, reason);
        answer.waybill_id = self.waybill_id.clone();
        answer
    }

    fn success(&self) -> ExpressAnswer {
        ExpressAnswer {
            token: self.token.clone(),
            order_id: self.order_id.clone(),
            ..success("add_waybill", &self.biz_id)
        }
    }
}
