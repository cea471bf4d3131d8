//! Ids: a separate type for each kind of object, so that they cannot be mixed up.

#[macro_use]
mod integer;
#[macro_use]
mod string;

string_id! {
    /// The id of an Official Account or Mini Program (AppID, `wx…`). Where an account may be of any
    /// product, as in a configuration, it can be a WeCom corporation's CorpID too.
    AppId
    /// The id of a WeCom corporation (CorpID, `ww…` or `wx…`).
    CorpId
    /// The id of a user at one Official Account or Mini Program (openid). The same person has a
    /// different one at each account.
    OpenId
    /// The id of a person across all accounts bound to the same Open Platform (开放平台) account
    /// (unionid).
    UnionId
    /// The id of a member of a WeCom corporation (userid), as in its directory (通讯录): up to 64
    /// bytes, not case-sensitive.
    UserId
    /// The user in a conversation with the account: an [`OpenId`] at an Official Account or Mini
    /// Program, a [`UserId`] in WeCom. It is used in pushes and in messages for accounts of any
    /// product, because the platform has one field for both (`FromUserName`); it converts into
    /// either.
    PeerId
    /// The id of a file uploaded to the platform (media_id). Temporary media (临时素材) expire after
    /// three days.
    MediaId
}

integer_id! {
    /// The id of an app within its WeCom corporation (AgentID, such as 1000002), as shown in the
    /// console.
    AgentId(u32)
}

/// Converts between an id for any product and the id for one product. A macro, because the pairs
/// differ only in their names.
macro_rules! interchangeable {
    ($($any:ident <=> $one:ident)+) => { $(
        impl From<$any> for $one {
            fn from(id: $any) -> Self {
                Self::from(String::from(id))
            }
        }

        impl From<&$any> for $one {
            fn from(id: &$any) -> Self {
                Self::from(id.as_str())
            }
        }

        impl From<$one> for $any {
            fn from(id: $one) -> Self {
                Self::from(String::from(id))
            }
        }

        impl From<&$one> for $any {
            fn from(id: &$one) -> Self {
                Self::from(id.as_str())
            }
        }

        impl PartialEq<$any> for $one {
            fn eq(&self, other: &$any) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl PartialEq<$one> for $any {
            fn eq(&self, other: &$one) -> bool {
                self.as_str() == other.as_str()
            }
        }
    )+ };
}

interchangeable! {
    PeerId <=> OpenId
    PeerId <=> UserId
    AppId <=> CorpId
}
