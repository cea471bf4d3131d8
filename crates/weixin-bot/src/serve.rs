//! Serving a bot: listener, greeting, shutdown.

use std::{io::IsTerminal, time::Duration};

use tokio::net::TcpListener;
use tracing::{info, warn};

use crate::{App, Bot, Config, Error};

/// How long running handlers may go on after the process was asked to stop.
const FAREWELL: Duration = Duration::from_secs(30);

impl Bot<()> {
    /// Serves the bot until the process is asked to stop (Ctrl-C, SIGTERM), and then waits up to
    /// 30 seconds for handlers that still run, so that what was acknowledged is also answered.
    ///
    /// At the start it prints what to paste into the platform's console, unless the configuration
    /// says [`quiet`](Config::quiet). If the program has set up
    /// no `tracing` subscriber, log lines of level `info` and above go to standard error.
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
        axum::serve(listener, app.clone().into_router())
            .with_graceful_shutdown(asked_to_stop())
            .await
            .map_err(|error| Error::listen(address, error))?;
        info!("stopping: waiting for answers that are on their way");
        if clock.timeout(FAREWELL, app.idle()).await.is_err() {
            warn!("some handlers still ran after {} s", FAREWELL.as_secs());
        }
        Ok(())
    }
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
