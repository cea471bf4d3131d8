//! The menu of an app (自定义菜单). `/cgi-bin/menu/*`

use weixin_api::{AgentId, Empty, StringEnum, endpoint, group};
use weixin_protocol::AppId;

group! {
    /// The menu of the app (自定义菜单).
    menu: [CreateMenu, GetMenu, DeleteMenu]
}

/// Creates the app's menu, replacing the current one.
///
/// Fails with 40016 when there are not 1 to 3 buttons, with 40023 when a button has not 1 to 5
/// below it, with 40022 when these have buttons too, with 40018, 40019 and 40020 when a name, key
/// or address is too long, with 40055 when the domain of an address is not allowed.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// wx.menu()
///     .create([
///         WorkButton::click("Today", "TODAY"),
///         WorkButton::sub("More", [WorkButton::view("Help", "https://app.example.com/help")]),
///     ])
///     .await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/menu/create", title = "创建菜单",
    doc = "https://developer.work.weixin.qq.com/document/path/90231",
    scope(work), retry = safe, reply = Empty, call = menu.create)]
pub struct CreateMenu {
    /// The app; that of the account if left out.
    #[query]
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// 1 to 3 buttons.
    pub button: Vec<WorkButton>,
}

/// Returns the app's menu.
///
/// Fails with 46003 when the app has no menu.
#[endpoint(GET "/cgi-bin/menu/get", title = "获取菜单",
    doc = "https://developer.work.weixin.qq.com/document/path/90232",
    scope(work), reply = WorkMenu, call = menu.get)]
pub struct GetMenu {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// Deletes the app's menu.
#[endpoint(GET "/cgi-bin/menu/delete", title = "删除菜单",
    doc = "https://developer.work.weixin.qq.com/document/path/90233",
    scope(work), reply = Empty, call = menu.delete)]
pub struct DeleteMenu {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// The menu of an app.
#[endpoint(part, reply_to(GetMenu))]
pub struct WorkMenu {
    /// The buttons, from left to right.
    #[serde(default)]
    pub button: Vec<WorkButton>,
}

/// A button of an app's menu. It either acts (`kind` and the fields that go with it) or opens
/// further buttons (`sub_button`).
#[endpoint(part)]
pub struct WorkButton {
    /// What a tap does; `None` for a button that only opens `sub_button`.
    #[serde(rename = "type")]
    pub kind: Option<WorkButtonKind>,
    /// The label: up to 16 bytes, in a sub-menu up to 40.
    pub name: String,
    /// The key that the event of a tap carries, up to 128 bytes; not for pages and Mini Programs.
    pub key: Option<String>,
    /// The page to open, up to 1,024 bytes, for [`WorkButtonKind::View`].
    pub url: Option<String>,
    /// The Mini Program to open, linked to the corporation.
    pub appid: Option<AppId>,
    /// The page of the Mini Program.
    pub pagepath: Option<String>,
    /// Up to 5 further buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_button: Vec<WorkButton>,
}

/// What a tap on a button does.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WorkButtonKind {
    /// Sends a `click` event with the key.
    Click,
    /// Opens a web page.
    View,
    /// Opens a Mini Program.
    #[string_enum(rename = "view_miniprogram")]
    MiniProgram,
    /// Opens the scanner, shows what it read, and sends an event with it.
    ScancodePush,
    /// Opens the scanner and sends an event with what it read, which the app may answer.
    ScancodeWaitmsg,
    /// Opens the camera; the app gets an event and the pictures.
    PicSysphoto,
    /// Lets the user choose between camera and album.
    PicPhotoOrAlbum,
    /// Opens the album of WeCom.
    PicWeixin,
    /// Opens the map to choose a place; the app gets an event and the location.
    LocationSelect,
    /// A value that this version does not know.
    Other(String),
}

impl WorkButton {
    /// A tap sends a `click` event with the key.
    pub fn click(name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::new(name).kind(WorkButtonKind::Click).key(key)
    }

    /// A tap opens a web page.
    pub fn view(name: impl Into<String>, url: impl Into<String>) -> Self {
        Self::new(name).kind(WorkButtonKind::View).url(url)
    }

    /// A tap opens a page of a Mini Program linked to the corporation.
    pub fn mini_program(
        name: impl Into<String>,
        appid: impl Into<AppId>,
        pagepath: impl Into<String>,
    ) -> Self {
        Self::new(name).kind(WorkButtonKind::MiniProgram).appid(appid).pagepath(pagepath)
    }

    /// A tap does what `kind` says and sends an event with the key.
    pub fn keyed(kind: WorkButtonKind, name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::new(name).kind(kind).key(key)
    }

    /// A tap opens up to five further buttons.
    pub fn sub(name: impl Into<String>, buttons: impl Into<Vec<WorkButton>>) -> Self {
        Self::new(name).sub_button(buttons)
    }
}
