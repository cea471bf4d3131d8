//! Semantic understanding of sentences (语义理解). `/semantic/semproxy/search`

use serde_json::Value;
use weixin_api::{endpoint, group};
use weixin_protocol::AppId;

group! {
    /// Semantic understanding of sentences (语义理解).
    semantic: [UnderstandQuery]
}

/// Returns what a sentence asks for (语义理解).
///
/// Fails with 7000000 when the sentence was not understood.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{prelude::*, semantic::UnderstandQuery};
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let request = UnderstandQuery::new("flights from Beijing to Shanghai tomorrow", "flight,hotel")
///     .city("北京");
/// let understood = wx.semantic().understand(request).await?;
/// println!("{:?}: {:?}", understood.kind, understood.semantic);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/semantic/semproxy/search", title = "语义理解",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Natural_Language_Processing.html",
    scope(official), retry = safe, reply = Understanding, call = semantic.understand)]
pub struct UnderstandQuery {
    /// The sentence.
    pub query: String,
    /// The services to consider, separated by commas, as in `flight,hotel`.
    pub category: String,
    /// The latitude of the user. Given together with `longitude`, or `city` is.
    pub latitude: Option<f64>,
    /// The longitude of the user.
    pub longitude: Option<f64>,
    /// The city of the user. Required unless the coordinates are given.
    pub city: Option<String>,
    /// The district within the city. Only together with `city`.
    pub region: Option<String>,
    /// The account. `None`: the caller's own.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// A text that identifies the user, best the openid: earlier sentences of the same user are
    /// then considered as context.
    pub uid: Option<String>,
}

/// What a sentence asks for.
#[endpoint(part, reply_to(UnderstandQuery))]
pub struct Understanding {
    /// The sentence.
    pub query: Option<String>,
    /// The service that the sentence belongs to, one of [`UnderstandQuery::category`].
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// What the sentence asks for, in a form that depends on the service.
    pub semantic: Option<Value>,
    /// Matching results. Only for some services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result: Vec<Value>,
    /// The address of a page with results. Only for some services.
    pub answer: Option<String>,
    /// A note on the result.
    pub text: Option<String>,
}
