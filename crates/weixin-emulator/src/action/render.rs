//! Renders an action as a push and as chat content.

use weixin_official::subscription::{PopupScene, SubscriptionAnswer, SubscriptionPopup};
use weixin_protocol::{
    AppId, Click, Format, Header, Image, Inbound, InboundMessage, Link, Location, LocationReport,
    Map, MediaId, Node, PeerId, Product, Scan, Subscribe, Text, Unsubscribe, Video, View, Voice,
};

use super::{UserAction, event};
use crate::{
    Problem,
    state::{Media, MediaKind, PlatformState, QrCode},
    timeline::MessageContent,
};

/// A rendered action.
pub(super) struct RenderedAction {
    pub(super) inbound: Inbound,
    pub(super) content: MessageContent,
}

/// The context of an action.
struct ActionRenderer<'s> {
    state: &'s mut PlatformState,
    account: &'s AppId,
    person: &'s PeerId,
    product: Product,
    format: Format,
    /// The person's name.
    name: String,
    header: Header,
    /// The scanned QR code, if any.
    code: Option<&'s QrCode>,
}

pub(super) fn render<'s>(
    state: &'s mut PlatformState,
    account: &'s AppId,
    person: &'s PeerId,
    action: &UserAction,
    code: Option<&'s QrCode>,
) -> Result<RenderedAction, Problem> {
    let missing = || Problem::new("The account or person does not exist.", "账号或用户不存在。");
    let account_state = state.account(account).ok_or_else(missing)?;
    let header = account_state.header(person, state.now());
    let (product, format) = (account_state.product, account_state.settings.format);
    let name = state.person(account, person).ok_or_else(missing)?.name.clone();
    ActionRenderer { state, account, person, product, format, name, header, code }.render(action)
}

impl ActionRenderer<'_> {
    fn render(mut self, action: &UserAction) -> Result<RenderedAction, Problem> {
        Ok(match action {
            UserAction::Text { text } => self.text(text, None),
            UserAction::MenuMessage { id, text } => self.text(text, Some(id)),
            UserAction::Image { media_id } => self.image(media_id)?,
            UserAction::Voice { media_id, format } => self.voice(media_id, format.as_deref())?,
            UserAction::Video { media_id } => self.video(media_id)?,
            UserAction::Location { latitude, longitude, scale, label } => {
                self.location(*latitude, *longitude, *scale, label)
            }
            UserAction::Link { title, description, url } => self.link(title, description, url),
            UserAction::Follow { .. } => self.follow(),
            UserAction::Unfollow => {
                let message = Unsubscribe::new(self.header.clone());
                let inbound = with(self.of(&message), "EventKey", "");
                self.event(inbound, "unfollowed", "取消了关注")
            }
            UserAction::Scan { .. } | UserAction::ScanCode { .. } => self.scan(),
            UserAction::Subscribe { templates, accept } => self.subscribe(templates, *accept),
            UserAction::ReportLocation { latitude, longitude, precision } => {
                self.report_location(*latitude, *longitude, *precision)
            }
            UserAction::Click { key } => {
                let name = self.button_name("key", key);
                let message = Click::new(self.header.clone(), key.as_str());
                let inbound = self.named(&message, "click");
                self.event(inbound, &format!("tapped {name}"), &format!("点击了「{name}」"))
            }
            UserAction::View { url } => {
                let name = self.button_name("url", url);
                let message = View::new(self.header.clone(), url.as_str());
                let inbound = self.named(&message, "view");
                self.event(inbound, &format!("opened {name}"), &format!("打开了「{name}」"))
            }
            UserAction::Enter => {
                let (event, field) = match self.product {
                    Product::Mini => ("user_enter_tempsession", "SessionFrom"),
                    _ => ("enter_agent", "EventKey"),
                };
                let fields = serde_json::Map::from_iter([(field.to_owned(), "".into())]);
                self.event(
                    event::raw(&self.header, event, &fields),
                    "entered the chat",
                    "进入了会话",
                )
            }
            UserAction::Event { event, fields } => {
                let inbound = event::raw(&self.header, event, fields);
                self.event(inbound, &format!("triggered {event}"), &format!("触发了 {event}"))
            }
        })
    }

    fn text(&mut self, text: &str, item: Option<&String>) -> RenderedAction {
        let mut message = Text::new(self.message_header(), text);
        message.menu_item = item.cloned();
        RenderedAction {
            inbound: self.of(&message),
            content: MessageContent::Text { text: text.to_owned() },
        }
    }

    fn location(
        &mut self,
        latitude: f64,
        longitude: f64,
        scale: f64,
        label: &str,
    ) -> RenderedAction {
        let mut message = Location::new(self.message_header(), latitude, longitude);
        message.scale = Some(scale);
        message.label = Some(label.to_owned());
        let mut inbound = self.of(&message);
        if self.product == Product::Work {
            inbound = with(inbound, "AppType", "wxwork");
        }
        let label = label.to_owned();
        RenderedAction {
            inbound,
            content: MessageContent::Location { latitude, longitude, scale, label },
        }
    }

    fn link(&mut self, title: &str, description: &str, url: &str) -> RenderedAction {
        let mut message = Link::new(self.message_header(), title, url);
        message.description = Some(description.to_owned());
        RenderedAction {
            inbound: self.of(&message),
            content: MessageContent::Link {
                title: title.to_owned(),
                description: description.to_owned(),
                url: url.to_owned(),
            },
        }
    }

    fn image(&mut self, media_id: &MediaId) -> Result<RenderedAction, Problem> {
        self.media(media_id, MediaKind::Image)?;
        let address = self.state.picture_url(media_id);
        let message = Image::new(self.message_header(), address, media_id);
        let (media_id, url) = (Some(media_id.clone()), page_url(media_id));
        Ok(self.file(&message, MessageContent::Image { media_id, url }))
    }

    fn voice(
        &mut self,
        media_id: &MediaId,
        format: Option<&str>,
    ) -> Result<RenderedAction, Problem> {
        let speex = self.media(media_id, MediaKind::Voice)?.mime.contains("speex");
        let format = format.unwrap_or(if speex { "speex" } else { "amr" }).to_owned();
        let message = Voice::new(self.message_header(), media_id, format.as_str());
        let (media_id, url) = (media_id.clone(), page_url(media_id));
        Ok(self.file(&message, MessageContent::Voice { media_id, url, format }))
    }

    fn video(&mut self, media_id: &MediaId) -> Result<RenderedAction, Problem> {
        self.media(media_id, MediaKind::Video)?;
        let thumb = self.thumb_of(media_id);
        let message = Video::new(self.message_header(), media_id, thumb);
        let (media_id, url) = (media_id.clone(), page_url(media_id));
        Ok(self.file(
            &message,
            MessageContent::Video { media_id, url, title: None, description: None },
        ))
    }

    fn file<T: InboundMessage>(&self, message: &T, content: MessageContent) -> RenderedAction {
        RenderedAction { inbound: self.of(message), content }
    }

    fn follow(&self) -> RenderedAction {
        let mut message = Subscribe::new(self.header.clone());
        let Some(code) = self.code else {
            message.event_key = Some(String::new());
            return self.event(self.of(&message), "followed", "关注了账号");
        };
        let scene = &code.scene;
        message.event_key = Some(format!("qrscene_{scene}"));
        message.ticket = Some(code.ticket.clone());
        let (en, zh) =
            (format!("followed by scanning {scene}"), format!("扫描 {scene} 后关注了账号"));
        self.event(self.of(&message), &en, &zh)
    }

    /// A scan by a person who does not follow the account yet makes them follow it.
    fn scan(&self) -> RenderedAction {
        let person = self.state.person(self.account, self.person);
        let following = person.is_some_and(|person| person.following);
        let Some(code) = self.code.filter(|_| following) else { return self.follow() };
        let scene = code.scene.to_string();
        let mut message = Scan::new(self.header.clone(), scene.as_str());
        message.ticket = Some(code.ticket.clone());
        let (en, zh) = (format!("scanned {scene}"), format!("扫描了 {scene}"));
        self.event(self.of(&message), &en, &zh)
    }

    /// Accepts or rejects subscription messages, in the pop-up of a web page or of the Mini
    /// Program.
    fn subscribe(&self, templates: &[String], accept: bool) -> RenderedAction {
        let mini = self.product == Product::Mini;
        let scene = if mini { PopupScene::MiniProgram } else { PopupScene::Page };
        let status = if accept { "accept" } else { "reject" };
        let answer = |id: &String| {
            let mut answer = SubscriptionAnswer::new(id.as_str(), status);
            answer.popup_scene = Some(scene);
            answer
        };
        let mut message = SubscriptionPopup::new(self.header.clone());
        message.list = templates.iter().map(answer).collect();
        let inbound = Inbound::of(&self.header, &message, self.format);
        match accept {
            true => self.event(inbound, "accepted subscription messages", "同意接收订阅消息"),
            false => self.event(inbound, "rejected subscription messages", "拒绝接收订阅消息"),
        }
    }

    fn report_location(&self, latitude: f64, longitude: f64, precision: f64) -> RenderedAction {
        let message = LocationReport::new(self.header.clone(), latitude, longitude, precision);
        let mut inbound = self.of(&message);
        if self.product == Product::Work {
            inbound = with(inbound, "AppType", "wxwork");
        }
        let (en, zh) = (
            format!("reported the position {latitude}, {longitude}"),
            format!("上报了地理位置 {latitude}, {longitude}"),
        );
        self.event(inbound, &en, &zh)
    }

    /// Renders an event. In the chat it is a line that starts with the person's name.
    fn event(&self, inbound: Inbound, en: &str, zh: &str) -> RenderedAction {
        let (en, zh) = (format!("{} {en}", self.name), format!("{} {zh}", self.name));
        RenderedAction { inbound, content: MessageContent::Action { en, zh } }
    }

    /// Sets the event's name for WeCom, which uses lower case (`click` instead of `CLICK`).
    fn named<T: InboundMessage>(&self, message: &T, work: &str) -> Inbound {
        let inbound = self.of(message);
        if self.product == Product::Work { with(inbound, "Event", work) } else { inbound }
    }

    fn of<T: InboundMessage>(&self, message: &T) -> Inbound {
        Inbound::of(&self.header, message, Format::Xml)
    }

    fn message_header(&mut self) -> Header {
        let id = self.state.ids.message();
        self.header = self.header.clone().with_msg_id(id.to_string());
        self.header.clone()
    }

    fn media(&self, id: &MediaId, kind: MediaKind) -> Result<&Media, Problem> {
        self.state
            .media
            .get(self.account, id, self.state.now())
            .filter(|media| media.kind == kind)
            .ok_or_else(|| {
                let name = kind.as_str();
                Problem::new(
                    format!("No {name} file has this media id."),
                    format!("media_id 对应的 {name} 文件不存在。"),
                )
            })
    }

    /// Creates the thumbnail of a video: a grey square. The platform uses the first frame.
    fn thumb_of(&mut self, video: &MediaId) -> MediaId {
        let expires = self.state.media.get_any(video).map(|media| media.expires);
        let now = self.state.now();
        let id = MediaId::new(self.state.ids.media_id());
        let media = Media {
            id: id.clone(),
            account: self.account.clone(),
            kind: MediaKind::Thumb,
            name: "thumb.gif".to_owned(),
            mime: "image/gif".to_owned(),
            content: bytes::Bytes::from_static(GREY_SQUARE),
            expires: expires.unwrap_or(now),
        };
        self.state.media.insert(media, now);
        id
    }

    /// The name of the button with this text in this field. If there is none, the text itself.
    fn button_name(&self, field: &str, text: &str) -> String {
        let menu = self.state.account(self.account).and_then(|account| account.menu.as_deref());
        menu.and_then(|menu| {
            event::find_button(menu, &|name, value| name == field && value == text)
        })
        .and_then(|button| button.get("name")?.as_str())
        .unwrap_or(text)
        .to_owned()
    }
}

/// A GIF with one grey pixel.
const GREY_SQUARE: &[u8] = &[
    0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc,
    0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b,
];

/// The URL of a file for the page.
fn page_url(id: &MediaId) -> String {
    format!("/_/api/media/{id}")
}

fn with(inbound: Inbound, name: &str, text: &str) -> Inbound {
    let mut fields: Map = inbound.fields().clone();
    fields.set(name, Node::from(text));
    Inbound::from_fields(fields, inbound.format())
}
