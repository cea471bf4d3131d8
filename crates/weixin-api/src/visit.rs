//! Lists of endpoints, from which both tables and visitors are generated.

use crate::{Endpoint, EndpointInfo};

/// Visits endpoints as types, one after the other: for code that does the same with every endpoint,
/// such as reading samples of each. The functions `visit` of groups and product crates call it.
///
/// A visitor's code is compiled for every endpoint that it visits, so only programs that need all
/// of them (the command line, tests) should have one.
///
/// ```
/// use weixin_api::{Endpoint, EndpointVisitor, endpoint, endpoints};
///
/// /// Shows that somebody is typing. `POST /cgi-bin/message/custom/typing`
/// #[endpoint(POST "/cgi-bin/message/custom/typing", title = "客服输入状态", scope(official))]
/// pub struct SetTyping {
///     /// The user.
///     pub touser: String,
/// }
///
/// endpoints![SetTyping];
///
/// struct Names(Vec<&'static str>);
///
/// impl EndpointVisitor for Names {
///     fn visit<E: Endpoint>(&mut self) {
///         self.0.push(E::INFO.name);
///     }
/// }
///
/// let mut names = Names(Vec::new());
/// visit(&mut names);
/// assert_eq!(names.0, ["SetTyping"]);
/// assert_eq!(ENDPOINTS[0].name, "SetTyping");
/// ```
pub trait EndpointVisitor {
    /// Visits the next endpoint.
    fn visit<E: Endpoint>(&mut self);
}

/// Lists the endpoints of a group, once: defines both the table `ENDPOINTS` and the function
/// `visit`, so that they cannot differ. A macro, because no function can define two items.
#[macro_export]
macro_rules! endpoints {
    [$($endpoint:ty),* $(,)?] => {
        /// The endpoints of this group.
        pub const ENDPOINTS: &[&$crate::EndpointInfo] =
            &[$(<$endpoint as $crate::Endpoint>::INFO),*];

        /// Shows each endpoint of this group to a visitor.
        pub fn visit(visitor: &mut impl $crate::EndpointVisitor) {
            $(visitor.visit::<$endpoint>();)*
        }
    };
}

/// A group of endpoints, as in the table of a product crate.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct GroupInfo {
    /// The module, such as `mass_message`.
    pub name: &'static str,
    /// Whether it is available without a feature.
    pub always: bool,
    /// Its endpoints.
    pub endpoints: &'static [&'static EndpointInfo],
}

impl GroupInfo {
    /// A group.
    pub const fn new(
        name: &'static str,
        always: bool,
        endpoints: &'static [&'static EndpointInfo],
    ) -> Self {
        Self { name, always, endpoints }
    }
}

/// Lists the groups of a product crate, each a module with [`endpoints!`](crate::endpoints):
/// defines the table `ENDPOINTS` and the function `visit`. A group that is behind a feature has the
/// same `#[cfg(feature = "…")]` here as its module.
#[macro_export]
macro_rules! endpoint_groups {
    [$($(#[cfg(feature = $feature:literal)])? $group:ident),* $(,)?] => {
        /// Every endpoint, by group.
        pub const ENDPOINTS: &[$crate::GroupInfo] = &[$(
            $(#[cfg(feature = $feature)])?
            $crate::GroupInfo::new(
                stringify!($group),
                $crate::endpoint_groups!(@always $($feature)?),
                $group::ENDPOINTS,
            )
        ),*];

        /// Shows every endpoint to a visitor.
        pub fn visit(visitor: &mut impl $crate::EndpointVisitor) {
            $($(#[cfg(feature = $feature)])? $group::visit(visitor);)*
        }
    };
    (@always) => { true };
    (@always $feature:literal) => { false };
}
