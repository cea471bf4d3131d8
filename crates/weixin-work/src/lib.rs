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
#[cfg(feature = "batch")]
pub mod batch;
#[cfg(feature = "corp-chat")]
pub mod corp_chat;
#[cfg(feature = "corp-group")]
pub mod corp_group;
#[cfg(feature = "department")]
pub mod department;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "id-convert")]
pub mod id_convert;
pub mod js_sdk;
#[cfg(feature = "license")]
pub mod license;
#[cfg(feature = "linked-corp")]
pub mod linked_corp;
mod list;
#[cfg(feature = "material")]
pub mod material;
pub mod media;
pub mod menu;
pub mod message;
pub mod oauth;
#[cfg(feature = "open-approval")]
pub mod open_approval;
mod portable;
pub mod provider;
#[cfg(feature = "provider-contact")]
pub mod provider_contact;
#[cfg(feature = "provider-customer")]
pub mod provider_customer;
#[cfg(feature = "provider-device")]
pub mod provider_device;
pub mod suite;
#[cfg(feature = "suite-order")]
pub mod suite_order;
#[cfg(feature = "tag")]
pub mod tag;
pub mod template_card;
pub mod token;
pub mod user;
pub mod webhook;
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
    js_sdk,
    ai_bot,
    webhook,
    suite,
    provider,
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
        message::{MessagesApi as _, Recipients, SendMessage, SendMessageCall as _, WorkMessage},
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
    #[cfg(feature = "batch")]
    pub use crate::batch::{
        BatchesApi as _, InviteMembersCall as _, ReplaceDepartmentsCall as _,
        ReplaceUsersCall as _, SyncUsersCall as _,
    };
    #[cfg(feature = "corp-chat")]
    pub use crate::corp_chat::{CorpChatsApi as _, UpdateCorpChatCall as _};
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
    #[cfg(feature = "export")]
    pub use crate::export::{
        ExportDepartmentsCall as _, ExportTagMembersCall as _, ExportUserDetailsCall as _,
        ExportUsersCall as _, ExportsApi as _,
    };
    #[cfg(feature = "id-convert")]
    pub use crate::id_convert::{
        ConvertToPendingIdsCall as _, ConvertUnionIdCall as _, IdConversionsApi as _,
    };
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
    #[cfg(feature = "material")]
    pub use crate::material::{
        AddArticlesCall as _, AddMaterialCall as _, CountMaterialsCall as _,
        DeleteMaterialCall as _, GetMaterialCall as _, GetMaterialsCall as _, MaterialsApi as _,
        UpdateArticlesCall as _,
    };
    #[cfg(feature = "open-approval")]
    pub use crate::open_approval::OpenApprovalsApi as _;
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
    #[cfg(feature = "suite-order")]
    pub use crate::suite_order::{
        GetSuiteOrdersCall as _, ProlongTrialCall as _, SuiteOrdersApi as _,
    };
    #[cfg(feature = "tag")]
    pub use crate::tag::{
        AddTagMembersCall as _, CreateTagCall as _, RemoveTagMembersCall as _, TagsApi as _,
    };
    #[cfg(feature = "workbench")]
    pub use crate::workbench::{
        BatchSetWorkbenchDataCall as _, GetWorkbenchTemplateCall as _, SetWorkbenchDataCall as _,
        SetWorkbenchTemplateCall as _, WorkbenchApi as _,
    };
}
