//! Account kinds: types that say at compile time which product an account belongs to.

use std::fmt::Debug;

use weixin_protocol::Product;

use crate::Endpoint;

/// An Official Account (公众号).
#[derive(Debug)]
pub enum Official {}

/// A Mini Program (小程序).
#[derive(Debug)]
pub enum Mini {}

/// An app in WeCom (企业微信).
#[derive(Debug)]
pub enum Work {}

/// An account whose product is known only at run time. It offers what all products have in common.
#[derive(Debug)]
pub enum Any {}

/// One of [`Official`], [`Mini`], [`Work`] and [`Any`].
pub trait AccountKind: sealed::Sealed + Debug + Send + Sync + 'static {
    /// The product, unless it is known only at run time.
    const PRODUCT: Option<Product>;
}

impl AccountKind for Official {
    const PRODUCT: Option<Product> = Some(Product::Official);
}

impl AccountKind for Mini {
    const PRODUCT: Option<Product> = Some(Product::Mini);
}

impl AccountKind for Work {
    const PRODUCT: Option<Product> = Some(Product::Work);
}

impl AccountKind for Any {
    const PRODUCT: Option<Product> = None;
}

/// Says that accounts of kind `K` may call this endpoint. `#[endpoint(…, scope(…))]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint for accounts of kind `{K}`",
    label = "the account is of kind `{K}`",
    note = "the `scope(…)` of an endpoint lists the products that may call it",
    note = "narrow a `Client<Any>` with `.official()`, `.mini()` or `.work()` first"
)]
pub trait On<K: AccountKind>: Endpoint {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Official {}
    impl Sealed for super::Mini {}
    impl Sealed for super::Work {}
    impl Sealed for super::Any {}
}
