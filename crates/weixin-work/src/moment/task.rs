//! Making moments that members are asked to publish.

use crate::moment::MomentsHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::{MediaId, UserId};

/// Asks members to publish a moment. It is prepared in the background: [`GetMomentTaskResult`].
///
/// A member is asked up to 3 times a day; a customer sees up to 4 moments of the corporation's a
/// month.
#[endpoint(POST "/cgi-bin/externalcontact/add_moment_task", title = "创建发表任务",
    doc = "https://developer.work.weixin.qq.com/document/path/95094",
    scope(work), reply = AddedMomentTask, call = moments.add_task)]
pub struct AddMomentTask {
    /// The text; it or an attachment has to be there.
    pub text: Option<NewMomentText>,
    /// Up to 9 pictures, one video or one page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<MomentAttachment>,
    /// Who publishes it, and who sees it; everybody if left out.
    pub visible_range: Option<MomentRange>,
}

/// The text of a new moment.
#[endpoint(part)]
pub struct NewMomentText {
    /// The text: up to 2,000 characters.
    pub content: String,
}

/// A picture, a video or a page in a new moment.
#[endpoint(part)]
pub struct MomentAttachment {
    /// Which of them: `image`, `video` or `link`.
    pub msgtype: String,
    /// The picture.
    pub image: Option<MomentImage>,
    /// The video: up to 30 seconds and 10 MB.
    pub video: Option<MomentImage>,
    /// The page.
    pub link: Option<NewMomentLink>,
}

/// An uploaded file.
#[endpoint(part)]
pub struct MomentImage {
    /// The file, uploaded for moments: `upload_attachment`.
    pub media_id: MediaId,
}

/// A page in a new moment.
#[endpoint(part)]
pub struct NewMomentLink {
    /// The title: up to 64 bytes.
    pub title: Option<String>,
    /// Its address: up to 1,024 bytes.
    pub url: String,
    /// The picture, uploaded for moments.
    pub media_id: Option<MediaId>,
}

/// Who publishes a moment, and who sees it.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentRange {
    /// The members who publish it.
    pub sender_list: Option<MomentSenders>,
    /// The customers who see it.
    pub external_contact_list: Option<MomentReaders>,
}

/// The members who publish a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentSenders {
    /// Members: up to 100,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<u64>,
}

/// The customers who see a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentReaders {
    /// Those with one of these tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<String>,
}

/// A moment that is being prepared.
#[endpoint(part, reply_to(AddMomentTask))]
pub struct AddedMomentTask {
    /// The job, for [`GetMomentTaskResult`]; it is known for 24 hours.
    pub jobid: String,
}

/// Says how far the preparation of a moment is.
#[endpoint(POST "/cgi-bin/externalcontact/get_moment_task_result", title = "获取任务创建结果",
    doc = "https://developer.work.weixin.qq.com/document/path/95094",
    scope(work), reply = MomentTaskResult, call = moments.task_result)]
pub struct GetMomentTaskResult {
    /// The job.
    pub jobid: String,
}

/// How far the preparation of a moment is.
#[endpoint(part, reply_to(GetMomentTaskResult))]
pub struct MomentTaskResult {
    /// How far it is.
    pub status: MomentTaskStatus,
    /// What is prepared: `add_moment_task`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// What became of it.
    pub result: Option<MomentTaskOutcome>,
}

int_enum! {
    /// How far a job is.
    pub enum MomentTaskStatus {
        /// It has begun.
        Started = 1,
        /// It goes on.
        Running = 2,
        /// It is over.
        Done = 3,
    }
}

/// What became of a moment.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentTaskOutcome {
    /// 0, or what went wrong.
    pub errcode: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
    /// The moment.
    pub moment_id: Option<String>,
    /// Members and departments who cannot publish it.
    pub invalid_sender_list: Option<MomentSenders>,
    /// Tags that do not exist.
    pub invalid_external_contact_list: Option<MomentReaders>,
}

/// Stops a moment; members who have not published it yet cannot any more.
#[endpoint(POST "/cgi-bin/externalcontact/cancel_moment_task", title = "停止发表企业朋友圈",
    doc = "https://developer.work.weixin.qq.com/document/path/97612",
    scope(work), retry = safe, call = moments.cancel_task)]
pub struct CancelMomentTask {
    /// The moment.
    pub moment_id: String,
}
