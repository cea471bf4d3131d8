//! Template messages.

use std::collections::BTreeMap;

use weixin_api::{Empty, ErrCode};
use weixin_official::template_message::{
    AddTemplate, AddedTemplate, DeleteTemplate, GetIndustry, GetTemplates, Industries, Industry,
    SendTemplateMessage, SentTemplateMessage, SetIndustry, Template, TemplateMessageFinished,
    Templates,
};

use super::{Desk, Refusal, message::reachable};
use crate::{
    timeline::{Content, Sender, Via},
    world::{INDUSTRIES, Model, NoModel, filled_in},
};

const BAD_TEMPLATE: i64 = 40037;
const BAD_PLACES: i64 = 40246;
const TOO_SOON: i64 = 43100;
const TOO_MANY: i64 = 45026;
const NO_DATA: i64 = 47001;

pub(super) fn set_industry(desk: &mut Desk<'_>, request: SetIndustry) -> Result<Empty, Refusal> {
    // Which code a wrong number gets is not documented.
    let number = |text: &str| {
        let number = text.parse().ok().filter(|number| (1..=INDUSTRIES.len()).contains(number));
        number.ok_or_else(|| Refusal::known(ErrCode::BAD_PARAMETER))
    };
    let numbers = [number(&request.industry_id1)?, number(&request.industry_id2)?];
    let now = desk.now();
    let account = desk.account_mut()?;
    let apart = account.rules.templates.industries_apart;
    if account.templates.industries.is_some_and(|(_, since)| now < since + apart) {
        return Err(Refusal::code(TOO_SOON));
    }
    account.templates.industries = Some((numbers, now));
    Ok(Empty {})
}

pub(super) fn industry(desk: &mut Desk<'_>, _: GetIndustry) -> Result<Industries, Refusal> {
    let industries = Industries::new();
    Ok(match desk.account()?.templates.industries {
        None => industries,
        Some(([first, second], _)) => {
            let industry = |(field, trade): (&str, &str)| Industry::new(field, trade);
            industries
                .primary_industry(industry(in_words(first)))
                .secondary_industry(industry(in_words(second)))
        }
    })
}

/// Field and trade of a number; empty for a template of the account's own.
fn in_words(number: usize) -> (&'static str, &'static str) {
    number.checked_sub(1).and_then(|at| INDUSTRIES.get(at)).copied().unwrap_or_default()
}

pub(super) fn add(desk: &mut Desk<'_>, request: AddTemplate) -> Result<AddedTemplate, Refusal> {
    let model = Model::of_library(&request.template_id_short, &request.keyword_name_list);
    let model = model.map_err(|no| match no {
        NoModel::Unknown => Refusal::code(BAD_TEMPLATE),
        NoModel::BadPlaces => Refusal::code(BAD_PLACES),
    })?;
    let id = desk.world.ids.template();
    let account = desk.account_mut()?;
    if account.templates.len() >= account.rules.templates.most {
        return Err(Refusal::code(TOO_MANY));
    }
    account.templates.put(id.clone(), model);
    desk.world.touch();
    Ok(AddedTemplate::new(id))
}

pub(super) fn list(desk: &mut Desk<'_>, _: GetTemplates) -> Result<Templates, Refusal> {
    let templates = desk.account()?.templates.iter().map(|form| {
        let (field, trade) = in_words(form.model.industry);
        let (title, content) = (form.model.title.as_str(), form.model.content.as_str());
        Template::new(form.id.as_str(), title, field, trade, content)
            .example(form.model.example.as_str())
    });
    Ok(Templates::new(templates.collect::<Vec<_>>()))
}

pub(super) fn delete(desk: &mut Desk<'_>, request: DeleteTemplate) -> Result<Empty, Refusal> {
    if !desk.account_mut()?.templates.remove(&request.template_id) {
        return Err(Refusal::code(BAD_TEMPLATE));
    }
    desk.world.touch();
    Ok(Empty {})
}

pub(super) fn send(
    desk: &mut Desk<'_>,
    request: SendTemplateMessage,
) -> Result<SentTemplateMessage, Refusal> {
    let now = desk.now();
    let account = desk.account()?;
    let owner = account.id.clone();
    let within = account.rules.templates.repeat_within;
    let model = account.templates.get(&request.template_id).cloned();
    let model = model.ok_or_else(|| Refusal::code(BAD_TEMPLATE))?;
    let data = request.data.filter(|data| !data.is_empty());
    let data = data.ok_or_else(|| Refusal::code(NO_DATA))?;
    reachable(desk, &request.touser)?;

    let name = request.client_msg_id.map(|name| (request.touser.to_string(), name));
    let sent = &mut desk.account_mut()?.templates.sent;
    sent.retain(|_, (_, at)| now < *at + within);
    if let Some((msgid, _)) = name.as_ref().and_then(|name| sent.get(name)) {
        return Ok(SentTemplateMessage::new(*msgid));
    }
    let msgid = desk.world.ids.message();
    if let Some(name) = name {
        desk.account_mut()?.templates.sent.insert(name, (msgid, now));
    }
    let values: BTreeMap<&str, &str> =
        data.iter().map(|(name, value)| (&**name, &*value.value)).collect();
    let page = request.miniprogram;
    let notice = Content::Notice {
        title: model.title,
        text: filled_in(&model.content, &values),
        url: request.url.unwrap_or_default(),
        appid: page.as_ref().map(|page| page.appid.to_string()).unwrap_or_default(),
        pagepath: page.and_then(|page| page.pagepath).unwrap_or_default(),
    };
    let call = Some(desk.call);
    desk.world.say(&owner, &request.touser, Sender::Account, Via::Template, call, notice);
    let number = i64::try_from(msgid).unwrap_or(i64::MAX);
    let words = ["a template message was delivered", "模板消息已送达"];
    let message = |header| TemplateMessageFinished::new(header, number, "success");
    desk.tell(&request.touser, message, words)?;
    Ok(SentTemplateMessage::new(msgid))
}
