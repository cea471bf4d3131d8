//! Throttling of wrong keys by remote address.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use weixin::api::{Clock, Timestamp};

use super::keys::ProgramId;

/// The number of wrong keys that an address may send within [`WINDOW`].
const MAX_FAILURES: u32 = 20;

/// See [`MAX_FAILURES`].
const WINDOW: Duration = Duration::from_secs(60);

/// The maximum number of addresses that are tracked. If there are more, the least recently seen one
/// is dropped.
const MAX_PEERS: usize = 4096;

/// The result of checking a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyCheck {
    /// The key belongs to this program.
    Accepted(ProgramId),
    /// The key is unknown.
    Wrong,
    /// Too many wrong keys came from this address, so the key is not checked for this long.
    Throttled(Duration),
}

/// Slows down guessing of keys. After too many wrong keys from an address, its keys are not checked
/// for a while, except those that were accepted from there before: a program with a wrong key must
/// not lock out others on the same machine or behind the same proxy.
#[derive(Debug)]
pub(super) struct Throttle {
    clock: Arc<dyn Clock>,
    peers: Mutex<HashMap<IpAddr, Peer>>,
}

#[derive(Debug)]
struct Peer {
    failures: u32,
    window_start: Timestamp,
    last_seen: Timestamp,
    /// The programs whose keys were accepted from this address.
    trusted: Vec<ProgramId>,
}

impl Throttle {
    pub(super) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, peers: Mutex::default() }
    }

    /// Checks a key from this address; `owner` is the program it belongs to, if any.
    pub(super) fn check(&self, address: IpAddr, owner: Option<ProgramId>) -> KeyCheck {
        let now = self.clock.now();
        // No code panics while holding the lock.
        let mut peers = self.peers.lock().unwrap_or_else(PoisonError::into_inner);
        let address = network(address);
        if peers.len() >= MAX_PEERS && !peers.contains_key(&address) {
            let quietest = peers.iter().min_by_key(|(_, peer)| peer.last_seen);
            if let Some(quietest) = quietest.map(|(address, _)| *address) {
                peers.remove(&quietest);
            }
        }
        let peer = peers.entry(address).or_insert_with(|| Peer {
            failures: 0,
            window_start: now,
            last_seen: now,
            trusted: Vec::new(),
        });
        peer.last_seen = now;
        if now.since(peer.window_start) >= WINDOW {
            (peer.failures, peer.window_start) = (0, now);
        }
        match owner {
            Some(owner) if peer.trusted.contains(&owner) => return KeyCheck::Accepted(owner),
            Some(owner) if peer.failures < MAX_FAILURES => {
                peer.trusted.push(owner);
                return KeyCheck::Accepted(owner);
            }
            _ => {}
        }
        if peer.failures < MAX_FAILURES {
            peer.failures += 1;
            return KeyCheck::Wrong;
        }
        KeyCheck::Throttled((peer.window_start + WINDOW).since(now))
    }
}

/// The unit of throttling: an IPv4 address, or a /64 network of IPv6 addresses.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        address => address,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::net::Ipv4Addr;

    use weixin::{Config, bot::TokenServerKey, emulator::VirtualClock};

    use super::{super::keys::Keys, *};

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn two_programs() -> (ProgramId, ProgramId) {
        let mut config = Config::default();
        let keys = ["0123456789abcdef", "fedcba9876543210"];
        config.token_server = keys.map(|key| TokenServerKey::new(key, ["mini:wx1"])).into();
        let known = ["mini:wx1".to_owned()].into();
        let found = Keys::new(&config, None, &known).unwrap();
        let [one, other] = keys.map(|key| found.owner(&key.into()).unwrap());
        (one, other)
    }

    #[tokio::test]
    async fn throttling_does_not_reveal_right_keys() {
        let clock = VirtualClock::default();
        let throttle = Throttle::new(Arc::new(clock.clone()));
        let (one, other) = two_programs();
        assert_eq!(throttle.check(HERE, Some(one)), KeyCheck::Accepted(one));
        for _ in 0..MAX_FAILURES {
            assert_eq!(throttle.check(HERE, None), KeyCheck::Wrong);
        }
        assert_eq!(throttle.check(HERE, None), KeyCheck::Throttled(WINDOW));
        // A right guess is not confirmed; a key that was accepted before still works.
        assert_eq!(throttle.check(HERE, Some(other)), KeyCheck::Throttled(WINDOW));
        assert_eq!(throttle.check(HERE, Some(one)), KeyCheck::Accepted(one));
        // Other addresses are not affected, and this one only for a while.
        let elsewhere = "192.0.2.1".parse().unwrap();
        assert_eq!(throttle.check(elsewhere, Some(other)), KeyCheck::Accepted(other));
        clock.advance(WINDOW).await;
        assert_eq!(throttle.check(HERE, None), KeyCheck::Wrong);
        assert_eq!(throttle.check(HERE, Some(other)), KeyCheck::Accepted(other));
    }

    #[tokio::test]
    async fn the_number_of_tracked_addresses_is_bounded() {
        let clock = VirtualClock::default();
        let throttle = Throttle::new(Arc::new(clock.clone()));
        for number in 0..10_000_u32 {
            throttle.check(Ipv4Addr::from(number).into(), None);
            if number % 1000 == 0 {
                clock.advance(Duration::from_millis(1)).await;
            }
        }
        assert_eq!(throttle.peers.lock().unwrap().len(), MAX_PEERS);
    }

    #[test]
    fn addresses_of_one_ipv6_network_are_counted_together() {
        let v6 = |text: &str| network(text.parse().unwrap());
        assert_eq!(v6("2001:db8:1:2::1"), v6("2001:db8:1:2:ffff::9"));
        assert_ne!(v6("2001:db8:1:2::1"), v6("2001:db8:1:3::1"));
        assert_eq!(v6("::ffff:127.0.0.1"), HERE);
    }
}
