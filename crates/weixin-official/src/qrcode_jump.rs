//! QR codes that lead to a page of a Mini Program (扫服务号二维码打开小程序, 扫普通链接二维码打开小程序).
//! `/cgi-bin/wxopen/qrcodejump*`

use weixin_api::{Paged, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// QR codes that lead to a page of a Mini Program (扫服务号二维码打开小程序).
    qrcode_jumps: [SetQrCodeJump, GetQrCodeJumps, PublishQrCodeJump, DeleteQrCodeJump]
}

/// Makes QR codes lead to a page of a Mini Program, or changes such a rule that was not published.
///
/// A rule that was published cannot be changed (40097), and one is there only once (85071). At most
/// five calls a second (44990).
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumpadd", title = "增加或修改二维码规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumpadd.html",
    scope(official, mini), retry = safe, call = qrcode_jumps.set)]
pub struct SetQrCodeJump {
    /// How the codes begin: for those of an Official Account `http://weixin.qq.com/q/…`.
    pub prefix: String,
    /// The Mini Program, linked to the account; only for the codes of an Official Account.
    pub appid: Option<AppId>,
    /// The page.
    pub path: String,
    /// Whether a rule is changed.
    #[serde(with = "weixin_api::bool_as_int")]
    pub is_edit: bool,
    /// Who has the codes that begin in the same way; for a Mini Program's own rules.
    pub permit_sub_rule: Option<SubRule>,
    /// Which version opens in tests; for a Mini Program's own rules.
    pub open_version: Option<QrCodeTestVersion>,
    /// Up to 5 whole codes for tests; for a Mini Program's own rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub debug_url: Vec<String>,
    /// Whether it is published.
    pub state: Option<QrCodeJumpState>,
}

int_enum! {
    /// Who has the codes that begin in the same way.
    pub enum SubRule {
        /// Other rules may have them.
        Open = 1,
        /// This rule has them all.
        Taken = 2,
    }
}

int_enum! {
    /// Which version of a Mini Program opens in tests.
    pub enum QrCodeTestVersion {
        /// The one in development, for developers.
        Development = 1,
        /// The one on trial, for those who may try it.
        Trial = 2,
        /// The published one, for all of these.
        Released = 3,
    }
}

int_enum! {
    /// Whether a rule is published.
    pub enum QrCodeJumpState {
        /// It is not.
        Draft = 1,
        /// It is.
        Published = 2,
    }
}

/// Gives the rules.
///
/// By page, `.pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumpget", title = "获取已设置的二维码规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumpget.html",
    scope(official, mini), retry = safe, reply = QrCodeJumpsPage, call = qrcode_jumps.list)]
pub struct GetQrCodeJumps {
    /// The Mini Program; only for the codes of an Official Account.
    pub appid: Option<AppId>,
    /// Which rules; the newest if left out.
    pub get_type: Option<QrCodeJumpQuery>,
    /// How the codes begin, up to 200; for [`QrCodeJumpQuery::ByPrefix`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefix_list: Vec<String>,
    /// The page, from 1; for [`QrCodeJumpQuery::ByPage`].
    pub page_num: Option<u32>,
    /// How many are on a page, up to 200; for [`QrCodeJumpQuery::ByPage`].
    pub page_size: Option<u32>,
}

int_enum! {
    /// Which rules are asked for.
    pub enum QrCodeJumpQuery {
        /// The newest 10,000.
        Newest = 0,
        /// Those of certain codes.
        ByPrefix = 1,
        /// A page of all.
        ByPage = 2,
    }
}

/// Rules.
#[endpoint(part, reply_to(GetQrCodeJumps))]
pub struct QrCodeJumpsPage {
    /// How many are here.
    pub list_size: Option<u64>,
    /// The rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rule_list: Vec<QrCodeJump>,
    /// How many can still be published this month.
    pub qrcodejump_pub_quota: Option<u64>,
    /// Whether codes may lead to pages at all.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub qrcodejump_open: Option<bool>,
    /// How many there are on all pages.
    pub total_count: Option<u64>,
}

/// A rule by which QR codes lead to a page.
#[endpoint(part)]
pub struct QrCodeJump {
    /// How the codes begin.
    pub prefix: String,
    /// The page.
    pub path: String,
    /// Whether it is published.
    pub state: QrCodeJumpState,
    /// Who has the codes that begin in the same way.
    pub permit_sub_rule: Option<SubRule>,
    /// Which version opens in tests.
    pub open_version: Option<QrCodeTestVersion>,
    /// Whole codes for tests.
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

/// Publishes a rule: from now on the codes lead everybody to the page.
///
/// The Mini Program has to be published (85074).
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumppublish", title = "发布已设置的二维码规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumppublish.html",
    scope(official, mini), retry = safe, call = qrcode_jumps.publish)]
pub struct PublishQrCodeJump {
    /// How the codes begin.
    pub prefix: String,
}

/// Deletes a rule.
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumpdelete", title = "删除已设置的二维码规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/qrcode/qrcodejumpdelete.html",
    scope(official, mini), retry = safe, call = qrcode_jumps.delete)]
pub struct DeleteQrCodeJump {
    /// How the codes begin.
    pub prefix: String,
    /// The Mini Program; only for the codes of an Official Account.
    pub appid: Option<AppId>,
}
