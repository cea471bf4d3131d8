//! With `--url`, against servers that do what no bot should.

use std::collections::HashMap;

use axum::{
    Router,
    body::Body,
    extract::{Query, Request},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{Next, from_fn, map_response},
    response::{IntoResponse, Response},
    routing::any,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use weixin::protocol::{Mode, Product};

use super::{
    Report,
    deployed::{account, bot, examine, variables},
    free_port, serve,
};

type Parameters = Query<HashMap<String, String>>;

async fn official(url: &str, arguments: &[&str]) -> Report {
    examine(&variables(Product::Official, Mode::Safe), url, arguments).await
}

/// A server that answers URL verifications with what `echo` makes of the text, and pushes with
/// `acknowledgement`. It checks nothing.
fn careless(echo: fn(&str) -> String, acknowledgement: &'static str) -> Router {
    let answer = move |Query(parameters): Parameters| async move {
        match parameters.get("echostr") {
            Some(text) => echo(text),
            None => acknowledgement.to_owned(),
        }
    };
    Router::new().route("/callback", any(answer))
}

#[tokio::test]
async fn servers_that_cannot_be_reached_are_told_apart() {
    // Nothing listens.
    let url = format!("http://127.0.0.1:{}/callback", free_port().await);
    let report = official(&url, &[]).await;
    report.wrong(&["reachable"]);
    report.says("reachable", "wrong", &["refused"]);
    for check in ["url verification", "push safe", "forged push safe", "speed"] {
        report.says(check, "skipped", &[]);
    }
    // A name that is never resolved.
    let report = official("http://weixin-doctor.invalid/callback", &["--timeout", "60"]).await;
    report.wrong(&["reachable"]);
    report.says("reachable", "wrong", &["DNS"]);
    // HTTP where TLS is expected.
    let url = serve(Router::new()).await.replace("http://", "https://");
    let report = official(&format!("{url}/callback"), &[]).await;
    report.wrong(&["reachable"]);
    report.says("reachable", "wrong", &["TLS"]);
    // It accepts connections, and never answers.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/callback", silent.local_addr().unwrap());
    let report = official(&url, &["--timeout", "0.2"]).await;
    report.wrong(&["reachable"]);
    report.says("reachable", "wrong", &["no answer within"]);
    drop(silent);
    // It closes every connection.
    let closing = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/callback", closing.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = closing.accept().await {
            let _ = stream.write_all(b"SSH-2.0-OpenSSH\r\n").await;
        }
    });
    let report = official(&url, &[]).await;
    report.wrong(&["reachable"]);
    report.says("reachable", "wrong", &["does not speak HTTP"]);
}

#[tokio::test]
async fn a_url_without_a_host_is_rejected() {
    for url in ["bot.example.com/callback", "ftp://bot.example.com/", "https://"] {
        let output = tokio::process::Command::new(env!("CARGO_BIN_EXE_weixin"))
            .args(["doctor", "--url", url, "--token", "abc", "--mode", "plain", "--id", "wx1"])
            .env("WEIXIN_CONFIG", "-")
            .output()
            .await
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{url}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("--url has to be like"), "{url}");
    }
}

#[tokio::test]
async fn wrong_paths_redirects_and_failing_proxies_are_told_apart() {
    let url = serve(bot(account(Product::Official, Mode::Safe))).await;
    let report = official(&format!("{url}/wechat"), &[]).await;
    report.wrong(&["url verification"]);
    report.says("url verification", "wrong", &["HTTP 404", "wrong path", "path"]);
    report.says("push safe", "skipped", &["no callback"]);

    let redirect = |_: Request| async {
        let to = [(header::LOCATION, "https://bot.example.com/callback/?signature=abc")];
        (StatusCode::MOVED_PERMANENTLY, to)
    };
    let url = serve(Router::new().fallback(redirect)).await;
    let report = official(&format!("{url}/callback"), &[]).await;
    report.wrong(&["url verification"]);
    let words = ["HTTP 301", "to https://bot.example.com/callback/", "does not follow"];
    report.says("url verification", "wrong", &words);
    report.has_no(&["signature=abc"]);

    for (status, body, words) in [
        (StatusCode::BAD_GATEWAY, "<html>502</html>", "does not reach the bot"),
        (StatusCode::GATEWAY_TIMEOUT, "", "does not reach the bot"),
        (StatusCode::SERVICE_UNAVAILABLE, "", "does not accept pushes"),
        (StatusCode::INTERNAL_SERVER_ERROR, "panic", "inside the server"),
        (StatusCode::FORBIDDEN, "<html>blocked</html>", "WAF"),
        (StatusCode::METHOD_NOT_ALLOWED, "", "GET is not allowed"),
        (StatusCode::NO_CONTENT, "", "expects 200"),
    ] {
        let answer = move |_: Request| async move { (status, body) };
        let url = serve(Router::new().fallback(answer)).await;
        let report = official(&format!("{url}/callback"), &[]).await;
        report.wrong(&["url verification", "push safe"]);
        report.says("url verification", "wrong", &[words]);
    }
}

#[tokio::test]
async fn a_bot_whose_pushes_do_not_arrive_is_found() {
    let only_get = |request: Request, next: Next| async move {
        match *request.method() {
            Method::GET => next.run(request).await,
            _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
        }
    };
    let inner = bot(account(Product::Official, Mode::Safe));
    let url = serve(inner.layer(from_fn(only_get))).await;
    let report = official(&format!("{url}/callback"), &[]).await;
    report.wrong(&["push safe"]);
    report.says("push safe", "wrong", &["HTTP 405", "POST is not allowed"]);
    report.says("forged push safe", "skipped", &[]);

    // A proxy that changes bodies.
    let change = |request: Request, next: Next| async move {
        let (mut head, body) = request.into_parts();
        let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap().replace("Encrypt", "encrypt");
        head.headers.remove(header::CONTENT_LENGTH);
        next.run(Request::from_parts(head, Body::from(body))).await
    };
    let inner = bot(account(Product::Official, Mode::Safe));
    let url = serve(inner.layer(from_fn(change))).await;
    let report = official(&format!("{url}/callback"), &[]).await;
    report.wrong(&["push safe"]);
    report.says("push safe", "wrong", &["body: a proxy or a firewall changes it"]);
}

#[tokio::test]
async fn what_is_around_the_echostr_is_named() {
    for (echo, words) in [
        ((|text| format!("\"{text}\"")) as fn(&str) -> String, &["quotes", "JSON"][..]),
        (|text| format!("\u{feff}{text}"), &["byte order mark (BOM)"]),
        (|text| format!("{text}\n"), &["line break"]),
        (|text| format!("<html><body>{text}</body></html>"), &["HTML around"]),
        (|text| format!("{text}<script src=\"//ad.example.com\"></script>"), &["HTML around"]),
        (|text| format!("Notice: x {text}"), &["is added to the text"]),
        (|text| format!("{{\"echostr\":\"{text}\"}}"), &["inside JSON"]),
        (|_| String::new(), &["empty"]),
        (|_| "<!DOCTYPE html><title>Welcome</title>".to_owned(), &["is a page"]),
        (|_| "12345".to_owned(), &["another text"]),
    ] {
        let url = serve(careless(echo, "success")).await;
        let report = official(&format!("{url}/callback"), &[]).await;
        report.says("url verification", "wrong", words);
        assert_eq!(report.code, Some(1));
    }
    // WeCom's text is encrypted, and comes back as it was sent.
    let url = serve(careless(str::to_owned, "")).await;
    let report =
        examine(&variables(Product::Work, Mode::Safe), &format!("{url}/callback"), &[]).await;
    report.says("url verification", "wrong", &["not decrypted"]);
}

#[tokio::test]
async fn a_bot_that_checks_no_signatures_is_found() {
    let url = serve(careless(str::to_owned, "success")).await;
    let report = official(&format!("{url}/callback"), &[]).await;
    report.wrong(&["forged verification", "forged push safe"]);
    report.says("forged verification", "wrong", &["does not check signatures"]);
    report.says("forged push safe", "wrong", &["forge"]);
    let url = serve(careless(str::to_owned, "")).await;
    let report = official(&format!("{url}/callback"), &[]).await;
    report.wrong(&["forged verification"]);
    report.says("forged push safe", "warning", &["403"]);
}

#[tokio::test]
async fn an_echo_without_a_check_does_not_prove_the_token() {
    let answer = |Query(parameters): Parameters| async move {
        match parameters.get("echostr") {
            Some(text) => text.clone().into_response(),
            None => StatusCode::FORBIDDEN.into_response(),
        }
    };
    let url = serve(Router::new().route("/callback", any(answer))).await;
    let report = official(&format!("{url}/callback"), &[]).await;
    report.wrong(&["forged verification", "push safe"]);
    report.says("push safe", "wrong", &["the bot rejects it", "1. token", "2. key"]);
}

#[tokio::test]
async fn answers_to_pushes_that_the_platform_does_not_read_are_named() {
    for (answer, words) in [
        ("\"success\"", "quotes"),
        ("success\n", "line break"),
        ("\u{feff}success", "BOM"),
        ("<html>login</html>", "a page"),
        ("OK", "not one that the platform reads"),
        ("<xml><MsgType>text</MsgType></xml>", "was encrypted but the answer is not"),
    ] {
        let url = serve(careless(str::to_owned, answer)).await;
        let report = official(&format!("{url}/callback"), &[]).await;
        report.says("push safe", "wrong", &[words]);
    }
}

/// Echoes, or acknowledges, in a body without a `Content-Length`.
async fn answer_in_chunks(mut stream: TcpStream) {
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        stream.read_buf(&mut request).await.unwrap();
    }
    let request = String::from_utf8(request).unwrap();
    let target = request.split(' ').nth(1).unwrap();
    let echo = target.split(['?', '&']).find_map(|pair| pair.strip_prefix("echostr="));
    let body = echo.unwrap_or("success");
    let answer = format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n\
         1\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n",
        &body[..1],
        body.len() - 1,
        &body[1..],
    );
    stream.write_all(answer.as_bytes()).await.unwrap();
    // Until the client has read it: a connection that is closed with unread data is reset.
    let _ = stream.read_to_end(&mut Vec::new()).await;
}

#[tokio::test]
async fn compressed_and_chunked_answers_are_named() {
    let compress = |mut response: Response| async {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        response
    };
    let inner = bot(account(Product::Official, Mode::Safe));
    let url = serve(inner.layer(map_response(compress))).await;
    let report = official(&format!("{url}/callback"), &[]).await;
    report.wrong(&["url verification", "push safe"]);
    report.says("url verification", "wrong", &["compressed (gzip)"]);

    let chunking = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", chunking.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = chunking.accept().await {
            tokio::spawn(answer_in_chunks(stream));
        }
    });
    let report = official(&format!("{url}/callback"), &[]).await;
    report.wrong(&["forged verification", "forged push safe"]);
    report.says("url verification", "ok", &["in chunks"]);
}

#[tokio::test]
async fn slow_answers_are_wrong() {
    for product in [Product::Official, Product::Work] {
        let url = serve(bot(account(product, Mode::Safe))).await + "/callback";
        // Every answer is too late for a limit of zero.
        let report = examine(&variables(product, Mode::Safe), &url, &["--limit", "0"]).await;
        report.wrong(&["speed"]);
        let limit = if product == Product::Work { "1 s" } else { "proxy" };
        report.says("speed", "wrong", &["waits for", limit]);
    }
}
