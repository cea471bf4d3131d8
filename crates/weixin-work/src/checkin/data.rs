//! Check-in records of members.

use weixin_api::{StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{MediaId, UserId};

use super::rule::{CheckinRuleId, CheckinSectionId, ShiftId};
use crate::checkin::CheckinsHandle;

/// Returns the check-in records of up to 100 members, for up to 30 days.
///
/// At most 600 calls a minute.
///
/// Fails with 301021 when a member does not exist, with 301023 when there are not 1 to 100 members,
/// with 301024 when the period is too long, with 301022 when the platform could not read the
/// records: try again.
///
/// # Examples
///
/// ```
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::checkin::{CheckinKind, GetCheckinData};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let (from, to) = (wx.now() - Duration::from_secs(86_400), wx.now());
/// let members = [UserId::new("zhangsan"), UserId::new("lisi")];
/// let reply = wx.checkins().data(GetCheckinData::new(CheckinKind::All, from, to, members)).await?;
/// for record in reply.checkindata {
///     println!("{}: {}", record.userid, record.exception_type.unwrap_or_default());
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/checkin/getcheckindata", title = "获取打卡记录数据",
    doc = "https://developer.work.weixin.qq.com/document/path/90262",
    scope(work), retry = safe, reply = CheckinData, call = checkins.data)]
pub struct GetCheckinData {
    /// The kind of records.
    pub opencheckindatatype: CheckinKind,
    /// The start of the period.
    pub starttime: Timestamp,
    /// The end of the period, at most 30 days after the start.
    pub endtime: Timestamp,
    /// The members: up to 100.
    pub useridlist: Vec<UserId>,
}

int_enum! {
    /// The kind of check-in records to return.
    pub enum CheckinKind {
        /// Those of coming and leaving (上下班打卡).
        Work = 1,
        /// Those of work outside (外出打卡).
        Outside = 2,
        /// All of them (全部打卡).
        All = 3,
    }
}

/// Check-in records of members.
#[endpoint(part, reply_to(GetCheckinData))]
pub struct CheckinData {
    /// One entry for each record.
    #[serde(default)]
    pub checkindata: Vec<CheckinRecord>,
}

weixin_api::string_id! {
    /// The phone or computer that a member checked in with (打卡设备id, deviceid).
    CheckinDeviceId
}

/// What a member checked in for (打卡类型). The platform writes it in Chinese.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CheckinRecordKind {
    /// Coming to work (上班打卡).
    #[string_enum(rename = "上班打卡")]
    Coming,
    /// Leaving work (下班打卡).
    #[string_enum(rename = "下班打卡")]
    Leaving,
    /// Work outside (外出打卡).
    #[string_enum(rename = "外出打卡")]
    Outside,
    /// Only the time and the place are recorded (仅记录打卡时间和位置).
    #[string_enum(rename = "仅记录打卡时间和位置")]
    TimeAndPlace,
    /// A value that this version does not know.
    Other(String),
}

/// A check-in record.
#[endpoint(part)]
pub struct CheckinRecord {
    /// The member who checked in.
    pub userid: UserId,
    /// The rule that the record belongs to.
    pub groupid: Option<CheckinRuleId>,
    /// The name of the rule.
    pub groupname: Option<String>,
    /// What the member checked in for.
    pub checkin_type: Option<CheckinRecordKind>,
    /// What is wrong with the record, in Chinese and with `;` between several: `时间异常` (time),
    /// `地点异常` (place), `未打卡` (no record), `wifi异常` (Wi-Fi), `非常用设备` (another device). Empty if
    /// nothing is.
    pub exception_type: Option<String>,
    /// The time of the record; the due time if there is none.
    pub checkin_time: Option<Timestamp>,
    /// The due time (标准打卡时间); for fixed times and shifts only.
    pub sch_checkin_time: Option<Timestamp>,
    /// The name of the place.
    pub location_title: Option<String>,
    /// The address of the place.
    pub location_detail: Option<String>,
    /// The longitude in millionths of a degree (GCJ-02), to within a kilometre.
    pub lng: Option<f64>,
    /// The latitude in millionths of a degree (GCJ-02), to within a kilometre.
    pub lat: Option<f64>,
    /// The name of the Wi-Fi network.
    pub wifiname: Option<String>,
    /// The MAC address of the Wi-Fi network (BSSID).
    pub wifimac: Option<String>,
    /// The phone or computer that was used.
    pub deviceid: Option<CheckinDeviceId>,
    /// The shift within the rule.
    pub schedule_id: Option<ShiftId>,
    /// The section of the shift, such as the morning.
    pub timeline_id: Option<CheckinSectionId>,
    /// The member's note.
    pub notes: Option<String>,
    /// Pictures that were attached, to be downloaded like temporary files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mediaids: Vec<MediaId>,
}

/// Returns the records that devices made of up to 100 members, for up to a month.
#[endpoint(POST "/cgi-bin/hardware/get_hardware_checkin_data", title = "获取设备打卡数据",
    doc = "https://developer.work.weixin.qq.com/document/path/94126",
    scope(work), retry = safe, reply = HardwareCheckinData, call = checkins.hardware_data)]
pub struct GetHardwareCheckinData {
    /// Which time the period applies to; `None` means the time of the record.
    pub filter_type: Option<CheckinFilterTime>,
    /// The start of the period.
    pub starttime: Timestamp,
    /// The end of the period, at most a month after the start.
    pub endtime: Timestamp,
    /// The members: up to 100.
    pub useridlist: Vec<UserId>,
}

int_enum! {
    /// The time by which records of devices are selected.
    pub enum CheckinFilterTime {
        /// The time at which the device recorded it (实际打卡时间).
        Recorded = 1,
        /// The time at which the platform received it (设备上传打卡记录的时间).
        Received = 2,
    }
}

/// Records that devices made.
#[endpoint(part, reply_to(GetHardwareCheckinData))]
pub struct HardwareCheckinData {
    /// One entry for each record.
    #[serde(default)]
    pub checkindata: Vec<HardwareCheckin>,
}

/// A record that a device made.
#[endpoint(part)]
pub struct HardwareCheckin {
    /// The member who checked in.
    pub userid: UserId,
    /// The time of the record.
    pub checkin_time: Option<Timestamp>,
    /// The device's serial number.
    pub device_sn: Option<String>,
    /// The name that the corporation gave the device.
    pub device_name: Option<String>,
}

/// Adds check-in records of members.
#[endpoint(POST "/cgi-bin/checkin/add_checkin_record", title = "添加打卡记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99647",
    scope(work), call = checkins.add_records)]
pub struct AddCheckinRecord {
    /// The records to add.
    pub records: Vec<NewCheckinRecord>,
}

/// A check-in record to add.
#[endpoint(part)]
pub struct NewCheckinRecord {
    /// The member who checked in.
    pub userid: UserId,
    /// The time of the record.
    pub checkin_time: Timestamp,
    /// The name of the place.
    pub location_title: Option<String>,
    /// The address of the place.
    pub location_detail: Option<String>,
    /// The longitude in millionths of a degree (GCJ-02).
    pub lng: Option<f64>,
    /// The latitude in millionths of a degree (GCJ-02).
    pub lat: Option<f64>,
    /// The name of the Wi-Fi network.
    pub wifiname: Option<String>,
    /// The MAC address of the Wi-Fi network (BSSID).
    pub wifimac: Option<String>,
    /// The kind of device that was used, as a number. The values are not documented here.
    pub device_type: Option<u8>,
    /// The name or number of the device that was used.
    pub device_detail: Option<String>,
    /// A note on the record.
    pub notes: Option<String>,
    /// Pictures to attach, uploaded as temporary files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mediaids: Vec<MediaId>,
}

/// Adds a check-in record that a member missed (补卡).
///
/// Fails with 301080 when the member need not check in at this time, with 301081 when the moment is
/// outside of the allowed time, with 301082 when the member does not work on this day, with 301099,
/// 301101 and 301102 when the rule allows no correction of coming late, of leaving early and of a
/// missing record.
#[endpoint(POST "/cgi-bin/checkin/punch_correction", title = "为打卡人员补卡",
    doc = "https://developer.work.weixin.qq.com/document/path/95803",
    scope(work), call = checkins.correct)]
pub struct CorrectCheckin {
    /// The member whose record is added.
    pub userid: UserId,
    /// The day of the record: its midnight.
    pub schedule_date_time: Timestamp,
    /// The due time in seconds after midnight, as the rule's `work_sec` or `off_work_sec` has it;
    /// `None` if the day has no due time.
    pub schedule_checkin_time: Option<u64>,
    /// The time the member came or left; before or after the due time it counts as early or late.
    pub checkin_time: Timestamp,
    /// A note on the record: up to 512 bytes.
    pub remark: Option<String>,
}

/// Registers the face by which a member is recognized; it replaces a registered one.
///
/// Fails with 301069 (no such member) for an unknown userid, and with 301072 (bad picture) when the
/// picture shows no usable face.
#[endpoint(POST "/cgi-bin/checkin/addcheckinuserface", title = "录入打卡人员人脸信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93378",
    scope(work), retry = safe, call = checkins.add_face)]
pub struct AddCheckinUserFace {
    /// The member whose face it is.
    pub userid: UserId,
    /// The picture in Base64: up to 1 MB, with a single face.
    pub userface: String,
}
