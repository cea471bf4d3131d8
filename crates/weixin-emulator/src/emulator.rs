//! The emulator as a whole.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use axum::Router;
use tokio::{net::TcpListener, task::JoinHandle};
use weixin_protocol::{AppId, Product};

use crate::{
    Account, Person, PlatformClock, VirtualClock, control,
    platform::Platform,
    timeline::{CallEntry, Entry, Happening},
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
#[derive(Default)]
struct Servers(Mutex<Vec<JoinHandle<()>>>);

impl Drop for Servers {
    fn drop(&mut self) {
        let servers = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        servers.drain(..).for_each(|server| server.abort());
    }
}

/// How an emulator is to be. Made by [`Emulator::builder`].
#[derive(Debug, Default)]
#[must_use]
pub struct EmulatorBuilder {
    clock: Option<PlatformClock>,
    listen: Option<SocketAddr>,
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

    /// Listens on this address. The control API and the page answer whoever reaches it and asks
    /// for a loopback name or this address: let that be your own machine.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.listen = Some(address);
        self
    }

    /// Starts it.
    ///
    /// # Errors
    /// If it cannot listen, because the port is taken for instance.
    pub async fn start(self) -> io::Result<Emulator> {
        let clock = self.clock.unwrap_or_else(|| VirtualClock::default().into());
        let emulator = Emulator {
            platform: Arc::new(Platform::new(clock)),
            servers: Arc::new(Servers::default()),
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
        let id = self.platform.change(|world| {
            let first = world.accounts.iter().find(|account| account.product == product);
            let first = first.map(|account| account.id.clone());
            first.unwrap_or_else(|| world.add_account(product))
        });
        Account::new(self.platform.clone(), id, product)
    }

    /// Adds one more sandbox account.
    pub fn add_account(&self, product: Product) -> Account {
        let id = self.platform.change(|world| world.add_account(product));
        Account::new(self.platform.clone(), id, product)
    }

    /// The account of this appid or corpid.
    pub fn account(&self, id: &AppId) -> Option<Account> {
        let product = self.platform.look(|world| world.account(id).map(|account| account.product));
        product.map(|product| Account::new(self.platform.clone(), id.clone(), product))
    }

    /// All accounts, in the order they were made.
    pub fn accounts(&self) -> Vec<Account> {
        let all: Vec<_> = self.platform.look(|world| {
            world.accounts.iter().map(|account| (account.id.clone(), account.product)).collect()
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

    /// The platform's API, page and control API, as a service for clients in this process.
    pub fn api(&self) -> Router {
        control::router(self.platform.clone())
    }

    /// Serves the same over this listener, until the last handle of this emulator is dropped.
    /// Returns its address, `http://127.0.0.1:8080`.
    ///
    /// # Errors
    /// If the listener has no address.
    pub fn serve(&self, listener: TcpListener) -> io::Result<String> {
        let address = format!("http://{}", listener.local_addr()?);
        self.platform.change(|world| {
            world.address.get_or_insert_with(|| address.clone());
        });
        let router = self.api();
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                tracing::error!(%error, "the emulator no longer listens");
            }
        });
        let mut servers = self.servers.0.lock().unwrap_or_else(PoisonError::into_inner);
        servers.push(server);
        Ok(address)
    }

    /// Where it listens, `http://127.0.0.1:8080`; `None` if it does not.
    pub fn url(&self) -> Option<String> {
        self.platform.look(|world| world.address.clone())
    }

    /// The calls of the platform's API so far, oldest first.
    pub fn calls(&self) -> Vec<CallEntry> {
        let call = |entry: Entry| match entry.what {
            Happening::Call(call) => Some(*call),
            _ => None,
        };
        self.timeline().into_iter().filter_map(call).collect()
    }

    /// Everything that happened, oldest first: the last 2,000 entries.
    pub fn timeline(&self) -> Vec<Entry> {
        self.platform.look(|world| world.timeline.iter().cloned().collect())
    }
}

impl std::fmt::Debug for Emulator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Emulator").field("url", &self.url()).finish_non_exhaustive()
    }
}
