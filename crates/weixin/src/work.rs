// Written by `cargo xtask groups`.

//! WeCom endpoints (企业微信), one module for each group.
//!
//! A group beyond the core has a feature: see the [table of groups](crate::manual::groups).

#[cfg(feature = "work-agent")]
#[doc(inline)]
pub use weixin_work::agent;
#[doc(inline)]
pub use weixin_work::ai_bot;
#[cfg(feature = "work-app-chat")]
#[doc(inline)]
pub use weixin_work::app_chat;
#[cfg(feature = "work-approval")]
#[doc(inline)]
pub use weixin_work::approval;
#[cfg(feature = "work-batch")]
#[doc(inline)]
pub use weixin_work::batch;
#[cfg(feature = "work-calendar")]
#[doc(inline)]
pub use weixin_work::calendar;
#[cfg(feature = "work-checkin")]
#[doc(inline)]
pub use weixin_work::checkin;
#[cfg(feature = "work-contact-way")]
#[doc(inline)]
pub use weixin_work::contact_way;
#[cfg(feature = "work-corp-chat")]
#[doc(inline)]
pub use weixin_work::corp_chat;
#[cfg(feature = "work-corp-group")]
#[doc(inline)]
pub use weixin_work::corp_group;
#[cfg(feature = "work-customer")]
#[doc(inline)]
pub use weixin_work::customer;
#[cfg(feature = "work-customer-acquisition")]
#[doc(inline)]
pub use weixin_work::customer_acquisition;
#[cfg(feature = "work-customer-message")]
#[doc(inline)]
pub use weixin_work::customer_message;
#[cfg(feature = "work-customer-service")]
#[doc(inline)]
pub use weixin_work::customer_service;
#[cfg(feature = "work-customer-statistics")]
#[doc(inline)]
pub use weixin_work::customer_statistics;
#[cfg(feature = "work-customer-strategy")]
#[doc(inline)]
pub use weixin_work::customer_strategy;
#[cfg(feature = "work-customer-tag")]
#[doc(inline)]
pub use weixin_work::customer_tag;
#[cfg(feature = "work-customer-transfer")]
#[doc(inline)]
pub use weixin_work::customer_transfer;
#[cfg(feature = "work-department")]
#[doc(inline)]
pub use weixin_work::department;
#[cfg(feature = "work-document")]
#[doc(inline)]
pub use weixin_work::document;
#[cfg(feature = "work-export")]
#[doc(inline)]
pub use weixin_work::export;
#[cfg(feature = "work-form")]
#[doc(inline)]
pub use weixin_work::form;
#[cfg(feature = "work-group-chat")]
#[doc(inline)]
pub use weixin_work::group_chat;
#[cfg(feature = "work-hardware")]
#[doc(inline)]
pub use weixin_work::hardware;
#[cfg(feature = "work-health-report")]
#[doc(inline)]
pub use weixin_work::health_report;
#[cfg(feature = "work-id-convert")]
#[doc(inline)]
pub use weixin_work::id_convert;
#[doc(inline)]
pub use weixin_work::ids;
#[cfg(feature = "work-intercept-rule")]
#[doc(inline)]
pub use weixin_work::intercept_rule;
#[cfg(feature = "work-invoice")]
#[doc(inline)]
pub use weixin_work::invoice;
#[cfg(feature = "work-journal")]
#[doc(inline)]
pub use weixin_work::journal;
#[doc(inline)]
pub use weixin_work::js_sdk;
#[cfg(feature = "work-license")]
#[doc(inline)]
pub use weixin_work::license;
#[cfg(feature = "work-linked-corp")]
#[doc(inline)]
pub use weixin_work::linked_corp;
#[cfg(feature = "work-living")]
#[doc(inline)]
pub use weixin_work::living;
#[cfg(feature = "work-mail")]
#[doc(inline)]
pub use weixin_work::mail;
#[cfg(feature = "work-material")]
#[doc(inline)]
pub use weixin_work::material;
#[doc(inline)]
pub use weixin_work::media;
#[cfg(feature = "work-meeting")]
#[doc(inline)]
pub use weixin_work::meeting;
#[cfg(feature = "work-meeting-room")]
#[doc(inline)]
pub use weixin_work::meeting_room;
#[doc(inline)]
pub use weixin_work::menu;
#[doc(inline)]
pub use weixin_work::message;
#[cfg(feature = "work-message-audit")]
#[doc(inline)]
pub use weixin_work::message_audit;
#[cfg(feature = "work-mini-program")]
#[doc(inline)]
pub use weixin_work::mini_program;
#[cfg(feature = "work-moment")]
#[doc(inline)]
pub use weixin_work::moment;
#[cfg(feature = "work-network")]
#[doc(inline)]
pub use weixin_work::network;
#[doc(inline)]
pub use weixin_work::oauth;
#[cfg(feature = "work-open-approval")]
#[doc(inline)]
pub use weixin_work::open_approval;
#[cfg(feature = "work-phone-call")]
#[doc(inline)]
pub use weixin_work::phone_call;
#[cfg(feature = "work-product-album")]
#[doc(inline)]
pub use weixin_work::product_album;
#[doc(inline)]
pub use weixin_work::provider;
#[cfg(feature = "work-provider-contact")]
#[doc(inline)]
pub use weixin_work::provider_contact;
#[cfg(feature = "work-provider-customer")]
#[doc(inline)]
pub use weixin_work::provider_customer;
#[cfg(feature = "work-provider-device")]
#[doc(inline)]
pub use weixin_work::provider_device;
#[cfg(feature = "work-schedule")]
#[doc(inline)]
pub use weixin_work::schedule;
#[cfg(feature = "work-school")]
#[doc(inline)]
pub use weixin_work::school;
#[cfg(feature = "work-school-app")]
#[doc(inline)]
pub use weixin_work::school_app;
#[cfg(feature = "work-school-notice")]
#[doc(inline)]
pub use weixin_work::school_notice;
#[cfg(feature = "work-smart-sheet")]
#[doc(inline)]
pub use weixin_work::smart_sheet;
#[doc(inline)]
pub use weixin_work::suite;
#[cfg(feature = "work-suite-order")]
#[doc(inline)]
pub use weixin_work::suite_order;
#[cfg(feature = "work-tag")]
#[doc(inline)]
pub use weixin_work::tag;
#[doc(inline)]
pub use weixin_work::template_card;
#[doc(inline)]
pub use weixin_work::token;
#[doc(inline)]
pub use weixin_work::user;
#[cfg(feature = "work-vacation")]
#[doc(inline)]
pub use weixin_work::vacation;
#[doc(inline)]
pub use weixin_work::webhook;
#[cfg(feature = "work-webinar")]
#[doc(inline)]
pub use weixin_work::webinar;
#[cfg(feature = "work-wedrive")]
#[doc(inline)]
pub use weixin_work::wedrive;
#[cfg(feature = "work-workbench")]
#[doc(inline)]
pub use weixin_work::workbench;
pub use weixin_work::{ENDPOINTS, visit, visit_messages};
#[doc(inline)]
pub use weixin_work::{GroupWebhook, ServiceProvider, SuiteApp, SuiteCorp, WorkApp};

/// The traits and types for calling these endpoints.
pub mod prelude {
    #[cfg(not(feature = "work-agent"))]
    pub use crate::missing::work::AgentsApi as _;
    #[cfg(not(feature = "work-app-chat"))]
    pub use crate::missing::work::AppChatsApi as _;
    #[cfg(not(feature = "work-approval"))]
    pub use crate::missing::work::ApprovalsApi as _;
    #[cfg(not(feature = "work-batch"))]
    pub use crate::missing::work::BatchesApi as _;
    #[cfg(not(feature = "work-calendar"))]
    pub use crate::missing::work::CalendarsApi as _;
    #[cfg(not(feature = "work-checkin"))]
    pub use crate::missing::work::CheckinsApi as _;
    #[cfg(not(feature = "work-contact-way"))]
    pub use crate::missing::work::ContactWaysApi as _;
    #[cfg(not(feature = "work-corp-chat"))]
    pub use crate::missing::work::CorpChatsApi as _;
    #[cfg(not(feature = "work-corp-group"))]
    pub use crate::missing::work::CorpGroupsApi as _;
    #[cfg(not(feature = "work-customer-acquisition"))]
    pub use crate::missing::work::CustomerAcquisitionApi as _;
    #[cfg(not(feature = "work-customer-message"))]
    pub use crate::missing::work::CustomerMessagesApi as _;
    #[cfg(not(feature = "work-customer-service"))]
    pub use crate::missing::work::CustomerServiceApi as _;
    #[cfg(not(feature = "work-customer-statistics"))]
    pub use crate::missing::work::CustomerStatisticsApi as _;
    #[cfg(not(feature = "work-customer-strategy"))]
    pub use crate::missing::work::CustomerStrategiesApi as _;
    #[cfg(not(feature = "work-customer-tag"))]
    pub use crate::missing::work::CustomerTagsApi as _;
    #[cfg(not(feature = "work-customer-transfer"))]
    pub use crate::missing::work::CustomerTransfersApi as _;
    #[cfg(not(feature = "work-customer"))]
    pub use crate::missing::work::CustomersApi as _;
    #[cfg(not(feature = "work-department"))]
    pub use crate::missing::work::DepartmentsApi as _;
    #[cfg(not(feature = "work-document"))]
    pub use crate::missing::work::DocumentsApi as _;
    #[cfg(not(feature = "work-export"))]
    pub use crate::missing::work::ExportsApi as _;
    #[cfg(not(feature = "work-form"))]
    pub use crate::missing::work::FormsApi as _;
    #[cfg(not(feature = "work-group-chat"))]
    pub use crate::missing::work::GroupChatsApi as _;
    #[cfg(not(feature = "work-hardware"))]
    pub use crate::missing::work::HardwareApi as _;
    #[cfg(not(feature = "work-health-report"))]
    pub use crate::missing::work::HealthReportsApi as _;
    #[cfg(not(feature = "work-id-convert"))]
    pub use crate::missing::work::IdConversionsApi as _;
    #[cfg(not(feature = "work-intercept-rule"))]
    pub use crate::missing::work::InterceptRulesApi as _;
    #[cfg(not(feature = "work-invoice"))]
    pub use crate::missing::work::InvoicesApi as _;
    #[cfg(not(feature = "work-journal"))]
    pub use crate::missing::work::JournalsApi as _;
    #[cfg(not(feature = "work-license"))]
    pub use crate::missing::work::LicensesApi as _;
    #[cfg(not(feature = "work-linked-corp"))]
    pub use crate::missing::work::LinkedCorpsApi as _;
    #[cfg(not(feature = "work-living"))]
    pub use crate::missing::work::LivingsApi as _;
    #[cfg(not(feature = "work-mail"))]
    pub use crate::missing::work::MailApi as _;
    #[cfg(not(feature = "work-material"))]
    pub use crate::missing::work::MaterialsApi as _;
    #[cfg(not(feature = "work-meeting-room"))]
    pub use crate::missing::work::MeetingRoomsApi as _;
    #[cfg(not(feature = "work-meeting"))]
    pub use crate::missing::work::MeetingsApi as _;
    #[cfg(not(feature = "work-message-audit"))]
    pub use crate::missing::work::MessageAuditApi as _;
    #[cfg(not(feature = "work-mini-program"))]
    pub use crate::missing::work::MiniProgramApi as _;
    #[cfg(not(feature = "work-moment"))]
    pub use crate::missing::work::MomentsApi as _;
    #[cfg(not(feature = "work-network"))]
    pub use crate::missing::work::NetworkApi as _;
    #[cfg(not(feature = "work-open-approval"))]
    pub use crate::missing::work::OpenApprovalsApi as _;
    #[cfg(not(feature = "work-phone-call"))]
    pub use crate::missing::work::PhoneCallsApi as _;
    #[cfg(not(feature = "work-product-album"))]
    pub use crate::missing::work::ProductAlbumsApi as _;
    #[cfg(not(feature = "work-provider-contact"))]
    pub use crate::missing::work::ProviderContactsApi as _;
    #[cfg(not(feature = "work-provider-customer"))]
    pub use crate::missing::work::ProviderCustomersApi as _;
    #[cfg(not(feature = "work-provider-device"))]
    pub use crate::missing::work::ProviderDevicesApi as _;
    #[cfg(not(feature = "work-schedule"))]
    pub use crate::missing::work::SchedulesApi as _;
    #[cfg(not(feature = "work-school"))]
    pub use crate::missing::work::SchoolApi as _;
    #[cfg(not(feature = "work-school-app"))]
    pub use crate::missing::work::SchoolAppsApi as _;
    #[cfg(not(feature = "work-school-notice"))]
    pub use crate::missing::work::SchoolNoticesApi as _;
    #[cfg(not(feature = "work-smart-sheet"))]
    pub use crate::missing::work::SmartSheetsApi as _;
    #[cfg(not(feature = "work-suite-order"))]
    pub use crate::missing::work::SuiteOrdersApi as _;
    #[cfg(not(feature = "work-tag"))]
    pub use crate::missing::work::TagsApi as _;
    #[cfg(not(feature = "work-vacation"))]
    pub use crate::missing::work::VacationsApi as _;
    #[cfg(not(feature = "work-webinar"))]
    pub use crate::missing::work::WebinarsApi as _;
    #[cfg(not(feature = "work-wedrive"))]
    pub use crate::missing::work::WedriveApi as _;
    #[cfg(not(feature = "work-workbench"))]
    pub use crate::missing::work::WorkbenchApi as _;
    #[cfg(feature = "work-agent")]
    pub use weixin_work::agent::AgentsApi as _;
    pub use weixin_work::ai_bot::AiBotApi as _;
    #[cfg(feature = "work-app-chat")]
    pub use weixin_work::app_chat::AppChatsApi as _;
    #[cfg(feature = "work-approval")]
    pub use weixin_work::approval::ApprovalsApi as _;
    #[cfg(feature = "work-batch")]
    pub use weixin_work::batch::BatchesApi as _;
    #[cfg(feature = "work-calendar")]
    pub use weixin_work::calendar::CalendarsApi as _;
    #[cfg(feature = "work-checkin")]
    pub use weixin_work::checkin::CheckinsApi as _;
    #[cfg(feature = "work-contact-way")]
    pub use weixin_work::contact_way::ContactWaysApi as _;
    #[cfg(feature = "work-corp-chat")]
    pub use weixin_work::corp_chat::CorpChatsApi as _;
    #[cfg(feature = "work-corp-group")]
    pub use weixin_work::corp_group::CorpGroupsApi as _;
    #[cfg(feature = "work-customer")]
    pub use weixin_work::customer::CustomersApi as _;
    #[cfg(feature = "work-customer-acquisition")]
    pub use weixin_work::customer_acquisition::CustomerAcquisitionApi as _;
    #[cfg(feature = "work-customer-message")]
    pub use weixin_work::customer_message::CustomerMessagesApi as _;
    #[cfg(feature = "work-customer-service")]
    pub use weixin_work::customer_service::CustomerServiceApi as _;
    #[cfg(feature = "work-customer-statistics")]
    pub use weixin_work::customer_statistics::CustomerStatisticsApi as _;
    #[cfg(feature = "work-customer-strategy")]
    pub use weixin_work::customer_strategy::CustomerStrategiesApi as _;
    #[cfg(feature = "work-customer-tag")]
    pub use weixin_work::customer_tag::CustomerTagsApi as _;
    #[cfg(feature = "work-customer-transfer")]
    pub use weixin_work::customer_transfer::CustomerTransfersApi as _;
    #[cfg(feature = "work-department")]
    pub use weixin_work::department::DepartmentsApi as _;
    #[cfg(feature = "work-document")]
    pub use weixin_work::document::DocumentsApi as _;
    #[cfg(feature = "work-export")]
    pub use weixin_work::export::ExportsApi as _;
    #[cfg(feature = "work-form")]
    pub use weixin_work::form::FormsApi as _;
    #[cfg(feature = "work-group-chat")]
    pub use weixin_work::group_chat::GroupChatsApi as _;
    #[cfg(feature = "work-hardware")]
    pub use weixin_work::hardware::HardwareApi as _;
    #[cfg(feature = "work-health-report")]
    pub use weixin_work::health_report::HealthReportsApi as _;
    #[cfg(feature = "work-id-convert")]
    pub use weixin_work::id_convert::IdConversionsApi as _;
    #[cfg(feature = "work-intercept-rule")]
    pub use weixin_work::intercept_rule::InterceptRulesApi as _;
    #[cfg(feature = "work-invoice")]
    pub use weixin_work::invoice::InvoicesApi as _;
    #[cfg(feature = "work-journal")]
    pub use weixin_work::journal::JournalsApi as _;
    pub use weixin_work::js_sdk::JsSdkApi as _;
    #[cfg(feature = "work-license")]
    pub use weixin_work::license::LicensesApi as _;
    #[cfg(feature = "work-linked-corp")]
    pub use weixin_work::linked_corp::LinkedCorpsApi as _;
    #[cfg(feature = "work-living")]
    pub use weixin_work::living::LivingsApi as _;
    #[cfg(feature = "work-mail")]
    pub use weixin_work::mail::MailApi as _;
    #[cfg(feature = "work-material")]
    pub use weixin_work::material::MaterialsApi as _;
    pub use weixin_work::media::MediaApi as _;
    #[cfg(feature = "work-meeting")]
    pub use weixin_work::meeting::MeetingsApi as _;
    #[cfg(feature = "work-meeting-room")]
    pub use weixin_work::meeting_room::MeetingRoomsApi as _;
    pub use weixin_work::menu::{MenuApi as _, WorkButton};
    pub use weixin_work::message::{MessagesApi as _, Recipients, SendMessage, WorkMessage};
    #[cfg(feature = "work-message-audit")]
    pub use weixin_work::message_audit::MessageAuditApi as _;
    #[cfg(feature = "work-mini-program")]
    pub use weixin_work::mini_program::MiniProgramApi as _;
    #[cfg(feature = "work-moment")]
    pub use weixin_work::moment::MomentsApi as _;
    #[cfg(feature = "work-network")]
    pub use weixin_work::network::NetworkApi as _;
    pub use weixin_work::oauth::OauthApi as _;
    #[cfg(feature = "work-open-approval")]
    pub use weixin_work::open_approval::OpenApprovalsApi as _;
    #[cfg(feature = "work-phone-call")]
    pub use weixin_work::phone_call::PhoneCallsApi as _;
    #[cfg(feature = "work-product-album")]
    pub use weixin_work::product_album::ProductAlbumsApi as _;
    pub use weixin_work::provider::ProviderApi as _;
    #[cfg(feature = "work-provider-contact")]
    pub use weixin_work::provider_contact::ProviderContactsApi as _;
    #[cfg(feature = "work-provider-customer")]
    pub use weixin_work::provider_customer::ProviderCustomersApi as _;
    #[cfg(feature = "work-provider-device")]
    pub use weixin_work::provider_device::ProviderDevicesApi as _;
    #[cfg(feature = "work-schedule")]
    pub use weixin_work::schedule::SchedulesApi as _;
    #[cfg(feature = "work-school")]
    pub use weixin_work::school::SchoolApi as _;
    #[cfg(feature = "work-school-app")]
    pub use weixin_work::school_app::SchoolAppsApi as _;
    #[cfg(feature = "work-school-notice")]
    pub use weixin_work::school_notice::SchoolNoticesApi as _;
    #[cfg(feature = "work-smart-sheet")]
    pub use weixin_work::smart_sheet::SmartSheetsApi as _;
    pub use weixin_work::suite::SuiteApi as _;
    #[cfg(feature = "work-suite-order")]
    pub use weixin_work::suite_order::SuiteOrdersApi as _;
    #[cfg(feature = "work-tag")]
    pub use weixin_work::tag::TagsApi as _;
    pub use weixin_work::user::UsersApi as _;
    #[cfg(feature = "work-vacation")]
    pub use weixin_work::vacation::VacationsApi as _;
    pub use weixin_work::webhook::GroupApi as _;
    #[cfg(feature = "work-webinar")]
    pub use weixin_work::webinar::WebinarsApi as _;
    #[cfg(feature = "work-wedrive")]
    pub use weixin_work::wedrive::WedriveApi as _;
    #[cfg(feature = "work-workbench")]
    pub use weixin_work::workbench::WorkbenchApi as _;
    pub use weixin_work::{GroupWebhook, ServiceProvider, SuiteApp, SuiteCorp, WorkApp};
}
