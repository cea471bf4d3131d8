//! Numbers of customer service.

use crate::customer_service::CustomerServiceHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::UserId;

/// Gives for each of up to 31 days the numbers of an account, or of all of them.
///
/// Yesterday is known from about 7 o'clock on, and 180 days are.
#[endpoint(POST "/cgi-bin/kf/get_corp_statistic", title = "获取「客户数据统计」企业汇总数据",
    doc = "https://developer.work.weixin.qq.com/document/path/95489",
    scope(work), retry = safe, reply = ServiceStatistics, call = customer_service.statistic)]
pub struct GetServiceStatistic {
    /// The account; all if left out.
    pub open_kfid: Option<String>,
    /// The first day: its midnight in Beijing.
    pub start_time: Timestamp,
    /// The last day.
    pub end_time: Timestamp,
}

/// Numbers of customer service by day.
#[endpoint(part, reply_to(GetServiceStatistic))]
#[derive(Default)]
pub struct ServiceStatistics {
    /// The days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statistic_list: Vec<ServiceDay>,
}

/// The numbers of a day.
#[endpoint(part)]
pub struct ServiceDay {
    /// The day: its midnight in Beijing.
    pub stat_time: Timestamp,
    /// The numbers; none if there was nothing to count.
    pub statistic: Option<ServiceNumbers>,
}

/// Numbers of customer service.
#[endpoint(part)]
#[derive(Default)]
pub struct ServiceNumbers {
    /// How many talks there were.
    pub session_cnt: Option<u64>,
    /// How many customers wrote.
    pub customer_cnt: Option<u64>,
    /// How many messages they wrote.
    pub customer_msg_cnt: Option<u64>,
    /// How many customers were handed to a member or group.
    pub upgrade_service_customer_cnt: Option<u64>,
    /// How many talks the platform's assistant answered.
    pub ai_session_reply_cnt: Option<u64>,
    /// The share of its talks that went to a member.
    pub ai_transfer_rate: Option<f64>,
    /// The share of questions it knew an answer to.
    pub ai_knowledge_hit_rate: Option<f64>,
    /// How many customers were blocked.
    pub msg_rejected_customer_cnt: Option<u64>,
}

/// Gives for each of up to 31 days the numbers of a member who serves, or of all of them.
#[endpoint(POST "/cgi-bin/kf/get_servicer_statistic", title = "获取「客户数据统计」接待人员明细数据",
    doc = "https://developer.work.weixin.qq.com/document/path/95490",
    scope(work), retry = safe, reply = ServicerStatistics, call = customer_service.servicer_statistic)]
pub struct GetServicerStatistic {
    /// The account; all if left out.
    pub open_kfid: Option<String>,
    /// The member; all if left out.
    pub servicer_userid: Option<UserId>,
    /// The first day: its midnight in Beijing.
    pub start_time: Timestamp,
    /// The last day.
    pub end_time: Timestamp,
}

/// Numbers of members who serve, by day.
#[endpoint(part, reply_to(GetServicerStatistic))]
#[derive(Default)]
pub struct ServicerStatistics {
    /// The days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statistic_list: Vec<ServicerDay>,
}

/// The numbers of a day.
#[endpoint(part)]
pub struct ServicerDay {
    /// The day: its midnight in Beijing.
    pub stat_time: Timestamp,
    /// The numbers; none if there was nothing to count.
    pub statistic: Option<ServicerNumbers>,
}

/// Numbers of members who serve.
#[endpoint(part)]
#[derive(Default)]
pub struct ServicerNumbers {
    /// How many talks they had.
    pub session_cnt: Option<u64>,
    /// How many customers wrote.
    pub customer_cnt: Option<u64>,
    /// How many messages they wrote.
    pub customer_msg_cnt: Option<u64>,
    /// The share of customers who were answered.
    pub reply_rate: Option<f64>,
    /// After how many seconds they were, on average.
    pub first_reply_average_sec: Option<f64>,
    /// How many customers were asked whether they were content.
    pub satisfaction_investgate_cnt: Option<u64>,
    /// The share of those who answered.
    pub satisfaction_participation_rate: Option<f64>,
    /// The share of those who were content.
    pub satisfied_rate: Option<f64>,
    /// The share of those who were neither.
    pub middling_rate: Option<f64>,
    /// The share of those who were not.
    pub dissatisfied_rate: Option<f64>,
    /// How many customers were handed to a member or group.
    pub upgrade_service_customer_cnt: Option<u64>,
    /// To how many customers a member was recommended.
    pub upgrade_service_member_invite_cnt: Option<u64>,
    /// How many of them added the member.
    pub upgrade_service_member_customer_cnt: Option<u64>,
    /// To how many customers a group was recommended.
    pub upgrade_service_groupchat_invite_cnt: Option<u64>,
    /// How many of them joined it.
    pub upgrade_service_groupchat_customer_cnt: Option<u64>,
    /// How many customers they blocked.
    pub msg_rejected_customer_cnt: Option<u64>,
}
