//! Making moments that members are asked to publish.

use serde_json::{Map, Value};
use weixin_api::{TaggedEnum, endpoint, int_enum};
use weixin_protocol::{MediaId, UserId};

use crate::{
    ids::{CustomerTagId, DepartmentId, JobId},
    moment::{MomentId, MomentsHandle},
};

/// Asks members to publish a moment of the corporation. It is prepared in the background;
/// [`GetMomentTaskResult`] returns the result.
///
/// A member is asked up to 3 times a day, and a customer sees up to 4 moments of the corporation's
/// a month.
///
/// Fails with 41089 when it has neither text nor attachment, with 41078 when too many moments are
/// being prepared.
#[endpoint(POST "/cgi-bin/externalcontact/add_moment_task", title = "创建发表任务",
    doc = "https://developer.work.weixin.qq.com/document/path/95094",
    scope(work), reply = AddedMomentTask, call = moments.add_task)]
pub struct AddMomentTask {
    /// The text. Either it or an attachment must be given.
    pub text: Option<NewMomentText>,
    /// Up to 9 pictures, one video or one web page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<MomentAttachment>,
    /// Who publishes it and who can see it; everybody if left out.
    pub visible_range: Option<MomentRange>,
}

/// The text of a new moment.
#[endpoint(part)]
pub struct NewMomentText {
    /// The words of the text: up to 2,000 characters.
    pub content: String,
}

/// A picture, a video or a web page in a new moment.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum MomentAttachment {
    /// A picture.
    Image(MomentImage),
    /// A video: up to 30 seconds and 10 MB.
    Video(MomentImage),
    /// A web page.
    #[tagged(from)]
    Link(NewMomentLink),
    /// A kind that this version does not know, or content that it cannot read, with all its
    /// fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

impl MomentAttachment {
    /// A picture, uploaded by [`UploadAttachment`](crate::media::UploadAttachment).
    pub fn of_image(media_id: impl Into<MediaId>) -> Self {
        Self::Image(MomentImage::new(media_id))
    }

    /// A video, uploaded by [`UploadAttachment`](crate::media::UploadAttachment).
    pub fn of_video(media_id: impl Into<MediaId>) -> Self {
        Self::Video(MomentImage::new(media_id))
    }

    /// A web page.
    pub fn of_link(link: impl Into<NewMomentLink>) -> Self {
        Self::Link(link.into())
    }
}

/// An uploaded picture or video.
#[endpoint(part)]
pub struct MomentImage {
    /// The file, uploaded by [`UploadAttachment`](crate::media::UploadAttachment).
    pub media_id: MediaId,
}

/// A web page in a new moment.
#[endpoint(part)]
pub struct NewMomentLink {
    /// Title of the page: up to 64 bytes.
    pub title: Option<String>,
    /// Address of the page: up to 1,024 bytes.
    pub url: String,
    /// The cover picture, uploaded by [`UploadAttachment`](crate::media::UploadAttachment).
    pub media_id: Option<MediaId>,
}

/// Who publishes a moment, and who can see it.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentRange {
    /// The members who publish it; all if left out.
    pub sender_list: Option<MomentSenders>,
    /// The customers who can see it; all if left out.
    pub external_contact_list: Option<MomentReaders>,
}

/// The members who publish a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentSenders {
    /// Members: up to 100,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments, all of whose members publish it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<DepartmentId>,
}

/// The customers who can see a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentReaders {
    /// The customers with at least one of these tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<CustomerTagId>,
}

/// The job that prepares a moment.
#[endpoint(part, reply_to(AddMomentTask))]
pub struct AddedMomentTask {
    /// The job, for [`GetMomentTaskResult`]; its result is kept for 24 hours.
    pub jobid: JobId,
}

/// Returns the progress and result of preparing a moment of the corporation.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_task_result", title = "获取任务创建结果",
    doc = "https://developer.work.weixin.qq.com/document/path/95094",
    scope(work), reply = MomentTaskResult, call = moments.task_result)]
pub struct GetMomentTaskResult {
    /// The job to look up.
    pub jobid: JobId,
}

/// The progress and result of preparing a moment.
#[endpoint(part, reply_to(GetMomentTaskResult))]
pub struct MomentTaskResult {
    /// How far the job is.
    pub status: MomentTaskStatus,
    /// Kind of the job: `add_moment_task`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The result, once the job is done.
    pub result: Option<MomentTaskOutcome>,
}

int_enum! {
    /// How far a job is.
    pub enum MomentTaskStatus {
        /// The job has been accepted.
        Started = 1,
        /// The job is running.
        Running = 2,
        /// The job is over.
        Done = 3,
    }
}

/// The result of preparing a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentTaskOutcome {
    /// 0, or the code of the error.
    pub errcode: Option<i64>,
    /// The error in words.
    pub errmsg: Option<String>,
    /// The new moment.
    pub moment_id: Option<MomentId>,
    /// Members and departments that cannot publish it.
    pub invalid_sender_list: Option<MomentSenders>,
    /// Tags that do not exist.
    pub invalid_external_contact_list: Option<MomentReaders>,
}

/// Stops a moment of the corporation; members who have not published it yet no longer can.
#[endpoint(POST "/cgi-bin/externalcontact/cancel_moment_task", title = "停止发表企业朋友圈",
    doc = "https://developer.work.weixin.qq.com/document/path/97612",
    scope(work), retry = safe, call = moments.cancel_task)]
pub struct CancelMomentTask {
    /// The moment to stop.
    pub moment_id: MomentId,
}
