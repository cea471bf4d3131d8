//! The emulator as a whole.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::Router;
use tokio::{net::TcpListener, task::JoinHandle};
use weixin_protocol::{AppId, Product, Secret};

use crate::{
    Account, Person, PlatformClock, VirtualClock,
    control::{self, Access, AccessRules, ConnectionAddrs, RequestSource},
    platform::Platform,
    timeline::{CallEntry, Entry, EventKind},
};

/// The platform, in this process.
///
/// ```
/// use axum::{Router, routing::get};
/// use weixin_emulator::{Emulator, Mode};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// // A bot that knows nothing but how to be connected: it returns `echostr`, and acknowledges.
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

/// The listeners, which end with the last handle of the emulator.
struct Servers {
    rules: AccessRules,
    running: Mutex<Vec<RunningServer>>,
}

/// One of them.
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

/// How an emulator is to be. Made by [`Emulator::builder`].
#[derive(Debug, Default)]
#[must_use]
pub struct EmulatorBuilder {
    clock: Option<PlatformClock>,
    listen: Option<SocketAddr>,
    access: AccessRules,
    callbacks_off_loopback: bool,
}

impl EmulatorBuilder {
    /// Uses the computer's own clock, for bots that run elsewhere.
    pub fn real_time(mut self) -> Self {
        self.clock = Some(PlatformClock::real());
        self
    }

    /// Uses this virtual clock, to be shared with others.
    pub fn clock(mut self, clock: VirtualClock) -> Self {
        self.clock = Some(clock.into());
        self
    }

    /// Listens on this port of the loopback interface; any free one if 0.
    pub fn port(self, port: u16) -> Self {
        self.listen(SocketAddr::from(([127, 0, 0, 1], port)))
    }

    /// Listens on this address. Off loopback the page and the control API demand a token, which
    /// stands in [`Emulator::page_url`]; calls of the platform's API need none but their own.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.listen = Some(address);
        self
    }

    /// Demands this token of the page's visitors, also on loopback, instead of a random one off
    /// loopback: 16 to 128 letters, digits or of `-._~`. It is given as `Authorization: Bearer …`, or
    /// in the address of the page, `/_/?token=…`, which leaves a cookie.
    pub fn page_token(mut self, token: impl Into<Secret>) -> Self {
        self.access.token = Some(token.into());
        self
    }

    /// Lets the page and the control API be reached under this name too, besides `localhost` and the
    /// address it listens on; may be called several times. A name leads here from elsewhere: with
    /// one a token is demanded, also on loopback. Requests under any other name are refused, because
    /// they may come from a page of another site that has had its name point here.
    pub fn host(mut self, name: impl Into<String>) -> Self {
        self.access.hosts.push(name.into());
        self
    }

    /// Lets bots be connected that are on other machines. Without this the emulator connects to
    /// loopback addresses only, so that whoever can use its page cannot have it send requests into
    /// the networks it stands in.
    pub fn allow_callbacks_off_loopback(mut self) -> Self {
        self.callbacks_off_loopback = true;
        self
    }

    /// Starts it.
    ///
    /// # Errors
    /// If it cannot listen, because the port is taken for instance, or if the page's token or a
    /// host name is malformed.
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
        Self::builder().start().await.expect("without a port nothing can fail")
    }

    /// Starts to describe an emulator.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder::default()
    }

    /// The sandbox Official Account; made when first asked for.
    pub fn official(&self) -> Account {
        self.first(Product::Official)
    }

    /// The sandbox Mini Program; made when first asked for.
    pub fn mini(&self) -> Account {
        self.first(Product::Mini)
    }

    /// The sandbox WeCom app; made when first asked for.
    pub fn work(&self) -> Account {
        self.first(Product::Work)
    }

    /// The first sandbox account of this product; made when first asked for.
    pub fn first(&self, product: Product) -> Account {
        let id = self.platform.update(|state| {
            let first = state.accounts.iter().find(|account| account.product == product);
            let first = first.map(|account| account.id.clone());
            first.unwrap_or_else(|| state.add_account(product))
        });
        Account::new(self.platform.clone(), id, product)
    }

    /// Adds one more sandbox account.
    pub fn add_account(&self, product: Product) -> Account {
        let id = self.platform.update(|state| state.add_account(product));
        Account::new(self.platform.clone(), id, product)
    }

    /// The account of this appid or corpid.
    pub fn account(&self, id: &AppId) -> Option<Account> {
        let product = self.platform.read(|state| state.account(id).map(|account| account.product));
        product.map(|product| Account::new(self.platform.clone(), id.clone(), product))
    }

    /// All accounts, in the order they were made.
    pub fn accounts(&self) -> Vec<Account> {
        let all: Vec<_> = self.platform.read(|state| {
            state.accounts.iter().map(|account| (account.id.clone(), account.product)).collect()
        });
        all.into_iter()
            .map(|(id, product)| Account::new(self.platform.clone(), id, product))
            .collect()
    }

    /// A follower of the first account; an Official Account is made if there is none.
    pub fn follower(&self, name: &str) -> Person {
        let first = self.accounts().into_iter().next();
        first.unwrap_or_else(|| self.official()).follower(name)
    }

    /// The platform's clock.
    pub fn clock(&self) -> PlatformClock {
        self.platform.clock.clone()
    }

    /// The platform's API, page and control API, as a service for clients in this process. It
    /// demands no token: to listen, use [`serve`](Self::serve).
    pub fn api(&self) -> Router {
        control::router(self.platform.clone(), RequestSource::InProcess)
    }

    /// Serves the same over this listener, until the last handle of this emulator is dropped.
    /// Returns its address, `http://127.0.0.1:8080`. Off loopback the page and the control API demand
    /// a token (see [`page_url`](Self::page_url)).
    ///
    /// # Errors
    /// If the listener has no address, or there is no randomness for a token.
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
                tracing::error!(%error, "the emulator no longer listens");
            }
        });
        self.running().push(RunningServer { access, server });
        Ok(address)
    }

    /// Where it is reached: `http://127.0.0.1:8080`, or the first [name](EmulatorBuilder::host) it
    /// was given; `None` if it does not listen.
    pub fn url(&self) -> Option<String> {
        self.platform.read(|state| state.address.clone())
    }

    /// The address of the page, with the token if the page demands one: show it to nobody but the
    /// user. `None` if it does not listen.
    pub fn page_url(&self) -> Option<String> {
        self.running().first().map(|server| server.access.page_url())
    }

    fn running(&self) -> MutexGuard<'_, Vec<RunningServer>> {
        self.servers.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The calls of the platform's API so far, oldest first.
    pub fn calls(&self) -> Vec<CallEntry> {
        let call = |entry: Entry| match entry.what {
            EventKind::Call(call) => Some(*call),
            _ => None,
        };
        self.timeline().into_iter().filter_map(call).collect()
    }

    /// Everything that happened, oldest first: the last 2,000 entries.
    pub fn timeline(&self) -> Vec<Entry> {
        self.platform.read(|state| state.timeline.iter().cloned().collect())
    }
}

impl std::fmt::Debug for Emulator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Emulator").field("url", &self.url()).finish_non_exhaustive()
    }
}
