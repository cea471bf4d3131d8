//! A message that goes out as a preview when the time for customer-service messages is over.
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use weixin::{
    api::ErrCode,
    emulator::*,
    prelude::*,
    reach::{SendOrPreview, SentAs},
};

const DAY: Duration = Duration::from_secs(24 * 3600);

#[tokio::test]
async fn a_preview_follows_where_the_window_is_closed() {
    let platform = Emulator::start().await;
    let wx = platform.official_client();
    let ann = platform.official().person("ann");
    ann.follows().await;
    let openid = OpenId::new(ann.id().as_str());
    assert_eq!(wx.send_or_preview(&openid, "one").await.unwrap(), SentAs::CustomerService);
    platform.clock().advance(3 * DAY).await;
    assert_eq!(wx.send_or_preview(&openid, "two").await.unwrap(), SentAs::Preview);
    let picture = FilePart::new("a.png", "image/png", b"picture".to_vec());
    let sent = wx.send_or_preview(&openid, weixin::api::Message::Image(picture.into())).await;
    assert_eq!(sent.unwrap(), SentAs::Preview);
    let chat = ann.chat();
    assert!(format!("{chat:?}").contains("two"), "{chat:?}");

    // What has no preview fails as before, and so does everything else.
    let article = Article::new("News", "https://example.com");
    let cards = weixin::api::Message::News(vec![article]);
    let error = wx.send_or_preview(&openid, cards).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrCode::OUT_OF_REPLY_WINDOW));
    let stranger = OpenId::new("nobody");
    let error = wx.send_or_preview(&stranger, "three").await.unwrap_err();
    assert_eq!(error.code(), Some(ErrCode::BAD_OPENID));

    // There are 100 a day.
    for _ in 0..98 {
        wx.send_or_preview(&openid, "again").await.unwrap();
    }
    let error = wx.send_or_preview(&openid, "too many").await.unwrap_err();
    assert_eq!(error.code(), Some(ErrCode::new(45009)));
}
