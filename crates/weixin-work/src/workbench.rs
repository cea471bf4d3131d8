//! What an app shows on the workbench (工作台自定义展示). `/cgi-bin/agent/*workbench*`

use weixin_api::{AgentId, StringEnum, endpoint, group};
use weixin_protocol::UserId;

group! {
    /// What the app shows on the workbench (工作台自定义展示).
    workbench: [SetWorkbenchTemplate, GetWorkbenchTemplate, SetWorkbenchData, BatchSetWorkbenchData]
}

/// Chooses the form in which the app stands on the workbench, and what everybody is shown who has
/// nothing of their own.
#[endpoint(POST "/cgi-bin/agent/set_workbench_template", title = "设置应用在工作台展示的模版",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe, call = workbench.set_template)]
pub struct SetWorkbenchTemplate {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The form, and what is shown.
    #[serde(flatten)]
    pub content: WorkbenchContent,
    /// Whether what single members are shown is replaced.
    pub replace_user_data: Option<bool>,
}

/// A form, and what is shown in it.
#[endpoint(part)]
pub struct WorkbenchContent {
    /// The form; the field of its name says what is shown.
    #[serde(rename = "type")]
    pub kind: WorkbenchKind,
    /// Up to four numbers.
    pub keydata: Option<WorkbenchNumbers>,
    /// A picture.
    pub image: Option<WorkbenchImage>,
    /// Up to three lines.
    pub list: Option<WorkbenchLines>,
    /// A page.
    pub webview: Option<WorkbenchPage>,
}

/// A form of an app on the workbench.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum WorkbenchKind {
    /// An icon, as every other app.
    Normal,
    /// Numbers.
    KeyData,
    /// A picture.
    Image,
    /// Lines.
    List,
    /// A page.
    Webview,
    /// A value that this version does not know.
    Other(String),
}

/// Numbers.
#[endpoint(part)]
pub struct WorkbenchNumbers {
    /// Up to four.
    #[serde(default)]
    pub items: Vec<WorkbenchNumber>,
}

/// A number.
#[endpoint(part)]
pub struct WorkbenchNumber {
    /// What it counts.
    pub key: Option<String>,
    /// The number.
    pub data: String,
    /// The page it leads to; the app's own if left out.
    pub jump_url: Option<String>,
    /// The page of the Mini Program it leads to.
    pub pagepath: Option<String>,
}

/// A picture.
#[endpoint(part)]
pub struct WorkbenchImage {
    /// Its address; best 3.35 times as wide as high.
    pub url: Option<String>,
    /// The page it leads to; the app's own if left out.
    pub jump_url: Option<String>,
    /// The page of the Mini Program it leads to.
    pub pagepath: Option<String>,
}

/// Lines.
#[endpoint(part)]
pub struct WorkbenchLines {
    /// Up to three.
    #[serde(default)]
    pub items: Vec<WorkbenchLine>,
}

/// A line.
#[endpoint(part)]
pub struct WorkbenchLine {
    /// What it says: up to 128 bytes.
    pub title: String,
    /// The page it leads to; the app's own if left out.
    pub jump_url: Option<String>,
    /// The page of the Mini Program it leads to.
    pub pagepath: Option<String>,
}

/// A page shown on the workbench.
#[endpoint(part)]
pub struct WorkbenchPage {
    /// Its address.
    pub url: Option<String>,
    /// The page it leads to; the app's own if left out.
    pub jump_url: Option<String>,
    /// The page of the Mini Program it leads to.
    pub pagepath: Option<String>,
    /// How high it is: `single_row` or `double_row`.
    pub height: Option<String>,
    /// Whether the app's name above it is left out.
    pub hide_title: Option<bool>,
    /// Whether it is told of taps itself.
    pub enable_webview_click: Option<bool>,
}

/// Gives the form in which the app stands on the workbench.
#[endpoint(POST "/cgi-bin/agent/get_workbench_template", title = "获取应用在工作台展示的模版",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe, reply = WorkbenchTemplate, call = workbench.template)]
pub struct GetWorkbenchTemplate {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// The form in which an app stands on the workbench.
#[endpoint(part, reply_to(GetWorkbenchTemplate))]
pub struct WorkbenchTemplate {
    /// The form, and what is shown.
    #[serde(flatten)]
    pub content: WorkbenchContent,
    /// Whether what single members are shown was replaced.
    pub replace_user_data: Option<bool>,
}

/// Shows something to a member.
#[endpoint(POST "/cgi-bin/agent/set_workbench_data", title = "设置应用在用户工作台展示的数据",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe, call = workbench.show)]
pub struct SetWorkbenchData {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The member.
    pub userid: UserId,
    /// What is shown; its form must be the one of the template.
    #[serde(flatten)]
    pub content: WorkbenchContent,
}

/// Shows something to up to 1,000 members.
#[endpoint(POST "/cgi-bin/agent/batch_set_workbench_data",
    title = "批量设置应用在用户工作台展示的数据",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe, call = workbench.show_many)]
pub struct BatchSetWorkbenchData {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The members.
    pub userid_list: Vec<UserId>,
    /// What is shown; its form must be the one of the template.
    pub data: WorkbenchContent,
}
