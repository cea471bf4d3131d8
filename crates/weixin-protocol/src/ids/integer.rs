//! Ids that are integers.

/// Declares ids that are integers: each is a newtype of the integer type that prints, compares and
/// serializes like its number. A macro, because each of them needs the same impls.
///
/// ```
/// weixin_protocol::integer_id! {
///     /// A department of the directory.
///     DepartmentId(u64)
/// }
///
/// let root = DepartmentId::new(1);
/// assert_eq!(root.get(), 1);
/// assert_eq!(root.to_string(), "1");
/// ```
#[macro_export]
macro_rules! integer_id {
    ($($(#[doc = $doc:literal])* $name:ident($integer:ty))+) => { $(
        $(#[doc = $doc])*
        #[derive(
            Debug,
            Clone,
            Copy,
            Default,
            PartialEq,
            Eq,
            Hash,
            PartialOrd,
            Ord,
        )]
        pub struct $name($integer);

        impl $name {
            /// Takes the number as the platform wrote it.
            pub const fn new(number: $integer) -> Self {
                Self(number)
            }

            /// The number as the platform writes it.
            pub const fn get(self) -> $integer {
                self.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::core::convert::From<$integer> for $name {
            fn from(number: $integer) -> Self {
                Self(number)
            }
        }

        impl ::core::convert::From<&$name> for $name {
            fn from(id: &$name) -> Self {
                *id
            }
        }

        impl ::core::convert::From<$name> for $integer {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::num::ParseIntError;

            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl ::core::cmp::PartialEq<$integer> for $name {
            fn eq(&self, other: &$integer) -> bool {
                self.0 == *other
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <$integer as $crate::__private::serde::Deserialize>::deserialize(deserializer)
                    .map(Self)
            }
        }

        impl $crate::FromNode for $name {
            fn from_node(
                node: ::core::option::Option<&$crate::Node>,
            ) -> ::core::result::Result<Self, $crate::ReadError> {
                <$integer as $crate::FromNode>::from_node(node).map(Self)
            }

            fn form() -> &'static $crate::TypeInfo {
                <Self as $crate::Describe>::describe()
            }
        }

        impl $crate::ToNode for $name {
            fn to_node(&self) -> ::core::option::Option<$crate::Node> {
                $crate::ToNode::to_node(&self.0)
            }
        }

        impl $crate::Describe for $name {
            #[inline]
            fn describe() -> &'static $crate::TypeInfo {
                const INFO: $crate::IdInfo = $crate::IdInfo::new(
                    ::core::stringify!($name),
                    true,
                    ::core::concat!($($doc, "\n"),*),
                );
                &$crate::TypeInfo::Id(&INFO)
            }
        }
    )+ };
}
