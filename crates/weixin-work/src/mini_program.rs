//! Mini Programs inside WeCom (小程序登录). `/cgi-bin/miniprogram/*`

use weixin_api::{endpoint, group};
use weixin_protocol::{CorpId, Secret, UserId};

group! {
    /// Mini Programs inside WeCom (小程序登录).
    mini_program: [TransferMiniProgramSession, CodeToMemberSession]
}

/// Exchanges the code of `wx.qy.login` for the member and the session key.
///
/// A code works once, so this call is never repeated once it may have arrived.
///
/// Fails with 40029 when the code is wrong, has expired or was used.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// # let js_code = "CODE";
/// let session = wx.mini_program().code_to_session(js_code).await?;
/// println!("{} has logged in", session.userid);
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/miniprogram/jscode2session", title = "code2Session",
    doc = "https://developer.work.weixin.qq.com/document/path/91507",
    scope(work), retry = unsent, reply = MemberSession, call = mini_program.code_to_session)]
pub struct CodeToMemberSession {
    /// The code; it is valid for five minutes.
    #[serde(serialize_with = "weixin_api::expose")]
    pub js_code: Secret,
    /// Always `authorization_code`, the default.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// A member who has logged in at a Mini Program.
#[endpoint(part, reply_to(CodeToMemberSession))]
pub struct MemberSession {
    /// The member's corporation.
    pub corpid: Option<CorpId>,
    /// Id of the member.
    pub userid: UserId,
    /// The key with which `wx.qy` encrypts the data it hands out.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}

/// Converts a member and session key of a suite into those of the corporation's own app (会话迁移).
#[endpoint(POST "/cgi-bin/miniprogram/transfer_session", title = "小程序登录: 会话迁移",
    doc = "https://developer.work.weixin.qq.com/document/path/93403",
    scope(work), retry = safe, reply = TransferredSession, call = mini_program.transfer_session)]
pub struct TransferMiniProgramSession {
    /// The member, as the suite knows them.
    pub userid: UserId,
    /// Session key that the suite obtained.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}

/// A member and a session, as the corporation's own app knows them.
#[endpoint(part, reply_to(TransferMiniProgramSession))]
pub struct TransferredSession {
    /// The member, as the corporation's own app knows them.
    pub userid: UserId,
    /// Session key for the corporation's own app.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}
