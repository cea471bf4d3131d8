//! Members by other names, and who may use what.

use weixin_api::{Paged, endpoint, int_enum};
use weixin_protocol::{OpenId, Secret, UserId};

use crate::{ids::OpenUserId, user::UsersHandle};

/// Converts a member's userid into an openid, for payments.
///
/// Fails with 43004 when the member has not connected WeChat.
#[endpoint(POST "/cgi-bin/user/convert_to_openid", title = "userid转openid",
    doc = "https://developer.work.weixin.qq.com/document/path/90202",
    scope(work), retry = safe, reply = ConvertedOpenId, call = users.to_openid)]
pub struct ConvertToOpenId {
    /// The member to convert.
    pub userid: UserId,
}

/// The openid of a member.
#[endpoint(part, reply_to(ConvertToOpenId))]
pub struct ConvertedOpenId {
    /// The member, as WeChat Pay knows them for this corporation.
    pub openid: OpenId,
}

/// Converts an openid into a member's userid.
#[endpoint(POST "/cgi-bin/user/convert_to_userid", title = "openid转userid",
    doc = "https://developer.work.weixin.qq.com/document/path/90202",
    scope(work), retry = safe, reply = ConvertedUserId, call = users.to_userid)]
pub struct ConvertToUserId {
    /// The openid from a payment.
    pub openid: OpenId,
}

/// The id of a member.
#[endpoint(part, reply_to(ConvertToUserId, GetUserIdByMobile, GetUserIdByEmail))]
pub struct ConvertedUserId {
    /// Id of the member.
    pub userid: UserId,
}

/// Returns the member with a phone number.
///
/// A corporation that asks for many numbers that do not exist is locked out for a while.
///
/// Fails with 46004 when no member that the app can see has the number.
#[endpoint(POST "/cgi-bin/user/getuserid", title = "手机号获取userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95402",
    scope(work), retry = safe, reply = ConvertedUserId, call = users.by_mobile)]
pub struct GetUserIdByMobile {
    /// Phone number, 5 to 32 digits.
    pub mobile: String,
}

/// Lets a member join who has passed the corporation's own verification (二次验证).
#[endpoint(GET "/cgi-bin/user/authsucc", title = "二次验证",
    doc = "https://developer.work.weixin.qq.com/document/path/90203",
    scope(work), call = users.confirm_join)]
pub struct ConfirmJoin {
    /// The member who passed it.
    pub userid: UserId,
}

/// Returns how many members were active on a day.
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
    /// Number of members who were active.
    pub active_cnt: u64,
}

/// Returns the member with a mail address.
///
/// Fails with 46004 when no member that the app can see has the address.
#[endpoint(POST "/cgi-bin/user/get_userid_by_email", title = "邮箱获取userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95895",
    scope(work), retry = safe, reply = ConvertedUserId, call = users.by_email)]
pub struct GetUserIdByEmail {
    /// The mail address.
    pub email: String,
    /// Which of a member's addresses it is; [`EmailKind::Corporate`] if left out.
    pub email_type: Option<EmailKind>,
}

int_enum! {
    /// Which of a member's mail addresses is meant.
    pub enum EmailKind {
        /// The one at the corporation (企业邮箱).
        Corporate = 1,
        /// The private one (个人邮箱).
        Personal = 2,
    }
}

/// Lets a member use WeCom who has passed the corporation's own second factor (使用二次验证).
///
/// Fails with 40207 when the code is wrong, with 40208 when the member does not need a second
/// factor.
#[endpoint(POST "/cgi-bin/user/tfa_succ", title = "使用二次验证",
    doc = "https://developer.work.weixin.qq.com/document/path/99500",
    scope(work), call = users.confirm_second_factor)]
pub struct ConfirmSecondFactor {
    /// The member who passed it.
    pub userid: UserId,
    /// The code of [`SecondFactor`](crate::oauth::SecondFactor); it works once.
    #[serde(serialize_with = "weixin_api::expose")]
    pub tfa_code: Secret,
}

/// Returns the QR code by which people join the corporation. It is valid for seven days.
#[endpoint(GET "/cgi-bin/corp/get_join_qrcode", title = "获取加入企业二维码",
    doc = "https://developer.work.weixin.qq.com/document/path/91714",
    scope(work), reply = JoinQrCode, call = users.join_qrcode)]
pub struct GetJoinQrCode {
    /// Size of the picture.
    pub size_type: Option<QrCodeSize>,
}

int_enum! {
    /// The size of a QR code.
    pub enum QrCodeSize {
        /// 171 by 171 pixels.
        Pixels171 = 1,
        /// 399 by 399 pixels.
        Pixels399 = 2,
        /// 741 by 741 pixels.
        Pixels741 = 3,
        /// 2,052 by 2,052 pixels.
        Pixels2052 = 4,
    }
}

/// The QR code by which people join the corporation.
#[endpoint(part, reply_to(GetJoinQrCode))]
pub struct JoinQrCode {
    /// Address of the picture.
    pub join_qrcode: String,
}

/// Returns the members who installed a suite's app for themselves (成员授权), a page at a time.
#[endpoint(GET "/cgi-bin/user/list_member_auth", title = "获取成员授权列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94513",
    scope(work), reply = MemberAuths, call = users.member_auths)]
pub struct GetMemberAuths {
    /// Where the page begins: [`MemberAuths::next_cursor`] of the page before; the first page if
    /// left out.
    pub cursor: Option<String>,
    /// How many at most: up to 1,000, which is the default.
    pub limit: Option<u32>,
}

/// A page of members who installed an app.
#[endpoint(part, reply_to(GetMemberAuths))]
pub struct MemberAuths {
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
    /// The members of this page.
    #[serde(default)]
    pub member_auth_list: Vec<MemberAuth>,
}

/// A member who installed an app.
#[endpoint(part)]
pub struct MemberAuth {
    /// The member, as the provider's apps know them.
    pub open_userid: OpenUserId,
}

impl Paged for GetMemberAuths {
    type Item = MemberAuth;
    fn split_page(self, page: MemberAuths) -> (Vec<MemberAuth>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.member_auth_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Returns whether a member installed a suite's app for themselves.
#[endpoint(GET "/cgi-bin/user/check_member_auth", title = "查询成员用户是否已授权",
    doc = "https://developer.work.weixin.qq.com/document/path/94514",
    scope(work), reply = MemberAuthState, call = users.check_member_auth)]
pub struct CheckMemberAuth {
    /// The member, as the provider's apps know them.
    pub open_userid: OpenUserId,
}

/// Whether a member installed an app for themselves.
#[endpoint(part, reply_to(CheckMemberAuth))]
pub struct MemberAuthState {
    /// Whether the member installed it.
    pub is_member_auth: bool,
}

/// Returns the members whom somebody selected in a page of a suite's app.
#[endpoint(GET "/cgi-bin/user/list_selected_ticket_user", title = "获取选人ticket对应的用户",
    doc = "https://developer.work.weixin.qq.com/document/path/94894",
    scope(work), reply = SelectedTicketUsers, call = users.selected_by_ticket)]
pub struct GetSelectedTicketUsers {
    /// The ticket that the page got; it is valid for an hour.
    pub selected_ticket: String,
}

/// The members whom somebody selected.
#[endpoint(part, reply_to(GetSelectedTicketUsers))]
pub struct SelectedTicketUsers {
    /// The member who selected them.
    pub operator_open_userid: Option<OpenUserId>,
    /// The selected members who installed the app.
    #[serde(default)]
    pub open_userid_list: Vec<OpenUserId>,
    /// The selected members who did not install the app.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unauth_open_userid_list: Vec<OpenUserId>,
    /// How many were selected.
    pub total: Option<u64>,
}
