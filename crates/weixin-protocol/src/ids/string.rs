//! Ids that are strings.

/// Declares ids that are strings: each is a newtype of `String` that prints, compares and
/// serializes like its text. A macro, because each of them needs the same dozen impls.
///
/// ```
/// weixin_protocol::string_id! {
///     /// A template of subscription messages (template_id).
///     TemplateId
/// }
///
/// let id = TemplateId::from("ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY");
/// assert_eq!(id.as_str(), "ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY");
/// ```
#[macro_export]
macro_rules! string_id {
    ($($(#[doc = $doc:literal])* $name:ident)+) => { $(
        $(#[doc = $doc])*
        #[derive(
            Debug,
            Clone,
            Default,
            PartialEq,
            Eq,
            Hash,
            PartialOrd,
            Ord,
        )]
        pub struct $name(::std::string::String);

        impl $name {
            /// Takes the id as the platform wrote it.
            pub fn new(id: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(id.into())
            }

            /// The id as the platform writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether the text is empty. The platform writes an empty text where it has no id.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(id: ::std::string::String) -> Self {
                Self(id)
            }
        }

        impl ::core::convert::From<&$name> for $name {
            fn from(id: &$name) -> Self {
                id.clone()
            }
        }

        impl ::core::convert::From<$name> for ::std::string::String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl ::core::cmp::PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl ::core::cmp::PartialEq<::std::string::String> for $name {
            fn eq(&self, other: &::std::string::String) -> bool {
                self.0 == *other
            }
        }

        impl ::core::cmp::PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <::std::string::String as $crate::__private::serde::Deserialize>::deserialize(deserializer)
                    .map(Self)
            }
        }

        impl $crate::FromNode for $name {
            fn from_node(
                node: ::core::option::Option<&$crate::Node>,
            ) -> ::core::result::Result<Self, $crate::ReadError> {
                <::std::string::String as $crate::FromNode>::from_node(node).map(Self)
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
                    false,
                    ::core::concat!($($doc, "\n"),*),
                );
                &$crate::TypeInfo::Id(&INFO)
            }
        }
    )+ };
}
