//! The emulator and its builder.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::Router;
use tokio::{net::TcpListener, task::JoinHandle};
use weixin_protocol::{AppId, Product, Secret};

use crate::{
    Account, Person, PlatformClock, VirtualClock, Website,
    control::{self, Access, AccessRules, ConnectionAddrs, RequestSource},
    platform::Platform,
    state::PlatformState,
    timeline::{CallEntry, Entry, EntryId, EventKind, MessageTrace},
};

/// The emulated platform, in this process.
///
/// ```
/// use axum::{Router, routing::get};
/// use weixin_emulator::{Emulator, Mode};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// // A minimal bot: it passes the URL verification and acknowledges every push.
/// async fn verified(query: axum::extract::RawQuery) -> String {
///     let query = query.0.unwrap_or_default();
///     let echo = query.split('&').find_map(|pair| pair.strip_prefix("echostr="));
///     echo.unwrap_or_default().to_owned()
/// }
/// let bot = Router::new().route("/", get(verified).post(async || "success"));
///
/// let platform = Emulator::start().await;
/// let account = platform.official().mode(Mode::Plain);
/// account.connect_service(bot).await?;
///
/// let ann = platform.follower("ann");
/// ann.says("hello").await.expect_nothing_for(std::time::Duration::from_secs(60)).await;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Emulator {
    platform: Arc<Platform>,
    servers: Arc<Servers>,
}

/// The HTTP servers, which stop when the last handle of the emulator is dropped.
struct Servers {
    rules: AccessRules,
    running: Mutex<Vec<RunningServer>>,
}

/// One HTTP server.
struct RunningServer {
    access: Arc<Access>,
    server: JoinHandle<()>,
}

impl Drop for Servers {
    fn drop(&mut self) {
        let servers = self.running.get_mut().unwrap_or_else(PoisonError::into_inner);
        servers.drain(..).for_each(|server| server.server.abort());
    }
}

/// Settings for starting an emulator. Created by [`Emulator::builder`].
#[derive(Debug, Default)]
#[must_use]
pub struct EmulatorBuilder {
    clock: Option<PlatformClock>,
    listen: Option<SocketAddr>,
    access: AccessRules,
    callbacks_off_loopback: bool,
}

impl EmulatorBuilder {
    /// Uses the system clock, for bots that run in other processes.
    pub fn real_time(mut self) -> Self {
        self.clock = Some(PlatformClock::real());
        self
    }

    /// Uses this virtual clock, which can be shared with other components.
    pub fn clock(mut self, clock: VirtualClock) -> Self {
        self.clock = Some(clock.into());
        self
    }

    /// Listens on this port of the loopback interface. 0 means any free port.
    pub fn port(self, port: u16) -> Self {
        self.listen(SocketAddr::from(([127, 0, 0, 1], port)))
    }

    /// Listens on this address. If it is not a loopback address, the page and the control API
    /// require a token, which is part of [`Emulator::page_url`]. Calls of the platform's API only
    /// need the platform's credentials.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.listen = Some(address);
        self
    }

    /// Requires this token for the page and the control API, on loopback too. Without it, a random
    /// token is required on other addresses only. It has 16 to 128 characters: letters, digits and
    /// `-._~`. Clients send it as `Authorization: Bearer …`; browsers open `/_/?token=…`, which
    /// sets a cookie.
    pub fn page_token(mut self, token: impl Into<Secret>) -> Self {
        self.access.token = Some(token.into());
        self
    }

    /// Also accepts requests to the page and the control API under this host name, besides
    /// `localhost` and the address it listens on. Can be called several times. Since a host name
    /// implies access from outside, it makes the token mandatory on loopback too. Requests under
    /// any other host name are rejected, as a protection against DNS rebinding.
    pub fn host(mut self, name: impl Into<String>) -> Self {
        self.access.hosts.push(name.into());
        self
    }

    /// Allows callbacks on other machines. By default the emulator only connects to loopback
    /// addresses, so that users of its page cannot make it send requests into the local network.
    pub fn allow_callbacks_off_loopback(mut self) -> Self {
        self.callbacks_off_loopback = true;
        self
    }

    /// Starts the emulator.
    ///
    /// # Errors
    /// If it cannot listen on the address, for example because the port is in use, or if the page
    /// token or a host name is malformed.
    pub async fn start(self) -> io::Result<Emulator> {
        self.access.check()?;
        let clock = self.clock.unwrap_or_else(|| VirtualClock::default().into());
        let emulator = Emulator {
            platform: Arc::new(Platform::new(clock, self.callbacks_off_loopback)),
            servers: Arc::new(Servers { rules: self.access, running: Mutex::default() }),
        };
        if let Some(address) = self.listen {
            emulator.serve(TcpListener::bind(address).await?)?;
        }
        Ok(emulator)
    }
}

impl Emulator {
    /// Starts an emulator for tests: in this process, with a virtual clock, without a port.
    pub async fn start() -> Self {
        Self::builder().start().await.expect("starting without a port cannot fail")
    }

    /// A builder for an emulator with other settings.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder::default()
    }

    /// The sandbox Official Account, created on first use.
    pub fn official(&self) -> Account {
        self.first(Product::Official)
    }

    /// The sandbox Mini Program, created on first use.
    pub fn mini(&self) -> Account {
        self.first(Product::Mini)
    }

    /// The sandbox WeCom app, created on first use.
    pub fn work(&self) -> Account {
        self.first(Product::Work)
    }

    /// The first sandbox account of this product, created on first use.
    pub fn first(&self, product: Product) -> Account {
        let id = self.platform.update(|state| {
            let first = state.accounts.iter().find(|account| account.product == product);
            let first = first.map(|account| account.id.clone());
            first.unwrap_or_else(|| state.add_account(product))
        });
        Account::new(self.platform.clone(), id, product)
    }

    /// The sandbox website application (网站应用), created on first use.
    pub fn website(&self) -> Website {
        let id = self.platform.update(|state| {
            let first = state.websites.first().map(|website| website.id.clone());
            first.unwrap_or_else(|| state.add_website())
        });
        Website::new(self.platform.clone(), id)
    }

    /// Adds another sandbox website application.
    pub fn add_website(&self) -> Website {
        let id = self.platform.update(PlatformState::add_website);
        Website::new(self.platform.clone(), id)
    }

    /// Adds another sandbox account.
    pub fn add_account(&self, product: Product) -> Account {
        let id = self.platform.update(|state| state.add_account(product));
        Account::new(self.platform.clone(), id, product)
    }

    /// The account with this appid or corpid.
    pub fn account(&self, id: &AppId) -> Option<Account> {
        let product = self.platform.read(|state| state.account(id).map(|account| account.product));
        product.map(|product| Account::new(self.platform.clone(), id.clone(), product))
    }

    /// All accounts, in the order of their creation.
    pub fn accounts(&self) -> Vec<Account> {
        let all: Vec<_> = self.platform.read(|state| {
            state.accounts.iter().map(|account| (account.id.clone(), account.product)).collect()
        });
        all.into_iter()
            .map(|(id, product)| Account::new(self.platform.clone(), id, product))
            .collect()
    }

    /// A follower of the first account. If there is none, an Official Account is created.
    pub fn follower(&self, name: &str) -> Person {
        let first = self.accounts().into_iter().next();
        first.unwrap_or_else(|| self.official()).follower(name)
    }

    /// The platform's clock.
    pub fn clock(&self) -> PlatformClock {
        self.platform.clock.clone()
    }

    /// The platform's API, the page and the control API, as a service for clients in this process.
    /// It requires no page token; use [`serve`](Self::serve) to listen on a socket.
    pub fn api(&self) -> Router {
        control::router(self.platform.clone(), RequestSource::InProcess)
    }

    /// Serves the same on this listener until the last handle of this emulator is dropped, and
    /// returns the URL, for example `http://127.0.0.1:8080`. On addresses other than loopback the
    /// page and the control API require a token (see [`page_url`](Self::page_url)).
    ///
    /// # Errors
    /// If the listener has no local address, or the system provides no random numbers for a token.
    pub fn serve(&self, listener: TcpListener) -> io::Result<String> {
        let access = Arc::new(Access::new(&self.servers.rules, listener.local_addr()?)?);
        let address = access.url();
        self.platform.update(|state| {
            state.address.get_or_insert_with(|| address.clone());
        });
        let router =
            control::router(self.platform.clone(), RequestSource::Listener(access.clone()));
        let service = router.into_make_service_with_connect_info::<ConnectionAddrs>();
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, service).await {
                tracing::error!(%error, "the emulator's HTTP server has stopped");
            }
        });
        self.running().push(RunningServer { access, server });
        Ok(address)
    }

    /// The URL of the emulator: `http://127.0.0.1:8080`, or with the first configured [host
    /// name](EmulatorBuilder::host). `None` if it does not listen.
    pub fn url(&self) -> Option<String> {
        self.platform.read(|state| state.address.clone())
    }

    /// The URL of the page. It contains the token if one is required, so treat it as a secret.
    /// `None` if the emulator does not listen.
    pub fn page_url(&self) -> Option<String> {
        self.running().first().map(|server| server.access.page_url())
    }

    fn running(&self) -> MutexGuard<'_, Vec<RunningServer>> {
        self.servers.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All calls of the platform's API in the timeline, oldest first.
    pub fn calls(&self) -> Vec<CallEntry> {
        let call = |entry: Entry| match entry.what {
            EventKind::Call(call) => Some(*call),
            _ => None,
        };
        self.timeline().into_iter().filter_map(call).collect()
    }

    /// What became of a message: its deliveries, the replies, and how it ended. `entry` is any entry
    /// that belongs to it: the message, a delivery, a reply, or a call that answers it. `None` if it
    /// belongs to no message of a person.
    ///
    /// A call names only the person that it addresses. It is attributed to the oldest message of
    /// that person that nothing has answered yet; [`TraceStepKind::Call`] says whether that is
    /// uncertain.
    ///
    /// [`TraceStepKind::Call`]: crate::TraceStepKind::Call
    pub fn trace(&self, entry: EntryId) -> Option<MessageTrace> {
        self.platform.read(|state| state.trace(entry))
    }

    /// The last 2,000 entries of the timeline, oldest first.
    pub fn timeline(&self) -> Vec<Entry> {
        self.platform.read(|state| state.timeline.iter().cloned().collect())
    }
}

impl std::fmt::Debug for Emulator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Emulator").field("url", &self.url()).finish_non_exhaustive()
    }
}
