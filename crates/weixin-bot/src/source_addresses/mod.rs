//! Accepts requests from certain addresses only: those that the platform publishes, and those that are
//! configured.

mod client_address;
mod platform_list;
mod range;

pub(crate) use platform_list::{Failing, PlatformLists, keep_up};
pub(crate) use range::Range;

use std::net::IpAddr;

use http::request::Parts;

/// Which addresses requests may come from.
#[derive(Debug, Clone)]
pub(crate) struct SourceFilter {
    /// Whether those that the platform publishes are accepted.
    pub(crate) platform: bool,
    pub(crate) allow: Vec<Range>,
    /// Proxies whose headers are believed.
    pub(crate) trusted: Vec<Range>,
    /// Whether everybody may send while the platform's addresses are not known.
    pub(crate) accept_until_loaded: bool,
}

/// Why a request is not accepted.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WrongSource {
    /// It comes from elsewhere.
    #[error(
        "it comes from {0}, which is neither an address of the platform nor allowed in [source_addresses]: \
         if that is your proxy, name it in `trusted_proxies`"
    )]
    Elsewhere(IpAddr),
    /// The platform's addresses are not known yet.
    #[error(
        "it comes from {0}, and the platform's addresses are not known yet: see the log for why, or set \
         `until_loaded = \"accept\"` in [source_addresses]"
    )]
    NotLoaded(IpAddr),
    /// The server does not say where a request comes from.
    #[error(
        "the HTTP server does not say where requests come from: use `Bot::serve`, or serve the router with \
         `into_make_service_with_connect_info::<SocketAddr>()`"
    )]
    UnknownPeer,
    /// What a trusted proxy says cannot be read.
    #[error(
        "the trusted proxy {0} does not say where the request comes from: `Forwarded` or `X-Forwarded-For`"
    )]
    Unreadable(IpAddr),
}

impl SourceFilter {
    /// Decides about a request by its head. `published` are the platform's addresses, if they are known.
    pub(crate) fn check(
        &self,
        request: &Parts,
        published: Option<&[Range]>,
    ) -> Result<(), WrongSource> {
        let address = client_address::of(request, &self.trusted)?;
        if contains(&self.allow, address) {
            return Ok(());
        }
        match published.filter(|_| self.platform) {
            Some(published) if contains(published, address) => Ok(()),
            None if self.platform && self.accept_until_loaded => Ok(()),
            None if self.platform => Err(WrongSource::NotLoaded(address)),
            _ => Err(WrongSource::Elsewhere(address)),
        }
    }
}

fn contains(ranges: &[Range], address: IpAddr) -> bool {
    ranges.iter().any(|range| range.contains(address))
}
