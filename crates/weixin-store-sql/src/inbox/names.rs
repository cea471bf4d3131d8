//! How ids and lanes are written in columns.

use std::borrow::Cow;

use weixin_protocol::Signature;
use weixin_store::{
    Error, ErrorKind,
    inbox::{Envelope, ItemId},
};

/// The maximum length of a stored id, in bytes: an index of Postgres takes 2,700.
const MAX_ID: usize = 1000;

/// Longer names of lanes are shortened.
const MAX_LANE: usize = 400;

/// An id as it is stored. Postgres does not store U+0000.
pub(super) fn id(id: &ItemId) -> Result<String, Error> {
    let encoded = encode(id.as_str());
    if encoded.len() > MAX_ID {
        let message = format!(
            "the id of a push may be at most {MAX_ID} bytes long, this one has {}",
            encoded.len()
        );
        return Err(Error::new(ErrorKind::Invalid, message));
    }
    Ok(encoded.into_owned())
}

/// The id that was stored like this.
pub(super) fn decode_id(stored: &str) -> ItemId {
    if !stored.contains('%') {
        return ItemId::new(stored);
    }
    ItemId::new(stored.replace("%00", "\0").replace("%25", "%"))
}

/// The lane of a push: its account and its order key. `None` if it is independent.
pub(super) fn lane(envelope: &Envelope) -> Option<String> {
    let key = envelope.order_key()?;
    let lane = format!("{}#{}", envelope.push().account(), encode(key));
    Some(if lane.len() > MAX_LANE { format!("#{}", Signature::of([&lane])) } else { lane })
}

/// A number for a lane: the same in all processes and versions (FNV-1a).
pub(super) fn hash(name: &str) -> i64 {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.cast_signed()
}

fn encode(text: &str) -> Cow<'_, str> {
    if text.contains(['%', '\0']) {
        text.replace('%', "%25").replace('\0', "%00").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_restored() {
        for text in ["", "a", "official:wx1#1@o", "%", "%00", "\0", "%25\0%0025%", "微信\0"] {
            let original = ItemId::new(text);
            let stored = id(&original).expect("it is short");
            assert!(!stored.contains('\0'));
            assert_eq!(decode_id(&stored), original);
        }
        assert_eq!(
            id(&ItemId::new("a".repeat(1001))).expect_err("long").kind(),
            ErrorKind::Invalid
        );
    }

    #[test]
    fn hashes_stay_what_they_are() {
        assert_eq!(hash("").cast_unsigned(), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a").cast_unsigned(), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar").cast_unsigned(), 0x8594_4171_f739_67e8);
    }
}
