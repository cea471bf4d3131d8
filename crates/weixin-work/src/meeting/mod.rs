//! Online meetings (会议). `/cgi-bin/meeting/*`

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
    CheckDevicesInMeeting, CreateMeetingLink, CreatedMeetingLink, DeviceInMeeting,
    DevicesInMeeting, GetMeetingAttendees, GetMeetingGuests, GetMeetingInvitees, GetMeetingLinks,
    GetPresentAttendees, GetWaitingRecords, GetWaitingUsers, MeetingAttendee, MeetingAttendeeList,
    MeetingGuestList, MeetingInvitee, MeetingInviteeList, MeetingLink, MeetingLinks,
    SetMeetingGuests, SetMeetingInvitees, WaitingUser, WaitingUserList,
};
pub use booking::{
    CancelMeeting, CreateMeeting, CreatedMeeting, GetUserMeetings, MeetingGuest, MeetingIds,
    MeetingInvitees, MeetingReminders, MeetingSettings, MeetingUsers, UpdateMeeting,
    UpdatedMeeting,
};
pub use control::{
    CloseScreenShare, ControlMeeting, DismissMeeting, ManageWaitingUsers, MeetingPerson,
    MuteMeetingUser, RemoveMeetingUsers, SetMeetingCohost, SetMeetingNicknames, SwitchUserVideo,
};
pub use enroll::{
    ApproveEnrollments, DeleteEnrollments, EnrollAnswer, EnrollConfig, EnrollId, EnrollIdOf,
    EnrollIds, EnrollOption, EnrollQuestion, EnrollQuestionCount, EnrollTotal, Enrollment,
    EnrollmentList, GetEnrollConfig, GetEnrollIds, GetEnrollments, HandledCount, ImportEnrollments,
    ImportedEnrollment, ImportedEnrollments, NewEnrollment, SetEnrollConfig,
};
pub use event::{
    MeetingChange, MeetingStatistics, MraAddress, OperatedUser, UploadInfo, WarmUpInfo,
};
pub use info::{
    GetMeetingInfo, Meeting, MeetingAttendees, MeetingDevice, MeetingExternalUser, MeetingMember,
    MeetingStatus, SubMeeting, SubRepeat,
};
pub use record::{
    DeleteMeetingRecord, DeleteMeetingRecordFile, GetMeetingRecordStatistics, GetMeetingRecords,
    MeetingRecord, MeetingRecordFile, MeetingRecords, RecordSharing, RecordStatistics,
    RecordSummary, SetMeetingRecordSharing,
};
pub use vip::{
    AddMeetingVips, DeleteMeetingVips, GetMeetingVipAddResult, GetMeetingVipDeleteResult,
    GetMeetingVips, MeetingVipJob, MeetingVipJobResult, MeetingVipResult, MeetingVips,
};

group! {
    /// Online meetings (会议).
    meetings: [CreateMeeting, UpdateMeeting, CancelMeeting, GetUserMeetings, GetMeetingInfo, GetMeetingInvitees, SetMeetingInvitees, GetMeetingGuests, SetMeetingGuests, GetMeetingAttendees, GetPresentAttendees, CheckDevicesInMeeting, GetWaitingUsers, GetWaitingRecords, CreateMeetingLink, GetMeetingLinks, ControlMeeting, SetMeetingCohost, RemoveMeetingUsers, MuteMeetingUser, CloseScreenShare, ManageWaitingUsers, DismissMeeting, SetMeetingNicknames, SwitchUserVideo, GetMeetingRecords, DeleteMeetingRecord, DeleteMeetingRecordFile, SetMeetingRecordSharing, GetMeetingRecordStatistics, AddMeetingVips, GetMeetingVipAddResult, DeleteMeetingVips, GetMeetingVipDeleteResult, GetMeetingVips, GetEnrollConfig, SetEnrollConfig, GetEnrollments, ApproveEnrollments, DeleteEnrollments, ImportEnrollments, GetEnrollIds]
}

weixin_protocol::messages![MeetingChange, MeetingStatistics];
