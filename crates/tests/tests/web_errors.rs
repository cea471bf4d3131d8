//! Error responses: JSON for programs, a page for browsers.
#![allow(clippy::unwrap_used)]

use axum::{
    Json, Router,
    body::Body,
    routing::{get, post},
};
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;
use weixin::web::{Problem, RequestId, errors};

fn routes() -> Router {
    Router::new()
        .route("/fine", get(async |id: axum::Extension<RequestId>| id.0.as_str().to_owned()))
        .route("/own", get(async || (StatusCode::CONFLICT, Json(json!({ "mine": true })))))
        .route("/secret", get(async || (StatusCode::INTERNAL_SERVER_ERROR, "password=1234")))
        .route("/panics", get(async || -> String { panic!("password=1234") }))
        .route("/typed", post(async |Json(number): Json<u8>| number.to_string()))
        .route(
            "/problem",
            get(async || -> Result<(), Problem> {
                let teapot = Problem::new(StatusCode::IM_A_TEAPOT, "no-coffee");
                Err(teapot.text("No <coffee> here.", "没有咖啡。").hint("Ask for tea.", "请喝茶。"))
            }),
        )
        .layer(errors())
}

struct Answer {
    status: StatusCode,
    headers: http::HeaderMap,
    body: String,
}

async fn ask(
    method: Method,
    path: &str,
    headers: &[(header::HeaderName, &str)],
    body: &str,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let response =
        routes().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer {
        status: head.status,
        headers: head.headers,
        body: String::from_utf8(body.into()).unwrap(),
    }
}

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

#[tokio::test]
async fn programs_get_problem_details() {
    let missing = ask(Method::GET, "/nothing", &[], "").await;
    let problem: Value = serde_json::from_str(&missing.body).unwrap();
    assert_eq!(missing.headers[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(
        (problem["status"].as_u64(), problem["code"].as_str()),
        (Some(404), Some("not-found"))
    );
    assert_eq!(problem["request_id"], missing.headers["x-request-id"].to_str().unwrap());
    let wrong = ask(Method::DELETE, "/fine", &[], "").await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(wrong.headers[header::ALLOW], "GET,HEAD");
    let json = [(header::CONTENT_TYPE, "application/json")];
    let typed = ask(Method::POST, "/typed", &json, "\"x\"").await;
    let problem: Value = serde_json::from_str(&typed.body).unwrap();
    assert_eq!(typed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(problem["detail"].as_str().unwrap().contains("expected u8"), "{problem}");
}

#[tokio::test]
async fn browsers_get_a_page_in_their_language() {
    let page = |language: &'static str| {
        let headers = [(header::ACCEPT, BROWSER), (header::ACCEPT_LANGUAGE, language)];
        async move { ask(Method::GET, "/problem", &headers, "").await }
    };
    let english = page("en-GB,en;q=0.9,zh;q=0.5").await;
    assert_eq!(english.status, StatusCode::IM_A_TEAPOT);
    assert_eq!(english.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    assert!(english.body.contains("<h1>No &lt;coffee&gt; here.</h1>"), "{}", english.body);
    assert!(english.body.contains("请喝茶。"));
    let chinese = page("zh-CN,zh;q=0.9").await;
    assert!(chinese.body.contains("<h1>没有咖啡。</h1>") && chinese.body.contains("lang=\"zh\""));
    let id = chinese.headers["x-request-id"].to_str().unwrap();
    assert!(chinese.body.contains(id));
    let missing = ask(Method::GET, "/nothing", &[(header::ACCEPT, BROWSER)], "").await;
    assert!(missing.body.starts_with("<!doctype html>"));
}

#[tokio::test]
async fn what_went_wrong_inside_is_not_shown() {
    for path in ["/secret", "/panics"] {
        let failed = ask(Method::GET, path, &[], "").await;
        let problem: Value = serde_json::from_str(&failed.body).unwrap();
        assert_eq!((failed.status.as_u16(), problem["code"].as_str()), (500, Some("internal")));
        assert!(!failed.body.contains("1234"), "{}", failed.body);
    }
}

#[tokio::test]
async fn responses_of_a_handler_stay_and_have_an_id() {
    let fine = ask(Method::GET, "/fine", &[(header::ACCEPT, BROWSER)], "").await;
    assert_eq!(fine.body, fine.headers["x-request-id"].to_str().unwrap());
    let own = ask(Method::GET, "/own", &[], "").await;
    assert_eq!((own.status, &*own.body), (StatusCode::CONFLICT, "{\"mine\":true}"));
}
