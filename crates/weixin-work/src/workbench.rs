//! What an app shows on the workbench (工作台自定义展示). `/cgi-bin/agent/*workbench*`

use serde_json::{Map, Value};
use weixin_api::{AgentId, StringEnum, TaggedEnum, endpoint, group};
use weixin_protocol::UserId;

group! {
    /// What the app shows on the workbench (工作台自定义展示).
    workbench: [SetWorkbenchTemplate, GetWorkbenchTemplate, SetWorkbenchData, BatchSetWorkbenchData]
}

/// Sets the form in which the app is shown on the workbench, and what members see for whom nothing
/// else was set.
///
/// Fails with 94001 when there is no such form, with 94003 and 94006 when there are too many
/// numbers and lines.
#[endpoint(POST "/cgi-bin/agent/set_workbench_template", title = "设置应用在工作台展示的模版",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe, call = workbench.set_template)]
pub struct SetWorkbenchTemplate {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The form, and what is shown in it.
    #[serde(flatten)]
    pub content: WorkbenchContent,
    /// Whether data set for single members is replaced.
    pub replace_user_data: Option<bool>,
}

/// A form on the workbench, and what is shown in it. A template may leave that out.
///
/// What is shown converts into the form: `WorkbenchImage::new().url("…").into()`.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "type", rename_all = "lowercase")]
#[non_exhaustive]
pub enum WorkbenchContent {
    /// The usual icon; it ends any other form.
    Normal,
    /// Key figures (关键数据型): up to four.
    #[tagged(from)]
    KeyData(Option<WorkbenchNumbers>),
    /// A picture (图片型).
    #[tagged(from)]
    Image(Option<WorkbenchImage>),
    /// A list (列表型): up to three lines.
    #[tagged(from)]
    List(Option<WorkbenchLines>),
    /// A web page (webview型).
    #[tagged(from)]
    Webview(Option<WorkbenchPage>),
    /// A kind that this version does not know, or content that it cannot read, with all its
    /// fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

/// Key figures.
#[endpoint(part)]
pub struct WorkbenchNumbers {
    /// The figures, up to four.
    #[serde(default)]
    pub items: Vec<WorkbenchNumber>,
}

/// A key figure.
#[endpoint(part)]
pub struct WorkbenchNumber {
    /// What the figure counts.
    pub key: Option<String>,
    /// The figure as it is shown.
    pub data: String,
    /// The page that a tap opens; the app's home page if left out.
    pub jump_url: Option<String>,
    /// The page of the Mini Program that a tap opens.
    pub pagepath: Option<String>,
}

/// A picture.
#[endpoint(part)]
pub struct WorkbenchImage {
    /// Address of the picture; the best ratio is 3.35 to 1.
    pub url: Option<String>,
    /// The page that a tap opens; the app's home page if left out.
    pub jump_url: Option<String>,
    /// The page of the Mini Program that a tap opens.
    pub pagepath: Option<String>,
}

/// A list on the workbench.
#[endpoint(part)]
pub struct WorkbenchLines {
    /// The lines, up to three.
    #[serde(default)]
    pub items: Vec<WorkbenchLine>,
}

/// A line of a list.
#[endpoint(part)]
pub struct WorkbenchLine {
    /// The text, up to 128 bytes.
    pub title: String,
    /// The page that a tap opens; the app's home page if left out.
    pub jump_url: Option<String>,
    /// The page of the Mini Program that a tap opens.
    pub pagepath: Option<String>,
}

/// A web page on the workbench.
#[endpoint(part)]
pub struct WorkbenchPage {
    /// Address of the page that is shown.
    pub url: Option<String>,
    /// The page that a tap opens; the app's home page if left out.
    pub jump_url: Option<String>,
    /// The page of the Mini Program that a tap opens.
    pub pagepath: Option<String>,
    /// Height of the page.
    pub height: Option<WorkbenchHeight>,
    /// Whether the title bar with the app's name is hidden.
    pub hide_title: Option<bool>,
    /// Whether the page handles taps itself, instead of opening `jump_url`.
    pub enable_webview_click: Option<bool>,
}

/// The height of a web page on the workbench.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WorkbenchHeight {
    /// The height of one row.
    SingleRow,
    /// The height of two rows.
    DoubleRow,
    /// A value that this version does not know.
    Other(String),
}

/// Returns the form in which the app is shown on the workbench.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let template = wx.workbench().template().await?;
/// println!("replaces what members were set: {:?}", template.replace_user_data);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/agent/get_workbench_template", title = "获取应用在工作台展示的模版",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe, reply = WorkbenchTemplate, call = workbench.template)]
pub struct GetWorkbenchTemplate {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// The form in which an app is shown on the workbench.
#[endpoint(part, reply_to(GetWorkbenchTemplate))]
pub struct WorkbenchTemplate {
    /// The form, and what is shown in it.
    #[serde(flatten)]
    pub content: WorkbenchContent,
    /// Whether data set for single members was replaced.
    pub replace_user_data: Option<bool>,
}

/// Sets what a member sees of the app on the workbench.
///
/// Fails with 94008 when the app has no form of its own on the workbench, with 94003 and 94006 when
/// there are too many numbers and lines.
#[endpoint(POST "/cgi-bin/agent/set_workbench_data", title = "设置应用在用户工作台展示的数据",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe, call = workbench.show)]
pub struct SetWorkbenchData {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The member who sees it.
    pub userid: UserId,
    /// What is shown; the form must be that of the template.
    #[serde(flatten)]
    pub content: WorkbenchContent,
}

/// Sets what up to 1,000 members see of the app on the workbench.
#[endpoint(POST "/cgi-bin/agent/batch_set_workbench_data",
    title = "批量设置应用在用户工作台展示的数据",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe, call = workbench.show_many)]
pub struct BatchSetWorkbenchData {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The members who see it: up to 1,000.
    pub userid_list: Vec<UserId>,
    /// What is shown; the form must be that of the template.
    pub data: WorkbenchContent,
}
