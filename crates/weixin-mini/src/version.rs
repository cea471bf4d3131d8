//! What links, codes and messages have in common: the version that opens, the language.

use weixin_api::StringEnum;

/// The version that a link or code opens (要打开的小程序版本).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum EnvVersion {
    /// The published version (正式版).
    #[string_enum(rename = "release")]
    Release,
    /// The trial version (体验版), for users listed as testers.
    #[string_enum(rename = "trial")]
    Trial,
    /// The development version (开发版), for the account's developers.
    #[string_enum(rename = "develop")]
    Develop,
    /// A value that this version does not know.
    Other(String),
}

/// The version that a message opens (跳转小程序类型). Messages name the versions differently from
/// [`EnvVersion`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ProgramState {
    /// The development version (开发版), for the account's developers.
    #[string_enum(rename = "developer")]
    Developer,
    /// The trial version (体验版), for users listed as testers.
    #[string_enum(rename = "trial")]
    Trial,
    /// The published version (正式版).
    #[string_enum(rename = "formal")]
    Formal,
    /// A value that this version does not know.
    Other(String),
}

/// The language of the fixed texts in a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MessageLanguage {
    /// Simplified Chinese.
    #[string_enum(rename = "zh_CN")]
    Zh,
    /// English.
    #[string_enum(rename = "en_US")]
    En,
    /// Traditional Chinese as in Hong Kong.
    #[string_enum(rename = "zh_HK")]
    Hk,
    /// Traditional Chinese as in Taiwan.
    #[string_enum(rename = "zh_TW")]
    Tw,
    /// A value that this version does not know.
    Other(String),
}
