//! The push-class table: for each kind of push its deadline, how often it is repeated, which
//! passive replies are allowed and how it is acknowledged.
//!
//! Both bot and emulator use it.

use std::time::Duration;

use crate::{Kind, Product};

/// How a push without a passive reply is acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Acknowledgement {
    /// With an empty body. The literal `success` works as well.
    Empty,
    /// With the literal `success`, and nothing else.
    Success,
    /// With `{"ErrCode":0,"ErrMsg":"success"}` in the format of the push (virtual payment). It is
    /// sent only if the notice was handled: without it the platform repeats the notice.
    Payment,
}

/// The rules for one kind of push.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PushClass {
    /// A short name for logs and tables.
    pub name: &'static str,
    /// How long the platform waits for the answer.
    pub deadline: Duration,
    /// How many times it is delivered in all if it is not answered.
    pub deliveries: u8,
    /// The `MsgType`s of the passive replies that are allowed.
    pub passive: &'static [&'static str],
    /// How it is acknowledged.
    pub acknowledgement: Acknowledgement,
    /// Whether it is acknowledged before it is handled, because its deadline is too short or no
    /// passive reply is allowed.
    pub acknowledge_first: bool,
}

impl PushClass {
    /// Whether a passive reply of this `MsgType` is allowed.
    pub fn allows(&self, msg_type: &str) -> bool {
        self.passive.contains(&msg_type)
    }

    /// Whether it may be acknowledged only once it was handled: until then the platform repeats it,
    /// and its handler runs again.
    pub fn only_if_handled(&self) -> bool {
        self.acknowledgement == Acknowledgement::Payment
    }

    /// How long the platform waits after this many failed deliveries, where it says so. After a
    /// notice of virtual payment it waits 2, 4, 8, 16… seconds (重试间隔).
    pub fn repeat_after(&self, failed: u8) -> Option<Duration> {
        let seconds = 1_u64.checked_shl(failed.into()).unwrap_or(u64::MAX);
        self.only_if_handled().then(|| Duration::from_secs(seconds))
    }
}

const OFFICIAL: &[&str] =
    &["text", "image", "voice", "video", "music", "news", "transfer_customer_service"];
const WORK: &[&str] = &["text", "image", "voice", "video", "news"];

/// The values that most classes share.
const USUAL: PushClass = PushClass {
    name: "",
    deadline: Duration::from_secs(5),
    deliveries: 3,
    passive: &[],
    acknowledgement: Acknowledgement::Empty,
    acknowledge_first: false,
};

impl PushClass {
    /// Every class.
    pub const ALL: [Self; 13] = [
        Self::OFFICIAL_MESSAGE,
        Self::OFFICIAL_EVENT,
        Self::MINI_MESSAGE,
        Self::MINI_EVENT,
        Self::MINI_PAYMENT,
        Self::MINI_CARRIER,
        Self::COMPONENT_NOTICE,
        Self::WORK_MESSAGE,
        Self::WORK_EVENT,
        Self::WORK_CARD,
        Self::WORK_TASK_CARD,
        Self::WORK_NOTICE,
        Self::WORK_SUITE,
    ];

    /// A message to an Official Account. Any passive reply may answer it.
    pub const OFFICIAL_MESSAGE: Self =
        Self { name: "official message", passive: OFFICIAL, ..USUAL };
    /// An event of an Official Account. Any passive reply may answer it.
    pub const OFFICIAL_EVENT: Self = Self { name: "official event", passive: OFFICIAL, ..USUAL };
    /// A message to a Mini Program. The only passive reply is the transfer to customer service;
    /// other answers are sent as customer-service messages.
    pub const MINI_MESSAGE: Self = Self {
        name: "mini message",
        passive: &["transfer_customer_service"],
        acknowledgement: Acknowledgement::Success,
        ..USUAL
    };
    /// An event of a Mini Program. No passive reply is allowed: it is acknowledged at once.
    pub const MINI_EVENT: Self = Self {
        name: "mini event",
        acknowledgement: Acknowledgement::Success,
        acknowledge_first: true,
        ..USUAL
    };
    /// A notice of virtual payment (虚拟支付). It is acknowledged once it was handled, and repeated
    /// until then, at most 15 times in all.
    pub const MINI_PAYMENT: Self = Self {
        name: "mini payment",
        deliveries: 15,
        acknowledgement: Acknowledgement::Payment,
        ..USUAL
    };
    /// A question to an express or delivery company (运力方), such as an order of a merchant. It is
    /// answered with an event of the same name, in time: without an answer the question has failed.
    pub const MINI_CARRIER: Self = Self {
        name: "mini carrier",
        passive: &["event"],
        acknowledgement: Acknowledgement::Success,
        ..USUAL
    };
    /// A notice to a third-party platform (第三方平台). It is acknowledged with `success` at once.
    pub const COMPONENT_NOTICE: Self = Self {
        name: "component notice",
        acknowledgement: Acknowledgement::Success,
        acknowledge_first: true,
        ..USUAL
    };
    /// A message to a WeCom app. The passive reply may be text, image, voice, video or news.
    pub const WORK_MESSAGE: Self = Self { name: "work message", passive: WORK, ..USUAL };
    /// An event of a WeCom app. The passive reply may be text, image, voice, video or news.
    pub const WORK_EVENT: Self = Self { name: "work event", passive: WORK, ..USUAL };
    /// A button of a template card was tapped. The passive reply may also update the card.
    pub const WORK_CARD: Self = Self {
        name: "work card",
        passive: &[
            "update_button",
            "update_template_card",
            "text",
            "image",
            "voice",
            "video",
            "news",
        ],
        ..USUAL
    };
    /// A button of a task card was tapped. The passive reply may also update the card.
    pub const WORK_TASK_CARD: Self = Self {
        name: "work task card",
        passive: &["update_taskcard", "text", "image", "voice", "video", "news"],
        ..USUAL
    };
    /// An event of WeCom that allows no passive reply: contacts, customers, customer service, jobs.
    /// It is acknowledged at once.
    pub const WORK_NOTICE: Self = Self { name: "work notice", acknowledge_first: true, ..USUAL };
    /// A notice to a suite (第三方应用). It is acknowledged with `success` at once; the platform waits
    /// one second.
    pub const WORK_SUITE: Self = Self {
        name: "work suite",
        deadline: Duration::from_millis(1000),
        acknowledgement: Acknowledgement::Success,
        acknowledge_first: true,
        ..USUAL
    };
}

/// Events of WeCom that allow no passive reply: contacts, customers, customer service, jobs.
const WORK_NOTICES: &[&str] = &[
    "kf_msg_or_event",
    "kf_account_auth_change",
    "change_contact",
    "change_external_contact",
    "change_external_chat",
    "change_external_tag",
    "change_school_contact",
    "batch_job_result",
    "customer_acquisition",
    "msgaudit_notify",
];

/// Questions to express and delivery companies, whose pages say what the answer contains (消息返回).
const CARRIER_EVENTS: &[&str] = &[
    "add_waybill",
    "cancel_waybill",
    "check_biz",
    "get_quota",
    "add_single_waybill",
    "cancel_single_waybill",
    "query_single_waybill",
    "query_single_waybill_fee",
    "notify_single_waybill_pay",
    "waybill_query_expect_time_range",
    "waybill_notify_query",
    "waybill_evaluate_agent",
    "waybill_complaint",
    "mock_update_order_status",
    "transport_cancel_order",
    "transport_confirm_return_to_biz",
    "transport_precancel_order",
    "transport_query_order_status",
];

/// How long the platform waits for the answer to a URL verification.
pub const fn url_check_deadline(product: Product) -> Duration {
    match product {
        Product::Work => Duration::from_secs(1),
        Product::Official | Product::Mini => Duration::from_secs(5),
    }
}

/// The rules for a push of this kind to an account of this product. A notice outside WeCom is
/// always one to a third-party platform, whatever account it concerns.
pub fn push_class(product: Product, kind: &Kind<'_>) -> &'static PushClass {
    match (product, kind) {
        (Product::Official | Product::Mini, Kind::Notice { .. }) => &PushClass::COMPONENT_NOTICE,
        (Product::Official, Kind::Message(_)) => &PushClass::OFFICIAL_MESSAGE,
        (Product::Official, _) => &PushClass::OFFICIAL_EVENT,
        (Product::Mini, Kind::Message(_)) => &PushClass::MINI_MESSAGE,
        (Product::Mini, Kind::Event { event, .. }) if event.starts_with("xpay_") => {
            &PushClass::MINI_PAYMENT
        }
        (Product::Mini, Kind::Event { event, .. })
            if CARRIER_EVENTS.iter().any(|name| event.eq_ignore_ascii_case(name)) =>
        {
            &PushClass::MINI_CARRIER
        }
        (Product::Mini, _) => &PushClass::MINI_EVENT,
        (Product::Work, Kind::Message(_)) => &PushClass::WORK_MESSAGE,
        (Product::Work, Kind::Notice { .. }) => &PushClass::WORK_SUITE,
        (Product::Work, Kind::Event { event, .. }) => {
            let is = |name: &&str| event.eq_ignore_ascii_case(name);
            if ["template_card_event", "template_card_menu_event"].iter().any(is) {
                &PushClass::WORK_CARD
            } else if is(&"taskcard_click") {
                &PushClass::WORK_TASK_CARD
            } else if WORK_NOTICES.iter().any(is) {
                &PushClass::WORK_NOTICE
            } else {
                &PushClass::WORK_EVENT
            }
        }
        (Product::Work, Kind::Unknown) => &PushClass::WORK_NOTICE,
    }
}
