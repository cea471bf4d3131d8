//! Mini Programs inside WeCom (小程序登录). `/cgi-bin/miniprogram/*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{AppId, Secret, UserId};

endpoints![CodeToMemberSession, TransferMiniProgramSession];

/// Exchanges the code of `wx.qy.login` for the member and the session key.
/// `GET /cgi-bin/miniprogram/jscode2session`
///
/// A code works once, so this call is never repeated once it may have arrived.
#[endpoint(GET "/cgi-bin/miniprogram/jscode2session", title = "code2Session",
    doc = "https://developer.work.weixin.qq.com/document/path/91507",
    scope(work), retry = unsent, reply = MemberSession)]
pub struct CodeToMemberSession {
    /// The code.
    pub js_code: String,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// A member who has logged in at a Mini Program.
#[endpoint(part)]
pub struct MemberSession {
    /// The corporation.
    pub corpid: Option<AppId>,
    /// The member.
    pub userid: UserId,
    /// With which what `wx.qy` hands out is encrypted.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}

/// Gives what a member and a session of a suite are called in the corporation's own app.
/// `POST /cgi-bin/miniprogram/transfer_session`
#[endpoint(POST "/cgi-bin/miniprogram/transfer_session", title = "小程序登录: 会话迁移",
    doc = "https://developer.work.weixin.qq.com/document/path/93403",
    scope(work), retry = safe, reply = TransferredSession)]
pub struct TransferMiniProgramSession {
    /// The member, as the suite knows them.
    pub userid: UserId,
    /// The session key of the suite.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}

/// A member and a session, as the corporation's own app knows them.
#[endpoint(part)]
pub struct TransferredSession {
    /// The member.
    pub userid: UserId,
    /// The session key.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}

/// The group as a client has it: `wx.mini_program()`.
#[derive(Debug)]
pub struct MiniProgram<'c, C: ?Sized>(&'c C);

/// Gives a client `mini_program()`.
pub trait MiniProgramApi: Caller {
    /// Mini Programs inside WeCom (小程序登录).
    fn mini_program(&self) -> MiniProgram<'_, Self> {
        MiniProgram(self)
    }
}

impl<C: Caller + ?Sized> MiniProgramApi for C where TransferMiniProgramSession: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> MiniProgram<'c, C> {
    /// Exchanges the code of `wx.qy.login` for the member; see [`CodeToMemberSession`].
    pub fn code_to_session(&self, js_code: impl Into<String>) -> Call<'c, C, CodeToMemberSession> {
        Call::new(self.0, CodeToMemberSession::new(js_code))
    }

    /// Gives what a member and a session of a suite are called in the corporation's own app; see
    /// [`TransferMiniProgramSession`].
    pub fn transfer_session(
        &self,
        userid: impl Into<UserId>,
        session_key: impl Into<Secret>,
    ) -> Call<'c, C, TransferMiniProgramSession> {
        Call::new(self.0, TransferMiniProgramSession::new(userid, session_key))
    }
}
