//! What members recorded.

use crate::checkin::CheckinsHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::{MediaId, UserId};

/// Gives what members recorded, within 30 days at most.
#[endpoint(POST "/cgi-bin/checkin/getcheckindata", title = "获取打卡记录数据",
    doc = "https://developer.work.weixin.qq.com/document/path/90262",
    scope(work), retry = safe, reply = CheckinData, call = checkins.data)]
pub struct GetCheckinData {
    /// Which records.
    pub opencheckindatatype: CheckinKind,
    /// From when.
    pub starttime: Timestamp,
    /// Until when.
    pub endtime: Timestamp,
    /// Whose: up to 100 members.
    pub useridlist: Vec<UserId>,
}

int_enum! {
    /// Which records are asked for.
    pub enum CheckinKind {
        /// Of coming and going.
        Work = 1,
        /// Of work outside.
        Outside = 2,
        /// All.
        All = 3,
    }
}

/// What members recorded.
#[endpoint(part, reply_to(GetCheckinData))]
pub struct CheckinData {
    /// The records.
    #[serde(default)]
    pub checkindata: Vec<CheckinRecord>,
}

/// A record of attendance.
#[endpoint(part)]
pub struct CheckinRecord {
    /// The member.
    pub userid: UserId,
    /// The rule.
    pub groupid: Option<u64>,
    /// The rule's name.
    pub groupname: Option<String>,
    /// Of what: `上班打卡` (coming), `下班打卡` (going), `外出打卡` (outside), `仅记录打卡时间和位置` (only time and
    /// place).
    pub checkin_type: Option<String>,
    /// What is wrong with it, with `;` between: `时间异常` (time), `地点异常` (place), `未打卡` (none),
    /// `wifi异常`, `非常用设备` (another device). Empty if nothing is.
    pub exception_type: Option<String>,
    /// When; when it should have been if there is none.
    pub checkin_time: Option<Timestamp>,
    /// When it should have been.
    pub sch_checkin_time: Option<Timestamp>,
    /// Where.
    pub location_title: Option<String>,
    /// The address.
    pub location_detail: Option<String>,
    /// The longitude in millionths of a degree, to within a kilometre.
    pub lng: Option<f64>,
    /// The latitude in millionths of a degree, to within a kilometre.
    pub lat: Option<f64>,
    /// The name of the Wi-Fi.
    pub wifiname: Option<String>,
    /// The address of the Wi-Fi.
    pub wifimac: Option<String>,
    /// The device.
    pub deviceid: Option<String>,
    /// The shift.
    pub schedule_id: Option<u64>,
    /// The part of the day in the rule.
    pub timeline_id: Option<u64>,
    /// What the member noted.
    pub notes: Option<String>,
    /// Pictures that were added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mediaids: Vec<MediaId>,
}

/// Gives what devices recorded, within a month at most.
#[endpoint(POST "/cgi-bin/hardware/get_hardware_checkin_data", title = "获取设备打卡数据",
    doc = "https://developer.work.weixin.qq.com/document/path/94126",
    scope(work), retry = safe, reply = HardwareCheckinData, call = checkins.hardware_data)]
pub struct GetHardwareCheckinData {
    /// By which time the records are found: 1 when they were made (if left out), 2 when the
    /// platform got them.
    pub filter_type: Option<u8>,
    /// From when.
    pub starttime: Timestamp,
    /// Until when.
    pub endtime: Timestamp,
    /// Whose: up to 100 members.
    pub useridlist: Vec<UserId>,
}

/// What devices recorded.
#[endpoint(part, reply_to(GetHardwareCheckinData))]
pub struct HardwareCheckinData {
    /// The records.
    #[serde(default)]
    pub checkindata: Vec<HardwareCheckin>,
}

/// A record that a device made.
#[endpoint(part)]
pub struct HardwareCheckin {
    /// The member.
    pub userid: UserId,
    /// When.
    pub checkin_time: Option<Timestamp>,
    /// The device.
    pub device_sn: Option<String>,
    /// The device's name.
    pub device_name: Option<String>,
}

/// Adds records of attendance for members.
#[endpoint(POST "/cgi-bin/checkin/add_checkin_record", title = "添加打卡记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99647",
    scope(work), call = checkins.add_records)]
pub struct AddCheckinRecord {
    /// The records.
    pub records: Vec<NewCheckinRecord>,
}

/// A record to add.
#[endpoint(part)]
pub struct NewCheckinRecord {
    /// The member.
    pub userid: UserId,
    /// When.
    pub checkin_time: Timestamp,
    /// Where.
    pub location_title: Option<String>,
    /// The address.
    pub location_detail: Option<String>,
    /// The longitude in millionths of a degree.
    pub lng: Option<f64>,
    /// The latitude in millionths of a degree.
    pub lat: Option<f64>,
    /// The name of the Wi-Fi.
    pub wifiname: Option<String>,
    /// The address of the Wi-Fi.
    pub wifimac: Option<String>,
    /// What device it was made with, as the platform numbers them.
    pub device_type: Option<u8>,
    /// The device.
    pub device_detail: Option<String>,
    /// A note.
    pub notes: Option<String>,
    /// Pictures to add.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mediaids: Vec<MediaId>,
}

/// Makes up for a record that a member forgot.
#[endpoint(POST "/cgi-bin/checkin/punch_correction", title = "为打卡人员补卡",
    doc = "https://developer.work.weixin.qq.com/document/path/95803",
    scope(work), call = checkins.correct)]
pub struct CorrectCheckin {
    /// The member.
    pub userid: UserId,
    /// The day, at midnight.
    pub schedule_date_time: Timestamp,
    /// Which record of the day: seconds after midnight, as the rule has it.
    pub schedule_checkin_time: Option<u64>,
    /// When the member came or went.
    pub checkin_time: Timestamp,
    /// A note.
    pub remark: Option<String>,
}

/// Takes in the face by which a member is recognised.
#[endpoint(POST "/cgi-bin/checkin/addcheckinuserface", title = "录入打卡人员人脸信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93378",
    scope(work), retry = safe, call = checkins.add_face)]
pub struct AddCheckinUserFace {
    /// The member.
    pub userid: UserId,
    /// The picture in Base64: up to 1 MB, with one face in it.
    pub userface: String,
}
