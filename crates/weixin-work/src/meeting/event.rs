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
    /// Whether all uploads of [`upload_info`](Self::upload_info) succeeded; if not, all files have
    /// to be uploaded again. Only in [`MeetingChangeKind::MediumUpload`].
    pub all_upload_status: Option<bool>,
    /// The results of other uploads.
    pub upload_info: Vec<UploadInfo>,
    /// The state of a telephone call to somebody who is invited; only in
    /// [`MeetingChangeKind::PstnStatusUpdate`].
    pub pstn_status: Option<PstnStatus>,
    /// The enrolment; only in changes that concern one.
    pub enroll_id: Option<EnrollmentId>,
    /// The conference device of another maker (MRA); only in changes that concern one.
    pub mra_address: Option<MraAddress>,
    /// The response of the room or device to a call; only in
    /// [`MeetingChangeKind::MeetingRoomResponse`].
    pub room_response_status: Option<RoomsResponse>,
}

/// The kind of change of a meeting.
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
    #[string_enum(rename = "meeting_start", alias = "start_meeting")]
    StartMeeting,
    /// A meeting ended (会议结束).
    #[string_enum(rename = "meeting_end", alias = "end_meeting")]
    EndMeeting,
    /// Everybody was muted (全体静音).
    MeetingMuteAll,
    /// Muting everybody was ended (解除全体静音).
    MeetingUnmuteAll,
    /// Somebody joined a meeting (成员入会).
    JoinMeeting,
    /// Somebody left a meeting (成员离会).
    QuitMeeting,
    /// Somebody joined a meeting before the host did (成员等待主持人入会). Only in meetings that may be
    /// joined before the host.
    JoinMeetingBeforeHost,
    /// Somebody entered the waiting room (成员进入等候室).
    JoinWaitingRoom,
    /// Somebody left the waiting room or was removed from it (成员离开等候室).
    QuitWaitingRoom,
    /// Somebody was admitted from the waiting room (成员从等候室进入会议).
    JoinFromMeetingRoom,
    /// Somebody was moved to the waiting room (成员从会议中被移入等候室).
    MoveToWaitingRoom,
    /// Somebody began to share a screen (共享屏幕开启).
    OpenScreenShare,
    /// Somebody stopped sharing a screen (共享屏幕结束).
    CloseScreenShare,
    /// Somebody's role in a meeting changed (会议成员角色变更).
    RoleChange,
    /// Somebody's role in a webinar changed (网络研讨会成员角色变更).
    WebinarRoleChange,
    /// A picture or video that is shown before a webinar was uploaded, or could not be
    /// (网络研讨会暖场上传结果): see [`MeetingChange::warm_up_info`].
    WebinarWarmUpUpload,
    /// The state of a telephone call to somebody who is invited changed (PSTN 外呼状态更新).
    PstnStatusUpdate,
    /// Files were uploaded, or could not be (素材上传结果): see [`MeetingChange::upload_info`].
    MediumUpload,
    /// The recording in the cloud began (开始云录制).
    StartRecording,
    /// The recording in the cloud was paused (暂停云录制).
    PauseRecording,
    /// The recording in the cloud was resumed (恢复云录制).
    ResumeRecording,
    /// The recording in the cloud was stopped, or ended with the meeting (停止云录制).
    StopRecording,
    /// The recording is ready after the end of the meeting (云录制已完成).
    RecordingComplete,
    /// A recording was deleted (删除云录制).
    DeleteRecording,
    /// Somebody enrolled (用户报名).
    Enroll,
    /// Somebody cancelled an enrolment (用户取消报名).
    CancelEnroll,
    /// A room or device that was called has responded (会议室应答).
    MeetingRoomResponse,
    /// A value that this version does not know.
    Other(String),
}

/// The state of a telephone call to somebody who is invited to a meeting (PSTN 外呼状态).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum PstnStatus {
    /// The person is being called (开始邀请).
    #[string_enum(rename = "START_INVITE")]
    Inviting,
    /// The person answered the call (用户接听).
    #[string_enum(rename = "START_ACCEPT")]
    Accepted,
    /// The person did not answer, or rejected the call (用户无接听挂断或拒绝).
    #[string_enum(rename = "LEAVE_WITHOUT_ACCEPT")]
    Unanswered,
    /// The person hung up after answering (用户已接听挂断).
    #[string_enum(rename = "LEAVE_WITH_ACCEPTED")]
    HungUp,
    /// The caller cancelled the call (呼叫中邀请人主动取消). The platform spells it `CANCLE_INVITE`.
    #[string_enum(rename = "CANCLE_INVITE", alias = "CANCEL_INVITE")]
    Cancelled,
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
    /// Whether the upload succeeded.
    pub upload_status: Option<UploadStatus>,
    /// Why the upload failed; missing if it succeeded.
    pub error_msg: Option<String>,
}

/// The result of an upload.
#[inbound(part)]
pub struct UploadInfo {
    /// The kind of file.
    pub medium_type: Option<MediumType>,
    /// Address of the file.
    pub medium_url: Option<String>,
    /// Whether the upload succeeded.
    pub upload_status: Option<UploadStatus>,
    /// Why the upload failed; missing if it succeeded.
    pub error_msg: Option<String>,
}

int_enum! {
    /// The result of an upload (上传结果).
    pub enum UploadStatus {
        /// The upload failed (失败).
        Failed = 0,
        /// The upload succeeded (成功).
        Succeeded = 1,
    }
}

int_enum! {
    /// The kind of an uploaded file (素材类型).
    pub enum MediumType {
        /// A video (视频).
        Video = 1,
        /// A picture (图片).
        Picture = 2,
        /// Another file (文件).
        File = 3,
    }
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
    /// Who began the meeting, receiver and time of the push. If the first to enter a scheduled
    /// meeting was somebody from outside the corporation, it is who scheduled it.
    pub header: Header,
    /// The kind of statistics.
    pub change_type: MeetingStatisticsKind,
    /// Whether the meeting began.
    pub status: Option<MeetingStartStatus>,
}

/// The kind of statistics of meetings.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MeetingStatisticsKind {
    /// A meeting was begun (会议发起).
    StartMeeting,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// Whether a meeting began (会议状态).
    pub enum MeetingStartStatus {
        /// The meeting began (会议发起成功).
        Started = 1,
        /// The meeting could not be begun (会议发起失败).
        Failed = 2,
    }
}
