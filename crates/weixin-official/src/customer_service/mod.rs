//! Customer-service accounts, and who talks to whom (客服管理). `/customservice/*`, `/cgi-bin/customservice/*`

mod event;

pub use event::{SessionClosed, SessionOpened, SessionSwitched};
use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, FilePart, On, Timestamp, codes, endpoint, endpoints};
use weixin_protocol::OpenId;

endpoints![
    AddStaff,
    UpdateStaff,
    DeleteStaff,
    InviteStaff,
    SetStaffPicture,
    GetStaff,
    GetOnlineStaff,
    OpenSession,
    CloseSession,
    GetSession,
    GetSessionsOfStaff,
    GetWaiting,
    GetChatRecords
];

weixin_protocol::messages![SessionOpened, SessionClosed, SessionSwitched];

/// Makes a customer-service account; there are up to 100. `POST /customservice/kfaccount/add`
///
/// Somebody's WeChat account has to be bound to it by [`InviteStaff`] before it can be used.
#[endpoint(POST "/customservice/kfaccount/add", title = "添加客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe)]
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

/// Changes the name of a customer-service account. `POST /customservice/kfaccount/update`
#[endpoint(POST "/customservice/kfaccount/update", title = "修改客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe)]
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

/// Deletes a customer-service account. `POST /customservice/kfaccount/del`
#[endpoint(POST "/customservice/kfaccount/del", title = "删除客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe)]
pub struct DeleteStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
}

/// Asks somebody to take over a customer-service account, in WeChat.
/// `POST /customservice/kfaccount/inviteworker`
///
/// The invitation holds 24 hours.
#[endpoint(POST "/customservice/kfaccount/inviteworker", title = "邀请绑定客服账号",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html#3",
    scope(official))]
pub struct InviteStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
    /// Their WeChat name.
    pub invite_wx: String,
}

/// Sets the picture of a customer-service account: JPEG, best 640 by 640.
/// `POST /customservice/kfaccount/uploadheadimg`
#[endpoint(POST "/customservice/kfaccount/uploadheadimg", title = "上传客服头像",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), retry = safe)]
pub struct SetStaffPicture {
    /// The account, as in `ann@shop`.
    #[query]
    pub kf_account: String,
    /// The picture.
    #[part]
    pub media: FilePart,
}

/// Gives all customer-service accounts. `GET /cgi-bin/customservice/getkflist`
#[endpoint(GET "/cgi-bin/customservice/getkflist", title = "获取客服基本信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html",
    scope(official), bare, reply = StaffList)]
pub struct GetStaff {}

/// The customer-service accounts.
#[endpoint(part)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum InvitationState {
    /// No answer yet.
    #[serde(rename = "waiting")]
    Waiting,
    /// They said no.
    #[serde(rename = "rejected")]
    Rejected,
    /// It is over.
    #[serde(rename = "expired")]
    Expired,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Gives the customer-service accounts that are online.
/// `GET /cgi-bin/customservice/getonlinekflist`
#[endpoint(GET "/cgi-bin/customservice/getonlinekflist", title = "获取在线客服列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html#0",
    scope(official), bare, reply = OnlineStaffList)]
pub struct GetOnlineStaff {}

/// The customer-service accounts that are online.
#[endpoint(part)]
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
/// `POST /customservice/kfsession/create`
#[endpoint(POST "/customservice/kfsession/create", title = "创建会话",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), retry = safe)]
pub struct OpenSession {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
    /// The user.
    pub openid: OpenId,
}

/// Ends the talk of a user with a customer-service account. An event `kf_close_session` follows.
/// `POST /customservice/kfsession/close`
#[endpoint(POST "/customservice/kfsession/close", title = "关闭会话",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), retry = safe)]
pub struct CloseSession {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
    /// The user.
    pub openid: OpenId,
}

/// Says which customer-service account a user talks to. `GET /customservice/kfsession/getsession`
#[endpoint(GET "/customservice/kfsession/getsession", title = "获取客户会话状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), reply = Session)]
pub struct GetSession {
    /// The user.
    pub openid: OpenId,
}

/// Which customer-service account a user talks to.
#[endpoint(part)]
pub struct Session {
    /// The account; none, or empty, if they talk to nobody.
    pub kf_account: Option<String>,
    /// Since when.
    pub createtime: Option<Timestamp>,
}

/// Says to whom a customer-service account talks. `GET /customservice/kfsession/getsessionlist`
#[endpoint(GET "/customservice/kfsession/getsessionlist", title = "获取客服会话列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), bare, reply = Sessions)]
pub struct GetSessionsOfStaff {
    /// The account, as in `ann@shop`.
    pub kf_account: String,
}

/// To whom a customer-service account talks.
#[endpoint(part)]
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

/// Gives the first 100 of those who wait for somebody. `GET /customservice/kfsession/getwaitcase`
#[endpoint(GET "/customservice/kfsession/getwaitcase", title = "获取未接入会话列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html",
    scope(official), bare, reply = WaitingUsers)]
pub struct GetWaiting {}

/// Those who wait for somebody.
#[endpoint(part)]
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
/// `POST /customservice/msgrecord/getmsglist`
#[endpoint(POST "/customservice/msgrecord/getmsglist", title = "获取聊天记录",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Obtain_chat_transcript.html",
    scope(official), retry = safe, bare, reply = ChatRecords)]
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
#[endpoint(part)]
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

codes! {
    /// Who wrote.
    pub enum ChatDirection {
        /// The customer-service account.
        Staff = 2002,
        /// The user.
        User = 2003,
    }
}
/// The group as a client has it: `wx.customer_service()`.
#[derive(Debug)]
pub struct CustomerService<'c, C: ?Sized>(&'c C);

/// Gives a client `customer_service()`.
pub trait CustomerServiceApi: Caller {
    /// Customer-service accounts, and who talks to whom (客服管理).
    fn customer_service(&self) -> CustomerService<'_, Self> {
        CustomerService(self)
    }
}

impl<C: Caller + ?Sized> CustomerServiceApi for C where AddStaff: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CustomerService<'c, C> {
    /// Makes an account; see [`AddStaff`].
    pub fn add(&self, kf_account: impl Into<String>) -> Call<'c, C, AddStaff> {
        Call::new(self.0, AddStaff::new(kf_account))
    }

    /// Changes an account; see [`UpdateStaff`].
    pub fn update(&self, kf_account: impl Into<String>) -> Call<'c, C, UpdateStaff> {
        Call::new(self.0, UpdateStaff::new(kf_account))
    }

    /// Deletes an account; see [`DeleteStaff`].
    pub fn delete(&self, kf_account: impl Into<String>) -> Call<'c, C, DeleteStaff> {
        Call::new(self.0, DeleteStaff::new(kf_account))
    }

    /// Asks somebody to take over an account; see [`InviteStaff`].
    pub fn invite(
        &self,
        kf_account: impl Into<String>,
        invite_wx: impl Into<String>,
    ) -> Call<'c, C, InviteStaff> {
        Call::new(self.0, InviteStaff::new(kf_account, invite_wx))
    }

    /// Sets the picture of an account; see [`SetStaffPicture`].
    pub fn set_picture(
        &self,
        kf_account: impl Into<String>,
        media: FilePart,
    ) -> Call<'c, C, SetStaffPicture> {
        Call::new(self.0, SetStaffPicture::new(kf_account, media))
    }

    /// All accounts; see [`GetStaff`].
    pub fn list(&self) -> Call<'c, C, GetStaff> {
        Call::new(self.0, GetStaff::new())
    }

    /// The accounts that are online; see [`GetOnlineStaff`].
    pub fn online(&self) -> Call<'c, C, GetOnlineStaff> {
        Call::new(self.0, GetOnlineStaff::new())
    }

    /// Gives a user to an account; see [`OpenSession`].
    pub fn open_session(
        &self,
        kf_account: impl Into<String>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, OpenSession> {
        Call::new(self.0, OpenSession::new(kf_account, openid))
    }

    /// Ends their talk; see [`CloseSession`].
    pub fn close_session(
        &self,
        kf_account: impl Into<String>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, CloseSession> {
        Call::new(self.0, CloseSession::new(kf_account, openid))
    }

    /// Which account a user talks to; see [`GetSession`].
    pub fn session(&self, openid: impl Into<OpenId>) -> Call<'c, C, GetSession> {
        Call::new(self.0, GetSession::new(openid))
    }

    /// To whom an account talks; see [`GetSessionsOfStaff`].
    pub fn sessions_of(&self, kf_account: impl Into<String>) -> Call<'c, C, GetSessionsOfStaff> {
        Call::new(self.0, GetSessionsOfStaff::new(kf_account))
    }

    /// Who waits for somebody; see [`GetWaiting`].
    pub fn waiting(&self) -> Call<'c, C, GetWaiting> {
        Call::new(self.0, GetWaiting::new())
    }

    /// What was said; see [`GetChatRecords`].
    pub fn records(
        &self,
        starttime: Timestamp,
        endtime: Timestamp,
        msgid: u64,
        number: u32,
    ) -> Call<'c, C, GetChatRecords> {
        Call::new(self.0, GetChatRecords::new(starttime, endtime, msgid, number))
    }
}
