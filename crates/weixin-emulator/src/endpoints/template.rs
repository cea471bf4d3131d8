//! Template messages (模板消息).

use std::collections::BTreeMap;

use weixin_api::{Empty, ErrCode};
use weixin_official::template_message::{
    AddTemplate, AddedTemplate, DeleteTemplate, GetIndustry, GetTemplates, Industries, Industry,
    SendTemplateMessage, SentTemplateMessage, SetIndustry, Template, TemplateMessageFinished,
    Templates,
};

use super::{ApiError, RequestContext, message::reachable};
use crate::{
    state::{INDUSTRIES, LibraryError, TemplateText, fill},
    timeline::{MessageContent, Sender, Via},
};

const BAD_TEMPLATE: i64 = 40037;
const BAD_FIELDS: i64 = 40246;
const TOO_SOON: i64 = 43100;
const TOO_MANY: i64 = 45026;
const NO_DATA: i64 = 47001;

pub(super) fn set_industry(
    ctx: &mut RequestContext<'_>,
    request: SetIndustry,
) -> Result<Empty, ApiError> {
    // The error code for an invalid number is not documented.
    let number = |text: &str| {
        let number = text.parse().ok().filter(|number| (1..=INDUSTRIES.len()).contains(number));
        number.ok_or_else(|| ApiError::new(ErrCode::BAD_PARAMETER))
    };
    let numbers = [number(request.industry_id1.as_str())?, number(request.industry_id2.as_str())?];
    let now = ctx.now();
    let account = ctx.account_mut()?;
    let interval = account.rules.templates.industry_interval;
    if account.templates.industries.is_some_and(|(_, since)| now < since + interval) {
        return Err(ApiError::code(TOO_SOON));
    }
    account.templates.industries = Some((numbers, now));
    Ok(Empty {})
}

pub(super) fn industry(
    ctx: &mut RequestContext<'_>,
    _: GetIndustry,
) -> Result<Industries, ApiError> {
    let industries = Industries::new();
    Ok(match ctx.account()?.templates.industries {
        None => industries,
        Some(([first, second], _)) => {
            let industry = |(field, trade): (&str, &str)| Industry::new(field, trade);
            industries
                .primary_industry(industry(industry_names(first)))
                .secondary_industry(industry(industry_names(second)))
        }
    })
}

/// Primary and secondary name of an industry; empty for a template that the account added itself.
fn industry_names(number: usize) -> (&'static str, &'static str) {
    number.checked_sub(1).and_then(|at| INDUSTRIES.get(at)).copied().unwrap_or_default()
}

pub(super) fn add(
    ctx: &mut RequestContext<'_>,
    request: AddTemplate,
) -> Result<AddedTemplate, ApiError> {
    let model =
        TemplateText::from_library(request.template_id_short.as_str(), &request.keyword_name_list);
    let model = model.map_err(|no| match no {
        LibraryError::Unknown => ApiError::code(BAD_TEMPLATE),
        LibraryError::BadFields => ApiError::code(BAD_FIELDS),
    })?;
    let id = ctx.state.ids.template();
    let account = ctx.account_mut()?;
    if account.templates.len() >= account.rules.templates.max {
        return Err(ApiError::code(TOO_MANY));
    }
    account.templates.put(id.clone(), model);
    ctx.state.mark_dirty();
    Ok(AddedTemplate::new(id))
}

pub(super) fn list(ctx: &mut RequestContext<'_>, _: GetTemplates) -> Result<Templates, ApiError> {
    let templates = ctx.account()?.templates.iter().map(|form| {
        let (field, trade) = industry_names(form.model.industry);
        let (title, content) = (form.model.title.as_str(), form.model.content.as_str());
        Template::new(form.id.as_str(), title, field, trade, content)
            .example(form.model.example.as_str())
    });
    Ok(Templates::new(templates.collect::<Vec<_>>()))
}

pub(super) fn delete(
    ctx: &mut RequestContext<'_>,
    request: DeleteTemplate,
) -> Result<Empty, ApiError> {
    if !ctx.account_mut()?.templates.remove(request.template_id.as_str()) {
        return Err(ApiError::code(BAD_TEMPLATE));
    }
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(super) fn send(
    ctx: &mut RequestContext<'_>,
    request: SendTemplateMessage,
) -> Result<SentTemplateMessage, ApiError> {
    let now = ctx.now();
    let account = ctx.account()?;
    let owner = account.id.clone();
    let within = account.rules.templates.repeat_within;
    let model = account.templates.get(request.template_id.as_str()).cloned();
    let model = model.ok_or_else(|| ApiError::code(BAD_TEMPLATE))?;
    let data = request.data.filter(|data| !data.is_empty());
    let data = data.ok_or_else(|| ApiError::code(NO_DATA))?;
    reachable(ctx, &request.touser)?;

    let name = request.client_msg_id.map(|name| (request.touser.to_string(), name));
    let sent = &mut ctx.account_mut()?.templates.sent;
    sent.retain(|_, (_, at)| now < *at + within);
    if let Some((msgid, _)) = name.as_ref().and_then(|name| sent.get(name)) {
        return Ok(SentTemplateMessage::new(*msgid));
    }
    let msgid = i64::try_from(ctx.state.ids.message()).unwrap_or(i64::MAX);
    if let Some(name) = name {
        ctx.account_mut()?.templates.sent.insert(name, (msgid, now));
    }
    let values: BTreeMap<&str, &str> =
        data.iter().map(|(name, value)| (&**name, &*value.value)).collect();
    let page = request.miniprogram;
    let notice = MessageContent::Notice {
        title: model.title,
        text: fill(&model.content, &values),
        url: request.url.unwrap_or_default(),
        appid: page.as_ref().map(|page| page.appid.to_string()).unwrap_or_default(),
        pagepath: page.and_then(|page| page.pagepath).unwrap_or_default(),
    };
    let call = Some(ctx.call);
    ctx.state.add_message(&owner, &request.touser, Sender::Account, Via::Template, call, notice);
    let texts = ["a template message was delivered", "模板消息已送达"];
    let message = |header| TemplateMessageFinished::new(header, msgid, "success");
    ctx.push_later(&request.touser, message, texts)?;
    Ok(SentTemplateMessage::new(msgid))
}
