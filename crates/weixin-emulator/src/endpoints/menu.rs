//! The custom menu of an Official Account, and checks for all menus.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use weixin_api::{Empty, ErrCode};
use weixin_official::menu::{CreateMenu, DeleteMenu, GetMenu, Menu, Menus};

use super::{ApiError, RequestContext};
use crate::MenuRules;

pub(super) fn create(ctx: &mut RequestContext<'_>, request: CreateMenu) -> Result<Empty, ApiError> {
    save(ctx, &request.button)
}

pub(super) fn get(ctx: &mut RequestContext<'_>, _request: GetMenu) -> Result<Menus, ApiError> {
    Ok(Menus::new(Menu::new(load::<weixin_official::menu::Button>(ctx)?)))
}

pub(super) fn delete(
    ctx: &mut RequestContext<'_>,
    _request: DeleteMenu,
) -> Result<Empty, ApiError> {
    ctx.account_mut()?.menu = None;
    ctx.state.mark_dirty();
    Ok(Empty {})
}

/// Checks and stores the buttons.
pub(super) fn save<B: Serialize>(
    ctx: &mut RequestContext<'_>,
    buttons: &[B],
) -> Result<Empty, ApiError> {
    let buttons: Vec<Value> = buttons
        .iter()
        .map(serde_json::to_value)
        .collect::<Result<_, _>>()
        .map_err(|_| ApiError::new(ErrCode::MALFORMED_BODY))?;
    let account = ctx.account_mut()?;
    check(&buttons, &account.rules.menu)?;
    account.menu = Some(buttons);
    ctx.state.mark_dirty();
    Ok(Empty {})
}

/// The stored buttons.
pub(super) fn load<B: DeserializeOwned>(ctx: &RequestContext<'_>) -> Result<Vec<B>, ApiError> {
    let menu = ctx.account()?.menu.clone().ok_or_else(|| ApiError::new(ErrCode::NO_MENU))?;
    serde_json::from_value(Value::Array(menu)).map_err(|_| ApiError::new(ErrCode::NO_MENU))
}

/// The error codes of a level of the menu.
struct Codes {
    count: i64,
    kind: i64,
    name: i64,
    key: i64,
    url: i64,
}

const TOP_LEVEL: Codes = Codes { count: 40016, kind: 40017, name: 40018, key: 40019, url: 40020 };
const SUB_MENU: Codes = Codes { count: 40023, kind: 40024, name: 40025, key: 40026, url: 40027 };

/// A sub-menu within a sub-menu.
const TOO_DEEP: i64 = 40022;

fn check(buttons: &[Value], rules: &MenuRules) -> Result<(), ApiError> {
    if buttons.is_empty() || buttons.len() > rules.buttons {
        return Err(ApiError::code(TOP_LEVEL.count));
    }
    for button in buttons {
        let sub_buttons = sub_buttons(button);
        check_button(button, !sub_buttons.is_empty(), &TOP_LEVEL, rules.name_bytes, rules)?;
        if sub_buttons.len() > rules.sub_buttons {
            return Err(ApiError::code(SUB_MENU.count));
        }
        for button in sub_buttons {
            if !self::sub_buttons(button).is_empty() {
                return Err(ApiError::code(TOO_DEEP));
            }
            check_button(button, false, &SUB_MENU, rules.sub_name_bytes, rules)?;
        }
    }
    Ok(())
}

fn sub_buttons(button: &Value) -> &[Value] {
    button.get("sub_button").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn check_button(
    button: &Value,
    opens: bool,
    codes: &Codes,
    name_bytes: usize,
    rules: &MenuRules,
) -> Result<(), ApiError> {
    let text = |name| button.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let fits = |text: Option<&str>, max: usize| text.is_some_and(|text| text.len() <= max);
    if !fits(text("name"), name_bytes) {
        return Err(ApiError::code(codes.name));
    }
    if opens {
        return Ok(());
    }
    let key = || fits(text("key"), rules.key_bytes);
    let url = || fits(text("url"), rules.url_bytes);
    let right = match text("type") {
        Some("view") => url().then_some(()).ok_or(codes.url),
        Some("miniprogram") => {
            let program = text("appid").is_some() && text("pagepath").is_some();
            (url() && program).then_some(()).ok_or(codes.url)
        }
        Some("view_miniprogram") => {
            let program = text("appid").is_some() && text("pagepath").is_some();
            program.then_some(()).ok_or(codes.url)
        }
        Some("media_id" | "view_limited") => text("media_id").map(|_| ()).ok_or(40007),
        Some("article_id" | "article_view_limited") => {
            text("article_id").map(|_| ()).ok_or(codes.key)
        }
        Some(
            "click" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album"
            | "pic_weixin" | "location_select",
        ) => key().then_some(()).ok_or(codes.key),
        _ => Err(codes.kind),
    };
    right.map_err(ApiError::code)
}
