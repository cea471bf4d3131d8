//! The documentation that the attribute adds to a message or event: the fields that identify it,
//! its receivers, and the allowed replies.

use proc_macro2::TokenStream;
use syn::{Ident, LitStr};

use crate::{inbound::Selector, kinds};

/// The documentation of a row of the push-class table. The rules are in `weixin-protocol`; a test
/// there compares the classes chosen here with them, for every declared message and event.
struct Class {
    /// The constant of `PushClass`.
    constant: &'static str,
    /// The receiver: the name of an account kind.
    receiver: &'static str,
    /// The allowed reply.
    answer: &'static str,
}

const PASSIVE: &str = "a passive reply (被动回复)";
const CARD: &str = "a passive reply (被动回复) or an update of the card";
const AT_ONCE: &str = "none; acknowledged before it is handled";

const CLASSES: [Class; 13] = [
    Class { constant: "OFFICIAL_MESSAGE", receiver: "official", answer: PASSIVE },
    Class { constant: "OFFICIAL_EVENT", receiver: "official", answer: PASSIVE },
    Class {
        constant: "MINI_MESSAGE",
        receiver: "mini",
        answer: "transfer to customer service; other replies are sent as customer-service messages \
                 (客服消息)",
    },
    Class { constant: "MINI_EVENT", receiver: "mini", answer: AT_ONCE },
    Class {
        constant: "MINI_PAYMENT",
        receiver: "mini",
        answer: "none; acknowledged after it was handled",
    },
    Class {
        constant: "MINI_CARRIER",
        receiver: "mini",
        answer: "an event of the same name with the result (消息返回)",
    },
    Class { constant: "COMPONENT_NOTICE", receiver: "component", answer: AT_ONCE },
    Class { constant: "WORK_MESSAGE", receiver: "work", answer: PASSIVE },
    Class { constant: "WORK_EVENT", receiver: "work", answer: PASSIVE },
    Class { constant: "WORK_CARD", receiver: "work", answer: CARD },
    Class { constant: "WORK_TASK_CARD", receiver: "work", answer: CARD },
    Class { constant: "WORK_NOTICE", receiver: "work", answer: AT_ONCE },
    Class { constant: "WORK_SUITE", receiver: "suite", answer: AT_ONCE },
];

/// Events of WeCom that allow no passive reply.
const WORK_NOTICES: [&str; 10] = [
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

/// Questions to express and delivery companies.
const CARRIER_EVENTS: [&str; 18] = [
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

/// The constants of `PushClass` whose rules apply to a push, each once.
pub(crate) fn classes(selector: &Selector, scope: &[Ident]) -> Vec<&'static str> {
    let mut classes = Vec::new();
    for product in scope {
        let product = product.to_string();
        for form in forms(selector) {
            let class = class(&product, &form);
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
    }
    classes
}

/// The properties of a push that determine its class.
enum Form {
    Message,
    Event(String),
    Notice,
}

/// The forms of the pushes that match a selector.
fn forms(selector: &Selector) -> Vec<Form> {
    let event = |name: &LitStr| Form::Event(name.value().to_ascii_lowercase());
    match selector {
        Selector::Message(_) => vec![Form::Message],
        Selector::Event(name) | Selector::EventOf(_, name) => vec![event(name)],
        Selector::Notice(_) => vec![Form::Notice],
        Selector::EventOrNotice(name) => vec![event(name), Form::Notice],
    }
}

fn class(product: &str, form: &Form) -> &'static str {
    match (product, form) {
        ("official" | "mini", Form::Notice) => "COMPONENT_NOTICE",
        ("official", Form::Message) => "OFFICIAL_MESSAGE",
        ("official", _) => "OFFICIAL_EVENT",
        ("mini", Form::Message) => "MINI_MESSAGE",
        ("mini", Form::Event(name)) if name.starts_with("xpay_") => "MINI_PAYMENT",
        ("mini", Form::Event(name)) if CARRIER_EVENTS.contains(&name.as_str()) => "MINI_CARRIER",
        ("mini", _) => "MINI_EVENT",
        (_, Form::Message) => "WORK_MESSAGE",
        (_, Form::Notice) => "WORK_SUITE",
        (_, Form::Event(name)) => match name.as_str() {
            "template_card_event" | "template_card_menu_event" => "WORK_CARD",
            "taskcard_click" => "WORK_TASK_CARD",
            name if WORK_NOTICES.contains(&name) => "WORK_NOTICE",
            _ => "WORK_EVENT",
        },
    }
}

/// The text below the documentation of a message or event.
pub(crate) fn page(
    krate: &TokenStream,
    selector: &Selector,
    change: Option<&LitStr>,
    scope: &[Ident],
) -> String {
    let krate = krate.to_string().replace(' ', "");
    let mut page = format!(
        "\n\nPushed with {}.\n\n| Receiver | Allowed reply |\n|---|---|\n",
        identified_by(selector, change)
    );
    for constant in classes(selector, scope) {
        let Some(class) = CLASSES.iter().find(|class| class.constant == constant) else { continue };
        page.push_str(&format!(
            "| {} | [{}]({krate}::PushClass::{constant}) |\n",
            kinds::title(class.receiver),
            class.answer,
        ));
    }
    page
}

/// The fields that identify the message, with their values.
fn identified_by(selector: &Selector, change: Option<&LitStr>) -> String {
    let names = |text: &LitStr| {
        let text = text.value();
        let names: Vec<_> = text.split('|').map(|name| format!("`{name}`")).collect();
        names.join(" or ")
    };
    let fields = match selector {
        Selector::Message(name) => format!("`MsgType` {}", names(name)),
        Selector::Event(name) => format!("`MsgType` `event`, `Event` {}", names(name)),
        Selector::EventOf(kind, name) => {
            format!("`MsgType` {}, `Event` {}", names(kind), names(name))
        }
        Selector::Notice(name) => format!("`InfoType` {}", names(name)),
        Selector::EventOrNotice(name) => {
            format!("`Event` {0}, or for suites `InfoType` {0}", names(name))
        }
    };
    match change {
        Some(change) => format!("{fields}, `ChangeType` {}", names(change)),
        None => fields,
    }
}
