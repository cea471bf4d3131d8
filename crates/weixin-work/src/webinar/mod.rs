//! Webinars: meetings with an audience (网络研讨会). `/cgi-bin/meeting/webinar/*`

mod enroll;
mod manage;

use crate::meeting::{EnrollId, NewEnrollment};
use weixin_api::{Call, Caller, On, Timestamp, endpoints};
use weixin_protocol::UserId;

pub use enroll::{
    ApproveWebinarEnrollments, DeleteWebinarEnrollments, GetWebinarEnrollConfig,
    GetWebinarEnrollIds, GetWebinarEnrollIdsCall, GetWebinarEnrollments, GetWebinarEnrollmentsCall,
    ImportWebinarEnrollments, SetWebinarEnrollConfig, SetWebinarEnrollConfigCall,
};
pub use manage::{
    CancelWebinar, CreateWebinar, CreateWebinarCall, CreatedWebinar, GetWebinar, GetWebinarCall,
    GetWebinarGuests, GetWebinarGuestsCall, SetWebinarGuests, SetWebinarWarmUp,
    SetWebinarWarmUpCall, UpdateWebinar, UpdateWebinarCall, Webinar, WebinarGuest, WebinarGuests,
    WebinarMedia,
};

endpoints![
    CreateWebinar,
    UpdateWebinar,
    CancelWebinar,
    GetWebinar,
    SetWebinarWarmUp,
    GetWebinarGuests,
    SetWebinarGuests,
    GetWebinarEnrollConfig,
    SetWebinarEnrollConfig,
    GetWebinarEnrollments,
    ApproveWebinarEnrollments,
    DeleteWebinarEnrollments,
    ImportWebinarEnrollments,
    GetWebinarEnrollIds
];

/// The group as a client has it: `wx.webinars()`.
#[derive(Debug)]
pub struct Webinars<'c, C: ?Sized>(&'c C);

/// Gives a client `webinars()`.
pub trait WebinarsApi: Caller {
    /// Webinars (网络研讨会).
    fn webinars(&self) -> Webinars<'_, Self> {
        Webinars(self)
    }
}

impl<C: Caller + ?Sized> WebinarsApi for C where CreateWebinar: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Webinars<'c, C> {
    /// Announces a webinar; see [`CreateWebinar`].
    pub fn create(
        &self,
        admin_userid: impl Into<UserId>,
        title: impl Into<String>,
        start_time: Timestamp,
        end_time: Timestamp,
        admission_type: u8,
    ) -> Call<'c, C, CreateWebinar> {
        Call::new(
            self.0,
            CreateWebinar::new(admin_userid, title, start_time, end_time, admission_type),
        )
    }

    /// Changes a webinar; see [`UpdateWebinar`].
    pub fn update(
        &self,
        meetingid: impl Into<String>,
        title: impl Into<String>,
        start_time: Timestamp,
        end_time: Timestamp,
        admission_type: u8,
    ) -> Call<'c, C, UpdateWebinar> {
        Call::new(
            self.0,
            UpdateWebinar::new(meetingid, title, start_time, end_time, admission_type),
        )
    }

    /// Calls a webinar off; see [`CancelWebinar`].
    pub fn cancel(&self, meetingid: impl Into<String>) -> Call<'c, C, CancelWebinar> {
        Call::new(self.0, CancelWebinar::new(meetingid))
    }

    /// A webinar; see [`GetWebinar`].
    pub fn get(&self) -> Call<'c, C, GetWebinar> {
        Call::new(self.0, GetWebinar::new())
    }

    /// Says what is shown before it begins; see [`SetWebinarWarmUp`].
    pub fn set_warm_up(&self, meetingid: impl Into<String>) -> Call<'c, C, SetWebinarWarmUp> {
        Call::new(self.0, SetWebinarWarmUp::new(meetingid))
    }

    /// The guests; see [`GetWebinarGuests`].
    pub fn guests(&self) -> Call<'c, C, GetWebinarGuests> {
        Call::new(self.0, GetWebinarGuests::new())
    }

    /// Says who is a guest; see [`SetWebinarGuests`].
    pub fn set_guests(
        &self,
        meetingid: impl Into<String>,
        guests: impl Into<Vec<WebinarGuest>>,
    ) -> Call<'c, C, SetWebinarGuests> {
        Call::new(self.0, SetWebinarGuests::new(meetingid, guests))
    }

    /// How one enrols; see [`GetWebinarEnrollConfig`].
    pub fn enroll_config(
        &self,
        meetingid: impl Into<String>,
    ) -> Call<'c, C, GetWebinarEnrollConfig> {
        Call::new(self.0, GetWebinarEnrollConfig::new(meetingid))
    }

    /// Says how one enrols; see [`SetWebinarEnrollConfig`].
    pub fn set_enroll_config(
        &self,
        meetingid: impl Into<String>,
    ) -> Call<'c, C, SetWebinarEnrollConfig> {
        Call::new(self.0, SetWebinarEnrollConfig::new(meetingid))
    }

    /// Who enrolled, a page when awaited; see [`GetWebinarEnrollments`].
    pub fn enrollments(&self, meetingid: impl Into<String>) -> Call<'c, C, GetWebinarEnrollments> {
        Call::new(self.0, GetWebinarEnrollments::new(meetingid))
    }

    /// Says who may come; see [`ApproveWebinarEnrollments`].
    pub fn approve_enrollments(
        &self,
        meetingid: impl Into<String>,
        action: u8,
        enroll_id_list: impl Into<Vec<String>>,
    ) -> Call<'c, C, ApproveWebinarEnrollments> {
        Call::new(self.0, ApproveWebinarEnrollments::new(meetingid, action, enroll_id_list))
    }

    /// Deletes enrolments; see [`DeleteWebinarEnrollments`].
    pub fn delete_enrollments(
        &self,
        meetingid: impl Into<String>,
        enroll_id_list: impl Into<Vec<EnrollId>>,
    ) -> Call<'c, C, DeleteWebinarEnrollments> {
        Call::new(self.0, DeleteWebinarEnrollments::new(meetingid, enroll_id_list))
    }

    /// Enrols people; see [`ImportWebinarEnrollments`].
    pub fn import_enrollments(
        &self,
        meetingid: impl Into<String>,
        enroll_list: impl Into<Vec<NewEnrollment>>,
    ) -> Call<'c, C, ImportWebinarEnrollments> {
        Call::new(self.0, ImportWebinarEnrollments::new(meetingid, enroll_list))
    }

    /// The enrolments of people in a webinar; see [`GetWebinarEnrollIds`].
    pub fn enroll_ids(
        &self,
        meetingid: impl Into<String>,
        tmp_openid_list: impl Into<Vec<String>>,
    ) -> Call<'c, C, GetWebinarEnrollIds> {
        Call::new(self.0, GetWebinarEnrollIds::new(meetingid, tmp_openid_list))
    }
}
