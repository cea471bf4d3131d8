//! The conversation with the platform about a login.

use http::StatusCode;
use weixin_api::kind::{Official, Work};
use weixin_client::Client;
use weixin_official::oauth::{self as official, OauthApi as _, UserToken};
use weixin_protocol::Secret;
use weixin_work::oauth::{self as work, OauthApi as _};

use super::{Identity, Profile, Way};
use crate::{
    Problem, Web,
    problem::{platform_code, rejected},
};

/// The client of the account that a visitor logs in at.
pub(super) enum Site {
    Official(Client<Official>),
    Work(Client<Work>),
}

/// Who has logged in.
pub(super) struct Visitor {
    pub(super) identity: Identity,
    /// `None` if it was not asked for.
    pub(super) profile: Option<Profile>,
    /// The page is a snapshot, and the visitor a virtual one.
    pub(super) is_snapshot: bool,
    /// With which the profile can be read again.
    pub(super) refresh_token: Option<Secret>,
}

impl Site {
    /// The account with this name; the only one that fits if it has none.
    pub(super) fn find(web: &Web, way: Way, account: Option<&str>) -> Result<Self, Problem> {
        let fits = |client: Client| match way {
            Way::InWechat | Way::Website => client.official().map(Self::Official),
            Way::InWecom => client.work().map(Self::Work),
            // The page for logging in needs an app.
            Way::WecomQr => {
                client.work().filter(|client| client.account().agent().is_some()).map(Self::Work)
            }
        };
        match account {
            Some(name) => fits(web.client(name)?).ok_or_else(not_clear),
            None => {
                let mut all = web.clients().into_iter().filter_map(fits);
                all.next().filter(|_| all.next().is_none()).ok_or_else(not_clear)
            }
        }
    }

    /// The name by which it is found again.
    pub(super) fn name(&self) -> String {
        let account = match self {
            Self::Official(wx) => wx.account(),
            Self::Work(wx) => wx.account(),
        };
        match account.agent() {
            Some(agent) => format!("{}/{agent}", account.id()),
            None => account.id().to_string(),
        }
    }

    /// Where the visitor authorizes.
    pub(super) fn address(&self, way: Way, back: &str, explicit: bool, state: &str) -> String {
        match self {
            Self::Official(wx) if way == Way::Website => {
                wx.page_address(&official::login_url(wx.account().id(), back, state))
            }
            Self::Official(wx) => {
                let scope =
                    if explicit { official::Scope::UserInfo } else { official::Scope::Base };
                wx.page_address(&wx.oauth().url(back, scope, state))
            }
            Self::Work(wx) => {
                let scope = if explicit { work::Scope::PrivateInfo } else { work::Scope::Base };
                let login =
                    (way == Way::WecomQr).then(|| wx.oauth().login_url(back, state)).flatten();
                wx.page_address(&login.unwrap_or_else(|| wx.oauth().url(back, scope, state)))
            }
        }
    }

    /// Exchanges the code with which a visitor returned.
    pub(super) async fn exchange(&self, code: Secret, explicit: bool) -> Result<Visitor, Problem> {
        match self {
            Self::Official(wx) => exchange_at_official(wx, code, explicit).await,
            Self::Work(wx) => exchange_at_work(wx, code).await,
        }
    }
}

async fn exchange_at_official(
    wx: &Client<Official>,
    code: Secret,
    explicit: bool,
) -> Result<Visitor, Problem> {
    let token = wx.oauth().token(code).await.map_err(code_rejected)?;
    let mut visitor = Visitor {
        identity: Identity::Wechat { openid: token.openid.clone(), unionid: token.unionid.clone() },
        profile: None,
        is_snapshot: token.is_snapshotuser.unwrap_or_default(),
        refresh_token: None,
    };
    if explicit {
        let (profile, identity) = profile(wx, &token).await?;
        (visitor.profile, visitor.identity) = (Some(profile), identity);
        visitor.refresh_token = Some(token.refresh_token);
    }
    Ok(visitor)
}

/// Name and picture of a visitor who has agreed.
pub(super) async fn profile(
    wx: &Client<Official>,
    token: &UserToken,
) -> Result<(Profile, Identity), Problem> {
    let found = wx.oauth().visitor(token).await?;
    let unionid = found.unionid.or_else(|| token.unionid.clone());
    let identity = Identity::Wechat { openid: found.openid, unionid };
    let profile = Profile {
        nickname: Some(found.nickname),
        avatar: found.headimgurl.filter(|address| !address.is_empty()),
        ..Profile::default()
    };
    Ok((profile, identity))
}

async fn exchange_at_work(wx: &Client<Work>, code: Secret) -> Result<Visitor, Problem> {
    let found = wx.oauth().visitor(code).await.map_err(code_rejected)?;
    let identity = match found.userid {
        Some(userid) => Identity::Member { userid },
        None => Identity::Guest { openid: found.openid, external_userid: found.external_userid },
    };
    let profile = match found.user_ticket {
        Some(ticket) => {
            let detail = wx.oauth().visitor_detail(ticket).await?;
            let (avatar, mobile) = (detail.avatar, detail.mobile);
            let email = detail.biz_mail.or(detail.email);
            Some(Profile { nickname: None, avatar, mobile, email })
        }
        None => None,
    };
    Ok(Visitor { identity, profile, is_snapshot: false, refresh_token: None })
}

/// Why the platform did not accept a code.
fn code_rejected(failed: weixin_api::Error) -> Problem {
    match platform_code(&failed) {
        // Wrong; used before; expired; used before (WeCom).
        Some(40029 | 40163 | 42003 | 42022) => {
            let problem = Problem::new(StatusCode::BAD_REQUEST, "login-code-rejected")
                .text("The login has expired, or was completed before.", "登录已过期，或已经完成。")
                .hint("Open the page again.", "请重新打开页面。");
            rejected(problem, failed)
        }
        _ => failed.into(),
    }
}

fn not_clear() -> Problem {
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "ambiguous-account").detail(
        "The account for this login is not clear: name one with `WebLogin::account`, or {appid} in the path.",
    )
}
