//! The menu at the bottom of the chat (自定义菜单). `/cgi-bin/menu/*`

use weixin_api::{Empty, StringEnum, endpoint, group};
use weixin_protocol::{AppId, MediaId};

group! {
    /// The menu at the bottom of the chat (自定义菜单).
    menu: [CreateMenu, GetMenu, DeleteMenu, AddConditionalMenu, DeleteConditionalMenu, TryConditionalMenu]
}

/// Creates the menu, in place of the one there is.
///
/// Followers see it when their app refreshes the menu, at most once in five minutes.
#[endpoint(POST "/cgi-bin/menu/create", title = "自定义菜单 创建接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html",
    scope(official), retry = safe, reply = Empty, call = menu.create)]
pub struct CreateMenu {
    /// 1 to 3 buttons.
    pub button: Vec<Button>,
}

/// Gives the menu and the conditional menus made through the API.
///
/// Without a menu the platform answers with 46003.
#[endpoint(GET "/cgi-bin/menu/get", title = "自定义菜单 查询接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Getting_Custom_Menu_Configurations.html",
    scope(official), no_errcode, reply = Menus, call = menu.get)]
pub struct GetMenu {}

/// Deletes the menu and all conditional menus.
#[endpoint(GET "/cgi-bin/menu/delete", title = "自定义菜单 删除接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Deleting_Custom-Defined_Menu.html",
    scope(official), reply = Empty, call = menu.delete)]
pub struct DeleteMenu {}

/// Adds a menu that some followers see in place of the usual one, which must be there.
///
/// The newest that fits a follower is shown.
#[endpoint(POST "/cgi-bin/menu/addconditional", title = "创建个性化菜单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#0",
    scope(official), no_errcode, reply = AddedMenu, call = menu.add_conditional)]
pub struct AddConditionalMenu {
    /// 1 to 3 buttons.
    pub button: Vec<Button>,
    /// Who sees it.
    pub matchrule: MatchRule,
}

/// A conditional menu that was added.
#[endpoint(part, reply_to(AddConditionalMenu))]
pub struct AddedMenu {
    /// Its number.
    pub menuid: u64,
}

/// Deletes a conditional menu.
#[endpoint(POST "/cgi-bin/menu/delconditional", title = "删除个性化菜单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#1",
    scope(official), retry = safe, reply = Empty, call = menu.delete_conditional)]
pub struct DeleteConditionalMenu {
    /// Its number.
    pub menuid: u64,
}

/// Gives the menu that a follower sees.
#[endpoint(POST "/cgi-bin/menu/trymatch", title = "测试个性化菜单匹配结果",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Personalized_menu_interface.html#2",
    scope(official), retry = safe, no_errcode, reply = Menu, call = menu.try_conditional)]
pub struct TryConditionalMenu {
    /// The follower: the openid, or the WeChat name.
    pub user_id: String,
}

/// A button of the menu. It acts (`kind` and what goes with it), or it opens further buttons
/// (`sub_button`); make one with [`click`](Button::click), [`view`](Button::view),
/// [`sub`](Button::sub) and the others.
#[endpoint(part)]
pub struct Button {
    /// What happens when it is tapped; nothing but opening `sub_button` if `None`.
    #[serde(rename = "type")]
    pub kind: Option<ButtonKind>,
    /// What it shows: up to 16 bytes, in a sub-menu up to 60.
    pub name: String,
    /// What the event of a tap carries, up to 128 bytes.
    pub key: Option<String>,
    /// The page it opens, up to 1,024 bytes; for a Mini Program the page shown by old apps.
    pub url: Option<String>,
    /// The Mini Program it opens.
    pub appid: Option<AppId>,
    /// The Mini Program's page.
    pub pagepath: Option<String>,
    /// The permanent material it sends or opens.
    pub media_id: Option<MediaId>,
    /// The published article it sends or opens.
    pub article_id: Option<String>,
    /// Up to 5 further buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_button: Vec<Button>,
}

/// What happens when a button is tapped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ButtonKind {
    /// A `CLICK` event with the key.
    Click,
    /// A web page opens.
    View,
    /// A Mini Program opens.
    #[string_enum(rename = "miniprogram")]
    MiniProgram,
    /// The scanner opens and shows what it read; the account gets an event with it.
    ScancodePush,
    /// The scanner opens; the account gets what it read and may answer.
    ScancodeWaitmsg,
    /// The camera opens.
    PicSysphoto,
    /// The user chooses between camera and album.
    PicPhotoOrAlbum,
    /// The album opens.
    PicWeixin,
    /// The map opens to choose a place.
    LocationSelect,
    /// The account sends a permanent material.
    MediaId,
    /// A page of a permanent material opens.
    ViewLimited,
    /// The account sends a published article.
    ArticleId,
    /// A published article opens.
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
    pub fn article(name: impl Into<String>, article_id: impl Into<String>) -> Self {
        Self::new(name).kind(ButtonKind::ArticleId).article_id(article_id)
    }

    /// A tap opens a published article.
    pub fn view_article(name: impl Into<String>, article_id: impl Into<String>) -> Self {
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
    /// The menu everybody sees.
    pub menu: Menu,
    /// The menus some followers see in its place.
    #[serde(rename = "conditionalmenu", default, skip_serializing_if = "Vec::is_empty")]
    pub conditional: Vec<ConditionalMenu>,
}

/// The menu everybody sees.
#[endpoint(part, reply_to(TryConditionalMenu))]
pub struct Menu {
    /// Its buttons.
    pub button: Vec<Button>,
    /// Its number, when there are conditional menus.
    pub menuid: Option<u64>,
}

/// A menu that some followers see.
#[endpoint(part)]
pub struct ConditionalMenu {
    /// Its buttons.
    pub button: Vec<Button>,
    /// Who sees it.
    pub matchrule: MatchRule,
    /// Its number.
    pub menuid: Option<u64>,
}

/// Who sees a conditional menu: those whom every field that is given fits.
#[endpoint(part)]
pub struct MatchRule {
    /// The tag of the followers.
    pub tag_id: Option<u64>,
    /// The group of the followers, in its older form.
    pub group_id: Option<u64>,
    /// 1 iOS, 2 Android, 3 others.
    pub client_platform_type: Option<u8>,
    /// The language of the app, as in `zh_CN`.
    pub language: Option<String>,
}
