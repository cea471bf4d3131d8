//! Live lessons (上课直播).

use crate::school_app::SchoolAppsHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::UserId;

/// Gives a live lesson.
#[endpoint(GET "/cgi-bin/school/living/get_living_info", title = "获取直播详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93740",
    scope(work), reply = SchoolLivingDetail, call = school_apps.living)]
pub struct GetSchoolLiving {
    /// The lesson.
    pub livingid: String,
}

/// A live lesson, as [`GetSchoolLiving`] answers it.
#[endpoint(part, reply_to(GetSchoolLiving))]
pub struct SchoolLivingDetail {
    /// The lesson.
    pub living_info: SchoolLiving,
}

/// A live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolLiving {
    /// What it is about.
    pub theme: Option<String>,
    /// When it begins.
    pub living_start: Option<Timestamp>,
    /// How many seconds it takes.
    pub living_duration: Option<u64>,
    /// Who gives it.
    pub anchor_userid: Option<UserId>,
    /// Who may watch.
    pub living_range: Option<LivingRange>,
    /// How many watched.
    pub viewer_num: Option<u64>,
    /// How many comments there were.
    pub comment_num: Option<u64>,
    /// Whether it can be watched later.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub open_replay: Option<bool>,
    /// The address to which it is streamed.
    pub push_stream_url: Option<String>,
}

/// Who may watch.
#[endpoint(part)]
#[derive(Default)]
pub struct LivingRange {
    /// Classes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<u64>,
    /// Group chats.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_names: Vec<String>,
}

/// Gives who watched a live lesson.
#[endpoint(POST "/cgi-bin/school/living/get_watch_stat", title = "获取观看直播统计",
    doc = "https://developer.work.weixin.qq.com/document/path/93741",
    scope(work), retry = safe, reply = SchoolWatchStat, call = school_apps.watch_stat)]
pub struct GetSchoolWatchStat {
    /// The lesson.
    pub livingid: String,
    /// Where to go on.
    pub next_key: Option<String>,
}

/// Who watched a live lesson.
#[endpoint(part, reply_to(GetSchoolWatchStat))]
#[derive(Default)]
pub struct SchoolWatchStat {
    /// Whether that was all.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
    /// Where to go on.
    pub next_key: Option<String>,
    /// Who watched.
    pub stat_infoes: Option<SchoolWatchers>,
}

/// Who watched a live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolWatchers {
    /// Students, and parents for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<SchoolWatcher>,
    /// Others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visitors: Vec<VisitingWatcher>,
}

/// Who watched.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolWatcher {
    /// The student.
    pub student_userid: Option<UserId>,
    /// The parent.
    pub parent_userid: Option<UserId>,
    /// The student's classes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<u64>,
    /// How many seconds they watched.
    pub watch_time: Option<u64>,
    /// When they came.
    pub enter_time: Option<Timestamp>,
    /// When they left.
    pub leave_time: Option<Timestamp>,
    /// Whether they wrote something.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_comment: Option<bool>,
}

/// Somebody else who watched.
#[endpoint(part)]
#[derive(Default)]
pub struct VisitingWatcher {
    /// The nickname.
    pub nickname: Option<String>,
    /// How many seconds they watched.
    pub watch_time: Option<u64>,
    /// When they came.
    pub enter_time: Option<Timestamp>,
    /// When they left.
    pub leave_time: Option<Timestamp>,
    /// Whether they wrote something.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_comment: Option<bool>,
}

/// Gives who did not watch a live lesson.
#[endpoint(POST "/cgi-bin/school/living/get_unwatch_stat", title = "获取未观看直播统计",
    doc = "https://developer.work.weixin.qq.com/document/path/93742",
    scope(work), retry = safe, reply = SchoolUnwatchStat, call = school_apps.unwatch_stat)]
pub struct GetSchoolUnwatchStat {
    /// The lesson.
    pub livingid: String,
    /// Where to go on.
    pub next_key: Option<String>,
}

/// Who did not watch a live lesson.
#[endpoint(part, reply_to(GetSchoolUnwatchStat))]
#[derive(Default)]
pub struct SchoolUnwatchStat {
    /// Whether that was all.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
    /// Where to go on.
    pub next_key: Option<String>,
    /// Who did not watch.
    pub stat_info: Option<SchoolNonWatchers>,
}

/// Who did not watch a live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolNonWatchers {
    /// Students, or parents for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<NonWatcher>,
    /// Parents; in the second edition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<NonWatcher>,
}

/// Who did not watch.
#[endpoint(part)]
#[derive(Default)]
pub struct NonWatcher {
    /// The student.
    pub student_userid: Option<UserId>,
    /// The parent.
    pub parent_userid: Option<UserId>,
    /// The student's classes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<u64>,
}

/// Gives who watched a live lesson, students and parents apart.
#[endpoint(POST "/cgi-bin/school/living/get_watch_stat_v2", title = "获取观看直播统计V2",
    doc = "https://developer.work.weixin.qq.com/document/path/95793",
    scope(work), retry = safe, reply = SchoolWatchStatV2, call = school_apps.watch_stat_v2)]
pub struct GetSchoolWatchStatV2 {
    /// The lesson.
    pub livingid: String,
    /// Where to go on: [`SchoolWatchStatV2::next_cursor`].
    pub next_cursor: Option<String>,
}

/// Who watched a live lesson, students and parents apart.
#[endpoint(part, reply_to(GetSchoolWatchStatV2))]
#[derive(Default)]
pub struct SchoolWatchStatV2 {
    /// Whether there are more.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Where to go on.
    pub next_cursor: Option<String>,
    /// Who watched.
    pub stat_info: Option<SchoolWatchersV2>,
}

/// Who watched a live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolWatchersV2 {
    /// Students.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<SchoolWatcher>,
    /// Parents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<SchoolWatcher>,
    /// Others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visitors: Vec<VisitingWatcher>,
}

/// Gives who did not watch a live lesson, students and parents apart.
#[endpoint(POST "/cgi-bin/school/living/get_unwatch_stat_v2", title = "获取未观看直播统计V2",
    doc = "https://developer.work.weixin.qq.com/document/path/95795",
    scope(work), retry = safe, reply = SchoolUnwatchStatV2, call = school_apps.unwatch_stat_v2)]
pub struct GetSchoolUnwatchStatV2 {
    /// The lesson.
    pub livingid: String,
    /// Where to go on: [`SchoolUnwatchStatV2::next_cursor`].
    pub next_cursor: Option<String>,
}

/// Who did not watch a live lesson, students and parents apart.
#[endpoint(part, reply_to(GetSchoolUnwatchStatV2))]
#[derive(Default)]
pub struct SchoolUnwatchStatV2 {
    /// Whether there are more.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Where to go on.
    pub next_cursor: Option<String>,
    /// Who did not watch.
    pub stat_info: Option<SchoolNonWatchers>,
}
