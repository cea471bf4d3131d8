//! The platform's products.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// One of the platform's products. It determines the form of a push, the replies allowed and the
/// API host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Product {
    /// An Official Account (公众号): a subscription or a service account.
    Official,
    /// A Mini Program (小程序).
    Mini,
    /// An app in WeCom (企业微信, formerly WeChat Work).
    Work,
}

impl Product {
    /// Every product there is.
    pub const ALL: [Product; 3] = [Product::Official, Product::Mini, Product::Work];

    /// The name used in configuration files and environment variables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Product::Official => "official",
            Product::Mini => "mini",
            Product::Work => "work",
        }
    }
}

impl fmt::Display for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Product {
    type Err = UnknownProduct;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Product::ALL
            .into_iter()
            .find(|product| product.as_str() == name)
            .ok_or_else(|| UnknownProduct(name.to_owned()))
    }
}

/// A name other than `official`, `mini` and `work`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind {0:?}: use \"official\", \"mini\" or \"work\"")]
pub struct UnknownProduct(String);
