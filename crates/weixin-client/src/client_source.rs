//! Where a program finds the clients of its accounts.

use weixin_api::{Kind, names_account};

use crate::Client;

/// The clients of the accounts that a program serves.
///
/// A client is the source of itself, a list that of all in it. The `App` of a bot is the source of the
/// clients of all accounts that it serves at the moment, which may change while it runs.
pub trait ClientSource: Send + Sync + 'static {
    /// All clients, in any order.
    fn clients(&self) -> Vec<Client>;

    /// The client of the account with this appid. In WeCom, `ww0123…/1000002` is an app of a corporation, and
    /// the corpid alone is any of its apps. `None` if there is no such account.
    fn client(&self, app_id: &str) -> Option<Client> {
        self.clients().into_iter().find(|client| {
            let account = client.account();
            let agent = account.agent().map(|agent| agent.to_string());
            names_account(app_id, None, account.id().as_str(), agent.as_deref())
        })
    }
}

impl<K: Kind> ClientSource for Client<K> {
    fn clients(&self) -> Vec<Client> {
        vec![self.any()]
    }
}

/// The accounts of both, such as those of a bot, and a web site that is registered at the Open Platform.
impl<A: ClientSource, B: ClientSource> ClientSource for (A, B) {
    fn clients(&self) -> Vec<Client> {
        [self.0.clients(), self.1.clients()].concat()
    }
}

impl ClientSource for Vec<Client> {
    fn clients(&self) -> Vec<Client> {
        self.clone()
    }
}
