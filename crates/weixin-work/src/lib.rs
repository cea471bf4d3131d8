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
#[cfg(feature = "batch")]
pub mod batch;
#[cfg(feature = "calendar")]
pub mod calendar;
#[cfg(feature = "checkin")]
pub mod checkin;
#[cfg(feature = "corp-group")]
pub mod corp_group;
#[cfg(feature = "department")]
pub mod department;
#[cfg(feature = "document")]
pub mod document;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "form")]
pub mod form;
#[cfg(feature = "hardware")]
pub mod hardware;
#[cfg(feature = "health-report")]
pub mod health_report;
#[cfg(feature = "id-convert")]
pub mod id_convert;
#[cfg(feature = "journal")]
pub mod journal;
pub mod js_sdk;
#[cfg(feature = "linked-corp")]
pub mod linked_corp;
mod list;
#[cfg(feature = "living")]
pub mod living;
#[cfg(feature = "mail")]
pub mod mail;
pub mod media;
#[cfg(feature = "meeting")]
pub mod meeting;
#[cfg(feature = "meeting-room")]
pub mod meeting_room;
pub mod menu;
pub mod message;
pub mod oauth;
#[cfg(feature = "phone-call")]
pub mod phone_call;
mod portable;
pub mod provider;
#[cfg(feature = "schedule")]
pub mod schedule;
#[cfg(feature = "smart-sheet")]
pub mod smart_sheet;
pub mod suite;
#[cfg(feature = "tag")]
pub mod tag;
pub mod template_card;
pub mod token;
pub mod user;
#[cfg(feature = "vacation")]
pub mod vacation;
pub mod webhook;
#[cfg(feature = "wedrive")]
pub mod wedrive;
#[cfg(feature = "workbench")]
pub mod workbench;

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
    oauth,
    #[cfg(feature = "agent")]
    agent,
    #[cfg(feature = "department")]
    department,
    #[cfg(feature = "tag")]
    tag,
    #[cfg(feature = "batch")]
    batch,
    #[cfg(feature = "workbench")]
    workbench,
    #[cfg(feature = "export")]
    export,
    #[cfg(feature = "id-convert")]
    id_convert,
    #[cfg(feature = "linked-corp")]
    linked_corp,
    #[cfg(feature = "corp-group")]
    corp_group,
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
    #[cfg(feature = "mail")]
    mail,
    #[cfg(feature = "meeting")]
    meeting,
    #[cfg(feature = "wedrive")]
    wedrive,
    #[cfg(feature = "document")]
    document,
    #[cfg(feature = "form")]
    form,
    #[cfg(feature = "smart-sheet")]
    smart_sheet,
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
    #[cfg(feature = "mail")]
    mail,
    #[cfg(feature = "meeting")]
    meeting,
    #[cfg(feature = "wedrive")]
    wedrive,
    #[cfg(feature = "document")]
    document,
    #[cfg(feature = "smart-sheet")]
    smart_sheet,
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
        oauth::OAuthApi as _,
        provider::ProvidersApi as _,
        suite::SuitesApi as _,
        user::{
            CreateUserCall as _, GetJoinQrCodeCall as _, GetMemberAuthsCall as _,
            GetUserDetailsOfDepartmentCall as _, GetUserIdByEmailCall as _, GetUserIdsCall as _,
            GetUsersOfDepartmentCall as _, UpdateUserCall as _, UsersApi as _,
        },
        webhook::GroupApi as _,
    };

    #[cfg(feature = "agent")]
    pub use crate::agent::{
        AgentsApi as _, GetAgentCall as _, SetAgentCall as _, SetAgentScopeCall as _,
    };
    #[cfg(feature = "approval")]
    pub use crate::approval::{
        ApplyEventCall as _, ApprovalsApi as _, GetApprovalNumbersCall as _,
    };
    #[cfg(feature = "batch")]
    pub use crate::batch::{
        BatchesApi as _, InviteMembersCall as _, ReplaceDepartmentsCall as _,
        ReplaceUsersCall as _, SyncUsersCall as _,
    };
    #[cfg(feature = "calendar")]
    pub use crate::calendar::{AddCalendarCall as _, CalendarsApi as _, UpdateCalendarCall as _};
    #[cfg(feature = "checkin")]
    pub use crate::checkin::{
        AddCheckinOptionCall as _, CheckinsApi as _, ClearCheckinOptionCall as _,
        CorrectCheckinCall as _, DeleteCheckinOptionCall as _, GetHardwareCheckinDataCall as _,
        UpdateCheckinOptionCall as _,
    };
    #[cfg(feature = "corp-group")]
    pub use crate::corp_group::{
        CorpGroupsApi as _, GetChainCorpCall as _, GetChainCorpsCall as _,
        GetChainCustomersCall as _, GetChainGroupsCall as _, GetLowerCorpTokenCall as _,
        GetSharedAppsCall as _, RemoveChainCorpCall as _,
    };
    #[cfg(feature = "department")]
    pub use crate::department::{
        CreateDepartmentCall as _, DepartmentsApi as _, GetDepartmentIdsCall as _,
        GetDepartmentsCall as _, UpdateDepartmentCall as _,
    };
    #[cfg(feature = "document")]
    pub use crate::document::{
        CreateDocumentCall as _, DeleteDocumentCall as _, DocumentsApi as _,
        GetDocumentVipsCall as _, RenameDocumentCall as _, SetDocumentAccessCall as _,
        SetDocumentMembersCall as _, SetDocumentSecurityCall as _, ShareDocumentCall as _,
        UpdateTextCall as _,
    };
    #[cfg(feature = "export")]
    pub use crate::export::{
        ExportDepartmentsCall as _, ExportTagMembersCall as _, ExportUserDetailsCall as _,
        ExportUsersCall as _, ExportsApi as _,
    };
    #[cfg(feature = "form")]
    pub use crate::form::{
        CreateFormCall as _, FormsApi as _, GetFormAnswerCall as _, GetFormStatisticCall as _,
    };
    #[cfg(feature = "hardware")]
    pub use crate::hardware::HardwareApi as _;
    #[cfg(feature = "health-report")]
    pub use crate::health_report::{
        GetHealthReportAnswersCall as _, GetHealthReportJobIdsCall as _, HealthReportsApi as _,
    };
    #[cfg(feature = "id-convert")]
    pub use crate::id_convert::{
        ConvertToPendingIdsCall as _, ConvertUnionIdCall as _, IdConversionsApi as _,
    };
    #[cfg(feature = "journal")]
    pub use crate::journal::{GetJournalsCall as _, JournalsApi as _};
    #[cfg(feature = "linked-corp")]
    pub use crate::linked_corp::{
        GetLinkedUserDetailsCall as _, GetLinkedUsersCall as _, LinkedCorpsApi as _,
        SendLinkedMessageCall as _,
    };
    #[cfg(feature = "living")]
    pub use crate::living::{
        CreateLivingCall as _, GetLivingWatchStatCall as _, GetUserLivingsCall as _,
        LivingsApi as _, ModifyLivingCall as _,
    };
    #[cfg(feature = "mail")]
    pub use crate::mail::{
        ActivateMailAccountCall as _, CreateMailGroupCall as _, CreatePublicMailCall as _,
        GetMailListCall as _, GetMailUserOptionCall as _, MailApi as _, SearchMailGroupsCall as _,
        SearchPublicMailsCall as _, SendMailCall as _, UpdateMailGroupCall as _,
        UpdateMailUserOptionCall as _, UpdatePublicMailCall as _,
    };
    #[cfg(feature = "meeting")]
    pub use crate::meeting::{
        CancelMeetingCall as _, CreateMeetingCall as _, GetMeetingInfoCall as _,
        GetUserMeetingsCall as _, MeetingsApi as _, UpdateMeetingCall as _,
    };
    #[cfg(feature = "meeting-room")]
    pub use crate::meeting_room::{
        AddMeetingRoomCall as _, BookMeetingRoomCall as _, CancelMeetingRoomBookingCall as _,
        EditMeetingRoomCall as _, GetMeetingRoomBookingsCall as _, GetMeetingRoomsCall as _,
        MeetingRoomsApi as _,
    };
    #[cfg(feature = "phone-call")]
    pub use crate::phone_call::{GetDialRecordsCall as _, PhoneCallsApi as _};
    #[cfg(feature = "schedule")]
    pub use crate::schedule::{
        AddScheduleCall as _, DeleteScheduleCall as _, GetSchedulesOfCalendarCall as _,
        SchedulesApi as _, UpdateScheduleCall as _,
    };
    #[cfg(feature = "smart-sheet")]
    pub use crate::smart_sheet::{
        AddFieldGroupCall as _, AddSheetRecordsCall as _, AddSheetViewCall as _,
        AddSmartSheetCall as _, GetFieldGroupsCall as _, GetSheetFieldsCall as _,
        GetSheetGroupChatsCall as _, GetSheetRecordsCall as _, GetSheetViewsCall as _,
        GetSmartSheetsCall as _, SmartSheetsApi as _, UpdateFieldGroupCall as _,
        UpdateSheetGroupChatCall as _, UpdateSheetRecordsCall as _, UpdateSheetViewCall as _,
    };
    #[cfg(feature = "tag")]
    pub use crate::tag::{
        AddTagMembersCall as _, CreateTagCall as _, RemoveTagMembersCall as _, TagsApi as _,
    };
    #[cfg(feature = "vacation")]
    pub use crate::vacation::{SetUserVacationQuotaCall as _, VacationsApi as _};
    #[cfg(feature = "wedrive")]
    pub use crate::wedrive::{
        BeginUploadCall as _, CreateSpaceCall as _, GetDriveProInfoCall as _,
        GetDriveVipsCall as _, GetFileDownloadCall as _, MoveFilesCall as _, SetFileScopeCall as _,
        SetFileSecurityCall as _, SetSpaceSecurityCall as _, UploadFileCall as _, WedriveApi as _,
    };
    #[cfg(feature = "workbench")]
    pub use crate::workbench::{
        BatchSetWorkbenchDataCall as _, GetWorkbenchTemplateCall as _, SetWorkbenchDataCall as _,
        SetWorkbenchTemplateCall as _, WorkbenchApi as _,
    };
}
