//! Pushes about meetings.

use weixin_protocol::{Header, UserId, inbound};

/// Something happened to a meeting. Event `meeting_change`.
#[inbound(event = "meeting_change", scope(work))]
pub struct MeetingChange {
    /// From whom, to whom, when.
    pub header: Header,
    /// What: `create_meeting`, `modify_meeting`, `cancel_meeting`, `start_meeting`, `end_meeting`,
    /// …
    pub change_type: String,
    /// The meeting.
    pub meeting_id: Option<String>,
    /// Which time of a repetition.
    pub sub_meeting_id: Option<String>,
    /// The room.
    pub meeting_room_id: Option<String>,
    /// Who did it, if they are from outside.
    pub from_user_tmp_open_id: Option<String>,
    /// To whom it was done.
    pub operated_user: Option<OperatedUser>,
    /// What became of pictures and videos to be shown before it begins.
    pub warm_up_info: Option<WarmUpInfo>,
    /// What became of other uploads.
    pub upload_info: Vec<UploadInfo>,
    /// The enrolment.
    pub enroll_id: Option<String>,
    /// The device from elsewhere.
    pub mra_address: Option<MraAddress>,
    /// What the room answered to a call, as the platform numbers it.
    pub room_response_status: Option<i64>,
}

/// To whom something was done.
#[inbound(part)]
pub struct OperatedUser {
    /// The member.
    pub user_id: Option<UserId>,
    /// Who, if they are from outside.
    pub tmp_open_id: Option<String>,
    /// Their role, as the platform numbers them.
    pub user_role: Option<i64>,
}

/// What became of pictures and videos to be shown before a meeting begins.
#[inbound(part)]
pub struct WarmUpInfo {
    /// The picture.
    pub warm_up_picture: Option<String>,
    /// The video.
    pub warm_up_video: Option<String>,
    /// How far it is, as the platform numbers it.
    pub upload_status: Option<i64>,
    /// What went wrong.
    pub error_msg: Option<String>,
}

/// What became of an upload.
#[inbound(part)]
pub struct UploadInfo {
    /// What it is, as the platform numbers it.
    pub medium_type: Option<i64>,
    /// Its address.
    pub medium_url: Option<String>,
    /// How far it is, as the platform numbers it.
    pub upload_status: Option<i64>,
    /// What went wrong.
    pub error_msg: Option<String>,
}

/// A device from elsewhere.
#[inbound(part)]
pub struct MraAddress {
    /// How it talks: 1 SIP, 2 H.323.
    pub protocol: Option<i64>,
    /// Its address.
    pub dial_string: Option<String>,
}

/// Something that the statistics of meetings count (会议统计管理). Event `meeting_statistics`.
#[inbound(event = "meeting_statistics", scope(work))]
pub struct MeetingStatistics {
    /// From whom, to whom, when.
    pub header: Header,
    /// What happened: `start_meeting`, `end_meeting`, …
    pub change_type: String,
    /// The state, as the platform numbers it.
    pub status: Option<i64>,
}
