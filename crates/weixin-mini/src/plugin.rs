//! Plugins that a Mini Program uses, and those who use its own (插件管理). `/wxa/plugin`,
//! `/wxa/devplugin`

use weixin_api::{Call, Caller, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// Plugins that a Mini Program uses, and those who use its own (插件管理).
    plugins: [ManagePlugin, ManagePluginUsers]
}

/// Asks for a plugin, lists, changes or removes those that are used.
#[endpoint(POST "/wxa/plugin", title = "插件管理",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/plugin-management/pluginManager.applyPlugin.html",
    scope(mini), reply = UsedPlugins, call = "wx.plugins().apply(plugin)")]
pub struct ManagePlugin {
    /// What to do.
    pub action: PluginAction,
    /// The plugin; not for the list.
    pub plugin_appid: Option<AppId>,
    /// Which version to use, where it changes.
    pub user_version: Option<String>,
    /// Why it is wanted.
    pub reason: Option<String>,
}

/// What is done with a plugin.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum PluginAction {
    /// Asks for it.
    #[string_enum(rename = "apply")]
    Apply,
    /// Lists those that are used.
    #[string_enum(rename = "list")]
    List,
    /// Removes it.
    #[string_enum(rename = "unbind")]
    Unbind,
    /// Changes its version.
    #[string_enum(rename = "update")]
    Update,
    /// A value that this version does not know.
    Other(String),
}

/// The plugins that are used.
#[endpoint(part, reply_to(ManagePlugin))]
pub struct UsedPlugins {
    /// The plugins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plugin_list: Vec<UsedPlugin>,
}

/// A plugin that is used.
#[endpoint(part)]
pub struct UsedPlugin {
    /// The plugin.
    pub appid: Option<AppId>,
    /// How far it is.
    pub status: Option<PluginStatus>,
    /// What it is called.
    pub nickname: Option<String>,
    /// Its picture.
    pub headimgurl: Option<String>,
}

int_enum! {
    /// How far the use of a plugin is.
    pub enum PluginStatus {
        /// It was asked for.
        Applied = 1,
        /// It may be used.
        Approved = 2,
        /// It may not be used.
        Rejected = 3,
        /// Nobody has answered.
        Expired = 4,
    }
}

/// Lists those who want to use the Mini Program's own plugin, and answers them.
#[endpoint(POST "/wxa/devplugin", title = "获取当前所有插件使用方",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/plugin-management/pluginManager.getPluginDevApplyList.html",
    scope(mini), reply = PluginUsers, call = "wx.plugins().users(page, num)")]
pub struct ManagePluginUsers {
    /// What to do.
    pub action: PluginUsersAction,
    /// Which page, from 1.
    pub page: Option<u32>,
    /// How many on it.
    pub num: Option<u32>,
    /// Who is answered.
    pub appid: Option<AppId>,
    /// Why they may not.
    pub reason: Option<String>,
}

/// What is done with those who want to use a plugin.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum PluginUsersAction {
    /// Lists them.
    #[string_enum(rename = "dev_apply_list")]
    List,
    /// Lets one use it.
    #[string_enum(rename = "dev_agree")]
    Agree,
    /// Does not let one use it.
    #[string_enum(rename = "dev_refuse")]
    Refuse,
    /// Removes those who were not let.
    #[string_enum(rename = "dev_delete")]
    Delete,
    /// A value that this version does not know.
    Other(String),
}

/// Those who want to use a plugin.
#[endpoint(part, reply_to(ManagePluginUsers))]
pub struct PluginUsers {
    /// They.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apply_list: Vec<PluginUser>,
}

/// Somebody who wants to use a plugin.
#[endpoint(part)]
pub struct PluginUser {
    /// Who.
    pub appid: Option<AppId>,
    /// How far it is.
    pub status: Option<PluginStatus>,
    /// What they are called.
    pub nickname: Option<String>,
    /// Their picture.
    pub headimgurl: Option<String>,
    /// What they do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<PluginUserCategory>,
    /// When they asked.
    pub create_time: Option<Timestamp>,
    /// The page where they use it.
    pub apply_url: Option<String>,
    /// Why they want it.
    pub reason: Option<String>,
}

/// What somebody does.
#[endpoint(part)]
pub struct PluginUserCategory {
    /// In general.
    pub first: Option<String>,
    /// In particular.
    pub second: Option<String>,
}

impl<'c, C: Caller + ?Sized> PluginsHandle<'c, C> {
    /// Asks for a plugin; see [`ManagePlugin`].
    pub fn apply(&self, plugin: impl Into<AppId>) -> Call<'c, C, ManagePlugin> {
        Call::new(self.caller, ManagePlugin::new(PluginAction::Apply).plugin_appid(plugin))
    }

    /// Lists the plugins that are used; see [`ManagePlugin`].
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

    /// A page of those who want to use the Mini Program's own plugin; see [`ManagePluginUsers`].
    pub fn users(&self, page: u32, num: u32) -> Call<'c, C, ManagePluginUsers> {
        let list = ManagePluginUsers::new(PluginUsersAction::List);
        Call::new(self.caller, list.page(page).num(num))
    }

    /// Lets somebody use it; see [`ManagePluginUsers`].
    pub fn agree(&self, user: impl Into<AppId>) -> Call<'c, C, ManagePluginUsers> {
        Call::new(self.caller, ManagePluginUsers::new(PluginUsersAction::Agree).appid(user))
    }

    /// Does not let somebody use it; see [`ManagePluginUsers`].
    pub fn refuse(
        &self,
        user: impl Into<AppId>,
        reason: impl Into<String>,
    ) -> Call<'c, C, ManagePluginUsers> {
        let refuse = ManagePluginUsers::new(PluginUsersAction::Refuse);
        Call::new(self.caller, refuse.appid(user).reason(reason))
    }
}
