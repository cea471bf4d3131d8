//! The handle of a website application.

use std::sync::Arc;

use weixin_protocol::{AppId, Secret};

use crate::{Person, platform::Platform};

/// A sandbox website application (网站应用) of the Open Platform: a web site outside of WeChat, whose
/// users log in by scanning a QR code. It has an appid and an AppSecret, but neither a callback nor
/// an access token.
#[derive(Clone)]
pub struct Website {
    platform: Arc<Platform>,
    id: AppId,
}

impl Website {
    pub(crate) fn new(platform: Arc<Platform>, id: AppId) -> Self {
        Self { platform, id }
    }

    /// The appid.
    pub fn id(&self) -> &AppId {
        &self.id
    }

    /// The AppSecret.
    pub fn secret(&self) -> Secret {
        let secret = self.platform.read(|state| Some(state.website(&self.id)?.secret.clone()));
        secret.expect("websites are never removed")
    }

    /// Sets the domain that logins may redirect to (授权回调域). If none is set, every host is allowed.
    pub fn domain(self, domain: impl Into<String>) -> Self {
        self.platform.update(|state| {
            if let Some(website) = state.website_mut(&self.id) {
                website.domain = Some(domain.into());
            }
            state.mark_dirty();
        });
        self
    }

    /// The person with this name, who is created on first use.
    pub fn person(&self, name: &str) -> Person {
        let id = self.platform.update(|state| state.person_by_name(&self.id, name));
        Person::new(self.platform.clone(), self.id.clone(), id)
    }
}

impl std::fmt::Debug for Website {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Website").field("id", &self.id).finish_non_exhaustive()
    }
}
