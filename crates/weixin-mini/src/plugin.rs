//! Plugins that a Mini Program uses, and the users of its own plugin (插件管理). `/wxa/plugin`,
//! `/wxa/devplugin`

use weixin_api::{Call, Caller, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// Plugins that a Mini Program uses, and the users of its own plugin (插件管理).
    plugins: [ManagePlugin, ManagePluginUsers]
}

/// Requests a plugin, lists, updates or removes the plugins in use.
///
/// Fails with 89236 when the plugin cannot be requested, with 89237 when it is in use already, with
/// 89238 when there are too many, with 89239 when it does not exist, with 89243 when it is to be
/// removed while its request waits, and with 89244 when it is not in use.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::plugin::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// wx.plugins().apply("wxb1a2c3d4e5f60718").await?;
/// for plugin in wx.plugins().list().await?.plugin_list {
///     println!("{:?}: {:?}", plugin.nickname, plugin.status);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/plugin", title = "插件管理",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/plugin-management/pluginManager.applyPlugin.html",
    scope(mini), secured, reply = UsedPlugins, call = "wx.plugins().apply(plugin)")]
pub struct ManagePlugin {
    /// What to do.
    pub action: PluginAction,
    /// The plugin; not needed for [`PluginAction::List`].
    pub plugin_appid: Option<AppId>,
    /// The version to use, for [`PluginAction::Update`].
    pub user_version: Option<String>,
    /// Why the plugin is wanted, for its developer; for [`PluginAction::Apply`].
    pub reason: Option<String>,
}

/// What is done with a plugin.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum PluginAction {
    /// Requests the use of the plugin.
    #[string_enum(rename = "apply")]
    Apply,
    /// Lists the plugins in use.
    #[string_enum(rename = "list")]
    List,
    /// Removes the plugin.
    #[string_enum(rename = "unbind")]
    Unbind,
    /// Changes the version in use.
    #[string_enum(rename = "update")]
    Update,
    /// A value that this version does not know.
    Other(String),
}

/// The plugins in use.
#[endpoint(part, reply_to(ManagePlugin))]
pub struct UsedPlugins {
    /// The plugins; empty for actions other than [`PluginAction::List`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plugin_list: Vec<UsedPlugin>,
}

/// A plugin in use.
#[endpoint(part)]
pub struct UsedPlugin {
    /// The appid of the plugin.
    pub appid: Option<AppId>,
    /// The state of the request for it.
    pub status: Option<PluginStatus>,
    /// The name of the plugin.
    pub nickname: Option<String>,
    /// The address of the plugin's picture.
    pub headimgurl: Option<String>,
}

int_enum! {
    /// The state of a request to use a plugin.
    pub enum PluginStatus {
        /// The developer has not decided.
        Applied = 1,
        /// The developer has accepted the request.
        Approved = 2,
        /// The developer has rejected the request.
        Rejected = 3,
        /// The developer did not decide in time.
        Expired = 4,
    }
}

/// Lists Mini Programs that use or request the account's own plugin, or decides on their requests.
///
/// Fails with 89240 when the request to decide on does not wait, with 89241 when one is to be
/// deleted that was not rejected, and with 89242 when there is none of this Mini Program.
#[endpoint(POST "/wxa/devplugin", title = "获取当前所有插件使用方",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/plugin-management/pluginManager.getPluginDevApplyList.html",
    scope(mini), secured, reply = PluginUsers, call = "wx.plugins().users(page, num)")]
pub struct ManagePluginUsers {
    /// What to do.
    pub action: PluginUsersAction,
    /// The page number, from 1; for [`PluginUsersAction::List`].
    pub page: Option<u32>,
    /// The number of entries on a page; for [`PluginUsersAction::List`].
    pub num: Option<u32>,
    /// The Mini Program whose request is decided; for [`PluginUsersAction::Agree`].
    pub appid: Option<AppId>,
    /// The reason for [`PluginUsersAction::Reject`].
    pub reason: Option<String>,
}

/// What is done with requests to use a plugin.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum PluginUsersAction {
    /// Lists the requests.
    #[string_enum(rename = "dev_apply_list")]
    List,
    /// Approves a request.
    #[string_enum(rename = "dev_agree")]
    Agree,
    /// Rejects a request.
    #[string_enum(rename = "dev_refuse")]
    Reject,
    /// Removes requests that were rejected.
    #[string_enum(rename = "dev_delete")]
    Delete,
    /// A value that this version does not know.
    Other(String),
}

/// Mini Programs that use or request the plugin.
#[endpoint(part, reply_to(ManagePluginUsers))]
pub struct PluginUsers {
    /// The requests on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apply_list: Vec<PluginUser>,
}

/// A Mini Program that uses or requests the plugin.
#[endpoint(part)]
pub struct PluginUser {
    /// The appid of the Mini Program.
    pub appid: Option<AppId>,
    /// The state of its request.
    pub status: Option<PluginStatus>,
    /// The name of the Mini Program.
    pub nickname: Option<String>,
    /// The address of the Mini Program's picture.
    pub headimgurl: Option<String>,
    /// The categories of the Mini Program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<PluginUserCategory>,
    /// When the request was made.
    pub create_time: Option<Timestamp>,
    /// A page of the Mini Program that shows the plugin in use.
    pub apply_url: Option<String>,
    /// Why the plugin is wanted, in the applicant's words.
    pub reason: Option<String>,
}

/// A category (类目) of a Mini Program.
#[endpoint(part)]
pub struct PluginUserCategory {
    /// The first-level category.
    pub first: Option<String>,
    /// The second-level category.
    pub second: Option<String>,
}

impl<'c, C: Caller + ?Sized> PluginsHandle<'c, C> {
    /// Requests a plugin; see [`ManagePlugin`].
    pub fn apply(&self, plugin: impl Into<AppId>) -> Call<'c, C, ManagePlugin> {
        Call::new(self.caller, ManagePlugin::new(PluginAction::Apply).plugin_appid(plugin))
    }

    /// Lists the plugins in use; see [`ManagePlugin`].
    pub fn list(&self) -> Call<'c, C, ManagePlugin> {
        Call::new(self.caller, ManagePlugin::new(PluginAction::List))
    }

    /// Removes a plugin; see [`ManagePlugin`].
    pub fn unbind(&self, plugin: impl Into<AppId>) -> Call<'c, C, ManagePlugin> {
        Call::new(self.caller, ManagePlugin::new(PluginAction::Unbind).plugin_appid(plugin))
    }

    /// Changes the version of a plugin; see [`ManagePlugin`].
    pub fn update(
        &self,
        plugin: impl Into<AppId>,
        version: impl Into<String>,
    ) -> Call<'c, C, ManagePlugin> {
        let update = ManagePlugin::new(PluginAction::Update);
        Call::new(self.caller, update.plugin_appid(plugin).user_version(version))
    }

    /// Returns a page of the requests for the Mini Program's own plugin; see [`ManagePluginUsers`].
    pub fn users(&self, page: u32, num: u32) -> Call<'c, C, ManagePluginUsers> {
        let list = ManagePluginUsers::new(PluginUsersAction::List);
        Call::new(self.caller, list.page(page).num(num))
    }

    /// Approves a request; see [`ManagePluginUsers`].
    pub fn agree(&self, user: impl Into<AppId>) -> Call<'c, C, ManagePluginUsers> {
        Call::new(self.caller, ManagePluginUsers::new(PluginUsersAction::Agree).appid(user))
    }

    /// Rejects a request; see [`ManagePluginUsers`].
    pub fn reject(
        &self,
        user: impl Into<AppId>,
        reason: impl Into<String>,
    ) -> Call<'c, C, ManagePluginUsers> {
        let reject = ManagePluginUsers::new(PluginUsersAction::Reject);
        Call::new(self.caller, reject.appid(user).reason(reason))
    }
}
