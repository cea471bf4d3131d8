//! Speech recognition and translation (微信AI开放接口). `/cgi-bin/media/voice/*`

use weixin_api::{Call, Caller, FilePart, StringEnum, endpoint, group};

group! {
    /// Speech recognition and translation (微信AI开放接口).
    voice_recognition: [SubmitVoice, GetVoiceText, TranslateText]
}

weixin_api::string_id! {
    /// A voice recording handed in for recognition (语音唯一标识, voice_id), named by the caller.
    VoiceId
}

/// Submits a voice recording for recognition (提交语音).
///
/// The text is available within ten seconds.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, FilePart, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let voice = FilePart::path("question.mp3");
/// wx.voice_recognition().submit(("question-42", voice)).await?;
/// // Ten seconds later:
/// println!("{}", wx.voice_recognition().text("question-42").await?.result);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/media/voice/addvoicetorecofortext", title = "提交语音",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/AI_Open_API.html#%E6%8E%A5%E5%8F%A3%E6%96%87%E6%A1%A3%E2%80%94%E2%80%94%E6%8F%90%E4%BA%A4%E8%AF%AD%E9%9F%B3",
    scope(official, mini), retry = safe, call = voice_recognition.submit)]
pub struct SubmitVoice {
    /// The format of the recording, always `mp3`.
    #[query]
    #[serde(default = "mp3")]
    pub format: String,
    /// An id for the recording, chosen by the caller.
    #[query]
    pub voice_id: VoiceId,
    /// The language that is spoken. `None`: Chinese.
    #[query]
    pub lang: Option<SpokenLanguage>,
    /// The recording: MP3 of 16 kHz with one channel, up to 1 MB.
    #[part]
    pub media: FilePart,
}

fn mp3() -> String {
    "mp3".to_owned()
}

/// A language that can be recognized and translated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SpokenLanguage {
    /// Chinese.
    #[string_enum(rename = "zh_CN")]
    Chinese,
    /// English.
    #[string_enum(rename = "en_US")]
    English,
    /// A value that this version does not know.
    Other(String),
}

/// Returns the text of a voice recording, about ten seconds after it was submitted.
#[endpoint(POST "/cgi-bin/media/voice/queryrecoresultfortext", title = "获取语音识别结果",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/AI_Open_API.html#%E6%8E%A5%E5%8F%A3%E6%96%87%E6%A1%A3%E2%80%94%E2%80%94%E8%8E%B7%E5%8F%96%E8%AF%AD%E9%9F%B3%E8%AF%86%E5%88%AB%E7%BB%93%E6%9E%9C",
    scope(official, mini), retry = safe, no_errcode, reply = VoiceText, call = voice_recognition.text)]
pub struct GetVoiceText {
    /// The recording, by the id it was submitted with.
    #[query]
    pub voice_id: VoiceId,
    /// The language that is spoken. `None`: Chinese.
    #[query]
    pub lang: Option<SpokenLanguage>,
}

/// The text of a voice recording.
#[endpoint(part, reply_to(GetVoiceText))]
pub struct VoiceText {
    /// The recognized text.
    pub result: String,
    /// Whether the recognition is complete.
    pub is_end: Option<bool>,
}

/// Translates a text between Chinese and English (微信翻译).
#[endpoint(POST "/cgi-bin/media/voice/translatecontent", title = "微信翻译",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/AI_Open_API.html#%E6%8E%A5%E5%8F%A3%E6%96%87%E6%A1%A3%E2%80%94%E2%80%94%E5%BE%AE%E4%BF%A1%E7%BF%BB%E8%AF%91",
    scope(official, mini), retry = safe, no_errcode, reply = TranslatedText, call = "wx.voice_recognition().translate(from, to, text)")]
pub struct TranslateText {
    /// The language of the text.
    #[query]
    pub lfrom: SpokenLanguage,
    /// The language to translate into.
    #[query]
    pub lto: SpokenLanguage,
    /// The text in UTF-8, up to 600 bytes.
    #[part]
    pub media: FilePart,
}

/// A translated text.
#[endpoint(part, reply_to(TranslateText))]
pub struct TranslatedText {
    /// The original text.
    pub from_content: String,
    /// The translation.
    pub to_content: String,
}

impl<'c, C: Caller + ?Sized> VoiceRecognitionHandle<'c, C> {
    /// Translates a text of up to 600 bytes; see [`TranslateText`].
    pub fn translate(
        &self,
        from: SpokenLanguage,
        to: SpokenLanguage,
        text: impl Into<String>,
    ) -> Call<'c, C, TranslateText> {
        let text = FilePart::new("text.txt", "text/plain", text.into());
        Call::new(self.caller, TranslateText::new(from, to, text))
    }
}
