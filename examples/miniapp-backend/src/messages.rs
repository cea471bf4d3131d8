//! What users write to customer service: the five rules of the demo.

use std::collections::BTreeMap;

use weixin::{bot::BoxError, mini::code::GetUnlimitedCode, prelude::*};

/// The picture that users get.
const PICTURE: &[u8] = include_bytes!("../picture.png");

/// The template of subscription messages, if the account has one.
type Template = Option<String>;

/// Logs every push; the others go on with it.
async fn log(push: Push) {
    tracing::info!(account = %push.account(), kind = %push.kind(), "received");
}

/// A subscription message (订阅消息) to a user who has agreed to one.
async fn subscription(
    msg: Text,
    wx: Client<Mini>,
    State(template): State<Template>,
) -> Result<Option<&'static str>, BoxError> {
    let Some(template) = template else { return Ok(Some("尚未配置订阅消息模板。")) };
    let data = BTreeMap::from([("thing1".to_owned(), "你的订单已发货".into())]);
    let openid = OpenId::from(msg.header.from);
    match wx.subscription_messages().send((openid, template, data)).await {
        Ok(_) => Ok(None),
        // The user has not agreed, or the message they agreed to was sent.
        Err(error) if error.code().is_some_and(|code| code.get() == 43101) => {
            Ok(Some("请先在小程序中订阅消息。"))
        }
        Err(error) => Err(error.into()),
    }
}

async fn picture() -> Reply {
    Reply::image(FilePart::image(PICTURE))
}

/// A code that opens the Mini Program, made for this user.
async fn code(msg: Text, wx: Client<Mini>) -> weixin::Result<Reply> {
    let from = msg.header.from.as_str();
    // A scene has up to 32 characters.
    let scene = from.get(..from.len().min(32)).unwrap_or(from);
    let code = wx.codes().unlimited(GetUnlimitedCode::new(scene)).await?;
    Ok(Reply::image(FilePart::image(code.content)))
}

/// The bot of all accounts.
pub fn bot(template: Template) -> Bot {
    Bot::new()
        .observe(log)
        .on(exact("订阅消息", subscription))
        .on(exact("文本", async || "这是一条文本消息。"))
        .on(exact("图片", picture))
        .on(exact("二维码", code))
        .fallback(async |_: Text| "请发送：订阅消息、文本、图片、二维码")
        .with_state(template)
}
