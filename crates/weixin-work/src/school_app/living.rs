//! Live lessons (上课直播).

use weixin_api::{Timestamp, endpoint};
use weixin_protocol::{Secret, UserId};

use crate::{
    ids::{ParentUserId, SchoolDepartmentId, StudentUserId},
    school_app::SchoolAppsHandle,
};

weixin_api::string_id! {
    /// A live lesson (上课直播, livingid).
    SchoolLivingId
}

/// Returns the details of a live lesson.
#[endpoint(GET "/cgi-bin/school/living/get_living_info", title = "获取直播详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93740",
    scope(work), reply = SchoolLivingDetail, call = school_apps.living)]
pub struct GetSchoolLiving {
    /// The lesson to look up.
    pub livingid: SchoolLivingId,
}

/// The reply with a live lesson.
#[endpoint(part, reply_to(GetSchoolLiving))]
pub struct SchoolLivingDetail {
    /// Title, times and figures.
    pub living_info: SchoolLiving,
}

/// A live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolLiving {
    /// Title of the lesson.
    pub theme: Option<String>,
    /// When it begins.
    pub living_start: Option<Timestamp>,
    /// Length in seconds.
    pub living_duration: Option<u64>,
    /// The teacher who gives it (主播).
    pub anchor_userid: Option<UserId>,
    /// Who can watch.
    pub living_range: Option<LivingRange>,
    /// How many people watched.
    pub viewer_num: Option<u64>,
    /// How many comments were written.
    pub comment_num: Option<u64>,
    /// Whether the recording (回放) can be watched afterwards.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub open_replay: Option<bool>,
    /// The address to which an external encoder pushes its stream.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub push_stream_url: Option<Secret>,
}

/// Who can watch a live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct LivingRange {
    /// Classes that can watch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<SchoolDepartmentId>,
    /// Names of group chats that can watch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_names: Vec<String>,
}

/// Returns who watched a live lesson, a page at a time.
#[endpoint(POST "/cgi-bin/school/living/get_watch_stat", title = "获取观看直播统计",
    doc = "https://developer.work.weixin.qq.com/document/path/93741",
    scope(work), retry = safe, reply = SchoolWatchStat, call = school_apps.watch_stat)]
pub struct GetSchoolWatchStat {
    /// The lesson to look up.
    pub livingid: SchoolLivingId,
    /// Where the page begins: [`SchoolWatchStat::next_key`] of the page before; the first page if
    /// left out.
    pub next_key: Option<String>,
}

/// A page of the viewers of a live lesson.
#[endpoint(part, reply_to(GetSchoolWatchStat))]
#[derive(Default)]
pub struct SchoolWatchStat {
    /// Whether this is the last page.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
    /// Where the next page begins.
    pub next_key: Option<String>,
    /// The viewers of this page.
    pub stat_infoes: Option<SchoolWatchers>,
}

/// Viewers of a live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolWatchers {
    /// Students, and parents who watched for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<SchoolWatcher>,
    /// Other viewers (访客).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visitors: Vec<VisitingWatcher>,
}

/// A student or parent who watched a live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolWatcher {
    /// The student who watched, or whose parent did.
    pub student_userid: Option<StudentUserId>,
    /// The parent who watched.
    pub parent_userid: Option<ParentUserId>,
    /// Classes of the student.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<SchoolDepartmentId>,
    /// How long they watched, in seconds.
    pub watch_time: Option<u64>,
    /// When they first came.
    pub enter_time: Option<Timestamp>,
    /// When they last left.
    pub leave_time: Option<Timestamp>,
    /// Whether they wrote a comment.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_comment: Option<bool>,
}

/// A viewer who is neither a student nor a parent.
#[endpoint(part)]
#[derive(Default)]
pub struct VisitingWatcher {
    /// Nickname of the viewer.
    pub nickname: Option<String>,
    /// How long they watched, in seconds.
    pub watch_time: Option<u64>,
    /// When they first came.
    pub enter_time: Option<Timestamp>,
    /// When they last left.
    pub leave_time: Option<Timestamp>,
    /// Whether they wrote a comment.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_comment: Option<bool>,
}

/// Returns who did not watch a live lesson, a page at a time.
#[endpoint(POST "/cgi-bin/school/living/get_unwatch_stat", title = "获取未观看直播统计",
    doc = "https://developer.work.weixin.qq.com/document/path/93742",
    scope(work), retry = safe, reply = SchoolUnwatchStat, call = school_apps.unwatch_stat)]
pub struct GetSchoolUnwatchStat {
    /// The lesson to look up.
    pub livingid: SchoolLivingId,
    /// Where the page begins: [`SchoolUnwatchStat::next_key`] of the page before; the first page if
    /// left out.
    pub next_key: Option<String>,
}

/// A page of those who did not watch a live lesson.
#[endpoint(part, reply_to(GetSchoolUnwatchStat))]
#[derive(Default)]
pub struct SchoolUnwatchStat {
    /// Whether this is the last page.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
    /// Where the next page begins.
    pub next_key: Option<String>,
    /// The students of this page.
    pub stat_info: Option<SchoolNonWatchers>,
}

/// Students and parents who did not watch a live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolNonWatchers {
    /// Students, or the parents for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<NonWatcher>,
    /// Parents; only in the reply of [`GetSchoolUnwatchStatV2`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<NonWatcher>,
}

/// A student or parent who did not watch a live lesson.
#[endpoint(part)]
#[derive(Default)]
pub struct NonWatcher {
    /// The student, or the child of the parent.
    pub student_userid: Option<StudentUserId>,
    /// The parent, for an entry of a parent.
    pub parent_userid: Option<ParentUserId>,
    /// Classes of the student.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<SchoolDepartmentId>,
}

/// Returns who watched a live lesson, students and parents separately, a page at a time.
#[endpoint(POST "/cgi-bin/school/living/get_watch_stat_v2", title = "获取观看直播统计V2",
    doc = "https://developer.work.weixin.qq.com/document/path/95793",
    scope(work), retry = safe, reply = SchoolWatchStatV2, call = school_apps.watch_stat_v2)]
pub struct GetSchoolWatchStatV2 {
    /// The lesson to look up.
    pub livingid: SchoolLivingId,
    /// Where the page begins: [`SchoolWatchStatV2::next_cursor`] of the page before; the first page
    /// if left out.
    pub next_cursor: Option<String>,
}

/// A page of the viewers of a live lesson, students and parents separately.
#[endpoint(part, reply_to(GetSchoolWatchStatV2))]
#[derive(Default)]
pub struct SchoolWatchStatV2 {
    /// Whether there are further pages.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
    /// The viewers of this page.
    pub stat_info: Option<SchoolWatchersV2>,
}

/// Viewers of a live lesson, students and parents separately.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolWatchersV2 {
    /// Students who watched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<SchoolWatcher>,
    /// Parents who watched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<SchoolWatcher>,
    /// Other viewers (访客).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visitors: Vec<VisitingWatcher>,
}

/// Returns who did not watch a live lesson, students and parents separately, a page at a time.
#[endpoint(POST "/cgi-bin/school/living/get_unwatch_stat_v2", title = "获取未观看直播统计V2",
    doc = "https://developer.work.weixin.qq.com/document/path/95795",
    scope(work), retry = safe, reply = SchoolUnwatchStatV2, call = school_apps.unwatch_stat_v2)]
pub struct GetSchoolUnwatchStatV2 {
    /// The lesson to look up.
    pub livingid: SchoolLivingId,
    /// Where the page begins: [`SchoolUnwatchStatV2::next_cursor`] of the page before; the first
    /// page if left out.
    pub next_cursor: Option<String>,
}

/// A page of those who did not watch a live lesson, students and parents separately.
#[endpoint(part, reply_to(GetSchoolUnwatchStatV2))]
#[derive(Default)]
pub struct SchoolUnwatchStatV2 {
    /// Whether there are further pages.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
    /// The students and parents of this page.
    pub stat_info: Option<SchoolNonWatchers>,
}
