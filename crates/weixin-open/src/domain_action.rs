//! The actions on lists of domains, which several groups share.

use weixin_api::StringEnum;

/// What is done with a list of domains (操作类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum DomainAction {
    /// Adds domains to the list.
    #[string_enum(rename = "add")]
    Add,
    /// Deletes domains from the list.
    #[string_enum(rename = "delete")]
    Delete,
    /// Replaces the list.
    #[string_enum(rename = "set")]
    Set,
    /// Returns the list and changes nothing.
    #[string_enum(rename = "get")]
    Get,
    /// A value that this version does not know.
    Other(String),
}
