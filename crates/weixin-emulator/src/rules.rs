//! The platform's rules, as data. Each account has its own copy, so that a test can change one.

use std::{collections::BTreeMap, time::Duration};

use weixin_protocol::{FileKind, MessageChannel, MessageLimits, Product};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const MEGABYTE: usize = 1024 * 1024;

/// The rules an account lives by. The defaults are what the platform documents or what has been
/// observed of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rules {
    /// Pushes and passive replies.
    pub push: PushRules,
    /// Customer-service messages.
    pub windows: WindowRules,
    /// Access tokens.
    pub tokens: TokenRules,
    /// Temporary media.
    pub media: MediaRules,
    /// The menu.
    pub menu: MenuRules,
    /// Tags of followers.
    pub tags: TagRules,
    /// Template and subscription messages.
    pub templates: TemplateRules,
    /// QR codes with a scene.
    pub qrcodes: QrCodeRules,
    /// Corporations in WeCom.
    pub corp: CorpRules,
    /// How often a day each endpoint may be called.
    pub quotas: QuotaRules,
    /// How many openids stand on a page of a list of followers.
    pub page_size: usize,
}

/// Pushes and passive replies.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PushRules {
    /// How often an unanswered push is delivered in all; the push class decides if `None`. The
    /// platform's documentation can be read as two, three or four.
    pub deliveries: Option<u8>,
    /// How far apart deliveries are when the bot fails before the deadline.
    pub spacing: Duration,
    /// After how many failed deliveries in a row the platform stops pushing; never if zero.
    pub block_after: u32,
    /// For how long it stops.
    pub block_for: Duration,
    /// How much of an answer is read, in bytes.
    pub answer_bytes: usize,
    /// How long a passive text may be, in bytes.
    pub text_bytes: usize,
    /// How many articles a passive news reply may have.
    pub articles: usize,
    /// Whether repeats are the first delivery again, byte for byte, instead of the same message
    /// with a new nonce and timestamp, other blanks and another order of its fields. The platform
    /// never does that; networks and proxies do.
    pub identical_repeats: bool,
    /// Cuts connections while the bot is still at work on its answer.
    pub cut: Option<CutRule>,
}

/// Which deliveries of a push are cut, and when: the connection is closed without an answer, as when
/// a network fails. The platform then repeats the push.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CutRule {
    /// How long after it was sent. A bot that has answered by then is not disturbed.
    pub after: Duration,
    /// How many deliveries, from the first one on.
    pub deliveries: u8,
}

/// How many customer-service messages an act of a person allows, and for how long. A later act of
/// the same kind begins anew.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WindowRules {
    /// They sent a message.
    pub message: Window,
    /// They tapped a menu button (of type `click` or `scancode_…`), or an item of a menu message.
    pub menu: Window,
    /// They began to follow.
    pub follow: Window,
    /// They scanned a QR code.
    pub scan: Window,
    /// They opened the customer-service chat of a Mini Program.
    pub enter: Window,
}

/// One such window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// How many messages.
    pub messages: u32,
    /// For how long.
    pub lasts: Duration,
}

/// Access tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenRules {
    /// How long a token lives.
    pub lifetime: Duration,
    /// How long the previous token still works after a call of `/cgi-bin/token`, and how long
    /// before its end a stable token is replaced.
    pub overlap: Duration,
    /// How often a day `/cgi-bin/token` may be called.
    pub calls_per_day: u32,
    /// How often a month the day's quota may be started anew.
    pub clears_per_month: u32,
    /// How often a day a stable token may be forced.
    pub forced_per_day: u32,
    /// How far apart two forced refreshes must be; an earlier one changes nothing.
    pub forced_interval: Duration,
}

/// Temporary media. Sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MediaRules {
    /// How long a file is kept.
    pub lifetime: Duration,
    /// The largest picture.
    pub image_bytes: usize,
    /// The largest voice message.
    pub voice_bytes: usize,
    /// The largest video.
    pub video_bytes: usize,
    /// The largest thumbnail.
    pub thumb_bytes: usize,
    /// The largest file (WeCom).
    pub file_bytes: usize,
    /// The smallest file of any kind.
    pub min_bytes: usize,
}

impl MediaRules {
    /// What the table of limits says. A kind of file that the product does not take has a limit of
    /// 0 bytes.
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

/// The menu.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MenuRules {
    /// How many buttons the bar may have.
    pub buttons: usize,
    /// How many buttons may stand below one of them.
    pub sub_buttons: usize,
    /// How long a name in the bar may be, in bytes.
    pub name_bytes: usize,
    /// How long a name below may be, in bytes.
    pub sub_name_bytes: usize,
    /// How long a key may be, in bytes.
    pub key_bytes: usize,
    /// How long an address may be, in bytes.
    pub url_bytes: usize,
}

/// Tags of followers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TagRules {
    /// How many tags an account may make.
    pub max: usize,
    /// How long a name may be, in characters.
    pub name_chars: usize,
    /// How many tags a follower may have.
    pub max_per_follower: usize,
    /// How many followers one call may tag.
    pub batch: usize,
    /// How many followers a tag may have and still be deleted at once.
    pub followers_to_delete: usize,
}

/// Template and subscription messages.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TemplateRules {
    /// How many templates an account may have.
    pub max: usize,
    /// How long an account stays in its trades.
    pub industry_interval: Duration,
    /// How many forms of subscription messages an account may have.
    pub max_subscriptions: usize,
    /// How many places such a form has at least.
    pub min_fields: usize,
    /// How many it has at most.
    pub max_fields: usize,
    /// For how long the sender's name for a message keeps it from being sent twice.
    pub repeat_within: Duration,
}

/// QR codes with a scene.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QrCodeRules {
    /// How long a temporary code lives if its maker does not say.
    pub default_lifetime: Duration,
    /// How long it may live at most.
    pub max_lifetime: Duration,
    /// How many permanent codes an account may make.
    pub permanent: usize,
    /// The largest number of a permanent code.
    pub max_permanent_id: u32,
    /// How long a text may be, in characters.
    pub text_chars: usize,
    /// How many codes of a Mini Program may be drawn, of the two kinds that are counted.
    pub limited_program_codes: usize,
}

/// Corporations in WeCom.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CorpRules {
    /// How long the name of a department may be, in characters.
    pub department_chars: usize,
    /// How deep departments may lie, the corporation itself being the first.
    pub department_depth: usize,
    /// How many messages of the app reach a member in a minute; what is more is dropped silently.
    pub messages_per_minute: usize,
    /// The same in an hour.
    pub messages_per_hour: usize,
    /// For how long a message can be taken back.
    pub recall_within: Duration,
    /// For how long a repeat of a message is recognised if its sender wants that.
    pub repeat_within: Duration,
    /// For how long at most.
    pub max_repeat_within: Duration,
}

/// How often a day an account may call each endpoint, by path; without end what is not listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotaRules {
    /// The quotas. That of `/cgi-bin/token` is in [`TokenRules`].
    pub daily: BTreeMap<String, u32>,
}

/// What a new Official Account is given.
const DAILY: &[(&str, u32)] = &[
    ("/cgi-bin/menu/create", 1000),
    ("/cgi-bin/menu/get", 10_000),
    ("/cgi-bin/menu/delete", 1000),
    ("/cgi-bin/message/custom/send", 500_000),
    ("/cgi-bin/message/template/send", 100_000),
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
        let brief = Window { messages: 3, lasts: MINUTE };
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
                cut: None,
            },
            windows: WindowRules {
                message: Window { messages: 5, lasts: 48 * HOUR },
                menu: brief,
                follow: brief,
                scan: brief,
                enter: Window { messages: 2, lasts: MINUTE },
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
                permanent: 100_000,
                max_permanent_id: 100_000,
                text_chars: 64,
                limited_program_codes: 100_000,
            },
            corp: CorpRules {
                department_chars: 64,
                department_depth: 15,
                messages_per_minute: 30,
                messages_per_hour: 1000,
                recall_within: 24 * HOUR,
                repeat_within: 30 * MINUTE,
                max_repeat_within: 4 * HOUR,
            },
            quotas: QuotaRules {
                daily: DAILY.iter().map(|(path, calls)| ((*path).to_owned(), *calls)).collect(),
            },
            page_size: 10_000,
        }
    }
}

impl Rules {
    /// The rules of WeCom apps, where they differ.
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
