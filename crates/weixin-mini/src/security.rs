//! Whether what users write and upload may be shown (内容安全). `/wxa/msg_sec_check`, `/wxa/media_check_async`, `/wxa/img_sec_check`

use weixin_api::{Call, Caller, FilePart, StringEnum, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, OpenId, inbound, messages};

group! {
    /// Whether what users write and upload may be shown (内容安全).
    content_security: [CheckText, CheckMedia, CheckImage, GetUserRiskRank]
}

messages![MediaCheck];

/// Judges a text.
///
/// `wx.content_security().text(…)` asks for version 2. Version 1 answers 87014 for what may not be
/// shown, and nothing else.
#[endpoint(POST "/wxa/msg_sec_check", title = "文本内容安全识别",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.msgSecCheck.html",
    scope(mini), retry = safe, reply = CheckedText, call = "wx.content_security().text(openid, scene, content)")]
pub struct CheckText {
    /// The text: up to 2,500 characters.
    pub content: String,
    /// 2; 1 if left out, which is no longer kept up.
    pub version: Option<u8>,
    /// What the text is. Version 2 needs it.
    pub scene: Option<ContentScene>,
    /// Who wrote it; they must have used the Mini Program in the last two hours. Version 2 needs
    /// it.
    pub openid: Option<OpenId>,
    /// Its title.
    pub title: Option<String>,
    /// The writer's name.
    pub nickname: Option<String>,
    /// The writer's words about themselves, where these are what is judged.
    pub signature: Option<String>,
}

int_enum! {
    /// What is judged.
    pub enum ContentScene {
        /// What users say of themselves.
        Profile = 1,
        /// A comment.
        Comment = 2,
        /// A forum.
        Forum = 3,
        /// A social journal.
        Social = 4,
    }
}

/// What is thought of a text.
#[endpoint(part, reply_to(CheckText))]
pub struct CheckedText {
    /// The number of the judgement.
    pub trace_id: Option<String>,
    /// The judgement.
    pub result: Option<Judgement>,
    /// What it is made of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail: Vec<JudgementDetail>,
}

/// A judgement.
#[endpoint(part)]
pub struct Judgement {
    /// What to do.
    pub suggest: Suggestion,
    /// Why.
    pub label: ContentLabel,
}

/// What to do with a content.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum Suggestion {
    /// It may be shown.
    #[string_enum(rename = "pass")]
    Pass,
    /// Somebody should look at it.
    #[string_enum(rename = "review")]
    Review,
    /// It may not be shown.
    #[string_enum(rename = "risky")]
    Risky,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// What a content is.
    pub enum ContentLabel {
        /// Nothing special.
        Ordinary = 100,
        /// Advertising.
        Advertising = 10001,
        /// About politics.
        Politics = 20001,
        /// Pornographic.
        Pornographic = 20002,
        /// Abuse.
        Abuse = 20003,
        /// About crimes.
        Crime = 20006,
        /// Fraud.
        Fraud = 20008,
        /// Vulgar.
        Vulgar = 20012,
        /// Somebody else's.
        Copyright = 20013,
        /// Something else.
        Others = 21000,
    }
}

/// A part of a judgement.
#[endpoint(part)]
pub struct JudgementDetail {
    /// How it was found: `content_model`, `keyword`, …
    pub strategy: String,
    /// 0 if this part counts.
    pub errcode: i64,
    /// What to do.
    pub suggest: Option<Suggestion>,
    /// Why.
    pub label: Option<ContentLabel>,
    /// How grave, from 0.
    pub level: Option<u32>,
    /// The word that was found.
    pub keyword: Option<String>,
    /// How sure it is, 0 to 100.
    pub prob: Option<f64>,
}

/// Has a picture or a sound judged.
///
/// The judgement comes within 30 minutes, as an event `wxa_media_check`.
#[endpoint(POST "/wxa/media_check_async", title = "音视频内容安全识别",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.mediaCheckAsync.html",
    scope(mini), reply = CheckingMedia, call = "wx.content_security().media(openid, scene, kind, media_url)")]
pub struct CheckMedia {
    /// Where the file is: up to 10 MB.
    pub media_url: String,
    /// What it is.
    pub media_type: CheckedKind,
    /// 2; 1 if left out, which is no longer kept up.
    pub version: Option<u8>,
    /// What it is used for. Version 2 needs it.
    pub scene: Option<ContentScene>,
    /// Who uploaded it; they must have used the Mini Program in the last two hours. Version 2 needs
    /// it.
    pub openid: Option<OpenId>,
}

int_enum! {
    /// What a file is.
    pub enum CheckedKind {
        /// A sound.
        Audio = 1,
        /// A picture.
        Image = 2,
    }
}

/// A file that is being judged.
#[endpoint(part, reply_to(CheckMedia))]
pub struct CheckingMedia {
    /// The number of the judgement, which the event has too.
    pub trace_id: String,
}

/// Judges a picture at once: up to 1 MB, 750 by 1334.
///
/// What may not be shown is answered with 87014. The platform no longer keeps it up: use
/// [`CheckMedia`].
#[endpoint(POST "/wxa/img_sec_check", title = "图片内容安全识别",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.imgSecCheck.html",
    scope(mini), retry = safe, call = content_security.image)]
pub struct CheckImage {
    /// The picture.
    #[part]
    pub media: FilePart,
}

/// Says how likely it is that a user means harm.
#[endpoint(POST "/wxa/getuserriskrank", title = "获取用户安全等级",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/safety-control-capability/riskControl.getUserRiskRank.html",
    scope(mini), retry = safe, reply = UserRiskRank, call = content_security.risk_rank)]
pub struct GetUserRiskRank {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The user.
    pub openid: OpenId,
    /// When it is asked.
    pub scene: RiskScene,
    /// The user's telephone number.
    pub mobile_no: Option<String>,
    /// The user's address, IPv4.
    pub client_ip: Option<String>,
    /// The user's e-mail address.
    pub email_address: Option<String>,
    /// The number of the user's bank card.
    pub bank_card_no: Option<String>,
    /// The number of the user's identity card.
    pub cert_no: Option<String>,
    /// Anything else.
    pub extended_info: Option<String>,
    /// Whether this is a test.
    pub is_test: Option<bool>,
}

int_enum! {
    /// When it is asked whether a user means harm.
    pub enum RiskScene {
        /// When they register.
        Registration = 0,
        /// When they are about to profit from something.
        Promotion = 1,
    }
}

/// How likely it is that a user means harm.
#[endpoint(part, reply_to(GetUserRiskRank))]
pub struct UserRiskRank {
    /// 0 not at all, up to 4.
    pub risk_rank: u32,
    /// What the call is known by; the platform spells it so.
    pub unoin_id: Option<u64>,
}

/// A file was judged, as [`CheckMedia`] asked for. Event `wxa_media_check`.
#[inbound(event = "wxa_media_check", scope(mini))]
pub struct MediaCheck {
    /// From whom, to whom, when.
    pub header: Header,
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// The number of the judgement, as in [`CheckingMedia`].
    #[field(name = "trace_id")]
    pub trace_id: String,
    /// 2; version 1 has other fields.
    #[field(name = "version")]
    pub version: Option<u32>,
    /// The judgement.
    #[field(name = "result")]
    pub result: Option<MediaJudgement>,
    /// What it is made of.
    #[field(name = "detail")]
    pub detail: Vec<MediaJudgementDetail>,
    /// 0 if it could be judged; -1008 if the file could not be fetched.
    #[field(name = "errcode")]
    pub errcode: Option<i64>,
    /// Why it could not be judged.
    #[field(name = "errmsg")]
    pub errmsg: Option<String>,
    /// Whether it may not be shown (version 1).
    #[field(name = "isrisky")]
    pub is_risky: Option<bool>,
    /// Anything else (version 1).
    #[field(name = "extra_info_json")]
    pub extra_info_json: Option<String>,
    /// 0 if it could be judged; 4294966288 if the file could not be fetched (version 1).
    #[field(name = "status_code")]
    pub status_code: Option<i64>,
}

/// What is thought of a file.
#[inbound(part)]
pub struct MediaJudgement {
    /// What to do: `pass`, `review` or `risky`.
    #[field(name = "suggest")]
    pub suggest: Option<String>,
    /// Why: the numbers of [`ContentLabel`].
    #[field(name = "label")]
    pub label: Option<i64>,
}

/// A part of what is thought of a file.
#[inbound(part)]
pub struct MediaJudgementDetail {
    /// How it was found: `content_model`, …
    #[field(name = "strategy")]
    pub strategy: Option<String>,
    /// 0 if this part counts.
    #[field(name = "errcode")]
    pub errcode: Option<i64>,
    /// What to do: `pass`, `review` or `risky`.
    #[field(name = "suggest")]
    pub suggest: Option<String>,
    /// Why: the numbers of [`ContentLabel`].
    #[field(name = "label")]
    pub label: Option<i64>,
    /// How sure it is, 0 to 100.
    #[field(name = "prob")]
    pub prob: Option<f64>,
}

impl<'c, C: Caller + ?Sized> ContentSecurityHandle<'c, C> {
    /// Judges a text; see [`CheckText`].
    pub fn text(
        &self,
        openid: impl Into<OpenId>,
        scene: ContentScene,
        content: impl Into<String>,
    ) -> Call<'c, C, CheckText> {
        Call::new(self.caller, CheckText::new(content).version(2).scene(scene).openid(openid))
    }

    /// Has a file judged; see [`CheckMedia`].
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
