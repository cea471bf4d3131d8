//! Online meetings (会议). `/cgi-bin/meeting/*`

mod attendee;
mod booking;
mod control;
mod enroll;
mod event;
mod info;
mod record;
mod vip;

use weixin_api::{Call, Caller, On, Timestamp, endpoints};
use weixin_protocol::UserId;

pub use attendee::{
    CheckDevicesInMeeting, CheckDevicesInMeetingCall, CreateMeetingLink, CreatedMeetingLink,
    DeviceInMeeting, DevicesInMeeting, GetMeetingAttendees, GetMeetingAttendeesCall,
    GetMeetingGuests, GetMeetingInvitees, GetMeetingInviteesCall, GetMeetingLinks,
    GetPresentAttendees, GetPresentAttendeesCall, GetWaitingRecords, GetWaitingRecordsCall,
    GetWaitingUsers, GetWaitingUsersCall, MeetingAttendee, MeetingAttendeeList, MeetingGuestList,
    MeetingInvitee, MeetingInviteeList, MeetingLink, MeetingLinks, SetMeetingGuests,
    SetMeetingInvitees, WaitingUser, WaitingUserList,
};
pub use booking::{
    CancelMeeting, CancelMeetingCall, CreateMeeting, CreateMeetingCall, CreatedMeeting,
    GetUserMeetings, GetUserMeetingsCall, MeetingGuest, MeetingIds, MeetingInvitees,
    MeetingReminders, MeetingSettings, MeetingUsers, UpdateMeeting, UpdateMeetingCall,
    UpdatedMeeting,
};
pub use control::{
    CloseScreenShare, ControlMeeting, ControlMeetingCall, DismissMeeting, DismissMeetingCall,
    ManageWaitingUsers, ManageWaitingUsersCall, MeetingPerson, MuteMeetingUser, RemoveMeetingUsers,
    RemoveMeetingUsersCall, SetMeetingCohost, SetMeetingNicknames, SwitchUserVideo,
};
pub use enroll::{
    ApproveEnrollments, DeleteEnrollments, EnrollAnswer, EnrollConfig, EnrollId, EnrollIdOf,
    EnrollIds, EnrollOption, EnrollQuestion, EnrollQuestionCount, EnrollTotal, Enrollment,
    EnrollmentList, GetEnrollConfig, GetEnrollIds, GetEnrollIdsCall, GetEnrollments,
    GetEnrollmentsCall, HandledCount, ImportEnrollments, ImportedEnrollment, ImportedEnrollments,
    NewEnrollment, SetEnrollConfig, SetEnrollConfigCall,
};
pub use event::{
    MeetingChange, MeetingStatistics, MraAddress, OperatedUser, UploadInfo, WarmUpInfo,
};
pub use info::{
    GetMeetingInfo, GetMeetingInfoCall, Meeting, MeetingAttendees, MeetingDevice,
    MeetingExternalUser, MeetingMember, MeetingStatus, SubMeeting, SubRepeat,
};
pub use record::{
    DeleteMeetingRecord, DeleteMeetingRecordFile, GetMeetingRecordStatistics,
    GetMeetingRecordStatisticsCall, GetMeetingRecords, GetMeetingRecordsCall, MeetingRecord,
    MeetingRecordFile, MeetingRecords, RecordSharing, RecordStatistics, RecordSummary,
    SetMeetingRecordSharing,
};
pub use vip::{
    AddMeetingVips, DeleteMeetingVips, GetMeetingVipAddResult, GetMeetingVipDeleteResult,
    GetMeetingVips, GetMeetingVipsCall, MeetingVipJob, MeetingVipJobResult, MeetingVipResult,
    MeetingVips,
};

endpoints![
    CreateMeeting,
    UpdateMeeting,
    CancelMeeting,
    GetUserMeetings,
    GetMeetingInfo,
    GetMeetingInvitees,
    SetMeetingInvitees,
    GetMeetingGuests,
    SetMeetingGuests,
    GetMeetingAttendees,
    GetPresentAttendees,
    CheckDevicesInMeeting,
    GetWaitingUsers,
    GetWaitingRecords,
    CreateMeetingLink,
    GetMeetingLinks,
    ControlMeeting,
    SetMeetingCohost,
    RemoveMeetingUsers,
    MuteMeetingUser,
    CloseScreenShare,
    ManageWaitingUsers,
    DismissMeeting,
    SetMeetingNicknames,
    SwitchUserVideo,
    GetMeetingRecords,
    DeleteMeetingRecord,
    DeleteMeetingRecordFile,
    SetMeetingRecordSharing,
    GetMeetingRecordStatistics,
    AddMeetingVips,
    GetMeetingVipAddResult,
    DeleteMeetingVips,
    GetMeetingVipDeleteResult,
    GetMeetingVips,
    GetEnrollConfig,
    SetEnrollConfig,
    GetEnrollments,
    ApproveEnrollments,
    DeleteEnrollments,
    ImportEnrollments,
    GetEnrollIds
];

weixin_protocol::messages![MeetingChange, MeetingStatistics];

/// The group as a client has it: `wx.meetings()`.
#[derive(Debug)]
pub struct Meetings<'c, C: ?Sized>(&'c C);

/// Gives a client `meetings()`.
pub trait MeetingsApi: Caller {
    /// Online meetings (会议).
    fn meetings(&self) -> Meetings<'_, Self> {
        Meetings(self)
    }
}

impl<C: Caller + ?Sized> MeetingsApi for C where CreateMeeting: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Meetings<'c, C> {
    /// Announces a meeting; see [`CreateMeeting`].
    pub fn create(
        &self,
        admin_userid: impl Into<UserId>,
        title: impl Into<String>,
        meeting_start: Timestamp,
        meeting_duration: u64,
    ) -> Call<'c, C, CreateMeeting> {
        Call::new(self.0, CreateMeeting::new(admin_userid, title, meeting_start, meeting_duration))
    }

    /// Changes a meeting; see [`UpdateMeeting`].
    pub fn update(&self, meetingid: impl Into<String>) -> Call<'c, C, UpdateMeeting> {
        Call::new(self.0, UpdateMeeting::new(meetingid))
    }

    /// Calls a meeting off; see [`CancelMeeting`].
    pub fn cancel(&self, meetingid: impl Into<String>) -> Call<'c, C, CancelMeeting> {
        Call::new(self.0, CancelMeeting::new(meetingid))
    }

    /// The meetings of a member, a page when awaited; see [`GetUserMeetings`].
    pub fn of(&self, userid: impl Into<UserId>) -> Call<'c, C, GetUserMeetings> {
        Call::new(self.0, GetUserMeetings::new(userid))
    }

    /// A meeting; see [`GetMeetingInfo`].
    pub fn get(&self) -> Call<'c, C, GetMeetingInfo> {
        Call::new(self.0, GetMeetingInfo::new())
    }

    /// Who is invited, a page when awaited; see [`GetMeetingInvitees`].
    pub fn invitees(&self, meetingid: impl Into<String>) -> Call<'c, C, GetMeetingInvitees> {
        Call::new(self.0, GetMeetingInvitees::new(meetingid))
    }

    /// Says who is invited; see [`SetMeetingInvitees`].
    pub fn set_invitees(
        &self,
        meetingid: impl Into<String>,
        invitees: impl Into<Vec<MeetingInvitee>>,
    ) -> Call<'c, C, SetMeetingInvitees> {
        Call::new(self.0, SetMeetingInvitees::new(meetingid, invitees))
    }

    /// Who is invited by telephone number; see [`GetMeetingGuests`].
    pub fn guests(&self, meetingid: impl Into<String>) -> Call<'c, C, GetMeetingGuests> {
        Call::new(self.0, GetMeetingGuests::new(meetingid))
    }

    /// Says who is invited by telephone number; see [`SetMeetingGuests`].
    pub fn set_guests(
        &self,
        meetingid: impl Into<String>,
        guests: impl Into<Vec<MeetingGuest>>,
    ) -> Call<'c, C, SetMeetingGuests> {
        Call::new(self.0, SetMeetingGuests::new(meetingid, guests))
    }

    /// Who came, a page when awaited; see [`GetMeetingAttendees`].
    pub fn attendees(&self, meetingid: impl Into<String>) -> Call<'c, C, GetMeetingAttendees> {
        Call::new(self.0, GetMeetingAttendees::new(meetingid))
    }

    /// Who is there, a page when awaited; see [`GetPresentAttendees`].
    pub fn present(&self, meetingid: impl Into<String>) -> Call<'c, C, GetPresentAttendees> {
        Call::new(self.0, GetPresentAttendees::new(meetingid))
    }

    /// In which meetings a member's devices are; see [`CheckDevicesInMeeting`].
    pub fn check_devices(&self, userid: impl Into<UserId>) -> Call<'c, C, CheckDevicesInMeeting> {
        Call::new(self.0, CheckDevicesInMeeting::new(userid))
    }

    /// Who waits, a page when awaited; see [`GetWaitingUsers`].
    pub fn waiting(&self, meetingid: impl Into<String>) -> Call<'c, C, GetWaitingUsers> {
        Call::new(self.0, GetWaitingUsers::new(meetingid))
    }

    /// Who waited, a page when awaited; see [`GetWaitingRecords`].
    pub fn waited(&self, meetingid: impl Into<String>) -> Call<'c, C, GetWaitingRecords> {
        Call::new(self.0, GetWaitingRecords::new(meetingid))
    }

    /// Makes a link of somebody's own; see [`CreateMeetingLink`].
    pub fn create_link(
        &self,
        meetingid: impl Into<String>,
        customer_data: impl Into<String>,
    ) -> Call<'c, C, CreateMeetingLink> {
        Call::new(self.0, CreateMeetingLink::new(meetingid, customer_data))
    }

    /// The links of people's own; see [`GetMeetingLinks`].
    pub fn links(&self, meetingid: impl Into<String>) -> Call<'c, C, GetMeetingLinks> {
        Call::new(self.0, GetMeetingLinks::new(meetingid))
    }

    /// Changes how a meeting is held; see [`ControlMeeting`].
    pub fn control(&self, meetingid: impl Into<String>) -> Call<'c, C, ControlMeeting> {
        Call::new(self.0, ControlMeeting::new(meetingid))
    }

    /// Makes somebody help to lead; see [`SetMeetingCohost`].
    pub fn set_cohost(
        &self,
        meetingid: impl Into<String>,
        action: bool,
        operated_user: impl Into<MeetingPerson>,
    ) -> Call<'c, C, SetMeetingCohost> {
        Call::new(self.0, SetMeetingCohost::new(meetingid, action, operated_user))
    }

    /// Sends people out; see [`RemoveMeetingUsers`].
    pub fn remove(
        &self,
        meetingid: impl Into<String>,
        operated_users: impl Into<Vec<MeetingPerson>>,
    ) -> Call<'c, C, RemoveMeetingUsers> {
        Call::new(self.0, RemoveMeetingUsers::new(meetingid, operated_users))
    }

    /// Mutes somebody; see [`MuteMeetingUser`].
    pub fn mute(
        &self,
        meetingid: impl Into<String>,
        option: bool,
        operated_user: impl Into<MeetingPerson>,
    ) -> Call<'c, C, MuteMeetingUser> {
        Call::new(self.0, MuteMeetingUser::new(meetingid, option, operated_user))
    }

    /// Stops somebody's showing their screen; see [`CloseScreenShare`].
    pub fn close_screen(
        &self,
        meetingid: impl Into<String>,
        operated_user: impl Into<MeetingPerson>,
    ) -> Call<'c, C, CloseScreenShare> {
        Call::new(self.0, CloseScreenShare::new(meetingid, operated_user))
    }

    /// Lets people in, or does not; see [`ManageWaitingUsers`].
    pub fn manage_waiting(
        &self,
        meetingid: impl Into<String>,
        operate_type: u8,
        operated_users: impl Into<Vec<MeetingPerson>>,
    ) -> Call<'c, C, ManageWaitingUsers> {
        Call::new(self.0, ManageWaitingUsers::new(meetingid, operate_type, operated_users))
    }

    /// Ends a meeting; see [`DismissMeeting`].
    pub fn dismiss(&self, meetingid: impl Into<String>) -> Call<'c, C, DismissMeeting> {
        Call::new(self.0, DismissMeeting::new(meetingid))
    }

    /// Gives people other names; see [`SetMeetingNicknames`].
    pub fn set_nicknames(
        &self,
        meetingid: impl Into<String>,
        operated_users: impl Into<Vec<MeetingPerson>>,
    ) -> Call<'c, C, SetMeetingNicknames> {
        Call::new(self.0, SetMeetingNicknames::new(meetingid, operated_users))
    }

    /// Switches somebody's camera; see [`SwitchUserVideo`].
    pub fn switch_video(
        &self,
        meetingid: impl Into<String>,
        video: bool,
        operated_user: impl Into<MeetingPerson>,
    ) -> Call<'c, C, SwitchUserVideo> {
        Call::new(self.0, SwitchUserVideo::new(meetingid, video, operated_user))
    }

    /// Recordings, a page when awaited; see [`GetMeetingRecords`].
    pub fn records(&self) -> Call<'c, C, GetMeetingRecords> {
        Call::new(self.0, GetMeetingRecords::new())
    }

    /// Deletes a recording; see [`DeleteMeetingRecord`].
    pub fn delete_record(
        &self,
        meetingid: impl Into<String>,
        meeting_record_id: impl Into<String>,
    ) -> Call<'c, C, DeleteMeetingRecord> {
        Call::new(self.0, DeleteMeetingRecord::new(meetingid, meeting_record_id))
    }

    /// Deletes a file of a recording; see [`DeleteMeetingRecordFile`].
    pub fn delete_record_file(
        &self,
        meetingid: impl Into<String>,
        record_file_id: impl Into<String>,
    ) -> Call<'c, C, DeleteMeetingRecordFile> {
        Call::new(self.0, DeleteMeetingRecordFile::new(meetingid, record_file_id))
    }

    /// Says who may watch a recording; see [`SetMeetingRecordSharing`].
    pub fn share_record(
        &self,
        meetingid: impl Into<String>,
        meeting_record_id: impl Into<String>,
        sharing_config: impl Into<RecordSharing>,
    ) -> Call<'c, C, SetMeetingRecordSharing> {
        Call::new(
            self.0,
            SetMeetingRecordSharing::new(meetingid, meeting_record_id, sharing_config),
        )
    }

    /// How often a recording was watched; see [`GetMeetingRecordStatistics`].
    pub fn record_statistics(
        &self,
        meetingid: impl Into<String>,
        meeting_record_id: impl Into<String>,
    ) -> Call<'c, C, GetMeetingRecordStatistics> {
        Call::new(self.0, GetMeetingRecordStatistics::new(meetingid, meeting_record_id))
    }

    /// Begins to give members paid accounts; see [`AddMeetingVips`].
    pub fn add_vips(&self, userid_list: impl Into<Vec<UserId>>) -> Call<'c, C, AddMeetingVips> {
        Call::new(self.0, AddMeetingVips::new(userid_list))
    }

    /// What became of it; see [`GetMeetingVipAddResult`].
    pub fn add_vips_result(&self, jobid: impl Into<String>) -> Call<'c, C, GetMeetingVipAddResult> {
        Call::new(self.0, GetMeetingVipAddResult::new(jobid))
    }

    /// Begins to take paid accounts from members; see [`DeleteMeetingVips`].
    pub fn delete_vips(
        &self,
        userid_list: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, DeleteMeetingVips> {
        Call::new(self.0, DeleteMeetingVips::new(userid_list))
    }

    /// What became of it; see [`GetMeetingVipDeleteResult`].
    pub fn delete_vips_result(
        &self,
        jobid: impl Into<String>,
    ) -> Call<'c, C, GetMeetingVipDeleteResult> {
        Call::new(self.0, GetMeetingVipDeleteResult::new(jobid))
    }

    /// Members with paid accounts, a page when awaited; see [`GetMeetingVips`].
    pub fn vips(&self) -> Call<'c, C, GetMeetingVips> {
        Call::new(self.0, GetMeetingVips::new())
    }

    /// How one enrols; see [`GetEnrollConfig`].
    pub fn enroll_config(&self, meetingid: impl Into<String>) -> Call<'c, C, GetEnrollConfig> {
        Call::new(self.0, GetEnrollConfig::new(meetingid))
    }

    /// Says how one enrols; see [`SetEnrollConfig`].
    pub fn set_enroll_config(&self, meetingid: impl Into<String>) -> Call<'c, C, SetEnrollConfig> {
        Call::new(self.0, SetEnrollConfig::new(meetingid))
    }

    /// Who enrolled, a page when awaited; see [`GetEnrollments`].
    pub fn enrollments(&self, meetingid: impl Into<String>) -> Call<'c, C, GetEnrollments> {
        Call::new(self.0, GetEnrollments::new(meetingid))
    }

    /// Says who may come; see [`ApproveEnrollments`].
    pub fn approve_enrollments(
        &self,
        meetingid: impl Into<String>,
        action: u8,
        enroll_id_list: impl Into<Vec<String>>,
    ) -> Call<'c, C, ApproveEnrollments> {
        Call::new(self.0, ApproveEnrollments::new(meetingid, action, enroll_id_list))
    }

    /// Deletes enrolments; see [`DeleteEnrollments`].
    pub fn delete_enrollments(
        &self,
        meetingid: impl Into<String>,
        enroll_id_list: impl Into<Vec<EnrollId>>,
    ) -> Call<'c, C, DeleteEnrollments> {
        Call::new(self.0, DeleteEnrollments::new(meetingid, enroll_id_list))
    }

    /// Enrols people; see [`ImportEnrollments`].
    pub fn import_enrollments(
        &self,
        meetingid: impl Into<String>,
        enroll_list: impl Into<Vec<NewEnrollment>>,
    ) -> Call<'c, C, ImportEnrollments> {
        Call::new(self.0, ImportEnrollments::new(meetingid, enroll_list))
    }

    /// The enrolments of people in a meeting; see [`GetEnrollIds`].
    pub fn enroll_ids(
        &self,
        meetingid: impl Into<String>,
        tmp_openid_list: impl Into<Vec<String>>,
    ) -> Call<'c, C, GetEnrollIds> {
        Call::new(self.0, GetEnrollIds::new(meetingid, tmp_openid_list))
    }
}
