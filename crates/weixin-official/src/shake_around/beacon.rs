//! Beacons: their ids, stores and pages (设备管理).

use crate::shake_around::ShakeAroundHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::AppId;

use super::ShakePageId;
use crate::ids::PoiId;

weixin_api::integer_id! {
    /// A beacon (设备编号, device_id).
    BeaconId(u64)
    /// An application for beacons (申请的批次ID, apply_id).
    BeaconApplicationId(u64)
}

/// Applies for ids of beacons (申请设备ID).
///
/// An account has up to 10,000 beacons.
///
/// Fails with 9001021 when fewer than half of the account's beacons are active, with 9001022 when
/// `quantity` is 0, with 9001023 while another application is under review.
#[endpoint(POST "/shakearound/device/applyid", title = "申请设备ID",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Devices_management/Apply_device_ID.html",
    scope(official), reply = AppliedBeacons, call = shake_around.apply)]
pub struct ApplyBeacons {
    /// How many beacons. More than 500 are reviewed by people within three working days.
    pub quantity: u32,
    /// The purpose, up to 100 Chinese characters.
    pub apply_reason: String,
    /// A remark, up to 15 Chinese characters.
    pub comment: Option<String>,
    /// The store where the beacon is.
    pub poi_id: Option<PoiId>,
}

/// The reply with an application for beacons.
#[endpoint(part, reply_to(ApplyBeacons, GetBeaconApplication))]
pub struct AppliedBeacons {
    /// The application.
    pub data: BeaconApplication,
}

/// An application for beacons.
#[endpoint(part)]
pub struct BeaconApplication {
    /// The id of the application.
    pub apply_id: Option<BeaconApplicationId>,
    /// The state of the review.
    pub audit_status: BeaconAudit,
    /// The state in words, or why it was rejected.
    pub audit_comment: Option<String>,
    /// When the application was made.
    pub apply_time: Option<Timestamp>,
    /// When it was decided; 0 if it was not yet.
    pub audit_time: Option<Timestamp>,
    /// The beacons, if they were granted at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device_identifiers: Vec<BeaconName>,
}

int_enum! {
    /// The state of an application for beacons (审核状态).
    pub enum BeaconAudit {
        /// It was rejected (审核未通过).
        Rejected = 0,
        /// It is being reviewed (审核中).
        Waiting = 1,
        /// It was approved (审核已通过).
        Approved = 2,
    }
}

/// Returns the state of an application for beacons.
#[endpoint(POST "/shakearound/device/applystatus", title = "查询设备ID申请审核状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Devices_management/Query_the_audit_status_of_the_device_ID.html",
    scope(official), retry = safe, reply = AppliedBeacons, call = shake_around.application)]
pub struct GetBeaconApplication {
    /// The application to look up.
    pub apply_id: BeaconApplicationId,
}

/// Changes the remark on a beacon.
///
/// Fails with 9001025 when there is no such beacon, with 9001034 when the remark is too long.
#[endpoint(POST "/shakearound/device/update", title = "编辑设备信息",
    scope(official), retry = safe, call = shake_around.update)]
pub struct UpdateBeacon {
    /// The beacon to change.
    pub device_identifier: BeaconName,
    /// A remark, up to 15 Chinese characters.
    pub comment: String,
}

/// A reference to a beacon: by its id, or by what it sends.
#[endpoint(part)]
pub struct BeaconName {
    /// The beacon. `None`: `uuid`, `major` and `minor` are given.
    pub device_id: Option<BeaconId>,
    /// The UUID that the beacon sends.
    pub uuid: Option<String>,
    /// The major number that the beacon sends.
    pub major: Option<u32>,
    /// The minor number that the beacon sends.
    pub minor: Option<u32>,
}

impl BeaconName {
    /// The beacon with this id.
    pub fn by_number(device_id: impl Into<BeaconId>) -> Self {
        Self::new().device_id(device_id)
    }

    /// The beacon that sends this signal.
    pub fn by_signal(uuid: impl Into<String>, major: u32, minor: u32) -> Self {
        Self::new().uuid(uuid).major(major).minor(minor)
    }
}

/// Sets the store where a beacon is.
///
/// Fails with 9001025 when there is no such beacon, with 9001033 when there is no such store.
#[endpoint(POST "/shakearound/device/bindlocation", title = "配置设备与门店的关联关系",
    scope(official), retry = safe, call = shake_around.set_store)]
pub struct SetBeaconStore {
    /// The beacon that is in the store.
    pub device_identifier: BeaconName,
    /// The store that the beacon is in.
    pub poi_id: PoiId,
    /// Whose store it is. `None`: the account's own.
    #[serde(rename = "type")]
    pub kind: Option<BeaconStoreOwner>,
    /// The account that the store belongs to, for [`BeaconStoreOwner::Others`].
    pub poi_appid: Option<AppId>,
}

int_enum! {
    /// Whose store a beacon is in.
    pub enum BeaconStoreOwner {
        /// The account's own (关联的门店归属于本公众账号).
        Own = 1,
        /// Another account's (关联的门店归属于其他公众账号).
        Others = 2,
    }
}

/// Returns beacons, page by page.
///
/// Fails with 9001024 when more than 50 are asked for.
#[endpoint(POST "/shakearound/device/search", title = "查询设备列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/Shake_Nearby/Devices_management/Query_device_list.html",
    scope(official), retry = safe, reply = FoundBeacons, call = "wx.shake_around().beacons()")]
pub struct SearchBeacons {
    /// Which beacons to return.
    #[serde(rename = "type")]
    pub kind: BeaconQuery,
    /// The beacons, up to 50, for [`BeaconQuery::ByName`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device_identifiers: Vec<BeaconName>,
    /// The application, for [`BeaconQuery::ByApplication`].
    pub apply_id: Option<BeaconApplicationId>,
    /// The last beacon of the page before; 0 for the first page.
    pub last_seen: Option<BeaconId>,
    /// How many beacons a page has, at most 50.
    pub count: Option<u32>,
}

int_enum! {
    /// Which beacons to return.
    pub enum BeaconQuery {
        /// Certain beacons.
        ByName = 1,
        /// All beacons.
        All = 2,
        /// The beacons of an application.
        ByApplication = 3,
    }
}

/// The reply with a page of beacons.
#[endpoint(part, reply_to(SearchBeacons))]
pub struct FoundBeacons {
    /// The page.
    pub data: BeaconsPage,
}

/// A page of beacons.
#[endpoint(part)]
pub struct BeaconsPage {
    /// The beacons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<Beacon>,
    /// How many there are in all.
    pub total_count: Option<u64>,
}

/// A beacon.
#[endpoint(part)]
pub struct Beacon {
    /// The id of the beacon.
    pub device_id: BeaconId,
    /// The UUID that the beacon sends.
    pub uuid: Option<String>,
    /// The major number that the beacon sends.
    pub major: Option<u32>,
    /// The minor number that the beacon sends.
    pub minor: Option<u32>,
    /// A remark, up to 15 Chinese characters.
    pub comment: Option<String>,
    /// Whether the beacon has ever been active.
    pub status: Option<BeaconState>,
    /// The day the beacon was last active; 0 if it never was.
    pub last_active_time: Option<Timestamp>,
    /// The store where it is; 0 if there is none.
    pub poi_id: Option<PoiId>,
    /// The account that the store belongs to.
    pub poi_appid: Option<AppId>,
    /// The pages of the beacon ([`ShakePageId`]), separated by commas.
    pub page_ids: Option<String>,
}

int_enum! {
    /// Whether a beacon has ever been active (激活状态).
    pub enum BeaconState {
        /// It has never been active (未激活).
        Unseen = 0,
        /// It has been active (已激活).
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

/// Sets the pages of a beacon, up to 30.
///
/// Fails with 9001025 when there is no such beacon, with 9001026 when there is no such page.
#[endpoint(POST "/shakearound/device/bindpage", title = "配置设备与页面的关联关系",
    scope(official), retry = safe, call = shake_around.set_pages)]
pub struct SetBeaconPages {
    /// The beacon that gets the pages.
    pub device_identifier: BeaconName,
    /// The pages.
    pub page_ids: Vec<ShakePageId>,
    /// Whether the pages are added, rather than removed. The platform ignores it today: the pages
    /// replace all present ones.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub bind: Option<bool>,
    /// Whether the present pages stay. The platform ignores it today.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub append: Option<bool>,
}

/// Returns the pages of a beacon, or the beacons of a page.
#[endpoint(POST "/shakearound/relation/search", title = "查询设备与页面的关联关系",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/Shake_Nearby/Relationship_between_pages_and_devices/Querying_Device_and_Page_Associations.html",
    scope(official), retry = safe, reply = FoundBeaconPages, call = "wx.shake_around().pages_of(beacon)")]
pub struct SearchBeaconPages {
    /// Whether to return pages or beacons.
    #[serde(rename = "type")]
    pub kind: BeaconPageQuery,
    /// The beacon, for [`BeaconPageQuery::PagesOfBeacon`].
    pub device_identifier: Option<BeaconName>,
    /// The page, for [`BeaconPageQuery::BeaconsOfPage`].
    pub page_id: Option<ShakePageId>,
    /// How many beacons to skip, for [`BeaconPageQuery::BeaconsOfPage`].
    pub begin: Option<u32>,
    /// How many beacons to return, at most 50, for [`BeaconPageQuery::BeaconsOfPage`].
    pub count: Option<u32>,
}

int_enum! {
    /// Whether to return the pages of a beacon or the beacons of a page.
    pub enum BeaconPageQuery {
        /// The pages of a beacon.
        PagesOfBeacon = 1,
        /// The beacons of a page.
        BeaconsOfPage = 2,
    }
}

/// The reply with beacons and their pages.
#[endpoint(part, reply_to(SearchBeaconPages))]
pub struct FoundBeaconPages {
    /// The beacons and pages.
    pub data: BeaconPages,
}

/// Beacons and their pages.
#[endpoint(part)]
pub struct BeaconPages {
    /// One entry for each pair of beacon and page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<BeaconPage>,
    /// How many there are in all.
    pub total_count: Option<u64>,
}

/// A beacon with one of its pages.
#[endpoint(part)]
pub struct BeaconPage {
    /// The beacon that has the page.
    pub device_id: Option<BeaconId>,
    /// The UUID that the beacon sends.
    pub uuid: Option<String>,
    /// The major number that the beacon sends.
    pub major: Option<u32>,
    /// The minor number that the beacon sends.
    pub minor: Option<u32>,
    /// The page that the beacon has.
    pub page_id: ShakePageId,
}
