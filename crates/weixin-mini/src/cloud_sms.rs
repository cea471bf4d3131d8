//! Short messages of cloud development (云开发短信). `/tcb/sendsms*`

use weixin_api::{StringEnum, endpoint, group};

use crate::ids::EnvironmentId;

group! {
    /// Short messages of cloud development (云开发短信).
    cloud_sms: [SendCloudSms, SendCloudSmsWithLink, CreateSmsTask, GetCloudSmsRecords]
}

weixin_api::string_id! {
    /// A template of short messages (短信模板 ID).
    SmsTemplateId
    /// A task that sends short messages (短信任务 ID, query_id).
    SmsTaskId
    /// A request to Tencent Cloud (RequestId), for its support.
    CloudRequestId
}

/// Sends a short message to up to 1,000 numbers.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::cloud_sms::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let numbers = ["+8613800138000".to_owned()];
/// let sent = wx
///     .cloud_sms()
///     .send(("prod-0a1b2c", numbers, SmsType::Notification))
///     .with(|sms| sms.template_id("844110").template_param_list(["42".to_owned()]))
///     .await?;
/// for result in sent.send_status_list {
///     println!("{:?}: {:?}", result.phone_number, result.code);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/tcb/sendsms", title = "发送短信",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.sendSms.html",
    scope(mini), reply = CloudSmsStatus, call = cloud_sms.send)]
pub struct SendCloudSms {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The telephone numbers, with `+86` in front: up to 1,000.
    pub phone_number_list: Vec<String>,
    /// The type of the message.
    pub sms_type: SmsType,
    /// The text of a marketing message: up to 30 characters.
    pub content: Option<String>,
    /// The path of the static site (静态网站) that the link in the message opens.
    pub path: Option<String>,
    /// The template; for [`SmsType::Notification`].
    pub template_id: Option<SmsTemplateId>,
    /// The values of the template's placeholders, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_param_list: Vec<String>,
}

/// The type of a short message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SmsType {
    /// Advertising (营销短信).
    #[string_enum(rename = "Marketing")]
    Marketing,
    /// A notice from a template (通知短信).
    #[string_enum(rename = "Notification")]
    Notification,
    /// A value that this version does not know.
    Other(String),
}

/// Sends a short message that contains a URL Link of the Mini Program to up to 1,000 numbers.
#[endpoint(POST "/tcb/sendsmsv2", title = "发送携带 URL Link 的短信",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.sendSmsV2.html",
    scope(mini), reply = CloudSmsStatus, call = cloud_sms.send_link)]
pub struct SendCloudSmsWithLink {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The URL Link, as `GenerateUrlLink` creates it.
    pub url_link: String,
    /// The template; the platform's default if left out.
    pub template_id: Option<SmsTemplateId>,
    /// The values of the template's placeholders, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_param_list: Vec<String>,
    /// The telephone numbers, with `+86` in front: up to 1,000.
    pub phone_number_list: Vec<String>,
}

/// The result of sending a short message.
#[endpoint(part, reply_to(SendCloudSms, SendCloudSmsWithLink))]
pub struct CloudSmsStatus {
    /// The result for each number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub send_status_list: Vec<CloudSmsResult>,
}

/// The result of sending to one number.
#[endpoint(part)]
pub struct CloudSmsResult {
    /// The serial number of the message at the carrier's gateway.
    pub serial_no: Option<String>,
    /// The receiver's number.
    pub phone_number: Option<String>,
    /// `Ok`, or the code of the failure.
    pub code: Option<String>,
    /// The reason of the failure in words.
    pub message: Option<String>,
    /// The receiver's country, such as `CN`.
    pub iso_code: Option<String>,
}

/// Creates a task that sends the short messages listed in a file.
#[endpoint(POST "/tcb/createsendsmstask", title = "创建发短信任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.createSendSmsTask.html",
    scope(mini), reply = CloudSmsTask, call = cloud_sms.create_task)]
pub struct CreateSmsTask {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The address of a CSV file with the numbers and the values of the template.
    pub file_url: String,
    /// The template of the message (短信模板).
    pub template_id: Option<SmsTemplateId>,
    /// Whether the messages contain a URL Link of the Mini Program.
    pub is_use_url_link: Option<bool>,
}

/// A task that sends short messages.
#[endpoint(part, reply_to(CreateSmsTask))]
pub struct CloudSmsTask {
    /// The task, for [`CloudSmsQuery::query_id`].
    pub query_id: SmsTaskId,
}

/// Returns a page of the short messages sent in the last two months.
#[endpoint(POST "/tcb/describesmsrecords", title = "查询 2 个月内的短信记录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.describeSmsRecords.html",
    scope(mini), retry = safe, reply = CloudSmsRecords, call = cloud_sms.records)]
pub struct GetCloudSmsRecords {
    /// The conditions and the page.
    #[serde(rename = "PostData")]
    pub query: CloudSmsQuery,
}

/// The conditions that short messages must meet.
#[endpoint(part)]
pub struct CloudSmsQuery {
    /// The cloud environment.
    #[serde(rename = "EnvId")]
    pub env_id: EnvironmentId,
    /// The first day: `2020-08-01`.
    #[serde(rename = "StartDate")]
    pub start_date: String,
    /// The last day, written like the first.
    #[serde(rename = "EndDate")]
    pub end_date: String,
    /// Only messages to this telephone number.
    #[serde(rename = "Mobile")]
    pub mobile: Option<String>,
    /// Only messages of this task.
    #[serde(rename = "QueryId")]
    pub query_id: Option<SmsTaskId>,
    /// The page number.
    #[serde(rename = "PageNumber")]
    pub page_number: Option<u32>,
    /// The number of messages on a page.
    #[serde(rename = "PageSize")]
    pub page_size: Option<u32>,
}

/// A page of sent short messages.
#[endpoint(part, reply_to(GetCloudSmsRecords))]
pub struct CloudSmsRecords {
    /// The page, as Tencent Cloud returns it.
    #[serde(rename = "Response")]
    pub page: CloudSmsPage,
}

/// A page of sent short messages, as Tencent Cloud returns it.
#[endpoint(part)]
pub struct CloudSmsPage {
    /// The messages on this page.
    #[serde(rename = "SmsRecords", default, skip_serializing_if = "Vec::is_empty")]
    pub sms_records: Vec<CloudSmsRecord>,
    /// The number of messages on all pages.
    #[serde(rename = "TotalCount")]
    pub total_count: Option<u64>,
    /// The number of the request, for Tencent Cloud's support.
    #[serde(rename = "RequestId")]
    pub request_id: Option<CloudRequestId>,
}

/// A sent short message.
#[endpoint(part)]
pub struct CloudSmsRecord {
    /// The receiver's telephone number.
    #[serde(rename = "Mobile")]
    pub mobile: Option<String>,
    /// The text of the message.
    #[serde(rename = "Content")]
    pub content: Option<String>,
    /// The length of the text in characters.
    #[serde(rename = "ContentSize")]
    pub content_size: Option<u64>,
    /// The number of messages that are billed.
    #[serde(rename = "Fee")]
    pub fee: Option<i64>,
    /// When the message was created, as text.
    #[serde(rename = "CreateTime")]
    pub create_time: Option<String>,
    /// When the message was received, as text.
    #[serde(rename = "ReceivedTime")]
    pub received_time: Option<String>,
    /// The state of the delivery, in the words of the carrier.
    #[serde(rename = "Status")]
    pub status: Option<String>,
    /// A remark on the delivery.
    #[serde(rename = "Remarks")]
    pub remarks: Option<String>,
}
