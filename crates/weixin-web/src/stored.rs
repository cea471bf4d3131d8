//! Values in the store, as JSON.

use http::StatusCode;
use serde::{Serialize, de::DeserializeOwned};
use weixin_store::{Entry, ErrorKind, Key, Store, Value};

use crate::Problem;

/// A value as it is stored.
pub(crate) fn write(value: &impl Serialize) -> Result<Value, Problem> {
    serde_json::to_string(value).map(Value::from).map_err(|error| {
        tracing::error!(%error, "a value cannot be written as JSON");
        Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR)
    })
}

/// A stored value. What cannot be read counts as missing.
pub(crate) fn read<T: DeserializeOwned>(entry: &Entry) -> Option<T> {
    serde_json::from_str(entry.value.text().ok()?).ok()
}

/// The value of a key, if there is one and it is sealed with the store's key. An account that has another AppSecret now
/// has other keys, too.
pub(crate) async fn get_sealed<T: DeserializeOwned>(
    store: &dyn Store,
    key: &Key,
) -> Result<Option<T>, Problem> {
    match store.get(key).await {
        Err(error) if error.kind() == ErrorKind::Unreadable => Ok(None),
        entry => Ok(entry?.as_ref().and_then(read)),
    }
}

/// Random bytes, for tokens.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Problem> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        tracing::error!(%error, "the system provides no random numbers");
        Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR)
    })?;
    Ok(bytes)
}
