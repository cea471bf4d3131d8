//! QR codes that open a page of a Mini Program (扫服务号二维码打开小程序, 扫普通链接二维码打开小程序).
//! `/cgi-bin/wxopen/qrcodejump*`

use weixin_api::{Paged, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// QR codes that open a page of a Mini Program (扫服务号二维码打开小程序).
    qrcode_jumps: [SetQrCodeJump, GetQrCodeJumps, PublishQrCodeJump, DeleteQrCodeJump]
}

/// Adds a rule by which QR codes open a page of a Mini Program, or changes one that is not
/// published.
///
/// Fails with 40097 when a published rule is to be changed, with 85066 when the prefix is
/// malformed, with 85068 when a test address does not begin with it, with 85069 when the check file
/// is not found there, with 85071 when the rule exists already, with 85072 when another Mini
/// Program has the prefix, with 85073 when there are too many rules, with 85075 when the Mini
/// Program is a person's, with 85076 when the host has no ICP filing (ICP备案), with 44990 when
/// called more than five times a second.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let prefix = "https://shop.example.com/table/";
/// wx.qrcode_jumps().set((prefix, "pages/table", false)).await?;
/// wx.qrcode_jumps().publish(prefix).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumpadd", title = "增加或修改二维码规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumpadd.html",
    scope(official, mini), retry = safe, call = qrcode_jumps.set)]
pub struct SetQrCodeJump {
    /// The beginning of the codes that the rule covers (二维码规则); for codes of an Official Account it
    /// is `http://weixin.qq.com/q/…`.
    pub prefix: String,
    /// The Mini Program, which must be linked to the account. Only for the codes of an Official
    /// Account.
    pub appid: Option<AppId>,
    /// The page that the codes open.
    pub path: String,
    /// Whether an existing rule is changed, rather than one added.
    #[serde(with = "weixin_api::bool_as_int")]
    pub is_edit: bool,
    /// Whether other rules may use longer prefixes. Only for a Mini Program's own rules.
    pub permit_sub_rule: Option<SubRule>,
    /// The version that opens in tests. Only for a Mini Program's own rules.
    pub open_version: Option<QrCodeTestVersion>,
    /// Complete codes for tests, up to 5. Only for a Mini Program's own rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub debug_url: Vec<String>,
    /// Whether the rule is published.
    pub state: Option<QrCodeJumpState>,
}

int_enum! {
    /// Whether other rules may use prefixes that begin with this one (是否独占符合二维码前缀匹配规则的所有子规则).
    pub enum SubRule {
        /// Other rules may use them (不占用).
        Open = 1,
        /// This rule owns all of them (占用).
        Taken = 2,
    }
}

int_enum! {
    /// The version of a Mini Program that opens in tests (测试范围).
    pub enum QrCodeTestVersion {
        /// The development version (开发版), for developers.
        Development = 1,
        /// The trial version (体验版), for its testers.
        Trial = 2,
        /// The released version (正式版), for developers and testers.
        Released = 3,
    }
}

int_enum! {
    /// Whether a rule is published (发布标志位).
    pub enum QrCodeJumpState {
        /// It is not published (未发布).
        Draft = 1,
        /// It is published (已发布).
        Published = 2,
    }
}

/// Returns the rules by which QR codes open pages.
///
/// With [`QrCodeJumpQuery::ByPage`], `.pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumpget", title = "获取已设置的二维码规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumpget.html",
    scope(official, mini), retry = safe, reply = QrCodeJumpsPage, call = qrcode_jumps.list)]
pub struct GetQrCodeJumps {
    /// The Mini Program. Only for the codes of an Official Account.
    pub appid: Option<AppId>,
    /// Which rules to return. `None`: the newest.
    pub get_type: Option<QrCodeJumpQuery>,
    /// The prefixes to look up, up to 200. Only for [`QrCodeJumpQuery::ByPrefix`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefix_list: Vec<String>,
    /// The page, from 1. Only for [`QrCodeJumpQuery::ByPage`].
    pub page_num: Option<u32>,
    /// How many rules a page has, up to 200. Only for [`QrCodeJumpQuery::ByPage`].
    pub page_size: Option<u32>,
}

int_enum! {
    /// Which rules to return.
    pub enum QrCodeJumpQuery {
        /// The newest 10,000.
        Newest = 0,
        /// The rules of certain prefixes.
        ByPrefix = 1,
        /// A page of all rules.
        ByPage = 2,
    }
}

/// The rules by which QR codes open pages, and how many may still be published.
#[endpoint(part, reply_to(GetQrCodeJumps))]
pub struct QrCodeJumpsPage {
    /// How many rules this reply has.
    pub list_size: Option<u64>,
    /// The rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rule_list: Vec<QrCodeJump>,
    /// How many rules can still be published this month.
    pub qrcodejump_pub_quota: Option<u64>,
    /// Whether the account may use rules at all (是否已经打开二维码跳转链接设置).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub qrcodejump_open: Option<bool>,
    /// How many rules there are on all pages.
    pub total_count: Option<u64>,
}

/// A rule by which QR codes open a page of a Mini Program.
#[endpoint(part)]
pub struct QrCodeJump {
    /// The beginning of the codes that the rule covers.
    pub prefix: String,
    /// The page that the codes open.
    pub path: String,
    /// Whether the rule is published.
    pub state: QrCodeJumpState,
    /// Whether other rules may use longer prefixes.
    pub permit_sub_rule: Option<SubRule>,
    /// The version that opens in tests.
    pub open_version: Option<QrCodeTestVersion>,
    /// Complete codes for tests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub debug_url: Vec<String>,
}

impl Paged for GetQrCodeJumps {
    type Item = QrCodeJump;
    fn split_page(mut self, page: QrCodeJumpsPage) -> (Vec<QrCodeJump>, Option<Self>) {
        let by_page = self.get_type == Some(QrCodeJumpQuery::ByPage);
        let more = by_page && !page.rule_list.is_empty();
        self.page_num = Some(self.page_num.unwrap_or(1) + 1);
        (page.rule_list, more.then_some(self))
    }
}

/// Publishes a rule: from now on the codes open the page for everybody.
///
/// Fails with 85074 when the Mini Program is not released.
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumppublish", title = "发布已设置的二维码规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumppublish.html",
    scope(official, mini), retry = safe, call = qrcode_jumps.publish)]
pub struct PublishQrCodeJump {
    /// The beginning of the codes that the rule covers.
    pub prefix: String,
}

/// Deletes a rule.
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumpdelete", title = "删除已设置的二维码规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumpdelete.html",
    scope(official, mini), retry = safe, call = qrcode_jumps.delete)]
pub struct DeleteQrCodeJump {
    /// The beginning of the codes that the rule covers.
    pub prefix: String,
    /// The Mini Program. Only for the codes of an Official Account.
    pub appid: Option<AppId>,
}
