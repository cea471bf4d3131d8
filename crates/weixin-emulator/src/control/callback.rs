//! `POST /_/api/callback`: the server configuration (服务器配置) of the console.

use std::sync::Arc;

use axum::{Json, extract::State, extract::rejection::JsonRejection};
use serde::Deserialize;
use serde_json::{Value, json};
use weixin_protocol::{AppId, CallbackToken, EncodingAesKey, Format, Mode, Product};

use super::ControlError;
use crate::{
    Problem,
    platform::Platform,
    push::{HttpTarget, verify},
    state::Settings,
};

/// The form of the console. Empty fields keep their present value.
#[derive(Deserialize)]
pub(super) struct Form {
    account: AppId,
    url: String,
    #[serde(default)]
    token: String,
    #[serde(default)]
    encoding_aes_key: String,
    #[serde(default)]
    mode: String,
    #[serde(default)]
    format: String,
}

pub(super) async fn callback(
    State(platform): State<Arc<Platform>>,
    form: Result<Json<Form>, JsonRejection>,
) -> Result<Json<Value>, ControlError> {
    let Json(form) = form.map_err(|error| ControlError::malformed(error.body_text()))?;
    let present = platform.read(|state| {
        state.account(&form.account).map(|account| (account.settings.clone(), account.product))
    });
    let (present, product) = present.ok_or_else(ControlError::unknown_account)?;
    let verdict = match form.settings(present, product) {
        Ok(settings) => match HttpTarget::new(&platform.http, &form.url) {
            Ok(target) => verify(&platform, &form.account, settings, Arc::new(target)).await,
            Err(problem) => Err(problem),
        },
        Err(problem) => Err(problem),
    };
    Ok(Json(match verdict {
        Ok(()) => json!({ "ok": true }),
        Err(problem) => json!({ "ok": false, "problem": problem }),
    }))
}

impl Form {
    fn settings(&self, present: Settings, product: Product) -> Result<Settings, Problem> {
        let mut settings = present;
        if !self.token.is_empty() {
            settings.token = CallbackToken::new(&self.token).map_err(to_problem)?;
        }
        if !self.encoding_aes_key.is_empty() {
            settings.key = EncodingAesKey::new(&self.encoding_aes_key).map_err(to_problem)?;
        }
        if !self.mode.is_empty() {
            settings.mode = self.mode.parse::<Mode>().map_err(to_problem)?;
        }
        if product == Product::Work {
            settings.mode = Mode::Safe;
        }
        settings.format = match self.format.as_str() {
            "" => settings.format,
            "xml" => Format::Xml,
            "json" => Format::Json,
            other => return Err(to_problem(format!("unknown format {other:?}: use xml or json"))),
        };
        Ok(settings)
    }
}

fn to_problem(error: impl ToString) -> Problem {
    let text = error.to_string();
    Problem::new(text.clone(), text)
}
