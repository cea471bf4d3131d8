//! The state of a sandbox account: identity, console settings, callback and resources.

use std::{collections::HashMap, sync::Arc};

use serde_json::Value;
use weixin_api::{AgentId, Clock, SystemClock, Timestamp};
use weixin_official::material::VideoDescription;
use weixin_protocol::{
    AppId, Callback, CallbackToken, EncodingAesKey, Format, Header, MediaId, Mode, PeerId, Product,
    Secret, Stamp,
};
use weixin_work::agent::Agent;

use super::{
    ApiSecurityState, AppMessages, CallCounts, Corp, Grants, Program, QrCodes, Sessions,
    Subscriptions, Tags, Templates, Tickets, Tokens, VirtualPayments, Visits,
};
use crate::{Problem, Rules, ids::Ids, push::Target};

/// The agent id of the first app of a corp.
const FIRST_AGENT: u32 = 1_000_002;

/// The state of an account.
#[derive(Debug)]
pub(crate) struct AccountState {
    /// The appid, or in WeCom the corpid.
    pub(crate) id: AppId,
    pub(crate) product: Product,
    pub(crate) name: String,
    /// The `ToUserName` of its pushes: the original ID (`gh_…`), or the corpid.
    pub(crate) user_name: String,
    /// The agent id. WeCom only.
    pub(crate) agent: Option<AgentId>,
    pub(crate) secret: Secret,
    /// The contacts secret. WeCom only.
    pub(crate) contacts_secret: Secret,
    pub(crate) openid_prefix: String,
    pub(crate) settings: Settings,
    pub(crate) endpoint: Option<CallbackEndpoint>,
    /// The buttons of the menu, as the platform's JSON.
    pub(crate) menu: Option<Vec<Value>>,
    pub(crate) tokens: Tokens,
    pub(crate) tickets: Tickets,
    /// The logins of a Mini Program.
    pub(crate) sessions: Sessions,
    /// The permanent materials (永久素材); videos have a description.
    pub(crate) materials: HashMap<MediaId, Option<VideoDescription>>,
    /// The tags of followers.
    pub(crate) tags: Tags,
    /// The message templates.
    pub(crate) templates: Templates,
    pub(crate) qrcodes: QrCodes,
    /// The templates of subscription messages.
    pub(crate) subscriptions: Subscriptions,
    /// The contacts of the corp. WeCom only.
    pub(crate) corp: Corp,
    /// The settings of the WeCom app, except its name.
    pub(crate) app: Agent,
    pub(crate) app_messages: AppMessages,
    pub(crate) rules: Rules,
    /// The API calls of today, by path.
    pub(crate) calls: CallCounts,
    /// The keys of API security, if it is switched on.
    pub(crate) api_security: Option<ApiSecurityState>,
    /// The web authorizations of users.
    pub(crate) grants: Grants,
    /// The domains for web authorization. Empty: any host.
    pub(crate) web_domains: Vec<String>,
    /// The domains of pages that use the JS-SDK (JS 接口安全域名). Empty: any host.
    pub(crate) js_domains: Vec<String>,
    /// Whether the account is bound to the emulator's Open Platform account (微信开放平台), so that its
    /// users have a UnionID.
    pub(crate) has_union_ids: bool,
    /// The visitors of web pages. WeCom only.
    pub(crate) visits: Visits,
    /// Pages, codes and phone numbers of a Mini Program.
    pub(crate) program: Program,
    /// The number of consecutive failed deliveries.
    pub(crate) failures: u32,
    pub(crate) blocked_until: Option<Timestamp>,
    /// Virtual payment of a Mini Program.
    pub(crate) virtual_payments: VirtualPayments,
}

/// The callback settings in the console, except the URL.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) token: CallbackToken,
    pub(crate) key: EncodingAesKey,
    pub(crate) mode: Mode,
    pub(crate) format: Format,
}

/// The callback's target and the result of its verification.
#[derive(Clone)]
pub(crate) struct CallbackEndpoint {
    pub(crate) target: Arc<dyn Target>,
    pub(crate) verified_at: Option<Timestamp>,
    pub(crate) problem: Option<Problem>,
}

impl std::fmt::Debug for CallbackEndpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CallbackEndpoint")
            .field("url", &self.target.url())
            .field("verified_at", &self.verified_at)
            .finish_non_exhaustive()
    }
}

impl AccountState {
    /// Creates a sandbox account; `before` is the number of existing accounts of the same product.
    pub(super) fn sandbox(product: Product, before: usize, ids: &mut Ids) -> Self {
        let work = product == Product::Work;
        let id = if work { ids.corp_id() } else { ids.app_id() };
        let settings = Settings {
            token: CallbackToken::new(&ids.callback_token()).expect("32 letters and digits"),
            key: EncodingAesKey::new(&ids.aes_key()).expect("43 letters and digits"),
            mode: Mode::Safe,
            format: Format::Xml,
        };
        let base = match product {
            Product::Mini => "Sandbox 沙箱小程序",
            Product::Work => "Sandbox 沙箱应用",
            _ => "Sandbox 沙箱公众号",
        };
        Self {
            user_name: if work { id.clone() } else { ids.user_name() },
            id: AppId::new(id),
            product,
            name: if before == 0 { base.to_owned() } else { format!("{base} {}", before + 1) },
            agent: work.then(|| AgentId::new(FIRST_AGENT)),
            secret: Secret::new(if work { ids.work_secret() } else { ids.secret() }),
            contacts_secret: Secret::new(ids.work_secret()),
            openid_prefix: ids.openid_prefix(),
            settings,
            endpoint: None,
            menu: None,
            tokens: Tokens::default(),
            tickets: Tickets::default(),
            sessions: Sessions::default(),
            materials: HashMap::new(),
            tags: Tags::default(),
            corp: Corp::new("Sandbox 沙箱企业"),
            app: Agent::new(AgentId::new(0), ""),
            app_messages: AppMessages::default(),
            qrcodes: QrCodes::default(),
            subscriptions: Subscriptions::default(),
            templates: Templates::default(),
            rules: if work { Rules::of_work() } else { Rules::default() },
            calls: CallCounts::default(),
            api_security: None,
            grants: Grants::default(),
            web_domains: Vec::new(),
            js_domains: Vec::new(),
            has_union_ids: !work,
            visits: Visits::default(),
            program: Program::default(),
            failures: 0,
            blocked_until: None,
            virtual_payments: VirtualPayments::sandbox(ids),
        }
    }

    /// The header of a push about a person.
    pub(crate) fn header(&self, person: &PeerId, now: Timestamp) -> Header {
        let created = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        let header = Header::new(person, &*self.user_name, created);
        match self.agent {
            Some(agent) => header.with_agent_id(agent.get().into()),
            None => header,
        }
    }

    /// The callback that signs and encrypts pushes.
    pub(crate) fn callback(&self, settings: &Settings) -> Callback {
        Callback::new(self.product, settings.token.clone())
            .key(settings.key.clone())
            .receive_id(self.id.as_str())
            .accept([settings.mode])
    }

    /// The callback endpoint, if it was verified.
    pub(crate) fn verified(&self) -> Option<&CallbackEndpoint> {
        self.endpoint.as_ref().filter(|link| link.verified_at.is_some())
    }

    /// Whether pushing to the account is paused.
    pub(crate) fn is_blocked(&self, now: Timestamp) -> bool {
        self.blocked_until.is_some_and(|until| now < until)
    }
}

/// Creates the stamp of a push to `target`. Bots reject signatures whose time differs from their
/// own clock. So the stamp has the emulator's time (`now`) for a bot that uses the emulator's
/// clock, and the system time for all others. The `CreateTime` of a message is always the
/// emulator's time.
pub(crate) fn stamp(ids: &mut Ids, now: Timestamp, target: &dyn Target) -> Stamp {
    let signed = if target.shares_clock() { now } else { SystemClock.now() };
    let timestamp = i64::try_from(signed.as_secs()).unwrap_or(i64::MAX);
    Stamp { timestamp, nonce: ids.nonce(), random: ids.prefix() }
}
