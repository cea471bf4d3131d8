//! A sandbox account, as a test or a program holds it.

use std::{fmt::Display, sync::Arc};

use axum::{
    Router,
    body::{Body, HttpBody},
};
use http::{Request, Response};
use serde_json::Value;
use tower::Service;
use weixin_api::AgentId;
use weixin_protocol::{
    AppId, CallbackToken, EncodingAesKey, Format, Mode, Product, Secret, UserId,
};

use crate::{
    Person, PlatformClock, Problem, Rules, control,
    platform::Platform,
    push::{HttpTarget, ServiceTarget, Target, verify},
    state::{AccountState, Settings, SubscriptionEntry, TemplateField, TemplateText},
};

/// A sandbox account of the emulator.
///
/// What a developer sets in the platform's console is set by [`mode`](Self::mode),
/// [`format`](Self::format), [`token`](Self::token) and [`key`](Self::key); then the bot is
/// connected. The defaults are a random token and key, safe mode and XML.
#[derive(Clone)]
pub struct Account {
    platform: Arc<Platform>,
    id: AppId,
    product: Product,
}

/// What a bot must know of an account: what the platform's console shows.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Credentials {
    /// The product.
    pub product: Product,
    /// The appid, or in WeCom the corpid.
    pub id: AppId,
    /// What the account's pushes are addressed to: `gh_…`, or the corpid.
    pub user_name: String,
    /// The app, in WeCom.
    pub agent_id: Option<AgentId>,
    /// The AppSecret.
    pub secret: Secret,
    /// The secret of who keeps the address book (通讯录同步), in WeCom: only with a token of it
    /// members and departments can be changed.
    pub contacts_secret: Option<Secret>,
    /// The callback's token.
    pub token: CallbackToken,
    /// The callback's key.
    pub aes_key: EncodingAesKey,
    /// How pushes are encrypted.
    pub mode: Mode,
    /// How pushes are written.
    pub format: Format,
}

impl Account {
    pub(crate) fn new(platform: Arc<Platform>, id: AppId, product: Product) -> Self {
        Self { platform, id, product }
    }

    /// The appid, or in WeCom the corpid.
    pub fn id(&self) -> &AppId {
        &self.id
    }

    /// The product.
    pub fn product(&self) -> Product {
        self.product
    }

    /// Sets how pushes are encrypted. WeCom knows safe mode only, and stays with it.
    pub fn mode(self, mode: Mode) -> Self {
        if self.product != Product::Work {
            self.update(|account| account.settings.mode = mode);
        }
        self
    }

    /// Sets how pushes are written.
    pub fn format(self, format: Format) -> Self {
        self.update(|account| account.settings.format = format);
        self
    }

    /// Sets the callback's token.
    pub fn token(self, token: CallbackToken) -> Self {
        self.update(|account| account.settings.token = token);
        self
    }

    /// Sets the callback's key.
    pub fn key(self, key: EncodingAesKey) -> Self {
        self.update(|account| account.settings.key = key);
        self
    }

    /// Sets how often an unanswered push is delivered in all.
    pub fn deliveries(self, deliveries: u8) -> Self {
        self.rules(|rules| rules.push.deliveries = Some(deliveries))
    }

    /// Changes the rules the account lives by.
    pub fn rules(self, change: impl FnOnce(&mut Rules)) -> Self {
        self.update(|account| change(&mut account.rules));
        self
    }

    /// What the bot must know.
    pub fn credentials(&self) -> Credentials {
        let credentials = self.read(|account| Credentials {
            product: account.product,
            id: account.id.clone(),
            user_name: account.user_name.clone(),
            agent_id: account.agent,
            secret: account.secret.clone(),
            contacts_secret: (account.product == Product::Work)
                .then(|| account.contacts_secret.clone()),
            token: account.settings.token.clone(),
            aes_key: account.settings.key.clone(),
            mode: account.settings.mode,
            format: account.settings.format,
        });
        credentials.expect("accounts are never removed")
    }

    /// The clock of the platform the account belongs to.
    pub fn clock(&self) -> PlatformClock {
        self.platform.clock.clone()
    }

    /// The API of the platform the account belongs to, for clients in this process.
    pub fn api(&self) -> Router {
        control::router(self.platform.clone(), control::RequestSource::InProcess)
    }

    /// Connects a bot that listens at this address: verifies the URL, as the console does, and
    /// pushes there from then on.
    ///
    /// Such a bot reads the computer's clock. So its requests are signed with the computer's time,
    /// also where the emulator's clock is virtual; the `CreateTime` of messages is the emulator's.
    /// A bot that was given the emulator's clock is connected by
    /// [`connect_service`](Self::connect_service).
    ///
    /// # Errors
    /// What was wrong with the address or the bot's answer; and if the address is another machine's,
    /// unless the emulator was built with
    /// [`allow_callbacks_off_loopback`](crate::EmulatorBuilder::allow_callbacks_off_loopback).
    pub async fn connect_url(&self, url: &str) -> Result<(), Problem> {
        let target = HttpTarget::new(&self.platform.http, url)?;
        self.connect(Arc::new(target)).await
    }

    /// Connects a bot in this process that takes requests at `/`: verifies it as
    /// [`connect_url`](Self::connect_url) does. Its requests are signed with the time of the
    /// emulator's clock: give the bot the same one ([`clock`](Self::clock)).
    ///
    /// # Errors
    /// What was wrong with the bot's answer.
    pub async fn connect_service<S, B>(&self, service: S) -> Result<(), Problem>
    where
        S: Service<Request<Body>, Response = Response<B>> + Clone + Send + 'static,
        S::Error: Display + Send,
        S::Future: Send,
        B: HttpBody + Send + 'static,
        B::Data: Send,
        B::Error: Into<axum::BoxError> + Send,
    {
        self.connect_service_at("/", service).await
    }

    /// Connects a bot in this process that takes requests at `path`.
    ///
    /// # Errors
    /// What was wrong with the bot's answer.
    pub async fn connect_service_at<S, B>(&self, path: &str, service: S) -> Result<(), Problem>
    where
        S: Service<Request<Body>, Response = Response<B>> + Clone + Send + 'static,
        S::Error: Display + Send,
        S::Future: Send,
        B: HttpBody + Send + 'static,
        B::Data: Send,
        B::Error: Into<axum::BoxError> + Send,
    {
        self.connect(Arc::new(ServiceTarget::new(service, path))).await
    }

    /// A person at this account, by name: the same one whenever the name is the same. At an
    /// Official Account they do not follow it yet.
    pub fn person(&self, name: &str) -> Person {
        let id = self.platform.update(|state| state.person_by_name(&self.id, name));
        Person::new(self.platform.clone(), self.id.clone(), id)
    }

    /// A person who follows this account already.
    pub fn follower(&self, name: &str) -> Person {
        let id = self.platform.update(|state| {
            let id = state.person_by_name(&self.id, name);
            if let Some(person) = state.person_mut(&self.id, &id) {
                person.following = true;
            }
            state.mark_dirty();
            id
        });
        Person::new(self.platform.clone(), self.id.clone(), id)
    }

    /// The people the account knows.
    pub fn people(&self) -> Vec<UserId> {
        let people = |state: &crate::state::PlatformState| {
            state.people_of(&self.id).map(|person| person.id.clone()).collect()
        };
        self.platform.read(people)
    }

    /// The buttons of the account's menu, as the platform writes them; `None` if it has none.
    pub fn menu(&self) -> Option<Vec<Value>> {
        self.read(|account| account.menu.clone()).flatten()
    }

    /// Adds a template for its notices, as in the console, and gives its id. `content` has places as
    /// in `{{result.DATA}}`.
    pub fn add_template(&self, title: impl Into<String>, content: impl Into<String>) -> String {
        let model = TemplateText {
            title: title.into(),
            content: content.into(),
            ..TemplateText::default()
        };
        let id = self.platform.update(|state| state.ids.template());
        self.update(|account| account.templates.put(id.clone(), model));
        id
    }

    /// Adds a template for messages that people subscribe to, as in the console, and gives its id.
    /// Each place is what stands before it and its name, such as `thing1`, which says what may stand
    /// there. One consent is for one message, or for any number of them if it is `long_term`.
    pub fn add_subscription_template(
        &self,
        title: impl Into<String>,
        places: &[(&str, &str)],
        long_term: bool,
    ) -> String {
        let place = |(label, name): &(&str, &str)| TemplateField {
            label: (*label).to_owned(),
            name: (*name).to_owned(),
            example: String::new(),
        };
        let id = self.platform.update(|state| state.ids.template());
        let places = places.iter().map(place).collect();
        let form = SubscriptionEntry { id: id.clone(), title: title.into(), long_term, places };
        self.update(|account| account.subscriptions.put(form));
        id
    }

    /// Sets the hosts of the account's web pages (网页授权域名), as in the console: nobody is sent
    /// back to others. Without any, every host is allowed.
    pub fn web_domains(self, domains: &[&str]) -> Self {
        let domains = domains.iter().map(|domain| (*domain).to_owned()).collect();
        self.update(|account| account.web_domains = domains);
        self
    }

    /// Sets the pages of the Mini Program's published version. Without any, every page is there.
    pub fn pages(self, pages: &[&str]) -> Self {
        let pages = pages.iter().map(|page| (*page).to_owned()).collect();
        self.update(|account| account.program.pages = pages);
        self
    }

    /// What one of the Mini Program's codes opens, by what its picture holds: page and query.
    pub fn code_target(&self, code: &str) -> Option<String> {
        self.read(|account| account.program.code_target(code).map(str::to_owned)).flatten()
    }

    /// ConnectionAddrs the life of every access token, as if another program had fetched newer ones.
    pub fn revoke_tokens(&self) {
        let now = self.platform.read(|state| state.now());
        self.update(|account| account.tokens.revoke(now));
    }

    /// How many access tokens the platform has handed out for this account, not counting answers
    /// that repeat one.
    pub fn tokens_granted(&self) -> u64 {
        self.read(|account| account.tokens.granted()).unwrap_or_default()
    }

    async fn connect(&self, target: Arc<dyn Target>) -> Result<(), Problem> {
        let settings: Option<Settings> = self.read(|account| account.settings.clone());
        let settings =
            settings.ok_or_else(|| Problem::new("There is no such account.", "没有该账号。"))?;
        verify(&self.platform, &self.id, settings, target).await
    }

    fn read<R>(&self, read: impl FnOnce(&AccountState) -> R) -> Option<R> {
        self.platform.read(|state| state.account(&self.id).map(read))
    }

    fn update(&self, update: impl FnOnce(&mut AccountState)) {
        self.platform.update(|state| {
            if let Some(account) = state.account_mut(&self.id) {
                update(account);
            }
            state.mark_dirty();
        });
    }
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Account")
            .field("product", &self.product)
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
