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
#[cfg(feature = "app-chat")]
pub mod app_chat;
#[cfg(feature = "approval")]
pub mod approval;
#[cfg(feature = "batch")]
pub mod batch;
#[cfg(feature = "calendar")]
pub mod calendar;
#[cfg(feature = "checkin")]
pub mod checkin;
#[cfg(feature = "contact-way")]
pub mod contact_way;
#[cfg(feature = "corp-chat")]
pub mod corp_chat;
#[cfg(feature = "corp-group")]
pub mod corp_group;
#[cfg(feature = "customer")]
pub mod customer;
#[cfg(feature = "customer-acquisition")]
pub mod customer_acquisition;
#[cfg(feature = "customer-message")]
pub mod customer_message;
#[cfg(feature = "customer-service")]
pub mod customer_service;
#[cfg(feature = "customer-statistics")]
pub mod customer_statistics;
#[cfg(feature = "customer-strategy")]
pub mod customer_strategy;
#[cfg(feature = "customer-tag")]
pub mod customer_tag;
#[cfg(feature = "customer-transfer")]
pub mod customer_transfer;
#[cfg(feature = "department")]
pub mod department;
#[cfg(feature = "document")]
pub mod document;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "form")]
pub mod form;
#[cfg(feature = "group-chat")]
pub mod group_chat;
#[cfg(feature = "hardware")]
pub mod hardware;
#[cfg(feature = "health-report")]
pub mod health_report;
#[cfg(feature = "id-convert")]
pub mod id_convert;
#[cfg(feature = "intercept-rule")]
pub mod intercept_rule;
#[cfg(feature = "invoice")]
pub mod invoice;
#[cfg(feature = "journal")]
pub mod journal;
pub mod js_sdk;
#[cfg(feature = "license")]
pub mod license;
#[cfg(feature = "linked-corp")]
pub mod linked_corp;
mod list;
#[cfg(feature = "living")]
pub mod living;
#[cfg(feature = "mail")]
pub mod mail;
#[cfg(feature = "material")]
pub mod material;
pub mod media;
#[cfg(feature = "meeting")]
pub mod meeting;
#[cfg(feature = "meeting-room")]
pub mod meeting_room;
pub mod menu;
pub mod message;
#[cfg(feature = "message-audit")]
pub mod message_audit;
mod messenger;
#[cfg(feature = "mini-program")]
pub mod mini_program;
#[cfg(feature = "moment")]
pub mod moment;
pub mod oauth;
#[cfg(feature = "open-approval")]
pub mod open_approval;
#[cfg(feature = "phone-call")]
pub mod phone_call;
#[cfg(feature = "product-album")]
pub mod product_album;
pub mod provider;
#[cfg(feature = "provider-contact")]
pub mod provider_contact;
#[cfg(feature = "provider-customer")]
pub mod provider_customer;
#[cfg(feature = "provider-device")]
pub mod provider_device;
#[cfg(feature = "schedule")]
pub mod schedule;
#[cfg(feature = "school")]
pub mod school;
#[cfg(feature = "school-app")]
pub mod school_app;
#[cfg(feature = "school-notice")]
pub mod school_notice;
#[cfg(feature = "smart-sheet")]
pub mod smart_sheet;
pub mod suite;
#[cfg(feature = "suite-order")]
pub mod suite_order;
#[cfg(feature = "tag")]
pub mod tag;
pub mod template_card;
pub mod token;
pub mod user;
#[cfg(feature = "vacation")]
pub mod vacation;
pub mod webhook;
#[cfg(feature = "webinar")]
pub mod webinar;
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
    #[cfg(feature = "customer")]
    customer,
    #[cfg(feature = "customer-tag")]
    customer_tag,
    #[cfg(feature = "customer-strategy")]
    customer_strategy,
    #[cfg(feature = "customer-transfer")]
    customer_transfer,
    #[cfg(feature = "contact-way")]
    contact_way,
    #[cfg(feature = "group-chat")]
    group_chat,
    #[cfg(feature = "moment")]
    moment,
    #[cfg(feature = "customer-message")]
    customer_message,
    #[cfg(feature = "customer-statistics")]
    customer_statistics,
    #[cfg(feature = "product-album")]
    product_album,
    #[cfg(feature = "intercept-rule")]
    intercept_rule,
    #[cfg(feature = "customer-acquisition")]
    customer_acquisition,
    #[cfg(feature = "customer-service")]
    customer_service,
    #[cfg(feature = "app-chat")]
    app_chat,
    #[cfg(feature = "invoice")]
    invoice,
    #[cfg(feature = "mini-program")]
    mini_program,
    #[cfg(feature = "message-audit")]
    message_audit,
    #[cfg(feature = "school")]
    school,
    #[cfg(feature = "school-notice")]
    school_notice,
    #[cfg(feature = "school-app")]
    school_app,
    #[cfg(feature = "license")]
    license,
    #[cfg(feature = "suite-order")]
    suite_order,
    #[cfg(feature = "provider-contact")]
    provider_contact,
    #[cfg(feature = "provider-device")]
    provider_device,
    #[cfg(feature = "provider-customer")]
    provider_customer,
    #[cfg(feature = "corp-chat")]
    corp_chat,
    #[cfg(feature = "material")]
    material,
    #[cfg(feature = "open-approval")]
    open_approval,
    #[cfg(feature = "webinar")]
    webinar,
];

weixin_protocol::message_groups![
    #[cfg(feature = "school")]
    school,
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
    #[cfg(feature = "customer")]
    customer,
    #[cfg(feature = "customer-tag")]
    customer_tag,
    #[cfg(feature = "group-chat")]
    group_chat,
    #[cfg(feature = "customer-acquisition")]
    customer_acquisition,
    #[cfg(feature = "customer-service")]
    customer_service,
    #[cfg(feature = "message-audit")]
    message_audit,
    media,
    user,
    #[cfg(feature = "agent")]
    agent,
    #[cfg(feature = "department")]
    department,
    #[cfg(feature = "tag")]
    tag,
    #[cfg(feature = "batch")]
    batch,
    template_card,
    #[cfg(feature = "corp-group")]
    corp_group,
    suite,
    #[cfg(feature = "suite-order")]
    suite_order,
    #[cfg(feature = "provider-customer")]
    provider_customer,
    #[cfg(feature = "license")]
    license,
];

/// What is needed to call a WeCom app's endpoints by name.
pub mod prelude {
    pub use crate::{
        GroupRobot, WorkApp,
        ai_bot::AiBotApi as _,
        js_sdk::JsSdkApi as _,
        media::{MediaApi as _, UploadMediaByUrlCall as _},
        menu::{
            CreateMenuCall as _, DeleteMenuCall as _, GetMenuCall as _, MenuApi as _, WorkButton,
        },
        message::{
            GetMessageStatisticsCall as _, MessagesApi as _, Recipients, SendMessage,
            SendMessageCall as _, UpdateTaskCardCall as _, UpdateTemplateCardCall as _,
            WorkMessage,
        },
        oauth::OAuthApi as _,
        provider::ProvidersApi as _,
        suite::{ConvertUnionIdCall as _, GetAppQrCodeCall as _, SuitesApi as _},
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
    #[cfg(feature = "app-chat")]
    pub use crate::app_chat::{
        AppChatsApi as _, CreateAppChatCall as _, SendAppChatMessageCall as _,
        UpdateAppChatCall as _,
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
    #[cfg(feature = "contact-way")]
    pub use crate::contact_way::{
        AddContactWayCall as _, ContactWaysApi as _, GetContactWaysCall as _,
        UpdateContactWayCall as _,
    };
    #[cfg(feature = "corp-chat")]
    pub use crate::corp_chat::{CorpChatsApi as _, UpdateCorpChatCall as _};
    #[cfg(feature = "corp-group")]
    pub use crate::corp_group::{
        CorpGroupsApi as _, GetChainCorpCall as _, GetChainCorpsCall as _,
        GetChainCustomersCall as _, GetChainGroupsCall as _, GetLowerCorpTokenCall as _,
        GetSharedAppsCall as _, RemoveChainCorpCall as _,
    };
    #[cfg(feature = "customer")]
    pub use crate::customer::{
        CustomersApi as _, GetCustomerCall as _, GetCustomersByMembersCall as _,
        GetServedContactsCall as _, UpdateCustomerRemarkCall as _,
    };
    #[cfg(feature = "customer-acquisition")]
    pub use crate::customer_acquisition::{
        CreateAcquisitionLinkCall as _, CustomerAcquisitionApi as _, GetAcquiredCustomersCall as _,
        GetAcquisitionLinksCall as _, UpdateAcquisitionLinkCall as _,
    };
    #[cfg(feature = "customer-message")]
    pub use crate::customer_message::{
        AddGroupWelcomeCall as _, AddMessageTemplateCall as _, CustomerMessagesApi as _,
        DeleteGroupWelcomeCall as _, GetGroupMessageResultCall as _,
        GetGroupMessageSendResultCall as _, GetGroupMessageTaskCall as _,
        GetGroupMessagesCall as _, SendWelcomeMessageCall as _, UpdateGroupWelcomeCall as _,
    };
    #[cfg(feature = "customer-service")]
    pub use crate::customer_service::{
        AddKnowledgeIntentCall as _, AddServiceContactWayCall as _, AddServicersCall as _,
        CustomerServiceApi as _, DeleteServicersCall as _, GetKnowledgeGroupsCall as _,
        GetKnowledgeIntentsCall as _, GetServiceAccountsCall as _, GetServiceCustomersCall as _,
        GetServiceStatisticCall as _, GetServicerStatisticCall as _, SendServiceMessageCall as _,
        SendServiceMessageOnEventCall as _, SyncMessagesCall as _, TransferServiceStateCall as _,
        UpdateKnowledgeIntentCall as _, UpdateServiceAccountCall as _, UpgradeServiceCall as _,
    };
    #[cfg(feature = "customer-statistics")]
    pub use crate::customer_statistics::{
        CustomerStatisticsApi as _, GetGroupChatStatisticByDayCall as _,
        GetGroupChatStatisticCall as _, GetUserBehaviorDataCall as _,
    };
    #[cfg(feature = "customer-strategy")]
    pub use crate::customer_strategy::{
        CreateCustomerStrategyCall as _, CustomerStrategiesApi as _,
        GetCustomerStrategiesCall as _, GetCustomerStrategyRangeCall as _,
        UpdateCustomerStrategyCall as _,
    };
    #[cfg(feature = "customer-tag")]
    pub use crate::customer_tag::{
        AddCustomerTagsCall as _, AddStrategyTagsCall as _, CustomerTagsApi as _,
        DeleteCustomerTagsCall as _, DeleteStrategyTagsCall as _, GetCustomerTagsCall as _,
        GetStrategyTagsCall as _, MarkCustomerTagsCall as _, UpdateCustomerTagCall as _,
        UpdateStrategyTagCall as _,
    };
    #[cfg(feature = "customer-transfer")]
    pub use crate::customer_transfer::{
        CustomerTransfersApi as _, GetResignedTransferResultCall as _, GetTransferResultCall as _,
        GetUnassignedCustomersCall as _, TransferCustomerCall as _, TransferCustomersCall as _,
        TransferResignedCustomersCall as _,
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
    #[cfg(feature = "group-chat")]
    pub use crate::group_chat::{
        AddJoinWayCall as _, GetGroupChatCall as _, GetGroupChatsCall as _, GroupChatsApi as _,
        UpdateJoinWayCall as _,
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
    #[cfg(feature = "intercept-rule")]
    pub use crate::intercept_rule::{
        AddInterceptRuleCall as _, InterceptRulesApi as _, UpdateInterceptRuleCall as _,
    };
    #[cfg(feature = "invoice")]
    pub use crate::invoice::InvoicesApi as _;
    #[cfg(feature = "journal")]
    pub use crate::journal::{GetJournalsCall as _, JournalsApi as _};
    #[cfg(feature = "license")]
    pub use crate::license::{
        CancelOrderCall as _, CreateRenewalCall as _, CreateUnionOrderCall as _,
        GetAccountsCall as _, GetAppLicenseCall as _, GetOrderAccountsCall as _,
        GetOrdersCall as _, GetUnionOrderCall as _, LicensesApi as _,
    };
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
    #[cfg(feature = "material")]
    pub use crate::material::{
        AddArticlesCall as _, AddMaterialCall as _, CountMaterialsCall as _,
        DeleteMaterialCall as _, GetMaterialCall as _, GetMaterialsCall as _, MaterialsApi as _,
        UpdateArticlesCall as _,
    };
    #[cfg(feature = "meeting")]
    pub use crate::meeting::{
        CancelMeetingCall as _, CheckDevicesInMeetingCall as _, ControlMeetingCall as _,
        CreateMeetingCall as _, DismissMeetingCall as _, GetEnrollIdsCall as _,
        GetEnrollmentsCall as _, GetMeetingAttendeesCall as _, GetMeetingInfoCall as _,
        GetMeetingInviteesCall as _, GetMeetingRecordStatisticsCall as _,
        GetMeetingRecordsCall as _, GetMeetingVipsCall as _, GetPresentAttendeesCall as _,
        GetUserMeetingsCall as _, GetWaitingRecordsCall as _, GetWaitingUsersCall as _,
        ManageWaitingUsersCall as _, MeetingsApi as _, RemoveMeetingUsersCall as _,
        SetEnrollConfigCall as _, UpdateMeetingCall as _,
    };
    #[cfg(feature = "meeting-room")]
    pub use crate::meeting_room::{
        AddMeetingRoomCall as _, BookMeetingRoomCall as _, CancelMeetingRoomBookingCall as _,
        EditMeetingRoomCall as _, GetMeetingRoomBookingsCall as _, GetMeetingRoomsCall as _,
        MeetingRoomsApi as _,
    };
    #[cfg(feature = "message-audit")]
    pub use crate::message_audit::{GetPermitUsersCall as _, MessageAuditApi as _};
    #[cfg(feature = "mini-program")]
    pub use crate::mini_program::MiniProgramApi as _;
    #[cfg(feature = "moment")]
    pub use crate::moment::{
        AddMomentTaskCall as _, CreateMomentStrategyCall as _, GetMomentCustomersCall as _,
        GetMomentSendResultCall as _, GetMomentStrategiesCall as _,
        GetMomentStrategyRangeCall as _, GetMomentTaskCall as _, GetMomentsCall as _,
        MomentsApi as _, UpdateMomentStrategyCall as _,
    };
    #[cfg(feature = "open-approval")]
    pub use crate::open_approval::OpenApprovalsApi as _;
    #[cfg(feature = "phone-call")]
    pub use crate::phone_call::{GetDialRecordsCall as _, PhoneCallsApi as _};
    #[cfg(feature = "product-album")]
    pub use crate::product_album::{
        AddProductAlbumCall as _, GetProductAlbumsCall as _, ProductAlbumsApi as _,
        UpdateProductAlbumCall as _,
    };
    #[cfg(feature = "provider-contact")]
    pub use crate::provider_contact::{
        ProviderContactsApi as _, SearchContactsAtOnceCall as _, SearchContactsCall as _,
        SortContactsCall as _, TranslateContactsCall as _,
    };
    #[cfg(feature = "provider-customer")]
    pub use crate::provider_customer::{GetRegisterCodeCall as _, ProviderCustomersApi as _};
    #[cfg(feature = "provider-device")]
    pub use crate::provider_device::{
        AddDeviceCall as _, FetchDeviceLogCall as _, GetDevicesCall as _, ProviderDevicesApi as _,
    };
    #[cfg(feature = "schedule")]
    pub use crate::schedule::{
        AddScheduleCall as _, DeleteScheduleCall as _, GetSchedulesOfCalendarCall as _,
        SchedulesApi as _, UpdateScheduleCall as _,
    };
    #[cfg(feature = "school")]
    pub use crate::school::{
        CreateParentCall as _, CreateSchoolDepartmentCall as _, CreateStudentCall as _,
        GetSchoolAllowScopeCall as _, GetSchoolDepartmentsCall as _, GetStudentsCall as _,
        SchoolApi as _, SetUpgradeInfoCall as _, UpdateParentCall as _,
        UpdateSchoolDepartmentCall as _, UpdateStudentCall as _,
    };
    #[cfg(feature = "school-app")]
    pub use crate::school_app::{
        GetSchoolUnwatchStatCall as _, GetSchoolUnwatchStatV2Call as _,
        GetSchoolWatchStatCall as _, GetSchoolWatchStatV2Call as _, GetStudentHealthInfoCall as _,
        GetTeacherHealthInfoCall as _, SchoolAppsApi as _,
    };
    #[cfg(feature = "school-notice")]
    pub use crate::school_notice::{SchoolNoticesApi as _, SendSchoolNoticeCall as _};
    #[cfg(feature = "smart-sheet")]
    pub use crate::smart_sheet::{
        AddFieldGroupCall as _, AddSheetRecordsCall as _, AddSheetViewCall as _,
        AddSmartSheetCall as _, GetFieldGroupsCall as _, GetSheetFieldsCall as _,
        GetSheetGroupChatsCall as _, GetSheetRecordsCall as _, GetSheetViewsCall as _,
        GetSmartSheetsCall as _, SmartSheetsApi as _, UpdateFieldGroupCall as _,
        UpdateSheetGroupChatCall as _, UpdateSheetRecordsCall as _, UpdateSheetViewCall as _,
    };
    #[cfg(feature = "suite-order")]
    pub use crate::suite_order::{
        GetSuiteOrdersCall as _, ProlongTrialCall as _, SuiteOrdersApi as _,
    };
    #[cfg(feature = "tag")]
    pub use crate::tag::{
        AddTagMembersCall as _, CreateTagCall as _, RemoveTagMembersCall as _, TagsApi as _,
    };
    #[cfg(feature = "vacation")]
    pub use crate::vacation::{SetUserVacationQuotaCall as _, VacationsApi as _};
    #[cfg(feature = "webinar")]
    pub use crate::webinar::{
        CreateWebinarCall as _, GetWebinarCall as _, GetWebinarEnrollIdsCall as _,
        GetWebinarEnrollmentsCall as _, GetWebinarGuestsCall as _, SetWebinarEnrollConfigCall as _,
        SetWebinarWarmUpCall as _, UpdateWebinarCall as _, WebinarsApi as _,
    };
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
