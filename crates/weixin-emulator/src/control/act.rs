//! `POST /_/api/act`: actions of a person and commands for the emulator.

use std::{sync::Arc, time::Duration};

use axum::{Json, extract::State, extract::rejection::JsonRejection};
use serde::Deserialize;
use serde_json::{Value, json};
use weixin_mini::virtual_payment::SignedVirtualPayment;
use weixin_protocol::{AppId, PeerId, Product};

use super::ControlError;
use crate::{
    Person, Problem, UserAction, action::perform, platform::Platform, state::TemplateText,
};

/// The maximum by which the clock can be advanced at once: a year.
const MAX_ADVANCE: Duration = Duration::from_secs(366 * 24 * 60 * 60);

/// The request body.
#[derive(Deserialize)]
pub(super) struct Act {
    account: Option<AppId>,
    person: Option<PeerId>,
    #[serde(rename = "do")]
    what: Value,
}

/// Commands for the emulator, as opposed to actions of a person.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Command {
    AddPerson {
        name: String,
    },
    AddTemplate {
        /// The template id. Generated if missing.
        #[serde(default)]
        id: Option<String>,
        title: String,
        content: String,
    },
    /// Adds a website application (网站应用) and returns its appid and AppSecret.
    AddWebsite {
        /// The domain that logins may redirect to. Any host if missing.
        #[serde(default)]
        domain: Option<String>,
    },
    /// Returns a login code for a Mini Program.
    Login,
    /// Returns a code for a phone number in a Mini Program.
    PhoneNumber {
        number: String,
    },
    /// Pays with parameters of `wx.requestVirtualPayment`.
    Buy {
        payment: SignedVirtualPayment,
    },
    Advance {
        ms: u64,
    },
    Clear,
}

pub(super) async fn act(
    State(platform): State<Arc<Platform>>,
    act: Result<Json<Act>, JsonRejection>,
) -> Result<Json<Value>, ControlError> {
    let Json(act) = act.map_err(|error| ControlError::malformed(error.body_text()))?;
    let kind = act.what.get("type").and_then(Value::as_str).unwrap_or_default();
    if matches!(
        kind,
        "add_person"
            | "add_template"
            | "add_website"
            | "login"
            | "phone_number"
            | "buy"
            | "advance"
            | "clear"
    ) {
        let command = serde_json::from_value(act.what).map_err(ControlError::malformed)?;
        return self::command(&platform, act.account, act.person, command).await;
    }
    let action: UserAction = serde_json::from_value(act.what).map_err(ControlError::malformed)?;
    let account = act.account.ok_or_else(ControlError::unknown_account)?;
    let person = act.person.unwrap_or_default();
    let done = perform(&platform, &account, &person, action).map_err(ControlError::bad)?;
    Ok(Json(json!({ "entry": done.message })))
}

async fn command(
    platform: &Arc<Platform>,
    account: Option<AppId>,
    person: Option<PeerId>,
    command: Command,
) -> Result<Json<Value>, ControlError> {
    match command {
        Command::AddPerson { name } => {
            let name = name.trim();
            if name.is_empty() || name.chars().count() > 32 {
                return Err(ControlError::bad(Problem::new(
                    "A name must have 1 to 32 characters.",
                    "名称须为 1 到 32 个字符。",
                )));
            }
            let account = account.ok_or_else(ControlError::unknown_account)?;
            platform.update(|state| {
                let product = state.account(&account).map(|account| account.product);
                let product = product.ok_or_else(ControlError::unknown_account)?;
                if state.people_of(&account).any(|person| person.name == name) {
                    return Err(ControlError::bad(Problem::new(
                        "A person with this name already exists.",
                        "已有同名用户。",
                    )));
                }
                let person = state.person_by_name(&account, name);
                Ok(Json(json!({
                    "entry": null,
                    "person": person,
                    "following": product != Product::Official,
                })))
            })
        }
        Command::AddTemplate { id, title, content } => {
            let account = account.ok_or_else(ControlError::unknown_account)?;
            let id = id.filter(|id| !id.is_empty());
            platform.update(|state| {
                let id = id.unwrap_or_else(|| state.ids.template());
                let model = TemplateText { title, content, ..TemplateText::default() };
                let account =
                    state.account_mut(&account).ok_or_else(ControlError::unknown_account)?;
                account.templates.put(id.clone(), model);
                state.mark_dirty();
                Ok(Json(json!({ "entry": null, "template": id })))
            })
        }
        Command::AddWebsite { domain } => platform.update(|state| {
            let id = state.add_website();
            let website = state.website_mut(&id).ok_or_else(ControlError::unknown_account)?;
            website.domain = domain.filter(|domain| !domain.is_empty());
            let secret = website.secret.expose();
            Ok(Json(json!({ "entry": null, "website": id, "secret": secret })))
        }),
        Command::Login => {
            let person = user(platform, account, person)?;
            Ok(Json(json!({ "entry": null, "code": person.logs_in() })))
        }
        Command::PhoneNumber { number } => {
            let person = user(platform, account, person)?;
            Ok(Json(json!({ "entry": null, "code": person.gives_phone_number(number) })))
        }
        Command::Buy { payment } => {
            let person = user(platform, account, person)?;
            person.buys(&payment).await.map_err(ControlError::bad)?;
            Ok(Json(json!({ "entry": null })))
        }
        Command::Advance { ms } => {
            let span = Duration::from_millis(ms);
            let Some(clock) = platform.clock.as_virtual().filter(|_| span <= MAX_ADVANCE) else {
                return Err(ControlError::bad(Problem::new(
                    "The clock cannot be advanced: it has to be virtual, and the maximum is one year.",
                    "无法调整时钟：仅虚拟时钟可以快进，且一次最多一年。",
                )));
            };
            clock.advance(span).await;
            Ok(Json(json!({ "entry": null })))
        }
        Command::Clear => {
            platform.update(|state| {
                state.timeline.clear();
                state.matched.clear();
            });
            Ok(Json(json!({ "entry": null })))
        }
    }
}

/// A user of a Mini Program.
fn user(
    platform: &Arc<Platform>,
    account: Option<AppId>,
    person: Option<PeerId>,
) -> Result<Person, ControlError> {
    let account = account.ok_or_else(ControlError::unknown_account)?;
    let person = person.unwrap_or_default();
    platform.read(|state| {
        let product = state.account(&account).map(|account| account.product);
        if product != Some(Product::Mini) || state.person(&account, &person).is_none() {
            return Err(ControlError::bad(Problem::new(
                "The Mini Program has no such user.",
                "该小程序没有此用户。",
            )));
        }
        Ok(())
    })?;
    Ok(Person::new(platform.clone(), account, person))
}
