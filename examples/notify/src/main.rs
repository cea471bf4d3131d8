//! Sends a customer-service message without running a bot. The receiver has written recently.
//!
//! `WEIXIN_APP_ID=wx… WEIXIN_SECRET=… notify OPENID TEXT`

use std::env;

use weixin::prelude::*;

async fn notify(wx: &Client<Official>, openid: &str, text: &str) -> weixin::Result<()> {
    wx.send(SendCustomMessage::text(openid, text)).await?;
    Ok(())
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    let usage = || weixin::Error::other("usage: notify OPENID TEXT");
    let mut arguments = env::args().skip(1);
    let (openid, text) = arguments.next().zip(arguments.next()).ok_or_else(usage)?;
    let variable = |name| env::var(name).map_err(|_| weixin::Error::other(format!("set {name}")));
    let account = OfficialAccount::new(variable("WEIXIN_APP_ID")?, variable("WEIXIN_SECRET")?);
    let mut wx = account.client_builder();
    if let Ok(base) = env::var("WEIXIN_API_BASE") {
        wx = wx.api_base(base);
    }
    notify(&wx.build()?, &openid, &text).await
}

#[tokio::test]
async fn reaches_a_user_who_has_written_recently() {
    use weixin::emulator::*;
    let platform = Emulator::start().await;
    platform.official().connect(Bot::new()).await.unwrap();
    let ann = platform.follower("ann");
    let wx = platform.official_client();
    let rejected = notify(&wx, ann.id().as_str(), "hello").await.unwrap_err();
    assert!(rejected.to_string().contains("45015"), "{rejected}");
    let mut moment = ann.says("hi").await;
    notify(&wx, ann.id().as_str(), "hello").await.unwrap();
    moment.expect_text("hello").await;
}
