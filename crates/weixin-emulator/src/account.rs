//! The handle of a sandbox account.

use std::{fmt::Display, sync::Arc};

use axum::{
    Router,
    body::{Body, HttpBody},
};
use http::{Request, Response};
use serde::Serialize;
use serde_json::Value;
use tower::Service;
use weixin_api::{AgentId, Timestamp};
use weixin_protocol::{
    AppId, CallbackToken, EncodingAesKey, Format, Mode, PeerId, Product, Secret,
};
use weixin_work::ids::ExternalUserId;

use crate::{
    Person, PlatformClock, Problem, Rules, VirtualPaymentCredentials, control,
    ids::Ids,
    js_sdk::PageConfig,
    platform::Platform,
    push::{HttpTarget, ServiceTarget, Target, verify},
    state::{
        AccountState, PlatformState, Settings, SubscriptionTemplate, TemplateField, TemplateText,
    },
};

/// A sandbox account of the emulator. The settings of the platform's console are set with
/// [`mode`](Self::mode), [`format`](Self::format), [`token`](Self::token) and [`key`](Self::key),
/// before the bot is connected. The defaults are a random token and key, safe mode and XML.
#[derive(Clone)]
pub struct Account {
    platform: Arc<Platform>,
    id: AppId,
    product: Product,
}

/// The values that a bot is configured with, as the platform's console shows them.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Credentials {
    /// The product.
    pub product: Product,
    /// The appid, or in WeCom the corpid.
    pub id: AppId,
    /// The `ToUserName` of the account's pushes: the original ID (原始 ID, `gh_…`), or the corpid.
    pub user_name: String,
    /// The agent id of the app. WeCom only.
    pub agent_id: Option<AgentId>,
    /// The AppSecret.
    pub secret: Secret,
    /// The contacts secret (通讯录同步 Secret). WeCom only. Members and departments can only be changed
    /// with a token that was obtained with it.
    pub contacts_secret: Option<Secret>,
    /// The token of the callback.
    pub token: CallbackToken,
    /// The EncodingAESKey of the callback.
    pub aes_key: EncodingAesKey,
    /// The encryption mode of pushes.
    pub mode: Mode,
    /// The format of pushes: XML or JSON.
    pub format: Format,
    /// Virtual payment (虚拟支付). Mini Programs only.
    pub virtual_payment: Option<VirtualPaymentCredentials>,
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

    /// Sets the encryption mode of pushes (消息加解密方式). Ignored for WeCom, which only has safe mode.
    pub fn mode(self, mode: Mode) -> Self {
        if self.product != Product::Work {
            self.update(|account| account.settings.mode = mode);
        }
        self
    }

    /// Sets the format of pushes (数据格式).
    pub fn format(self, format: Format) -> Self {
        self.update(|account| account.settings.format = format);
        self
    }

    /// Sets the token of the callback.
    pub fn token(self, token: CallbackToken) -> Self {
        self.update(|account| account.settings.token = token);
        self
    }

    /// Sets the EncodingAESKey of the callback.
    pub fn key(self, key: EncodingAesKey) -> Self {
        self.update(|account| account.settings.key = key);
        self
    }

    /// Sets how many times an unanswered push is delivered in total.
    pub fn deliveries(self, deliveries: u8) -> Self {
        self.rules(|rules| rules.push.deliveries = Some(deliveries))
    }

    /// Changes the platform rules of this account.
    pub fn rules(self, change: impl FnOnce(&mut Rules)) -> Self {
        self.update(|account| change(&mut account.rules));
        self
    }

    /// The values to configure a bot with.
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
            virtual_payment: (account.product == Product::Mini).then(|| {
                let payments = &account.virtual_payments;
                VirtualPaymentCredentials {
                    offer_id: payments.offer_id.clone(),
                    live_key: payments.live_key.clone(),
                    sandbox_key: payments.sandbox_key.clone(),
                }
            }),
        });
        credentials.expect("accounts are never removed")
    }

    /// The clock of the emulated platform.
    pub fn clock(&self) -> PlatformClock {
        self.platform.clock.clone()
    }

    /// The API of the emulated platform, as a service for clients in this process.
    pub fn api(&self) -> Router {
        control::router(self.platform.clone(), control::RequestSource::InProcess)
    }

    /// Connects a bot that listens at this URL: verifies the URL, as the console does, and sends
    /// pushes there from then on.
    ///
    /// Such a bot uses the system clock. Its requests are therefore signed with the system time,
    /// even if the emulator's clock is virtual; only the `CreateTime` of messages is the emulator's
    /// time. Connect a bot that uses the emulator's clock with
    /// [`connect_service`](Self::connect_service).
    ///
    /// # Errors
    /// If the URL is invalid or the bot fails the verification. Also if the URL is not on this
    /// machine, unless the emulator was built with
    /// [`allow_callbacks_off_loopback`](crate::EmulatorBuilder::allow_callbacks_off_loopback).
    pub async fn connect_url(&self, url: &str) -> Result<(), Problem> {
        let target = HttpTarget::new(&self.platform.http, url)?;
        self.connect(Arc::new(target)).await
    }

    /// Connects a bot in this process that serves its callback at `/`, and verifies it as
    /// [`connect_url`](Self::connect_url) does. Requests are signed with the time of the emulator's
    /// clock, so the bot has to use the same [`clock`](Self::clock).
    ///
    /// # Errors
    /// If the bot fails the verification.
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

    /// Connects a bot in this process that serves its callback at `path`.
    ///
    /// # Errors
    /// If the bot fails the verification.
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

    /// The person with this name, who is created on first use. A new person does not follow an
    /// Official Account yet.
    pub fn person(&self, name: &str) -> Person {
        let id = self.platform.update(|state| state.person_by_name(&self.id, name));
        Person::new(self.platform.clone(), self.id.clone(), id)
    }

    /// The person with this name, as a follower of the account.
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

    /// The ids of all people at this account.
    pub fn people(&self) -> Vec<PeerId> {
        let people = |state: &crate::state::PlatformState| {
            state.people_of(&self.id).map(|person| person.id.clone()).collect()
        };
        self.platform.read(people)
    }

    /// The buttons of the menu as the platform's JSON; `None` if the account has no menu.
    pub fn menu(&self) -> Option<Vec<Value>> {
        self.read(|account| account.menu.clone()).flatten()
    }

    /// Adds a message template (模板消息), as in the console, and returns its id. `content` contains
    /// placeholders like `{{result.DATA}}`.
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

    /// Adds a template of subscription messages (订阅消息), as in the console, and returns its id.
    /// `fields` are pairs of label and placeholder name, such as `thing1`; the name determines
    /// which values are allowed. One consent of a person permits one message, or any number of
    /// messages if the template is `long_term` (长期订阅).
    pub fn add_subscription_template(
        &self,
        title: impl Into<String>,
        fields: &[(&str, &str)],
        long_term: bool,
    ) -> String {
        let field = |(label, name): &(&str, &str)| TemplateField {
            label: (*label).to_owned(),
            name: (*name).to_owned(),
            example: String::new(),
        };
        let id = self.platform.update(|state| state.ids.template());
        let fields = fields.iter().map(field).collect();
        let form = SubscriptionTemplate { id: id.clone(), title: title.into(), long_term, fields };
        self.update(|account| account.subscriptions.put(form));
        id
    }

    /// Sets the domains that web authorization may redirect to (网页授权域名, in WeCom 可信域名), as in the
    /// console. If none are set, every host is allowed.
    pub fn web_domains(self, domains: &[&str]) -> Self {
        let domains = domains.iter().map(|domain| (*domain).to_owned()).collect();
        self.update(|account| account.web_domains = domains);
        self
    }

    /// Sets the domains of pages that may use the JS-SDK (JS 接口安全域名), as in the console. If none are
    /// set, every host is allowed. In WeCom these are the [`web_domains`](Self::web_domains).
    pub fn js_domains(self, domains: &[&str]) -> Self {
        let domains = domains.iter().map(|domain| (*domain).to_owned()).collect();
        self.update(|account| account.js_domains = domains);
        self
    }

    /// Sets whether the account is bound to the emulator's Open Platform account (微信开放平台), so that
    /// its users have a [UnionID](Person::union_id). Official Accounts and Mini Programs are, unless
    /// this is called with `false`. Ignored for WeCom.
    pub fn bound_to_open_platform(self, bound: bool) -> Self {
        if self.product != Product::Work {
            self.update(|account| account.has_union_ids = bound);
        }
        self
    }

    /// Makes the person with this name, who is not a member, a customer (客户) of the corporation:
    /// when they visit its pages, it receives their `external_userid`, which is returned here. WeCom
    /// only.
    pub fn add_customer(&self, name: &str) -> ExternalUserId {
        self.update(|account| {
            account.visits.customers.insert(name.to_owned());
        });
        self.platform.read(|state| state.customer_id(&self.id, name))
    }

    /// Checks the arguments of `wx.config` or `wx.agentConfig` that the page at `url` received from
    /// its server, as WeChat does: a [`JsSdkConfig`](weixin_api::js_sdk::JsSdkConfig), an
    /// [`AgentConfig`](weixin_api::js_sdk::AgentConfig), or the JSON of them. `url` is the one in the
    /// browser.
    ///
    /// # Errors
    /// What is wrong: the account, the ticket, the domain, or which mistake was made in the
    /// signature.
    pub fn checks_js_config(&self, config: &impl Serialize, url: &str) -> Result<(), Problem> {
        let config = serde_json::to_value(config).unwrap_or_default();
        let own = |config: &PageConfig| config.app == self.id.as_str();
        self.platform.read(|state| {
            let config = PageConfig::parse(&config, url)?;
            if !own(&config) {
                return Err(Problem::new(
                    "The configuration is that of another account.",
                    "该配置属于其他账号。",
                ));
            }
            config.check(state).map_err(|rejection| rejection.problem)
        })
    }

    /// Sets the pages of the Mini Program's published version. If none are set, every page exists.
    pub fn pages(self, pages: &[&str]) -> Self {
        let pages = pages.iter().map(|page| (*page).to_owned()).collect();
        self.update(|account| account.program.pages = pages);
        self
    }

    /// Page and query that a Mini Program code (小程序码) opens, by the text encoded in its image.
    pub fn code_target(&self, code: &str) -> Option<String> {
        self.read(|account| account.program.code_target(code).map(str::to_owned)).flatten()
    }

    /// Until when the platform pauses pushing to this account because too many deliveries failed
    /// ([`PushRules::block_after`](crate::PushRules::block_after)). `None`: it is not paused.
    pub fn paused_until(&self) -> Option<Timestamp> {
        self.platform.read(|state| {
            let account = state.account(&self.id).filter(|account| account.is_blocked(state.now()));
            account.and_then(|account| account.blocked_until)
        })
    }

    /// Invalidates all access tokens, as if another program had fetched newer ones.
    pub fn revoke_tokens(&self) {
        let now = self.platform.read(|state| state.now());
        self.update(|account| account.tokens.revoke(now));
    }

    /// The number of different access tokens that were issued for this account.
    pub fn tokens_granted(&self) -> u64 {
        self.read(|account| account.tokens.granted()).unwrap_or_default()
    }

    async fn connect(&self, target: Arc<dyn Target>) -> Result<(), Problem> {
        let settings: Option<Settings> = self.read(|account| account.settings.clone());
        let settings =
            settings.ok_or_else(|| Problem::new("The account does not exist.", "账号不存在。"))?;
        verify(&self.platform, &self.id, settings, target).await
    }

    pub(crate) fn read<R>(&self, read: impl FnOnce(&AccountState) -> R) -> Option<R> {
        self.platform.read(|state| state.account(&self.id).map(read))
    }

    /// Changes the account with new ids.
    pub(crate) fn change_with_ids(&self, change: impl FnOnce(&mut AccountState, &mut Ids)) {
        self.platform.update(|state| {
            let PlatformState { accounts, ids, .. } = state;
            if let Some(account) = accounts.iter_mut().find(|account| account.id == self.id) {
                change(account, ids);
            }
            state.mark_dirty();
        });
    }

    pub(crate) fn update(&self, update: impl FnOnce(&mut AccountState)) {
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
