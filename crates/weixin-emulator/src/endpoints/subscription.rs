//! Subscription messages (订阅消息): templates and sending.

use std::collections::BTreeMap;

use weixin_api::{Empty, ErrCode};
use weixin_mini::subscription_message::SendSubscriptionMessage;
use weixin_official::{
    subscription::{
        AddSubscriptionTemplate, AddedSubscriptionTemplate, Categories, Category,
        DeleteSubscriptionTemplate, GetPublicTemplates, GetSubscriptionCategories,
        GetSubscriptionTemplates, GetTemplateKeywords, PublicTemplate, PublicTemplates, SentNotice,
        SubscriptionKind, SubscriptionSent, SubscriptionTemplate, SubscriptionTemplates,
        SubscriptionValue, TemplateKeyword, TemplateKeywords,
    },
    subscription_notice::SendSubscriptionNotice,
};
use weixin_protocol::OpenId;

use super::{ApiError, RequestContext, template_values};
use crate::{
    state::{CATEGORY, LibraryEntry, SUBSCRIPTION_LIBRARY},
    timeline::{MessageContent, Sender, Via},
};

const BAD_TEMPLATE: i64 = 40037;
const NOT_SUBSCRIBED: i64 = 43101;
const BAD_VALUE: i64 = 47003;
const NO_PUBLIC_TEMPLATE: i64 = 200_014;
const BAD_FIELDS: i64 = 200_020;
const TOO_MANY: i64 = 200_012;
const LONG_SCENE: i64 = 200_021;
const BAD_ARGUMENT: i64 = 20002;

pub(super) fn categories(
    _: &mut RequestContext<'_>,
    _: GetSubscriptionCategories,
) -> Result<Categories, ApiError> {
    Ok(Categories::new([Category::new(CATEGORY.0, CATEGORY.1)]))
}

pub(super) fn public(
    _: &mut RequestContext<'_>,
    request: GetPublicTemplates,
) -> Result<PublicTemplates, ApiError> {
    if request.limit > 30 {
        return Err(ApiError::new(ErrCode::BAD_PARAMETER));
    }
    let category = CATEGORY.0.to_string();
    let meant = request.ids.split(',').any(|id| id.trim() == category);
    let all = SUBSCRIPTION_LIBRARY.iter().filter(|_| meant);
    let page = all.clone().skip(request.start as usize).take(request.limit as usize);
    let page = page.map(|form| {
        let kind = if form.long_term { SubscriptionKind::Lasting } else { SubscriptionKind::Once };
        PublicTemplate::new(form.tid.to_string(), form.title, kind, CATEGORY.0)
    });
    Ok(PublicTemplates::new(all.count() as u64, page.collect::<Vec<_>>()))
}

pub(super) fn keywords(
    _: &mut RequestContext<'_>,
    request: GetTemplateKeywords,
) -> Result<TemplateKeywords, ApiError> {
    let form = LibraryEntry::find(request.tid.as_str())
        .ok_or_else(|| ApiError::code(NO_PUBLIC_TEMPLATE))?;
    let fields = form.fields.iter().enumerate().map(|(at, (label, kind, example))| {
        TemplateKeyword::new(at as u64 + 1, *label).example(*example).rule(*kind)
    });
    let mut keywords = TemplateKeywords::new(fields.collect::<Vec<_>>());
    keywords.count = Some(form.fields.len() as u64);
    Ok(keywords)
}

pub(super) fn add(
    ctx: &mut RequestContext<'_>,
    request: AddSubscriptionTemplate,
) -> Result<AddedSubscriptionTemplate, ApiError> {
    let form = LibraryEntry::find(request.tid.as_str())
        .ok_or_else(|| ApiError::code(NO_PUBLIC_TEMPLATE))?;
    let id = ctx.state.ids.template();
    let rules = &ctx.account()?.rules.templates;
    let fields = (rules.min_fields..=rules.max_fields).contains(&request.kid_list.len());
    let form = fields
        .then(|| form.with(id.clone(), request.kid_list.iter().map(|kid| kid.get())))
        .flatten();
    let form = form.ok_or_else(|| ApiError::code(BAD_FIELDS))?;
    if request.scene_desc.is_some_and(|scene| scene.chars().count() > 15) {
        return Err(ApiError::code(LONG_SCENE));
    }
    let account = ctx.account_mut()?;
    if account.subscriptions.len() >= account.rules.templates.max_subscriptions {
        return Err(ApiError::code(TOO_MANY));
    }
    account.subscriptions.put(form);
    ctx.state.mark_dirty();
    Ok(AddedSubscriptionTemplate::new(id))
}

pub(super) fn list(
    ctx: &mut RequestContext<'_>,
    _: GetSubscriptionTemplates,
) -> Result<SubscriptionTemplates, ApiError> {
    let forms = ctx.account()?.subscriptions.iter().map(|form| {
        SubscriptionTemplate::new(
            form.id.as_str(),
            form.title.as_str(),
            form.content(),
            form.kind(),
        )
        .example(form.example())
    });
    Ok(SubscriptionTemplates::new(forms.collect::<Vec<_>>()))
}

pub(super) fn delete(
    ctx: &mut RequestContext<'_>,
    request: DeleteSubscriptionTemplate,
) -> Result<Empty, ApiError> {
    if !ctx.account_mut()?.subscriptions.remove(request.template_id.as_str()) {
        return Err(ApiError::code(BAD_ARGUMENT));
    }
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(super) fn send_message(
    ctx: &mut RequestContext<'_>,
    request: SendSubscriptionMessage,
) -> Result<Empty, ApiError> {
    let appid = ctx.account()?.id.to_string();
    let target = Target { url: String::new(), appid, pagepath: request.page.unwrap_or_default() };
    send(ctx, &request.touser, request.template_id.as_str(), &request.data, target)
}

pub(super) fn send_notice(
    ctx: &mut RequestContext<'_>,
    request: SendSubscriptionNotice,
) -> Result<Empty, ApiError> {
    let page = request.miniprogram;
    let target = Target {
        url: request.page.unwrap_or_default(),
        appid: page.as_ref().map(|page| page.appid.to_string()).unwrap_or_default(),
        pagepath: page.and_then(|page| page.pagepath).unwrap_or_default(),
    };
    send(ctx, &request.touser, request.template_id.as_str(), &request.data, target)
}

/// What the message opens.
struct Target {
    url: String,
    appid: String,
    pagepath: String,
}

fn send(
    ctx: &mut RequestContext<'_>,
    to: &OpenId,
    template: &str,
    data: &BTreeMap<String, SubscriptionValue>,
    target: Target,
) -> Result<Empty, ApiError> {
    let account = ctx.account()?;
    let owner = account.id.clone();
    let form = account.subscriptions.get(template).cloned();
    let form = form.ok_or_else(|| ApiError::code(BAD_TEMPLATE))?;
    ctx.state.person(&owner, to).ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
    let mut lines = Vec::new();
    for field in &form.fields {
        let value = data.get(&field.name).map(|value| value.value.as_str()).unwrap_or_default();
        if !template_values::is_allowed(&field.name, value) {
            let message = format!("argument invalid! data.{}.value invalid", field.name);
            return Err(ApiError::with_message(ErrCode::new(BAD_VALUE), message));
        }
        lines.push(format!("{}：{value}", field.label));
    }
    let person = ctx.state.person_mut(&owner, to);
    if !person.is_some_and(|person| person.take_subscription(&form)) {
        return Err(ApiError::code(NOT_SUBSCRIBED));
    }
    let notice = MessageContent::Notice {
        title: form.title,
        text: lines.join("\n"),
        url: target.url,
        appid: target.appid,
        pagepath: target.pagepath,
    };
    let call = Some(ctx.call);
    ctx.state.add_message(&owner, to, Sender::Account, Via::Subscription, call, notice);
    let number = ctx.state.ids.message().to_string();
    let mut result = SentNotice::new(template, 0);
    (result.msg_id, result.error_status) = (Some(number.into()), Some("success".to_owned()));
    let texts = ["a subscription message was delivered", "订阅消息已送达"];
    let message = |header| {
        let mut sent = SubscriptionSent::new(header);
        sent.list = vec![result];
        sent
    };
    ctx.push_later(to, message, texts)?;
    Ok(Empty {})
}
