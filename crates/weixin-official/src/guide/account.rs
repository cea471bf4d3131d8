//! Guides, and what holds for them (顾问管理).

use crate::guide::GuidesHandle;
use weixin_api::{Call, Caller, Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, OpenId};

use super::GuideName;

/// Makes somebody a guide; they have to agree.
///
/// Their answer comes as a [`GuideInvited`](super::GuideInvited). Nobody is guide and
/// customer-service account at once (65407), or guide twice (9300803).
#[endpoint(POST "/cgi-bin/guide/addguideacct", title = "添加顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.addGuideAcct.html",
    scope(official), retry = safe, call = guides.add)]
pub struct AddGuide {
    /// Who.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The name customers see: up to 16 characters (9300810); that in WeChat if left out.
    pub guide_nickname: Option<String>,
    /// The address of the picture customers see, as the upload of pictures for articles answers it;
    /// the picture in WeChat if left out.
    pub guide_headimgurl: Option<String>,
}

/// Tells about a guide.
///
/// The guide is named as they were added: by WeChat name or by openid. Somebody else is refused
/// (9300804).
#[endpoint(GET "/cgi-bin/guide/getguideacct", title = "获取顾问信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcct.html",
    scope(official), reply = Guide, call = "wx.guides().get(guide)")]
pub struct GetGuide {
    /// The guide's WeChat name, if they were added by it.
    pub guide_account: Option<String>,
    /// The guide's openid or unionid, if they were added by it.
    pub guide_openid: Option<OpenId>,
}

/// A guide.
#[endpoint(part, reply_to(GetGuide))]
pub struct Guide {
    /// Their WeChat name, if they were added by it.
    pub guide_account: Option<String>,
    /// Their openid, if they were added by it.
    pub guide_openid: Option<OpenId>,
    /// The name customers see.
    pub guide_nickname: Option<String>,
    /// The address of the picture customers see.
    pub guide_headimgurl: Option<String>,
    /// Whether they have agreed.
    pub status: Option<GuideStatus>,
    /// When they joined the group, in the list of a group.
    pub create_time: Option<Timestamp>,
}

int_enum! {
    /// Whether somebody agreed to be a guide.
    pub enum GuideStatus {
        /// They were asked.
        Asked = 1,
        /// They agreed.
        Agreed = 2,
        /// They refused.
        Refused = 3,
        /// They have not answered in time.
        Expired = 4,
    }
}

/// Changes a guide's name or picture.
#[endpoint(POST "/cgi-bin/guide/updateguideacct", title = "修改顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.updateGuideAcct.html",
    scope(official), retry = safe, call = guides.update)]
pub struct UpdateGuide {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The name customers see: up to 16 characters.
    pub guide_nickname: Option<String>,
    /// The address of the picture customers see, as the upload of pictures for articles answers it.
    pub guide_headimgurl: Option<String>,
}

/// Removes a guide.
#[endpoint(POST "/cgi-bin/guide/delguideacct", title = "删除顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuideAcct.html",
    scope(official), retry = safe, call = guides.delete)]
pub struct DeleteGuide {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
}

/// Gives the guides of the account.
///
/// `wx.guides().list(0, 100).pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/guide/getguideacctlist", title = "获取服务号顾问列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcctList.html",
    scope(official), retry = safe, reply = GuidesPage, call = guides.list)]
pub struct GetGuides {
    /// The page, from 0.
    pub page: u32,
    /// How many are on a page.
    pub num: u32,
}

/// A page of guides.
#[endpoint(part, reply_to(GetGuides))]
pub struct GuidesPage {
    /// The guides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<Guide>,
    /// How many there are on all pages.
    pub total_num: Option<u64>,
}

impl Paged for GetGuides {
    type Item = Guide;
    fn split_page(self, reply: GuidesPage) -> (Vec<Guide>, Option<Self>) {
        let next = (!reply.list.is_empty()).then(|| Self::new(self.page + 1, self.num));
        (reply.list, next)
    }
}

/// Makes the QR code of a guide: followers who scan it become their customers, others when they
/// follow the account within three minutes.
#[endpoint(POST "/cgi-bin/guide/guidecreateqrcode", title = "生成顾问二维码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.guideCreateQrCode.html",
    scope(official), retry = safe, reply = GuideQrCode, call = guides.qrcode)]
pub struct CreateGuideQrCode {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// What the [`GuideCodeScanned`](super::GuideCodeScanned) that follows a scan holds.
    pub qrcode_info: Option<String>,
}

/// The QR code of a guide.
#[endpoint(part, reply_to(CreateGuideQrCode))]
pub struct GuideQrCode {
    /// Where the picture can be downloaded.
    pub qrcode_url: String,
}

/// Gives what a guide and their customers wrote, within the last 30 days.
#[endpoint(POST "/cgi-bin/guide/getguidebuyerchatrecord", title = "获取顾问聊天记录",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideBuyerChatRecord.html",
    scope(official), retry = safe, reply = GuideChats, call = guides.chats)]
pub struct GetGuideChats {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// One customer only; all of them if left out.
    pub openid: Option<OpenId>,
    /// From when. It counts only together with `end_time`.
    pub begin_time: Option<Timestamp>,
    /// Until when. It counts only together with `begin_time`.
    pub end_time: Option<Timestamp>,
    /// The page, from 0.
    pub page: u32,
    /// How many are on a page.
    pub num: u32,
}

/// A page of what a guide and their customers wrote.
#[endpoint(part, reply_to(GetGuideChats))]
pub struct GuideChats {
    /// The messages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub msg_list: Vec<GuideChat>,
    /// How many there are on all pages.
    pub total_num: Option<u64>,
}

/// A message between a guide and a customer.
#[endpoint(part)]
pub struct GuideChat {
    /// The guide's WeChat name.
    pub guide_account: Option<String>,
    /// The guide's openid.
    pub guide_openid: Option<OpenId>,
    /// The customer.
    pub openid: OpenId,
    /// What was written.
    pub content: String,
    /// What that is.
    pub content_type: GuideMessageKind,
    /// Who wrote.
    pub direction: GuideChatDirection,
    /// When.
    pub create_time: Timestamp,
}

int_enum! {
    /// What a message is.
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
    /// Who wrote.
    pub enum GuideChatDirection {
        /// The guide.
        Guide = 1,
        /// The customer.
        Customer = 2,
    }
}

/// Sets a guide's quick replies, and what greets new customers.
#[endpoint(POST "/cgi-bin/guide/setguideconfig", title = "设置快捷回复与关注自动回复",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.setGuideConfig.html",
    scope(official), retry = safe, call = guides.set_config)]
pub struct SetGuideConfig {
    /// The guide; [`GuideName::new`] for the greeting of all who have none of their own.
    #[serde(flatten)]
    pub guide: GuideName,
    /// Whether what is given is removed.
    pub is_delete: bool,
    /// The quick replies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guide_fast_reply_list: Vec<QuickReply>,
    /// The first greeting.
    pub guide_auto_reply: Option<GuideGreeting>,
    /// The second greeting.
    pub guide_auto_reply_plus: Option<GuideGreeting>,
}

/// A quick reply.
#[endpoint(part)]
pub struct QuickReply {
    /// The text.
    pub content: String,
    /// When it was set last.
    pub updatetime: Option<Timestamp>,
}

/// What greets new customers.
#[endpoint(part)]
pub struct GuideGreeting {
    /// What it is.
    pub msgtype: GreetingKind,
    /// The text, the media id of the picture, or the card as the text of a JSON object with
    /// `media_id`, `title`, `path` and `appid`.
    pub content: String,
    /// When it was set last.
    pub updatetime: Option<Timestamp>,
}

int_enum! {
    /// What a greeting is.
    pub enum GreetingKind {
        /// A text.
        Text = 1,
        /// A picture.
        Image = 2,
        /// A card of a Mini Program.
        MiniProgram = 3,
    }
}

/// Gives a guide's quick replies and greetings.
#[endpoint(POST "/cgi-bin/guide/getguideconfig", title = "获取快捷回复与关注自动回复",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideConfig.html",
    scope(official), retry = safe, reply = GuideConfig, call = guides.config)]
pub struct GetGuideConfig {
    /// The guide; [`GuideName::new`] for the greeting of all who have none of their own.
    #[serde(flatten)]
    pub guide: GuideName,
}

/// A guide's quick replies and greetings.
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

/// Sets which words no guide may write, and what customers read while their guide is away.
#[endpoint(POST "/cgi-bin/guide/setguideacctconfig", title = "为服务号设置敏感词与离线自动回复",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.setGuideAcctConfig.html",
    scope(official), retry = safe, call = guides.set_account_config)]
pub struct SetGuideAccountConfig {
    /// Whether what is given is removed.
    pub is_delete: bool,
    /// The words: all of them, those before are forgotten.
    pub black_keyword: Option<ForbiddenWords>,
    /// What customers read: up to 300 characters.
    pub guide_auto_reply: Option<AwayReply>,
}

/// Words that no guide may write.
#[endpoint(part)]
pub struct ForbiddenWords {
    /// The words.
    pub values: Vec<String>,
    /// When they were set last.
    pub updatetime: Option<Timestamp>,
}

/// What customers read while their guide is away.
#[endpoint(part)]
pub struct AwayReply {
    /// The text.
    pub content: String,
    /// When it was set last.
    pub updatetime: Option<Timestamp>,
}

/// Gives which words no guide may write, and what customers read while their guide is away.
#[endpoint(POST "/cgi-bin/guide/getguideacctconfig", title = "获取离线自动回复与敏感词",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideAcctConfig.html",
    scope(official), retry = safe, reply = GuideAccountConfig, call = guides.account_config)]
pub struct GetGuideAccountConfig {}

/// What holds for all guides of an account.
#[endpoint(part, reply_to(GetGuideAccountConfig))]
pub struct GuideAccountConfig {
    /// Words that no guide may write.
    pub black_keyword: Option<ForbiddenWords>,
    /// What customers read while their guide is away.
    pub guide_auto_reply: Option<AwayReply>,
}

/// Lets somebody copy the paths of a Mini Program's pages, in its menu.
#[endpoint(POST "/cgi-bin/guide/pushshowwxapathmenu", title = "允许微信用户复制小程序页面路径",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.pushShowWxaPathMenu.html",
    scope(official), retry = safe, call = guides.show_page_paths)]
pub struct ShowPagePaths {
    /// The Mini Program, linked to the account.
    pub wxa_appid: AppId,
    /// The WeChat name of a follower.
    pub wx_username: String,
}

impl<'c, C: Caller + ?Sized> GuidesHandle<'c, C> {
    /// Tells about a guide; see [`GetGuide`].
    pub fn get(&self, guide: impl Into<GuideName>) -> Call<'c, C, GetGuide> {
        let GuideName { guide_account, guide_openid } = guide.into();
        Call::new(self.caller, GetGuide { guide_account, guide_openid })
    }
}
