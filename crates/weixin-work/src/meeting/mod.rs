//! Online meetings (会议). `/cgi-bin/meeting/*`

mod booking;
mod event;
mod info;

use weixin_api::{Call, Caller, On, Timestamp, endpoints};
use weixin_protocol::UserId;

pub use booking::{
    CancelMeeting, CancelMeetingCall, CreateMeeting, CreateMeetingCall, CreatedMeeting,
    GetUserMeetings, GetUserMeetingsCall, MeetingGuest, MeetingIds, MeetingInvitees,
    MeetingReminders, MeetingSettings, MeetingUsers, UpdateMeeting, UpdateMeetingCall,
    UpdatedMeeting,
};
pub use event::{
    MeetingChange, MeetingStatistics, MraAddress, OperatedUser, UploadInfo, WarmUpInfo,
};
pub use info::{
    GetMeetingInfo, GetMeetingInfoCall, Meeting, MeetingAttendees, MeetingDevice,
    MeetingExternalUser, MeetingMember, MeetingStatus, SubMeeting, SubRepeat,
};

endpoints![CreateMeeting, UpdateMeeting, CancelMeeting, GetUserMeetings, GetMeetingInfo];

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
}
