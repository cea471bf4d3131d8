//! The same task for an imaginary platform without encryption: receive a pushed message, and answer
//! it with a call of the platform's API.

use axum::{Json, Router, extract::State, http::StatusCode, routing::post};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Message {
    from: String,
    content: String,
}

#[derive(Serialize)]
struct Reply<'a> {
    to: &'a str,
    content: &'a str,
}

async fn echo(
    State(http): State<reqwest::Client>,
    Json(message): Json<Message>,
) -> Result<Json<serde_json::Value>, StatusCode> {
    http.post("https://api.example.com/send")
        .json(&Reply { to: &message.from, content: &message.content })
        .send()
        .await
        .map_err(|_| StatusCode::BAD_GATEWAY)?;
    Ok(Json(serde_json::json!({ "ok": true })))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app = Router::new().route("/", post(echo)).with_state(reqwest::Client::new());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
    axum::serve(listener, app).await?;
    Ok(())
}
