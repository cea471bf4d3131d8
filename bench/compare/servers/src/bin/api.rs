//! A server that answers every call with success, and counts nothing.

use axum::{
    Router,
    body::Bytes,
    http::{Uri, header::CONTENT_TYPE},
};
use tokio::net::TcpListener;

const TOKEN: &str = r#"{"access_token":"TOKEN","expires_in":7200}"#;
const SUCCESS: &str = r#"{"errcode":0,"errmsg":"ok"}"#;

async fn answer(uri: Uri, _body: Bytes) -> impl axum::response::IntoResponse {
    let body = if uri.path().ends_with("/stable_token") { TOKEN } else { SUCCESS };
    ([(CONTENT_TYPE, "application/json")], body)
}

fn main() {
    servers::run(async {
        let listener = TcpListener::bind(servers::address()).await.expect("a free address");
        axum::serve(listener, Router::new().fallback(answer)).await.expect("serves");
    });
}
