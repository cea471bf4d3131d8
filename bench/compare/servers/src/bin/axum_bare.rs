//! axum without any work: reads the body and returns the bytes of `BENCH_REPLY`.

use axum::{Router, body::Bytes, http::header::CONTENT_TYPE, routing::post};
use tokio::net::TcpListener;

fn main() {
    let reply = Bytes::from(servers::required("BENCH_REPLY"));
    let app = Router::new().route(
        "/callback",
        post(move |body: Bytes| {
            let reply = reply.clone();
            async move {
                assert!(!body.is_empty(), "a push has a body");
                ([(CONTENT_TYPE, "text/xml")], reply)
            }
        }),
    );
    servers::run(async {
        let listener = TcpListener::bind(servers::address()).await.expect("a free address");
        axum::serve(listener, app).await.expect("serves");
    });
}
