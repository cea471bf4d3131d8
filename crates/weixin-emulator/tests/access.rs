//! Access control of the page and the control API, and restrictions on callback URLs.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::net::SocketAddr;

use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use common::{Answer, always, call, token};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tower::ServiceExt;
use weixin_emulator::{Emulator, EmulatorBuilder};

const TOKEN: &str = "a-token-of-the-users-choice";

/// An emulator that listens on all interfaces, and its loopback address.
async fn off_loopback(builder: EmulatorBuilder) -> (Emulator, SocketAddr) {
    let emulator = builder.listen("0.0.0.0:0".parse().unwrap()).start().await.unwrap();
    let port = emulator.url().unwrap().rsplit_once(':').unwrap().1.parse().unwrap();
    (emulator, SocketAddr::from(([127, 0, 0, 1], port)))
}

/// The token in the URL of the page.
fn page_token(emulator: &Emulator) -> String {
    emulator.page_url().unwrap().split_once("/_/?token=").unwrap().1.to_owned()
}

/// Sends these request lines, and returns the status, and head and body of the response. Of an
/// event stream, which does not end, only the head is read.
async fn ask(address: SocketAddr, lines: &[&str]) -> (u16, String) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("{}\r\nConnection: close\r\n\r\n", lines.join("\r\n"));
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    while stream.read_buf(&mut answer).await.unwrap() > 0 {
        let text = String::from_utf8_lossy(&answer);
        if text.contains("text/event-stream") && text.contains("\r\n\r\n") {
            break;
        }
    }
    let answer = String::from_utf8(answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    (status, answer)
}

/// The status of the response to [`ask`], with an allowed host.
async fn status(address: SocketAddr, lines: &[&str]) -> u16 {
    let mut all = vec![lines[0], "Host: localhost"];
    all.extend(&lines[1..]);
    ask(address, &all).await.0
}

const OWN: [&str; 12] = [
    "GET /_/ HTTP/1.1",
    "GET /_/assets/app.js HTTP/1.1",
    "GET /_/api/state HTTP/1.1",
    "GET /_/api/timeline HTTP/1.1",
    "GET /_/api/trace?entry=e1 HTTP/1.1",
    "GET /_/api/events HTTP/1.1",
    "GET /_/api/media/none HTTP/1.1",
    "POST /_/api/act HTTP/1.1",
    "GET /_/jweixin.js HTTP/1.1",
    "POST /_/api/js-sdk/check HTTP/1.1",
    "POST /_/api/callback HTTP/1.1",
    "POST /_/api/media?account=wx&kind=image HTTP/1.1",
];

#[tokio::test]
async fn all_own_paths_require_the_token_off_loopback() {
    let (emulator, address) = off_loopback(Emulator::builder()).await;
    let bearer = format!("Authorization: Bearer {}", page_token(&emulator));
    for own in OWN {
        assert_eq!(status(address, &[own]).await, 401, "{own}");
        assert_ne!(status(address, &[own, &bearer]).await, 401, "{own}");
    }
    // Only the page's URL may contain the token.
    let in_address = format!("GET /_/api/state?token={} HTTP/1.1", page_token(&emulator));
    assert_eq!(status(address, &[&in_address]).await, 401);
    // The platform's API has its own authentication.
    let account = emulator.official();
    let secret = account.credentials().secret;
    let grant = format!(
        "GET /cgi-bin/token?grant_type=client_credential&appid={}&secret={} HTTP/1.1",
        account.id(),
        secret.expose()
    );
    let (status, answer) = ask(address, &[&grant, "Host: localhost"]).await;
    assert!(status == 200 && answer.contains("\"access_token\""), "{answer}");
    // A client in this process needs no token.
    assert_ne!(call(&emulator, "GET".parse().unwrap(), "/_/api/state", None).await, Value::Null);
}

#[tokio::test]
async fn opening_the_page_url_sets_a_cookie() {
    let (emulator, address) = off_loopback(Emulator::builder()).await;
    let token = page_token(&emulator);
    for page in ["/", "/_/"] {
        let page = format!("GET {page}?token={token} HTTP/1.1");
        let (status, answer) = ask(address, &[&page, "Host: localhost"]).await;
        assert_eq!(status, 303, "{answer}");
        let header = |name: &str| {
            let line = answer.lines().find(|line| line.to_lowercase().starts_with(name));
            line.unwrap_or_default().split_once(": ").unwrap_or_default().1.to_owned()
        };
        assert_eq!(header("location"), "/_/");
        let cookie = header("set-cookie");
        assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
        assert!(!cookie.contains(&token), "{cookie}");
        let cookie = format!("Cookie: a=b; {}", cookie.split(';').next().unwrap());
        for own in OWN {
            assert_ne!(self::status(address, &[own, &cookie]).await, 401, "{own}");
        }
        let wrong = format!("{cookie}x");
        assert_eq!(self::status(address, &[OWN[2], &wrong]).await, 401);
    }
    // Without a token, the root redirects to the page, which explains what is missing.
    assert_eq!(status(address, &["GET / HTTP/1.1"]).await, 307);
    let (_, page) = ask(address, &["GET /_/ HTTP/1.1", "Host: localhost"]).await;
    assert!(page.contains("?token=") && page.contains("令牌") && !page.contains(&token), "{page}");
}

#[tokio::test]
async fn the_authorization_page_requires_the_token() {
    let (emulator, address) = off_loopback(Emulator::builder()).await;
    let account = emulator.official();
    account.follower("Ann");
    let path = format!(
        "/connect/oauth2/authorize?appid={}&redirect_uri=http%3A%2F%2Flocalhost%2F\
         &response_type=code&scope=snsapi_base&state=%22%3E%3Cb%3E",
        account.id()
    );
    let visit = |host: &str| format!("GET /@open.weixin.qq.com{path} HTTP/1.1\r\nHost: {host}");
    let bearer = format!("Authorization: Bearer {}", page_token(&emulator));
    let (status, page) = ask(address, &[&visit("localhost"), &bearer]).await;
    assert!(status == 200 && page.contains("Ann"), "{page}");
    let (status, page) = ask(address, &[&visit("localhost")]).await;
    assert!(status == 401 && !page.contains("Ann"), "{page}");
    // A browser that came from another site continues with its cookie after a click.
    let here = format!("href=\"/@open.weixin.qq.com{}\"", path.replace('&', "&amp;"));
    assert!(page.contains(&here), "{page}");
    assert_eq!(ask(address, &[&visit("evil.example"), &bearer]).await.0, 403);
    let absolute = format!("GET http://open.weixin.qq.com{path} HTTP/1.1\r\nHost: x");
    assert_eq!(ask(address, &[&absolute, &bearer]).await.0, 200);
    assert_eq!(ask(address, &[&absolute]).await.0, 401);
    // So do the other pages, and each of them without a host.
    for (host, page) in [
        ("open.weixin.qq.com", "/connect/oauth2/authorize"),
        ("open.weixin.qq.com", "/connect/qrconnect"),
        ("open.work.weixin.qq.com", "/wwopen/sso/qrConnect"),
        ("login.work.weixin.qq.com", "/wwlogin/sso/login"),
    ] {
        for visit in [format!("GET {page}?a HTTP/1.1"), format!("GET /@{host}{page}?a HTTP/1.1")] {
            assert_eq!(self::status(address, &[&visit]).await, 401, "{visit}");
            assert_eq!(self::status(address, &[&visit, &bearer]).await, 400, "{visit}");
        }
    }
}

#[tokio::test]
async fn wrong_tokens_are_throttled_but_cookies_are_not() {
    let (_emulator, address) = off_loopback(Emulator::builder().page_token(TOKEN)).await;
    let page = format!("GET /_/?token={TOKEN} HTTP/1.1");
    let (_, answer) = ask(address, &[&page, "Host: localhost"]).await;
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    let cookie = format!("Cookie: {}", cookie.split(';').next().unwrap());
    for number in 0..10 {
        let wrong = format!("Authorization: Bearer {TOKEN}{number}");
        assert_eq!(status(address, &[OWN[2], &wrong]).await, 401);
    }
    let right = format!("Authorization: Bearer {TOKEN}");
    for tried in [&["GET /_/?token=x HTTP/1.1"][..], &[OWN[2], &right]] {
        assert_eq!(status(address, tried).await, 429);
    }
    assert_eq!(status(address, &[OWN[2], &cookie]).await, 200);
    assert_eq!(status(address, &[OWN[2]]).await, 401);
}

#[tokio::test]
async fn loopback_requires_a_token_only_if_one_is_configured() {
    let emulator = Emulator::builder().port(0).start().await.unwrap();
    let url = emulator.url().unwrap();
    assert_eq!(emulator.page_url().unwrap(), format!("{url}/"));
    let address = url.strip_prefix("http://").unwrap().parse().unwrap();
    assert_eq!(status(address, &[OWN[2]]).await, 200);
    let emulator = Emulator::builder().port(0).page_token(TOKEN).start().await.unwrap();
    assert_eq!(page_token(&emulator), TOKEN);
    let address = emulator.url().unwrap().strip_prefix("http://").unwrap().parse().unwrap();
    assert_eq!(status(address, &[OWN[2]]).await, 401);
    assert!(Emulator::builder().page_token("short").start().await.is_err());
    assert!(Emulator::builder().host("http://a/").start().await.is_err());
}

#[tokio::test]
async fn requests_with_a_foreign_missing_or_repeated_host_are_rejected() {
    let (emulator, address) = off_loopback(Emulator::builder().host("bots.example")).await;
    let bearer = format!("Authorization: Bearer {}", page_token(&emulator));
    let state = "GET /_/api/state HTTP/1.1";
    let port = emulator.url().unwrap().rsplit_once(':').unwrap().1.to_owned();
    assert_eq!(emulator.url().unwrap(), format!("http://bots.example:{port}"));
    for (host, wanted) in [
        ("Host: localhost", 200),
        ("Host: 127.0.0.1", 200),
        ("Host: bots.example", 200),
        ("Host: evil.example", 403),
        ("Host: 192.0.2.1", 403),
        ("Host: ", 403),
        ("X-Forwarded-Host: localhost", 403),
    ] {
        assert_eq!(ask(address, &[state, host, &bearer]).await.0, wanted, "{host}");
        let origin = "Origin: https://evil.example";
        assert_eq!(ask(address, &[state, host, origin, &bearer]).await.0, 403, "{host}");
    }
    let old = "GET /_/api/state HTTP/1.0";
    assert_eq!(ask(address, &[old, &bearer]).await.0, 403, "HTTP/1.0 without a host");
    assert_eq!(ask(address, &[old, "Host: localhost", &bearer]).await.0, 200);
    for target in [state, "GET /cgi-bin/token HTTP/1.1"] {
        let two = [target, "Host: localhost", "Host: evil.example", &bearer];
        assert_eq!(ask(address, &two).await.0, 400, "{target}");
    }
    let absolute = "GET http://evil.example/_/api/state HTTP/1.1";
    assert_eq!(ask(address, &[absolute, "Host: localhost", &bearer]).await.0, 403);
    let absolute = "GET http://localhost/_/api/state HTTP/1.1";
    assert_eq!(ask(address, &[absolute, "Host: localhost", &bearer]).await.0, 200);
}

#[tokio::test]
async fn the_host_is_checked_on_loopback_too() {
    let emulator = Emulator::builder().port(0).start().await.unwrap();
    let address = emulator.url().unwrap().strip_prefix("http://").unwrap().parse().unwrap();
    for lines in [
        &["GET /_/api/state HTTP/1.0"][..],
        &["GET /_/ HTTP/1.0"],
        &["GET /_/api/state HTTP/1.1", "Host: evil.example"],
        &["POST /_/api/act HTTP/1.0", "Content-Type: application/json", "Content-Length: 0"],
    ] {
        assert_eq!(ask(address, lines).await.0, 403, "{lines:?}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn callbacks_on_other_machines_are_rejected_unless_allowed() {
    let platform = Emulator::start().await;
    let account = platform.official();
    for url in [
        "http://192.0.2.1/",
        "http://0.0.0.0:9/",
        "http://[::]:9/",
        "http://[2001:db8::1]/",
        "http://[::ffff:192.0.2.1]/",
        // Host names in HTTP, which the system resolves to these addresses.
        "http://3221225985/",
        "http://0:9/",
    ] {
        let problem = account.connect_url(url).await.unwrap_err();
        for text in [&problem.hint_en, &problem.hint_zh] {
            assert!(text.contains("--allow-callbacks-off-loopback"), "{url}: {problem}");
        }
        let form = json!({ "account": account.id(), "url": url });
        let answer = call(&platform, "POST".parse().unwrap(), "/_/api/callback", Some(form)).await;
        assert_eq!(answer["ok"], false, "{url}");
        let hint = answer["problem"]["hint_en"].as_str().unwrap();
        assert!(hint.contains("--allow-callbacks-off-loopback"), "{url}: {answer}");
    }

    let listener = tokio::net::TcpListener::bind("0.0.0.0:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let free = Emulator::builder().allow_callbacks_off_loopback().start().await.unwrap();
    let account = free.official();
    let (bot, _) = always(&account, || Answer::text("from elsewhere"));
    tokio::spawn(async move { axum::serve(listener, bot).await });
    account.connect_url(&format!("http://0.0.0.0:{port}/")).await.unwrap();
    account.follower("ann").says("hello").await.expect_text("from elsewhere").await;
    // Host names of this machine are always allowed.
    let account = platform.official().token(account.credentials().token);
    let problem = account.connect_url(&format!("http://localhost:{port}/")).await;
    assert!(!problem.is_err_and(|problem| problem.en.contains("not on this machine")));
}

#[tokio::test]
async fn uploaded_files_cannot_run_as_a_page_of_the_emulator() {
    let platform = Emulator::start().await;
    let (official, app) = (platform.official(), platform.work());
    let show = async |path: &str| -> HeaderMap {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = platform.api().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.headers().clone()
    };
    let text = |headers: &HeaderMap, name: header::HeaderName| {
        headers.get(name).map(|value| value.to_str().unwrap().to_owned())
    };
    let confined = |headers: &HeaderMap| {
        let policy = text(headers, header::CONTENT_SECURITY_POLICY).unwrap();
        policy == "sandbox; default-src 'none'"
            && text(headers, header::X_CONTENT_TYPE_OPTIONS).unwrap() == "nosniff"
    };
    for (sent, shown) in [
        ("image/png", true),
        ("audio/mpeg", true),
        ("video/mp4", true),
        ("text/html", false),
        ("image/svg+xml", false),
        ("IMAGE/SVG+XML", false),
        ("application/xhtml+xml", false),
        ("text/javascript", false),
    ] {
        let path = format!("/_/api/media?account={}&kind=image", official.id());
        let request = Request::post(path).header(header::CONTENT_TYPE, sent);
        let request = request.body(Body::from("<script>alert(1)</script>")).unwrap();
        let (_, body) = common::send(&platform, request).await;
        let file: Value = serde_json::from_slice(&body).unwrap();
        let headers = show(file["url"].as_str().unwrap()).await;
        assert!(confined(&headers), "{sent}");
        let mime = if shown { sent } else { "application/octet-stream" };
        assert_eq!(text(&headers, header::CONTENT_TYPE).unwrap(), mime);
        let disposition = text(&headers, header::CONTENT_DISPOSITION);
        assert_eq!(disposition.as_deref(), (!shown).then_some("attachment"), "{sent}");
    }
    // The same through the platform's API, which keeps the content type of the upload.
    let token = token(&platform, &app).await;
    let multipart = "--x\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.html\"\r\n\
        Content-Type: text/html\r\n\r\n<script>alert(1)</script>\r\n--x--\r\n";
    let base = "/@qyapi.weixin.qq.com/cgi-bin/media";
    let request = Request::post(format!("{base}/upload?access_token={token}&type=file"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(multipart))
        .unwrap();
    let (_, body) = common::send(&platform, request).await;
    let file: Value = serde_json::from_slice(&body).unwrap();
    let id = file["media_id"].as_str().unwrap();
    let headers = show(&format!("{base}/get?access_token={token}&media_id={id}")).await;
    assert!(confined(&headers), "{headers:?}");
    let disposition = text(&headers, header::CONTENT_DISPOSITION).unwrap();
    assert!(disposition.starts_with("attachment"), "{disposition}");
}
