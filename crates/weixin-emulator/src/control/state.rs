//! The state as the page sees it.

use serde::Serialize;
use serde_json::Value;
use weixin_api::{AgentId, wire::query};
use weixin_protocol::{AppId, Format, Product, UserId};

use crate::{
    Problem,
    world::{AccountState, Link, World},
};

/// How many QR codes are shown.
const CODES: usize = 50;

/// Accounts, people, time.
#[derive(Serialize)]
pub(super) struct State<'w> {
    version: &'static str,
    now: u64,
    virtual_clock: bool,
    accounts: Vec<Account<'w>>,
    people: Vec<Person<'w>>,
}

#[derive(Serialize)]
struct Account<'w> {
    id: &'w AppId,
    product: Product,
    name: &'w str,
    username: &'w str,
    agent_id: Option<AgentId>,
    secret: &'w str,
    /// In WeCom: of who keeps the address book.
    contacts_secret: Option<&'w str>,
    menu: Option<&'w [Value]>,
    menu_owner: Option<&'w str>,
    callback: Option<Callback<'w>>,
    qrcodes: Vec<QrCode<'w>>,
    /// The templates of messages that people subscribe to.
    subscriptions: Vec<Subscription<'w>>,
}

#[derive(Serialize)]
struct Subscription<'w> {
    id: &'w str,
    title: &'w str,
}

/// A QR code that lives.
#[derive(Serialize)]
struct QrCode<'w> {
    scene: String,
    ticket: &'w str,
    url: &'w str,
    /// Where its picture is.
    image: String,
    /// In milliseconds since 1970; `null` if it is permanent.
    expires: Option<u64>,
}

#[derive(Serialize)]
struct Callback<'w> {
    url: &'w str,
    token: &'w str,
    encoding_aes_key: &'w str,
    mode: &'static str,
    format: &'static str,
    status: &'static str,
    verified_at: Option<u64>,
    problem: Option<&'w Problem>,
}

#[derive(Serialize)]
struct Person<'w> {
    id: &'w UserId,
    account: &'w AppId,
    name: &'w str,
    avatar: &'w str,
    following: bool,
}

/// The state of a world, as JSON.
pub(super) fn of(world: &World) -> Value {
    let state = State {
        version: env!("CARGO_PKG_VERSION"),
        now: world.now().as_millis(),
        virtual_clock: world.has_virtual_clock(),
        accounts: world.accounts.iter().map(|account| of_account(world, account)).collect(),
        people: world
            .people
            .iter()
            .map(|person| Person {
                id: &person.id,
                account: &person.account,
                name: &person.name,
                avatar: person.avatar,
                following: person.following,
            })
            .collect(),
    };
    serde_json::to_value(state).unwrap_or_default()
}

fn of_account<'w>(world: &World, account: &'w AccountState) -> Account<'w> {
    let blocked = account.is_blocked(world.now());
    let work = account.product == Product::Work;
    Account {
        id: &account.id,
        product: account.product,
        name: &account.name,
        username: &account.user_name,
        agent_id: account.agent,
        secret: account.secret.expose(),
        contacts_secret: work.then(|| account.contacts_secret.expose()),
        menu: account.menu.as_deref(),
        menu_owner: None,
        callback: account.link.as_ref().map(|link| of_link(account, link, blocked)),
        subscriptions: account
            .subscriptions
            .iter()
            .map(|form| Subscription { id: &form.id, title: &form.title })
            .collect(),
        qrcodes: account.qrcodes.living(world.now()).take(CODES).map(of_code).collect(),
    }
}

fn of_code(code: &crate::world::QrCode) -> QrCode<'_> {
    let ticket = query::encode(&code.ticket);
    QrCode {
        scene: code.scene.to_string(),
        ticket: &code.ticket,
        url: &code.url,
        image: format!("/@mp.weixin.qq.com/cgi-bin/showqrcode?ticket={ticket}"),
        expires: code.expires.map(|at| at.as_millis()),
    }
}

fn of_link<'w>(account: &'w AccountState, link: &'w Link, blocked: bool) -> Callback<'w> {
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
    }
}
