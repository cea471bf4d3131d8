//! Files between clients and the platform.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use axum::{Router, body::Body};
use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;
use weixin::{
    api::Download,
    emulator::{Emulator, InProcess},
    store::{MemoryStore, Store},
    web::{FileResponse, LoginCode, Web, errors, media_routes},
};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and so on, which nobody looks at";
const JPEG: &[u8] = b"\xff\xd8\xff\xe0 and so on, which nobody looks at";

struct Backend {
    app: Router,
    token: String,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn code(&self) -> String {
        self.json()["code"].as_str().unwrap().to_owned()
    }
}

impl Backend {
    async fn start() -> Self {
        let platform = Emulator::start().await;
        let store: Arc<dyn Store> = Arc::new(MemoryStore::with_clock(Arc::new(platform.clock())));
        let web = Web::new(platform.mini_client(), store);
        let code = LoginCode::new(platform.mini().person("ann").logs_in());
        let login = web.log_in(platform.mini().id().as_str(), &code).await.unwrap();
        let app = Router::new().nest("/media", media_routes()).layer(errors()).with_state(web);
        Self { app, token: login.token.expose().to_owned() }
    }

    async fn send(&self, request: http::request::Builder, body: Body) -> Answer {
        let request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        let response = self.app.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().into();
        Answer { status: head.status, headers: head.headers, body }
    }

    async fn upload(&self, files: &[(&str, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, content) in files {
            let head = format!(
                "--X\r\nContent-Disposition: form-data; name=\"f\"; filename=\"{name}\"\r\n\
                 Content-Type: text/html\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--X--\r\n");
        let request =
            Request::post("/media").header(header::CONTENT_TYPE, "multipart/form-data; boundary=X");
        self.send(request, Body::from(body)).await
    }
}

#[tokio::test]
async fn files_are_uploaded_and_downloaded() {
    let backend = Backend::start().await;
    let uploaded = backend.upload(&[("../../etc/passwd", PNG), ("b.html", JPEG)]).await;
    assert_eq!(uploaded.status, StatusCode::OK, "{}", String::from_utf8_lossy(&uploaded.body));
    let uploaded = uploaded.json();
    assert_eq!(uploaded.as_array().unwrap().len(), 2);
    assert_eq!(uploaded[0]["type"], "image");
    for (index, (content, mime)) in [(PNG, "image/png"), (JPEG, "image/jpeg")].iter().enumerate() {
        let path = format!("/media/{}", uploaded[index]["media_id"].as_str().unwrap());
        let file = backend.send(Request::get(path), Body::empty()).await;
        assert_eq!((file.status, &*file.body), (StatusCode::OK, *content));
        assert_eq!(file.headers[header::CONTENT_TYPE], *mime);
        assert_eq!(file.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(file.headers[header::CONTENT_LENGTH], content.len().to_string());
    }
}

#[tokio::test]
async fn what_the_platform_would_not_take_is_not_sent() {
    let backend = Backend::start().await;
    let html = backend.upload(&[("a.png", b"<html><script>alert(1)</script></html>")]).await;
    assert_eq!((html.status.as_u16(), &*html.code()), (415, "unsupported-file"));
    // WebP is a picture that the platform does not take.
    let webp = backend.upload(&[("a.png", b"RIFF\0\0\0\0WEBPVP8 ")]).await;
    assert_eq!(webp.code(), "unsupported-file");
    let mut voice = b"#!AMR\n".to_vec();
    voice.resize((2 << 20) + 1, 0);
    assert_eq!(backend.upload(&[("a.amr", &voice)]).await.code(), "file-too-large");
    voice.truncate(2 << 20);
    assert_eq!(backend.upload(&[("a.amr", &voice)]).await.status, StatusCode::OK);
    assert_eq!(backend.upload(&[]).await.code(), "no-file");
    let ten = [("a.png", PNG); 10];
    assert_eq!(backend.upload(&ten).await.code(), "too-many-files");
    let json = Request::post("/media").header(header::CONTENT_TYPE, "application/json");
    assert_eq!(backend.send(json, Body::from("{}")).await.code(), "unsupported-type");
    let cut =
        Request::post("/media").header(header::CONTENT_TYPE, "multipart/form-data; boundary=X");
    let cut = backend
        .send(
            cut,
            Body::from(
                "--X\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nabc",
            ),
        )
        .await;
    assert_eq!(cut.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn strangers_cannot_upload() {
    let mut backend = Backend::start().await;
    backend.token = "x".to_owned();
    assert_eq!(backend.upload(&[("a.png", PNG)]).await.code(), "login-required");
}

async fn response(file: Download, range: Option<&str>) -> Answer {
    let mut headers = HeaderMap::new();
    if let Some(range) = range {
        headers.insert(header::RANGE, range.parse().unwrap());
    }
    let response =
        axum::response::IntoResponse::into_response(FileResponse::from(file).range(&headers));
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes().into();
    Answer { status: head.status, headers: head.headers, body }
}

#[tokio::test]
async fn a_part_of_a_file_is_sent() {
    let file = || Download::new("0123456789").with_mime("video/mp4");
    for (range, part, shown) in [
        ("bytes=0-3", "0123", "bytes 0-3/10"),
        ("bytes=4-", "456789", "bytes 4-9/10"),
        ("bytes=-2", "89", "bytes 8-9/10"),
        ("bytes=8-99", "89", "bytes 8-9/10"),
    ] {
        let answer = response(file(), Some(range)).await;
        assert_eq!((answer.status, &*answer.body), (StatusCode::PARTIAL_CONTENT, part.as_bytes()));
        assert_eq!(answer.headers[header::CONTENT_RANGE], shown);
        assert_eq!(answer.headers[header::CONTENT_LENGTH], part.len().to_string());
    }
    for (range, status) in [
        ("bytes=10-", 416),
        ("bytes=-0", 416),
        ("bytes=3-1", 200),
        ("bytes=0-1,4-5", 200),
        ("x", 200),
    ] {
        assert_eq!(response(file(), Some(range)).await.status.as_u16(), status, "{range}");
    }
}

#[tokio::test]
async fn names_and_types_are_harmless() {
    let name = async |name: &str| {
        let answer = response(Download::new("x").named(name).with_mime("image/png"), None).await;
        answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned()
    };
    assert_eq!(name("cat.png").await, "inline; filename=\"cat.png\"");
    assert_eq!(name("../../etc/passwd").await, "inline; filename=\"passwd\"");
    assert_eq!(name("..\\boot.ini").await, "inline; filename=\"boot.ini\"");
    assert_eq!(name("...").await, "inline");
    assert_eq!(name("猫.png").await, "inline; filename=\"_.png\"; filename*=UTF-8''%E7%8C%AB.png");
    assert_eq!(
        name("a\"\r\nX: y.png").await,
        "inline; filename=\"a___X_ y.png\"; filename*=UTF-8''a%22%0D%0AX%3A%20y.png"
    );
    let page =
        response(Download::new("<script>").with_mime("text/html; charset=utf-8"), None).await;
    assert_eq!(page.headers[header::CONTENT_TYPE], "application/octet-stream");
    assert_eq!(page.headers[header::CONTENT_DISPOSITION], "attachment");
}
