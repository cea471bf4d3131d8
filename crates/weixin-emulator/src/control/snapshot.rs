//! The JSON representation of the state for the page.

use serde::Serialize;
use serde_json::Value;
use weixin_api::{AgentId, wire::query};
use weixin_mini::virtual_payment::OfferId;
use weixin_protocol::{AppId, Format, PeerId, Product};

use crate::{
    Problem,
    state::{AccountState, CallbackEndpoint, PersonState, PlatformState, WindowTrigger},
};

/// The maximum number of QR codes per account.
const CODES: usize = 50;

/// Accounts, people and the time.
#[derive(Serialize)]
pub(super) struct Snapshot<'s> {
    version: &'static str,
    now: u64,
    virtual_clock: bool,
    accounts: Vec<Account<'s>>,
    people: Vec<Person<'s>>,
}

#[derive(Serialize)]
struct Account<'s> {
    id: &'s AppId,
    product: Product,
    name: &'s str,
    username: &'s str,
    agent_id: Option<AgentId>,
    secret: &'s str,
    /// The contacts secret. WeCom only.
    contacts_secret: Option<&'s str>,
    /// Virtual payment. Mini Programs only.
    virtual_payment: Option<VirtualPayment<'s>>,
    menu: Option<&'s [Value]>,
    menu_owner: Option<&'s str>,
    callback: Option<Callback<'s>>,
    qrcodes: Vec<QrCode<'s>>,
    /// The templates of subscription messages.
    subscriptions: Vec<Subscription<'s>>,
}

/// What the console shows about virtual payment.
#[derive(Serialize)]
struct VirtualPayment<'s> {
    offer_id: &'s OfferId,
    live_key: &'s str,
    sandbox_key: &'s str,
}

#[derive(Serialize)]
struct Subscription<'s> {
    id: &'s str,
    title: &'s str,
}

/// A valid QR code.
#[derive(Serialize)]
struct QrCode<'s> {
    scene: String,
    ticket: &'s str,
    url: &'s str,
    /// The URL of its image.
    image: String,
    /// In milliseconds since 1970; `null` if it is permanent.
    expires: Option<u64>,
}

#[derive(Serialize)]
struct Callback<'s> {
    url: &'s str,
    token: &'s str,
    encoding_aes_key: &'s str,
    mode: &'static str,
    format: &'static str,
    status: &'static str,
    verified_at: Option<u64>,
    problem: Option<&'s Problem>,
    /// Until when pushing is paused, in milliseconds since 1970. `null` if it is not.
    paused_until: Option<u64>,
}

#[derive(Serialize)]
struct Person<'s> {
    id: &'s PeerId,
    account: &'s AppId,
    name: &'s str,
    avatar: &'s str,
    following: bool,
    /// The open reply windows, the one that closes first in front. Empty in WeCom.
    windows: Vec<Window>,
    /// The number of app messages that can reach the member now. WeCom only.
    app_messages_left: Option<usize>,
}

/// An open reply window.
#[derive(Serialize)]
struct Window {
    by: WindowTrigger,
    messages_left: u32,
    /// In milliseconds since 1970.
    closes: u64,
}

/// Serializes the state.
pub(super) fn of(state: &PlatformState) -> Value {
    let snapshot = Snapshot {
        version: env!("CARGO_PKG_VERSION"),
        now: state.now().as_millis(),
        virtual_clock: state.has_virtual_clock(),
        accounts: state.accounts.iter().map(|account| of_account(state, account)).collect(),
        people: state.people.iter().map(|person| of_person(state, person)).collect(),
    };
    serde_json::to_value(snapshot).unwrap_or_default()
}

fn of_person<'s>(state: &PlatformState, person: &'s PersonState) -> Person<'s> {
    let windows = person.windows.open_at(state.now()).into_iter().map(|window| Window {
        by: window.by,
        messages_left: window.messages_left,
        closes: window.closes.as_millis(),
    });
    Person {
        id: &person.id,
        account: &person.account,
        name: &person.name,
        avatar: person.avatar,
        following: person.following,
        windows: windows.collect(),
        app_messages_left: state.app_messages_left(person),
    }
}

fn of_account<'s>(state: &PlatformState, account: &'s AccountState) -> Account<'s> {
    let blocked = account.is_blocked(state.now());
    let work = account.product == Product::Work;
    Account {
        id: &account.id,
        product: account.product,
        name: &account.name,
        username: &account.user_name,
        agent_id: account.agent,
        secret: account.secret.expose(),
        contacts_secret: work.then(|| account.contacts_secret.expose()),
        virtual_payment: (account.product == Product::Mini).then(|| {
            let payments = &account.virtual_payments;
            VirtualPayment {
                offer_id: &payments.offer_id,
                live_key: payments.live_key.expose(),
                sandbox_key: payments.sandbox_key.expose(),
            }
        }),
        menu: account.menu.as_deref(),
        menu_owner: None,
        callback: account.endpoint.as_ref().map(|link| of_link(account, link, blocked)),
        subscriptions: account
            .subscriptions
            .iter()
            .map(|form| Subscription { id: &form.id, title: &form.title })
            .collect(),
        qrcodes: account.qrcodes.valid(state.now()).take(CODES).map(of_code).collect(),
    }
}

fn of_code(code: &crate::state::QrCode) -> QrCode<'_> {
    let ticket = query::encode(&code.ticket);
    QrCode {
        scene: code.scene.to_string(),
        ticket: &code.ticket,
        url: &code.url,
        image: format!("/@mp.weixin.qq.com/cgi-bin/showqrcode?ticket={ticket}"),
        expires: code.expires.map(|at| at.as_millis()),
    }
}

fn of_link<'s>(
    account: &'s AccountState,
    link: &'s CallbackEndpoint,
    blocked: bool,
) -> Callback<'s> {
    let settings = &account.settings;
    Callback {
        url: link.target.url(),
        token: settings.token.expose(),
        encoding_aes_key: settings.key.expose(),
        mode: settings.mode.as_str(),
        format: match settings.format {
            Format::Xml => "xml",
            Format::Json => "json",
        },
        status: match link.verified_at {
            None => "unverified",
            Some(_) if blocked => "blocked",
            Some(_) => "verified",
        },
        verified_at: link.verified_at.map(|at| at.as_millis()),
        problem: link.problem.as_ref(),
        paused_until: account.blocked_until.filter(|_| blocked).map(|at| at.as_millis()),
    }
}
