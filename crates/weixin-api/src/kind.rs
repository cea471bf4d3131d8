//! Account kinds, both as types, which are known at compile time, and as a value.

use std::fmt::{self, Debug};

use weixin_protocol::Product;

use crate::Endpoint;

/// The kind of an account. It determines which calls the account can make and which credential they
/// need; [`AccountKind::product`] determines host and error codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AccountKind {
    /// An Official Account (公众号).
    Official,
    /// A Mini Program (小程序).
    Mini,
    /// An app in WeCom (企业微信).
    Work,
    /// A third-party platform (第三方平台), which calls on behalf of Official Accounts and Mini
    /// Programs.
    Component,
    /// A suite (第三方应用): a WeCom app that many corporations can install.
    Suite,
    /// A service provider in WeCom (服务商).
    Provider,
    /// A group robot in WeCom (群机器人), which consists only of its webhook key.
    GroupRobot,
}

impl AccountKind {
    /// The product whose host and error codes apply.
    pub const fn product(self) -> Product {
        match self {
            AccountKind::Official | AccountKind::Component => Product::Official,
            AccountKind::Mini => Product::Mini,
            AccountKind::Work
            | AccountKind::Suite
            | AccountKind::Provider
            | AccountKind::GroupRobot => Product::Work,
        }
    }

    /// A short name: `official`, `component`, …
    pub const fn as_str(self) -> &'static str {
        match self {
            AccountKind::Official => "official",
            AccountKind::Mini => "mini",
            AccountKind::Work => "work",
            AccountKind::Component => "component",
            AccountKind::Suite => "suite",
            AccountKind::Provider => "provider",
            AccountKind::GroupRobot => "group_robot",
        }
    }

    /// The kind with this short name. `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        const ALL: [AccountKind; 7] = [
            AccountKind::Official,
            AccountKind::Mini,
            AccountKind::Work,
            AccountKind::Component,
            AccountKind::Suite,
            AccountKind::Provider,
            AccountKind::GroupRobot,
        ];
        ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl fmt::Display for AccountKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The usual account kind of a product.
impl From<Product> for AccountKind {
    fn from(product: Product) -> Self {
        match product {
            Product::Mini => AccountKind::Mini,
            Product::Work => AccountKind::Work,
            _ => AccountKind::Official,
        }
    }
}

/// An Official Account (公众号).
#[derive(Debug)]
pub enum Official {}

/// A Mini Program (小程序).
#[derive(Debug)]
pub enum Mini {}

/// An app in WeCom (企业微信).
#[derive(Debug)]
pub enum Work {}

/// A third-party platform (第三方平台).
#[derive(Debug)]
pub enum Component {}

/// A suite in WeCom (第三方应用).
#[derive(Debug)]
pub enum Suite {}

/// A service provider in WeCom (服务商).
#[derive(Debug)]
pub enum Provider {}

/// A group robot in WeCom (群机器人).
#[derive(Debug)]
pub enum GroupRobot {}

/// An account whose kind is known only at run time. It offers what all kinds have in common.
#[derive(Debug)]
pub enum Any {}

/// An account kind as a type: one of the types in this module.
pub trait Kind: sealed::Sealed + Debug + Send + Sync + 'static {
    /// The kind as a value; `None` if it is known only at run time.
    const KIND: Option<AccountKind>;

    /// The product; `None` if it is known only at run time.
    const PRODUCT: Option<Product> = match Self::KIND {
        Some(kind) => Some(kind.product()),
        None => None,
    };
}

impl Kind for Official {
    const KIND: Option<AccountKind> = Some(AccountKind::Official);
}

impl Kind for Mini {
    const KIND: Option<AccountKind> = Some(AccountKind::Mini);
}

impl Kind for Work {
    const KIND: Option<AccountKind> = Some(AccountKind::Work);
}

impl Kind for Component {
    const KIND: Option<AccountKind> = Some(AccountKind::Component);
}

impl Kind for Suite {
    const KIND: Option<AccountKind> = Some(AccountKind::Suite);
}

impl Kind for Provider {
    const KIND: Option<AccountKind> = Some(AccountKind::Provider);
}

impl Kind for GroupRobot {
    const KIND: Option<AccountKind> = Some(AccountKind::GroupRobot);
}

impl Kind for Any {
    const KIND: Option<AccountKind> = None;
}

/// Marks endpoints that accounts of kind `K` may call. `#[endpoint(…, scope(…))]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint for accounts of kind `{K}`",
    label = "the account is of kind `{K}`",
    note = "the `scope(…)` of an endpoint lists the kinds of accounts that may call it",
    note = "narrow a `Client<Any>` with `.official()`, `.mini()` or `.work()` first"
)]
pub trait On<K: Kind>: Endpoint {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Official {}
    impl Sealed for super::Mini {}
    impl Sealed for super::Work {}
    impl Sealed for super::Component {}
    impl Sealed for super::Suite {}
    impl Sealed for super::Provider {}
    impl Sealed for super::GroupRobot {}
    impl Sealed for super::Any {}
}
