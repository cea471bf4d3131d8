//! WeCom apps.

use weixin_api::{AgentId, Download, Empty, ErrCode};
use weixin_protocol::{Product, UserId};
use weixin_work::{
    agent::{Agent, GetAgent},
    media::{GetMedia, MediaKind as Wire, UploadMedia, UploadedMedia},
    menu::{CreateMenu, DeleteMenu, GetMenu, WorkButton, WorkMenu},
    message::{SendMessage, SentMessage, WorkMessage},
    token::{AccessToken, GetToken},
    user::{GetUser, User},
};

use super::{
    Desk, Refusal, media, menu,
    message::{checked_text, find, format_of, other},
};
use crate::{
    timeline::{Article, Content, Sender, Via},
    world::MediaKind,
};

/// The department everybody is in.
const ROOT_DEPARTMENT: &str = "1";

pub(super) fn token(desk: &mut Desk<'_>, request: GetToken) -> Result<AccessToken, Refusal> {
    let (now, fresh) = (desk.now(), desk.world.ids.work_access_token());
    let account = desk.world.account(&request.corpid);
    let account = account.filter(|account| account.product == Product::Work);
    let account = account.ok_or_else(|| Refusal::new(ErrCode::BAD_APP_ID, "invalid corpid"))?;
    let right = account.secret == request.corpsecret;
    desk.account = Some(request.corpid);
    if !right {
        return Err(Refusal::new(ErrCode::BAD_CREDENTIAL, "invalid credential"));
    }
    let account = desk.account_mut()?;
    let granted = account.tokens.work(now, &account.rules.tokens, fresh);
    Ok(AccessToken::new(granted.token, granted.lives.as_secs()))
}

pub(super) fn send(desk: &mut Desk<'_>, request: SendMessage) -> Result<SentMessage, Refusal> {
    check_agent(desk, request.agentid)?;
    let account = desk.account()?.id.clone();
    let to = request.to;
    let everybody = to.touser.iter().any(|user| *user == "@all");
    let whole = |party: &String| party == ROOT_DEPARTMENT;
    let mut reached: Vec<UserId> = Vec::new();
    let mut unknown: Vec<UserId> = Vec::new();
    if everybody || to.toparty.iter().any(whole) {
        let members = desk.world.people_of(&account).filter(|person| person.following);
        reached.extend(members.map(|person| person.id.clone()));
    }
    for user in to.touser.into_iter().filter(|user| *user != "@all") {
        let member = desk.world.person(&account, &user).is_some_and(|person| person.following);
        if !member {
            unknown.push(user);
        } else if !reached.contains(&user) {
            reached.push(user);
        }
    }
    if reached.is_empty() {
        return Err(Refusal::code(81013));
    }
    let card = matches!(request.message, WorkMessage::TemplateCard(_));
    let content = content(desk, request.message)?;
    let call = Some(desk.call);
    for user in &reached {
        desk.world.say(&account, user, Sender::Account, Via::App, call, content.clone());
    }
    let mut sent = SentMessage::new();
    sent.msgid = desk.world.ids.media_id();
    sent.invaliduser = unknown;
    sent.invalidparty = to.toparty.into_iter().filter(|party| !whole(party)).collect();
    sent.invalidtag = to.totag;
    sent.response_code = card.then(|| desk.world.ids.secret());
    Ok(sent)
}

/// What the members see of a message.
fn content(desk: &Desk<'_>, message: WorkMessage) -> Result<Content, Refusal> {
    Ok(match message {
        WorkMessage::Text(text) => Content::Text { text: checked_text(text.content)? },
        WorkMessage::Markdown(text) => Content::Markdown { text: checked_text(text.content)? },
        WorkMessage::Image(image) => {
            let url = find(desk, &image.media_id, MediaKind::Image)?;
            Content::Image { media_id: Some(image.media_id), url }
        }
        WorkMessage::Voice(voice) => {
            let url = find(desk, &voice.media_id, MediaKind::Voice)?;
            let format = format_of(desk, &voice.media_id);
            Content::Voice { media_id: voice.media_id, url, format }
        }
        WorkMessage::Video(video) => {
            let url = find(desk, &video.media_id, MediaKind::Video)?;
            let (title, description) = (video.title, video.description);
            Content::Video { media_id: video.media_id, url, title, description }
        }
        WorkMessage::File(file) => {
            find(desk, &file.media_id, MediaKind::File)?;
            let media = desk.world.shelf.any(&file.media_id);
            let (name, size) =
                media.map(|media| (media.name.clone(), media.content.len())).unwrap_or_default();
            Content::File { media_id: file.media_id, name, size }
        }
        WorkMessage::TextCard(card) => Content::Card {
            title: card.title,
            description: card.description,
            url: card.url,
            btntxt: card.btntxt.unwrap_or_else(|| "详情".to_owned()),
        },
        WorkMessage::News(news) => match news.articles.len() {
            0 => return Err(Refusal::code(44003)),
            1..=8 => {
                let articles = news.articles.into_iter().map(|article| Article {
                    title: article.title,
                    description: article.description.unwrap_or_default(),
                    url: article.url.unwrap_or_default(),
                    picurl: article.picurl.unwrap_or_default(),
                });
                Content::News { articles: articles.collect() }
            }
            _ => return Err(Refusal::code(45008)),
        },
        WorkMessage::MpNews(news) => other("mpnews", &news),
        WorkMessage::MiniProgramNotice(notice) => other("miniprogram_notice", &notice),
        WorkMessage::TemplateCard(card) => other("template_card", &card),
        unknown => other("message", &unknown),
    })
}

pub(super) fn upload(desk: &mut Desk<'_>, request: UploadMedia) -> Result<UploadedMedia, Refusal> {
    let kind = match &request.kind {
        Wire::Image => MediaKind::Image,
        Wire::Voice => MediaKind::Voice,
        Wire::Video => MediaKind::Video,
        Wire::File => MediaKind::File,
        _ => return Err(Refusal::known(ErrCode::BAD_MEDIA_TYPE)),
    };
    let id = media::keep(desk, kind, &request.media)?;
    Ok(UploadedMedia::new(request.kind, id, desk.now()))
}

pub(super) fn download(desk: &mut Desk<'_>, request: GetMedia) -> Result<Download, Refusal> {
    media::find(desk, &request.media_id).map(media::download)
}

pub(super) fn create_menu(desk: &mut Desk<'_>, request: CreateMenu) -> Result<Empty, Refusal> {
    check_agent(desk, request.agentid)?;
    menu::save(desk, &request.button)
}

pub(super) fn menu(desk: &mut Desk<'_>, request: GetMenu) -> Result<WorkMenu, Refusal> {
    check_agent(desk, request.agentid)?;
    let mut menu = WorkMenu::new();
    menu.button = menu::load::<WorkButton>(desk)?;
    Ok(menu)
}

pub(super) fn delete_menu(desk: &mut Desk<'_>, request: DeleteMenu) -> Result<Empty, Refusal> {
    check_agent(desk, request.agentid)?;
    desk.account_mut()?.menu = None;
    desk.world.touch();
    Ok(Empty {})
}

pub(super) fn user(desk: &mut Desk<'_>, request: GetUser) -> Result<User, Refusal> {
    let account = desk.account()?;
    let person = desk.world.person(&account.id, &request.userid);
    let person = person.ok_or_else(|| Refusal::code(60111))?;
    let mut user = User::new(&person.id).name(person.name.as_str()).status(1_u8);
    user.department = vec![1];
    user.main_department = Some(1);
    Ok(user)
}

pub(super) fn agent(desk: &mut Desk<'_>, request: GetAgent) -> Result<Agent, Refusal> {
    check_agent(desk, request.agentid)?;
    let account = desk.account()?;
    Ok(Agent::new(account.agent.unwrap_or(AgentId::new(0)), account.name.clone()))
}

/// A call names the app that the access token belongs to.
fn check_agent(desk: &Desk<'_>, agent: Option<AgentId>) -> Result<(), Refusal> {
    let own = desk.account()?.agent;
    if agent.is_some() && agent == own { Ok(()) } else { Err(Refusal::code(40056)) }
}
