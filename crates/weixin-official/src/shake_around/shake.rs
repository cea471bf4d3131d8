//! Who shook, and how often (数据统计).

use crate::shake_around::ShakeAroundHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::OpenId;

use super::BeaconName;

/// Tells who shook, and near which beacon.
#[endpoint(POST "/shakearound/user/getshakeinfo", title = "获取设备及用户信息",
    doc = "https://developers.weixin.qq.com/doc/service/en/Shake_Nearby/Getting_Device_and_User_Information.html",
    scope(official), retry = safe, reply = ShakeInfo, call = shake_around.shake)]
pub struct GetShakeInfo {
    /// From the query of the page's address. It holds 30 minutes, and each shake has another.
    pub ticket: String,
    /// Whether the store is wanted as well.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_poi: Option<bool>,
}

/// Who shook, and near which beacon.
#[endpoint(part, reply_to(GetShakeInfo))]
pub struct ShakeInfo {
    /// The shake.
    pub data: Shake,
}

/// Who shook, and near which beacon.
#[endpoint(part)]
pub struct Shake {
    /// Who.
    pub openid: Option<OpenId>,
    /// The page they found.
    #[serde(alias = "page_id ")]
    pub page_id: Option<u64>,
    /// The beacon.
    pub beacon_info: Option<NearBeacon>,
    /// The store where it is.
    #[serde(alias = " poi_id")]
    pub poi_id: Option<i64>,
}

/// A beacon near somebody.
#[endpoint(part)]
pub struct NearBeacon {
    /// What it sends.
    pub uuid: Option<String>,
    /// What it sends.
    pub major: Option<u32>,
    /// What it sends.
    pub minor: Option<u32>,
    /// How far away, in metres.
    pub distance: Option<f64>,
    /// How strong it sends.
    pub measure_power: Option<f64>,
    /// How strong it was heard.
    pub rssi: Option<f64>,
}

/// Says how often people shook near a beacon.
#[endpoint(POST "/shakearound/statistics/device", title = "以设备为维度的数据统计接口",
    scope(official), retry = safe, reply = ShakeStatistics, call = shake_around.beacon_statistics)]
pub struct GetBeaconStatistics {
    /// The beacon.
    pub device_identifier: BeaconName,
    /// The first day: within the last 90.
    pub begin_date: Timestamp,
    /// The last day, at most 30 days later, and before today.
    pub end_date: Timestamp,
}

/// Says how often people found a page.
#[endpoint(POST "/shakearound/statistics/page", title = "以页面为维度的数据统计接口",
    scope(official), retry = safe, reply = ShakeStatistics, call = shake_around.page_statistics)]
pub struct GetShakePageStatistics {
    /// The page.
    pub page_id: u64,
    /// The first day: within the last 90.
    pub begin_date: Timestamp,
    /// The last day, at most 30 days later, and before today.
    pub end_date: Timestamp,
}

/// How often people shook.
#[endpoint(part, reply_to(GetBeaconStatistics, GetShakePageStatistics))]
pub struct ShakeStatistics {
    /// Day by day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<ShakeCount>,
}

/// How often people shook on a day.
#[endpoint(part)]
pub struct ShakeCount {
    /// The day, at 0 o'clock.
    pub ftime: Timestamp,
    /// How often they shook.
    pub shake_pv: Option<u64>,
    /// How many did.
    pub shake_uv: Option<u64>,
    /// How often they tapped.
    pub click_pv: Option<u64>,
    /// How many did.
    pub click_uv: Option<u64>,
}
