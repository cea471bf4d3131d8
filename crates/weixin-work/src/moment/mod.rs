//! Moments that members publish for customers (客户朋友圈). `/cgi-bin/externalcontact/*moment*`

mod strategy;
mod task;

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{MediaId, UserId};

pub use strategy::*;
pub use task::*;

group! {
    /// Moments that members publish for customers (客户朋友圈).
    moments: [GetMoments, GetMomentTask, GetMomentCustomers, GetMomentSendResult, GetMomentComments, AddMomentTask, GetMomentTaskResult, CancelMomentTask, GetMomentStrategies, GetMomentStrategy, GetMomentStrategyRange, CreateMomentStrategy, UpdateMomentStrategy, DeleteMomentStrategy]
}

/// Gives what was published in up to 30 days, up to 20 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_list", title = "获取企业全部的发表列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentList, call = moments.list)]
pub struct GetMoments {
    /// From here on.
    pub start_time: Timestamp,
    /// Until here.
    pub end_time: Timestamp,
    /// Only what this member made.
    pub creator: Option<UserId>,
    /// Only what was published by whom.
    pub filter_type: Option<MomentFilter>,
    /// Where to go on: [`MomentList::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 20 if left out, which is the most.
    pub limit: Option<u32>,
}

int_enum! {
    /// Which moments or messages are asked for.
    pub enum MomentFilter {
        /// Those the corporation made.
        Corporation = 0,
        /// Those members made.
        Personal = 1,
        /// All, as if it were left out.
        All = 2,
    }
}

/// What was published.
#[endpoint(part, reply_to(GetMoments))]
#[derive(Default)]
pub struct MomentList {
    /// The moments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moment_list: Vec<Moment>,
    /// Where to go on; empty at the end.
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
    /// Its id.
    pub moment_id: String,
    /// Who made it; of those that the corporation made only if an app or member did.
    pub creator: Option<UserId>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// Who made it: the corporation or a member.
    pub create_type: Option<MomentFilter>,
    /// Who sees it.
    pub visible_type: Option<MomentVisibility>,
    /// The text.
    pub text: Option<MomentText>,
    /// The pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub image: Vec<MomentMedia>,
    /// The video.
    pub video: Option<MomentVideo>,
    /// The page.
    pub link: Option<MomentLink>,
    /// The place.
    pub location: Option<MomentLocation>,
}

int_enum! {
    /// Who sees a moment.
    pub enum MomentVisibility {
        /// Some customers.
        Some = 0,
        /// All of them.
        All = 1,
    }
}

/// The text of a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentText {
    /// The text.
    pub content: Option<String>,
}

/// A file in a moment.
#[endpoint(part)]
pub struct MomentMedia {
    /// The file; it can be fetched for three days.
    pub media_id: MediaId,
}

/// The video of a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentVideo {
    /// The video; it can be fetched for three days.
    pub media_id: Option<MediaId>,
    /// Its picture.
    pub thumb_media_id: Option<MediaId>,
}

/// The page of a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentLink {
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// The place of a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentLocation {
    /// How far north.
    pub latitude: Option<f64>,
    /// How far east.
    pub longitude: Option<f64>,
    /// Its name.
    pub name: Option<String>,
}

/// Gives the members who are to publish a moment of the corporation, and whether they have, up to
/// 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_task", title = "获取客户朋友圈企业发表的列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentTaskMembers, call = moments.members)]
pub struct GetMomentTask {
    /// The moment.
    pub moment_id: String,
    /// Where to go on: [`MomentTaskMembers::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 500 if left out, up to 1,000.
    pub limit: Option<u32>,
}

/// Who is to publish a moment.
#[endpoint(part, reply_to(GetMomentTask))]
#[derive(Default)]
pub struct MomentTaskMembers {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_list: Vec<MomentTaskMember>,
    /// Where to go on; empty at the end.
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
    /// The member.
    pub userid: UserId,
    /// Whether they have.
    pub publish_status: Option<PublishStatus>,
}

int_enum! {
    /// Whether a member has published a moment.
    pub enum PublishStatus {
        /// Not yet.
        Pending = 0,
        /// They have.
        Published = 1,
    }
}

/// Gives the customers whom a member chose when they published a moment, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_customer_list", title = "获取客户朋友圈发表时选择的可见范围",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentCustomers, call = moments.selected_customers)]
pub struct GetMomentCustomers {
    /// The moment.
    pub moment_id: String,
    /// The member who published it.
    pub userid: UserId,
    /// Where to go on: [`MomentCustomers::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 500 if left out, up to 1,000.
    pub limit: Option<u32>,
}

/// Customers to whom a moment was shown.
#[endpoint(part, reply_to(GetMomentCustomers, GetMomentSendResult))]
#[derive(Default)]
pub struct MomentCustomers {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer_list: Vec<MomentCustomer>,
    /// Where to go on; empty at the end.
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
    /// The customer.
    pub external_userid: UserId,
}

/// Gives the customers who can see a moment, up to 5,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_send_result", title = "获取客户朋友圈发表后的可见客户列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentCustomers, call = moments.visible_customers)]
pub struct GetMomentSendResult {
    /// The moment.
    pub moment_id: String,
    /// The member who published it.
    pub userid: UserId,
    /// Where to go on: [`MomentCustomers::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 3,000 if left out, up to 5,000.
    pub limit: Option<u32>,
}

impl Paged for GetMomentSendResult {
    type Item = MomentCustomer;
    fn split_page(self, page: MomentCustomers) -> (Vec<MomentCustomer>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Gives who liked a moment and who wrote about it.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_comments", title = "获取客户朋友圈的互动数据",
    doc = "https://developer.work.weixin.qq.com/document/path/93333",
    scope(work), retry = safe, reply = MomentComments, call = moments.comments)]
pub struct GetMomentComments {
    /// The moment.
    pub moment_id: String,
    /// The member who published it.
    pub userid: UserId,
}

/// Who liked a moment and who wrote about it.
#[endpoint(part, reply_to(GetMomentComments))]
#[derive(Default)]
pub struct MomentComments {
    /// Who wrote about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comment_list: Vec<MomentReaction>,
    /// Who liked it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub like_list: Vec<MomentReaction>,
}

/// That somebody liked a moment or wrote about it.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentReaction {
    /// The customer, if it was one.
    pub external_userid: Option<UserId>,
    /// The member, if it was one.
    pub userid: Option<UserId>,
    /// When.
    pub create_time: Option<Timestamp>,
}
