//! Numbers that stand for something.

/// Declares an enum of numbers with a meaning, as the platform uses them for kinds and states.
/// Numbers it has no name for are kept, in `Other`. It is read from a number or the text of one,
/// and written as a number, in calls and in pushes. A macro because a number is no name for serde's
/// derive.
///
/// ```
/// weixin_api::codes! {
///     /// What became of a publication.
///     pub enum State {
///         /// It is there.
///         Published = 0,
///         /// It is on its way.
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
macro_rules! codes {
    (
        $(#[$docs:meta])*
        pub enum $name:ident {
            $($(#[$code_docs:meta])* $code:ident = $number:literal,)+
        }
    ) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$code_docs])* $code,)+
            /// Something this version does not know.
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

        impl $crate::__private::weixin_protocol::FromNode for $name {
            fn from_node(
                node: ::core::option::Option<&$crate::__private::weixin_protocol::Node>,
            ) -> ::core::result::Result<Self, $crate::__private::weixin_protocol::ReadError> {
                <i64 as $crate::__private::weixin_protocol::FromNode>::from_node(node)
                    .map(Self::from)
            }
        }

        impl $crate::__private::weixin_protocol::ToNode for $name {
            fn to_node(
                &self,
            ) -> ::core::option::Option<$crate::__private::weixin_protocol::Node> {
                $crate::__private::weixin_protocol::ToNode::to_node(&self.code())
            }
        }
    };
}
