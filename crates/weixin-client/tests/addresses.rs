//! The host of a call is the wanted one, whatever stands in its path.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::Arc;

use common::{Does, OK, Platform, Seen, account, client, token};
use proptest::prelude::*;
use weixin_api::{CallOptions, Caller, ErrorKind, GET, Method, wire::ApiRequest};
use weixin_client::{Client, IntoClient};

/// Paths that would lead elsewhere if host and path were simply put together.
const PATHS: [&str; 8] =
    [".evil.com/x", "@evil.com/", ":1@evil.com/x", "x", "", "?a=b", "\\.evil.com/", ":8080/x"];

/// A platform that hands out a token, also below an address of its own.
fn platform() -> Arc<Platform> {
    Platform::new(|seen, _| match seen.path.ends_with("/cgi-bin/stable_token") {
        true => Does::Says(token("T")),
        false => Does::Answers(OK),
    })
}

/// What it was called for beside tokens.
fn calls(platform: &Platform) -> Vec<Seen> {
    let seen = platform.seen().into_iter();
    seen.filter(|seen| !seen.path.ends_with("/cgi-bin/stable_token")).collect()
}

fn clients() -> Vec<(Client<weixin_api::kind::Official>, Arc<Platform>)> {
    let (open, based) = (platform(), platform());
    let transport: Arc<Platform> = Arc::clone(&based);
    let builder =
        account().client_builder().transport(transport).api_base("http://127.0.0.1:1/sub");
    vec![(client(&open), open), (builder.build().unwrap(), based)]
}

#[tokio::test]
async fn a_path_cannot_change_the_host() {
    for (wx, platform) in clients() {
        for path in PATHS {
            let error = wx.call(GET, path, ()).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Call, "{path}");
            // The same for calls that were written by hand.
            let call = ApiRequest::new(Method::Get, "api.weixin.qq.com", path);
            let error = wx.send_call(call, CallOptions::default()).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Call, "{path}");
        }
        assert!(calls(&platform).is_empty(), "{:?}", platform.seen());
    }
}

#[tokio::test]
async fn a_host_is_a_name() {
    for (wx, platform) in clients() {
        for host in
            ["", "a@evil.com", "evil.com/x", "evil.com#", "evil.com?x=", "evil.com\\", "é.com"]
        {
            let error = wx.call(GET, "/x", ()).host(host).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Call, "{host}");
        }
        wx.call(GET, "/x", ()).host("mp.weixin.qq.com:443").await.unwrap();
        assert_eq!(calls(&platform).len(), 1);
    }
}

proptest! {
    #[test]
    fn no_path_leads_elsewhere(path in "[/.@:a-z?#\\\\%]{0,12}|\\PC{0,12}") {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            for ((wx, platform), (host, place)) in clients().into_iter().zip([
                ("api.weixin.qq.com", "/"),
                ("127.0.0.1:1", "/sub/@api.weixin.qq.com/"),
            ]) {
                let _ = wx.call(GET, &path, ()).await;
                for call in calls(&platform) {
                    assert_eq!(call.host, host, "{path}");
                    assert!(call.path.starts_with(place), "{path}: {}", call.path);
                }
            }
        });
    }
}
