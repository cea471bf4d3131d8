// Written by `cargo xtask groups`.

//! Third-party platform endpoints (第三方平台), one module for each group.
//!
//! A group beyond the core has a feature: see the [table of groups](crate::manual::groups).

#[doc(inline)]
pub use weixin_open::authorization;
#[cfg(feature = "open-authorized-account")]
#[doc(inline)]
pub use weixin_open::authorized_account;
#[cfg(feature = "open-basic-info")]
#[doc(inline)]
pub use weixin_open::basic_info;
#[cfg(feature = "open-beta-mini-program")]
#[doc(inline)]
pub use weixin_open::beta_mini_program;
#[cfg(feature = "open-category")]
#[doc(inline)]
pub use weixin_open::category;
#[cfg(feature = "open-cloud-batch-database")]
#[doc(inline)]
pub use weixin_open::cloud_batch_database;
#[cfg(feature = "open-cloud-batch-function")]
#[doc(inline)]
pub use weixin_open::cloud_batch_function;
#[cfg(feature = "open-cloud-batch-storage")]
#[doc(inline)]
pub use weixin_open::cloud_batch_storage;
#[cfg(feature = "open-cloud-container")]
#[doc(inline)]
pub use weixin_open::cloud_container;
#[cfg(feature = "open-cloud-container-version")]
#[doc(inline)]
pub use weixin_open::cloud_container_version;
#[cfg(feature = "open-cloud-database")]
#[doc(inline)]
pub use weixin_open::cloud_database;
#[cfg(feature = "open-cloud-environment")]
#[doc(inline)]
pub use weixin_open::cloud_environment;
#[cfg(feature = "open-cloud-function")]
#[doc(inline)]
pub use weixin_open::cloud_function;
#[cfg(feature = "open-cloud-setting")]
#[doc(inline)]
pub use weixin_open::cloud_setting;
#[cfg(feature = "open-cloud-storage")]
#[doc(inline)]
pub use weixin_open::cloud_storage;
#[cfg(feature = "open-code-audit")]
#[doc(inline)]
pub use weixin_open::code_audit;
#[cfg(feature = "open-code-release")]
#[doc(inline)]
pub use weixin_open::code_release;
#[cfg(feature = "open-code-template")]
#[doc(inline)]
pub use weixin_open::code_template;
#[cfg(feature = "open-code-upload")]
#[doc(inline)]
pub use weixin_open::code_upload;
#[cfg(feature = "open-domain")]
#[doc(inline)]
pub use weixin_open::domain;
#[cfg(feature = "open-embedded")]
#[doc(inline)]
pub use weixin_open::embedded;
#[cfg(feature = "open-icp-filing")]
#[doc(inline)]
pub use weixin_open::icp_filing;
#[cfg(feature = "open-icp-type")]
#[doc(inline)]
pub use weixin_open::icp_type;
#[cfg(feature = "open-linked-mini-program")]
#[doc(inline)]
pub use weixin_open::linked_mini_program;
#[cfg(feature = "open-oauth")]
#[doc(inline)]
pub use weixin_open::oauth;
#[cfg(feature = "open-open-account")]
#[doc(inline)]
pub use weixin_open::open_account;
#[cfg(feature = "open-platform-setting")]
#[doc(inline)]
pub use weixin_open::platform_setting;
#[cfg(feature = "open-privacy")]
#[doc(inline)]
pub use weixin_open::privacy;
#[cfg(feature = "open-registration")]
#[doc(inline)]
pub use weixin_open::registration;
#[cfg(feature = "open-service-permission")]
#[doc(inline)]
pub use weixin_open::service_permission;
#[cfg(feature = "open-subscribe-component")]
#[doc(inline)]
pub use weixin_open::subscribe_component;
#[cfg(feature = "open-tester")]
#[doc(inline)]
pub use weixin_open::tester;
#[cfg(feature = "open-verification")]
#[doc(inline)]
pub use weixin_open::verification;
#[cfg(feature = "open-verification-and-filing")]
#[doc(inline)]
pub use weixin_open::verification_and_filing;
#[cfg(feature = "open-violation")]
#[doc(inline)]
pub use weixin_open::violation;
#[doc(inline)]
pub use weixin_open::{Authorizer, ThirdPartyPlatform};
pub use weixin_open::{ENDPOINTS, visit, visit_messages};
#[doc(inline)]
pub use weixin_open::{company, domain_action, ids};

/// The traits and types for calling these endpoints.
pub mod prelude {
    #[cfg(not(feature = "open-authorized-account"))]
    pub use crate::missing::open::AuthorizedAccountsApi as _;
    #[cfg(not(feature = "open-basic-info"))]
    pub use crate::missing::open::BasicInfoApi as _;
    #[cfg(not(feature = "open-beta-mini-program"))]
    pub use crate::missing::open::BetaApi as _;
    #[cfg(not(feature = "open-category"))]
    pub use crate::missing::open::CategoriesApi as _;
    #[cfg(not(feature = "open-cloud-batch-database"))]
    pub use crate::missing::open::CloudBatchDatabaseApi as _;
    #[cfg(not(feature = "open-cloud-batch-function"))]
    pub use crate::missing::open::CloudBatchFunctionsApi as _;
    #[cfg(not(feature = "open-cloud-batch-storage"))]
    pub use crate::missing::open::CloudBatchStorageApi as _;
    #[cfg(not(feature = "open-cloud-container-version"))]
    pub use crate::missing::open::CloudContainerVersionsApi as _;
    #[cfg(not(feature = "open-cloud-container"))]
    pub use crate::missing::open::CloudContainersApi as _;
    #[cfg(not(feature = "open-cloud-database"))]
    pub use crate::missing::open::CloudDatabaseApi as _;
    #[cfg(not(feature = "open-cloud-environment"))]
    pub use crate::missing::open::CloudEnvironmentsApi as _;
    #[cfg(not(feature = "open-cloud-function"))]
    pub use crate::missing::open::CloudFunctionsApi as _;
    #[cfg(not(feature = "open-cloud-setting"))]
    pub use crate::missing::open::CloudSettingsApi as _;
    #[cfg(not(feature = "open-cloud-storage"))]
    pub use crate::missing::open::CloudStorageApi as _;
    #[cfg(not(feature = "open-code-audit"))]
    pub use crate::missing::open::CodeAuditApi as _;
    #[cfg(not(feature = "open-code-release"))]
    pub use crate::missing::open::CodeReleaseApi as _;
    #[cfg(not(feature = "open-code-template"))]
    pub use crate::missing::open::CodeTemplatesApi as _;
    #[cfg(not(feature = "open-code-upload"))]
    pub use crate::missing::open::CodeUploadApi as _;
    #[cfg(not(feature = "open-oauth"))]
    pub use crate::missing::open::ComponentOauthApi as _;
    #[cfg(not(feature = "open-domain"))]
    pub use crate::missing::open::DomainsApi as _;
    #[cfg(not(feature = "open-embedded"))]
    pub use crate::missing::open::EmbeddedApi as _;
    #[cfg(not(feature = "open-icp-filing"))]
    pub use crate::missing::open::IcpFilingApi as _;
    #[cfg(not(feature = "open-icp-type"))]
    pub use crate::missing::open::IcpTypesApi as _;
    #[cfg(not(feature = "open-linked-mini-program"))]
    pub use crate::missing::open::LinkedMiniProgramsApi as _;
    #[cfg(not(feature = "open-open-account"))]
    pub use crate::missing::open::OpenAccountApi as _;
    #[cfg(not(feature = "open-platform-setting"))]
    pub use crate::missing::open::PlatformSettingsApi as _;
    #[cfg(not(feature = "open-privacy"))]
    pub use crate::missing::open::PrivacyApi as _;
    #[cfg(not(feature = "open-registration"))]
    pub use crate::missing::open::RegistrationApi as _;
    #[cfg(not(feature = "open-service-permission"))]
    pub use crate::missing::open::ServicePermissionsApi as _;
    #[cfg(not(feature = "open-subscribe-component"))]
    pub use crate::missing::open::SubscribeComponentApi as _;
    #[cfg(not(feature = "open-tester"))]
    pub use crate::missing::open::TestersApi as _;
    #[cfg(not(feature = "open-verification-and-filing"))]
    pub use crate::missing::open::VerificationAndFilingApi as _;
    #[cfg(not(feature = "open-verification"))]
    pub use crate::missing::open::VerificationApi as _;
    #[cfg(not(feature = "open-violation"))]
    pub use crate::missing::open::ViolationsApi as _;
    pub use weixin_open::authorization::AuthorizationApi as _;
    #[cfg(feature = "open-authorized-account")]
    pub use weixin_open::authorized_account::AuthorizedAccountsApi as _;
    #[cfg(feature = "open-basic-info")]
    pub use weixin_open::basic_info::BasicInfoApi as _;
    #[cfg(feature = "open-beta-mini-program")]
    pub use weixin_open::beta_mini_program::BetaApi as _;
    #[cfg(feature = "open-category")]
    pub use weixin_open::category::CategoriesApi as _;
    #[cfg(feature = "open-cloud-batch-database")]
    pub use weixin_open::cloud_batch_database::CloudBatchDatabaseApi as _;
    #[cfg(feature = "open-cloud-batch-function")]
    pub use weixin_open::cloud_batch_function::CloudBatchFunctionsApi as _;
    #[cfg(feature = "open-cloud-batch-storage")]
    pub use weixin_open::cloud_batch_storage::CloudBatchStorageApi as _;
    #[cfg(feature = "open-cloud-container")]
    pub use weixin_open::cloud_container::CloudContainersApi as _;
    #[cfg(feature = "open-cloud-container-version")]
    pub use weixin_open::cloud_container_version::CloudContainerVersionsApi as _;
    #[cfg(feature = "open-cloud-database")]
    pub use weixin_open::cloud_database::CloudDatabaseApi as _;
    #[cfg(feature = "open-cloud-environment")]
    pub use weixin_open::cloud_environment::CloudEnvironmentsApi as _;
    #[cfg(feature = "open-cloud-function")]
    pub use weixin_open::cloud_function::CloudFunctionsApi as _;
    #[cfg(feature = "open-cloud-setting")]
    pub use weixin_open::cloud_setting::CloudSettingsApi as _;
    #[cfg(feature = "open-cloud-storage")]
    pub use weixin_open::cloud_storage::CloudStorageApi as _;
    #[cfg(feature = "open-code-audit")]
    pub use weixin_open::code_audit::CodeAuditApi as _;
    #[cfg(feature = "open-code-release")]
    pub use weixin_open::code_release::CodeReleaseApi as _;
    #[cfg(feature = "open-code-template")]
    pub use weixin_open::code_template::CodeTemplatesApi as _;
    #[cfg(feature = "open-code-upload")]
    pub use weixin_open::code_upload::CodeUploadApi as _;
    #[cfg(feature = "open-domain")]
    pub use weixin_open::domain::DomainsApi as _;
    #[cfg(feature = "open-embedded")]
    pub use weixin_open::embedded::EmbeddedApi as _;
    #[cfg(feature = "open-icp-filing")]
    pub use weixin_open::icp_filing::IcpFilingApi as _;
    #[cfg(feature = "open-icp-type")]
    pub use weixin_open::icp_type::IcpTypesApi as _;
    #[cfg(feature = "open-linked-mini-program")]
    pub use weixin_open::linked_mini_program::LinkedMiniProgramsApi as _;
    #[cfg(feature = "open-oauth")]
    pub use weixin_open::oauth::ComponentOauthApi as _;
    #[cfg(feature = "open-open-account")]
    pub use weixin_open::open_account::OpenAccountApi as _;
    #[cfg(feature = "open-platform-setting")]
    pub use weixin_open::platform_setting::PlatformSettingsApi as _;
    #[cfg(feature = "open-privacy")]
    pub use weixin_open::privacy::PrivacyApi as _;
    #[cfg(feature = "open-registration")]
    pub use weixin_open::registration::RegistrationApi as _;
    #[cfg(feature = "open-service-permission")]
    pub use weixin_open::service_permission::ServicePermissionsApi as _;
    #[cfg(feature = "open-subscribe-component")]
    pub use weixin_open::subscribe_component::SubscribeComponentApi as _;
    #[cfg(feature = "open-tester")]
    pub use weixin_open::tester::TestersApi as _;
    #[cfg(feature = "open-verification")]
    pub use weixin_open::verification::VerificationApi as _;
    #[cfg(feature = "open-verification-and-filing")]
    pub use weixin_open::verification_and_filing::VerificationAndFilingApi as _;
    #[cfg(feature = "open-violation")]
    pub use weixin_open::violation::ViolationsApi as _;
    pub use weixin_open::{Authorizer, ThirdPartyPlatform};
}
