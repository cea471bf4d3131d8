//! Wrong keys, counted for each address they come from.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use weixin::api::{Clock, Timestamp};

use super::keys::ProgramId;

/// How many wrong keys an address may show within [`WINDOW`].
const MAX_FAILURES: u32 = 20;

/// See [`MAX_FAILURES`].
const WINDOW: Duration = Duration::from_secs(60);

/// How many addresses are told apart. The one that was quiet for the longest time is forgotten
/// when there are more.
const MAX_PEERS: usize = 4096;

/// What is to be done with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is this program's.
    Right(ProgramId),
    /// It is nobody's.
    Wrong,
    /// From this address came too many wrong ones: it is not said whether this one is right. The
    /// time is how long that lasts.
    TooMany(Duration),
}

/// Slows down whoever tries keys. An address that has shown too many wrong ones is told nothing
/// about further keys for a while, except those that were right from there before: a program with
/// a wrong key must not lock out others on the same machine, or behind the same proxy.
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
    /// Whose keys were right from here.
    trusted: Vec<ProgramId>,
}

impl Throttle {
    pub(super) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, peers: Mutex::default() }
    }

    /// Judges a key from this address, which was found to be that program's or nobody's.
    pub(super) fn judge(&self, address: IpAddr, owner: Option<ProgramId>) -> Verdict {
        let now = self.clock.now();
        // Nothing panics while it is locked.
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
            Some(owner) if peer.trusted.contains(&owner) => return Verdict::Right(owner),
            Some(owner) if peer.failures < MAX_FAILURES => {
                peer.trusted.push(owner);
                return Verdict::Right(owner);
            }
            _ => {}
        }
        if peer.failures < MAX_FAILURES {
            peer.failures += 1;
            return Verdict::Wrong;
        }
        Verdict::TooMany((peer.window_start + WINDOW).since(now))
    }
}

/// What one attacker can be expected to have: an IPv4 address, or a network of IPv6 addresses.
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
    async fn who_tries_keys_learns_nothing_more() {
        let clock = VirtualClock::default();
        let throttle = Throttle::new(Arc::new(clock.clone()));
        let (one, other) = two_programs();
        assert_eq!(throttle.judge(HERE, Some(one)), Verdict::Right(one));
        for _ in 0..MAX_FAILURES {
            assert_eq!(throttle.judge(HERE, None), Verdict::Wrong);
        }
        assert_eq!(throttle.judge(HERE, None), Verdict::TooMany(WINDOW));
        // Nor whether it has guessed one; but who was right before goes on.
        assert_eq!(throttle.judge(HERE, Some(other)), Verdict::TooMany(WINDOW));
        assert_eq!(throttle.judge(HERE, Some(one)), Verdict::Right(one));
        // Other addresses are not concerned, and the same one only for a while.
        let elsewhere = "192.0.2.1".parse().unwrap();
        assert_eq!(throttle.judge(elsewhere, Some(other)), Verdict::Right(other));
        clock.advance(WINDOW).await;
        assert_eq!(throttle.judge(HERE, None), Verdict::Wrong);
        assert_eq!(throttle.judge(HERE, Some(other)), Verdict::Right(other));
    }

    #[tokio::test]
    async fn the_table_does_not_grow() {
        let clock = VirtualClock::default();
        let throttle = Throttle::new(Arc::new(clock.clone()));
        for number in 0..10_000_u32 {
            throttle.judge(Ipv4Addr::from(number).into(), None);
            if number % 1000 == 0 {
                clock.advance(Duration::from_millis(1)).await;
            }
        }
        assert_eq!(throttle.peers.lock().unwrap().len(), MAX_PEERS);
    }

    #[test]
    fn addresses_of_one_network_count_together() {
        let v6 = |text: &str| network(text.parse().unwrap());
        assert_eq!(v6("2001:db8:1:2::1"), v6("2001:db8:1:2:ffff::9"));
        assert_ne!(v6("2001:db8:1:2::1"), v6("2001:db8:1:3::1"));
        assert_eq!(v6("::ffff:127.0.0.1"), HERE);
    }
}
