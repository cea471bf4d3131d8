//! Testers of a Mini Program, who may open its trial version (体验成员). `/wxa/bind_tester`,
//! `/wxa/memberauth`

use weixin_api::{endpoint, group};

group! {
    /// Testers, who may open the trial version of the Mini Program (体验成员).
    testers: [BindTester, UnbindTester, GetTesters]
}

weixin_api::string_id! {
    /// A person by WeChat ID (微信号, wechatid).
    WechatId
    /// A tester as the platform names them (userstr).
    TesterId
}

/// Adds a tester.
///
/// Fails with 85001 when the WeChat user does not exist or does not permit it, with 85002 when the
/// highest number of testers is reached, with 85003 when the user is a tester of too many Mini
/// Programs, and with 85004 when the user is a tester already.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::tester::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let tester = wx.testers().bind("zhangsan").await?.userstr;
/// println!("added as {tester:?}");
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/bind_tester", title = "绑定体验者",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/member-management/bindTester.html",
    scope(mini), retry = safe, reply = BoundTester, call = testers.bind)]
pub struct BindTester {
    /// The person by WeChat ID (微信号).
    pub wechatid: WechatId,
}

/// A tester who was added.
#[endpoint(part, reply_to(BindTester))]
pub struct BoundTester {
    /// The tester as the platform names them.
    pub userstr: Option<TesterId>,
}

/// Removes a tester, who is named by one of the two fields.
#[endpoint(POST "/wxa/unbind_tester", title = "解除绑定体验者",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/member-management/unbindTester.html",
    scope(mini), retry = safe, call = testers.unbind)]
pub struct UnbindTester {
    /// The person by WeChat ID (微信号).
    pub wechatid: Option<WechatId>,
    /// The tester as the platform names them.
    pub userstr: Option<TesterId>,
}

/// Returns the testers of the Mini Program.
#[endpoint(POST "/wxa/memberauth", title = "获取体验者列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/member-management/getTester.html",
    scope(mini), retry = safe, reply = TesterList, call = testers.list)]
pub struct GetTesters {
    /// Always `get_experiencer`.
    #[serde(default = "get_experiencer")]
    pub action: String,
}

fn get_experiencer() -> String {
    "get_experiencer".to_owned()
}

/// The testers of a Mini Program.
#[endpoint(part, reply_to(GetTesters))]
pub struct TesterList {
    /// The testers of the Mini Program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Tester>,
}

/// A tester of a Mini Program.
#[endpoint(part)]
pub struct Tester {
    /// The tester as the platform names them.
    pub userstr: TesterId,
}
