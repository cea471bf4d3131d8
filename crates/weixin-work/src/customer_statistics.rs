//! Statistics of customers and customer groups (客户联系统计管理). `/cgi-bin/externalcontact/*statistic*`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

use crate::ids::DepartmentId;

group! {
    /// Statistics of customers and customer groups (统计管理).
    customer_statistics: [GetUserBehaviorData, GetGroupChatStatistic, GetGroupChatStatisticByDay]
}

/// Returns what members did with customers, per day and for up to 30 days (联系客户统计).
///
/// The figures of a day are ready at about 9 o'clock the next morning, and are kept for 180 days.
///
/// # Examples
///
/// ```
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::customer_statistics::GetUserBehaviorData;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let (from, to) = (wx.now() - Duration::from_secs(7 * 86_400), wx.now());
/// let request = GetUserBehaviorData::new(from, to).userid([UserId::new("zhangsan")]);
/// for day in wx.customer_statistics().of_members(request).await?.behavior_data {
///     println!("{:?} chats, {:?} new customers", day.chat_cnt, day.new_contact_cnt);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/get_user_behavior_data", title = "获取「联系客户统计」数据",
    doc = "https://developer.work.weixin.qq.com/document/path/92132",
    scope(work), retry = safe, reply = UserBehaviorData, call = customer_statistics.of_members)]
pub struct GetUserBehaviorData {
    /// The members to sum up: up to 100. Either members or departments must be given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
    /// The departments to sum up: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyid: Vec<DepartmentId>,
    /// The first day: its midnight in Beijing.
    pub start_time: Timestamp,
    /// The last day: its midnight in Beijing.
    pub end_time: Timestamp,
}

/// The daily figures of members.
#[endpoint(part, reply_to(GetUserBehaviorData))]
#[derive(Default)]
pub struct UserBehaviorData {
    /// One entry for each day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behavior_data: Vec<UserBehavior>,
}

/// The figures of one day.
#[endpoint(part)]
pub struct UserBehavior {
    /// The day: its midnight in Beijing.
    pub stat_time: Timestamp,
    /// The number of chats with customers in which the member wrote (聊天总数).
    pub chat_cnt: Option<u64>,
    /// The number of messages that members sent (发送消息数).
    pub message_cnt: Option<u64>,
    /// The share of chats begun by customers that were answered, in percent (已回复聊天占比). `None` if
    /// customers began no chat.
    pub reply_percentage: Option<f64>,
    /// The average time to the first reply, in minutes (平均首次回复时长).
    pub avg_reply_time: Option<u64>,
    /// The number of customers who deleted or blocked a member (删除/拉黑成员的客户数).
    pub negative_feedback_cnt: Option<u64>,
    /// The number of friend requests that members sent (发起申请数).
    pub new_apply_cnt: Option<u64>,
    /// The number of new customers (新增客户数).
    pub new_contact_cnt: Option<u64>,
}

/// Returns statistics of customer groups per owner, for up to 30 days and up to 1,000 owners at a
/// time (群聊数据统计).
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/statistic", title = "获取「群聊数据统计」数据 按群主聚合的方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92133",
    scope(work), retry = safe, reply = GroupChatStatistics, call = customer_statistics.of_group_chats)]
pub struct GetGroupChatStatistic {
    /// The first day: its midnight in Beijing, within the last 180 days.
    pub day_begin_time: Timestamp,
    /// The last day; `None` means the first day alone.
    pub day_end_time: Option<Timestamp>,
    /// The owners whose groups are counted.
    pub owner_filter: GroupChatOwners,
    /// What the owners are sorted by; `None` means new groups.
    pub order_by: Option<GroupChatOrder>,
    /// Whether the order is ascending; `None` means descending.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub order_asc: Option<bool>,
    /// The number of owners to skip; `None` means 0.
    pub offset: Option<u32>,
    /// The number of owners to return: up to 1,000, 500 if left out.
    pub limit: Option<u32>,
}

int_enum! {
    /// What the statistics of owners are sorted by.
    pub enum GroupChatOrder {
        /// The number of new groups.
        NewChats = 1,
        /// The number of all groups.
        Chats = 2,
        /// The number of new members.
        NewMembers = 3,
        /// The number of all members.
        Members = 4,
    }
}

/// The owners of customer groups.
#[endpoint(part)]
#[derive(Default)]
pub struct GroupChatOwners {
    /// The owners: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
}

/// Statistics of customer groups per owner.
#[endpoint(part, reply_to(GetGroupChatStatistic))]
#[derive(Default)]
pub struct GroupChatStatistics {
    /// The number of all owners that match.
    pub total: Option<u64>,
    /// The `offset` of the next page; `total` or more on the last.
    pub next_offset: Option<u32>,
    /// One entry for each owner of this page.
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

/// The statistics of one owner's groups.
#[endpoint(part)]
pub struct OwnerStatistic {
    /// The member who owns the groups.
    pub owner: UserId,
    /// The figures of all groups of this owner.
    pub data: GroupChatNumbers,
}

/// Figures of customer groups.
#[endpoint(part)]
#[derive(Default)]
pub struct GroupChatNumbers {
    /// The number of groups created in the period (新增客户群数量).
    pub new_chat_cnt: Option<u64>,
    /// The number of groups at its end (客户群总数).
    pub chat_total: Option<u64>,
    /// The number of groups in which somebody wrote (有发过消息的客户群数量).
    pub chat_has_msg: Option<u64>,
    /// The number of people who joined (客户群新增群人数).
    pub new_member_cnt: Option<u64>,
    /// The number of people in the groups (客户群总人数).
    pub member_total: Option<u64>,
    /// The number of people who wrote (有发过消息的群成员数).
    pub member_has_msg: Option<u64>,
    /// The number of messages (客户群消息总数).
    pub msg_total: Option<u64>,
    /// The number of groups of trainees moved from WeChat (学员群); only for corporations in
    /// education.
    pub migrate_trainee_chat_cnt: Option<u64>,
}

/// Returns statistics of customer groups per day, for up to 30 days (群聊数据统计).
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/statistic_group_by_day", title = "获取「群聊数据统计」数据 按自然日聚合的方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92133",
    scope(work), retry = safe, reply = GroupChatDays, call = customer_statistics.of_group_chats_by_day)]
pub struct GetGroupChatStatisticByDay {
    /// The first day: its midnight in Beijing, within the last 180 days.
    pub day_begin_time: Timestamp,
    /// The last day; `None` means the first day alone.
    pub day_end_time: Option<Timestamp>,
    /// The owners whose groups are counted.
    pub owner_filter: GroupChatOwners,
}

/// Statistics of customer groups per day.
#[endpoint(part, reply_to(GetGroupChatStatisticByDay))]
#[derive(Default)]
pub struct GroupChatDays {
    /// One entry for each day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<GroupChatDay>,
}

/// The statistics of one day.
#[endpoint(part)]
pub struct GroupChatDay {
    /// The day: its midnight in Beijing.
    pub stat_time: Timestamp,
    /// The figures of all groups on that day.
    pub data: GroupChatNumbers,
}
