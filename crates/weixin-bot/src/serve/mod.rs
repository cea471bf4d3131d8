//! Serving a bot: checks, listener, console settings, shutdown.

mod console;
mod log;

pub(crate) use log::set_level;

use std::sync::Arc;

use futures_util::FutureExt;
use tokio::net::TcpListener;
use tracing::{info, warn};
use weixin_api::Clock;

use crate::{
    App, Bot, Config, ConfigError, Error,
    http_server::{ConnectionLimits, HttpServer, OpenConnections, SHUTDOWN_GRACE, StopSignals},
};
use console::print_console_settings;

impl Bot<()> {
    /// Serves the bot until the process is asked to stop: by Ctrl-C, SIGTERM or SIGHUP.
    ///
    /// Then it accepts no new connections, answers the requests it has (with `Connection: close`),
    /// and waits for handlers that are still running and for their messages, so that every push
    /// that was acknowledged is also answered. This may take 30 seconds. If it is asked a second
    /// time, it stops at once.
    ///
    /// At the start it prints what to paste into the platform's console, unless the configuration
    /// says [`quiet`](Config::quiet); token and key are shown on a terminal only. If the program
    /// has set up no `tracing` subscriber, log lines of level `info` and above, or what `RUST_LOG` or
    /// [`[log]`](crate::LogConfig) asks for, go to standard error or to a file.
    ///
    /// # Errors
    /// As [`build`](Self::build), which runs before the address is bound, or if the address cannot
    /// be bound. As [`App::ready`]. [`ErrorKind::CutOff`](crate::ErrorKind::CutOff) if requests or handlers were not
    /// done when it stopped. A `main` that returns the error ends with a non-zero exit status.
    pub async fn serve(self, config: Config) -> Result<(), Error> {
        start_log(&config)?;
        self.build(&config)?.serve(&config, axum::Router::new()).await
    }

    /// [`serve`](Self::serve) on a listener that is already bound.
    ///
    /// # Errors
    /// As [`serve`](Self::serve), or if the listener cannot be used.
    pub async fn serve_on(self, listener: TcpListener, config: Config) -> Result<(), Error> {
        start_log(&config)?;
        self.build(&config)?.serve_on(listener, &config, axum::Router::new()).await
    }
}

impl App {
    /// Serves the bot, and pages and routes of yours beside it, as [`Bot::serve`] does: with the same start,
    /// limits and shutdown. `config` is the one that the bot was [built](Bot::build) with.
    ///
    /// ```no_run
    /// use weixin_bot::{Bot, Config};
    /// use weixin_protocol::Text;
    ///
    /// # async fn run() -> Result<(), weixin_bot::Error> {
    /// let config = Config::load()?;
    /// let app = Bot::new().on(async |msg: Text| msg.content).build(&config)?;
    /// let pages = axum::Router::new().route("/", axum::routing::get(async || "Hello, browser!"));
    /// app.serve(&config, pages).await
    /// # }
    /// ```
    ///
    /// The routes have precedence over callbacks at the same path. A route that needs the bot's clients gets
    /// a clone of the app as its state: [`App::client`].
    ///
    /// # Errors
    /// As [`Bot::serve`].
    pub async fn serve(self, config: &Config, routes: axum::Router) -> Result<(), Error> {
        start_log(config)?;
        let prepared = Prepared::new(self, config)?;
        let address = config.address();
        let listener =
            TcpListener::bind(address).await.map_err(|error| Error::listen(address, error))?;
        prepared.run(listener, config, routes).await
    }

    /// [`serve`](Self::serve) on a listener that is already bound.
    ///
    /// # Errors
    /// As [`Bot::serve`], or if the listener cannot be used.
    pub async fn serve_on(
        self,
        listener: TcpListener,
        config: &Config,
        routes: axum::Router,
    ) -> Result<(), Error> {
        start_log(config)?;
        Prepared::new(self, config)?.run(listener, config, routes).await
    }
}

impl Prepared {
    /// Does everything that can fail before the address is bound.
    fn new(app: App, config: &Config) -> Result<Self, Error> {
        let clock = app.clock();
        let limits = ConnectionLimits::default();
        let limits = match config.max_connections {
            Some(connections) => limits.max_connections(connections),
            None => limits,
        };
        let server = HttpServer::new(limits.fit_to_descriptors()).clock(clock.clone());
        let server = with_tls(server, config, &clock)?;
        let signals = StopSignals::new().map_err(Error::other)?;
        Ok(Self { app, server, signals, clock })
    }

    async fn run(
        mut self,
        listener: TcpListener,
        config: &Config,
        routes: axum::Router,
    ) -> Result<(), Error> {
        let address = listener.local_addr().map_err(|error| Error::listen("?", error))?;
        self.app.ready().await?;
        if !config.quiet {
            print_console_settings(&self.app, config, &address.to_string());
        }
        self.app.start();
        let stop = self.signals.recv();
        let open = if routes.has_routes() {
            let service = routes.fallback_service(self.app.clone());
            self.server.serve_until(listener, service, stop).await
        } else {
            self.server.serve_until(listener, self.app.clone(), stop).await
        };
        self.finish(open).await
    }

    /// Waits for what is still on its way.
    async fn finish(&mut self, open: OpenConnections) -> Result<(), Error> {
        self.app.stop();
        info!("stopping: waiting for answers that are on their way");
        let finishing = async {
            // Connections first: the pushes they still bring must be answered as well.
            open.ended().await;
            self.app.idle().await;
        };
        let finished = tokio::select! {
            done = self.clock.timeout(SHUTDOWN_GRACE, finishing) => done.is_ok(),
            () = self.signals.recv() => {
                warn!("asked to stop again: stopping at once");
                false
            }
        };
        if finished {
            return Ok(());
        }
        let requests = open.requests_in_flight();
        let handlers = self.app.idle().now_or_never().is_none();
        match (requests, handlers) {
            // The remaining connections never sent a whole request.
            (0, false) => Ok(()),
            _ => Err(Error::cut_off(requests, handlers)),
        }
    }
}

/// The server with the certificate of the configuration, if it has one.
#[cfg(feature = "tls")]
fn with_tls(
    server: HttpServer,
    config: &Config,
    clock: &Arc<dyn Clock>,
) -> Result<HttpServer, Error> {
    use crate::http_server::Certificate;

    let Some(tls) = &config.tls else { return Ok(server) };
    let problem = |error: std::io::Error| ConfigError::one("tls", error.to_string());
    let certificate = Certificate::read(tls.certificate.clone(), tls.key.clone());
    let certificate = certificate.map_err(problem)?;
    let server_config = certificate.server_config().map_err(problem)?;
    tokio::spawn(Certificate::watch(Arc::downgrade(&certificate), Arc::clone(clock)));
    Ok(server.tls(server_config))
}

/// The check of the configuration has rejected a certificate.
#[cfg(not(feature = "tls"))]
fn with_tls(server: HttpServer, _: &Config, _: &Arc<dyn Clock>) -> Result<HttpServer, Error> {
    Ok(server)
}

fn start_log(config: &Config) -> Result<(), Error> {
    log::start(config.log.as_ref()).map_err(|error| {
        let why = format!("cannot be written: {error}");
        Error::from(ConfigError::one("log.file", why))
    })
}

/// A bot that is ready except for its listener.
struct Prepared {
    app: App,
    server: HttpServer,
    signals: StopSignals,
    clock: Arc<dyn Clock>,
}
