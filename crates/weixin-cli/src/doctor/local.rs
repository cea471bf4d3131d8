//! The address to listen on.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
};

use reqwest::Url;
use tokio::net::TcpListener;
use weixin::{Config, bot::HEALTH_PATH};

use super::{Doctor, Finding};

const CHECK: &str = "listen";

/// Whether the address is free, or used by a bot.
pub(super) async fn listen(doctor: &Doctor, config: &Config) -> Finding {
    let address = config.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
    match TcpListener::bind(address).await {
        Ok(_) => Finding::ok(CHECK, format!("{address} is free 可用")),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            if answers_health_checks(doctor, address).await {
                return Finding::ok(
                    CHECK,
                    format!("{address}: a bot answers {HEALTH_PATH} 机器人正在运行"),
                );
            }
            Finding::wrong(
                CHECK,
                format!("{address} is used by a program that does not answer {HEALTH_PATH} as a bot does 端口被其他程序占用"),
            )
            .advice("end that program, or set another `listen` (WEIXIN_LISTEN) 结束该程序，或修改 listen")
        }
        Err(error) => {
            Finding::wrong(CHECK, format!("cannot listen on {address}: {error} 无法监听")).advice(
                "use an address of this machine; ports below 1024 need a permission \
                 使用本机地址；1024 以下的端口需要权限",
            )
        }
    }
}

async fn answers_health_checks(doctor: &Doctor, address: SocketAddr) -> bool {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    let url = format!("http://{}{HEALTH_PATH}", SocketAddr::new(ip, address.port()));
    let Ok(url) = Url::parse(&url) else { return false };
    let answer = doctor.http.get(url).await;
    answer.is_ok_and(|answer| answer.status == 200 && answer.body == b"ok")
}
