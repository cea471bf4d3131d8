//! The handle of a person, with the actions a test can perform.

use std::sync::Arc;

use bytes::Bytes;
use serde_json::{Map, Value};
use weixin_api::FilePart;
use weixin_mini::virtual_payment::{ProductId, SignedVirtualPayment, SubscriptionContractId};
use weixin_protocol::{AppId, MediaId, PeerId, UnionId};

use crate::{
    Interaction, OpenWindow, Problem, UserAction,
    action::{event::find_button, perform},
    authorize::{Consent, Decision, Visitor, path_and_query},
    platform::Platform,
    push::Progress,
    state::{Media, MediaKind},
    timeline::{Entry, EntryId, EventKind, Level, MessageContent, MessageTrace, PushOutcome},
    virtual_payment,
};

/// A person at one account: a follower, a user of a Mini Program, a member of a corp. Actions
/// return as soon as they are pushed; the returned [`Interaction`] observes the consequences.
#[derive(Clone)]
pub struct Person {
    platform: Arc<Platform>,
    account: AppId,
    id: PeerId,
}

impl Person {
    pub(crate) fn new(platform: Arc<Platform>, account: AppId, id: PeerId) -> Self {
        Self { platform, account, id }
    }

    /// The openid, or in WeCom the userid.
    pub fn id(&self) -> &PeerId {
        &self.id
    }

    pub(crate) fn platform(&self) -> &Platform {
        &self.platform
    }

    pub(crate) fn account_id(&self) -> &AppId {
        &self.account
    }

    /// The name that the person chose.
    pub(crate) fn name(&self) -> String {
        let name = |person: &crate::state::PersonState| person.name.clone();
        self.platform
            .read(|state| state.person(&self.account, &self.id).map(name))
            .unwrap_or_default()
    }

    /// Follows the account, or in WeCom: becomes a user of the app.
    pub async fn follows(&self) -> Interaction {
        self.does(UserAction::Follow { scene: None }).await
    }

    /// Follows the account by scanning a QR code with this scene.
    pub async fn follows_by_code(&self, scene: impl Into<String>) -> Interaction {
        self.does(UserAction::Follow { scene: Some(scene.into()) }).await
    }

    /// Logs in to the Mini Program (`wx.login`) and returns the code that its front end sends to
    /// its server.
    pub fn logs_in(&self) -> String {
        self.platform.update(|state| {
            let (code, now) = (state.ids.secret(), state.now());
            let user = self.id.clone();
            if let Some(account) = state.account_mut(&self.account) {
                account.sessions.issue_code(user, code.clone(), now);
            }
            code
        })
    }

    /// Agrees to share the phone number with the Mini Program (`getPhoneNumber`) and returns the
    /// code that its front end sends to its server. A number from outside mainland China starts
    /// with `+`, the country code and a space.
    pub fn gives_phone_number(&self, number: impl Into<String>) -> String {
        self.platform.update(|state| {
            let (code, now) = (state.ids.secret(), state.now());
            let user = self.id.clone();
            if let Some(account) = state.account_mut(&self.account) {
                account.program.issue_phone_code(user, number.into(), code.clone(), now);
            }
            code
        })
    }

    /// Opens a URL for web authorization (网页授权) or web login (扫码登录), agrees if asked, and returns
    /// the URL that the platform redirects to. A URL with `forceSnapShot=true` opens as a
    /// [snapshot](Self::opens_snapshot).
    ///
    /// The URL may be that of another account, website or corporation: then the person with the same
    /// name visits it there, who is created on first use. At a corporation that has no member with
    /// this name, they are an outsider (非企业成员).
    ///
    /// # Errors
    /// If the platform shows an error page.
    pub fn authorizes(&self, url: &str) -> Result<String, Problem> {
        self.visits(url, Consent::default_decision)
    }

    /// Opens such a URL and rejects it. Otherwise like [`authorizes`](Self::authorizes).
    ///
    /// # Errors
    /// If the platform shows an error page.
    pub fn rejects(&self, url: &str) -> Result<String, Problem> {
        self.visits(url, |_| Decision::Reject)
    }

    /// Opens a web authorization URL of an Official Account as a snapshot (快照页): with the scope
    /// `snsapi_userinfo` the account gets a virtual user (`is_snapshotuser`). Otherwise like
    /// [`authorizes`](Self::authorizes).
    ///
    /// # Errors
    /// If the platform shows an error page.
    pub fn opens_snapshot(&self, url: &str) -> Result<String, Problem> {
        self.visits(url, |_| Decision::Snapshot)
    }

    fn visits(
        &self,
        url: &str,
        decide: impl FnOnce(&Consent) -> Decision,
    ) -> Result<String, Problem> {
        let (path, query) = path_and_query(url);
        self.platform.update(|state| {
            let consent = Consent::parse(state, path, query)?;
            let visitor = match state.person(&self.account, &self.id) {
                Some(person) if consent.account != self.account => {
                    Visitor::Named(person.name.clone())
                }
                _ => Visitor::Known(self.id.clone()),
            };
            let decision = decide(&consent);
            consent.redirect(state, &visitor, decision)
        })
    }

    /// The UnionID: the id of the person at all accounts and websites of the emulator that are bound
    /// to its Open Platform account (微信开放平台). People with the same name are the same person.
    /// `None` in WeCom, and if the account is not bound.
    pub fn union_id(&self) -> Option<UnionId> {
        self.platform.read(|state| state.union_id(&self.account, &self.id))
    }

    /// Unfollows the account.
    pub async fn unfollows(&self) -> Interaction {
        self.does(UserAction::Unfollow).await
    }

    /// Sends a text message.
    pub async fn says(&self, text: impl Into<String>) -> Interaction {
        self.does(UserAction::Text { text: text.into() }).await
    }

    /// Sends a picture.
    pub async fn sends_image(&self, content: impl Into<Bytes>) -> Interaction {
        let media_id = self.uploads(MediaKind::Image, FilePart::image(content));
        self.does(UserAction::Image { media_id }).await
    }

    /// Sends a voice message (AMR).
    pub async fn sends_voice(&self, content: impl Into<Bytes>) -> Interaction {
        let media_id = self.uploads(MediaKind::Voice, FilePart::voice(content));
        self.does(UserAction::Voice { media_id, format: None }).await
    }

    /// Sends a video (MP4).
    pub async fn sends_video(&self, content: impl Into<Bytes>) -> Interaction {
        let media_id = self.uploads(MediaKind::Video, FilePart::video(content));
        self.does(UserAction::Video { media_id }).await
    }

    /// Sends a location. Latitude and longitude are in degrees, north and east are positive.
    pub async fn sends_location(
        &self,
        latitude: f64,
        longitude: f64,
        label: impl Into<String>,
    ) -> Interaction {
        self.does(UserAction::Location { latitude, longitude, scale: 16.0, label: label.into() })
            .await
    }

    /// Shares a link.
    pub async fn sends_link(
        &self,
        title: impl Into<String>,
        description: impl Into<String>,
        url: impl Into<String>,
    ) -> Interaction {
        let (title, description, url) = (title.into(), description.into(), url.into());
        self.does(UserAction::Link { title, description, url }).await
    }

    /// Taps the menu button with this name or key. If the menu has no such button, nothing is
    /// pushed.
    pub async fn taps(&self, button: &str) -> Interaction {
        match self.action_of(button) {
            Some(action) => self.does(action).await,
            None => self.reject(Problem::new(
                format!("The menu has no button {button:?} with an action."),
                format!("菜单中没有可点击的按钮 {button:?}。"),
            )),
        }
    }

    /// Taps an item of a menu message (菜单消息).
    pub async fn answers(&self, id: impl Into<String>, text: impl Into<String>) -> Interaction {
        self.does(UserAction::MenuMessage { id: id.into(), text: text.into() }).await
    }

    /// Scans a QR code with this scene. The account need not have created the code. A person who
    /// does not follow the account yet follows it.
    pub async fn scans(&self, scene: impl Into<String>) -> Interaction {
        self.does(UserAction::Scan { scene: scene.into() }).await
    }

    /// Scans a QR code that the account has created, given by its ticket or the text encoded in it.
    /// A person who does not follow the account yet follows it. If the code does not exist or has
    /// expired, nothing is pushed.
    pub async fn scans_code(&self, code: impl Into<String>) -> Interaction {
        self.does(UserAction::ScanCode { code: code.into() }).await
    }

    /// Agrees to receive subscription messages of these templates: one message each, or any number
    /// for long-term templates.
    pub async fn subscribes(&self, templates: &[&str]) -> Interaction {
        let templates = templates.iter().map(|id| (*id).to_owned()).collect();
        self.does(UserAction::Subscribe { templates, accept: true }).await
    }

    /// Reports the phone's position (上报地理位置). Latitude and longitude are in degrees, the precision
    /// is in metres.
    pub async fn reports_location(
        &self,
        latitude: f64,
        longitude: f64,
        precision: f64,
    ) -> Interaction {
        self.does(UserAction::ReportLocation { latitude, longitude, precision }).await
    }

    /// Opens the WeCom app, or the customer-service chat (客服会话) of a Mini Program.
    pub async fn enters(&self) -> Interaction {
        self.does(UserAction::Enter).await
    }

    /// Triggers any event, with these fields in addition to the header.
    pub async fn causes(
        &self,
        event: impl Into<String>,
        fields: impl IntoIterator<Item = (String, Value)>,
    ) -> Interaction {
        let fields = fields.into_iter().collect();
        self.does(UserAction::Event { event: event.into(), fields }).await
    }

    /// Pays with these parameters of `wx.requestVirtualPayment`, which the Mini Program's server has
    /// signed. The phone checks them as WeChat does. Once they have paid, the delivery of the goods is
    /// pushed (`xpay_goods_deliver_notify`), or that coins were bought (`xpay_coin_pay_notify`).
    ///
    /// # Errors
    /// If the phone rejects the parameters. The text contains its error code, such as -15005 for a wrong
    /// `signature`.
    pub async fn buys(&self, payment: &SignedVirtualPayment) -> Result<Interaction, Problem> {
        let since = self.revision();
        let done = virtual_payment::buy(&self.platform, &self.account, &self.id, payment)?;
        Ok(self.paid(since, done).await)
    }

    /// Signs the contract of a subscription (会员订阅) with this number, as with `wx.requestSubscribeSign`.
    /// The form of that call's parameters is not documented, so none are checked.
    ///
    /// # Errors
    /// If the goods are not a subscription, or the number was used before.
    pub async fn signs_contract(
        &self,
        product: impl Into<ProductId>,
        contract: impl Into<SubscriptionContractId>,
        attach: Option<&str>,
    ) -> Result<Interaction, Problem> {
        let since = self.revision();
        let contract = (product.into(), contract.into(), attach.map(str::to_owned));
        let done =
            virtual_payment::sign_contract(&self.platform, &self.account, &self.id, contract)?;
        Ok(self.paid(since, done).await)
    }

    /// Ends the contract of a subscription, in WeChat's settings.
    ///
    /// # Errors
    /// If the person has no such contract.
    pub async fn ends_contract(
        &self,
        contract: impl Into<SubscriptionContractId>,
    ) -> Result<Interaction, Problem> {
        let since = self.revision();
        let contract = contract.into();
        let done =
            virtual_payment::end_contract(&self.platform, &self.account, &self.id, &contract)?;
        Ok(self.paid(since, done).await)
    }

    /// Sets whether charges under a contract fail because the person has no money [default: false].
    pub fn charges_fail(&self, contract: impl Into<SubscriptionContractId>, fail: bool) {
        self.platform.update(|state| {
            let account = state.account_mut(&self.account);
            let contract = contract.into();
            let contract =
                account.and_then(|account| account.virtual_payments.contracts.find_mut(&contract));
            if let Some(contract) = contract.filter(|contract| contract.user == self.id) {
                contract.charges_fail = fail;
            }
        });
    }

    fn revision(&self) -> u64 {
        self.platform.read(|state| state.timeline.revision())
    }

    async fn paid(&self, since: u64, done: virtual_payment::Paid) -> Interaction {
        let interaction = self.interaction(since, Some(done.message), done.progress);
        self.platform.clock.settle().await;
        interaction
    }

    /// Performs an action.
    pub async fn does(&self, action: UserAction) -> Interaction {
        let since = self.revision();
        let interaction = match perform(&self.platform, &self.account, &self.id, action) {
            Ok(done) => self.interaction(since, Some(done.message), done.progress),
            Err(problem) => self.reject(problem),
        };
        self.platform.clock.settle().await;
        interaction
    }

    /// What became of each message and other action of the person that is still in the timeline,
    /// oldest first.
    pub fn traces(&self) -> Vec<MessageTrace> {
        self.platform.read(|state| state.traces(&self.account, &self.id))
    }

    /// The reply windows (客服消息) of the person that are open now. Each customer-service message uses
    /// up one message of the window that closes first. WeCom has none.
    pub fn reply_windows(&self) -> Vec<OpenWindow> {
        self.platform.read(|state| {
            let person = state.person(&self.account, &self.id);
            person.map(|person| person.windows.open_at(state.now())).unwrap_or_default()
        })
    }

    /// The number of app messages (应用消息) that can reach the member now; the platform drops further
    /// ones silently. `None`: not a member of a WeCom corporation.
    pub fn app_messages_left(&self) -> Option<usize> {
        self.platform.read(|state| state.app_messages_left(state.person(&self.account, &self.id)?))
    }

    /// The chat of the person, oldest message first.
    pub fn chat(&self) -> Vec<MessageContent> {
        let mine = |entry: &&Entry| {
            entry.account.as_ref() == Some(&self.account) && entry.person.as_ref() == Some(&self.id)
        };
        self.platform.read(|state| {
            let messages = state.timeline.iter().filter(mine);
            messages
                .filter_map(|entry| match &entry.what {
                    EventKind::Message(message) => Some(message.content.clone()),
                    _ => None,
                })
                .collect()
        })
    }

    fn interaction(
        &self,
        since: u64,
        message: Option<EntryId>,
        progress: Arc<Progress>,
    ) -> Interaction {
        Interaction::new(
            self.platform.clone(),
            self.account.clone(),
            self.id.clone(),
            since,
            message,
            progress,
        )
    }

    /// Records why the action is not possible. Nothing is pushed.
    fn reject(&self, problem: Problem) -> Interaction {
        let since = self.platform.update(|state| {
            let (account, person) = (Some(&self.account), Some(&self.id));
            state.add_note(account, person, Level::Error, problem.en, problem.zh);
            state.timeline.revision()
        });
        self.interaction(since, None, Arc::new(Progress::new(PushOutcome::Unsent)))
    }

    fn uploads(&self, kind: MediaKind, file: FilePart) -> MediaId {
        self.platform.update(|state| {
            let now = state.now();
            let id = MediaId::new(state.ids.media_id());
            let rules = state.account(&self.account).map(|account| account.rules.media.lifetime);
            state.media.insert(
                Media {
                    id: id.clone(),
                    account: self.account.clone(),
                    kind,
                    name: file.name().to_owned(),
                    mime: file.mime().to_owned(),
                    content: file.bytes().cloned().unwrap_or_default(),
                    expires: now + rules.unwrap_or_default(),
                },
                now,
            );
            id
        })
    }

    /// The action of a menu button.
    fn action_of(&self, wanted: &str) -> Option<UserAction> {
        self.platform.read(|state| {
            let menu = state.account(&self.account)?.menu.as_deref()?;
            let is = |name: &str, text: &str| matches!(name, "name" | "key") && text == wanted;
            let button = find_button(menu, &is)?;
            let text = |name: &str| button.get(name).and_then(Value::as_str).map(str::to_owned);
            let fields = |key: &str| {
                Map::from_iter([("EventKey".to_owned(), text(key).unwrap_or_default().into())])
            };
            match text("type")?.as_str() {
                "click" => Some(UserAction::Click { key: text("key")? }),
                "view" => Some(UserAction::View { url: text("url")? }),
                "miniprogram" => Some(UserAction::Event {
                    event: "view_miniprogram".to_owned(),
                    fields: fields("pagepath"),
                }),
                kind if kind.starts_with("scancode") || kind.starts_with("pic_") => {
                    Some(UserAction::Event { event: kind.to_owned(), fields: fields("key") })
                }
                "location_select" => Some(UserAction::Event {
                    event: "location_select".to_owned(),
                    fields: fields("key"),
                }),
                _ => None,
            }
        })
    }
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person")
            .field("account", &self.account)
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
