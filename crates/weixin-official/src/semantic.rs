//! Understanding what somebody says (语义理解). `/semantic/semproxy/search`

use serde_json::Value;
use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::AppId;

endpoints![UnderstandQuery];

/// Says what a sentence asks for, of some kinds of questions. `POST /semantic/semproxy/search`
///
/// 7000000: it was not understood.
#[endpoint(POST "/semantic/semproxy/search", title = "语义理解",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Natural_Language_Processing.html",
    scope(official), retry = safe, reply = Understanding)]
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
    #[fill(id)]
    pub appid: Option<AppId>,
    /// The user; makes what they said before count.
    pub uid: Option<String>,
}

/// What a sentence asks for.
#[endpoint(part)]
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

/// The group as a client has it: `wx.semantic()`.
#[derive(Debug)]
pub struct Semantic<'c, C: ?Sized>(&'c C);

/// Gives a client `semantic()`.
pub trait SemanticApi: Caller {
    /// Understanding what somebody says (语义理解).
    fn semantic(&self) -> Semantic<'_, Self> {
        Semantic(self)
    }
}

impl<C: Caller + ?Sized> SemanticApi for C where UnderstandQuery: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Semantic<'c, C> {
    /// What a sentence asks for; see [`UnderstandQuery`].
    pub fn understand(
        &self,
        query: impl Into<String>,
        category: impl Into<String>,
    ) -> Call<'c, C, UnderstandQuery> {
        Call::new(self.0, UnderstandQuery::new(query, category))
    }
}
