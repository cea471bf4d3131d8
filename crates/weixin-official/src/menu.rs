//! The menu at the bottom of the chat (自定义菜单). `/cgi-bin/menu/*`

use weixin_api::{Empty, StringEnum, endpoint, group, int_enum};
use weixin_protocol::{AppId, MediaId};

use crate::user::Language;
use crate::{
    ids::{ArticleId, FollowerGroupId, TagId},
    user::Gender,
};

group! {
    /// The menu at the bottom of the chat (自定义菜单).
    menu: [
        CreateMenu, GetMenu, DeleteMenu, AddConditionalMenu, DeleteConditionalMenu,
        TryConditionalMenu,
    ]
}

weixin_api::integer_id! {
    /// A menu (menuid): the default one or a conditional one (个性化菜单).
    MenuId(u64)
}

/// Creates the default menu (自定义菜单), replacing the present one.
///
/// Followers see it when their app refreshes the menu, at most once in five minutes.
///
/// Fails with 40016 or 40023 when there are too many buttons, with 40017 when a kind is unknown,
/// with 40018 or 40025 when a label is too long, with 40019 or 40026 when a key is, with 40020 or
/// 40027 when an address is, with 40054 or 40055 when the host of an address is not allowed, with
/// 45064 when a Mini Program is not linked to the account.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let shop = Button::view("Shop", "https://shop.example.com/");
/// let more = Button::sub("More", [shop, Button::scan_and_wait("Scan", "SCAN")]);
/// wx.menu().create([Button::click("Today", "TODAY"), more]).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/menu/create", title = "自定义菜单 创建接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html",
    scope(official), retry = safe, reply = Empty, call = menu.create)]
pub struct CreateMenu {
    /// The buttons, 1 to 3.
    pub button: Vec<Button>,
}

/// Returns the menu and the conditional menus created by the API.
///
/// Fails with 46003 when there is no menu.
#[endpoint(GET "/cgi-bin/menu/get", title = "自定义菜单 查询接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Getting_Custom_Menu_Configurations.html",
    scope(official), no_errcode, reply = Menus, call = menu.get)]
pub struct GetMenu {}

/// Deletes the menu and all conditional menus.
#[endpoint(GET "/cgi-bin/menu/delete", title = "自定义菜单 删除接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Deleting_Custom-Defined_Menu.html",
    scope(official), reply = Empty, call = menu.delete)]
pub struct DeleteMenu {}

/// Adds a conditional menu (个性化菜单), which some followers see in place of the default one. The
/// default menu must exist.
///
/// If several match a follower, the newest is shown.
///
/// Fails with 65303 when there is no default menu, with 65304 when the rule is empty, with 65305
/// when there are too many conditional menus, with 65320 when the rule is about sex, region or
/// language; about its buttons as [`CreateMenu`] does.
#[endpoint(POST "/cgi-bin/menu/addconditional", title = "创建个性化菜单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#0",
    scope(official), no_errcode, reply = AddedMenu, call = menu.add_conditional)]
pub struct AddConditionalMenu {
    /// The buttons, 1 to 3.
    pub button: Vec<Button>,
    /// The followers who see it.
    pub matchrule: MatchRule,
}

/// The reply to an added conditional menu.
#[endpoint(part, reply_to(AddConditionalMenu))]
pub struct AddedMenu {
    /// The id of the menu.
    pub menuid: MenuId,
}

/// Deletes a conditional menu.
///
/// Fails with 65301 when it is no conditional menu.
#[endpoint(POST "/cgi-bin/menu/delconditional", title = "删除个性化菜单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#1",
    scope(official), retry = safe, reply = Empty, call = menu.delete_conditional)]
pub struct DeleteConditionalMenu {
    /// The menu to delete.
    pub menuid: MenuId,
}

/// Returns the menu that a follower sees.
///
/// Fails with 65302 when there is no such user.
#[endpoint(POST "/cgi-bin/menu/trymatch", title = "测试个性化菜单匹配结果",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#2",
    scope(official), retry = safe, no_errcode, reply = Menu, call = menu.try_conditional)]
pub struct TryConditionalMenu {
    /// The follower: the openid or the WeChat name (微信号), so this is plain text.
    pub user_id: String,
}

/// A button of a menu. Either it acts (`kind` and its parameters) or it opens further buttons
/// (`sub_button`).
///
/// Constructors such as [`click`](Button::click), [`view`](Button::view) and [`sub`](Button::sub)
/// set what belongs together.
#[endpoint(part)]
pub struct Button {
    /// What a tap does. `None`: it only opens `sub_button`.
    #[serde(rename = "type")]
    pub kind: Option<ButtonKind>,
    /// The label, up to 16 bytes, in a sub-menu up to 60.
    pub name: String,
    /// The key that the event of a tap carries, up to 128 bytes. Required for the kinds that send
    /// events.
    pub key: Option<String>,
    /// The page that a tap opens, up to 1,024 bytes. For a Mini Program the page that old apps open
    /// instead.
    pub url: Option<String>,
    /// The Mini Program that a tap opens.
    pub appid: Option<AppId>,
    /// The page of that Mini Program.
    pub pagepath: Option<String>,
    /// The permanent material that a tap sends or opens.
    pub media_id: Option<MediaId>,
    /// The published article that a tap sends or opens.
    pub article_id: Option<ArticleId>,
    /// The buttons that a tap opens, up to 5.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_button: Vec<Button>,
}

/// What a tap on a button does.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ButtonKind {
    /// It sends a `CLICK` event with the key.
    Click,
    /// It opens a web page.
    View,
    /// It opens a Mini Program.
    #[string_enum(rename = "miniprogram")]
    MiniProgram,
    /// It opens the scanner, which shows what it read; the account gets an event (扫码推事件).
    ScancodePush,
    /// It opens the scanner; the account gets what was read and may answer (扫码带提示).
    ScancodeWaitmsg,
    /// It opens the camera (系统拍照发图).
    PicSysphoto,
    /// It lets the user choose between camera and album (拍照或者相册发图).
    PicPhotoOrAlbum,
    /// It opens the album (微信相册发图).
    PicWeixin,
    /// It opens the map to choose a location (发送位置).
    LocationSelect,
    /// It sends a permanent material.
    MediaId,
    /// It opens the page of a permanent material.
    ViewLimited,
    /// It sends a published article.
    ArticleId,
    /// It opens a published article.
    ArticleViewLimited,
    /// A value that this version does not know.
    Other(String),
}

impl Button {
    fn keyed(kind: ButtonKind, name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::new(name).kind(kind).key(key)
    }

    /// A tap sends a `CLICK` event with the key.
    pub fn click(name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::keyed(ButtonKind::Click, name, key)
    }

    /// A tap opens a web page.
    pub fn view(name: impl Into<String>, url: impl Into<String>) -> Self {
        Self::new(name).kind(ButtonKind::View).url(url)
    }

    /// A tap opens a page of a Mini Program; apps too old for it open `url`.
    pub fn mini_program(
        name: impl Into<String>,
        appid: impl Into<AppId>,
        pagepath: impl Into<String>,
        url: impl Into<String>,
    ) -> Self {
        Self::new(name).kind(ButtonKind::MiniProgram).appid(appid).pagepath(pagepath).url(url)
    }

    /// A tap opens the scanner, which shows what it read; the account gets an event with it.
    pub fn scan(name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::keyed(ButtonKind::ScancodePush, name, key)
    }

    /// A tap opens the scanner; the account gets an event with what it read, and may answer.
    pub fn scan_and_wait(name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::keyed(ButtonKind::ScancodeWaitmsg, name, key)
    }

    /// A tap opens the camera; the account gets an event and the pictures.
    pub fn camera(name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::keyed(ButtonKind::PicSysphoto, name, key)
    }

    /// A tap lets the user choose between camera and album.
    pub fn camera_or_album(name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::keyed(ButtonKind::PicPhotoOrAlbum, name, key)
    }

    /// A tap opens the album.
    pub fn album(name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::keyed(ButtonKind::PicWeixin, name, key)
    }

    /// A tap opens the map; the account gets an event with the place.
    pub fn location(name: impl Into<String>, key: impl Into<String>) -> Self {
        Self::keyed(ButtonKind::LocationSelect, name, key)
    }

    /// A tap sends a permanent material to the user.
    pub fn media(name: impl Into<String>, media_id: impl Into<MediaId>) -> Self {
        Self::new(name).kind(ButtonKind::MediaId).media_id(media_id)
    }

    /// A tap opens the page of a permanent material.
    pub fn view_media(name: impl Into<String>, media_id: impl Into<MediaId>) -> Self {
        Self::new(name).kind(ButtonKind::ViewLimited).media_id(media_id)
    }

    /// A tap sends a published article to the user.
    pub fn article(name: impl Into<String>, article_id: impl Into<ArticleId>) -> Self {
        Self::new(name).kind(ButtonKind::ArticleId).article_id(article_id)
    }

    /// A tap opens a published article.
    pub fn view_article(name: impl Into<String>, article_id: impl Into<ArticleId>) -> Self {
        Self::new(name).kind(ButtonKind::ArticleViewLimited).article_id(article_id)
    }

    /// A tap opens up to five further buttons.
    pub fn sub(name: impl Into<String>, buttons: impl Into<Vec<Button>>) -> Self {
        Self::new(name).sub_button(buttons)
    }
}

/// The menus of an account.
#[endpoint(part, reply_to(GetMenu))]
pub struct Menus {
    /// The default menu.
    pub menu: Menu,
    /// The conditional menus.
    #[serde(rename = "conditionalmenu", default, skip_serializing_if = "Vec::is_empty")]
    pub conditional: Vec<ConditionalMenu>,
}

/// The default menu, or the one a follower sees.
#[endpoint(part, reply_to(TryConditionalMenu))]
pub struct Menu {
    /// The buttons.
    pub button: Vec<Button>,
    /// The id of the menu. Missing if there are no conditional menus.
    pub menuid: Option<MenuId>,
}

/// A conditional menu.
#[endpoint(part)]
pub struct ConditionalMenu {
    /// The buttons.
    pub button: Vec<Button>,
    /// The followers who see it.
    pub matchrule: MatchRule,
    /// The id of the menu.
    pub menuid: Option<MenuId>,
}

/// The followers who see a conditional menu: those who match every field that is given. At least
/// one must be.
#[endpoint(part)]
pub struct MatchRule {
    /// Followers with this tag.
    pub tag_id: Option<TagId>,
    /// Followers in this group; groups are the predecessor of tags.
    pub group_id: Option<FollowerGroupId>,
    /// Followers of this sex. The platform no longer accepts it; old menus still have it.
    pub sex: Option<Gender>,
    /// Followers in this country (国家). No longer accepted, as `sex`.
    pub country: Option<String>,
    /// Followers in this province (省份). No longer accepted, as `sex`.
    pub province: Option<String>,
    /// Followers in this city (城市). No longer accepted, as `sex`.
    pub city: Option<String>,
    /// Followers whose app runs on this system.
    pub client_platform_type: Option<ClientPlatform>,
    /// Followers whose app uses this language. The platform also knows others, as in `ja` or
    /// `zh_HK`: [`Language::Other`].
    pub language: Option<Language>,
}

int_enum! {
    /// The system a user's app runs on (客户端版本).
    pub enum ClientPlatform {
        /// iOS.
        Ios = 1,
        /// Android.
        Android = 2,
        /// Any other system.
        Others = 3,
    }
}
