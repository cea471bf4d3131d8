//! Customer-service accounts, and who talks to whom (客服管理). `/customservice/*`, `/cgi-bin/customservice/*`

mod event;

pub use event::{SessionClosed, SessionOpened, SessionSwitched};
use weixin_api::{FilePart, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::OpenId;

group! {
    /// Customer-service accounts, and who talks to whom (客服管理).
    customer_service: [AddStaff, UpdateStaff, DeleteStaff, InviteStaff, SetStaffPicture, GetStaff, GetOnlineStaff, OpenSession, CloseSession, GetSession, GetSessionsOfStaff, GetWaiting, GetChatRecords]
}

weixin_protocol::messages![SessionOpened, SessionClosed, SessionSwitched];

/// Makes a customer-service account; there are up to 100.
///
/// Somebody's WeChat account has to be bound to it by [`InviteStaff`] before it can be used.
#[endpoint(POST "/customservice/kfaccount/add", title = "添加客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe, call = customer_service.add)]
pub struct AddStaff {
    /// The account, as in `ann@shop`: up to 10 letters and digits, and the name of the Official
    /// Account.
    pub kf_account: String,
    /// The name users see: up to 16 characters.
    pub nickname: Option<String>,
    /// The password, as its MD5 in hexadecimal. Not heeded any more.
    pub password: Option<String>,
    /// Somebody's WeChat name, to be invited at once.
    pub kf_wx: Option<String>,
}

/// Changes the name of a customer-service account.
#[endpoint(POST "/customservice/kfaccount/update", title = "修改客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe, call = customer_service.update)]
pub struct UpdateStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
    /// The name users see: up to 16 characters.
    pub nickname: Option<String>,
    /// The password, as its MD5 in hexadecimal. Not heeded any more.
    pub password: Option<String>,
    /// Somebody's WeChat name.
    pub kf_wx: Option<String>,
}

/// Deletes a customer-service account.
#[endpoint(POST "/customservice/kfaccount/del", title = "删除客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe, call = customer_service.delete)]
pub struct DeleteStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
}

/// Asks somebody to take over a customer-service account, in WeChat.
///
/// The invitation holds 24 hours.
#[endpoint(POST "/customservice/kfaccount/inviteworker", title = "邀请绑定客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html#3",
    scope(official), call = customer_service.invite)]
pub struct InviteStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
    /// Their WeChat name.
    pub invite_wx: String,
}

/// Sets the picture of a customer-service account: JPEG, best 640 by 640.
#[endpoint(POST "/customservice/kfaccount/uploadheadimg", title = "上传客服头像",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe, call = customer_service.set_picture)]
pub struct SetStaffPicture {
    /// The account, as in `ann@shop`.
    #[query]
    pub kf_account: String,
    /// The picture.
    #[part]
    pub media: FilePart,
}

/// Gives all customer-service accounts.
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
    /// Its number.
    pub kf_id: String,
    /// Its name, as in `ann@shop`.
    pub kf_account: String,
    /// The name users see.
    pub kf_nick: String,
    /// The address of its picture.
    pub kf_headimgurl: Option<String>,
    /// The WeChat name of whoever it belongs to.
    pub kf_wx: Option<String>,
    /// Whoever it belongs to.
    pub kf_openid: Option<OpenId>,
    /// Who was invited, while they have not answered.
    pub invite_wx: Option<String>,
    /// When the invitation ends.
    pub invite_expire_time: Option<Timestamp>,
    /// What became of the invitation.
    pub invite_status: Option<InvitationState>,
}

/// What became of an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum InvitationState {
    /// No answer yet.
    #[string_enum(rename = "waiting")]
    Waiting,
    /// They said no.
    #[string_enum(rename = "rejected")]
    Rejected,
    /// It is over.
    #[string_enum(rename = "expired")]
    Expired,
    /// A value that this version does not know.
    Other(String),
}

/// Gives the customer-service accounts that are online.
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
    /// Its number.
    pub kf_id: String,
    /// Its name, as in `ann@shop`.
    pub kf_account: String,
    /// 1: on the web.
    pub status: u8,
    /// Whoever it belongs to.
    pub kf_openid: Option<OpenId>,
    /// With how many people it is talking.
    pub accepted_case: u64,
}

/// Gives a user to a customer-service account that is online. An event `kf_create_session` follows.
#[endpoint(POST "/customservice/kfsession/create", title = "创建会话",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), retry = safe, call = customer_service.open_session)]
pub struct OpenSession {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
    /// The user.
    pub openid: OpenId,
}

/// Ends the talk of a user with a customer-service account. An event `kf_close_session` follows.
#[endpoint(POST "/customservice/kfsession/close", title = "关闭会话",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), retry = safe, call = customer_service.close_session)]
pub struct CloseSession {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
    /// The user.
    pub openid: OpenId,
}

/// Says which customer-service account a user talks to.
#[endpoint(GET "/customservice/kfsession/getsession", title = "获取客户会话状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), reply = Session, call = customer_service.session)]
pub struct GetSession {
    /// The user.
    pub openid: OpenId,
}

/// Which customer-service account a user talks to.
#[endpoint(part, reply_to(GetSession))]
pub struct Session {
    /// The account; none, or empty, if they talk to nobody.
    pub kf_account: Option<String>,
    /// Since when.
    pub createtime: Option<Timestamp>,
}

/// Says to whom a customer-service account talks.
#[endpoint(GET "/customservice/kfsession/getsessionlist", title = "获取客服会话列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), no_errcode, reply = Sessions, call = customer_service.sessions_of)]
pub struct GetSessionsOfStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
}

/// To whom a customer-service account talks.
#[endpoint(part, reply_to(GetSessionsOfStaff))]
pub struct Sessions {
    /// The users.
    pub sessionlist: Vec<SessionWith>,
}

/// A user that a customer-service account talks to.
#[endpoint(part)]
pub struct SessionWith {
    /// The user.
    pub openid: OpenId,
    /// Since when.
    pub createtime: Timestamp,
}

/// Gives the first 100 of those who wait for somebody.
#[endpoint(GET "/customservice/kfsession/getwaitcase", title = "获取未接入会话列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), no_errcode, reply = WaitingUsers, call = customer_service.waiting)]
pub struct GetWaiting {}

/// Those who wait for somebody.
#[endpoint(part, reply_to(GetWaiting))]
pub struct WaitingUsers {
    /// How many there are.
    pub count: u64,
    /// The first 100.
    #[serde(default)]
    pub waitcaselist: Vec<WaitingUser>,
}

/// Somebody who waits.
#[endpoint(part)]
pub struct WaitingUser {
    /// Who.
    pub openid: OpenId,
    /// When they last wrote.
    pub latest_time: Timestamp,
}

/// Gives what was said between users and customer service, within 24 hours at most.
#[endpoint(POST "/customservice/msgrecord/getmsglist", title = "获取聊天记录",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Obtain_chat_transcript.html",
    scope(official), retry = safe, no_errcode, reply = ChatRecords, call = customer_service.records)]
pub struct GetChatRecords {
    /// From when.
    pub starttime: Timestamp,
    /// Until when.
    pub endtime: Timestamp,
    /// After which message to begin: 1, then that of the page before.
    pub msgid: u64,
    /// How many: up to 10,000.
    pub number: u32,
}

/// A page of what was said.
#[endpoint(part, reply_to(GetChatRecords))]
pub struct ChatRecords {
    /// The messages.
    pub recordlist: Vec<ChatRecord>,
    /// How many there are. Fewer than asked for: it was the last page.
    pub number: u64,
    /// The last one, to begin the next page after.
    pub msgid: u64,
}

/// A message between a user and customer service.
#[endpoint(part)]
pub struct ChatRecord {
    /// The user.
    pub openid: OpenId,
    /// The customer-service account.
    pub worker: String,
    /// Who wrote.
    pub opercode: ChatDirection,
    /// What.
    pub text: String,
    /// When.
    pub time: Timestamp,
}

int_enum! {
    /// Who wrote.
    pub enum ChatDirection {
        /// The customer-service account.
        Staff = 2002,
        /// The user.
        User = 2003,
    }
}
