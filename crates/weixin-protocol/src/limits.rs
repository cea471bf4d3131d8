//! What one message may carry, for each channel that messages travel by: the one table of limits
//! that bot and emulator read.
//!
//! How sure a number is stands beside it: *confirmed* (an official page, or two independent
//! sources), *one source*, or *assumed*. An assumed number is the cautious reading. Nothing here is
//! a promise of the platform.

use std::time::Duration;

use crate::Product;

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// A way for a message to reach a person or a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageChannel {
    /// The answer to a push of an Official Account (被动回复).
    OfficialPassive,
    /// The answer to a push of a Mini Program.
    MiniPassive,
    /// The answer to a push of a WeCom app.
    WorkPassive,
    /// A customer-service message of an Official Account (客服消息).
    OfficialCustomerService,
    /// A customer-service message of a Mini Program.
    MiniCustomerService,
    /// A message of a WeCom app to members (应用消息).
    WorkApp,
    /// A message of a WeCom app to a group chat it made (群聊会话).
    WorkAppChat,
    /// A message to a customer of WeCom customer service (微信客服).
    WorkKf,
    /// The one message that a code from an event of WeCom customer service allows (欢迎语 and others).
    WorkKfOnEvent,
    /// A message of a group robot (群机器人), by its webhook.
    WorkGroupRobot,
    /// The answer to a message to a WeCom AI bot (智能机器人) in callback mode.
    AiBotPassive,
    /// A message of a WeCom AI bot to the `response_url` of a message.
    AiBotResponseUrl,
    /// The answer of a WeCom AI bot on a long connection (`aibot_respond_msg`).
    AiBotReply,
    /// A message that a WeCom AI bot sends by itself on a long connection (`aibot_send_msg`).
    AiBotPush,
}

impl MessageChannel {
    /// Every channel there is.
    pub const ALL: [MessageChannel; 14] = [
        Self::OfficialPassive,
        Self::MiniPassive,
        Self::WorkPassive,
        Self::OfficialCustomerService,
        Self::MiniCustomerService,
        Self::WorkApp,
        Self::WorkAppChat,
        Self::WorkKf,
        Self::WorkKfOnEvent,
        Self::WorkGroupRobot,
        Self::AiBotPassive,
        Self::AiBotResponseUrl,
        Self::AiBotReply,
        Self::AiBotPush,
    ];

    /// The channel of answers to pushes.
    pub const fn passive(product: Product) -> Self {
        match product {
            Product::Official => Self::OfficialPassive,
            Product::Mini => Self::MiniPassive,
            Product::Work => Self::WorkPassive,
        }
    }

    /// The channel of messages to a single person that need no push: customer-service messages, in
    /// WeCom app messages.
    pub const fn active(product: Product) -> Self {
        match product {
            Product::Official => Self::OfficialCustomerService,
            Product::Mini => Self::MiniCustomerService,
            Product::Work => Self::WorkApp,
        }
    }
}

/// What a message is, whatever a channel calls it on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageKind {
    /// A plain text.
    Text,
    /// A text in Markdown.
    Markdown,
    /// A text that grows while it is read (流式消息), in Markdown.
    Stream,
    /// An uploaded picture.
    Image,
    /// An uploaded voice message.
    Voice,
    /// An uploaded video.
    Video,
    /// Any uploaded file.
    File,
    /// Music by link.
    Music,
    /// Cards that open web pages (图文).
    News,
    /// Articles kept at the platform (`mpnews`, `mpnewsarticle`).
    Article,
    /// A card with a text and a link (`textcard`).
    TextCard,
    /// A card with parts and buttons (模板卡片).
    TemplateCard,
    /// A link.
    Link,
    /// A page of a Mini Program.
    MiniProgram,
    /// A question with answers to tap (菜单消息).
    Menu,
    /// A place on the map.
    Location,
    /// A coupon (卡券).
    Coupon,
    /// A member's business card (名片).
    BusinessCard,
    /// A link of customer acquisition (获客链接).
    AcquisitionLink,
    /// Hands the conversation to a human in the customer-service console.
    TransferCustomerService,
    /// Changes the button or card that was tapped.
    CardUpdate,
}

/// What a file is uploaded as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileKind {
    /// A picture.
    Image,
    /// A voice message.
    Voice,
    /// A video.
    Video,
    /// The still picture of a video or of music.
    Thumb,
    /// Any file.
    File,
}

/// The limits of an uploaded file of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileLimits {
    /// What it is uploaded as.
    pub kind: FileKind,
    /// The smallest size in bytes.
    pub min_bytes: usize,
    /// The largest size in bytes.
    pub max_bytes: usize,
    /// The longest it may play, where the platform says so.
    pub max_duration: Option<Duration>,
    /// The endings of names that are taken, in lower case; any if empty.
    pub extensions: &'static [&'static str],
}

impl FileLimits {
    /// Files of `kind` with up to `max_bytes` bytes and at least one, of any format.
    pub const fn new(kind: FileKind, max_bytes: usize) -> Self {
        Self { kind, min_bytes: 1, max_bytes, max_duration: None, extensions: &[] }
    }

    /// With a smallest size in bytes.
    #[must_use]
    pub const fn with_min_bytes(mut self, bytes: usize) -> Self {
        self.min_bytes = bytes;
        self
    }

    /// With the endings of names that are taken, in lower case.
    #[must_use]
    pub const fn with_extensions(mut self, extensions: &'static [&'static str]) -> Self {
        self.extensions = extensions;
        self
    }

    /// With the longest it may play.
    #[must_use]
    pub const fn with_max_duration(mut self, duration: Duration) -> Self {
        self.max_duration = Some(duration);
        self
    }
}

/// What one message may carry on one channel.
///
/// ```
/// use weixin_protocol::{MessageChannel, MessageKind, MessageLimits, Product};
///
/// let limits = MessageLimits::of(MessageChannel::passive(Product::Official));
/// assert_eq!((limits.text_bytes, limits.cards), (Some(2048), Some(1)));
/// assert!(!limits.carries(MessageKind::File));
///
/// // A channel of one's own.
/// let terminal = MessageLimits::new(&[MessageKind::Text]).with_text_bytes(80);
/// assert_eq!(terminal.cards, None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MessageLimits {
    /// What a message can be. What is not in it cannot be sent on this channel.
    pub kinds: &'static [MessageKind],
    /// The longest plain text, in bytes of UTF-8 (never characters); `None` if there is no limit
    /// or no text.
    pub text_bytes: Option<usize>,
    /// The longest text in Markdown, in bytes of UTF-8; a stream's is the same. `None` if there is
    /// no limit or no Markdown.
    pub markdown_bytes: Option<usize>,
    /// How many cards ([`News`](MessageKind::News)) or articles one message may have; `None` if
    /// there is no limit or no such message.
    pub cards: Option<usize>,
    /// What a file that is sent on this channel must be when it is uploaded. Empty if the channel
    /// carries no files, or if nothing is known.
    pub files: &'static [FileLimits],
}

impl MessageLimits {
    /// A channel that carries these kinds of messages, without limits.
    pub const fn new(kinds: &'static [MessageKind]) -> Self {
        Self { kinds, text_bytes: None, markdown_bytes: None, cards: None, files: &[] }
    }

    /// With a longest text, in bytes of UTF-8.
    #[must_use]
    pub const fn with_text_bytes(mut self, bytes: usize) -> Self {
        self.text_bytes = Some(bytes);
        self
    }

    /// With a longest text in Markdown, in bytes of UTF-8.
    #[must_use]
    pub const fn with_markdown_bytes(mut self, bytes: usize) -> Self {
        self.markdown_bytes = Some(bytes);
        self
    }

    /// With a largest number of cards in one message.
    #[must_use]
    pub const fn with_cards(mut self, cards: usize) -> Self {
        self.cards = Some(cards);
        self
    }

    /// With limits of files.
    #[must_use]
    pub const fn with_files(mut self, files: &'static [FileLimits]) -> Self {
        self.files = files;
        self
    }

    /// The limits of one of the platform's channels.
    pub const fn of(channel: MessageChannel) -> &'static Self {
        match channel {
            MessageChannel::OfficialPassive => &OFFICIAL_PASSIVE,
            MessageChannel::MiniPassive => &MINI_PASSIVE,
            MessageChannel::WorkPassive => &WORK_PASSIVE,
            MessageChannel::OfficialCustomerService => &OFFICIAL_CUSTOMER_SERVICE,
            MessageChannel::MiniCustomerService => &MINI_CUSTOMER_SERVICE,
            MessageChannel::WorkApp => &WORK_APP,
            MessageChannel::WorkAppChat => &WORK_APP_CHAT,
            MessageChannel::WorkKf => &WORK_KF,
            MessageChannel::WorkKfOnEvent => &WORK_KF_ON_EVENT,
            MessageChannel::WorkGroupRobot => &WORK_GROUP_ROBOT,
            MessageChannel::AiBotPassive => &AI_BOT_PASSIVE,
            MessageChannel::AiBotResponseUrl => &AI_BOT_RESPONSE_URL,
            MessageChannel::AiBotReply => &AI_BOT_REPLY,
            MessageChannel::AiBotPush => &AI_BOT_PUSH,
        }
    }

    /// Whether a message of this kind can be sent.
    pub fn carries(&self, kind: MessageKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Whether a text can be sent that grows while it is read.
    pub fn streams(&self) -> bool {
        self.carries(MessageKind::Stream)
    }

    /// The limits of files of this kind, if they are known.
    pub fn file(&self, kind: FileKind) -> Option<&'static FileLimits> {
        self.files.iter().find(|limits| limits.kind == kind)
    }
}

use MessageKind as M;

const MINUTE: Duration = Duration::from_secs(60);

// Confirmed, but for the pictures of Mini Programs: one note says 2 MB.
const OFFICIAL_FILES: &[FileLimits] = &[
    FileLimits::new(FileKind::Image, 10 * MIB).with_extensions(&["png", "jpeg", "jpg", "gif"]),
    FileLimits::new(FileKind::Voice, 2 * MIB)
        .with_extensions(&["amr", "mp3"])
        .with_max_duration(MINUTE),
    FileLimits::new(FileKind::Video, 10 * MIB).with_extensions(&["mp4"]),
    FileLimits::new(FileKind::Thumb, 64 * KIB).with_extensions(&["jpg"]),
];

// Confirmed. Every file must have more than 5 bytes.
const WORK_FILES: &[FileLimits] = &[
    FileLimits::new(FileKind::Image, 10 * MIB)
        .with_min_bytes(6)
        .with_extensions(&["jpg", "jpeg", "png"]),
    FileLimits::new(FileKind::Voice, 2 * MIB)
        .with_min_bytes(6)
        .with_extensions(&["amr"])
        .with_max_duration(MINUTE),
    FileLimits::new(FileKind::Video, 10 * MIB).with_min_bytes(6).with_extensions(&["mp4"]),
    FileLimits::new(FileKind::File, 20 * MIB).with_min_bytes(6),
];

// Confirmed. Pictures are sent within the message.
const ROBOT_FILES: &[FileLimits] = &[
    FileLimits::new(FileKind::Image, 2 * MIB).with_extensions(&["jpg", "jpeg", "png"]),
    FileLimits::new(FileKind::Voice, 2 * MIB)
        .with_min_bytes(6)
        .with_extensions(&["amr"])
        .with_max_duration(MINUTE),
    FileLimits::new(FileKind::File, 20 * MIB).with_min_bytes(6),
];

// Confirmed. Uploaded over the long connection.
const AI_BOT_FILES: &[FileLimits] = &[
    FileLimits::new(FileKind::Image, 10 * MIB)
        .with_min_bytes(5)
        .with_extensions(&["png", "jpg", "jpeg", "gif"]),
    FileLimits::new(FileKind::Voice, 2 * MIB).with_min_bytes(5).with_extensions(&["amr"]),
    FileLimits::new(FileKind::Video, 10 * MIB).with_min_bytes(5).with_extensions(&["mp4"]),
    FileLimits::new(FileKind::File, 20 * MIB).with_min_bytes(5),
];

// Text: one source, an observation; the platform's page gives no number. Cards: confirmed, one
// since October 2018.
const OFFICIAL_PASSIVE: MessageLimits = MessageLimits::new(&[
    M::Text,
    M::Image,
    M::Voice,
    M::Video,
    M::Music,
    M::News,
    M::TransferCustomerService,
])
.with_text_bytes(2048)
.with_cards(1)
.with_files(OFFICIAL_FILES);

// Confirmed.
const MINI_PASSIVE: MessageLimits = MessageLimits::new(&[M::TransferCustomerService]);

// Kinds: confirmed. Text: assumed, as in app messages. Cards: assumed.
const WORK_PASSIVE: MessageLimits =
    MessageLimits::new(&[M::Text, M::Image, M::Voice, M::Video, M::News, M::CardUpdate])
        .with_text_bytes(2048)
        .with_cards(8)
        .with_files(WORK_FILES);

// Text: assumed, as in passive replies. Cards: confirmed.
const OFFICIAL_CUSTOMER_SERVICE: MessageLimits = MessageLimits::new(&[
    M::Text,
    M::Image,
    M::Voice,
    M::Video,
    M::Music,
    M::News,
    M::Article,
    M::Menu,
    M::Coupon,
    M::MiniProgram,
])
.with_text_bytes(2048)
.with_cards(1)
.with_files(OFFICIAL_FILES);

// Kinds: confirmed. Text: assumed.
const MINI_CUSTOMER_SERVICE: MessageLimits =
    MessageLimits::new(&[M::Text, M::Image, M::Link, M::MiniProgram])
        .with_text_bytes(2048)
        .with_files(OFFICIAL_FILES);

// Confirmed. The platform cuts a longer text off.
const WORK_APP: MessageLimits = MessageLimits::new(&[
    M::Text,
    M::Markdown,
    M::Image,
    M::Voice,
    M::Video,
    M::File,
    M::News,
    M::Article,
    M::TextCard,
    M::TemplateCard,
    M::MiniProgram,
])
.with_text_bytes(2048)
.with_markdown_bytes(2048)
.with_cards(8)
.with_files(WORK_FILES);

// Kinds: confirmed. Lengths: assumed, as in app messages.
const WORK_APP_CHAT: MessageLimits = MessageLimits::new(&[
    M::Text,
    M::Markdown,
    M::Image,
    M::Voice,
    M::Video,
    M::File,
    M::News,
    M::Article,
    M::TextCard,
])
.with_text_bytes(2048)
.with_markdown_bytes(2048)
.with_cards(8)
.with_files(WORK_FILES);

// Confirmed; business cards: one source, SDKs.
const WORK_KF: MessageLimits = MessageLimits::new(&[
    M::Text,
    M::Image,
    M::Voice,
    M::Video,
    M::File,
    M::Link,
    M::MiniProgram,
    M::Menu,
    M::Location,
    M::BusinessCard,
    M::AcquisitionLink,
])
.with_text_bytes(2048)
.with_files(WORK_FILES);

// Kinds: confirmed; which of both depends on the event. Text: assumed.
const WORK_KF_ON_EVENT: MessageLimits =
    MessageLimits::new(&[M::Text, M::Menu]).with_text_bytes(2048);

// Confirmed.
const WORK_GROUP_ROBOT: MessageLimits = MessageLimits::new(&[
    M::Text,
    M::Markdown,
    M::Image,
    M::Voice,
    M::File,
    M::News,
    M::TemplateCard,
])
.with_text_bytes(2048)
.with_markdown_bytes(4096)
.with_cards(8)
.with_files(ROBOT_FILES);

// Confirmed. A plain text is taken as a welcome only (assumed: as long as a stream).
const AI_BOT_PASSIVE: MessageLimits =
    MessageLimits::new(&[M::Text, M::Stream, M::TemplateCard, M::CardUpdate])
        .with_text_bytes(20_480)
        .with_markdown_bytes(20_480);

// Confirmed.
const AI_BOT_RESPONSE_URL: MessageLimits =
    MessageLimits::new(&[M::Markdown, M::TemplateCard]).with_markdown_bytes(20_480);

// Confirmed. A plain text is refused (40008).
const AI_BOT_REPLY: MessageLimits = MessageLimits::new(&[
    M::Markdown,
    M::Stream,
    M::TemplateCard,
    M::Image,
    M::Voice,
    M::Video,
    M::File,
])
.with_markdown_bytes(20_480)
.with_files(AI_BOT_FILES);

// Confirmed.
const AI_BOT_PUSH: MessageLimits =
    MessageLimits::new(&[M::Markdown, M::TemplateCard, M::Image, M::Voice, M::Video, M::File])
        .with_markdown_bytes(20_480)
        .with_files(AI_BOT_FILES);
