//! WeCom (enterprise WeChat) endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! Each module is one group of the platform's API: the requests as structs, and a handle that a
//! client has as a method, such as `wx.messages()`. Where a call names an app, the account fills
//! in its own.

mod account;
pub mod agent;
pub mod ai_bot;
pub mod batch;
pub mod department;
pub mod js_sdk;
mod list;
pub mod media;
pub mod member;
pub mod menu;
pub mod message;
mod portable;
pub mod provider;
pub mod suite;
pub mod tag;
pub mod template_card;
pub mod token;
pub mod user;
pub mod webhook;

pub use account::WorkApp;
pub use provider::Provider;
pub use suite::{Suite, SuiteCorp};
pub use webhook::GroupRobot;

weixin_api::endpoint_groups![
    token, message, media, menu, user, js_sdk, ai_bot, webhook, suite, provider, department, tag,
    member, agent, batch
];

/// What is needed to call a WeCom app's endpoints by name.
pub mod prelude {
    pub use crate::{
        GroupRobot, WorkApp,
        agent::{AgentOfApi as _, GetAgentCall as _, SetAgentCall as _},
        ai_bot::AiBotApi as _,
        batch::{
            BatchesApi as _, InviteMembersCall as _, ReplaceDepartmentsCall as _,
            ReplaceUsersCall as _, SyncUsersCall as _,
        },
        department::{
            CreateDepartmentCall as _, DepartmentsOfApi as _, GetDepartmentIdsCall as _,
            GetDepartmentsCall as _, UpdateDepartmentCall as _,
        },
        js_sdk::JsSdkApi as _,
        media::MediaApi as _,
        member::{CreateUserCall as _, GetUserIdsCall as _, MembersApi as _, UpdateUserCall as _},
        menu::{
            CreateMenuCall as _, DeleteMenuCall as _, GetMenuCall as _, MenuApi as _, WorkButton,
        },
        message::{MessagesApi as _, Recipients, SendMessage, SendMessageCall as _, WorkMessage},
        provider::ProvidersApi as _,
        suite::SuitesApi as _,
        tag::{
            AddTagMembersCall as _, CreateTagCall as _, RemoveTagMembersCall as _, TagsApi as _,
        },
        user::UsersApi as _,
        webhook::GroupApi as _,
    };
}
