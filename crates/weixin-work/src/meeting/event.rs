//! Pushes about meetings (会议回调通知).

use super::{EnrollmentId, RoomsId, SubMeetingId, TmpOpenId};
use crate::ids::MeetingId;
use weixin_api::{StringEnum, int_enum};
use weixin_protocol::{Header, UserId, inbound};

/// A meeting changed, began or ended, or something happened in it.
///
/// Pushed to the app that created the meeting. Unless the corporation has the advanced features of
/// meetings (会议高级功能), only changes and cancellations are pushed.
#[inbound(event = "meeting_change", scope(work))]
pub struct MeetingChange {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The kind of change.
    pub change_type: MeetingChangeKind,
    /// The meeting or webinar that changed.
    pub meeting_id: Option<MeetingId>,
    /// The occurrence of a recurring meeting.
    pub sub_meeting_id: Option<SubMeetingId>,
    /// The Rooms room; only in changes that concern one.
    pub meeting_room_id: Option<RoomsId>,
    /// The id for this meeting of the person who made the change; missing if the platform did.
    pub from_user_tmp_open_id: Option<TmpOpenId>,
    /// The person the change was made to.
    pub operated_user: Option<OperatedUser>,
    /// The result of uploading a picture or video that is shown before a webinar (暖场素材).
    pub warm_up_info: Option<WarmUpInfo>,
    /// The results of other uploads.
    pub upload_info: Vec<UploadInfo>,
    /// The enrolment; only in changes that concern one.
    pub enroll_id: Option<EnrollmentId>,
    /// The conference device of another maker (MRA); only in changes that concern one.
    pub mra_address: Option<MraAddress>,
    /// The response of the room or device to a call.
    pub room_response_status: Option<RoomsResponse>,
}

/// The kind of change of a meeting. The platform has more kinds than are listed here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MeetingChangeKind {
    /// A meeting was scheduled (创建会议).
    CreateMeeting,
    /// A meeting was changed (修改会议).
    ModifyMeeting,
    /// A meeting was cancelled (取消会议).
    CancelMeeting,
    /// A meeting began (会议开始).
    StartMeeting,
    /// A meeting ended (会议结束).
    EndMeeting,
    /// Somebody entered the waiting room (成员进入等候室).
    JoinWaitingRoom,
    /// Somebody left the waiting room (成员离开等候室).
    QuitWaitingRoom,
    /// Somebody was admitted from the waiting room (成员从等候室进入会议).
    JoinFromMeetingRoom,
    /// Somebody was moved to the waiting room (成员从会议中被移入等候室).
    MoveToWaitingRoom,
    /// Somebody's role in a meeting changed (会议成员角色变更).
    RoleChange,
    /// Somebody's role in a webinar changed (网络研讨会成员角色变更).
    WebinarRoleChange,
    /// Somebody enrolled (用户报名).
    Enroll,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// The response of a room or device to a call (应答状态).
    pub enum RoomsResponse {
        /// No answer (无应答).
        NoAnswer = 0,
        /// Not called (未呼叫).
        NotCalled = 1,
        /// In the meeting (入会中).
        Joined = 2,
        /// The call was rejected (被拒绝).
        Rejected = 3,
        /// It is being called (呼叫中).
        Calling = 4,
        /// The call was cancelled (取消呼叫).
        Cancelled = 5,
        /// Left the meeting (已离会).
        Left = 6,
    }
}

/// The person a change was made to.
#[inbound(part)]
pub struct OperatedUser {
    /// The member; missing for people outside the corporation.
    pub user_id: Option<UserId>,
    /// The person's id for this meeting.
    pub tmp_open_id: Option<TmpOpenId>,
    /// The new role, only in changes of roles: a number of [`AttendeeRole`](super::AttendeeRole),
    /// or of [`WebinarRole`](super::WebinarRole) in webinars.
    pub user_role: Option<i64>,
}

/// The result of uploading a picture or video that is shown before a webinar (暖场素材).
#[inbound(part)]
pub struct WarmUpInfo {
    /// Address of the picture.
    pub warm_up_picture: Option<String>,
    /// Address of the video.
    pub warm_up_video: Option<String>,
    /// State of the upload, as a number that the platform defines.
    pub upload_status: Option<i64>,
    /// Why the upload failed; missing if it succeeded.
    pub error_msg: Option<String>,
}

/// The result of an upload.
#[inbound(part)]
pub struct UploadInfo {
    /// The kind of file, as a number that the platform defines.
    pub medium_type: Option<i64>,
    /// Address of the file.
    pub medium_url: Option<String>,
    /// State of the upload, as a number that the platform defines.
    pub upload_status: Option<i64>,
    /// Why the upload failed; missing if it succeeded.
    pub error_msg: Option<String>,
}

/// A conference device of another maker (MRA).
#[inbound(part)]
pub struct MraAddress {
    /// The protocol of the device.
    pub protocol: Option<MraProtocol>,
    /// Address with which the device is called.
    pub dial_string: Option<String>,
}

int_enum! {
    /// The protocol of a conference device (协议类型).
    pub enum MraProtocol {
        /// SIP.
        Sip = 1,
        /// H.323.
        H323 = 2,
    }
}

/// A member in the app's visible range began an instant meeting, or was the first to enter a
/// scheduled one (会议发起事件).
#[inbound(event = "meeting_statistics", scope(work))]
pub struct MeetingStatistics {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The kind of change.
    pub change_type: MeetingChangeKind,
    /// State of the meeting, as a number that the platform defines.
    pub status: Option<i64>,
}
