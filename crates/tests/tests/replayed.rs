//! A person has parked pushes handled again, by whichever bot shares the inbox.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use common::{hooked_inbox::HookedInbox, *};
use http::StatusCode;
use tokio::task::JoinHandle;
use weixin::{
    InboxConfig,
    api::AccountId,
    bot::{
        App, Message,
        inbox::{
            self, Change, Enqueued, Envelope, Inbox, ItemFilter, ItemId, ItemState, ItemSummary,
            NotChanged, Outbox, ParkReason, Progress, Push, Replayed, ReplyState, StateFilter,
            Then, Updated,
        },
    },
    emulator::VirtualClock,
    prelude::*,
    protocol::{Format, Inbound, Mode, PassiveReply, PlatformPush, Product, Provenance, Verified},
};
use weixin_tests::{api_stub::ApiStub, test_source};

const SECOND: Duration = Duration::from_secs(1);
const OTHER_KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

/// An inbox that bots share, and a platform that counts what they send.
struct Setting {
    clock: Arc<VirtualClock>,
    inbox: HookedInbox,
    api: Arc<ApiStub>,
    runs: Arc<AtomicUsize>,
    /// Whether the handler fails.
    fails: Arc<AtomicBool>,
}

impl Setting {
    fn new() -> Self {
        let clock = Arc::new(VirtualClock::default());
        let fails = Arc::new(AtomicBool::new(true));
        let inbox = HookedInbox::shared(clock.clone());
        Self { clock, inbox, api: Arc::default(), runs: Arc::default(), fails }
    }

    /// A bot whose handler can fail, and tries twice.
    fn bot(&self) -> Bot {
        let (runs, fails) = (self.runs.clone(), self.fails.clone());
        Bot::new()
            .clock(self.clock.clone())
            .transport(self.api.clone())
            .inbox(Arc::new(self.inbox.clone()))
            .on(move |msg: Text| {
                let run = runs.fetch_add(1, Ordering::Relaxed) + 1;
                let failed = fails.load(Ordering::Relaxed);
                async move {
                    match failed {
                        true => Err("the shop is closed"),
                        false => Ok(format!("{} {run}", msg.content)),
                    }
                }
            })
    }

    fn app_with_key(&self, key: &str) -> App {
        let account = AccountConfig::official(APP_ID, "app-secret").callback(TOKEN, key);
        let config = Config::new(account.clock_tolerance(None));
        self.bot().build(&config.inbox(InboxConfig::default().attempts(2))).unwrap()
    }

    fn app(&self) -> App {
        self.app_with_key(KEY)
    }

    fn runs(&self) -> usize {
        self.runs.load(Ordering::Relaxed)
    }

    async fn listed(&self, state: StateFilter) -> Vec<ItemSummary> {
        self.inbox.list(&ItemFilter::state(state), None).await.unwrap().items
    }

    /// The only parked push.
    async fn parked(&self) -> ItemSummary {
        let parked = self.listed(StateFilter::Parked).await;
        let [item] = &*parked else { panic!("{parked:?}") };
        item.clone()
    }

    /// Delivers a push whose handler fails, until it is parked.
    async fn park(&self, app: &App, push: PlatformPush) {
        let delivery = send(app, push);
        self.clock.advance(10 * SECOND).await;
        assert_eq!(delivery.await.unwrap(), acknowledged());
        let parked = self.parked().await;
        assert_eq!(parked.park_reason(), Some(ParkReason::Handler));
        assert_eq!(parked.status.attempts, 2);
    }

    async fn replay(&self, id: &ItemId) -> Result<Replayed, NotChanged> {
        inbox::replay(&self.inbox, id).await
    }

    /// Stores a push as parked with this progress, as a bot that has died left it.
    async fn leave(&self, account: &AccountId, inbound: Verified<Inbound>, progress: Progress) {
        let push = Push::new(inbound, Arc::new(account.clone()));
        let envelope = Arc::new(Envelope::new(push));
        let owner = self.inbox.register(15 * SECOND).await.unwrap();
        let added = self.inbox.enqueue(&envelope, &owner).await.unwrap();
        let Enqueued::Claimed(seen) = added else { panic!("{added:?}") };
        let change = Change { progress, then: Then::Park, next_for: None };
        let updated = self.inbox.update(&envelope, seen, change).await.unwrap();
        assert!(matches!(updated, Updated::Done { .. }), "{updated:?}");
    }
}

fn says(id: u64, content: &str) -> PlatformPush {
    push_at(Product::Official, &text(Product::Official, id, content, Format::Xml), Mode::Safe, NOW)
}

fn acknowledged() -> (StatusCode, String) {
    (StatusCode::OK, String::new())
}

fn send(app: &App, push: PlatformPush) -> JoinHandle<(StatusCode, String)> {
    let app = app.clone();
    tokio::spawn(async move { answer(&app, deliver(&push)).await })
}

/// Two messages, the first of which may have been sent.
fn unknown() -> Progress {
    let messages = ["first", "second"].map(|text| Message::Text(text.to_owned()));
    let outbox = Some(Outbox { sending: true, ..Outbox::new(messages) });
    Progress { reply: ReplyState::Closed, outbox, failure: Some("unknown: it died".into()) }
}

#[tokio::test]
async fn a_push_whose_handler_failed_is_handled_and_answered_once() {
    let setting = Setting::new();
    let (app, other) = (setting.app(), setting.app());
    other.ready().await.unwrap();
    setting.park(&app, says(7, "hello")).await;
    assert_eq!((setting.runs(), setting.api.sent()), (2, vec![]));
    let id = setting.parked().await.id;

    // While the handler fails, it is tried as often as before, and parked again.
    assert_eq!(setting.replay(&id).await.unwrap(), Replayed::Handler);
    assert!(matches!(setting.replay(&id).await, Err(NotChanged::Waiting)));
    setting.clock.advance(10 * SECOND).await;
    assert_eq!((setting.runs(), setting.parked().await.status.attempts), (4, 2));

    setting.fails.store(false, Ordering::Relaxed);
    assert_eq!(setting.replay(&id).await.unwrap(), Replayed::Handler);
    setting.clock.advance(10 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (5, vec!["hello 5".to_owned()]));
    assert!(matches!(setting.replay(&id).await, Err(NotChanged::NotFound | NotChanged::Finished)));
    // A repeat of the push gets no second answer, and starts no handler.
    assert_eq!(send(&other, says(7, "hello")).await.unwrap(), acknowledged());
    setting.clock.advance(60 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent().len()), (5, 1));
}

#[tokio::test]
async fn a_push_that_is_being_handled_is_neither_replayed_nor_discarded() {
    let setting = Setting::new();
    setting.api.hold();
    setting.fails.store(false, Ordering::Relaxed);
    let app = setting.app();
    let account = AccountId::new(Product::Official, APP_ID);
    let inbound = text(Product::Official, 7, "hello", Format::Xml);
    let inbound = Verified::vouch(inbound, Provenance::Encrypted);
    setting.leave(&account, inbound, unknown()).await;
    let parked = setting.parked().await;
    assert_eq!(parked.park_reason(), Some(ParkReason::Unknown));
    app.ready().await.unwrap();
    assert_eq!(setting.replay(&parked.id).await.unwrap(), Replayed::Messages(2));
    setting.clock.advance(2 * SECOND).await;
    let running = setting.listed(StateFilter::Claimed).await;
    assert!(matches!(setting.replay(&parked.id).await, Err(NotChanged::Claimed(_))));
    let discarded = inbox::discard(&setting.inbox, &running[0]).await;
    assert!(matches!(discarded, Err(NotChanged::Claimed(_))), "{discarded:?}");
    // What was listed before is not removed either.
    let discarded = inbox::discard(&setting.inbox, &parked).await;
    assert!(matches!(discarded, Err(NotChanged::Changed)), "{discarded:?}");
    setting.api.release();
    setting.clock.advance(10 * SECOND).await;
    assert_eq!(setting.api.sent(), ["first", "second"], "without running the handler");
    assert_eq!((setting.runs(), setting.listed(StateFilter::Claimed).await.len()), (0, 0));
}

#[tokio::test]
async fn a_parked_push_is_handled_after_a_change_of_the_encoding_aes_key() {
    let setting = Setting::new();
    let old = setting.app();
    setting.park(&old, says(7, "hello")).await;
    let id = setting.parked().await.id;
    old.stop();
    old.idle().await;
    // The new bot cannot open what was encrypted with the old key.
    let new = setting.app_with_key(OTHER_KEY);
    assert_eq!(answer(&new, deliver(&says(8, "hello"))).await, rejected());
    new.ready().await.unwrap();
    setting.fails.store(false, Ordering::Relaxed);
    setting.replay(&id).await.unwrap();
    setting.clock.advance(10 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (3, vec!["hello 3".to_owned()]));
}

#[tokio::test]
async fn an_answer_that_was_offered_is_sent_separately() {
    let setting = Setting::new();
    let app = setting.app();
    app.ready().await.unwrap();
    let account = AccountId::new(Product::Official, APP_ID);
    let inbound = text(Product::Official, 7, "hello", Format::Xml);
    let inbound = Verified::vouch(inbound, Provenance::Encrypted);
    let reply = ReplyState::Offered(Arc::new(PassiveReply::Text("an answer".to_owned())));
    let failure = Some("unknown: a panic while the answer was being sent".into());
    setting.leave(&account, inbound, Progress { reply, outbox: None, failure }).await;
    let parked = setting.parked().await;
    assert_eq!(parked.park_reason(), Some(ParkReason::Unknown));
    assert_eq!(setting.replay(&parked.id).await.unwrap(), Replayed::Messages(1));
    setting.clock.advance(10 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (0, vec!["an answer".to_owned()]));
}

/// Messages that remain are not forgotten if the account cannot send them any more.
#[tokio::test]
async fn without_a_reply_channel_messages_are_parked_again() {
    let setting = Setting::new();
    let (app, intake) = test_source::start(setting.bot()).await;
    app.ready().await.unwrap();
    setting.leave(intake.account(), test_source::text("oAnn", "7", "hello"), unknown()).await;
    let parked = setting.parked().await;
    setting.replay(&parked.id).await.unwrap();
    setting.clock.advance(10 * SECOND).await;
    let again = setting.parked().await;
    assert_eq!(again.status.state, ItemState::Parked);
    assert!(again.status.revision > parked.status.revision);
    assert_eq!(again.park_reason(), Some(ParkReason::NoChannel));
    let failure = again.status.progress.failure.as_deref().unwrap();
    assert!(failure.contains("no reply channel"), "{failure}");
    assert_eq!(again.status.progress.outbox.unwrap().remaining().len(), 2);
}

#[tokio::test]
async fn an_inbox_in_memory_is_not_replayed() {
    let setting = Setting::new();
    let memory = inbox::MemoryInbox::new(setting.clock.clone());
    let refused = inbox::replay(&memory, &ItemId::new("official:wx1#1@oAnn")).await;
    assert!(matches!(refused, Err(NotChanged::InMemory)), "{refused:?}");
}
