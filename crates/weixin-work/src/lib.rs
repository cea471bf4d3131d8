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
#[cfg(feature = "contact-way")]
pub mod contact_way;
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
#[cfg(feature = "group-chat")]
pub mod group_chat;
#[cfg(feature = "intercept-rule")]
pub mod intercept_rule;
#[cfg(feature = "invoice")]
pub mod invoice;
pub mod js_sdk;
mod list;
pub mod media;
pub mod menu;
pub mod message;
#[cfg(feature = "message-audit")]
pub mod message_audit;
#[cfg(feature = "mini-program")]
pub mod mini_program;
#[cfg(feature = "moment")]
pub mod moment;
mod portable;
#[cfg(feature = "product-album")]
pub mod product_album;
pub mod provider;
#[cfg(feature = "school")]
pub mod school;
#[cfg(feature = "school-app")]
pub mod school_app;
#[cfg(feature = "school-notice")]
pub mod school_notice;
pub mod suite;
pub mod template_card;
pub mod token;
pub mod user;
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
];

weixin_protocol::message_groups![
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
        message::{
            GetMessageStatisticsCall as _, MessagesApi as _, Recipients, SendMessage,
            SendMessageCall as _, UpdateTaskCardCall as _, UpdateTemplateCardCall as _,
            WorkMessage,
        },
        provider::ProvidersApi as _,
        suite::SuitesApi as _,
        user::UsersApi as _,
        webhook::GroupApi as _,
    };

    #[cfg(feature = "agent")]
    pub use crate::agent::{AgentsApi as _, GetAgentCall as _};

    #[cfg(feature = "customer")]
    pub use crate::customer::{
        CustomersApi as _, GetCustomerCall as _, GetCustomersByMembersCall as _,
        GetServedContactsCall as _, UpdateCustomerRemarkCall as _,
    };

    #[cfg(feature = "customer-tag")]
    pub use crate::customer_tag::{
        AddCustomerTagsCall as _, AddStrategyTagsCall as _, CustomerTagsApi as _,
        DeleteCustomerTagsCall as _, DeleteStrategyTagsCall as _, GetCustomerTagsCall as _,
        GetStrategyTagsCall as _, MarkCustomerTagsCall as _, UpdateCustomerTagCall as _,
        UpdateStrategyTagCall as _,
    };

    #[cfg(feature = "customer-strategy")]
    pub use crate::customer_strategy::{
        CreateCustomerStrategyCall as _, CustomerStrategiesApi as _,
        GetCustomerStrategiesCall as _, GetCustomerStrategyRangeCall as _,
        UpdateCustomerStrategyCall as _,
    };

    #[cfg(feature = "customer-transfer")]
    pub use crate::customer_transfer::{
        CustomerTransfersApi as _, GetResignedTransferResultCall as _, GetTransferResultCall as _,
        GetUnassignedCustomersCall as _, TransferCustomerCall as _, TransferCustomersCall as _,
        TransferResignedCustomersCall as _,
    };

    #[cfg(feature = "contact-way")]
    pub use crate::contact_way::{
        AddContactWayCall as _, ContactWaysApi as _, GetContactWaysCall as _,
        UpdateContactWayCall as _,
    };

    #[cfg(feature = "group-chat")]
    pub use crate::group_chat::{
        AddJoinWayCall as _, GetGroupChatCall as _, GetGroupChatsCall as _, GroupChatsApi as _,
        UpdateJoinWayCall as _,
    };

    #[cfg(feature = "moment")]
    pub use crate::moment::{
        AddMomentTaskCall as _, CreateMomentStrategyCall as _, GetMomentCustomersCall as _,
        GetMomentSendResultCall as _, GetMomentStrategiesCall as _,
        GetMomentStrategyRangeCall as _, GetMomentTaskCall as _, GetMomentsCall as _,
        MomentsApi as _, UpdateMomentStrategyCall as _,
    };

    #[cfg(feature = "customer-message")]
    pub use crate::customer_message::{
        AddGroupWelcomeCall as _, AddMessageTemplateCall as _, CustomerMessagesApi as _,
        DeleteGroupWelcomeCall as _, GetGroupMessageResultCall as _,
        GetGroupMessageSendResultCall as _, GetGroupMessageTaskCall as _,
        GetGroupMessagesCall as _, SendWelcomeMessageCall as _, UpdateGroupWelcomeCall as _,
    };

    #[cfg(feature = "customer-statistics")]
    pub use crate::customer_statistics::{
        CustomerStatisticsApi as _, GetGroupChatStatisticByDayCall as _,
        GetGroupChatStatisticCall as _, GetUserBehaviorDataCall as _,
    };

    #[cfg(feature = "product-album")]
    pub use crate::product_album::{
        AddProductAlbumCall as _, GetProductAlbumsCall as _, ProductAlbumsApi as _,
        UpdateProductAlbumCall as _,
    };

    #[cfg(feature = "intercept-rule")]
    pub use crate::intercept_rule::{
        AddInterceptRuleCall as _, InterceptRulesApi as _, UpdateInterceptRuleCall as _,
    };

    #[cfg(feature = "customer-acquisition")]
    pub use crate::customer_acquisition::{
        CreateAcquisitionLinkCall as _, CustomerAcquisitionApi as _, GetAcquiredCustomersCall as _,
        GetAcquisitionLinksCall as _, UpdateAcquisitionLinkCall as _,
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

    #[cfg(feature = "app-chat")]
    pub use crate::app_chat::{
        AppChatsApi as _, CreateAppChatCall as _, SendAppChatMessageCall as _,
        UpdateAppChatCall as _,
    };

    #[cfg(feature = "invoice")]
    pub use crate::invoice::InvoicesApi as _;

    #[cfg(feature = "mini-program")]
    pub use crate::mini_program::MiniProgramApi as _;

    #[cfg(feature = "message-audit")]
    pub use crate::message_audit::{GetPermitUsersCall as _, MessageAuditApi as _};

    #[cfg(feature = "school")]
    pub use crate::school::{
        CreateParentCall as _, CreateSchoolDepartmentCall as _, CreateStudentCall as _,
        GetSchoolAllowScopeCall as _, GetSchoolDepartmentsCall as _, GetStudentsCall as _,
        SchoolApi as _, SetUpgradeInfoCall as _, UpdateParentCall as _,
        UpdateSchoolDepartmentCall as _, UpdateStudentCall as _,
    };

    #[cfg(feature = "school-notice")]
    pub use crate::school_notice::{SchoolNoticesApi as _, SendSchoolNoticeCall as _};

    #[cfg(feature = "school-app")]
    pub use crate::school_app::{
        GetSchoolUnwatchStatCall as _, GetSchoolUnwatchStatV2Call as _,
        GetSchoolWatchStatCall as _, GetSchoolWatchStatV2Call as _, GetStudentHealthInfoCall as _,
        GetTeacherHealthInfoCall as _, SchoolAppsApi as _,
    };
}
