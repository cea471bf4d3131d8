//! Moments that members publish for customers (客户朋友圈). `/cgi-bin/externalcontact/*moment*`

mod strategy;
mod task;

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{MediaId, UserId};

use crate::ids::ExternalUserId;

pub use strategy::*;
pub use task::*;

group! {
    /// Moments that members publish for customers (客户朋友圈).
    moments: [
        GetMoments, GetMomentTask, GetMomentCustomers, GetMomentSendResult, GetMomentComments,
        AddMomentTask, GetMomentTaskResult, CancelMomentTask, GetMomentStrategies,
        GetMomentStrategy, GetMomentStrategyRange, CreateMomentStrategy, UpdateMomentStrategy,
        DeleteMomentStrategy,
    ]
}

weixin_api::string_id! {
    /// A moment for customers (客户朋友圈, moment_id).
    MomentId
}

/// Returns the moments published within up to 30 days, a page at a time.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let (from, to) = (wx.now() - Duration::from_secs(7 * 86_400), wx.now());
/// let mut moments = wx.moments().list((from, to)).pages();
/// while let Some(moment) = moments.try_next().await? {
///     println!("{} by {:?}", moment.moment_id, moment.creator);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_list", title = "获取企业全部的发表列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentList, call = moments.list)]
pub struct GetMoments {
    /// Start of the period.
    pub start_time: Timestamp,
    /// End of the period, up to 30 days after its start.
    pub end_time: Timestamp,
    /// Only moments created by this member.
    pub creator: Option<UserId>,
    /// Only moments that the corporation, or that members created; all if left out.
    pub filter_type: Option<MomentFilter>,
    /// Where the page begins: [`MomentList::next_cursor`] of the page before; the first page if
    /// left out.
    pub cursor: Option<String>,
    /// How many at most: up to 20, which is the default.
    pub limit: Option<u32>,
}

int_enum! {
    /// Who created a moment or message.
    pub enum MomentFilter {
        /// The corporation (企业发表).
        Corporation = 0,
        /// A member, of their own accord (个人发表).
        Personal = 1,
        /// Either; only to ask for both.
        All = 2,
    }
}

/// A page of moments.
#[endpoint(part, reply_to(GetMoments))]
#[derive(Default)]
pub struct MomentList {
    /// The moments of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moment_list: Vec<Moment>,
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetMoments {
    type Item = Moment;
    fn split_page(self, page: MomentList) -> (Vec<Moment>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.moment_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A moment.
#[endpoint(part)]
pub struct Moment {
    /// Id of the moment.
    pub moment_id: MomentId,
    /// The member who created it; for one of the corporation, the member or app that did, if it is
    /// known.
    pub creator: Option<UserId>,
    /// When it was created.
    pub create_time: Option<Timestamp>,
    /// Whether the corporation or a member created it.
    pub create_type: Option<MomentFilter>,
    /// Which customers can see it.
    pub visible_type: Option<MomentVisibility>,
    /// The text, if there is one.
    pub text: Option<MomentText>,
    /// The pictures, if there are any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub image: Vec<MomentMedia>,
    /// The video, if there is one.
    pub video: Option<MomentVideo>,
    /// The web page, if there is one.
    pub link: Option<MomentLink>,
    /// The place, if the member gave one.
    pub location: Option<MomentLocation>,
}

int_enum! {
    /// Which customers can see a moment.
    pub enum MomentVisibility {
        /// Some of them (部分可见).
        Some = 0,
        /// All of them (公开).
        All = 1,
    }
}

/// The text of a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentText {
    /// The words of the text.
    pub content: Option<String>,
}

/// A file in a moment.
#[endpoint(part)]
pub struct MomentMedia {
    /// The file; it can be downloaded for three days.
    pub media_id: MediaId,
}

/// The video of a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentVideo {
    /// The video; it can be downloaded for three days.
    pub media_id: Option<MediaId>,
    /// Its cover picture; it can be downloaded for three days.
    pub thumb_media_id: Option<MediaId>,
}

/// A web page in a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentLink {
    /// Title of the page.
    pub title: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
}

/// The place of a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentLocation {
    /// Degrees north of the equator.
    pub latitude: Option<f64>,
    /// Degrees east of Greenwich.
    pub longitude: Option<f64>,
    /// Name of the place.
    pub name: Option<String>,
}

/// Returns the members who are to publish a moment of the corporation, and whether they have, a
/// page at a time.
///
/// Fails with 41079 while the moment, just created, is being handed out, with 41067 when it is not
/// one of the corporation, with 41060 when there is no such moment.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_task", title = "获取客户朋友圈企业发表的列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentTaskMembers, call = moments.members)]
pub struct GetMomentTask {
    /// The moment, created by the corporation.
    pub moment_id: MomentId,
    /// Where the page begins: [`MomentTaskMembers::next_cursor`] of the page before; the first page
    /// if left out.
    pub cursor: Option<String>,
    /// How many at most: up to 1,000, 500 if left out.
    pub limit: Option<u32>,
}

/// A page of the members who are to publish a moment.
#[endpoint(part, reply_to(GetMomentTask))]
#[derive(Default)]
pub struct MomentTaskMembers {
    /// The members of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_list: Vec<MomentTaskMember>,
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetMomentTask {
    type Item = MomentTaskMember;
    fn split_page(self, page: MomentTaskMembers) -> (Vec<MomentTaskMember>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.task_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A member who is to publish a moment.
#[endpoint(part)]
pub struct MomentTaskMember {
    /// Id of the member.
    pub userid: UserId,
    /// Whether they have published it.
    pub publish_status: Option<PublishStatus>,
}

int_enum! {
    /// Whether a member has published a moment.
    pub enum PublishStatus {
        /// Not published yet (未发表).
        Pending = 0,
        /// Published (已发表).
        Published = 1,
    }
}

/// Returns the customers whom a member chose when publishing a moment, a page at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_customer_list", title = "获取客户朋友圈发表时选择的可见范围",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentCustomers, call = moments.selected_customers)]
pub struct GetMomentCustomers {
    /// The moment that was published.
    pub moment_id: MomentId,
    /// The member who published it.
    pub userid: UserId,
    /// Where the page begins: [`MomentCustomers::next_cursor`] of the page before; the first page
    /// if left out.
    pub cursor: Option<String>,
    /// How many at most: up to 1,000, 500 if left out.
    pub limit: Option<u32>,
}

/// A page of the customers of a moment.
#[endpoint(part, reply_to(GetMomentCustomers, GetMomentSendResult))]
#[derive(Default)]
pub struct MomentCustomers {
    /// The customers of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer_list: Vec<MomentCustomer>,
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetMomentCustomers {
    type Item = MomentCustomer;
    fn split_page(self, page: MomentCustomers) -> (Vec<MomentCustomer>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A customer to whom a moment was shown.
#[endpoint(part)]
pub struct MomentCustomer {
    /// The member who published it.
    pub userid: Option<UserId>,
    /// Id of the customer.
    pub external_userid: ExternalUserId,
}

/// Returns the customers who can see a moment, a page at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_send_result", title = "获取客户朋友圈发表后的可见客户列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentCustomers, call = moments.visible_customers)]
pub struct GetMomentSendResult {
    /// The moment that was published.
    pub moment_id: MomentId,
    /// The member who published it.
    pub userid: UserId,
    /// Where the page begins: [`MomentCustomers::next_cursor`] of the page before; the first page
    /// if left out.
    pub cursor: Option<String>,
    /// How many at most: up to 5,000, 3,000 if left out.
    pub limit: Option<u32>,
}

impl Paged for GetMomentSendResult {
    type Item = MomentCustomer;
    fn split_page(self, page: MomentCustomers) -> (Vec<MomentCustomer>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Returns who liked a moment (客户朋友圈) and who commented on it.
///
/// Fails with 41061 when the moment is not one of the member, with 41062 when the member has not
/// published it yet, with 41060 when there is no such moment.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_comments", title = "获取客户朋友圈的互动数据",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentComments, call = moments.comments)]
pub struct GetMomentComments {
    /// The moment that was published.
    pub moment_id: MomentId,
    /// The member who published it.
    pub userid: UserId,
}

/// The comments on a moment and its likes.
#[endpoint(part, reply_to(GetMomentComments))]
#[derive(Default)]
pub struct MomentComments {
    /// Who commented, one entry for each comment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comment_list: Vec<MomentReaction>,
    /// Who liked it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub like_list: Vec<MomentReaction>,
}

/// A comment or like of a customer or member.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentReaction {
    /// The customer, unless it was a member.
    pub external_userid: Option<ExternalUserId>,
    /// The member, unless it was a customer.
    pub userid: Option<UserId>,
    /// When they commented or liked it.
    pub create_time: Option<Timestamp>,
}
