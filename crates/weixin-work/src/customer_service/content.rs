//! Reads and writes the content of a fetched message. A message of a kind that this version does
//! not know is kept as JSON, so that it does not make the whole page unreadable.

use serde::{Deserialize, Deserializer, Serializer, de::Error as _, ser::SerializeMap};
use serde_json::{Map, Value};
use weixin_api::{lenient, msgtype};

use super::{OtherContent, SyncedContent};

/// The name of the field that holds the name of the kind.
const TAG: &str = "msgtype";

/// Writes the name of the kind, and the content in a field of that name.
pub(super) fn serialize<S: Serializer>(
    content: &SyncedContent,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let SyncedContent::Other(other) = content else {
        return msgtype::serialize(content, serializer);
    };
    let mut map = serializer.serialize_map(None)?;
    map.serialize_entry(TAG, &other.msgtype)?;
    if let Some(content) = &other.content {
        map.serialize_entry(&other.msgtype, content)?;
    }
    map.end()
}

/// Reads the same form. Unknown or malformed content is kept as JSON.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<SyncedContent, D::Error> {
    let mut fields = Map::<String, Value>::deserialize(deserializer)?;
    let Some(Value::String(kind)) = fields.remove(TAG) else {
        return Err(D::Error::missing_field(TAG));
    };
    let content = fields.remove(&kind);
    let known = content.clone().and_then(|content| {
        let variant = Map::from_iter([(kind.clone(), content)]);
        lenient::from_value(Value::Object(variant)).ok()
    });
    Ok(known.unwrap_or_else(|| SyncedContent::Other(OtherContent::new(kind, content))))
}
