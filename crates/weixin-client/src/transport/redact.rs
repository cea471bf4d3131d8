//! Removes secrets that the platform quotes in its error messages.

use weixin_api::{Error, wire::Outgoing};
use weixin_protocol::Secret;

/// Removes the credential from the platform's words, should they quote it.
pub(super) fn redact(error: Error, _request: &Outgoing, credential: Option<&Secret>) -> Error {
    let Some(credential) = credential.filter(|credential| !credential.is_empty()) else {
        return error;
    };
    error.map_message(|message| {
        message.contains(credential.expose()).then(|| message.replace(credential.expose(), "…"))
    })
}
