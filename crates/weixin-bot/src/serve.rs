//! Serving a bot: listener, greeting, shutdown.

use std::{io::IsTerminal, sync::Arc, time::Duration};

use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::net::{TcpListener, TcpStream};
use tracing::{debug, info, warn};
use weixin_api::Clock;

use crate::{App, Bot, Config, Error};

/// How long running handlers and open connections may go on after the process was asked to stop.
const FAREWELL: Duration = Duration::from_secs(30);

/// How long a client may take to send the head of a request, on a connection that is kept open
/// included.
const HEAD_DEADLINE: Duration = Duration::from_secs(20);

/// How long to wait when the system has no room for another connection.
const NO_ROOM: Duration = Duration::from_millis(200);

impl Bot<()> {
    /// Serves the bot until the process is asked to stop (Ctrl-C, SIGTERM), and then waits up to
    /// 30 seconds for handlers that still run, so that what was acknowledged is also answered.
    /// Asked a second time, it stops at once.
    ///
    /// At the start it prints what to paste into the platform's console, unless the configuration
    /// says [`quiet`](Config::quiet). If the program has set up no `tracing` subscriber, log lines
    /// of level `info` and above go to standard error.
    ///
    /// # Errors
    /// As [`build`](Self::build), or if the address is taken.
    pub async fn serve(self, config: Config) -> Result<(), Error> {
        let address = config.address();
        let listener =
            TcpListener::bind(address).await.map_err(|error| Error::listen(address, error))?;
        self.serve_on(listener, config).await
    }

    /// [`serve`](Self::serve) on a listener that is already bound.
    ///
    /// # Errors
    /// As [`build`](Self::build), or if the listener is of no use.
    pub async fn serve_on(self, listener: TcpListener, config: Config) -> Result<(), Error> {
        log_to_stderr();
        let clock = self.settings_clock();
        let app = self.build(&config)?;
        let address = listener.local_addr().map_err(|error| Error::listen("?", error))?;
        if !config.quiet {
            greet(&app, &config, &address.to_string());
        }
        let connections = GracefulShutdown::new();
        accept(listener, &app, &connections, &clock).await;
        info!("stopping: waiting for answers that are on their way");
        let farewell = async {
            // Handlers first: what they say may still ride on an open connection.
            app.idle().await;
            connections.shutdown().await;
        };
        tokio::select! {
            done = clock.timeout(FAREWELL, farewell) => if done.is_err() {
                warn!("some handlers or connections were still open after {} s", FAREWELL.as_secs());
            },
            () = asked_to_stop() => warn!("asked to stop again: stopping at once"),
        }
        Ok(())
    }
}

/// Takes connections until the process is asked to stop.
async fn accept(
    listener: TcpListener,
    app: &App,
    connections: &GracefulShutdown,
    clock: &Arc<dyn Clock>,
) {
    let mut stop = std::pin::pin!(asked_to_stop());
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => return,
        };
        match accepted {
            Ok((stream, _)) => converse(stream, app.clone(), connections),
            Err(error) => {
                warn!(%error, "a connection could not be taken");
                clock.sleep(NO_ROOM).await;
            }
        }
    }
}

/// Answers the requests of one connection.
fn converse(stream: TcpStream, app: App, connections: &GracefulShutdown) {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_DEADLINE)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app));
    let connection = connections.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            debug!(%error, "a connection ended early");
        }
    });
}

/// Prints what the developer pastes into the platform's console. It is printed rather than logged:
/// token and key belong on the screen of whoever starts the bot, and in no log file.
#[expect(clippy::print_stderr, reason = "this is for the person who starts the bot")]
fn greet(app: &App, config: &Config, address: &str) {
    let base = config.public_url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
    let base = base.unwrap_or_else(|| format!("http://{address}"));
    for mount in app.mounts() {
        eprintln!("\n  {} is ready. Paste into the platform's console:", mount.account);
        eprintln!("    URL              {base}{}", mount.path);
        eprintln!("    Token            {}", mount.callback.token().expose());
        if let Some(key) = mount.callback.current_key() {
            eprintln!("    EncodingAESKey   {}", key.expose());
        }
        let modes = mount.callback.modes().iter().map(|mode| mode.as_str());
        eprintln!("    Mode             {}", modes.collect::<Vec<_>>().join(", "));
    }
    if config.public_url.is_none() {
        eprintln!(
            "\n  The platform reaches the bot only under a public address: set public_url (or\n  \
             WEIXIN_PUBLIC_URL) to see the right URL here. The emulator needs none: weixin dev."
        );
    }
    eprintln!();
}

async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

/// A bot without a word about what goes wrong would be no good first experience.
fn log_to_stderr() {
    if !tracing::dispatcher::has_been_set() {
        let _ = tracing_subscriber::fmt()
            .with_writer(std::io::stderr)
            .with_ansi(std::io::stderr().is_terminal())
            .with_target(false)
            .try_init();
    }
}
