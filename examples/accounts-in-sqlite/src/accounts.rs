//! The table.

use std::path::Path;

use serde::Deserialize;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use weixin::{AccountConfig, AccountRegistry, api::BoxFuture, bot::BoxError};

const TABLE: &str = "CREATE TABLE IF NOT EXISTS accounts (
    name TEXT PRIMARY KEY, kind TEXT NOT NULL, app_id TEXT NOT NULL, agent_id INTEGER,
    secret TEXT NOT NULL, token TEXT NOT NULL, encoding_aes_key TEXT NOT NULL)";

/// The columns in this order.
type Row = (String, String, String, Option<u32>, String, String, String);

/// The accounts in a file. Whoever can read it can read their secrets.
#[derive(Debug, Clone)]
pub struct Accounts {
    pool: SqlitePool,
}

/// One account, as it is added. The bot checks the values.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    kind: String,
    app_id: String,
    agent_id: Option<u32>,
    secret: String,
    token: String,
    encoding_aes_key: String,
}

impl Accounts {
    /// Opens the file, which is created if it does not exist.
    pub async fn open(file: impl AsRef<Path>) -> Result<Self, sqlx::Error> {
        let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
        let pool = SqlitePool::connect_with(options).await?;
        sqlx::query(TABLE).execute(&pool).await?;
        Ok(Self { pool })
    }

    /// Adds an account, or replaces the one with this name.
    pub async fn put(&self, name: &str, account: NewAccount) -> Result<(), sqlx::Error> {
        sqlx::query("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?)")
            .bind(name)
            .bind(account.kind)
            .bind(account.app_id)
            .bind(account.agent_id)
            .bind(account.secret)
            .bind(account.token)
            .bind(account.encoding_aes_key)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Removes an account. Returns whether there was one.
    pub async fn remove(&self, name: &str) -> Result<bool, sqlx::Error> {
        let delete = sqlx::query("DELETE FROM accounts WHERE name = ?").bind(name);
        Ok(delete.execute(&self.pool).await?.rows_affected() > 0)
    }
}

impl AccountRegistry for Accounts {
    fn accounts(&self) -> BoxFuture<'_, Result<Vec<AccountConfig>, BoxError>> {
        Box::pin(async {
            let query = "SELECT name, kind, app_id, agent_id, secret, token, encoding_aes_key \
                         FROM accounts ORDER BY name";
            let rows: Vec<Row> = sqlx::query_as(query).fetch_all(&self.pool).await?;
            Ok(rows.into_iter().map(config).collect())
        })
    }
}

fn config((name, kind, app_id, agent_id, secret, token, key): Row) -> AccountConfig {
    let mut config = AccountConfig::default().callback(token, key).path(format!("/wx/{name}"));
    config.kind = Some(kind);
    config.app_id = Some(app_id);
    config.agent_id = agent_id.map(|agent| agent.to_string());
    config.secret = Some(secret.into());
    config
}
