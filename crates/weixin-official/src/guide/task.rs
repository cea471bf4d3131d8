//! Tasks of guides: messages to send to customers (群发任务管理).

use crate::guide::GuidesHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, MediaId, OpenId};

use super::{GuideMessageKind, GuideName};

weixin_api::integer_id! {
    /// A task of a guide: messages to send to customers (群发任务, task_id).
    GuideTaskId(u64)
}

/// Creates a task that asks a guide to send messages to customers (群发任务).
///
/// The guide sends them with a tap. A long list of customers is split into several tasks.
#[endpoint(POST "/cgi-bin/guide/addguidemassendjob", title = "添加群发任务",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.addGuideMassendJob.html",
    scope(official), reply = AddedGuideTasks, call = guides.add_task)]
pub struct AddGuideTask {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The name of the task, up to 16 characters.
    pub task_name: String,
    /// A remark, up to 100 characters.
    pub task_remark: Option<String>,
    /// When the guide is asked to send: within a month.
    pub push_time: Timestamp,
    /// The customers.
    pub openid: Vec<OpenId>,
    /// The messages to send, up to 3.
    pub material: Vec<TaskMaterial>,
}

/// A message to send.
#[endpoint(part)]
pub struct TaskMaterial {
    /// The type of the message; the fields that belong to it are given.
    #[serde(rename = "type")]
    pub kind: GuideMessageKind,
    /// The text, up to 300 bytes.
    pub word: Option<String>,
    /// The picture, or that of the card, uploaded as temporary media.
    pub media_id: Option<MediaId>,
    /// The Mini Program of the card, which must be linked to the account (40168 otherwise).
    pub appid: Option<AppId>,
    /// The title of the card, up to 35 characters.
    pub title: Option<String>,
    /// The page that the card opens.
    pub path: Option<String>,
    /// The address of the picture. Only in replies.
    pub pic_url: Option<String>,
}

impl TaskMaterial {
    /// A text of up to 300 bytes.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(GuideMessageKind::Text).word(text)
    }

    /// A picture, uploaded as temporary media.
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

/// The reply to created tasks.
#[endpoint(part, reply_to(AddGuideTask))]
pub struct AddedGuideTasks {
    /// The tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_result: Vec<AddedGuideTask>,
}

/// A created task.
#[endpoint(part)]
pub struct AddedGuideTask {
    /// The id of the task.
    pub task_id: GuideTaskId,
    /// The customers of this task.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
}

/// Returns the tasks of a guide.
#[endpoint(POST "/cgi-bin/guide/getguidemassendjoblist", title = "获取群发任务列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.getGuideMassendJobList.html",
    scope(official), retry = safe, reply = GuideTasks, call = guides.tasks)]
pub struct GetGuideTasks {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// Returns only tasks in one of these states. Empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_status: Vec<GuideTaskStatus>,
    /// How many tasks to skip. `None`: 0.
    pub offset: Option<u32>,
    /// How many tasks to return. `None`: 50.
    pub limit: Option<u32>,
}

/// Tasks of a guide.
#[endpoint(part, reply_to(GetGuideTasks))]
pub struct GuideTasks {
    /// The tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<GuideTask>,
    /// How many tasks match in all.
    pub total_count: Option<u64>,
}

/// A task of a guide.
#[endpoint(part)]
pub struct GuideTask {
    /// The id of the task.
    pub task_id: GuideTaskId,
    /// The WeChat name of the guide, if they were added by it.
    pub guide_account: Option<String>,
    /// The openid of the guide, if they were added by it.
    pub guide_openid: Option<OpenId>,
    /// The name of the task, up to 16 characters.
    pub task_name: String,
    /// A remark, up to 100 characters.
    pub task_remark: Option<String>,
    /// The state of the task.
    pub task_status: GuideTaskStatus,
    /// The messages to send, up to 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub material: Vec<TaskMaterial>,
    /// The customers, with the outcome for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buyer_info: Vec<TaskCustomer>,
    /// When the guide is asked to send.
    pub push_time: Option<Timestamp>,
    /// When the task was done; 0 if it is not.
    pub finish_time: Option<Timestamp>,
    /// When the task was created.
    pub create_time: Option<Timestamp>,
    /// When the task was last changed.
    pub update_time: Option<Timestamp>,
}

int_enum! {
    /// The state of a task (任务状态).
    pub enum GuideTaskStatus {
        /// It has not begun (待执行).
        Waiting = 1,
        /// It is being carried out (执行中).
        Running = 2,
        /// It is done (已完成).
        Done = 3,
        /// It was canceled (已取消).
        Cancelled = 4,
    }
}

/// A customer of a task.
#[endpoint(part)]
pub struct TaskCustomer {
    /// The customer to send to.
    pub openid: OpenId,
    /// Whether the messages were sent.
    pub send_status: TaskSendStatus,
}

int_enum! {
    /// Whether the messages of a task were sent to a customer (发送状态).
    pub enum TaskSendStatus {
        /// They have not been sent yet (待发送).
        Waiting = 1,
        /// They were sent (发送成功).
        Sent = 2,
        /// Not sent: the customer does not follow the account (未关注).
        NotFollowing = 3,
        /// Not sent: no messages to the customer are left (达到上限).
        NoQuota = 4,
        /// Not sent: the platform failed (发送失败).
        Failed = 5,
    }
}

/// Returns a task of a guide.
#[endpoint(POST "/cgi-bin/guide/getguidemassendjob", title = "获取指定群发任务信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.getGuideMassendJob.html",
    scope(official), retry = safe, reply = OneGuideTask, call = guides.task)]
pub struct GetGuideTask {
    /// The task.
    pub task_id: GuideTaskId,
}

/// The reply with a task.
#[endpoint(part, reply_to(GetGuideTask))]
pub struct OneGuideTask {
    /// The task.
    pub job: GuideTask,
}

/// Changes a task that has not begun; fields that are left out stay as they are.
#[endpoint(POST "/cgi-bin/guide/updateguidemassendjob", title = "修改群发任务",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.updateGuideMassendJob.html",
    scope(official), retry = safe, call = guides.update_task)]
pub struct UpdateGuideTask {
    /// The task to change.
    pub task_id: GuideTaskId,
    /// The name of the task, up to 16 characters.
    pub task_name: Option<String>,
    /// A remark, up to 100 characters.
    pub task_remark: Option<String>,
    /// When the guide is asked to send: within a month.
    pub push_time: Option<Timestamp>,
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
    /// The messages to send, up to 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub material: Vec<TaskMaterial>,
}

/// Cancels a task.
#[endpoint(POST "/cgi-bin/guide/cancelguidemassendjob", title = "取消群发任务",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/task-account/shopping-guide.cancelGuideMassendJob.html",
    scope(official), retry = safe, call = guides.cancel_task)]
pub struct CancelGuideTask {
    /// The task to cancel.
    pub task_id: GuideTaskId,
}
