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
#[cfg(feature = "department")]
pub mod department;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "id-convert")]
pub mod id_convert;
pub mod js_sdk;
mod list;
pub mod media;
pub mod menu;
pub mod message;
pub mod oauth;
mod portable;
pub mod provider;
pub mod suite;
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
    js_sdk,
    ai_bot,
    webhook,
    suite,
    provider,
];

weixin_protocol::message_groups![];

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
    #[cfg(feature = "batch")]
    pub use crate::batch::{
        BatchesApi as _, InviteMembersCall as _, ReplaceDepartmentsCall as _,
        ReplaceUsersCall as _, SyncUsersCall as _,
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
