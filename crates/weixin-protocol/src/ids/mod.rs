//! Ids: one type for each kind of thing that the platform names, so that they cannot be mixed up.

#[macro_use]
mod integer;
#[macro_use]
mod string;

string_id! {
    /// The id of an Official Account or Mini Program (AppID, `wx…`). Where an account may be of any
    /// product, as in a configuration, it stands for a WeCom corporation's CorpID too.
    AppId
    /// The id of a WeCom corporation (CorpID, `ww…` or `wx…`).
    CorpId
    /// A follower of an Official Account or a user of a Mini Program, as one account knows them
    /// (openid). The same person has a different one at each account.
    OpenId
    /// A person across all accounts bound to the same Open Platform account (unionid).
    UnionId
    /// A member of a WeCom corporation (userid), as the directory names them; up to 64 bytes, not
    /// case-sensitive.
    UserId
    /// The other side of a conversation, as the account knows them: an [`OpenId`] at an Official
    /// Account or Mini Program, a [`UserId`] in WeCom. Pushes and portable messages use it, because
    /// the platform has one field for both (`FromUserName`); it converts into either.
    PeerId
    /// A file uploaded to the platform (media_id). Temporary ones live three days.
    MediaId
}

integer_id! {
    /// An app inside its WeCom corporation (AgentID, for instance 1000002), as the console shows it.
    AgentId(u32)
}

/// Converts between an id that stands for things of any product and that of one product. A macro
/// because the pairs differ in nothing but their names.
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
