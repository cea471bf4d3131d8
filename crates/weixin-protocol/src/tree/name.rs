//! Names in the tree.

/// A name in a [`Map`](super::Map). The names that nearly every push and every answer has need no
/// memory of their own: that saves about fifteen allocations for each push.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    Common(&'static str),
    Other(Box<str>),
}

/// The most common names in pushes, answers and envelopes.
const COMMON: [&str; 18] = [
    "ToUserName",
    "FromUserName",
    "CreateTime",
    "MsgType",
    "Content",
    "MsgId",
    "Event",
    "EventKey",
    "AgentID",
    "Encrypt",
    "MsgSignature",
    "TimeStamp",
    "Nonce",
    "MediaId",
    "PicUrl",
    "Title",
    "Description",
    "Url",
];

impl Name {
    pub(super) fn of(name: &str) -> Self {
        match COMMON.into_iter().find(|common| *common == name) {
            Some(common) => Self::Common(common),
            None => Self::Other(name.into()),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Common(name) => name,
            Self::Other(name) => name,
        }
    }
}
