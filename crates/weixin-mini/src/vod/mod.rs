//! Videos and short plays inside a Mini Program (微短剧媒资管理). `/wxa/sec/vod/*`

use weixin_api::{FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::messages;
mod drama;
mod event;

pub use drama::*;
pub use event::*;

group! {
    /// Videos and short plays inside a Mini Program (微短剧媒资管理).
    vod: [UploadVideo, PullVideo, GetVideoTask, ApplyVideoUpload, UploadVideoPart, CommitVideoUpload, GetVideos, GetVideo, GetVideoLink, DeleteVideo, SubmitDrama, GetDramas, GetDrama, GetCdnUsage, GetCdnLogs]
}

messages![SecVodUpload, SecVodAudit, SecBookAudit];

/// Uploads a small video at once: up to 10 MB.
#[endpoint(POST "/wxa/sec/vod/singlefileupload", title = "单个文件上传",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-1-%E5%8D%95%E4%B8%AA%E6%96%87%E4%BB%B6%E4%B8%8A%E4%BC%A0",
    scope(mini), reply = UploadedVideo, call = vod.upload)]
pub struct UploadVideo {
    /// What it is called; parts of a play say which they are, such as `… - 第1集`.
    #[part]
    pub media_name: String,
    /// Its format: `MP4`, `TS`, `MOV`, `MXF`, `MPG`, `FLV`, `WMV`, `AVI`, `M4V`, `F4V`, `MPEG`,
    /// `3GP`, `ASF`, `MKV`.
    #[part]
    pub media_type: String,
    /// The video.
    #[part]
    pub media_data: FilePart,
    /// The format of the cover: `JPG`, `JPEG`, `PNG`, `BMP`, `TIFF`, `GIF`.
    #[part]
    pub cover_type: Option<String>,
    /// The cover.
    #[part]
    pub cover_data: Option<FilePart>,
    /// What comes back with the event when the upload has ended.
    #[part]
    pub source_context: Option<String>,
}

/// A video that was uploaded.
#[endpoint(part, reply_to(UploadVideo, CommitVideoUpload))]
pub struct UploadedVideo {
    /// The video.
    pub media_id: u64,
}

/// Has the platform fetch a video.
///
/// What becomes of it is told by [`GetVideoTask`] and by [`SecVodUpload`].
#[endpoint(POST "/wxa/sec/vod/pullupload", title = "拉取上传",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-2-%E6%8B%89%E5%8F%96%E4%B8%8A%E4%BC%A0",
    scope(mini), reply = StartedVideoTask, call = vod.pull)]
pub struct PullVideo {
    /// What it is called.
    pub media_name: String,
    /// Where it is.
    pub media_url: String,
    /// Where its cover is.
    pub cover_url: Option<String>,
    /// What comes back with the event when the upload has ended.
    pub source_context: Option<String>,
}

/// A task that was started.
#[endpoint(part, reply_to(PullVideo))]
pub struct StartedVideoTask {
    /// The task.
    pub task_id: u64,
}

/// Says how far a task is.
#[endpoint(POST "/wxa/sec/vod/gettask", title = "查询任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-3-%E6%9F%A5%E8%AF%A2%E4%BB%BB%E5%8A%A1",
    scope(mini), retry = safe, reply = FoundVideoTask, call = vod.task)]
pub struct GetVideoTask {
    /// The task.
    pub task_id: u64,
}

/// What is known of a task.
#[endpoint(part, reply_to(GetVideoTask))]
pub struct FoundVideoTask {
    /// The task.
    pub task_info: VideoTask,
}

/// A task.
#[endpoint(part)]
pub struct VideoTask {
    /// The task.
    pub id: u64,
    /// What it does: 1 fetches a video.
    pub task_type: Option<i64>,
    /// How far it is.
    pub status: Option<VideoTaskStatus>,
    /// Why it failed.
    pub errcode: Option<i64>,
    /// Why it failed, in words.
    pub errmsg: Option<String>,
    /// When it began.
    pub create_time: Option<Timestamp>,
    /// When it ended.
    pub finish_time: Option<Timestamp>,
    /// The video it has made.
    pub media_id: Option<u64>,
}

int_enum! {
    /// How far a task is.
    pub enum VideoTaskStatus {
        /// It waits.
        Waiting = 1,
        /// It is being worked on.
        Running = 2,
        /// It has succeeded.
        Succeeded = 3,
        /// It has failed.
        Failed = 4,
    }
}

/// Begins to upload a big video in parts.
#[endpoint(POST "/wxa/sec/vod/applyupload", title = "申请分片上传",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-4-%E7%94%B3%E8%AF%B7%E5%88%86%E7%89%87%E4%B8%8A%E4%BC%A0",
    scope(mini), reply = VideoUpload, call = vod.begin_upload)]
pub struct ApplyVideoUpload {
    /// What it is called.
    pub media_name: String,
    /// Its format, such as `MP4`.
    pub media_type: String,
    /// The format of the cover, if one is uploaded.
    pub cover_type: Option<String>,
    /// What comes back with the event when the upload has ended.
    pub source_context: Option<String>,
}

/// An upload that was begun.
#[endpoint(part, reply_to(ApplyVideoUpload))]
pub struct VideoUpload {
    /// The upload.
    pub upload_id: String,
}

/// Uploads a part.
#[endpoint(POST "/wxa/sec/vod/uploadpart", title = "上传分片",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-5-%E4%B8%8A%E4%BC%A0%E5%88%86%E7%89%87",
    scope(mini), retry = safe, reply = UploadedVideoPart, call = vod.upload_part)]
pub struct UploadVideoPart {
    /// The upload.
    #[part]
    pub upload_id: String,
    /// Which part, from 1.
    #[part]
    pub part_number: u32,
    /// Whether of the video or of its cover.
    #[part]
    pub resource_type: VideoPartKind,
    /// The part: up to 5 MB.
    #[part]
    pub data: FilePart,
}

int_enum! {
    /// What a part is of.
    pub enum VideoPartKind {
        /// The video.
        Video = 1,
        /// Its cover.
        Cover = 2,
    }
}

/// A part that was uploaded.
#[endpoint(part, reply_to(UploadVideoPart))]
pub struct UploadedVideoPart {
    /// What it is known by.
    pub etag: String,
}

/// Ends an upload in parts.
#[endpoint(POST "/wxa/sec/vod/commitupload", title = "确认上传",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_1-6-%E7%A1%AE%E8%AE%A4%E4%B8%8A%E4%BC%A0",
    scope(mini), reply = UploadedVideo, call = vod.commit_upload)]
pub struct CommitVideoUpload {
    /// The upload.
    pub upload_id: String,
    /// The parts of the video.
    pub media_part_infos: Vec<VideoPartInfo>,
    /// The parts of the cover.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cover_part_infos: Vec<VideoPartInfo>,
}

/// A part.
#[endpoint(part)]
pub struct VideoPartInfo {
    /// Which one, from 1.
    pub part_number: u32,
    /// What it is known by.
    pub etag: String,
}

/// Gives a page of the videos.
#[endpoint(POST "/wxa/sec/vod/listmedia", title = "获取媒资列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_2-1-%E8%8E%B7%E5%8F%96%E5%AA%92%E8%B5%84%E5%88%97%E8%A1%A8",
    scope(mini), retry = safe, reply = Videos, call = vod.list)]
pub struct GetVideos {
    /// The play they are of.
    pub drama_id: Option<u64>,
    /// What they are called; `%` stands for anything.
    pub media_name: Option<String>,
    /// From when they are.
    pub start_time: Option<Timestamp>,
    /// Until when they are.
    pub end_time: Option<Timestamp>,
    /// How many: 100 if left out.
    pub limit: Option<u32>,
    /// Where to begin, from 0.
    pub offset: Option<u32>,
}

/// A page of the videos.
#[endpoint(part, reply_to(GetVideos))]
pub struct Videos {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_info_list: Vec<Video>,
}

/// A video.
#[endpoint(part)]
pub struct Video {
    /// The video.
    pub media_id: u64,
    /// When it was uploaded.
    pub create_time: Option<Timestamp>,
    /// When it ends; 0 for never.
    pub expire_time: Option<Timestamp>,
    /// The play it is of.
    pub drama_id: Option<u64>,
    /// Its size, in bytes.
    pub file_size: Option<u64>,
    /// Its length, in seconds.
    pub duration: Option<u64>,
    /// What it is called.
    pub name: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Where its cover is.
    pub cover_url: Option<String>,
    /// Where it is as it was uploaded.
    pub original_url: Option<String>,
    /// Where it is as MP4.
    pub mp4_url: Option<String>,
    /// Where it is as HLS.
    pub hls_url: Option<String>,
    /// What the platform thinks of it.
    pub audit_detail: Option<VideoAudit>,
}

/// What the platform thinks of something.
#[endpoint(part)]
pub struct VideoAudit {
    /// What it thinks.
    pub status: Option<VideoAuditStatus>,
    /// When it was asked.
    pub create_time: Option<Timestamp>,
    /// When it answered.
    pub audit_time: Option<Timestamp>,
    /// Why it refused.
    pub reason: Option<String>,
    /// Pictures that show why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence_material_id_list: Vec<String>,
}

int_enum! {
    /// What the platform thinks of a video or a play.
    pub enum VideoAuditStatus {
        /// Nothing that could be said.
        Invalid = 0,
        /// It is being looked at.
        UnderReview = 1,
        /// It was refused for good.
        Rejected = 2,
        /// It may be shown.
        Approved = 3,
        /// It was refused and may be submitted again.
        Returned = 4,
    }
}

/// Tells about a video.
#[endpoint(POST "/wxa/sec/vod/getmedia", title = "获取媒资详细信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_2-2-%E8%8E%B7%E5%8F%96%E5%AA%92%E8%B5%84%E8%AF%A6%E7%BB%86%E4%BF%A1%E6%81%AF",
    scope(mini), retry = safe, reply = FoundVideo, call = vod.get)]
pub struct GetVideo {
    /// The video.
    pub media_id: u64,
}

/// What is known of a video.
#[endpoint(part, reply_to(GetVideo, GetVideoLink))]
pub struct FoundVideo {
    /// The video.
    pub media_info: Video,
}

/// Gives addresses where a video can be watched for a while.
#[endpoint(POST "/wxa/sec/vod/getmedialink", title = "获取媒资播放链接",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_2-3-%E8%8E%B7%E5%8F%96%E5%AA%92%E8%B5%84%E6%92%AD%E6%94%BE%E9%93%BE%E6%8E%A5",
    scope(mini), retry = safe, reply = FoundVideo, call = vod.link)]
pub struct GetVideoLink {
    /// The video.
    pub media_id: u64,
    /// Until when: up to 2 hours after now.
    pub t: Timestamp,
    /// What makes the address unlike others.
    pub us: Option<String>,
    /// How many seconds may be watched; all if left out.
    pub expr: Option<u32>,
    /// How many addresses may watch it: up to 9.
    pub rlimit: Option<u32>,
    /// The sites that may show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub whref: Vec<String>,
    /// The sites that may not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bkref: Vec<String>,
}

/// Deletes a video.
#[endpoint(POST "/wxa/sec/vod/deletemedia", title = "删除媒资",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_2-4-%E5%88%A0%E9%99%A4%E5%AA%92%E8%B5%84",
    scope(mini), retry = safe, call = vod.delete)]
pub struct DeleteVideo {
    /// The video.
    pub media_id: u64,
}
