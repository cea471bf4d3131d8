//! Partitions and their keys.

use weixin_store::{
    Error, ErrorKind, Key,
    inbox::{Envelope, ItemId},
};

/// The version of the keys and their contents, so that an older program does not use an inbox that
/// a newer one has arranged in another way.
pub(super) const VERSION: u64 = 1;

/// The number of partitions of a new inbox.
pub(super) const DEFAULT_PARTITIONS: u32 = 16;

/// The largest number of partitions.
pub(super) const MAX_PARTITIONS: u32 = 1024;

/// The prefix of all keys, escaped so that it can be a part of a hash tag.
#[derive(Debug)]
pub(super) struct Prefix(String);

impl Prefix {
    pub(super) fn new(name: &str) -> Result<Self, Error> {
        let name = Key::new(name).join("inbox");
        // Braces would end the hash tag.
        Ok(Self(name.encoded()?.replace('{', "%7B").replace('}', "%7D")))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The key of the description of the inbox.
    pub(super) fn description(&self) -> String {
        format!("{{{}}}:layout", self.0)
    }

    /// The prefix of all keys of a partition. Redis Cluster chooses the node of a key by the part in
    /// braces.
    pub(super) fn partition(&self, partition: u32) -> String {
        format!("{{{}:{partition}}}", self.0)
    }

    /// A key in a partition.
    pub(super) fn key(&self, partition: u32, kind: &str) -> String {
        format!("{}:{kind}", self.partition(partition))
    }

    /// The key of an item.
    pub(super) fn item(&self, partition: u32, id: &ItemId) -> String {
        format!("{}:item:{id}", self.partition(partition))
    }
}

/// The name of the lane of a push. Empty if it is independent.
pub(super) fn lane(envelope: &Envelope) -> String {
    match envelope.order_key() {
        Some(key) => format!("{}#{key}", envelope.push().account()),
        None => String::new(),
    }
}

/// The partition of a push: that of its lane, or of its id if it is independent.
pub(super) fn partition(lane: &str, id: &ItemId, partitions: u32) -> u32 {
    let name = if lane.is_empty() { id.as_str() } else { lane };
    // The remainder is smaller than a `u32`.
    (fnv1a(name.as_bytes()) % u64::from(partitions)) as u32
}

/// The hash FNV-1a, which is the same in every process and version.
fn fnv1a(bytes: &[u8]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    bytes.iter().fold(OFFSET, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME))
}

/// Checks the description of an inbox against the number of partitions that was asked for.
pub(super) fn check(version: u64, partitions: u64, wanted: Option<u32>) -> Result<u32, Error> {
    if version > VERSION {
        let message = format!(
            "the inbox in Redis has version {version} of the layout, and this version of weixin \
             knows only version {VERSION}: update weixin, or choose another name for the inbox"
        );
        return Err(Error::new(ErrorKind::Unreadable, message));
    }
    let valid = u32::try_from(partitions).ok().filter(|it| (1..=MAX_PARTITIONS).contains(it));
    let partitions = valid.ok_or_else(crate::errors::unreadable)?;
    match wanted {
        Some(wanted) if wanted != partitions => {
            let message = format!(
                "the inbox in Redis was created with {partitions} partitions, not {wanted}: their \
                 number cannot be changed"
            );
            Err(Error::new(ErrorKind::Invalid, message))
        }
        _ => Ok(partitions),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // Test vectors of the authors of FNV.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn items_are_spread_over_the_partitions() {
        let mut counts = [0; 16];
        for user in 0..16_000 {
            let lane = format!("official:wx0123456789abcdef#oUser{user:05}");
            counts[partition(&lane, &ItemId::new(""), 16) as usize] += 1;
        }
        assert!(counts.iter().all(|count| (800..1200).contains(count)), "{counts:?}");
    }

    #[test]
    fn keys_of_a_partition_have_one_hash_tag() {
        let prefix = Prefix::new("}shop{").unwrap();
        let key = prefix.item(3, &ItemId::new("a}b"));
        let (_, rest) = key.split_once('{').unwrap();
        assert_eq!(rest.split_once('}').unwrap().0, "%7Dshop%7B:inbox:3");
    }

    #[test]
    fn other_layouts_are_rejected() {
        assert_eq!(check(1, 16, None).unwrap(), 16);
        assert_eq!(check(1, 8, Some(8)).unwrap(), 8);
        let newer = check(2, 16, None).unwrap_err();
        assert_eq!(newer.kind(), ErrorKind::Unreadable);
        assert!(newer.to_string().contains("update weixin"), "{newer}");
        let other = check(1, 16, Some(8)).unwrap_err();
        assert_eq!(other.kind(), ErrorKind::Invalid);
        for partitions in [0, u64::from(MAX_PARTITIONS) + 1] {
            assert_eq!(check(1, partitions, None).unwrap_err().kind(), ErrorKind::Unreadable);
        }
    }
}
