//! Who may open the test version of a Mini Program (体验成员). `/wxa/bind_tester`, `/wxa/memberauth`

use weixin_api::{endpoint, group};

group! {
    /// Who may open the test version of the Mini Program (体验成员).
    testers: [BindTester, UnbindTester, GetTesters]
}

/// Makes somebody a tester.
///
/// 85001: there is no such WeChat user, or they do not want it; 85002 and 85003: there are as many
/// testers as there may be, or they are one of as many as they may; 85004: they are one already.
#[endpoint(POST "/wxa/bind_tester", title = "绑定体验者",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/member-management/bindTester.html",
    scope(mini), retry = safe, reply = BoundTester, call = testers.bind)]
pub struct BindTester {
    /// Their WeChat name.
    pub wechatid: String,
}

/// A tester.
#[endpoint(part, reply_to(BindTester))]
pub struct BoundTester {
    /// What names them in these calls, as their WeChat name does.
    pub userstr: Option<String>,
}

/// Makes somebody a tester no longer; one of the two fields names them.
#[endpoint(POST "/wxa/unbind_tester", title = "解除绑定体验者",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/member-management/unbindTester.html",
    scope(mini), retry = safe, call = testers.unbind)]
pub struct UnbindTester {
    /// Their WeChat name.
    pub wechatid: Option<String>,
    /// What [`BindTester`] answered.
    pub userstr: Option<String>,
}

/// Gives the testers.
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
    /// The testers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Tester>,
}

/// A tester.
#[endpoint(part)]
pub struct Tester {
    /// What names them in these calls.
    pub userstr: String,
}
