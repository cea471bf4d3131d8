//! Enums that are integers on the wire.

/// Declares an enum that is an integer on the wire, as the platform uses them for kinds and states.
/// Unknown numbers are kept, in `Other`. It is read from a number or the text of one and written as
/// a number, in calls and in pushes. A macro, because serde's derive cannot name a variant by a
/// number.
///
/// ```
/// weixin_protocol::int_enum! {
///     /// The state of a publication.
///     pub enum State {
///         /// It is published.
///         Published = 0,
///         /// It is being checked.
///         Publishing = 1,
///     }
/// }
///
/// let states: Vec<State> = serde_json::from_str("[1, 7]")?;
/// assert_eq!(states, [State::Publishing, State::Other(7)]);
/// assert_eq!(serde_json::to_string(&states)?, "[1,7]");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! int_enum {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident {
            $($(#[doc = $code_doc:literal])* $code:ident = $number:literal,)+
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $code_doc])* $code,)+
            /// A number that this version does not know.
            Other(i64),
        }

        impl $name {
            /// The number on the wire.
            pub const fn code(self) -> i64 {
                match self {
                    $(Self::$code => $number,)+
                    Self::Other(code) => code,
                }
            }
        }

        impl ::core::convert::From<i64> for $name {
            fn from(code: i64) -> Self {
                match code {
                    $($number => Self::$code,)+
                    code => Self::Other(code),
                }
            }
        }

        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.code())
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <i64 as $crate::__private::serde::Deserialize>::deserialize(deserializer)
                    .map(Self::from)
            }
        }

        impl $crate::FromNode for $name {
            fn from_node(
                node: ::core::option::Option<&$crate::Node>,
            ) -> ::core::result::Result<Self, $crate::ReadError> {
                <i64 as $crate::FromNode>::from_node(node)
                    .map(Self::from)
            }

            fn form() -> &'static $crate::TypeInfo {
                <Self as $crate::Describe>::describe()
            }
        }

        impl $crate::ToNode for $name {
            fn to_node(
                &self,
            ) -> ::core::option::Option<$crate::Node> {
                $crate::ToNode::to_node(&self.code())
            }
        }

        impl $crate::Describe for $name {
            #[inline]
            fn describe() -> &'static $crate::TypeInfo {
                const INFO: $crate::EnumInfo = $crate::EnumInfo::new(
                    ::core::stringify!($name),
                    true,
                    ::core::concat!($($doc, "\n"),*),
                    &[$($crate::ValueInfo::new(
                        ::core::stringify!($code),
                        ::core::stringify!($number),
                        ::core::concat!($($code_doc, "\n"),*),
                    )),+],
                );
                &$crate::TypeInfo::Enum(&INFO)
            }
        }
    };
}
