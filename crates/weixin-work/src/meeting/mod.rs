//! Online meetings (会议). `/cgi-bin/meeting/*`
//!
//! An app can only read and change meetings that it scheduled itself.

mod attendee;
mod booking;
mod control;
mod enroll;
mod event;
mod info;
mod record;
mod vip;

use weixin_api::group;

pub use attendee::{
    AttendeeRole, CheckDevicesInMeeting, CreateMeetingLink, CreatedMeetingLink, DeviceInMeeting,
    DevicesInMeeting, GetMeetingAttendees, GetMeetingGuests, GetMeetingInvitees, GetMeetingLinks,
    GetPresentAttendees, GetWaitingRecords, GetWaitingUsers, JoinMethod, MeetingAttendee,
    MeetingAttendeeList, MeetingDeviceKind, MeetingGuestList, MeetingInvitee, MeetingInviteeList,
    MeetingLink, MeetingLinks, SetMeetingGuests, SetMeetingInvitees, WaitingUser, WaitingUserList,
    WebinarRole,
};
pub use booking::{
    CancelMeeting, CreateMeeting, CreatedMeeting, EnterMute, GetUserMeetings, MeetingAutoRecord,
    MeetingGuest, MeetingIds, MeetingInvitees, MeetingRemindScope, MeetingReminders,
    MeetingRepeatEnd, MeetingRepeatKind, MeetingSettings, MeetingUsers, MeetingWatermark,
    UpdateMeeting, UpdatedMeeting,
};
pub use control::{
    CloseScreenShare, ControlMeeting, DismissMeeting, ManageWaitingUsers, MeetingChatPermission,
    MeetingPerson, MuteMeetingUser, RemoveMeetingUsers, SetMeetingCohost, SetMeetingNicknames,
    SwitchUserVideo, WaitingRoomAction,
};
pub use enroll::{
    ApproveEnrollments, DeleteEnrollments, EnrollAction, EnrollAnswer, EnrollApproval,
    EnrollConfig, EnrollId, EnrollIdOf, EnrollIdOrder, EnrollIds, EnrollOption, EnrollQuestion,
    EnrollQuestionCount, EnrollQuestionKind, EnrollSource, EnrollSpecialKind, EnrollStatus,
    EnrollSwitch, EnrollTotal, Enrollment, EnrollmentList, GetEnrollConfig, GetEnrollIds,
    GetEnrollments, HandledCount, ImportEnrollments, ImportedEnrollment, ImportedEnrollments,
    NewEnrollment, SetEnrollConfig,
};
pub use event::{
    MediumType, MeetingChange, MeetingChangeKind, MeetingStartStatus, MeetingStatistics,
    MeetingStatisticsKind, MraAddress, MraProtocol, OperatedUser, PstnStatus, RoomsResponse,
    UploadInfo, UploadStatus, WarmUpInfo,
};
pub use info::{
    AttendanceStatus, GetMeetingInfo, Meeting, MeetingAttendees, MeetingDevice,
    MeetingExternalUser, MeetingKind, MeetingMember, MeetingStatus, SubMeeting, SubMeetingStatus,
    SubRepeat,
};
pub use record::{
    DeleteMeetingRecord, DeleteMeetingRecordFile, GetMeetingRecordStatistics, GetMeetingRecords,
    MeetingRecord, MeetingRecordFile, MeetingRecordState, MeetingRecords, RecordAudience,
    RecordSharing, RecordStatistics, RecordSummary, SetMeetingRecordSharing,
};
pub use vip::{
    AddMeetingVips, DeleteMeetingVips, GetMeetingVipAddResult, GetMeetingVipDeleteResult,
    GetMeetingVips, MeetingVipJob, MeetingVipJobResult, MeetingVipResult, MeetingVips,
};

weixin_api::string_id! {
    /// One occurrence of a recurring meeting (周期性会议的子会议, sub_meetingid).
    SubMeetingId
    /// A rule of recurrence of a meeting (周期性会议分段, repeat_id).
    MeetingRepeatId
    /// Somebody in a meeting, member or not, by an id that holds for this meeting only (会中临时 ID,
    /// tmp_openid).
    TmpOpenId
    /// An enrolment for a meeting or webinar (报名, enroll_id).
    EnrollmentId
    /// A recording of a meeting (会议录制, meeting_record_id).
    MeetingRecordId
    /// A file of a recording (录制文件, record_file_id).
    RecordFileId
    /// A Rooms room (Rooms 会议室, meeting_room_id).
    RoomsId
}

group! {
    /// Online meetings (会议).
    meetings: [
        CreateMeeting, UpdateMeeting, CancelMeeting, GetUserMeetings, GetMeetingInfo,
        GetMeetingInvitees, SetMeetingInvitees, GetMeetingGuests, SetMeetingGuests,
        GetMeetingAttendees, GetPresentAttendees, CheckDevicesInMeeting, GetWaitingUsers,
        GetWaitingRecords, CreateMeetingLink, GetMeetingLinks, ControlMeeting, SetMeetingCohost,
        RemoveMeetingUsers, MuteMeetingUser, CloseScreenShare, ManageWaitingUsers, DismissMeeting,
        SetMeetingNicknames, SwitchUserVideo, GetMeetingRecords, DeleteMeetingRecord,
        DeleteMeetingRecordFile, SetMeetingRecordSharing, GetMeetingRecordStatistics,
        AddMeetingVips, GetMeetingVipAddResult, DeleteMeetingVips, GetMeetingVipDeleteResult,
        GetMeetingVips, GetEnrollConfig, SetEnrollConfig, GetEnrollments, ApproveEnrollments,
        DeleteEnrollments, ImportEnrollments, GetEnrollIds,
    ]
}

weixin_protocol::messages![MeetingChange, MeetingStatistics];
