//! Account kinds: types that say at compile time what an account is, and the same as a value.

use std::fmt::{self, Debug};

use weixin_protocol::Product;

use crate::Endpoint;

/// What an account is to the platform. It decides which calls the account can make and what
/// proves who is calling; [`Role::product`] decides host and error codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Role {
    /// An Official Account (公众号).
    Official,
    /// A Mini Program (小程序).
    Mini,
    /// An app in WeCom (企业微信).
    Work,
    /// A third-party platform (第三方平台), which acts for Official Accounts and Mini Programs.
    Component,
    /// A suite (第三方应用): an app in WeCom that many corporations install.
    Suite,
    /// A service provider in WeCom (服务商).
    Provider,
    /// A group robot in WeCom (群机器人), which is nothing but the key of its webhook.
    GroupRobot,
}

impl Role {
    /// The product whose host is called and whose error codes are answered.
    pub const fn product(self) -> Product {
        match self {
            Role::Official | Role::Component => Product::Official,
            Role::Mini => Product::Mini,
            Role::Work | Role::Suite | Role::Provider | Role::GroupRobot => Product::Work,
        }
    }

    /// A short name: `official`, `component`, …
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Official => "official",
            Role::Mini => "mini",
            Role::Work => "work",
            Role::Component => "component",
            Role::Suite => "suite",
            Role::Provider => "provider",
            Role::GroupRobot => "group_robot",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The usual account of a product.
impl From<Product> for Role {
    fn from(product: Product) -> Self {
        match product {
            Product::Mini => Role::Mini,
            Product::Work => Role::Work,
            _ => Role::Official,
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

/// An account whose kind is known only at run time. It offers what all of them have in common.
#[derive(Debug)]
pub enum Any {}

/// One of the types of this module.
pub trait AccountKind: sealed::Sealed + Debug + Send + Sync + 'static {
    /// The same as a value, unless it is known only at run time.
    const ROLE: Option<Role>;

    /// The product, unless it is known only at run time.
    const PRODUCT: Option<Product> = match Self::ROLE {
        Some(role) => Some(role.product()),
        None => None,
    };
}

impl AccountKind for Official {
    const ROLE: Option<Role> = Some(Role::Official);
}

impl AccountKind for Mini {
    const ROLE: Option<Role> = Some(Role::Mini);
}

impl AccountKind for Work {
    const ROLE: Option<Role> = Some(Role::Work);
}

impl AccountKind for Component {
    const ROLE: Option<Role> = Some(Role::Component);
}

impl AccountKind for Suite {
    const ROLE: Option<Role> = Some(Role::Suite);
}

impl AccountKind for Provider {
    const ROLE: Option<Role> = Some(Role::Provider);
}

impl AccountKind for GroupRobot {
    const ROLE: Option<Role> = Some(Role::GroupRobot);
}

impl AccountKind for Any {
    const ROLE: Option<Role> = None;
}

/// Says that accounts of kind `K` may call this endpoint. `#[endpoint(…, scope(…))]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint for accounts of kind `{K}`",
    label = "the account is of kind `{K}`",
    note = "the `scope(…)` of an endpoint lists the kinds of accounts that may call it",
    note = "narrow a `Client<Any>` with `.official()`, `.mini()` or `.work()` first"
)]
pub trait On<K: AccountKind>: Endpoint {}

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
