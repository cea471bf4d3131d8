//! Statistics of customer service (客户数据统计).

use crate::customer_service::CustomerServiceHandle;
use crate::ids::KfId;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::UserId;

/// Returns the statistics of an account, or of all accounts together, day by day for up to 31 days.
///
/// The statistics of a day are there from about 7 o'clock of the next day on, and are kept for 180
/// days.
#[endpoint(POST "/cgi-bin/kf/get_corp_statistic", title = "获取「客户数据统计」企业汇总数据",
    doc = "https://developer.work.weixin.qq.com/document/path/95489",
    scope(work), retry = safe, reply = ServiceStatistics, call = customer_service.statistic)]
pub struct GetServiceStatistic {
    /// The account; all accounts together if left out.
    pub open_kfid: Option<KfId>,
    /// The first day, as its midnight in Beijing time.
    pub start_time: Timestamp,
    /// The last day, as its midnight in Beijing time.
    pub end_time: Timestamp,
}

/// Statistics of an account by day.
#[endpoint(part, reply_to(GetServiceStatistic))]
#[derive(Default)]
pub struct ServiceStatistics {
    /// One entry per day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statistic_list: Vec<ServiceDay>,
}

/// The statistics of an account on a day.
#[endpoint(part)]
pub struct ServiceDay {
    /// The day, as its midnight in Beijing time.
    pub stat_time: Timestamp,
    /// The statistics; missing on a day without data.
    pub statistic: Option<ServiceNumbers>,
}

/// The statistics of an account.
#[endpoint(part)]
#[derive(Default)]
pub struct ServiceNumbers {
    /// Number of sessions (咨询会话数).
    pub session_cnt: Option<u64>,
    /// Number of customers who wrote (咨询客户数).
    pub customer_cnt: Option<u64>,
    /// Number of messages from customers (咨询消息总数).
    pub customer_msg_cnt: Option<u64>,
    /// Number of customers to whom a member or group was recommended (升级服务客户数).
    pub upgrade_service_customer_cnt: Option<u64>,
    /// Number of sessions the platform's assistant answered (智能回复会话数).
    pub ai_session_reply_cnt: Option<u64>,
    /// Share of the assistant's sessions that went to a member (转人工率), from 0 to 1.
    pub ai_transfer_rate: Option<f64>,
    /// Share of questions the knowledge base had an answer to (知识命中率), from 0 to 1.
    pub ai_knowledge_hit_rate: Option<f64>,
    /// Number of customers who were blocked (被拒收消息的客户数).
    pub msg_rejected_customer_cnt: Option<u64>,
}

/// Returns the statistics of a servicer, or of all servicers together, day by day for up to 31
/// days.
#[endpoint(POST "/cgi-bin/kf/get_servicer_statistic", title = "获取「客户数据统计」接待人员明细数据",
    doc = "https://developer.work.weixin.qq.com/document/path/95490",
    scope(work), retry = safe, reply = ServicerStatistics, call = customer_service.servicer_statistic)]
pub struct GetServicerStatistic {
    /// The account; all accounts together if left out.
    pub open_kfid: Option<KfId>,
    /// The servicer; all servicers together if left out.
    pub servicer_userid: Option<UserId>,
    /// The first day, as its midnight in Beijing time.
    pub start_time: Timestamp,
    /// The last day, as its midnight in Beijing time.
    pub end_time: Timestamp,
}

/// Statistics of servicers by day.
#[endpoint(part, reply_to(GetServicerStatistic))]
#[derive(Default)]
pub struct ServicerStatistics {
    /// One entry per day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statistic_list: Vec<ServicerDay>,
}

/// The statistics of servicers on a day.
#[endpoint(part)]
pub struct ServicerDay {
    /// The day, as its midnight in Beijing time.
    pub stat_time: Timestamp,
    /// The statistics; missing on a day without data.
    pub statistic: Option<ServicerNumbers>,
}

/// The statistics of servicers.
#[endpoint(part)]
#[derive(Default)]
pub struct ServicerNumbers {
    /// Number of sessions served (接入人工会话数).
    pub session_cnt: Option<u64>,
    /// Number of customers who wrote (咨询客户数).
    pub customer_cnt: Option<u64>,
    /// Number of messages from customers (咨询消息总数).
    pub customer_msg_cnt: Option<u64>,
    /// Share of sessions that were answered (人工回复率), from 0 to 1.
    pub reply_rate: Option<f64>,
    /// Average time until the first answer, in seconds (平均首次响应时长).
    pub first_reply_average_sec: Option<f64>,
    /// Number of customers who were asked for a rating (满意度评价发送数). The misspelt name is the
    /// platform's.
    pub satisfaction_investgate_cnt: Option<u64>,
    /// Share of the asked who gave a rating (满意度参评率), from 0 to 1.
    pub satisfaction_participation_rate: Option<f64>,
    /// Share of the ratings "satisfied" (满意率), from 0 to 1.
    pub satisfied_rate: Option<f64>,
    /// Share of the ratings "average" (一般率), from 0 to 1.
    pub middling_rate: Option<f64>,
    /// Share of the ratings "dissatisfied" (不满意率), from 0 to 1.
    pub dissatisfied_rate: Option<f64>,
    /// Number of customers to whom a member or group was recommended (升级服务客户数).
    pub upgrade_service_customer_cnt: Option<u64>,
    /// Number of customers to whom a member was recommended (专员服务邀请数).
    pub upgrade_service_member_invite_cnt: Option<u64>,
    /// Number of customers who added the member (添加专员的客户数).
    pub upgrade_service_member_customer_cnt: Option<u64>,
    /// Number of customers to whom a group was recommended (客户群服务邀请数).
    pub upgrade_service_groupchat_invite_cnt: Option<u64>,
    /// Number of customers who joined the group (加入客户群的客户数).
    pub upgrade_service_groupchat_customer_cnt: Option<u64>,
    /// Number of customers the servicers blocked (被拒收消息的客户数).
    pub msg_rejected_customer_cnt: Option<u64>,
}
