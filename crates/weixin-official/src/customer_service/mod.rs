//! Customer-service accounts, their sessions and chat records (客服管理). `/customservice/*`,
//! `/cgi-bin/customservice/*`

mod event;

pub use event::{SessionClosed, SessionOpened, SessionSwitched};
use weixin_api::{FilePart, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{OpenId, Secret};

use crate::ids::KfAccount;

group! {
    /// Customer-service accounts, sessions and chat records (客服管理).
    customer_service: [
        AddStaff, UpdateStaff, DeleteStaff, InviteStaff, SetStaffPicture, GetStaff, GetOnlineStaff,
        OpenSession, CloseSession, GetSession, GetSessionsOfStaff, GetWaiting, GetChatRecords,
    ]
}

weixin_protocol::messages![SessionOpened, SessionClosed, SessionSwitched];

weixin_api::string_id! {
    /// A customer-service account by the number that the platform gave it (客服编号, kf_id).
    KfId
}

weixin_api::integer_id! {
    /// A message in the chat records of customer service (msgid).
    ChatRecordId(u64)
}

/// Creates a customer-service account (客服帐号), up to 100.
///
/// Before it can be used, [`InviteStaff`] binds a person's WeChat account to it.
///
/// Fails with 65403 when the name is not allowed, with 65404 when the account is malformed, with
/// 65405 when there are 100, with 65406 when it exists, with 65400 when the account has not
/// switched to the new customer service.
#[endpoint(POST "/customservice/kfaccount/add", title = "添加客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe, call = customer_service.add)]
pub struct AddStaff {
    /// The account: up to 10 letters and digits, `@` and the WeChat name (微信号) of the Official
    /// Account, as in `ann@shop`.
    pub kf_account: KfAccount,
    /// The name that users see, up to 16 characters.
    pub nickname: Option<String>,
    /// The MD5 hash of a password in hexadecimal. The platform ignores it today.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// The WeChat name (微信号) of a person to invite at once.
    pub kf_wx: Option<String>,
}

/// Changes the name of a customer-service account.
///
/// Fails with 65401 when there is no such account, with 65403 when the name is not allowed.
#[endpoint(POST "/customservice/kfaccount/update", title = "修改客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe, call = customer_service.update)]
pub struct UpdateStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: KfAccount,
    /// The name that users see, up to 16 characters.
    pub nickname: Option<String>,
    /// The MD5 hash of a password in hexadecimal. The platform ignores it today.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// The WeChat name (微信号) of the person it belongs to.
    pub kf_wx: Option<String>,
}

/// Deletes a customer-service account.
///
/// Fails with 65401 when there is no such account.
#[endpoint(POST "/customservice/kfaccount/del", title = "删除客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe, call = customer_service.delete)]
pub struct DeleteStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: KfAccount,
}

/// Invites a person to bind their WeChat account to a customer-service account (邀请绑定客服帐号).
///
/// The invitation is valid for 24 hours.
///
/// Fails with 65401 when there is no such account, with 65407 when the person is customer service
/// already, with 65408 when they were invited before, with 65409 when the WeChat name is wrong,
/// with 65410 when they serve too many accounts, with 65411 when the account's invitation is not
/// answered yet, with 65412 when somebody is bound to it.
#[endpoint(POST "/customservice/kfaccount/inviteworker", title = "邀请绑定客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html#3",
    scope(official), call = customer_service.invite)]
pub struct InviteStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: KfAccount,
    /// The WeChat name (微信号) of the person.
    pub invite_wx: String,
}

/// Sets the picture of a customer-service account: JPEG, best 640 by 640 pixels.
///
/// Fails with 65401 when there is no such account, with 40005 when the format is not allowed, with
/// 40009 when the picture is too large.
#[endpoint(POST "/customservice/kfaccount/uploadheadimg", title = "上传客服头像",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe, call = customer_service.set_picture)]
pub struct SetStaffPicture {
    /// The account, as in `ann@shop`.
    #[query]
    pub kf_account: KfAccount,
    /// The picture.
    #[part]
    pub media: FilePart,
}

/// Returns all customer-service accounts.
#[endpoint(GET "/cgi-bin/customservice/getkflist", title = "获取客服基本信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), no_errcode, reply = StaffList, call = customer_service.list)]
pub struct GetStaff {}

/// The customer-service accounts.
#[endpoint(part, reply_to(GetStaff))]
pub struct StaffList {
    /// The accounts.
    pub kf_list: Vec<Staff>,
}

/// A customer-service account.
#[endpoint(part)]
pub struct Staff {
    /// The number of the account.
    pub kf_id: KfId,
    /// The account, as in `ann@shop`.
    pub kf_account: KfAccount,
    /// The name that users see.
    pub kf_nick: String,
    /// The address of the picture.
    pub kf_headimgurl: Option<String>,
    /// The WeChat name of the person bound to the account; missing while nobody is.
    pub kf_wx: Option<String>,
    /// The openid of the person bound to the account; missing while nobody is.
    pub kf_openid: Option<OpenId>,
    /// The WeChat name of the person invited, while they have not accepted.
    pub invite_wx: Option<String>,
    /// When the invitation expires.
    pub invite_expire_time: Option<Timestamp>,
    /// The state of the invitation.
    pub invite_status: Option<InvitationState>,
}

/// The state of an invitation (邀请的状态).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum InvitationState {
    /// It was not answered yet (待确认).
    #[string_enum(rename = "waiting")]
    Waiting,
    /// It was rejected (被拒绝).
    #[string_enum(rename = "rejected")]
    Rejected,
    /// It has expired (过期).
    #[string_enum(rename = "expired")]
    Expired,
    /// A value that this version does not know.
    Other(String),
}

/// Returns the customer-service accounts that are online.
#[endpoint(GET "/cgi-bin/customservice/getonlinekflist", title = "获取在线客服列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html#0",
    scope(official), no_errcode, reply = OnlineStaffList, call = customer_service.online)]
pub struct GetOnlineStaff {}

/// The customer-service accounts that are online.
#[endpoint(part, reply_to(GetOnlineStaff))]
pub struct OnlineStaffList {
    /// The accounts.
    pub kf_online_list: Vec<OnlineStaff>,
}

/// A customer-service account that is online.
#[endpoint(part)]
pub struct OnlineStaff {
    /// The number of the account.
    pub kf_id: KfId,
    /// The account, as in `ann@shop`.
    pub kf_account: KfAccount,
    /// Where the account is online.
    pub status: StaffStatus,
    /// The openid of the person bound to the account; missing while nobody is.
    pub kf_openid: Option<OpenId>,
    /// How many sessions the account has.
    pub accepted_case: u64,
}

int_enum! {
    /// Where a customer-service account is online (客服在线状态).
    pub enum StaffStatus {
        /// In the web client (web 在线).
        Web = 1,
        /// In the mobile client.
        Mobile = 2,
        /// In both.
        Both = 3,
    }
}

/// Opens a session of a user with a customer-service account that is online (创建会话). A
/// [`SessionOpened`] follows.
///
/// Fails with 65401 when there is no such account, with 65402 when nobody is bound to it, with
/// 65414 when another one serves the user, with 65415 when it is not online.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # use weixin_protocol::{OpenId, Secret};
/// # async fn example(wx: impl Caller<Kind = Official>, openid: OpenId) -> Result<(), Error> {
/// let online = wx.customer_service().online().await?.kf_online_list;
/// if let Some(staff) = online.iter().min_by_key(|staff| staff.accepted_case) {
///     wx.customer_service().open_session((&staff.kf_account, openid)).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/customservice/kfsession/create", title = "创建会话",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), retry = safe, call = customer_service.open_session)]
pub struct OpenSession {
    /// The account, as in `ann@shop`.
    pub kf_account: KfAccount,
    /// The user to talk to.
    pub openid: OpenId,
}

/// Ends the session of a user with a customer-service account (关闭会话). A [`SessionClosed`] follows.
///
/// Fails with 65401 when there is no such account, with 65413 when the user has no session.
#[endpoint(POST "/customservice/kfsession/close", title = "关闭会话",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), retry = safe, call = customer_service.close_session)]
pub struct CloseSession {
    /// The account, as in `ann@shop`.
    pub kf_account: KfAccount,
    /// The user whose session ends.
    pub openid: OpenId,
}

/// Returns the customer-service account that a user talks to.
#[endpoint(GET "/customservice/kfsession/getsession", title = "获取客户会话状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), reply = Session, call = customer_service.session)]
pub struct GetSession {
    /// The user to look up.
    pub openid: OpenId,
}

/// The session of a user.
#[endpoint(part, reply_to(GetSession))]
pub struct Session {
    /// The account; missing or empty if the user has no session.
    pub kf_account: Option<KfAccount>,
    /// When the session began.
    pub createtime: Option<Timestamp>,
}

/// Returns the sessions of a customer-service account.
///
/// Fails with 65401 when there is no such account.
#[endpoint(GET "/customservice/kfsession/getsessionlist", title = "获取客服会话列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), no_errcode, reply = Sessions, call = customer_service.sessions_of)]
pub struct GetSessionsOfStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: KfAccount,
}

/// The sessions of a customer-service account.
#[endpoint(part, reply_to(GetSessionsOfStaff))]
pub struct Sessions {
    /// The sessions.
    pub sessionlist: Vec<SessionWith>,
}

/// A session with a user.
#[endpoint(part)]
pub struct SessionWith {
    /// The user who talks to the account.
    pub openid: OpenId,
    /// When the session began.
    pub createtime: Timestamp,
}

/// Returns the users who wait for a session, at most the first 100.
#[endpoint(GET "/customservice/kfsession/getwaitcase", title = "获取未接入会话列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), no_errcode, reply = WaitingUsers, call = customer_service.waiting)]
pub struct GetWaiting {}

/// The users who wait for a session (未接入会话).
#[endpoint(part, reply_to(GetWaiting))]
pub struct WaitingUsers {
    /// How many users wait in all.
    pub count: u64,
    /// The users, at most 100.
    #[serde(default)]
    pub waitcaselist: Vec<WaitingUser>,
}

/// A user who waits for a session.
#[endpoint(part)]
pub struct WaitingUser {
    /// The user who waits.
    pub openid: OpenId,
    /// When the user last wrote.
    pub latest_time: Timestamp,
}

/// Returns the chats between users and customer service within a period of at most 24 hours (聊天记录).
///
/// Fails with 65416 when a value is wrong, with 65417 when the period is longer than 24 hours, with
/// 65400 when the account has not switched to the new customer service.
#[endpoint(POST "/customservice/msgrecord/getmsglist", title = "获取聊天记录",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Obtain_chat_transcript.html",
    scope(official), retry = safe, no_errcode, reply = ChatRecords, call = customer_service.records)]
pub struct GetChatRecords {
    /// The beginning of the period.
    pub starttime: Timestamp,
    /// The end of the period, at most 24 hours later.
    pub endtime: Timestamp,
    /// The message after which the page begins: 1, then [`ChatRecords::msgid`] of the page before.
    pub msgid: ChatRecordId,
    /// How many messages to return, at most 10,000.
    pub number: u32,
}

/// A page of the chats.
#[endpoint(part, reply_to(GetChatRecords))]
pub struct ChatRecords {
    /// The messages of this page.
    pub recordlist: Vec<ChatRecord>,
    /// How many messages are on this page. Fewer than requested: it is the last one.
    pub number: u64,
    /// The last message of this page, to pass in the next request.
    pub msgid: ChatRecordId,
}

/// A message between a user and customer service.
#[endpoint(part)]
pub struct ChatRecord {
    /// The user who took part in the chat.
    pub openid: OpenId,
    /// The customer-service account.
    pub worker: KfAccount,
    /// Who wrote the message.
    pub opercode: ChatDirection,
    /// The text of the message.
    pub text: String,
    /// When it was written.
    pub time: Timestamp,
}

int_enum! {
    /// Who wrote a message (操作码).
    pub enum ChatDirection {
        /// The customer-service account (客服发送信息).
        Staff = 2002,
        /// The user (客服接收消息).
        User = 2003,
    }
}
