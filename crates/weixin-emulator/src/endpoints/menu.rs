//! The menu of an Official Account, and what holds for every menu.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use weixin_api::{Empty, ErrCode};
use weixin_official::menu::{CreateMenu, DeleteMenu, GetMenu, Menu, Menus};

use super::{Desk, Refusal};
use crate::MenuRules;

pub(super) fn create(desk: &mut Desk<'_>, request: CreateMenu) -> Result<Empty, Refusal> {
    save(desk, &request.button)
}

pub(super) fn get(desk: &mut Desk<'_>, _request: GetMenu) -> Result<Menus, Refusal> {
    Ok(Menus::new(Menu::new(load::<weixin_official::menu::Button>(desk)?)))
}

pub(super) fn delete(desk: &mut Desk<'_>, _request: DeleteMenu) -> Result<Empty, Refusal> {
    desk.account_mut()?.menu = None;
    desk.world.touch();
    Ok(Empty {})
}

/// Checks the buttons and keeps them.
pub(super) fn save<B: Serialize>(desk: &mut Desk<'_>, buttons: &[B]) -> Result<Empty, Refusal> {
    let buttons: Vec<Value> = buttons
        .iter()
        .map(serde_json::to_value)
        .collect::<Result<_, _>>()
        .map_err(|_| Refusal::known(ErrCode::MALFORMED_BODY))?;
    let account = desk.account_mut()?;
    check(&buttons, &account.rules.menu)?;
    account.menu = Some(buttons);
    desk.world.touch();
    Ok(Empty {})
}

/// The buttons that were kept.
pub(super) fn load<B: DeserializeOwned>(desk: &Desk<'_>) -> Result<Vec<B>, Refusal> {
    let menu = desk.account()?.menu.clone().ok_or_else(|| Refusal::known(ErrCode::NO_MENU))?;
    serde_json::from_value(Value::Array(menu)).map_err(|_| Refusal::known(ErrCode::NO_MENU))
}

/// The error codes of one level of the menu.
struct Codes {
    count: i64,
    kind: i64,
    name: i64,
    key: i64,
    url: i64,
}

const BAR: Codes = Codes { count: 40016, kind: 40017, name: 40018, key: 40019, url: 40020 };
const BELOW: Codes = Codes { count: 40023, kind: 40024, name: 40025, key: 40026, url: 40027 };

/// A menu inside a menu's menu.
const TOO_DEEP: i64 = 40022;

fn check(buttons: &[Value], rules: &MenuRules) -> Result<(), Refusal> {
    if buttons.is_empty() || buttons.len() > rules.buttons {
        return Err(Refusal::code(BAR.count));
    }
    for button in buttons {
        let below = below(button);
        check_button(button, !below.is_empty(), &BAR, rules.name_bytes, rules)?;
        if below.len() > rules.sub_buttons {
            return Err(Refusal::code(BELOW.count));
        }
        for button in below {
            if !self::below(button).is_empty() {
                return Err(Refusal::code(TOO_DEEP));
            }
            check_button(button, false, &BELOW, rules.sub_name_bytes, rules)?;
        }
    }
    Ok(())
}

fn below(button: &Value) -> &[Value] {
    button.get("sub_button").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn check_button(
    button: &Value,
    opens: bool,
    codes: &Codes,
    name_bytes: usize,
    rules: &MenuRules,
) -> Result<(), Refusal> {
    let text = |name| button.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let fits = |text: Option<&str>, most: usize| text.is_some_and(|text| text.len() <= most);
    if !fits(text("name"), name_bytes) {
        return Err(Refusal::code(codes.name));
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
    right.map_err(Refusal::code)
}
