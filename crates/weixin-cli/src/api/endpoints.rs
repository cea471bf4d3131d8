//! Every typed endpoint, as its description: no serialization code of the types is compiled here.

use std::sync::LazyLock;

use weixin::api::{EndpointInfo, GroupInfo};

/// The product crates and their groups.
pub(crate) const PRODUCTS: [(&str, &[GroupInfo]); 4] = [
    ("official", weixin::official::ENDPOINTS),
    ("mini", weixin::mini::ENDPOINTS),
    ("work", weixin::work::ENDPOINTS),
    ("open", weixin::open::ENDPOINTS),
];

/// All typed endpoints, each once, in the order of the product crates.
pub(crate) fn endpoints() -> &'static [&'static EndpointInfo] {
    static ALL: LazyLock<Vec<&'static EndpointInfo>> = LazyLock::new(|| {
        let mut all: Vec<&'static EndpointInfo> = Vec::new();
        let groups = PRODUCTS.iter().flat_map(|(_, groups)| groups.iter());
        for info in groups.flat_map(|group| group.endpoints) {
            // Products share endpoints: `weixin-mini` re-exports some of `weixin-official`.
            if !all.iter().any(|known| std::ptr::eq(*known, *info)) {
                all.push(info);
            }
        }
        all
    });
    &ALL
}

/// The typed endpoint at this address, which may have a query.
pub(crate) fn find(host: &str, method: &str, target: &str) -> Option<&'static EndpointInfo> {
    endpoints().iter().copied().find(|info| info.is_at(host, method, target))
}
