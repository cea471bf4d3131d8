//! Requests that change the accounts. Whoever can send them can do so: serve it to nobody else.

use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    routing::put,
};
use weixin::bot::App;

use crate::accounts::{Accounts, NewAccount};

#[derive(Clone)]
struct Admin {
    accounts: Accounts,
    app: App,
}

type Answer = Result<(StatusCode, String), (StatusCode, String)>;

/// The routes.
pub fn router(accounts: Accounts, app: App) -> Router {
    Router::new()
        .route("/accounts/{name}", put(add).delete(remove))
        .with_state(Admin { accounts, app })
}

async fn add(
    State(admin): State<Admin>,
    Path(name): Path<String>,
    Json(account): Json<NewAccount>,
) -> Answer {
    admin.accounts.put(&name, account).await.map_err(failed)?;
    admin.load().await
}

async fn remove(State(admin): State<Admin>, Path(name): Path<String>) -> Answer {
    match admin.accounts.remove(&name).await.map_err(failed)? {
        true => admin.load().await,
        false => Err((StatusCode::NOT_FOUND, format!("no account is called {name}\n"))),
    }
}

impl Admin {
    /// Serves what the table has now, without waiting for the next reading.
    async fn load(&self) -> Answer {
        let changes = self.app.load_accounts().await.map_err(failed)?;
        match changes.invalid.is_empty() {
            true => Ok((StatusCode::OK, format!("{changes}\n"))),
            // It stays in the table, and is served once it is right.
            false => {
                let problems = changes.invalid.iter().map(|account| format!("{account}\n"));
                Err((StatusCode::UNPROCESSABLE_ENTITY, problems.collect()))
            }
        }
    }
}

fn failed(error: impl std::fmt::Display) -> (StatusCode, String) {
    tracing::error!(%error, "the accounts cannot be changed");
    (StatusCode::INTERNAL_SERVER_ERROR, "see the log\n".to_owned())
}
