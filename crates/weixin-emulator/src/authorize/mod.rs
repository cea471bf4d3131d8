//! Web authorization (网页授权) and web login: the pages on which a user permits a web site to learn
//! who they are.

mod parse;

pub(crate) use parse::is_allowed;
use weixin_api::wire::query;
use weixin_protocol::{AppId, PeerId};

use crate::{
    Problem,
    state::{PersonState, PlatformState, USERINFO, VisitingPerson},
};

/// A page of the platform that asks a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ConsentPage {
    /// A page of an Official Account, inside WeChat.
    Official,
    /// The QR code of a website application (网站应用).
    Website,
    /// A page of a WeCom app, inside WeCom.
    Work,
    /// The QR code of a WeCom app (企业微信登录), in both versions.
    WorkLogin,
}

const IN_APP: (&str, &str) = ("open.weixin.qq.com", "/connect/oauth2/authorize");
const WEBSITE: (&str, &str) = ("open.weixin.qq.com", "/connect/qrconnect");
const WORK_QR: (&str, &str) = ("open.work.weixin.qq.com", "/wwopen/sso/qrConnect");
const WORK_LOGIN: (&str, &str) = ("login.work.weixin.qq.com", "/wwlogin/sso/login");

/// The host that serves a page of this path. No other host of the platform has these paths.
pub(crate) fn host_of_page(path: &str) -> Option<&'static str> {
    let pages = [IN_APP, WEBSITE, WORK_QR, WORK_LOGIN];
    pages.into_iter().find(|(_, page)| *page == path).map(|(host, _)| host)
}

/// The path and the query of a URL that a browser opens, without the emulator's own prefix.
pub(crate) fn path_and_query(url: &str) -> (&str, &str) {
    let url = url.split('#').next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let path = path.find('/').map_or("/", |at| &path[at..]);
    let path = match path.strip_prefix("/@") {
        Some(rest) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => path,
    };
    (path, query)
}

/// The consent that a web page requests from a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Consent {
    pub(crate) page: ConsentPage,
    /// The account, website or corp.
    pub(crate) account: AppId,
    pub(crate) scope: String,
    /// Whether the page has to open as a snapshot (`forceSnapShot`).
    pub(crate) forced_snapshot: bool,
    redirect: String,
    state: String,
}

/// Who opens the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Visitor {
    /// A person at the account, website or corp, by openid or userid.
    Known(PeerId),
    /// The person with this name. At WeCom somebody outside of the corp, unless a member has the name.
    Named(String),
}

/// What the user does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    /// They agree, or are not asked.
    Agree,
    Reject,
    /// They look at a snapshot of the page (快照页) without having agreed.
    Snapshot,
}

impl Consent {
    /// Whether the user is asked for confirmation.
    pub(crate) fn needs_confirmation(&self) -> bool {
        match self.page {
            ConsentPage::Official => self.scope == USERINFO,
            ConsentPage::Work => self.scope == PRIVATE,
            ConsentPage::Website | ConsentPage::WorkLogin => true,
        }
    }

    /// Whether the page can be opened as a snapshot: only if it asks for the profile.
    pub(crate) fn has_snapshot(&self) -> bool {
        self.page == ConsentPage::Official && self.needs_confirmation()
    }

    /// What a user who rejects nothing does.
    pub(crate) fn default_decision(&self) -> Decision {
        if self.forced_snapshot { Decision::Snapshot } else { Decision::Agree }
    }

    /// Whether people outside of the account, website or corp become known to it by visiting.
    pub(crate) fn is_of_corp(&self) -> bool {
        matches!(self.page, ConsentPage::Work | ConsentPage::WorkLogin)
    }

    /// The URL that the user is redirected to, with a code unless they rejected.
    ///
    /// # Errors
    /// If the person does not exist, or must not use the app.
    pub(crate) fn redirect(
        &self,
        state: &mut PlatformState,
        visitor: &Visitor,
        decision: Decision,
    ) -> Result<String, Problem> {
        let known = match visitor {
            Visitor::Known(id) => state.person(&self.account, id),
            Visitor::Named(name) => {
                state.people_of(&self.account).find(|person| person.name == *name)
            }
        };
        if known.is_none() && matches!(visitor, Visitor::Known(_)) {
            return Err(Problem::new("The person does not exist.", "用户不存在。"));
        }
        if self.page == ConsentPage::WorkLogin && known.is_some_and(|person| !person.following) {
            return Err(Problem::new(
                "The member is not in the visible range of the app.",
                "该成员不在应用的可见范围内，无权限登录。",
            )
            .hint("Add them to the range first.", "请先将其加入应用的可见范围。"));
        }
        let mut added = Vec::new();
        if decision != Decision::Reject {
            let member = known.map(|member| (member.id.clone(), member.following));
            let code = match (self.is_of_corp(), visitor) {
                (true, _) => self.issue_work_code(state, member, visitor),
                (false, Visitor::Known(id)) => self.issue_code(state, id.clone(), decision),
                (false, Visitor::Named(name)) => {
                    let id = state.person_by_name(&self.account, name);
                    self.issue_code(state, id, decision)
                }
            };
            added.push(format!("code={code}"));
        }
        added.push(format!("state={}", query::encode(&self.state)));
        Ok(self.with_parameters(&added.join("&")))
    }

    /// Issues a code of an Official Account or website.
    fn issue_code(&self, state: &mut PlatformState, user: PeerId, decision: Decision) -> String {
        let snapshot = decision == Decision::Snapshot && self.has_snapshot();
        let (code, now) = (state.ids.secret(), state.now());
        // A snapshot does not reveal the user: the account gets a virtual one.
        let user = if snapshot {
            let prefix = state.account(&self.account).map(|of| of.openid_prefix.clone());
            PeerId::new(state.ids.openid(&prefix.unwrap_or_default()))
        } else {
            user
        };
        if let Some(grants) = state.grants_mut(&self.account) {
            grants.issue_code(user, self.scope.clone(), snapshot, code.clone(), now);
        }
        code
    }

    /// Issues a code of a WeCom app. `member`: the userid, and whether the app is visible to them.
    fn issue_work_code(
        &self,
        state: &mut PlatformState,
        member: Option<(PeerId, bool)>,
        visitor: &Visitor,
    ) -> String {
        let (code, now) = (state.ids.work_secret(), state.now());
        let (visitor, visible) = match (member, visitor) {
            (Some((id, visible)), _) => (VisitingPerson::Member(id), visible),
            (None, Visitor::Known(id)) => (VisitingPerson::Member(id.clone()), false),
            (None, Visitor::Named(name)) => (VisitingPerson::Outsider(name.clone()), false),
        };
        let private = self.scope == PRIVATE && visible;
        if let Some(account) = state.account_mut(&self.account) {
            account.visits.issue_code(visitor, private, code.clone(), now);
        }
        code
    }

    /// The page's own URL with more parameters.
    fn with_parameters(&self, added: &str) -> String {
        let (address, fragment) = match self.redirect.split_once('#') {
            Some((address, fragment)) => (address, format!("#{fragment}")),
            None => (&*self.redirect, String::new()),
        };
        let separator = if address.contains('?') { '&' } else { '?' };
        format!("{address}{separator}{added}{fragment}")
    }

    /// The people who can open the page: those of the account, and the others by name.
    pub(crate) fn visitors<'s>(
        &self,
        state: &'s PlatformState,
    ) -> (Vec<&'s PersonState>, Vec<&'s PersonState>) {
        let own: Vec<_> = state.people_of(&self.account).collect();
        let mut others: Vec<&PersonState> = Vec::new();
        for person in &state.people {
            let known = own.iter().chain(&others).any(|known| known.name == person.name);
            if !known && person.account != self.account {
                others.push(person);
            }
        }
        (own, others)
    }
}

/// The scope that includes private data of a member.
const PRIVATE: &str = "snsapi_privateinfo";
