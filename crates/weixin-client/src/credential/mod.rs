//! Credentials: where they are kept, how they are fetched, and what happens when the platform
//! rejects one. Nothing here knows how a request is sent or repeated: see [`SendTokenRequest`].

mod cached;
mod central;
mod current;
mod manager;
mod refresh;
mod state;
mod stored_ticket;
mod token_slot;
mod token_store;

use std::fmt;

use weixin_api::{
    BoxFuture, Error, Timestamp,
    wire::{ApiRequest, ApiResponse},
};

pub use central::CentralCredentials;
pub use current::{CurrentToken, TokenOrigin};
pub use stored_ticket::StoredTicket;

pub(crate) use manager::TokenManager;
pub(crate) use token_store::TokenStore;

/// Sends the requests that obtain credentials.
pub(crate) trait SendTokenRequest: fmt::Debug + Send + Sync + 'static {
    /// Sends a request, with the credential that it needs itself, and returns the answer if it has
    /// no error code. No attempt begins after `deadline`.
    fn send<'a>(
        &'a self,
        request: &'a ApiRequest,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<ApiResponse, Error>>;
}
