//! Members by other names, and who may use what.

use crate::user::UsersHandle;
use weixin_api::{Paged, endpoint, int_enum};
use weixin_protocol::{OpenId, Secret, UserId};

/// Gives the openid of a member, for payments.
#[endpoint(POST "/cgi-bin/user/convert_to_openid", title = "userid转openid",
    doc = "https://developer.work.weixin.qq.com/document/path/90202",
    scope(work), retry = safe, reply = ConvertedOpenId, call = users.to_openid)]
pub struct ConvertToOpenId {
    /// The member.
    pub userid: UserId,
}

/// The openid of a member.
#[endpoint(part, reply_to(ConvertToOpenId))]
pub struct ConvertedOpenId {
    /// The openid.
    pub openid: OpenId,
}

/// Gives the member of an openid.
#[endpoint(POST "/cgi-bin/user/convert_to_userid", title = "openid转userid",
    doc = "https://developer.work.weixin.qq.com/document/path/90202",
    scope(work), retry = safe, reply = ConvertedUserId, call = users.to_userid)]
pub struct ConvertToUserId {
    /// The openid.
    pub openid: OpenId,
}

/// A member.
#[endpoint(part, reply_to(ConvertToUserId, GetUserIdByMobile, GetUserIdByEmail))]
pub struct ConvertedUserId {
    /// The member.
    pub userid: UserId,
}

/// Gives the member of a phone number.
#[endpoint(POST "/cgi-bin/user/getuserid", title = "手机号获取userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95402",
    scope(work), retry = safe, reply = ConvertedUserId, call = users.by_mobile)]
pub struct GetUserIdByMobile {
    /// The phone number.
    pub mobile: String,
}

/// Lets a member in who was verified a second time.
#[endpoint(GET "/cgi-bin/user/authsucc", title = "二次验证",
    doc = "https://developer.work.weixin.qq.com/document/path/90203",
    scope(work), call = users.confirm_join)]
pub struct ConfirmJoin {
    /// The member.
    pub userid: UserId,
}

/// Says how many members were active on a day.
#[endpoint(POST "/cgi-bin/user/get_active_stat", title = "获取企业活跃成员数",
    doc = "https://developer.work.weixin.qq.com/document/path/92714",
    scope(work), retry = safe, reply = ActiveCount, call = users.active_count)]
pub struct GetActiveCount {
    /// The day, as in `2026-01-31`, within the last 30.
    pub date: String,
}

/// How many members were active.
#[endpoint(part, reply_to(GetActiveCount))]
pub struct ActiveCount {
    /// How many.
    pub active_cnt: u64,
}

/// Gives the member of a mail address.
#[endpoint(POST "/cgi-bin/user/get_userid_by_email", title = "邮箱获取userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95895",
    scope(work), retry = safe, reply = ConvertedUserId, call = users.by_email)]
pub struct GetUserIdByEmail {
    /// The mail address.
    pub email: String,
    /// Which of the addresses of a member it is; the one at the corporation if left out.
    pub email_type: Option<EmailKind>,
}

int_enum! {
    /// Which of the mail addresses of a member.
    pub enum EmailKind {
        /// The one at the corporation.
        Corporate = 1,
        /// The personal one.
        Personal = 2,
    }
}

/// Lets a member use WeCom who had to prove themselves once more, with a second factor.
#[endpoint(POST "/cgi-bin/user/tfa_succ", title = "使用二次验证",
    doc = "https://developer.work.weixin.qq.com/document/path/99500",
    scope(work), call = users.confirm_second_factor)]
pub struct ConfirmSecondFactor {
    /// The member.
    pub userid: UserId,
    /// The code of [`SecondFactor`](crate::oauth::SecondFactor); it works once.
    #[serde(serialize_with = "weixin_api::expose")]
    pub tfa_code: Secret,
}

/// Gives the address of the QR code by which people join the corporation. It works for seven days.
#[endpoint(GET "/cgi-bin/corp/get_join_qrcode", title = "获取加入企业二维码",
    doc = "https://developer.work.weixin.qq.com/document/path/91714",
    scope(work), reply = JoinQrCode, call = users.join_qrcode)]
pub struct GetJoinQrCode {
    /// How large: 1 171 pixels, 2 399, 3 741, 4 2,052, each way.
    pub size_type: Option<u8>,
}

/// A QR code by which people join.
#[endpoint(part, reply_to(GetJoinQrCode))]
pub struct JoinQrCode {
    /// The address of the picture.
    pub join_qrcode: String,
}

/// Gives the members who installed a suite's app for themselves.
#[endpoint(GET "/cgi-bin/user/list_member_auth", title = "获取成员授权列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94513",
    scope(work), reply = MemberAuths, call = users.member_auths)]
pub struct GetMemberAuths {
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
    /// How many: up to 1,000.
    pub limit: Option<u32>,
}

/// A page of members who installed an app.
#[endpoint(part, reply_to(GetMemberAuths))]
pub struct MemberAuths {
    /// Where the next page begins; empty at the end.
    pub next_cursor: Option<String>,
    /// The page.
    #[serde(default)]
    pub member_auth_list: Vec<MemberAuth>,
}

/// A member who installed an app.
#[endpoint(part)]
pub struct MemberAuth {
    /// The member, as providers of apps know one.
    pub open_userid: UserId,
}

impl Paged for GetMemberAuths {
    type Item = MemberAuth;
    fn split_page(self, page: MemberAuths) -> (Vec<MemberAuth>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.member_auth_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Says whether a member installed a suite's app for themselves.
#[endpoint(GET "/cgi-bin/user/check_member_auth", title = "查询成员用户是否已授权",
    doc = "https://developer.work.weixin.qq.com/document/path/94514",
    scope(work), reply = MemberAuthState, call = users.check_member_auth)]
pub struct CheckMemberAuth {
    /// The member, as providers of apps know one.
    pub open_userid: UserId,
}

/// Whether a member installed an app.
#[endpoint(part, reply_to(CheckMemberAuth))]
pub struct MemberAuthState {
    /// Whether they did.
    pub is_member_auth: bool,
}

/// Gives the members whom somebody chose in a page of a suite's app.
#[endpoint(GET "/cgi-bin/user/list_selected_ticket_user", title = "获取选人ticket对应的用户",
    doc = "https://developer.work.weixin.qq.com/document/path/94894",
    scope(work), reply = SelectedTicketUsers, call = users.selected_by_ticket)]
pub struct GetSelectedTicketUsers {
    /// What the page was given; it lives an hour.
    pub selected_ticket: String,
}

/// Whom somebody chose.
#[endpoint(part, reply_to(GetSelectedTicketUsers))]
pub struct SelectedTicketUsers {
    /// Who chose, as providers of apps know one.
    pub operator_open_userid: Option<UserId>,
    /// Whom they chose, as far as these installed the app.
    #[serde(default)]
    pub open_userid_list: Vec<UserId>,
    /// Whom they chose and who did not install it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unauth_open_userid_list: Vec<UserId>,
    /// How many they chose.
    pub total: Option<u64>,
}
