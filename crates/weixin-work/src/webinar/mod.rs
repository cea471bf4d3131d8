//! Webinars: meetings with an audience (网络研讨会). `/cgi-bin/meeting/webinar/*`

mod enroll;
mod manage;

use weixin_api::group;

pub use enroll::{
    ApproveWebinarEnrollments, DeleteWebinarEnrollments, GetWebinarEnrollConfig,
    GetWebinarEnrollIds, GetWebinarEnrollments, ImportWebinarEnrollments, SetWebinarEnrollConfig,
};
pub use manage::{
    CancelWebinar, CreateWebinar, CreatedWebinar, GetWebinar, GetWebinarGuests, SetWebinarGuests,
    SetWebinarWarmUp, UpdateWebinar, Webinar, WebinarAdmission, WebinarGuest, WebinarGuestKind,
    WebinarGuests, WebinarMedia,
};

group! {
    /// Webinars (网络研讨会).
    webinars: [
        CreateWebinar, UpdateWebinar, CancelWebinar, GetWebinar, SetWebinarWarmUp, GetWebinarGuests,
        SetWebinarGuests, GetWebinarEnrollConfig, SetWebinarEnrollConfig, GetWebinarEnrollments,
        ApproveWebinarEnrollments, DeleteWebinarEnrollments, ImportWebinarEnrollments,
        GetWebinarEnrollIds,
    ]
}
