//! The account that a request is for.

use axum::{
    extract::{FromRef, FromRequestParts, RawPathParams},
    response::{IntoResponse, Response},
};
use http::{StatusCode, request::Parts};
use weixin_api::kind::Mini;
use weixin_client::Client;

use crate::{Problem, Web};

/// The name of the part of a path that says which account a request is for.
const APP_ID: &str = "appid";

/// The client of the Mini Program that a request is for: the one that `{appid}` in the path of the route
/// names, or the only one of the program if the path has no such part. An argument of handlers.
///
/// ```
/// use weixin_web::{MiniApp, Problem};
///
/// async fn quota(MiniApp(wx): MiniApp) -> String {
///     format!("This is {}.", wx.account())
/// }
/// # let _ = axum::Router::<weixin_web::Web>::new().route("/{appid}", axum::routing::get(quota));
/// ```
#[derive(Debug, Clone)]
pub struct MiniApp(pub Client<Mini>);

impl<S: Send + Sync> FromRequestParts<S> for MiniApp
where
    Web: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let web = Web::from_ref(state);
        match app_id(parts, state).await? {
            Some(id) => web.mini(&id).map(Self),
            None => web.only_mini().map(Self).ok_or_else(|| {
                Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "ambiguous-account").detail(
                    "The program has more or fewer than one Mini Program: give the route a path with {appid}.",
                )
            }),
        }
    }
}

/// The appid in the path of a request, if its route has one.
pub(crate) async fn app_id<S: Send + Sync>(
    parts: &mut Parts,
    state: &S,
) -> Result<Option<String>, Problem> {
    let params = RawPathParams::from_request_parts(parts, state).await;
    let params = params.map_err(|rejection| Problem::rejected(&rejection.into_response()))?;
    Ok(params.iter().find(|(name, _)| *name == APP_ID).map(|(_, value)| value.to_owned()))
}

impl Problem {
    /// A rejection of an extractor of axum, of which only the status is known.
    fn rejected(response: &Response) -> Self {
        Self::of_status(response.status())
    }
}
