//! Starts the emulator with a sandbox account.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use tokio::net::TcpListener;
use weixin::emulator::{Account, Emulator, EmulatorBuilder, Format, Mode, Product};

/// The default port of the emulator. If it is in use, a free one is taken.
pub(crate) const EMULATOR_PORT: u16 = 8888;

/// The default port of a bot. If it is in use, a free one is taken.
pub(crate) const BOT_PORT: u16 = 8080;

/// The default address to listen on.
pub(crate) const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Binds a listener to the requested port; without one to `default`, or any free port.
pub(crate) async fn listener(
    ip: IpAddr,
    requested: Option<u16>,
    default: u16,
) -> Result<TcpListener, String> {
    let bind = |port| TcpListener::bind((ip, port));
    let listener = match requested {
        Some(port) => bind(port).await,
        None => match bind(default).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => bind(0).await,
            other => other,
        },
    };
    listener.map_err(|error| {
        let address = SocketAddr::new(ip, requested.unwrap_or(default));
        format!("cannot listen on {address}: {error} 无法监听该端口")
    })
}

/// Starts the emulator with the system clock and a listener. Also returns its URL.
pub(crate) async fn start(
    builder: EmulatorBuilder,
    ip: IpAddr,
    port: Option<u16>,
) -> Result<(Emulator, String), String> {
    let emulator = builder.real_time().start().await;
    let emulator = emulator.map_err(|error| error.to_string())?;
    let listener = listener(ip, port, EMULATOR_PORT).await?;
    let url = emulator.serve(listener).map_err(|error| error.to_string())?;
    Ok((emulator, url))
}

/// The settings of a sandbox account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sandbox {
    kind: Product,
    mode: Mode,
    format: Format,
}

impl Sandbox {
    /// Checks and creates the settings.
    pub(crate) fn new(kind: Product, mode: Mode, json: bool) -> Result<Self, String> {
        if kind == Product::Work && mode != Mode::Safe {
            return Err("WeCom only supports safe mode 企业微信仅支持安全模式".to_owned());
        }
        let format = if json { Format::Json } else { Format::Xml };
        Ok(Self { kind, mode, format })
    }

    /// The account with these settings.
    pub(crate) fn account(self, emulator: &Emulator) -> Account {
        emulator.first(self.kind).mode(self.mode).format(self.format)
    }
}
