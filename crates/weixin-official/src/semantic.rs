//! Understanding what somebody says (语义理解). `/semantic/semproxy/search`

use serde_json::Value;
use weixin_api::{endpoint, group};
use weixin_protocol::AppId;

group! {
    /// Understanding what somebody says (语义理解).
    semantic: [UnderstandQuery]
}

/// Says what a sentence asks for, of some kinds of questions.
///
/// 7000000: it was not understood.
#[endpoint(POST "/semantic/semproxy/search", title = "语义理解",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Natural_Language_Processing.html",
    scope(official), retry = safe, reply = Understanding, call = semantic.understand)]
pub struct UnderstandQuery {
    /// The sentence.
    pub query: String,
    /// The kinds of questions, separated by commas, such as `flight,hotel`.
    pub category: String,
    /// Where the user is; needed if the city is not given.
    pub latitude: Option<f64>,
    /// Where the user is.
    pub longitude: Option<f64>,
    /// The city.
    pub city: Option<String>,
    /// The district, in a city.
    pub region: Option<String>,
    /// The account; the own one if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The user; makes what they said before count.
    pub uid: Option<String>,
}

/// What a sentence asks for.
#[endpoint(part, reply_to(UnderstandQuery))]
pub struct Understanding {
    /// The sentence.
    pub query: Option<String>,
    /// The kind of question.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// What it asks, in the form of its kind.
    pub semantic: Option<Value>,
    /// What was found, of some kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result: Vec<Value>,
    /// An address with the answer, of some kinds.
    pub answer: Option<String>,
    /// What else there is to say.
    pub text: Option<String>,
}
