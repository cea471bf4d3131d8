//! The limits of one message on each channel: the one table that both bot and emulator use.
//!
//! A comment at each number says how certain it is: *confirmed* (an official page, or two
//! independent sources), *one source*, or *assumed*. An assumed number is the cautious
//! interpretation. The platform may change any of them.

use std::time::Duration;

use crate::Product;

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// A way to send a message to a user or a chat.
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
    /// A message of a WeCom app to a group chat that it created (群聊会话).
    WorkAppChat,
    /// A message to a customer of WeCom customer service (微信客服).
    WorkKf,
    /// The one message that a code in an event of WeCom customer service allows (欢迎语 and others).
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
    /// All channels.
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

    /// The channel of passive replies.
    pub const fn passive(product: Product) -> Self {
        match product {
            Product::Official => Self::OfficialPassive,
            Product::Mini => Self::MiniPassive,
            Product::Work => Self::WorkPassive,
        }
    }

    /// The channel of messages to one user that do not answer a push: customer-service messages, or
    /// app messages in WeCom.
    pub const fn active(product: Product) -> Self {
        match product {
            Product::Official => Self::OfficialCustomerService,
            Product::Mini => Self::MiniCustomerService,
            Product::Work => Self::WorkApp,
        }
    }
}

/// The kind of a message, independent of its name on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageKind {
    /// Plain text.
    Text,
    /// Markdown text.
    Markdown,
    /// Markdown text that grows while the user reads it (流式消息).
    Stream,
    /// An uploaded image.
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
    /// Articles stored on the platform (`mpnews`, `mpnewsarticle`).
    Article,
    /// A card with a text and a link (`textcard`).
    TextCard,
    /// A card with structured parts and buttons (模板卡片).
    TemplateCard,
    /// A link.
    Link,
    /// A page of a Mini Program.
    MiniProgram,
    /// A question with answers to tap (菜单消息).
    Menu,
    /// A location on the map.
    Location,
    /// A coupon (卡券).
    Coupon,
    /// A member's business card (名片).
    BusinessCard,
    /// A customer acquisition link (获客链接).
    AcquisitionLink,
    /// Hands the conversation over to a human in the customer-service console.
    TransferCustomerService,
    /// Updates the button or card that was tapped.
    CardUpdate,
    /// Answers an event that is a question.
    EventAnswer,
}

/// The kind of an uploaded file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileKind {
    /// An image.
    Image,
    /// A voice message.
    Voice,
    /// A video.
    Video,
    /// The still picture of a video or the cover of music.
    Thumb,
    /// Any file.
    File,
}

/// The limits of an uploaded file of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileLimits {
    /// The kind of the file.
    pub kind: FileKind,
    /// The smallest size in bytes.
    pub min_bytes: usize,
    /// The largest size in bytes.
    pub max_bytes: usize,
    /// The longest playing time; `None` if the platform states no limit.
    pub max_duration: Option<Duration>,
    /// The file name extensions that are accepted, in lower case; any if empty.
    pub extensions: &'static [&'static str],
}

impl FileLimits {
    /// Files of `kind` in any format, with 1 to `max_bytes` bytes.
    pub const fn new(kind: FileKind, max_bytes: usize) -> Self {
        Self { kind, min_bytes: 1, max_bytes, max_duration: None, extensions: &[] }
    }

    /// Sets the smallest size in bytes.
    #[must_use]
    pub const fn with_min_bytes(mut self, bytes: usize) -> Self {
        self.min_bytes = bytes;
        self
    }

    /// Sets the file name extensions that are accepted, in lower case.
    #[must_use]
    pub const fn with_extensions(mut self, extensions: &'static [&'static str]) -> Self {
        self.extensions = extensions;
        self
    }

    /// Sets the longest playing time.
    #[must_use]
    pub const fn with_max_duration(mut self, duration: Duration) -> Self {
        self.max_duration = Some(duration);
        self
    }
}

/// The limits of one message on one channel.
///
/// ```
/// use weixin_protocol::{MessageChannel, MessageKind, MessageLimits, Product};
///
/// let limits = MessageLimits::of(MessageChannel::passive(Product::Official));
/// assert_eq!((limits.text_bytes, limits.cards), (Some(2048), Some(1)));
/// assert!(!limits.carries(MessageKind::File));
///
/// // A channel of your own.
/// let terminal = MessageLimits::new(&[MessageKind::Text]).with_text_bytes(80);
/// assert_eq!(terminal.cards, None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MessageLimits {
    /// The kinds of messages that the channel carries. No others can be sent on it.
    pub kinds: &'static [MessageKind],
    /// The longest plain text, in bytes of UTF-8 (not characters); `None` if there is no limit or
    /// no text.
    pub text_bytes: Option<usize>,
    /// The longest Markdown text, streams included, in bytes of UTF-8. `None` if there is no limit
    /// or no Markdown.
    pub markdown_bytes: Option<usize>,
    /// How many cards ([`News`](MessageKind::News)) or articles one message may have; `None` if
    /// there is no limit or no such message.
    pub cards: Option<usize>,
    /// The limits of files that are uploaded for this channel. Empty if the channel carries no
    /// files, or if they are not known.
    pub files: &'static [FileLimits],
}

impl MessageLimits {
    /// A channel that carries these kinds of messages, without limits.
    pub const fn new(kinds: &'static [MessageKind]) -> Self {
        Self { kinds, text_bytes: None, markdown_bytes: None, cards: None, files: &[] }
    }

    /// Sets the longest plain text, in bytes of UTF-8.
    #[must_use]
    pub const fn with_text_bytes(mut self, bytes: usize) -> Self {
        self.text_bytes = Some(bytes);
        self
    }

    /// Sets the longest Markdown text, in bytes of UTF-8.
    #[must_use]
    pub const fn with_markdown_bytes(mut self, bytes: usize) -> Self {
        self.markdown_bytes = Some(bytes);
        self
    }

    /// Sets the largest number of cards in one message.
    #[must_use]
    pub const fn with_cards(mut self, cards: usize) -> Self {
        self.cards = Some(cards);
        self
    }

    /// Sets the limits of files.
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

    /// Whether the channel carries messages of this kind.
    pub fn carries(&self, kind: MessageKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Whether the channel carries text that grows while the user reads it.
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

// Confirmed, except for the images of Mini Programs: one note says 2 MB.
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

// Confirmed. Images are sent inside the message.
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

// Text: one source, an observation; the platform's page states no number. Cards: confirmed, one
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
const MINI_PASSIVE: MessageLimits =
    MessageLimits::new(&[M::TransferCustomerService, M::EventAnswer]);

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

// Confirmed. The platform truncates a longer text.
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

// Kinds: confirmed; which of the two depends on the event. Text: assumed.
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

// Confirmed. Plain text is accepted only as a welcome message (assumed: as long as a stream).
const AI_BOT_PASSIVE: MessageLimits =
    MessageLimits::new(&[M::Text, M::Stream, M::TemplateCard, M::CardUpdate])
        .with_text_bytes(20_480)
        .with_markdown_bytes(20_480);

// Confirmed.
const AI_BOT_RESPONSE_URL: MessageLimits =
    MessageLimits::new(&[M::Markdown, M::TemplateCard]).with_markdown_bytes(20_480);

// Confirmed. A plain text is rejected (40008).
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
