//! Information on a shake, and statistics (数据统计).

use crate::shake_around::ShakeAroundHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::{OpenId, Secret};

use super::{BeaconName, ShakePageId};

use crate::ids::PoiId;

/// Returns who shook, and near which beacon (获取设备及用户信息).
///
/// Fails with 9001003 when the ticket is wrong or has expired.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>, ticket: &str) -> Result<(), Error> {
/// // The address of the page carries the ticket.
/// let shake = wx.shake_around().shake(ticket).await?.data;
/// println!("{:?} shook near {:?}", shake.openid, shake.beacon_info);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/shakearound/user/getshakeinfo", title = "获取设备及用户信息",
    doc = "https://developers.weixin.qq.com/doc/service/en/Shake_Nearby/Getting_Device_and_User_Information.html",
    scope(official), retry = safe, reply = ShakeInfo, call = shake_around.shake)]
pub struct GetShakeInfo {
    /// The parameter `ticket` of the page's address: valid for 30 minutes, new for each shake.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ticket: Secret,
    /// Whether to return the store as well. `None`: it is not.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_poi: Option<bool>,
}

/// The reply with a shake.
#[endpoint(part, reply_to(GetShakeInfo))]
pub struct ShakeInfo {
    /// The shake.
    pub data: Shake,
}

/// A shake: who, where, and what was found.
#[endpoint(part)]
pub struct Shake {
    /// The user.
    pub openid: Option<OpenId>,
    /// The page that the user opened.
    #[serde(alias = "page_id ")]
    pub page_id: Option<ShakePageId>,
    /// The beacon nearest to the user.
    pub beacon_info: Option<NearBeacon>,
    /// The store where the beacon is.
    #[serde(alias = " poi_id")]
    pub poi_id: Option<PoiId>,
}

/// A beacon near a user.
#[endpoint(part)]
pub struct NearBeacon {
    /// The UUID that the beacon sends.
    pub uuid: Option<String>,
    /// The major number that the beacon sends.
    pub major: Option<u32>,
    /// The minor number that the beacon sends.
    pub minor: Option<u32>,
    /// The distance in metres.
    pub distance: Option<f64>,
    /// The measured power that the beacon sends.
    pub measure_power: Option<f64>,
    /// The signal strength received.
    pub rssi: Option<f64>,
}

/// Returns how often users shook near a beacon, by day.
///
/// Fails with 9001025 when there is no such beacon, with 9001031 when the period is wrong.
#[endpoint(POST "/shakearound/statistics/device", title = "以设备为维度的数据统计接口",
    scope(official), retry = safe, reply = ShakeStatistics, call = shake_around.beacon_statistics)]
pub struct GetBeaconStatistics {
    /// The beacon to count shakes for.
    pub device_identifier: BeaconName,
    /// The first day, by its beginning: within the last 90 days.
    pub begin_date: Timestamp,
    /// The last day, by its beginning: at most 30 days later and before today.
    pub end_date: Timestamp,
}

/// Returns how often users found a page by shaking, by day.
///
/// Fails with 9001026 when there is no such page, with 9001031 when the period is wrong.
#[endpoint(POST "/shakearound/statistics/page", title = "以页面为维度的数据统计接口",
    scope(official), retry = safe, reply = ShakeStatistics, call = shake_around.page_statistics)]
pub struct GetShakePageStatistics {
    /// The page to count shakes for.
    pub page_id: ShakePageId,
    /// The first day, by its beginning: within the last 90 days.
    pub begin_date: Timestamp,
    /// The last day, by its beginning: at most 30 days later and before today.
    pub end_date: Timestamp,
}

/// How often users shook, by day.
#[endpoint(part, reply_to(GetBeaconStatistics, GetShakePageStatistics))]
pub struct ShakeStatistics {
    /// One entry for each day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<ShakeCount>,
}

/// How often users shook on one day.
#[endpoint(part)]
pub struct ShakeCount {
    /// The day, by its beginning.
    pub ftime: Timestamp,
    /// How many times users shook (摇周边的次数).
    pub shake_pv: Option<u64>,
    /// How many users shook (摇周边的人数).
    pub shake_uv: Option<u64>,
    /// How many times the message was tapped (点击摇周边消息的次数).
    pub click_pv: Option<u64>,
    /// How many users tapped the message (点击摇周边消息的人数).
    pub click_uv: Option<u64>,
}
