//! Content security (内容安全): checks of what users write and upload. `/wxa/msg_sec_check`,
//! `/wxa/media_check_async`, `/wxa/img_sec_check`

use weixin_api::{Call, Caller, FilePart, StringEnum, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, OpenId, inbound, messages};

group! {
    /// Checks of what users write and upload (内容安全).
    content_security: [CheckText, CheckMedia, CheckImage, GetUserRiskRank]
}

weixin_api::string_id! {
    /// A query of a user's risk level (unoin_id).
    RiskQueryId
}

weixin_api::string_id! {
    /// A check of content security (trace_id), which connects [`CheckMedia`] with [`MediaCheck`].
    TraceId
}

messages![MediaCheck];

/// Checks whether a text may be shown.
///
/// `wx.content_security().text(…)` asks for version 2. Version 1 only fails with 87014 when the
/// text must not be shown.
///
/// Fails with 61010 when the author has not used the Mini Program in the last two hours.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::security::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let user = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
/// let check = wx.content_security().text(user, ContentScene::Comment, "好喝,推荐!").await?;
/// match check.result.map(|result| result.suggest) {
///     Some(Suggestion::Pass) => println!("the comment may be shown"),
///     other => println!("the comment is held back: {other:?}"),
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/msg_sec_check", title = "文本内容安全识别",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.msgSecCheck.html",
    scope(mini), secured,
    retry = safe, reply = CheckedText, call = "wx.content_security().text(openid, scene, content)")]
pub struct CheckText {
    /// The text: up to 2,500 characters.
    pub content: String,
    /// The version of the interface: 2. Version 1, taken if left out, is no longer maintained.
    pub version: Option<u8>,
    /// What kind of content the text is. Needed for version 2.
    pub scene: Option<ContentScene>,
    /// The author, who must have used the Mini Program in the last two hours. Needed for version 2.
    pub openid: Option<OpenId>,
    /// The title of the text.
    pub title: Option<String>,
    /// The author's name.
    pub nickname: Option<String>,
    /// The author's self-description (个性签名); only for [`ContentScene::Profile`].
    pub signature: Option<String>,
}

int_enum! {
    /// The kind of content that is checked (场景).
    pub enum ContentScene {
        /// Profile of a user (资料).
        Profile = 1,
        /// Comment (评论).
        Comment = 2,
        /// Forum post (论坛).
        Forum = 3,
        /// Social post (社交日志).
        Social = 4,
    }
}

/// The result of a text check.
#[endpoint(part, reply_to(CheckText))]
pub struct CheckedText {
    /// The number of the check, by which it is found again.
    pub trace_id: Option<TraceId>,
    /// The overall result; missing for version 1.
    pub result: Option<Judgement>,
    /// The results of the single strategies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail: Vec<JudgementDetail>,
}

/// The overall result of a check.
#[endpoint(part, inbound)]
pub struct Judgement {
    /// What to do with the content.
    #[field(name = "suggest")]
    pub suggest: Suggestion,
    /// The kind of violation.
    #[field(name = "label")]
    pub label: ContentLabel,
}

/// What to do with checked content.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum Suggestion {
    /// The content may be shown.
    #[string_enum(rename = "pass")]
    Pass,
    /// The content should be reviewed by a person.
    #[string_enum(rename = "review")]
    Review,
    /// The content must not be shown.
    #[string_enum(rename = "risky")]
    Risky,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// The kind of violation that was found in content.
    pub enum ContentLabel {
        /// No violation (正常).
        Ordinary = 100,
        /// Advertising (广告).
        Advertising = 10001,
        /// Politics (时政).
        Politics = 20001,
        /// Pornography (色情).
        Pornographic = 20002,
        /// Abuse (辱骂).
        Abuse = 20003,
        /// Crime (违法犯罪).
        Crime = 20006,
        /// Fraud (欺诈).
        Fraud = 20008,
        /// Vulgarity (低俗).
        Vulgar = 20012,
        /// Violation of copyright (版权).
        Copyright = 20013,
        /// Another violation (其他).
        Others = 21000,
    }
}

/// The result of one strategy.
#[endpoint(part, inbound)]
pub struct JudgementDetail {
    /// The strategy that gave this part: `content_model`, `keyword` and others.
    #[field(name = "strategy")]
    pub strategy: String,
    /// 0 if this part of the result is valid.
    #[field(name = "errcode")]
    pub errcode: i64,
    /// What this strategy suggests.
    #[field(name = "suggest")]
    pub suggest: Option<Suggestion>,
    /// The kind of violation that this strategy found.
    #[field(name = "label")]
    pub label: Option<ContentLabel>,
    /// How serious it is, from 0.
    #[field(name = "level")]
    pub level: Option<u32>,
    /// The keyword that was hit.
    #[field(name = "keyword")]
    pub keyword: Option<String>,
    /// The confidence of the result, 0 to 100. The higher it is, the more likely is the label.
    #[field(name = "prob")]
    pub prob: Option<f64>,
}

/// Submits a picture or sound for a check.
///
/// The result is pushed as [`MediaCheck`] within 30 minutes.
///
/// Fails with 61010 when the user has not used the Mini Program in the last two hours.
#[endpoint(POST "/wxa/media_check_async", title = "音视频内容安全识别",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.mediaCheckAsync.html",
    scope(mini), secured,
    reply = CheckingMedia, call = "wx.content_security().media(openid, scene, kind, media_url)")]
pub struct CheckMedia {
    /// The address of the file: up to 10 MB.
    pub media_url: String,
    /// The type of the file.
    pub media_type: CheckedKind,
    /// The version of the interface: 2. Version 1, taken if left out, is no longer maintained.
    pub version: Option<u8>,
    /// What kind of content the file is. Needed for version 2.
    pub scene: Option<ContentScene>,
    /// The user who uploaded it, who must have used the Mini Program in the last two hours. Needed
    /// for version 2.
    pub openid: Option<OpenId>,
}

int_enum! {
    /// The type of a checked file.
    pub enum CheckedKind {
        /// A sound.
        Audio = 1,
        /// A picture.
        Image = 2,
    }
}

/// A check that is under way.
#[endpoint(part, reply_to(CheckMedia))]
pub struct CheckingMedia {
    /// The number of the check, which [`MediaCheck`] repeats.
    pub trace_id: TraceId,
}

/// Checks a picture of up to 1 MB and 750 by 1334 pixels at once.
///
/// The platform no longer maintains it; use [`CheckMedia`]. Fails with 87014 when the picture must
/// not be shown.
#[endpoint(POST "/wxa/img_sec_check", title = "图片内容安全识别",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.imgSecCheck.html",
    scope(mini), retry = safe, call = content_security.image)]
pub struct CheckImage {
    /// The picture: PNG, JPEG, JPG or GIF.
    #[part]
    pub media: FilePart,
}

/// Returns the risk level of a user (安全等级).
///
/// Fails with 61010 when the user has not used the Mini Program in the last two hours.
#[endpoint(POST "/wxa/getuserriskrank", title = "获取用户安全等级",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/safety-control-capability/riskControl.getUserRiskRank.html",
    scope(mini), secured, retry = safe, reply = UserRiskRank, call = content_security.risk_rank)]
pub struct GetUserRiskRank {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The user in question.
    pub openid: OpenId,
    /// The situation in which it is asked.
    pub scene: RiskScene,
    /// The user's telephone number.
    pub mobile_no: Option<String>,
    /// The user's IPv4 address.
    pub client_ip: Option<String>,
    /// The user's e-mail address.
    pub email_address: Option<String>,
    /// The number of the user's bank card.
    pub bank_card_no: Option<String>,
    /// The number of the user's identity card.
    pub cert_no: Option<String>,
    /// Further information as text.
    pub extended_info: Option<String>,
    /// Whether the call is a test, which the platform does not bill.
    pub is_test: Option<bool>,
}

int_enum! {
    /// The situation in which a risk level is asked for.
    pub enum RiskScene {
        /// The user registers (注册).
        Registration = 0,
        /// The user takes part in a promotion (营销作弊).
        Promotion = 1,
    }
}

/// The risk level of a user.
#[endpoint(part, reply_to(GetUserRiskRank))]
pub struct UserRiskRank {
    /// 0: low risk, up to 4: high risk.
    pub risk_rank: u32,
    /// The number of the query. The platform spells the name so.
    pub unoin_id: Option<RiskQueryId>,
}

/// A media check that [`CheckMedia`] submitted has ended. It is pushed within 30 minutes.
#[inbound(event = "wxa_media_check", scope(mini))]
pub struct MediaCheck {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The Mini Program that submitted the check.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// The number of the check, as in [`CheckingMedia`].
    #[field(name = "trace_id")]
    pub trace_id: TraceId,
    /// The version of the interface: 2. Pushes of version 1 have other fields.
    #[field(name = "version")]
    pub version: Option<u32>,
    /// The overall result (version 2).
    #[field(name = "result")]
    pub result: Option<Judgement>,
    /// The results of the single strategies (version 2).
    #[field(name = "detail")]
    pub detail: Vec<JudgementDetail>,
    /// 0 if the check was carried out; -1008 if the file could not be downloaded.
    #[field(name = "errcode")]
    pub errcode: Option<i64>,
    /// The error message, if the check failed.
    #[field(name = "errmsg")]
    pub errmsg: Option<String>,
    /// Whether the content is risky (version 1).
    #[field(name = "isrisky")]
    pub is_risky: Option<bool>,
    /// Additional information (version 1); empty at present.
    #[field(name = "extra_info_json")]
    pub extra_info_json: Option<String>,
    /// 0 if the check was carried out; 4294966288 if the file could not be downloaded (version 1).
    #[field(name = "status_code")]
    pub status_code: Option<i64>,
}

impl<'c, C: Caller + ?Sized> ContentSecurityHandle<'c, C> {
    /// Checks a text; see [`CheckText`].
    pub fn text(
        &self,
        openid: impl Into<OpenId>,
        scene: ContentScene,
        content: impl Into<String>,
    ) -> Call<'c, C, CheckText> {
        Call::new(self.caller, CheckText::new(content).version(2).scene(scene).openid(openid))
    }

    /// Submits a file for a check; see [`CheckMedia`].
    pub fn media(
        &self,
        openid: impl Into<OpenId>,
        scene: ContentScene,
        kind: CheckedKind,
        media_url: impl Into<String>,
    ) -> Call<'c, C, CheckMedia> {
        Call::new(
            self.caller,
            CheckMedia::new(media_url, kind).version(2).scene(scene).openid(openid),
        )
    }
}
