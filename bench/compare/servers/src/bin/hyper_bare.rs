//! hyper without any work: reads the body and returns the bytes of `BENCH_REPLY`.

use std::convert::Infallible;

use http_body_util::{BodyExt, Full};
use hyper::{Request, Response, body::Bytes, body::Incoming, server::conn::http1, service};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

fn main() {
    let reply = Bytes::from(servers::required("BENCH_REPLY"));
    servers::run(async {
        let listener = TcpListener::bind(servers::address()).await.expect("a free address");
        loop {
            let (stream, _) = listener.accept().await.expect("a connection");
            let reply = reply.clone();
            let service = service::service_fn(move |request: Request<Incoming>| {
                let reply = reply.clone();
                async move {
                    let body = request.into_body().collect().await.expect("a body").to_bytes();
                    assert!(!body.is_empty(), "a push has a body");
                    let response = Response::builder().header("Content-Type", "text/xml");
                    Ok::<_, Infallible>(response.body(Full::new(reply)).expect("a response"))
                }
            });
            tokio::spawn(async move {
                // The client closes its connections when it is done.
                let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    });
}
