//! The emulator as the commands start it.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use tokio::net::TcpListener;
use weixin::emulator::{Account, Emulator, EmulatorBuilder, Format, Mode, Product};

/// Where the emulator listens unless that port is taken.
pub(crate) const EMULATOR_PORT: u16 = 8888;

/// Where a bot listens unless that port is taken.
pub(crate) const BOT_PORT: u16 = 8080;

/// Where everything listens that is not told otherwise.
pub(crate) const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A listener at an address: at the port asked for, or at `usual`, or where there is room.
pub(crate) async fn listener(
    ip: IpAddr,
    asked: Option<u16>,
    usual: u16,
) -> Result<TcpListener, String> {
    let bind = |port| TcpListener::bind((ip, port));
    let listener = match asked {
        Some(port) => bind(port).await,
        None => match bind(usual).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => bind(0).await,
            other => other,
        },
    };
    listener.map_err(|error| {
        let address = SocketAddr::new(ip, asked.unwrap_or(usual));
        format!("cannot listen on {address}: {error} 无法监听该端口")
    })
}

/// The emulator, listening, on the computer's clock. Gives its address as well.
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

/// A sandbox account: which, and how its pushes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sandbox {
    kind: Product,
    mode: Mode,
    format: Format,
}

impl Sandbox {
    /// Describes one that exists.
    pub(crate) fn new(kind: Product, mode: Mode, json: bool) -> Result<Self, String> {
        if kind == Product::Work && mode != Mode::Safe {
            return Err("WeCom knows safe mode only 企业微信只有安全模式".to_owned());
        }
        let format = if json { Format::Json } else { Format::Xml };
        Ok(Self { kind, mode, format })
    }

    /// The account itself.
    pub(crate) fn account(self, emulator: &Emulator) -> Account {
        emulator.first(self.kind).mode(self.mode).format(self.format)
    }
}
