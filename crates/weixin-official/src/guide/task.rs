//! What guides are asked to send (群发任务管理).

use crate::guide::GuidesHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, MediaId, OpenId};

use super::{GuideMessageKind, GuideName};

/// Asks a guide to send something to customers.
///
/// The guide sends it with a tap. A list of many customers becomes several tasks.
#[endpoint(POST "/cgi-bin/guide/addguidemassendjob", title = "添加群发任务",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.addGuideMassendJob.html",
    scope(official), reply = AddedGuideTasks, call = guides.add_task)]
pub struct AddGuideTask {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The name of the task: up to 16 characters.
    pub task_name: String,
    /// A remark: up to 100 characters.
    pub task_remark: Option<String>,
    /// When the guide is asked: within a month.
    pub push_time: Timestamp,
    /// The customers.
    pub openid: Vec<OpenId>,
    /// What to send: up to 3.
    pub material: Vec<TaskMaterial>,
}

/// What is to be sent.
#[endpoint(part)]
pub struct TaskMaterial {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: GuideMessageKind,
    /// The text: up to 300 bytes.
    pub word: Option<String>,
    /// The picture, or that of the card; an uploaded file that lives three days.
    pub media_id: Option<MediaId>,
    /// The Mini Program of the card, linked to the account (40168).
    pub appid: Option<AppId>,
    /// The title of the card: up to 35 characters.
    pub title: Option<String>,
    /// The page of the card.
    pub path: Option<String>,
    /// In answers: the address of the picture.
    pub pic_url: Option<String>,
}

impl TaskMaterial {
    /// A text of up to 300 bytes.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(GuideMessageKind::Text).word(text)
    }

    /// A picture, an uploaded file that lives three days.
    pub fn image(media_id: impl Into<MediaId>) -> Self {
        Self::new(GuideMessageKind::Image).media_id(media_id)
    }

    /// A card of a Mini Program, with its title, its page and its picture.
    pub fn mini_program(
        appid: impl Into<AppId>,
        title: impl Into<String>,
        path: impl Into<String>,
        media_id: impl Into<MediaId>,
    ) -> Self {
        Self::new(GuideMessageKind::MiniProgram)
            .appid(appid)
            .title(title)
            .path(path)
            .media_id(media_id)
    }
}

/// The tasks that were made.
#[endpoint(part, reply_to(AddGuideTask))]
pub struct AddedGuideTasks {
    /// The tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_result: Vec<AddedGuideTask>,
}

/// A task that was made.
#[endpoint(part)]
pub struct AddedGuideTask {
    /// Its number.
    pub task_id: u64,
    /// Its customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
}

/// Gives the tasks of a guide.
#[endpoint(POST "/cgi-bin/guide/getguidemassendjoblist", title = "获取群发任务列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.getGuideMassendJobList.html",
    scope(official), retry = safe, reply = GuideTasks, call = guides.tasks)]
pub struct GetGuideTasks {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// Only tasks in one of these states; all if it is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_status: Vec<GuideTaskStatus>,
    /// Where to begin; 0 if left out.
    pub offset: Option<u32>,
    /// How many; 50 if left out.
    pub limit: Option<u32>,
}

/// Tasks of a guide.
#[endpoint(part, reply_to(GetGuideTasks))]
pub struct GuideTasks {
    /// The tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<GuideTask>,
    /// How many there are.
    pub total_count: Option<u64>,
}

/// A task of a guide.
#[endpoint(part)]
pub struct GuideTask {
    /// Its number.
    pub task_id: u64,
    /// The guide's WeChat name.
    pub guide_account: Option<String>,
    /// The guide's openid.
    pub guide_openid: Option<OpenId>,
    /// Its name.
    pub task_name: String,
    /// The remark.
    pub task_remark: Option<String>,
    /// What became of it.
    pub task_status: GuideTaskStatus,
    /// What is to be sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub material: Vec<TaskMaterial>,
    /// To whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buyer_info: Vec<TaskCustomer>,
    /// When the guide is asked.
    pub push_time: Option<Timestamp>,
    /// When it was done; 0 if it is not.
    pub finish_time: Option<Timestamp>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// When it was changed last.
    pub update_time: Option<Timestamp>,
}

int_enum! {
    /// What became of a task.
    pub enum GuideTaskStatus {
        /// Nothing yet.
        Waiting = 1,
        /// It was begun.
        Running = 2,
        /// It is done.
        Done = 3,
        /// It was called off.
        Cancelled = 4,
    }
}

/// A customer to whom something is to be sent.
#[endpoint(part)]
pub struct TaskCustomer {
    /// Who.
    pub openid: OpenId,
    /// Whether it was sent.
    pub send_status: TaskSendStatus,
}

int_enum! {
    /// Whether something was sent to a customer.
    pub enum TaskSendStatus {
        /// Not yet.
        Waiting = 1,
        /// It was.
        Sent = 2,
        /// No: they do not follow the account.
        NotFollowing = 3,
        /// No: they may not be sent any more.
        NoQuota = 4,
        /// No: the platform failed.
        Failed = 5,
    }
}

/// Tells about a task.
#[endpoint(POST "/cgi-bin/guide/getguidemassendjob", title = "获取指定群发任务信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.getGuideMassendJob.html",
    scope(official), retry = safe, reply = OneGuideTask, call = guides.task)]
pub struct GetGuideTask {
    /// The task.
    pub task_id: u64,
}

/// A task.
#[endpoint(part, reply_to(GetGuideTask))]
pub struct OneGuideTask {
    /// The task.
    pub job: GuideTask,
}

/// Changes a task that was not begun.
#[endpoint(POST "/cgi-bin/guide/updateguidemassendjob", title = "修改群发任务",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.updateGuideMassendJob.html",
    scope(official), retry = safe, call = guides.update_task)]
pub struct UpdateGuideTask {
    /// The task.
    pub task_id: u64,
    /// The name: up to 16 characters.
    pub task_name: Option<String>,
    /// A remark: up to 100 characters.
    pub task_remark: Option<String>,
    /// When the guide is asked: within a month.
    pub push_time: Option<Timestamp>,
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
    /// What to send: up to 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub material: Vec<TaskMaterial>,
}

/// Calls a task off.
#[endpoint(POST "/cgi-bin/guide/cancelguidemassendjob", title = "取消群发任务",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.cancelGuideMassendJob.html",
    scope(official), retry = safe, call = guides.cancel_task)]
pub struct CancelGuideTask {
    /// The task.
    pub task_id: u64,
}
