//! Website applications (网站应用): web sites outside of WeChat whose users log in with WeChat.

use weixin_protocol::{AppId, Secret};

use super::{Grants, PlatformState};

/// A website application of the Open Platform. It has no callback and no access token of its own.
#[derive(Debug)]
pub(crate) struct WebsiteState {
    pub(crate) id: AppId,
    pub(crate) name: String,
    pub(crate) secret: Secret,
    pub(crate) openid_prefix: String,
    /// The domain that logins may redirect to (授权回调域). `None`: any host.
    pub(crate) domain: Option<String>,
    pub(crate) grants: Grants,
}

impl PlatformState {
    pub(crate) fn website(&self, id: &AppId) -> Option<&WebsiteState> {
        self.websites.iter().find(|website| website.id == *id)
    }

    pub(crate) fn website_mut(&mut self, id: &AppId) -> Option<&mut WebsiteState> {
        self.websites.iter_mut().find(|website| website.id == *id)
    }

    /// Adds a website application.
    pub(crate) fn add_website(&mut self) -> AppId {
        let (base, before) = ("Sandbox 沙箱网站应用", self.websites.len());
        let website = WebsiteState {
            id: AppId::new(self.ids.app_id()),
            name: if before == 0 { base.to_owned() } else { format!("{base} {}", before + 1) },
            secret: Secret::new(self.ids.secret()),
            openid_prefix: self.ids.openid_prefix(),
            domain: None,
            grants: Grants::default(),
        };
        let id = website.id.clone();
        self.websites.push(website);
        self.mark_dirty();
        id
    }

    /// The web authorizations of all accounts and websites.
    pub(crate) fn all_grants(&self) -> impl Iterator<Item = (&AppId, &Grants)> {
        let accounts = self.accounts.iter().map(|account| (&account.id, &account.grants));
        accounts.chain(self.websites.iter().map(|website| (&website.id, &website.grants)))
    }

    /// The web authorizations of an account or website.
    pub(crate) fn grants_mut(&mut self, id: &AppId) -> Option<&mut Grants> {
        let website = self.websites.iter_mut().find(|website| website.id == *id);
        match website {
            Some(website) => Some(&mut website.grants),
            None => self
                .accounts
                .iter_mut()
                .find(|account| account.id == *id)
                .map(|account| &mut account.grants),
        }
    }
}
