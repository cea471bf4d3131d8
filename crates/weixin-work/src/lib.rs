#![cfg_attr(docsrs, feature(doc_cfg))]
//! WeCom (enterprise WeChat) endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! Each module is one group of the platform's API: the requests as structs, and a handle that a
//! client has as a method, such as `wx.messages()`. Where a call names an app, the account fills
//! in its own.

mod account;
pub mod ids;
mod list;
mod messenger;
pub use account::WorkApp;
pub use provider::ServiceProvider;
pub use suite::{SuiteApp, SuiteCorp};
pub use webhook::GroupWebhook;

// groups: modules
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
#[cfg(feature = "mini-program")]
pub mod mini_program;
#[cfg(feature = "moment")]
pub mod moment;
#[cfg(feature = "network")]
pub mod network;
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
// end of groups

// groups: lists
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
    #[cfg(feature = "network")]
    network,
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
    #[cfg(feature = "corp-group")]
    corp_group,
    suite,
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
    #[cfg(feature = "school")]
    school,
    #[cfg(feature = "license")]
    license,
    #[cfg(feature = "suite-order")]
    suite_order,
    #[cfg(feature = "provider-customer")]
    provider_customer,
    template_card,
];
// end of groups

/// What is needed to call a WeCom app's endpoints by name.
pub mod prelude {
    pub use crate::{GroupWebhook, ServiceProvider, SuiteApp, SuiteCorp, WorkApp};

    // groups: prelude
    #[cfg(feature = "agent")]
    pub use crate::agent::AgentsApi as _;
    pub use crate::ai_bot::AiBotApi as _;
    #[cfg(feature = "app-chat")]
    pub use crate::app_chat::AppChatsApi as _;
    #[cfg(feature = "approval")]
    pub use crate::approval::ApprovalsApi as _;
    #[cfg(feature = "batch")]
    pub use crate::batch::BatchesApi as _;
    #[cfg(feature = "calendar")]
    pub use crate::calendar::CalendarsApi as _;
    #[cfg(feature = "checkin")]
    pub use crate::checkin::CheckinsApi as _;
    #[cfg(feature = "contact-way")]
    pub use crate::contact_way::ContactWaysApi as _;
    #[cfg(feature = "corp-chat")]
    pub use crate::corp_chat::CorpChatsApi as _;
    #[cfg(feature = "corp-group")]
    pub use crate::corp_group::CorpGroupsApi as _;
    #[cfg(feature = "customer")]
    pub use crate::customer::CustomersApi as _;
    #[cfg(feature = "customer-acquisition")]
    pub use crate::customer_acquisition::CustomerAcquisitionApi as _;
    #[cfg(feature = "customer-message")]
    pub use crate::customer_message::CustomerMessagesApi as _;
    #[cfg(feature = "customer-service")]
    pub use crate::customer_service::CustomerServiceApi as _;
    #[cfg(feature = "customer-statistics")]
    pub use crate::customer_statistics::CustomerStatisticsApi as _;
    #[cfg(feature = "customer-strategy")]
    pub use crate::customer_strategy::CustomerStrategiesApi as _;
    #[cfg(feature = "customer-tag")]
    pub use crate::customer_tag::CustomerTagsApi as _;
    #[cfg(feature = "customer-transfer")]
    pub use crate::customer_transfer::CustomerTransfersApi as _;
    #[cfg(feature = "department")]
    pub use crate::department::DepartmentsApi as _;
    #[cfg(feature = "document")]
    pub use crate::document::DocumentsApi as _;
    #[cfg(feature = "export")]
    pub use crate::export::ExportsApi as _;
    #[cfg(feature = "form")]
    pub use crate::form::FormsApi as _;
    #[cfg(feature = "group-chat")]
    pub use crate::group_chat::GroupChatsApi as _;
    #[cfg(feature = "hardware")]
    pub use crate::hardware::HardwareApi as _;
    #[cfg(feature = "health-report")]
    pub use crate::health_report::HealthReportsApi as _;
    #[cfg(feature = "id-convert")]
    pub use crate::id_convert::IdConversionsApi as _;
    #[cfg(feature = "intercept-rule")]
    pub use crate::intercept_rule::InterceptRulesApi as _;
    #[cfg(feature = "invoice")]
    pub use crate::invoice::InvoicesApi as _;
    #[cfg(feature = "journal")]
    pub use crate::journal::JournalsApi as _;
    pub use crate::js_sdk::JsSdkApi as _;
    #[cfg(feature = "license")]
    pub use crate::license::LicensesApi as _;
    #[cfg(feature = "linked-corp")]
    pub use crate::linked_corp::LinkedCorpsApi as _;
    #[cfg(feature = "living")]
    pub use crate::living::LivingsApi as _;
    #[cfg(feature = "mail")]
    pub use crate::mail::MailApi as _;
    #[cfg(feature = "material")]
    pub use crate::material::MaterialsApi as _;
    pub use crate::media::MediaApi as _;
    #[cfg(feature = "meeting")]
    pub use crate::meeting::MeetingsApi as _;
    #[cfg(feature = "meeting-room")]
    pub use crate::meeting_room::MeetingRoomsApi as _;
    pub use crate::menu::{MenuApi as _, WorkButton};
    pub use crate::message::{MessagesApi as _, Recipients, SendMessage, WorkMessage};
    #[cfg(feature = "message-audit")]
    pub use crate::message_audit::MessageAuditApi as _;
    #[cfg(feature = "mini-program")]
    pub use crate::mini_program::MiniProgramApi as _;
    #[cfg(feature = "moment")]
    pub use crate::moment::MomentsApi as _;
    #[cfg(feature = "network")]
    pub use crate::network::NetworkApi as _;
    pub use crate::oauth::OauthApi as _;
    #[cfg(feature = "open-approval")]
    pub use crate::open_approval::OpenApprovalsApi as _;
    #[cfg(feature = "phone-call")]
    pub use crate::phone_call::PhoneCallsApi as _;
    #[cfg(feature = "product-album")]
    pub use crate::product_album::ProductAlbumsApi as _;
    pub use crate::provider::ProviderApi as _;
    #[cfg(feature = "provider-contact")]
    pub use crate::provider_contact::ProviderContactsApi as _;
    #[cfg(feature = "provider-customer")]
    pub use crate::provider_customer::ProviderCustomersApi as _;
    #[cfg(feature = "provider-device")]
    pub use crate::provider_device::ProviderDevicesApi as _;
    #[cfg(feature = "schedule")]
    pub use crate::schedule::SchedulesApi as _;
    #[cfg(feature = "school")]
    pub use crate::school::SchoolApi as _;
    #[cfg(feature = "school-app")]
    pub use crate::school_app::SchoolAppsApi as _;
    #[cfg(feature = "school-notice")]
    pub use crate::school_notice::SchoolNoticesApi as _;
    #[cfg(feature = "smart-sheet")]
    pub use crate::smart_sheet::SmartSheetsApi as _;
    pub use crate::suite::SuiteApi as _;
    #[cfg(feature = "suite-order")]
    pub use crate::suite_order::SuiteOrdersApi as _;
    #[cfg(feature = "tag")]
    pub use crate::tag::TagsApi as _;
    pub use crate::user::UsersApi as _;
    #[cfg(feature = "vacation")]
    pub use crate::vacation::VacationsApi as _;
    pub use crate::webhook::GroupApi as _;
    #[cfg(feature = "webinar")]
    pub use crate::webinar::WebinarsApi as _;
    #[cfg(feature = "wedrive")]
    pub use crate::wedrive::WedriveApi as _;
    #[cfg(feature = "workbench")]
    pub use crate::workbench::WorkbenchApi as _;
    // end of groups
}
