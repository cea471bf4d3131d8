//! Content security (内容安全): checks of texts, pictures and sounds.

use std::time::Duration;

use weixin_api::{Empty, ErrCode};
use weixin_mini::security::{
    CheckImage, CheckMedia, CheckText, CheckedText, CheckingMedia, ContentLabel, Judgement,
    JudgementDetail, MediaCheck, Suggestion,
};
use weixin_protocol::{OpenId, PeerId};

use super::{ApiError, RequestContext};
use crate::ContentRule;

/// The person has not used the Mini Program recently.
const NOT_ACTIVE: i64 = 61010;

/// Content that must not be shown, in the calls that answer with a code only.
const RISKY: i64 = 87014;

/// The error of a result for a file that could not be downloaded.
const UNREACHABLE: i64 = -1008;

/// How long ago a person may have used the Mini Program.
const ACTIVE: Duration = Duration::from_secs(2 * 60 * 60);

/// The longest text, in characters.
const MAX_TEXT: usize = 2500;

/// The version of the interface that is maintained.
const VERSION: u8 = 2;

pub(super) fn text(
    ctx: &mut RequestContext<'_>,
    request: CheckText,
) -> Result<CheckedText, ApiError> {
    if request.content.chars().count() > MAX_TEXT {
        return Err(ApiError::code(45002));
    }
    let texts = [Some(request.content), request.title, request.nickname, request.signature];
    let all = texts.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let rule = matching(ctx, &all)?;
    if request.version != Some(VERSION) {
        return match rule.suggest {
            Suggestion::Risky => Err(ApiError::code(RISKY)),
            _ => Ok(CheckedText::new()),
        };
    }
    let openid = request.openid.ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
    request.scene.ok_or_else(|| ApiError::code(40129))?;
    active(ctx, &openid)?;
    let mut checked = CheckedText::new();
    checked.trace_id = Some(ctx.state.ids.rid().into());
    checked.result = Some(Judgement::new(rule.suggest.clone(), rule.label));
    checked.detail = vec![detail(&rule)];
    Ok(checked)
}

pub(super) fn media(
    ctx: &mut RequestContext<'_>,
    request: CheckMedia,
) -> Result<CheckingMedia, ApiError> {
    if request.version != Some(VERSION) {
        return Err(ApiError::with_message(
            ErrCode::new(40035),
            "the emulator knows version 2 only: version 1 is no longer maintained",
        ));
    }
    let web = ["http://", "https://"].iter().any(|scheme| request.media_url.starts_with(scheme));
    let openid = request.openid.filter(|_| web).ok_or_else(|| ApiError::code(40035))?;
    request.scene.ok_or_else(|| ApiError::code(40129))?;
    active(ctx, &openid)?;
    let rule = matching(ctx, &request.media_url)?;
    let unreachable = ctx.account()?.rules.content.unreachable.clone();
    let lost = unreachable.iter().any(|part| request.media_url.contains(part.as_str()));
    let (trace, app) = (ctx.state.ids.rid(), ctx.account()?.id.clone());
    let trace_id = trace.clone();
    let message = move |header| {
        let mut check = MediaCheck::new(header, trace);
        check.appid = Some(app);
        check.version = Some(u32::from(VERSION));
        check.errcode = Some(if lost { UNREACHABLE } else { 0 });
        check.errmsg = Some(if lost { "download failed" } else { "ok" }.to_owned());
        if !lost {
            check.result = Some(Judgement::new(rule.suggest.clone(), rule.label));
            check.detail = vec![detail(&rule)];
        }
        check
    };
    let texts = ["the result of a content check", "内容安全检测结果"];
    ctx.push_later(&openid, message, texts)?;
    Ok(CheckingMedia::new(trace_id))
}

/// Nobody looks at the picture: it may be shown.
pub(super) fn image(_: &mut RequestContext<'_>, _: CheckImage) -> Result<Empty, ApiError> {
    Ok(Empty {})
}

/// The first rule that fits; content that none fits may be shown.
fn matching(ctx: &RequestContext<'_>, content: &str) -> Result<ContentRule, ApiError> {
    let rules = &ctx.account()?.rules.content.rules;
    let found = rules.iter().find(|rule| content.contains(&rule.contains));
    Ok(found
        .cloned()
        .unwrap_or_else(|| ContentRule::new("", Suggestion::Pass, ContentLabel::Ordinary)))
}

fn detail(rule: &ContentRule) -> JudgementDetail {
    let mut detail = JudgementDetail::new("content_model", 0);
    (detail.suggest, detail.label) = (Some(rule.suggest.clone()), Some(rule.label));
    detail
}

/// Whether the person has used the Mini Program recently: has logged in, because a Mini Program does that whenever
/// it is opened.
fn active(ctx: &RequestContext<'_>, openid: &OpenId) -> Result<(), ApiError> {
    let account = ctx.account()?;
    let user = PeerId::from(openid.clone());
    ctx.state.person(&account.id, openid).ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
    match account.sessions.last_use(&user).is_some_and(|at| ctx.now() < at + ACTIVE) {
        true => Ok(()),
        false => Err(ApiError::code(NOT_ACTIVE)),
    }
}
