//! Where tokens are stored.

use std::sync::Arc;

use weixin_api::{Clock, CredentialKey};
use weixin_store::{Key, Store};

use super::token_slot::TokenSlot;

/// All tokens in a store that belong to one environment: the platform, or an emulator.
#[derive(Debug)]
pub(crate) struct TokenStore {
    store: Arc<dyn Store>,
    under: Key,
}

impl TokenStore {
    /// The tokens in `store` of an environment: the address of an emulator, or empty for the
    /// platform.
    pub(crate) fn new(store: Arc<dyn Store>, environment: &str) -> Self {
        Self { store, under: Key::new("credential").join(environment) }
    }

    pub(super) fn slot(&self, key: &CredentialKey, clock: Arc<dyn Clock>) -> TokenSlot {
        let key = key.parts().iter().fold(self.under.clone(), |key, part| key.join(part));
        TokenSlot::new(Arc::clone(&self.store), key, clock)
    }
}
