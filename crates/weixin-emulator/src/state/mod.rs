//! The state of the emulated platform: accounts, people, files and the timeline.

mod account;
mod app_message;
mod corp;
mod identity;
mod media;
mod oauth;
mod person;
mod program;
mod qrcode;
mod quota;
mod security;
mod session;
mod subscription;
mod tag;
mod template;
mod ticket;
mod token;
mod virtual_payment;
mod visit;
mod website;
mod window;

use std::{
    collections::{HashMap, HashSet, VecDeque},
    hash::RandomState,
    time::Duration,
};

pub(crate) use account::{AccountState, CallbackEndpoint, Settings, stamp};
pub(crate) use app_message::AppMessages;
pub(crate) use corp::{Corp, CorpTag, ROOT_DEPARTMENT};
pub(crate) use media::{Media, MediaKind, MediaStore};
pub(crate) use oauth::{BASE, CODE_LIFETIME, Grant, GrantError, Grants, LOGIN, USERINFO};
pub(crate) use person::PersonState;
pub(crate) use program::Program;
pub(crate) use qrcode::{QrCode, QrCodes, QrScene};
pub(crate) use quota::CallCounts;
pub(crate) use security::{ApiSecurityState, SigningCertificate};
pub(crate) use session::{CodeError, Sessions};
pub(crate) use subscription::{
    CATEGORY, LibraryEntry, SUBSCRIPTION_LIBRARY, SubscriptionTemplate, Subscriptions,
    TemplateField,
};
pub(crate) use tag::Tags;
pub(crate) use template::{INDUSTRIES, LibraryError, TemplateText, Templates, fill};
pub(crate) use ticket::{JsTicket, Tickets};
pub(crate) use token::QuotaExceeded;
pub(crate) use token::{IssuedToken, TokenKind, TokenState, Tokens};
pub(crate) use virtual_payment::{
    CoinError, Contract, ContractError, Goods, GoodsTask, Item, Order, Refund, TaskKind,
    VirtualPayments,
};
pub(crate) use visit::{VisitingPerson, Visits};
pub(crate) use website::WebsiteState;
use weixin_api::{Clock, Timestamp};
use weixin_protocol::{AppId, PeerId, Product, UserId};
use weixin_work::user::User;
pub use window::{OpenWindow, WindowTrigger};
pub(crate) use window::{ReplyWindows, WindowError};

use crate::{
    clock::PlatformClock,
    ids::Ids,
    timeline::{
        self, EntryId, EventKind, Level, MessageContent, MessageEntry, MessageTrace, NoteEntry,
        Sender, Timeline, Via,
    },
};

/// The state of the emulated platform.
#[derive(Debug)]
pub(crate) struct PlatformState {
    clock: PlatformClock,
    pub(crate) ids: Ids,
    pub(crate) accounts: Vec<AccountState>,
    /// The website applications (网站应用) of the Open Platform.
    pub(crate) websites: Vec<WebsiteState>,
    pub(crate) people: Vec<PersonState>,
    pub(crate) media: MediaStore,
    pub(crate) timeline: Timeline,
    /// The messages that were taken by an expectation of a test.
    pub(crate) matched: HashSet<EntryId>,
    /// The rejected calls, for queries by `rid`, oldest first.
    pub(crate) rejected_calls: VecDeque<RejectedCall>,
    /// The URL of the emulator, for example `http://127.0.0.1:8080`.
    pub(crate) address: Option<String>,
    /// Distinguishes the derived ids of this emulator from those of others.
    salt: RandomState,
    dirty_at: u64,
}

/// A rejected call.
#[derive(Debug, Clone)]
pub(crate) struct RejectedCall {
    /// The `rid` in its error message.
    pub(crate) rid: String,
    /// The calling account.
    pub(crate) account: Option<AppId>,
    pub(crate) at: Timestamp,
    pub(crate) call: EntryId,
}

impl PlatformState {
    pub(crate) fn new(clock: PlatformClock) -> Self {
        Self {
            clock,
            ids: Ids::new(),
            accounts: Vec::new(),
            websites: Vec::new(),
            people: Vec::new(),
            media: MediaStore::default(),
            timeline: Timeline::default(),
            matched: HashSet::new(),
            rejected_calls: VecDeque::new(),
            address: None,
            salt: RandomState::new(),
            dirty_at: 0,
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Whether the clock is virtual.
    pub(crate) fn has_virtual_clock(&self) -> bool {
        self.clock.as_virtual().is_some()
    }

    /// What became of the message that an entry of the timeline belongs to.
    pub(crate) fn trace(&self, entry: EntryId) -> Option<MessageTrace> {
        timeline::trace(&self.timeline, entry, self.now(), |account| self.spacing(account))
    }

    /// What became of the messages of a person, oldest first.
    pub(crate) fn traces(&self, account: &AppId, person: &PeerId) -> Vec<MessageTrace> {
        timeline::traces(&self.timeline, account, person, self.now(), self.spacing(account))
    }

    /// The interval between deliveries to an account.
    fn spacing(&self, account: &AppId) -> Duration {
        self.account(account).map(|account| account.rules.push.spacing).unwrap_or_default()
    }

    /// Records that something besides the timeline has changed: accounts, menus, people.
    pub(crate) fn mark_dirty(&mut self) {
        self.dirty_at = self.timeline.tick();
    }

    /// Whether something besides the timeline has changed after `revision`.
    pub(crate) fn is_dirty_since(&self, revision: u64) -> bool {
        self.dirty_at > revision
    }

    pub(crate) fn account(&self, id: &AppId) -> Option<&AccountState> {
        self.accounts.iter().find(|account| account.id == *id)
    }

    pub(crate) fn account_mut(&mut self, id: &AppId) -> Option<&mut AccountState> {
        self.accounts.iter_mut().find(|account| account.id == *id)
    }

    /// Adds a sandbox account.
    pub(crate) fn add_account(&mut self, product: Product) -> AppId {
        let before = self.accounts.iter().filter(|account| account.product == product).count();
        let account = AccountState::sandbox(product, before, &mut self.ids);
        let id = account.id.clone();
        self.accounts.push(account);
        self.mark_dirty();
        id
    }

    pub(crate) fn person(
        &self,
        account: &AppId,
        id: &(impl AsRef<str> + ?Sized),
    ) -> Option<&PersonState> {
        self.people.iter().find(|person| person.account == *account && person.id == *id.as_ref())
    }

    pub(crate) fn person_mut(
        &mut self,
        account: &AppId,
        id: &(impl AsRef<str> + ?Sized),
    ) -> Option<&mut PersonState> {
        self.people
            .iter_mut()
            .find(|person| person.account == *account && person.id == *id.as_ref())
    }

    /// The people of an account.
    pub(crate) fn people_of(&self, account: &AppId) -> impl Iterator<Item = &PersonState> {
        self.people.iter().filter(move |person| person.account == *account)
    }

    /// The id of the person with this name at an account, who is created if necessary.
    pub(crate) fn person_by_name(&mut self, account: &AppId, name: &str) -> PeerId {
        if let Some(person) = self.people_of(account).find(|person| person.name == name) {
            return person.id.clone();
        }
        let now = self.now();
        let (product, prefix) = match self.account(account) {
            Some(account) => (account.product, account.openid_prefix.clone()),
            None => {
                let website = self.website(account);
                let prefix = website.map(|website| website.openid_prefix.clone());
                (Product::Official, prefix.unwrap_or_default())
            }
        };
        let id = match product {
            Product::Work => self.unused_userid(account, name),
            _ => PeerId::new(self.ids.openid(&prefix)),
        };
        // Mini Programs and WeCom apps have no followers: every person is a user from the start.
        let following = product != Product::Official;
        let person = self.new_person(
            account,
            PersonState::profile(&UserId::from(&id), name),
            following,
            now,
        );
        self.people.push(person);
        self.mark_dirty();
        id
    }

    fn new_person(
        &mut self,
        account: &AppId,
        member: User,
        following: bool,
        since: Timestamp,
    ) -> PersonState {
        PersonState {
            id: member.userid.clone().into(),
            account: account.clone(),
            name: member.name.clone().unwrap_or_default(),
            avatar: self.ids.avatar(),
            following,
            since,
            scene: None,
            remark: String::new(),
            tags: Vec::new(),
            member,
            app_messages: Vec::new(),
            subscriptions: HashMap::new(),
            windows: ReplyWindows::default(),
        }
    }

    /// Adds a member to a corp. The app is visible to them.
    pub(crate) fn add_member(&mut self, account: &AppId, member: User) {
        let now = self.now();
        let person = self.new_person(account, member, true, now);
        self.people.push(person);
        self.mark_dirty();
    }

    /// Removes a member from a corp.
    pub(crate) fn remove_member(&mut self, account: &AppId, id: &(impl AsRef<str> + ?Sized)) {
        let id = id.as_ref();
        self.people.retain(|person| person.account != *account || person.id != *id);
        if let Some(account) = self.account_mut(account) {
            account.corp.remove_member(id);
        }
        self.mark_dirty();
    }

    /// An unused userid derived from the member's name.
    fn unused_userid(&self, account: &AppId, name: &str) -> PeerId {
        let allowed = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@');
        let base: String = name.chars().filter(allowed).take(60).collect();
        let base = if base.is_empty() { "member".to_owned() } else { base };
        let taken = |id: &PeerId| self.person(account, id).is_some();
        let mut id = PeerId::new(base.as_str());
        let mut number = 2;
        while taken(&id) {
            id = PeerId::new(format!("{base}{number}"));
            number += 1;
        }
        id
    }

    /// Adds a message to the chat of a person.
    pub(crate) fn add_message(
        &mut self,
        account: &AppId,
        person: impl Into<PeerId>,
        from: Sender,
        via: Via,
        exchange: Option<EntryId>,
        content: MessageContent,
    ) -> EntryId {
        let message = EventKind::Message(MessageEntry { from, via, exchange, content });
        self.timeline.add(self.now(), Some(account.clone()), Some(person.into()), message)
    }

    /// Adds a note of the emulator to the timeline.
    pub(crate) fn add_note(
        &mut self,
        account: Option<&AppId>,
        person: Option<&PeerId>,
        level: Level,
        en: impl Into<String>,
        zh: impl Into<String>,
    ) -> EntryId {
        let note = EventKind::Note(NoteEntry { level, en: en.into(), zh: zh.into() });
        self.timeline.add(self.now(), account.cloned(), person.cloned(), note)
    }

    /// Records a rejected call. If there are too many, the oldest is dropped.
    pub(crate) fn record_rejected(&mut self, call: RejectedCall) {
        const MAX: usize = 2000;
        if self.rejected_calls.len() >= MAX {
            self.rejected_calls.pop_front();
        }
        self.rejected_calls.push_back(call);
    }

    /// The public URL of a picture: the platform's picture host, as served by the emulator.
    pub(crate) fn picture_url(&self, media: &weixin_protocol::MediaId) -> String {
        match &self.address {
            Some(address) => format!("{address}/@{PICTURE_HOST}/mmbiz/{media}/0"),
            None => format!("http://{PICTURE_HOST}/mmbiz/{media}/0"),
        }
    }
}

/// The platform's host of pictures that people send.
pub(crate) const PICTURE_HOST: &str = "mmbiz.qpic.cn";
