//! What an app shows on the workbench (工作台自定义展示). `/cgi-bin/agent/*workbench*`

use serde::{Deserialize, Serialize};
use weixin_api::{AgentId, Call, Caller, On, endpoint, endpoints};
use weixin_protocol::UserId;

endpoints![SetWorkbenchTemplate, GetWorkbenchTemplate, SetWorkbenchData, BatchSetWorkbenchData];

/// Chooses the form in which the app stands on the workbench, and what everybody is shown who has
/// nothing of their own. `POST /cgi-bin/agent/set_workbench_template`
#[endpoint(POST "/cgi-bin/agent/set_workbench_template", title = "设置应用在工作台展示的模版",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe)]
pub struct SetWorkbenchTemplate {
    /// The app; the account's own if left out.
    #[fill(agent)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
    /// Something this version does not know.
    #[serde(untagged)]
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
/// `POST /cgi-bin/agent/get_workbench_template`
#[endpoint(POST "/cgi-bin/agent/get_workbench_template", title = "获取应用在工作台展示的模版",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe, reply = WorkbenchTemplate)]
pub struct GetWorkbenchTemplate {
    /// The app; the account's own if left out.
    #[fill(agent)]
    pub agentid: Option<AgentId>,
}

/// The form in which an app stands on the workbench.
#[endpoint(part)]
pub struct WorkbenchTemplate {
    /// The form, and what is shown.
    #[serde(flatten)]
    pub content: WorkbenchContent,
    /// Whether what single members are shown was replaced.
    pub replace_user_data: Option<bool>,
}

/// Shows something to a member. `POST /cgi-bin/agent/set_workbench_data`
#[endpoint(POST "/cgi-bin/agent/set_workbench_data", title = "设置应用在用户工作台展示的数据",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe)]
pub struct SetWorkbenchData {
    /// The app; the account's own if left out.
    #[fill(agent)]
    pub agentid: Option<AgentId>,
    /// The member.
    pub userid: UserId,
    /// What is shown; its form must be the one of the template.
    #[serde(flatten)]
    pub content: WorkbenchContent,
}

/// Shows something to up to 1,000 members. `POST /cgi-bin/agent/batch_set_workbench_data`
#[endpoint(POST "/cgi-bin/agent/batch_set_workbench_data",
    title = "批量设置应用在用户工作台展示的数据",
    doc = "https://developer.work.weixin.qq.com/document/path/92535",
    scope(work), retry = safe)]
pub struct BatchSetWorkbenchData {
    /// The app; the account's own if left out.
    #[fill(agent)]
    pub agentid: Option<AgentId>,
    /// The members.
    pub userid_list: Vec<UserId>,
    /// What is shown; its form must be the one of the template.
    pub data: WorkbenchContent,
}

/// The group as a client has it: `wx.workbench()`.
#[derive(Debug)]
pub struct Workbench<'c, C: ?Sized>(&'c C);

/// Gives a client `workbench()`.
pub trait WorkbenchApi: Caller {
    /// What the app shows on the workbench (工作台自定义展示).
    fn workbench(&self) -> Workbench<'_, Self> {
        Workbench(self)
    }
}

impl<C: Caller + ?Sized> WorkbenchApi for C where SetWorkbenchTemplate: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Workbench<'c, C> {
    /// Chooses the form; see [`SetWorkbenchTemplate`].
    pub fn set_template(
        &self,
        content: impl Into<WorkbenchContent>,
    ) -> Call<'c, C, SetWorkbenchTemplate> {
        Call::new(self.0, SetWorkbenchTemplate::new(content))
    }

    /// The form; see [`GetWorkbenchTemplate`].
    pub fn template(&self) -> Call<'c, C, GetWorkbenchTemplate> {
        Call::new(self.0, GetWorkbenchTemplate::new())
    }

    /// Shows something to a member; see [`SetWorkbenchData`].
    pub fn show(
        &self,
        userid: impl Into<UserId>,
        content: impl Into<WorkbenchContent>,
    ) -> Call<'c, C, SetWorkbenchData> {
        Call::new(self.0, SetWorkbenchData::new(userid, content))
    }

    /// Shows something to members; see [`BatchSetWorkbenchData`].
    pub fn show_many(
        &self,
        userid_list: impl Into<Vec<UserId>>,
        data: impl Into<WorkbenchContent>,
    ) -> Call<'c, C, BatchSetWorkbenchData> {
        Call::new(self.0, BatchSetWorkbenchData::new(userid_list, data))
    }
}
