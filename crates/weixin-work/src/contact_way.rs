//! Codes and buttons through which people outside add members (客户联系「联系我」管理). `/cgi-bin/externalcontact/*_contact_way`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, MediaId, UnionId, UserId};

use crate::ids::{DepartmentId, ExternalUserId};

group! {
    /// Codes and buttons through which people add members (「联系我」).
    contact_ways: [
        AddContactWay, GetContactWay, GetContactWays, UpdateContactWay, DeleteContactWay,
        CloseTemporaryChat,
    ]
}

weixin_api::string_id! {
    /// A contact way (「联系我」方式, config_id).
    ContactWayId
}

/// Creates a contact way (「联系我」), through which people add members. A corporation has at most
/// 500,000.
///
/// Fails with 41054 when a member has not activated WeCom and verified their real name, with 41041
/// when it leads to more than 100 members, with 41045 when the corporation has as many contact ways
/// as possible.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::contact_way::{AddContactWay, ContactWayKind, ContactWayScene};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let way = AddContactWay::new(ContactWayKind::Single, ContactWayScene::QrCode)
///     .user([UserId::new("zhangsan")])
///     .state("poster-7");
/// let added = wx.contact_ways().add(way).await?;
/// println!("{} {}", added.config_id, added.qr_code.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/add_contact_way", title = "配置客户联系「联系我」方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), reply = AddedContactWay, call = contact_ways.add)]
pub struct AddContactWay {
    /// Whether it leads to one member or to several.
    #[serde(rename = "type")]
    pub kind: ContactWayKind,
    /// Where people find it.
    pub scene: ContactWayScene,
    /// The look of the button in a Mini Program; only there.
    pub style: Option<ContactWayStyle>,
    /// A note of the corporation: up to 30 characters.
    pub remark: Option<String>,
    /// Whether people are added without confirmation by the member (无需验证); `None` means yes.
    pub skip_verify: Option<bool>,
    /// A text of your own, up to 30 characters, that tells the sources of customers apart. The
    /// event of an added customer carries it as `State`.
    pub state: Option<String>,
    /// The members it leads to; exactly one for [`Single`](ContactWayKind::Single).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<UserId>,
    /// The departments it leads to, for [`Multiple`](ContactWayKind::Multiple) only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<DepartmentId>,
    /// Whether it leads to a temporary chat (临时会话), in which the member does not get a new contact;
    /// `None` means no.
    pub is_temp: Option<bool>,
    /// The life of a temporary QR code in seconds: up to 14 days, 7 days if left out.
    pub expires_in: Option<u32>,
    /// The life of the temporary chat in seconds: up to 14 days, 24 hours if left out.
    pub chat_expires_in: Option<u32>,
    /// The only WeChat user who may use the temporary chat; `None` allows everybody.
    pub unionid: Option<UnionId>,
    /// Whether a person can add only one of the members, however often the code is used; `None`
    /// means no.
    pub is_exclusive: Option<bool>,
    /// Whether the customer's page names this contact way as the source; `None` means yes.
    pub mark_source: Option<bool>,
    /// What is sent automatically when the temporary chat ends.
    pub conclusions: Option<ContactWayConclusions>,
}

int_enum! {
    /// The number of members behind a contact way.
    pub enum ContactWayKind {
        /// It leads to one member (单人).
        Single = 1,
        /// It leads to one of several members, chosen at random (多人).
        Multiple = 2,
    }
}

int_enum! {
    /// Where a contact way is shown.
    pub enum ContactWayScene {
        /// As a button in a Mini Program.
        MiniProgram = 1,
        /// As a QR code.
        QrCode = 2,
    }
}

int_enum! {
    /// The look of a contact way in a Mini Program (控件样式). The platform numbers its patterns and
    /// names none of them; the console shows what they look like.
    pub enum ContactWayStyle {
        /// Pattern 1.
        One = 1,
        /// Pattern 2.
        Two = 2,
        /// Pattern 3.
        Three = 3,
    }
}

/// The messages that are sent when a temporary chat ends (结束语): a text, and at most one of the
/// others.
#[endpoint(part)]
#[derive(Default)]
pub struct ContactWayConclusions {
    /// The text; required if there is none of the others.
    pub text: Option<ConclusionText>,
    /// A picture, uploaded in requests and by its address in replies.
    pub image: Option<ConclusionImage>,
    /// A link to a web page.
    pub link: Option<ConclusionLink>,
    /// A card of a Mini Program.
    pub miniprogram: Option<ConclusionMiniProgram>,
}

/// The text at the end of a temporary chat.
#[endpoint(part)]
#[derive(Default)]
pub struct ConclusionText {
    /// The text: up to 4,000 bytes.
    pub content: Option<String>,
}

/// A picture at the end of a temporary chat.
#[endpoint(part)]
#[derive(Default)]
pub struct ConclusionImage {
    /// The picture, uploaded as a temporary file; in requests only.
    pub media_id: Option<MediaId>,
    /// The address of the picture; in replies only.
    pub pic_url: Option<String>,
}

/// A web page at the end of a temporary chat.
#[endpoint(part)]
pub struct ConclusionLink {
    /// The title: up to 128 bytes.
    pub title: Option<String>,
    /// The address of the cover picture.
    pub picurl: Option<String>,
    /// The description: up to 512 bytes.
    pub desc: Option<String>,
    /// The address that the link opens.
    pub url: String,
}

/// A Mini Program at the end of a temporary chat.
#[endpoint(part)]
pub struct ConclusionMiniProgram {
    /// The title: up to 64 bytes.
    pub title: Option<String>,
    /// The cover, uploaded as a temporary picture of 520 by 416 pixels.
    pub pic_media_id: Option<MediaId>,
    /// The Mini Program, which must be linked to the corporation.
    pub appid: AppId,
    /// The path of the page that opens.
    pub page: String,
}

/// A created contact way.
#[endpoint(part, reply_to(AddContactWay))]
pub struct AddedContactWay {
    /// The created contact way.
    pub config_id: ContactWayId,
    /// The address of the QR code; for [`QrCode`](ContactWayScene::QrCode) only.
    pub qr_code: Option<String>,
}

/// Returns a contact way with all its settings.
///
/// Fails with 41044 when there is no such contact way.
#[endpoint(POST "/cgi-bin/externalcontact/get_contact_way", title = "获取企业已配置的「联系我」方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), retry = safe, reply = ContactWayDetail, call = contact_ways.get)]
pub struct GetContactWay {
    /// The contact way to look up.
    pub config_id: ContactWayId,
}

/// The reply to [`GetContactWay`].
#[endpoint(part, reply_to(GetContactWay))]
pub struct ContactWayDetail {
    /// The contact way with its settings.
    pub contact_way: ContactWay,
}

/// A contact way (「联系我」).
#[endpoint(part)]
pub struct ContactWay {
    /// The contact way's id.
    pub config_id: ContactWayId,
    /// Whether it leads to one member or to several.
    #[serde(rename = "type")]
    pub kind: Option<ContactWayKind>,
    /// Where people find it.
    pub scene: Option<ContactWayScene>,
    /// The look of the button in a Mini Program.
    pub style: Option<ContactWayStyle>,
    /// A note of the corporation.
    pub remark: Option<String>,
    /// Whether people are added without confirmation by the member (无需验证).
    pub skip_verify: Option<bool>,
    /// The text that tells the sources of customers apart.
    pub state: Option<String>,
    /// The address of the QR code; for [`QrCode`](ContactWayScene::QrCode) only.
    pub qr_code: Option<String>,
    /// The members it leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<UserId>,
    /// The departments it leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<DepartmentId>,
    /// Whether it leads to a temporary chat (临时会话).
    pub is_temp: Option<bool>,
    /// The life of a temporary QR code in seconds.
    pub expires_in: Option<u32>,
    /// The life of the temporary chat in seconds.
    pub chat_expires_in: Option<u32>,
    /// The only WeChat user who may use the temporary chat.
    pub unionid: Option<UnionId>,
    /// Whether a person can add only one of the members.
    pub is_exclusive: Option<bool>,
    /// Whether the customer's page names this contact way as the source.
    pub mark_source: Option<bool>,
    /// What is sent automatically when the temporary chat ends.
    pub conclusions: Option<ContactWayConclusions>,
}

/// Returns the ids of the contact ways created since 10 July 2021, up to 1,000 at a time. Those of
/// temporary chats are left out.
#[endpoint(POST "/cgi-bin/externalcontact/list_contact_way", title = "获取企业已配置的「联系我」列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), retry = safe, reply = ContactWayIds, call = contact_ways.list)]
pub struct GetContactWays {
    /// Only those created since then; 90 days ago if left out.
    pub start_time: Option<Timestamp>,
    /// Only those created until then; now if left out.
    pub end_time: Option<Timestamp>,
    /// The [`next_cursor`](ContactWayIds::next_cursor) of the page before; `None` for the first
    /// page.
    pub cursor: Option<String>,
    /// The size of a page: up to 1,000, 100 if left out.
    pub limit: Option<u32>,
}

/// A page of contact ways, by their ids.
#[endpoint(part, reply_to(GetContactWays))]
#[derive(Default)]
pub struct ContactWayIds {
    /// The contact ways of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact_way: Vec<ListedContactWay>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetContactWays {
    type Item = ListedContactWay;
    fn split_page(self, page: ContactWayIds) -> (Vec<ListedContactWay>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.contact_way, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A contact way in a list.
#[endpoint(part)]
pub struct ListedContactWay {
    /// The contact way's id, for [`GetContactWay`].
    pub config_id: ContactWayId,
}

/// Changes a contact way. Fields that are left out keep their value.
///
/// Fails with 41044 when there is no such contact way, with 41054 when a member has not activated
/// WeCom and verified their real name.
#[endpoint(POST "/cgi-bin/externalcontact/update_contact_way", title = "更新企业已配置的「联系我」方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), retry = safe, call = contact_ways.update)]
pub struct UpdateContactWay {
    /// The contact way to change.
    pub config_id: ContactWayId,
    /// A note of the corporation: up to 30 characters.
    pub remark: Option<String>,
    /// Whether people are added without confirmation by the member (无需验证).
    pub skip_verify: Option<bool>,
    /// The look of the button in a Mini Program.
    pub style: Option<ContactWayStyle>,
    /// The text that tells the sources of customers apart: up to 30 characters.
    pub state: Option<String>,
    /// The new members; they replace the old ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<UserId>,
    /// The new departments; they replace the old ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<DepartmentId>,
    /// Whether it leads to a temporary chat (临时会话).
    pub is_temp: Option<bool>,
    /// The life of a temporary QR code in seconds: up to 14 days.
    pub expires_in: Option<u32>,
    /// The life of the temporary chat in seconds: up to 14 days.
    pub chat_expires_in: Option<u32>,
    /// The only WeChat user who may use the temporary chat.
    pub unionid: Option<UnionId>,
    /// Whether a person can add only one of the members.
    pub is_exclusive: Option<bool>,
    /// Whether the customer's page names this contact way as the source.
    pub mark_source: Option<bool>,
    /// What is sent automatically when the temporary chat ends.
    pub conclusions: Option<ContactWayConclusions>,
}

/// Deletes a contact way; its code stops working.
///
/// Fails with 41044 when there is no such contact way.
#[endpoint(POST "/cgi-bin/externalcontact/del_contact_way", title = "删除企业已配置的「联系我」方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), retry = safe, call = contact_ways.delete)]
pub struct DeleteContactWay {
    /// The contact way to delete.
    pub config_id: ContactWayId,
}

/// Ends the temporary chat between a member and somebody who came through a contact way. The
/// conclusion is sent before.
#[endpoint(POST "/cgi-bin/externalcontact/close_temp_chat", title = "结束临时会话",
    doc = "https://developer.work.weixin.qq.com/document/path/92572",
    scope(work), retry = safe, call = contact_ways.close_temporary_chat)]
pub struct CloseTemporaryChat {
    /// The member whose chat ends.
    pub userid: UserId,
    /// The person outside the corporation.
    pub external_userid: ExternalUserId,
}
