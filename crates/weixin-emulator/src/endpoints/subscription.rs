//! Messages that people subscribe to: their forms, and sending them.

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

use super::{Desk, Refusal, place};
use crate::{
    timeline::{Content, Sender, Via},
    world::{CATEGORY, PUBLIC_FORMS, PublicForm},
};

const BAD_TEMPLATE: i64 = 40037;
const NOT_SUBSCRIBED: i64 = 43101;
const BAD_VALUE: i64 = 47003;
const NO_PUBLIC_TEMPLATE: i64 = 200_014;
const BAD_PLACES: i64 = 200_020;
const TOO_MANY: i64 = 200_012;
const LONG_SCENE: i64 = 200_021;
const BAD_ARGUMENT: i64 = 20002;

pub(super) fn categories(
    _: &mut Desk<'_>,
    _: GetSubscriptionCategories,
) -> Result<Categories, Refusal> {
    Ok(Categories::new([Category::new(CATEGORY.0, CATEGORY.1)]))
}

pub(super) fn public(
    _: &mut Desk<'_>,
    request: GetPublicTemplates,
) -> Result<PublicTemplates, Refusal> {
    if request.limit > 30 {
        return Err(Refusal::known(ErrCode::BAD_PARAMETER));
    }
    let category = CATEGORY.0.to_string();
    let meant = request.ids.split(',').any(|id| id.trim() == category);
    let all = PUBLIC_FORMS.iter().filter(|_| meant);
    let page = all.clone().skip(request.start as usize).take(request.limit as usize);
    let page = page.map(|form| {
        let kind = if form.lasting { SubscriptionKind::Lasting } else { SubscriptionKind::Once };
        PublicTemplate::new(form.tid, form.title, kind, CATEGORY.0)
    });
    Ok(PublicTemplates::new(all.count() as u64, page.collect::<Vec<_>>()))
}

pub(super) fn keywords(
    _: &mut Desk<'_>,
    request: GetTemplateKeywords,
) -> Result<TemplateKeywords, Refusal> {
    let form = PublicForm::find(&request.tid).ok_or_else(|| Refusal::code(NO_PUBLIC_TEMPLATE))?;
    let places = form.places.iter().enumerate().map(|(at, (label, kind, example))| {
        TemplateKeyword::new(at as u64 + 1, *label).example(*example).rule(*kind)
    });
    let mut keywords = TemplateKeywords::new(places.collect::<Vec<_>>());
    keywords.count = Some(form.places.len() as u64);
    Ok(keywords)
}

pub(super) fn add(
    desk: &mut Desk<'_>,
    request: AddSubscriptionTemplate,
) -> Result<AddedSubscriptionTemplate, Refusal> {
    let form = PublicForm::find(&request.tid).ok_or_else(|| Refusal::code(NO_PUBLIC_TEMPLATE))?;
    let id = desk.world.ids.template();
    let rules = &desk.account()?.rules.templates;
    let places = (rules.least_places..=rules.most_places).contains(&request.kid_list.len());
    let form = places.then(|| form.with(id.clone(), &request.kid_list)).flatten();
    let form = form.ok_or_else(|| Refusal::code(BAD_PLACES))?;
    if request.scene_desc.is_some_and(|scene| scene.chars().count() > 15) {
        return Err(Refusal::code(LONG_SCENE));
    }
    let account = desk.account_mut()?;
    if account.subscriptions.len() >= account.rules.templates.most_subscriptions {
        return Err(Refusal::code(TOO_MANY));
    }
    account.subscriptions.put(form);
    desk.world.touch();
    Ok(AddedSubscriptionTemplate::new(id))
}

pub(super) fn list(
    desk: &mut Desk<'_>,
    _: GetSubscriptionTemplates,
) -> Result<SubscriptionTemplates, Refusal> {
    let forms = desk.account()?.subscriptions.iter().map(|form| {
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
    desk: &mut Desk<'_>,
    request: DeleteSubscriptionTemplate,
) -> Result<Empty, Refusal> {
    if !desk.account_mut()?.subscriptions.remove(&request.template_id) {
        return Err(Refusal::code(BAD_ARGUMENT));
    }
    desk.world.touch();
    Ok(Empty {})
}

pub(super) fn send_message(
    desk: &mut Desk<'_>,
    request: SendSubscriptionMessage,
) -> Result<Empty, Refusal> {
    let appid = desk.account()?.id.to_string();
    let target = Target { url: String::new(), appid, pagepath: request.page.unwrap_or_default() };
    send(desk, &request.touser, &request.template_id, &request.data, target)
}

pub(super) fn send_notice(
    desk: &mut Desk<'_>,
    request: SendSubscriptionNotice,
) -> Result<Empty, Refusal> {
    let page = request.miniprogram;
    let target = Target {
        url: request.page.unwrap_or_default(),
        appid: page.as_ref().map(|page| page.appid.to_string()).unwrap_or_default(),
        pagepath: page.and_then(|page| page.pagepath).unwrap_or_default(),
    };
    send(desk, &request.touser, &request.template_id, &request.data, target)
}

/// What a tap opens.
struct Target {
    url: String,
    appid: String,
    pagepath: String,
}

fn send(
    desk: &mut Desk<'_>,
    to: &OpenId,
    template: &str,
    data: &BTreeMap<String, SubscriptionValue>,
    target: Target,
) -> Result<Empty, Refusal> {
    let account = desk.account()?;
    let owner = account.id.clone();
    let form = account.subscriptions.get(template).cloned();
    let form = form.ok_or_else(|| Refusal::code(BAD_TEMPLATE))?;
    desk.world.person(&owner, to).ok_or_else(|| Refusal::known(ErrCode::BAD_OPENID))?;
    let mut lines = Vec::new();
    for place in &form.places {
        let value = data.get(&place.name).map(|value| value.value.as_str()).unwrap_or_default();
        if !place::is_allowed(&place.name, value) {
            let words = format!("argument invalid! data.{}.value invalid", place.name);
            return Err(Refusal::new(ErrCode::new(BAD_VALUE), words));
        }
        lines.push(format!("{}：{value}", place.label));
    }
    let person = desk.world.person_mut(&owner, to);
    if !person.is_some_and(|person| person.spend_subscription(&form)) {
        return Err(Refusal::code(NOT_SUBSCRIBED));
    }
    let notice = Content::Notice {
        title: form.title,
        text: lines.join("\n"),
        url: target.url,
        appid: target.appid,
        pagepath: target.pagepath,
    };
    let call = Some(desk.call);
    desk.world.say(&owner, to, Sender::Account, Via::Subscription, call, notice);
    let number = desk.world.ids.message().to_string();
    let mut fate = SentNotice::new(template, 0);
    (fate.msg_id, fate.error_status) = (Some(number), Some("success".to_owned()));
    let words = ["a subscription message was delivered", "订阅消息已送达"];
    let message = |header| {
        let mut sent = SubscriptionSent::new(header);
        sent.list = vec![fate];
        sent
    };
    desk.tell(to, message, words)?;
    Ok(Empty {})
}
