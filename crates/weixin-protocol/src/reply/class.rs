//! The push-class table: for each kind of push the time there is to answer, how often it is
//! repeated, which passive replies are allowed and what acknowledges it.
//!
//! Bot and emulator both go by it.

use std::time::Duration;

use crate::{Kind, Product};

/// How a push is acknowledged when there is nothing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Acknowledgement {
    /// An empty body. The literal `success` does as well.
    Empty,
    /// The literal `success`, and nothing else.
    Success,
    /// `{"ErrCode":0,"ErrMsg":"success"}` in the format of the push (virtual payment). It is sent
    /// only if the notice was handled: without it the platform asks again.
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
    /// How often it is delivered in all if it is not answered.
    pub deliveries: u8,
    /// The `MsgType`s of passive replies allowed.
    pub passive: &'static [&'static str],
    /// What acknowledges it.
    pub acknowledgement: Acknowledgement,
    /// Whether it is acknowledged before it is handled, because its deadline leaves no room or
    /// nobody waits for an answer.
    pub acknowledge_first: bool,
}

impl PushClass {
    /// Whether a passive reply of this `MsgType` is allowed.
    pub fn allows(&self, msg_type: &str) -> bool {
        self.passive.contains(&msg_type)
    }

    /// Whether it may be acknowledged only if it was handled: the platform repeats it until then,
    /// and its handler then runs again.
    pub fn only_if_handled(&self) -> bool {
        self.acknowledgement == Acknowledgement::Payment
    }
}

const OFFICIAL: &[&str] =
    &["text", "image", "voice", "video", "music", "news", "transfer_customer_service"];
const WORK: &[&str] = &["text", "image", "voice", "video", "news"];

/// What most pushes have in common.
const USUAL: PushClass = PushClass {
    name: "",
    deadline: Duration::from_secs(5),
    deliveries: 3,
    passive: &[],
    acknowledgement: Acknowledgement::Empty,
    acknowledge_first: false,
};

const OFFICIAL_MESSAGE: PushClass =
    PushClass { name: "official message", passive: OFFICIAL, ..USUAL };
const OFFICIAL_EVENT: PushClass = PushClass { name: "official event", passive: OFFICIAL, ..USUAL };
const MINI_MESSAGE: PushClass = PushClass {
    name: "mini message",
    passive: &["transfer_customer_service"],
    acknowledgement: Acknowledgement::Success,
    ..USUAL
};
const MINI_EVENT: PushClass = PushClass {
    name: "mini event",
    acknowledgement: Acknowledgement::Success,
    acknowledge_first: true,
    ..USUAL
};
const MINI_PAYMENT: PushClass =
    PushClass { name: "mini payment", acknowledgement: Acknowledgement::Payment, ..USUAL };
const COMPONENT_NOTICE: PushClass = PushClass {
    name: "component notice",
    acknowledgement: Acknowledgement::Success,
    acknowledge_first: true,
    ..USUAL
};
const WORK_MESSAGE: PushClass = PushClass { name: "work message", passive: WORK, ..USUAL };
const WORK_EVENT: PushClass = PushClass { name: "work event", passive: WORK, ..USUAL };
const WORK_CARD: PushClass = PushClass {
    name: "work card",
    passive: &["update_button", "update_template_card", "text", "image", "voice", "video", "news"],
    ..USUAL
};
const WORK_TASK_CARD: PushClass = PushClass {
    name: "work task card",
    passive: &["update_taskcard", "text", "image", "voice", "video", "news"],
    ..USUAL
};
const WORK_NOTICE: PushClass = PushClass { name: "work notice", acknowledge_first: true, ..USUAL };
const WORK_SUITE: PushClass = PushClass {
    name: "work suite",
    deadline: Duration::from_millis(1000),
    acknowledgement: Acknowledgement::Success,
    acknowledge_first: true,
    ..USUAL
};

/// Events of WeCom that nobody waits for: contacts, customers, customer service, jobs.
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

/// How long the platform waits for the answer to a URL verification.
pub const fn url_check_deadline(product: Product) -> Duration {
    match product {
        Product::Work => Duration::from_secs(1),
        Product::Official | Product::Mini => Duration::from_secs(5),
    }
}

/// The rules for a push of this kind to an account of this product. A notice that is not WeCom's is to
/// a third-party platform, whatever the accounts it acts for.
pub fn push_class(product: Product, kind: &Kind<'_>) -> &'static PushClass {
    match (product, kind) {
        (Product::Official | Product::Mini, Kind::Notice { .. }) => &COMPONENT_NOTICE,
        (Product::Official, Kind::Message(_)) => &OFFICIAL_MESSAGE,
        (Product::Official, _) => &OFFICIAL_EVENT,
        (Product::Mini, Kind::Message(_)) => &MINI_MESSAGE,
        (Product::Mini, Kind::Event { event, .. }) if event.starts_with("xpay_") => &MINI_PAYMENT,
        (Product::Mini, _) => &MINI_EVENT,
        (Product::Work, Kind::Message(_)) => &WORK_MESSAGE,
        (Product::Work, Kind::Notice { .. }) => &WORK_SUITE,
        (Product::Work, Kind::Event { event, .. }) => {
            let is = |name: &&str| event.eq_ignore_ascii_case(name);
            if ["template_card_event", "template_card_menu_event"].iter().any(is) {
                &WORK_CARD
            } else if is(&"taskcard_click") {
                &WORK_TASK_CARD
            } else if WORK_NOTICES.iter().any(is) {
                &WORK_NOTICE
            } else {
                &WORK_EVENT
            }
        }
        (Product::Work, Kind::Unknown) => &WORK_NOTICE,
    }
}
