//! An address, or a range of addresses.

use std::net::{IpAddr, Ipv4Addr};

/// An address, or a range of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    base: IpAddr,
    /// How many of the first bits are the same.
    prefix: u8,
}

impl Range {
    /// Reads an address (`203.0.113.7`, `2001:db8::1`), a range (`10.0.0.0/8`, `2001:db8::/32`), or the
    /// platform's own form of one (`101.226.62.*`).
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.contains('*') {
            return Self::wildcard(text);
        }
        let (base, prefix) = match text.split_once('/') {
            Some((base, prefix)) => (base, Some(prefix.parse::<u8>().ok()?)),
            None => (text, None),
        };
        let base: IpAddr = base.parse().ok()?;
        let longest = if base.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.unwrap_or(longest);
        (prefix <= longest).then_some(Self { base, prefix })
    }

    /// `101.226.62.*`, `101.226.*.*` or `101.226.*`.
    fn wildcard(text: &str) -> Option<Self> {
        let fixed: Vec<_> = text.split('.').take_while(|part| *part != "*").collect();
        let rest = text.split('.').skip(fixed.len());
        if fixed.len() > 3
            || text.split('.').count() > 4
            || rest.into_iter().any(|part| part != "*")
        {
            return None;
        }
        let mut bytes = [0; 4];
        for (byte, part) in bytes.iter_mut().zip(&fixed) {
            *byte = part.parse().ok()?;
        }
        let prefix = u8::try_from(fixed.len() * 8).ok()?;
        Some(Self { base: Ipv4Addr::from(bytes).into(), prefix })
    }

    pub(crate) fn contains(&self, address: IpAddr) -> bool {
        match (self.base, address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(address)) => {
                let shift = 32 - u32::from(self.prefix);
                base.to_bits().checked_shr(shift) == address.to_bits().checked_shr(shift)
            }
            (IpAddr::V6(base), IpAddr::V6(address)) => {
                let shift = 128 - u32::from(self.prefix);
                base.to_bits().checked_shr(shift) == address.to_bits().checked_shr(shift)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn contains(range: &str, address: &str) -> bool {
        Range::parse(range).unwrap().contains(address.parse().unwrap())
    }

    #[test]
    fn ranges_contain_their_addresses() {
        for (range, inside, outside) in [
            ("203.0.113.7", "203.0.113.7", "203.0.113.8"),
            ("10.0.0.0/8", "10.255.0.1", "11.0.0.1"),
            ("101.226.103.0/25", "101.226.103.127", "101.226.103.128"),
            ("101.226.62.*", "101.226.62.255", "101.226.63.0"),
            ("101.226.*.*", "101.226.200.1", "101.227.0.0"),
            ("2001:db8::/32", "2001:db8:1::9", "2001:db9::"),
            ("::1", "::1", "::2"),
            ("203.0.113.7", "::ffff:203.0.113.7", "::cb00:7107"),
            ("10.1.2.3/31", "10.1.2.2", "10.1.2.4"),
        ] {
            assert!(contains(range, inside), "{range} {inside}");
            assert!(!contains(range, outside), "{range} {outside}");
        }
        assert!(contains("0.0.0.0/0", "8.8.8.8") && !contains("0.0.0.0/0", "::1"));
        assert!(contains("::/0", "::1") && !contains("::/0", "8.8.8.8"));
    }

    #[test]
    fn what_is_no_range_is_rejected() {
        for text in [
            "",
            "localhost",
            "10.0.0.0/33",
            "::/129",
            "10.*.0.1",
            "*.1",
            "1.2.3.4.*",
            "a.*",
            "10.0.0.0/-1",
        ] {
            assert_eq!(Range::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "[0-9a-f.:*/]{0,24}", address in any::<u32>()) {
            if let Some(range) = Range::parse(&text) {
                range.contains(Ipv4Addr::from(address).into());
            }
        }

        #[test]
        fn an_address_is_in_its_own_ranges(address in any::<u128>(), prefix in 0..=128_u8) {
            let address = IpAddr::from(std::net::Ipv6Addr::from(address));
            let range = Range::parse(&format!("{address}/{prefix}")).unwrap();
            // An IPv4 address in another spelling counts as one.
            prop_assert!(range.contains(address) || address.to_canonical().is_ipv4());
        }
    }
}
