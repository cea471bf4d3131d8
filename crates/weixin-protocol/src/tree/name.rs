//! Names in the tree.

/// A name in a [`Map`](super::Map). The names that nearly every push and every answer has need no
/// memory of their own: that saves about fifteen allocations for each push.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    Common(&'static str),
    Other(Box<str>),
}

impl Name {
    pub(super) fn of(name: &str) -> Self {
        // The most common names in pushes, answers and envelopes. All are letters.
        let common = match name {
            "ToUserName" => "ToUserName",
            "FromUserName" => "FromUserName",
            "CreateTime" => "CreateTime",
            "MsgType" => "MsgType",
            "Content" => "Content",
            "MsgId" => "MsgId",
            "Event" => "Event",
            "EventKey" => "EventKey",
            "AgentID" => "AgentID",
            "Encrypt" => "Encrypt",
            "MsgSignature" => "MsgSignature",
            "TimeStamp" => "TimeStamp",
            "Nonce" => "Nonce",
            "MediaId" => "MediaId",
            "PicUrl" => "PicUrl",
            "Title" => "Title",
            "Description" => "Description",
            "Url" => "Url",
            other => return Self::Other(other.into()),
        };
        Self::Common(common)
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Common(name) => name,
            Self::Other(name) => name,
        }
    }
}
