//! Live broadcasts of members (直播). `/cgi-bin/living/*`

use weixin_api::{AgentId, Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, MediaId, OpenId, Secret, UserId, inbound};

use crate::ids::{DepartmentId, ExternalUserId};

group! {
    /// Live broadcasts (直播).
    livings: [
        CreateLiving, ModifyLiving, CancelLiving, DeleteLivingReplay, GetLivingCode, GetLivingInfo,
        GetLivingShareInfo, GetUserLivings, GetLivingWatchStat,
    ]
}

weixin_protocol::messages![LivingStatusChange];

weixin_api::string_id! {
    /// A live broadcast (直播, livingid).
    LivingId
}

/// Schedules a live broadcast for a member.
///
/// # Examples
///
/// ```
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::living::{CreateLiving, LivingType};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let start = wx.now() + Duration::from_secs(86_400);
/// let living = CreateLiving::new("zhangsan", "Review", start, 3600, LivingType::General);
/// let created = wx.livings().create(living).await?;
/// println!("scheduled as {}", created.livingid);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/living/create", title = "创建预约直播",
    doc = "https://developer.work.weixin.qq.com/document/path/93637",
    scope(work), reply = CreatedLiving, call = livings.create)]
pub struct CreateLiving {
    /// The member who broadcasts (主播).
    pub anchor_userid: UserId,
    /// The title, up to 20 characters.
    pub theme: String,
    /// When it is to begin.
    pub living_start: Timestamp,
    /// Planned length in seconds.
    pub living_duration: u64,
    /// What kind of broadcast it is; it decides who can watch.
    #[serde(rename = "type")]
    pub kind: LivingType,
    /// What it is about, up to 100 characters.
    pub description: Option<String>,
    /// How many seconds before the beginning members are reminded; 0 if left out.
    pub remind_time: Option<u64>,
    /// The cover of an event, for [`LivingType::Activity`].
    pub activity_cover_mediaid: Option<MediaId>,
    /// The picture of the card that is shared into chats, for [`LivingType::Activity`].
    pub activity_share_mediaid: Option<MediaId>,
    /// The introduction page of an event (活动详情), for [`LivingType::Activity`].
    pub activity_detail: Option<LivingActivity>,
    /// The app, needed only by suites of the old kind with several apps.
    pub agentid: Option<AgentId>,
}

int_enum! {
    /// The kind of a broadcast.
    pub enum LivingType {
        /// A broadcast for everybody in the corporation (通用直播).
        General = 0,
        /// A lesson for a small class (小班课).
        SmallClass = 1,
        /// A lesson for a large class (大班课).
        LargeClass = 2,
        /// Training inside the corporation (企业培训).
        Training = 3,
        /// An event that people outside the corporation can watch as well (活动直播).
        Activity = 4,
    }
}

/// The introduction page of an event.
#[endpoint(part)]
pub struct LivingActivity {
    /// The text, up to 300 characters.
    pub description: Option<String>,
    /// The pictures, up to 10.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub image_list: Vec<MediaId>,
}

/// The id of a scheduled broadcast.
#[endpoint(part, reply_to(CreateLiving))]
pub struct CreatedLiving {
    /// The new broadcast.
    pub livingid: LivingId,
}

/// Changes a broadcast that has not begun; what is left out stays as it is.
///
/// Fails with 92006 when the broadcast has begun or was cancelled, with 92008 when the app may not
/// manage it.
#[endpoint(POST "/cgi-bin/living/modify", title = "修改预约直播",
    doc = "https://developer.work.weixin.qq.com/document/path/93640",
    scope(work), retry = safe, call = livings.modify)]
pub struct ModifyLiving {
    /// The broadcast to change.
    pub livingid: LivingId,
    /// The title, in the name that older programs use; prefer `theme`.
    pub title: Option<String>,
    /// The title, up to 20 characters.
    pub theme: Option<String>,
    /// When it is to begin.
    pub living_start: Option<Timestamp>,
    /// Planned length in seconds.
    pub living_duration: Option<u64>,
    /// The kind. An event stays an event.
    #[serde(rename = "type")]
    pub kind: Option<LivingType>,
    /// What it is about, up to 100 characters.
    pub description: Option<String>,
    /// How many seconds before the beginning members are reminded.
    pub remind_time: Option<u64>,
}

/// Cancels a broadcast that has not begun.
///
/// Fails with 92006 when the broadcast has begun or was cancelled, with 92008 when the app may not
/// manage it.
#[endpoint(POST "/cgi-bin/living/cancel", title = "取消预约直播",
    doc = "https://developer.work.weixin.qq.com/document/path/93638",
    scope(work), retry = safe, call = livings.cancel)]
pub struct CancelLiving {
    /// The broadcast to cancel.
    pub livingid: LivingId,
}

/// Deletes the recording of a broadcast.
///
/// Fails with 92007 when the recording cannot be deleted, with 92008 when the app may not manage
/// the broadcast.
#[endpoint(POST "/cgi-bin/living/delete_replay_data", title = "删除直播回放",
    doc = "https://developer.work.weixin.qq.com/document/path/93874",
    scope(work), retry = safe, call = livings.delete_replay)]
pub struct DeleteLivingReplay {
    /// The broadcast whose recording (回放) is deleted.
    pub livingid: LivingId,
}

/// Returns the code with which a WeChat user watches a broadcast in a Mini Program. It is valid for
/// five minutes.
#[endpoint(POST "/cgi-bin/living/get_living_code", title = "获取微信观看直播凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/93641",
    scope(work), retry = safe, reply = LivingCode, call = livings.code)]
pub struct GetLivingCode {
    /// The broadcast to watch.
    pub livingid: LivingId,
    /// The viewer, as the Mini Program knows them.
    pub openid: OpenId,
}

/// A code to watch a broadcast with.
#[endpoint(part, reply_to(GetLivingCode))]
pub struct LivingCode {
    /// The code, passed to the plugin that shows the broadcast (直播凭证).
    pub living_code: String,
}

/// Returns the details of a broadcast.
#[endpoint(GET "/cgi-bin/living/get_living_info", title = "获取直播详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93635",
    scope(work), reply = LivingDetail, call = livings.get)]
pub struct GetLivingInfo {
    /// The broadcast to look up.
    pub livingid: LivingId,
}

/// The details of a broadcast.
#[endpoint(part, reply_to(GetLivingInfo))]
pub struct LivingDetail {
    /// Title, times, state and figures.
    pub living_info: LivingInfo,
}

/// A broadcast.
#[endpoint(part)]
pub struct LivingInfo {
    /// Id of the broadcast.
    pub livingid: Option<LivingId>,
    /// The member who broadcasts (主播).
    pub anchor_userid: Option<UserId>,
    /// The main department of that member.
    pub main_department: Option<DepartmentId>,
    /// Title of the broadcast.
    pub theme: Option<String>,
    /// When it began; when it is to begin if it has not.
    pub living_start: Option<Timestamp>,
    /// How long it lasted, in seconds; how long it is to last if it has not begun.
    pub living_duration: Option<u64>,
    /// When it was to begin.
    pub reserve_start: Option<Timestamp>,
    /// How long it was to last, in seconds.
    pub reserve_living_duration: Option<u64>,
    /// What kind of broadcast it is.
    #[serde(rename = "type")]
    pub kind: Option<LivingType>,
    /// Whether it is scheduled, running or over.
    pub status: Option<LivingStatus>,
    /// What it is about.
    pub description: Option<String>,
    /// Whether the recording (回放) can be watched afterwards.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub open_replay: Option<bool>,
    /// The state of the recording; only for a broadcast that is over.
    pub replay_status: Option<ReplayStatus>,
    /// How many people asked to be reminded (预约).
    pub subscribe_count: Option<u64>,
    /// How many people watched, over the whole broadcast.
    pub viewer_num: Option<u64>,
    /// How many people are watching now.
    pub online_count: Option<u64>,
    /// How many comments were written.
    pub comment_num: Option<u64>,
    /// How many viewers spoke (连麦).
    pub mic_num: Option<u64>,
    /// The address to which an external encoder pushes its stream, for an event.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub push_stream_url: Option<Secret>,
}

int_enum! {
    /// The state of a broadcast's recording (回放).
    pub enum ReplayStatus {
        /// The recording can be watched.
        Ready = 0,
        /// The recording is being produced.
        Producing = 1,
        /// The recording was deleted.
        Deleted = 2,
        /// The recording could not be produced.
        Failed = 3,
    }
}

int_enum! {
    /// The state of a broadcast.
    pub enum LivingStatus {
        /// Scheduled; it has not begun.
        Reserved = 0,
        /// Running; people can watch.
        Live = 1,
        /// Over.
        Ended = 2,
        /// It was not started in time.
        Expired = 3,
        /// Cancelled before it began.
        Cancelled = 4,
    }
}

/// Returns who came from a broadcast to the shop's Mini Program, and who invited them.
#[endpoint(POST "/cgi-bin/living/get_living_share_info", title = "获取跳转小程序商城的直播观众信息",
    doc = "https://developer.work.weixin.qq.com/document/path/94442",
    scope(work), retry = safe, reply = LivingShareInfo, call = livings.share_info)]
pub struct GetLivingShareInfo {
    /// The code that the Mini Program was opened with.
    pub ww_share_code: String,
}

/// A viewer who came from a broadcast.
#[endpoint(part, reply_to(GetLivingShareInfo))]
pub struct LivingShareInfo {
    /// The broadcast they watched.
    pub livingid: Option<LivingId>,
    /// The viewer, if a member.
    pub viewer_userid: Option<UserId>,
    /// The viewer, if a customer.
    pub viewer_external_userid: Option<ExternalUserId>,
    /// The member who invited the viewer.
    pub invitor_userid: Option<UserId>,
    /// The customer who invited the viewer.
    pub invitor_external_userid: Option<ExternalUserId>,
}

/// Returns the broadcasts of a member, a page at a time.
#[endpoint(POST "/cgi-bin/living/get_user_all_livingid", title = "获取成员直播ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93634",
    scope(work), retry = safe, reply = LivingIds, call = livings.of)]
pub struct GetUserLivings {
    /// The member who broadcasts.
    pub userid: UserId,
    /// Where the page begins: [`LivingIds::next_cursor`] of the page before; the first page if left
    /// out.
    pub cursor: Option<String>,
    /// How many at most: up to 100.
    pub limit: Option<u32>,
}

/// A page of broadcasts.
#[endpoint(part, reply_to(GetUserLivings))]
pub struct LivingIds {
    /// Ids of the broadcasts.
    #[serde(default)]
    pub livingid_list: Vec<LivingId>,
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetUserLivings {
    type Item = LivingId;
    fn split_page(self, page: LivingIds) -> (Vec<LivingId>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty());
        (page.livingid_list, next.map(|next| self.cursor(next)))
    }
}

/// Returns who watched a broadcast and for how long, a page at a time.
#[endpoint(POST "/cgi-bin/living/get_watch_stat", title = "获取直播观看明细",
    doc = "https://developer.work.weixin.qq.com/document/path/93636",
    scope(work), retry = safe, reply = LivingWatchStat, call = livings.watch_stat)]
pub struct GetLivingWatchStat {
    /// The broadcast to look up.
    pub livingid: LivingId,
    /// Where the page begins: [`LivingWatchStat::next_key`] of the page before; the first page if
    /// left out.
    pub next_key: Option<String>,
}

/// A page of the viewers of a broadcast.
#[endpoint(part, reply_to(GetLivingWatchStat))]
pub struct LivingWatchStat {
    /// The viewers of this page.
    pub stat_info: LivingViewers,
    /// Whether this is the last page.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
    /// Where the next page begins.
    pub next_key: Option<String>,
}

/// Viewers of a broadcast.
#[endpoint(part)]
pub struct LivingViewers {
    /// Members of the corporation who watched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub users: Vec<LivingViewer>,
    /// People outside the corporation who watched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_users: Vec<LivingExternalViewer>,
}

/// A member who watched a broadcast.
#[endpoint(part)]
pub struct LivingViewer {
    /// The member who watched.
    pub userid: UserId,
    /// How long they watched, in seconds.
    pub watch_time: Option<u64>,
    /// Whether they commented.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_comment: Option<bool>,
    /// Whether they spoke (连麦).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_mic: Option<bool>,
    /// The member who invited them.
    pub invitor_userid: Option<UserId>,
    /// The customer who invited them.
    pub invitor_external_userid: Option<ExternalUserId>,
}

/// Somebody outside the corporation who watched a broadcast.
#[endpoint(part)]
pub struct LivingExternalViewer {
    /// Id of the viewer.
    pub external_userid: ExternalUserId,
    /// Whether they use WeChat or WeCom.
    #[serde(rename = "type")]
    pub kind: Option<ViewerKind>,
    /// Nickname of the viewer.
    pub name: Option<String>,
    /// How long they watched, in seconds.
    pub watch_time: Option<u64>,
    /// Whether they commented.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_comment: Option<bool>,
    /// Whether they spoke (连麦).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_mic: Option<bool>,
    /// The member who invited them.
    pub invitor_userid: Option<UserId>,
    /// The customer who invited them.
    pub invitor_external_userid: Option<ExternalUserId>,
}

int_enum! {
    /// Which app a viewer uses.
    pub enum ViewerKind {
        /// A WeChat user.
        Wechat = 1,
        /// A WeCom user.
        Wecom = 2,
    }
}

impl Paged for GetLivingWatchStat {
    type Item = LivingViewers;
    fn split_page(self, page: LivingWatchStat) -> (Vec<LivingViewers>, Option<Self>) {
        let next = page.next_key.filter(|next| !next.is_empty() && page.ending != Some(true));
        (vec![page.stat_info], next.map(|next| self.next_key(next)))
    }
}

/// A broadcast began, ended or was cancelled.
///
/// Pushed to the app that created the broadcast; those that members create push nothing.
#[inbound(event = "living_status_change", scope(work))]
pub struct LivingStatusChange {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// The broadcast whose state changed.
    pub living_id: LivingId,
    /// Its new state.
    pub status: LivingStatus,
}
