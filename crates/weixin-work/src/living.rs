//! Live broadcasts of members (直播). `/cgi-bin/living/*`

use weixin_api::{AgentId, Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, MediaId, UserId, inbound};

group! {
    /// Live broadcasts (直播).
    livings: [CreateLiving, ModifyLiving, CancelLiving, DeleteLivingReplay, GetLivingCode, GetLivingInfo, GetLivingShareInfo, GetUserLivings, GetLivingWatchStat]
}

weixin_protocol::messages![LivingStatusChange];

/// Announces a broadcast of a member.
#[endpoint(POST "/cgi-bin/living/create", title = "创建预约直播",
    doc = "https://developer.work.weixin.qq.com/document/path/93637",
    scope(work), reply = LivingId, call = livings.create)]
pub struct CreateLiving {
    /// Who broadcasts.
    pub anchor_userid: UserId,
    /// The title, up to 20 characters.
    pub theme: String,
    /// When it begins.
    pub living_start: Timestamp,
    /// How long it lasts, in seconds.
    pub living_duration: u64,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: LivingType,
    /// What it is about, up to 100 characters.
    pub description: Option<String>,
    /// How many seconds before the beginning members are reminded; 0 if left out.
    pub remind_time: Option<u64>,
    /// The cover of an event, for [`LivingType::Activity`].
    pub activity_cover_mediaid: Option<MediaId>,
    /// The picture of the card by which an event is shared.
    pub activity_share_mediaid: Option<MediaId>,
    /// What an event is about.
    pub activity_detail: Option<LivingActivity>,
    /// The app, for older suites of several apps only.
    pub agentid: Option<AgentId>,
}

int_enum! {
    /// What a broadcast is.
    pub enum LivingType {
        /// For everybody in the corporation.
        General = 0,
        /// A lesson for few.
        SmallClass = 1,
        /// A lesson for many.
        LargeClass = 2,
        /// Training in the corporation.
        Training = 3,
        /// An event, which people outside the corporation may watch.
        Activity = 4,
    }
}

/// What an event is about.
#[endpoint(part)]
pub struct LivingActivity {
    /// A text, up to 300 characters.
    pub description: Option<String>,
    /// Up to 10 pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub image_list: Vec<MediaId>,
}

/// A broadcast.
#[endpoint(part, reply_to(CreateLiving))]
pub struct LivingId {
    /// The broadcast.
    pub livingid: String,
}

/// Changes a broadcast that has not begun; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/living/modify", title = "修改预约直播",
    doc = "https://developer.work.weixin.qq.com/document/path/93640",
    scope(work), retry = safe, call = livings.modify)]
pub struct ModifyLiving {
    /// The broadcast.
    pub livingid: String,
    /// The title, in the older form.
    pub title: Option<String>,
    /// The title, up to 20 characters.
    pub theme: Option<String>,
    /// When it begins.
    pub living_start: Option<Timestamp>,
    /// How long it lasts, in seconds.
    pub living_duration: Option<u64>,
    /// What it is. An event stays one.
    #[serde(rename = "type")]
    pub kind: Option<LivingType>,
    /// What it is about, up to 100 characters.
    pub description: Option<String>,
    /// How many seconds before the beginning members are reminded.
    pub remind_time: Option<u64>,
}

/// Calls a broadcast off that has not begun.
#[endpoint(POST "/cgi-bin/living/cancel", title = "取消预约直播",
    doc = "https://developer.work.weixin.qq.com/document/path/93638",
    scope(work), retry = safe, call = livings.cancel)]
pub struct CancelLiving {
    /// The broadcast.
    pub livingid: String,
}

/// Deletes the recording of a broadcast.
#[endpoint(POST "/cgi-bin/living/delete_replay_data", title = "删除直播回放",
    doc = "https://developer.work.weixin.qq.com/document/path/93874",
    scope(work), retry = safe, call = livings.delete_replay)]
pub struct DeleteLivingReplay {
    /// The broadcast.
    pub livingid: String,
}

/// Obtains the code with which a WeChat user watches a broadcast in a Mini Program. It lives five
/// minutes.
#[endpoint(POST "/cgi-bin/living/get_living_code", title = "获取微信观看直播凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/93641",
    scope(work), retry = safe, reply = LivingCode, call = livings.code)]
pub struct GetLivingCode {
    /// The broadcast.
    pub livingid: String,
    /// Who watches, as the Mini Program knows them.
    pub openid: String,
}

/// A code to watch a broadcast with.
#[endpoint(part, reply_to(GetLivingCode))]
pub struct LivingCode {
    /// The code.
    pub living_code: String,
}

/// Tells about a broadcast.
#[endpoint(GET "/cgi-bin/living/get_living_info", title = "获取直播详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93635",
    scope(work), reply = LivingDetail, call = livings.get)]
pub struct GetLivingInfo {
    /// The broadcast.
    pub livingid: String,
}

/// What is known of a broadcast.
#[endpoint(part, reply_to(GetLivingInfo))]
pub struct LivingDetail {
    /// The broadcast.
    pub living_info: LivingInfo,
}

/// A broadcast.
#[endpoint(part)]
pub struct LivingInfo {
    /// The broadcast.
    pub livingid: Option<String>,
    /// Who broadcasts.
    pub anchor_userid: Option<UserId>,
    /// Their main department.
    pub main_department: Option<u64>,
    /// The title.
    pub theme: Option<String>,
    /// When it began; when it is to begin if it has not.
    pub living_start: Option<Timestamp>,
    /// How long it lasted, in seconds; how long it is to last if it has not begun.
    pub living_duration: Option<u64>,
    /// When it was to begin.
    pub reserve_start: Option<Timestamp>,
    /// How long it was to last, in seconds.
    pub reserve_living_duration: Option<u64>,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: Option<LivingType>,
    /// How far it is.
    pub status: Option<LivingStatus>,
    /// What it is about.
    pub description: Option<String>,
    /// Whether it can be watched afterwards.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub open_replay: Option<bool>,
    /// What became of the recording: 0 it is there, 1 it is being made, 2 it was deleted, 3 it
    /// could not be made.
    pub replay_status: Option<u8>,
    /// How many asked to be reminded.
    pub subscribe_count: Option<u64>,
    /// How many watched.
    pub viewer_num: Option<u64>,
    /// How many watch now.
    pub online_count: Option<u64>,
    /// How many commented.
    pub comment_num: Option<u64>,
    /// How many spoke.
    pub mic_num: Option<u64>,
    /// Where to a stream is pushed, for an event.
    pub push_stream_url: Option<String>,
}

int_enum! {
    /// How far a broadcast is.
    pub enum LivingStatus {
        /// It is announced.
        Reserved = 0,
        /// It is on.
        Live = 1,
        /// It is over.
        Ended = 2,
        /// It never began.
        Expired = 3,
        /// It was called off.
        Cancelled = 4,
    }
}

/// Tells who came from a broadcast to the shop's Mini Program.
#[endpoint(POST "/cgi-bin/living/get_living_share_info", title = "获取跳转小程序商城的直播观众信息",
    doc = "https://developer.work.weixin.qq.com/document/path/94442",
    scope(work), retry = safe, reply = LivingShareInfo, call = livings.share_info)]
pub struct GetLivingShareInfo {
    /// The code the Mini Program was opened with.
    pub ww_share_code: String,
}

/// Who came from a broadcast.
#[endpoint(part, reply_to(GetLivingShareInfo))]
pub struct LivingShareInfo {
    /// The broadcast.
    pub livingid: Option<String>,
    /// Who came, if it is a member.
    pub viewer_userid: Option<UserId>,
    /// Who came, if it is somebody else.
    pub viewer_external_userid: Option<String>,
    /// Who invited them, if it is a member.
    pub invitor_userid: Option<UserId>,
    /// Who invited them, if it is somebody else.
    pub invitor_external_userid: Option<String>,
}

/// Gives the broadcasts of a member.
#[endpoint(POST "/cgi-bin/living/get_user_all_livingid", title = "获取成员直播ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93634",
    scope(work), retry = safe, reply = LivingIds, call = livings.of)]
pub struct GetUserLivings {
    /// The member.
    pub userid: UserId,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many: up to 100.
    pub limit: Option<u32>,
}

/// A page of broadcasts.
#[endpoint(part, reply_to(GetUserLivings))]
pub struct LivingIds {
    /// The broadcasts.
    #[serde(default)]
    pub livingid_list: Vec<String>,
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetUserLivings {
    type Item = String;
    fn split_page(self, page: LivingIds) -> (Vec<String>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty());
        (page.livingid_list, next.map(|next| self.cursor(next)))
    }
}

/// Tells who watched a broadcast, and for how long.
#[endpoint(POST "/cgi-bin/living/get_watch_stat", title = "获取直播观看明细",
    doc = "https://developer.work.weixin.qq.com/document/path/93636",
    scope(work), retry = safe, reply = LivingWatchStat, call = livings.watch_stat)]
pub struct GetLivingWatchStat {
    /// The broadcast.
    pub livingid: String,
    /// Where to begin; from the start if `None`.
    pub next_key: Option<String>,
}

/// A page of those who watched a broadcast.
#[endpoint(part, reply_to(GetLivingWatchStat))]
pub struct LivingWatchStat {
    /// Who watched.
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

/// Who watched a broadcast.
#[endpoint(part)]
pub struct LivingViewers {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub users: Vec<LivingViewer>,
    /// Others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_users: Vec<LivingExternalViewer>,
}

/// A member who watched a broadcast.
#[endpoint(part)]
pub struct LivingViewer {
    /// The member.
    pub userid: UserId,
    /// How long, in seconds.
    pub watch_time: Option<u64>,
    /// Whether they commented.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_comment: Option<bool>,
    /// Whether they spoke.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_mic: Option<bool>,
    /// Who invited them, if it is a member.
    pub invitor_userid: Option<UserId>,
    /// Who invited them, if it is somebody else.
    pub invitor_external_userid: Option<String>,
}

/// Somebody outside the corporation who watched a broadcast.
#[endpoint(part)]
pub struct LivingExternalViewer {
    /// Who.
    pub external_userid: String,
    /// 1 a WeChat user, 2 a WeCom user.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// Their name.
    pub name: Option<String>,
    /// How long, in seconds.
    pub watch_time: Option<u64>,
    /// Whether they commented.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_comment: Option<bool>,
    /// Whether they spoke.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_mic: Option<bool>,
    /// Who invited them, if it is a member.
    pub invitor_userid: Option<UserId>,
    /// Who invited them, if it is somebody else.
    pub invitor_external_userid: Option<String>,
}

impl Paged for GetLivingWatchStat {
    type Item = LivingViewers;
    fn split_page(self, page: LivingWatchStat) -> (Vec<LivingViewers>, Option<Self>) {
        let next = page.next_key.filter(|next| !next.is_empty() && page.ending != Some(true));
        (vec![page.stat_info], next.map(|next| self.next_key(next)))
    }
}

/// A broadcast began, ended or was called off. Event `living_status_change`.
#[inbound(event = "living_status_change", scope(work))]
pub struct LivingStatusChange {
    /// From whom, to whom, when.
    pub header: Header,
    /// The broadcast.
    pub living_id: String,
    /// How far it is: 0 announced, 1 on, 2 over, 3 never began, 4 called off.
    pub status: i64,
}
