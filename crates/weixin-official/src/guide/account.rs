//! Guides and their settings (顾问管理).

use crate::guide::GuidesHandle;
use weixin_api::{Call, Caller, Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, OpenId};

use super::GuideName;

/// Invites a person to be a guide (顾问); they must accept.
///
/// Their answer is pushed as a [`GuideInvited`](super::GuideInvited).
///
/// Fails with 43004 when the person does not follow the account, with 65407 when they are a
/// customer-service account, with 9300801 when the WeChat name is wrong, with 9300803 when they are
/// a guide, with 9300810 when the name is too long, with 9300812 when there are too many guides.
#[endpoint(POST "/cgi-bin/guide/addguideacct", title = "添加顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.addGuideAcct.html",
    scope(official), retry = safe, call = guides.add)]
pub struct AddGuide {
    /// The person.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The name that customers see, up to 16 characters. `None`: the name in WeChat.
    pub guide_nickname: Option<String>,
    /// The address of the picture that customers see, as
    /// [`UploadArticleImage`](crate::material::UploadArticleImage) returned it. `None`: the picture
    /// in WeChat.
    pub guide_headimgurl: Option<String>,
}

/// Returns a guide.
///
/// The guide is named as they were added: by WeChat name or by openid.
///
/// Fails with 9300804 when the person is no guide.
#[endpoint(GET "/cgi-bin/guide/getguideacct", title = "获取顾问信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcct.html",
    scope(official), reply = Guide, call = "wx.guides().get(guide)")]
pub struct GetGuide {
    /// The WeChat name (微信号) of the guide, if they were added by it.
    pub guide_account: Option<String>,
    /// The openid or unionid of the guide, if they were added by it.
    pub guide_openid: Option<OpenId>,
}

/// A guide (顾问).
#[endpoint(part, reply_to(GetGuide))]
pub struct Guide {
    /// The WeChat name (微信号) of the guide, if they were added by it.
    pub guide_account: Option<String>,
    /// The openid or unionid of the guide, if they were added by it.
    pub guide_openid: Option<OpenId>,
    /// The name that customers see.
    pub guide_nickname: Option<String>,
    /// The address of the picture that customers see.
    pub guide_headimgurl: Option<String>,
    /// Whether the person accepted the invitation.
    pub status: Option<GuideStatus>,
    /// When the guide joined the group. Only in lists of a group.
    pub create_time: Option<Timestamp>,
}

int_enum! {
    /// Whether a person accepted the invitation to be a guide (顾问状态).
    pub enum GuideStatus {
        /// The invitation was sent (确认中).
        Asked = 1,
        /// The person accepted (已确认).
        Agreed = 2,
        /// The person rejected it (已拒绝).
        Rejected = 3,
        /// The person did not answer in time (已过期).
        Expired = 4,
    }
}

/// Changes the name or picture of a guide.
///
/// Fails with 9300804 when the person is no guide, with 9300810 when the name is too long, with
/// 9300811 when the picture is not at the platform.
#[endpoint(POST "/cgi-bin/guide/updateguideacct", title = "修改顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.updateGuideAcct.html",
    scope(official), retry = safe, call = guides.update)]
pub struct UpdateGuide {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The name that customers see, up to 16 characters. `None`: it stays.
    pub guide_nickname: Option<String>,
    /// The address of the picture that customers see, as
    /// [`UploadArticleImage`](crate::material::UploadArticleImage) returned it. `None`: it stays.
    pub guide_headimgurl: Option<String>,
}

/// Removes a guide.
///
/// Fails with 9300804 when the person is no guide.
#[endpoint(POST "/cgi-bin/guide/delguideacct", title = "删除顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuideAcct.html",
    scope(official), retry = safe, call = guides.delete)]
pub struct DeleteGuide {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
}

/// Returns the guides of the account, page by page.
///
/// `wx.guides().list(0, 100).pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/guide/getguideacctlist", title = "获取服务号顾问列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcctList.html",
    scope(official), retry = safe, reply = GuidesPage, call = guides.list)]
pub struct GetGuides {
    /// The page, from 0.
    pub page: u32,
    /// How many entries a page has.
    pub num: u32,
}

/// A page of guides.
#[endpoint(part, reply_to(GetGuides))]
pub struct GuidesPage {
    /// The guides of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<Guide>,
    /// How many entries there are on all pages.
    pub total_num: Option<u64>,
}

impl Paged for GetGuides {
    type Item = Guide;
    fn split_page(self, reply: GuidesPage) -> (Vec<Guide>, Option<Self>) {
        let next = (!reply.list.is_empty()).then(|| Self::new(self.page + 1, self.num));
        (reply.list, next)
    }
}

/// Creates the QR code of a guide (顾问二维码).
///
/// Followers who scan it become customers of the guide; others do when they follow the account
/// within three minutes.
///
/// Fails with 9300804 when the person is no guide.
#[endpoint(POST "/cgi-bin/guide/guidecreateqrcode", title = "生成顾问二维码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.guideCreateQrCode.html",
    scope(official), retry = safe, reply = GuideQrCode, call = guides.qrcode)]
pub struct CreateGuideQrCode {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// Data of the account's own, which [`GuideCodeScanned`](super::GuideCodeScanned) repeats.
    pub qrcode_info: Option<String>,
}

/// The QR code of a guide.
#[endpoint(part, reply_to(CreateGuideQrCode))]
pub struct GuideQrCode {
    /// The address of the picture.
    pub qrcode_url: String,
}

/// Returns the chats of a guide with customers within the last 30 days (聊天记录).
///
/// Fails with 9300804 when the person is no guide, with 9300823 when the period is wrong.
#[endpoint(POST "/cgi-bin/guide/getguidebuyerchatrecord", title = "获取顾问聊天记录",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideBuyerChatRecord.html",
    scope(official), retry = safe, reply = GuideChats, call = guides.chats)]
pub struct GetGuideChats {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// Returns only chats with this customer. `None`: with all.
    pub openid: Option<OpenId>,
    /// The beginning of the period. Only together with `end_time`.
    pub begin_time: Option<Timestamp>,
    /// The end of the period. Only together with `begin_time`.
    pub end_time: Option<Timestamp>,
    /// The page, from 0.
    pub page: u32,
    /// How many entries a page has.
    pub num: u32,
}

/// A page of chats.
#[endpoint(part, reply_to(GetGuideChats))]
pub struct GuideChats {
    /// The messages of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub msg_list: Vec<GuideChat>,
    /// How many entries there are on all pages.
    pub total_num: Option<u64>,
}

/// A message between a guide and a customer.
#[endpoint(part)]
pub struct GuideChat {
    /// The WeChat name (微信号) of the guide, if they were added by it.
    pub guide_account: Option<String>,
    /// The openid or unionid of the guide, if they were added by it.
    pub guide_openid: Option<OpenId>,
    /// The customer.
    pub openid: OpenId,
    /// The content of the message.
    pub content: String,
    /// The type of the message.
    pub content_type: GuideMessageKind,
    /// Who wrote the message.
    pub direction: GuideChatDirection,
    /// When it was written.
    pub create_time: Timestamp,
}

int_enum! {
    /// The type of a message of a guide.
    pub enum GuideMessageKind {
        /// A text.
        Text = 1,
        /// A picture.
        Image = 3,
        /// A card of a Mini Program.
        MiniProgram = 49,
    }
}

int_enum! {
    /// Who wrote a message.
    pub enum GuideChatDirection {
        /// The guide (顾问发出).
        Guide = 1,
        /// The customer (客户发出).
        Customer = 2,
    }
}

/// Sets the quick replies (快捷回复) of a guide and the greetings of new customers (关注自动回复).
///
/// Fails with 9300804 when the person is no guide, with 9300815 when there are too many quick
/// replies, with 9300824 when a greeting is too long.
#[endpoint(POST "/cgi-bin/guide/setguideconfig", title = "设置快捷回复与关注自动回复",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.setGuideConfig.html",
    scope(official), retry = safe, call = guides.set_config)]
pub struct SetGuideConfig {
    /// The guide, named as they were added. [`GuideName::new`] stands for all who have no greeting
    /// of their own.
    #[serde(flatten)]
    pub guide: GuideName,
    /// Whether what is given is removed, rather than set.
    pub is_delete: bool,
    /// The quick replies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guide_fast_reply_list: Vec<QuickReply>,
    /// The first greeting.
    pub guide_auto_reply: Option<GuideGreeting>,
    /// The second greeting.
    pub guide_auto_reply_plus: Option<GuideGreeting>,
}

/// A quick reply of a guide.
#[endpoint(part)]
pub struct QuickReply {
    /// The text.
    pub content: String,
    /// When it was last set. Only in replies.
    pub updatetime: Option<Timestamp>,
}

/// A greeting of new customers.
#[endpoint(part)]
pub struct GuideGreeting {
    /// The type of the greeting.
    pub msgtype: GreetingKind,
    /// The text; the media id of the picture; or the card as the text of a JSON object with
    /// `media_id`, `title`, `path` and `appid`.
    pub content: String,
    /// When it was last set. Only in replies.
    pub updatetime: Option<Timestamp>,
}

int_enum! {
    /// The type of a greeting.
    pub enum GreetingKind {
        /// A text.
        Text = 1,
        /// A picture.
        Image = 2,
        /// A card of a Mini Program.
        MiniProgram = 3,
    }
}

/// Returns the quick replies and greetings of a guide.
#[endpoint(POST "/cgi-bin/guide/getguideconfig", title = "获取快捷回复与关注自动回复",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideConfig.html",
    scope(official), retry = safe, reply = GuideConfig, call = guides.config)]
pub struct GetGuideConfig {
    /// The guide, named as they were added. [`GuideName::new`] stands for all who have no greeting
    /// of their own.
    #[serde(flatten)]
    pub guide: GuideName,
}

/// The quick replies and greetings of a guide.
#[endpoint(part, reply_to(GetGuideConfig))]
pub struct GuideConfig {
    /// The quick replies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guide_fast_reply_list: Vec<QuickReply>,
    /// The first greeting.
    pub guide_auto_reply: Option<GuideGreeting>,
    /// The second greeting.
    pub guide_auto_reply_plus: Option<GuideGreeting>,
}

/// Sets the words that guides may not write (敏感词) and the reply while guides are away (离线自动回复).
///
/// Fails with 9300814 when there are too many words, with 9300824 when the reply is too long.
#[endpoint(POST "/cgi-bin/guide/setguideacctconfig", title = "为服务号设置敏感词与离线自动回复",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.setGuideAcctConfig.html",
    scope(official), retry = safe, call = guides.set_account_config)]
pub struct SetGuideAccountConfig {
    /// Whether what is given is removed, rather than set.
    pub is_delete: bool,
    /// The words; they replace all present ones.
    pub black_keyword: Option<ForbiddenWords>,
    /// The reply while guides are away, up to 300 characters.
    pub guide_auto_reply: Option<AwayReply>,
}

/// Words that guides may not write.
#[endpoint(part)]
pub struct ForbiddenWords {
    /// The words.
    pub values: Vec<String>,
    /// When it was last set. Only in replies.
    pub updatetime: Option<Timestamp>,
}

/// The reply that customers get while their guide is away.
#[endpoint(part)]
pub struct AwayReply {
    /// The text.
    pub content: String,
    /// When it was last set. Only in replies.
    pub updatetime: Option<Timestamp>,
}

/// Returns the words that guides may not write and the reply while guides are away.
#[endpoint(POST "/cgi-bin/guide/getguideacctconfig", title = "获取离线自动回复与敏感词",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcctConfig.html",
    scope(official), retry = safe, reply = GuideAccountConfig, call = guides.account_config)]
pub struct GetGuideAccountConfig {}

/// Settings for all guides of an account.
#[endpoint(part, reply_to(GetGuideAccountConfig))]
pub struct GuideAccountConfig {
    /// The words that guides may not write.
    pub black_keyword: Option<ForbiddenWords>,
    /// The reply while guides are away.
    pub guide_auto_reply: Option<AwayReply>,
}

/// Allows a user to copy the paths of a Mini Program's pages from its menu (复制小程序页面路径).
#[endpoint(POST "/cgi-bin/guide/pushshowwxapathmenu", title = "允许微信用户复制小程序页面路径",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.pushShowWxaPathMenu.html",
    scope(official), retry = safe, call = guides.show_page_paths)]
pub struct ShowPagePaths {
    /// The Mini Program, which must be linked to the account.
    pub wxa_appid: AppId,
    /// The WeChat name (微信号) of the user, who must follow the account.
    pub wx_username: String,
}

impl<'c, C: Caller + ?Sized> GuidesHandle<'c, C> {
    /// Returns a guide; see [`GetGuide`].
    pub fn get(&self, guide: impl Into<GuideName>) -> Call<'c, C, GetGuide> {
        let GuideName { guide_account, guide_openid } = guide.into();
        Call::new(self.caller, GetGuide { guide_account, guide_openid })
    }
}
