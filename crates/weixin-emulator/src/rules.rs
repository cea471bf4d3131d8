//! The platform's limits and timings. Each account has its own copy, which tests can change.

use std::{collections::BTreeMap, time::Duration};

use weixin_mini::security::{ContentLabel, Suggestion};
use weixin_protocol::{
    FileKind, MessageChannel, MessageLimits, Product, SendRate, SendWindow, WindowAction,
};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const MEGABYTE: usize = 1024 * 1024;

/// The limits and timings that apply to an account. The defaults are the documented or observed
/// values of the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rules {
    /// Pushes and passive replies.
    pub push: PushRules,
    /// The reply windows of customer-service messages (客服消息).
    pub windows: WindowRules,
    /// Access tokens and their quotas.
    pub tokens: TokenRules,
    /// Temporary media (临时素材).
    pub media: MediaRules,
    /// The custom menu (自定义菜单).
    pub menu: MenuRules,
    /// Tags of followers (用户标签).
    pub tags: TagRules,
    /// Template and subscription messages.
    pub templates: TemplateRules,
    /// QR codes with a scene (带参数的二维码), and Mini Program codes.
    pub qrcodes: QrCodeRules,
    /// Contacts and messages of WeCom.
    pub corp: CorpRules,
    /// Daily quotas of API calls.
    pub quotas: QuotaRules,
    /// Content security (内容安全). Mini Programs only.
    pub content: ContentRules,
    /// The number of openids per page of a follower list.
    pub page_size: usize,
}

/// What content security (内容安全) says about texts and files.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContentRules {
    /// The first rule that fits decides. By default the platform's own sample of a text is risky, as is everything
    /// that contains `risky` or `违规`, and `review` or `疑似` is to be reviewed. All other content may be shown.
    pub rules: Vec<ContentRule>,
    /// Parts of addresses from which files cannot be downloaded.
    pub unreachable: Vec<String>,
}

/// What is said about content that contains a text; of files it is the address that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContentRule {
    /// The text.
    pub contains: String,
    /// What to do with the content.
    pub suggest: Suggestion,
    /// The kind of violation.
    pub label: ContentLabel,
}

impl ContentRule {
    /// A rule for content that contains this text.
    pub fn new(contains: impl Into<String>, suggest: Suggestion, label: ContentLabel) -> Self {
        Self { contains: contains.into(), suggest, label }
    }
}

impl Default for ContentRules {
    fn default() -> Self {
        let risky = |text| ContentRule::new(text, Suggestion::Risky, ContentLabel::Crime);
        let review = |text| ContentRule::new(text, Suggestion::Review, ContentLabel::Vulgar);
        Self {
            rules: vec![
                risky("特3456书yuuo莞6543李zxcz蒜7782法fgnv级"),
                risky("risky"),
                risky("违规"),
                review("review"),
                review("疑似"),
            ],
            unreachable: Vec::new(),
        }
    }
}

/// Rules of pushes and passive replies (被动回复).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PushRules {
    /// How many times an unanswered push is delivered in total. `None`: as the push class says. The
    /// platform's documentation is ambiguous: it can be read as two, three or four.
    pub deliveries: Option<u8>,
    /// The interval between deliveries if the bot fails before the deadline.
    pub spacing: Duration,
    /// The number of consecutive failed deliveries after which the platform pauses pushing. 0:
    /// never. The platform only documents that it does so after "many" failures (MarkFail), and only
    /// for Official Accounts; the default of 10 is a choice of the emulator.
    pub block_after: u32,
    /// How long pushing is paused. The documented time is one minute.
    pub block_for: Duration,
    /// The maximum size of a response, in bytes.
    pub answer_bytes: usize,
    /// The maximum length of a text in a passive reply, in bytes.
    pub text_bytes: usize,
    /// The maximum number of articles in a passive news reply.
    pub articles: usize,
    /// Whether retries repeat the first delivery byte for byte, as networks and proxies do. The
    /// platform itself sends the same message with a new nonce and timestamp, different whitespace
    /// and a different order of fields.
    pub identical_repeats: bool,
    /// The addresses from which the platform says that pushes come (`getcallbackip`). The emulator is on
    /// this machine, so these are the loopback addresses. A bot in the same process is told that a push
    /// comes from `127.0.0.1`.
    pub addresses: Vec<String>,
    /// Closes connections while the bot is still working on its response. `None`: never.
    pub cut: Option<CutRule>,
}

/// Simulates network failures: the connection of a delivery is closed before the bot has responded.
/// The platform then retries the push.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CutRule {
    /// How long after sending the connection is closed. A bot that has responded by then is not
    /// affected.
    pub after: Duration,
    /// The number of deliveries that are affected, starting with the first.
    pub deliveries: u8,
}

/// How many customer-service messages each kind of action permits, and for how long. A later action
/// of the same kind restarts its window.
///
/// The numbers are those of the platform's documentation since June 2023. It does not say whether the
/// windows of different actions add up; here they do, and a message uses up the window that closes
/// first. The window after a payment is not emulated.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WindowRules {
    /// After the person sent a message.
    pub message: Window,
    /// After the person tapped a menu button (of type `click` or `scancode_…`) or an item of a menu
    /// message.
    pub menu: Window,
    /// After the person followed the account.
    pub follow: Window,
    /// After the person scanned a QR code.
    pub scan: Window,
    /// After the person opened the customer-service chat of a Mini Program.
    pub enter: Window,
}

/// A reply window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The number of messages.
    pub messages: u32,
    /// How long the window stays open.
    pub duration: Duration,
}

/// Rules of access tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenRules {
    /// How long a token is valid.
    pub lifetime: Duration,
    /// How long the previous token stays valid after a call of `/cgi-bin/token`, and how long
    /// before its expiry a stable token is replaced.
    pub overlap: Duration,
    /// The maximum number of calls of `/cgi-bin/token` per day.
    pub calls_per_day: u32,
    /// The maximum number of quota resets (清空接口调用次数) per month.
    pub clears_per_month: u32,
    /// The maximum number of forced refreshes of the stable token per day.
    pub forced_per_day: u32,
    /// The minimum interval between two forced refreshes; an earlier one returns the present token.
    pub forced_interval: Duration,
}

/// Rules of temporary media. Sizes are in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MediaRules {
    /// How long a file is available.
    pub lifetime: Duration,
    /// The maximum size of a picture.
    pub image_bytes: usize,
    /// The maximum size of a voice message.
    pub voice_bytes: usize,
    /// The maximum size of a video.
    pub video_bytes: usize,
    /// The maximum size of a thumbnail.
    pub thumb_bytes: usize,
    /// The maximum size of a file (WeCom).
    pub file_bytes: usize,
    /// The minimum size of a file of any kind.
    pub min_bytes: usize,
}

impl MediaRules {
    /// The values of [`MessageLimits`]. A kind of file that the product does not accept has a limit
    /// of 0 bytes.
    fn of(product: Product) -> Self {
        let limits = MessageLimits::of(MessageChannel::active(product));
        let max = |kind| limits.file(kind).map_or(0, |file| file.max_bytes);
        Self {
            lifetime: 3 * DAY,
            image_bytes: max(FileKind::Image),
            voice_bytes: max(FileKind::Voice),
            video_bytes: max(FileKind::Video),
            thumb_bytes: max(FileKind::Thumb),
            file_bytes: max(FileKind::File),
            min_bytes: limits.files.iter().map(|file| file.min_bytes).min().unwrap_or(1),
        }
    }
}

/// Rules of the custom menu.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MenuRules {
    /// The maximum number of top-level buttons.
    pub buttons: usize,
    /// The maximum number of buttons in a sub-menu.
    pub sub_buttons: usize,
    /// The maximum length of the name of a top-level button, in bytes.
    pub name_bytes: usize,
    /// The maximum length of the name of a sub-menu button, in bytes.
    pub sub_name_bytes: usize,
    /// The maximum length of a key, in bytes.
    pub key_bytes: usize,
    /// The maximum length of a URL, in bytes.
    pub url_bytes: usize,
}

/// Rules of follower tags.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TagRules {
    /// The maximum number of tags that an account can create.
    pub max: usize,
    /// The maximum length of a name, in characters.
    pub name_chars: usize,
    /// The maximum number of tags per follower.
    pub max_per_follower: usize,
    /// The maximum number of followers that one call can tag.
    pub batch: usize,
    /// A tag with more followers than this cannot be deleted.
    pub followers_to_delete: usize,
}

/// Rules of template messages and subscription messages.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TemplateRules {
    /// The maximum number of message templates of an account.
    pub max: usize,
    /// The minimum interval between two changes of the account's industries (所属行业).
    pub industry_interval: Duration,
    /// The maximum number of subscription templates of an account.
    pub max_subscriptions: usize,
    /// The minimum number of keywords in a subscription template.
    pub min_fields: usize,
    /// The maximum number of keywords in a subscription template.
    pub max_fields: usize,
    /// How long a `client_msg_id` prevents the same message from being sent twice.
    pub repeat_within: Duration,
}

/// Rules of QR codes with a scene and of Mini Program codes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QrCodeRules {
    /// How long a temporary code is valid if the call specifies no duration.
    pub default_lifetime: Duration,
    /// The maximum validity of a temporary code.
    pub max_lifetime: Duration,
    /// The maximum number of permanent codes of an account.
    pub max_permanent: usize,
    /// The maximum scene id of a permanent code.
    pub max_permanent_id: u32,
    /// The maximum length of a scene string, in characters.
    pub text_chars: usize,
    /// The maximum number of limited Mini Program codes, which two endpoints share.
    pub limited_program_codes: usize,
}

/// Rules of contacts and app messages in WeCom.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CorpRules {
    /// The maximum length of a department name, in characters.
    pub department_chars: usize,
    /// The maximum depth of the department tree, including the root.
    pub department_depth: usize,
    /// The maximum number of app messages that reach a member per minute. Further messages are
    /// dropped silently.
    pub messages_per_minute: usize,
    /// The maximum number of app messages that reach a member per hour.
    pub messages_per_hour: usize,
    /// How long a message can be recalled (撤回).
    pub recall_within: Duration,
    /// The default interval of the duplicate check (重复消息检查).
    pub repeat_within: Duration,
    /// The maximum interval of the duplicate check.
    pub max_repeat_within: Duration,
}

/// The daily quotas of an account, by path. Endpoints that are not listed are unlimited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotaRules {
    /// The maximum number of calls per day, by path. The quota of `/cgi-bin/token` is in
    /// [`TokenRules`].
    pub daily: BTreeMap<String, u32>,
}

/// The quotas of a new Official Account.
const DAILY: &[(&str, u32)] = &[
    ("/cgi-bin/menu/create", 1000),
    ("/cgi-bin/menu/get", 10_000),
    ("/cgi-bin/menu/delete", 1000),
    ("/cgi-bin/message/custom/send", 500_000),
    ("/cgi-bin/message/template/send", 100_000),
    ("/cgi-bin/message/mass/preview", 100),
    ("/cgi-bin/qrcode/create", 100_000),
    ("/cgi-bin/media/upload", 100_000),
    ("/cgi-bin/media/get", 200_000),
    ("/cgi-bin/user/get", 500),
    ("/cgi-bin/user/info", 5_000_000),
    ("/cgi-bin/user/info/updateremark", 10_000),
];

impl Default for Rules {
    fn default() -> Self {
        let passive = MessageLimits::of(MessageChannel::passive(Product::Official));
        let window = |action| {
            let channel = MessageChannel::OfficialCustomerService;
            let SendWindow { messages, within, .. } = SendWindow::after(channel, action);
            Window { messages, duration: within }
        };
        Self {
            push: PushRules {
                deliveries: None,
                spacing: 5 * SECOND,
                block_after: 10,
                block_for: MINUTE,
                answer_bytes: MEGABYTE,
                text_bytes: passive.text_bytes.unwrap_or(usize::MAX),
                articles: passive.cards.unwrap_or(usize::MAX),
                identical_repeats: false,
                addresses: vec!["127.0.0.1".to_owned(), "::1".to_owned()],
                cut: None,
            },
            windows: WindowRules {
                message: window(WindowAction::Message),
                menu: window(WindowAction::Menu),
                follow: window(WindowAction::Follow),
                scan: window(WindowAction::Scan),
                enter: window(WindowAction::Enter),
            },
            tokens: TokenRules {
                lifetime: 2 * HOUR,
                overlap: 5 * MINUTE,
                calls_per_day: 2000,
                clears_per_month: 10,
                forced_per_day: 20,
                forced_interval: 30 * SECOND,
            },
            media: MediaRules::of(Product::Official),
            menu: MenuRules {
                buttons: 3,
                sub_buttons: 5,
                name_bytes: 16,
                sub_name_bytes: 60,
                key_bytes: 128,
                url_bytes: 1024,
            },
            tags: TagRules {
                max: 100,
                name_chars: 30,
                max_per_follower: 20,
                batch: 50,
                followers_to_delete: 100_000,
            },
            templates: TemplateRules {
                max: 25,
                industry_interval: 30 * DAY,
                max_subscriptions: 50,
                min_fields: 2,
                max_fields: 5,
                repeat_within: 10 * MINUTE,
            },
            qrcodes: QrCodeRules {
                default_lifetime: MINUTE,
                max_lifetime: 30 * DAY,
                max_permanent: 100_000,
                max_permanent_id: 100_000,
                text_chars: 64,
                limited_program_codes: 100_000,
            },
            corp: CorpRules {
                department_chars: 64,
                department_depth: 15,
                messages_per_minute: SendRate::of(MessageChannel::WorkApp)
                    .and_then(|rate| usize::try_from(rate.messages).ok())
                    .unwrap_or(usize::MAX),
                messages_per_hour: 1000,
                recall_within: 24 * HOUR,
                repeat_within: 30 * MINUTE,
                max_repeat_within: 4 * HOUR,
            },
            quotas: QuotaRules {
                daily: DAILY.iter().map(|(path, calls)| ((*path).to_owned(), *calls)).collect(),
            },
            content: ContentRules::default(),
            page_size: 10_000,
        }
    }
}

impl Rules {
    /// The default rules of a WeCom app.
    pub(crate) fn of_work() -> Self {
        let mut rules = Self::default();
        let passive = MessageLimits::of(MessageChannel::passive(Product::Work));
        rules.push.text_bytes = passive.text_bytes.unwrap_or(usize::MAX);
        rules.push.articles = passive.cards.unwrap_or(usize::MAX);
        rules.media = MediaRules::of(Product::Work);
        rules.quotas = QuotaRules::default();
        rules
    }
}
