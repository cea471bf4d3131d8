//! Videos and short dramas of a Mini Program (微短剧媒资管理). `/wxa/sec/vod/*`

use weixin_api::{FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{MediaId, messages};
mod drama;
mod event;

pub use drama::*;
pub use event::*;

group! {
    /// Videos and short dramas of the Mini Program (微短剧媒资管理).
    vod: [
        UploadVideo, PullVideo, GetVideoTask, ApplyVideoUpload, UploadVideoPart, CommitVideoUpload,
        GetVideos, GetVideo, GetVideoLink, DeleteVideo, SubmitDrama, GetDramas, GetDrama,
        GetCdnUsage, GetCdnLogs,
    ]
}

weixin_api::string_id! {
    /// An upload in parts (上传任务 ID, upload_id).
    VideoUploadId
}

weixin_api::integer_id! {
    /// A video (媒资 ID, media_id).
    VideoId(u64)
    /// A short drama (剧目 ID, drama_id).
    DramaId(u64)
    /// A task that fetches a video (任务 ID, task_id).
    VideoTaskId(u64)
}

messages![SecVodUpload, SecVodAudit, SecBookAudit];

/// Uploads a video of up to 10 MB at once.
#[endpoint(POST "/wxa/sec/vod/singlefileupload", title = "单个文件上传",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-1-%E5%8D%95%E4%B8%AA%E6%96%87%E4%BB%B6%E4%B8%8A%E4%BC%A0",
    scope(mini), reply = UploadedVideo, call = vod.upload)]
pub struct UploadVideo {
    /// The name of the video. Episodes of a drama carry their number: `… - 第1集`.
    #[part]
    pub media_name: String,
    /// The format of the video: `MP4`, `TS`, `MOV`, `MXF`, `MPG`, `FLV`, `WMV`, `AVI`, `M4V`,
    /// `F4V`, `MPEG`, `3GP`, `ASF`, `MKV`.
    #[part]
    pub media_type: String,
    /// The video file.
    #[part]
    pub media_data: FilePart,
    /// The format of the cover: `JPG`, `JPEG`, `PNG`, `BMP`, `TIFF`, `GIF`.
    #[part]
    pub cover_type: Option<String>,
    /// The picture file of the cover.
    #[part]
    pub cover_data: Option<FilePart>,
    /// What the event about the upload repeats.
    #[part]
    pub source_context: Option<String>,
}

/// A video that was uploaded.
#[endpoint(part, reply_to(UploadVideo, CommitVideoUpload))]
pub struct UploadedVideo {
    /// The id of the video.
    pub media_id: VideoId,
}

/// Starts a task in which the platform fetches a video.
///
/// [`GetVideoTask`] returns the state of the task, and [`SecVodUpload`] is pushed when it has
/// ended.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::vod::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let task =
///     wx.vod().pull(("我的短剧 - 第1集", "https://example.com/1.mp4")).await?.task_id;
/// let state = wx.vod().task(task).await?.task_info;
/// println!("task {task}: {:?}, video {:?}", state.status, state.media_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/sec/vod/pullupload", title = "拉取上传",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-2-%E6%8B%89%E5%8F%96%E4%B8%8A%E4%BC%A0",
    scope(mini), reply = StartedVideoTask, call = vod.pull)]
pub struct PullVideo {
    /// The name of the video. Episodes of a drama carry their number: `… - 第1集`.
    pub media_name: String,
    /// The address of the video.
    pub media_url: String,
    /// The address of the cover.
    pub cover_url: Option<String>,
    /// What the event about the upload repeats.
    pub source_context: Option<String>,
}

/// A task that was started.
#[endpoint(part, reply_to(PullVideo))]
pub struct StartedVideoTask {
    /// The task, for [`GetVideoTask`].
    pub task_id: VideoTaskId,
}

/// Returns the state of a task.
#[endpoint(POST "/wxa/sec/vod/gettask", title = "查询任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-3-%E6%9F%A5%E8%AF%A2%E4%BB%BB%E5%8A%A1",
    scope(mini), retry = safe, reply = FoundVideoTask, call = vod.task)]
pub struct GetVideoTask {
    /// The task, as [`PullVideo`] returned it.
    pub task_id: VideoTaskId,
}

/// The state of a task.
#[endpoint(part, reply_to(GetVideoTask))]
pub struct FoundVideoTask {
    /// The task with its state.
    pub task_info: VideoTask,
}

/// A task and its state.
#[endpoint(part)]
pub struct VideoTask {
    /// The id of the task.
    pub id: VideoTaskId,
    /// What the task does.
    pub task_type: Option<VideoTaskKind>,
    /// The state of the task.
    pub status: Option<VideoTaskStatus>,
    /// The code of the failure; 0 if the task did not fail.
    pub errcode: Option<i64>,
    /// The reason of the failure.
    pub errmsg: Option<String>,
    /// When the task was started.
    pub create_time: Option<Timestamp>,
    /// When the task ended.
    pub finish_time: Option<Timestamp>,
    /// The video that the task created; missing until it succeeds.
    pub media_id: Option<VideoId>,
}

int_enum! {
    /// What a task does.
    pub enum VideoTaskKind {
        /// It fetches a video (拉取上传).
        Pull = 1,
    }
}

int_enum! {
    /// The state of a task.
    pub enum VideoTaskStatus {
        /// The task waits (等待中).
        Waiting = 1,
        /// The task is running (正在处理).
        Running = 2,
        /// The task has succeeded (已完成).
        Succeeded = 3,
        /// The task has failed (失败).
        Failed = 4,
    }
}

/// Starts to upload a big video in parts.
#[endpoint(POST "/wxa/sec/vod/applyupload", title = "申请分片上传",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-4-%E7%94%B3%E8%AF%B7%E5%88%86%E7%89%87%E4%B8%8A%E4%BC%A0",
    scope(mini), reply = VideoUpload, call = vod.begin_upload)]
pub struct ApplyVideoUpload {
    /// The name of the video. Episodes of a drama carry their number: `… - 第1集`.
    pub media_name: String,
    /// The format of the video, such as `MP4`; see [`UploadVideo::media_type`].
    pub media_type: String,
    /// The format of the cover, if one is uploaded; see [`UploadVideo::cover_type`].
    pub cover_type: Option<String>,
    /// What the event about the upload repeats.
    pub source_context: Option<String>,
}

/// An upload in parts that was started.
#[endpoint(part, reply_to(ApplyVideoUpload))]
pub struct VideoUpload {
    /// The upload, for [`UploadVideoPart`] and [`CommitVideoUpload`].
    pub upload_id: VideoUploadId,
}

/// Uploads a part of a video or of its cover.
#[endpoint(POST "/wxa/sec/vod/uploadpart", title = "上传分片",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-5-%E4%B8%8A%E4%BC%A0%E5%88%86%E7%89%87",
    scope(mini), retry = safe, reply = UploadedVideoPart, call = vod.upload_part)]
pub struct UploadVideoPart {
    /// The upload, as [`ApplyVideoUpload`] returned it.
    #[part]
    pub upload_id: VideoUploadId,
    /// The number of the part, from 1.
    #[part]
    pub part_number: u32,
    /// Whether the part is of the video or of its cover.
    #[part]
    pub resource_type: VideoPartKind,
    /// The bytes of the part: up to 5 MB.
    #[part]
    pub data: FilePart,
}

int_enum! {
    /// The file that a part belongs to.
    pub enum VideoPartKind {
        /// The video.
        Video = 1,
        /// The cover.
        Cover = 2,
    }
}

/// A part that was uploaded.
#[endpoint(part, reply_to(UploadVideoPart))]
pub struct UploadedVideoPart {
    /// The entity tag of the part, for [`CommitVideoUpload`].
    pub etag: String,
}

/// Completes an upload in parts.
#[endpoint(POST "/wxa/sec/vod/commitupload", title = "确认上传",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-6-%E7%A1%AE%E8%AE%A4%E4%B8%8A%E4%BC%A0",
    scope(mini), reply = UploadedVideo, call = vod.commit_upload)]
pub struct CommitVideoUpload {
    /// The upload, as [`ApplyVideoUpload`] returned it.
    pub upload_id: VideoUploadId,
    /// All parts of the video.
    pub media_part_infos: Vec<VideoPartInfo>,
    /// All parts of the cover; empty if none was uploaded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cover_part_infos: Vec<VideoPartInfo>,
}

/// A part that was uploaded.
#[endpoint(part)]
pub struct VideoPartInfo {
    /// The number of the part, from 1.
    pub part_number: u32,
    /// The entity tag, as [`UploadVideoPart`] returned it.
    pub etag: String,
}

/// Returns a page of the videos.
#[endpoint(POST "/wxa/sec/vod/listmedia", title = "获取媒资列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_2-1-%E8%8E%B7%E5%8F%96%E5%AA%92%E8%B5%84%E5%88%97%E8%A1%A8",
    scope(mini), retry = safe, reply = Videos, call = vod.list)]
pub struct GetVideos {
    /// Only videos of this drama.
    pub drama_id: Option<DramaId>,
    /// Only videos of this name; `%` matches any text.
    pub media_name: Option<String>,
    /// Only videos uploaded at this time or later.
    pub start_time: Option<Timestamp>,
    /// Only videos uploaded before this time.
    pub end_time: Option<Timestamp>,
    /// The number of videos: 100 if left out.
    pub limit: Option<u32>,
    /// The first video, from 0.
    pub offset: Option<u32>,
}

/// A page of the videos.
#[endpoint(part, reply_to(GetVideos))]
pub struct Videos {
    /// The videos on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_info_list: Vec<Video>,
}

/// A video and the state of its review.
#[endpoint(part)]
pub struct Video {
    /// The video, by the id that its upload returned.
    pub media_id: VideoId,
    /// When the video was uploaded.
    pub create_time: Option<Timestamp>,
    /// When the video expires; 0 if it never does.
    pub expire_time: Option<Timestamp>,
    /// The drama that the video belongs to.
    pub drama_id: Option<DramaId>,
    /// The size in bytes.
    pub file_size: Option<u64>,
    /// The length in seconds.
    pub duration: Option<u64>,
    /// The name of the video.
    pub name: Option<String>,
    /// The description of the video.
    pub description: Option<String>,
    /// The address of the cover.
    pub cover_url: Option<String>,
    /// The address of the original file.
    pub original_url: Option<String>,
    /// The address of the MP4 version.
    pub mp4_url: Option<String>,
    /// The address of the HLS version.
    pub hls_url: Option<String>,
    /// The result of the review.
    pub audit_detail: Option<VideoAudit>,
}

/// The state of the review of a video or drama.
#[endpoint(part)]
pub struct VideoAudit {
    /// The state of the review.
    pub status: Option<VideoAuditStatus>,
    /// When the review was requested.
    pub create_time: Option<Timestamp>,
    /// When the review ended; missing until then.
    pub audit_time: Option<Timestamp>,
    /// The reason of a rejection.
    pub reason: Option<String>,
    /// Screenshots that show the reason, as temporary media.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence_material_id_list: Vec<MediaId>,
}

int_enum! {
    /// The state of a review.
    pub enum VideoAuditStatus {
        /// No valid state (无效值).
        Invalid = 0,
        /// The review is under way (审核中).
        UnderReview = 1,
        /// It was rejected for good (审核驳回).
        Rejected = 2,
        /// It was approved (审核通过).
        Approved = 3,
        /// It was returned and may be corrected and submitted again (驳回重填).
        Returned = 4,
    }
}

/// Returns a video.
#[endpoint(POST "/wxa/sec/vod/getmedia", title = "获取媒资详细信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_2-2-%E8%8E%B7%E5%8F%96%E5%AA%92%E8%B5%84%E8%AF%A6%E7%BB%86%E4%BF%A1%E6%81%AF",
    scope(mini), retry = safe, reply = FoundVideo, call = vod.get)]
pub struct GetVideo {
    /// The video, by the id that its upload returned.
    pub media_id: VideoId,
}

/// A video.
#[endpoint(part, reply_to(GetVideo, GetVideoLink))]
pub struct FoundVideo {
    /// The video. Asked for by [`GetVideoLink`], it has the addresses that expire.
    pub media_info: Video,
}

/// Returns addresses at which a video can be watched for a limited time.
#[endpoint(POST "/wxa/sec/vod/getmedialink", title = "获取媒资播放链接",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_2-3-%E8%8E%B7%E5%8F%96%E5%AA%92%E8%B5%84%E6%92%AD%E6%94%BE%E9%93%BE%E6%8E%A5",
    scope(mini), retry = safe, reply = FoundVideo, call = vod.link)]
pub struct GetVideoLink {
    /// The video, by the id that its upload returned.
    pub media_id: VideoId,
    /// When the addresses expire: up to 2 hours from now.
    pub t: Timestamp,
    /// A text that makes the address unique, of letters and digits.
    pub us: Option<String>,
    /// How many seconds of the video may be watched; all of it if left out.
    pub expr: Option<u32>,
    /// From how many IP addresses it may be watched: up to 9; any number if left out.
    pub rlimit: Option<u32>,
    /// Domains that may embed the video; any domain if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub whref: Vec<String>,
    /// Domains that may not embed the video.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bkref: Vec<String>,
}

/// Deletes a video.
#[endpoint(POST "/wxa/sec/vod/deletemedia", title = "删除媒资",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_2-4-%E5%88%A0%E9%99%A4%E5%AA%92%E8%B5%84",
    scope(mini), retry = safe, call = vod.delete)]
pub struct DeleteVideo {
    /// The video, by the id that its upload returned.
    pub media_id: VideoId,
}
