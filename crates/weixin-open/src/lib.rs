#![cfg_attr(docsrs, feature(doc_cfg))]
//! Third-party platform (open platform) endpoints as typed requests, without any I/O (unofficial
//! WeChat SDK).
//!
//! A third-party platform (第三方平台) acts for Official Accounts and Mini Programs whose owners
//! have authorized it. The platform pushes a ticket to it every ten minutes; with that a
//! [`ThirdPartyPlatform`] obtains its own token, and with this the token of each [`Authorizer`].
//!
//! Some groups are called by the third-party platform itself, others by an account that has
//! authorized it: those are the ones with `scope(official)` or `scope(mini)`. The platform takes
//! them from an [`Authorizer`]; what it takes of them from the account's own token as well, its
//! pages say.

mod account;
mod authorizer;
pub mod company;
pub mod domain_action;
pub mod ids;

pub use account::ThirdPartyPlatform;
pub use authorizer::Authorizer;

// groups: modules
pub mod authorization;
#[cfg(feature = "authorized-account")]
pub mod authorized_account;
#[cfg(feature = "basic-info")]
pub mod basic_info;
#[cfg(feature = "beta-mini-program")]
pub mod beta_mini_program;
#[cfg(feature = "category")]
pub mod category;
#[cfg(feature = "cloud-batch-database")]
pub mod cloud_batch_database;
#[cfg(feature = "cloud-batch-function")]
pub mod cloud_batch_function;
#[cfg(feature = "cloud-batch-storage")]
pub mod cloud_batch_storage;
#[cfg(feature = "cloud-container")]
pub mod cloud_container;
#[cfg(feature = "cloud-container-version")]
pub mod cloud_container_version;
#[cfg(feature = "cloud-database")]
pub mod cloud_database;
#[cfg(feature = "cloud-environment")]
pub mod cloud_environment;
#[cfg(feature = "cloud-function")]
pub mod cloud_function;
#[cfg(feature = "cloud-setting")]
pub mod cloud_setting;
#[cfg(feature = "cloud-storage")]
pub mod cloud_storage;
#[cfg(feature = "code-audit")]
pub mod code_audit;
#[cfg(feature = "code-release")]
pub mod code_release;
#[cfg(feature = "code-template")]
pub mod code_template;
#[cfg(feature = "code-upload")]
pub mod code_upload;
#[cfg(feature = "domain")]
pub mod domain;
#[cfg(feature = "embedded")]
pub mod embedded;
#[cfg(feature = "icp-filing")]
pub mod icp_filing;
#[cfg(feature = "icp-type")]
pub mod icp_type;
#[cfg(feature = "linked-mini-program")]
pub mod linked_mini_program;
#[cfg(feature = "oauth")]
pub mod oauth;
#[cfg(feature = "open-account")]
pub mod open_account;
#[cfg(feature = "platform-setting")]
pub mod platform_setting;
#[cfg(feature = "privacy")]
pub mod privacy;
#[cfg(feature = "registration")]
pub mod registration;
#[cfg(feature = "service-permission")]
pub mod service_permission;
#[cfg(feature = "subscribe-component")]
pub mod subscribe_component;
#[cfg(feature = "tester")]
pub mod tester;
#[cfg(feature = "verification")]
pub mod verification;
#[cfg(feature = "verification-and-filing")]
pub mod verification_and_filing;
#[cfg(feature = "violation")]
pub mod violation;
// end of groups

// groups: lists
weixin_api::endpoint_groups![
    authorization,
    #[cfg(feature = "authorized-account")]
    authorized_account,
    #[cfg(feature = "basic-info")]
    basic_info,
    #[cfg(feature = "beta-mini-program")]
    beta_mini_program,
    #[cfg(feature = "category")]
    category,
    #[cfg(feature = "cloud-batch-database")]
    cloud_batch_database,
    #[cfg(feature = "cloud-batch-function")]
    cloud_batch_function,
    #[cfg(feature = "cloud-batch-storage")]
    cloud_batch_storage,
    #[cfg(feature = "cloud-container")]
    cloud_container,
    #[cfg(feature = "cloud-container-version")]
    cloud_container_version,
    #[cfg(feature = "cloud-database")]
    cloud_database,
    #[cfg(feature = "cloud-environment")]
    cloud_environment,
    #[cfg(feature = "cloud-function")]
    cloud_function,
    #[cfg(feature = "cloud-setting")]
    cloud_setting,
    #[cfg(feature = "cloud-storage")]
    cloud_storage,
    #[cfg(feature = "code-audit")]
    code_audit,
    #[cfg(feature = "code-release")]
    code_release,
    #[cfg(feature = "code-template")]
    code_template,
    #[cfg(feature = "code-upload")]
    code_upload,
    #[cfg(feature = "domain")]
    domain,
    #[cfg(feature = "embedded")]
    embedded,
    #[cfg(feature = "icp-filing")]
    icp_filing,
    #[cfg(feature = "icp-type")]
    icp_type,
    #[cfg(feature = "linked-mini-program")]
    linked_mini_program,
    #[cfg(feature = "oauth")]
    oauth,
    #[cfg(feature = "open-account")]
    open_account,
    #[cfg(feature = "platform-setting")]
    platform_setting,
    #[cfg(feature = "privacy")]
    privacy,
    #[cfg(feature = "registration")]
    registration,
    #[cfg(feature = "service-permission")]
    service_permission,
    #[cfg(feature = "subscribe-component")]
    subscribe_component,
    #[cfg(feature = "tester")]
    tester,
    #[cfg(feature = "verification")]
    verification,
    #[cfg(feature = "verification-and-filing")]
    verification_and_filing,
    #[cfg(feature = "violation")]
    violation,
];

weixin_protocol::message_groups![
    authorization,
    #[cfg(feature = "basic-info")]
    basic_info,
    #[cfg(feature = "beta-mini-program")]
    beta_mini_program,
    #[cfg(feature = "category")]
    category,
    #[cfg(feature = "code-audit")]
    code_audit,
    #[cfg(feature = "icp-filing")]
    icp_filing,
    #[cfg(feature = "platform-setting")]
    platform_setting,
    #[cfg(feature = "privacy")]
    privacy,
    #[cfg(feature = "registration")]
    registration,
    #[cfg(feature = "service-permission")]
    service_permission,
    #[cfg(feature = "verification")]
    verification,
    #[cfg(feature = "violation")]
    violation,
];
// end of groups

/// What is needed to call a third-party platform's endpoints by name.
pub mod prelude {
    pub use crate::{Authorizer, ThirdPartyPlatform};

    // groups: prelude
    pub use crate::authorization::AuthorizationApi as _;
    #[cfg(feature = "authorized-account")]
    pub use crate::authorized_account::AuthorizedAccountsApi as _;
    #[cfg(feature = "basic-info")]
    pub use crate::basic_info::BasicInfoApi as _;
    #[cfg(feature = "beta-mini-program")]
    pub use crate::beta_mini_program::BetaApi as _;
    #[cfg(feature = "category")]
    pub use crate::category::CategoriesApi as _;
    #[cfg(feature = "cloud-batch-database")]
    pub use crate::cloud_batch_database::CloudBatchDatabaseApi as _;
    #[cfg(feature = "cloud-batch-function")]
    pub use crate::cloud_batch_function::CloudBatchFunctionsApi as _;
    #[cfg(feature = "cloud-batch-storage")]
    pub use crate::cloud_batch_storage::CloudBatchStorageApi as _;
    #[cfg(feature = "cloud-container")]
    pub use crate::cloud_container::CloudContainersApi as _;
    #[cfg(feature = "cloud-container-version")]
    pub use crate::cloud_container_version::CloudContainerVersionsApi as _;
    #[cfg(feature = "cloud-database")]
    pub use crate::cloud_database::CloudDatabaseApi as _;
    #[cfg(feature = "cloud-environment")]
    pub use crate::cloud_environment::CloudEnvironmentsApi as _;
    #[cfg(feature = "cloud-function")]
    pub use crate::cloud_function::CloudFunctionsApi as _;
    #[cfg(feature = "cloud-setting")]
    pub use crate::cloud_setting::CloudSettingsApi as _;
    #[cfg(feature = "cloud-storage")]
    pub use crate::cloud_storage::CloudStorageApi as _;
    #[cfg(feature = "code-audit")]
    pub use crate::code_audit::CodeAuditApi as _;
    #[cfg(feature = "code-release")]
    pub use crate::code_release::CodeReleaseApi as _;
    #[cfg(feature = "code-template")]
    pub use crate::code_template::CodeTemplatesApi as _;
    #[cfg(feature = "code-upload")]
    pub use crate::code_upload::CodeUploadApi as _;
    #[cfg(feature = "domain")]
    pub use crate::domain::DomainsApi as _;
    #[cfg(feature = "embedded")]
    pub use crate::embedded::EmbeddedApi as _;
    #[cfg(feature = "icp-filing")]
    pub use crate::icp_filing::IcpFilingApi as _;
    #[cfg(feature = "icp-type")]
    pub use crate::icp_type::IcpTypesApi as _;
    #[cfg(feature = "linked-mini-program")]
    pub use crate::linked_mini_program::LinkedMiniProgramsApi as _;
    #[cfg(feature = "oauth")]
    pub use crate::oauth::ComponentOauthApi as _;
    #[cfg(feature = "open-account")]
    pub use crate::open_account::OpenAccountApi as _;
    #[cfg(feature = "platform-setting")]
    pub use crate::platform_setting::PlatformSettingsApi as _;
    #[cfg(feature = "privacy")]
    pub use crate::privacy::PrivacyApi as _;
    #[cfg(feature = "registration")]
    pub use crate::registration::RegistrationApi as _;
    #[cfg(feature = "service-permission")]
    pub use crate::service_permission::ServicePermissionsApi as _;
    #[cfg(feature = "subscribe-component")]
    pub use crate::subscribe_component::SubscribeComponentApi as _;
    #[cfg(feature = "tester")]
    pub use crate::tester::TestersApi as _;
    #[cfg(feature = "verification")]
    pub use crate::verification::VerificationApi as _;
    #[cfg(feature = "verification-and-filing")]
    pub use crate::verification_and_filing::VerificationAndFilingApi as _;
    #[cfg(feature = "violation")]
    pub use crate::violation::ViolationsApi as _;
    // end of groups
}
