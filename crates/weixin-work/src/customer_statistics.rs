//! Numbers of customers and customer groups (客户联系统计管理). `/cgi-bin/externalcontact/*statistic*`

use weixin_api::{Paged, Timestamp, endpoint, group};
use weixin_protocol::UserId;

group! {
    /// Numbers of customers and customer groups (统计管理).
    customer_statistics: [GetUserBehaviorData, GetGroupChatStatistic, GetGroupChatStatisticByDay]
}

/// Gives for each of up to 30 days what members did with customers.
///
/// Yesterday is known from about 9 o'clock on, and 180 days are.
#[endpoint(POST "/cgi-bin/externalcontact/get_user_behavior_data", title = "获取「联系客户统计」数据",
    doc = "https://developer.work.weixin.qq.com/document/path/92132",
    scope(work), retry = safe, reply = UserBehaviorData, call = customer_statistics.of_members)]
pub struct GetUserBehaviorData {
    /// The members: up to 100; they or departments have to be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
    /// The departments: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyid: Vec<u64>,
    /// The first day: its midnight in Beijing.
    pub start_time: Timestamp,
    /// The last day.
    pub end_time: Timestamp,
}

/// What members did with customers.
#[endpoint(part, reply_to(GetUserBehaviorData))]
#[derive(Default)]
pub struct UserBehaviorData {
    /// The days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behavior_data: Vec<UserBehavior>,
}

/// What members did with customers on a day.
#[endpoint(part)]
pub struct UserBehavior {
    /// The day: its midnight in Beijing.
    pub stat_time: Timestamp,
    /// With how many customers they talked, having written first.
    pub chat_cnt: Option<u64>,
    /// How many messages they sent.
    pub message_cnt: Option<u64>,
    /// The share of talks begun by customers that were answered, in percent; none if there was
    /// none.
    pub reply_percentage: Option<f64>,
    /// After how many minutes they answered for the first time, on average.
    pub avg_reply_time: Option<u64>,
    /// How many customers deleted or blocked them.
    pub negative_feedback_cnt: Option<u64>,
    /// How many friend requests they sent.
    pub new_apply_cnt: Option<u64>,
    /// How many customers they got.
    pub new_contact_cnt: Option<u64>,
}

/// Gives for each owner the numbers of their customer groups, over up to 30 days, up to 1,000
/// owners at a time.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/statistic", title = "获取「群聊数据统计」数据 按群主聚合的方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92133",
    scope(work), retry = safe, reply = GroupChatStatistics, call = customer_statistics.of_group_chats)]
pub struct GetGroupChatStatistic {
    /// The first day: its midnight in Beijing, in the last 180 days.
    pub day_begin_time: Timestamp,
    /// The last day; the first one if left out.
    pub day_end_time: Option<Timestamp>,
    /// The owners.
    pub owner_filter: GroupChatOwners,
    /// What they are ordered by: 1 new groups (if left out), 2 all groups, 3 new members, 4 all
    /// members.
    pub order_by: Option<u32>,
    /// Whether the smallest is first.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub order_asc: Option<bool>,
    /// How many to leave out at the beginning.
    pub offset: Option<u32>,
    /// How many at most: 500 if left out, up to 1,000.
    pub limit: Option<u32>,
}

/// Owners of groups.
#[endpoint(part)]
#[derive(Default)]
pub struct GroupChatOwners {
    /// The owners: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
}

/// Numbers of customer groups by owner.
#[endpoint(part, reply_to(GetGroupChatStatistic))]
#[derive(Default)]
pub struct GroupChatStatistics {
    /// How many owners there are.
    pub total: Option<u64>,
    /// The `offset` of what is next; `total` or more at the end.
    pub next_offset: Option<u32>,
    /// The owners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<OwnerStatistic>,
}

impl Paged for GetGroupChatStatistic {
    type Item = OwnerStatistic;
    fn split_page(self, page: GroupChatStatistics) -> (Vec<OwnerStatistic>, Option<Self>) {
        let more = |next: &u32| {
            *next > self.offset.unwrap_or_default()
                && u64::from(*next) < page.total.unwrap_or_default()
        };
        let next = page.next_offset.filter(more).filter(|_| !page.items.is_empty());
        (page.items, next.map(|next| self.offset(next)))
    }
}

/// The numbers of an owner's groups.
#[endpoint(part)]
pub struct OwnerStatistic {
    /// The owner.
    pub owner: UserId,
    /// The numbers.
    pub data: GroupChatNumbers,
}

/// Numbers of customer groups.
#[endpoint(part)]
#[derive(Default)]
pub struct GroupChatNumbers {
    /// How many were made.
    pub new_chat_cnt: Option<u64>,
    /// How many there are.
    pub chat_total: Option<u64>,
    /// In how many somebody wrote.
    pub chat_has_msg: Option<u64>,
    /// How many people joined.
    pub new_member_cnt: Option<u64>,
    /// How many people are in them.
    pub member_total: Option<u64>,
    /// How many people wrote.
    pub member_has_msg: Option<u64>,
    /// How many messages there were.
    pub msg_total: Option<u64>,
    /// How many training groups were moved from WeChat; only for education.
    pub migrate_trainee_chat_cnt: Option<u64>,
}

/// Gives for each of up to 30 days the numbers of customer groups.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/statistic_group_by_day", title = "获取「群聊数据统计」数据 按自然日聚合的方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92133",
    scope(work), retry = safe, reply = GroupChatDays, call = customer_statistics.of_group_chats_by_day)]
pub struct GetGroupChatStatisticByDay {
    /// The first day: its midnight in Beijing, in the last 180 days.
    pub day_begin_time: Timestamp,
    /// The last day; the first one if left out.
    pub day_end_time: Option<Timestamp>,
    /// The owners of the groups.
    pub owner_filter: GroupChatOwners,
}

/// Numbers of customer groups by day.
#[endpoint(part, reply_to(GetGroupChatStatisticByDay))]
#[derive(Default)]
pub struct GroupChatDays {
    /// The days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<GroupChatDay>,
}

/// Numbers of customer groups on a day.
#[endpoint(part)]
pub struct GroupChatDay {
    /// The day: its midnight in Beijing.
    pub stat_time: Timestamp,
    /// The numbers.
    pub data: GroupChatNumbers,
}
