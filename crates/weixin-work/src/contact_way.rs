//! Codes and buttons through which people outside add members (客户联系「联系我」管理). `/cgi-bin/externalcontact/*_contact_way`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, MediaId, UserId};

group! {
    /// Codes and buttons through which people add members (「联系我」).
    contact_ways: [AddContactWay, GetContactWay, GetContactWays, UpdateContactWay, DeleteContactWay, CloseTemporaryChat]
}

/// Makes a contact way. A corporation has up to 500,000.
#[endpoint(POST "/cgi-bin/externalcontact/add_contact_way", title = "配置客户联系「联系我」方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), reply = AddedContactWay, call = contact_ways.add)]
pub struct AddContactWay {
    /// Whether it leads to one member or several.
    #[serde(rename = "type")]
    pub kind: ContactWayKind,
    /// Where it is shown.
    pub scene: ContactWayScene,
    /// How it looks, in a Mini Program.
    pub style: Option<u32>,
    /// What the corporation notes of it: up to 30 characters.
    pub remark: Option<String>,
    /// Whether whoever uses it is added without a confirmation: yes if left out.
    pub skip_verify: Option<bool>,
    /// What tells this one from others: up to 30 characters. It is in the event when somebody uses
    /// it.
    pub state: Option<String>,
    /// The members; one if it leads to one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<UserId>,
    /// The departments; only if it leads to several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<u64>,
    /// Whether it leads to a temporary chat.
    pub is_temp: Option<bool>,
    /// How many seconds a temporary code can be used: 7 days if left out, up to 14.
    pub expires_in: Option<u32>,
    /// How many seconds the temporary chat goes on: 24 hours if left out, up to 14 days.
    pub chat_expires_in: Option<u32>,
    /// The only person who may use the temporary chat.
    pub unionid: Option<String>,
    /// Whether one person adds only one of the members.
    pub is_exclusive: Option<bool>,
    /// Whether the source is noted with the customer: yes if left out.
    pub mark_source: Option<bool>,
    /// What is sent when the temporary chat ends.
    pub conclusions: Option<ContactWayConclusions>,
}

int_enum! {
    /// Whether a contact way leads to one member or several.
    pub enum ContactWayKind {
        /// To one.
        Single = 1,
        /// To one of several.
        Multiple = 2,
    }
}

int_enum! {
    /// Where a contact way is shown.
    pub enum ContactWayScene {
        /// In a Mini Program.
        MiniProgram = 1,
        /// As a QR code.
        QrCode = 2,
    }
}

/// What is sent when a temporary chat ends: a text, and one of the others.
#[endpoint(part)]
#[derive(Default)]
pub struct ContactWayConclusions {
    /// A text.
    pub text: Option<ConclusionText>,
    /// A picture.
    pub image: Option<ConclusionImage>,
    /// A page.
    pub link: Option<ConclusionLink>,
    /// A Mini Program.
    pub miniprogram: Option<ConclusionMiniProgram>,
}

/// A text.
#[endpoint(part)]
#[derive(Default)]
pub struct ConclusionText {
    /// The text: up to 4,000 bytes.
    pub content: Option<String>,
}

/// A picture.
#[endpoint(part)]
#[derive(Default)]
pub struct ConclusionImage {
    /// The uploaded picture; in requests.
    pub media_id: Option<MediaId>,
    /// Its address; in answers.
    pub pic_url: Option<String>,
}

/// A page.
#[endpoint(part)]
pub struct ConclusionLink {
    /// The title: up to 128 bytes.
    pub title: Option<String>,
    /// The address of the picture.
    pub picurl: Option<String>,
    /// The text below the title: up to 512 bytes.
    pub desc: Option<String>,
    /// The page.
    pub url: String,
}

/// A Mini Program.
#[endpoint(part)]
pub struct ConclusionMiniProgram {
    /// The title: up to 64 bytes.
    pub title: Option<String>,
    /// The uploaded picture: 520 by 416.
    pub pic_media_id: Option<MediaId>,
    /// The Mini Program, linked to the corporation.
    pub appid: AppId,
    /// Its page.
    pub page: String,
}

/// A contact way that was made.
#[endpoint(part, reply_to(AddContactWay))]
pub struct AddedContactWay {
    /// The contact way.
    pub config_id: String,
    /// The address of its code, where it is one.
    pub qr_code: Option<String>,
}

/// Gives a contact way.
#[endpoint(POST "/cgi-bin/externalcontact/get_contact_way", title = "获取企业已配置的「联系我」方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), retry = safe, reply = ContactWayDetail, call = contact_ways.get)]
pub struct GetContactWay {
    /// The contact way.
    pub config_id: String,
}

/// A contact way, as [`GetContactWay`] answers it.
#[endpoint(part, reply_to(GetContactWay))]
pub struct ContactWayDetail {
    /// The contact way.
    pub contact_way: ContactWay,
}

/// A contact way.
#[endpoint(part)]
pub struct ContactWay {
    /// The contact way.
    pub config_id: String,
    /// Whether it leads to one member or several.
    #[serde(rename = "type")]
    pub kind: Option<ContactWayKind>,
    /// Where it is shown.
    pub scene: Option<ContactWayScene>,
    /// How it looks, in a Mini Program.
    pub style: Option<u32>,
    /// What the corporation notes of it.
    pub remark: Option<String>,
    /// Whether whoever uses it is added without a confirmation.
    pub skip_verify: Option<bool>,
    /// What tells this one from others.
    pub state: Option<String>,
    /// The address of its code, where it is one.
    pub qr_code: Option<String>,
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<u64>,
    /// Whether it leads to a temporary chat.
    pub is_temp: Option<bool>,
    /// How many seconds a temporary code can be used.
    pub expires_in: Option<u32>,
    /// How many seconds the temporary chat goes on.
    pub chat_expires_in: Option<u32>,
    /// The only person who may use the temporary chat.
    pub unionid: Option<String>,
    /// Whether one person adds only one of the members.
    pub is_exclusive: Option<bool>,
    /// Whether the source is noted with the customer.
    pub mark_source: Option<bool>,
    /// What is sent when the temporary chat ends.
    pub conclusions: Option<ContactWayConclusions>,
}

/// Gives the contact ways made since 10 July 2021, without those of temporary chats, up to 1,000 at
/// a time.
#[endpoint(POST "/cgi-bin/externalcontact/list_contact_way", title = "获取企业已配置的「联系我」列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), retry = safe, reply = ContactWayIds, call = contact_ways.list)]
pub struct GetContactWays {
    /// Only those made from here on; 90 days ago if left out.
    pub start_time: Option<Timestamp>,
    /// Only those made until here; now if left out.
    pub end_time: Option<Timestamp>,
    /// Where to go on: [`ContactWayIds::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 100 if left out, up to 1,000.
    pub limit: Option<u32>,
}

/// Contact ways.
#[endpoint(part, reply_to(GetContactWays))]
#[derive(Default)]
pub struct ContactWayIds {
    /// The contact ways.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact_way: Vec<ContactWayId>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetContactWays {
    type Item = ContactWayId;
    fn split_page(self, page: ContactWayIds) -> (Vec<ContactWayId>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.contact_way, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A contact way, by its id.
#[endpoint(part)]
pub struct ContactWayId {
    /// The contact way.
    pub config_id: String,
}

/// Changes a contact way. What is left out stays.
#[endpoint(POST "/cgi-bin/externalcontact/update_contact_way", title = "更新企业已配置的「联系我」方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), retry = safe, call = contact_ways.update)]
pub struct UpdateContactWay {
    /// The contact way.
    pub config_id: String,
    /// What the corporation notes of it: up to 30 characters.
    pub remark: Option<String>,
    /// Whether whoever uses it is added without a confirmation.
    pub skip_verify: Option<bool>,
    /// How it looks, in a Mini Program.
    pub style: Option<u32>,
    /// What tells this one from others: up to 30 characters.
    pub state: Option<String>,
    /// The members, in place of those that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<UserId>,
    /// The departments, in place of those that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<u64>,
    /// Whether it leads to a temporary chat.
    pub is_temp: Option<bool>,
    /// How many seconds a temporary code can be used.
    pub expires_in: Option<u32>,
    /// How many seconds the temporary chat goes on.
    pub chat_expires_in: Option<u32>,
    /// The only person who may use the temporary chat.
    pub unionid: Option<String>,
    /// Whether one person adds only one of the members.
    pub is_exclusive: Option<bool>,
    /// Whether the source is noted with the customer.
    pub mark_source: Option<bool>,
    /// What is sent when the temporary chat ends.
    pub conclusions: Option<ContactWayConclusions>,
}

/// Deletes a contact way.
#[endpoint(POST "/cgi-bin/externalcontact/del_contact_way", title = "删除企业已配置的「联系我」方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92228",
    scope(work), retry = safe, call = contact_ways.delete)]
pub struct DeleteContactWay {
    /// The contact way.
    pub config_id: String,
}

/// Ends the temporary chat of a member with somebody who came through a contact way.
#[endpoint(POST "/cgi-bin/externalcontact/close_temp_chat", title = "结束临时会话",
    doc = "https://developer.work.weixin.qq.com/document/path/92572",
    scope(work), retry = safe, call = contact_ways.close_temporary_chat)]
pub struct CloseTemporaryChat {
    /// The member.
    pub userid: UserId,
    /// The other.
    pub external_userid: UserId,
}
