#![cfg_attr(docsrs, feature(doc_cfg))]
//! WeCom (enterprise WeChat) endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! Each module is one group of the platform's API: the requests as structs, and a handle that a
//! client has as a method, such as `wx.messages()`. Where a call names an app, the account fills
//! in its own.

mod account;
#[cfg(feature = "agent")]
pub mod agent;
pub mod ai_bot;
#[cfg(feature = "approval")]
pub mod approval;
#[cfg(feature = "calendar")]
pub mod calendar;
#[cfg(feature = "checkin")]
pub mod checkin;
#[cfg(feature = "hardware")]
pub mod hardware;
#[cfg(feature = "health-report")]
pub mod health_report;
#[cfg(feature = "journal")]
pub mod journal;
pub mod js_sdk;
mod list;
#[cfg(feature = "living")]
pub mod living;
pub mod media;
#[cfg(feature = "meeting-room")]
pub mod meeting_room;
pub mod menu;
pub mod message;
#[cfg(feature = "phone-call")]
pub mod phone_call;
mod portable;
pub mod provider;
#[cfg(feature = "schedule")]
pub mod schedule;
pub mod suite;
pub mod template_card;
pub mod token;
pub mod user;
#[cfg(feature = "vacation")]
pub mod vacation;
pub mod webhook;

pub use account::WorkApp;
pub use provider::Provider;
pub use suite::{Suite, SuiteCorp};
pub use webhook::GroupRobot;

weixin_api::endpoint_groups![
    token,
    message,
    media,
    menu,
    user,
    #[cfg(feature = "agent")]
    agent,
    js_sdk,
    ai_bot,
    webhook,
    suite,
    provider,
    #[cfg(feature = "living")]
    living,
    #[cfg(feature = "meeting-room")]
    meeting_room,
    #[cfg(feature = "calendar")]
    calendar,
    #[cfg(feature = "schedule")]
    schedule,
    #[cfg(feature = "phone-call")]
    phone_call,
    #[cfg(feature = "health-report")]
    health_report,
    #[cfg(feature = "approval")]
    approval,
    #[cfg(feature = "journal")]
    journal,
    #[cfg(feature = "checkin")]
    checkin,
    #[cfg(feature = "hardware")]
    hardware,
    #[cfg(feature = "vacation")]
    vacation,
];

weixin_protocol::message_groups![
    #[cfg(feature = "living")]
    living,
    #[cfg(feature = "meeting-room")]
    meeting_room,
    #[cfg(feature = "calendar")]
    calendar,
    #[cfg(feature = "schedule")]
    schedule,
    #[cfg(feature = "approval")]
    approval,
    #[cfg(feature = "hardware")]
    hardware,
];

/// What is needed to call a WeCom app's endpoints by name.
pub mod prelude {
    pub use crate::{
        GroupRobot, WorkApp,
        ai_bot::AiBotApi as _,
        js_sdk::JsSdkApi as _,
        media::MediaApi as _,
        menu::{
            CreateMenuCall as _, DeleteMenuCall as _, GetMenuCall as _, MenuApi as _, WorkButton,
        },
        message::{MessagesApi as _, Recipients, SendMessage, SendMessageCall as _, WorkMessage},
        provider::ProvidersApi as _,
        suite::SuitesApi as _,
        user::UsersApi as _,
        webhook::GroupApi as _,
    };

    #[cfg(feature = "agent")]
    pub use crate::agent::{AgentsApi as _, GetAgentCall as _};

    #[cfg(feature = "living")]
    pub use crate::living::{
        CreateLivingCall as _, GetLivingWatchStatCall as _, GetUserLivingsCall as _,
        LivingsApi as _, ModifyLivingCall as _,
    };

    #[cfg(feature = "meeting-room")]
    pub use crate::meeting_room::{
        AddMeetingRoomCall as _, BookMeetingRoomCall as _, CancelMeetingRoomBookingCall as _,
        EditMeetingRoomCall as _, GetMeetingRoomBookingsCall as _, GetMeetingRoomsCall as _,
        MeetingRoomsApi as _,
    };

    #[cfg(feature = "calendar")]
    pub use crate::calendar::{AddCalendarCall as _, CalendarsApi as _, UpdateCalendarCall as _};

    #[cfg(feature = "schedule")]
    pub use crate::schedule::{
        AddScheduleCall as _, DeleteScheduleCall as _, GetSchedulesOfCalendarCall as _,
        SchedulesApi as _, UpdateScheduleCall as _,
    };

    #[cfg(feature = "phone-call")]
    pub use crate::phone_call::{GetDialRecordsCall as _, PhoneCallsApi as _};

    #[cfg(feature = "health-report")]
    pub use crate::health_report::{
        GetHealthReportAnswersCall as _, GetHealthReportJobIdsCall as _, HealthReportsApi as _,
    };

    #[cfg(feature = "approval")]
    pub use crate::approval::{
        ApplyEventCall as _, ApprovalsApi as _, GetApprovalNumbersCall as _,
    };

    #[cfg(feature = "journal")]
    pub use crate::journal::{GetJournalsCall as _, JournalsApi as _};

    #[cfg(feature = "checkin")]
    pub use crate::checkin::{
        AddCheckinOptionCall as _, CheckinsApi as _, ClearCheckinOptionCall as _,
        CorrectCheckinCall as _, DeleteCheckinOptionCall as _, GetHardwareCheckinDataCall as _,
        UpdateCheckinOptionCall as _,
    };

    #[cfg(feature = "hardware")]
    pub use crate::hardware::HardwareApi as _;

    #[cfg(feature = "vacation")]
    pub use crate::vacation::{SetUserVacationQuotaCall as _, VacationsApi as _};
}
