//! The endpoints that wechatpy's client calls, one by one.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use serde_json::json;
use weixin_tests::{extras, peer::Peer};

/// Addresses of wechatpy that the platform does not document, and the ones that are in their place.
const INSTEAD: [(&str, &str); 4] = [
    ("/customservice/getkflist", "/cgi-bin/customservice/getkflist"),
    ("/customservice/getonlinekflist", "/cgi-bin/customservice/getonlinekflist"),
    ("/merchant/shelf/setdeliverymod", "/merchant/order/setdelivery"),
    ("/wxa/applywxastore", "/wxa/apply_merchant"),
];

#[tokio::test]
#[ignore = "needs Python with wechatpy: `cargo xtask interop` runs it"]
async fn every_endpoint_of_wechatpy_has_a_type() {
    let mut peer = Peer::start(&extras::python());
    let called = peer.ask(json!({ "op": "endpoints" })).await.unwrap();
    let called: Vec<[String; 3]> = serde_json::from_value(called).unwrap();
    assert!(called.len() > 450, "only {} endpoints were found", called.len());
    let without_query = |path: &str| path.split('?').next().unwrap_or_default().to_owned();
    let declared = weixin_catalog::declared::endpoints();
    let typed: BTreeSet<_> =
        declared.iter().map(|info| (info.host, without_query(info.path))).collect();
    let mut missing = Vec::new();
    let mut replaced = BTreeSet::new();
    for [product, method, url] in &called {
        let (host, path) = url.strip_prefix("https://").unwrap().split_once('/').unwrap();
        let mut path = without_query(&format!("/{path}"));
        if let Some((theirs, ours)) = INSTEAD.iter().find(|(theirs, _)| *theirs == path) {
            replaced.insert(*theirs);
            path = (*ours).to_owned();
        }
        if !typed.contains(&(host, path)) {
            missing.push(format!("{product} {method} {url}"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert_eq!(replaced.len(), INSTEAD.len(), "some are no longer called: {replaced:?}");
}
