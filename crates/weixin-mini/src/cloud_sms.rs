//! Short messages of the cloud (云开发短信). `/tcb/sendsms*`

use weixin_api::{endpoint, group};

group! {
    /// Short messages of the cloud (云开发短信).
    cloud_sms: [SendCloudSms, SendCloudSmsWithLink, CreateSmsTask, GetCloudSmsRecords]
}

/// Sends a short message to up to 1,000 numbers.
#[endpoint(POST "/tcb/sendsms", title = "发送短信",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.sendSms.html",
    scope(mini), reply = CloudSmsStatus, call = cloud_sms.send)]
pub struct SendCloudSms {
    /// The environment.
    pub env: String,
    /// The numbers, with `+86` in front.
    pub phone_number_list: Vec<String>,
    /// What it is: `Marketing` or `Notification`.
    pub sms_type: String,
    /// What it says, for marketing: up to 30 characters.
    pub content: Option<String>,
    /// The page of the static site that it opens.
    pub path: Option<String>,
    /// The template, for notifications.
    pub template_id: Option<String>,
    /// The values of the template.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_param_list: Vec<String>,
}

/// Sends a short message with a link to the Mini Program to up to 1,000 numbers.
#[endpoint(POST "/tcb/sendsmsv2", title = "发送携带 URL Link 的短信",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.sendSmsV2.html",
    scope(mini), reply = CloudSmsStatus, call = cloud_sms.send_link)]
pub struct SendCloudSmsWithLink {
    /// The environment.
    pub env: String,
    /// The link.
    pub url_link: String,
    /// The template.
    pub template_id: Option<String>,
    /// The values of the template.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_param_list: Vec<String>,
    /// The numbers, with `+86` in front.
    pub phone_number_list: Vec<String>,
}

/// What became of a short message.
#[endpoint(part, reply_to(SendCloudSms, SendCloudSmsWithLink))]
pub struct CloudSmsStatus {
    /// For each number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub send_status_list: Vec<CloudSmsResult>,
}

/// What became of a short message to one number.
#[endpoint(part)]
pub struct CloudSmsResult {
    /// What the message is known by.
    pub serial_no: Option<String>,
    /// The number.
    pub phone_number: Option<String>,
    /// `Ok`, or why it failed.
    pub code: Option<String>,
    /// Why it failed, in words.
    pub message: Option<String>,
    /// The country.
    pub iso_code: Option<String>,
}

/// Sends the short messages that a file lists.
#[endpoint(POST "/tcb/createsendsmstask", title = "创建发短信任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.createSendSmsTask.html",
    scope(mini), reply = CloudSmsTask, call = cloud_sms.create_task)]
pub struct CreateSmsTask {
    /// The environment.
    pub env: String,
    /// The file: CSV, with numbers and values.
    pub file_url: String,
    /// The template.
    pub template_id: Option<String>,
    /// Whether a link stands in it.
    pub is_use_url_link: Option<bool>,
}

/// A task that sends short messages.
#[endpoint(part, reply_to(CreateSmsTask))]
pub struct CloudSmsTask {
    /// The task.
    pub query_id: String,
}

/// Gives a page of the short messages of the last two months.
#[endpoint(POST "/tcb/describesmsrecords", title = "查询 2 个月内的短信记录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/cloudbase/cloudbase.describeSmsRecords.html",
    scope(mini), retry = safe, reply = CloudSmsRecords, call = cloud_sms.records)]
pub struct GetCloudSmsRecords {
    /// Which ones.
    #[serde(rename = "PostData")]
    pub query: CloudSmsQuery,
}

/// Which short messages.
#[endpoint(part)]
pub struct CloudSmsQuery {
    /// The environment.
    #[serde(rename = "EnvId")]
    pub env_id: String,
    /// The first day: `2020-08-01`.
    #[serde(rename = "StartDate")]
    pub start_date: String,
    /// The last day.
    #[serde(rename = "EndDate")]
    pub end_date: String,
    /// Only those to this number.
    #[serde(rename = "Mobile")]
    pub mobile: Option<String>,
    /// Only those of this task.
    #[serde(rename = "QueryId")]
    pub query_id: Option<String>,
    /// Which page.
    #[serde(rename = "PageNumber")]
    pub page_number: Option<u32>,
    /// How many.
    #[serde(rename = "PageSize")]
    pub page_size: Option<u32>,
}

/// A page of the short messages.
#[endpoint(part, reply_to(GetCloudSmsRecords))]
pub struct CloudSmsRecords {
    /// The page.
    #[serde(rename = "Response")]
    pub page: CloudSmsPage,
}

/// A page of the short messages.
#[endpoint(part)]
pub struct CloudSmsPage {
    /// The messages.
    #[serde(rename = "SmsRecords", default, skip_serializing_if = "Vec::is_empty")]
    pub sms_records: Vec<CloudSmsRecord>,
    /// How many there are.
    #[serde(rename = "TotalCount")]
    pub total_count: Option<u64>,
    /// What the call is known by.
    #[serde(rename = "RequestId")]
    pub request_id: Option<String>,
}

/// A short message that was sent.
#[endpoint(part)]
pub struct CloudSmsRecord {
    /// The number.
    #[serde(rename = "Mobile")]
    pub mobile: Option<String>,
    /// What it said.
    #[serde(rename = "Content")]
    pub content: Option<String>,
    /// How long it was.
    #[serde(rename = "ContentSize")]
    pub content_size: Option<u64>,
    /// How many messages it is paid as.
    #[serde(rename = "Fee")]
    pub fee: Option<i64>,
    /// When it was made.
    #[serde(rename = "CreateTime")]
    pub create_time: Option<String>,
    /// When it arrived.
    #[serde(rename = "ReceivedTime")]
    pub received_time: Option<String>,
    /// What became of it.
    #[serde(rename = "Status")]
    pub status: Option<String>,
    /// A note.
    #[serde(rename = "Remarks")]
    pub remarks: Option<String>,
}
