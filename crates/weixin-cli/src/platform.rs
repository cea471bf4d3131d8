//! The emulator as the commands start it.

use std::io;

use tokio::net::TcpListener;
use weixin::emulator::Emulator;

/// Where the emulator listens unless that port is taken.
pub(crate) const EMULATOR_PORT: u16 = 8888;

/// Where a bot listens unless that port is taken.
pub(crate) const BOT_PORT: u16 = 8080;

/// A listener on loopback: at the port asked for, or at `usual`, or where there is room.
pub(crate) async fn listener(asked: Option<u16>, usual: u16) -> Result<TcpListener, String> {
    let bind = |port| TcpListener::bind(("127.0.0.1", port));
    let listener = match asked {
        Some(port) => bind(port).await,
        None => match bind(usual).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => bind(0).await,
            other => other,
        },
    };
    listener.map_err(|error| {
        let port = asked.unwrap_or(usual);
        format!("cannot listen on 127.0.0.1:{port}: {error} 无法监听该端口")
    })
}

/// The emulator, listening, on the computer's clock. Gives its address as well.
pub(crate) async fn start(port: Option<u16>) -> Result<(Emulator, String), String> {
    let listener = listener(port, EMULATOR_PORT).await?;
    let emulator = Emulator::builder().real_time().start().await;
    let emulator = emulator.map_err(|error| error.to_string())?;
    let url = emulator.serve(listener).map_err(|error| error.to_string())?;
    Ok((emulator, url))
}
