//! Mini Program codes (小程序码) and phone numbers of users.

use bytes::Bytes;
use weixin_api::{Download, ErrCode};
use weixin_mini::{
    code::{CreateQrCode, GetCode, GetUnlimitedCode, LineColor},
    user::{GetPhoneNumber, PhoneInfo, PhoneNumber, Watermark},
};

use super::{ApiError, RequestContext};
use crate::{
    open_data::phone_parts,
    qr_image::{self, BLACK, QrColors},
};

const BAD_CODE: i64 = 40029;
const BAD_PATH: i64 = 40159;
const BAD_SCENE: i64 = 40169;
const BAD_ARGUMENT: i64 = 40097;
const NO_SUCH_PAGE: i64 = 41030;
const USED_UP: i64 = 45029;

/// The maximum length of a scene, in characters.
const MAX_SCENE: usize = 32;

/// The punctuation allowed in a scene, besides letters and digits.
const PUNCTUATION: &str = "!#$&'()*+,/:;=?@-._~%";

/// The default width of an image and the allowed range, in pixels.
const WIDTH: u32 = 430;
const WIDTHS: std::ops::RangeInclusive<u32> = 280..=1280;

/// The target and the appearance of a code.
struct Code {
    page: String,
    query: String,
    width: Option<u32>,
    colors: QrColors,
    limited: bool,
}

pub(super) fn unlimited(
    ctx: &mut RequestContext<'_>,
    request: GetUnlimitedCode,
) -> Result<Download, ApiError> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || PUNCTUATION.contains(c);
    let scene = &request.scene;
    if !(1..=MAX_SCENE).contains(&scene.len()) || !scene.chars().all(allowed) {
        return Err(ApiError::code(BAD_SCENE));
    }
    let page = request.page.unwrap_or_default();
    let checked = request.check_path.unwrap_or(true);
    if page.starts_with('/') || page.contains('?') {
        return Err(ApiError::code(NO_SUCH_PAGE));
    }
    let query = format!("scene={}", weixin_api::wire::query::encode(scene));
    let colors = colors(request.line_color, request.is_hyaline);
    if checked && !page.is_empty() && !ctx.account()?.program.has_page(&page) {
        return Err(ApiError::code(NO_SUCH_PAGE));
    }
    draw(ctx, Code { page, query, width: request.width, colors, limited: false })
}

pub(super) fn limited(
    ctx: &mut RequestContext<'_>,
    request: GetCode,
) -> Result<Download, ApiError> {
    let (page, query) = split(&request.path, 1024)?;
    let colors = colors(request.line_color, request.is_hyaline);
    draw(ctx, Code { page, query, width: request.width, colors, limited: true })
}

pub(super) fn square(
    ctx: &mut RequestContext<'_>,
    request: CreateQrCode,
) -> Result<Download, ApiError> {
    let (page, query) = split(&request.path, 128)?;
    draw(ctx, Code { page, query, width: request.width, colors: BLACK, limited: true })
}

/// Splits a path into page and query.
fn split(path: &str, max: usize) -> Result<(String, String), ApiError> {
    if !(1..=max).contains(&path.chars().count()) {
        return Err(ApiError::code(BAD_PATH));
    }
    let (page, query) = path.split_once('?').unwrap_or((path, ""));
    Ok((page.to_owned(), query.to_owned()))
}

fn colors(color: Option<LineColor>, transparent: Option<bool>) -> QrColors {
    QrColors {
        dark: color.map_or(BLACK.dark, |color| [color.r, color.g, color.b]),
        light: if transparent == Some(true) { None } else { BLACK.light },
    }
}

/// Draws a code. The platform's codes are round, in a proprietary format; the emulator draws a QR
/// code instead.
fn draw(ctx: &mut RequestContext<'_>, code: Code) -> Result<Download, ApiError> {
    let width = code.width.unwrap_or(WIDTH);
    if !WIDTHS.contains(&width) {
        return Err(ApiError::code(BAD_ARGUMENT));
    }
    let account = ctx.account()?;
    if code.limited
        && account.program.limited_codes() >= account.rules.qrcodes.limited_program_codes
    {
        return Err(ApiError::code(USED_UP));
    }
    let text = ctx.state.ids.program_url();
    let picture: Bytes = qr_image::qr_code(&text, width, code.colors)
        .map_err(|error| ApiError::with_message(ErrCode::BUSY, error.to_string()))?;
    let opens = match &*code.query {
        "" => code.page,
        query => format!("{}?{query}", code.page),
    };
    ctx.account_mut()?.program.add_code(text, opens, code.limited);
    Ok(Download::new(picture).with_mime("image/png"))
}

pub(super) fn phone(
    ctx: &mut RequestContext<'_>,
    request: GetPhoneNumber,
) -> Result<PhoneNumber, ApiError> {
    let now = ctx.now();
    let account = ctx.account_mut()?;
    let (user, number, given) = account
        .program
        .redeem_phone_code(request.code.expose(), now)
        .ok_or_else(|| ApiError::code(BAD_CODE))?;
    if request.openid.is_some_and(|openid| openid != user) {
        return Err(ApiError::new(ErrCode::BAD_OPENID));
    }
    let (full, pure, country) = phone_parts(&number);
    let watermark = Watermark::new(given, &account.id);
    Ok(PhoneNumber::new(PhoneInfo::new(full, pure, country, watermark)))
}
