//! Beacons, and where they are (设备管理).

use crate::shake_around::ShakeAroundHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::AppId;

/// Asks for numbers for beacons.
///
/// An account has up to 10,000.
#[endpoint(POST "/shakearound/device/applyid", title = "申请设备ID",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Devices_management/Apply_device_ID.html",
    scope(official), reply = AppliedBeacons, call = shake_around.apply)]
pub struct ApplyBeacons {
    /// How many. More than 500 are looked at by people, within three working days.
    pub quantity: u32,
    /// What for: up to 100 Chinese characters.
    pub apply_reason: String,
    /// A remark: up to 15 Chinese characters.
    pub comment: Option<String>,
    /// The store where they are.
    pub poi_id: Option<i64>,
}

/// An application for beacons.
#[endpoint(part, reply_to(ApplyBeacons, GetBeaconApplication))]
pub struct AppliedBeacons {
    /// The application.
    pub data: BeaconApplication,
}

/// An application for beacons.
#[endpoint(part)]
pub struct BeaconApplication {
    /// Its number.
    pub apply_id: Option<u64>,
    /// What became of it.
    pub audit_status: BeaconAudit,
    /// The same in words.
    pub audit_comment: Option<String>,
    /// When it was made.
    pub apply_time: Option<Timestamp>,
    /// When it was decided; 0 if it is not.
    pub audit_time: Option<Timestamp>,
    /// The beacons, if they are there at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device_identifiers: Vec<BeaconName>,
}

int_enum! {
    /// What became of an application.
    pub enum BeaconAudit {
        /// It was refused.
        Refused = 0,
        /// Nothing yet.
        Waiting = 1,
        /// It was approved.
        Approved = 2,
    }
}

/// Says what became of an application.
#[endpoint(POST "/shakearound/device/applystatus", title = "查询设备ID申请审核状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Devices_management/Query_the_audit_status_of_the_device_ID.html",
    scope(official), retry = safe, reply = AppliedBeacons, call = shake_around.application)]
pub struct GetBeaconApplication {
    /// The application.
    pub apply_id: u64,
}

/// Changes the remark on a beacon.
#[endpoint(POST "/shakearound/device/update", title = "编辑设备信息",
    scope(official), retry = safe, call = shake_around.update)]
pub struct UpdateBeacon {
    /// The beacon.
    pub device_identifier: BeaconName,
    /// The remark: up to 15 Chinese characters.
    pub comment: String,
}

/// A beacon: by its number, or by what it sends.
#[endpoint(part)]
pub struct BeaconName {
    /// The number.
    pub device_id: Option<u64>,
    /// What it sends. Needed, with `major` and `minor`, where there is no number.
    pub uuid: Option<String>,
    /// What it sends.
    pub major: Option<u32>,
    /// What it sends.
    pub minor: Option<u32>,
}

impl BeaconName {
    /// The beacon of this number.
    pub fn by_number(device_id: u64) -> Self {
        Self::new().device_id(device_id)
    }

    /// The beacon that sends this.
    pub fn by_signal(uuid: impl Into<String>, major: u32, minor: u32) -> Self {
        Self::new().uuid(uuid).major(major).minor(minor)
    }
}

/// Says in which store a beacon is.
#[endpoint(POST "/shakearound/device/bindlocation", title = "配置设备与门店的关联关系",
    scope(official), retry = safe, call = shake_around.set_store)]
pub struct SetBeaconStore {
    /// The beacon.
    pub device_identifier: BeaconName,
    /// The store.
    pub poi_id: i64,
    /// 1 for a store of the account, 2 for that of another; 1 if left out.
    #[serde(rename = "type")]
    pub kind: Option<u32>,
    /// The account that has the store, if `kind` is 2.
    pub poi_appid: Option<AppId>,
}

/// Gives beacons.
#[endpoint(POST "/shakearound/device/search", title = "查询设备列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/Shake_Nearby/Devices_management/Query_device_list.html",
    scope(official), retry = safe, reply = FoundBeacons, call = "wx.shake_around().beacons()")]
pub struct SearchBeacons {
    /// Which.
    #[serde(rename = "type")]
    pub kind: BeaconQuery,
    /// Up to 50 beacons, for [`BeaconQuery::ByName`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device_identifiers: Vec<BeaconName>,
    /// The application, for [`BeaconQuery::ByApplication`].
    pub apply_id: Option<u64>,
    /// The number of the last one of the page before; 0 for the first page.
    pub last_seen: Option<u64>,
    /// How many are on a page: up to 50.
    pub count: Option<u32>,
}

int_enum! {
    /// Which beacons are asked for.
    pub enum BeaconQuery {
        /// Certain ones.
        ByName = 1,
        /// All.
        All = 2,
        /// Those of an application.
        ByApplication = 3,
    }
}

/// Beacons.
#[endpoint(part, reply_to(SearchBeacons))]
pub struct FoundBeacons {
    /// A page of them.
    pub data: BeaconsPage,
}

/// A page of beacons.
#[endpoint(part)]
pub struct BeaconsPage {
    /// The beacons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<Beacon>,
    /// How many there are on all pages.
    pub total_count: Option<u64>,
}

/// A beacon.
#[endpoint(part)]
pub struct Beacon {
    /// Its number.
    pub device_id: u64,
    /// What it sends.
    pub uuid: Option<String>,
    /// What it sends.
    pub major: Option<u32>,
    /// What it sends.
    pub minor: Option<u32>,
    /// The remark.
    pub comment: Option<String>,
    /// Whether it has ever been seen.
    pub status: Option<BeaconState>,
    /// When it was seen last; 0 if never. By the day.
    pub last_active_time: Option<Timestamp>,
    /// The store where it is; 0 if none.
    pub poi_id: Option<i64>,
    /// The account that has the store.
    pub poi_appid: Option<AppId>,
    /// Its pages, with commas between them.
    pub page_ids: Option<String>,
}

int_enum! {
    /// Whether a beacon has ever been seen.
    pub enum BeaconState {
        /// It has not.
        Unseen = 0,
        /// It has.
        Seen = 1,
    }
}

impl Paged for SearchBeacons {
    type Item = Beacon;
    fn split_page(self, found: FoundBeacons) -> (Vec<Beacon>, Option<Self>) {
        let last = found.data.devices.last().map(|beacon| beacon.device_id);
        let more = self.kind != BeaconQuery::ByName;
        let next = last.filter(|_| more).map(|last| self.last_seen(last));
        (found.data.devices, next)
    }
}

/// Says which pages a beacon has, up to 30.
#[endpoint(POST "/shakearound/device/bindpage", title = "配置设备与页面的关联关系",
    scope(official), retry = safe, call = shake_around.set_pages)]
pub struct SetBeaconPages {
    /// The beacon.
    pub device_identifier: BeaconName,
    /// The pages.
    pub page_ids: Vec<u64>,
    /// Whether the beacon has them, or has them no more. Not heeded any more: the pages are all it
    /// has.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub bind: Option<bool>,
    /// Whether those it had stay. Not heeded any more.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub append: Option<bool>,
}

/// Says which beacons have which pages.
#[endpoint(POST "/shakearound/relation/search", title = "查询设备与页面的关联关系",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/Shake_Nearby/Relationship_between_pages_and_devices/Querying_Device_and_Page_Associations.html",
    scope(official), retry = safe, reply = FoundBeaconPages, call = "wx.shake_around().pages_of(beacon)")]
pub struct SearchBeaconPages {
    /// What is asked for.
    #[serde(rename = "type")]
    pub kind: BeaconPageQuery,
    /// The beacon, for [`BeaconPageQuery::PagesOfBeacon`].
    pub device_identifier: Option<BeaconName>,
    /// The page, for [`BeaconPageQuery::BeaconsOfPage`].
    pub page_id: Option<u64>,
    /// Where to begin, from 0, for [`BeaconPageQuery::BeaconsOfPage`].
    pub begin: Option<u32>,
    /// How many: up to 50, for [`BeaconPageQuery::BeaconsOfPage`].
    pub count: Option<u32>,
}

int_enum! {
    /// Whether the pages of a beacon or the beacons of a page are asked for.
    pub enum BeaconPageQuery {
        /// The pages of a beacon.
        PagesOfBeacon = 1,
        /// The beacons of a page.
        BeaconsOfPage = 2,
    }
}

/// Which beacons have which pages.
#[endpoint(part, reply_to(SearchBeaconPages))]
pub struct FoundBeaconPages {
    /// Some of them.
    pub data: BeaconPages,
}

/// Which beacons have which pages.
#[endpoint(part)]
pub struct BeaconPages {
    /// Each beacon with each page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<BeaconPage>,
    /// How many there are.
    pub total_count: Option<u64>,
}

/// A beacon with one of its pages.
#[endpoint(part)]
pub struct BeaconPage {
    /// The beacon's number.
    pub device_id: Option<u64>,
    /// What it sends.
    pub uuid: Option<String>,
    /// What it sends.
    pub major: Option<u32>,
    /// What it sends.
    pub minor: Option<u32>,
    /// The page.
    pub page_id: u64,
}
